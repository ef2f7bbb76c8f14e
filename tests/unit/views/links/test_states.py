"""The memory of a link becomes values and words that are right to the day."""

from __future__ import annotations

import pytest

from links.remembered import STATES, WINDOW, month_of, verdict
from prongsai.links.memory import Memory, remember
from prongsai.links.seen import State, grade_of
from prongsai.model.oit import CheckWindow
from prongsai.thai.dates import BuddhistDate, parse_date
from prongsai.views.links.states import (
    LINK_STATUSES,
    show_link,
    state_of,
    word_checks,
    word_days,
    word_since,
    word_span,
)
from prongsai.views.speech import Speech

URL = "https://www.example.go.th/executives"
SPEECH = Speech("arabic")


def day(text: str) -> BuddhistDate:
    """A day of the Buddhist Era."""
    found = parse_date(text)
    assert found is not None
    return found


def one_check(state: State, on: str = "2565-03-20") -> Memory:
    """A link that was checked once."""
    return remember(Memory(), [verdict(URL, state)], on)


def test_a_link_that_was_never_checked_has_no_state():
    """Nothing is said of a link of which nothing is remembered."""
    assert state_of(Memory(), URL, WINDOW) is None
    assert show_link(None, None, "", SPEECH).checks == ()


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_words_and_a_status(state):
    """Each state is shown with its label, its full reason and the status of its grade."""
    found = state_of(one_check(state), URL)
    assert found.label
    assert found.seen
    assert found.means
    assert found.status == grade_of(state).value
    assert found.status in LINK_STATUSES
    assert bool(show_link(found, None, "", SPEECH).reason) == (found.status != "good")


def test_without_a_window_no_day_is_counted():
    """No days of assessment are assumed where the agency states none."""
    found = state_of(month_of(URL), URL)
    assert found.window is None
    assert show_link(found, None, "", SPEECH).figures == ""


def test_the_figures_of_the_window_are_right_to_the_day():
    """61 days, of which 40 were checked and 38 were good; the two bad ones are named, and every day has its cell."""
    window = state_of(month_of(URL), URL, WINDOW).window
    assert word_days(window, SPEECH) == "ตรวจ 40 จาก 61 วัน เปิดได้ 38 วัน เปิดไม่ได้ 2 วัน (5 ถึง 6 มีนาคม 2565)"
    assert [window.days.count(one) for one in ("good", "broken", "unchecked")] == [38, 2, 21]
    assert window.runs == (("good", 0, 4), ("broken", 4, 2), ("good", 6, 34), ("unchecked", 40, 21))


def test_figures_are_in_thai_digits_where_the_site_says_so():
    """The sentence of a strip uses the numerals of the site."""
    window = state_of(month_of(URL, broken=()), URL, WINDOW).window
    assert word_days(window, Speech("thai")) == "ตรวจ ๔๐ จาก ๖๑ วัน เปิดได้ ๔๐ วัน"


def test_many_spans_are_named_only_in_part():
    """A link that breaks again and again does not fill the page with days."""
    window = state_of(month_of(URL, broken=(1, 3, 5, 7, 9)), URL, WINDOW).window
    assert word_days(window, SPEECH).endswith("เปิดไม่ได้ 5 วัน (1 มีนาคม 2565, 3 มีนาคม 2565, 5 มีนาคม 2565 และอีก 2 ช่วง)")


def test_days_for_a_person_to_judge_and_days_of_another_year_are_said_as_what_they_are():
    """A link that only a person can judge is not counted as broken, and what opens is not said to be shut."""
    by_hand = state_of(one_check(State.BLOCKED), URL, WINDOW).window
    assert word_days(by_hand, SPEECH) == "ตรวจ 1 จาก 61 วัน เปิดได้ 0 วัน ต้องเปิดดูเอง 1 วัน"
    other_year = state_of(one_check(State.WRONG_YEAR), URL, WINDOW)
    assert word_days(other_year.window, SPEECH).endswith("ใช้ไม่ได้ 1 วัน (20 มีนาคม 2565)")
    assert word_since(other_year, SPEECH) == "ใช้ไม่ได้ตั้งแต่วันที่ 20 มีนาคม 2565"


def test_a_window_in_which_nobody_looked_says_so():
    """Checks of other days are no checks of the window."""
    window = state_of(one_check(State.FINE, "2566-01-05"), URL, WINDOW).window
    assert word_days(window, SPEECH) == "ยังไม่ได้ตรวจในช่วงตรวจประเมิน 61 วัน"


def test_a_broken_link_says_since_when():
    """The first day of the run of broken checks is named, and nothing for a link that works."""
    memory = remember(one_check(State.NOT_FOUND), [verdict(URL, State.TIMEOUT)], "2565-03-25")
    assert word_since(state_of(memory, URL), SPEECH) == "เปิดไม่ได้ตั้งแต่วันที่ 20 มีนาคม 2565"
    assert word_since(state_of(one_check(State.MOVED), URL), SPEECH) == ""
    assert word_since(state_of(one_check(State.FORBIDDEN), URL), SPEECH) == ""


@pytest.mark.parametrize(
    ("opened_on", "first"),
    [("2565-03-21", "เจ้าหน้าที่"), ("2565-03-20", "เจ้าหน้าที่"), ("2565-03-19", "โปรแกรม"), (None, "โปรแกรม")],
)
def test_the_newer_of_two_checks_comes_first(opened_on, first):
    """A person's check and the program's are both shown, the newer one first; a day that nobody stated is no newer."""
    opened = day(opened_on) if opened_on else None
    found = word_checks(state_of(one_check(State.NOT_FOUND), URL), opened, "ขึ้นหน้าว่าง", SPEECH)
    assert [check.who.startswith(first) for check in found] == [True, False]
    assert {check.found for check in found} == {"เปิดไม่ได้ ขึ้นหน้าว่าง", "ไม่พบหน้า"}


def test_a_list_of_many_links_repeats_no_day_that_is_there_already():
    """That a person could open a link is left out where the card says so already; what is broken never is."""
    opened = day("2565-04-26")
    assert show_link(None, opened, "", SPEECH).brief == ()
    assert [one.status for one in show_link(None, opened, "ขึ้นหน้าว่าง", SPEECH).brief] == ["broken"]
    remembered = state_of(one_check(State.FINE, "2565-04-28"), URL)
    assert [one.who for one in show_link(remembered, opened, "", SPEECH).brief] == ["โปรแกรมตรวจ 28 เมษายน 2565"]
    assert [one.status for one in show_link(remembered, opened, "ขึ้นหน้าว่าง", SPEECH).brief] == ["good", "broken"]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2565-03-05", "2565-03-05", "5 มีนาคม 2565"),
        ("2565-03-05", "2565-03-06", "5 ถึง 6 มีนาคม 2565"),
        ("2565-02-28", "2565-03-02", "28 กุมภาพันธ์ ถึง 2 มีนาคม 2565"),
        ("2564-12-30", "2565-01-02", "30 ธันวาคม 2564 ถึง 2 มกราคม 2565"),
    ],
)
def test_a_span_says_month_and_year_once(first, last, words):
    """Days are named as people say them."""
    assert word_span((day(first), day(last)), SPEECH) == words
    assert (day(first).in_digits(), day(last).in_digits()) == (first, last)


def test_a_window_counts_its_days():
    """Both ends belong to the window, also across the end of a leap February."""
    assert WINDOW.length == 61
    assert CheckWindow.model_validate({"from": "2567-02-28", "to": "2567-03-01"}).length == 3
