"""Findings of the answer itself and of what is remembered of its links, where no rule has a problem."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from prongsai.links.seen import State
from prongsai.readiness.item import Finding
from prongsai.views.links.states import WindowDays, word_span
from prongsai.views.oit.answers import AnsweredLink, ItemAnswer
from prongsai.views.oit.lacks import answer_lack, stated_missing
from prongsai.views.speech import Speech
from prongsai.wording.item_reasons import Reason
from prongsai.wording.lacks import Lack, word_lack

_COMPLAINT = ("ร้องเรียน", "ร้องทุกข์", "complain")
_REASONS = {
    Lack.OPEN: Reason.NO_ANSWER,
    Lack.WAITS: Reason.NOT_RENEWED,
    Lack.HAS_NOT: Reason.NOT_STATED,
    Lack.NOTHING_HAPPENED: Reason.NOT_STATED,
}


def findings_in(answer: ItemAnswer, key: str | None, renew: int | None, speech: Speech) -> Iterator[Finding]:
    """The findings in the answer to an item of the meaning `key`; `renew` is the year that it still waits from.

    Where nothing happened and the answer says so, a person sees that it is shown as well.
    """
    lack = answer_lack(answer, speech, renew)
    if lack is None or lack.kind is None:
        yield from _in_links(answer, speech)
        yield from _of_other_kind(answer, key)
        yield from (Finding(Reason.ELEMENT, costs=False, says=one.says, fix=one.fix) for one in stated_missing(answer))
    else:
        yield Finding(_REASONS[lack.kind], lack.kind is not Lack.NOTHING_HAPPENED, lack.says, lack.fix)


def _found(reason: Reason, lack: Lack, *, costs: bool = False, **values: str) -> Finding:
    words = word_lack(lack, **values)
    return Finding(reason, costs, words.says, words.fix)


def _in_links(answer: ItemAnswer, speech: Speech) -> Iterator[Finding]:
    for link in {link.href: link for link in reversed(answer.links) if link.is_external}.values():
        seen, name = link.seen, _named(link)
        if link.last_check is None:
            yield _found(Reason.UNREACHABLE, Lack.NOT_OPENED, link=name)
        elif seen is not None and not _opened_since(link):
            if seen.status == "by_hand":
                yield _found(Reason.UNREACHABLE, Lack.UNDECIDED, link=name, state=seen.label)
            elif seen.state is State.PLACE_MISSING:
                yield _found(Reason.UNREACHABLE, Lack.PLACE, link=name)
        if seen is not None and seen.window is not None and seen.window.bad:
            days = {"count": str(seen.window.bad), "days": _word_bad(seen.window, speech)}
            yield _found(Reason.NOT_IN_WINDOW, Lack.DAYS, costs=True, link=name, **days)


def _opened_since(link: AnsweredLink) -> bool:
    """True if a person opened the link on the day of the program's check or later."""
    checked = link.seen.checked_on if link.seen else None
    return link.checked_on is not None and checked is not None and link.checked_on >= checked


def _word_bad(window: WindowDays, speech: Speech) -> str:
    return ", ".join(word_span(span, speech) for span in window.broken)


def _named(link: AnsweredLink) -> str:
    return f"“{link.title}” ({link.href})" if link.title and link.title != link.href else link.href


def _of_other_kind(answer: ItemAnswer, key: str | None) -> Iterator[Finding]:
    """A form for complaints is no E-Service, and a link that calls itself one is to be looked at."""
    for link in answer.links if key == "e-service" else ():
        if any(word in f"{link.title} {unquote(link.href)}".lower() for word in _COMPLAINT):
            yield _found(Reason.OTHER_KIND, Lack.COMPLAINT, link=_named(link))
