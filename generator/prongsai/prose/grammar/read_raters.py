"""Scores of an instrument by who answers it: บุคลากรภายในให้คะแนน …, ประชาชนประเมินไว้ที่ …, and one against the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from prongsai.prose.grammar.agency_words import ANY_KIND
from prongsai.prose.grammar.claims import Amount, Claim, Compared, Operator, Referent, ScoreIs
from prongsai.prose.grammar.reading import Reading
from prongsai.prose.grammar.tokens import Token
from prongsai.thai.numerals import to_arabic

_PEOPLE = r"(?:บุคลากร|เจ้าหน้าที่|พนักงาน|ข้าราชการ|คน|ผู้มีส่วนได้ส่วนเสีย|กลุ่ม)"
_INSIDE = rf"{_PEOPLE}(?:ของ|ใน|ภายใน|หน่วยงาน|สังกัด|องค์กร)+|บุคลากร|เจ้าหน้าที่"
_OUTSIDE = (
    r"(?:กลุ่ม)?(?:ผู้มีส่วนได้ส่วนเสีย|ประชาชน|ผู้รับบริการ|บุคคล|คน|ผู้มาติดต่อ|ผู้มารับบริการ)"
    r"(?:ภายนอก|นอก|ผู้รับบริการ|ผู้มาติดต่อ|ผู้มารับบริการ|ราชการ|หน่วยงาน|และผู้มีส่วนได้ส่วนเสีย)*"
)
_WHO = rf"(?:(?P<{{0}}out>(?:ผู้มีส่วนได้ส่วนเสีย|บุคคล|คน|กลุ่ม)(?:ภาย)?นอก(?:หน่วยงาน)?|{_OUTSIDE})|(?P<{{0}}in>{_INSIDE}))"
_OUR = rf"(?:หน่วยงาน(?:ของ(?:ตน|ตนเอง|เรา))?|ตนเอง|(?:{ANY_KIND})|องค์กร)"
_TOOL = r"(?:\s*\(?\s*(?:(?:ผ่าน|ใน|ด้วย|จาก)?\s*(?:แบบวัด|แบบ)?\s*(?:IIT|EIT))\s*\)?)"
_YEAR = r"(?:(?:ใน|ประจำ|เมื่อ)?ปี(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?\s*)?(?P<{}>25[0-9]{{2}}|นี้))"
_TO_WHOM = rf"(?:การรับรู้|ผล|{_OUR}|{_TOOL}|ต่อ|แก่|ใน|ของ|ไว้|ที่|คะแนน|\s)*"
_GIVES = rf"(?:ได้|ต่าง|\s)*(?:ให้คะแนน|ประเมิน|ให้(?=\s*(?:[0-9]|ร้อยละ|คะแนน))){_TO_WHOM}"
_IS = r"(?:ไว้|ที่|คิดเป็น|เท่ากับ|อยู่|เป็น|เพียง|คะแนน|ถึง|เฉลี่ย|ได้|:|=|ร้อยละ|\s)*"
_FIGURE = r"(?<![0-9.,])(?P<{}>[0-9]{{1,2}}\.[0-9]{{1,2}}|[4-9][0-9])(?![0-9.,]*[0-9])"
_NUMBER = rf"{_FIGURE}(?!\s*(?:คน|ราย|ข้อ|ของ))(?:\s*คะแนน)?"
_BY = r"(?<![0-9.,])(?P<by>[0-9]{1,2}(?:\.[0-9]{1,2})?)(?![0-9.,]*[0-9])(?:\s*คะแนน)?"
_AGAIN = rf"(?:{_GIVES}|ให้(?:คะแนน)?|ประเมิน|{_TOOL}|ไว้|\s)*"
_SCORE = re.compile(rf"{_WHO.format('')}{_GIVES}{_YEAR.format('year')}?{_IS}{_NUMBER.format('value')}")
_AGAINST = re.compile(
    rf"{_WHO.format('')}{_GIVES}{_YEAR.format('year')}?\s*(?P<way>สูง|มาก|ดี|ต่ำ|น้อย|แย่)กว่า\s*(?:ที่|คะแนน(?:ของ|จาก)?|ของ|\s)*"
    rf"{_WHO.format('o')}{_AGAIN}(?:อยู่|ถึง|เพียง|\s)*(?:{_BY})?"
)
_NO_FACT = re.compile(
    r"ควร|ต้อง|จะ(?!แนน)|หาก|ถ้า|คาด|เป้า|มุ่ง|แห่งอื่น|ข้อคำถาม|ผู้ตอบ|ตัวอย่าง|[0-9]\s*(?:คน|ราย)|ไม่(?:ได้|ใช่)|ปี(?:งบประมาณ)?(?:ก่อน|ที่)"
)
_OTHERS = {"item", "part", "peers", "measures", "mean", "subindicator", "weight", "target"}


def read_raters(reading: Reading) -> Iterator[Claim]:
    """Every score that those who answer are said to give, and every comparison of the two groups."""
    text, about, tokens = to_arabic(reading.sentence.text), reading.sentence.about, reading.sentence.tokens
    kinds = {one.kind for one in tokens}
    if about is None or kinds & _OTHERS or _NO_FACT.search(text):
        return
    for found in _AGAINST.finditer(text):
        yield from _against(reading, found, about)
    for found in _SCORE.finditer(text):
        named = [one for one in tokens if one.kind == "indicator"]
        yield from _score(reading, found, about, named)


def _instrument(found: re.Match[str], group: str = "") -> Referent:
    return Referent("instrument", "EIT" if found[f"{group}out"] else "IIT")


def _year(found: re.Match[str], about: int) -> int:
    return int(found["year"]) if found["year"] and found["year"] != "นี้" else about


def _against(reading: Reading, found: re.Match[str], about: int) -> Iterator[Claim]:
    """Those inside against those outside: บุคลากรภายในให้คะแนนสูงกว่าประชาชนภายนอกอยู่ 4.73 คะแนน."""
    subject, other = _instrument(found), _instrument(found, "o")
    if subject == other or not _is_free(reading, found) or "indicator" in {one.kind for one in reading.sentence.tokens}:
        return
    operator: Operator = ">" if found["way"] in {"สูง", "มาก", "ดี"} else "<"
    amount, years, quote = (
        Amount(Decimal(found["by"])) if found["by"] else None,
        (_year(found, about),),
        found[0].strip(),
    )
    yield Compared(subject=subject, operator=operator, other=other, amount=amount, years=years, quote=quote)
    _take(reading, found)


def _score(reading: Reading, found: re.Match[str], about: int, named: list[Token]) -> Iterator[Claim]:
    """A score by those who gave it; where one indicator is named it is that of the indicator."""
    if len({one.value for one in named}) > 1 or not _is_free(reading, found):
        return
    subject = Referent("indicator", named[0].value) if named else _instrument(found)
    years, quote = (_year(found, about),), found[0].strip()
    yield ScoreIs(subject=subject, said=Decimal(found["value"]), text=found["value"], years=years, quote=quote)
    _take(reading, found)


def _is_free(reading: Reading, found: re.Match[str]) -> bool:
    return not {at for at, one in enumerate(reading.sentence.tokens) if _is_in(one, found)} & reading.taken


def _take(reading: Reading, found: re.Match[str]) -> None:
    """Let no other reader see its numbers."""
    reading.taken |= {at for at, one in enumerate(reading.sentence.tokens) if _is_in(one, found)}


def _is_in(token: Token, found: re.Match[str]) -> bool:
    return found.start() <= token.start < found.end()
