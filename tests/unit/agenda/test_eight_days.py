"""The agenda of eight days of a year, at one site whose data stay as they are: the letters, to the character."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from functools import cache

import icalendar
import pytest

import sites
from prongsai.agenda.calendar_file import write_calendar
from prongsai.agenda.entry import Agenda
from prongsai.agenda.words import as_data, write_letters
from prongsai.pipeline.reminders.due import draw_up
from prongsai.pipeline.reminders.read_site import ReadSite, read_site
from prongsai.thai.dates import BuddhistDate, parse_date

CASES = sites.CASES / "due"
DAYS = (
    *("2569-10-01", "2570-01-15", "2570-03-31", "2570-04-01"),
    *("2570-05-01", "2570-07-31", "2570-09-30", "2570-10-01"),
)


@cache
def read() -> ReadSite:
    """The site, read once."""
    return read_site(CASES / "site")


def agenda_on(day: str) -> Agenda:
    """Its agenda on a day."""
    date = parse_date(day)
    assert date is not None
    return draw_up(read(), date)


def kinds(day: str, unit: str = "") -> dict[str, str]:
    """The entries of a unit on a day: of each kind and what it is about the state."""
    agenda = agenda_on(day)
    return {f"{one.kind} {one.year} {one.about}".strip(): one.state(agenda.on) for one in agenda.of_unit(unit)}


@pytest.mark.parametrize("day", DAYS)
def test_the_letters_of_a_day_are_these(day):
    """One letter for the coordinator and one for each unit that has something to do."""
    assert write_letters(agenda_on(day)) == (CASES / f"{day}.txt").read_text("utf-8")


def test_rounds_are_due_on_the_day_after_they_end():
    """On 31 March the report of six months is to come, on 1 April it is due and its measure named."""
    assert kinds("2570-03-31", "finance")["report-coming 2570 6m"] == "coming"
    assert kinds("2570-04-01", "finance")["report-missing 2570 6m"] == "now"
    assert kinds("2570-10-01", "finance")["report-missing 2570 6m"] == "late"
    assert kinds("2570-10-01", "works")["report-missing 2570 12m"] == "now"


def test_a_measure_that_begins_after_six_months_has_no_report_of_them():
    """The second measure of all units begins in April: works has no round of six months."""
    assert not [one for one in kinds("2570-04-01", "works") if one.endswith("6m")]


def test_the_missing_round_of_the_year_before_is_named():
    """Measures of the year before without their report of twelve months."""
    [entry] = [one for one in agenda_on("2569-10-01").of_unit("clerk") if one.about == "12m" and one.year == 2569]
    assert entry.kind == "report-missing"
    assert [re.findall("“(.+)”", one)[0] for one in entry.details] == ["อบรมการให้บริการ", "ปรับปรุงช่องทางถามตอบ"]


def test_a_result_is_only_asked_for_from_a_day_that_is_known():
    """Before the day it is announced, from the day on it is asked for; an unknown day asks nothing."""
    assert kinds("2570-05-01")["result-coming 2570"] == "coming"
    assert kinds("2570-07-31")["result-not-entered 2570"] == "now"
    assert not [one for one in kinds("2570-10-01") if "2571" in one and one.startswith("result")]


def test_a_result_asks_for_analysis_and_measures_and_closes_its_items(tmp_path):
    """With the result of 2570 in and nothing for 2571, both are asked for, and no item of 2570 any more."""
    root = sites.copy_site(CASES / "site", tmp_path / "site")
    (root / "data/2570/scores.yml").write_text("fiscal_year: 2570\nsource: result\ntotal: 81.00\n", "utf-8")
    agenda = draw_up(read_site(root), BuddhistDate(2570, 8, 20))
    found = {(one.kind, one.year) for one in agenda.entries}
    assert {("analysis-missing", 2570), ("measures-missing", 2571)} <= found
    assert not [one for one in agenda.entries if one.kind.startswith(("item", "link", "days", "oit", "eit"))]


def test_a_file_that_could_not_be_read_lacks_nothing(tmp_path):
    """A faulty follow-up and faulty measures: the files are named, and no report is said to be missing."""
    root = sites.copy_site(CASES / "site", tmp_path / "site")
    (root / "data/2569/follow-up.yml").write_text("fiscal_year: 2569\nreports: [", "utf-8")
    (root / "data/2570/measures.yml").write_text("fiscal_year: 2570\nmeasures: [", "utf-8")
    agenda = draw_up(read_site(root), BuddhistDate(2570, 4, 1))
    [unread] = [one for one in agenda.entries if one.kind == "data-unread"]
    assert unread.details == ("data/2569/follow-up.yml", "data/2570/measures.yml")
    assert not [one for one in agenda.entries if one.kind.startswith(("report", "measures"))]


def test_a_site_without_a_year_is_asked_for_days_alone(tmp_path):
    """Nothing is due where nothing is entered: only the unknown days are named, each as unknown."""
    root = sites.copy_site(CASES / "site", tmp_path / "site")
    for year in (2569, 2570):
        shutil.rmtree(root / "data" / str(year))
    agenda = draw_up(read_site(root), BuddhistDate(2572, 1, 15))
    assert [one.kind for one in agenda.entries] == ["days-unknown"]
    assert all(one.startswith("ยังไม่") for one in agenda.entries[0].details)


def test_data_for_programs_has_the_same_entries():
    """Every entry of the letters, with days of the Buddhist Era."""
    agenda = agenda_on("2570-04-01")
    data = json.loads(json.dumps(as_data(agenda)))
    assert data["on"] == "2570-04-01"
    assert len(data["entries"]) == len(agenda.entries)
    assert {one["state"] for one in data["entries"]} <= {"late", "now", "coming", "unknown"}


def test_the_calendar_file_has_whole_days_that_keep_their_identity():
    """Read again by a calendar: all-day events, each identity once, the same on another day."""
    first, later = (
        icalendar.Calendar.from_ical(write_calendar(agenda_on(day), "ita.example.go.th"))
        for day in ("2570-03-31", "2570-04-01")
    )
    events = {str(one["uid"]): one for one in first.walk("VEVENT")}
    assert len(events) == len(first.walk("VEVENT"))
    assert all((one["dtend"].dt - one["dtstart"].dt).days == 1 for one in events.values())
    both = events.keys() & {str(one["uid"]) for one in later.walk("VEVENT")}
    assert len(both) == len(events)
    assert first.errors == []


def test_the_calendar_file_is_the_same_every_time():
    """Two runs for one day give the same bytes, in another process as well."""
    code = (
        "import sys; from pathlib import Path; from prongsai.thai.dates import BuddhistDate, parse_date\n"
        "from prongsai.pipeline.reminders.due import due_folder\n"
        "from prongsai.agenda.calendar_file import write_calendar\n"
        "found = due_folder(Path(sys.argv[1]), parse_date('2570-03-31'))\n"
        "sys.stdout.buffer.write(write_calendar(found.agenda, found.home))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(CASES / "site")], capture_output=True, timeout=60, check=True
    )
    assert done.stdout == write_calendar(agenda_on("2570-03-31"), "ita.example.go.th")


def test_a_year_that_is_over_is_asked_for_its_result_and_no_more_for_its_answers(tmp_path):
    """Its items are asked for until it ends; then its result is, and a year that was never begun is named."""
    root = sites.copy_site(CASES / "site", tmp_path / "site")
    shutil.rmtree(root / "data" / "2570")
    for name in ("scores.yml", "calendar.yml"):
        (root / "data" / "2569" / name).unlink(missing_ok=True)
    (root / "data" / "2569" / "oit.yml").write_text("fiscal_year: 2569\nitems: {O1: {answer: has}}\n", "utf-8")
    site = read_site(root)
    during, after = (
        {f"{one.kind} {one.year}" for one in draw_up(site, BuddhistDate(*day)).entries}
        for day in ((2569, 9, 1), (2570, 11, 30))
    )
    assert "item-open 2569" in during
    assert "year-not-begun 2569" not in during
    assert {"year-not-begun 2570", "year-not-begun 2571"} <= after
    over = {f"{one.kind} {one.year}" for one in draw_up(site, BuddhistDate(2569, 10, 30)).entries}
    assert {"result-not-entered 2569", "year-not-begun 2570"} <= over
    assert not {one for one in over if one.startswith("item-") and one.endswith("2569")}
