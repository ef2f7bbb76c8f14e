"""Means of the totals of two years, and two of a kind that are said to have the same score."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from prongsai.prose.grammar.claims import TOTAL, Claim, MeanOfYears
from prongsai.prose.grammar.comparisons import compared
from prongsai.prose.grammar.reading import Found, Reading
from prongsai.thai.numerals import to_arabic

_YEARS = r"(?:ปี(?:งบประมาณ)?\s*)?(?:พ\.?\s?ศ\.?\s*)?(?P<{}>25[0-9]{{2}})"
_MEAN = re.compile(
    r"(?:ค่าเฉลี่ย|คะแนนเฉลี่ย|เฉลี่ย)(?:ของ)?(?:ผล)?(?:คะแนน)?(?:รวม|ภาพรวม|การประเมิน|\s*ITA)*\s*(?:ใน|ของ|ย้อนหลัง|\s)*(?:(?:สอง|2)\s*ปี(?:งบประมาณ)?)?(?:ล่าสุด)?\s*"
    rf"\(?\s*{_YEARS.format('from')}\s*(?:-|–|และ|กับ|ถึง|,)\s*{_YEARS.format('to')}\s*\)?\s*(?:เท่ากับ|อยู่ที่|คือ|เป็น|ได้|[:=]|\s)*(?:ร้อยละ\s*)?"
    r"(?P<said>[0-9]{2}(?:\.[0-9]{1,2})?)(?![0-9.,]*[0-9])"
)
_OF_PARTS = {"instrument", "scope", "indicator", "subindicator", "item", "part", "peers", "others", "wish", "weight"}
_ALIKE = "l:named ( and )? o:named alike $"
_OTHER = {"highest", "lowest", "rises", "falls", "mean", "weight", "none", "not", "apart"}


def read_year_means(reading: Reading) -> Iterator[Claim]:
    """Every mean of two years that a sentence gives the total, and every two that it calls alike."""
    text, kinds = to_arabic(reading.sentence.text), {one.kind for one in reading.sentence.tokens}
    if not kinds & _OF_PARTS:
        for found in _MEAN.finditer(text):
            years = int(found["from"]), int(found["to"])
            if years[0] + 1 == years[1]:
                yield MeanOfYears(subject=TOTAL, said=Decimal(found["said"]), years=years, quote=found[0].strip())
                tokens = reading.sentence.tokens
                reading.taken |= {at for at, one in enumerate(tokens) if found.start() <= one.start < found.end()}
    if not kinds & _OTHER:
        yield from reading.read(((_ALIKE, _alike),))


def _alike(found: Found) -> Iterator[Claim]:
    """Two of a kind with the same score: ตัวชี้วัดที่ 9 กับตัวชี้วัดที่ 10 มีคะแนนเท่ากัน."""
    one, other, years = found.referents("l"), found.referents("o"), found.years()
    is_alone = all(token.kind == "year" for token in found.sentence.tokens[: found.match.start()])
    if one and other and one[0] != other[0] and one[0].kind == other[0].kind and is_alone and len(years) == 1:
        yield compared(found, one[0], "=", years, other=other[0])
