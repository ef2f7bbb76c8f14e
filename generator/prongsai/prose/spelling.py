"""Names and words that are nearly right: a letter off, cut short, set apart letter by letter, or said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from prongsai.thai.agency_names import NAME_ENDS

_ENDS = re.compile(NAME_ENDS)
_LETTER = r"(?:[เแโใไ]?[ก-ฮ][ั-ฺ็-๎]*|[ะ-ฺเแโใไ็-๎]|[0-9๐-๙])"
_SPACED = re.compile(rf"(?<![ก-๎0-9๐-๙]){_LETTER}(?: {_LETTER}){{3,}}(?![ก-๎0-9๐-๙])")
_VOWEL_ALONE = re.compile(r"(?:^| )[ะ-ฺเแโใไ็-๎](?: |$)")
_PAST = re.compile(r"เดิม|ยกฐานะ|เปลี่ยน|จัดตั้ง|ต่อมา")
_OF_THE_PAST = 30  # letters around a name in which it is said that it is one of the past
_LONG_ENOUGH = 5  # letters that a cut name must have left
_WORD = 6  # letters looked at behind a name
_SENTENCE = 30  # characters without spaces; shorter words may well occur twice
_LONGEST_CELL = 5000


def near_names(text: str, kind: str, place: str) -> Iterator[str]:
    """Every name of the same kind that is the agency's but for a letter, or is cut: เทศบาลตำบลเมืองแก."""
    for found in re.finditer(rf"{kind}\s?", text) if kind in text else ():  # a kind is letters alone
        rest = text[found.end() : found.end() + len(place) + _WORD]
        if not rest.startswith(place) and (near := _near(rest, place)):
            yield kind + near


def has_name(text: str, name: str) -> bool:
    """True if a text has a name that ends there, and that is not said to be of the past."""
    for found in re.finditer(re.escape(name), text):
        around = text[max(found.start() - _OF_THE_PAST, 0) : found.end() + _OF_THE_PAST]
        if _ENDS.match(text, found.end()) and not _PAST.search(around):
            return True
    return False


def _near(rest: str, place: str) -> str:
    """The beginning of `rest` that is `place` but for a letter or for its end; empty where there is none."""
    window = rest[: len(place)]
    differing = sum(a != b for a, b in zip(window, place, strict=False))
    if differing == 1 and len(window) == len(place) and _ENDS.match(rest, len(place)):
        return window
    same = next((n for n, (a, b) in enumerate(zip(rest, place, strict=False)) if a != b), min(len(rest), len(place)))
    is_cut = same >= max(_LONG_ENOUGH, len(place) - 3) and _ENDS.match(rest, same)
    return rest[:same] if is_cut else ""


def placed_names(text: str, kind: str, place: str) -> Iterator[tuple[str, str]]:
    """The district and province right after the agency's name; empty where only one of them is there."""
    for found in _placed(kind, place).finditer(text):
        yield found[1] or "", found[2] or ""


@cache
def _placed(kind: str, place: str) -> re.Pattern[str]:
    word = r"([ก-ฺเ-๎]+)"
    return re.compile(rf"{re.escape(kind)}\s?{re.escape(place)}\s+(?:อำเภอ\s?{word})?\s*(?:จังหวัด\s?{word})?")


def spaced_letters(text: str) -> Iterator[str]:
    """Words whose letters are set apart: ตุ ล า ค ม."""
    for found in _SPACED.finditer(text):
        if _VOWEL_ALONE.search(found[0]):
            yield found[0]


def doubled_sentence(text: str) -> str:
    """A sentence that occurs twice in a row, spaces aside; empty where none does."""
    packed = "".join(text.split())[:_LONGEST_CELL]
    for start in range(len(packed) - 2 * _SENTENCE + 1):
        again = packed.find(packed[start : start + _SENTENCE], start + _SENTENCE)
        while again > 0 and packed[start:again] != packed[again : 2 * again - start]:
            again = packed.find(packed[start : start + _SENTENCE], again + 1)
        if again > 0:
            return _as_written(text, start, again)
    return ""


def _as_written(text: str, start: int, end: int) -> str:
    """The part of a text between two places that are counted without spaces."""
    places = [place for place, letter in enumerate(text) if not letter.isspace()]
    return text[places[start] : places[end - 1] + 1]
