"""Guard what was submitted until the result is known: the problems of a checked site, and what a publication shows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from prongsai.analysis.results import Results
from prongsai.exports.redirect_rules import find_move
from prongsai.pipeline.content.write_files import write_file
from prongsai.pipeline.submissions.current import SiteNow, hashes_of, is_decided, read_now
from prongsai.problems import Problem, Where
from prongsai.submissions.check import Guarded, check_submission
from prongsai.submissions.compare import compare_submission
from prongsai.submissions.keep import KEPT, SUBMITTED, Submissions, load_submissions, seen_file
from prongsai.submissions.record import Submission
from prongsai.submissions.seen import remember_seen, write_seen


def guarded_years(results: Results, submissions: Submissions) -> Iterator[tuple[int, Submission]]:
    """The years (Buddhist Era) whose result is not entered, each with the submission that counts."""
    for year in sorted(submissions.years):
        newest = submissions.newest(year)
        if newest is not None and not is_decided(results, year):
            yield year, newest


def check_submitted(site: SiteNow, site_url: str | None) -> list[Problem]:
    """The problems of every submission that is guarded; `site_url` is where the site says that it is.

    Of a year whose result is entered nothing is said: its history stays as it is.
    """
    if not (site.root / SUBMITTED).is_dir():
        return []
    submissions = load_submissions(site.root)
    found = [one for one in submissions.problems if not is_decided(site.results, int(one.values.get("of", "0")))]
    for _, submission in guarded_years(site.results, submissions):
        found += check_submission(_guarded(site, submission, submissions, site_url))
    return found


def _guarded(site: SiteNow, submission: Submission, submissions: Submissions, site_url: str | None) -> Guarded:
    year = submission.year
    now = read_now(site, submission, submissions.seen_of(year))
    paths = [link.path for link in submission.links if link.kind != "web"]
    move = find_move(submission.site_url, site_url, paths) if site_url and paths else None
    return Guarded(
        submission=submission,
        notes=submissions.notes_of(year),
        findings=tuple(compare_submission(submission, now)),
        lacking=missing_copies(site.root, submission),
        place=partial(place_of_item, site.results, submission),
        moved_to=site_url or "" if move else "",
    )


def missing_copies(root: Path, submission: Submission) -> tuple[str, ...]:
    """The names of copies that a record names and that are not there, or have not the size that they had."""
    kept = {link.kept: link.size for link in submission.links if link.kept}
    return tuple(name for name, size in kept.items() if not _has(root / KEPT / name, size))


def _has(path: Path, size: int) -> bool:
    return path.is_file() and path.stat().st_size == size


def place_of_item(results: Results, submission: Submission, code: str) -> Where:
    """The place of an item's links in the register, or of what is nearest to it."""
    result = results.years.get(submission.year)
    register = result.year.register if result else None
    answer = register.items.get(code) if register else None
    if answer is not None:
        return answer.where("links")
    return register.where("items") if register else Where(submission.file)


def held_addresses(root: Path, results: Results) -> dict[str, tuple[int, str]]:
    """The addresses of this site that were submitted and are not given up, each with its year and its item."""
    if not (root / SUBMITTED).is_dir():
        return {}
    submissions = load_submissions(root)
    found: dict[str, tuple[int, str]] = {}
    for year, submission in guarded_years(results, submissions):
        given_up = submissions.notes_of(year).released
        for item in (one for one in submission.items if one.code not in given_up):
            for link in (one for one in item.links if one.kind != "web"):
                found |= dict.fromkeys((link.href, link.path), (year, item.code))
    return found


def record_seen(site: SiteNow, day: str) -> bool:
    """Remember what is published at submitted addresses on a day (`2569-11-21`); whether any of it is new.

    Only the years that are guarded are remembered.
    """
    if not (site.root / SUBMITTED).is_dir():
        return False
    is_new = False
    submissions = load_submissions(site.root)
    for year, submission in guarded_years(site.results, submissions):
        before = submissions.seen_of(year)
        after = remember_seen(before, hashes_of(submission, read_now(site, submission)), day)
        if after != before:
            write_file(site.root / seen_file(year), write_seen(after).encode())
            is_new = True
    return is_new
