"""The model's view of a figure, in the spelling of the document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from prongsai.model.document_parts import Point
from prongsai.model.stated import known
from published.rendered import fold


def statements(figure: Any) -> list[str]:
    """Every statement of a figure, a level or a rank, the first one first."""
    return [str(figure.value), *(str(again.value) for again in figure.also_stated)]


def firsts(figures: Mapping[str, Any]) -> dict[str, str]:
    """The first statement of each figure, with the decimals that are printed."""
    return {key: str(figure.value) for key, figure in figures.items()}


def folded(values: Iterable[str]) -> list[str]:
    """Figures of a document as the model spells them."""
    return [fold(value) for value in values]


def texts(points: Iterable[Point] | Any) -> list[str]:
    """The texts of a cell, with the points below each; empty where the cell is."""
    found = known(points)
    return [] if found is None else ["".join((point.text, *texts(point.points))) for point in found]
