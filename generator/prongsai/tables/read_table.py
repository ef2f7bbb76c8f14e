"""Foreign tables read into changes: what was taken from where, what is asked, and what was not taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from prongsai.grids.cell_texts import one_line
from prongsai.grids.grid import Grid, make_grid
from prongsai.tables.answers import Answers, Choice, Question, each_once
from prongsai.tables.assign import Assigned, assign_columns, heads_of
from prongsai.tables.find_heads import LeftOut, Table, find_table, go_on
from prongsai.tables.gather import Gathering, PutCell, gather_rows
from prongsai.tables.held import Held
from prongsai.tables.item_rows import put_item
from prongsai.tables.kinds import SKIP, KindName
from prongsai.tables.measure_changes import add_measures
from prongsai.tables.measure_rows import put_measure
from prongsai.tables.merge import Outcome
from prongsai.tables.read_result import join_results, read_result
from prongsai.tables.remember import recall, remember
from prongsai.tables.report_changes import add_items, add_reports
from prongsai.tables.report_rows import put_report
from prongsai.tables.result_changes import add_result, result_of_table, tell_columns
from prongsai.tables.units import Units
from prongsai.writing.change import Change, Put

_DIGIT = re.compile("[0-9๐-๙]")
GOES_ON = "ต่อจากตารางก่อน"
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


def read_table(grids: Sequence[Grid], held: Held, answers: Answers, *, replace_old: bool = False) -> Outcome:
    """The changes that the tables of a file ask for; while questions are open the changes are not complete.

    Tables with the same heads are one: documents print a table again on each page. With `replace_old` values of the
    table take the place of others that the site has.
    """
    outcome = Outcome()
    found: list[_Found] = []
    for grid in grids:
        one = _find(grid, held, answers)
        before = found[-1] if found else None
        if before and grid.width == before.table.grid.width and not _has_heads(one):
            one = _rest(grid, before, outcome)
        elif one is None:
            outcome.left_out.append(LeftOut(grid.name, _first_text(grid), "no-heads"))
        if one is not None:
            found.append(one)
    groups = _groups(_meant(found, held.kind, outcome))
    if held.kind == "scores":
        _read_scores(groups, held, outcome, replace_old=replace_old)
    else:
        for group in groups:
            held = _read_group(group, held, outcome, replace_old=replace_old)
    heads = [question for group in groups for one in group for question in one.assigned.questions]
    outcome.questions = list(each_once([*heads, *outcome.questions]))
    if not outcome.questions:
        for group in groups[:1]:
            outcome.changes += _remembered(group, held, outcome)
    return outcome


def _find(grid: Grid, held: Held, answers: Answers) -> _Found | None:
    table = find_table(grid, held.kind)
    if table is None or not table.rows:
        return None
    known = answers.over(recall(held.remembered, held.kind, heads_of(table)))
    return _Found(table, assign_columns(table, held.kind, held.year, known), known)


def _has_heads(one: _Found | None) -> bool:
    """True for a table with a known head, or whose first row could be nothing but heads: short texts and no number."""
    if one is None or one.assigned.fields:
        return one is not None
    return not any(_DIGIT.search(head.text) for head in one.table.heads)


def _rest(grid: Grid, before: _Found, outcome: Outcome) -> _Found | None:
    """A table without heads below one with as many columns: whether it goes on is asked."""
    answer = before.answers.find("continues", grid.name)
    if answer in {GOES_ON, "yes"}:
        return replace(before, table=go_on(grid, before.table))
    if not answer:
        choices = (Choice("yes", GOES_ON), Choice(SKIP, "ไม่นำเข้า"))
        samples = tuple(one_line(cell.own) for cell in grid.rows[0] if cell.own)[:3]
        outcome.questions.append(Question("continues", grid.name, grid.place(0, 0), samples, choices))
    outcome.left_out.append(LeftOut(grid.name, _first_text(grid), "no-heads"))
    return None


def read_pasted(text: str, held: Held, *, replace_old: bool = False) -> Outcome:
    """The changes that a result in a text asks for."""
    outcome = Outcome()
    add_result(outcome, held, read_result(text, held.edition), replace=replace_old)
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
        groups.setdefault(heads_of(one.table), []).append(one)
    return list(groups.values())


def _read_scores(groups: list[list[_Found]], held: Held, outcome: Outcome, *, replace_old: bool) -> None:
    """The result that all tables state together: figures that differ from table to table compete."""
    tables = [one for group in groups for one in group]
    results = [result_of_table(one.table, one.assigned, held.edition) for one in tables]
    add_result(outcome, held, join_results(results), replace=replace_old)
    outcome.left_out += [said for one in tables for said in tell_columns(one.table, one.assigned)]


def _read_group(group: list[_Found], held: Held, outcome: Outcome, *, replace_old: bool) -> Held:
    """Read tables with the same heads; a site that has the file then is returned for further ones."""
    units = Units(dict(held.names), held.titles, group[0].answers)
    gathering = _gather(group, held, units)
    _ADD[held.kind](outcome, held, gathering, replace=replace_old)
    outcome.questions += [*gathering.questions, *units.questions]
    outcome.left_out += [*gathering.left_out, *(one for part in group for one in part.table.left_out)]
    outcome.changes = [*units.changes(), *outcome.changes]
    outcome.unit_answers |= units.used
    made = next(
        (one.value for one in outcome.changes if isinstance(one, Put) and one.file == held.file and not one.path), None
    )
    return replace(held, data=made, names=units.names) if held.data is None and made is not None else held


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


def _remembered(group: list[_Found], held: Held, outcome: Outcome) -> list[Change]:
    """The changes that keep what was answered for tables with the same heads."""
    first = group[0]
    printed = tuple(dict.fromkeys(head.text for head in first.table.heads))
    fields = {
        head.text: first.assigned.fields[head.column]
        for head in first.table.heads
        if head.column in first.assigned.fields and first.answers.find("head", head.text)
    }
    return remember(held.remembered, held.kind, printed, fields, first.answers.find("rows"), outcome.unit_answers)
