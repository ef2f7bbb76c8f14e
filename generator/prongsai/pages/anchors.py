"""The ids that a generated page declares, and empty anchors for ids that it had before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from html import escape, unescape

from prongsai.addresses import KINDS, subject_of
from prongsai.pages.manuscript import Manuscript
from prongsai.pages.segments import Listing, Segment, Title, map_texts
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


def insert_anchors(page: Manuscript, places: Mapping[str, str]) -> Manuscript:
    """The page with an empty anchor for each old id at the thing that has the new one, or at its title without one."""
    positions = _positions(page.segments)
    top = positions.get(TOP, (0, 0))
    inserts: dict[tuple[int, int], str] = {}
    for old, new in sorted(places.items()):
        place = positions.get(new, top) if new else top
        inserts[place] = inserts.get(place, "") + f'<span id="{escape(old)}"></span>'
    segments = list(page.segments)
    for (number, start), anchors in sorted(inserts.items(), reverse=True):
        segments[number] = map_texts(segments[number], partial(_insert, start, anchors))
    return replace(page, segments=tuple(segments))


def _insert(start: int, anchors: str, text: str) -> str:
    return f"{text[:start]}{anchors}{text[start:]}"


def withheld_ids(path: str, published: Iterable[str]) -> frozenset[str]:
    """Of the published ids of a page those of what is shown to readers only for a time.

    Readiness, what an item lacks and the state of links go once the scores are known, or when notes become internal.
    """
    withheld = KINDS[subject_of(path).kind].withheld
    return frozenset(one for one in published if withheld and re.fullmatch(withheld, one))


def append_section(page: Manuscript, section: Iterable[Segment]) -> Manuscript:
    """The page with a section behind its content, before the lines that say what it was made from."""
    above, end = page.segments, tuple[Segment, ...]()
    if above and above[-1].markdown.startswith(_MADE_FROM):
        above, end = above[:-1], above[-1:]
    return replace(page, segments=(*above, *section, *end))


def _positions(segments: Iterable[Segment]) -> dict[str, tuple[int, int]]:
    """For each id the segment and the place in its text where its content begins; headings before other things."""
    titles, things = dict[str, tuple[int, int]](), dict[str, tuple[int, int]]()
    for number, segment in enumerate(segments):
        if isinstance(segment, Title):
            titles[segment.id] = number, 0
        if isinstance(segment, Listing):
            continue  # no thing with an id is in running text
        for tag in _TAG.finditer(segment.text):
            for one in _ID.findall(tag[0]):
                inside = _WITH_TEXT.search(segment.text, tag.end()) if tag["tag"] in _WITHOUT_TEXT else tag
                things.setdefault(unescape(one), (number, inside.end() if inside else tag.end()))
    return things | titles
