"""The report on a measure that counts: the latest round, then the latest day, in whatever order the rows are."""

from itertools import permutations

import pytest

from prongsai.model.edition import Edition
from prongsai.model.follow_up import FollowUp, Report
from prongsai.model.measures import Measures
from prongsai.model.reports import is_late, newest_reports, progress_of, round_over_on
from prongsai.model.site import FiscalYear
from prongsai.model.stated import Absence, Printed
from prongsai.model.status import Progress, Status
from prongsai.thai.dates import BuddhistDate

EDITION = Edition.model_validate({"scheme": "TEST", "fiscal_year": "2568"})
MEASURES = Measures.model_validate({"fiscal_year": "2568", "measures": ({"id": "m01", "title": "ก"},)})


def report(**fields):
    """A report on the measure."""
    return Report.model_validate({"measure": "m01", **fields})


def year_of(*reports):
    """The fiscal year 2568 with these reports."""
    follow_up = FollowUp.model_validate({"fiscal_year": "2568", "reports": tuple(reports)})
    return FiscalYear(2568, EDITION, measures=MEASURES, follow_up=follow_up)


SIX = report(round="6", status="in_progress", reported_on="5 เมษายน 2568")
TWELVE = report(round="12", status="done", reported_on="6 ตุลาคม 2568")
CASES = {
    "the later round": ([SIX, TWELVE], Status.DONE),
    "a later round that was written earlier": (
        [report(round="6", status="done", reported_on="9 พ.ย. 2568"), TWELVE],
        Status.DONE,
    ),
    "of one round the later day": (
        [TWELVE, report(round="12", status="could_not", reported_on="20 ตุลาคม 2568")],
        Status.COULD_NOT,
    ),
    "one round without days that differs": (
        [report(round="12", status=Status.DONE), report(round="12", status="could_not")],
        Status.DISPUTED,
    ),
    "one round, of which one has no day": ([TWELVE, report(round="12", status="could_not")], Status.DISPUTED),
    "one round that agrees": ([TWELVE, report(round="12", status="done")], Status.DONE),
    "one round, of which one says nothing": ([TWELVE, report(round="12")], Status.DONE),
    "no round and a day after the year": ([SIX, report(status="done", reported_on="6 ตุลาคม 2568")], Status.DONE),
    "no round and a day after the first half": ([SIX, report(status="done", reported_on="9 เมษายน 2568")], Status.DONE),
    "no round and a day within the first half": (
        [SIX, report(status="not_started", reported_on="9 ม.ค. 2568")],
        Status.IN_PROGRESS,
    ),
    "the later quarter, by whatever words": (
        [report(round="ไตรมาสที่ 1", status="not_started"), report(round="9 เดือน", status="in_progress")],
        Status.IN_PROGRESS,
    ),
    "a half year after its first quarter": ([report(round="3", status="not_started"), SIX], Status.IN_PROGRESS),
    "no round, and a day after a quarter that is reported": (
        [
            report(round="6", status="in_progress", reported_on="2 กรกฎาคม 2568"),
            report(status="done", reported_on="1 กรกฎาคม 2568"),
            report(round="9", status="done", reported_on="30 มิถุนายน 2568"),
        ],
        Status.DONE,
    ),
    "rounds that are only counted": (
        [report(round="รอบที่ 1", status="in_progress"), report(round="รอบที่ 2", status="done")],
        Status.DONE,
    ),
    "no round and no day is of the whole year": ([SIX, report(status="done")], Status.DONE),
}


@pytest.mark.parametrize("name", CASES)
def test_the_newest_report_counts_in_any_order(name):
    """Every order of the rows gives the same status; where nothing tells them apart none is chosen."""
    rows, status = CASES[name]
    for order in permutations(rows):
        [facts] = year_of(*order).measure_facts
        assert facts.progress == Progress(status)


def test_without_reports_there_is_no_status():
    """A measure that nobody reported on has no newest report."""
    assert newest_reports(2568, ()) == ()
    assert progress_of(()) == year_of().measure_facts[0].progress == Progress(Status.NO_REPORT)


@pytest.mark.parametrize("absence", [Absence.NOT_ENTERED, Absence.NOT_STATED, Absence.DASH])
def test_a_report_without_a_status_is_a_report(absence):
    """It says nothing of how far the measure is, which is not the same as that there is none."""
    assert progress_of((report(status=absence),)) == Progress(Status.NOT_STATED)


def test_words_of_the_document_stay_words_of_the_document():
    """A printed status is none of ours, also where it reads like one."""
    printed = report(status=Printed(printed=Status.NO_REPORT.word))
    assert progress_of((printed,)) == Progress(Status.PRINTED, Status.NO_REPORT.word)


@pytest.mark.parametrize(
    ("fields", "late"),
    [
        ({"round": "6", "reported_on": "30 มิถุนายน 2568"}, False),
        ({"round": "6", "reported_on": "1 กรกฎาคม 2568"}, True),
        ({"round": "12", "reported_on": "31 ธันวาคม 2568"}, False),
        ({"round": "12", "reported_on": "1 มกราคม 2569"}, True),
        ({"reported_on": "1 กรกฎาคม 2568"}, False),
        ({"reported_on": "1 มกราคม 2569"}, True),
        ({"round": "6"}, False),
    ],
)
def test_a_report_is_late_three_months_after_its_round(fields, late):
    """By its own day alone; one without a day is not judged, one without a round is of the whole year."""
    assert is_late(report(**fields), 2568) is late


@pytest.mark.parametrize(
    ("day", "months"),
    [((2568, 3, 24), ""), ((2568, 3, 25), "6"), ((2568, 9, 23), "6"), ((2568, 9, 24), "12"), ((2570, 1, 1), "12")],
)
def test_the_last_seven_days_of_a_round_are_at_its_end(day, months):
    """A report may bear the last working day of its round, but none before that."""
    assert round_over_on(BuddhistDate(*day), 2568) == months
