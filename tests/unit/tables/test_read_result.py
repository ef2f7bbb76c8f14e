"""A result of ITA is found in text of any order, and nothing in it is guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai import paths
from prongsai.loading.load_editions import load_editions
from prongsai.tables.read_result import Result, read_result
from prongsai.tables.result_changes import key_path

CASES = Path(__file__).resolve().parents[2] / "cases" / "tables" / "results"
EDITION = load_editions(paths.EDITIONS, paths.EDITIONS / "none", "").edition(2567)
ORDER = ["total", "level", "instruments", "parts", "indicators", "subindicators"]


def told(result: Result) -> list[str]:
    """The result in lines: figures, what competes, what was not understood."""
    found = sorted(result.figures.items(), key=lambda one: ORDER.index(one[0][0]))
    return [
        *(f"{'/'.join(map(str, key_path(key)))}: {one.text}" for key, one in found),
        *(
            f"competing {'/'.join(map(str, key_path(key)))}: {' | '.join(one.text for one in several)}"
            for key, several in result.competing.items()
        ),
        *(f"not understood: {one.text}" for one in result.not_understood),
    ]


@pytest.mark.parametrize("case", sorted(CASES.glob("*.txt")), ids=lambda case: case.stem)
def test_results_are_found(case):
    """Each text gives the figures of its case, with the decimals as printed, and says what it leaves out."""
    expected = case.with_suffix(".expected").read_text("utf-8").splitlines()
    assert sorted(told(read_result(case.read_text("utf-8"), EDITION))) == sorted(expected)


LINES = (CASES / "any-order.txt").read_text("utf-8").splitlines()
PAIRS = [line for line in LINES if any(c.isdecimal() for c in line) and line.strip("0123456789.")]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.permutations(PAIRS))
def test_order_of_lines_does_not_matter(lines):
    """Lines that have name and figure give the same figures in any order."""
    usual = read_result("\n".join(PAIRS), EDITION)
    found = read_result("\n".join(lines), EDITION)
    assert {key: one.text for key, one in found.figures.items()} == {
        key: one.text for key, one in usual.figures.items()
    }
    assert not found.competing


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(alphabet="ตัวชี้วัดที่ 0123456789.\n\tIEOTรวมคะแนนระผ่านดีก()-", max_size=120))
def test_any_text_is_read(text):
    """No text breaks the reader, and every figure that it gives is printed in the text."""
    result = read_result(text, EDITION)
    assert all(one.text in text for key, one in result.figures.items() if key != ("level", ""))
