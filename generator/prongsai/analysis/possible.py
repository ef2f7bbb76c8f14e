"""The values that each figure of a year may have, from whatever is stated above, below and next to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from prongsai.analysis.bounds import HALF_CENT, SCALE, Interval, hull
from prongsai.analysis.chain import settle
from prongsai.analysis.findings import Finding, find_conflicts
from prongsai.analysis.statements import pruned, stated_values, tree_of
from prongsai.analysis.tree import TOTAL, Key, Relation
from prongsai.model.edition import Edition
from prongsai.model.scores import Scores

_HUNDRED = 100


@dataclass(frozen=True)
class Possible:
    """The printed values (points of 100) that the total, the instruments and their parts may have.

    A stated figure is itself alone, or anything up to the value that would agree where it contradicts others; one that
    is not stated is whatever the others leave for it, to the half cent that its own rounding may add; what nothing
    bounds may be anything from 0 to 100.
    """

    total: Interval = SCALE
    instruments: Mapping[str, Interval] = field(default_factory=dict)
    parts: Mapping[str, Interval] = field(default_factory=dict)


def possible_values(scores: Scores, edition: Edition) -> Possible:
    """The values that the figures of a year may have by the rules of an edition.

    Where stated figures cannot hold together, nothing is concluded from above: any of them may be the wrong one.
    """
    stated = stated_values(scores, edition)
    tree = tree_of(edition, stated)
    settled = settle(tree, stated)
    found = {key: one.interval for key, one in settled.found.items()}
    for relation in () if settled.conflicts else reversed(tree.relations):
        for key, interval in _left_for_children(relation, found):
            found[key] = found[key].within(interval)
    doubted = _doubted(find_conflicts(scores, edition), stated, edition) if settled.conflicts else {}
    tools = dict.fromkeys(("instruments", key) for key in (*edition.instruments, *scores.instruments))
    parts = dict.fromkeys(("parts", key) for key in (*edition.parts, *scores.parts))
    return Possible(
        _as_printed(TOTAL, found, stated),
        {key[1]: doubted.get(key) or _as_printed(key, found, stated) for key in tools},
        {key[1]: doubted.get(key) or _as_printed(key, found, stated) for key in parts},
    )


def _doubted(findings: Iterable[Finding], stated: Mapping[Key, Decimal], edition: Edition) -> dict[Key, Interval]:
    """The figures that are probably wrong, each with the values from the stated one to the one that would agree."""
    doubted: dict[Key, Interval] = {}
    for finding in findings:
        for key, other in _would_agree(finding, stated, edition):
            if key in stated:
                doubted[key] = hull((_point(Fraction(stated[key])), SCALE.within(other)))
    return doubted


def _would_agree(finding: Finding, stated: Mapping[Key, Decimal], edition: Edition) -> Iterator[tuple[Key, Interval]]:
    cause, told = finding.cause, finding.told
    if cause is None:
        yield told.node, told.reckoned.interval
    elif cause.expected:
        yield from ((key, _point(Fraction(value))) for key, value in zip(cause.figures, cause.expected, strict=True))
    else:
        weights = edition.weights if cause.slip == "points" else {}
        for key in cause.figures:
            weight = weights.get(key[1])
            yield key, _point(Fraction(stated[key]) * _HUNDRED / Fraction(weight)) if weight else SCALE


def _point(value: Fraction) -> Interval:
    return Interval(value, value)


def _as_printed(key: Key, found: Mapping[Key, Interval], stated: Mapping[Key, Decimal]) -> Interval:
    if key in stated:
        return _point(Fraction(stated[key]))
    return SCALE.within(found.get(key, SCALE).wider(HALF_CENT))


def _left_for_children(relation: Relation, found: Mapping[Key, Interval]) -> list[tuple[Key, Interval]]:
    """The interval of each child that its parent leaves for it next to the other children."""
    parent, children = found[relation.parent].wider(relation.slack), relation.children
    if not relation.is_weighed:
        return [(key, _left_between(parent, [found[one] for one in children if one != key])) for key in children]
    weighed = list(zip(relation.shares, children, strict=True))
    lowest = sum((share * found[key].lowest for share, key in weighed), Fraction(0))
    highest = sum((share * found[key].highest for share, key in weighed), Fraction(0))
    return [(key, _share_left(parent, share, found[key], Interval(lowest, highest))) for share, key in weighed if share]


def _share_left(parent: Interval, share: Fraction, own: Interval, all_of_them: Interval) -> Interval:
    """The rest of the parent when the others have all they may have, and when they have the least."""
    lowest = (parent.lowest - (all_of_them.highest - share * own.highest)) / share
    highest = (parent.highest - (all_of_them.lowest - share * own.lowest)) / share
    return Interval(lowest, highest)


def _left_between(parent: Interval, others: list[Interval]) -> Interval:
    """A child reaches the parent where no other one does: without a weighting only its own bound follows."""
    lowest = parent.lowest if all(one.highest < parent.lowest for one in others) else SCALE.lowest
    highest = parent.highest if all(one.lowest > parent.highest for one in others) else SCALE.highest
    return Interval(lowest, highest)


def bounds_of_total(scores: Scores, edition: Edition) -> Interval:
    """The interval that the other stated figures leave for the total (points of 100); 0 to 100 where they tell none."""
    stated = {key: value for key, value in stated_values(scores, edition).items() if key != TOTAL}
    tree = pruned(tree_of(edition, stated), stated)
    reckoned = settle(tree, stated).found.get(TOTAL)
    return reckoned.interval.within(SCALE) if reckoned is not None else SCALE
