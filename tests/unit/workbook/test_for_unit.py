"""The workbook of one unit: what it answers for, alone or with others, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from books import one_year
from prongsai.pipeline.export_form import AskedForm, export_form
from prongsai.workbook.for_unit import keep_unit
from prongsai.workbook.form import Form, make_form
from unit.workbook.books import MODEL, form_of


def texts_of(form: Form, sheet: str, head: str) -> list[str]:
    """The texts of a column."""
    return [row.texts.get(head, "") for one in form.sheets if one.sheet.name == sheet for row in one.rows]


@pytest.fixture(scope="module")
def of_finance(tmp_path_factory):
    """The workbook of กองคลัง of the model agency."""
    path = tmp_path_factory.mktemp("books") / "unit.xlsx"
    return export_form(one_year(MODEL, 2567), AskedForm(2567, "กองคลัง", path=path)).form


def test_a_unit_has_its_measures_and_what_belongs_to_them(of_finance):
    """Measures that name it, their reports and links; no score, no agency, no measure of others."""
    whole = form_of(MODEL, 2567)
    named = [
        row.texts["รหัสมาตรการ"]
        for one in whole.sheets
        if one.sheet.name == "มาตรการ"
        for row in one.rows
        if "กองคลัง" in f"{row.texts.get('ผู้รับผิดชอบหลัก')}\n{row.texts.get('หน่วยงานผู้รับผิดชอบ')}".split("\n")
    ]
    found = texts_of(of_finance, "มาตรการ", "รหัสมาตรการ")
    assert named
    assert set(named) <= set(found)
    assert len(found) < len(texts_of(whole, "มาตรการ", "รหัสมาตรการ"))
    assert {
        row.key.partition("/")[2][:3]
        for one in of_finance.sheets
        for row in one.rows
        if one.sheet.name == "ที่มาของมาตรการ"
    } <= set(found)
    assert not {"หน่วยงาน", "คะแนน", "ทั่วไป"} & {one.sheet.name for one in of_finance.sheets}
    assert of_finance.others == ()


def test_items_are_those_that_name_the_unit(of_finance):
    """Every item has it among its units, and every link is of one of these items."""
    assert all("กองคลัง" in text.split("\n") for text in texts_of(of_finance, "OIT", "หน่วยงานเจ้าของข้อมูล"))
    codes = set(texts_of(of_finance, "OIT", "ข้อ"))
    assert codes
    assert {text.split(" ")[0] for text in texts_of(of_finance, "ลิงก์ OIT", "ของข้อ")} <= codes


def test_where_no_item_names_a_unit_all_wait_to_be_claimed():
    """A new year has nobody's name on any item yet."""
    kept = form_of(MODEL, 2567).kept
    new = replace(kept, files={name: kept.files[name] for name in kept.files if name.startswith("site_config")})
    form = keep_unit(make_form(new, "", "finance"), lambda text: text == "finance")
    assert texts_of(form, "OIT", "ข้อ") == list(kept.edition.items)
    assert len(texts_of(form, "ลิงก์ OIT", "ของข้อ")) == len(kept.edition.items)
