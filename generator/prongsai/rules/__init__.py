"""Rules on what must agree, run over every year at once."""

from __future__ import annotations

from collections.abc import Iterable

from prongsai.problems import Problem
from prongsai.rules import (
    amounts,
    approvals,
    arithmetic,
    attachments,
    calendar,
    chain,
    changes,
    conflicts,
    copied_years,
    days,
    drafts,
    dress,
    evidence,
    figures,
    identity,
    levels,
    lifetimes,
    measure_parts,
    numbering,
    printed_scales,
    printed_tables,
    privacy,
    quality,
    questions,
    references,
    register,
    register_addresses,
    register_links,
    report_rounds,
    results_said,
    stated_lists,
    targets,
    topics,
    unchecked,
    work_times,
    years,
)
from prongsai.rules.context import Context, Rule

RULES: tuple[Rule, ...] = (
    *references.RULES,
    *levels.RULES,
    *figures.RULES,
    *conflicts.RULES,
    *changes.RULES,
    *printed_scales.RULES,
    *arithmetic.RULES,
    *quality.RULES,
    *years.RULES,
    *chain.RULES,
    *stated_lists.RULES,
    *measure_parts.RULES,
    *report_rounds.RULES,
    *work_times.RULES,
    *targets.RULES,
    *results_said.RULES,
    *amounts.RULES,
    *days.RULES,
    *calendar.RULES,
    *drafts.RULES,
    *copied_years.RULES,
    *register.RULES,
    *register_links.RULES,
    *register_addresses.RULES,
    *attachments.RULES,
    *evidence.RULES,
    *approvals.RULES,
    *dress.RULES,
    *privacy.RULES,
    *questions.RULES,
    *topics.RULES,
    *identity.RULES,
    *numbering.RULES,
    *printed_tables.RULES,
    *lifetimes.RULES,
    *unchecked.RULES,
)


def check_by(rules: Iterable[Rule], context: Context) -> list[Problem]:
    """All problems that some rules find in a site; what was only inferred of the rules of a year judges nothing."""
    judged = context.judged().recorded()
    return [found for rule in rules for found in _found_by(rule, judged)]


def _found_by(rule: Rule, context: Context) -> tuple[Problem, ...]:
    """The problems that a rule finds, or found before in just what it reads."""
    return context.kept(rule, lambda: tuple(rule(context)))


__all__ = ["RULES", "Context", "Rule", "check_by"]
