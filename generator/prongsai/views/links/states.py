"""The memory of one link, in words: its state, since when, who checked it, and each day of the window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import Literal

from prongsai.links.memory import LinkHistory, Memory, compute_uptime, state_by_day
from prongsai.links.seen import Grade, State, grade_of
from prongsai.model.oit import CheckWindow
from prongsai.thai.dates import MONTHS, BuddhistDate, parse_date
from prongsai.views.speech import Speech
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
Run = tuple[LinkStatus, int, int]  # the status, the place of its first day from 0, and how many days
NO_MEMORY = Memory()


@dataclass(frozen=True)
class WindowDays:
    """The record of a link on each day of the assessment window; all figures are days.

    `good` counts the days on which it opened, also with a remark; `by_hand` those on which only a person can judge;
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
        """The days in runs of one status."""
        found: list[Run] = []
        start = 0
        for status, days in groupby(self.days):
            length = sum(1 for _ in days)
            found.append((status, start, length))
            start += length
        return tuple(found)


@dataclass(frozen=True)
class LinkState:
    """The memory of one address; `since` is the first day of its status, `last_good` the last that worked.

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
        """True if something opens, be it something else."""
        return self.status != "broken" or self.state in _OPENING


def state_of(memory: Memory, url: str, window: CheckWindow | None = None) -> LinkState | None:
    """The memory of an address; None where it was never checked."""
    row = memory.rows.get(url)
    return _state(row, window) if row else None


@lru_cache(maxsize=8192)
def _state(row: LinkHistory, window: CheckWindow | None) -> LinkState:
    """The state of a row; pages, data and rules ask for the same ones again and again."""
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
    first, last = window.first.in_digits(), window.last.in_digits()
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


_MOST_SPANS = 3  # spans of days that one sentence names


def word_span(span: Span, speech: Speech) -> str:
    """๕ ถึง ๖ มีนาคม ๒๕๖๕, with month and year said once where both ends share them."""
    first, last = span
    if first == last:
        return speech.date(first)
    if (first.year, first.month) == (last.year, last.month):
        begin = str(first.day)
    else:
        year = "" if first.year == last.year else f" {first.year}"
        begin = f"{first.day} {MONTHS[first.month - 1][0]}{year}"
    return f"{speech.digits(begin)} ถึง {speech.date(last)}"


def word_days(window: WindowDays, speech: Speech) -> str:
    """The figures of the strip: ตรวจ ๔๐ จาก ๖๑ วัน เปิดได้ ๓๘ วัน เปิดไม่ได้ ๒ วัน (๕ ถึง ๖ มีนาคม ๒๕๖๕)."""
    length = len(window.days)
    if not window.checked:
        return speech.digits(f"ยังไม่ได้ตรวจในช่วงตรวจประเมิน {length} วัน")
    words = [f"ตรวจ {window.checked} จาก {length} วัน", f"เปิดได้ {window.good} วัน"]
    if window.by_hand:
        words.append(f"ต้องเปิดดูเอง {window.by_hand} วัน")
    if window.bad:
        broken = "ใช้ไม่ได้" if window.opens else "เปิดไม่ได้"
        words.append(f"{broken} {window.bad} วัน{_spans(window.broken, speech)}")
    return speech.digits(" ".join(words))


def _spans(spans: tuple[Span, ...], speech: Speech) -> str:
    named = ", ".join(word_span(span, speech) for span in spans[:_MOST_SPANS])
    more = len(spans) - _MOST_SPANS
    rest = f" และอีก {more} ช่วง" if more > 0 else ""
    return f" ({named}{rest})" if named else ""


def word_since(state: LinkState, speech: Speech) -> str:
    """Since when a link is broken; empty for one that works or that only a person can judge."""
    if state.since is None or state.status != "broken":
        return ""
    return f"{'ใช้ไม่ได้' if state.opens else 'เปิดไม่ได้'}ตั้งแต่วันที่ {speech.date(state.since)}"


@dataclass(frozen=True)
class LinkCheck:
    """One check in words: by whom and when, what was found, since when it is so."""

    who: str
    found: str
    status: LinkStatus
    since: str = ""


def word_checks(
    state: LinkState | None, opened_on: BuddhistDate | None, does_not_open: str, speech: Speech
) -> tuple[LinkCheck, ...]:
    """The last check of the program and that of a person, the newer one first; of the same day the person's.

    `opened_on` and `does_not_open` are what a person wrote into the register.
    """
    found: list[tuple[BuddhistDate | None, LinkCheck]] = []
    if opened_on is not None or does_not_open:
        person = f"เจ้าหน้าที่เปิดดู {speech.date(opened_on)}" if opened_on else "เจ้าหน้าที่เปิดดู (ไม่ได้ระบุวันที่)"
        said = f"เปิดไม่ได้ {does_not_open}" if does_not_open else "เปิดได้"
        found.append((opened_on, LinkCheck(person, said, "broken" if does_not_open else "good")))
    if state is not None and state.checked_on is not None:
        program = f"โปรแกรมตรวจ {speech.date(state.checked_on)}"
        found.append((state.checked_on, LinkCheck(program, state.label, state.status, word_since(state, speech))))
    if len(found) == 2 and (found[0][0] is None or (found[1][0] is not None and found[1][0] > found[0][0])):
        found.reverse()
    return tuple(check for _, check in found)


@dataclass(frozen=True)
class LinkShown:
    """The details of a link on a page: its checks, the newer one first, the days of the window and the full reason.

    `figures` are the words of `runs`; both are empty where no window is stated or the link was never checked.
    `reason` says what was seen, what it means and what to do, where the program found something to say; `remembered`
    that the program has checked the link at all.
    """

    checks: tuple[LinkCheck, ...]
    runs: tuple[Run, ...] = ()
    figures: str = ""
    reason: tuple[str, ...] = ()
    remembered: bool = False

    @property
    def brief(self) -> tuple[LinkCheck, ...]:
        """The short form for a list of many links: the newest check and any that found the link broken.

        That a person could open the link, and no more, is left out.
        """
        if not self.remembered and all(check.status == "good" for check in self.checks):
            return ()
        return tuple(one for place, one in enumerate(self.checks) if not place or one.status == "broken")


def _reason(state: LinkState) -> Iterator[str]:
    yield state.seen
    yield f"ผล: {state.means}"
    if state.advice:
        yield f"วิธีแก้: {state.advice}"


def show_link(state: LinkState | None, opened_on: BuddhistDate | None, does_not_open: str, speech: Speech) -> LinkShown:
    """The details on a page of a link to another website."""
    window = state.window if state else None
    has_reason = state is not None and state.status != "good"
    return LinkShown(
        checks=word_checks(state, opened_on, does_not_open, speech),
        remembered=state is not None,
        runs=window.runs if window else (),
        figures=word_days(window, speech) if window else "",
        reason=tuple(speech.digits(one) for one in _reason(state)) if state and has_reason else (),
    )
