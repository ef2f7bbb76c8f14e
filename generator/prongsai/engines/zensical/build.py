"""Run Zensical in a process of its own, strictly, and make of its result what an engine promises.

Each build is whole: what Zensical remembers of an earlier one is not asked.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml.error import YAMLError

from prongsai.engines.encodings import find_other_encodings
from prongsai.engines.engine import CONTENT, Settings
from prongsai.engines.zensical.messages import explain
from prongsai.engines.zensical.page_links import FAULTS
from prongsai.engines.zensical.settings import find_lost, find_unknown, merge_settings
from prongsai.engines.zensical.work_folder import FOLDER, SETTINGS, lay_out, published_names
from prongsai.problems import Problem, Where, problem
from prongsai.thai.unbroken import keep_page_whole

PROGRAM = "zensical"
NAME = "Zensical"
_OVERWRITTEN = ("sitemap.xml", "search.json")  # written whether or not anybody asks for them


def build(root: Path, target: Path, settings: Settings, convert: Callable[[str], str]) -> list[Problem]:
    """Build the generated tree of `root` into `target`; every message of the engine is a problem.

    `convert` turns the Markdown of a page into HTML, with the extensions of the site.
    """
    if found := settings.check(root) or _refused_before(root, settings):
        return found
    try:
        folder = lay_out(root, settings.name, convert)
        if found := _run(root, folder, settings.name):
            return found
        _settle(folder)
        _keep_whole(folder, merge_settings(root, settings.name))
        shutil.rmtree(target, ignore_errors=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(folder / "site", target)
    finally:
        shutil.rmtree(root / FOLDER, ignore_errors=True)
    return []


def _refused_before(root: Path, settings: Settings) -> list[Problem]:
    """Faults that Zensical would pass over, or name without their place."""
    try:
        unknown = find_unknown(root, settings, NAME)
        lost = find_lost(root, settings, frozenset(published_names(root)))
    except (OSError, ValueError, YAMLError) as failure:  # a file that it inherits from is missing, or says a key twice
        return [problem("engine-message", Where(settings.name), text=" ".join(str(failure).split()))]
    return [*unknown, *lost, *find_other_encodings(root)]


def _run(root: Path, folder: Path, settings: str) -> list[Problem]:
    # -P: modules are never looked for next to the pages of an agency.
    command = [sys.executable, "-P", "-m", PROGRAM, "build", "--clean", "--strict", "--config-file", SETTINGS]
    ended = subprocess.run(  # noqa: S603  our own interpreter, and no word of the command is anybody's
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if ended.returncode:
        return explain(ended.stderr, settings)
    return _dead_links(root, folder / FAULTS)


def _dead_links(root: Path, faults: Path) -> list[Problem]:
    """The links that lead to no file, in the order of their pages, each at its line."""
    if not faults.is_file():
        return []
    dead = sorted(tuple(json.loads(line)) for line in faults.read_text("utf-8").splitlines())
    return [problem("own-link-dead", _place(root, name, link), found=link) for name, link in dead]


def _place(root: Path, name: str, link: str) -> Where:
    lines = (root / CONTENT / name).read_text("utf-8-sig").splitlines()
    found = ((number, line.find(link) + 1) for number, line in enumerate(lines, 1) if link in line)
    return Where(f"{CONTENT}/{name}", *next(found, (0, 0)))


def _settle(folder: Path) -> None:
    """Put back what Zensical wrote over, and leave out what nobody asked for."""
    for name in _OVERWRITTEN:
        (folder / "site" / name).unlink(missing_ok=True)
        if (folder / CONTENT / name).is_file():
            shutil.copyfile(folder / CONTENT / name, folder / "site" / name)


def _keep_whole(folder: Path, settings: Mapping[str, Any]) -> None:
    """Mark in every page what no line breaks, as our plugin does for MkDocs; files of people stay as they are."""
    facts = (settings.get("extra") or {}).get("prongsai") or {}
    for page in sorted((folder / "site").rglob("*.html")):
        if not (folder / CONTENT / page.relative_to(folder / "site")).is_file():
            page.write_text(keep_page_whole(page.read_text("utf-8"), facts.get("agency", "")), "utf-8")
