"""The memory of links: since when, how often, and each day of a window."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.links import memory as remembered
from prongsai.links.links_csv import read_links, write_links
from prongsai.links.memory import LinkHistory, Memory, compute_uptime, remember, state_by_day
from prongsai.links.seen import State, Verdict, same_group, works
from prongsai.thai.dates import day_after, format_day, is_day, parse_day

URL = "https://www.example.go.th/plan"
FIRST = parse_day("2567-02-26")  # a week that has a 29 February
ANY_STATE = st.sampled_from(sorted(State))


def day(number: int) -> str:
    """The day so many days after the first."""
    return format_day(day_after(FIRST, number))


def after(*checks: tuple[int, State]) -> LinkHistory:
    """The row after checks on days by number."""
    memory = Memory()
    for number, state in checks:
        memory = remember(memory, [Verdict(URL, state)], day(number))
    return memory.rows[URL]


@given(st.lists(st.one_of(st.none(), ANY_STATE), min_size=1, max_size=40))
def test_every_day_is_remembered_as_it_was(states):
    """For any days, checked or not: strip, share, since when and last good day follow from the checks alone."""
    checks = [(number, state) for number, state in enumerate(states) if state not in {None, State.NOT_CHECKED}]
    if not checks:
        return
    row = after(*checks)
    known = dict(checks)
    strip = state_by_day(row, day(0), day(len(states)))
    assert list(strip.values()) == [known.get(number, State.NOT_CHECKED) for number in range(len(states) + 1)]
    uptime = compute_uptime(row, day(0), day(len(states)))
    assert (uptime.checked, uptime.good) == (len(checks), sum(works(state) for _, state in checks))
    run = [number for number, _ in checks]
    for number, state in reversed(checks):
        if not same_group(state, row.state):
            run = [one for one in run if one > number]
            break
    assert row.since == day(run[0])
    assert row.last_good == max((day(number) for number, state in checks if works(state)), default="")
    assert row.checks == len(checks)


@given(st.lists(st.tuples(st.integers(0, 30), ANY_STATE), min_size=1, max_size=30))
def test_the_memory_is_the_same_after_a_round_through_the_file(checks):
    """Writing and reading changes nothing, and the same memory gives the same bytes."""
    memory = Memory()
    for number, state in sorted(checks, key=lambda one: one[0]):
        detail = {"found": 'ก=ข;ค%0A,"ง"\nจ', "status": "404"}
        memory = remember(memory, [Verdict(f"{URL}?n={number % 3}", state, detail, etag='"x,y"')], day(number))
    text = write_links(memory)
    read, problems = read_links("\ufeff" + text, "links.csv")
    assert (write_links(read), problems) == (text, [])


def test_the_last_check_of_a_day_counts():
    """A link repaired within a day was fine on that day, and since the day it always was."""
    row = after((0, State.FINE), (1, State.FINE), (2, State.TIMEOUT), (2, State.FINE))
    assert (row.since, row.changes, row.checks) == (day(0), ((day(0), State.FINE),), 4)
    row = after((0, State.FINE), (1, State.FINE), (1, State.GONE))
    assert (row.since, row.last_good) == (day(1), day(0))


def test_another_fault_is_no_new_break():
    """A link that was gone and then timed out is broken since it was gone."""
    row = after((0, State.FINE), (1, State.GONE), (3, State.TIMEOUT))
    assert remembered.broken_since(row) == day(1)
    assert row.changes[-2:] == ((day(2), State.NOT_CHECKED), (day(3), State.TIMEOUT))


def test_days_that_only_a_person_can_judge_are_left_out_of_the_share():
    """Uptime counts days of which a machine can tell; a link of which it never can has no share."""
    row = after((0, State.FINE), (1, State.BLOCKED), (2, State.GONE))
    assert compute_uptime(row, day(0), day(2)).share == (1, 2)
    assert compute_uptime(after((0, State.BLOCKED)), day(0), day(0)).share is None


def test_a_long_history_is_cut_and_since_when_stays(monkeypatch):
    """The oldest changes are let go; since when a link is as it is does not move with them."""
    monkeypatch.setattr(remembered, "KEPT_CHANGES", 4)
    row = after(*((number, (State.FINE, State.MOVED)[number % 2]) for number in range(20)))
    assert (len(row.changes), row.since) == (4, day(0))


def test_a_clock_that_was_set_back_adds_nothing():
    """A check before the last one known changes no row."""
    row = after((5, State.FINE))
    assert after((5, State.FINE), (3, State.GONE)) == row


def test_what_could_not_be_checked_leaves_no_trace():
    """A verdict of not checked makes no row."""
    assert remember(Memory(), [Verdict(URL, State.NOT_CHECKED)], day(0)).rows == {}


@pytest.mark.parametrize(
    ("text", "is_one"), [("2569-11-21", True), ("2569-2-1", False), ("2569-02-30", False), ("2026-11-21", False)]
)
def test_days_are_of_the_buddhist_era(text, is_one):
    """Only a day of the calendar with a year of the Buddhist Era is one."""
    assert is_day(text) is is_one
