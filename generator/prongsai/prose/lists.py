"""A rule on the length of lists that a text announces by a number."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.model.record import Record
from prongsai.problems import Problem, Where, problem
from prongsai.prose.counts import announced_count, list_counts
from prongsai.prose.passages import passages, points_below
from prongsai.rules.context import Context


def prose_count(context: Context) -> Iterator[Problem]:
    """A number that announces a list is the length of that list.

    Limits: only คือ or ได้แก่ right after the number; entries are counted by their marks (1) (2) …, else by the
    indicators or items named, else by the points below the text.
    """
    for passage in passages(context):
        for said in list_counts(passage.text):
            if said.listed != said.stated:
                yield _miscounted(passage.where, passage.year, said.stated, said.listed, said.unit)
    for year, where, text, listed in _announcing(context):
        announced = announced_count(text)
        if announced and listed and announced[0] != listed:
            yield _miscounted(where, year, announced[0], listed, announced[1])


def _announcing(context: Context) -> Iterator[tuple[int, Where, str, int]]:
    """Every text with points right below it, and how many."""
    for result in context.years():
        analysis = result.year.analysis
        for section in analysis.sections if analysis else ():
            if section.paragraphs and section.is_complete("paragraphs") and section.is_complete("points"):
                last = len(section.paragraphs) - 1
                where = section.where("paragraphs", last)
                yield result.year.year, where, section.paragraphs[last], len(section.points)
            yield from _points_announcing(result.year.year, section, "points")
        for stated in (*analysis.strengths, *analysis.weaknesses) if analysis else ():
            if stated.is_complete("points"):
                yield result.year.year, stated.where("text"), stated.text, len(stated.points)
            yield from _points_announcing(result.year.year, stated, "points")
        for development in analysis.development_points if analysis else ():
            yield from _points_announcing(result.year.year, development, "improve")
        if analysis:
            yield from _points_announcing(result.year.year, analysis, "recommendations")


def _points_announcing(year: int, record: Record, field: str) -> Iterator[tuple[int, Where, str, int]]:
    for point, where in points_below(record, field):
        if point.is_complete("points"):
            yield year, where, point.text, len(point.points)


def _miscounted(where: Where, year: int, stated: int, listed: int, unit: str) -> Problem:
    return problem("prose-count", where, year=year, stated=stated, listed=listed, unit=unit)


RULES = (prose_count,)
