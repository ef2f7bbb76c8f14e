"""The bounds of a total when its inputs are known only to their printed decimals."""

from __future__ import annotations

from prongsai.analysis.bounds import HALF_CENT, Interval, half_of_last_place
from prongsai.analysis.chain import settle
from prongsai.analysis.scoring import Computed
from prongsai.analysis.statements import pruned, stated_values, tree_of
from prongsai.analysis.tree import TOTAL
from prongsai.model.edition import Edition
from prongsai.model.scores import Scores

__all__ = ["HALF_CENT", "Interval", "half_of_last_place", "total_interval"]


def total_interval(scores: Scores, computed: Computed, edition: Edition) -> Interval | None:
    """The interval of the printed total by the weights; None where no total can be computed.

    Half of the last printed place of every input is carried through; half a cent is added for rounding
    on the way and half a cent for the rounding of the printed total itself.
    """
    if computed.total is None:
        return None
    stated = {key: value for key, value in stated_values(scores, edition).items() if key != TOTAL}
    reckoned = settle(pruned(tree_of(edition, stated), stated), stated).found.get(TOTAL)
    return reckoned.interval.wider(HALF_CENT) if reckoned is not None and reckoned.is_whole else None
