"""Notes on the submission of a year: addresses that the agency gave up, and the provisional zeros it was told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from prongsai.submissions.record import FORMAT, read_sealed, with_texts, write_sealed
from prongsai.thai.dates import is_day


@dataclass(frozen=True)
class Release:
    """The reason why the addresses of an item are not kept as submitted, and the day (`2569-11-21`) it was noted."""

    day: str
    reason: str


@dataclass(frozen=True)
class Zero:
    """The reason that was given for a provisional zero, and where it was read: a file's name, or empty."""

    reason: str
    source: str = ""


@dataclass(frozen=True)
class Notes:
    """All notes on a year (Buddhist Era), by the codes of the items."""

    year: int
    released: Mapping[str, Release] = field(default_factory=dict)
    zeros: Mapping[str, Zero] = field(default_factory=dict)


def write_notes(notes: Notes) -> str:
    """The notes as the text of their file."""
    stored: dict[str, Any] = {"format": FORMAT, "year": notes.year}
    stored["released"] = {code: vars(one) for code, one in sorted(notes.released.items())}
    stored["zeros"] = {code: vars(one) for code, one in sorted(notes.zeros.items())}
    return write_sealed(stored)


def read_notes(text: str) -> Notes:
    """The notes in a text; raises ValueError where it is not one that the program wrote."""
    stored = read_sealed(text)
    try:
        released = {code: with_texts(Release(**one)) for code, one in stored["released"].items()}
        zeros = {code: with_texts(Zero(**one)) for code, one in stored["zeros"].items()}
        notes = with_texts(Notes(stored["year"], released, zeros))
    except (KeyError, TypeError, AttributeError) as failure:
        raise ValueError(str(failure)) from None
    if not all(is_day(one.day) for one in released.values()):
        raise ValueError(str(notes.year))
    return notes
