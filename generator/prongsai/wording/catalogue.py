"""Sentences of problems and of links, read from th.yml and en.yml: an entry for each code, the same in both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Literal

from prongsai import paths

Language = Literal["th", "en"]
_STATES = "link_states"


class Severity(StrEnum):
    """error stops the build; warning and note are shown on the notes page of the year."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Sentence:
    """A sentence on a fault and its fix, with names in braces that the problem's values fill; Thai has the severity."""

    says: str
    fix: str = ""
    severity: str = ""


@dataclass(frozen=True)
class StateWords:
    """A short label, what was seen, what it means for the item, and what to do, if anything."""

    label: str
    seen: str
    means: str
    do: str = ""


@lru_cache(maxsize=2)
def groups(language: Language = "th") -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """The file of a language as it is: groups of codes with their sentences, and the states of links."""
    from ruamel.yaml import YAML

    text = (paths.WORDING / f"{language}.yml").read_text("utf-8")
    found: Mapping[str, Mapping[str, Mapping[str, str]]] = YAML(typ="safe").load(text)
    return found


@lru_cache(maxsize=2)
def sentences(language: Language = "th") -> Mapping[str, Sentence]:
    """Every sentence by its code."""
    return {
        code: Sentence(**entry)
        for name, group in groups(language).items()
        if name != _STATES
        for code, entry in group.items()
    }


@lru_cache(maxsize=2)
def link_states(language: Language = "th") -> Mapping[str, StateWords]:
    """The words of every state of a link."""
    return {state: StateWords(**entry) for state, entry in groups(language)[_STATES].items()}
