"""The index of the search packed for slow lines: texts as numbers of their words, one byte for a Thai letter, deflated.

It is packed here since many hosts send files as they are; the browser unpacks it (`theme/assets/js/search/read.js`).
"""

from __future__ import annotations

import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from prongsai.json_value import Json

# The letters in which numbers are written: each one byte in the Thai code page, and none escaped in JSON.
_CODES = {*range(0x20, 0x7F), *range(0xE01, 0xE3B), *range(0xE3F, 0xE5C)} - {0x22, 0x5C}
LETTERS = "".join(map(chr, sorted(_CODES)))
HALF = len(LETTERS) // 2  # a letter of the first half ends a number, those before it are of the second half
CODE_PAGE = "cp874"
_FOREIGN = re.compile("[^\x00-\x7f\u0e01-\u0e3a\u0e3f-\u0e5b\u00a0\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]")


@dataclass(frozen=True)
class Row:
    """A page of the index: its path and title, its kind, year, units, status and meaning as numbers, and its passages.

    A passage is an anchor, a heading, a text of sentences and what else it says.
    """

    path: str
    title: str
    facts: tuple[Json, ...]
    passages: tuple[tuple[str, str, str, str], ...]

    def plain(self) -> list[Json]:
        """The row with its texts as they are."""
        return [self.path, self.title, *self.facts, [list(one) for one in self.passages]]

    def coded(self, codes: Mapping[str, str]) -> list[Json]:
        """The row with its texts as numbers of words."""
        passages: list[Json] = [[anchor, *(_code(text, codes) for text in texts)] for anchor, *texts in self.passages]
        return [self.path, _code(self.title, codes), *self.facts, passages]

    def words(self) -> Iterable[str]:
        """The words between blanks in its texts, as often as they occur."""
        for text in (self.title, *(text for _, *texts in self.passages for text in texts)):
            yield from text.split(" ")


def pack_whole(shared: Mapping[str, Json], rows: Sequence[Row]) -> bytes:
    """The index as one file."""
    words = _frequent_first(Counter(word for row in rows for word in row.words()))
    return pack({**shared, **_with_words(words, rows, ())})


def pack_parts(shared: Mapping[str, Json], parts: Sequence[Sequence[Row]]) -> tuple[bytes, list[bytes]]:
    """The head, with the words of more than one part, and each part with the words that it alone has."""
    counts = [Counter(word for row in rows for word in row.words()) for rows in parts]
    spread = Counter(word for one in counts for word in one)
    whole = Counter[str]()
    for one in counts:
        whole.update(one)
    common = _frequent_first(Counter({word: whole[word] for word, places in spread.items() if places > 1}))
    own = [sorted(word for word in one if spread[word] == 1) for one in counts]
    packed = [pack(_with_words(words, rows, common)) for words, rows in zip(own, parts, strict=True)]
    return pack({**shared, "words": common}), packed


def pack(value: Json) -> bytes:
    """A value as JSON in the Thai code page, with what that lacks escaped, and deflated."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(_FOREIGN.sub(lambda found: json.dumps(found[0])[1:-1], text).encode(CODE_PAGE), 9)


def _with_words(words: Sequence[str], rows: Iterable[Row], before: Sequence[str]) -> dict[str, Json]:
    """Words and coded rows; the numbers of the words go on after those of the words `before`."""
    codes = {word: _number(place) for place, word in enumerate((*before, *words))}
    return {"words": words, "pages": [row.coded(codes) for row in rows]}


def _frequent_first(counts: Counter[str]) -> list[str]:
    """The words whose numbers have one letter; then the others by the alphabet, in which like words pack best."""
    frequent = sorted(counts, key=lambda word: (-counts[word], word))
    return frequent[:HALF] + sorted(frequent[HALF:])


def _code(text: str, codes: Mapping[str, str]) -> str:
    return "".join(codes[word] for word in text.split(" "))


def _number(value: int) -> str:
    value, last = divmod(value, HALF)
    letters = LETTERS[last]
    while value:
        value, last = divmod(value, HALF)
        letters = LETTERS[HALF + last] + letters
    return letters
