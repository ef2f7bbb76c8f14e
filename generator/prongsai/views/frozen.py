"""The frozen evidence and what has changed since, in words, for each link of an answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

from prongsai.links.frozen import Frozen, FrozenLink, Place
from prongsai.links.memory import LinkHistory, Memory
from prongsai.links.seen import State, works
from prongsai.thai.dates import BuddhistDate, parse_date
from prongsai.views.speech import Speech
from prongsai.wording import links as words
from prongsai.wording.links import word_label

Change = Literal["same", "changed", "gone", "closed", "opened", "unknown", "new"]


@dataclass(frozen=True)
class FrozenNow:
    """The newest record of each year, and what the pages and files of this site that it names are now.

    `current` holds, by the address in the record, the hash of the text of a page or of the bytes of a file; what is
    no longer there has none.
    """

    records: Mapping[int, Frozen] = field(default_factory=dict)
    current: Mapping[str, str] = field(default_factory=dict)


NOTHING_FROZEN = FrozenNow()


@dataclass(frozen=True)
class FrozenState:
    """The state of one link since it was frozen on `day`.

    `compared_on` is the check of a web address that it was compared with; `state` is what it showed when frozen,
    `is_page` whether that was a page of the web.
    """

    change: Change
    day: BuddhistDate | None
    place: Place = "web"
    state: State = State.FINE
    compared_on: BuddhistDate | None = None
    is_page: bool = False

    @property
    def opened(self) -> bool:
        """True if it opened when it was frozen."""
        return works(self.state)


def frozen_state(now: FrozenNow, year: int, href: str, memory: Memory) -> FrozenState | None:
    """The state of a year's link since the year was frozen; None where it never was.

    Pages of this site are compared by their text, files by their bytes, web addresses by the body that the last check
    got, or by the ETag of the server where the check took no body.
    """
    record = now.records.get(year)
    if record is None:
        return None
    day, link = parse_date(record.day), record.by_href.get(href)
    if link is None:
        return FrozenState("new", day)
    if link.place == "web":
        row = memory.rows.get(href)
        is_recent = row is not None and row.checked_on >= link.seen[:10]
        compared = parse_date(row.checked_on) if row is not None and is_recent else None
        change = _compare_web(link, row) if row is not None and is_recent else "unknown"
        return FrozenState(change, day, "web", link.state, compared, link.media_type == "text/html")
    return FrozenState(_compare_own(link, now.current.get(href, "")), day, link.place, link.state)


def _compare_own(link: FrozenLink, current: str) -> Change:
    if not current:
        return "gone"
    before = link.text_sha256 if link.place == "page" else link.sha256
    if not before:  # it was not there
        return "opened"
    return "same" if current == before else "changed"


def _compare_web(link: FrozenLink, row: LinkHistory) -> Change:
    if not works(row.state):
        return "closed"
    if not works(link.state):
        return "opened"
    if link.sha256 and link.complete and row.sha256:
        return "same" if link.sha256 == row.sha256 else "changed"
    # An ETag that differs says nothing: many servers make a new one when they start.
    return "same" if link.etag and link.etag == row.etag else "unknown"


def word_frozen(state: FrozenState, speech: Speech) -> str:
    """The day on which the evidence was frozen and what has changed since, as one text."""
    day = speech.date(state.day) if state.day else ""
    if state.change == "new":
        return words.NOW_NEW.format(day=day)
    parts = [words.FROZEN_LEAD.format(day=day)]
    if not state.opened:
        parts.append(words.FROZEN_CLOSED.format(label=word_label(state.state)))
    return " ".join([*parts, _word_now(state, speech)]).strip()


def _word_now(state: FrozenState, speech: Speech) -> str:
    if state.place != "web":
        return (words.NOW_PAGE if state.place == "page" else words.NOW_FILE).get(state.change, "")
    if state.change == "closed" and not state.opened:
        return ""
    key = "changed_page" if state.change == "changed" and state.is_page else state.change
    return words.NOW_WEB[key].format(compared=speech.date(state.compared_on) if state.compared_on else "")


def word_removed(now: FrozenNow, year: int, code: str, hrefs: Collection[str], speech: Speech) -> tuple[str, ...]:
    """The links that an item had when the year was frozen and has no more, each as a sentence."""
    record = now.records.get(year)
    if record is None:
        return ()
    day = parse_date(record.day)
    gone = (link.href for link in record.links if code in link.items and link.href not in hrefs)
    return tuple(words.NOW_REMOVED.format(day=speech.date(day) if day else "", link=href) for href in gone)
