"""One municipality's register of FY 2564 twice: with the nine reasons of a published result, and after the fixes."""

import pytest
from click.testing import CliRunner

import sites
from prongsai.analysis.results import analyse_site
from prongsai.cli import main
from prongsai.loading.load_site import load_site
from prongsai.pipeline.check import check_folder
from prongsai.views.oit.answers import answers_of
from prongsai.wording import REASONS

REGISTERS = sites.CASES / "register"
# The reasons as printed in the result of FY 2564: what each of the nine items without score lacked.
EXPECTED = {
    "O2": {"oit-element-missing"},  # no contact of the executives
    "O8": {"oit-element-missing"},  # no two ways on the website
    "O15": {"oit-element-missing"},  # only totals
    "O17": {"oit-element-missing", "oit-link-elsewhere", "oit-same-address"},  # a form for complaints, elsewhere
    "O18": {"answer-of-other-year"},
    "O23": {"oit-link-names-other-year"},
    "O38": {"oit-link-does-not-open"},
    "O42": {"oit-element-missing"},  # no analysis of the result
    "O43": {"oit-measures-item-lacking"},  # must continue from O42
}


def answers(name):
    """The answers of FY 2564 with the problems of the case."""
    folder = REGISTERS / name
    return answers_of(analyse_site(load_site(folder).site), 2564, check_folder(folder).problems)


def test_before_the_fixes_exactly_nine_items_have_a_reason():
    """Every item without score is reported with the reason that was printed for it, and no other item is."""
    reasons = {one.code: {found.code for found in one.findings} for one in answers("before").items if one.findings}
    assert reasons == EXPECTED
    problems = check_folder(REGISTERS / "before").problems
    assert {one.code for one in problems} <= REASONS


def test_what_is_missing_is_named():
    """The report says which element is missing, in the words of the edition."""
    [found] = answers("before").of("O15").findings
    assert "แยกสถิติเป็นรายงานบริการ" in found.values["names"]
    assert "รายเดือน" not in found.values["names"]


def test_after_the_fixes_nothing_is_reported():
    """`prongsai check` finds no problem of the data."""
    result = CliRunner().invoke(main, ["check", "-C", str(REGISTERS / "after")])
    assert (result.exit_code, result.stdout) == (0, "ไม่พบปัญหาของข้อมูล\n")


@pytest.mark.parametrize(("name", "ready"), [("before", 34), ("after", 43)])
def test_readiness_counts_the_items_without_a_reason(name, ready):
    """34 of 43 items are ready before the fixes and all afterwards."""
    found = answers(name)
    assert (found.ready, found.total) == (ready, 43)


def test_after_the_fixes_the_pages_of_the_site_answer_two_items():
    """The measures and the report are answered by the site's own pages, with every required element."""
    found = answers("after")
    for code, page in (("O42", "/2564/measures/"), ("O43", "/2564/follow-up/")):
        item = found.of(code)
        assert item.stated is None
        assert [link.href for link in item.links] == [page]
        assert {element.state for element in item.elements} == {"there"}
