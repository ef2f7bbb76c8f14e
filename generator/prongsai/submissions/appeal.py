"""The record behind an appeal: of each item with a provisional zero what was submitted, and what is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from prongsai.links.memory import LinkHistory, Memory, Uptime, compute_uptime
from prongsai.links.seen import State
from prongsai.submissions.compare import Finding
from prongsai.submissions.notes import Release, Zero
from prongsai.submissions.record import Submission, SubmittedItem, SubmittedLink
from prongsai.submissions.seen import Seen

MOST_EXCERPT = 8  # lines of the submitted text of a page; the copy has all of it


@dataclass(frozen=True)
class Spell:
    """A window of days (`2569-11-21`, both ends included) with what the checks of a link showed in it."""

    first: str
    last: str
    uptime: Uptime


@dataclass(frozen=True)
class AppealLink:
    """A submitted link with its number on the sheet.

    `spells` are the days since it was submitted, and those of the assessment where the agency states them; `changes`
    the days on which its state became another since it was submitted. `excerpt` is the beginning of the submitted text
    of a page, `lines` how many that has; `deviations` are days since which other content was published, and whether it
    was the submitted one again.
    """

    number: int
    link: SubmittedLink
    row: LinkHistory | None = None
    spells: tuple[Spell, ...] = ()
    changes: tuple[tuple[str, State], ...] = ()
    excerpt: tuple[str, ...] = ()
    lines: int = 0
    deviations: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True)
class AppealSheet:
    """Everything that the sheet of an item says; `findings` are the differences to what was submitted.

    `is_compared` is false where the data of the site has errors, so that pages could not be compared.
    """

    submission: Submission
    item: SubmittedItem
    zero: Zero
    links: tuple[AppealLink, ...]
    findings: tuple[Finding, ...]
    is_compared: bool = True
    release: Release | None = None


@dataclass(frozen=True)
class Known:
    """All that is known besides a submission: the memory of links, what was published since, and the kept texts.

    `window` are the first and the last day of the assessment as the agency states them.
    """

    memory: Memory
    seen: Seen
    texts: Mapping[str, str]
    window: tuple[str, str] | None = None


def describe_link(submission: Submission, number: int, link: SubmittedLink, known: Known) -> AppealLink:
    """One submitted link with everything that is known of it."""
    row = known.memory.rows.get(link.url)
    lines = known.texts.get(link.kept, "").splitlines()
    return AppealLink(
        number=number,
        link=link,
        row=row,
        spells=_spells(row, submission.day, known.window) if row else (),
        changes=tuple(one for one in row.changes if one[0] >= submission.day) if row else (),
        excerpt=tuple(lines[:MOST_EXCERPT]),
        lines=len(lines),
        deviations=_deviations(link, submission, known.seen),
    )


def _spells(row: LinkHistory, day: str, window: tuple[str, str] | None) -> tuple[Spell, ...]:
    """The windows of which there is anything to say: since the submission, and the assessment."""
    windows = ((day, row.checked_on), window)
    spans = (one for one in windows if one is not None and one[0] <= one[1])
    found = (Spell(first, last, compute_uptime(row, first, last)) for first, last in dict.fromkeys(spans))
    return tuple(one for one in found if one.uptime.checked)


def _deviations(link: SubmittedLink, submission: Submission, seen: Seen) -> tuple[tuple[str, bool], ...]:
    """The publications since the submission that changed what is there; the submitted content comes first unsaid."""
    found: list[tuple[str, bool]] = []
    was_same = True
    for day, sha256 in seen.paths.get(link.path, ()):
        is_same = sha256 == link.sha256
        if is_same != was_same and day >= submission.day:
            found.append((day, is_same))
        was_same = is_same
    return tuple(found)
