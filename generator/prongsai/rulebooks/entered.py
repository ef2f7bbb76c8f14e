"""Entries of a year's rules as somebody entered them, whatever they came in, and what has to be said of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from prongsai.rulebooks.structure import Rules

ToldKind = Literal[
    "repaired",
    "joined",
    "code-read",
    "counted",
    "missing-code",
    "code-twice",
    "out-of-order",
    "left-out",
    "no-code",
    "no-page",
    "odd-page",
    "other-meaning",
    "unknown-item",
    "not-a-value",
]


@dataclass(frozen=True)
class Told:
    """Something that has to be said of what was read: where it is, what was there, and what was made of it."""

    kind: ToldKind
    place: str
    found: str
    made: str = ""


@dataclass(frozen=True)
class Entry:
    """One thing as it was entered: `code` is its key in the part of the rules, empty for an entry of a list.

    `guesses` has for each field the kinds of guess that it rests on; without a `page` all of it is one. One that is not
    new is only there because a list is written as a whole.
    """

    section: str
    code: str
    values: Rules
    page: str
    place: str
    guesses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    is_new: bool = True


@dataclass
class Read:
    """All that was entered: entries, what is said of the whole year, and the former codes of items that go on.

    `waiting` counts the proposals that nobody has confirmed yet.
    """

    entries: list[Entry] = field(default_factory=list)
    general: dict[str, tuple[str, str]] = field(default_factory=dict)
    manual: str = ""
    former: dict[str, str] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    waiting: int = 0
