"""A year's scores with the figures that its document states a second time in the place of the first."""

from __future__ import annotations

from prongsai.analysis.readings import readings_of
from prongsai.model.scores import Figure, Scores


def restated(scores: Scores) -> Scores | None:
    """The scores by the second statement of the indicators; None where the document states them once."""
    readings = readings_of(scores)
    if len(readings) < 2:
        return None
    figures = {key: Figure.model_construct(value=value) for key, value in readings[1].items()}
    return scores.model_copy(update={"indicators": {**scores.indicators, **figures}})
