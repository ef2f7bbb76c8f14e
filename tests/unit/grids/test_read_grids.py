"""Tables of any file are read by what the file is: merged cells, printed figures, links, and plain refusals."""

from __future__ import annotations

import io
import random
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from prongsai.grids.grid import GridError, letters_of, make_grid
from prongsai.grids.number_formats import read_format
from prongsai.grids.read_grids import read_as_text, read_grids

TABLES = Path(__file__).resolve().parents[2] / "cases" / "tables"


def grids(file: str):
    """The grids of a fixture."""
    return read_grids((TABLES / file).read_bytes(), Path(file).stem)


def texts(grid) -> list[list[str]]:
    """The texts of a grid, those of merged cells in every cell that they cover."""
    return [[cell.text for cell in row] for row in grid.rows]


@pytest.mark.parametrize("name", ["don", "phu-wong", "seven-themes"])
def test_word_and_web_tables_have_the_same_cells(name):
    """A table of Word and of the web has the same texts, spans and covered cells."""
    word, web = grids(f"{name}.docx"), grids(f"{name}.html")
    assert [texts(one) for one in word] == [texts(one) for one in web]
    spans = [[[(c.rows, c.columns, c.merged) for c in row] for row in one.rows] for one in (*word, *web)]
    assert spans[: len(word)] == spans[len(word) :]
    assert any(cell.merged for one in word for row in one.rows for cell in row)


@pytest.mark.parametrize("name", ["don", "phu-wong", "seven-themes"])
def test_workbooks_have_the_same_cells(name):
    """A workbook of Excel and what LibreOffice made of it have the same texts and merged cells at the same places."""
    excel, libre = grids(f"{name}.xlsx")[0], grids(f"{name}.ods")[0]
    assert texts(excel) == texts(libre)
    assert [[c.merged for c in row] for row in excel.rows] == [[c.merged for c in row] for row in libre.rows]
    assert excel.place(0, 0) == libre.place(0, 0) == "ตาราง!A1"


def test_figures_are_as_they_are_shown():
    """88.9 shown with two decimals is 88.90 in .xlsx and .ods; an .xls does not tell, and says so."""
    for file in ("scores.xlsx", "scores.ods"):
        sheet = grids(file)[0]
        cell = next(c for row in sheet.rows for c in row if c.kind == "number" and c.value == "80.96")
        assert (cell.text, cell.as_shown) == ("80.96", True)
    assert all(not c.as_shown for row in grids("scores.xls")[0].rows for c in row if c.kind == "number")


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("0.00", "88.90"),
        ("0", "89"),
        ("#,##0.00", "88.90"),
        ("0.00%", "8890.00%"),
        ('_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', "88.90"),
        ('0.00" คะแนน"', "88.90"),
        ("t0.00", "๘๘.๙๐"),
        ("[$-D000000]0.00", "๘๘.๙๐"),
    ],
)
def test_number_formats_show_figures(code, shown):
    """A format with fixed decimals shows a figure as a workbook does."""
    form = read_format(code)
    assert form is not None
    assert form.show("88.9") == shown


@pytest.mark.parametrize("code", ["General", "", "@", "dd/mm/yyyy", "0.##", "# ?/?", "0.00E+00"])
def test_other_formats_show_nothing(code):
    """A format without fixed decimals leaves the figure as it is."""
    assert read_format(code) is None


@pytest.mark.parametrize("name", ["don", "phu-wong", "seven-themes"])
def test_csv_of_both_encodings_is_the_same(name):
    """UTF-8 with its mark and Windows-874 give the same table, with line ends inside quotes."""
    assert texts(grids(f"{name}.csv")[0]) == texts(grids(f"{name}-874.csv")[0])
    assert any("\n" in text for row in texts(grids("don.csv")[0]) for text in row)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("ที่\tมาตรการ\n1\tเปิดเผย", [["ที่", "มาตรการ"], ["1", "เปิดเผย"]]),
        ("ที่;มาตรการ\n1;ก, ข", [["ที่", "มาตรการ"], ["1", "ก, ข"]]),
        ("| ที่ | มาตรการ |\n|---|---|\n| 1 | เปิดเผย |", [["ที่", "มาตรการ"], ["1", "เปิดเผย"]]),
        ("ที่   มาตรการ\n1   เปิดเผย ข้อมูล", [["ที่", "มาตรการ"], ["1", "เปิดเผย ข้อมูล"]]),
        (
            "<table><tr><th>ที่<th>มาตรการ<tr><td>1<td>ก<ul><li>ข<li>ค</ul></table>",
            [["ที่", "มาตรการ"], ["1", "ก\n• ข\n• ค"]],
        ),
    ],
)
def test_pasted_texts_are_tables(text, rows):
    """Tabs, semicolons, bars, wide gaps and HTML part cells, whatever the file is called."""
    assert texts(read_grids(text.encode(), "report.xls")[0]) == rows


def test_links_behind_words_are_kept():
    """The address behind a word of a web page belongs to its cell."""
    page = '<table><tr><td><a href="https://www.example.go.th/a">คลิก</a><td><a href="#x">ที่นี่</a></table>'
    assert [cell.links for cell in read_grids(page.encode(), "a")[0].rows[0]] == [("https://www.example.go.th/a",), ()]


def archive(**parts: str) -> bytes:
    """A zip of parts; two underscores in a name are a slash."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return out.getvalue()


BOMB = '<!DOCTYPE a [<!ENTITY b "ก">]><w:document xmlns:w="x">&b;</w:document>'
FAR = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"%PDF-1.7 ...", "pdf"),
        (b"\x89PNG\r\n", "picture"),
        (b"{\\rtf1 a}", "rich-text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "old-word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut", "damaged"),
        (b"PK\x03\x04 cut", "damaged"),
        (archive(a="b"), "archive"),
        (archive(mimetype="application/vnd.oasis.opendocument.text"), "open-text"),
        (archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "damaged"),
        (archive(word__document_xml=BOMB), "damaged"),
        (archive(word__document_xml="<w:document"), "damaged"),
        (b"\x00\x01\x02\x03", "unknown"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "old-xml"),
        ("<p>ไม่มีตาราง</p><html>".encode(), "no-table"),
        (f"<table><tr><td colspan=999999>{'a'}</table>".encode(), "too-large"),
        ("ก,ข\n".encode() * 20_001, "too-large"),
    ],
)
def test_what_is_no_table_is_refused(data, reason):
    """Each kind of file that gives no table is refused for its own reason, by its content alone."""
    with pytest.raises(GridError) as refused:
        read_grids(data, "ตาราง.xlsx")
    assert refused.value.reason == reason


def test_a_cell_far_away_is_refused_before_room_is_made_for_it():
    """A workbook with cells in its first and its last corner is too large, not an end of memory."""
    whole = (TABLES / "scores.xlsx").read_bytes()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        for one in old.namelist():
            data = old.read(one)
            if one == "xl/worksheets/sheet1.xml":
                data = FAR.format('<row><c r="A1"><v>1</v></c></row><row><c r="XFD1048576"><v>1</v></c></row>').encode()
            new.writestr(one, data)
    with pytest.raises(GridError) as refused:
        read_grids(out.getvalue(), "a")
    assert refused.value.reason == "too-large"


def test_deep_elements_are_damage():
    """Elements within elements without end are refused, in a page as in a document."""
    deep = "<table><tr><td>" + "<b>" * 4_000
    with pytest.raises(GridError):
        read_grids(deep.encode(), "a")


@pytest.mark.parametrize(
    "file", ["don.docx", "scores.xlsx", "scores.ods", "scores.xls", "phu-wong.html", "don-874.csv"]
)
def test_damage_never_breaks_the_reader(file):
    """A file cut short or with odd bytes gives a table or a refusal, and nothing else."""
    whole, chance = (TABLES / file).read_bytes(), random.Random(18)
    for _ in range(25):
        data = bytearray(whole)
        if chance.random() < 0.4:
            del data[chance.randrange(len(data)) :]
        for _ in range(chance.randrange(1, 30)):
            if data:
                data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(GridError):
            assert read_grids(bytes(data), "a")


def test_places_are_named_as_people_find_them():
    """Columns have letters, also beyond Z, and a grid says where it begins."""
    assert [letters_of(one) for one in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    grid = make_grid("Sheet1", [], top=3, left=2)
    assert grid.place(0, 0) == "Sheet1!C4"


def test_a_page_is_read_as_lines():
    """A page is read line by line, cells parted by tabs, for a result that is no table."""
    page = "<html><p>คะแนนรวม 88.71</p><table><tr><td>IIT<td>91.2</table></html>"
    assert read_as_text(page.encode(), "a") == "คะแนนรวม 88.71\nIIT\t91.2"
