"""The submission sheet: read back it says what the machine index says, and every text in it stays a text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sites
from prongsai.exports.oit_sheet import CellTooLongError, export_csv, export_xlsx, word_rows
from prongsai.exports.year_json import export_oit
from prongsai.pipeline.check import check_folder
from prongsai.spreadsheet import LONGEST_CELL, escape_formula
from unit.exports.sheets import HEAD, MODEL, REGISTERS, part, parts, read_csv, read_xlsx, said
from unit.makers import SITE, write_files

HOSTILE = (
    "=1+1",
    "@x",
    "+66 2 000 0000",
    "-",
    '"ก", "ข"',
    "<b>&amp;",
    "_x0041_",
    "1:30",
    "007",
    "＝1",
    "=HYPERLINK(1)",
)


@pytest.fixture(scope="module")
def model():
    """The invented agency, checked."""
    return sites.checked(MODEL)


def rows_of(root, items, year=2564):
    """The rows of a small site with this register, given as it would be read from YAML."""
    register = json.dumps({"fiscal_year": str(year), "items": items}, ensure_ascii=False)
    checked = check_folder(write_files(root, {**SITE, f"data/{year}/oit.yml": register}))
    return word_rows(checked.results, year, checked.problems)


def with_title(root, title):
    """The rows of a register whose first item has one link of this title, and nothing else."""
    return rows_of(root, {"O1": {"answer": "has", "links": [{"url": "https://www.example.go.th/a", "title": title}]}})


@pytest.mark.parametrize("year", REGISTERS)
def test_sheet_and_index_say_the_same(model, year):
    """Every cell of XLSX and CSV equals what oit.json says."""
    rows = word_rows(model.results, year, model.problems)
    expected = said(json.loads(export_oit(model.results, year, model.problems)))
    assert len(expected) == len(rows.rows) + 1
    assert read_xlsx(export_xlsx(rows, "ก")) == expected
    assert read_csv(export_csv(rows)) == expected


def test_the_same_rows_give_the_same_bytes(model):
    """No clock is asked: the day of making is the first of the fiscal year."""
    rows = word_rows(model.results, 2565, model.problems)
    first = export_xlsx(rows, "ก")
    assert first == export_xlsx(rows, "ก")
    core = part(first, "docProps/core.xml")
    assert [one.text for one in core if one.tag.endswith(("created", "modified"))] == ["2021-10-01T00:00:00Z"] * 2


def test_csv_is_as_spreadsheets_expect_it(model):
    """UTF-8 with a byte order mark, lines of CRLF, quoted only where that is needed; breaks within a cell are LF."""
    data = export_csv(word_rows(model.results, 2565, model.problems))
    assert data.startswith("\ufeffข้อ,ประเด็นการตรวจ,มี/ไม่มี,URL,".encode())
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == 44
    assert '\r\nO1,โครงสร้าง,มี,"https://'.encode() in data


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(tmp_path, text):
    """No cell begins as a formula does, none is one, and what was typed is there whole."""
    rows = rows_of(
        tmp_path,
        {
            "O1": {
                "answer": "has",
                "unit": text,
                "links": [{"url": "https://www.example.go.th/a", "explanation": [text, text], "click_path": [text]}],
            },
            "O2": {"answer": "has", "links": [{"url": "https://www.example.go.th/a", "title": text}]},
            "O3": {"answer": "has", "nothing_happened": text, "elements": {}},
        },
    )
    for cells in (read_xlsx(export_xlsx(rows, text)), read_csv(export_csv(rows))):
        shown = escape_formula(text)
        assert [one for row in cells for one in row if one.startswith(("=", "+", "-", "@", "\t", "＝"))] == []
        assert cells[1][4:6] == [f"{shown}\n{text}\nขั้นตอนการเข้าถึง: 1. {text}", shown]
        assert cells[2][4] == shown
        assert cells[3][4] == f"กรณีไม่มีข้อมูล: {text}"


@given(st.text())
def test_a_text_is_only_ever_set_in_quotation_marks(text):
    """Nothing is taken out of it, and what is no formula stays as it is."""
    shown = escape_formula(text)
    assert shown in {text, f"“{text}”"}
    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_the_sheet_is_ready_for_reading_and_printing(model):
    """Head and codes stay in view, the head is printed on each page, landscape A4 in its full width."""
    data = export_xlsx(word_rows(model.results, 2565, model.problems), "ก")
    sheet = {one.tag.rpartition("}")[2]: one for one in part(data, "xl/worksheets/sheet1.xml").iter()}
    assert (sheet["pane"].get("topLeftCell"), sheet["pane"].get("state")) == ("B2", "frozen")
    assert (sheet["pageSetup"].get("paperSize"), sheet["pageSetup"].get("orientation")) == ("9", "landscape")
    assert (sheet["pageSetUpPr"].get("fitToPage"), sheet["pageSetup"].get("fitToHeight")) == ("1", "0")
    names = [one for one in part(data, "xl/workbook.xml").iter() if one.tag.endswith("definedName")]
    assert [(one.get("name"), one.text) for one in names] == [("_xlnm.Print_Titles", "'OIT 2565'!$1:$1")]


def test_addresses_are_no_links(model):
    """They are copied as text: no cell opens a browser when it is clicked."""
    data = export_xlsx(word_rows(model.results, 2565, model.problems), "ก")
    assert [name for name in parts(data) if name.endswith(".rels") and "worksheets" in name] == []
    assert [one for one in part(data, "xl/worksheets/sheet1.xml").iter() if one.tag.endswith("hyperlink")] == []


def test_a_row_is_high_enough_for_its_lines(tmp_path):
    """Also where a program does not work that out by itself; no row is higher than Excel allows."""
    links = [{"url": f"https://www.example.go.th/{number}", "title": "ก"} for number in range(6)]
    many = [{"url": f"https://www.example.go.th/{number}", "title": "ก"} for number in range(40)]
    rows = rows_of(tmp_path, {"O1": {"answer": "has", "links": links}, "O2": {"answer": "has", "links": many}})
    sheet = part(export_xlsx(rows, "ก"), "xl/worksheets/sheet1.xml")
    heights = [float(one.get("ht")) for one in sheet.iter() if one.tag.endswith("}row")]
    assert heights[1] == 6 * 22
    assert heights[2] == 408.75  # the whole number of pixels below 409 points


@pytest.mark.parametrize("write", [export_csv, lambda rows: export_xlsx(rows, "ก")])
@pytest.mark.parametrize(
    ("title", "fits"), [("ก" * LONGEST_CELL, True), ("ก" * (LONGEST_CELL + 1), False), ("😀" * 16_384, False)]
)
def test_a_text_that_no_cell_can_hold_is_never_cut(tmp_path, write, title, fits):
    """It is refused by item and column; letters beyond the first plane count twice, as in Excel."""
    rows = with_title(tmp_path, title)
    if fits:
        read = read_csv if write is export_csv else read_xlsx
        assert read(write(rows))[1][4] == title
        return
    with pytest.raises(CellTooLongError) as refused:
        write(rows)
    assert (refused.value.code, refused.value.column) == ("O1", HEAD[4])
    assert refused.value.length == LONGEST_CELL + 1
