"""Rules on years, each on years that follow each other and on years that do not."""

import pytest

from unit.makers import check_files

MEASURES = "data/2565/measures.yml"
FOLLOW_UP = "data/2565/follow-up.yml"


def found(root, files, code):
    """The problems of one code."""
    return [one for one in check_files(root, files) if one.code == code]


def measures(keys="", head="from_fiscal_year: 2564\n"):
    """A measures file of 2565 with one measure and further keys of it."""
    return {MEASURES: f"fiscal_year: 2565\n{head}measures:\n  - {{id: m01, number: 1, title: มาตรการ, {keys}}}\n"}


def follow_up(keys="", head=""):
    """A follow-up file of 2565 with one report of m01."""
    return {FOLLOW_UP: f"fiscal_year: 2565\n{head}reports:\n  - {{measure: m01, {keys}}}\n"}


def scores(year, text=""):
    """The scores file of a year."""
    return {f"data/{year}/scores.yml": f"fiscal_year: {year}\n{text}"}


@pytest.mark.parametrize(
    ("stated", "codes"),
    [
        ("2564", []),
        ("2565", ["fy-chain-broken"]),
        ("2563", ["fy-chain-broken"]),
        ("เอกสารไม่ได้ระบุ", ["fy-chain-missing"]),
        ("", []),
        ("{printed: ปีก่อน}", []),
    ],
)
def test_measures_answer_the_year_before(tmp_path, stated, codes):
    """Another year is quoted with the one expected; a year that is only not entered is left alone."""
    problems = check_files(tmp_path, measures(head=f"from_fiscal_year: {stated}\n"))
    chain = [one for one in problems if one.code.startswith("fy-chain")]
    assert [one.code for one in chain] == codes
    assert [one.values["expected"] for one in chain] == ["2564"] * len(codes)


def test_a_file_without_measures_has_no_chain(tmp_path):
    """Nothing is said of a file that has no measure yet."""
    files = {MEASURES: "fiscal_year: 2565\nfrom_fiscal_year: 2565\n"}
    assert found(tmp_path, files, "fy-chain-broken") == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("นำคะแนนในปีงบประมาณ พ.ศ.๒๕๖๓ มาวิเคราะห์เพื่อกำหนดมาตรการประจำปีงบประมาณ พ.ศ. ๒๕๖๔", ("2563", "2564")),
        ("วิเคราะห์ผลประจำปีงบประมาณ พ.ศ. ๒๕๖๔ และกำหนดมาตรการในปีงบประมาณ พ.ศ. ๒๕๖๕", None),
        ("ในปีงบประมาณ 2562 กำหนดมาตรการของปีงบประมาณ 2563", None),
        ("กำหนดมาตรการของปีงบประมาณ พ.ศ. ๒๕๖๔", None),
    ],
)
def test_a_text_names_the_years_of_the_measures(tmp_path, text, years):
    """Measures of other years that the site holds, and texts that name one year only, are left alone."""
    other = "fiscal_year: 2563\nfrom_fiscal_year: 2562\nmeasures: [{id: m01, title: มาตรการ}]\n"
    files = {
        **measures(head="from_fiscal_year: 2564\nsource: paper\n"),
        "data/2563/measures.yml": other,
        "data/2564/analysis.yml": f"fiscal_year: 2564\nsource: paper\nfindings: ['{text}']\n",
    }
    problems = found(tmp_path, files, "fy-chain-in-text")
    assert [(one.values["found"], one.values["found_for"]) for one in problems] == ([years] if years else [])
    assert [one.year for one in problems] == [2564] * len(problems)


def test_paragraphs_and_the_own_introduction_are_read_too(tmp_path):
    """Whatever the document says of the years is checked against its measures."""
    text = "ผลปีงบประมาณ ๒๕๖๖ กำหนดมาตรการปีงบประมาณ ๒๕๖๗"
    section = f"sections: [{{id: a, title: ก, paragraphs: [{text}]}}]\n"
    files = {
        **measures(head=f"from_fiscal_year: 2564\nsource: paper\nintroduction: [{text}]\n"),
        "data/2564/analysis.yml": f"fiscal_year: 2564\nsource: paper\n{section}",
    }
    assert [one.year for one in found(tmp_path, files, "fy-chain-in-text")] == [2565, 2564]


def test_the_text_of_another_document_is_not_checked_against_the_measures(tmp_path):
    """Without the same source the analysis may speak of other measures."""
    text = "ผลปีงบประมาณ ๒๕๖๓ กำหนดมาตรการปีงบประมาณ ๒๕๖๔"
    files = {**measures(), "data/2564/analysis.yml": f"fiscal_year: 2564\nsource: paper\nfindings: [{text}]\n"}
    assert found(tmp_path, files, "fy-chain-in-text") == []


@pytest.mark.parametrize(
    ("period", "lies"),
    [
        ("ต.ค. 64 - ก.ย. 65", None),
        ("เดือน ก.พ. - มี.ค. ๖๕", None),
        ("ปีงบประมาณ พ.ศ. 2565", None),
        ("ไตรมาส ๑", None),
        ("ทุกไตรมาส", None),
        ("ภายใน 30 กันยายน 2565", None),
        ("ภายใน 1 ตุลาคม 2565", "2566"),
        ("ตุลาคม ๒๕๖๕", "2566"),
        ("กันยายน 2564", "2564"),
        ("ปีงบประมาณ พ.ศ. 2566", "2566"),
        ("ก.ย. 64 - ต.ค. 65", "2564, 2565 และ 2566"),
        ("ม.ค. - มี.ค.", None),
        ("ทุกเดือน ตลอดปีงบประมาณ 2565", None),
        ("ทุกเดือน ตลอดปีงบประมาณ 2566", "2566"),
        ("ปี 2565 (ม.ค. - ก.ย. 2565)", None),
        ("ไตรมาส 1/2566", "2566"),
        ("ม.ค. 65 เป็นต้นไป", None),
        ("ม.ค. 66 เป็นต้นไป", "2566"),
        ("ก.ย. 65 และ ต.ค. 65", "2565 และ 2566"),
        ("ปีละ 2 ครั้ง", None),
    ],
)
def test_a_period_is_in_its_fiscal_year(tmp_path, period, lies):
    """The fiscal years that a period touches are named, for measures and for reports."""
    both = {**measures(f"period: {period}"), **follow_up(f"period: {period}")}
    problems = found(tmp_path, both, "period-outside-year")
    assert [one.where.file for one in problems] == ([MEASURES, FOLLOW_UP] if lies else [])
    assert {one.values["lies"] for one in problems} == ({lies} if lies else set())


def test_a_measure_over_several_years_may_last_as_long(tmp_path):
    """The years of its cycle are the measure's own, and its report's."""
    files = {
        **measures("period: ต.ค. 64 - ก.ย. 66, cycle_years: [2565, 2566]"),
        **follow_up("period: ตุลาคม 2565"),
    }
    assert found(tmp_path, files, "period-outside-year") == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("รายงานความก้าวหน้าและสรุปผล ณ วันที่ ๓๑ มีนาคม ๒๕๖๖", ["31 มีนาคม 2566"]),
        ("รายงานภายใน 5 ม.ค. 2566 และภายใน 5 ม.ค. 2565", ["5 มกราคม 2566"]),
        ("รายงานผลภายใน 31 ธันวาคม 2565", []),
        ("รายงานความก้าวหน้า ณ วันที่ ๓๑ มีนาคม ๒๕๖๕", []),
        ("เทียบกับข้อมูล ณ วันที่ 30 กันยายน 2564", []),
        ("รายงานภายในวันที่ 30 กันยายน 2564", ["30 กันยายน 2564"]),
        ("ตามคำสั่งลงวันที่ 1 มกราคม 2560", []),
        ("รายงานภายในวันที่ 31 กุมภาพันธ์ 2566", []),
        ("ทุกวันจันทร์", []),
    ],
)
@pytest.mark.parametrize("field", ["monitoring", "reporting"])
def test_a_deadline_is_in_the_year_or_soon_after(tmp_path, field, text, days):
    """Results may be reported in the quarter after the year, and older states may be compared with."""
    files = measures(f"{field}: [{{text: ติดตาม, points: ['{text}']}}]")
    assert [one.values["found"] for one in found(tmp_path, files, "deadline-outside-year")] == days


@pytest.mark.parametrize(
    ("head", "keys", "count"),
    [
        ("as_of: 30 กันยายน 2565\n", "reported_on: 12 ตุลาคม 2565", 0),
        ("as_of: 1 ตุลาคม 2564\n", "", 0),
        ("as_of: 30 กันยายน 2564\n", "reported_on: 7 เมษายน 2564", 2),
        ("as_of: เอกสารไม่ได้ระบุ\n", "reported_on: ช่องว่าง", 0),
    ],
)
def test_a_report_is_no_older_than_its_year(tmp_path, head, keys, count):
    """A report may come after the year, never before."""
    problems = found(tmp_path, {**measures(), **follow_up(keys, head)}, "report-before-year")
    assert len(problems) == count
    assert {one.values["begins"] for one in problems} <= {"2564"}


@pytest.mark.parametrize(
    ("basis", "count"),
    [
        ("{item: O18, quote: ระบบ e-service ของหน่วยงาน (อ้างอิงจาก O18)}", 1),
        ("{item: ๐๑๘, wording: E-Service}", 1),
        ("{item: O17, quote: ระบบ E-Service}", 0),
        ("{item: O18, quote: แผนการใช้จ่ายงบประมาณ}", 0),
        ("{item: O18}", 0),
    ],
)
def test_an_item_is_cited_by_its_number_of_the_answered_year(tmp_path, basis, count):
    """E-Service is O17 in 2564 and O18 in 2566."""
    files = {**measures(f"basis: [{basis}]"), **scores(2564), **scores(2566)}
    problems = found(tmp_path, files, "item-of-other-year")
    assert [(one.values["here"], one.values["other_edition"]) for one in problems] == [("O17", "2566")] * count


def test_only_years_of_the_site_tell_what_a_number_meant(tmp_path):
    """Without 2566 in the site nobody knows that O18 was E-Service there."""
    files = {**measures("basis: [{item: O18, quote: E-Service}]"), **scores(2564)}
    assert found(tmp_path, files, "item-of-other-year") == []


def register(items, year=2565):
    """A register of answers."""
    return {f"data/{year}/oit.yml": f"fiscal_year: {year}\nitems:\n{items}"}


@pytest.mark.parametrize(
    ("item", "stated", "expected"),
    [
        ("O18", "2565", None),
        ("O18", "2564", "2565"),
        ("O18", "เอกสารไม่ได้ระบุ", None),
        ("O20", "2565", None),
        ("O1", "2560", None),
    ],
)
def test_an_answer_shows_data_of_the_year_that_is_asked_for(tmp_path, item, stated, expected):
    """Only where a published document verifies the year; O20's is known from one agency's practice."""
    files = register(f"  {item}: {{answer: has, fiscal_year: {stated}}}\n")
    problems = found(tmp_path, files, "answer-of-other-year")
    assert [one.values["expected"] for one in problems] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("items", "count"),
    [
        ("  O43: {answer: has}\n", 1),
        ("  O42: {answer: has_not}\n  O43: {answer: has}\n", 1),
        ("  O42: {answer: has}\n  O43: {answer: has}\n", 0),
        ("  O42: {answer: has_not}\n  O43: {answer: has_not}\n", 0),
        ("  O42: {answer: has}\n", 0),
    ],
)
def test_results_are_answered_together_with_the_measures(tmp_path, items, count):
    """The item of the results continues from the item of the measures."""
    assert len(found(tmp_path, register(items), "follow-up-item-alone")) == count


def test_a_year_without_a_known_pair_of_items_is_not_judged(tmp_path):
    """It is not verified which items of 2567 show measures and results."""
    assert found(tmp_path, register("  O35: {answer: has}\n", 2567), "follow-up-item-alone") == []
