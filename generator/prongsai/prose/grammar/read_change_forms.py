"""Changes by a sign in brackets, a word behind a row of two years, a rate of growth, or a base and what was added."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from prongsai.prose.grammar.claims import TOTAL, Amount, Claim, Moved, Referent, ScoreIs
from prongsai.prose.grammar.reading import WORDS, Reading
from prongsai.thai.numerals import to_arabic

_N = r"(?P<{}>[0-9]{{1,2}}(?:\.[0-9]{{1,2}})?)(?![0-9.,]*[0-9])"
_SIGNED = re.compile(rf"\(\s*(?P<sign>[+\-−–])\s?{_N.format('by')}\s*(?:คะแนน)?\s*\)")
_WORD = r"(?P<way>เพิ่มขึ้น|สูงขึ้น|ดีขึ้น|ปรับตัวดีขึ้น|ลดลง|ต่ำลง|แย่ลง)"
_ROW = re.compile(
    r"(?<![0-9])(?P<from>25[0-9]{2})\s*[:=]?\s*(?:ร้อยละ\s*)?[0-9]{1,3}\.[0-9]{1,2}\s*(?:คะแนน)?\s*[,/|;]\s*(?:ปี\s*)?(?P<to>25[0-9]{2})\s*[:=]?\s*"
    rf"(?:ร้อยละ\s*)?[0-9]{{1,3}}\.[0-9]{{1,2}}\s*(?:คะแนน)?\s*\)?\s*{_WORD}(?!\s*[0-9]|ร้อยละ)"
)
_WHOLE = r"(?:ผล)?คะแนน(?:รวม|\s*ITA|ภาพรวม|การประเมิน)+(?:ของ(?:หน่วยงาน|เรา))?\s*(?:ITA)?\s*"
_GROWTH = re.compile(
    rf"{_WHOLE}(?P<way>หดตัว(?:ลง)?|หดหาย(?:ไป)?|ร่วงลง|ถอยลง|โตขึ้น|เติบโต(?:ขึ้น)?|ขยายตัว(?:ขึ้น)?|ทะยานขึ้น|พุ่งขึ้น|กระเตื้องขึ้น)"
    rf"(?:คิดเป็น|ไป|ถึง|เป็น|ประมาณ(?=$)|\s)*(?:(?P<percent>ร้อยละ)\s*)?{_N.format('by')}\s*(?P<unit>คะแนน|%)?\s*"
    r"(?:(?:จาก|ของ|เทียบกับ)(?:ฐาน|คะแนน|เดิม|รวม|\s)*(?P<base>[0-9]{2}\.[0-9]{1,2})?(?:คะแนน|ใน|ของ|\s)*(?:ปี(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?\s*)?"
    r"(?P<from>25[0-9]{2}|ก่อน|ที่ผ่านมา|ที่แล้ว))?)?"
)
_BASE = re.compile(
    rf"จากฐาน(?:คะแนน)?(?:เดิม)?\s*(?P<base>[0-9]{{2}}\.[0-9]{{1,2}})\s*(?:คะแนน)?\s*(?:หน่วยงาน|เทศบาล|อบต\.)?(?:ทำ|ได้|สามารถ|\s)*(?P<way>เพิ่ม(?:ขึ้น)?|ลด(?:ลง)?)"
    rf"(?:ได้|อีก|ไป|ขึ้น|\s)*{_N.format('by')}\s*คะแนน"
)
_DIFFERENCE = re.compile(
    rf"(?:ผลต่าง|ส่วนต่าง)\s*(?:ของ)?{_WHOLE}(?:ระหว่าง)?\s*ปี(?:งบประมาณ)?\s*(?P<from>25[0-9]{{2}})\s*(?:กับ|และ|-|–|/)\s*(?:ปี)?\s*(?P<to>25[0-9]{{2}})\s*"
    rf"(?:=|:|เท่ากับ|คือ|เป็น|\s)*(?P<sign>[+\-−–])\s?{_N.format('by')}"
)
_NO_FACT = re.compile(
    r"ควร|ต้อง(?!ปรับปรุง)|จะ(?!แนน)|หาก|ถ้า|คาด|เป้า|มุ่ง|เพื่อ(?!น)|แห่งอื่น|ประมาณ|เกือบ|น้ำหนัก|ค่าเฉลี่ย|ลำดับ|อันดับ"
)
_SUBJECTS = {"total", "instrument", "scope", "indicator", "subindicator"}
_PASSED = {"points", "bare", "percent", "year", "dash", "and", "equals", "becomes", "full", "rises", "falls", "break"}


def read_change_forms(reading: Reading) -> Iterator[Claim]:
    """Every change of a sentence that is worded in one of these ways."""
    text, about, tokens = to_arabic(reading.sentence.text), reading.sentence.about, reading.sentence.tokens
    if about is None or _NO_FACT.search(text):
        return
    years = {int(one) for one in re.findall(r"(?<![0-9])25[0-9]{2}(?![0-9])", text)}
    for found in _SIGNED.finditer(text) if not years - {about, about - 1} else ():
        subject = _subject_before(reading, found.start())
        if subject is not None:
            yield _moved(found, subject, about - 1, about, is_up=found["sign"] == "+")
            reading.taken |= {at for at, one in enumerate(tokens) if found.start() <= one.start < found.end()}
    for found in _ROW.finditer(text):
        subject = _subject_before(reading, found.start())
        if subject is not None and int(found["from"]) + 1 == int(found["to"]):
            is_up = "ขึ้น" in found["way"]
            words, year = WORDS["rises" if is_up else "falls"], int(found["to"])
            yield Moved(subject=subject, word=words, base=year - 1, years=(year,), quote=found[0].strip())
    if not {one.kind for one in tokens} & (_SUBJECTS - {"total"} | {"others", "peers", "part", "item"}):
        yield from _of_total(reading, text, about)


def _of_total(reading: Reading, text: str, about: int) -> Iterator[Claim]:
    """Changes of the total: its growth, what was added to a base, and the difference of two years."""
    for pattern in (_GROWTH, _BASE, _DIFFERENCE):
        for found in pattern.finditer(text):
            parts = found.groupdict()
            said = parts.get("from") or ""
            first = int(said) if said.isdigit() else about - 1
            last = int(parts.get("to") or first + 1)
            if not first < last <= about or (pattern is _GROWTH and not (parts["percent"] or parts["unit"])):
                continue
            way, sign = parts.get("way") or "", parts.get("sign")
            is_up = sign == "+" if sign else bool(re.search("ขึ้น|โต|ขยาย|เพิ่ม", way))
            yield _moved(found, TOTAL, first, last, is_up=is_up)
            if parts.get("base"):
                value, quote = Decimal(found["base"]), found[0].strip()
                yield ScoreIs(subject=TOTAL, said=value, text=found["base"], years=(first,), quote=quote)
            tokens = reading.sentence.tokens
            reading.taken |= {at for at, one in enumerate(tokens) if found.start() <= one.start < found.end()}


def _moved(found: re.Match[str], subject: Referent, first: int, last: int, *, is_up: bool) -> Moved:
    is_percent = bool(found.groupdict().get("percent") or found.groupdict().get("unit") == "%")
    amount, word = Amount(Decimal(found["by"]), is_percent=is_percent), WORDS["rises" if is_up else "falls"]
    return Moved(subject=subject, word=word, base=first, amounts=(amount,), years=(last,), quote=found[0].strip())


def _subject_before(reading: Reading, start: int) -> Referent | None:
    """The subject before a place, where nothing but its scores comes between."""
    for token in reversed([one for one in reading.sentence.tokens if one.end <= start]):
        if token.kind in _SUBJECTS:
            kind = "instrument" if token.kind == "scope" else token.kind
            return TOTAL if kind == "total" else Referent(kind, token.value)
        is_mark = token.kind == "unknown" and not re.search("[ก-๎A-Za-z]", token.value)
        if token.kind not in _PASSED and not is_mark:
            return None
    return None
