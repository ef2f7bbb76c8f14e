"""The figures of the chain as a year states them, and the tree of relations between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from prongsai.analysis.bounds import SCALE, Interval, hull
from prongsai.analysis.scoring import compute_items
from prongsai.analysis.tree import TOTAL, Key, Relation, relations_of
from prongsai.model.edition import Edition
from prongsai.model.scores import Scores
from prongsai.model.stated import known

_GROUPS = ("instruments", "parts", "indicators", "subindicators", "weighted")


@dataclass(frozen=True)
class Tree:
    """The relations of an edition from the items up, with the interval that an item without a stated score has."""

    relations: tuple[Relation, ...]
    of_items: Interval = SCALE

    def parents(self) -> dict[Key, list[Relation]]:
        """The relations by the figure that follows from them, from the items up."""
        found: dict[Key, list[Relation]] = {}
        for relation in self.relations:
            found.setdefault(relation.parent, []).append(relation)
        return found


def stated_figure(scores: Scores, key: Key) -> Decimal | None:
    """A figure of the chain as a year states it (points of 100, or of the weight), or None."""
    group, name = key
    if key == TOTAL:
        return known(scores.total.value)
    if group == "items":
        item = scores.items.get(name)
        return known(item.score) if item is not None else None
    figure = getattr(scores, group).get(name)
    return known(figure.value) if figure is not None else None


def stated_values(scores: Scores, edition: Edition) -> dict[Key, Decimal]:
    """Every figure of the chain that a year states, with the scores of its items where all of them could be read."""
    total = known(scores.total.value)
    found: dict[Key, Decimal] = {TOTAL: total} if total is not None else {}
    for group in _GROUPS:
        for key, figure in getattr(scores, group).items():
            value = known(figure.value)
            if value is not None:
                found[group, key] = value
    for code, item in compute_items(scores, edition).items() if scores.is_whole("items") else ():
        if item.score is not None:
            found["items", code] = item.score
    return found


def tree_of(edition: Edition, stated: Mapping[Key, Decimal]) -> Tree:
    """The tree of an edition for the figures that are stated."""
    allowed = [Fraction(one) for one in edition.item_scores.allowed] if edition.item_scores else []
    return Tree(relations_of(edition, stated), hull(Interval(one, one) for one in allowed) if allowed else SCALE)


def pruned(tree: Tree, stated: Mapping[Key, Decimal]) -> Tree:
    """The tree without the relations of which nothing is stated below: they bound nothing."""
    known_of, kept = set(stated), []
    for relation in tree.relations:
        if not known_of.isdisjoint(relation.children):
            known_of.add(relation.parent)
            kept.append(relation)
    return Tree(tuple(kept), tree.of_items)
