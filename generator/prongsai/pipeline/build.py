"""Build: check, generate, run the engine into a folder aside, check that, and only then put it in its place."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from prongsai.engines.engine import Engine
from prongsai.engines.shipped import ENGINE
from prongsai.ledger.load_ledger import find_newest_snapshot
from prongsai.model.known_parts import states_facts
from prongsai.model.stated import known
from prongsai.pipeline.check import Checked, check_folder
from prongsai.pipeline.checks.addresses import check_headings
from prongsai.pipeline.checks.finished import check_finished
from prongsai.pipeline.content.write_files import restore_files, write_file
from prongsai.pipeline.fingerprint import (
    content_fingerprint,
    is_last_build,
    remember,
    remembered,
    source_fingerprint,
    versions_of,
)
from prongsai.pipeline.generate import generate_folder
from prongsai.pipeline.make_documents import could_make_more, keep_documents, waiting_documents
from prongsai.pipeline.make_photos import bare_copies, replace_originals
from prongsai.pipeline.target.manifest import read_manifest
from prongsai.pipeline.target.pack_files import pack_files
from prongsai.pipeline.target.replace_tree import (
    NO_PERMISSION,
    Permission,
    TargetInUseError,
    check_target,
    recover,
    replace_tree,
)
from prongsai.problems import Problem, Where, problem
from prongsai.views.year import FIGURES
from prongsai.wording import Severity, message_of, severity_of

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


WORK = ".prongsai"
FRESH = f"{WORK}/fresh-site"
OWN_FOLDERS = (".git", ".prongsai", "content", "data", "site_config", "theme")
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


def build_folder(
    root: Path,
    site: Path,
    *,
    site_url: str | None = None,
    day: str = "",
    permission: Permission = NO_PERMISSION,
    tell: Callable[[str], None] = lambda _step: None,
    for_officer: bool = False,
    engine: Engine = ENGINE,
) -> Built:
    """Build the site kept in `root` into `site`; a build that fails leaves `site` and the generated files as they were.

    With `day` (Buddhist Era, `2569-11-21`) it is what will be published on that day: what changed since the last
    publication is shown with that day. Only what an earlier build put into `site` is replaced or removed there, as far
    as `permission` allows no more. A preview is built `for_officer`; `engine` turns the pages into HTML. Raises
    TargetInUseError for files of others where those of the site must be.
    """
    root, site = root.resolve(), site.resolve()
    refuse_sources(root, site)
    recover(site, _aside(root, site))
    permission = replace(permission, known=read_manifest(site) is None and is_last_build(root, site))
    check_target(site, permission)
    # Taken before anything is read: what is saved while the build runs is built by the next one.
    sources = source_fingerprint(root, site_url)
    known = remembered(root, inputs_of(sources, root, day, engine), site)
    if known is not None and not could_make_more(known, root):
        return Built(tuple(known), done=True, unchanged=True)
    return _build_anew(root, site, _Order(sources, site_url, day, permission, tell, for_officer, engine))


@dataclass(frozen=True)
class _Order:
    """The order for a build, and the fingerprint of the sources when it began."""

    sources: str
    site_url: str | None
    day: str
    permission: Permission
    tell: Callable[[str], None]
    for_officer: bool
    engine: Engine


def _build_anew(root: Path, site: Path, order: _Order) -> Built:
    order.tell(STEPS["check"])
    officer = order.for_officer
    checked = check_folder(root, order.site_url, order.day, for_officer=officer, shows_drafts=officer)
    if checked.has_errors:
        return Built(checked.problems, done=False)
    if order.day and (held := hold_back(checked)):
        return Built(held, done=False)
    order.tell(STEPS["generate"])
    generated = generate_folder(root, checked)
    problems = (*checked.problems, *generated.written.problems)
    if _has_errors(generated.written.problems):
        return Built(problems, done=False)
    inputs = inputs_of(order.sources, root, order.day, order.engine)
    try:
        found, foreign = _put_in_place(root, site, checked, generated.names, order)
    except BaseException:
        restore_files(root, generated.written)
        raise
    problems = (*problems, *found)
    if _has_errors(found):
        restore_files(root, generated.written)
        return Built(problems, done=False)
    remember(root, inputs, site, problems)
    new = name_once(root, site, foreign)
    return Built(problems, done=True, pages=len(generated.pages), checked=checked, foreign=new)


def refuse_sources(root: Path, site: Path) -> None:
    """Raise TargetInUseError where a site would take the place of the facts that it is made from."""
    is_work = site.is_relative_to(root / WORK) and site != root / WORK
    holds_ours = site in {root, *root.parents} or any(site.is_relative_to(root / name) for name in OWN_FOLDERS)
    if (holds_ours and not is_work) or not site.name:
        raise TargetInUseError(site, "sources")


def inputs_of(sources: str, root: Path, day: str, engine: Engine = ENGINE) -> str:
    """The inputs of a build: facts and settings (`sources`), content, the day of a publication, if it was one.

    `sources` know the shipped engine; another one counts with its name and the versions of its packages.
    """
    other = "" if engine is ENGINE else f"{engine.name} {versions_of(engine)}"
    return " ".join(filter(None, (sources, content_fingerprint(root), day, other)))


def _put_in_place(
    root: Path, site: Path, checked: Checked, names: frozenset[str], order: _Order
) -> tuple[list[Problem], tuple[str, ...]]:
    """Make the site aside and, when it has no errors, put it in its place; the problems found, and what others keep."""
    fresh = root / FRESH
    try:
        found = _make(root, fresh, checked, names, order)
        if _has_errors(found):
            return found, ()
        keep_documents(waiting_documents(checked.results.site), site, fresh)
        return found, replace_tree(fresh, site, _aside(root, site), order.permission, _agency_of(checked)).foreign
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise


def _agency_of(checked: Checked) -> str:
    return known(checked.results.site.agency.name) or ""


def _make(root: Path, fresh: Path, checked: Checked, names: frozenset[str], order: _Order) -> list[Problem]:
    """The site by the engine, and its problems; `names` are those of the generated files."""
    order.tell(STEPS["engine"])
    if found := order.engine.build(root, fresh):
        return found
    replace_originals(fresh, bare_copies(root, checked.results.site, checked.store))
    order.tell(STEPS["output"])
    found = check_finished(root, fresh, checked, names)
    found += check_headings(checked.ledger, checked.planned, fresh)
    if checked.results.site.options.precompressed and not order.for_officer and not _has_errors(found):
        pack_files(fresh)
    return found


def _has_errors(problems: list[Problem]) -> bool:
    return any(severity_of(found.code) is Severity.ERROR for found in problems)


def _aside(root: Path, site: Path) -> Path:
    """The place of the last good site while the new one is moved in: on the same disk, one for each site."""
    if site.is_relative_to(root):
        return root / WORK / f"previous-{'-'.join(site.relative_to(root).parts)}"
    return site.with_name(f".{site.name}.previous")
