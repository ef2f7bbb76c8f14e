"""Answers of people to problems: an explanation shown with it, or a reason why a rule is wrong at a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

from prongsai.model.site import Explanation, Site
from prongsai.problems import Problem, Silence, problem
from prongsai.wording import Severity, severity_of


def silence(problems: Sequence[Problem], silences: Iterable[Silence], *, whole: bool = True) -> list[Problem]:
    """The problems without those that a comment with a reason excepts; errors cannot be excepted.

    Where the data is not whole, rules kept silent on what is missing, and no comment is called unused.
    """
    kept, numbers = dict(enumerate(problems)), count(len(problems))
    lines: dict[tuple[str, str, int], list[int]] = {}
    for number, found in kept.items():
        lines.setdefault((found.code, found.where.file, found.where.line), []).append(number)
    for one in silences:
        near = [(one.code, one.where.file, one.where.line + step) for step in (0, 1)]
        covered = [number for place in near for number in lines.get(place, ()) if _is_excepted(one, kept.get(number))]
        if one.reason and (covered or not whole):
            for number in covered:
                del kept[number]
            continue
        said = problem("exception-unused" if one.reason else "exception-without-reason", one.where, found=one.code)
        lines.setdefault((said.code, said.where.file, said.where.line), []).append(number := next(numbers))
        kept[number] = said
    return list(kept.values())


def _is_excepted(one: Silence, found: Problem | None) -> bool:
    return found is not None and one.covers(found) and severity_of(found.code) is not Severity.ERROR


def explain(problems: Sequence[Problem], site: Site, *, whole: bool = True) -> list[Problem]:
    """The problems with the agency's explanations, and a note for one that fits nothing where the data is whole."""
    found = list(problems)
    for year in site.years:
        for one in year.explanations.explanations if year.explanations else ():
            fitting = {index for index, each in enumerate(found) if _fits(one, each, year.year)}
            if not fitting and whole:
                found.append(problem("explanation-unused", one.where("code"), year=None, found=one.code))
            text = f"{one.text} ({one.date})" if one.date is not None else one.text
            found = [replace(each, explanation=text) if index in fitting else each for index, each in enumerate(found)]
    return found


def _fits(explanation: Explanation, found: Problem, year: int) -> bool:
    named = explanation.about is None or any(explanation.about in value for value in found.values.values())
    return found.code == explanation.code and found.year == year and named
