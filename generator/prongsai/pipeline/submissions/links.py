"""Submitted links as `prongsai links` asks them, and those that broke, for the units that own their items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from prongsai.analysis.results import analyse_site
from prongsai.links.memory import LinkHistory, Memory
from prongsai.links.seen import Grade, grade_of
from prongsai.model.site import Site
from prongsai.pipeline.evidence.check_links import Linked, Use
from prongsai.pipeline.submissions.guard import guarded_years
from prongsai.pipeline.submissions.restore import restorable
from prongsai.submissions.keep import SUBMITTED, load_submissions, read_kept
from prongsai.submissions.record import Submission, SubmittedItem, SubmittedLink


@dataclass(frozen=True)
class BrokenLink:
    """A submitted link that does not open: of which item and unit, what is remembered of it, and its frozen copy.

    `has_copy` says that the copy in the site's folder is whole, `can_restore` that it is an attachment of which
    another file is at the address now.
    """

    year: int
    item: SubmittedItem
    link: SubmittedLink
    row: LinkHistory
    has_copy: bool
    can_restore: bool


def guarded_submissions(root: Path, site: Site, only_year: int | None = None) -> tuple[Submission, ...]:
    """The submissions of the years whose result is not entered, or of one of these."""
    if not (root / SUBMITTED).is_dir():
        return ()
    years = guarded_years(analyse_site(site), load_submissions(root))
    return tuple(one for year, one in years if only_year in {None, year})


def submitted_links(submissions: tuple[Submission, ...]) -> tuple[Linked, ...]:
    """Every submitted address as a link to be asked, also those that the register no longer has and our own."""
    uses: dict[str, list[Use]] = {}
    for submission in submissions:
        for item in submission.items:
            for link in item.links:
                uses.setdefault(link.url, []).append(Use(submission.year, item.code, item.unit, link.title))
    return tuple(Linked(url, tuple(found), ()) for url, found in sorted(uses.items()))


def broken_links(root: Path, submissions: tuple[Submission, ...], memory: Memory) -> tuple[BrokenLink, ...]:
    """Every submitted link that the newest check found broken, by unit and item."""
    found = (one for submission in submissions for one in _broken(root, submission, memory))
    return tuple(sorted(found, key=lambda one: (one.item.unit, one.year)))


def _broken(root: Path, submission: Submission, memory: Memory) -> Iterator[BrokenLink]:
    for item in submission.items:
        for link in item.links:
            row = memory.rows.get(link.url)
            if row is not None and grade_of(row.state) is Grade.BROKEN:
                has_copy = bool(link.kept) and read_kept(root, link.kept) is not None
                yield BrokenLink(submission.year, item, link, row, has_copy, restorable(root, link))
