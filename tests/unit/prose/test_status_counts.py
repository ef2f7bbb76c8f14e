"""Numbers of measures and their statuses are read from a text; what is wished, subset or other is not."""

import pytest

from prongsai.prose.status_counts import status_claims

READ = {
    "ครบทั้ง ๘ มาตรการ ดำเนินการแล้วเสร็จ ๗ มาตรการ และไม่สามารถดำเนินการได้ ๑ มาตรการ": {
        (None, 8),
        ("done", 7),
        ("could_not", 1),
    },
    "อยู่ระหว่างดำเนินการ 4 มาตรการ และยังไม่ได้ดำเนินการ 1 มาตรการ": {("in_progress", 4), ("not_started", 1)},
    "กำลังดำเนินการ จำนวน 2 โครงการ เสร็จสิ้นแล้ว 3 โครงการ": {("in_progress", 2), ("done", 3)},
    "มาตรการทั้งหมด 5 มาตรการดำเนินการแล้วเสร็จ": {("done", 5)},
    "ดำเนินการเสร็จแล้วทั้ง 6 มาตรการ": {("done", 6)},
    "ยังไม่แล้วเสร็จ 2 มาตรการ": {("in_progress", 2)},
    "คาดว่าจะแล้วเสร็จ 2 มาตรการ": set(),
    "ทั้ง 2 มาตรการดังกล่าวเผยแพร่แล้ว": set(),
    "มีผู้เข้าร่วม 48 คน ครบทั้ง 7 ส่วนราชการ": set(),
    "มาตรการที่ 3 ดำเนินการแล้วเสร็จ": set(),
}


@pytest.mark.parametrize("text", READ)
def test_numbers_of_measures_are_read(text):
    """Behind the status or before it, in either digits; each number once."""
    found = [(one.status and one.status.key, one.count) for one in status_claims(text)]
    assert set(found) == READ[text]
    assert len(found) == len(READ[text])


def test_a_number_knows_the_round_and_the_year_named_before_it():
    """So that it is checked against that round, and not at all where it is of another year."""
    text = "ปีงบประมาณ พ.ศ. 2566 แล้วเสร็จ 5 มาตรการ ในรอบ 6 เดือนแรกของปีงบประมาณ พ.ศ. 2567 แล้วเสร็จ 1 มาตรการ"
    first, second = status_claims(text)
    assert (first.count, first.months, first.year) == (5, "", 2566)
    assert (second.count, second.months, second.year) == (1, "6", 2567)


def test_quarters_are_rounds_too():
    """By their months, so that a number is checked against the reports up to the end of its quarter."""
    texts = {"รอบ 9 เดือน": "9", "ไตรมาสที่ 1": "3", "ไตรมาส ๒": "6", "ครึ่งปีแรก": "6", "ภายใน 3 เดือน": ""}
    assert {text: next(status_claims(f"{text} แล้วเสร็จ 2 มาตรการ")).months for text in texts} == texts
