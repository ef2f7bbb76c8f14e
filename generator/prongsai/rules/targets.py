"""Rules on targets: what a report calls done has reached the figure that was set for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from prongsai.model.document_parts import Point
from prongsai.model.follow_up import Report
from prongsai.model.measures import Measure
from prongsai.model.site import FiscalYear
from prongsai.model.stated import Stated, known
from prongsai.model.status import Status
from prongsai.problems import Problem, problem
from prongsai.rules.context import Context
from prongsai.rules.naming import report_subject, shortened
from prongsai.thai.numerals import to_arabic

_UNITS = "ครั้ง|คน|ราย|คะแนน|โครงการ|กิจกรรม|เรื่อง|ช่องทาง|ฉบับ|ไตรมาส|หน่วยงาน|หมู่บ้าน|หลักสูตร|แห่ง|ข้อ|จุด|รุ่น|รายการ|วัน|เดือน"
_FIGURE = re.compile(rf"(?:(ร้อยละ)\s*)?([0-9][0-9,]*(?:\.[0-9]+)?)\s*(%|{_UNITS})?")
_AT_MOST = re.compile(r"ไม่เกิน|ไม่มากกว่า|ไม่สูงกว่า")
_RELATIVE = re.compile(
    r"เพิ่ม|ลด|จาก|/|ต่อ(?:คน|ปี|เดือน|ครั้ง|วัน|ไตรมาส|แห่ง)|(?<!ร้อย)ละ\s|น้อยกว่า(?<!ไม่น้อยกว่า)|ต่ำกว่า(?<!ไม่ต่ำกว่า)"
)
_ADMITTED = re.compile(r"ไม่บรรลุ|ยังไม่|ไม่ถึง|ไม่ครบ|ต่ำกว่า|น้อยกว่า")


@dataclass(frozen=True)
class _Said:
    """The figures of a text by their units, and if they are the most that may be."""

    figures: Mapping[str, Decimal]
    at_most: bool


def target_not_met(context: Context) -> Iterator[Problem]:
    """A report that calls a measure done gives no figure that misses the target set for it.

    A note, since a measure may be done and miss its target. Limits: only figures of one unit that target and result
    both give once; no shares (9 จาก 10), no changes, and not where the report itself says that the target was missed.
    """
    for year, report, position in _done(context):
        measure = next((one for one in year.listed_measures if one.id == report.measure), None)
        pairs = [(target, result) for target in _targets(report, measure) for result in _results(report)]
        missed = next((pair for pair in pairs if _misses(*pair)), None)
        if missed is not None:
            target, result = map(shortened, missed)
            values = {"what": report_subject(year, report, position), "target": target, "found": result}
            yield problem("target-not-met", report.where("status"), year=year.year, **values)


def _done(context: Context) -> Iterator[tuple[FiscalYear, Report, int]]:
    for result in context.years():
        for position, report in enumerate(result.year.reports):
            if known(report.status) is Status.DONE:
                yield result.year, report, position


def _targets(report: Report, measure: Measure | None) -> Iterator[str]:
    yield from _texts(report.target)
    if measure is not None:
        yield from _texts(measure.target)
        if (persons := known(measure.persons)) is not None and persons.value is not None:
            yield f"{persons.value:f} คน"


def _results(report: Report) -> Iterator[str]:
    for stated in (report.achieved, report.outcome):
        yield from _texts(stated)
    if (persons := known(report.persons)) is not None and persons.value is not None:
        yield f"{persons.value:f} คน"


def _texts(stated: Stated[tuple[Point, ...]]) -> Iterator[str]:
    yield from (point.text for point in known(stated) or () if not point.points)


def _misses(target: str, result: str) -> bool:
    """True if a result misses a target in a unit that both give once."""
    wanted, got = _said(target), _said(result)
    if wanted is None or got is None or got.at_most or _ADMITTED.search(result):
        return False
    both = wanted.figures.keys() & got.figures.keys()
    missed = (
        got.figures[unit] > wanted.figures[unit] if wanted.at_most else got.figures[unit] < wanted.figures[unit]
        for unit in both
    )
    return any(missed)


def _said(text: str) -> _Said | None:
    """The figures of a text; None where it is about a change or a share, or gives a unit twice or a bare number."""
    plain = to_arabic(text)
    if _RELATIVE.search(plain):
        return None
    figures: dict[str, Decimal] = {}
    for before, number, after in _FIGURE.findall(plain):
        unit = "%" if before or after == "%" else after
        if not unit or unit in figures:
            return None
        figures[unit] = Decimal(number.replace(",", ""))
    return _Said(figures, bool(_AT_MOST.search(plain))) if figures else None


RULES = (target_not_met,)
