"""Read the workbook of a year's rules that somebody filled in: rows by their heads, wherever they were moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from prongsai.forms.cells import read_text
from prongsai.forms.columns import columns_of
from prongsai.grids.grid import Grid
from prongsai.loading.statements import spelled
from prongsai.rulebooks.entered import Entry, Read, Told
from prongsai.rulebooks.pages import read_page
from prongsai.rulebooks.rows import make_mark
from prongsai.rulebooks.sheets import (
    ELEMENTS,
    FORMER_HEAD,
    GENERAL,
    ITEMS,
    KEY_HEAD,
    OF_ITEM,
    ORIGIN_HEAD,
    PAGE_HEAD,
    QUESTIONS,
    GeneralRow,
    Sheet,
    sheet_called,
)
from prongsai.rulebooks.structure import Rules
from prongsai.thai.codes import parse_item_code, parse_question_code
from prongsai.thai.text import clean_text

_YES = {"ใช่", "true", "มี", "yes", "x", "✓", "1"}


def is_rulebook(grids: Sequence[Grid]) -> bool:
    """True if tables are those of the workbook."""
    return sum(_heads_of(grid, sheet_called(grid.name)) is not None for grid in grids) > 1


def read_rulebook(grids: Sequence[Grid]) -> Read:
    """All that was entered or changed in the workbook, and what could not be taken."""
    read = Read()
    for grid in grids:
        sheet = sheet_called(grid.name)
        if grid.name.strip() == GENERAL:
            _read_general(grid, read)
        elif sheet is not None and (heads := _heads_of(grid, sheet)) is not None:
            _read_sheet(grid, sheet, heads, read)
    return read


def _heads_of(grid: Grid, sheet: Sheet | None) -> Mapping[str, int] | None:
    """The columns of our heads in the first row that has them; None where a table is none of ours."""
    if not grid.rows:
        return None
    known = {clean_text(cell.own)[0]: place for place, cell in reversed([*enumerate(grid.rows[0])])}
    if sheet is None or PAGE_HEAD not in known:
        return None
    return {head: known[head] for head in (*sheet.heads, KEY_HEAD) if head in known}


def _read_general(grid: Grid, read: Read) -> None:
    columns = {one.head: one for one in columns_of(GeneralRow)}
    for number, row in enumerate(grid.rows[1:], 1):
        mark, head, text, at = (cell.own.strip() for cell in (*row, *row, *row, *row)[:4])
        column = columns.get(head)
        if column is None or not text:
            continue
        if column.path[0] == "manual":
            read.manual = clean_text(text)[0]
            continue
        page = _page(at, grid.place(number, 3), read)
        if mark != make_mark({head: text}, "", at):
            read.general[column.path[0]] = (clean_text(text)[0], page)


def _read_sheet(grid: Grid, sheet: Sheet, heads: Mapping[str, int], read: Read) -> None:
    for number, row in enumerate(grid.rows[1:], 1):
        texts = {head: row[place].own for head, place in heads.items() if row[place].own.strip()}
        mark, page = texts.pop(KEY_HEAD, ""), texts.pop(PAGE_HEAD, "")
        origin = texts.pop(ORIGIN_HEAD, "")
        if not texts:
            continue
        place = grid.place(number, heads.get(sheet.key, heads[PAGE_HEAD]))
        state = _state(mark, texts, origin, page)
        if state == "waiting":
            read.waiting += 1
        if state == "taken":
            read.entries += _entry(sheet, texts, _page(page, place, read), place, read)
        elif state == "as-it-was" and not sheet.key:
            kept = _entry(sheet, texts, _page(page, place, read), place, Read())
            read.entries += [replace(one, is_new=False) for one in kept]


def _state(mark: str, texts: Mapping[str, str], origin: str, page: str) -> str:
    """The state of a row: as it was, a proposal that waits, or one that is taken."""
    kind, before, _ = (*mark.split("|"), "", "", "")[:3]
    is_same = bool(kind) and mark == make_mark(texts, origin, before)
    if is_same and kind == "new" and not page.strip():
        return "waiting"
    return "as-it-was" if is_same and kind == "own" and page.strip() == before.strip() else "taken"


def _page(text: str, place: str, read: Read) -> str:
    page = read_page(text)
    if page is None:
        read.told.append(Told("odd-page", place, clean_text(text)[0]))
    return page or ""


def _entry(sheet: Sheet, texts: Mapping[str, str], page: str, place: str, read: Read) -> Iterator[Entry]:
    values = _values(sheet, texts)
    if sheet is ELEMENTS:
        code = parse_item_code(texts.get(OF_ITEM, "")) or ""
        if not code or "text" not in values:
            read.told.append(Told("no-code", place, texts.get(OF_ITEM, "") or _shown(texts)))
            return
        yield Entry("elements", code, _with_flags(values), page, place)
        return
    code = _code(sheet, texts.get(sheet.key, "")) if sheet.key else ""
    if sheet.key and not code:
        read.told.append(Told("no-code", place, _shown(texts)))
        return
    if sheet is ITEMS and (former := parse_item_code(texts.get(FORMER_HEAD, ""))):
        read.former[code] = former
    if not page:
        read.told.append(Told("no-page", place, code or _shown(texts)))
    yield Entry(sheet.section, code, values, page, place)


def _code(sheet: Sheet, text: str) -> str:
    plain = clean_text(text)[0]
    if sheet is ITEMS:
        return parse_item_code(plain) or ""
    if sheet is QUESTIONS:
        return parse_question_code(plain) or ""
    return spelled(plain).upper() if sheet.section in {"instruments", "parts"} else spelled(plain)


def _values(sheet: Sheet, texts: Mapping[str, str]) -> Rules:
    found: Rules = {}
    for column in sheet.columns:
        value = read_text(texts.get(column.head, ""), column, {})
        if value not in (None, "", []):
            found[column.path[0]] = value
    return found


def _with_flags(values: Rules) -> Rules:
    """The element with its marks as the rules have them."""
    marks = {key for key in ("local_government", "not_agency_channel") if key in values}
    said = {key for key in marks if str(values[key]).strip().casefold() in _YES}
    return {**{key: one for key, one in values.items() if key not in marks}, **dict.fromkeys(said, "true")}


def _shown(texts: Mapping[str, str]) -> str:
    return " ".join(" ".join(texts.values()).split())[:80]
