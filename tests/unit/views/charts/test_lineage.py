"""The lineage of an indicator: result, measures that answered it, next result, and no claim of a cause."""

from decimal import Decimal

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.views.charts.indicator_lineage import aims_at, before_after_chart, lineage_chart, lineage_table
from prongsai.views.speech import Speech
from unit.makers import SITE, write_files

THAI = Speech("thai", from_document=True)
EDITION = """scheme: OWN
fiscal_year: {year}
instruments: {{IIT: {{name: ภายใน, weight: 100}}}}
indicators: {{1: {{name: {name}, instrument: IIT}}}}
"""
MEASURES = """fiscal_year: 2575
from_fiscal_year: 2574
measures:
  - {id: m1, number: 1, title: ก, basis: [{indicator: 1}]}
  - {id: m2, number: 2, title: ข, basis: [{indicator: 1, stated: false}]}
  - {id: m3, number: 3, title: ค}
"""
FOLLOW_UP = "fiscal_year: 2575\nreports: [{measure: m1, status: done}]\n"


def results_of(tmp_path, before="69.2", after="85.00", name="ก", measures=MEASURES, rules=EDITION):
    """The results of 2574 and 2575 with measures between them; an empty score is not stated."""
    files = {
        **SITE,
        "site_config/editions/2574.yml": rules.format(year=2574, name=name),
        "site_config/editions/2575.yml": rules.format(year=2575, name="ก"),
        "data/2574/scores.yml": f"fiscal_year: 2574\nindicators: {{1: {before or 'เอกสารไม่ได้ระบุ'}}}\n",
        "data/2575/scores.yml": f"fiscal_year: 2575\nindicators: {{1: {after or 'เอกสารไม่ได้ระบุ'}}}\n",
        "data/2575/measures.yml": measures,
        "data/2575/follow-up.yml": FOLLOW_UP,
    }
    return analyse_site(load_site(write_files(tmp_path, files)).site)


def drawn(results):
    """The lineage of the one indicator."""
    return lineage_chart(results, "1", aims_at(results, "1"), THAI)


def rows_of(results):
    """The texts of the table of the lineage."""
    table = lineage_table(aims_at(results, "1"), THAI)
    return [[" ".join(part.text.strip() for part in cell.parts) for cell in row] for row in table.rows]


def test_measures_are_between_two_results(tmp_path):
    """The measures of a year hang below the result that they answer, with their status; others are not there."""
    first, second = drawn(results_of(tmp_path)).steps
    assert [(one.label, one.kind, one.status) for one in first.answers] == [
        ("มาตรการที่ ๑", "done", "ดำเนินการแล้วเสร็จ"),
        ("มาตรการที่ ๒", "unreported", "ยังไม่มีรายงานผล"),
    ]
    assert (first.label, first.figure, first.length) == ("ปี ๒๕๗๔", "๖๙.๒", Decimal("69.2"))
    assert (second.label, second.figure) == ("ปี ๒๕๗๕", "๘๕.๐๐ เพิ่มขึ้น ๑๕.๘๐")
    assert second.answers == ()


def test_the_table_says_the_same(tmp_path):
    """A row for each measure with its ground and both results, the change as in the picture."""
    before, after = "ปี ๒๕๗๔ ๖๙.๒", "ปี ๒๕๗๕ ๘๕.๐๐ เพิ่มขึ้น ๑๕.๘๐"
    assert rows_of(results_of(tmp_path)) == [
        ["มาตรการที่ ๑ ก ของปี ๒๕๗๕", "เอกสารระบุ", "ดำเนินการแล้วเสร็จ", before, after],
        ["มาตรการที่ ๒ ข ของปี ๒๕๗๕", "จับคู่โดยผู้จัดทำข้อมูล", "ยังไม่มีรายงานผล", before, after],
    ]


def test_an_inferred_measure_is_marked_in_picture_and_table(tmp_path):
    """A measure that only cites a question of the indicator is said to be inferred, by its row below the picture."""
    rules = EDITION.replace("instrument: IIT}}", "instrument: IIT, questions: [i1]}}")
    measures = MEASURES.replace("{indicator: 1, stated: false}", "{question: i1}")
    results = results_of(tmp_path, measures=measures, rules=rules)
    note = "อนุมานจากข้อคำถามที่มาตรการอ้าง เอกสารไม่ได้ระบุตัวชี้วัด: แถวที่ ๒ ของตาราง"
    assert note in drawn(results).notes
    assert [row[1] for row in rows_of(results)] == ["เอกสารระบุ", "อนุมานจากข้อคำถาม i1"]
    assert note not in drawn(results_of(tmp_path / "named")).notes


def test_the_picture_claims_no_cause(tmp_path):
    """A score moves for many reasons; the picture says that it shows an order, not a cause."""
    results = results_of(tmp_path)
    for chart in (drawn(results), before_after_chart(results, "1", 2574, 2575, THAI)):
        assert "คะแนนเปลี่ยนแปลงได้จากหลายสาเหตุ แผนภูมินี้จึงไม่ได้แสดงว่าเป็นผลของมาตรการ" in chart.notes


def test_a_missing_result_is_no_data(tmp_path):
    """A year without a figure says so in the table; of one figure alone there is no picture."""
    results = results_of(tmp_path, after="")
    assert drawn(results) is None
    assert [row[4] for row in rows_of(results)] == ["ปี ๒๕๗๕ ไม่มีข้อมูล"] * 2
    assert before_after_chart(results, "1", 2574, 2575, THAI) is None


def test_a_renamed_indicator_is_not_compared(tmp_path):
    """Both figures are shown, but no change is drawn between two different things."""
    results = results_of(tmp_path, name="อย่างอื่น")
    assert drawn(results).steps[1].figure == "๘๕.๐๐"
    assert before_after_chart(results, "1", 2574, 2575, THAI) is None


def test_without_any_figure_there_is_no_picture(tmp_path):
    """Measures alone are listed in the table."""
    results = results_of(tmp_path, before="", after="")
    assert drawn(results) is None
    assert len(rows_of(results)) == 2


def test_without_measures_there_is_no_lineage(tmp_path):
    """The figures over the years have a picture of their own."""
    results = results_of(tmp_path, measures="fiscal_year: 2575\nfrom_fiscal_year: 2574\n")
    assert drawn(results) is None
    assert rows_of(results) == []


def test_measures_that_name_no_answered_year_have_no_after(tmp_path):
    """No later result is set against a measure where the document does not say which result is answered."""
    results = results_of(tmp_path, measures=MEASURES.replace("from_fiscal_year: 2574\n", ""))
    assert drawn(results) is None
    assert [row[4] for row in rows_of(results)] == ["ไม่มีข้อมูล"] * 2


def test_many_measures_are_counted(tmp_path):
    """More than a picture has room for are in the table, and the picture says how many these are."""
    rows = "".join(f"  - {{id: m{n}, number: {n}, title: ก, basis: [{{indicator: 1}}]}}\n" for n in range(1, 10))
    results = results_of(tmp_path, measures=f"fiscal_year: 2575\nfrom_fiscal_year: 2574\nmeasures:\n{rows}")
    [first, _] = drawn(results).steps
    assert (len(first.answers), first.more) == (6, "และอีก ๓ มาตรการ")
    assert len(rows_of(results)) == 9


def test_before_and_after_are_two_published_figures(tmp_path):
    """On a measure's page: the result that it answers and the one of its own year, with the decimals as printed."""
    chart = before_after_chart(results_of(tmp_path), "1", 2574, 2575, THAI)
    assert chart.sentences == ("ปี ๒๕๗๔ ก่อนมีมาตรการ ๖๙.๒", "ปี ๒๕๗๕ ปีที่ดำเนินการ ๘๕.๐๐")
    assert [bar.length for bar in chart.bars] == [Decimal("69.2"), Decimal("85.00")]
