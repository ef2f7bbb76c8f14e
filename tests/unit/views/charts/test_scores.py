"""The pictures of a year's scores: figures as published, marks only where comparable, nothing invented."""

from decimal import Decimal

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.views.charts.year_scores import lost_chart, scores_chart
from prongsai.views.scores.lost_points import lost_indicators_table
from prongsai.views.scores.tables import brief_indicators_table, indicators_table
from prongsai.views.speech import Speech
from unit.makers import SITE, write_files

THAI, ARABIC = Speech("thai"), Speech("arabic")
NAMES = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ")
OWN = """scheme: OWN
fiscal_year: {year}
instruments: {{IIT: {{name: ภายใน, weight: 40}}, OIT: {{name: เปิดเผย, weight: 60}}}}
indicators:
  1: {{name: {first}, instrument: IIT}}
  2: {{name: การใช้งบประมาณ, instrument: OIT}}
"""
TARGET = "target: {score: 85.00}\n"


def results_of(tmp_path, scores, before=None, *, first=NAMES[0], target=TARGET):
    """The results of a site with scores of 2575, and of 2574 where given, under rules of its own."""
    files = {
        "site_config/editions/2574.yml": OWN.format(year=2574, first=first),
        "site_config/editions/2575.yml": OWN.format(year=2575, first=NAMES[0]) + target,
        "data/2575/scores.yml": f"fiscal_year: 2575\nindicators: {scores}\n",
    }
    if before:
        files["data/2574/scores.yml"] = f"fiscal_year: 2574\nindicators: {before}\n"
    loaded = load_site(write_files(tmp_path, {**SITE, **files}))
    return analyse_site(loaded.site)


def test_figures_are_as_published(tmp_path):
    """With the decimals that the document prints, in the numerals of the site, next to last year's."""
    results = results_of(tmp_path, "{1: 87.4, 2: 90.25}", "{1: 80, 2: 95.10}")
    chart = scores_chart(results.years[2575], THAI)
    assert [(one.label, one.figure, one.figure_before) for one in chart.bars] == [
        ("๑ การปฏิบัติหน้าที่", "๘๗.๔", "๘๐"),
        ("๒ การใช้งบประมาณ", "๙๐.๒๕", "๙๕.๑๐"),
    ]
    assert (chart.bars[0].length, chart.bars[1].before, chart.goal) == (Decimal("87.4"), Decimal("95.10"), Decimal(85))
    assert chart.sentences == (
        "คะแนนเต็ม ๑๐๐ ค่าเป้าหมาย ๘๕.๐๐ คะแนน",
        "๑ การปฏิบัติหน้าที่ ๘๗.๔ ปี ๒๕๗๔ ๘๐",
        "๒ การใช้งบประมาณ ๙๐.๒๕ ปี ๒๕๗๔ ๙๕.๑๐",
    )
    assert [one.text for one in chart.signs] == ["ปี ๒๕๗๕", "ปี ๒๕๗๔", "ค่าเป้าหมาย ๘๕.๐๐"]
    assert chart.notes == ()


@pytest.mark.parametrize("missing", ["เอกสารไม่ได้ระบุ", "-", "{printed: แปดสิบ}"])
def test_a_missing_figure_is_said_and_not_drawn(tmp_path, missing):
    """A text that the document does not give as a figure is no data: no bar, no zero, no mark of last year alone."""
    chart = scores_chart(results_of(tmp_path, f"{{1: {missing}, 2: 0, 3: 9}}", "{1: 80, 2: 95}").years[2575], THAI)
    assert (chart.bars[0].figure, chart.bars[0].length, chart.bars[0].before) == ("ไม่มีข้อมูล", None, None)
    assert (chart.bars[1].figure, chart.bars[1].length) == ("๐", Decimal(0))
    assert chart.sentences[1] == "๑ การปฏิบัติหน้าที่ ไม่มีข้อมูล"


def test_a_renamed_indicator_is_not_compared(tmp_path):
    """An indicator that had another name last year has no mark, and the picture says so."""
    chart = scores_chart(results_of(tmp_path, "{1: 87, 2: 90}", "{1: 80, 2: 95}", first="อย่างอื่น").years[2575], THAI)
    assert [one.before for one in chart.bars] == [None, Decimal(95)]
    assert chart.notes == ("ไม่มีเครื่องหมายของปีก่อนที่ตัวชี้วัดที่ ๑ เพราะไม่มีคะแนนของปีก่อนหรือใช้ชื่อต่างจากปีก่อน",)


def test_without_last_year_there_is_no_mark(tmp_path):
    """No sign announces a mark where the site has no scores of the year before, and the picture says so."""
    chart = scores_chart(results_of(tmp_path, "{1: 87, 2: 90}").years[2575], THAI)
    assert [one.kind for one in chart.signs] == ["bar", "goal"]
    assert chart.notes == ("ไม่มีคะแนนของปีก่อนให้เทียบ",)


def test_without_a_target_no_goal_is_drawn(tmp_path):
    """A target that the edition does not state is not assumed."""
    chart = scores_chart(results_of(tmp_path, "{1: 87, 2: 90}", target="").years[2575], ARABIC)
    assert chart.goal is None
    assert chart.sentences[0] == "คะแนนเต็ม 100"


def test_without_any_score_there_is_no_picture(tmp_path):
    """A picture of nothing is not drawn."""
    results = results_of(tmp_path, "{1: เอกสารไม่ได้ระบุ, 2: เอกสารไม่ได้ระบุ}")
    assert scores_chart(results.years[2575], THAI) is None
    assert lost_chart(results.years[2575], THAI) is None


def test_the_small_picture_has_this_year_alone(tmp_path):
    """On the year's page the picture says what its smaller table says, and the table has the target."""
    result = results_of(tmp_path, "{1: 87, 2: 90}", "{1: 80, 2: 95}").years[2575]
    chart = scores_chart(result, THAI, with_before=False)
    table = brief_indicators_table(result, THAI, with_target=True)
    assert [one.before for one in chart.bars] == [None, None]
    assert chart.notes == ()
    assert chart.table == table.key == indicators_table(result, THAI).key
    assert "๘๕.๐๐" in table.columns[-1].title


def test_losses_are_those_of_the_table(tmp_path):
    """Largest first, with the figures of the table, on a scale that ends at a whole number."""
    result = results_of(tmp_path, "{1: 90, 2: 75}").years[2575]
    chart = lost_chart(result, THAI)
    table = lost_indicators_table(result, THAI)
    assert [one.figure for one in chart.bars] == [row[2].parts[0].text for row in table.rows] == ["๑๕.๐๐", "๔.๐๐"]
    assert [one.length for one in chart.bars] == [Decimal(100), Decimal(400) / 15]
    assert [words for _, words in chart.scale] == ["๐", "๑๕ คะแนน"]
    assert chart.table == table.key


def test_nothing_lost_is_no_picture(tmp_path):
    """Full scores lose nothing, and a scale from zero to zero is not drawn."""
    assert lost_chart(results_of(tmp_path, "{1: 100, 2: 100}").years[2575], THAI) is None
