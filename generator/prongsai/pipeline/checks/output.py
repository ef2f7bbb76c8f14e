"""Check the built site before it is swapped in: links, fragments, foreign requests, weight."""

from __future__ import annotations

import gzip
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from prongsai.problems import Problem, Where, problem
from prongsai.safety.read_element import HARMLESS_RELATIONS

# What has no text in it is not read: pictures, fonts, and documents that are archives or have a form of their own.
_NO_TEXT = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".woff", ".woff2", ".ttf", ".otf", ".pdf"}
_NO_TEXT |= {".docx", ".xlsx", ".pptx", ".odt", ".ods", ".zip", ".7z", ".rar", ".mp3", ".mp4", ".webm", ".svgz", ".bin"}


@dataclass(frozen=True)
class Output:
    """The files of a built site by their names below its folder; `texts` are those with text in them."""

    folder: Path
    files: frozenset[str]
    texts: dict[str, bytes]

    @cached_property
    def pages(self) -> dict[str, bytes]:
        """All HTML, in the order of the names."""
        return {name: self.texts[name] for name in sorted(self.texts) if name.endswith(".html")}


def has_text(name: str) -> bool:
    """True if a file of that name may hold text."""
    return os.path.splitext(name)[1].lower() not in _NO_TEXT  # noqa: PTH122  thousands of names, and no need for a path


def read_output(folder: Path, copied: frozenset[str] = frozenset()) -> Output:
    """Read a built site; of what was `copied` as it is only the HTML is read."""
    files = frozenset(_names(str(folder), ""))
    texts: dict[str, bytes] = {}
    for name in files:
        if name.endswith(".html") or (name not in copied and has_text(name)):
            data = (folder / name).read_bytes()
            texts[name] = gzip.decompress(data) if name.endswith(".gz") else data
    return Output(folder, files, texts)


def _names(folder: str, above: str) -> Iterator[str]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _names(entry.path, f"{above}{entry.name}/")
        else:
            yield above + entry.name


HEAVIEST_PAGE = 60_000  # bytes of HTML
HEAVIEST_INDEX = 120_000  # the OIT index
_TAG = re.compile(
    rb"""<(a|link|script|img|source|iframe|form|object|embed|video|audio)\b((?:[^>"']|"[^"]*"|'[^']*')*)>""",
    re.IGNORECASE,
)
# Every attribute is taken whole, so that a quoted text that looks like one is none.
_ATTRIBUTE = re.compile(rb"""([^\s"'>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
_ADDRESSES = {b"href", b"src", b"action", b"data"}
_CHOICE = b"srcset"  # addresses with the widths of their pictures, between commas
_CHOSEN = re.compile(r"(?:^|,)\s*([^\s,]+)")
_ID = re.compile(rb"""\bid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)


@dataclass(frozen=True)
class Address:
    """An address on a page; `loads` when the browser fetches it by itself."""

    text: str
    loads: bool


def check_output(output: Output, base_path: str, read_apart: frozenset[str] = frozenset()) -> list[Problem]:
    """The problems of a built site; `base_path` is where its root is on the host.

    What the pages `read_apart` load is looked at by a parser, which takes longer and sees more.
    """
    checker = _Checker(output, base_path, read_apart)
    return [found for name, html in output.pages.items() for found in checker.check(name, html)]


class _Checker:
    def __init__(self, output: Output, base_path: str, read_apart: frozenset[str]) -> None:
        self.pages = output.pages
        self.files = output.files
        self.base = base_path
        self.read_apart = read_apart
        self.ids: dict[str, frozenset[str]] = {}

    def check(self, name: str, html: bytes) -> Iterator[Problem]:
        """The problems of one page."""
        limit = HEAVIEST_INDEX if name.endswith("/oit/index.html") else HEAVIEST_PAGE
        if len(html) > limit:
            yield problem("page-too-heavy", Where(f"site/{name}"), size=len(html) // 1000, limit=limit // 1000)
        seen: set[Address] = set()
        for address in find_addresses(html):
            if address not in seen:
                seen.add(address)
                yield from self._check_address(name, address)

    def _check_address(self, name: str, address: Address) -> Iterator[Problem]:
        try:
            parts = urlsplit(address.text)
        except ValueError:  # no address at all: it leads nowhere, and nothing is loaded from there
            if address.loads or not address.text.startswith(("http://", "https://")):
                yield problem("broken-link", Where(f"site/{name}"), found=address.text)
            return
        if parts.scheme in {"http", "https"} or parts.netloc:
            if address.loads and name not in self.read_apart:
                yield problem("foreign-request", Where(f"site/{name}"), found=address.text)
        elif not parts.scheme and not self._stands(name, parts.path, unquote(parts.fragment)):
            yield problem("broken-link", Where(f"site/{name}"), found=address.text)

    def _stands(self, name: str, path: str, fragment: str) -> bool:
        target = find_target(self.files, self.base, name, unquote(path))
        if target is None or target not in self.files:
            return False
        # Material links the top of a page by fragments that its own script makes.
        return not fragment or fragment.startswith("__") or target not in self.pages or fragment in self._ids(target)

    def _ids(self, name: str) -> frozenset[str]:
        if name not in self.ids:
            found = (
                next(group for group in match.groups() if group is not None) for match in _ID.finditer(self.pages[name])
            )
            self.ids[name] = frozenset(unescape(one.decode()) for one in found)
        return self.ids[name]


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


def find_addresses(html: bytes) -> Iterator[Address]:
    """Every address that a page links, loads or sends to."""
    for tag in _TAG.finditer(html):
        kind = tag[1].lower()
        attributes = [(name.lower(), b"".join(values)) for name, *values in _ATTRIBUTE.findall(tag[2])]
        relations = {word for name, value in attributes if name == b"rel" for word in value.decode().lower().split()}
        loads = kind not in {b"a", b"form"} and not (kind == b"link" and relations <= HARMLESS_RELATIONS)
        for name, value in attributes:
            text = unescape(value.decode("utf-8", errors="replace")).strip()
            if name == _CHOICE:
                yield from (Address(one, loads) for one in _CHOSEN.findall(text))
            elif name in _ADDRESSES:
                yield Address(text, loads)
