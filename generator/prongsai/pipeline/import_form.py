"""Take in filled-in workbooks: compared, joined, checked as a whole, and written only where nothing is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from prongsai.pipeline.check import Checked
from prongsai.pipeline.kept_files import agency_of, read_kept
from prongsai.pipeline.save import Proposed, propose
from prongsai.problems import Problem
from prongsai.thai.dates import full_year
from prongsai.wording import Severity, severity_of
from prongsai.workbook.cells_of_problems import CellsOfProblems, FindPath
from prongsai.workbook.compare import CellChange, Difference, LostRow, compare_book
from prongsai.workbook.form import Form, make_form
from prongsai.workbook.join_books import Conflict, Joined, join_books
from prongsai.workbook.read_book import At, ReadBook
from prongsai.workbook.to_changes import Placed, Unplaced, place_changes
from prongsai.writing.change import Path as Steps
from prongsai.writing.places import path_at


class OtherYearError(Exception):
    """The workbooks are of different years, or say no year and none was given; `years` are those found."""

    def __init__(self, years: tuple[int, ...]) -> None:
        super().__init__(", ".join(map(str, years)))
        self.years = years


class OtherAgencyError(Exception):
    """A workbook was made for another agency, whose name `agency` is."""

    def __init__(self, book: str, agency: str) -> None:
        super().__init__(agency)
        self.book, self.agency = book, agency


@dataclass
class Comparison:
    """The differences between workbooks and the data files of a year."""

    year: int
    form: Form
    differences: tuple[Difference, ...]
    joined: Joined


@dataclass(frozen=True)
class CellProblem:
    """A problem with the cell that it is about, where a workbook has it."""

    at: At | None
    problem: Problem


@dataclass
class Prepared:
    """The result of an import: the changes, the check of the site with them, and what hinders them, by cell."""

    placed: Placed
    proposed: Proposed | None = None
    unplaced: tuple[Unplaced, ...] = ()
    problems: tuple[CellProblem, ...] = ()
    accepted: Sequence[CellChange] = field(default_factory=list)

    @property
    def hindrances(self) -> int:
        """The number of things to be put right before anything is written."""
        return len(self.unplaced) + sum(severity_of(one.problem.code) is Severity.ERROR for one in self.problems)

    @property
    def is_hindered(self) -> bool:
        """True if nothing can be written as it is."""
        return self.hindrances > 0


def compare_books(root: Path, books: Sequence[ReadBook], year: int | None) -> Comparison:
    """Compare workbooks with the site kept in `root`; `year` (Buddhist Era) is for those that say none.

    Raises OtherYearError, OtherAgencyError, and UnreadFilesError where a data file cannot be read whole.
    """
    years = tuple(sorted({*_years(books)} or ({year} if year else set())))
    if len(years) != 1 or (year is not None and years != (year,)):
        raise OtherYearError(years if year is None else tuple(sorted({*years, year})))
    kept, loaded = read_kept(root, years[0])
    agency = agency_of(loaded)
    names = {agency, *(one.name for one in loaded.site.agency.names)}
    for book in books:
        made_for = book.meta.get("agency", "")
        if made_for and agency and made_for not in names:
            raise OtherAgencyError(book.name, made_for)
    form = make_form(kept, agency)
    differences = tuple(compare_book(book, form) for book in books)
    return Comparison(years[0], form, differences, join_books(differences))


def _years(books: Sequence[ReadBook]) -> Iterator[int]:
    for book in books:
        year = full_year(book.meta.get("year", ""))
        if year is not None:
            yield year


def prepare(
    root: Path,
    comparison: Comparison,
    chosen: Mapping[int, CellChange | None],
    removed: Sequence[LostRow],
    before: Checked | None = None,
) -> Prepared:
    """The changes and their check; `chosen` has for the number of each conflict the change that is to be made.

    A conflict that nobody chose for leaves the data files as they are. `before` is a check of the site as it is, where
    the caller has one. Raises RefusedError.
    """
    joined = comparison.joined
    accepted = [*joined.cells, *(change for change in chosen.values() if change is not None)]
    placed = place_changes(comparison.form.kept, accepted, joined.new, removed)
    if not placed.changes:
        return Prepared(placed, None, tuple(placed.unplaced), (), accepted)
    proposed = propose(root, placed.changes, before)
    cells = CellsOfProblems(comparison.form, comparison.differences, placed)
    find_path = _finder(proposed)
    found = tuple(CellProblem(cells.find(one, find_path), one) for one in proposed.new_problems)
    if placed.unplaced:  # a warning may come of what has no place yet
        errors = tuple(one for one in found if severity_of(one.problem.code) is Severity.ERROR)
        return Prepared(placed, None, tuple(placed.unplaced), errors, accepted)
    return Prepared(placed, proposed, (), found, accepted)


def _finder(proposed: Proposed) -> FindPath:
    @cache
    def text_of(file: str) -> str | None:
        data = proposed.after.get(file)
        return data.decode() if data is not None else None

    def find(file: str, line: int, column: int) -> Steps:
        text = text_of(file)
        return path_at(text, line, column or 1) if text is not None else ()

    return find


def removals(comparison: Comparison) -> dict[str, tuple[tuple[LostRow, ...], int]]:
    """The rows that are gone from each sheet, with how many the sheet was made with."""
    found: dict[str, list[LostRow]] = {}
    for one in comparison.joined.lost:
        found.setdefault(one.sheet, []).append(one)
    counts: dict[str, int] = {}
    for difference in comparison.differences:
        for sheet, count in difference.counted.items():
            counts[sheet] = max(counts.get(sheet, 0), count)
    return {sheet: (tuple(rows), counts.get(sheet, 0)) for sheet, rows in found.items()}


def conflicts_of(comparison: Comparison) -> list[Conflict]:
    """The cells of which somebody must choose what they say."""
    return comparison.joined.conflicts
