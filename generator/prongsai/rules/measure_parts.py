"""Rules on the parts of measures: each says who does it, how, when, how it is monitored and how it is reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from prongsai.analysis.measure_says import says_how_monitored, says_how_reported, says_something
from prongsai.model.edition import Edition
from prongsai.model.measures import Measure, Measures
from prongsai.model.site import FiscalYear
from prongsai.model.stated import Absence, known
from prongsai.model.unfinished import is_unfinished
from prongsai.problems import Problem, problem
from prongsai.rules.answered import is_judged, items_with_answer
from prongsai.rules.context import Context, year_by_year
from prongsai.rules.naming import listed, shortened, verified
from prongsai.rules.required_elements import missing_elements

_LACKING = {Absence.NOT_STATED, Absence.BLANK_CELL, Absence.NONE, Absence.DASH}
_State = Literal["there", "lacking", "not-entered"]


@dataclass(frozen=True)
class _Part:
    """A part of a measure: its element of the measures item, its name, and the cells in which it may be said."""

    element: str
    name: str
    cells: tuple[str, ...]

    def state(self, measure: Measure) -> _State:
        """Return if a measure says the part, or if its document leaves it empty; one not entered yet is neither."""
        values = [getattr(measure, cell) or Absence.NOT_ENTERED for cell in self.cells]
        empty = [value for value in values if value in {*_LACKING, Absence.NOT_ENTERED}]
        if len(empty) < len(values) or _is_said_elsewhere(self.element, measure):
            return "there"
        return "not-entered" if _LACKING.isdisjoint(empty) else "lacking"

    def is_read(self, measure: Measure) -> bool:
        """True if none of its cells was left out as faulty."""
        return all(measure.is_whole(cell) for cell in self.cells)


def _is_said_elsewhere(element: str, measure: Measure) -> bool:
    """True if another cell says a part; one on the action or the report is not searched for what it leaves out."""
    if element == "monitoring":
        return says_how_monitored(measure)
    return element == "reporting" and (says_something(measure.action_and_report) or says_how_reported(measure))


_REPORTING = _Part("reporting", "การรายงานผล", ("reporting",))
_PARTS = (
    _Part("responsible", "ผู้รับผิดชอบ", ("responsible",)),
    _Part("steps", "ขั้นตอนหรือวิธีดำเนินการ", ("steps",)),
    _Part("period", "ระยะเวลาดำเนินการ", ("period",)),
    _Part("monitoring", "การกำกับติดตาม", ("monitoring", "action_and_report")),
)


@year_by_year
def parts_not_stated(context: Context) -> Iterator[Problem]:
    """A measure says who does it, how, when, and how it is monitored; a cell merged with the one above says so too.

    How it is reported is asked of the years whose measures item verifiably demands it. Responsible, steps, monitoring
    and reporting are asked for by the measures item (criteria of FY 2564 as printed by เทศบาลตำบลเมืองแกลง). One problem
    for what no measure of a file has, and one for the measures that lack what others have. Limit: not what a rule on
    the answer to the item says.
    """
    for year, measures in _measures(context):
        told = set(_told_of_item(context, year))
        parts = [part for part in _asked(year.edition) if part.element not in told]
        nowhere = [part for part in parts if _is_nowhere(part, measures)]
        if nowhere and measures.is_complete("measures"):
            values = {"lacking": listed([part.name for part in nowhere]), "count": len(measures.measures)}
            yield problem("measures-lack-column", measures.where("measures"), year=year.year, **values)
        some = [part for part in parts if part not in nowhere]
        yield from _of_some(year, measures, some, "lacking", "measure-incomplete")


@year_by_year
def parts_not_entered(context: Context) -> Iterator[Problem]:
    """A part that one measure of a file states is entered for the others too, be it as not stated.

    Limits: what is entered for none is not missed, as the document may have no place for it; a draft is not finished.
    """
    for year, measures in _measures(context):
        stated = [part for part in (*_PARTS, _REPORTING) if any(_says(part, one) for one in measures.measures)]
        yield from _of_some(year, measures, stated, "not-entered", "measure-not-filled", drafts=False)


def _says(part: _Part, measure: Measure) -> bool:
    return any(known(getattr(measure, cell)) for cell in part.cells)


def _measures(context: Context) -> Iterator[tuple[FiscalYear, Measures]]:
    for result in context.years():
        if result.year.measures is not None:
            yield result.year, result.year.measures


def _asked(edition: Edition) -> tuple[_Part, ...]:
    """The parts that are asked of the measures of a year."""
    items = (*edition.items.values(), *edition.unnumbered.values())
    demanded = {
        element.key
        for item in items
        if item.answered_by == "measures" and verified(edition, item.elements_evidence or item.evidence)
        for element in item.elements
    }
    return (*_PARTS, _REPORTING) if _REPORTING.element in demanded else _PARTS


def _told_of_item(context: Context, year: FiscalYear) -> Iterator[str]:
    """The elements that are reported as missing from the answer to the measures item of the register."""
    for one in items_with_answer(context):
        if one.item.answered_by == "measures" and one.year is year and is_judged(context, one):
            yield from (element.key for element in missing_elements(context, one))


def _is_nowhere(part: _Part, measures: Measures) -> bool:
    """True if no measure has a part that at least two could have."""
    many = len(measures.measures) > 1
    return many and all(part.is_read(one) and part.state(one) == "lacking" for one in measures.measures)


def _of_some(
    year: FiscalYear, measures: Measures, parts: Sequence[_Part], state: _State, code: str, *, drafts: bool = True
) -> Iterator[Problem]:
    """One problem for the measures that lack parts, those that lack the same named together."""
    groups: dict[tuple[str, ...], list[Measure]] = {}
    for one in measures.measures if drafts else [one for one in measures.measures if not is_unfinished(one)]:
        lacking = tuple(part.name for part in parts if part.is_read(one) and part.state(one) == state)
        if lacking:
            groups.setdefault(lacking, []).append(one)
    if groups:
        said = [f"{_names(members)} ({listed(lacking)})" for lacking, members in groups.items()]
        lacked = dict.fromkeys(name for lacking in groups for name in lacking)
        first = next(iter(groups.values()))[0]
        values = {"measures": listed(said), "lacking": listed([*lacked]), "of_year": year.year}
        yield problem(code, first.where(), year=year.year, **values)


def _names(measures: Sequence[Measure]) -> str:
    """มาตรการที่ 1, 3 และ 5, or the titles of those that have no number."""
    numbers = [str(known(one.number)) for one in measures]
    if all(known(one.number) is not None for one in measures):
        return f"มาตรการที่ {listed(numbers)}"
    titles = [(known(one.shown_title), one.id) for one in measures]
    return listed([f"มาตรการ “{shortened(title)}”" if title else name for title, name in titles])


RULES = (parts_not_stated, parts_not_entered)
