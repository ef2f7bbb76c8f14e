"""Thai in columns: marks have no width, and lines end where a reader expects it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.thai.columns import columns_of, wrap_text


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("abc", 3), ("ที่", 1), ("วันที่", 3), ("น้ำ", 2), ("ปี 2568", 6), ("表", 2), ("a\u200b", 1)],
)
def test_a_mark_above_or_below_takes_no_column(text, columns):
    """A terminal draws it on the letter before."""
    assert columns_of(text) == columns


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("สั้น", ["สั้น"]),
        ("ตรวจข้อมูลทุกแฟ้ม แล้วรายงานปัญหาทั้งหมด", ["ตรวจข้อมูลทุกแฟ้ม", "แล้วรายงานปัญหาทั้งหมด"]),
        ("แทนค่าใน site_config/site.yml", ["แทนค่าใน", "site_config/site.yml"]),
        ("a" * 30, ["a" * 30]),
    ],
)
def test_a_line_ends_at_a_blank_where_one_is_near(text, lines):
    """Names of files and options stay in one piece, also where they are longer than the line."""
    assert wrap_text(text, 20) == lines


@given(st.lists(st.text("กขฃคงจเแไาะำิีุูั้่์ ab/-.๐1", min_size=1, max_size=8)), st.integers(8, 80))
def test_nothing_is_lost_and_no_line_begins_with_a_mark(words, columns):
    """Whatever the text, its letters are all there, and no mark is parted from its letter."""
    text = " ".join(" ".join(words).split())
    lines = wrap_text(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())
    joined = " ".join(lines)
    assert [one for one in joined.split() if one[0] in "ิีุูั้่์" and one not in text.split()] == []
