"""Figures and levels that do not agree, with the agency's explanation: said beside them, wherever they are shown."""

from __future__ import annotations

from collections.abc import Iterable

from prongsai.problems import Problem
from prongsai.views.speech import Speech
from prongsai.views.year import Notice
from prongsai.wording import message_of

# What says that a figure or a level of the result is not what the others give.
FIGURES = frozenset(
    {
        "total-outside-interval",
        "level-differs-from-scale",
        "instrument-differs",
        "indicator-differs",
        "subindicator-differs",
        "stated-twice-differently",
    }
)


def explained_figures(problems: Iterable[Problem], year: int, speech: Speech) -> tuple[Notice, ...]:
    """What was found in the figures of a year (Buddhist Era) and explained, whether readers see other notes or not."""
    found = (one for one in problems if one.year == year and one.code in FIGURES and one.explanation)
    return tuple(
        Notice("note", speech.digits(message_of(one.code, one.values)), one.explanation, "")
        for one in sorted(found, key=lambda one: one.order)
    )
