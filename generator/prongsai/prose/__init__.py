"""Checks of written Thai: what sentences claim of a result against the figures, and how names and words are spelled."""

from __future__ import annotations

from prongsai.prose import (
    agency_names,
    bound_rules,
    change_rules,
    computed_rules,
    copied_text,
    end_rules,
    level_meanings,
    lists,
    mean_rules,
    measure_rules,
    member_rules,
    named_ends,
    names,
    one_name,
    rank_rules,
    reason_rules,
    score_rules,
    spelled_names,
    status_counts,
    wording,
    year_mean_rules,
)
from prongsai.rules import Rule

RULES: tuple[Rule, ...] = (
    *named_ends.RULES,
    *status_counts.RULES,
    *copied_text.RULES,
    *score_rules.RULES,
    *rank_rules.RULES,
    *reason_rules.RULES,
    *change_rules.RULES,
    *end_rules.RULES,
    *member_rules.RULES,
    *level_meanings.RULES,
    *bound_rules.RULES,
    *mean_rules.RULES,
    *year_mean_rules.RULES,
    *computed_rules.RULES,
    *measure_rules.RULES,
    *lists.RULES,
    *agency_names.RULES,
    *names.RULES,
    *one_name.RULES,
    *spelled_names.RULES,
    *wording.RULES,
)

__all__ = ["RULES"]
