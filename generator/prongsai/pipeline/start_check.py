"""The beginning of a check: the site as it is read, with the slowest rules at work; quick to import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from prongsai.analysis.results import Results, analyse_site
from prongsai.disk.overlay import NO_OVERLAY, Overlay
from prongsai.links.frozen import Frozen
from prongsai.links.keep import load_memory
from prongsai.links.keep_frozen import load_frozen
from prongsai.loading.load_content import LoadedContent
from prongsai.loading.load_site import Loaded, load_site
from prongsai.model.recorder import Keeper
from prongsai.model.site import Site
from prongsai.pipeline.judge import Judging, start_judging
from prongsai.pipeline.make_documents import check_documents, find_lacking_makers
from prongsai.pipeline.read_content import read_content
from prongsai.pipeline.store import Store
from prongsai.problems import Problem
from prongsai.rules import Context


@dataclass(frozen=True)
class Started:
    """A site as it was read, with the problems of what is no data, and the rules that are at work.

    `frozen` is the newest record of evidence of each year; its links are remembered in the `context`.
    """

    loaded: Loaded
    site: Site
    results: Results
    context: Context
    store: Store
    frozen: Mapping[int, Frozen]
    problems: tuple[Problem, ...]
    judging: Judging | None


def start_check(
    root: Path,
    site_url: str | None = None,
    *,
    for_officer: bool = False,
    cached: bool = True,
    overlay: Overlay = NO_OVERLAY,
    can_draw: bool = False,
    keeper: Keeper | None = None,
) -> Started:
    """Read the site kept in `root` and have its texts judged; the words are those of `check_folder`."""
    loaded = load_site(root, overlay, keeper)
    site = _asked_for(replace(loaded.site, for_officer=for_officer), site_url, keeper)
    site, not_made = _settle_documents(site, can_draw=can_draw)
    store = Store(root, closed=not cached)
    content = read_content(root, store, loaded.tree) if loaded.tree.is_complete else LoadedContent()
    results = analyse_site(replace(site, content=content.files))
    links, unread = load_memory(root)
    frozen, not_read = load_frozen(root)
    context = Context(results, loaded.unreadable, links, loaded.incomplete, keeper=keeper)
    judging = None if loaded.packs_in_use else start_judging(context, store)  # with packs it is judged in other views
    problems = (*unread, *not_read, *content.problems, *not_made)
    return Started(loaded, site, results, context, store, frozen, problems, judging)


def _asked_for(site: Site, site_url: str | None, keeper: Keeper | None) -> Site:
    return site if site_url is None else _with_options(site, keeper, site_url=site_url)


def _settle_documents(site: Site, *, can_draw: bool) -> tuple[Site, tuple[Problem, ...]]:
    """The site as this machine can make it: without the forms of documents that it cannot make, with a problem."""
    not_made = check_documents(site, can_draw=can_draw)
    if not not_made:
        return site, ()
    return replace(site, forms_lacking=frozenset(find_lacking_makers())), not_made


def _with_options(site: Site, keeper: Keeper | None, **options: str) -> Site:
    """The site with other options; in a process that checks again the very same ones as before."""
    change = partial(site.options.model_copy, update=options)
    made = keeper.get_of(("options", *options), change, site.options, *options.values()) if keeper else change()
    return replace(site, options=made)
