"""What the reports of a year lack altogether, and other remarks on their table, each said once below it."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.model.report_days import is_late
from prongsai.model.site import FiscalYear
from prongsai.model.stated import Absence
from prongsai.views.measures.report_parts import DAY, LINK, PARTS, word_part
from prongsai.views.measures.words import word_names
from prongsai.views.speech import Speech
from prongsai.wording.terms import LATE_REPORT

UNIT_FIELD, DAY_FIELD = "responsible", "reported_on"
_NAMES = {UNIT_FIELD: "ผู้รับผิดชอบ", **PARTS, "result_link": LINK, "period": "ระยะเวลา", DAY_FIELD: DAY}
_EMPTY = {Absence.NOT_ENTERED, Absence.NOT_STATED, Absence.BLANK_CELL}


def lacking_fields(year: FiscalYear) -> frozenset[str]:
    """The fields that no report of a year fills, not even by saying that there is none."""
    return frozenset(name for name in _NAMES if all(_is_empty(value) for value in _values(year, name)))


def _is_empty(value: object) -> bool:
    return isinstance(value, Absence) and value in _EMPTY


def _values(year: FiscalYear, name: str) -> list[object]:
    """A field of every report; who is responsible stands with the measures."""
    if name == UNIT_FIELD:
        return [facts.value(UNIT_FIELD) for facts in year.measure_facts]
    return [getattr(report, name) for report in year.reports]


def follow_up_notes(year: FiscalYear, speech: Speech) -> tuple[str, ...]:
    """What stands below the table: what is missing everywhere, the document's own heads, what in retrospect means."""
    return (*_missing(year, speech), *_own_heads(year, speech), *_late(year, speech))


def _missing(year: FiscalYear, speech: Speech) -> Iterator[str]:
    if not year.reports:
        return
    by_absence: dict[Absence, list[str]] = {}
    lacking = lacking_fields(year)
    for name in (name for name in _NAMES if name in lacking):
        absences = (value for value in _values(year, name) if isinstance(value, Absence))
        found = {speech.unknown if absence is Absence.NOT_ENTERED else absence for absence in absences}
        absence = found.pop() if len(found) == 1 else speech.unknown
        by_absence.setdefault(absence, []).append(_NAMES[name])
    for absence, names in by_absence.items():
        yield speech.absence_of(absence, word_names(names))


def _own_heads(year: FiscalYear, speech: Speech) -> Iterator[str]:
    """How the document itself heads the three parts, where it does so in other words."""
    heads = year.follow_up.columns if year.follow_up else None
    own = {name: getattr(heads, name, None) for name in PARTS if name not in lacking_fields(year)}
    told = [
        f"{word_part(name, speech)} คือช่อง “{head}”" for name, head in own.items() if head not in {None, PARTS[name]}
    ]
    if told:
        yield f"ในเอกสาร {' '.join(told)}"


def _late(year: FiscalYear, speech: Speech) -> Iterator[str]:
    if any(is_late(report, year.year) for report in year.reports):
        yield speech.digits(
            f"{LATE_REPORT} หมายถึง รายงานที่ลงวันที่หลังสิ้นรอบเกิน 3 เดือน "
            "คือ หลังวันที่ 30 มิถุนายน สำหรับรอบ 6 เดือน และหลังวันที่ 31 ธันวาคม สำหรับรอบ 12 เดือน"
        )
