"""Rules on the chain from weakness to measure to report, each on a whole chain and on one that is broken."""

import pytest

from unit.makers import check_files

MEASURES = "data/2565/measures.yml"
FOLLOW_UP = "data/2565/follow-up.yml"
RULES = {"weakness-without-measure", "item-without-measure"}


def found(root, files, *codes):
    """The problems of some codes."""
    return [one for one in check_files(root, files) if one.code in codes]


def measures(*bases, year=2565, head=""):
    """A measures file with one measure for each basis."""
    rows = "".join(
        f"  - {{id: m{n:02}, number: {n}, title: เรื่องที่ {n}, {keys}}}\n" for n, keys in enumerate(bases, start=1)
    )
    return {f"data/{year}/measures.yml": f"fiscal_year: {year}\nfrom_fiscal_year: {year - 1}\n{head}measures:\n{rows}"}


def weak(indicators="", items="", year=2564):
    """An analysis with one list of weaknesses."""
    text = f"fiscal_year: {year}\nweaknesses: [{{text: จุดอ่อน, indicators: [{indicators}], items: [{items}]}}]\n"
    return {f"data/{year}/analysis.yml": text}


def follow_up(*reports, head=""):
    """A follow-up file of 2565."""
    rows = "".join(f"  - {{{one}}}\n" for one in reports)
    return {FOLLOW_UP: f"fiscal_year: 2565\n{head}reports:\n{rows}"}


@pytest.mark.parametrize(
    ("bases", "names"),
    [
        (["basis: [{indicator: 9}]"], "ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร"),
        (["basis: [{indicator: 7}, {indicator: 9}]"], None),
        (["basis: [{indicator: 7}]"], "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล"),
        (["basis: [{indicator: 7}]", "basis: [{item: O8}]"], None),
        (["basis: [{indicator: 7}, {subindicator: 9.1}]"], None),
        (["basis: [{indicator: 7}, {item: O42}]"], "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล"),
        (["basis: [{instrument: EIT}]"], "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล"),
        (["basis: [{instrument: EIT}]", "basis: [{instrument: OIT}]"], None),
        (["basis: [{indicator: 9}, {instrument: EIT, question: e4}]"], None),
        (["basis: [{indicator: 9}, {question: e4}]"], None),
        (["basis: [{indicator: 9}, {question: {printed: '๑๕'}}]"], None),
        (["basis: [{indicator: 9}, {indicator: 8, question: e4}]"], "ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร"),
        (["basis: [{indicator: 9}, {instrument: IIT, question: i4}]"], "ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร"),
        (["basis: [{instrument: XIT}]"], None),
        (["basis: [{item: O99}]"], None),
    ],
)
def test_every_weakness_is_answered(tmp_path, bases, names):
    """An item or a sub-indicator answers its indicator, a tool named alone all its own; a question may answer any."""
    problems = found(tmp_path, {**weak("7, 9, 7"), **measures(*bases)}, "weakness-without-measure")
    assert [one.values["names"] for one in problems] == ([names] if names else [])


def test_an_item_whose_indicator_is_not_known_leaves_the_items_indicators_unjudged(tmp_path):
    """In 2567 it is not verified under which indicator an item is."""
    files = {**weak("9, 1", year=2567), **measures("basis: [{item: O13}]", year=2568)}
    [problem] = found(tmp_path, files, "weakness-without-measure")
    assert problem.values["names"] == "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่"


@pytest.mark.parametrize(
    ("basis", "names"),
    [
        ("item: O8", "ข้อ O2 ข้อมูลผู้บริหาร"),
        ("item: O2", "ข้อ O8 Q&A"),
        ("indicator: 9", "ข้อ O2 ข้อมูลผู้บริหารและข้อ O8 Q&A"),
        ("subindicator: 9.1", None),
    ],
)
def test_every_item_without_score_is_answered(tmp_path, basis, names):
    """A sub-indicator answers its items, a whole indicator is none of its items' own."""
    files = {
        **measures(f"basis: [{{{basis}}}]"),
        **weak(items="O8"),
        "data/2564/scores.yml": "fiscal_year: 2564\nitems: {O2: {score: 0}, O3: {score: 100}}\n",
    }
    problems = found(tmp_path, files, "item-without-measure")
    assert [one.values["names"] for one in problems] == ([names] if names else [])


@pytest.mark.parametrize("head", ["from_fiscal_year: 2560\n", "from_fiscal_year: เอกสารไม่ได้ระบุ\n"])
def test_measures_of_an_unknown_result_are_not_judged(tmp_path, head):
    """Nothing can be missed where the year of the result is not in the site."""
    text = f"fiscal_year: 2565\n{head}measures: [{{id: m01, title: เรื่อง}}]\n"
    assert found(tmp_path, {**weak("7", "O8"), MEASURES: text}, *RULES) == []


def test_a_file_without_measures_misses_nothing(tmp_path):
    """Measures that are not entered yet are not called missing."""
    files = {**weak("7", "O8"), MEASURES: "fiscal_year: 2565\nfrom_fiscal_year: 2564\nmeasures: []\n"}
    assert found(tmp_path, files, *RULES) == []


WHOLE = "responsible: {lead: [finance]}, steps: [ทำ], period: ทุกไตรมาส, monitoring: [ติดตาม]"


@pytest.mark.parametrize(
    ("change", "lacking"),
    [
        (("", ""), None),
        (("{lead: [finance]}", "ช่องว่าง"), "ผู้รับผิดชอบ"),
        (("steps: [ทำ]", "steps: ไม่มี"), "ขั้นตอนหรือวิธีดำเนินการ"),
        (("period: ทุกไตรมาส", 'period: "-"'), "ระยะเวลาดำเนินการ"),
        (("period: ทุกไตรมาส", "period: {printed: ตุ ล า ค ม}"), None),
        (("period: ทุกไตรมาส", "period: รวมกับช่องบน"), None),
        (("period: ทุกไตรมาส", "period: "), None),
        (("[ติดตาม]", "เอกสารไม่ได้ระบุ"), "การกำกับติดตาม"),
        (("[ติดตาม]", "เอกสารไม่ได้ระบุ, action_and_report: [รายงานทุกเดือน]"), None),
        (("[ติดตาม]", "เอกสารไม่ได้ระบุ, action_and_report: []"), "การกำกับติดตาม"),
        (("[ติดตาม]", "[], action_and_report: ช่องว่าง"), "การกำกับติดตาม"),
        (("steps: [ทำ], period: ทุกไตรมาส", "steps: ช่องว่าง, period: ช่องว่าง"), "ขั้นตอนหรือวิธีดำเนินการและระยะเวลาดำเนินการ"),
    ],
)
def test_a_measure_says_who_how_when_and_how_it_is_monitored(tmp_path, change, lacking):
    """Merged and odd cells are filled; what is only not entered is left alone."""
    files = measures(WHOLE, WHOLE.replace(*change) if change[0] else WHOLE)
    problems = found(tmp_path, files, "measure-incomplete", "measures-lack-column")
    assert [(one.code, one.values["lacking"]) for one in problems] == (
        [("measure-incomplete", lacking)] if lacking else []
    )
    assert [one.values["what"] for one in problems] == ["มาตรการที่ 2 “เรื่องที่ 2”"] * len(problems)


def test_what_no_measure_has_is_said_once_for_the_file(tmp_path):
    """A table without a column is no fault of each of its rows."""
    without = WHOLE.replace("[ติดตาม]", "เอกสารไม่ได้ระบุ")
    files = measures(without, without, without.replace("[ทำ]", "ช่องว่าง"))
    problems = found(tmp_path, files, "measure-incomplete", "measures-lack-column")
    assert [(one.code, one.values["lacking"]) for one in problems] == [
        ("measures-lack-column", "การกำกับติดตาม"),
        ("measure-incomplete", "ขั้นตอนหรือวิธีดำเนินการ"),
    ]
    assert problems[0].values["count"] == "3"


def test_reports_without_a_measure_are_counted_once(tmp_path):
    """The numbers are the document's, or counted where it has none."""
    files = {**measures(WHOLE), **follow_up("measure: m01", "number: ๗, title: เรื่องหนึ่ง", "title: เรื่องสอง")}
    [problem] = found(tmp_path, files, "report-without-measure")
    assert (problem.values["count"], problem.values["total"], problem.values["numbers"]) == ("2", "3", "7, 3")


def test_a_report_without_measure_and_title_is_reported_once(tmp_path):
    """Another rule stops the build for it."""
    assert found(tmp_path, {**measures(WHOLE), **follow_up("status: done")}, "report-without-measure") == []


@pytest.mark.parametrize(
    ("as_of", "reports", "names"),
    [
        ("30 กันยายน 2565", ["measure: m01"], "มาตรการที่ 2 “เรื่องที่ 2”"),
        ("1 พฤศจิกายน 2565", ["measure: m02"], "มาตรการที่ 1 “เรื่องที่ 1”"),
        ("30 กันยายน 2565", ["measure: m01", "measure: m02", "measure: m01, round: 12"], None),
        ("29 กันยายน 2565", ["measure: m01"], None),
        ("เอกสารไม่ได้ระบุ", ["measure: m01"], None),
        ("30 กันยายน 2565", ["measure: m01", "title: เรื่องอื่น"], None),
        ("30 กันยายน 2565", ["measure: m01", "measure: m09"], None),
    ],
)
def test_every_measure_has_a_report_when_its_year_is_over(tmp_path, as_of, reports, names):
    """The follow-up's own date says whether the year is over; an unknown report may be the missing one."""
    files = {**measures(WHOLE, WHOLE), **follow_up(*reports, head=f"as_of: {as_of}\n")}
    problems = found(tmp_path, files, "measure-without-report")
    assert [one.values["names"] for one in problems] == ([names] if names else [])


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("status: done, summary: [ควรมีการเปิดโอกาสให้บุคคลภายนอกมีส่วนร่วม]", "ควรมีการเปิดโอกาสให้บุคคลภายนอกมีส่วนร่วม"),
        ("status: done, outcome: [๑. หน่วยงานควรจัดประชุม]", "๑. หน่วยงานควรจัดประชุม"),
        ("status: done, summary: [เผยแพร่แล้ว, ให้มีการปรับปรุงคู่มือ]", "ให้มีการปรับปรุงคู่มือ"),
        ("status: done, summary: [ปรับปรุงแล้วตามที่ควรทำ]", None),
        ("status: done, summary: [ให้บริการแล้ว 20 ราย]", None),
        ("status: in_progress, summary: [ควรดำเนินการต่อ]", None),
        ("summary: [ควรดำเนินการต่อ]", None),
        ("status: done, summary: เอกสารไม่ได้ระบุ", None),
    ],
)
def test_what_is_done_is_not_worded_as_advice(tmp_path, keys, text):
    """Only how a point begins is read, and only of reports that say done."""
    files = {**measures(WHOLE), **follow_up(f"measure: m01, {keys}")}
    problems = found(tmp_path, files, "result-is-advice")
    assert [one.values["found"] for one in problems] == ([text] if text else [])
