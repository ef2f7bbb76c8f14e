"""Text in the columns of a terminal: marks have no width, and lines end where a reader of Thai expects it."""

from __future__ import annotations

import unicodedata

from prongsai.thai.line_breaks import BLANK, LETTER, SYLLABLE, WORD, Break, find_breaks

_NO_WIDTH = {"Mn", "Me", "Cf"}  # vowels and tone marks are above or below the letter before them
_FULL = 0.6  # of a line, which a good place to end it has to fill


def columns_of(text: str) -> int:
    """The number of columns of a text; marks above and below take none, wide letters of East Asia two."""
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1


def wrap_text(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many columns; a piece that nothing may part is on a line of its own, whole."""
    lines = []
    rest = " ".join(text.split())
    while columns_of(rest) > columns:
        at = _end_of_line(rest, columns)
        if not at:
            break
        lines.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return [*lines, rest]


def _end_of_line(text: str, columns: int) -> int:
    """The end of the first line: the last good place that still fills it well, else the last one at all."""
    places = [one for one in find_breaks(text) if _parts_no_name(text, one)]
    fitting = [one for one in places if columns_of(text[: one.at].rstrip()) <= columns]
    for rank in (BLANK, WORD, SYLLABLE, LETTER):
        good = [one.at for one in fitting if one.rank <= rank]
        if good and columns_of(text[: good[-1]]) >= columns * _FULL:
            return good[-1]
    return max((one.at for one in fitting or places[:1]), default=0)


def _parts_no_name(text: str, place: Break) -> bool:
    """True if a break leaves names such as site_config/site.yml in one piece."""
    before, after = text[place.at - 1], text[place.at]
    return " " in {before, after} or any("\u0e00" <= letter <= "\u0e7f" for letter in (before, after))
