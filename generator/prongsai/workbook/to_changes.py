"""Turn what a workbook says differently into changes to the data files, with where each row will be in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from prongsai.forms.cells import Find, Value, read_text, value_at
from prongsai.forms.columns import Column
from prongsai.workbook.codes import codes_in, is_taken, needs_code, propose_code
from prongsai.workbook.compare import CellChange, LostRow, NewRow
from prongsai.workbook.draft import Draft, Mark, as_plain, put_cell
from prongsai.workbook.entries import Kept, find_entries
from prongsai.workbook.layout import Sheet, Source
from prongsai.workbook.left_over import LeftOver, find_at, read_place, read_yaml_text, record_of
from prongsai.workbook.meanings import Meanings, known_meanings, texts_of
from prongsai.workbook.owners import Owner, Owners, typed_of
from prongsai.workbook.read_book import At
from prongsai.workbook.rows import Row
from prongsai.workbook.sheets import SHEETS
from prongsai.writing.change import Change, Path, Plain


@dataclass(frozen=True)
class Unplaced:
    """A cell that cannot become a change, with why: its owner or code is missing or unknown, or its place is none.

    `reason` is owner-unknown, owner-missing, code-missing, code-twice, not-yaml, no-place, no-field or shows-fault.
    """

    at: At
    reason: str
    text: str = ""
    choices: tuple[str, ...] = ()


@dataclass
class Placed:
    """The changes of a workbook, and where the rows that it has are in the data files after them.

    `rows` has for each row its place, its part and its cells by head. `proposed` are codes that nobody typed.
    """

    changes: list[Change] = field(default_factory=list)
    rows: list[tuple[Mark, Source, Sheet, Mapping[str, At]]] = field(default_factory=list)
    proposed: dict[At, str] = field(default_factory=dict)
    unplaced: list[Unplaced] = field(default_factory=list)
    draft: Draft = field(default_factory=lambda: Draft({}))


def place_changes(kept: Kept, cells: Sequence[CellChange], new: Sequence[NewRow], lost: Sequence[LostRow]) -> Placed:
    """The changes for cells, new rows and removed rows, in an order in which each finds its place."""
    return _Placer(kept, cells, new, lost).place()


_FAULT = re.compile(r"#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A|SPILL!|CALC!|GETTING_DATA)|Err:[0-9]{3}")
_FIRST = ("หน่วยงานภายใน", "เอกสารต้นทาง", "หัวข้อ", "มาตรการ", "รายงานผล")  # what others refer to


class _Placer:
    def __init__(self, kept: Kept, cells: Sequence[CellChange], new: Sequence[NewRow], lost: Sequence[LostRow]) -> None:
        self.kept, self.cells, self.lost = kept, cells, lost
        order = {name: place for place, name in enumerate(_FIRST)}
        self.new = sorted(new, key=lambda one: order.get(one.sheet.name, len(order)))
        self.draft = Draft({name: as_plain(node) for name, node in kept.files.items()})
        self.placed = Placed(self.draft.changes, draft=self.draft)
        self.owners = Owners(kept, self.new)
        self.codes = {id(one): code for one, code in self._codes()}
        self.meanings = self._meanings()
        self.marks: dict[int, Mark] = {}  # of new rows that are in the draft
        self.by_key: dict[str, Mark] = {}  # of rows of the rules that were filled in

    def place(self) -> Placed:
        for cell in self.cells:
            if not isinstance(cell.row, LeftOver):
                self._put(cell)
        for row in sorted(self.lost, key=lambda one: one.row.path, reverse=True):
            self.draft.remove(self._mark(row.row))
        for one in self.new:
            self._add(one)
        for cell in self.cells:  # last, since what no cell holds may be of a new row
            if isinstance(cell.row, LeftOver):
                self._put(cell)
        return self.placed

    def _mark(self, row: Row) -> Mark:
        return Mark(row.source.place(self.kept.year), row.path)

    def _put(self, cell: CellChange) -> None:
        if shows_fault(cell.text):
            self.placed.unplaced.append(Unplaced(cell.at, "shows-fault", cell.text))
        elif isinstance(cell.row, LeftOver):
            self._put_left_over(cell, cell.row)
        elif cell.column is None:
            self._move(cell, cell.row)
        else:
            mark, names = self._mark(cell.row), self.kept.names(cell.row.source)
            before = value_at(find_at(self.kept.whole(cell.row.source), cell.row.path), cell.column)
            value = read_text(cell.text, cell.column, names, before, self._finder(cell.column, cell.row.source))
            put_cell(self.draft, mark, cell.column, value)

    def _put_left_over(self, cell: CellChange, one: LeftOver) -> None:
        record = record_of(one.file)
        path = read_place(one.place, self.draft.files.get(one.file), record) if record else None
        if path is None or not path:
            self.placed.unplaced.append(Unplaced(cell.at, "no-place", one.place))
            return
        if not cell.text:
            self.draft.remove(Mark(one.file, path, len(self.draft.changes)))
            return
        try:
            value = as_plain(read_yaml_text(cell.text))
        except ValueError:
            self.placed.unplaced.append(Unplaced(cell.at, "not-yaml", cell.text))
            return
        self.draft.put(one.file, path, value)

    def _move(self, cell: CellChange, row: Row) -> None:
        """Give a row to another owner, with everything it has."""
        sheet = next(one for one in _sheets_of(row) if one.name == cell.sheet)
        owner = self._owner(sheet, cell.text, cell.at)
        if owner is None:
            return
        mark = self._mark(row)
        whole = as_plain(self.draft.at(mark))
        self.draft.remove(mark)
        self._insert(owner, whole, None)

    def _add(self, one: NewRow) -> None:
        at = one.places.get(one.sheet.belongs, one.at)
        faulty = [Unplaced(one.places.get(head, one.at), "shows-fault", text) for head, text in _faults(one)]
        if faulty:
            self.placed.unplaced += faulty
            return
        if one.sheet.is_form or not one.sheet.sources:
            self.placed.unplaced.append(Unplaced(one.at, "no-field", one.texts.get("ช่อง") or one.texts.get("ที่") or ""))
            return
        owner = self._owner(one.sheet, one.texts.get(one.sheet.belongs, ""), at)
        if owner is None:
            return
        if not owner.source.is_list and not (id(one) in self.codes or one.texts.get(one.sheet.key)):
            self.placed.unplaced.append(Unplaced(one.places.get(one.sheet.key, one.at), "code-missing"))
            return
        name = typed_of(one).get("name", "")
        table = find_at(self.draft.files.get(owner.source.place(self.kept.year)), self._list_of(owner))
        if not owner.source.is_list and is_taken(table, self._code(one), name):
            self.placed.unplaced.append(Unplaced(one.at, "code-twice", name or self._code(one)))
            return
        value = self._value(one, owner.source)
        mark = self._insert(owner, value, one)
        self.marks[id(one)] = mark
        self.placed.rows.append((mark, owner.source, one.sheet, one.places))

    def _code(self, one: NewRow) -> str:
        """The code under which the entry of a new row is kept."""
        return self.codes.get(id(one)) or one.texts.get(one.sheet.key, "")

    def _value(self, one: NewRow, source: Source) -> Plain:
        """The record of a new row, typed as short as it can be."""
        names, record = self.kept.names(source), source.record
        scratch = Draft({"": None})
        for column in one.sheet.columns_of(source):
            text = one.texts.get(column.head, "")
            value: Value = read_text(text, column, names, None, self._finder(column, source)) if text else None
            if column.path == ("id",) and id(one) in self.codes:
                value = self.codes[id(one)]
            if value is not None:
                put_cell(scratch, Mark("", (), len(scratch.changes)), column, value)
        return scratch.files[""] if scratch.files[""] is not None or not record else {}

    def _insert(self, owner: Owner, value: Plain, one: NewRow | None) -> Mark:
        file = owner.source.place(self.kept.year)
        whole = self._list_of(owner)
        if not owner.source.is_list:
            code = self._code(one) if one else ""
            self.draft.put(file, (*whole, code), value)
            return Mark(file, (*whole, code), len(self.draft.changes))
        there = find_at(self.draft.files.get(file), whole)
        count = len(there) if isinstance(there, list) else 0 if there is None else 1
        at = self._place_after(one, file, whole, count) if one else count
        return self.draft.insert(file, whole, at, value)

    def _list_of(self, owner: Owner) -> Path:
        """The path of the list or table that a new row goes into."""
        source = owner.source
        if not source.above:
            return source.steps[:-1]
        above = self.marks[id(owner.new)] if owner.new else self._mark_of_key(source, owner.key)
        path = self.draft.find(above) or above.path
        return (*path, *source.steps[len(source.above) : -1])

    def _mark_of_key(self, source: Source, key: str) -> Mark:
        part = Source(source.file, source.above, prefilled=source.prefilled)
        found = next(one for one in find_entries(part, self.kept) if one.key == key)
        return Mark(source.place(self.kept.year), found.path)

    def _place_after(self, one: NewRow, file: str, whole: Path, count: int) -> int:
        """The place in its list behind the row above it in the sheet; at the end where that is of another list."""
        above = one.above
        for known in self.placed.rows:
            path = self.draft.find(known[0])
            if (
                above
                and known[0].file == file
                and path
                and path[:-1] == whole
                and known[3]
                and _row_of(known[3]) == above.number
            ):
                return int(path[-1]) + 1
        for key, mark in self._marks_of(one.sheet):
            path = self.draft.find(mark)
            if above and key == above.key and mark.file == file and path and path[:-1] == whole:
                return int(path[-1]) + 1
        return count if above else 0 if not one.sheet.belongs else count

    def _marks_of(self, sheet: Sheet) -> Iterator[tuple[str, Mark]]:
        for source in sheet.sources:
            yield from (
                (one.key, Mark(source.place(self.kept.year), one.path))
                for one in find_entries(source, self.kept)
                if not one.waits
            )

    def _owner(self, sheet: Sheet, text: str, at: At) -> Owner | None:
        owner = self.owners.find(sheet, text) if text or not sheet.belongs else None
        if owner is None or (owner.new is not None and id(owner.new) not in self.marks):
            reason = "owner-unknown" if text else "owner-missing"
            self.placed.unplaced.append(Unplaced(at, reason, text, tuple(self.owners.choices(sheet))))
            return None
        return owner

    def _finder(self, column: Column, source: Source) -> Find:
        kind = f"topic:{source.file}" if column.refers == "topic" else column.refers
        return lambda text: self.meanings.find(kind, text)

    def _codes(self) -> Iterator[tuple[NewRow, str]]:
        """A code for each new row that needs one: the one that was typed, else one proposed."""
        taken: dict[Source, set[str]] = {}
        for one in self.new:
            source = self._source(one)
            if not needs_code(source):
                continue
            used = taken.setdefault(source, codes_in(self.kept, source))
            head = one.sheet.key or next(column.head for column in one.sheet.columns if column.path == ("id",))
            typed = one.texts.get(head, "")
            is_copy = bool(one.copied) and typed in used
            code = typed if typed and not is_copy else propose_code(source, typed_of(one), used)
            if code != typed:
                self.placed.proposed[one.places.get(head, one.at)] = code
            used.add(code)
            yield one, code

    def _source(self, one: NewRow) -> Source:
        """The part of its sheet that a new row is of."""
        owner = self.owners.find(one.sheet, one.texts.get(one.sheet.belongs, ""))
        return owner.source if owner else one.sheet.sources[0]

    def _meanings(self) -> Meanings:
        found = Meanings()
        for kind, code, texts in known_meanings(self.kept):
            found.add(kind, code, texts)
        for one in self.new:
            typed, own = typed_of(one), self.codes.get(id(one), "")
            kinds = {"หน่วยงานภายใน": "unit", "เอกสารต้นทาง": "document", "มาตรการ": "measure"}
            if own and one.sheet.name in kinds:
                found.add(kinds[one.sheet.name], own, texts_of(typed))
            elif own and one.sheet.name == "หัวข้อ":
                found.add(f"topic:{self._source(one).file}", own, texts_of(typed))
        return found


def shows_fault(text: str) -> bool:
    """True if a cell shows that its formula fails, as Excel (#REF!) or LibreOffice (Err:508) does."""
    return bool(_FAULT.fullmatch(text.strip()))


def _faults(row: NewRow) -> Iterator[tuple[str, str]]:
    yield from ((head, text) for head, text in row.texts.items() if shows_fault(text))


def _row_of(places: Mapping[str, At]) -> int:
    return next(iter(places.values())).row


def _sheets_of(row: Row) -> Iterator[Sheet]:
    yield from (one for one in SHEETS if row.source in one.sources)
