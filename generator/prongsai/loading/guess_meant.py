"""Guess what was meant by a key or a value that no record knows, and never advise to throw information away."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from prongsai.model.examples import written
from prongsai.model.groups import keys_of
from prongsai.model.source import SourcedMap
from prongsai.model.synonyms import has_no_key, keys_meant, places_for_words, value_meant

_ALMOST_THE_SAME = 0.85  # a letter off, or one for many


def guess_key(key: str, holder: Any, model: type[BaseModel]) -> tuple[str, dict[str, str]]:
    """The code that words an unknown key of `holder`, a group of a file of `model`, with what fills its sentence."""
    known_keys: Sequence[str] = holder.known_keys if isinstance(holder, SourcedMap) else ()
    near = _near(key, known_keys, _ALMOST_THE_SAME)
    meant = next(keys_meant(key, known_keys), "")
    if meant and not near:
        return "key-named-otherwise", {"suggestion": meant}
    near = near or _near(key, known_keys)
    if not near and has_no_key(key):
        for place in places_for_words(key, known_keys):
            return "key-without-place", {"place": place, "example": f"{place}: {_told(key, holder)}"}
        if "notes" in keys_of(model):
            return "key-without-place-here", {"example": f"notes: [{_told(key, holder)}]"}
    return "unknown-key", {"suggestion": near, "keys": ", ".join(known_keys)}


def _told(key: str, holder: SourcedMap) -> str:
    value = holder.get(key)
    return written(f"{key} {value}" if isinstance(value, str) else f"{key} …")


def guess_value(found: str, choices: Sequence[str]) -> str:
    """The value that was probably meant; a number is never taken for one that looks like it."""
    return value_meant(found, choices) or ("" if found.isdecimal() else _near(found, choices))


def _near(word: str, choices: Sequence[str], cutoff: float = 0.6) -> str:
    return next(iter(difflib.get_close_matches(word, choices, n=1, cutoff=cutoff)), "")
