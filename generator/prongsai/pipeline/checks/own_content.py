"""Check what people put into content/ before anything is built: what it loads or sends, where its links lead."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from prongsai import addresses
from prongsai.disk.read import read_plain
from prongsai.disk.walk import Tree
from prongsai.engines.shipped import ENGINE
from prongsai.ledger.rows import Ledger
from prongsai.pipeline.checks.file_facts import find_addresses
from prongsai.pipeline.checks.output import find_target
from prongsai.pipeline.content.owners import CONTENT, find_hand_written, find_static
from prongsai.pipeline.planning.planned import Planned
from prongsai.problems import Problem, Where, problem
from prongsai.safety.finding import LineFinder, SafetyFinding
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
    """The permissions of the agency's own pages: which hosts are its website, and whether it allows own scripts."""

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
    """The problems of pages written by hand, turned into HTML as the engine does, and of the files next to them.

    `tree` is what is in the site's folders.
    """
    content = OwnContent(root, tree)
    found = [one for name in content.pages for one in content.check_page(name, rules)]
    return found + [one for name in content.files for one in content.check_file(name, rules)]


class OwnContent:
    """Files in content/ that nobody generated."""

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
        except Exception:  # noqa: BLE001  what an extension makes of a page can fail in any way, and the engine reports it
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


_MAY_LINK = re.compile(r"\]\(|\]:|<[a-z]", re.IGNORECASE)
_OF_THE_ENGINE = ("assets/", "search/", "sitemap.xml", "404.html")  # what it adds by itself


@dataclass(frozen=True)
class OwnSite:
    """Targets that a link may have: the files of content/ by their names, and those of the site as it will be."""

    planned: Planned
    ledger: Ledger
    base_path: str
    static: frozenset[str]

    @cached_property
    def sources(self) -> frozenset[str]:
        """The names below content/ of the pages, the data and the hand-written files that are or will be there."""
        pages = (page.source for page in (*self.planned.pages, *self.planned.old_pages))
        data = (path.lstrip("/") for path in self.planned.addresses.declared if path.count("#") == 0)
        return frozenset({*pages, *data, *self.planned.own_pages.values(), *self.static})

    @cached_property
    def files(self) -> frozenset[str]:
        """The names of the files of the site, as far as they are known before it is built."""
        there = self.planned.addresses
        known = {*there.declared, *there.reserved, *self.planned.own_pages, *(row.path for row in self.ledger.rows)}
        paths = {unquote(address.partition("#")[0]).lstrip("/") for address in known}
        return frozenset({f"{path}index.html" if path.endswith("/") or not path else path for path in paths}) | {
            *self.static
        }

    def has(self, name: str, page: str, path: str) -> bool:
        """True if a path on the page that the file `name` becomes leads to something; the engine takes both ways."""
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
        if not path.startswith("/") and (beside in self.sources or beside.startswith(_OF_THE_ENGINE)):
            return True
        if path.endswith(".md"):
            return False
        target = find_target(self.files, self.base_path, f"{page.lstrip('/')}index.html", path)
        if target is not None and (target in self.files or target.startswith(_OF_THE_ENGINE)):
            return True
        # What nobody links to, like robots.txt, is asked for last: all pages are written for that.
        return not beside.startswith("/") and f"{CONTENT}/{beside}" in self.planned.files


def check_own_links(root: Path, site: OwnSite) -> list[Problem]:
    """A problem for each link of a page written by hand that leads to nothing of the site, where it is.

    Limit: what follows a number sign is known only when the page was built.
    """
    content, convert = OwnContent(root), ENGINE.converter(root)
    found: list[Problem] = []
    for page, name in sorted(site.planned.own_pages.items()):
        source = content.read(name)
        links = dict.fromkeys(_local_links(_converted(source, convert))) if _MAY_LINK.search(source) else {}
        dead = (link for link in links if not site.has(name, page, unquote(urlsplit(link).path)))
        found += [problem("own-link-dead", _place(f"{CONTENT}/{name}", source, link), found=link) for link in dead]
    return found


def _converted(source: str, convert: Callable[[str], str]) -> str:
    try:
        return convert(source)
    except Exception:  # noqa: BLE001  what an extension makes of a page can fail in any way, and the engine reports it
        return ""


def _local_links(html: str) -> Iterator[str]:
    for address in find_addresses(html.encode()):
        try:
            parts = urlsplit(address.text)
        except ValueError:  # no address at all, which others report
            continue
        if not parts.scheme and not parts.netloc and parts.path:
            yield address.text


def _place(file: str, source: str, link: str) -> Where:
    """The first line that has the link, however the source spells it."""
    marks = (("(", ")"), ('"', '"'), ("'", "'"), ("", ""))
    for before, behind in marks:
        for number, line in enumerate(source.splitlines(), 1):
            found = (line.find(f"{before}{text}{behind}") for text in (link, unquote(link)))
            column = next((one for one in found if one >= 0), None)
            if column is not None:
                return Where(file, number, column + len(before) + 1)
    return Where(file)
