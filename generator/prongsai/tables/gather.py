"""Rows of a table gathered into entries: rows that run on are joined, merged cells stay merged, nothing vanishes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from prongsai.grids.cell_texts import one_line
from prongsai.grids.grid import Cell
from prongsai.tables.answers import Answers, Choice, Question
from prongsai.tables.assign import Assigned
from prongsai.tables.bars import period_of, words_in
from prongsai.tables.find_heads import DataRow, LeftOut, Table
from prongsai.tables.kinds import MORE, NOTE, PERIOD_BAR, SKIP
from prongsai.tables.units import Units
from prongsai.tables.values import Entry

MERGED = "รวมกับช่องบน"
_ROWS = {"รวมเป็นรายการเดียว": "together", "แยกเป็นรายการละแถว": "apart", "together": "together", "apart": "apart"}
_Begin: TypeAlias = Literal["new", "apart", "on"]


@dataclass
class Gathering:
    """A table while its rows are read: entries with the heading above each, questions, and what was not taken."""

    table: Table
    assigned: Assigned
    units: Units
    answers: Answers
    entries: list[Entry] = field(default_factory=list)
    topics: list[tuple[str, str]] = field(default_factory=list)  # of each entry: the heading and its place
    questions: list[Question] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    @property
    def apart(self) -> bool:
        """True if each row below a merged name is an entry of its own."""
        return _ROWS.get(self.answers.find("rows"), "") == "apart"

    def place(self, row: int, column: int) -> str:
        """The place of a cell."""
        return self.table.grid.place(row, column)

    def filled(self, row: DataRow) -> Iterator[tuple[int, str, Cell]]:
        """The cells of a row that have a text, with the field of their column; empty where it has none."""
        for column, cell in enumerate(self.table.grid.rows[row.at]):
            if cell.text:
                yield column, self.assigned.fields.get(column, ""), cell


PutCell: TypeAlias = Callable[[Gathering, Entry, str, int, int, Cell], None]


def gather_rows(gathering: Gathering, put_cell: PutCell) -> None:
    """Read all rows; `put_cell` sets the value of a cell of a field of the kind."""
    for row in gathering.table.rows:
        begin = _begins(gathering, row)
        if begin != "on" or not gathering.entries:
            gathering.entries.append(Entry(gathering.place(row.at, _name_column(gathering))))
            gathering.topics.append(_topic_of(gathering, row))
        _read_row(gathering, row, begin, put_cell)
    _tell_skipped(gathering)


def _name_column(gathering: Gathering) -> int:
    return next(iter((*gathering.assigned.columns("title"), *gathering.assigned.columns("code"), 0)))


def _begins(gathering: Gathering, row: DataRow) -> _Begin:
    """The beginning of an entry, one below a merged name, or a row that goes on with the entry before."""
    cells = gathering.table.grid.rows[row.at]
    naming = [column for name in ("title", "code") for column in gathering.assigned.columns(name)]
    numbered = gathering.assigned.columns("number")
    if any(cells[column].own for column in (*naming, *numbered)):
        return "new"
    below = [cells[column] for column in naming if (one := cells[column].merged) and one[0] < row.at]
    if not below:
        return "on" if naming or numbered else "new"
    if _ROWS.get(gathering.answers.find("rows"), "") == "":
        gathering.questions.append(_ask_rows(gathering, row, below[0]))
    return "apart" if gathering.apart else "on"


def _ask_rows(gathering: Gathering, row: DataRow, cell: Cell) -> Question:
    choices = tuple(Choice(_ROWS[words], words) for words in list(_ROWS)[:2])
    samples = tuple(one_line(text) for text in (cell.text, *(one.own for one in gathering.table.grid.rows[row.at])) if text)
    return Question("rows", "แถวใต้ช่องชื่อที่รวมกัน", gathering.place(row.at, 0), samples[:3], choices)


def _topic_of(gathering: Gathering, row: DataRow) -> tuple[str, str]:
    if row.topic is None:
        return "", ""
    at, column = row.topic
    return one_line(gathering.table.grid.rows[at][column].text), gathering.place(at, column)


def _read_row(gathering: Gathering, row: DataRow, begin: _Begin, put_cell: PutCell) -> None:
    entry = gathering.entries[-1]
    for column, name, cell in gathering.filled(row):
        if name in {"", SKIP, PERIOD_BAR} or (cell.merged and cell.merged[0] == row.at):
            continue
        if cell.merged and not (begin == "apart" and name in {"title", "number", "code"}):
            if begin != "on" and name not in {NOTE, MORE} and "." not in name:
                entry.put(name, MERGED, gathering.place(row.at, column))
            continue
        head = gathering.assigned.heads[column]
        if name == MORE:
            entry.put_more(MORE, head.text, one_line(cell.text), gathering.place(row.at, column))
        elif name == NOTE and head.text != "หมายเหตุ":
            entry.add_note(f"{head.text}: {one_line(cell.text)}", gathering.place(row.at, column))
        else:
            put_cell(gathering, entry, name, row.at, column, cell)
    _read_bar(gathering, row, entry)


def _read_bar(gathering: Gathering, row: DataRow, entry: Entry) -> None:
    bar = gathering.assigned.bar
    if bar is None:
        return
    cells = gathering.table.grid.rows[row.at]
    if period := period_of(bar, cells):
        entry.put("period", period, gathering.place(row.at, bar.columns[0]))
    for column, text in words_in(bar, cells):
        gathering.left_out.append(LeftOut(gathering.place(row.at, column), text, "words-in-bar"))


def _tell_skipped(gathering: Gathering) -> None:
    for column, name in gathering.assigned.fields.items():
        if name == SKIP:
            head = gathering.assigned.heads[column].text
            place = gathering.place(gathering.table.rows[0].at, column) if gathering.table.rows else ""
            gathering.left_out.append(LeftOut(place, head, "skipped"))
