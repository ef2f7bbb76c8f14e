"""Check the built site before it is swapped in: links, fragments, foreign requests, weight."""

from __future__ import annotations

import gzip
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from prongsai.pipeline.checks.file_facts import FOREIGN, LOCAL, Facts, has_text, read_facts
from prongsai.problems import Problem, Where, problem


@dataclass(frozen=True)
class Before:
    """The site of the last build, in its folder: its files, the facts of those with text, and which are `kept`."""

    folder: Path
    files: Collection[str]
    facts: Mapping[str, Facts]
    kept: frozenset[str]


@dataclass(frozen=True)
class Output:
    """The files of a built site by their names; `facts` are those of files with text in them.

    What is not in the folder is kept from the site `before`. `sound` are pages of which no link can be wrong.
    """

    folder: Path
    files: frozenset[str]
    facts: Mapping[str, Facts]
    before: Before | None = None
    sound: frozenset[str] = frozenset()

    @cached_property
    def pages(self) -> dict[str, Facts]:
        """All HTML, in the order of the names."""
        return {name: self.facts[name] for name in sorted(self.facts) if name.endswith(".html")}

    def read(self, name: str) -> bytes:
        """The bytes of one of the files."""
        return _read(self.folder, name, self.before)


def read_output(
    folder: Path,
    copied: frozenset[str] = frozenset(),
    made: Mapping[str, Facts] | None = None,
    before: Before | None = None,
) -> Output:
    """Read a built site; of what was `copied` as it is only the HTML is read, of files just `made` nothing again.

    Where a folder holds what changed alone, the rest is kept from the site `before`.
    """
    files = frozenset(_names(str(folder), "")) | (before.kept if before else frozenset())
    known = {name: before.facts[name] for name in before.kept & before.facts.keys()} if before else {}
    known |= made or {}
    facts: dict[str, Facts] = {}
    for name in files:
        if name in known and name not in copied:
            facts[name] = known[name]
        elif name.endswith(".html") or (name not in copied and has_text(name)):
            data = _read(folder, name, before)
            facts[name] = read_facts(name, gzip.decompress(data) if name.endswith(".gz") else data)
    return Output(folder, files, facts, before, _find_sound(files, facts, before))


def _read(folder: Path, name: str, before: Before | None) -> bytes:
    place = folder / name
    return (before.folder / name if before and not place.exists() else place).read_bytes()


def _find_sound(files: frozenset[str], facts: Mapping[str, Facts], before: Before | None) -> frozenset[str]:
    """The pages that stay as they are, unless a file or an id is gone to which one of them may link."""
    if before is None or any(name not in files for name in before.files):
        return frozenset()
    changed = before.facts.keys() - before.kept
    is_gone = any(before.facts[name].ids - facts[name].ids for name in changed if name in facts)
    return frozenset() if is_gone else before.kept


def _names(folder: str, above: str) -> Iterator[str]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _names(entry.path, f"{above}{entry.name}/")
        else:
            yield above + entry.name


HEAVIEST_PAGE = 60_000  # bytes of HTML
HEAVIEST_INDEX = 120_000  # the OIT index
HEAVIEST_PAPER = 600_000  # a page to be printed, of a whole year


def check_output(output: Output, base_path: str, read_apart: frozenset[str] = frozenset()) -> list[Problem]:
    """The problems of a built site; `base_path` is where its root is on the host.

    What the pages `read_apart` load is looked at by a parser, which takes longer and sees more.
    """
    checker = _Checker(output, base_path, read_apart)
    return [found for name, facts in output.pages.items() for found in checker.check(name, facts)]


class _Checker:
    def __init__(self, output: Output, base_path: str, read_apart: frozenset[str]) -> None:
        self.pages = output.pages
        self.files = output.files
        self.sound = output.sound
        self.base = base_path
        self.read_apart = read_apart
        self._known: dict[tuple[str, str], bool] = {}

    def check(self, name: str, facts: Facts) -> Iterator[Problem]:
        """The problems of one page."""
        limit = _limit_of(name)
        if facts.size > limit:
            yield problem("page-too-heavy", Where(f"site/{name}"), size=facts.size // 1000, limit=limit // 1000)
        for marked in facts.addresses:
            mark, address = marked[0], marked[1:]
            if mark == FOREIGN:
                if name not in self.read_apart:
                    yield problem("foreign-request", Where(f"site/{name}"), found=address)
            elif mark != LOCAL or (name not in self.sound and not self._leads(name, address)):
                yield problem("broken-link", Where(f"site/{name}"), found=address)

    def _leads(self, name: str, address: str) -> bool:
        """True if an address leads somewhere; many pages have the same, written from where each of them is."""
        if not address or address[0] in "#?":
            return self._finds(name, address)
        asked = _from_above(name, address)
        if asked not in self._known:
            self._known[asked] = self._finds(*asked)
        return self._known[asked]

    def _finds(self, name: str, address: str) -> bool:
        parts = urlsplit(address)
        target, fragment = find_target(self.files, self.base, name, unquote(parts.path)), unquote(parts.fragment)
        if target is None or target not in self.files:
            return False
        # Material links the top of a page by fragments that its own script makes.
        return not fragment or fragment.startswith("__") or self._has(target, fragment)

    def _has(self, target: str, fragment: str) -> bool:
        return target not in self.pages or fragment in self.pages[target].ids


def _from_above(name: str, address: str) -> tuple[str, str]:
    """The same address as a page that is as far up as it leads has it, with the folder of that page."""
    if address.startswith("/"):
        return name if address.startswith("//") else "", address
    folder = name.rpartition("/")[0]
    while folder and address.startswith("../"):
        folder, address = folder.rpartition("/")[0], address[3:]
    is_plain = address and address[0] not in "/#?"
    return f"{folder}/" if folder else "", address if is_plain else f"./{address}"


def _limit_of(name: str) -> int:
    """The bytes of HTML that a page may have."""
    if name.startswith("documents/"):
        return HEAVIEST_PAPER
    return HEAVIEST_INDEX if name.endswith("/oit/index.html") else HEAVIEST_PAGE


def find_target(files: frozenset[str], base_path: str, name: str, path: str) -> str | None:
    """The file of the site that a path on the page `name` leads to, or None where it leaves the site."""
    if not path:
        return name
    if path.startswith("/"):
        if not path.startswith(base_path):
            return None
        steps: list[str] = []
        path = path[len(base_path) :]
    else:
        steps = name.split("/")[:-1]
    for step in path.split("/"):
        if step == "..":
            if not steps:
                return None
            steps.pop()
        elif step not in {"", "."}:
            steps.append(step)
    found = "/".join(steps)
    is_folder = path.endswith(("/", "/.", "/..")) or path in {"", ".", ".."} or found not in files
    return f"{found}/index.html".lstrip("/") if is_folder else found
