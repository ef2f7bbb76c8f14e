"""What people answer to problems: an explanation shown beside it, or a reason why a rule is wrong at a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from prongsai.model.explanations import Explanation
from prongsai.model.site import Site
from prongsai.problems import Problem, Silence, problem
from prongsai.wording import Severity, severity_of


def silence(problems: Sequence[Problem], silences: Iterable[Silence]) -> list[Problem]:
    """The problems without those that a comment with a reason excepts; errors cannot be excepted."""
    kept = list(problems)
    for one in silences:
        covered = [found for found in kept if one.covers(found) and severity_of(found.code) is not Severity.ERROR]
        if not one.reason:
            kept.append(problem("exception-without-reason", one.where, found=one.code))
        elif not covered:
            kept.append(problem("exception-unused", one.where, found=one.code))
        else:
            kept = [found for found in kept if found not in covered]
    return kept


def explain(problems: Sequence[Problem], site: Site) -> list[Problem]:
    """The problems with the agency's explanations, and a note for an explanation that fits nothing."""
    found = list(problems)
    for year in site.years:
        for one in year.explanations.explanations if year.explanations else ():
            fitting = {index for index, each in enumerate(found) if _fits(one, each, year.year)}
            if not fitting:
                found.append(problem("explanation-unused", one.where("code"), year=None, found=one.code))
            text = f"{one.text} ({one.date})" if one.date is not None else one.text
            found = [replace(each, explanation=text) if index in fitting else each for index, each in enumerate(found)]
    return found


def _fits(explanation: Explanation, found: Problem, year: int) -> bool:
    named = explanation.about is None or any(explanation.about in value for value in found.values.values())
    return found.code == explanation.code and found.year == year and named
