"""The part of a workbook that is one unit's: the rows for which it is responsible, and what belongs to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from prongsai.forms.cells import value_at
from prongsai.workbook.entries import Kept
from prongsai.workbook.form import Form
from prongsai.workbook.left_over import find_at
from prongsai.workbook.rows import Filled, Row
from prongsai.writing.change import Path

IsUnit = Callable[[str], bool]  # true for a text that means the unit, alone or with others
_OWN = ("มาตรการ", "OIT", "ถามตอบ")  # sheets whose rows name units
_REPORTS = "รายงานผล"
_CHILDREN = ("ที่มาของมาตรการ", "สิ่งที่แสดงผล", "ลิงก์ OIT", "องค์ประกอบ OIT", "ภาพถ่าย", "เอกสารแนบ")


def keep_unit(form: Form, is_unit: IsUnit) -> Form:
    """The workbook with the rows alone for which the unit of the form is responsible.

    Measures, items and questions that name it, or a word for several units that means it too, with reports and
    whatever belongs to them. Where no item of the register names any unit yet, all of them are there to be claimed.
    """
    sheets = {one.sheet.name: one for one in form.sheets}
    kept = {name: Filled(sheets[name].sheet, [*_named(sheets[name], form.kept, is_unit)]) for name in _OWN}
    codes = {row.texts.get("รหัสมาตรการ", "") for row in kept["มาตรการ"].rows}
    reports = [row for row in sheets[_REPORTS].rows if _measure_of(row, form.kept) in codes - {""}]
    kept[_REPORTS] = Filled(sheets[_REPORTS].sheet, reports)
    above = [(row.source.file, row.path) for one in kept.values() for row in one.rows]
    for name in _CHILDREN:
        kept[name] = Filled(sheets[name].sheet, [row for row in sheets[name].rows if _is_below(row, above)])
    ordered = tuple(kept[one.sheet.name] for one in form.sheets if one.sheet.name in kept)
    return replace(form, sheets=ordered, others=())


def _named(filled: Filled, kept: Kept, is_unit: IsUnit) -> Iterator[Row]:
    units = [[*_units(row, filled, kept)] for row in filled.rows]
    is_open = filled.sheet.name == "OIT" and not any(units)
    for row, named in zip(filled.rows, units, strict=True):
        if is_open or any(map(is_unit, named)):
            yield row


def _units(row: Row, filled: Filled, kept: Kept) -> Iterator[str]:
    """The units that a row names, as they were typed."""
    raw = find_at(kept.whole(row.source), row.path)
    for column in filled.sheet.columns_of(row.source):
        if column.refers == "unit":
            value = value_at(raw, column)
            yield from [value] if isinstance(value, str) else filter(_is_text, value if isinstance(value, list) else ())


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _measure_of(row: Row, kept: Kept) -> str:
    raw = find_at(kept.whole(row.source), (*row.path, "measure"))
    if isinstance(raw, str):
        return raw
    return next((code for code, name in kept.measures.items() if name == row.texts.get("มาตรการ")), "")


def _is_below(row: Row, above: list[tuple[str, Path]]) -> bool:
    return any(row.source.file == file and row.path[: len(path)] == path for file, path in above)
