"""Read the ledger from its CSV: rows, or problems that name the line and the column."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from prongsai.disk.names import shown
from prongsai.disk.spreadsheet import find_garbled, find_mark, is_most
from prongsai.ledger.rows import HEADER, Ledger, Row, RowState, is_address
from prongsai.problems import Problem, Where, problem
from prongsai.thai.dates import BUDDHIST_ERA, looks_common_era, parse_date

_BY_PROGRAMS = {"ledger-date-form", "ledger-row-width"}  # what saving in a spreadsheet program brings about
ROW_STATES = ("live", "redirect", "withdrawn")
_FIELD = re.compile(r'(?:"(?:[^"]|"")*"?|[^,"]*)(?:,|$)')
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class ReadLedger:
    """The result of reading the file: its rows as far as they could be read, and its problems."""

    ledger: Ledger
    problems: tuple[Problem, ...] = ()


def read_ledger(text: str, file: str) -> ReadLedger:
    """Read the text of the ledger; `file` is what it is called in problems."""
    lines = re.split(r"\r\n|\r|\n", text)
    mark = find_mark(lines[0], HEADER)
    garbled = find_garbled(text)
    if mark not in {"", ","} or garbled:
        line, found = garbled or (1, lines[0][:60])
        return ReadLedger(Ledger(), (problem("ledger-resaved", Where(file, line, 1), found=shown(found)),))
    if not mark:
        wrong = problem("ledger-header", Where(file, 1, 1), found=lines[0][:60], header=",".join(HEADER))
        return ReadLedger(Ledger(), (wrong,))
    problems: list[Problem] = []
    rows: dict[str, Row] = {}
    count = 0
    for number, fields in _records(text):
        if number > 1 and any(fields):
            count += 1
            problems += _read_row(fields, _Place(file, number, lines[number - 1]), rows)
    ledger = Ledger(tuple(rows[path] for path in sorted(rows)))
    if resaved := _resaved(problems, count, file, lines):
        return ReadLedger(ledger, (resaved,))
    return ReadLedger(ledger, (*problems, *_circles(ledger, file)))


def _resaved(problems: list[Problem], count: int, file: str, lines: list[str]) -> Problem | None:
    """One problem for the whole file where a program gave most of its rows another form."""
    changed = {found.where.line for found in problems if found.code in _BY_PROGRAMS}
    if not is_most(changed, count):
        return None
    return problem("ledger-resaved", Where(file, min(changed), 1), found=shown(lines[min(changed) - 1][:60]))


def _read_row(fields: list[str], at: _Place, rows: dict[str, Row]) -> list[Problem]:
    """Add one row to `rows`, or say what is wrong with it."""
    if (
        len(fields) < len(HEADER)
        or any(fields[len(HEADER) :])
        or any("\n" in field or "\r" in field for field in fields)
    ):
        return [problem("ledger-row-width", at(0), found=len(fields), wanted=len(HEADER))]
    path, first_seen, state, to, since, reason = fields[: len(HEADER)]
    row = Row(path, first_seen, cast("RowState", state), to, since, reason, at.line)
    problems = list(_check_row(row, at))
    if path in rows:
        problems.append(problem("ledger-path-twice", at(0), found=path, line=rows[path].line))
    if not problems:
        rows[path] = row
    return problems


@dataclass(frozen=True)
class _Place:
    """The places where the fields of one line begin."""

    file: str
    line: int
    text: str

    def __call__(self, field: int) -> Where:
        starts = [found.start() for found in _FIELD.finditer(self.text)]
        return Where(self.file, self.line, starts[field] + 1 if field < len(starts) else 1)


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Every record with the line it begins on."""
    reader = csv.reader(io.StringIO(text, newline=""))
    while True:
        begins = reader.line_num + 1
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error:  # a field without end
            yield begins, [""] * (len(HEADER) + 1) + ["…"]
            return
        yield begins, [field.strip() for field in fields]


def _check_row(row: Row, at: _Place) -> Iterator[Problem]:
    if not is_address(row.path):
        yield problem("ledger-path-form", at(0), found=row.path)
    if row.state not in ROW_STATES:
        yield problem("ledger-fate-unknown", at(2), found=row.state, choices=", ".join(ROW_STATES))
    yield from _check_days(row, at)
    if row.state == "redirect" and not row.to:
        yield problem("ledger-redirect-without-target", at(0), found=row.path)
    elif row.state == "redirect" and not is_address(row.to):
        yield problem("ledger-path-form", at(3), found=row.to)
    if row.state == "withdrawn" and not row.reason:
        yield problem("ledger-withdrawn-without-reason", at(0), found=row.path)


def _check_days(row: Row, at: _Place) -> Iterator[Problem]:
    for field, value in ((1, row.first_seen), (4, row.since)):
        is_needed = field == 1 or row.state in {"redirect", "withdrawn"}
        if (value or is_needed) and not _is_day(value):
            yield problem("ledger-date-form", at(field), found=value, suggestion=_suggested_day(value))


def _is_day(text: str) -> bool:
    return bool(_DAY.fullmatch(text)) and parse_date(text) is not None


def _suggested_day(text: str) -> str:
    """The day as the ledger writes it, from what a spreadsheet program made of it."""
    years = [year for year in re.findall(r"[0-9]{4}", text) if looks_common_era(year)]
    day = parse_date(text.replace(years[0], str(int(years[0]) + BUDDHIST_ERA)) if years else text)
    return day.in_digits() if day else ""


def _circles(ledger: Ledger, file: str) -> Iterator[Problem]:
    """One problem for each circle of redirects, at its first row."""
    done: set[str] = set()
    for row in ledger.rows:
        way: list[str] = []
        following: Row | None = row
        while following is not None and following.state == "redirect" and following.path not in {*way, *done}:
            way.append(following.path)
            following = ledger.by_path.get(following.to)
        if following is not None and following.path in way:
            circle = [*way[way.index(following.path) :], following.path]
            yield problem("ledger-redirect-circle", Where(file, following.line, 1), found=" > ".join(circle))
        done.update(way)
