"""The pictures over the years: published figures, gaps where a year is missing, each year's own levels."""

from decimal import Decimal

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.views.charts.years import indicator_chart, level_bands, totals_chart, year_scores_table, years_chart
from prongsai.views.speech import Speech
from unit.makers import SITE, make_edition, shipped_edition, write_files

THAI, ARABIC = Speech("thai"), Speech("arabic")


def results_of(tmp_path, years):
    """The results of a site with what is given for each year."""
    files = {f"data/{year}/scores.yml": f"fiscal_year: {year}\n{text}\n" for year, text in years.items()}
    return analyse_site(load_site(write_files(tmp_path, {**SITE, **files})).site)


def test_a_missing_year_is_a_gap_that_is_said(tmp_path):
    """The year between has a column, no figure, and the words that there is no data."""
    results = results_of(tmp_path, {2564: "total: 77.85", 2566: "total: 88.2"})
    chart = years_chart(results, THAI)
    assert chart.columns == ("๒๕๖๔", "๒๕๖๕", "๒๕๖๖")
    assert [one and one.figure for one in chart.series[0].points] == ["๗๗.๘๕", None, "๘๘.๒"]
    assert chart.sentences == ("คะแนนรวม ปี ๒๕๖๔ ๗๗.๘๕, ปี ๒๕๖๕ ไม่มีข้อมูล, ปี ๒๕๖๖ ๘๘.๒",)


def test_computed_totals_are_never_shown_for_published_ones(tmp_path):
    """A year whose document states no total has none in the picture, though one could be computed."""
    tools = "instruments: {IIT: 80, EIT: 80, OIT: 80}"
    results = results_of(tmp_path, {2563: "total: 70", 2564: f"total: เอกสารไม่ได้ระบุ\n{tools}", 2565: "total: 90"})
    chart = years_chart(results, ARABIC)
    assert chart.series[0].points[1] is None
    assert [(one.name, [p and p.figure for p in one.points]) for one in chart.series[1:]] == [
        ("IIT", [None, "80", None]),
        ("EIT", [None, "80", None]),
        ("OIT", [None, "80", None]),
    ]


def test_the_table_next_to_it_has_the_same_figures(tmp_path):
    """Total and instruments of every year with scores, as published."""
    results = results_of(
        tmp_path, {2563: "total: 70.5\ninstruments: {IIT: 80}", 2564: "total: 77.85\ninstruments: {IIT: 81.10}"}
    )
    rows = year_scores_table(results, THAI).rows
    assert [[cell.parts[0].text for cell in row[1:]] for row in rows] == [["๗๗.๘๕", "๘๑.๑๐"], ["๗๐.๕", "๘๐"]]


def test_one_year_is_no_picture(tmp_path):
    """Nothing is drawn over the years where only one year has a figure."""
    results = results_of(tmp_path, {2563: "indicators: {1: 80}", 2564: "total: 77.85"})
    assert years_chart(results, THAI) is None
    assert totals_chart(results, THAI, 4) is None
    assert indicator_chart(results, "1", THAI) is None


def test_at_most_six_years_have_room(tmp_path):
    """Older years are in the table alone, and the picture says from which year it begins."""
    results = results_of(tmp_path, {year: f"total: {year - 2490}" for year in range(2560, 2569)})
    chart = years_chart(results, THAI)
    assert chart.columns[0] == "๒๕๖๓"
    assert len(chart.columns) == 6
    assert chart.notes[-1] == "แผนภูมินี้แสดงตั้งแต่ปี ๒๕๖๓"
    assert len(year_scores_table(results, THAI).rows) == 9


def test_the_small_picture_shows_years_of_the_small_table(tmp_path):
    """At home a picture shows only years among the newest that the table next to it has."""
    results = results_of(tmp_path, {2560: "total: 60", 2561: "total: 61", 2562: "total: 62", 2563: "level: A"})
    assert totals_chart(results, ARABIC, 3).columns == ("2561", "2562")
    assert totals_chart(results, ARABIC, 3).table == "years"


def test_an_indicator_over_the_years_has_the_target_of_each_year(tmp_path):
    """The editions of 2563 and 2564 state a target of 85."""
    results = results_of(tmp_path, {2563: "indicators: {2: 96.83}", 2564: "indicators: {2: 86.84}"})
    chart = indicator_chart(results, "2", THAI)
    assert chart.goals == (Decimal("85.00"), Decimal("85.00"))
    assert chart.sentences == ("คะแนนของตัวชี้วัด ปี ๒๕๖๓ ๙๖.๘๓, ปี ๒๕๖๔ ๘๖.๘๔",)
    assert [one.text for one in chart.signs] == ["ค่าเป้าหมาย ๘๕.๐๐"]


def test_bands_leave_out_bounds_in_conflict():
    """In 2564 sources differ on where E begins: neither E nor F has a band, the levels above have."""
    found = [(one.name, one.bound, one.lowest, one.highest) for one in level_bands(shipped_edition(2564), THAI)]
    assert found[0] == ("AA", "๙๕", Decimal(95), Decimal(100))
    assert [f"{name} {bound}" for name, bound, _, _ in found] == ["AA ๙๕", "A ๘๕", "B ๗๕", "C ๖๕", "D ๕๕"]


def test_levels_that_other_conditions_part_share_a_band():
    """In 2566 two levels begin at 85; the instruments decide between them, and the note says so."""
    bands = level_bands(shipped_edition(2566), THAI)
    assert [one.name for one in bands] == ["ผ่านดีเยี่ยม", "ผ่านดี หรือ ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน"]
    assert bands[1].by_instruments
    assert not bands[2].by_instruments


def test_unverified_levels_have_no_band():
    """A level without evidence is not drawn, and neither is a scale that is not known."""
    assert level_bands(make_edition(levels=[{"name": "A", "total_from": "85"}]), THAI) == ()
    assert level_bands(shipped_edition(2569), THAI) == ()


def test_each_run_of_years_has_its_scale_in_words(tmp_path):
    """The letters until 2565, the words from 2566, and that the words depend on the instruments too."""
    results = results_of(tmp_path, {year: f"total: {year - 2490}" for year in (2564, 2565, 2566)})
    notes = years_chart(results, ARABIC).notes
    assert notes[0] == "แกนคะแนนของแผนภูมินี้เริ่มที่ 50 ไม่ใช่ 0"
    assert notes[1] == "เกณฑ์ระดับปี 2564 ถึง 2565: AA ตั้งแต่ 95, A ตั้งแต่ 85, B ตั้งแต่ 75, C ตั้งแต่ 65, D ตั้งแต่ 55 คะแนน"
    assert notes[2].startswith("เกณฑ์ระดับปี 2566: ผ่านดีเยี่ยม ตั้งแต่ 95, ")
    assert notes[2].endswith("คะแนนรวมอย่างเดียวจึงบอกระดับไม่ได้เสมอไป")
    assert len(notes) == 3


@pytest.mark.parametrize(
    ("totals", "places"),
    [((62, 70), ["50", "100"]), ((49, 70), ["0", "100"]), ((50, 100), ["50", "100"])],
)
def test_the_scale_begins_where_it_serves(tmp_path, totals, places):
    """At 50 where nothing is below it, which is said, else at 0; so all pictures of a site begin at one of two."""
    results = results_of(tmp_path, {2564 + nth: f"total: {total}" for nth, total in enumerate(totals)})
    chart = years_chart(results, ARABIC)
    assert [words for _, words in chart.scale] == places
    assert ("เริ่มที่ 50" in chart.notes[0]) == (places[0] == "50")


def test_the_scale_of_an_indicator_has_its_target(tmp_path):
    """A scale with marks of its own, every ten points from 50 and every twenty from 0."""
    for low, places in ((72, ["50", "60", "70", "80", "90", "100"]), (31, ["0", "20", "40", "60", "80", "100"])):
        results = results_of(tmp_path, {2563: f"indicators: {{2: {low}}}", 2564: "indicators: {2: 86.84}"})
        assert [words for _, words in indicator_chart(results, "2", ARABIC).scale] == places
