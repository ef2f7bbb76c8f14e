"""Lists typed into one cell: entries, marks, numbers, and entries below entries."""

from __future__ import annotations

import pytest

from prongsai.thai.listed import Entry, depth_of, is_marked, read_entries, write_entries


def told(entries):
    """Entries as texts, with those below them."""
    return [one.text if not one.below else (one.text, told(one.below)) for one in entries]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("จัดทำแผน\nเผยแพร่", ["จัดทำแผน", "เผยแพร่"]),
        ("- จัดทำแผน\n- เผยแพร่", ["จัดทำแผน", "เผยแพร่"]),
        ("1. จัดทำแผน\n2. เผยแพร่\nบนเว็บไซต์", ["จัดทำแผน", "เผยแพร่ บนเว็บไซต์"]),
        ("(๑) จัดทำแผน\n(๒) เผยแพร่", ["จัดทำแผน", "เผยแพร่"]),
        ("3. จัดทำแผน\n7. เผยแพร่", ["3. จัดทำแผน", "7. เผยแพร่"]),
        ("1.5 ล้านบาท", ["1.5 ล้านบาท"]),
        ("• จุดบริการ\n  ◦ สำนักปลัด\n  ◦ กองคลัง\n• เว็บไซต์", [("จุดบริการ", ["สำนักปลัด", "กองคลัง"]), "เว็บไซต์"]),
        ("• จัดทำแผน\nต่อจากบรรทัดบน", ["จัดทำแผน ต่อจากบรรทัดบน"]),
        ("-", ["-"]),
        ("\r\nจัดทำแผน\r\n\r\nเผยแพร่\r\n", ["จัดทำแผน", "เผยแพร่"]),
    ],
)
def test_entries_are_read_as_people_type_them(typed, read):
    """Marks and numbers that count are no part of a text; a line without one goes on where others have one."""
    assert told(read_entries(typed)) == read


@pytest.mark.parametrize(
    "entries",
    [
        [Entry("1. ข้อแรก"), Entry("- ขีด"), Entry("• จุด")],
        [Entry("ก", [Entry("ข", [Entry("ค")]), Entry("ง")]), Entry("จ")],
        [Entry("-")],
    ],
)
def test_entries_are_read_as_they_were_written(entries):
    """A list that was written into a cell is the same list when it is read, whatever its texts begin with."""
    assert read_entries("\n".join(write_entries(entries))) == entries
    assert depth_of(entries) <= 3


def test_marks_are_known():
    """A text that begins as an entry does is written with a mark of its own."""
    assert [is_marked(text) for text in ("- ก", "1. ก", "(1) ก", "• ก", "ก", "-", "1.5")] == [
        True,
        True,
        True,
        True,
        False,
        False,
        False,
    ]
