"""The problems of a submission: what stops the site until the result is known, and what changed and must be named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from prongsai.problems import Problem, Where, problem
from prongsai.submissions.compare import STOPPING, Finding
from prongsai.submissions.notes import Notes
from prongsai.submissions.record import Submission
from prongsai.submissions.text_changes import shorten_change
from prongsai.thai.dates import parse_date

PREFIX = "submitted-"
_CODES = {"lost": "submitted-address-lost", "moved": "submitted-address-moved", "removed": "submitted-link-removed"}
_SHORT_HASH = 12


@dataclass(frozen=True)
class Guarded:
    """A submission that is guarded: with its notes, what differs now, copies that are not there, and `place`.

    `place` gives the place of an item in the register, where people can do something about it.
    """

    submission: Submission
    notes: Notes
    findings: tuple[Finding, ...]
    lacking: tuple[str, ...]
    place: Callable[[str], Where]
    moved_to: str = ""


def is_of_submissions(found: Problem) -> bool:
    """True if a problem speaks of what was submitted, and not of the data as it is."""
    return found.code.startswith(PREFIX)


def check_submission(guarded: Guarded) -> Iterator[Problem]:
    """Every problem of a submission, none of which has a year: no page shows them.

    An address that is lost or moved is an error, since on appeal nothing but the submitted address is looked at
    (notice of ITAS of 18 June 2564, itas.nacc.go.th/home/detailnews/2181); content that changed is a warning.
    """
    submission = guarded.submission
    if guarded.moved_to:
        values = {
            "of": submission.year,
            "day": word_day(submission.day),
            "old": submission.site_url,
            "new": guarded.moved_to,
        }
        yield problem("submitted-site-moved", Where("site_config/site.yml"), year=None, **values)
    for code in dict.fromkeys(one.item.code for one in guarded.findings):
        yield from _of_item(guarded, [one for one in guarded.findings if one.item.code == code])
    if guarded.lacking:
        values = {"of": submission.year, "count": len(guarded.lacking), "found": guarded.lacking[0]}
        yield problem("submitted-copy-missing", Where(submission.file), year=None, **values)


def word_day(day: str) -> str:
    """A day in words (20 เมษายน 2570); what is none as it is."""
    return str(parse_date(day) or day)


def _of_item(guarded: Guarded, findings: Iterable[Finding]) -> Iterator[Problem]:
    for one in findings:
        release = guarded.notes.released.get(one.item.code)
        where, values = guarded.place(one.item.code), _values(guarded.submission, one)
        if one.what in STOPPING and release is not None:
            yield problem(
                "submitted-released", where, year=None, **values, reason=release.reason, noted=word_day(release.day)
            )
        elif one.what in STOPPING:
            yield problem(_CODES[one.what], where, year=None, **values, to=one.to)
        else:
            yield _changed(one, where, values)


def _values(submission: Submission, one: Finding) -> dict[str, object]:
    url = one.link.url if one.link else ""
    return {"of": submission.year, "item": one.item.code, "found": url, "day": word_day(submission.day)}


def _changed(one: Finding, where: Where, values: dict[str, object]) -> Problem:
    if one.what == "file":
        old = one.link.sha256[:_SHORT_HASH] if one.link else ""
        hashes = {"before": old, "after": one.sha256[:_SHORT_HASH]}
        return problem("submitted-file-changed", where, year=None, **values, **hashes, changed=word_day(one.day))
    before, after = shorten_change(one.changes[0]) if one.changes else ("", "")
    told = {"before": before or "-", "after": after or "-"} if one.changes else {"before": "", "after": ""}
    if one.what == "page":
        more = {"section": one.changes[0].section, "more": len(one.changes) - 1 or ""}
        return problem("submitted-page-changed", where, year=None, **values, **told, **more, changed=word_day(one.day))
    answers = {"was": one.item.answer or "-", "answer": one.answer, "added": one.to}
    return problem("submitted-answer-changed", where, year=None, **values, **told, **answers)
