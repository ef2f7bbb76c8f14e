"""Foreign tables read into changes: what was taken from where, what is asked, and what was not taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.grids.grid import Grid, make_grid
from prongsai.tables.answers import Answers, each_once
from prongsai.tables.assign import Assigned, assign_columns, heads_of
from prongsai.tables.find_heads import LeftOut, Table, find_table
from prongsai.tables.gather import Gathering, PutCell, gather_rows
from prongsai.tables.held import Held
from prongsai.tables.item_rows import put_item
from prongsai.tables.kinds import KindName
from prongsai.tables.measure_changes import add_measures
from prongsai.tables.measure_rows import put_measure
from prongsai.tables.merge import Outcome
from prongsai.tables.read_result import read_result
from prongsai.tables.remember import recall, remember
from prongsai.tables.report_changes import add_items, add_reports
from prongsai.tables.report_rows import put_report
from prongsai.tables.result_changes import add_result, result_of_table, tell_columns
from prongsai.tables.units import Units

_PUT: dict[KindName, PutCell] = {"measures": put_measure, "follow-up": put_report, "oit": put_item}
_ADD = {"measures": add_measures, "follow-up": add_reports, "oit": add_items}
_NEEDED: dict[KindName, frozenset[str]] = {
    "measures": frozenset(("title",)),
    "follow-up": frozenset(("title", "number", "measure")),
    "oit": frozenset(("code", "title")),
    "scores": frozenset(("score",)),
}


@dataclass(frozen=True)
class _Found:
    table: Table
    assigned: Assigned
    answers: Answers


def read_table(grids: Sequence[Grid], held: Held, answers: Answers, *, replace: bool = False) -> Outcome:
    """The changes that the tables of a file ask for; while questions are open the changes are not complete.

    Tables with the same heads are one: documents print a table anew on each page. With `replace` values of the table
    take the place of others that the site has.
    """
    found: list[_Found] = []
    outcome = Outcome()
    for grid in grids:
        table = find_table(grid, held.kind)
        if table is None or not table.rows:
            outcome.left_out.append(LeftOut(grid.name, _first_text(grid), "no-heads"))
            continue
        known = answers.over(recall(held.remembered, held.kind, heads_of(table)))
        found.append(_Found(table, assign_columns(table, held.kind, held.year, known), known))
    for group in _groups(_meant(found, held.kind, outcome)):
        _read_group(group, held, outcome, replace=replace)
    outcome.questions = list(each_once(outcome.questions))
    return outcome


def read_pasted(text: str, held: Held, *, replace: bool = False) -> Outcome:
    """The changes that a result in a text asks for."""
    outcome = Outcome()
    add_result(outcome, held, read_result(text, held.edition), replace=replace)
    return outcome


def _first_text(grid: Grid) -> str:
    return next((" ".join(cell.own.split()) for row in grid.rows for cell in row if cell.own), "")


def _meant(found: list[_Found], kind: KindName, outcome: Outcome) -> list[_Found]:
    """The tables that are of the kind: those with a head that names each row, or where none has, the longest."""
    meant = [one for one in found if _NEEDED[kind].intersection(one.assigned.fields.values())]
    if not meant and found:
        meant = [max(found, key=lambda one: len(one.table.rows))]
    for one in found:
        if one not in meant:
            outcome.left_out.append(LeftOut(one.table.grid.name, one.table.heads[0].text, "other-table"))
    return meant


def _groups(found: list[_Found]) -> list[list[_Found]]:
    """Tables with the same heads, in their order."""
    groups: dict[tuple[str, ...], list[_Found]] = {}
    for one in found:
        groups.setdefault(tuple(head.text for head in one.table.heads) and heads_of(one.table), []).append(one)
    return list(groups.values())


def _read_group(group: list[_Found], held: Held, outcome: Outcome, *, replace: bool) -> None:
    first = group[0]
    outcome.questions += [question for one in group for question in one.assigned.questions]
    units = Units(dict(held.names), held.titles, first.answers)
    if held.kind == "scores":
        for one in group:
            add_result(outcome, held, result_of_table(one.table, one.assigned, held.edition), replace=replace)
            outcome.left_out += tell_columns(one.table, one.assigned)
    else:
        gathering = _gather(group, held, units)
        _ADD[held.kind](outcome, held, gathering, replace=replace)
        outcome.questions += gathering.questions
        outcome.questions += units.questions
        outcome.left_out += [*gathering.left_out, *(one for part in group for one in part.table.left_out)]
    outcome.changes = [*units.changes(), *outcome.changes]
    _remember(group, held, units, outcome)


def _gather(group: list[_Found], held: Held, units: Units) -> Gathering:
    """The rows of tables with the same heads, as those of one; each keeps the names of its cells."""
    whole: Gathering | None = None
    for one in group:
        part = Gathering(held.kind, one.table, one.assigned, units, one.answers)
        if whole is not None:
            part.entries, part.topics = whole.entries, whole.topics
        gather_rows(part, _PUT[held.kind])
        if whole is None:
            whole = part
        else:
            whole.questions += part.questions
            whole.left_out += part.left_out
    return whole or Gathering(held.kind, Table(make_grid("", []), (), (), (), ()), Assigned({}, {}), units, Answers())


def _remember(group: list[_Found], held: Held, units: Units, outcome: Outcome) -> None:
    """Keep what was answered, once nothing is open."""
    if outcome.questions:
        return
    first = group[0]
    printed = tuple(dict.fromkeys(head.text for head in first.table.heads))
    fields = {
        head.text: first.assigned.fields[head.column]
        for head in first.table.heads
        if head.column in first.assigned.fields and first.answers.find("head", head.text)
    }
    rows = first.answers.find("rows")
    outcome.changes += remember(held.remembered, held.kind, printed, fields, rows, units.used)
