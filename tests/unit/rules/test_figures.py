"""Rules on figures, each on a right value and on a wrong one."""

import pytest

from prongsai.model.analysis import StatedList
from prongsai.prose.named_ends import word_rule
from unit.makers import check_files, codes_of, only

NOW = ("80.00", "80.00", "80.00", "80.00", "80.00", "70.00", "70.00", "70.00", "60.00", "60.00")
BEFORE = ("70.00", "90.00", "80.00", "79.00", "79.00", "60.00", "60.00", "60.00", "50.00", "50.00")


def indicators(values):
    """The line of a scores file that gives the indicators 1 to 10."""
    listed = ", ".join(f"{number}: {value}" for number, value in enumerate(values, start=1))
    return f"indicators: {{{listed}}}\n"


INDICATORS, EARLIER = indicators(NOW), indicators(BEFORE)


def scores(text, year=2564):
    """The scores file of a year."""
    return {f"data/{year}/scores.yml": f"fiscal_year: {year}\n{text}"}


def both_years(text, earlier=EARLIER):
    """The scores of 2563 and of 2564, which compares itself with 2563."""
    return {**scores(INDICATORS + text), **scores(earlier, 2563)}


def analysis(text):
    """An analysis of 2564 with one list of strengths."""
    return {"data/2564/analysis.yml": f"fiscal_year: 2564\nstrengths:\n  - text: จุดแข็ง\n{text}"}


@pytest.mark.parametrize("total", ["69.00", "69.01", "68.99", "69.015", "68.985"])
def test_a_total_that_rounding_explains_is_not_flagged(tmp_path, total):
    """Anything that some order of rounding can give is right."""
    problems = check_files(tmp_path, scores(f"{INDICATORS}total: {total}\n"))
    assert codes_of(problems) == []


@pytest.mark.parametrize(("total", "difference"), [("69.02", "0.02"), ("68.98", "0.02"), ("97.00", "28.00")])
def test_a_total_that_no_rounding_explains_is_flagged_with_the_interval(tmp_path, total, difference):
    """The message gives both totals, how far they are apart, and the interval."""
    found = only(check_files(tmp_path, scores(f"{INDICATORS}total: {total}\n")), "total-outside-interval")
    assert found.values == {
        "published": total,
        "computed": "69.00",
        "difference": difference,
        "lowest": "68.99",
        "highest": "69.01",
        "at": "",
    }
    assert (found.where.line, found.year) == (3, 2564)


@pytest.mark.parametrize("total", ["", "total: เอกสารไม่ได้ระบุ\n", "total: {printed: แปดสิบ}\n"])
def test_a_total_that_is_not_known_is_not_flagged(tmp_path, total):
    """Nothing is checked against a total that is absent or only printed, beyond that it is printed so."""
    codes = codes_of(check_files(tmp_path, scores(INDICATORS + total)))
    assert codes == (["printed-value"] if "printed" in total else [])


def test_a_total_without_all_indicators_is_not_flagged(tmp_path):
    """A total cannot be judged by some of its parts."""
    assert check_files(tmp_path, scores("indicators: {1: 10.00}\ntotal: 90.00\n")) == []


@pytest.mark.parametrize("level", ["D", "เอกสารไม่ได้ระบุ", ""])
def test_a_level_that_follows_from_the_total_is_right(tmp_path, level):
    """64.68 is D; a level that is not stated cannot be wrong."""
    assert check_files(tmp_path, scores(f"total: 64.68\nlevel: {level}\n")) == []


def test_a_level_that_does_not_follow_from_the_total_is_flagged(tmp_path):
    """64.68 printed as C names the level that the scale gives."""
    found = only(check_files(tmp_path, scores("total: 64.68\nlevel: C\n")), "level-differs-from-scale")
    assert (found.values["published"], found.values["expected"], found.where.line) == ("C", "D", 3)


@pytest.mark.parametrize(
    ("level", "code"),
    [("E", "level-not-confirmed"), ("F", "level-not-confirmed"), ("D", "level-differs-from-scale")],
)
def test_where_the_scale_conflicts_either_level_is_possible(tmp_path, level, code):
    """Between 40 and 50 both E and F may be right, which a note says; both are named when another is printed."""
    found = only(check_files(tmp_path, scores(f"total: 45.00\nlevel: {level}\n")), code)
    assert found.values.get("expected", found.values.get("candidates")) == "E หรือ F"


@pytest.mark.parametrize(
    ("again", "other"),
    [("64.30", None), ("64.3", None), ("43.75", "43.75"), ("{printed: สี่สิบ}", "สี่สิบ"), ("ช่องว่าง", "เอกสารเว้นว่างไว้")],
)
def test_a_figure_stated_twice_is_the_same_both_times(tmp_path, again, other):
    """Another value elsewhere is flagged with both values and the place; the same value is not."""
    text = f"instruments:\n  OIT:\n    value: 64.30\n    also_stated:\n      - {{value: {again}, at: ย่อหน้าแรก}}\n"
    problems = [found for found in check_files(tmp_path, scores(text)) if found.code != "printed-value"]
    assert [found.values.get("other") for found in problems] == ([other] if other else [])
    for found in problems:
        assert found.code == "stated-twice-differently"
        assert found.values["what"] == "คะแนนเครื่องมือ OIT"
        assert (found.values["first"], found.values["at"], found.where.line) == ("64.30", "ย่อหน้าแรก", 6)


def test_an_absent_figure_that_is_stated_elsewhere_is_worded_in_thai(tmp_path):
    """That the first place is blank is said in words and not by one of our codes."""
    text = "total: {value: ช่องว่าง, also_stated: [{value: 80.00, at: หน้า 3}]}\n"
    found = only(check_files(tmp_path, scores(text)), "stated-twice-differently")
    assert found.values["first"] == "เอกสารเว้นว่างไว้"


@pytest.mark.parametrize(("again", "count"), [("B", 0), ("C", 1)])
def test_a_level_stated_twice_is_the_same_both_times(tmp_path, again, count):
    """Levels are compared as words, and each is checked against the scale by itself."""
    text = f"total: 77.85\nlevel: {{value: B, also_stated: [{{value: {again}, at: หน้า 3}}]}}\n"
    problems = check_files(tmp_path, scores(text))
    assert codes_of(problems) == ["level-differs-from-scale", "stated-twice-differently"] * count
    twice = [found for found in problems if found.code == "stated-twice-differently"]
    assert [found.values["what"] for found in twice] == ["ระดับผลการประเมิน"] * count


@pytest.mark.parametrize(("again", "others"), [("2991", []), ("๒,๙๙๑", []), ("2551", ["2,551"])])
def test_a_rank_stated_twice_is_the_same_both_times(tmp_path, again, others):
    """Ranks are compared as numbers and shown with thousands."""
    text = f'rank: {{value: 2991, also_stated: [{{value: "{again}", at: หน้า 3}}]}}\n'
    problems = check_files(tmp_path, scores(text))
    assert [found.values["other"] for found in problems] == others
    assert all(found.values["first"] == "2,991" for found in problems)


@pytest.mark.parametrize(
    ("number", "word", "expected"),
    [
        (1, "เพิ่มขึ้น", None),
        (2, "ลดลง", None),
        (3, "เท่าเดิม", None),
        (1, "ลดลง", "เพิ่มขึ้น"),
        (2, "เท่าเดิม", "ลดลง"),
        (3, "เพิ่มขึ้น", "เท่าเดิม"),
    ],
)
def test_a_word_of_change_fits_the_scores(tmp_path, number, word, expected):
    """The document's own เพิ่มขึ้น, ลดลง and เท่าเดิม are checked against both years."""
    problems = check_files(tmp_path, both_years(f"comparison:\n  with_year: 2563\n  changes:\n    {number}: {word}\n"))
    assert [found.values["expected"] for found in problems] == ([expected] if expected else [])
    assert [(found.code, found.where.line) for found in problems] == [("change-word-wrong", 6)] * len(problems)


def test_a_word_of_change_is_not_judged_without_both_scores(tmp_path):
    """No word is wrong where the earlier figure is not known."""
    files = both_years("comparison: {with_year: 2563, changes: {1: ลดลง}}\n", earlier="indicators: {2: 90.00}\n")
    assert check_files(tmp_path, files) == []


@pytest.mark.parametrize(
    ("stated", "rules", "expected"),
    [
        ("1, 2, 3, 4, 5", "highest", None),
        ("5, 4, 3, 2, 1", "highest", None),
        ("9, 10", "lowest", None),
        ("2", "fallen", None),
        ("1", "highest", "1, 2, 3, 4, 5"),
        ("1, 4", "risen, {above: 75}", "1, 4, 5"),
        ("1", "{above: 90}", "ไม่มี"),
    ],
)
def test_a_list_holds_what_its_rule_gives(tmp_path, stated, rules, expected):
    """A list is flagged with what its own rule gives, in any order, and never rewritten; a tie left out is a note."""
    text = f"    indicators: [{stated}]\n    rules: [{rules}]\n"
    problems = check_files(tmp_path, {**both_years(""), **analysis(text)})
    assert [found.values["expected"] for found in problems] == ([expected] if expected else [])
    code = "list-leaves-out-tie" if rules == "highest" else "list-differs-from-rule"
    assert [(found.code, found.where.line) for found in problems] == [(code, 4)] * len(problems)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [("1, 2, 3", None), ("1, 3", None), ("1, 2", "1, 2, 3"), ("1", "1, 2, 3")],
)
def test_a_list_that_is_right_by_either_list_of_scores_is_left_alone(tmp_path, stated, expected):
    """A document that states two scores of indicator 2 has two right lists; any other is reported (issue line 8)."""
    two = "indicators: {1: 90, 2: {value: 74, also_stated: [{value: 69, at: ตาราง}]}, 3: 80, 4: 60}\n"
    files = {**scores(two), **analysis(f"    indicators: [{stated}]\n    rules: [{{above: 70}}]\n")}
    found = [one.values["expected"] for one in check_files(tmp_path, files) if one.code == "list-differs-from-rule"]
    assert found == ([expected] if expected else [])


def test_a_list_is_not_judged_without_the_scores_it_needs(tmp_path):
    """Without scores, without the earlier year, or without one listed score, no list is wrong."""
    risen = analysis("    indicators: [1]\n    rules: [risen]\n")
    above = analysis("    indicators: [1, 2]\n    rules: [{above: 10}]\n")
    assert check_files(tmp_path / "a", risen) == []
    assert check_files(tmp_path / "b", {**scores(INDICATORS), **risen}) == []
    assert check_files(tmp_path / "c", {**scores("indicators: {1: 80.00}\n"), **above}) == []


def test_a_list_is_not_judged_by_scores_that_cannot_be_read(tmp_path):
    """An error in the scores file is the only problem reported, not what would follow from it."""
    files = {**scores("indicators: {1: ๘๐คะแนน}\n"), **analysis("    indicators: [1]\n    rules: [highest]\n")}
    assert codes_of(check_files(tmp_path, files)) == ["not-a-number"]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("risen", "คะแนนเพิ่มขึ้น"),
        ({"above": "80"}, "มากกว่า 80 คะแนน"),
        ({"below": "85.50"}, "น้อยกว่า 85.5 คะแนน"),
        ({"above": "100"}, "มากกว่า 100 คะแนน"),
    ],
)
def test_a_rule_is_said_in_words(rule, words):
    """A bound is shown plainly, without zeros behind the point and never as an exponent."""
    [read] = StatedList.model_validate({"text": "ก", "rules": [rule]}).rules
    assert word_rule(read) == words


@pytest.mark.parametrize(("count", "codes"), [(2, []), (3, ["count-differs"])])
def test_a_stated_number_is_the_length_of_the_list(tmp_path, count, codes):
    """Indicators and items count together."""
    text = f"    indicators: [1]\n    items: [O2]\n    stated_count: {count}\n"
    assert codes_of(check_files(tmp_path, analysis(text))) == codes


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("{level: A, lowest: 85.00, highest: 94.99}", None),
        ("{level: พิเศษ, lowest: 99.00, highest: 100}", None),
        ("{level: A, lowest: 80.00, highest: 94.99}", "A ตั้งแต่ 85.00"),
        ("{level: E, lowest: 40.00, highest: 54.99}", "E ตั้งแต่ 50.00"),
        ("{level: E, lowest: 45.00, highest: 54.99}", "E ตั้งแต่ 40.00 หรือ E ตั้งแต่ 50.00"),
    ],
)
def test_a_printed_scale_is_checked_against_the_edition(tmp_path, line, other):
    """A level with another bound is noted with what the other sources say; an unknown level is left alone."""
    problems = check_files(tmp_path, scores(f"printed_levels:\n  - {line}\n"))
    assert codes_of(problems) == (["printed-scale-differs"] if other else [])
    assert [found.values["other"] for found in problems] == ([other] if other else [])


@pytest.mark.parametrize(
    ("values", "dropped"),
    [
        (("84.40", "85"), ["85"]),
        (("84.40", "100"), []),
        (("84.40", "0"), []),
        (("84.40", "69.2"), ["69.2"]),
        (("90.00", "85"), []),
        (("90.00", "80.00", "69.2"), ["69.2"]),
        (("90", "69.2"), []),
    ],
)
def test_a_digit_is_missed_only_where_one_can_be_missing(tmp_path, values, dropped):
    """A round 100 has none to lose, nor has a figure among such as end in .00."""
    listed = ", ".join(f"{number}: {value}" for number, value in enumerate(values, start=1))
    problems = check_files(tmp_path, scores(f"indicators: {{{listed}}}\n"))
    assert [one.values["found"] for one in problems if one.code == "decimals-dropped"] == dropped


LOWEST = indicators(("91.43", "76.39", "80.98", "73.95", "88.20", "84.80", "76.39", "83.84", "95.00", "96.00"))


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        ("คะแนนต่ำสุดคือ 4 และ 2", "4, 2", None),
        ("คะแนนต่ำสุดคือ ตัวชี้วัดที่ 4 และ 2", "4, 2", None),
        ("ตัวชี้วัดที่ได้คะแนนต่ำสุด ได้แก่ ตัวชี้วัดที่ 4 และตัวชี้วัดที่ 2", "4, 2", None),
        ("คะแนนต่ำสุดสามลำดับ", "2, 4, 7", None),
        ("คะแนนต่ำสุดคือ 4 และ 3", "4, 3", "2, 4, 7"),
        ("คะแนนต่ำสุดคือ 2 และ 7", "2, 7", "2, 4, 7"),
        ("คะแนนต่ำสุดคือ ตัวชี้วัดที่ 4", "4, 2", "4"),
        ("คะแนนต่ำสุดคือ ตัวชี้วัดที่ 4", "4", None),
        ("คะแนนต่ำสุดคือ ตัวชี้วัดที่ 2", "2", "4"),
    ],
)
def test_the_two_lowest_are_checked_against_the_two_lowest(tmp_path, text, stated, expected):
    """As many as a text names together; one that is left out or out of order is reported."""
    listed = f"fiscal_year: 2564\nweaknesses:\n  - text: {text}\n    indicators: [{stated}]\n    rules: [lowest]\n"
    problems = check_files(tmp_path, {**scores(LOWEST), "data/2564/analysis.yml": listed})
    found = [one.values["expected"] for one in problems if one.code == "list-differs-from-rule"]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("ตัวชี้วัดที่ได้คะแนนต่ำสุดคือ ตัวชี้วัดที่ 2 และตัวชี้วัดที่ 4", []),
        ("ตัวชี้วัดที่ได้คะแนนต่ำสุดคือ ตัวชี้วัดที่ 2 (76.39 คะแนน) และตัวชี้วัดที่ 4 (73.95 คะแนน)", []),
        ("ตัวชี้วัดที่ได้คะแนนต่ำสุดคือ ตัวชี้วัดที่ 2 รองลงมาคือ ตัวชี้วัดที่ 4", ["prose-extreme"]),
        ("ตัวชี้วัดที่ได้คะแนนต่ำสุดคือ ตัวชี้วัดที่ 3 และตัวชี้วัดที่ 4", ["prose-extreme"]),
    ],
)
def test_a_sentence_that_names_two_lowest_is_checked_against_two(tmp_path, text, codes):
    """Names in one breath are lowest together; what is said to come next is not."""
    listed = f"fiscal_year: 2564\nfindings:\n  - text: {text}\n"
    problems = check_files(tmp_path, {**scores(LOWEST), "data/2564/analysis.yml": listed})
    assert codes_of(problems) == codes


@pytest.mark.parametrize(
    ("first", "again", "is_told"),
    [
        ("จังหวัด", "อำเภอ", False),
        ("จังหวัดปัตตานี", "จังหวัด ปัตตานี", True),
        ("จังหวัด", None, True),
        (None, "อำเภอ", True),
    ],
)
def test_only_ranks_among_the_same_agencies_contradict_each_other(tmp_path, first, again, is_told):
    """Place 76 in the province and place 2 in the district are two facts, each with its scope."""
    scopes = [f", scope: {one}" if one else "" for one in (first, again)]
    text = f"rank: {{value: 76{scopes[0]}, also_stated: [{{value: 2, at: ประกาศ{scopes[1]}}}]}}\n"
    found = [one.code for one in check_files(tmp_path, scores(text)) if one.code == "stated-twice-differently"]
    assert found == ["stated-twice-differently"] * is_told


@pytest.mark.parametrize(
    ("value", "codes"), [("69.20", []), ("69.2", ["decimals-dropped"]), ("69", ["decimals-dropped"])]
)
def test_a_figure_with_fewer_than_two_decimals_is_noted(tmp_path, value, codes):
    """69.2 stands out among figures of two decimals; it is kept as printed."""
    problems = check_files(tmp_path, scores(f"indicators:\n  6: {value}\n  7: 70.40\n"))
    assert codes_of(problems) == codes
    assert [(found.values["found"], found.where.line) for found in problems] == [(value, 3)] * len(codes)


@pytest.mark.parametrize(
    ("score", "codes"), [("0", []), ("100.00", []), ("50", ["item-score-partial"]), ("ช่องว่าง", [])]
)
@pytest.mark.parametrize(("year", "is_verified"), [(2564, True), (2567, False)])
def test_an_item_scores_nothing_or_all_where_that_is_verified(tmp_path, score, codes, year, is_verified):
    """Half a score is an error in 2564, but not in a year of which it is not known."""
    problems = check_files(tmp_path, scores(f"items: {{O2: {{score: {score}}}}}\n", year))
    assert codes_of(problems) == (codes if is_verified else [])
