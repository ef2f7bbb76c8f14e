"""The chain of a year in one pass over its tree: what each figure allows of the others, and what cannot hold together.

Every stated value is an interval of half its last printed place. From the items up, a figure gets the interval that
those below it allow; what is not stated may be anything on the scale, so it widens an interval and ends no check.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from prongsai.analysis.bounds import HALF_CENT, SCALE, Interval, around, half_of_last_place, hull
from prongsai.analysis.statements import Tree, pruned, stated_values, tree_of
from prongsai.analysis.tree import TOTAL, Key, Relation
from prongsai.model.edition import Edition
from prongsai.model.scores import Scores


@dataclass(frozen=True)
class Reckoned:
    """The values that a figure may have, the exact one where nothing is missing, and the stated figures it rests on."""

    interval: Interval = SCALE
    exact: Fraction | None = None
    rests_on: tuple[Key, ...] = ()
    is_whole: bool = False


@dataclass(frozen=True)
class Conflict:
    """Stated figures that cannot hold together: `node` and the others in `values`, by one relation.

    `reckoned` is what the relation gives of the node; `against` is the relation that it contradicts where the node
    itself is not stated.
    """

    node: Key
    relation: Relation
    reckoned: Reckoned
    values: tuple[Key, ...]
    against: Relation | None = None

    @property
    def is_near(self) -> bool:
        """True if the figures just below the node are stated themselves."""
        return set(self.relation.children) <= set(self.values)


@dataclass(frozen=True)
class Settled:
    """The values that were found for each figure, and the conflicts."""

    found: Mapping[Key, Reckoned] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()


def settle(tree: Tree, stated: Mapping[Key, Decimal]) -> Settled:
    """The values that figures may have, and the conflicts by the fewest figures: the nearest stated ones first."""
    deep = _pass(tree, stated, narrow=True)
    near = _pass(tree, stated, narrow=False) if deep.conflicts else deep
    return Settled(deep.found, _each_once(near.conflicts or deep.conflicts))


def _each_once(conflicts: tuple[Conflict, ...]) -> tuple[Conflict, ...]:
    """One conflict for the same figures at the same place, by the relation that has them just below it."""
    found: dict[tuple[Key, frozenset[Key]], Conflict] = {}
    for one in sorted(conflicts, key=lambda one: not one.is_near):
        found.setdefault((one.node, frozenset(one.values)), one)
    return tuple(one for one in conflicts if one in found.values())


def _pass(tree: Tree, stated: Mapping[Key, Decimal], *, narrow: bool) -> Settled:
    """One pass from the items up; to `narrow` is to let figures below a stated one make its interval smaller."""
    found: dict[Key, Reckoned] = {}
    conflicts: list[Conflict] = []
    for node, relations in tree.parents().items():
        for key in (key for relation in relations for key in relation.children):
            found.setdefault(key, _own(key, stated) or Reckoned(tree.of_items if key[0] == "items" else SCALE))
        below = [(one, _combined(one, found)) for one in relations]
        own = _own(node, stated)
        conflicts += _clashes(node, own, below)
        found[node] = _joined(own, [reckoned for _, reckoned in below], narrow=narrow)
    return Settled(found, tuple(conflicts))


def _own(node: Key, stated: Mapping[Key, Decimal]) -> Reckoned | None:
    """A stated figure; a score of an item is no rounded one, and a total is rounded to two decimals at the least."""
    value = stated.get(node)
    if value is None:
        return None
    exact, group = Fraction(value), node[0]
    interval = Interval(exact, exact) if group == "items" else around(value)
    if node == TOTAL:
        interval = Interval(exact, exact).wider(max(HALF_CENT, half_of_last_place(value)))
    return Reckoned(interval, exact, (node,), is_whole=True)


def _combined(relation: Relation, found: Mapping[Key, Reckoned]) -> Reckoned:
    """The values of a parent that its children allow."""
    parts = [found[key] for key in relation.children]
    rests_on = tuple(dict.fromkeys(key for part in parts for key in part.rests_on))
    is_whole = all(part.is_whole for part in parts)
    if not relation.is_weighed:
        return Reckoned(hull(part.interval for part in parts), None, rests_on, is_whole)
    weighed = list(zip(relation.shares, parts, strict=True))
    lowest = sum((share * part.interval.lowest for share, part in weighed), Fraction(0))
    highest = sum((share * part.interval.highest for share, part in weighed), Fraction(0))
    exact = [share * part.exact for share, part in weighed if part.exact is not None]
    interval = Interval(lowest, highest).wider(relation.slack)
    middle = sum(exact, Fraction(0)) if len(exact) == len(parts) else None
    return Reckoned(interval, middle, rests_on, is_whole)


def _clashes(node: Key, own: Reckoned | None, below: list[tuple[Relation, Reckoned]]) -> Iterator[Conflict]:
    """The relations that a stated figure contradicts; where it is not stated, those that contradict the first one."""
    sources = [(None, own)] if own else []
    first, reckoned = next(((relation, one) for relation, one in (*sources, *below) if one), (None, Reckoned()))
    for relation, other in below:
        if relation is not first and not reckoned.interval.meets(other.interval):
            values = tuple(dict.fromkeys((*reckoned.rests_on, *other.rests_on)))
            yield Conflict(node, relation, other, values, first)


def _joined(own: Reckoned | None, below: list[Reckoned], *, narrow: bool) -> Reckoned:
    """The values that go on upwards: the stated one where there is one, smaller by what agrees with it."""
    if own is not None and not narrow:
        return own
    first, *others = [*([own] if own else []), *below]
    interval, exact, rests_on = first.interval, first.exact, list(first.rests_on)
    for other in others:
        if not other.rests_on or not interval.meets(other.interval):
            continue
        smaller = interval.within(other.interval)
        rests_on += other.rests_on if smaller != interval else ()
        interval = smaller
        exact = other.exact if other.exact is not None and _is_finer(other, first) else exact
    return Reckoned(interval, exact, tuple(dict.fromkeys(rests_on)), any(one.is_whole for one in (first, *others)))


def _is_finer(other: Reckoned, first: Reckoned) -> bool:
    """True if figures below tell a figure more exactly than its own printed decimals, and are printed themselves so."""
    return first.exact is None or other.interval.lowest == other.interval.highest


def settle_year(scores: Scores, edition: Edition) -> Settled:
    """The chain of the scores of a year by the rules of an edition."""
    stated = stated_values(scores, edition)
    return settle(pruned(tree_of(edition, stated), stated), stated)
