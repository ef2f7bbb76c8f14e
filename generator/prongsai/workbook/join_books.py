"""Join what several workbooks say: units fill in their own, and where two say different things somebody must choose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from prongsai.workbook.compare import CellChange, Difference, LostRow, NewRow
from prongsai.workbook.left_over import LeftOver
from prongsai.workbook.rows import Row
from prongsai.workbook.same_text import is_same


@dataclass(frozen=True)
class Conflict:
    """A cell of which nobody can tell what it should say: what the data files say now, and each workbook.

    `base` is what the workbooks were made with, where the data files have changed since. One of no `changes` is a row
    that a workbook does not have any more, while it was changed elsewhere.
    """

    row: Row | LeftOver
    changes: tuple[CellChange, ...]
    now: str = ""
    base: str | None = None
    lost: LostRow | None = None


@dataclass
class Joined:
    """The changes of all workbooks together: those that agree, and those that do not."""

    cells: list[CellChange] = field(default_factory=list)
    new: list[NewRow] = field(default_factory=list)
    lost: list[LostRow] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """True if nothing would change."""
        return not (self.cells or self.new or self.lost or self.conflicts)


_Cell: TypeAlias = tuple[str, str, tuple[str, ...]]


def join_books(differences: Sequence[Difference]) -> Joined:
    """The differences of all workbooks, each thing once."""
    joined = Joined()
    by_cell: dict[_Cell, list[CellChange]] = {}
    for change in (one for difference in differences for one in difference.cells):
        by_cell.setdefault(_cell_of(change), []).append(change)
    lost = {one.row.key: one for difference in differences for one in difference.lost}
    changed = {cell[1] for cell in by_cell}
    for changes in by_cell.values():
        _join_cell(joined, changes)
    for one in lost.values():
        if one.changed or any(key == one.row.key or key.startswith(f"{one.row.key}/") for key in changed):
            joined.conflicts.append(Conflict(one.row, (), lost=one))
        else:
            joined.lost.append(one)
    joined.lost = [*_outermost(joined.lost)]
    _join_new(joined, [one for difference in differences for one in difference.new])
    return joined


def _cell_of(change: CellChange) -> _Cell:
    key = f"{change.row.file}:{change.row.place}" if isinstance(change.row, LeftOver) else change.row.key
    return change.sheet, key, change.column.path if change.column else ()


def _join_cell(joined: Joined, changes: Sequence[CellChange]) -> None:
    first = changes[0]
    different = [one for place, one in enumerate(changes) if not any(_agree(one, other) for other in changes[:place])]
    if len(different) == 1 and not first.is_conflict:
        joined.cells.append(first)
    else:
        joined.conflicts.append(Conflict(first.row, tuple(different), first.now, first.base))


def _agree(one: CellChange, other: CellChange) -> bool:
    return is_same(one.text, other.text, one.column)


def _outermost(lost: Sequence[LostRow]) -> Iterator[LostRow]:
    """The removed rows without those that go with the row that they belong to."""
    keys = {one.row.key for one in lost}
    for one in lost:
        if not any(one.row.key.startswith(f"{key}/") for key in keys):
            yield one


def _join_new(joined: Joined, new: Sequence[NewRow]) -> None:
    """New rows; of those that two workbooks have in the same words one."""
    for one in new:
        if not any(_is_again(one, other) for other in joined.new):
            joined.new.append(one)


def _is_again(one: NewRow, other: NewRow) -> bool:
    is_elsewhere = (one.at.book, one.at.sheet) != (other.at.book, other.at.sheet)  # also in a copy of its sheet
    return is_elsewhere and one.sheet == other.sheet and dict(one.texts) == dict(other.texts)
