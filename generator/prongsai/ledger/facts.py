"""Reading facts out of a snapshot that may be older, newer or edited: what is not there or is odd says nothing."""

from __future__ import annotations

from collections.abc import Mapping

from prongsai.json_value import Json
from prongsai.thai.text import clean_text

Facts = Mapping[str, Json]


def part_of(facts: Facts, key: str) -> Facts | None:
    """What stands under a key as a mapping, with nothing invisible in its keys; None where it is none."""
    found = facts.get(key)
    return {clean_text(str(name))[0]: value for name, value in found.items()} if isinstance(found, dict) else None


def parts_of(facts: Facts, key: str) -> dict[str, Facts]:
    """The mappings that stand under a key, by name."""
    return mappings_in(part_of(facts, key) or {})


def mappings_in(facts: Facts) -> dict[str, Facts]:
    """Those of the values that are mappings themselves, by name."""
    return {name: value for name, value in facts.items() if isinstance(value, dict)}


def text_of(facts: Facts, key: str) -> str:
    """A text, or a whole number as text; empty where there is none. Nothing invisible is left in it."""
    found = facts.get(key)
    if isinstance(found, bool) or not isinstance(found, str | int):
        return ""
    return clean_text(str(found))[0]


def texts_of(facts: Facts, key: str) -> tuple[str, ...]:
    """The texts of a list."""
    found = facts.get(key)
    texts = (clean_text(one)[0] for one in found if isinstance(one, str)) if isinstance(found, list) else ()
    return tuple(text for text in texts if text)


def speaks_of(before: Facts, after: Facts, key: str) -> bool:
    """Whether both snapshots know a key: where one does not, nothing is known to have changed."""
    return key in before and key in after
