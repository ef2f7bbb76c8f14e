"""A table of the open data as CSV, JSON and XLSX: the same values in each, and nothing that becomes a formula."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal

import pytest

from prongsai.exports.open_data import CUT, export_dictionary, export_table_csv, export_table_json, export_workbook
from prongsai.spreadsheet import LONGEST_CELL
from prongsai.views.open_data.table import Field as Column
from prongsai.views.open_data.table import OpenTable, Value
from unit.exports.sheets import part, parts

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FIELDS = (
    Column("fiscal_year", "integer", "ปีงบประมาณ", "ปีของแถว", "พ.ศ."),
    Column("text", "string", "ข้อความ", "ตามเอกสาร"),
    Column("score", "number", "คะแนน", "คะแนนตามเอกสาร", "คะแนน (เต็ม 100)"),
    Column("score_note", "string", "หมายเหตุของคะแนน", "เหตุที่ไม่มีตัวเลข"),
    Column("stated", "boolean", "ระบุเอง", "จริงหรือเท็จ"),
    Column("on", "day", "วันที่", "วันที่", choices={}),
)
FORMULAS = ["=1+1", "+66 2000", "-นอกเรื่อง", "@SUM(A1)", '=HYPERLINK("https://evil.example/","ดู")', "\t=1", "\r=1"]


def table(*rows: tuple[Value, ...]) -> OpenTable:
    """A table of some rows."""
    return OpenTable("example", "ตัวอย่าง", "ตารางเพื่อทดสอบ", FIELDS, ("fiscal_year",), rows)


def with_text(text: str) -> OpenTable:
    """A table of one row with a text."""
    return table(("2564", text, None, "เอกสารไม่ได้ระบุ", "true", None))


def read_csv(made: OpenTable) -> list[dict[str, str]]:
    """The rows as a program reads them."""
    return list(csv.DictReader(io.StringIO(export_table_csv(made).removeprefix("\ufeff"), newline="")))


def cells(made: OpenTable, sheet: int = 2) -> list[list[tuple[str, str]]]:
    """The cells of a sheet as (kind, text): `s` a text, `n` a number, `b` a truth."""
    data = export_workbook([made], "ชุดข้อมูล", "หน่วยงาน", 2567)
    strings = ["".join(one.text or "" for one in text.iter(f"{MAIN}t")) for text in part(data, "xl/sharedStrings.xml")]
    rows = []
    for row in part(data, f"xl/worksheets/sheet{sheet}.xml").iter(f"{MAIN}row"):
        found = []
        for cell in row.iter(f"{MAIN}c"):
            assert cell.find(f"{MAIN}f") is None
            kind, value = cell.get("t", "n"), cell.findtext(f"{MAIN}v") or ""
            found.append((kind, strings[int(value)] if kind == "s" else value))
        rows.append(found)
    return rows


def test_a_csv_begins_with_the_mark_and_has_the_line_ends_of_the_standard():
    """Excel knows the encoding by the mark; every line ends as RFC 4180 says."""
    text = export_table_csv(with_text("ก"))
    assert text.startswith("\ufefffiscal_year,text,score,score_note,stated,on\r\n")
    assert "\n" not in text.replace("\r\n", "")


def test_decimals_stay_as_they_were_printed():
    """69.2 and 69.20 are different statements in CSV and JSON, and XLSX shows them so."""
    made = table(("2563", "ก", "69.2", None, None, None), ("2564", "ก", "69.20", None, None, None))
    assert [row["score"] for row in read_csv(made)] == ["69.2", "69.20"]
    assert re.findall(r'"score": ([0-9.]+)', export_table_json(made)) == ["69.2", "69.20"]
    styles = part(export_workbook([made], "ก", "ข", 2567), "xl/styles.xml")
    assert {one.get("formatCode") for one in styles.iter(f"{MAIN}numFmt")} >= {"0.0"}
    assert [one["score"] for one in json.loads(export_table_json(made), parse_float=Decimal)] == [
        Decimal("69.2"),
        Decimal("69.20"),
    ]


def test_what_is_absent_is_empty_and_never_zero():
    """A figure that is not there is an empty cell, null, and no cell; the words next to it say why."""
    made = with_text("ก")
    assert (read_csv(made)[0]["score"], read_csv(made)[0]["score_note"]) == ("", "เอกสารไม่ได้ระบุ")
    assert json.loads(export_table_json(made))[0]["score"] is None
    assert ("n", "0") not in cells(made)[1]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_never_becomes_a_formula(text):
    """In CSV it is in quotation marks, in XLSX it is a text cell, and in JSON it is as it was."""
    made = with_text(text)
    assert read_csv(made)[0]["text"] == f"“{text}”"
    assert ("s", text) in cells(made)[1] or text[0] in "\t\r"
    assert json.loads(export_table_json(made))[0]["text"] == text


@pytest.mark.parametrize("text", ["-", "ก = ข", "a@b.example", "“ก”"])
def test_a_text_that_is_no_formula_stays(text):
    """A dash alone, and a sign within a text, mean nothing to a spreadsheet."""
    assert read_csv(with_text(text))[0]["text"] == text


def test_a_negative_number_stays_a_number():
    """A change downwards is no formula."""
    made = table(("2564", "ก", "-2.07", "ลดลง", "false", "2564-03-31"))
    assert read_csv(made)[0]["score"] == "-2.07"
    assert ("n", "-2.07") in cells(made)[1]


def test_a_text_too_long_for_a_cell_says_that_it_was_cut():
    """Excel would refuse the file; the whole text is in CSV and JSON."""
    text = "ก" * (LONGEST_CELL + 1)
    [long] = [one for kind, one in cells(with_text(text))[1] if one.startswith("กก")]
    assert (len(long), long[-len(CUT) :]) == (LONGEST_CELL, CUT)
    assert read_csv(with_text(text))[0]["text"] == text


def test_the_dictionary_is_the_first_sheet_and_a_file():
    """Both have a row for each column, in Thai."""
    made = with_text("ก")
    rows = list(csv.reader(io.StringIO(export_dictionary([made]).removeprefix("\ufeff"), newline="")))
    assert [row[1] for row in rows[1:]] == list(made.names)
    assert [[text for _, text in row] for row in cells(made, 1)[1:]] == [list(row) for row in rows[1:]]


def test_the_workbook_has_no_links_and_is_the_same_twice():
    """Nothing in it leads elsewhere, and the same table gives the same bytes."""
    made = with_text("https://www.example.com/")
    data = export_workbook([made], "ก", "ข", 2567)
    assert data == export_workbook([made], "ก", "ข", 2567)
    assert not [name for name in parts(data) if "_rels/sheet" in name or "externalLink" in name]
