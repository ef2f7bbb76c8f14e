"""Rules on levels: a stated level is certain, possible or excluded by what is known, or in no scale at all."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.analysis.foreign_levels import Foreign
from prongsai.analysis.level_candidates import level_names
from prongsai.analysis.levels import Verdict
from prongsai.analysis.printed_comparison import lone_texts
from prongsai.analysis.results import YearResult
from prongsai.analysis.stated_level import Judged
from prongsai.model.scores import Scores
from prongsai.model.stated import known
from prongsai.problems import Problem, Where, problem
from prongsai.rules.context import Context
from prongsai.rules.facts import level_of
from prongsai.thai.numerals import two_decimals
from prongsai.wording.levels import any_of, missing_scores


def level_differs_from_scale(context: Context) -> Iterator[Problem]:
    """Every stated level is one of its year's scale, and one that the result of the year may have by it.

    Limits: a scale that does not reach down to nothing may lack the level that is stated. Without a total the level
    is judged by what the instruments leave for it. A second level that a table has in the year's column alone, next to
    an empty cell of the table's own year, may be that year's: it is not judged.
    """
    for result, scores in context.with_scores():
        slid = {*_slid_levels(context, result.year.year)} - {known(scores.level.value)}
        for level, (where, at) in _stated(scores).items():
            judged = result.judge(level)
            if judged.is_wrong and level not in slid:
                yield problem(
                    "level-differs-from-scale",
                    where,
                    year=result.year.year,
                    published=level,
                    edition=result.year.year,
                    at=f" ({at})" if at else "",
                    **_against_scale(judged, result),
                ).about(level_of(result.year.year))


def _slid_levels(context: Context, year: int) -> Iterator[str]:
    """Levels in the column of a year that may be of another, by the comparison of a year whose scale has them."""
    for result, scores in context.with_scores():
        if scores.comparison is not None and scores.comparison.with_year == year:
            names = level_names(result.year.edition)
            yield from (text for text in lone_texts(scores.comparison, result.year.year) if text in names)


def _stated(scores: Scores) -> dict[str, tuple[Where, str | None]]:
    """Every level that a document states for its year, each at the first place of it."""
    first = known(scores.level.value)
    found = {first: (scores.where("level"), scores.level.at)} if first is not None else {}
    for again in scores.level.also_stated:
        found.setdefault(again.value, (again.where("value"), again.at))
    return found


def _against_scale(judged: Judged, result: YearResult) -> dict[str, str]:
    """The level that the result has by the scale; for a word of no scale also which levels there are."""
    total = known(result.year.scores.total.value) if result.year.scores else None
    points, given = two_decimals(total) if total is not None else "", any_of(judged.found.candidates)
    if judged.foreign is None:
        return {"total": points, "expected": given} if points else {"bounded": given}
    names = ", ".join(level_names(result.year.edition))
    return {"levels": names, "points": points, "instead": given, **_read(judged.foreign)}


def _read(foreign: Foreign) -> dict[str, str]:
    letter, scale = next(iter(foreign.letters), None), foreign.scale
    found = {"meant": foreign.meant}
    if letter is not None:
        named = f"{letter.code} {letter.name}".strip()
        found |= {"letter": letter.character, "latin": letter.latin, "character": named}
        found |= {"script": letter.script, "spoken_script": letter.thai_script}
    if scale is not None:
        found |= {"first": scale.names[0], "last": scale.names[-1]}
        found |= {"until": str(scale.until or ""), "since": str(scale.since or "")}
    return found


def level_not_confirmed(context: Context) -> Iterator[Problem]:
    """The level that a document states first follows from what is known, and hangs on nothing that is not."""
    for result, scores in context.with_scores():
        judged = result.stated_level
        if judged.verdict is Verdict.POSSIBLE and judged.level is not None:
            year = result.year.year
            values = {"published": judged.level, "edition": year, "candidates": any_of(judged.found.candidates)}
            reasons = _reasons(judged, result)
            found = problem("level-not-confirmed", scores.where("level"), year=year, **values, **reasons)
            yield found.about(level_of(year))


def _reasons(judged: Judged, result: YearResult) -> dict[str, str]:
    """The reasons why several levels are possible, by name; the first that somebody can do something about alone."""
    doubt, edition, scores = judged.found.doubt, result.year.edition, result.year.scores
    if missing := missing_scores(doubt.tools, doubt.parts):
        stated = scores.parts if scores else {}
        lacking = [key for key, one in edition.parts.items() if one.instrument in doubt.parts and key not in stated]
        return {"missing": missing, "tools": ", ".join(doubt.tools), "parts": ", ".join(lacking)}
    if doubt.counted:
        counted = {"whole": any_of(doubt.whole), "apart": any_of(doubt.apart)}
        return {"counted": ", ".join(doubt.counted), **counted}
    if doubt.is_disputed:
        return {"disputed": any_of(judged.found.candidates)}
    total = known(scores.total.value) if scores else None
    return {"rounded": str(total)} if judged.is_rounded else {"twice": "1" if doubt.is_twice else ""}


def level_below_scale(context: Context) -> Iterator[Problem]:
    """The scale of the edition has a level for the published total; one that begins higher decides nothing below."""
    for result, scores in context.with_scores():
        total, levels = known(scores.total.value), result.year.edition.levels
        lowest = min(levels, key=lambda rule: min(rule.total_from), default=None)
        if total is None or lowest is None or total >= min(lowest.total_from):
            continue
        values = {"total": two_decimals(total), "level": lowest.name, "bound": two_decimals(min(lowest.total_from))}
        stated, year = known(scores.level.value) or "", result.year.year
        found = problem("level-below-scale", scores.where("level"), year=year, published=stated, edition=year, **values)
        yield found.about(level_of(year))


RULES = (level_differs_from_scale, level_not_confirmed, level_below_scale)
