"""Names that are one name spelled in two ways: their letters are the same but for marks, or for one letter left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from prongsai.thai.numerals import to_arabic
from prongsai.thai.text import clean_text

_MARKS = re.compile("[ัิ-ฺ็-๎]")
_LETTER = re.compile("[ก-ฮะาำเ-ไ]")
_LONG = 8  # letters without marks; shorter names are too easily two
_LONG_LESS_ONE = 12  # of the longer name, where one has a letter more
_LONGEST = 120  # of a name; a longer title is a sentence
# What is named after a place differs by a letter from what is named after another: บ้านดอน and บ้านดอย.
_PLACES = re.compile("บ้าน|วัด|โรงเรียน|ศูนย์|ชุมชน|หมู่|ตำบล|อำเภอ|ถนน|ซอย|สาย|ห้วย|หนอง|คลอง|แม่น้ำ|สะพาน|ท่า|เขต|โซน")


def plain_name(name: str) -> str:
    """A name by its letters and digits alone: blanks, dots, brackets and ฯ make no difference."""
    clean = clean_text(to_arabic(name))[0].casefold()
    return "".join(one for one in clean if one.isalnum() or _MARKS.match(one)).replace("ฯ", "").replace("ๆ", "")


def spelled_in_two_ways(names: Iterable[str], others: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of one of the names and one of the others that spell one name in two ways.

    What both lists have, written alike, is in no pair: two names of one list are two things. Limits: names of some
    length, without a place before the letter that differs; a letter in place of another may make another name.
    """
    first, second = _by_plain(names), _by_plain(others)
    own, known = ({key: one[key] for key in one.keys() - two.keys()} for one, two in ((first, second), (second, first)))
    near = _Near(known)
    for plain, name in sorted(own.items()):
        yield from ((name, known[one]) for one in near.to(plain) if not _is_after_place(plain, one))


def alike_among(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names of one list that spell one name in two ways, whoever knows that they are not two."""
    known = _by_plain(names)
    near = _Near(known)
    for plain in known:
        found = (one for one in near.to(plain) if one > plain and not _is_after_place(plain, one))
        yield from ((known[plain], known[one]) for one in dict.fromkeys(found))


def _by_plain(names: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(plain_name(name), name)
    return found


class _Near:
    """Plain names by their letters, and by those with one left out."""

    def __init__(self, plains: Iterable[str]) -> None:
        self._same: dict[str, list[str]] = {}
        self._less: dict[str, list[str]] = {}
        for plain in sorted(plains):
            letters = _letters(plain)
            self._same.setdefault(letters, []).append(plain)
            for less in dict.fromkeys(_without_one(letters)):
                self._less.setdefault(less, []).append(plain)

    def to(self, plain: str) -> Iterator[str]:
        """The names whose letters are the same, or that have one more or one less inside."""
        letters = _letters(plain)
        yield from self._same.get(letters, ()) if len(letters) >= _LONG else ()
        for less in dict.fromkeys(_without_one(letters)):
            yield from self._same.get(less, ())
        yield from self._less.get(letters, ())


def _letters(plain: str) -> str:
    return _MARKS.sub("", plain).replace("ใ", "ไ")


def _without_one(letters: str) -> Iterator[str]:
    """The letters without one of those inside: at the ends a word may be left out or another form be meant."""
    for place in range(1, len(letters) - 1) if _LONG_LESS_ONE <= len(letters) <= _LONGEST else ():
        if _LETTER.match(letters[place]):
            yield letters[:place] + letters[place + 1 :]


def _is_after_place(one: str, other: str) -> bool:
    """True if a place is named before the letters that differ."""
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return bool(_PLACES.search(one[:same]))
