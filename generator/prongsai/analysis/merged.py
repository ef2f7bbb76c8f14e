"""Cells that a document merges with the one above: what stands in them."""

from __future__ import annotations

from typing import Any

from prongsai.model.measures import Measure
from prongsai.model.stated import Absence


def effective(measures: tuple[Measure, ...], measure: Measure, field: str) -> tuple[Any, bool]:
    """The value of a field, taken from the measure above where the cell is merged, and whether it was."""
    value = getattr(measure, field)
    position = next((index for index, one in enumerate(measures) if one is measure), 0)
    inherited = value is Absence.MERGED
    while value is Absence.MERGED and position > 0:
        position -= 1
        value = getattr(measures[position], field)
    return value, inherited and value is not Absence.MERGED
