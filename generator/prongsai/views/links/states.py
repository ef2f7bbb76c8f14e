"""What is remembered of one link: its state, since when, and each day of the assessment window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import Literal

from prongsai.links.memory import LinkHistory, Memory, compute_uptime, state_by_day
from prongsai.links.states import Grade, State, grade_of
from prongsai.model.oit import CheckWindow
from prongsai.thai.dates import BuddhistDate, parse_date
from prongsai.wording.links import word_label, word_state

LinkStatus = Literal["broken", "by_hand", "attention", "unchecked", "good"]
LINK_STATUSES: tuple[LinkStatus, ...] = ("broken", "by_hand", "attention", "unchecked", "good")
_STATUS_OF_GRADE: dict[Grade, LinkStatus] = {
    Grade.BROKEN: "broken",
    Grade.BY_HAND: "by_hand",
    Grade.ATTENTION: "attention",
    Grade.GOOD: "good",
}
# Such a link opens, but not to what the item is about.
_OPENING = {State.WRONG_YEAR, State.WRONG_YEAR_NAME, State.WRONG_TYPE, State.EMPTY}

Span = tuple[BuddhistDate, BuddhistDate]
Run = tuple[LinkStatus, int, int]  # the standing, the place of its first day from 0, and how many days
NO_MEMORY = Memory()


@dataclass(frozen=True)
class WindowDays:
    """How a link did on each day of the assessment window; all figures are days.

    `good` counts the days on which it opened, also with a remark; `by_hand` those on which only the eye can tell;
    `broken` are the spans of days on which it did not open. `opens` says that on such days it did open, but to
    something else.
    """

    first: BuddhistDate
    last: BuddhistDate
    days: tuple[LinkStatus, ...]
    checked: int
    good: int
    by_hand: int
    broken: tuple[Span, ...] = ()
    opens: bool = False

    @property
    def bad(self) -> int:
        """On how many of the days it did not open."""
        return self.checked - self.good - self.by_hand

    @property
    def runs(self) -> tuple[Run, ...]:
        """The days in runs of one standing."""
        found: list[Run] = []
        start = 0
        for status, days in groupby(self.days):
            length = sum(1 for _ in days)
            found.append((status, start, length))
            start += length
        return tuple(found)


@dataclass(frozen=True)
class LinkState:
    """What is remembered of one address; `since` is the first day of its standing, `last_good` the last that worked.

    `seen`, `means` and `advice` are the full reason in Thai; the last is empty where nothing is to be done.
    """

    state: State
    status: LinkStatus
    label: str
    seen: str
    means: str
    advice: str
    since: BuddhistDate | None
    checked_on: BuddhistDate | None
    last_good: BuddhistDate | None
    checks: int
    hops: int
    detail: Mapping[str, str] = field(default_factory=dict)
    window: WindowDays | None = None

    @property
    def opens(self) -> bool:
        """Whether something opens, be it something else."""
        return self.status != "broken" or self.state in _OPENING


def state_of(memory: Memory, url: str, window: CheckWindow | None = None) -> LinkState | None:
    """What is remembered of an address; None where it was never checked."""
    row = memory.rows.get(url)
    return _state(row, window) if row else None


@lru_cache(maxsize=8192)
def _state(row: LinkHistory, window: CheckWindow | None) -> LinkState:
    """The state that a row tells; pages, data and rules ask for the same ones again and again."""
    seen, means, advice = word_state(row.state, row.detail)
    hops = row.detail.get("hops", "")
    return LinkState(
        state=row.state,
        status=_STATUS_OF_GRADE[grade_of(row.state)],
        label=word_label(row.state),
        seen=seen,
        means=means,
        advice=advice,
        since=parse_date(row.since),
        checked_on=parse_date(row.checked_on),
        last_good=parse_date(row.last_good),
        checks=row.checks,
        hops=int(hops) if hops.isascii() and hops.isdigit() else 0,
        detail=row.detail,
        window=_window_days(row, window) if window else None,
    )


def _window_days(row: LinkHistory, window: CheckWindow) -> WindowDays:
    first, last = day_text(window.first), day_text(window.last)
    states = state_by_day(row, first, last)
    statuses = {day: _status_of(state) for day, state in states.items()}
    uptime = compute_uptime(row, first, last)
    bad = {state for day, state in states.items() if statuses[day] == "broken"}
    return WindowDays(
        first=window.first,
        last=window.last,
        days=tuple(statuses.values()),
        checked=uptime.checked,
        good=uptime.good,
        by_hand=uptime.by_hand,
        broken=_broken_spans(statuses),
        opens=bool(bad & _OPENING),
    )


def _status_of(state: State) -> LinkStatus:
    return "unchecked" if state is State.NOT_CHECKED else _STATUS_OF_GRADE[grade_of(state)]


def _broken_spans(statuses: Mapping[str, LinkStatus]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for status, group in groupby(statuses.items(), key=lambda one: one[1]):
        days = [day for day, _ in group] if status == "broken" else []
        if days and (first := parse_date(days[0])) and (last := parse_date(days[-1])):
            spans.append((first, last))
    return tuple(spans)


def day_text(day: BuddhistDate) -> str:
    """The day as the memory of links and the data for machines write it: 2565-03-05."""
    return f"{day.year:04}-{day.month:02}-{day.day:02}"
