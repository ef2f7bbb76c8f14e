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

    One with several places or codes, as problems of one fact are, is excepted at any of its places by any of its codes.
    Where the data is not whole, rules kept silent on what is missing, and no comment is called unused.
    """
    kept, numbers = dict(enumerate(problems)), count(len(problems))
    lines: dict[tuple[str, str, int], list[int]] = {}
    for number, found in kept.items():
        for place in dict.fromkeys((code, at.file, at.line) for code in found.codes for at in found.places):
            lines.setdefault(place, []).append(number)
    met: set[int] = set()
    for one in silences:
        near = [(one.code, one.where.file, one.where.line + step) for step in (0, 1)]
        covered = {number for place in near for number in lines.get(place, ()) if _is_excepted(one, kept[number])}
        if one.reason and (covered or not whole):
            met |= covered
            continue
        said = problem("exception-unused" if one.reason else "exception-without-reason", one.where, found=one.code)
        lines.setdefault((said.code, said.where.file, said.where.line), []).append(number := next(numbers))
        kept[number] = said
    return [found for number, found in kept.items() if number not in met]


def _is_excepted(one: Silence, found: Problem) -> bool:
    return one.covers(found) and severity_of(found.code) is not Severity.ERROR


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
    said = [value for values in (found.values, *(one.values for one in found.also)) for value in values.values()]
    named = explanation.about is None or any(explanation.about in value for value in said)
    return explanation.code in found.codes and year in found.years and named
