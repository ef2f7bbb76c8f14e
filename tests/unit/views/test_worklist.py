"""The work of a unit: its measures and OIT items of the newest year, by the last day, on the page and in a calendar."""

from __future__ import annotations

import datetime as dt

import pytest
from icalendar import Calendar

from prongsai.analysis.results import analyse_site
from prongsai.exports.unit_calendar import export_unit_calendar
from prongsai.loading.load_site import load_site
from prongsai.thai.dates import BuddhistDate
from prongsai.views.speech import Speech
from prongsai.views.worklist import worklist_of
from unit.makers import SITE, write_files

ARABIC = Speech("arabic")
UNITS = "name: เทศบาลตำบลทดสอบ\nunits:\n  clerk: {name: สำนักปลัด}\n  finance: {name: กองคลัง}\n  works: {name: กองช่าง}\n"
MEASURES = """fiscal_year: 2565
measures:
  - {id: m01, number: 1, title: ทบทวน, responsible: {lead: clerk, units: [finance]}, period: ตลอดปีงบประมาณ}
  - {id: m02, number: 2, title: อบรม, responsible: สำนักปลัด, period: ภายในวันที่ 15 มีนาคม 2565}
  - {id: m03, number: 3, title: สื่อสาร, responsible: สำนักปลัด, period: ต่อเนื่อง}
"""
REGISTER = """fiscal_year: 2565
check_window: {from: 1 เมษายน 2565, to: 30 เมษายน 2565}
items:
  O2: {answer: has, unit: clerk}
  O1: {answer: has_not, unit: [clerk, finance]}
"""
OLDER = "fiscal_year: 2564\nmeasures:\n  - {id: m01, title: งานเดิม, responsible: กองช่าง, period: มกราคม 2564}\n"


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """A small site whose units have measures and items in two years."""
    files = {
        "site_config/agency.yml": UNITS,
        "data/2564/measures.yml": OLDER,
        "data/2565/measures.yml": MEASURES,
        "data/2565/oit.yml": REGISTER,
    }
    return analyse_site(load_site(write_files(tmp_path_factory.mktemp("site"), {**SITE, **files})).site)


def test_work_is_in_the_order_of_its_last_days(results):
    """Measures and items together, the first to be due first, those without a last day at the end."""
    found = worklist_of(results, "clerk", ARABIC)
    days = [(one.id, one.by) for one in found.work]
    assert days == [
        ("m02", BuddhistDate(2565, 3, 15)),
        ("o1", BuddhistDate(2565, 3, 31)),
        ("o2", BuddhistDate(2565, 3, 31)),
        ("m01", BuddhistDate(2565, 9, 30)),
        ("m03", None),
    ]


def test_a_year_begins_with_what_the_documents_say(results):
    """The part of a unit and the answer of an item are as stated; a period without a last day is in its own words."""
    clerk = {one.id: one for one in worklist_of(results, "clerk", ARABIC).work}
    finance = {one.id: one for one in worklist_of(results, "finance", ARABIC).work}
    assert "หลัก" in clerk["m01"].role.text
    assert "ร่วม" in finance["m01"].role.text
    assert clerk["m02"].role is None
    assert ARABIC.plain(finance["o1"].state) == "ไม่มี"
    assert ARABIC.plain(clerk["m03"].until) == "ต่อเนื่อง"


def test_the_newest_year_is_that_in_which_the_unit_has_work(results):
    """A unit without work in the newest year of the site shows its own newest."""
    found = worklist_of(results, "works", ARABIC)
    assert (found.year, [one.by for one in found.work]) == (2564, [BuddhistDate(2564, 1, 31)])


def test_the_calendar_has_an_event_for_each_last_day(results):
    """Every dated piece of work is an all-day event of its own; whatever has no day is in none."""
    found = worklist_of(results, "clerk", ARABIC)
    calendar = Calendar.from_ical(export_unit_calendar(found, results.site))
    events = list(calendar.walk("VEVENT"))
    assert [one["dtstart"].dt for one in events] == [
        dt.date(2022, 3, 15),
        *[dt.date(2022, 3, 31)] * 2,
        dt.date(2022, 9, 30),
    ]
    assert len({str(one["uid"]) for one in events}) == 4
    assert "มาตรการที่ 2 อบรม" in str(events[0]["summary"])
