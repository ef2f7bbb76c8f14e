"""The words of what a link shows, for each state, and the sentences of problems of the memory of links."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from prongsai.wording.language import Language
from prongsai.wording.sentence import Sentence, Severity

_NAME = re.compile(r"\{([a-z_]+)\}")
_CLAUSE = re.compile(r"\[([^\[\]]*)\]")  # left out where a value that it names is not known


@dataclass(frozen=True)
class StateWords:
    """A short label, what was seen, what it means for the item, and what to do; in Thai and in English."""

    label_th: str
    seen_th: str
    means_th: str
    do_th: str
    label_en: str
    seen_en: str
    means_en: str
    do_en: str


def word_label(state: str, language: Language = "th") -> str:
    """The short name of a state."""
    words = STATES[state]
    return words.label_th if language == "th" else words.label_en


def word_state(state: str, values: Mapping[str, str], language: Language = "th") -> tuple[str, str, str]:
    """What was seen, what it means and what to do; the last is empty where nothing is to be done."""
    words = STATES[state]
    th = language == "th"
    templates = (words.seen_th, words.means_th, words.do_th) if th else (words.seen_en, words.means_en, words.do_en)
    seen, means, do = (_filled(one, values) for one in templates)
    return seen, means, do


def _filled(template: str, values: Mapping[str, str]) -> str:
    """The template with its names replaced; a clause in brackets only stands where all it names is known."""

    def clause(found: re.Match[str]) -> str:
        known = all(values.get(name) for name in _NAME.findall(found[1]))
        return found[1] if known else ""

    return _NAME.sub(lambda name: values.get(name[1], ""), _CLAUSE.sub(clause, template))


_UNSEEN_TH = "ผู้ตรวจประเมินและประชาชนเปิดดูไม่ได้ ข้อที่ใช้ลิงก์นี้อาจไม่ได้คะแนนเพราะ URL ไม่สามารถตรวจสอบได้"
_UNSEEN_EN = "assessors and citizens cannot open it; the item may get no score because its URL cannot be checked"
_HIDDEN_TH = "บุคคลทั่วไปรวมทั้งผู้ตรวจประเมินไม่เห็นข้อมูลของข้อนี้"
_HIDDEN_EN = "the public, and so the assessor, does not see what the item is about"
_EYE_TH = "โปรแกรมตัดสินแทนคนไม่ได้ว่าผู้ตรวจประเมินเห็นข้อมูลหรือไม่"
_EYE_EN = "a program cannot tell whether an assessor sees the content"
_SAME_PLACE_TH = "โดยคงที่อยู่เดิมไว้"

STATES: dict[str, StateWords] = {
    "fine": StateWords(
        "ใช้งานได้",
        "เปิดได้ตามปกติ",
        "ผู้ตรวจประเมินเปิดดูข้อมูลของข้อนี้ได้",
        "",
        "fine",
        "it opens",
        "an assessor can see the content of the item",
        "",
    ),
    "redirected": StateWords(
        "ส่งต่อชั่วคราว",
        "เปิดได้ แต่เซิร์ฟเวอร์ส่งต่อไปที่ {final}",
        "ข้อมูลยังดูได้ แต่ถ้าการส่งต่อหยุดเมื่อใด ลิงก์นี้จะเปิดไม่ได้",
        "เปิดดูว่าหน้าปลายทางเป็นข้อมูลของข้อนี้จริง และดูแลให้การส่งต่อคงอยู่ตลอดช่วงประเมิน",
        "redirected",
        "it opens, but the server leads on to {final}",
        "the content can be seen; should the redirect end, the link breaks",
        "look whether the target is the content of the item, and keep the redirect for the whole assessment",
    ),
    "moved": StateWords(
        "ย้ายถาวร",
        "เปิดได้ แต่เซิร์ฟเวอร์แจ้งว่าย้ายไปที่ {final} แล้ว",
        "ข้อมูลยังดูได้ผ่านการส่งต่อจากที่อยู่เดิม",
        "ลิงก์ที่ยังไม่ได้ยื่น ให้ใช้ที่อยู่ใหม่ ลิงก์ที่ยื่นแล้ว ให้คงการส่งต่อไว้",
        "moved",
        "it opens, but the server says that it has moved to {final}",
        "the content can be seen by way of the redirect",
        "use the new address where the link is not submitted yet; where it is, keep the redirect",
    ),
    "scan_without_text": StateWords(
        "ไฟล์สแกนไม่มีข้อความ",
        "เปิดไฟล์ PDF ได้ แต่เป็นภาพสแกนที่ไม่มีข้อความ",
        "คนเปิดอ่านได้ แต่ค้นหาคำไม่ได้ โปรแกรมอ่านหน้าจอสำหรับผู้พิการทางการเห็นอ่านไม่ได้ และโปรแกรมตรวจปีของเนื้อหาให้ไม่ได้",
        "ถ้ามีไฟล์ต้นฉบับให้บันทึกเป็น PDF จากโปรแกรมนั้น ถ้ามีแต่กระดาษให้สแกนแบบรู้จำข้อความ (OCR) แล้ววางแทนไฟล์เดิม",
        "scan without text",
        "the PDF opens, but is a scanned picture without text",
        "people can read it, but not search it; screen readers cannot read it and its year cannot be checked",
        "save the PDF from the original file, or scan with text recognition, and put it in the place of the old one",
    ),
    "partly_read": StateWords(
        "อ่านเฉพาะส่วนต้น",
        "เปิดได้ แต่หน้าเว็บยาวมาก[ ({size} ไบต์)] โปรแกรมจึงอ่านเฉพาะส่วนต้น",
        "ผู้ตรวจประเมินเปิดดูได้ แต่โปรแกรมตรวจปีของเนื้อหาให้ไม่ได้ และผู้ที่ใช้อินเทอร์เน็ตช้าอาจต้องรอนาน",
        "เปิดดูเองว่าเป็นข้อมูลของข้อนี้และปีนี้ ถ้าทำได้ให้แบ่งเป็นหลายหน้า",
        "read in part",
        "it opens, but the page is so long[ ({size} bytes)] that the program reads its beginning only",
        "an assessor can see it; its year cannot be checked, and on a slow line it takes long",
        "see for yourself that it is the content of the item and year; split the page where you can",
    ),
    "blocked": StateWords(
        "กันโปรแกรมอัตโนมัติ",
        "เว็บไซต์แสดงหน้าตรวจว่าเป็นคนหรือโปรแกรม[ (รหัส {status})]",
        f"คนอาจเปิดได้ตามปกติ {_EYE_TH}",
        "เปิดลิงก์ด้วยเบราว์เซอร์ในโหมดไม่ระบุตัวตน ถ้าเห็นข้อมูลก็ใช้ได้ ถ้าไม่เห็นให้ขอผู้ดูแลเว็บไซต์ยกเว้นหน้านี้จากการกัน",
        "blocked to robots",
        "the website asks whether a person is there[ (status {status})]",
        f"people may see it; {_EYE_EN}",
        "open the link in a private window; if the content does not show, have the page excepted from the protection",
    ),
    "rate_limited": StateWords(
        "เซิร์ฟเวอร์ให้รอ",
        "เซิร์ฟเวอร์ตอบว่าถูกถามบ่อยเกินไป (รหัส 429) แม้รอแล้วถามใหม่[ {tries} ครั้ง]",
        f"คนอาจเปิดได้ตามปกติ {_EYE_TH}",
        "เปิดลิงก์ด้วยเบราว์เซอร์ ถ้าเห็นข้อมูลก็ใช้ได้ หรือสั่งตรวจใหม่ในเวลาอื่น",
        "asked too often",
        "the server answers that it is asked too often (status 429), also after waiting[ and {tries} tries]",
        f"people may see it; {_EYE_EN}",
        "open the link in a browser, or check again at another time",
    ),
    "forbidden": StateWords(
        "เซิร์ฟเวอร์ไม่อนุญาต",
        "เซิร์ฟเวอร์ตอบว่าไม่อนุญาตให้เปิด (รหัส 403)",
        f"อาจกันเฉพาะโปรแกรมอัตโนมัติ หรืออาจกันบุคคลทั่วไปด้วย {_EYE_TH}",
        "เปิดลิงก์ด้วยเบราว์เซอร์ในโหมดไม่ระบุตัวตน ถ้าเปิดไม่ได้ให้ตั้งสิทธิ์ของหน้าหรือไฟล์ให้บุคคลทั่วไปอ่านได้",
        "forbidden",
        "the server does not allow to open it (status 403)",
        f"it may keep out programs only, or everybody; {_EYE_EN}",
        "open the link in a private window; if it does not open, allow the public to read the page or file",
    ),
    "too_large": StateWords(
        "ใหญ่เกินกว่าจะตรวจ",
        "เปิดได้ แต่ใหญ่เกินกว่าที่โปรแกรมจะอ่านทั้งหมด[ ({size} ไบต์)] จึงยังไม่ได้ตรวจเนื้อหา",
        "ผู้ที่ใช้อินเทอร์เน็ตช้าหรือโทรศัพท์อาจเปิดไม่สำเร็จ และโปรแกรมตรวจปีของเนื้อหาให้ไม่ได้",
        "เปิดดูเองว่าเป็นข้อมูลของข้อนี้และปีนี้ ถ้าเป็นไฟล์สแกนให้ลดความละเอียดหรือแบ่งเป็นหลายไฟล์",
        "too large to check",
        "it opens, but is larger than the program reads[ ({size} bytes)], so the content is not checked",
        "on a slow line or a telephone it may not open, and its year cannot be checked",
        "see for yourself that it is the content of the item and year; make scans smaller or split them",
    ),
    "unread": StateWords(
        "โปรแกรมอ่านเนื้อหาไม่ได้",
        "เปิดได้ แต่โปรแกรมอ่านเนื้อหาไม่ทันเวลาที่กำหนดหรือไม่รองรับรูปแบบของไฟล์ จึงยังไม่ได้ตรวจเนื้อหา",
        f"ไม่ได้หมายความว่าไฟล์เสีย {_EYE_TH}",
        "เปิดลิงก์ด้วยเบราว์เซอร์ ถ้าเห็นข้อมูลของข้อนี้และปีนี้ก็ใช้ได้",
        "not read by the program",
        "it opens, but reading it took too long, or its form is not supported, so the content is not checked",
        f"the file need not be damaged; {_EYE_EN}",
        "open the link in a browser; if it shows the content of the item and year, all is well",
    ),
    "tls_chain": StateWords(
        "ใบรับรองไม่ครบ",
        "เว็บไซต์ส่งใบรับรองความปลอดภัยมาไม่ครบสาย โปรแกรมจึงยืนยันไม่ได้",
        "เบราว์เซอร์บางตัวเปิดได้ บางตัวเตือนว่าไม่ปลอดภัย",
        "เปิดลิงก์ด้วยเบราว์เซอร์มากกว่าหนึ่งตัว และแจ้งผู้ดูแลเซิร์ฟเวอร์ให้ติดตั้งใบรับรองตัวกลาง (intermediate certificate) ให้ครบ",
        "certificate chain incomplete",
        "the website does not send its whole chain of certificates, so it cannot be verified",
        "some browsers open it, others warn",
        "try more than one browser, and have the intermediate certificate installed on the server",
    ),
    "bad_answer": StateWords(
        "คำตอบผิดรูปแบบ",
        "เซิร์ฟเวอร์ตอบผิดรูปแบบของเว็บ[ (รหัส {status})]",
        f"เบราว์เซอร์อาจแสดงได้หรือไม่ได้ {_EYE_TH}",
        "เปิดลิงก์ด้วยเบราว์เซอร์ ถ้าไม่เห็นข้อมูลให้แจ้งผู้ดูแลเซิร์ฟเวอร์",
        "malformed answer",
        "the answer of the server is not well-formed[ (status {status})]",
        f"a browser may show it or not; {_EYE_EN}",
        "open the link in a browser; if the content does not show, tell whoever runs the server",
    ),
    "not_checked": StateWords(
        "ยังไม่ได้ตรวจ",
        "ยังไม่มีผลการตรวจ",
        "ยังไม่ทราบว่าลิงก์นี้เปิดได้หรือไม่",
        "สั่ง prongsai links จากเครื่องที่ต่ออินเทอร์เน็ต",
        "not checked",
        "there is no result of a check",
        "whether the link opens is not known",
        "run prongsai links on a machine that is online",
    ),
    "not_found": StateWords(
        "ไม่พบหน้า",
        "เซิร์ฟเวอร์ตอบว่าไม่มีหน้าหรือไฟล์นี้ (รหัส 404)",
        _UNSEEN_TH,
        f"นำหน้าหรือไฟล์กลับมาวาง{_SAME_PLACE_TH} ถ้าย้ายไปแล้วให้ตั้งการส่งต่อจากที่อยู่เดิม ถ้าลิงก์พิมพ์ผิดและยังไม่ได้ยื่นให้แก้ในทะเบียน",
        "not found",
        "the server says that there is no such page or file (status 404)",
        _UNSEEN_EN,
        "put it back at the same address, or redirect from there; mend a mistyped link that is not submitted yet",
    ),
    "gone": StateWords(
        "ถอนออกแล้ว",
        "เซิร์ฟเวอร์ตอบว่าถอนหน้าหรือไฟล์นี้ออกอย่างถาวร (รหัส 410)",
        _UNSEEN_TH,
        f"ถ้ายังต้องใช้ตอบข้อนี้ ให้นำกลับมาเผยแพร่{_SAME_PLACE_TH}",
        "gone",
        "the server says that it was taken away for good (status 410)",
        _UNSEEN_EN,
        "where the item still needs it, publish it again at the same address",
    ),
    "soft_404": StateWords(
        "หน้าแจ้งว่าไม่พบ",
        "เซิร์ฟเวอร์ตอบว่าเปิดได้ แต่สิ่งที่แสดงคือหน้าแจ้งว่าไม่พบข้อมูลหรือหน้าแรกของเว็บไซต์[ ({final})]",
        _UNSEEN_TH,
        f"นำข้อมูลกลับมาวาง{_SAME_PLACE_TH} หรือตั้งการส่งต่อไปยังหน้าที่มีข้อมูลจริง",
        "not found, though it opens",
        "the server says that all is well, but shows a page of something not found or its front page[ ({final})]",
        _UNSEEN_EN,
        "put the content back at the same address, or redirect to where it really stands",
    ),
    "login_wall": StateWords(
        "ต้องเข้าสู่ระบบ",
        "แสดงหน้าให้เข้าสู่ระบบ[ ที่ {final}]",
        _HIDDEN_TH,
        "ตั้งให้หน้านี้เปิดดูได้โดยไม่ต้องเข้าสู่ระบบ ถ้าเป็นระบบบริการที่ต้องเข้าสู่ระบบอยู่แล้ว ให้ใช้ลิงก์ของหน้าที่แนะนำบริการนั้นแทน",
        "login wall",
        "it shows a login[ at {final}]",
        _HIDDEN_EN,
        "let the page be seen without a login; for a service that needs one, link to the page that presents it",
    ),
    "permission_wall": StateWords(
        "จำกัดสิทธิ์การเข้าถึง",
        "ไฟล์หรือหน้านี้จำกัดสิทธิ์การเข้าถึง บุคคลทั่วไปเปิดไม่ได้",
        _HIDDEN_TH,
        "ตั้งค่าการแชร์เป็น “ทุกคนที่มีลิงก์” ให้ดูได้ แล้วเปิดทดสอบในโหมดไม่ระบุตัวตน",
        "permission wall",
        "access to this file or page is restricted",
        _HIDDEN_EN,
        "share it with “anyone with the link”, then try it in a private window",
    ),
    "client_error": StateWords(
        "เซิร์ฟเวอร์ไม่รับคำขอ",
        "เซิร์ฟเวอร์ไม่รับคำขอ (รหัส {status})",
        _UNSEEN_TH,
        "ตรวจว่าลิงก์คัดลอกมาครบ แล้วเปิดด้วยเบราว์เซอร์ ถ้ายังเปิดไม่ได้ให้แจ้งผู้ดูแลเว็บไซต์พร้อมรหัสนี้",
        "request refused",
        "the server refuses the request (status {status})",
        _UNSEEN_EN,
        "see that the link is whole and try a browser; if it does not open, tell whoever runs the website the status",
    ),
    "server_error": StateWords(
        "เซิร์ฟเวอร์ขัดข้อง",
        "เซิร์ฟเวอร์ขัดข้อง (รหัส {status})[ แม้ถามใหม่รวม {tries} ครั้ง]",
        _UNSEEN_TH,
        "แจ้งผู้ดูแลเว็บไซต์ให้แก้ แล้วสั่งตรวจใหม่",
        "server error",
        "the server fails (status {status})[, also after {tries} tries]",
        _UNSEEN_EN,
        "have the website mended, then check again",
    ),
    "timeout": StateWords(
        "ไม่ตอบในเวลา",
        "เซิร์ฟเวอร์ไม่ตอบภายในเวลาที่กำหนด[ แม้ถามใหม่รวม {tries} ครั้ง]",
        _UNSEEN_TH,
        "สั่งตรวจใหม่ในเวลาอื่น ถ้ายังไม่ตอบให้แจ้งผู้ดูแลเว็บไซต์",
        "no answer in time",
        "the server does not answer in time[, also after {tries} tries]",
        _UNSEEN_EN,
        "check again at another time; if it stays silent, tell whoever runs the website",
    ),
    "too_slow": StateWords(
        "ช้าเกินไป",
        "เซิร์ฟเวอร์ตอบ แต่ส่งข้อมูลช้ามากจนหมดเวลาก่อนจะครบ",
        "ผู้ตรวจประเมินอาจรอไม่ไหวและถือว่าเปิดไม่ได้",
        "แจ้งผู้ดูแลเว็บไซต์เรื่องความเร็ว และลดขนาดหน้าหรือไฟล์",
        "too slow",
        "the server answers, but so slowly that time ran out before the end",
        "an assessor may not wait that long",
        "tell whoever runs the website, and make the page or file smaller",
    ),
    "tls_expired": StateWords(
        "ใบรับรองหมดอายุ",
        "ใบรับรองความปลอดภัย (https) ของเว็บไซต์หมดอายุแล้ว",
        "เบราว์เซอร์เตือนว่าไม่ปลอดภัยและไม่แสดงหน้า ผู้ตรวจประเมินอาจถือว่าเปิดไม่ได้",
        "แจ้งผู้ดูแลเว็บไซต์ให้ต่ออายุใบรับรอง และตั้งให้ต่ออายุเองทุกครั้ง",
        "certificate expired",
        "the certificate (https) of the website has expired",
        "browsers warn and do not show the page",
        "have the certificate renewed, and renewed by itself from now on",
    ),
    "tls_self_signed": StateWords(
        "ใบรับรองออกเอง",
        "เว็บไซต์ใช้ใบรับรองความปลอดภัยที่ออกเอง ไม่มีผู้ออกใบรับรองที่เบราว์เซอร์เชื่อถือ",
        "เบราว์เซอร์เตือนว่าไม่ปลอดภัยและไม่แสดงหน้า ผู้ตรวจประเมินอาจถือว่าเปิดไม่ได้",
        "แจ้งผู้ดูแลเว็บไซต์ให้ใช้ใบรับรองจากผู้ออกที่เบราว์เซอร์เชื่อถือ ซึ่งมีแบบไม่เสียค่าใช้จ่าย",
        "certificate self-signed",
        "the website has signed its certificate itself; no browser trusts it",
        "browsers warn and do not show the page",
        "have a certificate of a trusted issuer installed; there are some free of charge",
    ),
    "tls_wrong_host": StateWords(
        "ใบรับรองเป็นของชื่ออื่น",
        "ใบรับรองความปลอดภัยเป็นของชื่อเว็บไซต์อื่น ไม่ตรงกับชื่อในลิงก์",
        "เบราว์เซอร์เตือนว่าไม่ปลอดภัยและไม่แสดงหน้า ผู้ตรวจประเมินอาจถือว่าเปิดไม่ได้",
        "ตรวจว่าชื่อเว็บไซต์ในลิงก์ถูกต้อง (มีหรือไม่มี www) แล้วแจ้งผู้ดูแลเว็บไซต์ให้เพิ่มชื่อนี้ในใบรับรอง",
        "certificate of another name",
        "the certificate belongs to another name than the one in the link",
        "browsers warn and do not show the page",
        "see whether the name in the link is right (with or without www), and have it added to the certificate",
    ),
    "tls_fault": StateWords(
        "เชื่อมต่อแบบปลอดภัยไม่ได้",
        "ตกลงการเชื่อมต่อแบบปลอดภัย (https) กับเซิร์ฟเวอร์ไม่ได้",
        _UNSEEN_TH,
        "เปิดด้วยเบราว์เซอร์รุ่นใหม่ ถ้าเปิดไม่ได้ให้แจ้งผู้ดูแลเซิร์ฟเวอร์ให้ตรวจการตั้งค่า https",
        "no secure connection",
        "no secure connection (https) can be agreed on with the server",
        _UNSEEN_EN,
        "try a recent browser; if it does not open, have the settings of https checked",
    ),
    "dns_fault": StateWords(
        "ไม่พบชื่อเว็บไซต์",
        "ไม่มีชื่อเว็บไซต์นี้ในอินเทอร์เน็ต",
        _UNSEEN_TH,
        "ตรวจตัวสะกดของชื่อเว็บไซต์ และตรวจกับผู้ดูแลว่าโดเมนหมดอายุหรือไม่",
        "unknown name",
        "the internet knows no website of this name",
        _UNSEEN_EN,
        "check the spelling of the name, and whether the domain has expired",
    ),
    "refused": StateWords(
        "เซิร์ฟเวอร์ไม่รับการเชื่อมต่อ",
        "เซิร์ฟเวอร์ไม่รับการเชื่อมต่อ",
        _UNSEEN_TH,
        "แจ้งผู้ดูแลเซิร์ฟเวอร์ว่าเว็บไซต์ไม่ทำงาน แล้วสั่งตรวจใหม่",
        "connection refused",
        "the server accepts no connection",
        _UNSEEN_EN,
        "tell whoever runs the server that the website is down, then check again",
    ),
    "reset": StateWords(
        "การเชื่อมต่อขาดกลางทาง",
        "เซิร์ฟเวอร์ตัดการเชื่อมต่อก่อนส่งข้อมูลครบ[ แม้ถามใหม่รวม {tries} ครั้ง]",
        _UNSEEN_TH,
        "เปิดด้วยเบราว์เซอร์จากอินเทอร์เน็ตนอกสำนักงาน ถ้าเปิดไม่ได้ให้แจ้งผู้ดูแลเซิร์ฟเวอร์",
        "connection cut",
        "the server cuts the connection before all is sent[, also after {tries} tries]",
        _UNSEEN_EN,
        "try a browser from outside the office; if it does not open, tell whoever runs the server",
    ),
    "wrong_length": StateWords(
        "ข้อมูลไม่ครบ",
        "เซิร์ฟเวอร์ส่งข้อมูลไม่ครบตามขนาดที่แจ้งไว้[ (ได้ {found} ไบต์)]",
        "หน้าหรือไฟล์อาจเปิดไม่ได้หรือแสดงไม่ครบ",
        f"อัปโหลดไฟล์ใหม่ทั้งไฟล์{_SAME_PLACE_TH} ถ้ายังเป็นอยู่ให้แจ้งผู้ดูแลเซิร์ฟเวอร์",
        "incomplete",
        "the server sends less than it states[ ({found} bytes)]",
        "the page or file may not open or be cut short",
        "upload the whole file again at the same address; if that does not help, tell whoever runs the server",
    ),
    "wrong_type": StateWords(
        "ไม่ใช่ไฟล์ตามชื่อ",
        "สิ่งที่ได้ไม่ใช่ไฟล์ชนิดที่ลิงก์บอก[ เซิร์ฟเวอร์แจ้งชนิดเป็น {type}]",
        "เบราว์เซอร์อาจแสดงเป็นตัวอักษรที่อ่านไม่ออก หรือไม่ใช่ข้อมูลของข้อนี้",
        f"เปิดดูว่าได้อะไร แล้ววางไฟล์ที่ถูกต้อง{_SAME_PLACE_TH}",
        "not the type it says",
        "what comes is not a file of the type in the link[; the server calls it {type}]",
        "a browser may show unreadable signs, or it is not the content of the item",
        "see what it is, and put the right file at the same address",
    ),
    "damaged": StateWords(
        "ไฟล์เสีย",
        "เป็นไฟล์ PDF แต่ไฟล์เสีย อ่านไม่ได้",
        _UNSEEN_TH,
        f"สร้างไฟล์ PDF ใหม่จากต้นฉบับแล้ววางแทน{_SAME_PLACE_TH}",
        "damaged file",
        "the PDF is damaged and cannot be read",
        _UNSEEN_EN,
        "make the PDF anew and put it in the place of the old one",
    ),
    "locked": StateWords(
        "ไฟล์ใส่รหัสผ่าน",
        "ไฟล์ PDF ใส่รหัสผ่านไว้ ต้องมีรหัสจึงจะเปิดได้",
        _HIDDEN_TH,
        f"บันทึกไฟล์ใหม่โดยไม่ใส่รหัสผ่านแล้ววางแทน{_SAME_PLACE_TH}",
        "file with a password",
        "the PDF opens only with a password",
        _HIDDEN_EN,
        "save it without a password and put it in the place of the old one",
    ),
    "empty": StateWords(
        "ว่างเปล่า",
        "เปิดได้ แต่ไม่มีเนื้อหา",
        _HIDDEN_TH,
        f"ใส่เนื้อหาหรืออัปโหลดไฟล์ใหม่{_SAME_PLACE_TH} ถ้าปีนี้ไม่มีเหตุการณ์ให้เขียนไว้ในหน้าว่าไม่มี",
        "empty",
        "it opens, but there is nothing in it",
        _HIDDEN_EN,
        "add the content or upload the file again; where nothing happened this year, say so on the page",
    ),
    "bad_encoding": StateWords(
        "ข้อมูลบีบอัดผิดปกติ",
        "ข้อมูลที่บีบอัดมาผิดปกติ คลายไม่ได้หรือคลายแล้วใหญ่เกินจริง[ ({found})] โปรแกรมจึงหยุดอ่าน",
        "เบราว์เซอร์อาจแสดงหน้าไม่ได้หรือค้าง",
        "แจ้งผู้ดูแลเซิร์ฟเวอร์ให้ตรวจการบีบอัด (Content-Encoding) และตรวจว่าเว็บไซต์ไม่ได้ถูกแก้ไขโดยผู้ไม่ประสงค์ดี",
        "abnormal compression",
        "the compressed content cannot be unpacked, or unpacks to an absurd size[ ({found})]; reading was stopped",
        "a browser may not show it, or hang",
        "have the compression (Content-Encoding) checked, and whether somebody tampered with the website",
    ),
    "redirect_loop": StateWords(
        "ส่งต่อวนไม่จบ",
        "เซิร์ฟเวอร์ส่งต่อไปเรื่อย ๆ ไม่จบ[ รวม {hops} ครั้ง]",
        _UNSEEN_TH,
        "แจ้งผู้ดูแลเว็บไซต์ให้แก้การส่งต่อที่วนกลับมาที่เดิม",
        "endless redirects",
        "the server leads on without end[, {hops} times]",
        _UNSEEN_EN,
        "have the redirect that leads back to itself mended",
    ),
    "private_address": StateWords(
        "อยู่ในเครือข่ายภายใน",
        "ลิงก์นี้[ส่งต่อไปที่ {final} ซึ่ง]เป็นที่อยู่ในเครือข่ายภายใน[ ({found})] โปรแกรมจึงไม่เปิด",
        "คนนอกหน่วยงานเปิดไม่ได้",
        "ใช้ที่อยู่ของเว็บไซต์ที่เปิดได้จากอินเทอร์เน็ต ถ้าตั้งใจตรวจเว็บไซต์ภายใน ให้ระบุเครือข่ายด้วย --allow-private",
        "private address",
        "the link[ leads to {final}, which] lies in a private network[ ({found})], so it was not opened",
        "nobody outside can open it",
        "use an address that the internet reaches; to check an internal website, name its network with --allow-private",
    ),
    "not_http": StateWords(
        "ไม่ใช่หน้าเว็บ",
        "ที่อยู่นี้ไม่ใช่เว็บไซต์แบบ http หรือ https[ ({found})]",
        _UNSEEN_TH,
        "ใช้ที่อยู่ที่ขึ้นต้นด้วย https:// และเปิดได้ด้วยเบราว์เซอร์",
        "no website",
        "this address is no website of http or https[ ({found})]",
        _UNSEEN_EN,
        "use an address that begins with https:// and opens in a browser",
    ),
    "wrong_year": StateWords(
        "เป็นข้อมูลปีอื่น",
        "เนื้อหากล่าวถึงปีงบประมาณ {years} แต่ไม่กล่าวถึงปี {due} ที่ข้อนี้ต้องแสดง",
        "ข้อนี้อาจไม่ได้คะแนนเพราะข้อมูลไม่ตรงปีงบประมาณ",
        "เปิดดูเนื้อหา ถ้าเป็นของปีอื่นให้ใช้ลิงก์ของปี {due} ถ้าเป็นของปีนี้จริงให้เขียนปีงบประมาณไว้ในเนื้อหา",
        "of another year",
        "it speaks of fiscal year {years}, but never of {due}, which the item must show",
        "the item may get no score because the content is not of the fiscal year",
        "if it is of another year, link to that of {due}; if it is of this year, state the fiscal year in it",
    ),
    "wrong_year_name": StateWords(
        "ชื่อปีนี้ เนื้อหาปีอื่น",
        "ชื่อลิงก์หรือชื่อไฟล์บอกปี {due} แต่เนื้อหาทั้งหมดกล่าวถึงปีงบประมาณ {years}",
        "ข้อนี้อาจไม่ได้คะแนนเพราะข้อมูลไม่ตรงปีงบประมาณ",
        f"น่าจะวางไฟล์ผิดปี ให้วางไฟล์ของปี {{due}} แทน{_SAME_PLACE_TH}",
        "named this year, of another year",
        "the link or the file is named after {due}, but all of its content speaks of fiscal year {years}",
        "the item may get no score because the content is not of the fiscal year",
        "probably the wrong file was uploaded: put that of {due} at the same address",
    ),
}

_W = Severity.WARNING
_MEND_TH = "ย้อนแฟ้มไปรุ่นก่อนด้วย git หรือแก้ช่องนี้ให้เป็นแบบเดียวกับแถวอื่น"
_MEND_EN = "bring back the version before with git, or write the cell as in the other rows"

# None of these stops a build: what is remembered of links is no fact of the agency. `prongsai links` itself stops.
SENTENCES: dict[str, Sentence] = {
    "links-encoding": Sentence(
        _W,
        "แฟ้มนี้ไม่ได้เข้ารหัสแบบ UTF-8 จึงอ่านผลตรวจลิงก์ไม่ได้",
        "ถ้าแก้ด้วย Excel ให้บันทึกเป็น “CSV UTF-8 (ใช้เครื่องหมายจุลภาคเป็นตัวคั่น)” หรือย้อนแฟ้มไปรุ่นก่อนด้วย git",
        "this file is not UTF-8, so what is remembered of links cannot be read",
        "in Excel save it as “CSV UTF-8 (comma delimited)”, or bring back the version before with git",
    ),
    "links-csv": Sentence(
        _W,
        "แฟ้มนี้อ่านเป็นตาราง CSV ไม่ได้ ({found})",
        "ย้อนแฟ้มไปรุ่นก่อนด้วย git",
        "this file cannot be read as CSV ({found})",
        "bring back the version before with git",
    ),
    "links-resaved": Sentence(
        _W,
        "แฟ้มนี้ถูกเปิดแล้วบันทึกทับด้วย Excel หรือโปรแกรมตาราง ทำให้รูปแบบทั้งแฟ้มเปลี่ยนไป เช่น “{found}” ผลตรวจลิงก์ที่บันทึกไว้จึงใช้ไม่ได้",
        "ย้อนแฟ้มไปรุ่นก่อน เช่น git checkout -- site_config/links.csv หรือจากสำเนาสำรอง "
        "ถ้าไม่มี ให้ลบแฟ้มนี้แล้วสั่ง prongsai links เพื่อเริ่มบันทึกใหม่",
        "this file was saved again by Excel or another spreadsheet program, which changed its form, as “{found}”: what "
        "was remembered of the links cannot be used",
        "bring back the file from before, as git checkout -- site_config/links.csv, or from a backup; without one "
        "delete it and run prongsai links to begin anew",
    ),
    "links-header": Sentence(
        _W,
        "แถวแรกต้องเป็นชื่อช่อง {expected} แต่พบ “{found}”",
        "แก้แถวแรกให้ตรงตามนี้ทุกตัวอักษร หรือย้อนแฟ้มไปรุ่นก่อนด้วย git",
        "the first line must be {expected}, found “{found}”",
        "write the first line exactly so, or bring back the version before with git",
    ),
    "links-row-width": Sentence(
        _W,
        "แถวนี้มี {found} ช่อง ต้องมี {expected} ช่อง",
        "ตรวจเครื่องหมายจุลภาคและเครื่องหมายคำพูดในแถว หรือย้อนแฟ้มไปรุ่นก่อนด้วย git",
        "this row has {found} cells and must have {expected}",
        "check commas and quotes of the row, or bring back the version before with git",
    ),
    "links-cell-empty": Sentence(_W, "ช่อง {key} ว่างเปล่า", _MEND_TH, "the cell {key} is empty", _MEND_EN),
    "links-state-unknown": Sentence(
        _W, "ไม่รู้จักสถานะของลิงก์ “{found}”", _MEND_TH, "“{found}” is no state of a link", _MEND_EN
    ),
    "links-day-form": Sentence(
        _W,
        "ช่อง {key} มีค่า “{found}” ซึ่งไม่ใช่วันที่แบบปี พ.ศ. เดือน วัน",
        "เขียนแบบ 2569-11-21 โปรแกรมตารางอาจเปลี่ยนรูปแบบเมื่อบันทึก ให้ย้อนแฟ้มไปรุ่นก่อนด้วย git",
        "the cell {key} is “{found}”, which is no day",
        "write it as 2569-11-21; a spreadsheet program may have changed it: bring back the version before with git",
    ),
    "links-count-form": Sentence(
        _W, "จำนวนครั้งที่ตรวจมีค่า “{found}” ซึ่งไม่ใช่จำนวนนับ", _MEND_TH, "“{found}” is no number of checks", _MEND_EN
    ),
    "links-changes-form": Sentence(
        _W,
        "ประวัติของลิงก์ “{found}” อ่านไม่ได้",
        "เขียนแบบ 2569-03-01=fine;2569-03-07=timeout เรียงตามวัน หรือย้อนแฟ้มไปรุ่นก่อนด้วย git",
        "the history “{found}” cannot be read",
        "write it as 2569-03-01=fine;2569-03-07=timeout in the order of days, or bring back the old version with git",
    ),
    "links-url-twice": Sentence(
        _W,
        "ที่อยู่ “{found}” มีแถวอยู่แล้วในบรรทัด {other}",
        "เก็บแถวที่ใหม่กว่าไว้เพียงแถวเดียว",
        "the address “{found}” has a row already, in line {other}",
        "keep the newer row only",
    ),
    "frozen-form": Sentence(
        _W,
        "อ่านบันทึกหลักฐานของปี {of} ไม่ได้ หน้าของแต่ละข้อจึงไม่บอกว่าอะไรเปลี่ยนไปหลังบันทึก",
        "ย้อนแฟ้มนี้ไปรุ่นก่อนด้วย git แฟ้มนี้โปรแกรมเขียนเองและไม่ต้องแก้ด้วยมือ",
        "the record of evidence of {of} cannot be read, so pages do not say what has changed since",
        "bring back the version before with git; the program writes this file and nobody needs to edit it",
    ),
}
