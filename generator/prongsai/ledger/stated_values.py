"""Values that a publication stated: which fields two records both know, and whether two values mean the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from prongsai.json_value import Json
from prongsai.ledger.renames import Facts, texts_of
from prongsai.model.declared import declared_fields
from prongsai.thai.numerals import parse_decimal
from prongsai.thai.text import clean_text

# No field begins with this sign: what is said of a value is apart from the fields of a record.
PRINTED, READ, ABSENT = "=printed", "=read", "=absent"
EACH = ".*"


@dataclass(frozen=True)
class Fields:
    """The paths of the fields of which both records speak: what the earlier one did not hold is no change.

    `of_one_program` is false where versions that know other fields made the records: one may find out by itself, or
    read in a text, what the other could not.
    """

    paths: frozenset[str]
    of_one_program: bool = True

    @cached_property
    def below(self) -> Mapping[str, frozenset[str]]:
        """The names of the fields below each path."""
        found: dict[str, set[str]] = {}
        for path in self.paths:
            above, _, name = path.rpartition(".")
            found.setdefault(above, set()).add(name)
        return {path: frozenset(names) for path, names in found.items()}

    def cut(self, value: Json, path: str) -> Json:
        """A value without the fields that one of the records did not know."""
        if isinstance(value, list):
            return [self.cut(one, f"{path}{EACH}") for one in value]
        names = self.below.get(path)
        if not isinstance(value, dict) or names is None:
            return value
        if "*" in names:
            return {key: self.cut(one, f"{path}{EACH}") for key, one in value.items()}
        kept = {key: one for key, one in value.items() if key in names or key.startswith("=")}
        return {key: self.cut(one, f"{path}.{key}") for key, one in kept.items()}


def fields_of_both(before: Facts, after: Facts) -> Fields:
    """The fields of which two publications speak and which have words; none where a version kept no fields."""
    known = [frozenset(texts_of(one, "fields")) for one in (before, after)]
    return Fields(known[0] & known[1] & declared_fields().keys(), of_one_program=known[0] == known[1])


def is_absent(value: Json) -> bool:
    """True if nothing is stated, or only that nothing is."""
    return value is None or (isinstance(value, dict) and (not value or ABSENT in value)) or value == []


def is_same(one: Json, other: Json) -> bool:
    """True if two values mean the same: typed otherwise, or the same text that another version reads otherwise."""
    if is_absent(one) or is_absent(other):
        return is_absent(one) and is_absent(other)
    printed = [_printed(value) for value in (one, other)]
    if any(text is not None for text in printed):
        return _squeeze(words_in(one)) == _squeeze(words_in(other)) or _reads_as(one) == _reads_as(other)
    if isinstance(one, dict) and isinstance(other, dict):
        return all(is_same(one.get(key), other.get(key)) for key in {**one, **other})
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return _is_same_scalar(one, other)


def _is_same_scalar(one: Json, other: Json) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        figures = parse_decimal(one), parse_decimal(other)
        return _squeeze(one) == _squeeze(other) or (figures[0] is not None and figures[0] == figures[1])
    return one == other


def _printed(value: Json) -> str | None:
    found = value.get(PRINTED) if isinstance(value, dict) else None
    return found if isinstance(found, str) else None


def _reads_as(value: Json) -> object:
    """The meaning of a printed value; one that was not understood means nothing but itself."""
    if _printed(value) is None or not isinstance(value, dict):
        return value
    read = value.get(READ)
    return _squeeze(words_in(value)) if read is None or read == [None, None] else read


def _squeeze(text: str) -> str:
    return "".join(clean_text(text)[0].split())


def differing(one: Json, other: Json) -> tuple[Json, Json]:
    """Two values without what lists of both have in common."""
    if not isinstance(one, list) or not isinstance(other, list):
        return one, other
    return _less(one, other), _less(other, one)


def _less(entries: Sequence[Json], known: Sequence[Json]) -> list[Json]:
    return [entry for entry in entries if not any(is_same(entry, each) for each in known)]


def words_in(value: Json) -> str:
    """A value as words, where it is a text, a number or a list of such; empty where it has parts."""
    if isinstance(value, dict):
        printed = _printed(value)
        return printed if printed is not None else words_in(value["text"]) if value.keys() == {"text"} else ""
    if isinstance(value, list):
        words = [words_in(one) for one in value]
        return ", ".join(words) if all(words) else ""
    return clean_text(str(value))[0] if isinstance(value, str | int) and not isinstance(value, bool) else ""
