"""The command import on foreign tables: asks, shows, checks and writes as a whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from prongsai.cli import main
from prongsai.cli.word_table import _LEFT_OUT, _UNREAD
from prongsai.pipeline.begin import new_site

TABLES = Path(__file__).resolve().parents[2] / "cases" / "tables"
PACKAGE = Path(__file__).resolve().parents[3] / "generator" / "prongsai"


@pytest.fixture
def site(tmp_path) -> Path:
    """A new site of a municipality."""
    folder = tmp_path / "ita"
    new_site(folder, "เทศบาลตำบลตัวอย่าง", 2567)
    return folder


def call(site: Path, *words: str, typed: str | None = None) -> Result:
    """The output of the command, with its status."""
    return CliRunner().invoke(main, ["import", *words, "--site", str(site)], input=typed)


def import_plan(site: Path, *words: str) -> Result:
    """The import of a plan with an unknown head and an unknown unit."""
    return call(site, str(TABLES / "typed" / "plan.csv"), "--year", "2567", "--as", "measures", *words)


def test_open_questions_become_a_file_to_fill_in(site, tmp_path):
    """With nobody to ask, questions become a file; filled in, the same call writes, the next has nothing to do."""
    answers = tmp_path / "answers.yml"
    first = import_plan(site, "--answers", str(answers), "--yes")
    assert (first.exit_code, "3 เรื่อง" in first.output) == (2, True)
    assert not (site / "data" / "2567" / "measures.yml").exists()
    form = answers.read_text("utf-8")
    filled = form.replace('"ยุทธศาสตร์":', '"ยุทธศาสตร์": เก็บไว้ในหมายเหตุ').replace('":\n', '": หน่วยงานใหม่\n')
    answers.write_text(filled, encoding="utf-8")
    second = import_plan(site, "--answers", str(answers), "--yes")
    assert second.exit_code == 0, second.output
    written = (site / "data" / "2567" / "measures.yml").read_text("utf-8")
    assert "note: 'ยุทธศาสตร์: ยุทธศาสตร์ที่ 5'" in written or 'note: "ยุทธศาสตร์: ยุทธศาสตร์ที่ 5"' in written
    assert "public-works" in (site / "site_config" / "agency.yml").read_text("utf-8")
    third = import_plan(site, "--yes")
    assert (third.exit_code, "ไม่มีสิ่งใดต้องเขียน" in third.output) == (0, True)


def test_a_trial_writes_nothing(site, tmp_path):
    """With --dry-run every value is shown with its cell, and no file changes."""
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    answers = tmp_path / "a.yml"
    answers.write_text("heads: {ยุทธศาสตร์: more}\nunits: {กองกิจการพิเศษ: keep, กองช่าง: new}\n", encoding="utf-8")
    shown = import_plan(site, "--answers", str(answers), "--dry-run")
    assert shown.exit_code == 0, shown.output
    assert "plan!A9 แถวผลรวม" in shown.output
    assert "plan!B5 มาตรการ 1 ชื่อมาตรการ: การเปิดเผยแผนการใช้จ่าย" in shown.output
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_a_pasted_result_is_shown_before_it_is_taken(site):
    """A result pasted into the terminal is shown as total, level, instruments and every indicator, then written."""
    text = (TABLES / "results" / "any-order.txt").read_text("utf-8")
    shown = call(site, "-", "--year", "2567", "--as", "scores", "--yes", typed=text)
    assert shown.exit_code == 0, shown.output
    lines = shown.output.splitlines()
    assert {"คะแนนรวม: 88.71", "ระดับ: ผ่าน", "IIT: 91.2", "ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน: ไม่พบ"} <= {*lines}
    scores = (site / "data" / "2567" / "scores.yml").read_text("utf-8")
    assert "\ntotal: 88.71\n" in scores
    assert "  2: ๙๐.๑๐" in scores


def test_a_wrong_value_is_shown_at_its_cell(site, tmp_path):
    """An error of the data keeps everything from being written and is shown at the cell that it came from."""
    table = tmp_path / "register.csv"
    table.write_text("ข้อ,คำตอบ,ลิงก์\nO1,มี,https://www.example.go.th/a\nO2,มี,ไม่ใช่ที่อยู่\n", encoding="utf-8")
    shown = call(site, str(table), "--year", "2567", "--as", "oit", "--yes")
    assert shown.exit_code == 1
    assert "register!C3 ผิดพลาด" in shown.output
    assert not (site / "data" / "2567" / "oit.yml").exists()


@pytest.mark.parametrize(("data", "said"), [(b"%PDF-1.7", "PDF"), (b"PK\x03\x04", "เสียหาย"), (b"", "ว่างเปล่า")])
def test_what_cannot_be_read_is_said_in_a_sentence(site, tmp_path, data, said):
    """A file that gives no table is refused with what to do, whatever its name says."""
    table = tmp_path / "ตาราง.xlsx"
    table.write_bytes(data)
    shown = call(site, str(table), "--year", "2567", "--as", "measures")
    assert (shown.exit_code, said in shown.output, "วิธีแก้" in shown.output) == (2, True, True)


def test_year_and_kind_must_be_said(site):
    """A table does not say of which year it is: the call says what to add."""
    shown = call(site, str(TABLES / "don.docx"))
    assert (shown.exit_code, "--as measures" in shown.output) == (2, True)


def test_every_reason_has_its_sentence():
    """Each code by which readers refuse or leave out has a sentence, and no sentence is for any other."""
    grids = "".join(path.read_text("utf-8") for path in (PACKAGE / "grids").glob("*.py"))
    tables = "".join(path.read_text("utf-8") for path in (PACKAGE / "tables").glob("*.py"))
    assert [code for code in _UNREAD if f'"{code}"' not in grids] == []
    assert [code for code in _LEFT_OUT if f'"{code}"' not in tables] == []
    assert {*re.findall(r'GridError\("([a-z-]+)"', grids)} - {*_UNREAD} == set()
    assert {*re.findall(r'LeftOut\([^"]*"([a-z-]+)"\)', tables)} - {*_LEFT_OUT} == set()
