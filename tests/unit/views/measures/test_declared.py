"""Fields that few documents print follow their declaration to every place, and leave no trace where they are empty."""

import pytest
from ruamel.yaml import YAML

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.model.follow_up import Report
from prongsai.model.measures import Measure
from prongsai.model.record import words_of
from prongsai.problems import Problem
from prongsai.thai.numerals import to_arabic
from prongsai.views.measures.declared import seldom_fields
from prongsai.views.measures.document_table import document_table, unit_notes
from prongsai.views.measures.follow_up import FOLLOW_UP, follow_up_table
from prongsai.views.measures.report_parts import report_facts
from prongsai.views.measures.reported import reported_rows
from prongsai.views.measures.tables import MEASURES, measure_facts, rows_of
from prongsai.views.more_columns import MORE, more_cells
from prongsai.views.open_data.table import text_of
from prongsai.views.speech import Speech
from prongsai.views.table import place_rows
from prongsai.wording import Severity, severity_of
from unit.makers import SITE, write_files

SPEECH = Speech("thai")
IN_PARTS = {"risk": {"risk_level"}, "plan_years": {"plan_from", "plan_to"}}  # one column for each part
GROUPS = {
    "risk": "{level: สูง}",
    "plan_years": "{from: 2566, to: 2570}",
}  # of records, which have no example of their own


def made(tmp_path, *, measure=(), report=(), top="", columns=""):
    """The year of a site of two measures and two reports, with its site; lines are added to the first of each."""
    first, then = ("".join(f"    {line}\n" for line in lines) for lines in (measure, report))
    files = {
        "data/2568/measures.yml": f"fiscal_year: 2568\n{top}measures:\n"
        f"  - id: m01\n    number: 1\n    title: ก\n{first}  - {{id: m02, number: 2, title: ข}}\n",
        "data/2568/follow-up.yml": f"fiscal_year: 2568\n{columns}reports:\n"
        f"  - measure: m01\n    round: 12\n    status: done\n{then}  - {{measure: m02, round: 12, status: done}}\n",
    }
    loaded = load_site(write_files(tmp_path, {**SITE, **files}))
    assert errors(loaded.problems) == []
    return analyse_site(loaded.site).years[2568].year, loaded.site


def errors(problems: list[Problem]) -> list[str]:
    """The problems that stop a build."""
    return [one.code for one in problems if severity_of(one.code) is Severity.ERROR]


def filled(table, rows):
    """The columns of the open data that have a value in the first row."""
    speech = Speech("arabic")
    given = table.hand_out(place_rows({2568: rows}), speech)
    return {name for name, value in zip(given.names, given.rows[0], strict=True) if value}


def example(record, name):
    """The example that the declaration gives, as it is typed."""
    return GROUPS.get(name) or words_of(record.model_fields[name]).example


def heads(table):
    """The heads of a table of a page."""
    return [head.title for head in table.columns]


def test_every_field_of_a_measure_that_few_documents_print_is_shown_as_declared(tmp_path):
    """Each one alone is a fact of the page, a column of the document's table, and a column of the open data."""
    year, site = made(tmp_path)
    plain, bare = filled(MEASURES, rows_of(year, site)), heads(document_table(year, site, SPEECH))
    facts = [one.name for one in measure_facts(year.measure_facts[0], site, SPEECH)]
    for name in seldom_fields(Measure):
        title = words_of(Measure.model_fields[name]).title
        year, site = made(tmp_path, measure=[f"{name}: {example(Measure, name)}"])
        shown = [one.name for one in measure_facts(year.measure_facts[0], site, SPEECH)]
        assert sorted(shown) == sorted([*facts, title]), name
        assert filled(MEASURES, rows_of(year, site)) - plain == IN_PARTS.get(name, {name}), name
        table = document_table(year, site, SPEECH)
        assert [head for head in heads(table) if head not in bare] == [title], name
        assert [cell.parts for cell in table.rows[1]][heads(table).index(title)] == (), name


def test_every_field_of_a_report_that_few_documents_print_is_shown_as_declared(tmp_path):
    """Each one alone is a fact of the measure's page, a column of the table of reports, and one of the open data."""
    year, site = made(tmp_path)
    plain, bare = filled(FOLLOW_UP, reported_rows(year, site)), heads(follow_up_table(year, site, SPEECH))
    facts = [one.name for one in report_facts(year.reports[0], 2568, SPEECH)]
    for name in seldom_fields(Report):
        title = words_of(Report.model_fields[name]).title
        year, site = made(tmp_path, report=[f"{name}: {example(Report, name)}"])
        shown = [one.name for one in report_facts(year.reports[0], 2568, SPEECH)]
        assert sorted(shown) == sorted([*facts, title]), name
        assert filled(FOLLOW_UP, reported_rows(year, site)) - plain == {name}, name
        table = follow_up_table(year, site, SPEECH)
        assert [head for head in heads(table) if head not in bare] == [title], name
        assert [cell.parts for cell in table.rows[1]][heads(table).index(title)] == (), name


def test_many_of_them_are_in_one_cell_of_the_follow_up_table(tmp_path):
    """Under the document's own heads where it has them, in declared order, the document's own columns last."""
    report = ["progress: 80", "budget: 50,000", "spent: 32,000", "problems: [ก, ข]", "note: ค", "more: {วิทยากร: นิติกร}"]
    year, site = made(tmp_path, report=report, columns="columns: {spent: เบิกจ่าย}\n")
    table = follow_up_table(year, site, SPEECH)
    cell, empty = (row[heads(table).index("รายละเอียดตามรายงาน")] for row in table.rows)
    assert text_of(cell).splitlines() == [
        *("ความก้าวหน้า: ร้อยละ ๘๐", "งบประมาณ: ๕๐,๐๐๐ บาท", "เบิกจ่าย: ๓๒,๐๐๐ บาท"),
        *("ปัญหาและอุปสรรค:", "  ก", "  ข", "หมายเหตุ: ค", "วิทยากร: นิติกร"),
    ]
    assert empty.parts == ()


def test_the_columns_of_the_document_that_have_no_field(tmp_path):
    """Each is under its own head on the page and in the table, and a row of a table of the open data; none is lost."""
    measure, report = ['more: {ยุทธศาสตร์: ด้านที่ 5, ผู้กำกับ: "-"}'], ["more: {วิทยากร: นิติกร}"]
    year, site = made(tmp_path, measure=measure, report=report)
    shown = {one.name: text_of(one.parts) for one in measure_facts(year.measure_facts[0], site, SPEECH)}
    assert (shown["ยุทธศาสตร์"], shown["ผู้กำกับ"]) == ("ด้านที่ 5", "-")
    assert {"ยุทธศาสตร์", "ผู้กำกับ"} < set(heads(document_table(year, site, SPEECH)))
    assert "วิทยากร" in heads(follow_up_table(year, site, SPEECH))
    table = MORE.hand_out(place_rows({2568: more_cells(year, site, SPEECH)}), SPEECH)
    assert [row[2:] for row in table.rows] == [
        ("measure", "m01", "ยุทธศาสตร์", "ด้านที่ 5"),
        ("measure", "m01", "ผู้กำกับ", "-"),
        ("report", "m01", "วิทยากร", "นิติกร"),
    ]


def test_amounts_are_numbers_and_what_is_none_is_in_words(tmp_path):
    """The open data has the figure with the decimals of the document; that no budget is used is no figure."""
    given = {}
    for typed in ('"50,000.50 บาท"', "ไม่ใช้งบประมาณ", '"-"', "งบกลาง"):
        year, site = made(tmp_path, measure=[f"budget: {typed}"])
        table = MEASURES.hand_out(place_rows({2568: rows_of(year, site)}), Speech("arabic"))
        row = dict(zip(table.names, table.rows[0], strict=True))
        given[typed] = row["budget"], row["budget_note"]
    assert given == {
        '"50,000.50 บาท"': ("50000.50", None),
        "ไม่ใช้งบประมาณ": (None, "ไม่ใช้งบประมาณ"),
        '"-"': (None, "-"),
        "งบกลาง": (None, "งบกลาง"),
    }


def test_a_unit_that_the_document_defines_is_explained_once(tmp_path):
    """With the unit on the page of the measure and in the open data, below the tables of a year."""
    note = "ทุกกอง หมายถึง กองทั้งเจ็ด"
    year, site = made(tmp_path, measure=[f"responsible: {{printed: ทุกกอง, note: {note}}}"])
    [said] = [one for one in measure_facts(year.measure_facts[0], site, SPEECH) if one.name == "หน่วยงานผู้รับผิดชอบ"]
    assert text_of(said.parts) == f"ทุกกอง ({note})"
    assert unit_notes(year) == (note,)
    assert note not in str(document_table(year, site, SPEECH))


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("1", "มาตรการที่ ๑"),
        ("๑.๑", "มาตรการที่ ๑.๑"),
        ("(2)", "มาตรการที่ ๒"),
        ("ก.", "มาตรการที่ ก"),
        ('"1.10"', "มาตรการที่ ๑.๑๐"),
    ],
)
def test_a_measure_has_the_number_that_its_document_gives(tmp_path, number, name):
    """Whole numbers, parts of them and letters, without the marks around them and without a note."""
    root = write_files(
        tmp_path,
        {
            **SITE,
            "data/2568/measures.yml": f"fiscal_year: 2568\nmeasures:\n  - {{id: m01, number: {number}, title: ก}}\n",
        },
    )
    site = load_site(root).site
    [row] = rows_of(site.years[0], site)
    assert text_of(MEASURES.show(("t", ""), {"short_name": None}, [row], SPEECH).rows[0][0]) == name


def test_a_plan_over_several_years_is_said_of_each_of_its_measures(tmp_path):
    """That of the file holds for every measure but those in a plan of their own."""
    year, site = made(
        tmp_path, top="plan_years: {from: 2566, to: 2570}\n", measure=["plan_years: {from: 2568, to: 2569}"]
    )
    said = [{f.name: text_of(f.parts) for f in measure_facts(one, site, SPEECH)} for one in year.measure_facts]
    assert [facts["แผนปี"] for facts in said] == ["พ.ศ. ๒๕๖๘ ถึง ๒๕๖๙", "พ.ศ. ๒๕๖๖ ถึง ๒๕๗๐"]


REPORT_FORM = """\
period: ม.ค. 2568 - มี.ค. 2568
budget: 30,000.00
spent: ๑๘,๕๐๐
remaining: 11,500 บาท
progress: ร้อยละ 62.50
target_group: นักศึกษาใหม่
persons: 120 คน
place: หอประชุมใหญ่
problems: [ฝนตกหนักในวันจัดงาน, รถรับส่งไม่พอ]
solutions: ย้ายเข้าในอาคาร
suggestions: จัดในฤดูหนาว
evidence: ภาพถ่ายสี่ภาพ
more: {ผู้รับผิดชอบโครงการ: งานแนะแนว, รหัสกิจกรรมหลัก: "2.4"}"""
RISK_PLAN = """\
code: RSK-03/2570
period: ไตรมาส 2
steps: [กำหนดเกณฑ์กลาง, สุ่มตรวจทุกเดือน]
budget: ไม่ใช้งบประมาณ
target: [ข้อร้องเรียนลดลงครึ่งหนึ่ง, ไม่เกินห้าเรื่อง]
risk: {event: การเรียกรับสินบน, likelihood: 3, impact: ร้ายแรง, score: 3 x 5, level: สูงมาก}
more: {มาตรการเดิม: ประชุมชี้แจง, ความเสี่ยงที่เหลือ: ปานกลาง}"""


def leaves(value):
    """Every scalar in a piece of YAML."""
    if isinstance(value, dict | list):
        return [leaf for one in (value.values() if isinstance(value, dict) else value) for leaf in leaves(one)]
    return [str(value)]


def test_no_cell_of_two_real_forms_is_lost(tmp_path):
    """A report of a project and a row of a risk plan: each is on the page and in the open data."""
    report, plan = REPORT_FORM.splitlines(), RISK_PLAN.splitlines()
    year, site = made(tmp_path, measure=plan, report=report)
    speech = Speech("arabic")
    shown = [measure_facts(year.measure_facts[0], site, speech), report_facts(year.reports[0], 2568, speech)]
    page = " ".join(f"{one.name} {text_of(one.parts)}" for facts in shown for one in facts)
    tables = [MEASURES.hand_out(place_rows({2568: rows_of(year, site)}), speech)]
    tables += [FOLLOW_UP.hand_out(place_rows({2568: reported_rows(year, site)}), speech)]
    tables += [MORE.hand_out(place_rows({2568: more_cells(year, site, speech)}), speech)]
    data = " ".join(value for table in tables for row in table.rows for value in row if value)
    for text in (*report, *plan):
        for cell in leaves(YAML(typ="safe", pure=True).load(text)):
            plain = to_arabic(cell).removesuffix(" บาท").removeprefix("ร้อยละ ").removesuffix(" คน")
            assert plain in page or plain.replace(",", "") in page.replace(",", ""), cell
            assert plain.replace(",", "") in data, cell
