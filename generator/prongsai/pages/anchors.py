"""The ids that a generated page declares, and empty anchors for ids that it had before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape, unescape

from prongsai.addresses import KINDS, subject_of
from prongsai.pictures.figure import ID as PICTURE

# Typed text has none of these characters as they are (pages/escape.py; JSON in the front matter): only ours is found.
_HEADING_ID = re.compile(r"^(?P<marks>#{1,6} ).*\{ #(?P<id>[^\s}]+) \}$", re.MULTILINE)
_TAG = re.compile(r"<(?P<tag>[a-z][a-z0-9]*)(?:\s[^<>]*)?>")
_ID = re.compile(r'\sid="([^"]*)"')
_WITHOUT_TEXT = {"table", "thead", "tbody", "tr", "ol", "ul", "dl"}
_WITH_TEXT = re.compile(r"<(?:td|th|li|dt|caption)(?:\s[^<>]*)?>")
TOP, CAPTION = "page", "t-"
_MADE_FROM = '<p class="ps-madefrom">'


def declared_fragments(markdown: str) -> frozenset[str]:
    """The ids that a generated page promises: of headings and things, not of its title, table captions and pictures."""
    found = {heading["id"] for heading in _HEADING_ID.finditer(markdown)}
    found |= {unescape(one) for tag in _TAG.finditer(markdown) for one in _ID.findall(tag[0])}
    return frozenset(one for one in found if one != TOP and not one.startswith((CAPTION, PICTURE)))


def insert_anchors(markdown: str, places: Mapping[str, str]) -> str:
    """The page with an empty anchor for each old id at the thing that has the new one, or at its title without one."""
    positions = _positions(markdown)
    top = positions.get(TOP, 0)
    inserts: dict[int, str] = {}
    for old, new in sorted(places.items()):
        place = positions.get(new, top) if new else top
        inserts[place] = inserts.get(place, "") + f'<span id="{escape(old)}"></span>'
    for place in sorted(inserts, reverse=True):
        markdown = markdown[:place] + inserts[place] + markdown[place:]
    return markdown


def withheld_ids(path: str, published: Iterable[str]) -> frozenset[str]:
    """Of the published ids of a page those of what is shown to readers only for a time.

    Readiness, what an item lacks and the state of links go once the scores are known, or when notes become internal.
    """
    withheld = KINDS[subject_of(path).kind].withheld
    return frozenset(one for one in published if withheld and re.fullmatch(withheld, one))


def append_section(markdown: str, section: str) -> str:
    """The page with a section behind its content, before the line that says what it was made from."""
    before, mark, after = markdown.rpartition(f"\n{_MADE_FROM}")
    return f"{before}\n{section}{mark}{after}" if mark else f"{markdown}\n{section}"


def _positions(markdown: str) -> dict[str, int]:
    """For each id the place where its content begins."""
    found = {heading["id"]: heading.end("marks") for heading in _HEADING_ID.finditer(markdown)}
    for tag in _TAG.finditer(markdown):
        for one in _ID.findall(tag[0]):
            inside = _WITH_TEXT.search(markdown, tag.end()) if tag["tag"] in _WITHOUT_TEXT else tag
            found.setdefault(unescape(one), inside.end() if inside else tag.end())
    return found
