"""Check whose names the finished site holds: its own, those that the agency wrote, and a short list of forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import unquote

from prongsai import paths
from prongsai.engines.shipped import ENGINE
from prongsai.pipeline.checks.file_facts import has_text
from prongsai.pipeline.checks.output import Output
from prongsai.pipeline.checks.own_content import OwnContent, decode_text
from prongsai.pipeline.content.owners import CONTENT
from prongsai.problems import Problem, Where, problem

# Hosts that are on a site though nobody typed them; each with the reason. Nothing is loaded from there.
NAMED = {
    "www.w3.org": "the names of forms in XML: SVG, XHTML, Atom",
    "www.sitemaps.org": "the form of sitemap.xml",
    "schema.org": "the words by which pages are told to search engines",
    "jsonfeed.org": "the form of feed.json",
    "creativecommons.org": "the licence of the open data, which an agency names by its short name",
    "social-plugins.line.me": "where whoever reads a page passes it on by LINE",
    "line.me": "where a LINE account leads that an agency names by its id",
}
_CUT = "…"
_ASCII_HOST = re.compile(r"[a-z0-9.:\[\]-]+")
_ESCAPED = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|/)")
_WITHIN = re.compile(r"[a-z0-9_.-]")
_GOES_ON = re.compile(r"[a-z0-9_-]|\.[a-z0-9]")
_PUBLISHED = "site_config/published"


def check_hosts(output: Output, root: Path, own_hosts: frozenset[str], site_host: str) -> list[Problem]:
    """A problem for each file and each host in it that is neither the site's nor written by the agency.

    `own_hosts` are the site's, with their ports; `site_host` is the one that is given as the right one.
    """
    words, own = _AgencyTexts(root, own_hosts), f" ({site_host})" if site_host else ""
    known: dict[str, str] = {}
    found: list[Problem] = []
    for name in sorted(output.facts):
        foreign: set[str] = set()
        for raw in output.facts[name].hosts:
            if raw not in known:
                known[raw] = words.find_foreign(raw)
            foreign.add(known[raw])
        found += [problem("foreign-host", Where(f"site/{name}"), host=one, own=own) for one in sorted(foreign) if one]
    return found


class _AgencyTexts:
    """The texts that the agency wrote, read only when a host is neither the site's nor on the list."""

    def __init__(self, root: Path, own_hosts: frozenset[str]) -> None:
        self.root = root
        self.named = NAMED.keys() | own_hosts
        self.content = OwnContent(root)

    def find_foreign(self, raw: str) -> str:
        """The host, when it is neither the site's nor anybody's whom the agency named; else nothing."""
        text = unquote(raw).lower().rpartition("@")[2]
        host, cut, _ = text.partition(_CUT)  # descriptions end where they are long enough
        host = host.rstrip(".:!")
        shorter = _ASCII_HOST.match(host)  # Thai may follow without a blank
        spellings = {host, shorter[0].rstrip(".:") if shorter else host, *_in_thai(host)}
        if not host or spellings & self.named:
            return ""
        return "" if any(self._is_written(one, is_cut=bool(cut)) for one in spellings) else host

    def _is_written(self, host: str, *, is_cut: bool) -> bool:
        texts = (self._typed, self._shipped, self._attached)
        if any(_stands_in(text, host, is_cut) for text in texts):
            return True
        return not _is_local(host) and _stands_in(self._published, host, is_cut)

    @cached_property
    def _typed(self) -> str:
        names = [path for name in ("data", "site_config") for path in (self.root / name).rglob("*")]
        names = [path for path in names if not path.is_relative_to(self.root / _PUBLISHED)]
        pages = [self.root / CONTENT / name for name in self.content.pages]
        return _joined([*names, *pages, self.root / ENGINE.settings.name])

    @cached_property
    def _attached(self) -> str:
        return _joined([self.root / CONTENT / name for name in self.content.files])

    @cached_property
    def _published(self) -> str:
        """The recorded facts of earlier days, which updates may name; a preview that was recorded is not repeated."""
        return _joined([*(self.root / _PUBLISHED).rglob("*")])

    @cached_property
    def _shipped(self) -> str:
        return _joined([*paths.EDITIONS.rglob("*.yml")])


def _stands_in(text: str, host: str, is_cut: bool) -> bool:
    """True if a host is in a text as a whole, or as far as it was cut."""
    place = text.find(host)
    while place >= 0:
        is_whole = is_cut or not _GOES_ON.match(text, place + len(host))
        if is_whole and not _WITHIN.match(text[max(0, place - 1) : place]):
            return True
        place = text.find(host, place + 1)
    return False


def _joined(files: list[Path]) -> str:
    readable = (path for path in files if has_text(path.name) and path.is_file())
    return "\n".join(_ESCAPED.sub(_decode, decode_text(path.read_bytes())).lower() for path in readable)


def _decode(escaped: re.Match[str]) -> str:
    """A sign that YAML lets people write by its number."""
    number = int(escaped[1] or escaped[2] or escaped[3] or "2f", 16)
    return chr(number) if number < 0x110000 else ""


def _in_thai(host: str) -> Iterator[str]:
    """The same host in Thai letters, or in the form that name servers know."""
    try:
        yield host.encode("ascii").decode("idna") if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return


def _is_local(host: str) -> bool:
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
    try:
        return not ip_address(name.strip("[]")).is_global
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")
