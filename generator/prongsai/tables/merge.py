"""Entries of a table against what a file holds: new ones go in, empty places are filled, what differs is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from prongsai.model.groups import keys_of
from prongsai.model.record import Record
from prongsai.tables.answers import Question
from prongsai.tables.find_heads import LeftOut
from prongsai.tables.values import Entry, as_list
from prongsai.thai.numerals import to_arabic
from prongsai.thai.text import clean_text
from prongsai.writing.change import Change, Insert, Path, Plain, Put


@dataclass(frozen=True)
class Differing:
    """A value that the file has otherwise than the table; it stays unless the table shall replace it."""

    file: str
    path: Path
    place: str
    old: Plain
    new: Plain


@dataclass
class Outcome:
    """The outcome of reading a table: changes, the place of each value by file and path, and all that was not taken."""

    changes: list[Change] = field(default_factory=list)
    places: dict[tuple[str, Path], str] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    differing: list[Differing] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    same: int = 0  # values that the file has already
    unit_answers: dict[str, str] = field(default_factory=dict)  # what was answered on units, by the printed name

    def add(self, change: Change, places: Mapping[Path, str] | None = None) -> None:
        """Add a change; `places` are of its values by their whole path in the file."""
        self.changes.append(change)
        self.places |= {(change.file, path): place for path, place in (places or {}).items()}


def ordered(data: Mapping[str, Plain], record: type[Record]) -> dict[str, Plain]:
    """The values in the order in which the record declares its keys."""
    order = {key: place for place, key in enumerate(keys_of(record))}
    return dict(sorted(data.items(), key=lambda one: order.get(one[0], len(order))))


def fill(outcome: Outcome, file: str, path: Path, held: Plain, entry: Entry, *, replace: bool) -> None:
    """Fill the empty places of what is held at `path` from an entry; what differs is replaced only when asked to."""
    known = held if isinstance(held, dict) else {}
    for key, new in entry.data.items():
        old, place = known.get(key), place_in(entry, key)
        if not old:
            outcome.add(Put(file, (*path, key), new), _places(entry, (*path,), key))
        elif is_same(old, new):
            outcome.same += 1
        elif replace:
            outcome.add(Put(file, (*path, key), new), _places(entry, (*path,), key))
        else:
            outcome.differing.append(Differing(file, (*path, key), place, old, new))


def insert(outcome: Outcome, file: str, path: Path, at: int, entry: Entry, record: type[Record]) -> None:
    """Put a new entry into the list at `path`."""
    places = {(*path, at): entry.place, **{(*path, at, *below): place for below, place in entry.places.items()}}
    outcome.add(Insert(file, path, at, ordered(entry.data, record)), places)


def _places(entry: Entry, path: Path, key: str) -> dict[Path, str]:
    found = {(*path, *below): place for below, place in entry.places.items() if below[0] == key}
    return found or {(*path, key): entry.place}


def place_in(entry: Entry, key: str) -> str:
    """The place of a value of an entry."""
    return next((place for below, place in entry.places.items() if below[0] == key), entry.place)


def is_same(old: Plain, new: Plain) -> bool:
    """True if two values say the same, whatever their digits, blanks and the form of a list of one."""
    return _bare(old) == _bare(new)


def _bare(value: Plain) -> object:
    if isinstance(value, list):
        parts = tuple(_bare(one) for one in value)
        return parts[0] if len(parts) == 1 else parts
    if isinstance(value, dict):
        texts = {key: _bare(one) for key, one in value.items() if one not in (None, [], {})}
        short = next(iter(texts.values())) if texts.keys() <= {"text"} and texts else None
        return short if short is not None else tuple(sorted(texts.items(), key=lambda one: one[0]))
    return "".join(to_arabic(clean_text(value)[0]).split()) if value else ""


def entries_of(data: Plain, key: str) -> Sequence[Plain]:
    """The entries of the list of a file, none where it has no such list."""
    found = data.get(key) if isinstance(data, dict) else None
    return as_list(found)


def texts_of(entries: Iterable[Plain], key: str) -> list[str]:
    """The texts that entries have under a key; empty where one has none."""
    return [str(one.get(key) or "") if isinstance(one, dict) else "" for one in entries]
