"""Check that no published address is lost, and plan what is at the old ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

from prongsai.analysis.results import Results
from prongsai.blocks.signposts import left_blocks
from prongsai.exports.redirect_rules import rule_files
from prongsai.ledger.explain_losses import compare_addresses, explain_losses
from prongsai.ledger.follow_redirects import Addresses, settle_ledger
from prongsai.ledger.load_ledger import LEDGER
from prongsai.ledger.renames import NOTHING_KNOWN, Contents
from prongsai.ledger.rows import Ledger, is_address
from prongsai.model.agency import SiteOptions
from prongsai.pages.anchors import append_section, insert_anchors
from prongsai.pages.manuscript import Manuscript
from prongsai.pages.moved_pages import Carried, OldAddresses
from prongsai.pages.page import Page
from prongsai.pages.plan import speech_of
from prongsai.pages.render import Renderer
from prongsai.pipeline.content.owners import CONTENT
from prongsai.pipeline.planning.planned import Made, Planned
from prongsai.pipeline.planning.when_asked import InTurn, WhenAsked
from prongsai.problems import Problem

_HEADING = re.compile(rb"""<h[2-6]\b(?:[^>"']|"[^"]*"|'[^']*')*?\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
_MADE_BY_COUNTING = re.compile(r"_\d*")  # the engine counts headings of which no Latin letter is left


def check_addresses(ledger: Ledger, planned: Planned, read: Callable[[], Contents] | None = None) -> list[Problem]:
    """The problems of the ledger with what would exist, but for the headings of pages written by hand.

    `read` gives the former content of addresses; it is asked only where something is lost.
    """
    found = _compare(ledger, planned, planned.addresses)
    return found if not found or read is None else _compare(ledger, planned, planned.addresses, read())


def check_headings(ledger: Ledger, planned: Planned, site: Path) -> list[Problem]:
    """The problems that show only when the site is built: the headings of pages written by hand."""
    before = check_addresses(ledger, planned)
    return [found for found in _compare(ledger, planned, all_addresses(planned, site)) if found not in before]


def _compare(
    ledger: Ledger, planned: Planned, existing: Addresses, contents: Contents = NOTHING_KNOWN
) -> list[Problem]:
    compared = compare_addresses(ledger, existing, contents)
    return list(explain_losses(compared, existing, LEDGER, planned.own_pages))


def all_addresses(planned: Planned, site: Path) -> Addresses:
    """Everything that exists once the site is built: now the headings of pages written by hand are known."""
    headings = {f"{path}#{one}" for path in planned.own_pages for one in _heading_ids(site / path.strip("/"))}
    declared = frozenset(one for one in planned.addresses.declared | headings if is_address(one))
    return replace(planned.addresses, declared=declared, open_pages=frozenset())


def _heading_ids(folder: Path) -> set[str]:
    try:
        html = (folder / "index.html").read_bytes()
    except OSError:
        return set()
    article = html[html.find(b"<article") : html.rfind(b"</article>")]
    found = (next(filter(None, match.groups()), b"") for match in _HEADING.finditer(article))
    ids = {unescape(one.decode("utf-8", errors="replace")) for one in found}
    return {one for one in ids if one and not _MADE_BY_COUNTING.fullmatch(one)}


def base_path_of(options: SiteOptions) -> str:
    """The base of the site on its host: `/` or `/ita/`."""
    base = urlsplit(options.site_url).path if options.site_url else options.base_path
    return base if base.endswith("/") else f"{base}/"


def add_old_addresses(planned: Planned, ledger: Ledger, results: Results) -> Planned:
    """The plan with everything that the ledger asks for: pages at old paths, anchors for old ids, rules for hosts."""
    settled = settle_ledger(ledger, planned.addresses)
    titles = {page.path: page.title for page in planned.pages if page.path not in planned.own_pages}
    speech = speech_of(results)
    old = OldAddresses(settled, planned.addresses, titles, speech)
    pages = tuple(old.plan_pages())
    existing = planned.addresses.declared | {page.path for page in pages}
    carrying = _Carrying(planned, old, Renderer(existing, speech), pages)
    options = results.site.options
    rules = rule_files(settled, base_path_of(options), planned.addresses.declared, twins=options.precompressed)
    make = partial(_add_files, carrying, {f"{CONTENT}/{name}": data for name, data in rules.items()})
    return replace(planned, make=make, old_pages=pages)


@dataclass(frozen=True)
class _Carrying:
    """A plan, what it carries of old addresses, and what is at those that are pages."""

    planned: Planned
    old: OldAddresses
    renderer: Renderer
    pages: tuple[Page, ...]


def _add_files(one: _Carrying, rules: Mapping[str, bytes], counts: Mapping[str, int]) -> Made:
    """The files of a plan with pages at old paths, anchors for old ids, and rules for hosts."""
    made = one.planned.made_with(counts)
    sources = {page.path: f"{CONTENT}/{page.source}" for page in (*one.planned.pages, *one.pages)}
    old = {sources[page.path]: one.renderer.write(page) for page in one.pages}
    pages: dict[str, Callable[[], Manuscript]] = {name: partial(old.__getitem__, name) for name in old}
    pages = {**made.pages.makers, **pages}
    for path, carried in one.old.carried.items():
        if (name := sources.get(path)) in pages:
            pages[name] = partial(_carrying, pages[name], path, carried, one.renderer)
    return Made(WhenAsked(pages), InTurn(rules, lambda: made.others))


def _carrying(make: Callable[[], Manuscript], path: str, carried: Carried, renderer: Renderer) -> Manuscript:
    """The page that `make` makes, with the old ids that it carries."""
    page = insert_anchors(make(), carried.anchors)
    if not carried.listed:
        return page
    return append_section(page, renderer.write_blocks(left_blocks(carried.listed), path))
