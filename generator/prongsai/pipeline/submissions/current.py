"""The site as it is, next to what was submitted: answers, attachments, addresses and texts of pages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.disk.read import open_plain, path_inside
from prongsai.exports.oit_sheet import OitRow, RowLink, word_rows
from prongsai.ledger.follow_redirects import Addresses
from prongsai.ledger.rows import Ledger
from prongsai.links.page_text import digest_text
from prongsai.model.stated import known
from prongsai.pipeline.content.owners import CONTENT
from prongsai.pipeline.submissions.page_texts import PageSources, read_page_texts
from prongsai.submissions.compare import Now
from prongsai.submissions.keep import read_kept
from prongsai.submissions.record import Kind, Submission, SubmittedItem, SubmittedLink
from prongsai.submissions.seen import Seen

_PIECE = 65_536  # bytes read at a time, since an attachment can be larger than the memory


@dataclass(frozen=True)
class SiteNow:
    """All that is known of a checked site: what comparing a submission with it needs.

    `addresses` and `own_pages` are of its plan, None where its data has errors; of the files in `incomplete` a part
    was left out as faulty.
    """

    root: Path
    results: Results
    ledger: Ledger = field(default_factory=Ledger)
    addresses: Addresses | None = None
    own_pages: Mapping[str, str] = field(default_factory=dict)
    incomplete: frozenset[str] = frozenset()


def read_items(results: Results, year: int) -> tuple[SubmittedItem, ...]:
    """The answers of a year (Buddhist Era) as the submission sheet has them, without hashes."""
    return tuple(_item(row) for row in word_rows(results, year, ()).rows)


def _item(row: OitRow) -> SubmittedItem:
    links = tuple(_link(link) for link in row.links if link.url)
    item = row.item
    return SubmittedItem(item.code, item.title, item.answer, item.unit, row.explanation, links)


def _link(link: RowLink) -> SubmittedLink:
    return SubmittedLink(link.link.href, link.url, kind_of(link.link.href), link.title, link.link.steps)


def kind_of(href: str) -> Kind:
    """The kind of thing that is at an address of a register."""
    if not href.startswith("/"):
        return "web"
    if href.startswith(addresses.FILES):
        return "file"
    return "page" if href.partition("#")[0].endswith("/") else "generated"


def is_decided(results: Results, year: int) -> bool:
    """True if the result of the OIT items of a year is entered: its total, the instrument's or any item's score."""
    result = results.years.get(year)
    scores = result.year.scores if result else None
    if scores is None:
        return False
    stated = (scores.total, *(figure for code, figure in scores.instruments.items() if code.startswith("OIT")))
    return bool(result and result.computed.items) or any(known(figure.value) is not None for figure in stated)


def hash_file(root: Path, href: str) -> str:
    """The SHA-256 of an attachment in content/; empty where none can be read."""
    try:
        with open_plain(path_inside(root, f"{CONTENT}/{addresses.content_name(href)}")) as opened:
            whole = hashlib.sha256()
            while piece := opened.read(_PIECE):
                whole.update(piece)
            return whole.hexdigest()
    except OSError:
        return ""


def read_now(site: SiteNow, submission: Submission, seen: Seen | None = None) -> Now:
    """The site as it is, as far as it matters to a submission; `seen` is what was published since."""
    links = submission.links
    register = f"data/{submission.year}/oit.yml"
    is_whole = register not in site.incomplete and submission.year in site.results.years
    items = {item.code: item for item in read_items(site.results, submission.year)} if is_whole else None
    pages = {link.path: link for link in links if link.kind == "page"} if site.addresses is not None else {}
    sources = PageSources(site.root, site.results, site.own_pages, submission.site_url)
    files = {link.href: hash_file(site.root, link.href) for link in links if link.kind == "file"}
    now = Now(
        items=items,
        files=files,
        addresses=site.addresses,
        ledger=site.ledger,
        texts=read_page_texts(sources, pages),
        kept=read_kept_texts(site.root, pages.values()),
    )
    if seen is None:
        return now
    days = {path: seen.since(path, sha256) for path, sha256 in hashes_of(submission, now).items()}
    return replace(now, days=days)


def read_kept_texts(root: Path, links: Iterable[SubmittedLink]) -> dict[str, str]:
    """The texts of pages as they were submitted, by the names of their copies, as far as they are there."""
    read = {link.kept: read_kept(root, link.kept) for link in links if link.kept}
    return {name: data.decode(errors="replace") for name, data in read.items() if data is not None}


def hashes_of(submission: Submission, now: Now) -> dict[str, str]:
    """The hash of each submitted attachment and of each page's text as it is now; empty for what is gone."""
    pages = {link.path for link in submission.links if link.kind == "page"}
    return {**now.files, **{path: digest_text(now.texts[path]) if path in now.texts else "" for path in pages}}


def with_hashes(site: SiteNow, items: tuple[SubmittedItem, ...], texts: Mapping[str, str]) -> tuple[SubmittedItem, ...]:
    """The items with the hashes of their attachments, and of the texts of their pages."""
    return tuple(
        replace(item, links=tuple(_with_hash(site.root, link, texts) for link in item.links)) for item in items
    )


def _with_hash(root: Path, link: SubmittedLink, texts: Mapping[str, str]) -> SubmittedLink:
    if link.kind == "file":
        place = root / CONTENT / addresses.content_name(link.href)
        return replace(link, sha256=hash_file(root, link.href), size=place.stat().st_size)
    if link.kind == "page" and link.path in texts:
        text = texts[link.path]
        return replace(link, sha256=digest_text(text), size=len(text.encode()))
    return link
