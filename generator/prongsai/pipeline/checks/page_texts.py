"""Frozen pages and files as they are now: read before the site is built, comparable with the built one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from prongsai import addresses
from prongsai.disk.read import read_plain
from prongsai.engines.shipped import ENGINE
from prongsai.links.frozen import Frozen, FrozenLink
from prongsai.links.page_text import digest_text, read_article
from prongsai.pipeline.content.owners import CONTENT


@dataclass(frozen=True)
class Sources:
    """The parts of a site, by the paths of the site: generated pages as text, the files of own pages, those of data."""

    root: Path
    generated: Mapping[str, str]
    own_pages: Mapping[str, str]
    data: Mapping[str, bytes]


def find_current(records: Iterable[Frozen], sources: Sources) -> dict[str, str]:
    """The hash of each page's text and each file's bytes of this site that a record names; none for what is gone."""
    links = {link.href: link for record in records for link in record.links if link.place != "web"}
    convert = ENGINE.converter(sources.root) if any(link.place == "page" for link in links.values()) else str
    texts: dict[str, str] = {}
    for href, link in links.items():
        found = _page(link, sources, texts, convert) if link.place == "page" else _file(href, sources)
        if found:
            texts[href] = found
    return texts


def _page(link: FrozenLink, sources: Sources, known: dict[str, str], convert: Callable[[str], str]) -> str:
    path = link.href.partition("#")[0]
    if path not in known:
        markdown = sources.generated.get(path) or _hand_written(path, sources)
        if not markdown:
            return ""
        known[path] = digest_text(read_article(convert(markdown)))
    return known[path]


def _hand_written(path: str, sources: Sources) -> str:
    name = sources.own_pages.get(path)
    try:
        return (sources.root / CONTENT / name).read_text("utf-8-sig") if name else ""
    except (OSError, UnicodeDecodeError):
        return ""


def _file(href: str, sources: Sources) -> str:
    data = sources.data.get(href)
    try:
        body = data if data is not None else read_plain(sources.root / CONTENT / addresses.content_name(href))
    except OSError:
        return ""
    return hashlib.sha256(body).hexdigest()
