"""Check a site: load, compute, check against the rules and the ledger, and give every problem in one order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path

from prongsai import prose, rules
from prongsai.addresses import FILES, content_name
from prongsai.analysis.results import Results, analyse_site
from prongsai.disk.overlay import NO_OVERLAY, Overlay
from prongsai.disk.walk import Tree
from prongsai.drafts import same_texts
from prongsai.engines.shipped import ENGINE
from prongsai.exports.facts_json import facts_document, whole_document
from prongsai.ledger.compare_facts import compare_publications
from prongsai.ledger.load_ledger import load_ledger, load_publications
from prongsai.ledger.publications import NEVER_PUBLISHED, History, Publication
from prongsai.ledger.renames import NOTHING_KNOWN, Contents, contents_of
from prongsai.ledger.rows import Ledger
from prongsai.links.frozen import Frozen
from prongsai.links.keep import load_memory
from prongsai.links.keep_frozen import load_frozen
from prongsai.links.memory import Memory as LinkMemory
from prongsai.loading.load_content import LoadedContent
from prongsai.loading.load_site import Loaded, load_site
from prongsai.loading.odd_entries import without_follow_ups
from prongsai.model.drafts import with_drafts_marked, without_drafts
from prongsai.model.known_parts import known_site
from prongsai.model.recorder import Keeper
from prongsai.model.site import Site
from prongsai.pipeline.checks.addresses import add_old_addresses, base_path_of, check_addresses
from prongsai.pipeline.checks.moved_site import check_move
from prongsai.pipeline.checks.named_pages import check_named_pages, named_pages
from prongsai.pipeline.checks.notes_on_drafts import check_with_drafts
from prongsai.pipeline.checks.own_content import (
    OwnContent,
    OwnRules,
    OwnSite,
    check_own_content,
    check_own_links,
    hosts_of,
)
from prongsai.pipeline.content.owners import CONTENT, find_static
from prongsai.pipeline.last_check import has_been_made
from prongsai.pipeline.make_documents import check_documents, find_lacking_makers
from prongsai.pipeline.memory import Memory
from prongsai.pipeline.planning.plan_files import plan_files
from prongsai.pipeline.planning.planned import Planned
from prongsai.pipeline.read_content import read_content
from prongsai.pipeline.store import Store
from prongsai.pipeline.submissions.current import SiteNow
from prongsai.pipeline.submissions.guard import check_submitted
from prongsai.problems import Problem
from prongsai.rules import Context
from prongsai.rules.answers import explain, silence
from prongsai.rules.by_trust import check_by_trust
from prongsai.rules.gather import gather
from prongsai.rules.known_scores import say_known_scores
from prongsai.submissions.check import is_of_submissions
from prongsai.submissions.keep import SUBMITTED
from prongsai.wording import Severity, severity_of

EVERY_RULE = (*rules.RULES, *prose.RULES, *same_texts.RULES)


def read_contents(root: Path, results: Results, ledger: Ledger, planned: Planned) -> Contents:
    """Titles, questions and hashes of the site kept in `root`; of attachments only those that were never published."""
    published = load_publications(root)
    if not published:
        return NOTHING_KNOWN
    new = (path for path in planned.addresses.declared - ledger.by_path.keys() if path.startswith(FILES))
    places = {path.removeprefix(FILES): root / CONTENT / path.lstrip("/") for path in new}
    digests = {name: _digest(place) for name, place in places.items() if place.is_file()}
    now = facts_document(results, (), 0, "", digests)
    return Contents(contents_of(published[-1].facts), contents_of(now))


def _digest(place: Path) -> str:
    with place.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_history(root: Path, results: Results, problems: Iterable[Problem], day: str = "") -> History:
    """The changes between the recorded publications of the site kept in `root`.

    With `day` (Buddhist Era, `2569-11-21`) the facts as they are now count as published on that day, just as the
    snapshot will hold them that is written after the build; without, only what was recorded is shown, so that no page
    depends on the day on which it is built.
    """
    recorded = load_publications(root, whole=True)
    if not day:
        return compare_publications(recorded)
    # Attachments and addresses are counted after the build, and none of their changes is reported.
    now = Publication(day, whole_document(results, problems, 0, day, {}))
    return compare_publications((*recorded, now))


@dataclass(frozen=True)
class Checked:
    """The results of a site with all its problems, sorted by place, its ledger and what is remembered of its links.

    `root` is the site's folder, `own_hosts` are the hosts of its website, `frozen` the newest record of evidence of
    each year, `history` what changed between publications, `store` what earlier runs made and this one, too.
    """

    results: Results
    problems: tuple[Problem, ...]
    ledger: Ledger
    root: Path
    pages_alone: Planned | None = None  # the plan without old addresses, where the check of the ledger needed it
    store: Store = field(default_factory=Store)
    links: LinkMemory = field(default_factory=LinkMemory)
    frozen: Mapping[int, Frozen] = field(default_factory=dict)
    history: History = NEVER_PUBLISHED
    own_hosts: frozenset[str] = frozenset()
    memory: Memory | None = None

    @property
    def has_errors(self) -> bool:
        """True if any problem stops the build."""
        return any(severity_of(found.code) is Severity.ERROR for found in self.problems)

    @property
    def has_errors_of_data(self) -> bool:
        """True if any problem besides those of what was submitted stops the build."""
        errors = (found for found in self.problems if severity_of(found.code) is Severity.ERROR)
        return not all(map(is_of_submissions, errors))

    @cached_property
    def planned(self) -> Planned:
        """The files that generating would write, and the addresses that this gives; only for data without errors."""
        planned = self.pages_alone or _plan(self)
        has_rules = self.ledger.rows or self.results.site.options.precompressed
        if planned.problems or not has_rules:
            return planned
        return add_old_addresses(planned, self.ledger, self.results)


def check_folder(  # noqa: PLR0913  each is one choice of whoever calls
    root: Path,
    site_url: str | None = None,
    day: str = "",
    *,
    for_officer: bool = False,
    shows_drafts: bool = False,
    cached: bool = True,
    overlay: Overlay = NO_OVERLAY,
    can_draw: bool = False,
    memory: Memory | None = None,
) -> Checked:
    """Check the site kept in `root`; `site_url` stands in for the one of site_config.

    With `day` (Buddhist Era, `2569-11-21`) what changed since the last publication counts as published on that day.
    What is made `for_officer` says what the public does not see; only what `shows_drafts` has them, marked. Files of an
    overlay stand in for the site's. Nothing is written, and unless `cached` nothing is used that earlier runs made. A
    machine that `can_draw` has what makes documents, if any is installed. The same `memory` is for a further check.
    """
    keeper = memory.begin() if memory else None
    loaded = load_site(root, overlay, keeper)
    own_hosts = hosts_of(loaded.site.options.site_url, site_url)
    site = _asked_for(replace(loaded.site, for_officer=for_officer), site_url, keeper)
    site, not_made = _settle_documents(site, can_draw=can_draw)
    store = Store(root, closed=not cached)
    content = read_content(root, store, loaded.tree) if loaded.tree.is_complete else LoadedContent()
    results = analyse_site(replace(site, content=content.files))
    links, frozen, unread = _load_records(root)
    context = Context(results, loaded.unreadable, links, loaded.incomplete, keeper=keeper)
    found = [*_judge(context, loaded), *unread]
    found += [*content.problems, *not_made, *_check_around(root, loaded, OwnRules(own_hosts, site.options.own_scripts))]
    found = _answered(found, loaded, results)
    read = load_ledger(root)
    found += (*read.problems, *check_move(root, site.options, read.ledger))
    problems = _sorted(without_follow_ups(found, loaded.tree))
    results = _known_results(results, read.ledger, shows_drafts=shows_drafts)
    history = read_history(root, results, problems, day)
    checked = Checked(results, problems, read.ledger, root, None, store, links, frozen, history, own_hosts, memory)
    checked = _check_own_links(_check_ledger(checked), loaded.tree)
    return _check_submitted(checked, loaded, loaded.site.options.site_url or site_url)


def _load_records(root: Path) -> tuple[LinkMemory, Mapping[int, Frozen], list[Problem]]:
    """The memory of links and the newest record of evidence of each year, with their problems."""
    links, unread = load_memory(root)
    frozen, not_read = load_frozen(root)
    return links, frozen, [*unread, *not_read]


def _judge(context: Context, loaded: Loaded) -> list[Problem]:
    """The problems of loading, and those that the rules find in what was loaded."""
    judge = partial(check_by_trust, EVERY_RULE, packs=loaded.packs_in_use, edition_of=loaded.editions.edition)
    return [*check_with_drafts(judge, context, loaded.problems)]


def _check_around(root: Path, loaded: Loaded, rules: OwnRules) -> list[Problem]:
    """The problems of what is next to the data: the engine's settings, pages written by hand and their files."""
    is_data_only = not _has_pages(root, loaded.tree)
    return [*ENGINE.settings.check(root, is_data_only=is_data_only), *check_own_content(root, rules, loaded.tree)]


def _answered(found: Iterable[Problem], loaded: Loaded, results: Results) -> list[Problem]:
    """The problems, one a fact, without what people excepted, with what they explained and with known scores."""
    whole = not loaded.incomplete
    told = explain(silence(gather(found), loaded.silences, whole=whole), results.site, whole=whole)
    return say_known_scores(told, results)


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


def _has_pages(root: Path, tree: Tree) -> bool:
    """True if a site has been made of the data, or a page for it has been written."""
    return has_been_made(root) or any(name.endswith(".md") for name in tree.files(CONTENT))


def _known_results(results: Results, ledger: Ledger, *, shows_drafts: bool) -> Results:
    """The results without drafts and without what states no fact; the rules have seen all of it."""
    settled = with_drafts_marked(results.site) if shows_drafts else without_drafts(results.site)
    known = known_site(settled, ledger.live)
    return results if known is results.site else analyse_site(known)


def _plan(checked: Checked) -> Planned:
    known = (checked.results, checked.problems, checked.links, checked.frozen, checked.history)
    published, store, memory = checked.ledger.live, checked.store, checked.memory
    return plan_files(checked.root, *known, published=published, store=store, memory=memory)


def _check_ledger(checked: Checked) -> Checked:
    """Check the ledger, if there is any, against what would be generated; an address that would be lost is an error."""
    if checked.has_errors or not checked.ledger.rows:
        return checked
    planned = _plan(checked)
    read = partial(read_contents, checked.root, checked.results, checked.ledger, planned)
    lost = [] if planned.problems else check_addresses(checked.ledger, planned, read)
    return replace(checked, problems=_sorted([*checked.problems, *lost]), pages_alone=planned)


def _check_own_links(checked: Checked, tree: Tree) -> Checked:
    """Check links of pages written by hand and pages that results name against what would be generated, if any are."""
    named = named_pages(checked.results.site)
    if checked.has_errors or not (named or OwnContent(checked.root, tree).pages):
        return checked
    checked = replace(checked, pages_alone=checked.pages_alone or _plan(checked))
    static = frozenset(content_name(address) for address in find_static(checked.root, tree))
    site = OwnSite(checked.planned, checked.ledger, base_path_of(checked.results.site.options), static)
    dead = (
        []
        if checked.planned.problems
        else [*check_own_links(checked.root, site), *check_named_pages(named, site, checked.problems)]
    )
    if not dead:
        return checked
    # What the pages say of their items and years is planned again, with these problems.
    problems = _sorted([*checked.problems, *say_known_scores(dead, checked.results)])
    return replace(checked, problems=problems, pages_alone=None)


def site_now(checked: Checked, incomplete: frozenset[str] = frozenset()) -> SiteNow:
    """A checked site as what was submitted is compared with; without a plan where its data has errors of its own."""
    planned = checked.pages_alone or (None if checked.has_errors else _plan(checked))
    existing = planned.addresses if planned and not planned.problems else None
    own = planned.own_pages if planned else {}
    return SiteNow(checked.root, checked.results, checked.ledger, existing, own, incomplete)


def _check_submitted(checked: Checked, loaded: Loaded, site_url: str | None) -> Checked:
    """Check what was submitted, if anything was, against the site as it is."""
    if not (checked.root / SUBMITTED).is_dir():
        return checked
    checked = checked if checked.has_errors else replace(checked, pages_alone=checked.pages_alone or _plan(checked))
    found = check_submitted(site_now(checked, loaded.incomplete | loaded.unreadable), site_url)
    return replace(checked, problems=_sorted([*checked.problems, *found])) if found else checked


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda one: one.order))
