"""The memory of links as CSV: a row for each address, for people to read and programs to keep."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping

from prongsai.disk.names import shown
from prongsai.disk.spreadsheet import find_mark, is_most
from prongsai.links.memory import Change, LinkHistory, Memory
from prongsai.links.seen import State
from prongsai.problems import Problem, Where, problem
from prongsai.thai.dates import is_day

HEADER = ("url", "state", "since", "checked_on", "checks", "last_good", "changes", "etag", "sha256", "detail")
_STATES = {state.value for state in State}
_DAYS = ("since", "checked_on", "last_good")
_MAY_BE_EMPTY = {"last_good", "etag", "sha256", "detail"}
_BY_PROGRAMS = {"links-day-form", "links-row-width", "links-changes-form"}  # what saving in such a program brings about
_ESCAPES = {"%": "%25", ";": "%3B", "=": "%3D", "\n": "%0A", "\r": "%0D"}
_ESCAPED = re.compile(r"%(25|3B|3D|0A|0D)")
_CHANGE = re.compile(r"([0-9-]+)=([a-z0-9_]+)")


def write_links(memory: Memory) -> str:
    """The memory as text: sorted, with line feeds, the same for the same memory."""
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\n")
    writer.writerow(HEADER)
    for row in memory.rows.values():
        changes = ";".join(f"{day}={state}" for day, state in row.changes)
        days = (row.since, row.checked_on, row.checks, row.last_good)
        writer.writerow((row.url, row.state.value, *days, changes, row.etag, row.sha256, _joined(row.detail)))
    return sink.getvalue()


def _joined(detail: Mapping[str, str]) -> str:
    return ";".join(f"{name}={_escaped(value)}" for name, value in sorted(detail.items()))


def _escaped(value: str) -> str:
    return "".join(_ESCAPES.get(letter, letter) for letter in value)


def _split(text: str) -> dict[str, str]:
    pairs = (one.partition("=") for one in text.split(";") if one)
    return {name: _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value) for name, _, value in pairs}


def read_links(text: str, file: str) -> tuple[Memory, list[Problem]]:
    """The memory in a CSV text; a row that cannot be read is a problem and is left out."""
    plain = text.removeprefix("\ufeff")
    first = plain.partition("\n")[0].rstrip("\r")
    if find_mark(first, HEADER) not in {"", ","}:
        return Memory(), [problem("links-resaved", Where(file, 1, 1), found=shown(first[:60]))]
    lines = list(_rows(plain))
    if not lines or tuple(lines[0][1]) != HEADER:
        found = ",".join(lines[0][1]) if lines else ""
        return Memory(), [problem("links-header", Where(file, 1, 1), found=found, expected=",".join(HEADER))]
    problems: list[Problem] = []
    rows: dict[str, LinkHistory] = {}
    for number, cells in lines[1:]:
        wrong = _check_row(cells, number, file)
        if not wrong and cells[0] in rows:
            wrong = problem("links-url-twice", Where(file, number, 1), found=cells[0], other=rows[cells[0]].line)
        if wrong:
            problems.append(wrong)
        else:
            rows[cells[0]] = _row(dict(zip(HEADER, cells, strict=True)), number)
    changed = {found.where.line for found in problems if found.code in _BY_PROGRAMS}
    if is_most(changed, len(lines) - 1):
        example = plain.split("\n")[min(changed) - 1].rstrip("\r")[:60]
        problems = [problem("links-resaved", Where(file, min(changed), 1), found=shown(example))]
    return Memory({url: rows[url] for url in sorted(rows)}), problems


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Every row that is not blank with the number of its first line."""
    reader = csv.reader(io.StringIO(text, newline=""))
    first = 1
    for cells in reader:
        if any(cells):
            yield first, cells
        first = reader.line_num + 1


def _check_row(cells: list[str], line: int, file: str) -> Problem | None:
    if len(cells) != len(HEADER):
        return problem("links-row-width", Where(file, line, 1), found=len(cells), expected=len(HEADER))
    for index, (name, cell) in enumerate(zip(HEADER, cells, strict=True)):
        if code := _fault_of(name, cell):
            return problem(code, Where(file, line, _column(cells, index)), key=name, found=cell[:80])
    return None


def _fault_of(name: str, cell: str) -> str:
    """The code of what is wrong with a cell, or an empty text."""
    if not cell:
        return "" if name in _MAY_BE_EMPTY else "links-cell-empty"
    code, holds = _FORMS.get(name, ("", bool))
    return "" if holds(cell) else code


def _column(cells: list[str], index: int) -> int:
    """The column where a cell begins in its line, as a spreadsheet program and we write it."""
    sink = io.StringIO()
    csv.writer(sink, lineterminator="").writerow([*cells[:index], ""])
    return len(sink.getvalue()) + 1


def _changes(text: str) -> tuple[Change, ...] | None:
    """The changes in a cell; None where a day or a state is none or the days do not rise."""
    found = [_CHANGE.fullmatch(one) for one in text.split(";")]
    pairs = [(one[1], one[2]) for one in found if one and is_day(one[1]) and one[2] in _STATES]
    days = [day for day, _ in pairs]
    if len(pairs) != len(found) or days != sorted(set(days)):
        return None
    return tuple((day, State(state)) for day, state in pairs)


_FORMS: dict[str, tuple[str, Callable[[str], object]]] = {
    "state": ("links-state-unknown", _STATES.__contains__),
    **dict.fromkeys(_DAYS, ("links-day-form", is_day)),
    "checks": ("links-count-form", re.compile("[1-9][0-9]{0,8}").fullmatch),
    "changes": ("links-changes-form", _changes),
}


def _row(cells: dict[str, str], line: int) -> LinkHistory:
    return LinkHistory(
        cells["url"],
        State(cells["state"]),
        cells["since"],
        cells["checked_on"],
        int(cells["checks"]),
        cells["last_good"],
        _changes(cells["changes"]) or (),
        cells["etag"],
        cells["sha256"],
        _split(cells["detail"]),
        line,
    )
