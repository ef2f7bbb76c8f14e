"""Tokens of a sentence, and the names by which they are found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

LAST, THIS, PAST = "last", "this", "past"  # the year before; the year itself; ปีที่ผ่านมา, which may be either


@dataclass(frozen=True)
class Vocabulary:
    """The names that a year uses: indicators by name, instruments with their names, levels, and the agency's own."""

    indicators: Mapping[str, str] = field(default_factory=dict)
    instruments: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    tools: Mapping[str, str] = field(default_factory=dict)
    agency: tuple[str, ...] = ()


@dataclass(frozen=True)
class Token:
    """A word by its part of speech, with what it says, and where it is in the text.

    `of` is the whole of which a number counts a part; `bare` is a name without a word that says what it names.
    """

    kind: str
    value: str
    start: int
    end: int
    of: str = ""
    bare: bool = False

    @property
    def number(self) -> Decimal:
        """The number that it says."""
        return Decimal(self.value)
