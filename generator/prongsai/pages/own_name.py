"""The agency's own name stays in one piece at the end of a line: dictionaries do not know the names of places."""

from __future__ import annotations

import re

from prongsai.thai.agency_names import kind_and_place

_LEAST = 4  # a shorter name is one syllable, which nothing breaks
_MOST = 20  # letters that fit a line of a narrow screen in one piece, also in a title
# What is no running text: pictures, choices of a form, tags with their attributes, and attribute lists of headings.
_ASIDE = re.compile(r"(<svg\b.*?</svg>|<option\b.*?</option>|<[^>]*>|\{[^}\n]*\})", re.DOTALL)


def own_place(agency: str) -> str:
    """The part of an agency's name that a line must not break: เมืองแกลง; empty where none is told apart or fits."""
    place = (kind_and_place(agency) or ("", ""))[1]
    return place if _LEAST <= len(place) <= _MOST else ""


def keep_whole(body: str, name: str) -> str:
    """The Markdown of a page with `name` marked wherever a line must not break inside of it; nothing without a name."""
    if not name or name not in body:
        return body
    parts = _ASIDE.split(body)
    marked = f'<span class="ps-whole">{name}</span>'
    parts[::2] = (text.replace(name, marked) for text in parts[::2])
    return "".join(parts)
