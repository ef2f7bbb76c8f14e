"""Rules on the chain from weakness to measure to report, each on a whole chain and on one that is broken."""

import pytest

from prongsai.wording import message_of
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
        (("[ติดตาม]", "เอกสารไม่ได้ระบุ, action_and_report: [เผยแพร่คู่มือ]"), None),
        (("[ทำ], period: ทุกไตรมาส, monitoring: [ติดตาม]", "[กำกับติดตาม], period: ทุกไตรมาส, monitoring: ช่องว่าง"), None),
        (("[ติดตาม]", "เอกสารไม่ได้ระบุ, action_and_report: []"), "การกำกับติดตาม"),
        (("[ติดตาม]", "[], action_and_report: ช่องว่าง"), "การกำกับติดตาม"),
        (("steps: [ทำ], period: ทุกไตรมาส", "steps: ช่องว่าง, period: ช่องว่าง"), "ขั้นตอนหรือวิธีดำเนินการและระยะเวลาดำเนินการ"),
    ],
)
def test_a_measure_says_who_how_when_and_how_it_is_monitored(tmp_path, change, lacking):
    """Merged and odd cells are filled; what is only not entered is left alone."""
    files = measures(WHOLE, WHOLE.replace(*change) if change[0] else WHOLE)
    problems = found(tmp_path, files, "measure-incomplete", "measures-lack-column")
    expected = [("measure-incomplete", lacking, f"มาตรการที่ 2 ({lacking})")] if lacking else []
    assert [(one.code, one.values["lacking"], one.values["measures"]) for one in problems] == expected


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


def test_measures_that_lack_the_same_are_named_together(tmp_path):
    """One problem for the file, with each measure and what it lacks; a measure without number is named by its title."""
    without = WHOLE.replace("[ติดตาม]", "ช่องว่าง")
    files = measures(WHOLE, without, WHOLE.replace("[ทำ]", "ช่องว่าง"), without)
    files[MEASURES] = files[MEASURES].replace("number: 3, ", "")
    [one] = found(tmp_path, files, "measure-incomplete", "measures-lack-column")
    assert one.values["measures"] == "มาตรการที่ 2 และ 4 (การกำกับติดตาม) และมาตรการ “เรื่องที่ 3” (ขั้นตอนหรือวิธีดำเนินการ)"


@pytest.mark.parametrize(
    ("bases", "measures_named"),
    [
        ([WHOLE, "code: x"], "มาตรการที่ 2 (ผู้รับผิดชอบ, ขั้นตอนหรือวิธีดำเนินการ, ระยะเวลาดำเนินการและการกำกับติดตาม)"),
        ([WHOLE, "steps: [ทำ], period: ทั้งปี, responsible: คลัง"], "มาตรการที่ 2 (การกำกับติดตาม)"),
        ([f"{WHOLE}, reporting: [เสนอนายก]", WHOLE], "มาตรการที่ 2 (การรายงานผล)"),
        ([f"{WHOLE}, reporting: [เสนอนายก]", WHOLE.replace("ติดตาม]", "รายงานทุกเดือน]")], None),
        (["code: x", "code: y"], None),
        ([WHOLE], None),
        (["steps: [ทำ]", "steps: รวมกับช่องบน"], None),
        (["steps: ช่องว่าง", "code: x"], None),
    ],
)
def test_what_one_measure_states_is_entered_for_the_others(tmp_path, bases, measures_named):
    """One problem names the measures and their fields; a part entered for none, or only as empty, is not missed."""
    problems = found(tmp_path, measures(*bases), "measure-not-filled")
    assert [one.values["measures"] for one in problems] == ([measures_named] if measures_named else [])


NOT_REPORTED = f"{WHOLE}, reporting: เอกสารไม่ได้ระบุ"


@pytest.mark.parametrize(
    ("year", "bases", "code"),
    [
        (2565, [NOT_REPORTED, NOT_REPORTED], "measures-lack-column"),
        (2565, [NOT_REPORTED, f"{WHOLE}, reporting: [สรุปผลเสนอนายก]"], "measure-incomplete"),
        (2565, [WHOLE, WHOLE], None),
        (2566, [NOT_REPORTED, NOT_REPORTED], None),
    ],
)
def test_a_way_to_report_is_asked_for_where_the_item_verifiably_demands_it(tmp_path, year, bases, code):
    """The rules of 2566 list no elements of the item, so nothing is said there; nor of what is only not entered."""
    problems = found(tmp_path, measures(*bases, year=year), "measures-lack-column", "measure-incomplete")
    assert [(one.code, one.values["lacking"]) for one in problems] == ([(code, "การรายงานผล")] if code else [])


def test_what_is_missing_from_the_answer_to_the_item_is_said_there_alone(tmp_path):
    """The register of a site answers the item by the page of measures, which shows no way to monitor or report."""
    base = NOT_REPORTED.replace("[ติดตาม]", "ช่องว่าง").replace("period: ทุกไตรมาส", "period: ช่องว่าง")
    register = {"data/2565/oit.yml": "fiscal_year: 2565\nitems: {O42: {answer: has}}\n"}
    problems = found(tmp_path, {**measures(base, base), **register}, "measures-lack-column", "oit-element-missing")
    said = {one.code: one.values for one in problems}
    assert said["measures-lack-column"]["lacking"] == "ระยะเวลาดำเนินการ"
    assert "“กำหนดวิธีรายงานผล”" in said["oit-element-missing"]["names"]


@pytest.mark.parametrize(
    ("monitoring", "is_lacking"),
    [
        ("ประชุมติดตามและรายงานผลการดำเนินการ", False),
        ("รายงานผล", False),
        ("รายงานความก้าวหน้า ณ วันที่ ๓๑ มีนาคม", False),
        ("รายงานการจัดซื้อต่อปลัดเทศบาล", False),
        ("รายงานผลการเบิกจ่ายทุกไตรมาส", False),
        ("รายงานการรับเรื่องจากประชาชน แบบรายเดือน", True),
        ("รายงานผลการจัดกิจกรรมที่ครอบคลุมทั้งตำบล", True),
        ("ช่องทางติดต่อมีรายงานการใช้งาน", True),
    ],
)
def test_a_report_that_is_looked_at_is_no_way_to_report(tmp_path, monitoring, is_lacking):
    """A paper on something else that is monitored says how the measure is reported only with to whom or when."""
    base = NOT_REPORTED.replace("[ติดตาม]", f"[{monitoring}]")
    problems = found(tmp_path, measures(base, base), "measures-lack-column")
    assert [one.values["lacking"] for one in problems] == (["การรายงานผล"] if is_lacking else [])


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


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ("เผยแพร่แล้ว, ควรปรับปรุงคู่มือ", "แต่ข้อความข้อที่ 2 จาก 2 ข้อยังเป็นข้อเสนอแนะ"),
        ("ควรเผยแพร่, ควรปรับปรุงคู่มือ", "แต่ข้อความยังเป็นข้อเสนอแนะ"),
        ("ควรเผยแพร่", "แต่ข้อความยังเป็นข้อเสนอแนะ"),
    ],
)
def test_the_one_point_that_is_advice_is_told_apart_from_those_that_report(tmp_path, points, said):
    """A report that says what was done in another point is not called advice as a whole (issue line 8)."""
    files = {**measures(WHOLE), **follow_up(f"measure: m01, status: done, summary: [{points}]")}
    [problem] = found(tmp_path, files, "result-is-advice")
    assert said in message_of(problem.code, problem.values)
