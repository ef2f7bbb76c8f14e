"""The required elements that the pages of measures and follow-up show, and their years."""

import pytest

from prongsai.analysis import own_answers
from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from unit.makers import SITE, shipped_edition, write_files

ANALYSIS = "weaknesses: [{text: จุดอ่อน, indicators: [1]}]\ndevelopment_points: [{indicator: 1, improve: ปรับปรุง}]\n"


def element(root, key, code="O42", year=2565, **files):
    """The element that the own page of an item shows; files by year and kind, as y2565_measures."""
    texts = dict(SITE)
    for name, text in files.items():
        number, kind = name[1:].split("_", 1)
        texts[f"data/{number}/{kind.replace('_', '-')}.yml"] = f"fiscal_year: {number}\n{text}"
    results = analyse_site(load_site(write_files(root, texts)).site)
    return own_answers.own_element(results, results.years[year].year, code, key)


def measures(*keys, head="from_fiscal_year: 2564\n"):
    """Measures with further keys each."""
    return f"{head}measures:\n" + "".join(f"  - {{id: m{n}, title: ก{more}}}\n" for n, more in enumerate(keys))


def reports(*keys, head=""):
    """Reports with their keys."""
    return f"{head}reports:\n" + "".join(f"  - {{title: ก{more}}}\n" for more in keys)


@pytest.mark.parametrize(
    ("key", "state", "href"),
    [
        ("analysis-of-last-year", "there", "/2565/measures/#analysis"),
        ("urgent-defects", "there", "/2565/measures/#urgent"),
        ("points-to-improve", "there", "/2565/measures/#improve"),
        ("consistent-measures", "missing", ""),
        ("no-such-element", "unknown", ""),
    ],
)
def test_the_analysis_is_shown_above_the_measures(tmp_path, key, state, href):
    """Each part of the analysis of the year before has its own place on the page of measures."""
    shown = element(tmp_path, key, y2565_measures=measures(""), y2564_analysis=ANALYSIS)
    assert (shown.state, shown.href) == (state, href)


@pytest.mark.parametrize("key", ["analysis-of-last-year", "urgent-defects", "points-to-improve"])
def test_scores_alone_are_no_analysis(tmp_path, key):
    """Nor are measures that do not say which result they answer."""
    shown = element(tmp_path / "a", key, y2565_measures=measures(""), y2564_scores="total: 80.00\n")
    assert shown.state == "missing"
    assert element(tmp_path / "b", key, y2565_measures=measures("", head="")).state == "missing"


def test_measures_that_answer_another_year_are_not_judged_here(tmp_path):
    """The rule on the chain of years speaks of them."""
    text = measures("", head="from_fiscal_year: 2563\n")
    assert element(tmp_path, "analysis-of-last-year", y2565_measures=text).state == "unknown"


def test_findings_in_the_table_of_measures_are_an_analysis(tmp_path):
    """Nobody can know which of them are urgent and which are to be improved where they are listed there."""
    text = measures(", basis: [{indicator: 1, findings: [ตอบช้า]}]")
    assert element(tmp_path, "analysis-of-last-year", y2565_measures=text).href == "/2565/measures/#measures"
    assert element(tmp_path, "urgent-defects", y2565_measures=text).state == "unknown"
    assert element(tmp_path, "points-to-improve", y2565_measures=text).state == "unknown"


def test_recommendations_are_points_to_improve(tmp_path):
    """They are on the page of the analysis."""
    shown = element(
        tmp_path, "points-to-improve", y2565_measures=measures(""), y2564_analysis="recommendations: [ปรับปรุง]\n"
    )
    assert (shown.state, shown.href) == ("there", "/2564/analysis/#recommendations")


def test_points_printed_in_the_place_of_a_name_are_points_to_improve(tmp_path):
    """They come before recommendations, which may be on something else."""
    shown = element(
        tmp_path,
        "points-to-improve",
        y2565_measures=measures("", head="from_fiscal_year: 2564\ntitle_is: problem\n"),
        y2564_analysis="recommendations: [รักษามาตรฐานไว้]\n",
    )
    assert (shown.state, shown.href) == ("there", "/2565/measures/#measures")


@pytest.mark.parametrize(
    ("key", "keys", "count"),
    [
        ("steps", [", steps: [ทำ]", ", steps: รวมกับช่องบน", ", steps: ช่องว่าง", ", steps: []"], 2),
        ("responsible", [", responsible: {printed: ทุกกอง}", ""], 1),
        ("consistent-measures", [", basis: [{indicator: 1}]", ""], 1),
        ("monitoring", [", monitoring: [ประชุม]", ", reporting: [รายงาน]"], 1),
        ("monitoring", [", action_and_report: [รายงานทุกเดือน]"], 1),
        (
            "monitoring",
            [
                ", action_and_report: [แต่ละกองติดตามขั้นตอนการบริการ]",
                ", action_and_report: [ประชาสัมพันธ์คู่มือ]",
                ", action_and_report: รวมกับช่องบน",
                ", action_and_report: ช่องว่าง",
            ],
            2,
        ),
        (
            "monitoring",
            [
                ", steps: [ทำ, กำกับติดตามให้นำไปปฏิบัติ]",
                ", steps: [ตรวจสอบครุภัณฑ์เป็นระยะ]",
                ", steps: [ให้ประชาชนติดตามข่าว]",
            ],
            2,
        ),
        (
            "reporting",
            [
                ", action_and_report: [ให้แต่ละกองรายงานการปฏิบัติทุกรอบ 3 เดือน]",
                ", action_and_report: [{text: ทำ, points: [รายงานผลการประชาสัมพันธ์]}]",
                ", action_and_report: [ประชาสัมพันธ์คู่มือ]",
            ],
            2,
        ),
        (
            "reporting",
            [", reporting: [สรุป]", ", monitoring: [{text: ติดตาม, points: [รายงานผล]}]", ", monitoring: [ก]"],
            2,
        ),
        (
            "reporting",
            [
                ", monitoring: [รายงานผลการจัดกิจกรรม/โครงการ]",
                ", monitoring: [รายงานผลการจัดซื้อจัดจ้าง]",
                ", monitoring: [รายงานการจัดเก็บ]",
            ],
            1,
        ),
        ("reporting", [", reporting: เอกสารไม่ได้ระบุ"], 0),
    ],
)
def test_an_element_holds_for_the_measures_that_say_it(tmp_path, key, keys, count):
    """A merged cell says what the one above says; blank and unstated ones say nothing."""
    shown = element(tmp_path, key, y2565_measures=measures(*keys))
    found = (shown.state, shown.count, shown.total)
    assert found == ("there" if count else "missing", count, len(keys))


@pytest.mark.parametrize(
    ("key", "keys", "state"),
    [
        ("progress-or-results", [", status: done"], "there"),
        ("progress-or-results", [", evidence: [ภาพ]"], "missing"),
        ("continues-from-measures", ["", ", measure: m0"], "there"),
        ("continues-from-measures", [""], "missing"),
        ("concrete", [", result_link: 'https://www.example.go.th/a'"], "there"),
        ("concrete", [", status: done"], "missing"),
    ],
)
def test_the_report_shows_what_was_done(tmp_path, key, keys, state):
    """Progress, the measure that it continues from, and something concrete."""
    files = {"y2565_measures": measures(""), "y2565_follow_up": reports(*keys)}
    assert element(tmp_path, key, "O43", **files).state == state


@pytest.mark.parametrize(
    ("head", "keys", "state"),
    [
        ("", [""], "unknown"),
        ("", [", period: ไตรมาส 1"], "unknown"),
        ("as_of: 30 กันยายน 2565\n", [""], "there"),
        ("as_of: 1 ตุลาคม 2564\n", [""], "there"),
        ("as_of: 30 กันยายน 2564\n", [""], "missing"),
        ("", [", reported_on: 5 พฤศจิกายน 2565"], "there"),
        ("", [", period: ต.ค. 64 - ก.ย. 65", ", period: ต.ค. 65"], "there"),
        ("as_of: 30 กันยายน 2565\n", [", period: ต.ค. 62 - ก.ย. 63"], "missing"),
        ("", [", period: ต.ค. 63 - ก.ย. 66"], "there"),
    ],
)
def test_the_report_is_of_the_year(tmp_path, head, keys, state):
    """A period of a certain year decides, else the day of the report; without both nobody can tell."""
    assert element(tmp_path, "current-year", "O43", y2565_follow_up=reports(*keys, head=head)).state == state


def test_no_page_answers_without_content(tmp_path):
    """An empty file of measures is no page that shows an element."""
    assert element(tmp_path, "steps", y2565_measures="measures: []\n").state == "unknown"


def test_an_edition_may_ask_for_the_report_of_the_year_before(tmp_path):
    """O26 of 2569 is answered by the follow-up of 2568, and by nothing when only 2569 has one."""
    files = {
        name: {**SITE, f"data/{name}/follow-up.yml": f"fiscal_year: {name}\n{reports('')}"} for name in (2568, 2569)
    }
    for year, page in ((2568, "/2568/follow-up/"), (2569, "")):
        texts = {**files[year], "data/2569/memo.yml": "fiscal_year: 2569\n"}
        results = analyse_site(load_site(write_files(tmp_path / str(year), texts)).site)
        assert own_answers.own_page(results, results.years[2569].year, "O26") == page
    assert own_answers.own_year(results.years[2569].year, "O26") == 2568


@pytest.mark.parametrize(("code", "section"), [("O42", "measures"), ("O43", "follow-up")])
def test_every_element_of_the_edition_can_be_found(code, section):
    """No verified element of the two items is without a finder."""
    item = shipped_edition(2564).items[code]
    assert item.answered_by == section
    assert {(section, one.key) for one in item.elements} <= own_answers._ELEMENTS.keys()
