"""Texts that are not read as they were typed are reported, and their true twins are not."""

from __future__ import annotations

import pytest

from prongsai.loading.read_yaml import read_yaml

# What is in a file, and what of it is said to be lost.
CUT = {
    "a: ช่องทาง #สายด่วน": "#สายด่วน",
    "a: ช่องทาง #1": "#1",
    "a: ช่องทาง\t#๑ และเพจ": "#๑ และเพจ",
    "a: ช่องทาง\n  ใหม่ #สายด่วน": "#สายด่วน",
    "a: #สายด่วน": "#สายด่วน",
    "a:\n  - ก\n  - ข #abc": "#abc",
}
WHOLE = (
    "a: ช่องทาง # สายด่วน",  # a comment, as people write one
    "a: ช่องทาง #",
    "a: ช่องทาง ## หมวด",
    "a: ช่องทาง#สายด่วน",  # no blank before it: to YAML a letter like any other
    'a: "ช่องทาง #สายด่วน"',
    'a: "ช่องทาง" #หมายเหตุ',
    "a: 'ช่องทาง #1'",
    "a: |\n  ช่องทาง #1",
    "#หมายเหตุ\na: ช่องทาง",
    "a: ช่องทาง\n  #b: ปิดไว้ก่อน",
    "a: ช่องทาง #ยกเว้น tense: ตามเอกสาร",
    "a: ช่องทาง\t",
    "a:\tช่องทาง",
    '"a": ช่องทาง\t# หมายเหตุ',
)


def problems_of(text: str, folder):
    """The problems of a file that holds a text."""
    file = folder / "a.yml"
    file.write_text(text, "utf-8")
    return read_yaml(file, "a.yml").problems


@pytest.mark.parametrize("text", CUT)
def test_what_is_lost_behind_a_number_sign_is_reported(text, tmp_path):
    """The lost words are quoted, at the sign that took them away."""
    [found] = problems_of(text, tmp_path)
    assert (found.code, found.values["found"]) == ("text-cut-at-number-sign", CUT[text])
    line = text.split("\n")[found.where.line - 1]
    assert line[found.where.column - 1 :].startswith("#")


@pytest.mark.parametrize("text", WHOLE)
def test_what_is_read_as_it_was_typed_is_no_problem(text, tmp_path):
    """Comments, quoted texts and signs inside a word say nothing."""
    assert problems_of(text, tmp_path) == []


@pytest.mark.parametrize("text", ["a: 1\tข\tค", 'a: "1\tข\tค"', "a: |\n  1\tข\tค", "a: [1\tข\tค]"])
def test_cells_of_a_sheet_in_one_text_are_reported(text, tmp_path):
    """Each cell is shown by itself."""
    [found] = problems_of(text, tmp_path)
    assert (found.code, found.values["cells"]) == ("cells-in-one-text", "1 | ข | ค")
