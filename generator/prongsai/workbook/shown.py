"""Columns of a sheet as they are shown: in which order, how wide, folded or not, and with which words at the head."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from prongsai.forms.columns import Column
from prongsai.grids.grid import letters_of
from prongsai.workbook.layout import FORM_HEADS, KEY_HEAD, Sheet
from prongsai.workbook.rows import Filled, Row
from prongsai.workbook.widths import SHORT, WIDE, width_of

NEEDED_MARK = " *"  # behind the head of what must be filled in where its row is used
_HEAD_ROOM, _WIDEST_FOR_HEAD = 3, 18  # characters that a head adds to its column
# Fields of what few agencies have or enter, beyond those that few documents print: with their groups.
RARE = frozenset(
    {
        *(
            "draft",
            "title_is",
            "risk",
            "plan_years",
            "cycle_years",
            "status_read",
            "part",
            "stated",
            "responsible.printed",
        ),
        *("responsible.note", "printed_title", "printed_code", "printed_name", "stated_count", "columns", "comparison"),
        *("valid_list", "items_not_listed", "printed_levels_at", "year_stated", "successor"),
        *("base_path", "own_scripts", "precompressed", "signed_copy", "approved", "from_document", "other_websites"),
    }
)
_PLACE = "ที่ในเอกสาร"
_NAMING = (("measure", "round"), ("number", "title"), ("name",), ("title",), ("question",))
Role = Literal["key", "belongs", "code", "grey", "field", "own-code"]


@dataclass(frozen=True)
class Shown:
    """A column of a sheet; `place` counts from 0 with the hidden one of the keys, which is the first.

    `column` is the field that it has, `role` what it is besides. One that `is_folded` waits behind a mark.
    """

    head: str
    role: Role
    width: float
    column: Column | None = None
    place: int = 0
    is_folded: bool = False
    is_needed: bool = False

    @property
    def title(self) -> str:
        """The text of the head."""
        return f"{self.head}{NEEDED_MARK if self.is_needed else ''}"

    @property
    def letters(self) -> str:
        """The letters of the column."""
        return letters_of(self.place)


def shown_columns(filled: Filled) -> tuple[Shown, ...]:
    """The columns of a sheet: those by which a row is known, what is filled in, and folded what seldom is."""
    found = _of_form() if filled.sheet.is_form else [*_of_table(filled)]
    found = [Shown(KEY_HEAD, "key", 12), *(one for one in found if not one.is_folded), *filter(_is_folded, found)]
    return tuple(replace(one, place=place) for place, one in enumerate(found))


def _is_folded(one: Shown) -> bool:
    return one.is_folded


def frozen_columns(filled: Filled) -> int:
    """The number of columns that stay where they are while the others move, with the hidden one."""
    known_by = {"key", "belongs", "code", "grey"}
    if filled.sheet.is_form:
        return 3
    naming = _naming(filled.sheet)
    return sum(
        one.role in known_by or (one.column is not None and one.column.path in naming) for one in shown_columns(filled)
    )


def texts_in(row: Row, sheet: Sheet) -> Mapping[str, str]:
    """The texts of a row of a table by head, with those in grey."""
    return {**row.texts, **row.grey} if not sheet.is_form else row.texts


def is_rare(column: Column) -> bool:
    """True if a field waits folded where nothing is filled in."""
    steps = {".".join(column.path[: place + 1]) for place in range(len(column.path))}
    is_rare_one = column.said.seldom or column.said.title == _PLACE or not RARE.isdisjoint(steps)
    return is_rare_one and not (column.is_needed and len(column.path) == 1)


def _of_form() -> list[Shown]:
    subject, name, value, meaning = FORM_HEADS
    return [
        Shown(subject, "grey", 18),
        Shown(name, "grey", 30),
        Shown(value, "field", WIDE),
        Shown(meaning, "grey", WIDE + 10),
    ]


def _of_table(filled: Filled) -> list[Shown]:
    sheet = filled.sheet
    before = [Shown(sheet.belongs, "belongs", 34)] if sheet.belongs else []
    if sheet.key and not sheet.key_is_ours:
        before.append(Shown(sheet.key, "code", SHORT))
    before += [Shown(head, "grey", 34) for head in sheet.grey]
    naming = _naming(sheet)
    columns = sorted(sheet.columns, key=lambda one: naming.index(one.path) if one.path in naming else len(naming))
    last = [Shown(sheet.key, "own-code", SHORT + 6, is_folded=True)] if sheet.key and sheet.key_is_ours else []
    fields = [_of_field(one, filled) for one in columns]
    return [*before, *fields, *last]


def _of_field(column: Column, filled: Filled) -> Shown:
    is_own_code = column.path == ("id",)
    is_filled = any(row.texts.get(column.head) for row in filled.rows)
    return Shown(
        column.head,
        "own-code" if is_own_code else "field",
        max(width_of(column), min(len(column.head) + _HEAD_ROOM, _WIDEST_FOR_HEAD)),
        column,
        is_folded=is_own_code or (is_rare(column) and not is_filled),
        is_needed=column.is_needed and len(column.path) == 1 and not is_own_code,
    )


def _naming(sheet: Sheet) -> tuple[tuple[str, ...], ...]:
    """The fields by which people know a row that neither belongs to another nor has an official code."""
    if sheet.belongs and sheet.name != "หัวข้อ":
        return ()
    if sheet.key and not sheet.key_is_ours:
        return ()
    paths = {one.path for one in sheet.columns}
    named = next((keys for keys in _NAMING if all((key,) in paths for key in keys)), ())
    return tuple((key,) for key in named)
