"""The words of links to other websites: of their states, and of what was frozen as evidence."""

from __future__ import annotations

import re
from collections.abc import Mapping

from prongsai.wording.catalogue import Language, link_states

_NAME = re.compile(r"\{([a-z_]+)\}")
_CLAUSE = re.compile(r"\[([^\[\]]*)\]")  # left out where a value that it names is not known


def word_label(state: str, language: Language = "th") -> str:
    """The short name of a state."""
    return link_states(language)[state].label


def word_state(state: str, values: Mapping[str, str], language: Language = "th") -> tuple[str, str, str]:
    """The state seen, its meaning and what to do; the last is empty where nothing is to be done."""
    words = link_states(language)[state]
    return _filled(words.seen, values), _filled(words.means, values), _filled(words.do, values)


def _filled(template: str, values: Mapping[str, str]) -> str:
    """The template with its names replaced; a clause in brackets only is where all it names is known."""

    def clause(found: re.Match[str]) -> str:
        known = all(values.get(name) for name in _NAME.findall(found[1]))
        return found[1] if known else ""

    return _NAME.sub(lambda name: values.get(name[1], ""), _CLAUSE.sub(clause, template))


PACK_TITLE = "หลักฐานลิงก์ของแบบตรวจ OIT ปีงบประมาณ พ.ศ. {year}"
PACK_ABOUT = (
    "ชุดหลักฐานนี้เก็บสิ่งที่ลิงก์แต่ละลิงก์แสดงในวันและเวลาที่เปิด พร้อมสำเนาที่ได้รับ",
    "ค่า SHA-256 ใช้ตรวจว่าสำเนาไม่ถูกแก้ไขภายหลัง เวลาทั้งหมดเป็นเวลาประเทศไทยตามนาฬิกาของเครื่องที่สั่งบันทึก",
)
PACK_DAY_GIVEN = "วันที่ของชุดหลักฐานเป็นวันที่ผู้สั่งระบุเอง ส่วนวันและเวลาที่เปิดแต่ละลิงก์มาจากนาฬิกาของเครื่อง"
PACK_COPIES = (
    "สำเนาหน้าเว็บเก็บเป็นแฟ้มข้อความ (.html.txt) ตรงกับที่ได้รับทุกไบต์ เมื่อเปิดดูจึงไม่มีคำสั่งของหน้านั้นทำงาน "
    "และไม่โหลดสิ่งใดจากอินเทอร์เน็ต ข้อความที่อ่านได้อยู่ในอีกแฟ้มหนึ่ง"
)
PACK_VERIFY = (
    "แตกแฟ้ม ZIP ทั้งหมดก่อน แล้วสั่ง sha256sum -c SHA256SUMS ในโฟลเดอร์นี้ ทุกบรรทัดต้องลงท้ายด้วย OK",
    "บน Windows ใช้คำสั่ง Get-FileHash ใน PowerShell กับแฟ้มที่ต้องการ แล้วเทียบกับค่าในหน้านี้",
    "ค่า SHA-256 ของแฟ้ม ZIP และของสำเนาทุกแฟ้ม อยู่ใน {record} ของโฟลเดอร์เว็บไซต์ด้วย",
)
PACK_FIELDS = {
    "href": "ลิงก์",
    "title": "ชื่อลิงก์ในทะเบียน",
    "unit": "หน่วยงานผู้รับผิดชอบ",
    "seen": "สิ่งที่เห็น",
    "at": "เปิดเมื่อ",
    "final": "ที่อยู่ที่แสดงเนื้อหา",
    "hops": "ส่งต่อผ่าน",
    "page_title": "หัวเรื่องของหน้า",
    "headers": "ข้อมูลที่เซิร์ฟเวอร์แจ้ง",
    "size": "ขนาดของสำเนา",
    "sha256": "SHA-256 ของสำเนา",
    "text_sha256": "SHA-256 ของข้อความในหน้า",
    "copy": "สำเนา",
    "text": "ข้อความในหน้า",
}
PACK_NO_COPY = "ไม่มีสำเนา เพราะไม่ได้รับเนื้อหา"
PACK_CUT = "สำเนาไม่ครบ เพราะใหญ่กว่าที่โปรแกรมเก็บได้"
PACK_WITHOUT = "ข้อที่ไม่มีลิงก์ในวันที่บันทึก"

# What was seen of a page or file of the site itself, which no server answered for.
OWN_SEEN = {
    "fine": "มีอยู่ในเว็บไซต์ที่สร้างไว้",
    "not_found": "ไม่มีในเว็บไซต์ที่สร้างไว้",
}
FRAGMENT_MISSING = "มีหน้านี้ แต่ไม่พบตำแหน่ง #{fragment} ในหน้า"

FROZEN_LEAD = "บันทึกหลักฐานเมื่อวันที่ {day}"
FROZEN_CLOSED = "ขณะนั้นเปิดไม่ได้ ({label})"
NOW_PAGE = {
    "same": "เนื้อหาปัจจุบันของหน้าในเว็บไซต์นี้ยังเหมือนเดิม",
    "changed": "เนื้อหาปัจจุบันของหน้าในเว็บไซต์นี้เปลี่ยนไปแล้ว",
    "gone": "ปัจจุบันไม่มีหน้านี้ในเว็บไซต์นี้",
    "opened": "ปัจจุบันมีหน้านี้ในเว็บไซต์นี้แล้ว",
}
NOW_FILE = {
    "same": "ไฟล์ปัจจุบันในเว็บไซต์นี้ยังเหมือนเดิม",
    "changed": "ไฟล์ปัจจุบันในเว็บไซต์นี้เปลี่ยนไปแล้ว",
    "gone": "ปัจจุบันไม่มีไฟล์นี้ในเว็บไซต์นี้",
    "opened": "ปัจจุบันมีไฟล์นี้ในเว็บไซต์นี้แล้ว",
}
NOW_WEB = {
    "same": "ผลตรวจวันที่ {compared} ได้เนื้อหาเหมือนที่บันทึกไว้",
    "changed": "ผลตรวจวันที่ {compared} ได้เนื้อหาไม่ตรงกับที่บันทึกไว้",
    "changed_page": (
        "ผลตรวจวันที่ {compared} ได้เนื้อหาไม่ตรงกับที่บันทึกไว้ทุกตัวอักษร ซึ่งหน้าเว็บที่แสดงวันที่หรือตัวนับผู้เข้าชมเป็นเช่นนี้ได้ทุกครั้งที่เปิด"
    ),
    "closed": "ผลตรวจวันที่ {compared} เปิดไม่ได้ จึงไม่มีเนื้อหาให้เทียบ",
    "opened": "ผลตรวจวันที่ {compared} เปิดได้",
    "unknown": "โปรแกรมยังไม่มีผลตรวจหลังจากนั้นที่ใช้เทียบเนื้อหาได้",
}
NOW_NEW = "ลิงก์นี้ไม่อยู่ในหลักฐานที่บันทึกเมื่อวันที่ {day}"
NOW_REMOVED = "หลักฐานที่บันทึกเมื่อวันที่ {day} มีลิงก์ {link} ซึ่งปัจจุบันไม่อยู่ในคำตอบของข้อนี้"
