"""The facts of a file of the finished site that its checks ask for: read once, where the file is made."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from prongsai import paths
from prongsai.engines.theme import theme_files
from prongsai.json_value import Json
from prongsai.safety.read_element import HARMLESS_RELATIONS

# What has no text in it is not read: pictures, fonts, and documents that are archives or have a form of their own.
_NO_TEXT = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".woff", ".woff2", ".ttf", ".otf", ".pdf"}
_NO_TEXT |= {".docx", ".xlsx", ".pptx", ".odt", ".ods", ".zip", ".7z", ".rar", ".mp3", ".mp4", ".webm", ".svgz", ".bin"}
LOCAL, FOREIGN, NO_ADDRESS = "/", "!", "?"  # in front of an address: of the site, loaded from elsewhere, none at all


@dataclass(frozen=True)
class Facts:
    """The facts of a file: its `size` in bytes, and the texts where it names a host, as they are written.

    Of a page also its ids and, each once and with a mark in front, those `addresses` that may be wrong.
    """

    size: int
    hosts: tuple[str, ...] = ()
    ids: frozenset[str] = frozenset()
    addresses: tuple[str, ...] = ()

    def listed(self) -> Json:
        """The facts as they are kept."""
        return [self.size, [*self.hosts], sorted(self.ids), [*self.addresses]]


def facts_of(listed: Any) -> Facts:
    """The facts that were kept; raises TypeError or ValueError for what is none."""
    size, hosts, ids, addresses = listed
    return Facts(size, tuple(hosts), frozenset(ids), tuple(addresses))


def has_text(name: str) -> bool:
    """True if a file of that name may hold text."""
    return os.path.splitext(name)[1].lower() not in _NO_TEXT  # noqa: PTH122  thousands of names, and no need for a path


def read_facts(name: str, data: bytes) -> Facts:
    """The facts of the file `name` of a site that holds this text."""
    hosts = () if name.startswith(_OF_THEMES) and _ships(name, data) else tuple(sorted(_hosts_in(data)))
    if not name.endswith(".html"):
        return Facts(len(data), hosts)
    page = _without_comments(data)
    marked = dict.fromkeys(one for tag in _TAG.finditer(page) for one in _marked_in(tag[1], tag[2]))
    return Facts(len(data), hosts, find_ids(page), tuple(marked))


_TAG = re.compile(
    rb"""<(a|link|script|img|source|iframe|form|object|embed|video|audio)\b((?:[^>"']|"[^"]*"|'[^']*')*)>""",
    re.IGNORECASE,
)
# Every attribute is taken whole, so that a quoted text that looks like one is none.
_ATTRIBUTE = re.compile(rb"""([^\s"'>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
# A script, a style and a tag are passed over whole: what looks like a comment within them is none.
_COMMENT = re.compile(
    rb"""<(script|style|textarea|title)\b.*?</\1\s*>|</?[a-z](?:[^>"']|"[^"]*"|'[^']*')*>|<!--(?:-?>|.*?--!?>)""",
    re.IGNORECASE | re.DOTALL,
)
_ADDRESSES = {b"href", b"src", b"action", b"data"}
_CHOICE = b"srcset"  # addresses with the widths of their pictures, between commas
_CHOSEN = re.compile(r"(?:^|,)\s*([^\s,]+)")
_ID = re.compile(rb"""\bid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)


@dataclass(frozen=True)
class Address:
    """An address on a page; `loads` when the browser fetches it by itself."""

    text: str
    loads: bool


def find_addresses(html: bytes) -> Iterator[Address]:
    """Every address that a page links, loads or sends to."""
    for tag in _TAG.finditer(_without_comments(html)):
        yield from _addresses_in(tag[1].lower(), tag[2])


def _without_comments(html: bytes) -> bytes:
    """A page without its comments, as a browser tells these apart from texts that only look like one."""
    return (
        _COMMENT.sub(lambda found: b"" if found[0].startswith(b"<!--") else found[0], html) if b"<!--" in html else html
    )


def _addresses_in(kind: bytes, attributes_of_tag: bytes) -> Iterator[Address]:
    attributes = [(name.lower(), b"".join(values)) for name, *values in _ATTRIBUTE.findall(attributes_of_tag)]
    relations = {word for name, value in attributes if name == b"rel" for word in _words(value)}
    loads = kind not in {b"a", b"form"} and not (kind == b"link" and relations <= HARMLESS_RELATIONS)
    for name, value in attributes:
        text = unescape(value.decode("utf-8", errors="replace")).strip()
        if name == _CHOICE:
            yield from (Address(one, loads) for one in _CHOSEN.findall(text))
        elif name in _ADDRESSES:
            yield Address(text, loads)


def _words(value: bytes) -> list[str]:
    return value.decode("utf-8", errors="replace").lower().split()


def find_ids(html: bytes) -> frozenset[str]:
    """The places on a page to which a link can lead."""
    found = (next(group for group in match.groups() if group is not None) for match in _ID.finditer(html))
    return frozenset(unescape(one.decode("utf-8", errors="replace")) for one in found)


@lru_cache(maxsize=10_000)  # half of the tags of a page are in its frame, which many have
def _marked_in(kind: bytes, attributes: bytes) -> tuple[str, ...]:
    """The addresses of a tag, each with its mark."""
    return tuple(filter(None, map(_marked, _addresses_in(kind.lower(), attributes))))


def _marked(address: Address) -> str:
    """An address with its mark; nothing of one that leads out of the site, where nothing is loaded."""
    try:
        parts = urlsplit(address.text)
    except ValueError:  # no address at all: it leads nowhere, and nothing is loaded from there
        is_wrong = address.loads or not address.text.startswith(("http://", "https://"))
        return NO_ADDRESS + address.text if is_wrong else ""
    if parts.scheme in {"http", "https"} or parts.netloc:
        return FOREIGN + address.text if address.loads else ""
    return LOCAL + address.text if not parts.scheme else ""


_WRITTEN = re.compile(rb"//([^\s/\\\"'<>(){},;?#&`|*$^]+)")
_IN_QUERY = re.compile(rb"%2F%2F((?:[^%&\s\"'<>]|%3A)+)", re.IGNORECASE)  # the address of a page in a letter or a form
_BEFORE = b"\"'=("
_OF_THEMES = "assets/"


def _hosts_in(data: bytes) -> set[str]:
    """The texts where an address has its host, behind a scheme or in quotes, as they are written."""
    found = {match[1] for match in _WRITTEN.finditer(data) if _opens_host(data, match.start())}
    return {one.decode("utf-8", errors="replace") for one in found.union(_IN_QUERY.findall(data))}


def _opens_host(data: bytes, place: int) -> bool:
    before = data[max(0, place - 2) : place]
    return before[-1:] in _BEFORE if before[-1:] != b":" else before[:-1].isalnum()


def _ships(name: str, data: bytes) -> bool:
    """True if a file is, to the byte, one that comes with our theme."""
    return any(theme_files(paths.theme_folder(), thai=thai).get(name) == data for thai in (True, False))
