"""Checks of written Thai: what sentences claim of a result against the figures, and how names and words are spelled."""

from __future__ import annotations

from prongsai.prose import (
    agency_names,
    copied_text,
    figures,
    lists,
    named_ends,
    names,
    one_name,
    status_counts,
    wording,
)
from prongsai.rules import Rule

RULES: tuple[Rule, ...] = (
    *named_ends.RULES,
    *status_counts.RULES,
    *copied_text.RULES,
    *figures.RULES,
    *lists.RULES,
    *agency_names.RULES,
    *names.RULES,
    *one_name.RULES,
    *wording.RULES,
)

__all__ = ["RULES"]
