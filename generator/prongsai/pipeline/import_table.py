"""Take in foreign tables: read against the site, checked as a whole, problems at the cells that they came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from prongsai.grids.grid import Grid, GridError
from prongsai.grids.read_grids import read_as_text, read_grids
from prongsai.loading.load_site import load_site
from prongsai.loading.read_yaml import read_yaml
from prongsai.pipeline.save import Proposed, propose
from prongsai.problems import Problem, Where
from prongsai.tables.answers import Answers, read_answers
from prongsai.tables.held import Held, hold, plain_of
from prongsai.tables.kinds import KindName
from prongsai.tables.merge import Outcome
from prongsai.tables.read_table import read_pasted, read_table
from prongsai.wording import Severity, severity_of
from prongsai.writing.places import path_at


@dataclass(frozen=True)
class TableFile:
    """A file with a table, or a pasted text: its bytes, and the name by which its places are called."""

    name: str
    data: bytes


@dataclass(frozen=True)
class PlacedProblem:
    """A problem of the site as it would be, at the cell of the table that it came from; empty where it is in none."""

    place: str
    problem: Problem


@dataclass(frozen=True)
class Prepared:
    """A proposal of what a table would change, with the problems of the site as it would be then."""

    proposed: Proposed
    problems: tuple[PlacedProblem, ...]

    @property
    def is_hindered(self) -> bool:
        """True if an error that is new keeps it from being written."""
        return any(severity_of(one.problem.code) is Severity.ERROR for one in self.problems)


def hold_site(root: Path, year: int, kind: KindName) -> Held:
    """The site kept in `root` as far as a table of `kind` for `year` (Buddhist Era) meets it."""
    return hold(root, load_site(root), year, kind)


def read_files(files: Sequence[TableFile], held: Held, answers: Answers, *, replace_old: bool) -> Outcome:
    """Read the tables of some files; raises GridError, with the name of the file, where one cannot be read.

    A result of ITA is also found in a text that is no table; whichever way understands more is taken.
    """
    grids: list[Grid] = []
    texts: list[str] = []
    for one in files:
        try:
            read = read_grids(one.data, one.name)
            grids += [replace(grid, name=f"{one.name}/{grid.name}") for grid in read] if len(files) > 1 else read
        except GridError as failure:
            if held.kind != "scores" or failure.reason != "no-table":
                raise GridError(failure.reason, found=one.name) from None
        texts += [read_as_text(one.data, one.name)] if held.kind == "scores" else []
    outcome = read_table(grids, held, answers, replace_old=replace_old)
    if held.kind != "scores":
        return outcome
    pasted = read_pasted("\n".join(texts), held, replace_old=replace_old)
    return pasted if _understood(pasted) > _understood(outcome) else outcome


def _understood(outcome: Outcome) -> int:
    return len(outcome.places) + len(outcome.differing) + outcome.same


def read_answer_file(path: Path) -> tuple[Answers, tuple[Problem, ...]]:
    """The answers in a file of YAML, and the problems of reading it."""
    reading = read_yaml(path, path.name)
    return read_answers(plain_of(reading.data)), tuple(reading.problems)


def prepare_table(root: Path, outcome: Outcome) -> Prepared:
    """The changes made to the texts of the site and checked; raises RefusedError as `propose` does."""
    proposed = propose(root, outcome.changes)
    found = (PlacedProblem(_place(one, proposed, outcome.places), one) for one in proposed.new_problems)
    return Prepared(proposed, tuple(found))


def _place(problem: Problem, proposed: Proposed, places: Mapping[tuple[str, tuple[str | int, ...]], str]) -> str:
    """The cell of what a problem is about, or of the nearest thing around it, in the first of its places with one."""
    return next(filter(None, (_cell_at(where, proposed, places) for where in problem.places)), "")


def _cell_at(where: Where, proposed: Proposed, places: Mapping[tuple[str, tuple[str | int, ...]], str]) -> str:
    data = proposed.after.get(where.file)
    if data is None or not where.line:
        return ""
    path = path_at(data.decode(), where.line, where.column or 1)
    tried = (places.get((where.file, path[:depth])) for depth in range(len(path), 0, -1))
    return next((place for place in tried if place), "")
