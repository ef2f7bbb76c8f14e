"""What must agree: every rule over every year in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prongsai.problems import Problem
from prongsai.rules import (
    arithmetic,
    attachments,
    chain,
    copied_text,
    copied_years,
    days,
    figures,
    identity,
    measure_names,
    privacy,
    prose,
    quality,
    questions,
    references,
    register,
    register_links,
    register_years,
    report_counts,
    report_rounds,
    signed_copies,
    topics,
    unchecked,
    untitled,
    years,
)
from prongsai.rules.context import Context

Rule = Callable[[Context], Iterator[Problem]]
RULES: tuple[Rule, ...] = (
    *references.RULES,
    *figures.RULES,
    *arithmetic.RULES,
    *quality.RULES,
    *years.RULES,
    *chain.RULES,
    *untitled.RULES,
    *measure_names.RULES,
    *report_rounds.RULES,
    *report_counts.RULES,
    *days.RULES,
    *copied_years.RULES,
    *register.RULES,
    *register_links.RULES,
    *register_years.RULES,
    *attachments.RULES,
    *signed_copies.RULES,
    *privacy.RULES,
    *copied_text.RULES,
    *questions.RULES,
    *topics.RULES,
    *identity.RULES,
    *prose.RULES,
    *unchecked.RULES,
)


def check_site(context: Context) -> list[Problem]:
    """All problems that the rules find."""
    return [found for rule in RULES for found in rule(context)]


__all__ = ["RULES", "Context", "Rule", "check_site"]
