"""The workbook of a year's rules: a page in a row is what makes it a fact, and nothing that was typed is lost."""

import pytest

from books import add_row, edited, grids_of, head_at
from prongsai.grids.read_grids import read_grids
from prongsai.pipeline.begin import new_site
from prongsai.pipeline.rulebooks.known import read_known
from prongsai.pipeline.rulebooks.take_in_rules import propose_rules, read_rules
from prongsai.rulebooks.check_rules import check_rules, is_complete
from prongsai.rulebooks.read_rulebook import is_rulebook, read_rulebook
from prongsai.rulebooks.rows import Filler
from prongsai.rulebooks.sheets import ITEMS, ORIGIN_HEAD, PAGE_HEAD, SHEETS
from prongsai.rulebooks.structure import nearest_structure, plain_rules
from prongsai.rulebooks.write_rulebook import write_rulebook

YEAR = 2580


@pytest.fixture
def known(tmp_path):
    """The knowledge of a new site of a year that no rules ship for."""
    new_site(tmp_path / "ita", "เทศบาลตำบลตัวอย่าง", 2569)
    return read_known(tmp_path / "ita", YEAR)


def book_of(known):
    """The workbook of the year."""
    return write_rulebook(Filler(known.own, known.rules, known.structure), "เทศบาลตำบลตัวอย่าง", YEAR)


def typed_in(grids, sheet, code, **texts):
    """Type into the row of a code, by heads."""
    row = next(one for one in grids[sheet] if code in one[:2])
    for head, text in texts.items():
        row[head_at(grids, sheet, head)] = text


def taken(known, change, name="x.xlsx"):
    """The rules after the workbook was changed and taken in."""
    return read_rules(known, edited(book_of(known), change), name)


def test_an_untouched_workbook_changes_nothing(known):
    """Proposals without a page are no facts: all of them wait, and nothing would be written."""
    found = taken(known, lambda _: None)
    assert (found.read.entries, found.read.told) == ([], [])
    assert found.read.waiting > 40
    assert propose_rules(known, found.rules)[0].after == {}


def test_every_row_has_a_page_and_says_where_it_is_from(known):
    """Each sheet has the column of pages, empty for what is proposed, and the year whose structure it is."""
    grids = grids_of(book_of(known))
    for sheet in SHEETS:
        heads = [str(one) for one in grids[sheet.name][0]]
        assert {PAGE_HEAD, ORIGIN_HEAD} <= {*heads}
        for row in grids[sheet.name][1:]:
            assert str(row[heads.index(ORIGIN_HEAD)]).startswith("โครงจากปี 25")
            assert not row[heads.index(PAGE_HEAD)]


def test_a_page_makes_a_proposal_a_fact(known):
    """The row is taken with the page as its evidence, in whatever digits, and the code in any spelling."""

    def change(grids):
        typed_in(grids, "ข้อ OIT", "O3", หน้าในคู่มือ="หน้า ๓๔")
        add_row(grids, "ข้อ OIT", ข้อ="๐๔๑", ชื่อข้อ="ข้อใหม่", หน้าในคู่มือ="40-41")

    rules = taken(known, change).rules
    assert {*rules["items"]} == {"O3", "O41"}
    assert rules["items"]["O41"] == {"title": "ข้อใหม่", "evidence": ["manual-2580-p40-41"]}
    evidence = rules["evidence"]["manual-2580-p34"]
    assert (evidence["grade"], evidence["page"]) == ("P1", "34")


def test_a_changed_row_without_a_page_is_kept_as_a_guess(known):
    """Nothing that was typed is lost, and nothing without a page can ground a judgement."""
    found = taken(known, lambda grids: typed_in(grids, "ข้อ OIT", "O4", ชื่อข้อ="ข่าวและกิจกรรม"))
    item = found.rules["items"]["O4"]
    assert found.rules["evidence"][item["evidence"][0]]["grade"] == "I"
    assert [(one.kind, one.found) for one in found.read.told] == [("no-page", "O4")]


def test_an_odd_page_and_a_row_without_a_code_are_told(known):
    """A page that is none counts as none; a row that nobody can place is not taken."""

    def change(grids):
        typed_in(grids, "ข้อ OIT", "O3", หน้าในคู่มือ="ท้ายเล่ม")
        add_row(grids, "ข้อ OIT", ชื่อข้อ="ไม่มีรหัส", หน้าในคู่มือ="5")

    told = [(one.kind, one.found) for one in taken(known, change).read.told]
    assert ("odd-page", "ท้ายเล่ม") in told
    assert ("no-code", "ไม่มีรหัส") in told


def test_elements_weights_levels_and_questions_come_along(known):
    """Rows of every sheet become the parts of the rules that they are of; elements keep or get their own codes."""

    def change(grids):
        typed_in(grids, "ข้อ OIT", "O3", หน้าในคู่มือ="34")
        for text in ("แสดงที่อยู่", "แสดงหมายเลขโทรศัพท์"):
            add_row(grids, "องค์ประกอบ", ของข้อ="O3", องค์ประกอบ=text, หน้าในคู่มือ="34")
        for code, weight in (("IIT", "30"), ("EIT", "30"), ("OIT", "40")):
            typed_in(grids, "เครื่องมือ", code, **{"น้ำหนัก": weight, PAGE_HEAD: "5"})
        for row in grids["ระดับ"][1:]:
            row[head_at(grids, "ระดับ", PAGE_HEAD)] = "7"
        asked = {"รหัสข้อคำถาม": "I๑", "ตัวชี้วัดที่": "1", "เรื่องที่ถาม": "ตามขั้นตอน", PAGE_HEAD: "50"}
        add_row(grids, "ข้อคำถาม", **asked)
        add_row(grids, "ปฏิทิน", ขั้นตอน="ประกาศผล", วันหรือช่วงวัน="สิงหาคม 2580", หน้าในคู่มือ="3")
        grids["ภาพรวม"][2][2:4] = ["13", "9"]
        grids["ภาพรวม"][3][2:4] = ["0, 50, 100", "9"]

    found = taken(known, change)
    rules = found.rules
    assert [one["text"] for one in rules["items"]["O3"]["elements"]] == ["แสดงที่อยู่", "แสดงหมายเลขโทรศัพท์"]
    assert rules["items"]["O3"]["elements_evidence"] == ["manual-2580-p34"]
    assert [one["weight"] for one in rules["instruments"].values()] == ["30", "30", "40"]
    assert len(rules["levels"]) == 5
    assert rules["questions"]["IIT"]["asked"]["i1"]["subject"] == "ตามขั้นตอน"
    assert rules["calendar"][0]["stage"] == "ประกาศผล"
    assert (rules["items_total"]["count"], rules["item_scores"]["allowed"]) == ("13", ["0", "50", "100"])
    proposed, _ = propose_rules(known, rules)
    assert not proposed.has_new_errors


def test_what_was_entered_comes_back_and_is_left_alone(known):
    """A second workbook shows what was taken in; taken in again as it is, it changes nothing."""

    def change(grids):
        typed_in(grids, "ข้อ OIT", "O3", หน้าในคู่มือ="34")
        add_row(grids, "องค์ประกอบ", ของข้อ="O3", องค์ประกอบ="แสดงที่อยู่", หน้าในคู่มือ="34")
        for row in grids["ระดับ"][1:]:
            row[head_at(grids, "ระดับ", PAGE_HEAD)] = "7"

    proposed, _ = propose_rules(known, taken(known, change).rules)
    [(name, text)] = proposed.after.items()
    (known.root / name).parent.mkdir(exist_ok=True)
    (known.root / name).write_bytes(text)
    again = read_known(known.root, YEAR)
    found = taken(again, lambda _: None)
    assert found.read.entries == [one for one in found.read.entries if not one.is_new]
    assert propose_rules(again, found.rules)[0].after == {}


def test_an_element_taken_out_of_the_workbook_goes_once_another_row_of_its_item_is_new(known):
    """The elements of an item are written as a whole: in the order of the sheet, without what was deleted there."""

    def enter(grids):
        for text in ("แสดงที่อยู่", "แสดงหมายเลขโทรศัพท์"):
            add_row(grids, "องค์ประกอบ", ของข้อ="O3", องค์ประกอบ=text, หน้าในคู่มือ="34")

    proposed, _ = propose_rules(known, taken(known, enter).rules)
    [(name, text)] = proposed.after.items()
    (known.root / name).parent.mkdir(exist_ok=True)
    (known.root / name).write_bytes(text)

    def change(grids):
        rows = grids["องค์ประกอบ"]
        rows[:] = [row for row in rows if "แสดงที่อยู่" not in row]
        add_row(grids, "องค์ประกอบ", ของข้อ="O3", องค์ประกอบ="แสดงแผนที่", หน้าในคู่มือ="35")

    elements = taken(read_known(known.root, YEAR), change).rules["items"]["O3"]["elements"]
    assert [(one["key"], one["text"]) for one in elements] == [
        ("element-2", "แสดงหมายเลขโทรศัพท์"),
        ("element-3", "แสดงแผนที่"),
    ]


def test_sorted_and_renamed_rows_are_known_again(known):
    """Rows that were sorted and columns that were moved change nothing."""

    def change(grids):
        head, *rows = grids["ข้อ OIT"]
        grids["ข้อ OIT"] = [head[::-1], *[row[::-1] for row in reversed(rows)]]

    found = taken(known, change)
    assert (found.read.entries, found.read.told) == ([], [])


def test_it_is_known_from_other_tables():
    """A table of another program is none of ours."""
    grids = read_grids("ข้อ\tชื่อข้อ\nO1\tโครงสร้าง\nO2\tข่าว".encode(), "x")
    assert not is_rulebook(grids)
    assert read_rulebook(grids).entries == []


def test_the_nearest_year_has_each_part_that_a_year_lacks():
    """Of a year with items alone the instruments are those of the year before; one instrument is no structure."""
    rules = {
        2578: plain_rules(
            {"instruments": {"IIT": {"name": "ก"}, "OIT": {"name": "ข"}}, "items": {"O1": {"title": "เก่า"}}}
        ),
        2579: plain_rules(
            {"instruments": {"OIT": {"name": "ข"}}, "items": {"O1": {"title": "ใหม่", "evidence": ["x"]}}}
        ),
    }
    found = nearest_structure(rules, 2579)
    assert (found.year_of("items"), found.year_of("instruments")) == (2579, 2578)
    assert found.parts["items"] == {"O1": {"title": "ใหม่"}}


def test_a_complete_year_has_nothing_missing():
    """A year whose rules are all known and found is complete; one thing less and it is not."""
    from unit.makers import shipped_edition

    kinds = {one.kind for one in check_rules(shipped_edition(2564))}
    assert {"no-weight", "no-items", "missing-code", "no-levels"}.isdisjoint(kinds)
    assert not is_complete(check_rules(shipped_edition(2569)))
    assert "missing-code" in {one.kind for one in check_rules(shipped_edition(2569))}
    assert ITEMS.key == "ข้อ"
