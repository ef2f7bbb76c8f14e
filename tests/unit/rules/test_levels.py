"""The words of the check on a level: nothing, that it cannot be confirmed, or what it would be."""

from __future__ import annotations

import pytest

from prongsai.wording import Severity, message_of, severity_of
from unit.makers import check_files

TOOLS = "instruments: {IIT: 90.45, EIT: 88.58, OIT: 100.00}\n"


def said_of(root, year, text):
    """The codes and the messages on the level of a year."""
    found = check_files(root, {f"data/{year}/scores.yml": f"fiscal_year: {year}\n{text}"})
    return [(one.code, message_of(one.code, one.values)) for one in found if one.code.startswith("level-")]


@pytest.mark.parametrize(
    ("year", "text", "parts"),
    [
        (
            2567,
            "total: 91.20\nlevel: AA\n",
            ["ไม่มีในเกณฑ์ปี 2567", "AA ถึง F ใช้ถึงปีงบประมาณ 2565", "91.20 อยู่ในระดับ ผ่านดี หรือ ผ่าน"],
        ),
        (2567, "total: 91.20\nlevel: กขค\n", ["กขค ไม่มีในเกณฑ์ปี 2567", "ซึ่งมีระดับ ผ่านดีเยี่ยม, ผ่านดี, ผ่าน, "]),
        (2567, "level: กขค\n", ["กขค ไม่มีในเกณฑ์ปี 2567"]),
        (2566, "total: 88.00\nlevel: ผ่านดีเยี่ยม\n", ["คะแนน 88.00 อยู่ในระดับ ผ่านดี หรือ ผ่าน"]),
        (2565, "level: ผ่านดี\n", ["ผ่านดี ไม่มีในเกณฑ์ปี 2565", "ต้องปรับปรุงโดยด่วน เริ่มใช้ในปีงบประมาณ 2566"]),
        (2564, "total: 90.00\nlevel: А\n", ["А ที่พิมพ์ดูเหมือน A แต่เป็นอักษรซีริลลิก (U+0410 CYRILLIC CAPITAL LETTER A)"]),
        (2564, "level: Ε\n", ["แต่เป็นอักษรกรีก (U+0395 GREEK CAPITAL LETTER EPSILON)"]),
        (2564, "level: Ｂ\n", ["แต่เป็นอักษรละตินแบบกว้างเต็มตัว (U+FF22 FULLWIDTH LATIN CAPITAL LETTER B)"]),
        (2565, f"level: AA\n{TOOLS.replace('100.00', '80.00')}", ["ซึ่งคะแนนที่ทราบให้ระดับ A"]),
    ],
)
def test_a_level_that_cannot_be_is_a_warning_with_what_it_would_be(tmp_path, year, text, parts):
    """With a total and without: the scale of the year, the years of the other one, and a letter that only looks so."""
    [(code, message)] = said_of(tmp_path, year, text)
    assert (code, severity_of(code)) == ("level-differs-from-scale", Severity.WARNING)
    assert [one for one in parts if one not in message] == []


@pytest.mark.parametrize(
    ("year", "text", "part"),
    [
        (2567, f"total: 93.71\nlevel: ผ่านดี\n{TOOLS}", "บอกไม่ได้แน่ชัดหากไม่ทราบคะแนน EIT รายส่วน อาจเป็น ผ่านดี หรือ ผ่าน"),
        (2567, "total: 91.20\nlevel: ผ่าน\n", "หากไม่ทราบคะแนน IIT, OIT และ EIT รายส่วน"),
        (
            2567,
            f"total: 93.71\nlevel: ผ่าน\n{TOOLS}parts: {{EIT-1: 92.00, EIT-2: 84.00}}\n",
            "เกณฑ์นับ EIT รวมกันซึ่งได้ระดับ ผ่านดี หรือแยกส่วนซึ่งได้ระดับ ผ่าน",
        ),
        (2564, "total: 45.00\nlevel: E\n", "แหล่งที่มาของเกณฑ์ระบุคะแนนเริ่มต้นของระดับ E หรือ F ไว้ไม่ตรงกัน"),
        (2564, "total: 85\nlevel: B\n", "คะแนนรวม 85 พิมพ์โดยไม่มีทศนิยมสองตำแหน่ง"),
    ],
)
def test_a_level_that_may_be_is_a_note_with_what_is_missing(tmp_path, year, text, part):
    """A note never says that the level is wrong: it names what would decide."""
    [(code, message)] = said_of(tmp_path, year, text)
    assert (code, severity_of(code), part in message) == ("level-not-confirmed", Severity.NOTE, True)


@pytest.mark.parametrize(
    ("year", "text"),
    [
        (2564, "total: 77.85\nlevel: B\n"),
        (2567, f"total: 93.71\nlevel: ผ่านดี\n{TOOLS}parts: {{EIT-1: 92.00, EIT-2: 86.00}}\n"),
        (2567, "total: 80.00\nlevel: ต้องปรับปรุง\n"),
        (2567, "total: 91.20\n"),
        (2569, "total: 91.20\nlevel: А\n"),
        (2565, "level: B\n"),
    ],
)
def test_a_level_that_follows_or_cannot_be_judged_is_left_alone(tmp_path, year, text):
    """Nothing is said where all agrees, where no level is stated, and where the scale of the year is not verified."""
    assert said_of(tmp_path, year, text) == []


@pytest.mark.parametrize(
    ("again", "before", "now", "is_found"),
    [
        ("ผ่านดี", "ผ่านดี", "ช่องว่าง", False),
        ("ผ่านดี", "ผ่านดี", "ผ่านดี", True),
        ("ผ่านดี", "ผ่าน", "ช่องว่าง", True),
        ("A", "A", "ช่องว่าง", True),
    ],
)
def test_a_level_that_may_have_slid_from_the_next_column_is_not_judged(tmp_path, again, before, now, is_found):
    """Alone in a row, under the year compared with, and a level of the other year's scale (issue line 8)."""
    heads, row = "ตัวชี้วัด, '2566', '2567', การเปลี่ยนแปลง", f"ระดับ, {before}, {now}, ช่องว่าง"
    table = f"{{caption: ตาราง, columns: [{heads}], rows: [[{row}]]}}"
    stated = f"level: {{value: ผ่าน, also_stated: [{{value: {again}, at: ตาราง}}]}}\n"
    files = {
        "data/2566/scores.yml": f"fiscal_year: 2566\ntotal: 80.40\ninstruments: {{IIT: 78, EIT: 79}}\n{stated}",
        "data/2567/scores.yml": f"fiscal_year: 2567\ncomparison: {{with_year: 2566, table: {table}}}\n",
    }
    wrong = [one for one in check_files(tmp_path, files) if one.code == "level-differs-from-scale"]
    assert (again in {level for one in wrong for level in _levels(one)}) is is_found


def _levels(found):
    """The levels that a problem calls wrong, at whatever place."""
    return [found.values["published"], *(one.values.get("published") for one in found.also)]
