"""Values of data files as texts of cells, and back."""

from __future__ import annotations

import pytest

from prongsai.forms.cells import read_text, text_of, value_at
from prongsai.forms.columns import columns_of
from prongsai.model.follow_up import Report
from prongsai.model.measures import Measure
from prongsai.model.oit import Answer
from prongsai.model.scores import Figure, Scores

NAMES = {"unit": {"clerk": "สำนักปลัด", "finance": "กองคลัง"}, "measure": {"m01": "1 ให้บริการ"}}


def column(record, *path):
    """The column of a field."""
    return next(one for one in columns_of(record) if one.path == path)


@pytest.mark.parametrize(
    ("field", "raw", "text"),
    [
        (column(Measure, "title"), "ชื่อ", "ชื่อ"),
        (column(Measure, "title"), {"printed": "(ลบเลือน)"}, "พิมพ์ว่า: (ลบเลือน)"),
        (column(Measure, "title"), {"printed": "(ลบเลือน)", "at": "หน้า 2"}, None),
        (column(Measure, "constraint"), "-", "-"),
        (column(Measure, "constraint"), ["-"], "• -"),
        (column(Measure, "constraint"), "1. งบประมาณ", "• 1. งบประมาณ"),
        (column(Measure, "steps"), ["ก", {"text": "ข", "points": ["ค"]}], "• ก\n• ข\n  ◦ ค"),
        (column(Measure, "responsible", "units"), ["clerk", "กองที่ไม่รู้จัก"], "สำนักปลัด\nกองที่ไม่รู้จัก"),
        (column(Measure, "more"), {"ยุทธศาสตร์": "ด้านที่ 5"}, "ยุทธศาสตร์: ด้านที่ 5"),
        (column(Measure, "more"), {"ก:ข": "ค"}, None),
        (column(Measure, "cycle_years"), [], ""),
        (column(Report, "status"), "done", "ดำเนินการแล้วเสร็จ"),
        (column(Report, "measure"), "m01", "1 ให้บริการ"),
        (column(Answer, "answer"), "has_not", "ไม่มี"),
        (column(Figure, "value"), "88.70", "88.70"),
    ],
)
def test_a_value_is_shown_and_read_back(field, raw, text):
    """A value has one text in a cell, and none where no cell can hold it; read again it is the same value."""
    assert text_of(raw, field, NAMES) == text
    if text:
        read = read_text(text, field, NAMES, raw)
        assert text_of(read, field, NAMES) == text


def test_the_file_keeps_its_own_words():
    """A status that the file has in Thai is typed in Thai again, one that it has by key by its key."""
    status = column(Report, "status")
    assert read_text("ดำเนินการแล้วเสร็จ", status, NAMES, "อยู่ระหว่างดำเนินการ") == "ดำเนินการแล้วเสร็จ"
    assert read_text("ดำเนินการแล้วเสร็จ", status, NAMES, "in_progress") == "done"
    assert read_text("ดำเนินการแล้วเสร็จ", status, NAMES) == "done"
    units = column(Measure, "responsible", "units")
    assert read_text("กองคลัง\nสำนักปลัด", units, NAMES, ["กองคลัง"]) == ["กองคลัง", "clerk"]


def test_a_text_that_means_a_code_becomes_it():
    """A unit by another of its names is its code; a name that nobody knows stays as it was typed."""
    units = column(Measure, "responsible", "lead")
    known = {"สำนักปลัดฯ": "clerk"}
    assert read_text("สำนักปลัดฯ\nกองใหม่", units, NAMES, None, known.get) == ["clerk", "กองใหม่"]


@pytest.mark.parametrize(
    ("record", "path", "raw", "value"),
    [
        (Scores, ("total", "value"), {"total": "88.70"}, "88.70"),
        (Scores, ("rank", "value"), {"rank": "เอกสารไม่ได้ระบุ"}, "เอกสารไม่ได้ระบุ"),
        (Measure, ("responsible", "units"), {"responsible": ["clerk"]}, ["clerk"]),
        (Measure, ("responsible", "lead"), {"responsible": ["clerk"]}, None),
        (Measure, ("responsible", "units"), {"responsible": {"printed": "ทุกกอง"}}, {"printed": "ทุกกอง"}),
        (Measure, ("title",), None, None),
    ],
)
def test_short_forms_are_read_as_what_they_mean(record, path, raw, value):
    """A bare value is that of the field for which it may be typed."""
    assert value_at(raw, column(record, *path)) == value


def test_heads_are_unique_in_every_record():
    """Two columns of a record never have the same head: the head is the key of a column."""
    for record in (Measure, Report, Answer, Scores):
        heads = [one.head for one in columns_of(record)]
        assert len(heads) == len({*heads})
