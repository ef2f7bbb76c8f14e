"""Markdown for a terminal: wrapped, with tables one can read, and nothing lost of what a page says."""

from __future__ import annotations

import re

import pytest

from prongsai.manual.inline import plain_words
from prongsai.manual.plain import write_plain
from prongsai.manual.shelf import read_page
from prongsai.manual.tables import write_table
from prongsai.manual.topics import topics
from prongsai.thai.columns import columns_of

WIDTHS = (40, 80)


def lines_of(text: str, width: int = 80) -> list[str]:
    """A piece of a page in the folder of the officer."""
    return write_plain(text, "officer", width)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**1. ติดตั้ง** แล้วสั่ง `prongsai check`", "1. ติดตั้ง แล้วสั่ง prongsai check"),
        ("ดู[ทะเบียนลิงก์](addresses.md)ก่อน", "ดูทะเบียนลิงก์ (prongsai help addresses) ก่อน"),
        ("ดู[ทะเบียนลิงก์](addresses.md)", "ดูทะเบียนลิงก์ (prongsai help addresses)"),
        ("[ข้อ](../problems/oit.md) ใด", "ข้อ (prongsai help problems/oit) ใด"),
        ("[ตัวอย่าง](../examples.md)", "ตัวอย่าง"),
        ("[ป.ป.ช.](https://www.nacc.go.th/)", "ป.ป.ช. (https://www.nacc.go.th/)"),
        ("![หน้าแรก](a.png)", "[ภาพ: หน้าแรก]"),
        (r"\[ประกาศ\]\(notice.md) และ &lt;&lt; กับ a&#124;b", "[ประกาศ](notice.md) และ << กับ a|b"),
        (r"`links: [{url: a}]` และ `\d` กับ `**`", r"links: [{url: a}] และ \d กับ **"),
    ],
)
def test_signs_of_markdown_are_gone_and_their_words_stay(text, plain):
    """A link says how what it leads to is opened; what is code, or escaped, is there to the letter."""
    assert plain_words(text, "officer") == plain


def test_blocks_are_apart_and_entries_of_a_list_are_not():
    """A heading is underlined, code is to the letter, and a long entry hangs below its own words."""
    text = "# หัวข้อ\nย่อหน้าแรก\nต่อกัน\n\n- หนึ่ง\n- สอง\n\n```sh\nprongsai  check\n\n# ต่อ\n```\nท้าย"
    assert lines_of(text) == [
        "หัวข้อ",
        "====",
        "",
        "ย่อหน้าแรก ต่อกัน",
        "",
        "- หนึ่ง",
        "- สอง",
        "",
        "    prongsai  check",
        "",
        "    # ต่อ",
        "",
        "ท้าย",
    ]
    assert lines_of("1. " + "ยาว " * 12, 20)[1].startswith("   ยาว")


@pytest.mark.parametrize(
    ("rows", "width", "lines"),
    [
        ([["2564", "43"], ["2567", "35"]], 20, ["ปี     ข้อ", "----  --", "2564  43", "2567  35"]),
        (
            [["at", "บอกว่าค่านั้น อยู่ที่ใดในเอกสาร"]],
            24,
            ["  ปี   ข้อ", "  -   --", "  at  บอกว่าค่านั้น อยู่ที่ใด", "      ในเอกสาร"],
        ),
    ],
)
def test_a_table_is_in_columns_where_it_fits(rows, width, lines):
    """Else its names are to the left, and what they are about is wrapped to the right."""
    assert write_table(["ปี", "ข้อ"], rows, width) == lines


def test_a_wide_table_has_a_row_below_the_other():
    """Each cell after its head; empty cells are not mentioned."""
    rows = [["prongsai undo", "คืนแฟ้มข้อมูล", "--list"], ["prongsai fmt", "", "--check"]]
    assert write_table(["คำสั่ง", "หน้าที่", "ตัวเลือก"], rows, 26) == [
        "คำสั่ง: prongsai undo",
        "    หน้าที่: คืนแฟ้มข้อมูล",
        "    ตัวเลือก: --list",
        "",
        "คำสั่ง: prongsai fmt",
        "    ตัวเลือก: --check",
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_fits_the_terminal(width):
    """No line of a page is wider but for code and for names that nothing may part."""
    wide = {
        one.name: line
        for one in topics()
        for line in write_plain(read_page(one.path), one.path.rpartition("/")[0], width)
        if columns_of(line) > width and not line.startswith("    ") and " " in line.strip()
    }
    assert wide == {}


def test_no_page_loses_a_word():
    """All Thai words of a page are in what the terminal shows, in their order."""
    for one in topics():
        said = "".join(write_plain(read_page(one.path), one.path.rpartition("/")[0], 80))
        shown = re.sub(r"\(prongsai help [\w/-]+\)", "", said)
        page = re.sub(r"^\|[-|]+\|$", "", read_page(one.path), flags=re.MULTILINE)
        missing = set(re.findall("[ก-๙]{3,}", page)) - {*re.findall("[ก-๙]{3,}", shown)}
        assert {word for word in missing if word not in "".join(re.findall("[ก-๙]+", shown))} == set(), one.name
