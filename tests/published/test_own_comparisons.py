"""The tables in which documents compare two years themselves, cell by cell, on the page and in the open data."""

from __future__ import annotations

import pytest

from prongsai.views.oit.answers import NO_MEMORY
from prongsai.views.open_data.tables import open_tables
from published.rendered import rendered

DON_HEADS = ("เครื่องมือ", "ตัวชี้วัด", "๒๕๖๖", "๒๕๖๗", "การเปลี่ยนแปลง")
DON = (
    ("IIT", "๑. การปฏิบัติหน้าที่", "๙๑.๔๓", "๘๔.๑๗", "ลดลง"),
    ("", "๒. การใช้งบประมาณ", "๗๖.๓๙", "๙๓.๐๖", "เพิ่มขึ้น"),
    ("", "๓. การใช้อำนาจ", "๘๐.๙๘", "๙๗.๗๘", "เพิ่มขึ้น"),
    ("", "๔. การใช้ทรัพย์สินของราชการ", "๗๓.๙๕", "๘๘.๘๙", "เพิ่มขึ้น"),
    ("", "๕. การแก้ไขปัญหาการทุจริต", "๗๐.๒๐", "๘๘.๓๓", "เพิ่มขึ้น"),
    ("EIT", "๖. คุณภาพการดำเนินงาน", "๘๔.๘๐", "๙๓.๔๘", "เพิ่มขึ้น"),
    ("", "๗. ประสิทธิภาพการสื่อสาร", "๗๙.๖๐", "๙๒.๘๒", "เพิ่มขึ้น"),
    ("", "๘. การปรับปรุงระบบการทำงาน", "๗๓.๘๔", "๗๙.๔๔", "เพิ่มขึ้น"),
    ("OIT", "๙. การดำเนินการเพื่อป้องกันการทุจริต", "๑๐๐", "๑๐๐", "เท่าเดิม"),
    ("", "๑๐. มาตรการส่งเสริมคุณธรรมและความโปร่งใส", "๑๐๐", "๑๐๐", "เท่าเดิม"),
    ("ระดับการประเมิน", "", "ผ่านดี", "", ""),
)
KLAENG_HEADS = ("เครื่องมือ", "ตัวชี้วัด", "พ.ศ. ๒๕๖๓", "พ.ศ. ๒๕๖๔", "การเปลี่ยนแปลง")
IIT = "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (Internal Integrity and Transparency Assessment) หรือแบบวัด IIT"
EIT = "แบบวัดการรับรู้ผู้มีส่วนได้ส่วนเสียภายนอก (External Integrity and Transparency Assessment) หรือแบบวัด EIT"
OIT = "แบบวัดการเปิดเผยข้อมูลสาธารณะ (Open Data Integrity and Transparency Assessment) หรือแบบวัด OIT"
KLAENG = (
    (IIT, "๑. การปฏิบัติหน้าที่", "๙๗.๗๐", "๙๙.๗๗", "เพิ่มขึ้น"),
    ("", "๒. การใช้งบประมาณ", "๙๖.๘๓", "๘๖.๘๔", "ลดลง"),
    ("", "๓. การใช้อำนาจ", "๙๘.๐๐", "๙๙.๑๘", "เพิ่มขึ้น"),
    ("", "๔. การใช้ทรัพย์สินของราชการ", "๙๖.๐๔", "๙๗.๖๓", "เพิ่มขึ้น"),
    ("", "๕. การแก้ไขปัญหาการทุจริต", "๙๗.๘๗", "๙๙.๖๗", "เพิ่มขึ้น"),
    (EIT, "๖. คุณภาพการดำเนินงาน", "๖๙.๒", "๗๕.๕๓", "เพิ่มขึ้น"),
    ("", "๗. ประสิทธิภาพการสื่อสาร", "๗๖.๒๔", "๘๑.๖๗", "เพิ่มขึ้น"),
    ("", "๘. การปรับปรุงระบบการทำงาน", "๗๑.๒๔", "๗๔.๑๘", "เพิ่มขึ้น"),
    (OIT, "๙. การเปิดเผยข้อมูล", "๕๐.๒๖", "๘๔.๘๔", "เพิ่มขึ้น"),
    ("", "๑๐. การป้องกันการทุจริต", "๑๘.๗๕", "๔๓.๗๕", "เพิ่มขึ้น"),
    ("เฉลี่ย", "", "๖๔.๖๘", "๗๗.๘๕", ""),
    ("ระดับผลการประเมิน", "", "C", "B", ""),
)
PRINTED = [("don", 2567, DON_HEADS, DON), ("mueang-klaeng", 2564, KLAENG_HEADS, KLAENG)]


def cells(name: str, year: int) -> tuple[list[str], list[tuple[str, ...]]]:
    """The heads and the rows of the table on the page of scores, with nothing folded but white space."""
    page = rendered(name).pages[f"/{year}/scores/"]
    caption = page.one("caption", id="t-comparison")
    [table] = [one for one in page.all("table") if caption in one.children]
    [head] = table.all("thead")
    heads = [" ".join(cell.text.split()) for cell in head.all("th")]
    return heads, [tuple(" ".join(cell.text.split()) for cell in row) for row in page.table("comparison")]


def open_rows(name: str, year: int) -> list[dict[str, str | None]]:
    """The rows of the year in the table that CSV, JSON and workbook are all written from."""
    results = rendered(name).checked.results
    [table] = [one for one in open_tables(results, (), NO_MEMORY) if one.name == "document-comparison"]
    return [
        row for values in table.rows if (row := dict(zip(table.names, values, strict=True)))["fiscal_year"] == str(year)
    ]


@pytest.mark.parametrize(("name", "year", "heads", "rows"), PRINTED)
def test_every_cell_is_the_documents(name, year, heads, rows):
    """Its heads, its row names, its order, its figures with their decimals, and nothing where it has nothing."""
    assert cells(name, year) == (list(heads), list(rows))


@pytest.mark.parametrize(("name", "year", "rows"), [(name, year, rows) for name, year, _, rows in PRINTED])
def test_the_data_has_the_same_cells(name, year, rows):
    """Each row of the downloads has the printed row in one piece, and the two figures as numbers or as words."""
    found = open_rows(name, year)
    assert [row["printed"] for row in found] == [" | ".join(row) for row in rows]
    assert [row["label"] for row in found] == [row[1] or row[0] for row in rows]
    assert [row["change"] or "" for row in found] == [row[4] for row in rows]


def test_the_level_row_of_don_keeps_its_contradiction():
    """The word of 2567 is in the column of 2566, and the cell of 2567 is empty: nobody fills it from elsewhere."""
    level = open_rows("don", 2567)[-1]
    assert (level["compared"], level["compared_note"]) == (None, "ผ่านดี")
    assert (level["current"], level["current_note"]) == (None, "เอกสารเว้นว่างไว้")
    hundred = open_rows("don", 2567)[9]
    assert (hundred["compared"], hundred["current"], hundred["group"]) == ("100", "100", "OIT")


def test_the_instruments_of_mueang_klaeng_are_groups_and_have_no_figures():
    """No row of the table is of an instrument; each row of an indicator says in which group it is."""
    found = open_rows("mueang-klaeng", 2564)
    assert [row["group"] for row in found] == [IIT] * 5 + [EIT] * 3 + [OIT] * 2 + [None] * 2
    assert {"97.29", "96.62", "34.51", "64.30"}.isdisjoint(value for row in found for value in row.values())


@pytest.mark.parametrize(("name", "year"), [("don", 2567), ("mueang-klaeng", 2564)])
def test_what_is_computed_says_so(name, year):
    """The changes between two years are in the table of indicators, under a head that says who computed them."""
    assert "การเปลี่ยนแปลงที่คำนวณ" in rendered(name).heads(f"/{year}/scores/", "indicators")
