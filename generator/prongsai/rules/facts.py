"""Facts that more than one rule finds wrong, made here so that all of them name the same one in the same way.

A rule adds one to its problem, `problem(...).about(fact)`; `gather` then makes one problem of all of the same fact.
"""

from __future__ import annotations

from prongsai.problems import Fact, Where


def figure_of(year: int, group: str, number: str = "") -> Fact:
    """A published figure: `group` is the key of the scores, as in `figure_of(2565, "indicators", "4")`."""
    return Fact("figure", year, (group, number))


def total_of(year: int) -> Fact:
    """The total score of a year."""
    return figure_of(year, "total")


def level_of(year: int) -> Fact:
    """The level of a year's result."""
    return Fact("level", year)


def rank_of(year: int, scope: str = "") -> Fact:
    """The rank of a year's result among those of its scope."""
    return Fact("rank", year, (scope,))


def list_at(where: Where) -> Fact:
    """A list of an analysis, with the sentence that announces it; `where` is the place of the record."""
    return Fact("list", None, (where.file, str(where.line)))


def end_of(year: int, group: str, which: str) -> Fact:
    """The `highest` or `lowest` of the scores of a group, `indicators` or `instruments`."""
    return Fact("end", year, (group, which))


def name_of(group: str, number: str, printed: str) -> Fact:
    """A name printed for something of another name, in whatever year: `name_of("indicators", "9", "…")`."""
    return Fact("name", None, (group, number, "".join(printed.split())))


def wording_of(words: str) -> Fact:
    """Words found in more than one place, whatever their spaces."""
    return Fact("words", None, ("".join(words.split()),))
