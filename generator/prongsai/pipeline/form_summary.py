"""The summary of a workbook: what the checker says of its year, by cell, and what is not as it was published."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from prongsai.exports.facts_json import whole_document
from prongsai.ledger.compare_facts import compare_publications
from prongsai.ledger.load_ledger import load_publications
from prongsai.ledger.publications import Change, Publication
from prongsai.model.source import place_of, place_of_key
from prongsai.model.status import BY_KEY
from prongsai.pipeline.check import Checked
from prongsai.problems import Problem, Where
from prongsai.thai.dates import parse_date
from prongsai.views.changes import word_change
from prongsai.views.speech import Speech
from prongsai.wording import Severity, hint_of, message_of, severity_of
from prongsai.wording.lacks import STATED
from prongsai.workbook.form import Form, field_key
from prongsai.workbook.left_over import find_at, place_in
from prongsai.workbook.named_keys import name_by_heads
from prongsai.workbook.rows import Row
from prongsai.workbook.sheets import SHEETS
from prongsai.workbook.summary import Changed, Finding, Spot, Summary

_WORDS = {Severity.ERROR: "ต้องแก้", Severity.WARNING: "ควรตรวจ", Severity.NOTE: "ข้อสังเกต"}
_ORDER = [*_WORDS]
_NOW = "9999-12-31"  # after every day on which anything was published


def make_summary(root: Path, checked: Checked, form: Form) -> Summary:
    """The summary of the workbook of a year of the site that was checked; of a unit, of what its workbook has."""
    findings = [*_findings(checked, form)]
    changes, since = _changes(root, checked, form.kept.year)
    shown = [one for one in changes if not form.unit or form.unit in one.units]
    return Summary(tuple(findings), tuple(_word_change(one, checked) for one in shown), since)


def _findings(checked: Checked, form: Form) -> Iterator[Finding]:
    """The problems of the year and of the agency, the gravest first; of a unit those in its rows alone."""
    spots = _Spots(form)
    files = tuple(form.kept.files)
    found = [one for one in checked.problems if _is_in(one, files) or form.kept.year in one.years]
    for one in sorted(found, key=lambda one: _ORDER.index(severity_of(one.code))):
        spot = next(filter(None, map(spots.find, one.places)), None)
        if spot is not None or not form.unit:
            yield _finding(one, spot)


def _is_in(problem: Problem, files: tuple[str, ...]) -> bool:
    return any(where.file in files for where in problem.places)


def _finding(problem: Problem, spot: Spot | None) -> Finding:
    said, fix = (
        message_of(problem.code, problem.values),
        hint_of(problem.code, problem.values, in_cell=spot is not None),
    )
    if spot is not None:
        file = PurePosixPath(problem.where.file).name
        said, fix = (name_by_heads(text, file, spot.sheet) for text in (said, fix))
    return Finding(_WORDS[severity_of(problem.code)], said, fix, _named(problem.where.file), spot)


def _named(file: str) -> str:
    """The file of a problem by the name that its part has in a workbook."""
    own = (one.called or sheet.name for sheet in SHEETS for one in sheet.sources if file.endswith(f"/{one.file}"))
    return next(own, file)


class _Spots:
    """Finds the cell that begins at a place of a data file, or the nearest one before it."""

    def __init__(self, form: Form) -> None:
        self.places: dict[str, list[tuple[tuple[int, int], int, Spot]]] = {}
        for filled in form.sheets:
            for row in filled.rows:
                if row.is_there:
                    self._take(form, filled.sheet.name, row, is_form=filled.sheet.is_form)
        for found in self.places.values():
            found.sort(key=lambda one: one[:2])

    def _take(self, form: Form, sheet: str, row: Row, *, is_form: bool) -> None:
        whole = form.kept.whole(row.source)
        if row.path:
            self._note(place_of(find_at(whole, row.path[:-1]), row.path[-1]), 0, Spot(sheet, row.key))
        own = next(one for one in form.sheets if one.sheet.name == sheet)
        for column in own.sheet.columns_of(row.source):
            place = place_in(row.path, column, whole)
            if len(place) > len(row.path):
                key = field_key(row.key, column.path) if is_form else row.key
                spot = Spot(sheet, key, column.head)
                self._note(place_of_key(whole, *place), 1, spot)
                self._note(place_of(whole, *place), 1, spot)

    def _note(self, where: Where, depth: int, spot: Spot) -> None:
        if where.file and where.line:
            self.places.setdefault(where.file, []).append(((where.line, where.column), depth, spot))

    def find(self, where: Where) -> Spot | None:
        """The cell that a place is in; None for one before all of them, and for a whole file."""
        places = self.places.get(where.file, [])
        number = bisect_right(places, (where.line, where.column), key=lambda one: one[0])
        return places[number - 1][2] if number and where.line else None


def _changes(root: Path, checked: Checked, year: int) -> tuple[list[Change], str]:
    """Differences from the last publication, and the day of that in words; nothing before the first."""
    recorded = load_publications(root, whole=True)
    if not recorded:
        return [], ""
    last = recorded[-1]
    now = Publication(_NOW, whole_document(checked.results, checked.problems, 0, _NOW, {}))
    history = compare_publications((last, now))
    changes = [one for one in history.changes if one.day == _NOW and one.year in {year, None}]
    return changes, str(parse_date(last.day) or last.day)


def _word_change(change: Change, checked: Checked) -> Changed:
    result = checked.results.years.get(change.year) if change.year is not None else None
    text = word_change(change, result.year.edition if result else None, Speech("arabic"))
    return Changed(text, _word_value(change.before, checked), _word_value(change.after, checked))


def _word_value(text: str, checked: Checked) -> str:
    """A value as the pages word it: a status, an answer or a unit by its name."""
    if text in BY_KEY or text in STATED:
        return BY_KEY[text].word if text in BY_KEY else STATED[text]
    unit = checked.results.site.agency.units.get(text)
    return unit.name if unit else text
