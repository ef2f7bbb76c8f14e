"""The index that the search page loads, and the titles that are suggested while somebody types."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from posixpath import normpath
from urllib.parse import unquote

from prongsai import addresses
from prongsai.blocks.passages import PageText, Passage, page_text
from prongsai.exports.everyday_words import words_said
from prongsai.exports.pack_search import Row, pack, pack_parts, pack_whole
from prongsai.json_value import Json
from prongsai.thai.text import clean_text

# What is on every page, is drawn, or repeats what another page says.
_FURNITURE = re.compile(
    r"<(nav|svg|script|style)\b.*?</\1>"
    r'|<p class="ps-(?:madefrom|strip__action|use)">.*?</p>|<section class="ps-ask.*?</section>'
    r'|<b aria-hidden="true">.*?</b>|(?<=ps-behind">)<summary>.*?</summary>'
    r'|<table class="ps-grid ps-items">.*?</table>|<ul class="ps-counts ps-files">.*?</ul>',
    re.DOTALL,
)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_HEADING = re.compile(
    r"^\#{1,6}[ ](?P<text>.+?)(?:[ ]\{[ ]\#(?P<id>[^\s}]+)[ ]\})?$"
    r'|(?:<div\b[^>]*\sid="(?P<around>[^"]+)"[^>]*>\s*)?'
    r'<(?P<tag>h[1-6])(?:\s(?:id="(?P<own>[^"]*)"|[^>])*)?>(?P<inner>.*?)</(?P=tag)>',
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
_INLINE = re.compile(r"</?(?:a|abbr|b|code|data|em|i|mark|q|span|strong|sub|sup|time)\b[^>]*>")
_PICTURE = re.compile(r'<img\b[^>]*?\salt="([^"]*)"[^>]*>')
_TAG = re.compile(r"<[^>]*>")
_LIST_MARK = re.compile(r"^- ", re.MULTILINE)
_LINK = re.compile(r'<a\s[^>]*?href="([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)
_TOP = "page"


def read_page_text(path: str, markdown: str) -> PageText:
    """The text of a generated page, or of one written by hand that was made HTML, at `path`."""
    body = _FURNITURE.sub(" ", _FRONT_MATTER.sub("", markdown, count=1))
    body = _PICTURE.sub(r"\1", body)  # what a picture shows is said in words
    links = [(_target(path, unescape(href)), _plain(text)) for href, text in _LINK.findall(body)]
    return page_text(_passages(body), links)


def _passages(body: str) -> Iterator[Passage]:
    anchor, heading, start = "", "", 0
    for found in _HEADING.finditer(body):
        text = _plain(body[start : found.start()])
        if text or anchor:
            yield Passage(anchor, heading, text)
        anchor = found["id"] or found["around"] or found["own"] or ""
        anchor = "" if anchor == _TOP else anchor
        is_title = body[found.start()] == "#" and body[found.start() + 1] == " "
        heading = "" if is_title or found["tag"] == "h1" else _plain(found["text"] or found["inner"])
        start = found.end()
    if text := _plain(body[start:]):
        yield Passage(anchor, heading, text)


def _plain(markup: str) -> str:
    """The text of a piece of markup in its one form; only what is within a sentence joins without a blank."""
    return clean_text(unescape(_TAG.sub(" ", _INLINE.sub("", _LIST_MARK.sub("", markup)))))[0]


def _target(path: str, href: str) -> str:
    """The path on this site that an address leads to; empty for another site or another scheme."""
    if re.match(r"[a-z][a-z0-9+.-]*:|//", href, re.IGNORECASE):
        return ""
    if href[:1] in {"/", "#"}:
        return ""
    return addresses.content_path(normpath(f"{path}{unquote(href.partition('#')[0])}").lstrip("/"))


MOST_IN_ONE = 500  # pages; a larger index comes in parts, one for each year


@dataclass(frozen=True)
class Found:
    """A page that can be found: where it is, its title, its year (Buddhist Era, 0 for none) and what it says.

    `status` is that of the measure whose page it is, in words. Pages of other years about the same have the same
    `meaning`; one of its own has none.
    """

    path: str
    title: str
    year: int
    says: PageText
    status: str = ""
    meaning: str = ""


def export_search(pages: Iterable[Found], units: Mapping[str, str]) -> dict[str, str | bytes]:
    """The files of the search by their paths; `units` are the names of the units by their keys.

    Each is there twice: plain, and packed for slow lines.
    """
    known = tuple(sorted(pages, key=_order))
    entries = sorted((*known, *_attachments(known)), key=_order)
    names = _Names(units, entries)
    rows = [(one.year, names.row(one)) for one in entries]
    titles: Json = [row.plain()[:4] for _, row in rows]
    files: dict[str, str | bytes] = {
        addresses.SEARCH_TITLES: _json(titles),
        _packed(addresses.SEARCH_TITLES): pack(titles),
    }
    shared: dict[str, Json] = {"kinds": names.kinds, "units": names.units, "statuses": names.statuses}
    shared |= words_said(text for one in entries for text in _texts(one))
    if len(rows) <= MOST_IN_ONE:
        return files | _whole(shared, [row for _, row in rows])
    parts: dict[int, list[Row]] = {}
    for year, row in rows:  # the newest first
        parts.setdefault(year, []).append(row)
    return files | _in_parts(shared, parts)


def _whole(shared: Mapping[str, Json], rows: list[Row]) -> dict[str, str | bytes]:
    plain = _json({**shared, "pages": [row.plain() for row in rows]})
    return {addresses.SEARCH_INDEX: plain, _packed(addresses.SEARCH_INDEX): pack_whole(shared, rows)}


def _in_parts(shared: Mapping[str, Json], parts: Mapping[int, list[Row]]) -> dict[str, str | bytes]:
    paths = [addresses.Subject("search-file", key=f"index-{year or 'site'}.json").path for year in parts]
    named: list[Json] = [[year, path.rpartition("/")[2]] for year, path in zip(parts, paths, strict=True)]
    shared = {**shared, "parts": named}
    head, packed = pack_parts(shared, list(parts.values()))
    files: dict[str, str | bytes] = {addresses.SEARCH_INDEX: _json(shared), _packed(addresses.SEARCH_INDEX): head}
    files |= {path: _json([row.plain() for row in rows]) for path, rows in zip(paths, parts.values(), strict=True)}
    return files | dict(zip(map(_packed, paths), packed, strict=True))


def _packed(path: str) -> str:
    return path.removesuffix(".json") + ".bin"


class _Names:
    """The names that rows point at by their place in a list: kinds as pairs of key and title, units, statuses."""

    def __init__(self, units: Mapping[str, str], entries: Iterable[Found]) -> None:
        used = {key for one in entries for key in one.says.units}
        kept = {key: name for key, name in units.items() if key in used}
        self.units = list(kept.values())
        self.statuses = sorted({one.status for one in entries} - {""})
        meant = Counter(one.meaning for one in entries if one.meaning)
        self.meanings = sorted(name for name, count in meant.items() if count > 1)
        there = {_kind(one) for one in entries}
        self.kinds = [[key, title] for key, title in addresses.HEADINGS.items() if key in there]
        self._kind_places = {key: place for place, (key, _) in enumerate(self.kinds)}
        self._unit_places = {key: place for place, key in enumerate(kept)}

    def row(self, one: Found) -> Row:
        """Kind, year, units, status and meaning (-1 for none) are its facts."""
        says = one.says
        status = self.statuses.index(one.status) if one.status else -1
        units = [self._unit_places[key] for key in says.units if key in self._unit_places]
        meaning = self.meanings.index(one.meaning) if one.meaning in self.meanings else -1
        facts = (self._kind_places[_kind(one)], one.year, units, status, meaning)
        passages = tuple((part.anchor, part.heading, part.text, part.aside) for part in says.passages)
        return Row(one.path, one.title, facts, passages)


def _attachments(pages: tuple[Found, ...]) -> Iterator[Found]:
    """The attachments that pages link, each under the words of its first link and with the page that names it."""
    seen: set[str] = set()
    for one in pages:
        for path, words in one.says.files:
            if path not in seen:
                seen.add(path)
                name = path.rpartition("/")[2]
                says = PageText((Passage("", "", f"{name} แฟ้มแนบของหน้า {one.title}"),))
                yield Found(path, words or name, one.year, says)


def _texts(one: Found) -> Iterator[str]:
    yield one.title
    for part in one.says.passages:
        yield from (part.heading, part.text, part.aside)


def _kind(one: Found) -> str:
    return addresses.KINDS[addresses.subject_of(one.path).kind].heading


def _order(one: Found) -> tuple[int, str]:
    return (-one.year, one.path)


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
