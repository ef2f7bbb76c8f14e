"""Names that a document misspells, marked as printed wherever blocks show them in running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from functools import cache
from operator import is_
from typing import Any

from prongsai.blocks.block import Block, Picture, StatusBar
from prongsai.model.site import Site
from prongsai.problems import Problem
from prongsai.thai.agency_names import NAME_ENDS, kind_and_place
from prongsai.thai.numerals import numbers_to_thai

MARK = "(ตามที่พิมพ์)"
_READ = frozenset({"text", "texts", "title", "caption", "said", "about"})  # the fields whose texts people read
_NOT_MARKED = r"(?!\s*\([^()]*ตามที่พิมพ์)"
_NAMED_INDICATORS = frozenset({"indicator-name-unknown", "indicator-name-of-other"})
_PLACES = {"prose-district": r"(?:อำเภอ|อ\.)", "prose-province": r"(?:จังหวัด|จ\.)"}
_PLAIN = (str, bool, type(None), Decimal)  # without texts inside
_PICTURES = (Picture, StatusBar)  # drawn from figures, and read with the table below them


def misspelt_names(site: Site, problems: Iterable[Problem]) -> re.Pattern[str] | None:
    """A pattern of the names that check found misspelt in a site made from documents; None where there are none.

    An agency that publishes its own text corrects it, so that nothing is marked there.
    """
    found = dict.fromkeys(_patterns(problems)) if site.options.from_document else {}
    return re.compile("|".join(found)) if found else None


def _patterns(problems: Iterable[Problem]) -> Iterator[str]:
    """Each name as it occurs in a text: up to its end, and not right between quotation marks, which say as much."""
    for one in problems:
        if one.code == "prose-agency-name":
            kind, place = kind_and_place(one.values["found"]) or (one.values["found"], "")
            yield _as_name(rf"{re.escape(kind)}\s?{re.escape(place)}")
        elif one.code in _PLACES:
            yield _as_name(rf"{_PLACES[one.code]}\s?{re.escape(one.values['found'])}")
        elif one.code in _NAMED_INDICATORS:
            numbered = one.values["what"]
            either = "|".join(dict.fromkeys(map(re.escape, (numbered, numbers_to_thai(numbered)))))
            yield _as_name(rf"(?:{either})\s*{re.escape(one.values['found'])}")


def _as_name(pattern: str) -> str:
    return rf"(?<!“){pattern}(?={NAME_ENDS})(?!”){_NOT_MARKED}"


def mark_printed(blocks: Iterable[Block], names: re.Pattern[str] | None) -> tuple[Block, ...]:
    """The blocks with a mark behind each of the names; tables of other texts, links and ids stay as they are."""
    return (
        tuple(block if isinstance(block, _PICTURES) else _marked(block, names) for block in blocks)
        if names
        else (tuple(blocks))
    )


def _marked(value: Any, names: re.Pattern[str]) -> Any:
    """The value with its texts marked; one in which nothing is to be marked is the same object."""
    kind = type(value)
    if issubclass(kind, tuple):
        made = [_marked(one, names) for one in value]
        return value if all(map(is_, made, value)) else tuple(made)
    if _is_mapping(kind):
        return {key: _marked(one, names) for key, one in value.items()}
    changed = {}
    for name, is_read in _fields_of(kind):
        old = getattr(value, name)
        new = _mark_texts(old, names) if is_read else old if type(old) in _PLAIN else _marked(old, names)
        if new is not old:
            changed[name] = new
    return replace(value, **changed) if changed else value


def _find_fields(kind: type) -> tuple[tuple[str, bool], ...]:
    """The fields of a dataclass, each with whether people read its text; none of another type."""
    return tuple((one.name, one.name in _READ) for one in fields(kind)) if is_dataclass(kind) else ()


_fields_of: Callable[[type], tuple[tuple[str, bool], ...]] = cache(_find_fields)
_is_mapping: Callable[[type], bool] = cache(lambda kind: issubclass(kind, Mapping))


def _with_mark(name: re.Match[str]) -> str:
    """The name with the mark behind it, apart from a word that follows."""
    follows = name.string[name.end() : name.end() + 1]
    return f"{name[0]} {MARK}{' ' if follows.isalnum() else ''}"


def _mark_texts(value: Any, names: re.Pattern[str]) -> Any:
    """A text, or a list of them, with the mark behind each name."""
    if isinstance(value, str):
        return names.sub(_with_mark, value) if names.search(value) else value
    if isinstance(value, tuple) and any(isinstance(one, str) for one in value):
        made = tuple(_mark_texts(one, names) for one in value)
        return made if made != value else value
    return _marked(value, names)
