"""Targets and results: what is called done has reached the figure that was set for it."""

import pytest

from unit.makers import check_files


def missed(root, target, result, status="done", planned="", came=""):
    """Problems of a report with a target and a result, and with numbers of persons if there are any."""
    plan, persons = (f", persons: {one}" if one else "" for one in (planned, came))
    report = f"measure: m1, round: 12, status: {status}, target: [{target}], achieved: [{result}]{persons}"
    files = {
        "data/2565/measures.yml": f"fiscal_year: 2565\nmeasures: [{{id: m1, number: 1, title: ก{plan}}}]\n",
        "data/2565/follow-up.yml": f"fiscal_year: 2565\nreports: [{{{report}}}]\n",
    }
    found = (one.values for one in check_files(root, files) if one.code == "target-not-met")
    return [(one["target"], one["found"]) for one in found]


@pytest.mark.parametrize(
    ("target", "result", "is_missed"),
    [
        ("ผู้รับบริการพึงพอใจไม่น้อยกว่าร้อยละ 80", "พึงพอใจร้อยละ 72.50", True),
        ("ผู้รับบริการพึงพอใจ 80%", "ความพึงพอใจ ๗๙.๙๐%", True),
        ("จัดอบรมอย่างน้อย 3 ครั้ง", "จัดอบรม 2 ครั้ง", True),
        ("ผู้เข้าร่วม 1200 คน", "มีผู้เข้าร่วม 900 คน", True),
        ("แล้วเสร็จไม่เกิน 7 วัน", "แล้วเสร็จใน 12 วัน", True),
        ("ผู้รับบริการพึงพอใจไม่น้อยกว่าร้อยละ 80", "พึงพอใจร้อยละ 80", False),
        ("แล้วเสร็จไม่เกิน 7 วัน", "แล้วเสร็จใน 3 วัน", False),
        ("จัดอบรม 3 ครั้ง", "ผู้เข้าอบรม 2 คน", False),
        ("จัดอบรม 10 ครั้ง", "จัดแล้ว 9 จาก 10 ครั้ง", False),
        ("เรื่องร้องเรียนลดลงร้อยละ 10", "ลดลงร้อยละ 8", False),
        ("จัดอบรม 3 ครั้ง", "จัดได้ 2 ครั้ง ยังไม่ถึงเป้าหมาย", False),
        ("อบรม 2 ครั้ง และประชุม 4 ครั้ง", "ประชุม 3 ครั้ง", False),
        ("เผยแพร่ครบถ้วน", "เผยแพร่ 3 ครั้ง", False),
    ],
)
def test_what_is_done_has_reached_its_target(tmp_path, target, result, is_missed):
    """Figures of one unit; shares, changes and what the report itself admits are left alone."""
    assert missed(tmp_path, target, result) == ([(target, result)] if is_missed else [])


@pytest.mark.parametrize("status", ["in_progress", "could_not", "not_started"])
def test_only_what_is_called_done_is_judged(tmp_path, status):
    """A measure that goes on may reach its target still."""
    assert missed(tmp_path, "จัดอบรม 3 ครั้ง", "จัด 1 ครั้ง", status) == []


@pytest.mark.parametrize(("came", "is_missed"), [("32", True), ("50", False), ("ทุกคน", False)])
def test_the_numbers_of_persons_are_a_target_too(tmp_path, came, is_missed):
    """The number of the plan against the number of the report."""
    found = missed(tmp_path, "จัดอบรม", "จัดแล้ว", planned="50", came=came)
    assert found == ([("50 คน", "32 คน")] if is_missed else [])
