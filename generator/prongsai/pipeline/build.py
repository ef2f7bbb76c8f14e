"""Build: check, generate, run the engine into a folder aside, check that, and only then put it in its place."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from prongsai.engines.engine import Engine
from prongsai.engines.shipped import ENGINE
from prongsai.ledger.load_ledger import find_newest_snapshot
from prongsai.model.known_parts import states_facts
from prongsai.model.stated import known
from prongsai.pipeline.begin_build import WORK, Begun, aside_of, begin_build, inputs_of
from prongsai.pipeline.check import Checked, check_folder
from prongsai.pipeline.content.write_files import restore_files, write_file
from prongsai.pipeline.fingerprint import remember
from prongsai.pipeline.generate import Generated, generate_folder
from prongsai.pipeline.last_site import find_last_site, keep_last_site
from prongsai.pipeline.make_documents import keep_documents, waiting_documents
from prongsai.pipeline.make_site import Making, NewSite, has_errors, make_new_site
from prongsai.pipeline.memory import Memory
from prongsai.pipeline.start_check import Started
from prongsai.pipeline.target.replace_tree import (
    NO_PERMISSION,
    Permission,
    replace_tree,
)
from prongsai.problems import Problem, Where, problem
from prongsai.views.year import FIGURES
from prongsai.wording import message_of

_DATA = "data"


def hold_back(checked: Checked) -> tuple[Problem, ...]:
    """The problems of a site that must not be published as it is; none where it may be.

    Only the first publication waits for explanations, and only where the agency itself publishes: once a site is
    public, a difference that comes up later is reported, and keeps no address from living.
    """
    results = checked.results
    if not any(states_facts(result.year) for result in results.years.values()):
        return (*checked.problems, _nothing_known(checked))
    is_first = not checked.ledger.rows and not find_newest_snapshot(checked.root)
    if not is_first or results.site.options.from_document:
        return ()
    held = [one for one in checked.problems if one.code in FIGURES and not one.explanation]
    rest = (one for one in checked.problems if one not in held)
    return tuple(sorted((*map(_unexplained, held), *rest), key=lambda one: one.order)) if held else ()


def _nothing_known(checked: Checked) -> Problem:
    names = sorted(path.parent.name for path in (checked.root / _DATA).glob("*/scores.yml"))
    file = f"{_DATA}/{names[-1]}/scores.yml" if names else f"{_DATA}/2568/scores.yml"
    return problem("nothing-to-publish", Where(file if names else _DATA), file=file)


def _unexplained(found: Problem) -> Problem:
    values = {"finding": message_of(found.code, found.values), "kind": found.code, "of_year": found.year or ""}
    return problem("figure-unexplained", found.where, year=found.year, **values)


KNOWN = ".prongsai/foreign-files.json"


def name_once(root: Path, site: Path, foreign: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the foreign entries of `site` that were not named before; from now on they were."""
    known = _read(root)
    before = known.get(str(site), [])
    if sorted(before) != sorted(foreign):
        stored = {**known, str(site): list(foreign)}
        write_file(root / KNOWN, (json.dumps(stored, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass"))
    return tuple(name for name in foreign if name not in before)


def _read(root: Path) -> dict[str, list[str]]:
    try:
        stored = json.loads((root / KNOWN).read_bytes())
    except (OSError, ValueError):
        return {}
    found = stored.items() if isinstance(stored, dict) else ()
    return {place: names for place, names in found if isinstance(names, list)}


FRESH, CHANGES = f"{WORK}/fresh-site", f"{WORK}/changed-site"  # a whole site, and changes of the one in place
STEPS = {
    "check": "ตรวจข้อมูล",
    "generate": "สร้างหน้า",
    "engine": "ประกอบเว็บไซต์",
    "output": "ตรวจเว็บไซต์ที่ได้",
}


@dataclass(frozen=True)
class Built:
    """The end of a build: its problems, whether the site is in place, and whether anything had to be done.

    `checked` is what was built, where anything was; `foreign` names what others keep in the folder of the site, each
    entry the first time that it is met.
    """

    problems: tuple[Problem, ...]
    done: bool
    unchanged: bool = False
    pages: int = 0
    checked: Checked | None = None
    foreign: tuple[str, ...] = ()


def build_folder(  # noqa: PLR0913  each is one choice of whoever calls
    root: Path,
    site: Path,
    *,
    site_url: str | None = None,
    day: str = "",
    permission: Permission = NO_PERMISSION,
    tell: Callable[[str], None] = lambda _step: None,
    for_officer: bool = False,
    cached: bool = True,
    engine: Engine = ENGINE,
    memory: Memory | None = None,
    begun: Begun | None = None,
    started: Started | None = None,
) -> Built:
    """Build the site kept in `root` into `site`; a build that fails leaves `site` and the generated files as they were.

    With `day` (Buddhist Era, `2569-11-21`) it is what will be published on that day: what changed since the last
    publication is shown with that day. Only what an earlier build put into `site` is replaced or removed there, as far
    as `permission` allows no more. A preview is built `for_officer`; `engine` turns the pages into HTML. Only
    pages that become others are made, but all of them with a day, and unless `cached` nothing that earlier runs made is
    used. A process that builds a site again and again hands in the same `memory` each time; what was `begun`, and then
    `started`, with the same words goes on. Raises TargetInUseError for files of others where those of the site must be.
    """
    root, site = root.resolve(), site.resolve()
    if begun is None:
        begun = begin_build(root, site, site_url, day, permission, cached=cached, other_engine=_other(engine))
    if begun.unchanged is not None:
        return Built(begun.unchanged, done=True, unchanged=True)
    order = _Order(begun.sources, site_url, day, begun.permission, tell, for_officer, cached, engine, memory, started)
    return _build_anew(root, site, order)


def _other(engine: Engine) -> str:
    """The name of an engine that is not the shipped one."""
    return "" if engine is ENGINE else engine.name


@dataclass(frozen=True)
class _Order:
    """The order for a build, and the fingerprint of the sources when it began."""

    sources: str
    site_url: str | None
    day: str
    permission: Permission
    tell: Callable[[str], None]
    for_officer: bool
    cached: bool
    engine: Engine
    memory: Memory | None
    started: Started | None


def _build_anew(root: Path, site: Path, order: _Order) -> Built:
    order.tell(STEPS["check"])
    officer, cached = order.for_officer, order.cached
    memory = order.memory if cached else None
    checked = check_folder(
        root,
        order.site_url,
        order.day,
        for_officer=officer,
        shows_drafts=officer,
        cached=cached,
        memory=memory,
        started=order.started,
        ahead=True,
    )
    if checked.has_errors:
        return Built(checked.problems, done=False)
    if order.day and (held := hold_back(checked)):
        return Built(held, done=False)
    order.tell(STEPS["generate"])
    generated = generate_folder(root, checked)
    problems = (*checked.problems, *generated.written.problems)
    if has_errors(generated.written.problems):
        return Built(problems, done=False)
    inputs = inputs_of(order.sources, root, order.day, other_engine=_other(order.engine))
    try:
        made, foreign = _put_in_place(root, site, checked, generated, order)
    except BaseException:
        restore_files(root, generated.written)
        raise
    problems = (*problems, *made.problems)
    if made.has_errors:
        restore_files(root, generated.written)
        return Built(problems, done=False)
    keep_last_site(checked.store, root, site, remember(root, inputs, site, problems), made.known)
    new = name_once(root, site, foreign)
    return Built(problems, done=True, pages=len(generated.pages), checked=checked, foreign=new)


def _put_in_place(
    root: Path, site: Path, checked: Checked, generated: Generated, order: _Order
) -> tuple[NewSite, tuple[str, ...]]:
    """Make the site aside and, when it has no errors, put it in its place; the new site, and what others keep."""
    folders = (root / FRESH, root / CHANGES)
    packs = checked.results.site.options.precompressed and not order.for_officer
    last = None if order.day or not order.cached else find_last_site(checked.store, root, site, packs=packs)
    making = Making(order.engine, generated.names, generated.articles, packs, last)
    order.tell(STEPS["engine"])
    try:
        new = make_new_site(checked, making, folders, lambda: order.tell(STEPS["output"]))
        if new.has_errors:
            return new, ()
        keep_documents(waiting_documents(checked.results.site), site, new.folder)
        agency = _agency_of(checked)
        foreign = replace_tree(new.folder, site, aside_of(root, site), order.permission, agency, new.kept).foreign
    except BaseException:
        shutil.rmtree(root / FRESH, ignore_errors=True)
        raise
    finally:
        shutil.rmtree(root / CHANGES, ignore_errors=True)
    return new, foreign


def _agency_of(checked: Checked) -> str:
    return known(checked.results.site.agency.name) or ""
