"""Record what was submitted: the answers as the sheet for ITAS gives them, with copies of what their links show."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from prongsai import __version__, addresses
from prongsai.disk.read import LARGEST, TooLargeError, read_plain
from prongsai.ledger.follow_redirects import Addresses
from prongsai.links.frozen import Frozen
from prongsai.links.memory import Memory
from prongsai.model.stated import known
from prongsai.pipeline.check import Checked, site_now
from prongsai.pipeline.content.owners import CONTENT
from prongsai.pipeline.content.write_files import write_file
from prongsai.pipeline.submissions.current import read_items, with_hashes
from prongsai.pipeline.submissions.page_texts import PageSources, read_page_texts
from prongsai.submissions.check import is_of_submissions
from prongsai.submissions.keep import KEPT, load_submissions, name_submission
from prongsai.submissions.record import Evidence, Submission, SubmittedItem, SubmittedLink, write_submission
from prongsai.thai.dates import format_day, parse_day

_ENDING = 5  # letters of the ending of a file's name that its copy keeps


class SubmitRefusedError(Exception):
    """A submission that cannot be recorded.

    `reason` is one of register, empty, errors, address, absent, before, year or later; `found` names what is in the
    way.
    """

    def __init__(self, reason: str, found: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.reason, self.found = reason, found


@dataclass(frozen=True)
class Submitted:
    """The record of a submission: `is_new` is false where the last record of that day says the same already.

    `supersedes` is the day of the one before it, `without_copy` the links whose files were too large to be copied,
    `unpublished` those that were never published.
    """

    submission: Submission
    is_new: bool
    supersedes: str = ""
    without_copy: tuple[str, ...] = ()
    unpublished: tuple[str, ...] = ()


def submit_year(checked: Checked, year: int, day: str, today: str = "") -> Submitted:
    """Record the answers of a year (Buddhist Era) as submitted on `day` (`2569-11-21`), recorded `today`.

    The copies are written before the record that names them. Raises SubmitRefusedError before anything is written.
    """
    before = load_submissions(checked.root).newest(year)
    _refuse(checked, year, day, before)
    texts, items = _read_items(checked, year)
    made = Submission(year, day, _site_url(checked), __version__, items, recorded_on=today)
    copies = dict(_copies(checked, made, texts))
    kept = {href: name for href, (name, _) in copies.items()}
    made = replace(made, items=tuple(_with_copies(item, kept, checked, year) for item in items))
    own = [link for link in made.links if link.kind != "web"]
    more = (
        tuple(link.href for link in own if link.kind == "file" and not link.kept),
        tuple(link.href for link in own if link.href not in checked.ledger.live),
    )
    if before is not None and replace(made, file=before.file, recorded_on=before.recorded_on) == before:
        return Submitted(before, False, "", *more)
    for name, data in copies.values():
        if not (checked.root / KEPT / name).is_file():
            write_file(checked.root / KEPT / name, data)
    file = name_submission(checked.root, year, day)
    write_file(checked.root / file, write_submission(made).encode())
    return Submitted(replace(made, file=file), True, before.day if before else "", *more)


def _site_url(checked: Checked) -> str:
    return checked.results.site.options.site_url or ""


def _refuse(checked: Checked, year: int, day: str, before: Submission | None) -> None:
    """Raise SubmitRefusedError for what makes no sense as a submission."""
    if checked.has_errors_of_data:
        raise SubmitRefusedError("errors")
    result = checked.results.years.get(year)
    register = result.year.register if result else None
    if register is None:
        years = (number for number, one in checked.results.years.items() if one.year.register is not None)
        raise SubmitRefusedError("register", tuple(map(str, years)))
    if not format_day(parse_day(f"{year - 1}-10-01")) <= day <= format_day(parse_day(f"{year + 1}-09-30")):
        raise SubmitRefusedError("year")
    if before is not None and day < before.day:
        raise SubmitRefusedError("before", (before.day,))
    stated = ((code, known(answer.published_on)) for code, answer in register.items.items())
    if later := tuple(code for code, on in stated if on is not None and on.in_digits() > day):
        raise SubmitRefusedError("later", later)


def _read_items(checked: Checked, year: int) -> tuple[dict[str, str], tuple[SubmittedItem, ...]]:
    """The texts of the pages of a year's answers, and the answers.

    Raises SubmitRefusedError where there is none, or where one leads nowhere.
    """
    items = read_items(checked.results, year)
    if not any(item.answer for item in items):
        raise SubmitRefusedError("empty")
    inside = tuple(item.code for item in items if any(link.kind != "web" for link in item.links))
    if inside and not _site_url(checked):
        raise SubmitRefusedError("address", inside)
    site = site_now(replace(checked, problems=tuple(one for one in checked.problems if not is_of_submissions(one))))
    existing = site.addresses
    lost = (f"{item.code} {link.url}" for item in items for link in item.links if _is_lost(link.href, existing))
    if absent := tuple(lost):
        raise SubmitRefusedError("absent", absent)
    paths = {link.path for item in items for link in item.links if link.kind == "page"}
    texts = read_page_texts(PageSources(site.root, site.results, site.own_pages, _site_url(checked)), paths)
    return texts, with_hashes(site, items, texts)


def _is_lost(href: str, existing: Addresses | None) -> bool:
    return href.startswith("/") and (existing is None or not existing.has(href))


def _copies(checked: Checked, made: Submission, texts: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, bytes]]]:
    """The copies of attachments and of texts of pages: by the address, the name of each and its bytes."""
    for link in made.links:
        if link.kind == "page" and link.path in texts:
            yield link.href, _named(texts[link.path].encode(), ".txt")
        elif link.kind == "file":
            try:
                data = read_plain(checked.root / CONTENT / addresses.content_name(link.href), LARGEST)
            except TooLargeError:
                continue
            yield link.href, _named(data, PurePosixPath(link.href).suffix.lower())


def _named(data: bytes, ending: str) -> tuple[str, bytes]:
    is_plain = ending[1:].isascii() and ending[1:].isalnum() and len(ending) <= _ENDING + 1
    return f"{hashlib.sha256(data).hexdigest()}{ending if is_plain else ''}", data


def _with_copies(item: SubmittedItem, kept: Mapping[str, str], checked: Checked, year: int) -> SubmittedItem:
    frozen = checked.frozen.get(year)
    links = (
        replace(link, kept=kept.get(link.href, ""), evidence=evidence_of(link, checked.links, frozen))
        for link in item.links
    )
    return replace(item, links=tuple(links))


def evidence_of(link: SubmittedLink, memory: Memory, frozen: Frozen | None) -> Evidence:
    """The state that is remembered of a link, and its copy in the newest pack of evidence of the year."""
    row = memory.rows.get(link.url)
    found = frozen.by_href.get(link.href) if frozen else None
    seen = (row.state.value, row.since, row.checked_on) if row else ("", "", "")
    if frozen is None or found is None or not found.copy:
        return Evidence(*seen)
    return Evidence(*seen, frozen.day, frozen.pack.name, found.copy, found.sha256)
