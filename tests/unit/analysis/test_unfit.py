"""Pages that have content but cannot answer an item: measures of another result or of no year, work of another year."""

import pytest

from prongsai.analysis import own_answers
from prongsai.analysis.results import analyse_site
from prongsai.exports.oit_sheet import word_rows
from prongsai.loading.load_site import load_site
from prongsai.views.oit import items
from prongsai.views.oit.answers import answers_of
from prongsai.views.oit.tables import index_table
from prongsai.views.oit.unfit import NO_PAGE
from prongsai.views.speech import Speech
from unit.makers import SITE, write_files

THAI = Speech("thai")
MEASURES = "fiscal_year: {year}\n{head}measures: [{{id: m1, title: ก}}]\n"


def results_of(root, year=2565, head="", reports=""):
    """A year with measures under a head, and reports on them."""
    files = {f"data/{year}/measures.yml": MEASURES.format(year=year, head=head)}
    if reports:
        files[f"data/{year}/follow-up.yml"] = f"fiscal_year: {year}\n{reports}"
    return analyse_site(load_site(write_files(root, {**SITE, **files})).site)


def why(results, code, year=2565):
    """The reason, with the year asked for and the one found; None where the page can answer."""
    unfit = own_answers.why_unfit(results, results.years[year].year, code)
    return unfit and (unfit.why, unfit.asked, unfit.found)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("from_fiscal_year: 2564\n", None),
        ("", None),
        ("from_fiscal_year: เอกสารไม่ได้ระบุ\n", None),
        ("from_fiscal_year: 2565\n", ("other-result", 2564, 2565)),
        ("from_fiscal_year: 2562\n", ("other-result", 2564, 2562)),
        ("from_fiscal_year: 2564\nyear_stated: false\n", ("year-not-stated", 2565, None)),
        ("from_fiscal_year: 2565\nyear_stated: false\n", ("year-not-stated", 2565, None)),
    ],
)
def test_measures_answer_their_item_by_the_result_that_they_analyse(tmp_path, head, expected):
    """A year that is only not entered yet speaks against nothing; one that the document does not say does."""
    results = results_of(tmp_path, head=head)
    assert why(results, "O42") == expected
    assert bool(own_answers.own_page(results, results.years[2565].year, "O42")) == (expected is None)


def test_measures_follow_the_year_before_where_no_rule_says_which_result(tmp_path):
    """The rules of 2566 do not say it; the order of the years does, and the reason says that it is only that."""
    results = results_of(tmp_path, 2566, "from_fiscal_year: 2566\n")
    unfit = own_answers.why_unfit(results, results.years[2566].year, "O42")
    assert (unfit.why, unfit.asked, unfit.is_stated) == ("other-result", 2565, False)
    fit = results_of(tmp_path / "fit", 2566, "from_fiscal_year: 2565\n")
    assert own_answers.why_unfit(fit, fit.years[2566].year, "O42") is None


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ("reports: [{measure: m1, period: พ.ย. 2564 - ม.ค. 2565}]\n", None),
        ("reports: [{measure: m1, status: done}]\n", None),
        ("reports: [{measure: m1, period: ต.ค. 2565}, {measure: m1, period: ม.ค. 2565}]\n", None),
        ("as_of: 20 ตุลาคม 2565\nreports: [{measure: m1}]\n", None),
        ("reports: [{measure: m1, period: ต.ค. 2565 - มี.ค. 2566}]\n", ("other-year", 2565, 2566)),
        ("as_of: 31 สิงหาคม 2564\nreports: [{measure: m1}]\n", ("other-year", 2565, 2564)),
    ],
)
def test_reports_answer_their_item_by_the_year_of_the_work(tmp_path, reports, expected):
    """One report of the year is enough; reports that say no year speak against nothing."""
    assert why(results_of(tmp_path, reports=reports), "O43") == expected


def test_reports_on_measures_of_no_year_answer_by_their_own_days(tmp_path):
    """The day of the report places it where its measures do not."""
    head = "year_stated: false\n"
    placed = results_of(tmp_path / "a", head=head, reports="as_of: 20 ตุลาคม 2565\nreports: [{measure: m1}]\n")
    assert why(placed, "O43") is None
    assert (
        why(results_of(tmp_path / "b", head=head, reports="reports: [{measure: m1}]\n"), "O43")[0] == "year-not-stated"
    )


def test_no_door_leads_to_a_page_that_cannot_answer(tmp_path):
    """Not the item, its links, its place in the index nor the sheet: each says why instead; its address stays."""
    results = results_of(tmp_path, head="from_fiscal_year: 2565\n")
    answers = answers_of(results, 2565, [])
    item = answers.of("O42")
    assert (item.answer, item.state, item.links) == ("", "open", ())
    assert {element.state for element in item.elements} == {"unknown"}
    assert items.items_answered_by(results, 2565, "measures") == []
    assert items.has_page(results, 2565, "O42")
    cells = {row[0].parts[0].text: row[-1].parts for row in index_table(results, 2565, THAI).rows}
    assert cells["O42"] == (NO_PAGE,)
    (row,) = (one for one in word_rows(results, 2565, []).rows if one.item.code == "O42")
    assert row.links == ()
    assert row.lacking[0].startswith("ข้อ O42 ของปีงบประมาณ พ.ศ. 2565 ให้วิเคราะห์ผลการประเมินปีงบประมาณ พ.ศ. 2564")


def test_a_fit_page_is_the_answer_at_every_door(tmp_path):
    """The same site, whose measures answer the year before."""
    results = results_of(tmp_path, head="from_fiscal_year: 2564\n")
    item = answers_of(results, 2565, []).of("O42")
    assert [link.href for link in item.links] == ["/2565/measures/"]
    assert items.items_answered_by(results, 2565, "measures") == [(2565, "O42")]
    assert items.unfit_said(results, 2565, "measures", THAI) == []
