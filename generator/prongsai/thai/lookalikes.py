"""Letters of other scripts that look like the Latin letters of a level or a code."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

# By Latin letter: Cyrillic, Greek, Cherokee, Coptic and Lisu letters drawn as it is. Wide, circled and styled Latin
# letters have a compatibility form that is plain.
_ALIKE = {
    "A": "АΑᎪⲀꓮ",
    "B": "ВΒᏴⲂꓐ",
    "C": "СϹᏟⲤꓚ",
    "D": "Ꭰꓓ",
    "E": "ЕΕᎬⲈꓰ",
    "F": "Ϝꓝ",
    "I": "ІΙӀⲒꓲ",
    "O": "ОΟՕⲞꓳ",
    "T": "ТΤᎢⲦꓔ",
    "a": "а",
    "c": "сϲ",
    "e": "е",
    "o": "оο",
}
_LATIN = {other: latin for latin, others in _ALIKE.items() for other in others}
_SCRIPTS = {
    "CYRILLIC": "ซีริลลิก",
    "GREEK": "กรีก",
    "CHEROKEE": "เชโรกี",
    "COPTIC": "คอปติก",
    "LISU": "ลีซู",
    "ARMENIAN": "อาร์เมเนีย",
    "FULLWIDTH": "ละตินแบบกว้างเต็มตัว",
}


@dataclass(frozen=True)
class Lookalike:
    """A letter that looks like a Latin one, which is `latin`."""

    character: str
    latin: str

    @property
    def code(self) -> str:
        """U+0412."""
        return f"U+{ord(self.character):04X}"

    @property
    def name(self) -> str:
        """CYRILLIC CAPITAL LETTER VE."""
        return unicodedata.name(self.character, "")

    @property
    def script(self) -> str:
        """The alphabet in English, as Cyrillic; empty for one that nobody would type."""
        word = self.name.partition(" ")[0]
        return word.capitalize() if word in _SCRIPTS else ""

    @property
    def thai_script(self) -> str:
        """The alphabet in Thai, as ซีริลลิก; empty for one that nobody would type."""
        return _SCRIPTS.get(self.name.partition(" ")[0], "")


def lookalikes(text: str) -> tuple[Lookalike, ...]:
    """The letters in a text that look like Latin ones, once each, in their order."""
    found = (Lookalike(one, _latin(one)) for one in dict.fromkeys(text))
    return tuple(one for one in found if one.latin != one.character)


def in_latin(text: str) -> str:
    """The text with every such letter replaced by the Latin one; other letters stay."""
    return "".join(map(_latin, text))


def _latin(character: str) -> str:
    plain = _LATIN.get(character) or unicodedata.normalize("NFKC", character)
    return plain if plain.isascii() and plain.isalpha() and len(plain) == 1 else character
