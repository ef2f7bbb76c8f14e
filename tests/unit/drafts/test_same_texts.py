"""Texts that come again: noted where they were copied, and never where the agency says that its work goes on."""

from __future__ import annotations

import pytest

from unit.makers import check_files, codes_of

CODE = "text-as-last-year"
STEPS = "[รวบรวมคำถามของประชาชน, เผยแพร่คำตอบทุกเดือน]"


def measures(year: int, more: str = "", steps: str = STEPS) -> str:
    """A file of one measure."""
    entry = f"  - {{id: m01, title: ตอบคำถามของประชาชนทุกเดือน, steps: {steps}{more}}}\n"
    return f"fiscal_year: {year}\nmeasures:\n{entry}"


def codes(now: str, **more: str) -> list[str]:
    """The notes on texts of a site with the same measure last year."""
    files = {"data/2565/measures.yml": measures(2565), "data/2566/measures.yml": now}
    files |= {f"data/2565/{name.replace('_', '-')}.yml": text for name, text in more.items()}
    return [code for code in codes_of(check_files(codes.root, files)) if code.startswith("text-as")]


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path):
    codes.root = tmp_path


def test_a_copy_is_noted():
    """Title and steps of last year, and nothing else said."""
    assert codes(measures(2566)) == [CODE]


@pytest.mark.parametrize(
    "now",
    [
        measures(2566, steps="[รวบรวมคำถามของประชาชน, เผยแพร่คำตอบทุกสัปดาห์]"),
        measures(2566, ", note: ดำเนินการต่อจากปีก่อน"),
        measures(2566, ", note: เป็นงานต่อเนื่อง"),
        measures(2566, ", cycle_years: [2565]"),
        measures(2566, ", plan_years: {from: 2565, to: 2567}"),
        measures(2566, ", draft: true"),
        "fiscal_year: 2566\nmeasures:\n  - {id: m01, title: ตอบคำถามของประชาชนทุกเดือน}\n",
    ],
)
def test_what_goes_on_or_has_changed_is_not(now):
    """Said in the note, by the years of its plan, changed in a step, or not known whole."""
    assert codes(now) == []


@pytest.mark.parametrize(("status", "found"), [("in_progress", []), ("not_started", []), ("done", [CODE])])
def test_what_was_not_finished_goes_on(status, found):
    """A report that last year's measure is not done says that it goes on."""
    assert (
        codes(
            measures(2566),
            follow_up=f"fiscal_year: 2565\nreports:\n  - {{measure: m01, round: 12, status: {status}}}\n",
        )
        == found
    )
