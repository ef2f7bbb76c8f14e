"""The command `export form`: a workbook is written outside the site, never over another, or nothing is."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import sites
from prongsai.cli import main
from prongsai.workbook.layout import BASE, SUMMARY
from unit.workbook.books import MODEL, read_sheets


def call(*words: object):
    """The program, called in this process."""
    return CliRunner().invoke(main, ["export", "form", *(str(one) for one in words)])


@pytest.fixture
def site(tmp_path) -> Path:
    """The smallest valid site."""
    return sites.copy_small(tmp_path / "site")


def meta_of(path: Path) -> dict[str, str]:
    """The words of a workbook about itself, on its hidden sheet."""
    return {row[2]: row[3] for row in read_sheets(path.read_bytes())[BASE] if not row[0]}


def test_without_a_name_each_call_writes_a_new_file_next_to_the_site(site):
    """A workbook that somebody may have filled in stays as it is."""
    folder = site.parent / "site-handed-out"
    before = sites.snapshot(site)
    first = call("-C", site, "--year", "2565")
    assert first.exit_code == 0, first.output
    path = folder / "แบบกรอก-2565.xlsx"
    path.write_bytes(b"filled in")
    second = call("-C", site, "--year", "2565")
    assert second.stdout.splitlines()[0] == str(folder / "แบบกรอก-2565-2.xlsx")
    assert path.read_bytes() == b"filled in"
    assert meta_of(folder / "แบบกรอก-2565-2.xlsx")["year"] == "2565"
    assert sites.snapshot(site) == before


def test_a_file_that_is_there_is_replaced_only_when_it_is_said(site, tmp_path):
    """With --yes, and then as a whole."""
    path = tmp_path / "แบบ.xlsx"
    path.write_bytes(b"filled in")
    refused = call("-C", site, "--year", "2565", "--to", path)
    assert refused.exit_code == 2
    assert "จึงไม่เขียนทับ\nวิธีแก้:" in refused.output
    assert path.read_bytes() == b"filled in"
    assert call("-C", site, "--year", "2565", "--to", path, "--yes").exit_code == 0
    assert meta_of(path)["agency"]


@pytest.mark.parametrize("name", ["data/a.xlsx", "content/a.xlsx", "a.xls", "site_config"])
def test_odd_places_and_names_are_refused(site, name):
    """A workbook is an .xlsx outside the folders of the site."""
    refused = call("-C", site, "--year", "2565", "--to", site / name)
    assert refused.exit_code == 2
    assert "วิธีแก้:" in refused.output


def test_a_year_without_files_and_without_rules_has_a_workbook_too(site, tmp_path):
    """The first year of an agency begins with one."""
    made = call("-C", site, "--year", "2580", "--to", tmp_path / "a.xlsx")
    assert made.exit_code == 0, made.output
    assert read_sheets((tmp_path / "a.xlsx").read_bytes())["OIT"][1:] == []


def test_what_cannot_be_read_whole_is_said_and_nothing_is_written(site, tmp_path):
    """Else an import could take what was not read for deleted."""
    measures = site / "data/2565/measures.yml"
    measures.write_text(measures.read_text("utf-8").replace("measures:", "measures: [", 1), "utf-8")
    refused = call("-C", site, "--year", "2565", "--to", tmp_path / "a.xlsx")
    assert refused.exit_code == 1
    assert "data/2565/measures.yml" in refused.output
    assert not (tmp_path / "a.xlsx").exists()


def test_data_with_errors_that_can_be_read_is_handed_out_with_them(site, tmp_path):
    """The sheet for whoever checks says what must be put right, and where."""
    measures = site / "data/2565/measures.yml"
    lines = [*measures.read_text("utf-8").splitlines(), "    no_such_key: ก"]
    measures.write_text("\n".join(lines) + "\n", "utf-8")
    made = call("-C", site, "--year", "2565", "--to", tmp_path / "a.xlsx")
    assert made.exit_code == 0, made.output
    rows = read_sheets((tmp_path / "a.xlsx").read_bytes())[SUMMARY]
    told = next(row for row in rows if "no_such_key" in row[1])
    assert told[0].startswith("มาตรการ!")
    assert told[3] == "ต้องแก้"


def test_an_unknown_unit_is_answered_with_those_that_there_are(tmp_path):
    """By their names; a word for several units is none."""
    refused = call("-C", MODEL, "--year", "2567", "--unit", "กองพัสดุ", "--to", tmp_path / "a.xlsx")
    assert refused.exit_code == 2
    assert "กองคลัง" in refused.output
    assert not (tmp_path / "a.xlsx").exists()


def test_a_unit_is_called_by_code_or_name_and_a_blank_form_has_no_data(tmp_path):
    """Its workbook knows whose it is; a blank one says that it is blank."""
    assert call("-C", MODEL, "--year", "2567", "--unit", "finance", "--to", tmp_path / "a.xlsx").exit_code == 0
    assert call("-C", MODEL, "--year", "2567", "--blank", "--to", tmp_path / "b.xlsx").exit_code == 0
    assert meta_of(tmp_path / "a.xlsx")["unit"] == "finance"
    assert meta_of(tmp_path / "b.xlsx")["blank"] == "true"
