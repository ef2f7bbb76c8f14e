"""Rules shared out among processes; those that ask for the same search stay together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from prongsai.engines.workers import share_out
from prongsai.problems import Problem
from prongsai.prose import READ_CLAIMS
from prongsai.rules import Context, Rule, check_by, found_by

FEWEST_YEARS = 6  # below which another process takes longer to start than to judge


def check_shared(rules: Sequence[Rule], context: Context) -> list[Problem]:
    """All problems that rules find in a site, in the order of the rules.

    What a keeper learns it learns in its own process, where one alone runs them.
    """
    if context.keeper is not None or len(context.results.years) < FEWEST_YEARS:
        return check_by(rules, context)
    groups = _together(rules)
    found = share_out(groups, partial(_found_by_each, context.judged()), fewest=1)
    by_rule = {
        rule: own for group, each in zip(groups, found, strict=True) for rule, own in zip(group, each, strict=True)
    }
    return [one for rule in rules for one in by_rule[rule]]


def _together(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules in groups, the longest first: those that read the claims of all texts, and others by their module."""
    groups: dict[str, list[Rule]] = {"": []}
    for rule in rules:
        groups.setdefault("" if rule in READ_CLAIMS else rule.__module__, []).append(rule)
    return [group for group in groups.values() if group]


def _found_by_each(context: Context, rules: list[Rule]) -> list[tuple[Problem, ...]]:
    return [found_by(rule, context) for rule in rules]
