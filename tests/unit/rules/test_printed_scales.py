"""The scale of levels as a document prints it: against the level that it states, and its ranges against each other."""

import pytest

from unit.makers import check_files

CODES = {"level-differs-from-print", "printed-scale-overlaps", "printed-scale-gap"}
LETTERS = (
    "printed_levels: [{level: ก, lowest: 90, highest: 100}, {level: ข, lowest: 80, highest: 89.99},"
    " {level: ค, lowest: 0, highest: 79.99}]\n"
)


def found(root, scores, analysis="", year=2571, **more):
    """The codes of the problems of a scale, with what is said; a year without rules of its own unless one is named."""
    files = {f"data/{year}/scores.yml": f"fiscal_year: {year}\n{scores}", **more}
    if analysis:
        files[f"data/{year}/analysis.yml"] = f"fiscal_year: {year}\n{analysis}"
    problems = (one for one in check_files(root, files) if one.code in CODES)
    return [(one.code, one.values.get("expected", one.values.get("higher"))) for one in problems]


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ("total: 84.10\nlevel: ก\n", "ข"),
        ("total: 90.00\nlevel: ข\n", "ก"),
        ("total: {value: 84.10, also_stated: [{value: 85.20, at: หน้า 2}]}\nlevel: ค\n", "ข"),
        ("total: 90.00\nlevel: ก\n", None),
        ("total: {value: 84.10, also_stated: [{value: 91.00, at: หน้า 2}]}\nlevel: ก\n", None),
        ("total: 84.10\nlevel: ดีเด่น\n", None),
        ("total: 84.10\n", None),
        ("level: ก\n", None),
    ],
)
def test_a_level_is_the_one_of_the_scale_that_is_printed_with_it(tmp_path, scores, expected):
    """A total that is stated twice widens what fits; a word of another scale is left to other rules."""
    wanted = [("level-differs-from-print", expected)] if expected else []
    assert found(tmp_path, scores + LETTERS) == wanted


def test_what_the_rules_of_the_year_say_is_not_said_again(tmp_path):
    """By the rules of 2564 a total of 80 is B, whatever the document prints."""
    scale = LETTERS.replace("ก,", "A,").replace("ข,", "B,").replace("ค,", "C,")
    assert found(tmp_path, f"total: 80.00\nlevel: A\n{scale}", year=2564) == []


def test_the_scale_may_be_with_the_other_year_of_the_document(tmp_path):
    """One document prints the results of two years, and its scale once."""
    other = {"data/2570/scores.yml": "fiscal_year: 2570\nsource: paper\ntotal: 81.00\nlevel: ก\n"}
    assert found(tmp_path / "a", f"source: paper\n{LETTERS}", **other) == [("level-differs-from-print", "ข")]
    assert found(tmp_path / "b", LETTERS, **other) == []


ROWS = '[[สีเขียว, 85.00 - 100.00], [สีเหลือง, "70.00 ถึง 84.99"], [สีแดง, ต่ำกว่า 70]]'


def table(rows, heads="[ระดับ, ช่วงคะแนน]"):
    """An analysis with a printed table."""
    return f"sections: [{{id: s, title: เกณฑ์, table: {{caption: เกณฑ์, columns: {heads}, rows: {rows}}}}}]\n"


@pytest.mark.parametrize(
    ("analysis", "level", "is_wrong"),
    [
        (table(ROWS), "สีเขียว", True),
        (table(ROWS), "สีเหลือง", False),
        (table(ROWS, "[ระดับ, ความหมาย]"), "สีเขียว", False),
        (table(ROWS.replace("ต่ำกว่า 70", "ไม่ผ่าน")), "สีเขียว", False),
        (table('[[สีเขียว, "1,200 - 1,500"], [สีเหลือง, 800 - 999], [สีแดง, 0 - 799]]'), "สีเขียว", False),
    ],
)
def test_a_scale_is_read_from_a_printed_table(tmp_path, analysis, level, is_wrong):
    """A column of levels and one of scores, every row of which can be read as points of a hundred."""
    assert bool(found(tmp_path, f"total: 72.00\nlevel: {level}\n", analysis)) == is_wrong


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("highest: 89.99", "highest: 90"), [("printed-scale-overlaps", "ก 90.00 ถึง 100.00")]),
        (("lowest: 80,", "lowest: 75,"), [("printed-scale-overlaps", "ข 75.00 ถึง 89.99")]),
        (("highest: 89.99", "highest: 88.99"), [("printed-scale-gap", "ก 90.00 ถึง 100.00")]),
        (("highest: 89.99", "highest: 89"), []),
        (("", ""), []),
    ],
)
def test_ranges_neither_overlap_nor_leave_a_gap(tmp_path, change, expected):
    """Whole numbers follow each other by one, others by a hundredth."""
    assert found(tmp_path, LETTERS.replace(*change)) == expected
