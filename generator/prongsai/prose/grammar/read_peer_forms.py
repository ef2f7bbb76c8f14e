"""Comparisons with means of others in other words: ahead of, behind, in a row of a table, or the mean said first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from prongsai.prose.grammar.agency_words import ANY_KIND
from prongsai.prose.grammar.claims import TOTAL, Amount, Claim, MeanCompared, MeanIs, MeansCompared, Operator, ScoreIs
from prongsai.prose.grammar.peer_words import MEAN_OF_OTHERS, groups_in
from prongsai.prose.grammar.reading import Reading
from prongsai.thai.numerals import to_arabic

_OWN = rf"(?:หน่วยงาน|เรา|(?:{ANY_KIND})[ก-๎]*)"
_NUMBER = r"(?<![0-9.,])(?P<{}>[0-9]{{1,2}}(?:\.[0-9]{{1,2}})?|100(?:\.00)?)(?![0-9.,]*[0-9])(?:\s*คะแนน)?"
_GAP = r"(?:อยู่|ไป|ลงไป|ขึ้นไป|ถึง|เพียง|เท่ากับ|เป็น|ที่|เล็กน้อย|ร้อยละ|:|=|\s)*"
_BY = rf"(?:{_GAP}{_NUMBER.format('by')})?"
_ABOVE = r"นำหน้า|นำ|แซงหน้า|แซง|เหนือกว่า|เหนือ|เฉือน(?:ชนะ)?|ชนะ|ล้ำหน้า|สูงกว่า|มากกว่า|ดีกว่า|เกินกว่า"
_BELOW = r"ตามหลัง|ตาม(?!ที่)|แพ้|เป็นรอง|ต่ำกว่า|น้อยกว่า|ด้อยกว่า|ยังไม่ถึง|ไม่ถึง|(?:ยัง)?ห่างจาก"
_WAY = rf"(?:อยู่)?(?:(?P<above>{_ABOVE})|(?P<below>{_BELOW}))"
_ALSO = r"(?:\s*(?:และ|กับ)\s*(?:ของ|ระดับ|ใน|ทั้ง)?(?:จังหวัด|ประเทศ|อำเภอ))?"
_BOTH = r"(?:ค่า|คะแนน)เฉลี่ย(?:ทั้ง)?(?:ของ|ใน|ระดับ)?(?:จังหวัด|ประเทศ)\s*(?:และ|กับ)\s*(?:ของ|ใน|ระดับ)?(?:จังหวัด|ประเทศ)"
_MEAN = rf"(?P<mean>{_BOTH}|{MEAN_OF_OTHERS}{_ALSO})"
_AGAINST = re.compile(rf"{_WAY}(?:กว่า|ของ|ทั้ง|\s)*{_MEAN}(?!ของ(?:ปี|ตัว|แบบ)){_BY}")
_IS = r"(?:ใน(?:ปีเดียวกัน|ปีนี้)|ของปี(?:เดียวกัน|นี้)|ซึ่ง|อยู่|ที่|เท่ากับ|คือ|เป็น|[:=|(\t]|ร้อยละ|\s)*"
_FIRST = re.compile(  # เมื่อเทียบกับค่าเฉลี่ยจังหวัดซึ่งอยู่ที่ 91.40 คะแนน หน่วยงานมีคะแนนมากกว่า 1.05 คะแนน
    rf"{_MEAN}{_IS}(?:{_NUMBER.format('value')}\)?)?[\s,|;/]*{_OWN}(?:มี|ได้|ยัง|ผล|ทำ|คะแนน|อยู่|ที่|\s|[|/:])*(?:{_NUMBER.format('own')})?"
    rf"[\s,|/;]*(?:ซึ่ง|จึง|ก็|ยัง|มี|คะแนน|ถือว่า|\s)*{_WAY}(?!{MEAN_OF_OTHERS}(?:ประเทศ|จังหวัด))(?:ค่าเฉลี่ย|ดังกล่าว|อยู่|\s)*{_BY}"
)
_LOWER = re.compile(
    rf"{_MEAN}{_IS}(?:{_NUMBER.format('value')}\s*)?(?:ซึ่ง|จึง|ยัง|\s)*{_WAY}\s*(?:ผล)?(?:คะแนน)?(?:รวม)?(?:ของ|ที่)?\s*{_OWN}"
)
_ROW = re.compile(  # ค่าเฉลี่ยประเทศ : หน่วยงาน 90.57 / ประเทศ 85.12 / สูงกว่า 5.45
    rf"{_MEAN}\s*[:|]\s*{_OWN}\s*[:=]?\s*{_NUMBER.format('own')}\s*[/,|;]\s*(?:ค่าเฉลี่ย)?(?:ของ|ระดับ)?(?:ประเทศ|จังหวัด)\s*[:=]?\s*"
    rf"{_NUMBER.format('value')}\s*[/,|;]\s*{_WAY}{_BY}"
)
_OF_TWO = re.compile(
    rf"(?P<mean>{MEAN_OF_OTHERS}){_IS}(?:[0-9.]+\s*(?:คะแนน)?\)?\s*(?:ซึ่ง)?)?{_WAY}\s*(?P<other>{MEAN_OF_OTHERS})"
)
_NO_FACT = re.compile(r"ควร|ต้อง|(?<!แม้)จะ(?!แนน)|หาก|ถ้า|คาด|เป้า|มุ่ง|เพื่อ(?!น)|แห่งอื่น|ไม่(?:ได้|ใช่)|ตัวชี้วัด|ข้อ|เกือบ|ประมาณ|ราว")
_EARLIER = re.compile(r"ปี(?:งบประมาณ)?(?:ก่อน|ที่(?:ผ่านมา|แล้ว))")
_OF_PARTS = {"instrument", "scope", "indicator", "subindicator", "item", "part", "measure", "weight", "target"}
_OPEN = {  # of what may be said before it
    *("year", "total", "points", "percent", "level", "break", "and", "rank", "becomes", "equals", "dash", "reach"),
    *("more", "less", "lacks", "apart", "from", "peers", "only", "passes", "fails"),
}
_LEAST = 30  # points; what is below it is a distance


def read_peer_forms(reading: Reading) -> Iterator[Claim]:
    """Every comparison of the total with a mean of others that is worded in one of these ways."""
    text, about = to_arabic(reading.sentence.text), reading.sentence.about
    kinds = {one.kind for one in reading.sentence.tokens}
    years = {int(one) for one in re.findall(r"(?<![0-9])25[0-9]{2}(?![0-9])", text)}
    is_other = _NO_FACT.search(re.sub("แม้[^,;]{0,40}จะ", "แม้", text)) or _EARLIER.search(text)
    if about is None or "peers" not in kinds or kinds & _OF_PARTS or is_other or years - {about}:
        return
    for found in _OF_TWO.finditer(text):
        yield from _means(found, text, about)
        text = _without(text, found)
    for pattern, turned in ((_ROW, False), (_LOWER, True), (_FIRST, False), (_AGAINST, False)):
        for found in pattern.finditer(text):
            inside = _inside(reading, found)
            if not inside & reading.taken and _is_own(reading, text, found):
                yield from _compared(found, text, about, turned=turned)
                reading.taken |= inside
            text = _without(text, found)


def _is_own(reading: Reading, text: str, found: re.Match[str]) -> bool:
    """True if nobody but the agency as a whole is spoken of before, and nothing is denied."""
    before, ahead = text[: found.start()], [one for one in reading.sentence.tokens if one.end <= found.start()]
    means = [*re.finditer(MEAN_OF_OTHERS, before)]
    if means and not re.search(_OWN, before[means[-1].end() :]):
        return False
    is_named = {one.kind for one in ahead if one.value.strip() != "เทศบาล"} <= _OPEN
    return is_named and not re.search(r"(?:ไม่|มิ)(?:ได้|ใช่)?\s*$", before)


def _means(found: re.Match[str], text: str, about: int) -> Iterator[Claim]:
    """One mean of others against another: ค่าเฉลี่ยของจังหวัดสูงกว่าค่าเฉลี่ยของประเทศ."""
    group, other = groups_in(found["mean"], text[found.end("mean") :]), groups_in(found["other"], text[found.end() :])
    if len(group) == len(other) == 1 and "other" not in (*group, *other):
        operator: Operator = ">" if found["above"] else "<"
        yield MeansCompared(among=group[0], other=other[0], operator=operator, years=(about,), quote=found[0].strip())


def _compared(found: re.Match[str], text: str, about: int, *, turned: bool) -> Iterator[Claim]:
    groups, parts = groups_in(found["mean"], text[found.end("mean") :]), found.groupdict()
    value, own, by = (parts.get(one) for one in ("value", "own", "by"))
    quote, years = found[0].strip(), (about,)
    if (
        "other" in groups
        or (by and Decimal(by) >= _LEAST)
        or any(one and Decimal(one) < _LEAST for one in (value, own))
    ):
        return
    operator: Operator = ">" if bool(found["above"]) is not turned else "<"
    amount = Amount(Decimal(by)) if by and "ร้อยละ" not in quote else None
    for group in groups:
        yield MeanCompared(among=group, operator=operator, amount=amount, years=years, quote=quote)
        if value and len(groups) == 1:
            yield MeanIs(among=group, said=Decimal(value), years=years, quote=quote)
    if own:
        yield ScoreIs(subject=TOTAL, said=Decimal(own), text=own, years=years, quote=quote)


def _without(text: str, found: re.Match[str]) -> str:
    """The text with a line over what was read."""
    return f"{text[: found.start()]}{'|' * len(found[0])}{text[found.end() :]}"


def _inside(reading: Reading, found: re.Match[str]) -> set[int]:
    """The places of the tokens of what was found."""
    return {at for at, one in enumerate(reading.sentence.tokens) if found.start() <= one.start < found.end()}
