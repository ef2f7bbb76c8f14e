"""The words of what is remembered of a link: by whom it was checked, what was found, and the figures of its days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.thai.dates import MONTHS, BuddhistDate
from prongsai.views.links.states import LinkState, LinkStatus, Run, Span, WindowDays
from prongsai.views.speech import Speech

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
    """Since when a link is broken; empty for one that works or that only the eye can judge."""
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
    """What a page shows of a link: its checks, the newer one first, the days of the window and the full reason.

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
        """What a list of many links shows: the newest check and any that found the link broken.

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
    """What a page shows of a link to another website."""
    window = state.window if state else None
    has_reason = state is not None and state.status != "good"
    return LinkShown(
        checks=word_checks(state, opened_on, does_not_open, speech),
        remembered=state is not None,
        runs=window.runs if window else (),
        figures=word_days(window, speech) if window else "",
        reason=tuple(speech.digits(one) for one in _reason(state)) if state and has_reason else (),
    )
