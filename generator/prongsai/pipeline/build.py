"""Build: check, generate, run the engine into a fresh folder, check that, and only then swap it in."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from prongsai.pipeline.check import Checked, check_folder
from prongsai.pipeline.check_output import check_output
from prongsai.pipeline.fingerprint import input_fingerprint, remember, remembered
from prongsai.pipeline.generate import generate_folder
from prongsai.pipeline.run_engine import run_engine
from prongsai.problems import Problem
from prongsai.wording import Severity, severity_of

FRESH = ".prongsai/fresh-site"
PREVIOUS = ".prongsai/previous-site"
STEPS = {
    "check": "ตรวจข้อมูล",
    "generate": "สร้างหน้า",
    "engine": "ประกอบเว็บไซต์",
    "output": "ตรวจเว็บไซต์ที่ได้",
}


@dataclass(frozen=True)
class Built:
    """How a build ended: its problems, whether the site is in place, and whether anything had to be done."""

    problems: tuple[Problem, ...]
    done: bool
    unchanged: bool = False
    pages: int = 0


def build_folder(
    root: Path,
    site: Path,
    *,
    site_url: str | None = None,
    tell: Callable[[str], None] = lambda _step: None,
) -> Built:
    """Build the site kept in `root` into `site`; a build that fails leaves `site` as it was."""
    root, site = root.resolve(), site.resolve()
    _recover(root, site)
    known = remembered(root, input_fingerprint(root, site_url), site)
    if known is not None:
        return Built(tuple(known), done=True, unchanged=True)
    tell(STEPS["check"])
    checked = check_folder(root, site_url)
    if checked.has_errors:
        return Built(checked.problems, done=False)
    tell(STEPS["generate"])
    generated = generate_folder(root, checked)
    problems = (*checked.problems, *generated.written.problems)
    if _has_errors(generated.written.problems):
        return Built(problems, done=False)
    fresh = root / FRESH
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        found = _make(root, fresh, checked, tell)
        problems = (*problems, *found)
        if _has_errors(found):
            return Built(problems, done=False)
        _swap(root, fresh, site)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    remember(root, input_fingerprint(root, site_url), site, problems)
    return Built(problems, done=True, pages=len(generated.pages))


def _make(root: Path, fresh: Path, checked: Checked, tell: Callable[[str], None]) -> list[Problem]:
    tell(STEPS["engine"])
    found = run_engine(root, fresh)
    if found:
        return found
    tell(STEPS["output"])
    options = checked.results.site.options
    base = urlsplit(options.site_url).path if options.site_url else options.base_path
    return check_output(fresh, base if base.endswith("/") else f"{base}/")


def _has_errors(problems: list[Problem]) -> bool:
    return any(severity_of(found.code) is Severity.ERROR for found in problems)


def _recover(root: Path, site: Path) -> None:
    """Put the last good site back when a swap was interrupted between its two steps."""
    previous = root / PREVIOUS
    if previous.is_dir() and not site.exists():
        previous.rename(site)
    shutil.rmtree(previous, ignore_errors=True)


def _swap(root: Path, fresh: Path, site: Path) -> None:
    previous = root / PREVIOUS
    site.parent.mkdir(parents=True, exist_ok=True)
    if site.exists():
        site.rename(previous)
    try:
        fresh.rename(site)
    except OSError:
        if previous.exists():
            previous.rename(site)
        raise
    shutil.rmtree(previous, ignore_errors=True)
