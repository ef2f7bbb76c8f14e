"""Printed lists of items: all items come back, and every repair, joint, gap and odd code is reported."""

import io
import random
import zipfile
from pathlib import Path

from books import print_list, titles_of
from prongsai.grids.read_grids import read_grids
from prongsai.grids.read_word import read_word_lines
from prongsai.rulebooks.list_lines import lines_of_grid, lines_of_text
from prongsai.rulebooks.read_list import read_list
from unit.makers import shipped_edition

CASES = Path(__file__).resolve().parents[2] / "cases" / "rulebooks"


def titles_in(read):
    """The titles that were read, by code."""
    return {one.code: one.values.get("title") for one in read.entries if one.section == "items"}


def told(read, kind):
    """The things of one kind that were reported."""
    return [one.found for one in read.told if one.kind == kind]


def test_an_edition_comes_back_from_a_list_that_was_broken():
    """An edition printed with torn sara am, Thai digits, titles on two lines and one item missing is read as it was."""
    chance = random.Random(2566)
    items = titles_of(shipped_edition(2566))
    others = [one.title for year in (2564, 2569) for one in shipped_edition(year).items.values() if one.title]
    missing = "O17"
    printed, in_two = print_list(items, missing, chance)
    read = read_list(lines_of_text(printed, "list"), others)
    assert titles_in(read) == {code: title for code, title in items.items() if code != missing}
    assert told(read, "missing-code") == [missing]
    assert len(told(read, "joined")) == len(in_two) > 3
    assert len(told(read, "repaired")) == sum("ำ" in title for code, title in items.items() if code != missing)


def test_a_pasted_list_is_read_with_its_headings_points_and_pages():
    """Headings give sub-indicators, points what must be shown, dotted lines pages; odd codes and lines are reported."""
    text = (CASES / "printed-list.txt").read_text("utf-8")
    read = read_list(lines_of_text(text, "list"))
    titles = titles_in(read)
    assert list(titles) == ["O1", "O2", "O3", "O4", "O5", "O7", "O8", "O9", "O10", "O11", "O12"]
    assert titles["O1"] == "โครงสร้าง หน้าที่และอำนาจ"
    assert titles["O11"].startswith("รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน")
    elements = [one.values["text"] for one in read.entries if (one.section, one.code) == ("elements", "O1")]
    assert elements[0].endswith("ตำแหน่งที่สำคัญ")
    below = {one.code: one.values["subindicator"] for one in read.entries if one.section == "items"}
    assert (below["O3"], below["O9"]) == ("9.1", "10.1")
    assert {one.code: one.page for one in read.entries if one.section == "items"}["O9"] == "41"
    assert told(read, "missing-code") == ["O6"]
    assert told(read, "code-read") == ["Ο8"]
    assert "- 34 -" in told(read, "left-out")
    guesses = {one.code: {*one.guesses.get("title", ())} for one in read.entries if one.section == "items"}
    assert (guesses["O7"], guesses["O5"], guesses["O3"]) == ({"two-lines", "sara-am"}, {"sara-am"}, set())


def test_a_table_is_read_by_its_heads():
    """A row without a code goes on with the one above; a code that is there twice is reported and not taken."""
    [grid] = read_grids((CASES / "table.csv").read_bytes(), "table")
    lines = lines_of_grid(grid)
    assert lines is not None
    read = read_list(lines)
    assert titles_in(read) == {"O1": "โครงสร้าง", "O2": "ข้อมูลผู้บริหารของหน่วยงานทุกคน", "O4": "ข่าวประชาสัมพันธ์"}
    elements = [(one.code, one.values["text"]) for one in read.entries if one.section == "elements"]
    assert elements == [
        ("O1", "แสดงแผนผังโครงสร้าง"),
        ("O1", "แสดงตำแหน่งสำคัญ"),
        ("O2", "แสดงชื่อและตำแหน่ง"),
        ("O2", "แสดงช่องทางติดต่อของแต่ละคน"),
    ]
    assert [one.page for one in read.entries if one.section == "items"] == ["34", "34", "35"]
    assert (told(read, "missing-code"), told(read, "code-twice")) == (["O3"], ["O4"])


def test_numbers_alone_count_items_and_are_told():
    """A list without codes is counted by its own numbers, each of which is said to be taken for one."""
    read = read_list(lines_of_text("1. โครงสร้าง\n๒) ข่าวประชาสัมพันธ์\nข้อ 3 ข้อมูลติดต่อ", "list"))
    assert titles_in(read) == {"O1": "โครงสร้าง", "O2": "ข่าวประชาสัมพันธ์", "O3": "ข้อมูลติดต่อ"}
    assert told(read, "counted") == ["1", "๒", "3"]


def test_nothing_of_a_list_is_lost_in_silence():
    """Every letter of a list is in an entry or in what was told."""
    chance = random.Random(7)
    words = ("โครงสร้าง", "O3 ข่าว", "หน้า 12", "• แสดงแผนผัง", "9.1 ข้อมูลพื้นฐาน", "ต่อจากบรรทัดก่อน", "๐๕ ข้อมูล", "---", "ตาราง")
    for _ in range(60):
        lines = [chance.choice(words) for _ in range(12)]
        read = read_list(lines_of_text("\n".join(lines), "x"))
        said = " ".join(
            [
                *(str(one.values) + one.code + one.page for one in read.entries),
                *(one.found + one.made for one in read.told),
            ]
        )
        for line in lines:
            core = line.removeprefix("• ").split(" ", 1)[-1]
            assert core in said, (line, lines)


def test_a_list_in_a_word_document_without_a_table_is_read():
    """Paragraphs are lines, also where Word numbers them besides the codes."""
    lines = ("O1 โครงสร้าง", "• O2 ข่าวประชาสัมพันธ์", "• แสดงข่าวของปีนี้", "ข้อ ๐๓ ข้อมูลติดต่อ")
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as document:
        document.writestr("[Content_Types].xml", "<Types/>")
        document.writestr(
            "word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{paragraphs}</w:body></w:document>'
        )
    read = read_list(lines_of_text("\n".join(read_word_lines(made.getvalue())), "x.docx"))
    assert titles_in(read) == {"O1": "โครงสร้าง", "O2": "ข่าวประชาสัมพันธ์", "O3": "ข้อมูลติดต่อ"}
    assert [one.values for one in read.entries if one.section == "elements"] == [{"text": "แสดงข่าวของปีนี้"}]
