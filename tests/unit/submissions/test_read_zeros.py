"""Provisional zeros in tables as agencies are given them."""

from __future__ import annotations

import pytest

import sites
from prongsai.grids.read_grids import read_grids
from prongsai.submissions.notes import Zero
from prongsai.submissions.read_zeros import NO_REASON, NoZerosError, find_code, read_zeros

CODES = ("O1", "O2", "O42", "O43")


def read(name: str):
    """The zeros in a table of the cases."""
    return read_zeros(read_grids((sites.CASES / "appeal" / name).read_bytes(), name), CODES, name)


def test_only_rows_without_score_count_where_scores_are_there():
    """Items are known in any spelling, a zero without a reason says so, and a row of no submitted item is named."""
    found = read("result.csv")
    assert found.zeros == {
        "O2": Zero("ไม่พบช่องทางติดต่อของผู้บริหาร", "result.csv"),
        "O42": Zero("ลิงก์แสดงข้อมูลไม่ครบองค์ประกอบ", "result.csv"),
        "O43": Zero(NO_REASON, "result.csv"),
    }
    assert found.unknown == ("O77",)


def test_without_scores_every_row_with_a_reason_is_a_zero():
    """A list of reasons alone is a list of zeros; a row without one is none."""
    assert read("reasons.txt").zeros == {"O2": Zero("URL ไม่สามารถตรวจสอบได้", "reasons.txt")}


def test_a_table_without_reasons_is_refused():
    """Nothing is guessed where no column says why."""
    with pytest.raises(NoZerosError):
        read("no-reasons.csv")


@pytest.mark.parametrize(
    ("typed", "code"),
    [("O2", "O2"), ("o๒", "O2"), ("ข้อ 42", "O42"), ("ข้อที่ ๔๓ การรายงาน", "O43"), ("O421", ""), ("แผน", ""), ("", "")],
)
def test_a_code_is_found_in_any_spelling(typed, code):
    """A number is taken for no longer one."""
    assert find_code(typed, CODES) == code
