"""Rules on what copying does to texts: marks that are lost on the way out of a PDF, letters of a font."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from prongsai.problems import Problem, Where, problem
from prongsai.rules.context import Context
from prongsai.rules.every_text import every_text, place_of
from prongsai.thai.lost_marks import find_lost_marks

_OF_A_FONT = re.compile("[\ue000-\uf8ff]")  # the private use area of Unicode
_MOST_SHOWN = 3  # words that a sentence shows


def sara_am_lost(context: Context) -> Iterator[Problem]:
    """Words keep their sara am; said once for each file, since a whole text is copied at a time.

    Limit: only frequent words of official Thai whose form without the mark is no word are looked for.
    """
    found: dict[str, list[tuple[Where, str, str]]] = {}
    for place, text in _texts(context):
        for form, meant in find_lost_marks(text):
            found.setdefault(place().file, []).append((place(), form, meant))
    for places in found.values():
        shown = list(dict.fromkeys(f"“{form}” ควรเป็น “{meant}”" for _, form, meant in places))[:_MOST_SHOWN]
        yield problem("sara-am-lost", min(places)[0], count=len(places), words=" ".join(shown))


def letters_of_a_font(context: Context) -> Iterator[Problem]:
    """No letter is one that only a certain font can show; said once for each file."""
    found: dict[str, list[tuple[Where, str]]] = {}
    for place, text in _texts(context):
        for letter in _OF_A_FONT.findall(text):
            found.setdefault(place().file, []).append((place(), letter))
    for places in found.values():
        letters = ", ".join(list(dict.fromkeys(f"U+{ord(one):04X}" for _, one in places))[:_MOST_SHOWN])
        yield problem("letters-of-a-font", min(places)[0], count=len(places), found=letters)


def _texts(context: Context) -> Iterator[tuple[Callable[[], Where], str]]:
    """Every text, with what finds its place: of thousands few are at fault."""
    yield from ((partial(place_of, way), text) for way, text in every_text(context))
    for file in context.site.content if not context.unreadable else ():
        if not file.is_attachment:
            name = f"content/{file.name}"
            yield from ((partial(Where, name, one.place, 1), one.text) for one in file.passages)


RULES = (sara_am_lost, letters_of_a_font)
