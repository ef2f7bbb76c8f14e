"""Build: check, generate, run the engine into a fresh folder, check that, and only then swap it in."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from prongsai.pipeline.check import Checked, check_folder
from prongsai.pipeline.check_addresses import base_path_of, check_headings
from prongsai.pipeline.check_output import check_output
from prongsai.pipeline.fingerprint import content_fingerprint, remember, remembered, source_fingerprint
from prongsai.pipeline.generate import generate_folder
from prongsai.pipeline.run_engine import run_engine
from prongsai.pipeline.write_files import restore_files
from prongsai.problems import Problem
from prongsai.wording import Severity, severity_of

WORK = ".prongsai"
FRESH = f"{WORK}/fresh-site"
OWN_FOLDERS = (".git", "content", "data", "site_config", "theme")
STEPS = {
    "check": "ตรวจข้อมูล",
    "generate": "สร้างหน้า",
    "engine": "ประกอบเว็บไซต์",
    "output": "ตรวจเว็บไซต์ที่ได้",
}


@dataclass(frozen=True)
class Built:
    """How a build ended: its problems, whether the site is in place, and whether anything had to be done.

    `checked` is what was built, where anything was.
    """

    problems: tuple[Problem, ...]
    done: bool
    unchanged: bool = False
    pages: int = 0
    checked: Checked | None = None


class TargetInUseError(Exception):
    """The folder for the site holds what no build of a site has made."""


def build_folder(
    root: Path,
    site: Path,
    *,
    site_url: str | None = None,
    day: str = "",
    tell: Callable[[str], None] = lambda _step: None,
) -> Built:
    """Build the site kept in `root` into `site`; a build that fails leaves `site` and the generated files as they were.

    With `day` (Buddhist Era, `2569-11-21`) it is what will be published on that day: what changed since the last
    publication is told with that day. Raises TargetInUseError when `site` is not a folder that a build may replace.
    """
    root, site = root.resolve(), site.resolve()
    _recover(root, site)
    _refuse_foreign(root, site)
    # Taken before anything is read: what is saved while the build runs is built by the next one.
    sources = source_fingerprint(root, site_url)
    known = remembered(root, inputs_of(sources, root, day), site)
    if known is not None:
        return Built(tuple(known), done=True, unchanged=True)
    tell(STEPS["check"])
    checked = check_folder(root, site_url, day)
    if checked.has_errors:
        return Built(checked.problems, done=False)
    tell(STEPS["generate"])
    generated = generate_folder(root, checked)
    problems = (*checked.problems, *generated.written.problems)
    if _has_errors(generated.written.problems):
        return Built(problems, done=False)
    inputs = inputs_of(sources, root, day)
    found = _put_in_place(root, site, checked, tell)
    problems = (*problems, *found)
    if _has_errors(found):
        restore_files(root, generated.written)
        return Built(problems, done=False)
    remember(root, inputs, site, problems)
    return Built(problems, done=True, pages=len(generated.pages), checked=checked)


def inputs_of(sources: str, root: Path, day: str) -> str:
    """What a build was made from: facts and settings (`sources`), content, and the day of a publication, if it was."""
    return f"{sources} {content_fingerprint(root)} {day}".rstrip()


def _put_in_place(root: Path, site: Path, checked: Checked, tell: Callable[[str], None]) -> list[Problem]:
    """Make the site aside and, when it has no errors, put it in its place; the problems found."""
    fresh = root / FRESH
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        found = _make(root, fresh, checked, tell)
        if not _has_errors(found):
            _swap(fresh, site, _aside(root, site))
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return found


def _make(root: Path, fresh: Path, checked: Checked, tell: Callable[[str], None]) -> list[Problem]:
    tell(STEPS["engine"])
    found = run_engine(root, fresh)
    if found:
        return found
    tell(STEPS["output"])
    found = check_output(fresh, base_path_of(checked.results.site.options))
    return [*found, *check_headings(checked.ledger, checked.planned, fresh)]


def _has_errors(problems: list[Problem]) -> bool:
    return any(severity_of(found.code) is Severity.ERROR for found in problems)


def _refuse_foreign(root: Path, site: Path) -> None:
    """A build replaces a whole folder: it must be new, empty, or the work of an earlier build."""
    holds_ours = site in {root, *root.parents} or any(site.is_relative_to(root / name) for name in OWN_FOLDERS)
    is_work = site.is_relative_to(root / WORK)
    if holds_ours or (site.exists() and not site.is_dir()):
        raise TargetInUseError(str(site))
    if site.is_dir() and not is_work and any(site.iterdir()) and not (site / "404.html").is_file():
        raise TargetInUseError(str(site))


def _aside(root: Path, site: Path) -> Path:
    """Where the last good site waits while the new one is put in its place: on the same disk, one for each site."""
    if site.is_relative_to(root):
        return root / WORK / f"previous-{'-'.join(site.relative_to(root).parts)}"
    return site.with_name(f".{site.name}.previous")


def _recover(root: Path, site: Path) -> None:
    """Put the last good site back when a swap was interrupted between its two steps."""
    previous = _aside(root, site)
    if previous.is_dir() and not site.exists():
        previous.rename(site)
    shutil.rmtree(previous, ignore_errors=True)


def _swap(fresh: Path, site: Path, previous: Path) -> None:
    """Put the fresh site in its place; nobody ever finds a half of it there."""
    site.parent.mkdir(parents=True, exist_ok=True)
    ready = previous.with_name(f"{previous.name}.new")
    shutil.rmtree(ready, ignore_errors=True)
    shutil.move(fresh, ready)  # a copy where the site lies on another disk
    try:
        if site.exists():
            site.rename(previous)
        ready.rename(site)
    except OSError:
        if previous.exists() and not site.exists():
            previous.rename(site)
        raise
    finally:
        shutil.rmtree(ready, ignore_errors=True)
    shutil.rmtree(previous, ignore_errors=True)
