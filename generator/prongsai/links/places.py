"""Places in a page: the one that an address asks for, and what became of it there."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import unquote

from prongsai.links.seen import Place

_OF_TEXT = ":~:"  # what follows is a text to be marked, which browsers look for by themselves
_OF_SCRIPTS = re.compile(r"[!/]|.*[/=&?:]", re.DOTALL)  # a route or a state that only the page's own script reads
_READS_FRAGMENT = re.compile(r"hashchange|\.hash\b", re.IGNORECASE)


def place_of(fragment: str) -> str:
    """The name of the place that a fragment leads to; empty for the top, for a text and for what only scripts read."""
    place = unquote(fragment.partition(_OF_TEXT)[0])
    return "" if place.lower() in {"", "top"} or _OF_SCRIPTS.match(place) else place


def find_place(fragment: str, places: Collection[str], html: str) -> Place:
    """The result of looking for a fragment among the `places` of a page.

    Nothing is said where a script of the page reads the fragment: it may make the place when somebody comes.
    """
    place = place_of(fragment)
    if not place:
        return ""
    if place in places or fragment in places:
        return "there"
    return "" if _READS_FRAGMENT.search(html) else "missing"
