"""Words on levels that cannot be confirmed, the same for pages and for problems."""

from __future__ import annotations

from collections.abc import Sequence

OR, AND = " หรือ ", " และ "


def missing_scores(tools: Sequence[str], parts: Sequence[str]) -> str:
    """IIT, OIT และ EIT รายส่วน: the instruments whose score is not known, and those that lack their parts."""
    return AND.join(filter(None, (", ".join(tools), f"{', '.join(parts)} รายส่วน" if parts else "")))


def any_of(levels: Sequence[str]) -> str:
    """ผ่านดี หรือ ผ่าน."""
    return OR.join(levels)
