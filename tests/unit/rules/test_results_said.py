"""Results in reports: more than the words of the plan, and none of a measure that has not begun."""

import pytest

from unit.makers import check_files

STEPS = "steps: [ประชุมคณะทำงาน, เผยแพร่คู่มือ]"
MEASURES = f"fiscal_year: 2565\nmeasures: [{{id: m1, number: 1, title: จัดทำคู่มือบริการ, {STEPS}}}]\n"


def codes(root, report):
    """The codes of what is said of a report on one measure."""
    text = f"fiscal_year: 2565\nreports: [{{measure: m1, round: 12, {report}}}]\n"
    files = {"data/2565/measures.yml": MEASURES, "data/2565/follow-up.yml": text}
    wanted = {"result-repeats-plan", "not-started-with-result"}
    return [one.code for one in check_files(root, files) if one.code in wanted]


@pytest.mark.parametrize(
    ("report", "is_repeated"),
    [
        ("status: done, summary: [จัดทำคู่มือบริการ], evidence: [เผยแพร่คู่มือ]", True),
        ("status: done, evidence: [ประชุมคณะทำงาน, เผยแพร่คู่มือ]", True),
        ("status: done, evidence: [1. เผยแพร่ คู่มือ]", True),
        ("status: done, evidence: [เผยแพร่คู่มือบนเว็บไซต์แล้ว 3 เล่ม]", False),
        ("status: done, summary: [จัดทำคู่มือบริการ]", False),
        ("status: done, summary: [จัดทำคู่มือบริการ], evidence: [คำสั่งที่ 12]", False),
        ("status: done, summary: [จัดทำคู่มือบริการ], result_link: 'https://www.example.go.th/manual'", False),
        ("status: in_progress, evidence: [จัดทำคู่มือบริการ]", False),
        ("status: done", False),
    ],
)
def test_a_result_is_more_than_the_words_of_the_plan(tmp_path, report, is_repeated):
    """A figure, an evidence or a link is more; what is not done yet may repeat what will be."""
    assert codes(tmp_path, report) == (["result-repeats-plan"] if is_repeated else [])


@pytest.mark.parametrize(
    ("report", "is_shown"),
    [
        ('status: not_started, spent: "5,000"', True),
        ("status: not_started, persons: 12", True),
        ("status: not_started, progress: 30", True),
        ("status: not_started, result_link: 'https://www.example.go.th/photos'", True),
        ("status: not_started, spent: 0", False),
        ("status: not_started, progress: 0, summary: [รอการจัดสรรงบประมาณ]", False),
        ("status: not_started, result_link: ไม่มี", False),
        ('status: in_progress, spent: "5,000"', False),
        ('status: could_not, spent: "5,000"', False),
    ],
)
def test_what_has_not_begun_has_nothing_to_show(tmp_path, report, is_shown):
    """Money spent, persons, progress or a link to the work; nought and words are no work."""
    assert codes(tmp_path, report) == (["not-started-with-result"] if is_shown else [])
