"""The memory of each link: since when it has been as it is, and how it was on each day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from prongsai.links.seen import Grade, State, Verdict, grade_of, same_group, works
from prongsai.thai.dates import day_after, days_from, format_day, parse_day

# Days of change that are kept: two assessment years. What is older is summed up in `since` and `last_good`.
KEPT_CHANGES = 800

Change = tuple[str, State]  # from this day (2569-11-21) on, this state


@dataclass(frozen=True)
class LinkHistory:
    """The history of one address; days are of the Buddhist Era (`2569-11-21`).

    `since` is the day of the first check of the group that `state` belongs to (working, broken, for a person to judge),
    `last_good` the last day on which the link worked. `changes` has one entry for each day on which the state became
    another, and one of `not_checked` where days without a check begin. A check is the last one of its day.
    """

    url: str
    state: State
    since: str
    checked_on: str
    checks: int = 1
    last_good: str = ""
    changes: tuple[Change, ...] = ()
    etag: str = ""
    sha256: str = ""
    detail: Mapping[str, str] = field(default_factory=dict, hash=False)
    line: int = 0


@dataclass(frozen=True)
class Memory:
    """All rows by address, in the order of the addresses."""

    rows: Mapping[str, LinkHistory] = field(default_factory=dict)

    def with_rows(self, changed: Iterable[LinkHistory]) -> Memory:
        """The memory with rows added or replaced."""
        rows = {**self.rows, **{row.url: replace(row, line=0) for row in changed}}
        return Memory({url: rows[url] for url in sorted(rows)})


@dataclass(frozen=True)
class Uptime:
    """The days of a window that were checked, those on which the link worked, and those that only people can judge."""

    checked: int
    good: int
    by_hand: int

    @property
    def share(self) -> tuple[int, int] | None:
        """Days that worked, of the days on which the check could tell; None where there is none."""
        told = self.checked - self.by_hand
        return (self.good, told) if told else None


def remember(memory: Memory, verdicts: Iterable[Verdict], day: str) -> Memory:
    """The memory after the checks of a day; what could not be checked leaves no trace."""
    kept = [one for one in verdicts if one.state is not State.NOT_CHECKED]
    return memory.with_rows(remember_one(memory.rows.get(one.url), one, day) for one in kept)


def remember_one(row: LinkHistory | None, verdict: Verdict, day: str) -> LinkHistory:
    """One row after a check; a second check of the same day takes the place of the first."""
    if row is not None and day < row.checked_on:
        return row  # a clock that was set back adds nothing
    changes = _with_change(row, verdict.state, day)
    return LinkHistory(
        verdict.url,
        verdict.state,
        _since(row, changes, verdict.state, day),
        day,
        (row.checks if row else 0) + 1,
        day if works(verdict.state) else _last_good(row, day),
        changes[-KEPT_CHANGES:],
        verdict.etag,
        verdict.sha256,
        verdict.values,
    )


def _with_change(row: LinkHistory | None, state: State, day: str) -> tuple[Change, ...]:
    """The changes with the state of a day: days without a check are marked, a state that goes on is not."""
    if row is None:
        return ((day, state),)
    changes = [one for one in row.changes if one[0] < day]
    last = row.checked_on if row.checked_on < day else (_day_before(day) if changes else "")
    following = format_day(day_after(parse_day(last))) if last and changes else ""
    if following and following < day and changes[-1][1] is not State.NOT_CHECKED:
        changes.append((following, State.NOT_CHECKED))
    if not changes or changes[-1][1] is not state:
        changes.append((day, state))
    return tuple(changes)


def _day_before(day: str) -> str:
    return format_day(day_after(parse_day(day), -1))


def _since(row: LinkHistory | None, changes: tuple[Change, ...], state: State, day: str) -> str:
    """The first day of the run of checks that ends now and belongs together; unchecked days do not end it."""
    since = day
    for begin, earlier in reversed(changes):
        if earlier is State.NOT_CHECKED:
            continue
        if not same_group(earlier, state):
            return since
        since = min(since, begin)
    # The run reaches back to what is no longer kept: what was known before still holds.
    return min(since, row.since) if row is not None and same_group(row.state, state) else since


def _last_good(row: LinkHistory | None, day: str) -> str:
    """The last day that worked before a day, where an earlier check of the same day no longer counts."""
    if row is None or row.last_good < day:
        return row.last_good if row else ""
    states = state_by_day(row, row.changes[0][0], _day_before(day)) if row.changes[0][0] < day else {}
    return max((one for one, state in states.items() if works(state)), default="")


def broken_since(row: LinkHistory) -> str:
    """The day since which a link is broken, or an empty text when it is not."""
    return row.since if grade_of(row.state) is Grade.BROKEN else ""


def state_by_day(row: LinkHistory, first: str, last: str) -> dict[str, State]:
    """The state of each day of a window, both ends included; `not_checked` where nobody looked."""
    found: dict[str, State] = {}
    changes = list(row.changes)
    state = State.NOT_CHECKED
    for day in _days_between(first, last):
        while changes and changes[0][0] <= day:
            state = changes.pop(0)[1]
        found[day] = state if day <= row.checked_on else State.NOT_CHECKED
    return found


@lru_cache(maxsize=64)
def _days_between(first: str, last: str) -> tuple[str, ...]:
    """The days of a window, both ends included; all links of a year have the same."""
    return tuple(map(format_day, days_from(parse_day(first), parse_day(last))))


def compute_uptime(row: LinkHistory, first: str, last: str) -> Uptime:
    """The record of a link in a window of days, both ends included."""
    states = [state for state in state_by_day(row, first, last).values() if state is not State.NOT_CHECKED]
    by_hand = sum(grade_of(state) is Grade.BY_HAND for state in states)
    return Uptime(len(states), sum(map(works, states)), by_hand)
