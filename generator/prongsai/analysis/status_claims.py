"""What a Thai text says of numbers of measures: how many there are, and how many have which status."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.model.status import REPORTED, Status
from prongsai.thai.numerals import to_arabic

_UNIT = r"(?:มาตรการ|กิจกรรม|โครงการ|รายการ)"
# The statuses that are furthest from done come first: what could not be done, or not yet, holds the words for what was.
_STATUS = "|".join(
    f"(?P<{status.key}>{status.claimed})" for status in sorted(REPORTED, key=lambda status: status.rank, reverse=True)
)
_COUNT = r"(?:แล้ว)?\s*(?:ครบ)?(?:ทั้ง(?:หมด|สิ้น)?|รวม|จำนวน)?\s*(?:จำนวน)?\s*(?P<count>[0-9]{1,3})\s*" + _UNIT
_BEHIND = re.compile(rf"(?:{_STATUS}){_COUNT}")
_BEFORE = re.compile(rf"(?<![0-9.,])(?P<count>[0-9]{{1,3}})\s*{_UNIT}(?:ที่)?\s*(?:{_STATUS})")
_ALL = re.compile(rf"(?:ครบ)?ทั้ง(?:หมด|สิ้น)?\s*(?:จำนวน)?\s*(?P<count>[0-9]{{1,3}})\s*{_UNIT}(?!\s*(?:นี้|ดังกล่าว|ข้างต้น))")
_ROUND = re.compile(r"(?P<months>6|12)\s*เดือน|(?P<half>ครึ่งปีแรก)")
_YEAR = re.compile(r"ปีงบประมาณ\s*(?:พ\.?\s?ศ\.?)?\s*(?P<year>[0-9]{4})")


@dataclass(frozen=True)
class StatusClaim:
    """How many measures a text says there are, of a status or in all (None), in the words of the text.

    `months` is the round and `year` the fiscal year (Buddhist Era) that the text named last before it.
    """

    status: Status | None
    count: int
    words: str
    months: str
    year: int | None


def status_claims(text: str) -> Iterator[StatusClaim]:
    """Every number of measures in a text: ดำเนินการแล้วเสร็จ 7 มาตรการ, ครบทั้ง 8 มาตรการ."""
    rest = to_arabic(text)
    for pattern in (_BEHIND, _BEFORE, _ALL):
        found = [*pattern.finditer(rest)]
        yield from (_claim(rest, one) for one in found)
        for one in found:  # what was read is not read again as a part of something else
            rest = f"{rest[: one.start()]}{'|' * len(one[0])}{rest[one.end() :]}"


def _claim(text: str, found: re.Match[str]) -> StatusClaim:
    groups = found.groupdict()
    status = next((one for one in REPORTED if groups.get(one.key)), None)
    before = text[: found.start()]
    rounds, years = [*_ROUND.finditer(before)], [*_YEAR.finditer(before)]
    months = (rounds[-1]["months"] or "6") if rounds else ""
    return StatusClaim(status, int(found["count"]), found[0].strip(), months, int(years[-1]["year"]) if years else None)
