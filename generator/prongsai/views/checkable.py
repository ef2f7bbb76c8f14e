"""What of a year can be checked by its verified rules, what cannot, and what this would take."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.analysis.checkable import Reach, reach_of_checks
from prongsai.model.site import FiscalYear
from prongsai.wording.checkable import ALWAYS, CHECKS


@dataclass(frozen=True)
class Unchecked:
    """What is not checked of a year, each with what it needs; what is so in part; and what is."""

    missing: tuple[tuple[str, str], ...]
    partly: tuple[str, ...]
    checked: tuple[str, ...]


def unchecked_of(year: FiscalYear) -> Unchecked | None:
    """What cannot be checked of a year; None where every check that it calls for is possible."""
    reach = reach_of_checks(year)
    missing = tuple(CHECKS[key] for key, one in reach.items() if one is Reach.NONE)
    if not missing:
        return None
    named = {way: tuple(CHECKS[key][0] for key, one in reach.items() if one is way) for way in Reach}
    return Unchecked(missing, named[Reach.PART], (*named[Reach.WHOLE], ALWAYS))
