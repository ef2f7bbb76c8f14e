"""Spellings of the words, names and numbers of the grammar, as patterns by the name of their reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from prongsai.prose.grammar.agency_words import ANY_KIND, any_of, of_others, own_kinds, own_patterns
from prongsai.prose.grammar.peer_words import MEAN_OF_OTHERS
from prongsai.prose.grammar.tokens import Vocabulary

DIGITS = {
    word: str(n) for n, word in enumerate(["ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ"])
}
_UNIT_DIGITS = "|".join(word for word in DIGITS if word != "สิบ")
IN_WORDS = (  # สามสิบเอ็ด, แปดสิบห้าจุดสองสาม; the words of one digit are among them
    rf"(?:(?:ยี่|{_UNIT_DIGITS})?สิบ(?:เอ็ด|{_UNIT_DIGITS})?|{_UNIT_DIGITS})(?:จุด(?:{_UNIT_DIGITS})+)?"
)
GOT_ZERO = r"ได้(?:รับ)?(?:คะแนน)?\s*(?:เป็น|เท่ากับ)?\s*(?:0(?:\.0+)?(?![0-9.])|ศูนย์)"  # before คะแนน
_UNITS_BY_KIND = {
    "points": "คะแนน แต้ม",
    "percent": "% เปอร์เซ็นต์",
    "count-k": "ตัวชี้วัด ตัว ด้าน",
    "count-j": "เครื่องมือ แบบวัด แบบ",
    "count-i": "ข้อ",
    "count-m": "มาตรการ โครงการ กิจกรรม เรื่อง รายการ",
    "count-r": "อันดับ ลำดับ",
    "count-other": """
        แห่ง หน่วยงาน คน ราย วัน เดือน ครั้ง บาท ปี ช่องทาง งาน ชุด นาที ชั่วโมง อบต. เทศบาล อปท. แผ่น หน้า ระดับ
        องค์ประกอบ ประเด็น กอง คำถาม ขั้น เท่า
    """,
}
UNITS: Mapping[str, str] = {unit: kind for kind, units in _UNITS_BY_KIND.items() for unit in units.split()}
_UNIT = any_of(UNITS)
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3})(?:\.[0-9]+)?(?![0-9]|[.,][0-9])"
# A word ends where the next letter cannot belong to it, and not inside มากที่สุด, มาตรการ or มาตรฐาน.
_WHOLE = r"(?![\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]|กที่สุด|กสุด|กกว่า|ตรการ|ตรฐาน|(?<=0)\.?[0-9])"
_NO_UNIT = (
    r"(?!ข้อมูล|ข้อคำถาม|ข้อเสนอ|ปีงบ|ปี\s*(?:พ|2[0-9]{3})|ตัวชี้วัดที่\s*[0-9]|ลำดับที่|อันดับที่|ระดับ\s*[A-Z]"
    r"|คะแนน(?:รวม(?!กัน|ทั้ง)|ภาพรวม|\s*[A-Z]IT)|แบบวัด\s*[A-Z]IT|แบบ\s*[A-Z]IT|เรื่องร้อง|งานวิจัย|ตัวอย่าง"
    r"|ตัว(?:อักษร|เลข|แทน|คูณ|หาร|กลาง|แปร)|แบบ(?:ฟอร์ม|สอบถาม|รายงาน|แผน|คำขอ|อย่าง)|ข้อ(?:ความ|หารือ|สั่งการ|เท็จจริง|มูล)"
    r"|เท่า(?:กับ|กัน|เดิม|นั้น|ไร|ที่|ใด|เทียม))"
)
_AFTER = (
    r"$|[\s(),.:;/”\"’'\]|}!?-]|และ|เพราะ|ซึ่ง|โดย|แต่|เพิ่ม|ลด|จาก|ไว้|มา|เป็น|เหลือ|ใน|ได้|ต่อ|เท่า|เช่น|ปี|ทั้ง|ตาม"
    r"|เหมือน|ต่ำ|สูง|อยู่|ขึ้น|แล้ว|เมื่อ|พอดี|คง|กลับ|ก็"
)
_FOLLOWS = rf"(?={_AFTER})"
_IS_SCALE = r"หมาย|ขึ้นไป|ถึง|หรือ|,|\(\s*[0-9.]+\s*(?:-|–|ถึง)|:|[0-9.]+\s*[-–]"  # behind a level: it is explained
_LEVEL_ENDS = rf"(?![A-Za-z]){_FOLLOWS}(?!\s*[”\"]?\s*(?:{_IS_SCALE}))"
_OF_OTHER_SCALES = "(?:ดีเยี่ยม|ดีเลิศ|ดีมาก|ดี|ปานกลาง|พอใช้|ต้องแก้ไข|ผ่านเกณฑ์ดีมาก|ผ่านดีมาก|มากที่สุด|สูงมาก)"
# A name alone begins a text, comes after a blank, or follows one of these; behind any other word it is no name.
_BEFORE_NAMES = "และ กับ คือ ของ ว่า จาก ได้แก่ คะแนน เพราะ ส่วน แต่ โดย เฉพาะ เพียง ขณะที่ ด้าน ระหว่าง ผลการประเมิน ยกเว้น กว่า ทำให้"
_APART = f"(?:(?<![ก-๎])|{'|'.join(f'(?<={word})' for word in _BEFORE_NAMES.split())})"
CONTINUES = (  # what may follow a name without a blank
    r"(?:ได้|มี|เป็น|ยัง|เพิ่ม|ลด|สูง|ต่ำ|ดีขึ้น|แย่|และ|กับ|ที่|ไม่|ผ่าน|จาก|อยู่|ซึ่ง|ตก|ทั้ง|ใน|แต่|ขาด|ถึง|โดยรวม|คือ|น้อย|มาก"
    r"|รวม|เฉลี่ย|เหลือ|ต่าง|คง|เท่า|เกิน|ปี|ของ|หรือ|กลับ|เคย|จึง|ก็|เพียง|นั้น)"
)
_ALSO_CONTINUES = (
    r"(?:ทำ(?:คะแนน|ได้)|ปรับ(?!ปรุง)|ขยับ|ร่วง|พุ่ง|ถอย|ดีกว่า|แย่กว่า|มา(?:หา|เฉลี่ย))"  # behind the name of an indicator
)
_YEAR = (
    r"(?:ประจำ|เมื่อ)?(?:ปีงบประมาณ|ปี|พ\.\s?ศ\.)\s*(?:พ\.?\s?ศ\.?\s*)?"
    r"(?:(?P<long>25[0-9]{2})(?![0-9])|(?P<two>[5-8][0-9])(?![0-9.]))"
    r"|(?:(?<=25[0-9]{2}และ)|(?<=25[0-9]{2} และ)|(?<=25[0-9]{2} และ )|(?<=25[0-9]{2}/))(?P<more>25[0-9]{2})(?![0-9.])"
    r"|(?P<past>ปี(?:งบประมาณ)?ที่(?:ผ่านมา|แล้ว))|ปี(?:งบประมาณ)?ก่อน(?:หน้า)?(?:นี้)?"
    r"|(?P<now>ปี(?:งบประมาณ)?(?:นี้|ปัจจุบัน))"
)
_RANK = (
    r"(?:(?:ลำดับ|อันดับ)(?:ที่)?|(?<=จาก)\s*ที่|(?<=เป็น)\s*ที่|(?<=อยู่)\s*ที่)\s*(?P<place>[0-9][0-9,]*)"
    r"(?:\s*/\s*(?P<places>[0-9]+))?(?![0-9.]|\s*(?:คะแนน|ข้อ|ตัวชี้วัด|อันดับ))"
)
_PART = (
    r"(?:ผู้ตอบ|จำนวนผู้ตอบ|ตอบ|กลุ่มตัวอย่าง|ผู้มีสิทธิตอบ)\s*(?:แบบวัด|แบบสำรวจ|แบบ)?\s*[A-Z]IT"
    r"|EIT\s*ส่วนที่\s*[0-9]|ข้อคำถาม(?:ที่)?\s*[A-Za-z]?[0-9]*|(?<![A-Za-z])[IiEe][0-9]{1,2}(?![0-9])"
)
_OUTSIDE = (
    "(?:(?:ประชาชน)?ผู้มาติดต่อ|ประชาชน(?:ผู้รับบริการ)?|ผู้รับบริการ|บุคคลภายนอก|คนภายนอก|ผู้มีส่วนได้ส่วนเสียภายนอก)"
    "(?:จาก|ราชการ|หน่วยงาน|ภายนอก)*"
)
_INSIDE = "(?:บุคลากร|เจ้าหน้าที่|พนักงาน|คน|ผู้มีส่วนได้ส่วนเสีย)(?:ของ|ใน|หน่วยงาน|ภายใน)*"
_GIVES = r"(?:\s*ประเมิน(?:หน่วยงาน|ไว้|ให้|\s)*(?=(?:สูง|ต่ำ|ดี)กว่า)|(?=\s*ให้คะแนน(?:หน่วยงาน)?\s*(?:สูง|มาก|ต่ำ|น้อย|ดี)กว่า))"
_HEARD, _THAN = r"(?:การรับรู้ของ|คะแนน(?:ประเมิน|การประเมิน)?(?:ของ|จาก))", r"(?=\s*(?:สูง|ต่ำ|มาก|น้อย)กว่า)"
_MOVES = r"(?=\s*(?:ปรับ|เพิ่มขึ้น|สูงขึ้น|ดีขึ้น|ลดลง|ต่ำลง|ร่วง|แย่ลง)[^0-9]{0,40}[0-9])"
_RATERS = (  # who answers an instrument, where their scores are compared
    rf"(?P<outside>{_OUTSIDE}){_GIVES}|(?P<inside>{_INSIDE}){_GIVES}"
    rf"|{_HEARD}(?P<outside3>{_OUTSIDE}){_THAN}|{_HEARD}(?P<inside3>{_INSIDE}){_THAN}"
    rf"|(?<=กว่า){_HEARD}(?P<outside4>{_OUTSIDE})(?=\s|$)|(?<=กว่า){_HEARD}(?P<inside4>{_INSIDE})(?=\s|$)"
    rf"|(?:แบบวัด|แบบสำรวจ|แบบประเมิน)(?:การรับรู้)?(?:ของ|จาก)?(?:(?P<outside5>ผู้มีส่วนได้ส่วนเสียภายนอก)|(?P<inside5>ผู้มีส่วนได้ส่วนเสียภายใน))"
    rf"|(?:เสียงสะท้อน|มุมมอง|ความเห็น|การรับรู้|คะแนน)(?:ของ|จาก)(?:(?P<outside6>{_OUTSIDE})|(?P<inside6>{_INSIDE})){_MOVES}"
    rf"|(?<=กว่า)(?P<outside2>{_OUTSIDE})(?=\s|$)|(?<=กว่า)(?P<inside2>{_INSIDE})(?=\s|$)"
)
_GLOSS = (  # what explains a name, the number of a heading, rounding, and a trend whose figures follow
    r"(?<=[A-Z]IT)\s*\(\s*(?:ผู้มีส่วนได้|การเปิดเผย|แบบวัด|แบบตรวจ|บุคลากร|ประชาชน|ภายใน|ภายนอก|เว็บไซต์|Int|Ext|Open)"
    r"[^()]{0,60}\)|(?<=คะแนน)\s*\(\s*0\s*(?:คะแนน)?(?:\s*/\s*100)?\s*(?:คะแนน)?\s*\)"
    r"|(?<=[A-Z]IT)\)?\s*(?:ซึ่ง|ที่)(?:เป็น(?:การ|แบบ)|สะท้อน|เก็บ|วัด|สำรวจ|ประเมิน|ตรวจ|ตอบ|มาจาก|พิจารณา|สอบถาม)"
    r"[^0-9,;|]{2,90}?(?=\s*(?:ได้|มี|อยู่ที่|เท่ากับ|คิดเป็น)(?:รับ|ผล|คะแนน|ที่|เท่ากับ|ร้อยละ|\s)*[0-9])"
    r"|\A\s*[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?\s+(?=[A-Z]IT|แบบ|เครื่องมือ)"
    r"|(?<=เฉลี่ย)(?:แล้ว|กัน|\s)*จะ(?=\s*ได้)|\A\s*จากคะแนนเต็ม\s*100(?:\.00)?\s*คะแนน(?=[^0-9]{2,60}ได้)"
    r"|(?:เมื่อ)?ปัด(?:เศษ)?(?:ให้)?เป็น(?:เลข)?จำนวนเต็ม(?:แล้ว)?"
    r"|มีแนวโน้ม(?=\s*[ก-๎]{3,20}\s*จาก(?:เดิม)?\s*(?:ร้อยละ\s*)?[0-9])"
    r"|มีแนวโน้ม[ก-๎]{2,12}(?=จากปี[ก-๎]{2,12}\s*(?:โดย|คือ)\s*(?:เพิ่ม|ลด)[^0-9]{2,8}[0-9])"
    r"|(?<!แห่ง)(?<!แห่ง )(?<!ที่)(?:จัด)?อยู่ในกลุ่ม(?:ของ)?หน่วยงานที่(?:มี|ได้(?:รับ)?)"
    r"(?=\s*(?:ผล(?:การ)?ประเมิน|ผลคะแนน)?(?:อยู่)?(?:ใน)?\s*ระดับ)"
)
_ITEM = (
    r"(?:ข้อ(?:ที่)?\s*)?(?<![A-Za-z0-9])[Oo]\s?(?P<code>[0-9]{1,2})(?![0-9])"
    r"|(?:ข้อ(?:ที่)?\s*)?(?<![0-9.,A-Za-z])0(?P<zero>[0-9]{2})(?![0-9.]|\s*(?:คะแนน|%))"
)


def spellings(names: Vocabulary, words: Mapping[str, str]) -> dict[str, str]:
    """The patterns by the name of their reader, those first that others may be inside."""
    indicator, digit = f"(?:{any_of(names.indicators)})", any_of(DIGITS)
    return {
        "agency": own_patterns(names.agency),
        "peers": MEAN_OF_OTHERS,
        "other": of_others(CONTINUES),
        "own": any_of(own_kinds(names.agency)),
        "foreign": ANY_KIND,
        "level": "|".join(_levels(f"(?:{any_of(names.levels)})")),
        "year": _YEAR,
        "top": rf"(?:ติด|อยู่ใน)?\s*(?:(?P<first>[0-9]{{1,4}}|{digit})\s*(?:อันดับ|ลำดับ)(?:แรก|ต้น))",
        "bottom": rf"(?P<last>[0-9]{{1,2}}|{digit})\s*(?:อันดับ|ลำดับ|ตัว)(?:สุดท้าย|ท้าย|รั้งท้าย|ล่างสุด|ล่าง)",
        "rank": _RANK,
        "raters": _RATERS,
        "part": _PART,
        "item": _ITEM,
        "numbered": _numbered(indicator),
        "named": rf"(?:(?:ตัวชี้วัด|ด้าน|ตัวชี้วัดด้าน|ตัวชี้วัดที่|[0-9]{{1,2}}[.)])\s*(?P<label>{indicator})"
        rf"|{_APART}(?P<alone>{indicator}))",
        "tool": r"(?P<within>(?:ใน|ของ|ภายใน)\s*(?:ส่วน(?:ของ)?\s*)?)?"
        r"(?:(?:เครื่องมือ|แบบวัด|แบบตรวจ|แบบสำรวจ|แบบประเมิน|แบบ)\s*(?:ส่วน\s*)?)?"
        rf"(?:(?<![A-Za-z])(?P<tool_code>[A-Z]IT)(?![A-Za-z])|(?P<tool_name>{any_of(names.tools)}))",
        "gloss": _GLOSS,
        "latin": r"(?:หรือ)?[A-Z][A-Za-z]+(?:\s+[A-Za-z]+){2,}",
        "part_of": rf"(?<![0-9.,/])(?P<some>[0-9]{{1,2}}|{digit})\s*(?:ใน|จาก(?:ทั้งหมด)?)\s*"
        rf"(?P<whole>[0-9]{{1,2}}|{digit})"
        rf"\s*{_NO_UNIT}(?P<unit_of>{_UNIT})",
        "scored": r"ได้(?:รับ)?คะแนน(?=\s*(?:มี|จำนวน|ทั้งหมด|ทั้งสิ้น|รวม|\s)*[0-9]+\s*ข้อ|ครบ|ทุก|ทั้ง)",
        "all_of": r"ทั้ง(?:สาม|สิบ)(?=\s*(?:เท่ากับ|คือ|ได้|มี|อยู่|ผ่าน|ไม่|ลด|เพิ่ม|ต่าง|ล้วน|$|\s))",
        "full": r"(?:คะแนน)?เต็ม(?:\s*100)?(?:\s*คะแนน)?",
        "number": rf"(?P<percent>ร้อยละ\s*)?(?<![0-9.,/])(?:(?:(?<=[(])|(?<=[A-Zก-๎] ))\+)?(?P<figure>{_NUMBER})"
        rf"(?:\s*{_NO_UNIT}(?P<unit>{_UNIT}))?",
        "spelled": rf"(?:(?<!ที่)|(?<=อยู่ที่)\s*)(?P<digit>{IN_WORDS})\s*{_NO_UNIT}(?P<unit_spelled>{_UNIT})",
        "spelled_percent": rf"ร้อยละ\s*(?P<digit_percent>{IN_WORDS})(?:ถ้วน)?(?![ก-๎]*(?:ของ|คน))",
        "single": r"(?P<unit_single>ตัวชี้วัด|ตัว|เครื่องมือ|ข้อ|มาตรการ|เรื่อง|แบบ)เดียว(?!กัน)",
        "word": rf"(?:{any_of(words)}){_WHOLE}",
    }


def _levels(level: str) -> Iterator[str]:
    """The ways in which a level is said; what it became (level2) may be another word where nothing told of levels."""
    yield (
        r"(?:ระดับ|ขั้น|(?<=อยู่ใน)กลุ่ม(?:ระดับ)?|(?<=อยู่ใน)เกณฑ์\s*(?=[\"“]))(?:ผลการประเมิน|ผล)?"
        r"(?:\s|คือ|:|อยู่ที่|จึง|ยัง|เป็น|เพียง|คง|ที่ได้(?:รับ)?)*[\"“(]?\s*"
        rf"(?P<level1>{level}){_LEVEL_ENDS}[\"”)]?"
    )
    yield (
        r"(?:เข้าข่าย|เหลือเพียง|เหลือ|ลงมาเป็น|ขึ้นมาเป็น|มาเป็น|ขึ้นเป็น|ไปเป็น|เป็น)\s*[\"“]?"
        rf"(?P<level2>{level}){_LEVEL_ENDS}[\"”]?"
    )
    in_year = r"(?:(?:ใน|เมื่อ)?ปี[^,;]{0,24}?)?"
    yield rf"(?<=จาก)\s*(?P<level4>{level})(?![A-Za-z])(?=\s*{in_year}(?:เป็น|มา|ขึ้น|ลง|เหลือ|ไป|สู่))"
    yield rf"(?:อยู่ใน|เป็น|ได้)ระดับ\s*(?P<level5>{_OF_OTHER_SCALES}){_FOLLOWS}"
    yield rf"(?:(?<=คือ)|(?<=คือ )|(?<=เป็น)|(?<=เป็น ))[“\"](?P<level6>{level})[”\"]"
    yield rf"(?<=คะแนน)\s*\(\s*(?P<level3>{level})\s*\)"


def _numbered(indicator: str) -> str:
    name = rf"(?:\s*[:.]?\s*{indicator}(?={_AFTER}|มี|ที่|ไม่|ผ่าน|ยัง))?"
    return rf"(?:ตัวชี้วัด(?:ย่อย)?|ด้าน)ที่\s*(?P<key>[0-9]{{1,2}}(?:\.[0-9])?)(?![0-9.]*[0-9]){name}"


def is_rough(text: str, end: int) -> bool:
    """True if a number is only about so much by the word behind it: สี่คะแนนเศษ, 14 คะแนนกว่า, หนึ่งคะแนนครึ่ง."""
    return bool(re.match(r"\s?(?:เศษ|ครึ่ง|กว่า\s?ๆ?(?![ก-๎])|นิด|ต้น\s?ๆ|ปลาย\s?ๆ)", text[end : end + 8]))


def in_digits(words: str) -> str:
    """A number that is written in words, in digits: แปดสิบห้าจุดสองสาม is 85.23."""
    whole, _, part = words.partition("จุด")
    tens, ten, ones = whole.rpartition("สิบ")
    digits = {**DIGITS, "ยี่": "2", "เอ็ด": "1", "": "0"}
    value = int(digits[ones]) + (10 * int(digits[tens] if tens else "1") if ten else 0)
    decimals = "".join(DIGITS[one] for one in re.findall(_UNIT_DIGITS, part))
    return f"{value}.{decimals}" if decimals else str(value)


def is_glued(text: str, end: int) -> bool:
    """True if a name goes on behind its end, and so is part of another word."""
    goes_on = re.compile(rf"{CONTINUES}|{_ALSO_CONTINUES}").match(text, end)
    return bool(re.match(r"[ก-๎]", text[end : end + 1])) and not goes_on
