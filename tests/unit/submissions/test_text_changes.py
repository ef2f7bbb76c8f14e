"""The difference of two texts, in the few words that a report has room for."""

from __future__ import annotations

from prongsai.submissions.text_changes import TextChange, compare_texts, shorten_change

OLD = "# หน้า\nคำนำ\n# ระยะเวลา\nเริ่ม 1 ตุลาคม 2566\nสิ้นสุด 30 กันยายน 2567"


def test_the_same_text_in_other_digits_and_blanks_has_no_difference():
    """A site that changes its numerals has changed no fact."""
    assert compare_texts(OLD, OLD.replace("1 ตุลาคม 2566", "๑  ตุลาคม ๒๕๖๖")) == ()


def test_a_change_names_its_section_and_both_sides():
    """The text before, the text now, and the heading above it."""
    [change] = compare_texts(OLD, OLD.replace("30 กันยายน", "31 ธันวาคม"))
    assert change == TextChange("ระยะเวลา", "สิ้นสุด 30 กันยายน 2567", "สิ้นสุด 31 ธันวาคม 2567")


def test_what_was_taken_out_is_under_the_heading_that_it_had():
    """A line that is gone belongs to its old section, and the new side is empty."""
    assert compare_texts(OLD, OLD.replace("คำนำ\n", "")) == (TextChange("หน้า", "คำนำ", ""),)


def test_a_long_change_is_shown_from_where_it_begins():
    """Of two long sentences that differ late, the part that differs is shown, with a little before it."""
    same = "มาตรการของปีนี้มุ่งที่การให้บริการและการสื่อสาร " * 8
    before, after = shorten_change(TextChange("", f"{same}ก่อน", f"{same}หลัง"))
    assert before.startswith("…")
    assert (before.endswith("ก่อน"), after.endswith("หลัง")) == (True, True)
    assert max(map(len, (before, after))) < 110
