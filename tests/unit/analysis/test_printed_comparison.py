"""A printed table of comparison is read by its heads and its row names; what no head tells is left unread."""

from __future__ import annotations

import pytest

from prongsai.analysis.printed_comparison import columns_of, names_of_rows, rows_of, words_of_change
from prongsai.model.scores import Comparison


def comparison(columns, *rows, **more):
    """A comparison with 2566 as somebody enters it."""
    table = {"caption": "ตาราง", "columns": list(columns), "rows": [list(row) for row in rows]}
    return Comparison.model_validate({"with_year": "2566", "table": table, **more})


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        (("ตัวชี้วัด", "ปี ๒๕๖๖", "ปี ๒๕๖๗", "การเปลี่ยนแปลง"), (1, 2, 3)),
        (("ตัวชี้วัด", "พ.ศ. 2567", "พ.ศ. 2566", "ผล"), (2, 1, 3)),
        (("ตัวชี้วัด", "ปี ๖๖", "ปี ๖๗", "ผล"), (1, 2, 3)),
        (("ตัวชี้วัด", "ปี 2565", "ปี 2566", "ปี 2567"), (2, 3, None)),
        (("ตัวชี้วัด", "ปีก่อน", "ปีนี้", "ผล"), (None, None, 3)),
    ],
)
def test_columns_are_known_by_their_heads(columns, found):
    """The years in full or short, in any order, and the column of change by its head or its words."""
    row = ("๑. การปฏิบัติหน้าที่", "90.00", "91.00", "เพิ่มขึ้น" if len(columns) == 4 and "256" not in columns[3] else "92.00")
    got = columns_of(comparison(columns, row).table, 2566, 2567)
    assert (got.before, got.now, got.change) == found


def test_a_row_is_read_with_its_group_and_its_indicator():
    """A cell merged with the one above belongs to the group; a row that names no indicator is of none."""
    found = comparison(
        ("เครื่องมือ", "ตัวชี้วัด", "2566", "2567", "การเปลี่ยนแปลง"),
        ("IIT", "๑. ก", "90.00", "๙๑", "เพิ่มขึ้น"),
        ("รวมกับช่องบน", "ตัวชี้วัดที่ 2 ข", "-", {"printed": "๙๑,๐"}, None),
        ("เฉลี่ย", "ช่องว่าง", None, "ไม่มี", "ช่องว่าง"),
        ("ช่องว่าง", "๑๐ ค", "1", "2", "คงที่"),
    )
    rows = list(rows_of(found.table, columns_of(found.table, 2566, 2567)))
    assert [(row.group, row.name, row.indicator) for row in rows] == [
        ("IIT", "๑. ก", "1"),
        ("IIT", "ตัวชี้วัดที่ 2 ข", "2"),
        ("", "เฉลี่ย", None),
        ("", "๑๐ ค", "10"),
    ]
    assert [row.cells[2:4] for row in rows] == [("90.00", "๙๑"), ("-", "๙๑,๐"), ("", "ไม่มี"), ("1", "2")]
    assert [(key, word) for key, word, _ in words_of_change(found, 2567)] == [("1", "เพิ่มขึ้น")]
    assert [(key, name) for key, name, _ in names_of_rows(found, 2567)] == [
        ("1", "๑. ก"),
        ("2", "ตัวชี้วัดที่ 2 ข"),
        ("10", "๑๐ ค"),
    ]


def test_what_was_kept_before_there_was_a_table_is_still_read():
    """Words of change and row names of older files say what they said."""
    old = Comparison.model_validate({"with_year": "2566", "changes": {"1": "ลดลง"}, "row_labels": {"total": "เฉลี่ย"}})
    assert [(key, word) for key, word, _ in words_of_change(old, 2567)] == [("1", "ลดลง")]
    assert [(key, name) for key, name, _ in names_of_rows(old, 2567)] == [("total", "เฉลี่ย")]
