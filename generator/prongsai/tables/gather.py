"""Rows of a table gathered into entries: rows that run on are joined, merged cells stay merged, nothing vanishes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from prongsai.grids.cell_texts import one_line
from prongsai.grids.grid import Cell
from prongsai.tables.answers import Answers, Choice, Question
from prongsai.tables.assign import Assigned
from prongsai.tables.bars import period_of, words_in
from prongsai.tables.find_heads import DataRow, LeftOut, Table
from prongsai.tables.kinds import MORE, NOTE, PERIOD_BAR, SKIP, KindName
from prongsai.tables.units import Units
from prongsai.tables.values import Entry
from prongsai.thai.numerals import parse_decimal

MERGED = "รวมกับช่องบน"
_ROWS = {"รวมเป็นรายการเดียว": "together", "แยกเป็นรายการละแถว": "apart", "together": "together", "apart": "apart"}
_HEADINGS = {"เป็นหัวข้อ": "topics", "เป็นรายการ": "entries", "topics": "topics", "entries": "entries"}
_FEWEST_COLUMNS = 3
_SAYS_MORE = re.compile("ตัวชี้วัด|หมวด|ส่วนที่|ด้าน")  # a lone code or title of an item says none of these
_NAMING = {"title", "number", "code", NOTE, MORE}  # of these a merged cell says nothing by itself
_Begin: TypeAlias = Literal["new", "apart", "on"]


@dataclass
class Gathering:
    """A table while its rows are read: entries with the heading above each, questions, and what was not taken."""

    kind: KindName
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
    above: tuple[int, int] | None = None  # a heading that only its being alone in its row tells
    for row in gathering.table.rows:
        alone = _alone(gathering, row)
        if alone is not None and _is_heading(gathering, row, alone):
            above = (row.at, alone)
            continue
        begin = _begins(gathering, row)
        if begin != "on" or not gathering.entries:
            before = gathering.entries[-1].data.get("title") if begin == "apart" and gathering.entries else None
            gathering.entries.append(Entry(gathering.place(row.at, _name_column(gathering))))
            if before is not None:
                gathering.entries[-1].put("title", before, gathering.entries[-1].place)
            gathering.topics.append(_topic_of(gathering, row.topic or above))
        _read_row(gathering, row, begin, put_cell)
    _tell_skipped(gathering)


def _name_column(gathering: Gathering) -> int:
    return min((*gathering.assigned.columns("title"), *gathering.assigned.columns("code")), default=0)


def _begins(gathering: Gathering, row: DataRow) -> _Begin:
    """The beginning of an entry, one below a merged name, or a row that goes on with the entry before."""
    cells = gathering.table.grid.rows[row.at]
    naming = [column for name in ("title", "code") for column in gathering.assigned.columns(name)]
    numbered = gathering.assigned.columns("number")
    if any(cells[column].own for column in (*naming, *numbered)):
        return "new"
    below = any(one[0] < row.at for column in naming if (one := cells[column].merged))
    if not naming and not numbered:
        return "new"
    if not below and sum(bool(cell.own) for cell in cells) < _FEWEST_COLUMNS - 1:
        return "on"  # a cell that goes on
    if _ROWS.get(gathering.answers.find("rows"), "") == "":
        gathering.questions.append(_ask_rows(gathering, row))
    return "apart" if gathering.apart else "on"


def _ask_rows(gathering: Gathering, row: DataRow) -> Question:
    choices = tuple(Choice(_ROWS[words], words) for words in list(_ROWS)[:2])
    samples = tuple(one_line(cell.text) for cell in gathering.table.grid.rows[row.at] if cell.text)
    return Question("rows", "แถวที่ช่องชื่อรวมกับแถวบนหรือว่าง", gathering.place(row.at, 0), samples[:3], choices)


def _alone(gathering: Gathering, row: DataRow) -> int | None:
    """The column of the one text of a row that could be a heading: it begins the row, where others have several."""
    filled = [column for column, cell in enumerate(gathering.table.grid.rows[row.at]) if cell.text]
    names = ("code", "title") if gathering.kind == "oit" else ("number", "title")
    naming = [column for name in names for column in gathering.assigned.columns(name)]
    if len(filled) != 1 or filled[0] not in naming or len(gathering.assigned.fields) < _FEWEST_COLUMNS:
        return None
    text = gathering.table.grid.rows[row.at][filled[0]].own
    is_code = gathering.kind == "oit" and not _SAYS_MORE.search(text)
    return None if parse_decimal(text) is not None or is_code else filled[0]


def _is_heading(gathering: Gathering, row: DataRow, column: int) -> bool:
    """True if a lone text is a heading: always where entries have none, else as it is answered."""
    if gathering.kind == "oit":
        place, text = gathering.place(row.at, column), one_line(gathering.table.grid.rows[row.at][column].own)
        gathering.left_out.append(LeftOut(place, text, "heading"))
        return True
    answer = _HEADINGS.get(gathering.answers.find("headings"), "")
    if not answer:
        place, text = gathering.place(row.at, column), one_line(gathering.table.grid.rows[row.at][column].own)
        choices = tuple(Choice(_HEADINGS[words], words) for words in list(_HEADINGS)[:2])
        gathering.questions.append(Question("headings", "แถวที่มีข้อความช่องเดียว", place, (text,), choices))
    return answer == "topics"


def _topic_of(gathering: Gathering, topic: tuple[int, int] | None) -> tuple[str, str]:
    if topic is None:
        return "", ""
    at, column = topic
    return one_line(gathering.table.grid.rows[at][column].text), gathering.place(at, column)


def _read_row(gathering: Gathering, row: DataRow, begin: _Begin, put_cell: PutCell) -> None:
    entry = gathering.entries[-1]
    for column, name, cell in gathering.filled(row):
        if name in {"", SKIP, PERIOD_BAR} or (cell.merged and cell.merged[0] == row.at):
            continue
        if cell.merged:
            if begin != "on" and name not in _NAMING and "." not in name:
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
