"""The facts that the next officer of a site needs, on two sheets: offices and places, never a person or a password."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.wording.lacks import ANSWERS

CYCLE = (
    "เริ่มปีงบประมาณ (ตุลาคม) กรอกมาตรการของปีใหม่จากผลประเมินปีก่อน ใน data/ปี/measures.yml",
    "หลัง 31 มีนาคม กรอกรายงานรอบ 6 เดือน และหลัง 30 กันยายน กรอกรอบ 12 เดือน ใน follow-up.yml",
    "ก่อนและระหว่างช่วงตรวจ OIT ตามปฏิทินของปีนั้น กรอก oit.yml ให้ครบ และสั่ง prongsai links ทุกวัน",
    "วันส่งคำตอบ สั่ง prongsai export oit แล้วเก็บหลักฐานด้วย prongsai urls freeze",
    "เมื่อประกาศผล กรอก scores.yml และ analysis.yml ของปีที่ประเมิน แล้วเผยแพร่",
)
PLACES = (
    "data/ปี/ คือข้อเท็จจริงของแต่ละปี เจ้าหน้าที่ผู้รับผิดชอบ ITA แก้ตามข้อมูลของแต่ละหน่วยงาน",
    "(scores ผลคะแนน, analysis การวิเคราะห์, measures มาตรการ, follow-up รายงาน, oit คำตอบแบบตรวจ)",
    "site_config/ คือหน่วยงาน เอกสารที่มา และทะเบียนที่โปรแกรมเขียนเอง (urls.csv links.csv published frozen)",
    "content/files/ คือแฟ้มแนบ และ content/ คือหน้าที่เขียนเอง หน้าอื่นในนั้นโปรแกรมสร้างและสร้างใหม่ได้",
    "site/ และ .prongsai/ สร้างใหม่ได้เสมอ แต่ลบ .prongsai/ แล้ว prongsai undo คืนแฟ้มไม่ได้",
)
COMMANDS = (
    "prongsai check : ตรวจข้อมูลทุกแฟ้ม",
    "prongsai serve : เปิดดูระหว่างแก้ข้อมูล",
    "prongsai publish --to โฟลเดอร์ : เผยแพร่ บันทึกทะเบียนลิงก์ และเก็บสำเนาสำรอง",
    "prongsai links : ตรวจลิงก์ของคำตอบทุกลิงก์",
    "prongsai urls redirect เดิม ใหม่ : ย้ายลิงก์ที่เผยแพร่แล้ว (urls withdraw คือถอน)",
    "prongsai export oit --year ปี : ตารางสำหรับกรอกในระบบ ITAS",
    "prongsai urls freeze --year ปี : เก็บหลักฐานว่าลิงก์แสดงอะไร",
    "prongsai restore แฟ้ม.zip โฟลเดอร์ : กู้คืนจากสำเนาสำรอง",
)
NEVER = (
    "ห้ามลบหรือแก้ site_config/urls.csv และ site_config/published/ เอง",
    "ห้ามเปลี่ยนรหัส (id) ของมาตรการ หน่วยงาน หรือเอกสารที่เผยแพร่แล้ว เพราะลิงก์เดิมจะเสีย",
    "ห้ามเปลี่ยน site_url โดยไม่ทำให้ที่อยู่เดิมพาไปที่อยู่ใหม่",
    "ห้ามแก้หน้าที่โปรแกรมสร้าง ให้แก้ข้อมูลใน data/ แล้วเผยแพร่ใหม่",
    "ห้ามใส่รหัสผ่าน เลขประจำตัวประชาชน หรือเบอร์ส่วนตัวในแฟ้มใดของเว็บไซต์",
)


HEADING = "บันทึกส่งมอบเว็บไซต์คุณธรรมและความโปร่งใส"
_MOST_NAMES, _MOST_YEARS, _MOST_LINKS, _MOST_PROBLEMS = 8, 3, 4, 4
_LONGEST_NAME, _LONGEST_LIST = 60, 110
_LONGEST_KEY, _LONGEST_KEYS = 24, 34  # of items and measures, so that each line of a year stays one
_OF_PERSONS = ("นาย", "นาง", "น.ส.", "ด.ช.", "ด.ญ.", "ว่าที่ร", "ดร.")


@dataclass(frozen=True)
class OpenYear:
    """The open points of a year (Buddhist Era): items without an answer, with findings, and measures without reports.

    `due` are the rounds (6 or 12 months) that are over, each with the measures that lack its report; `coming` is the
    next round and the day on which it ends.
    """

    year: int
    measures: int
    items_open: tuple[str, ...] = ()
    items_lacking: tuple[str, ...] = ()
    unreported: tuple[str, ...] = ()
    due: tuple[tuple[int, tuple[str, ...]], ...] = ()
    coming: tuple[int, str] | None = None
    has_register: bool = True


@dataclass(frozen=True)
class Handover:
    """The state of a site on `day`; `problems` are places with their codes, errors first.

    `submitted` are the years whose answers were submitted and whose result is not known, each with the day in words.
    """

    agency: str
    day: str
    version: str
    site_url: str
    published_on: str
    published_by: str
    target: str
    backup: str
    backup_folder: str
    units: tuple[str, ...]
    fiscal_year: int
    years: tuple[OpenYear, ...]
    broken: tuple[str, ...]
    links: int
    problems: tuple[str, ...]
    counted: str
    addresses: int
    redirected: int
    withdrawn: int
    submitted: tuple[tuple[int, str], ...] = ()


Sections = tuple[tuple[str, tuple[str, ...]], ...]


def handover_title(facts: Handover) -> str:
    """The heading of the sheets."""
    return f"{HEADING} {_short(facts.agency)}"


def handover_sections(facts: Handover) -> Sections:
    """The sheets: each heading with its lines, of which the lists end with how many more there are."""
    return (
        ("เว็บไซต์นี้", _published(facts)),
        ("สิ่งที่ค้างอยู่", _open(facts)),
        ("งานตามรอบปี", CYCLE),
        ("ในโฟลเดอร์มีอะไร ใครแก้", (*PLACES, _units(facts.units))),
        ("สิ่งที่เก็บไว้และที่เก็บ", _kept(facts)),
        ("คำสั่งที่ใช้ (สั่งในโฟลเดอร์ของเว็บไซต์)", COMMANDS),
        ("ห้ามทำ", NEVER),
    )


def _keys(keys: Sequence[str]) -> str:
    return listed([_short(key, _LONGEST_KEY) for key in keys], _MOST_NAMES, _LONGEST_KEYS)


def listed(names: Sequence[str], most: int = _MOST_NAMES, longest: int = _LONGEST_LIST) -> str:
    """The first names, as far as there is room for them, and how many more there are."""
    shown: list[str] = []
    for name in map(_short, names[:most]):
        if shown and len(" ".join((*shown, name))) > longest:
            break
        shown.append(name)
    rest = f" และอีก {len(names) - len(shown)}" if len(names) > len(shown) else ""
    return f"{' '.join(shown)}{rest}"


def _published(facts: Handover) -> tuple[str, ...]:
    by = f" ด้วย prongsai รุ่น {facts.published_by}" if facts.published_by else ""
    return (
        f"ข้อมูล ณ วันที่ {facts.day} เครื่องนี้ใช้ prongsai รุ่น {facts.version}",
        f"ที่อยู่เว็บไซต์ {_short(facts.site_url)}" if facts.site_url else "ยังไม่ได้กรอก site_url ใน site_config/site.yml",
        f"เผยแพร่ครั้งล่าสุดเมื่อ {facts.published_on}{by}" if facts.published_on else "ยังไม่เคยเผยแพร่ด้วย prongsai publish",
        f"โฟลเดอร์ที่เผยแพร่ {_short(facts.target)}" if facts.target else "เครื่องนี้ไม่มีบันทึกว่าเผยแพร่ไปที่โฟลเดอร์ใด",
    )


def _open(facts: Handover) -> tuple[str, ...]:
    lines = [line for year in facts.years[:_MOST_YEARS] for line in _open_in(year)]
    if facts.fiscal_year not in {year.year for year in facts.years if year.measures}:
        lines.append(f"ปี {facts.fiscal_year} ยังไม่มีมาตรการ (data/{facts.fiscal_year}/measures.yml)")
    if facts.broken:
        lines.append(f"ลิงก์ที่เปิดไม่ได้ {len(facts.broken)} จาก {facts.links} ลิงก์: {listed(facts.broken, _MOST_LINKS)}")
    elif facts.links:
        lines.append(f"ลิงก์ {facts.links} ลิงก์ ไม่มีลิงก์ที่ตรวจพบว่าเปิดไม่ได้")
    lines += [
        f"ปี {year} ยื่นคำตอบ OIT ใน ITAS แล้วเมื่อ {day} ลิงก์ที่ยื่นต้องคงไว้จนทราบผล (prongsai submitted {year} --list)"
        for year, day in facts.submitted[-_MOST_YEARS:]
    ]
    lines.append(f"prongsai check: {facts.counted}")
    if facts.problems:
        lines.append(f"เช่น {listed(facts.problems, _MOST_PROBLEMS)}")
    return tuple(lines)


def _open_in(year: OpenYear) -> list[str]:
    """The lines of one year, at most five."""
    lines = []
    if not year.has_register:
        lines.append(f"ปี {year.year} ยังไม่มีทะเบียนคำตอบ OIT (data/{year.year}/oit.yml)")
    if year.has_register and year.items_open:
        count = f"{ANSWERS['open'].answer} {len(year.items_open)} ข้อ"
        lines.append(f"ปี {year.year} ข้อ OIT ที่{count}: {_keys(year.items_open)}")
    if year.items_lacking:
        lines.append(f"ปี {year.year} ข้อ OIT ที่ยังไม่ครบ {len(year.items_lacking)} ข้อ: {_keys(year.items_lacking)}")
    if year.unreported:
        count = f"{len(year.unreported)} จาก {year.measures} มาตรการ"
        lines.append(f"ปี {year.year} มาตรการที่ยังไม่มีรายงาน {count}: {_keys(year.unreported)}")
    for months, names in year.due:
        lines.append(f"ปี {year.year} รอบ {months} เดือนครบแล้ว ขาดรายงาน {len(names)} มาตรการ: {_keys(names)}")
    if year.coming:
        lines.append(f"ปี {year.year} รายงานรอบถัดไปคือรอบ {year.coming[0]} เดือน สิ้นสุด {year.coming[1]}")
    return lines or [f"ปี {year.year} ไม่มีข้อ OIT หรือรายงานมาตรการที่ค้าง"]


def _units(units: Sequence[str]) -> str:
    offices = [unit for unit in units if not unit.startswith(_OF_PERSONS) and "@" not in unit]
    return f"หน่วยงานที่ให้ข้อมูล: {listed(offices)}" if offices else "ยังไม่ได้กรอกหน่วยงานใน site_config/agency.yml"


def _kept(facts: Handover) -> tuple[str, ...]:
    backup = f"สำเนาสำรองล่าสุด {_short(facts.backup)}" if facts.backup else "เครื่องนี้ไม่มีบันทึกว่าเก็บสำเนาสำรองไว้"
    return (
        f"{backup} (เก็บทุกครั้งที่เผยแพร่ ปกติใน {_short(facts.backup_folder)} ไม่ลบเอง)",
        "แฟ้มหลักฐาน evidence-….zip จาก prongsai urls freeze เก็บนอกเว็บไซต์ ค่าแฮชอยู่ใน site_config/frozen/",
        f"ทะเบียนลิงก์ site_config/urls.csv {facts.addresses} รายการ ย้าย {facts.redirected} ถอน {facts.withdrawn}",
        "บันทึกข้อเท็จจริงที่เผยแพร่ site_config/published/ คำตอบที่ยื่น site_config/submitted/ ผลตรวจลิงก์ site_config/links.csv",
        "รหัสผ่านของเครื่องแม่ข่ายไม่อยู่ในโปรแกรมนี้ ส่งมอบแยกต่างหากตามระเบียบของหน่วยงาน",
    )


def _short(text: str, longest: int = _LONGEST_NAME) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
