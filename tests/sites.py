"""Sites for tests: the smallest valid one, what cases lay over it, and what a folder holds."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import unquote_to_bytes

from prongsai.pipeline.check import Checked, check_folder

REPOSITORY = Path(__file__).resolve().parents[1]
CASES = Path(__file__).parent / "cases"
BASE = CASES / "base"
INVALID = CASES / "invalid"
_ABOUT_THE_CASE = ("make.json", "expected.txt", "expected-en.txt")


def copy_base(folder: Path) -> Path:
    """The smallest valid site, copied to `folder`, without what a check of it left there."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True, ignore=_made_in(BASE))
    return folder


def copy_small(folder: Path) -> Path:
    """The same without its register and its indicators, which are more than half of its pages: for building often."""
    copy_base(folder)
    (folder / "data" / "2565" / "oit.yml").unlink()
    scores = folder / "data" / "2564" / "scores.yml"
    scores.write_text(
        re.sub(r"^indicators:\n(?:  \d.*\n)+", "", scores.read_text("utf-8"), flags=re.MULTILINE), "utf-8"
    )
    return folder


@cache
def checked(root: Path) -> Checked:
    """A site that the repository keeps, checked once for all tests of a process, none of which changes it."""
    return check_folder(root)


def copy_site(source: Path, folder: Path) -> Path:
    """Copy the files that people keep of a site, without anything that the generator has made of it."""
    return Path(shutil.copytree(source, folder, ignore=_made_in(source)))


def _made_in(source: Path) -> Callable[[str, list[str]], set[str]]:
    """Tells what the generator has made of the site in `source`, a folder at a time."""
    made = source / "content" / ".gitignore"
    lines = made.read_text("utf-8").splitlines() if made.is_file() else []
    ours = {source / "content" / line.lstrip("/") for line in lines if line and not line.startswith("#")}
    aside = {source / "site", source / ".prongsai", *ours}

    def is_ours(place: str, names: list[str]) -> set[str]:
        return {name for name in names if Path(place) / name in aside}

    return is_ours


def copy_own(folder: Path) -> Path:
    """Copy the files that this repository keeps of its own site, without anything that was generated."""
    for name in ("data", "site_config"):
        shutil.copytree(REPOSITORY / name, folder / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", folder / "mkdocs.yml")
    shutil.copytree(REPOSITORY / "content", folder / "content", ignore=_made_in(REPOSITORY))
    return folder


def lay_over(overlay: Path, folder: Path) -> Path:
    """The files of `overlay` laid over the site in `folder`; `make.json` says what no committed file can hold.

    Its keys: `remove` (files and folders), `folder` (empty folders), `repeat` (a line up to a size in megabytes),
    `named` (files by names that not every system holds, each byte of them that is no plain letter as % and its number),
    `fifo` (names), `link` (names with what the link says), `many` (folders with how many empty files), `links` (names
    up to a number, all with the same target) and `also` (codes that the case reports besides its own).
    """
    make = spec_of(overlay)
    for name in make.get("remove", []):
        path = folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    ignored = shutil.ignore_patterns(*_ABOUT_THE_CASE)
    shutil.copytree(overlay, folder, dirs_exist_ok=True, ignore=ignored)
    for name in make.get("folder", []):
        (folder / name).mkdir(parents=True)
    for name, text in make.get("named", {}).items():
        place = folder / os.fsdecode(unquote_to_bytes(name))
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    _lay_odd_things(make, folder)
    for name, what in make.get("repeat", {}).items():
        line = what["line"].encode()
        (folder / name).write_bytes(line * (what["megabytes"] * 1_000_000 // len(line) + 1))
    return folder


def _lay_odd_things(make: dict, folder: Path) -> None:
    """Lay what is neither file nor folder, and more of either than anybody would commit."""
    for name, count in make.get("many", {}).items():
        (folder / name).mkdir(parents=True)
        for number in range(count):
            (folder / name / f"{number}.txt").touch()
    links = dict(make.get("link", {}))
    for name, what in make.get("links", {}).items():
        links |= {f"{name}{number}": what["to"] for number in range(what["count"])}
    for name, target in links.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).symlink_to(target)
    for name in make.get("fifo", []):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(folder / name)


def spec_of(overlay: Path) -> dict:
    """The specification in the case's `make.json`; empty where it has none."""
    spec = overlay / "make.json"
    return json.loads(spec.read_text("utf-8")) if spec.is_file() else {}


def make_case(name: str, folder: Path) -> Path:
    """The site of the invalid case `name`, made in `folder`."""
    return lay_over(INVALID / name, copy_base(folder))


def invalid_cases() -> list[str]:
    """The names of all invalid cases: a code, or a code and a variant with two dashes between."""
    return sorted(entry.name for entry in INVALID.iterdir() if entry.is_dir())


def code_of(case: str) -> str:
    """The code that a case is about."""
    return case.partition("--")[0]


def snapshot(folder: Path) -> dict[str, str]:
    """Every entry below `folder` with a hash of what it holds, so that any change shows."""
    return {
        entry.relative_to(folder).as_posix(): hashlib.sha256(entry.read_bytes()).hexdigest() if entry.is_file() else ""
        for entry in sorted(folder.rglob("*"))
    }
