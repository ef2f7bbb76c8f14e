"""Rules on names, kinds and ranks, each on a right one and on a wrong one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.rules.naming import LONGEST_QUOTE, listed, shortened
from unit.makers import check_files

AGENCY = "site_config/agency.yml"


def found(root, files, *codes):
    """The problems of some codes."""
    return [one for one in check_files(root, files) if one.code in codes]


def scores(text, year=2564):
    """The scores file of a year."""
    return {f"data/{year}/scores.yml": f"fiscal_year: {year}\n{text}"}


def point(text, year=2564):
    """An analysis with one development point."""
    return {f"data/{year}/analysis.yml": f"fiscal_year: {year}\ndevelopment_points: [{{{text}}}]\n"}


@pytest.mark.parametrize(("name", "count"), [("เอกสารไม่ได้ระบุ", 1), ("", 1), ("เทศบาลตำบลทดสอบ", 0)])
def test_the_agency_has_a_name(tmp_path, name, count):
    """The remark is with the newest year, so that it is on a page."""
    files = {AGENCY: f"name: {name}\n", **scores(""), **scores("", 2565)}
    assert [one.year for one in found(tmp_path, files, "agency-not-named")] == [2565] * count


def test_an_agency_that_cannot_be_read_is_not_called_nameless(tmp_path):
    """A mistake in the file is one problem, not two."""
    assert found(tmp_path, {AGENCY: "nmae: x\n"}, "agency-not-named") == []


@pytest.mark.parametrize(
    ("name", "kind", "count"),
    [
        ("เทศบาลตำบลทดสอบ", "เทศบาลตำบล", 0),
        ("เทศบาลตำบลทดสอบ", "เทศบาล", 0),
        ("เทศบาลตำบลทดสอบ", "องค์การบริหารส่วนตำบล", 1),
        ("เทศบาลเมืองทดสอบ", "เทศบาลตำบลขนาดกลาง", 1),
        ("สำนักงานทดสอบ", "เทศบาลตำบล", 0),
        ("เทศบาลตำบลทดสอบ", "เอกสารไม่ได้ระบุ", 0),
    ],
)
def test_the_kind_of_agency_is_that_of_its_name(tmp_path, name, kind, count):
    """Only two different kinds of local government clash."""
    files = {AGENCY: f"name: {name}\ntype: {kind}\n", **scores("")}
    assert len(found(tmp_path, files, "agency-kind-differs")) == count


@pytest.mark.parametrize(
    ("rank", "count"),
    [
        ("{value: 2991, scope: ช่องว่าง}", 1),
        ("{value: 2991, scope: หน่วยงานประเภทเทศบาลตำบล}", 0),
        ("{value: 2991}", 0),
        ("เอกสารไม่ได้ระบุ", 0),
    ],
)
def test_a_rank_says_among_whom(tmp_path, rank, count):
    """A scope that is only not entered yet is left alone."""
    assert len(found(tmp_path, scores(f"rank: {rank}\n"), "rank-without-scope")) == count


NAMES = ("indicator-name-unknown", "indicator-name-of-other")


@pytest.mark.parametrize(
    ("number", "name", "code"),
    [
        ("8", "การปรับปรุงระบบการทำงาน", None),
        ("8", "การปรับปรุงการทำงาน", None),
        ("8", "๘. การปรับปรุงการ ทำงาน", None),
        ("8", "ตัวชี้วัดที่ ๘ การปรับปรุงการทำงาน", None),
        ("8", "การปรับปรุงการดำเนินงาน", "indicator-name-unknown"),
        ("4", "การใช้ทรัพยากร", "indicator-name-unknown"),
        ("9", "๙. การดำเนินการเพื่อป้องกันการทุจริต", "indicator-name-of-other"),
        ("3", "การใช้งบประมาณ", "indicator-name-of-other"),
        ("3", "ตัวชี้วัดที่ ๓", None),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "indicators: {{N: {{value: 80.00, printed_name: '{name}'}}}}\n",
        "indicators: {{N: {{value: 80.00, also_stated: [{{value: 80.00, at: ตาราง, printed_name: '{name}'}}]}}}}\n",
        "comparison: {{with_year: 2563, row_labels: {{N: '{name}'}}}}\n",
    ],
)
def test_a_printed_name_is_the_indicators_own(tmp_path, text, number, name, code):
    """Spaces, the word before it and the number are no part of a name; aliases are names."""
    files = scores(text.format(name=name).replace("{N:", f"{{{number}:"))
    assert [one.code for one in found(tmp_path, files, *NAMES)] == ([code] if code else [])


@pytest.mark.parametrize(
    ("quote", "name"),
    [
        ("3 การใช้จ่ายเงิน 80.00", "การใช้จ่ายเงิน"),
        ("๓. การใช้จ่ายเงิน ๘๐.๐๐ ๙๐.๐๐ เพิ่มขึ้น", "การใช้จ่ายเงิน"),
        ("3 การใช้อำนาจ 80.00", None),
        ("4 การใช้จ่ายเงิน 80.00", None),
        ("ตัวชี้วัดการใช้จ่ายเงิน ได้คะแนน 80.00", None),
    ],
)
def test_a_quoted_row_names_its_indicator(tmp_path, quote, name):
    """A quote that is a row of a table has the number, the name and the score."""
    text = f"indicators: {{3: {{value: 80.00, also_stated: [{{value: 80.00, at: ตาราง, quote: '{quote}'}}]}}}}\n"
    assert [one.values["found"] for one in found(tmp_path, scores(text), *NAMES)] == ([name] if name else [])


def test_a_wrong_name_is_reported_once_a_year(tmp_path):
    """The same table is quoted in many places."""
    again = "also_stated: [{value: 80.00, at: ตาราง, printed_name: การใช้ทรัพยากร}]"
    text = f"indicators: {{4: {{value: 80.00, printed_name: การใช้ทรัพยากร, {again}}}}}\n"
    assert len(found(tmp_path, scores(text), *NAMES)) == 1


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("indicator: 4, printed_title: ตัวชี้วัดการใช้ทรัพยากร", ["indicator-name-unknown"]),
        ("indicator: 4, printed_title: ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของทางราชการ", []),
        ("indicator: 4", []),
    ],
)
def test_a_development_point_names_its_indicator(tmp_path, text, codes):
    """The head of a development point is a printed name too."""
    assert [one.code for one in found(tmp_path, point(text), *NAMES)] == codes


def test_the_name_of_a_subindicator_is_its_own(tmp_path):
    """Sub-indicators have names and aliases as indicators have; labels of other rows are left alone."""
    text = "subindicators: {10.1: {value: 80.00, printed_name: มาตรการภายในเพื่อป้องกันการทุจริต}}\n"
    text += "comparison: {with_year: 2563, row_labels: {total: เฉลี่ย}}\n"
    [problem] = found(tmp_path, scores(text), *NAMES)
    assert (problem.code, problem.values["other"]) == ("indicator-name-of-other", "ตัวชี้วัดย่อยที่ 10.2")


def test_names_that_an_edition_only_carries_on_are_not_compared(tmp_path):
    """For 2568 most names are taken over from the year before, which is no evidence."""
    text = "indicators: {4: {value: 80.00, printed_name: การใช้ทรัพยากร}}\n"
    assert found(tmp_path, scores(text, 2568), *NAMES) == []


TITLES = ("item-title-differs", "item-title-of-other")


@pytest.mark.parametrize(
    ("item", "title", "code"),
    [
        ("O8", "Q & A", None),
        ("O8", "ข้อ ๐๘ Q & A", None),
        ("O2", "ข้อมูลผู้บริหาร", None),
        ("O2", "ตัวชี้วัดที่ ๙.๑ ข้อ ๐๒ ข้อมูลผู้บริหาร", None),
        ("O2", "ข้อ O๒", None),
        ("O38", "การส่งเสริมวัฒนธรรมองค์กร", "item-title-differs"),
        ("O38", "ตัวชี้วัดที่ ๑๐.๑ ข้อ ๐๓๘ การเสริมสร้างวัฒนธรรมองค์กร ตามมาตรฐานทางจริยธรรม", "item-title-of-other"),
        ("O2", "โครงสร้าง", "item-title-of-other"),
    ],
)
def test_a_printed_title_is_the_items_own(tmp_path, item, title, code):
    """A title of another item or of another year of the site is said to be that."""
    files = {**scores(f"items: {{{item}: {{score: 0, printed_title: '{title}'}}}}\n"), **scores("", 2565)}
    files |= point(f"item: {item}, printed_title: '{title}'")
    assert [one.code for one in found(tmp_path, files, *TITLES)] == ([code] * 2 if code else [])


def test_titles_that_no_edition_verifies_are_not_compared(tmp_path):
    """No title of 2563 is known."""
    assert found(tmp_path, scores("items: {O2: {score: 0, printed_title: ผู้บริหาร}}\n", 2563), *TITLES) == []


@pytest.mark.parametrize(
    ("files", "codes"),
    [
        (scores("items: {O2: {score: 0, printed_code: ข้อ ๐๒}, O15: {score: 0, printed_code: '015'}}\n"), ["๐๒, 015"]),
        (scores("items: {O2: {score: 0, printed_code: ข้อ O๒}}\n"), []),
        (point("item: O2, printed_title: ตัวชี้วัดที่ ๙.๑ ข้อ ๐๒ ข้อมูลผู้บริหาร"), ["๐๒"]),
        (point("item: O2, printed_title: ข้อ ๐๒๕๖๔"), []),
        (point("item: O2, printed_title: แสดงสถิติเป็น “๐”"), []),
    ],
)
def test_a_code_with_a_zero_is_said_once_for_a_file(tmp_path, files, codes):
    """Codes are quoted as they are printed."""
    assert [one.values["found"] for one in found(tmp_path, files, "item-code-form")] == codes


@given(st.text(alphabet="กขเแาำิ้ ab", min_size=LONGEST_QUOTE - 5, max_size=LONGEST_QUOTE + 20))
def test_a_shortened_text_begins_as_the_whole(text):
    """A cut text is marked, and nothing is ever longer than the whole may be."""
    short = shortened(text)
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))
    assert len(short) <= LONGEST_QUOTE + 1


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("ก" * LONGEST_QUOTE, "ก" * LONGEST_QUOTE),
        (f"{'ก' * 50} {'ข' * 50}", f"{'ก' * 50}…"),
        (f"{'ก' * 10} {'ข' * 90}", f"{'ก' * 10} {'ข' * 59}…"),
        (f"{'ก' * 69}ทิ", f"{'ก' * 69}…"),
        (f"{'ก' * 69}เขต", f"{'ก' * 69}…"),
    ],
)
def test_a_long_text_is_cut_where_no_letter_loses_its_vowel(text, short):
    """It is cut at a space where one is near the end."""
    assert shortened(text) == short


@pytest.mark.parametrize(
    ("parts", "row"),
    [(["ก"], "ก"), (["ก", "ข"], "กและข"), (["O8", "O15", "O43"], "O8, O15 และ O43")],
)
def test_names_are_joined_as_thai_joins_them(parts, row):
    """Codes and numbers are apart from the word between them."""
    assert listed(parts) == row
