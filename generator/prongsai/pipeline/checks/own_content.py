"""Check the pages and files that people put into content/: what they load, run or send, before anything is built."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from prongsai import addresses
from prongsai.disk.read import read_plain
from prongsai.disk.walk import Tree
from prongsai.engines.shipped import ENGINE
from prongsai.pipeline.content.generated_list import CONTENT
from prongsai.pipeline.content.hand_written import find_hand_written, find_static
from prongsai.problems import Problem, Where, problem
from prongsai.safety.find_line import LineFinder
from prongsai.safety.finding import SafetyFinding
from prongsai.safety.read_html import read_html, read_script_file, read_sheet, read_xml

_CODES = {"request": "foreign-request", "target": "foreign-target", "script-address": "foreign-in-script"}
_MARKUP = {
    ".html": read_html,
    ".htm": read_html,
    ".svg": read_xml,
    ".xml": read_xml,
    ".xhtml": read_xml,
    ".xht": read_xml,
}
_SCRIPTS = {".js", ".mjs"}
# What Markdown without any of these can become is text and links, and nothing that acts.
_MAY_ACT = re.compile(r"[<{]|!\[|&[#\w]|(?:java|vb)\s*script", re.IGNORECASE)


@dataclass(frozen=True)
class OwnRules:
    """What the agency's own pages may do: which hosts are its website, and whether it allows scripts of its own."""

    hosts: frozenset[str]
    own_scripts: bool

    def judge(self, found: list[SafetyFinding], file: str, source: str) -> Iterator[Problem]:
        """The problems of what was found in a page or file, with the lines of its source."""
        finder = LineFinder(source, is_markdown=file.endswith(".md"))
        for one in found:
            is_script = one.kind in {"script", "script-file"}
            code = ("" if self.own_scripts else "own-script") if is_script else _CODES.get(one.kind, "")
            if code:
                yield problem(code, Where(file, *finder.find(one)), found=one.found)


def hosts_of(*addresses: str | None) -> frozenset[str]:
    """The hosts of these addresses of the site, with their ports."""
    return frozenset(urlsplit(address).netloc.rpartition("@")[2].lower() for address in addresses if address)


def check_own_content(root: Path, rules: OwnRules, tree: Tree) -> list[Problem]:
    """The problems of pages written by hand, turned into HTML as the engine does, and of the files beside them.

    `tree` is what lies in the site's folders.
    """
    content = OwnContent(root, tree)
    found = [one for name in content.pages for one in content.check_page(name, rules)]
    return found + [one for name in content.files for one in content.check_file(name, rules)]


class OwnContent:
    """What lies in content/ that nobody generated."""

    def __init__(self, root: Path, tree: Tree | None = None) -> None:
        self.root = root
        self.tree = tree

    @cached_property
    def pages(self) -> list[str]:
        """The Markdown files, without hidden ones."""
        return sorted(name for name in find_hand_written(self.root, self.tree) if not re.search(r"(?:^|/)\.", name))

    @cached_property
    def files(self) -> list[str]:
        """All other files by their names below content/."""
        return sorted(addresses.content_name(address) for address in find_static(self.root, self.tree))

    @cached_property
    def _convert(self) -> Callable[[str], str]:
        return ENGINE.converter(self.root)

    def read(self, name: str) -> str:
        """The text of a file below content/; nothing where it is none or cannot be read, since others say so."""
        try:
            return decode_text(read_plain(self.root / CONTENT / name))
        except OSError:
            return ""

    def check_page(self, name: str, rules: OwnRules) -> Iterator[Problem]:
        """The problems of a page written by hand, as far as its own Markdown makes them."""
        source = self.read(name)
        if not _MAY_ACT.search(source):
            return
        try:
            html = self._convert(source)
        except Exception:  # noqa: BLE001  what an extension makes of a page can fail in any way, and the engine tells it
            return
        yield from rules.judge(read_html(html, rules.hosts), f"{CONTENT}/{name}", source)

    def check_file(self, name: str, rules: OwnRules, used_as: str = "") -> Iterator[Problem]:
        """The problems of another file, read as what its name says, or as what it is `used_as`: `.js` or `.css`."""
        kind = used_as or Path(name).suffix.lower()
        found: list[SafetyFinding] = []
        if kind in _MARKUP:
            found = _MARKUP[kind](self.read(name), rules.hosts)
        elif kind == ".css":
            found = read_sheet(self.read(name), rules.hosts)
        elif kind in _SCRIPTS and (rules.own_scripts or used_as):
            found = read_script_file(self.read(name), rules.hosts)
        yield from rules.judge(found, f"{CONTENT}/{name}", self.read(name) if found else "")


def decode_text(data: bytes) -> str:
    """The text of a file as browsers read it, where its own mark says UTF-16; else UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    return data.decode("utf-8-sig", errors="replace")
