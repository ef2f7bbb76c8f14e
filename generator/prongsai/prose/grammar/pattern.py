"""Constructions of the grammar, written with the names of parts of speech and compiled to patterns of their letters."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from prongsai.prose.grammar.lexicon import SYMBOLS

_CLASSES = {
    "subject": ("total", "instrument", "indicator", "subindicator"),
    "tool": ("instrument", "scope"),
    "part-named": ("instrument", "indicator", "subindicator", "scope"),
    "named": ("instrument", "indicator", "subindicator"),
    "class": ("indicators", "instruments", "items"),
    "number": ("points", "bare", "percent"),
    "score": ("points", "bare", "percent", "full"),
    "value": ("points", "percent", "full"),
    "counted": ("count-k", "count-j", "count-i"),
    "move": ("rises", "falls", "stays"),
    "change": ("rises", "falls"),
    "end": ("highest", "lowest"),
    "bound": ("more", "least", "less", "most", "nearly"),
    "verdict": ("passes", "fails"),
    "got": ("zero", "scored"),
    "any-class": ("indicators", "instruments", "items"),
    "condition": (
        *(
            "more",
            "least",
            "less",
            "most",
            "nearly",
            "reach",
            "upwards",
            "downwards",
            "target",
            "points",
            "percent",
            "bare",
        ),
        *(
            "full",
            "passes",
            "fails",
            "rises",
            "falls",
            "stays",
            "between",
            "dash",
            "zero",
            "scored",
            "and",
            "break",
            "lacks",
        ),
    ),
    "listed": ("indicator", "instrument", "item", "and", "points", "percent", "scope"),
    "way": ("wish", "break", "reach", "rises", "becomes", "more", "from", "and", "all", "only", "equals"),
}
_ATOM = re.compile(r"(?:(?P<group>[a-z]+[0-9]?):)?(?P<name>[a-z-]+)(?P<times>[?*+])?|(?P<mark>\(|\)[?*+]?|\||\$|\^\^)")
AGAIN = "__"
_SKIPPED = f"{SYMBOLS['year']}*"  # a year may be anywhere; which one is meant is found by its place


@cache
def construction(source: str) -> re.Pattern[str]:
    """Compile a construction: `s:subject equals? v:number` has the groups s and v, and years anywhere in between."""
    parts, seen = list[str](), Counter[str]()
    for found in _ATOM.finditer(source):
        group = found["group"]
        if group:
            seen[group] += 1
            group = group if seen[group] == 1 else f"{group}{AGAIN}{seen[group]}"
        parts.append(_mark(found["mark"]) if found["mark"] else _atom(found["name"], group, found["times"] or ""))
    return re.compile("".join(parts))


@cache
def needed(source: str) -> tuple[frozenset[str], ...]:
    """For each part that a construction cannot do without the letters of which a sentence must have one."""
    depth, found = 0, list[frozenset[str]]()
    for atom in _ATOM.finditer(source):
        mark = atom["mark"] or ""
        depth += (mark == "(") - mark.startswith(")")
        if not mark and not depth and atom["times"] not in {"?", "*"}:
            found.append(frozenset(SYMBOLS[one] for one in _CLASSES.get(atom["name"], (atom["name"],))))
    return tuple(found)


def groups_of(pattern: re.Pattern[str], name: str) -> tuple[str, ...]:
    """The groups of a pattern that have a name: one part may be at several places of a construction."""
    return tuple(group for group in pattern.groupindex if group.partition(AGAIN)[0] == name)


def _mark(mark: str) -> str:
    return {"(": "(?:", "^^": r"\A" + _SKIPPED, "$": r"\Z"}.get(mark, mark)


def _atom(name: str, group: str | None, times: str) -> str:
    letters = "".join(re.escape(SYMBOLS[one]) for one in _CLASSES.get(name, (name,)))
    one = f"[{letters}]"
    if name == "year":
        body = f"{one}{times}"
        return f"(?P<{group}>{body})" if group else body
    body = f"(?:{one}{_SKIPPED}){times}" if times else f"{one}{_SKIPPED}"
    return f"(?P<{group}>{body})" if group else body
