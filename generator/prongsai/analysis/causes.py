"""The cause of a contradiction between scores, as far as the figures show one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from prongsai.analysis.tree import Key

Slip = Literal["other-list", "points", "plain-mean", "other-year", "exchanged", "digits"]


@dataclass(frozen=True)
class Cause:
    """A slip that would explain what does not agree, and the figures it is about.

    `expected` are the values that would agree in their place, where the slip tells them. `group` and `count` are of
    the figures of which a total is the plain mean, by the `reading` that is first or second; `year` is the fiscal
    year (Buddhist Era) from which a figure comes.
    """

    slip: Slip
    figures: tuple[Key, ...]
    expected: tuple[Decimal, ...] = ()
    group: str = ""
    count: int = 0
    reading: int = 0
    year: int = 0
