"""Findings on the figures of a year: what cannot hold together, each told once, with its cause where one is seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from prongsai.analysis.causes import Cause
from prongsai.analysis.chain import Conflict, Settled, settle
from prongsai.analysis.hypotheses import Material, suppose
from prongsai.analysis.statements import pruned, stated_values, tree_of
from prongsai.analysis.tree import Key
from prongsai.model.edition import Edition
from prongsai.model.scores import Scores

_Mark = tuple[Key, str]


@dataclass(frozen=True)
class Finding:
    """Stated figures that cannot hold together, by one conflict or by several that have the same ground.

    `cause` is the slip by which they would agree, and `suspect` the one figure without which they agree; either may
    be unknown.
    """

    conflicts: tuple[Conflict, ...]
    cause: Cause | None = None
    suspect: Key | None = None

    @property
    def told(self) -> Conflict:
        """The conflict by which it is reported: at the suspected figure, and with figures stated just below it."""
        return min(self.conflicts, key=lambda one: (not self._is_at_suspect(one), not one.is_near))

    def _is_at_suspect(self, one: Conflict) -> bool:
        return self.suspect is not None and self.suspect in (one.node, *one.relation.children)

    @property
    def nodes(self) -> frozenset[Key]:
        """The figures at which the conflicts are."""
        return frozenset(one.node for one in self.conflicts)


def find_conflicts(scores: Scores, edition: Edition, around: Iterable[tuple[int, Scores]] = ()) -> tuple[Finding, ...]:
    """The findings of a year by the rules of an edition; `around` are the years before and after with their scores."""
    stated = stated_values(scores, edition)
    settled = _settle(stated, edition)
    if not settled.conflicts:
        return ()
    others = tuple((year, stated_values(other, edition)) for year, other in around)
    found: list[Finding] = []
    while settled.conflicts:
        best = _best_cause(Material(scores, edition, stated, settled.conflicts, others))
        if best is None:
            break
        cause, altered, solved = best
        found.append(Finding(solved, cause))
        stated, settled = altered, _settle(altered, edition)
    return (*found, *_unexplained(settled, stated, edition))


def _settle(stated: Mapping[Key, Decimal], edition: Edition) -> Settled:
    return settle(pruned(tree_of(edition, stated), stated), stated)


def _best_cause(material: Material) -> tuple[Cause, dict[Key, Decimal], tuple[Conflict, ...]] | None:
    """The slip that explains most; none where a slip of the same kind explains as much, or one wrong figure more."""
    found: list[tuple[Cause, dict[Key, Decimal], tuple[Conflict, ...]]] = []
    for cause, altered in suppose(material):
        if any(cause.slip != one.slip and len(solved) == len(material.conflicts) for one, _, solved in found):
            break
        solved = _solved(material.conflicts, _settle(altered, material.edition))
        if solved and _is_near(cause, solved, material):
            found.append((cause, altered, solved))
    if not found:
        return None
    most = max(len(solved) for *_, solved in found)
    if any(len(one) > most for one in _by_leaving_out(material.conflicts, material.stated, material.edition).values()):
        return None
    best = [one for one in found if len(one[2]) == most]
    same = [one for one in best if one[0].slip == best[0][0].slip]
    return best[0] if len(same) == 1 else None


def _is_near(cause: Cause, solved: tuple[Conflict, ...], material: Material) -> bool:
    """True if a slip is about the figures that disagree, and is not one that would fit them by chance.

    Exchanged figures and digits are only seen where single values follow, of which bounds say too little.
    """
    touched = {key for one in solved for key in one.values}
    if cause.slip not in {"exchanged", "digits"}:
        return not touched.isdisjoint(cause.figures)
    is_told = any(one.relation.is_weighed and one.reckoned.is_whole for one in solved)
    is_direct = all(key in material.direct for key in cause.figures)
    return is_told and touched.issuperset(cause.figures) and (len(solved) > 1 or (is_direct and not _is_row(cause)))


def _is_row(cause: Cause) -> bool:
    """True if two rows of a long list would be exchanged: of so many pairs some one fits a single sum."""
    return cause.slip == "exchanged" and all(key[0] in {"indicators", "subindicators"} for key in cause.figures)


def _mark(one: Conflict) -> _Mark:
    return one.node, one.relation.kind


def _solved(before: tuple[Conflict, ...], after: Settled) -> tuple[Conflict, ...]:
    """The conflicts that are gone; none where another one has come up."""
    old, left = {_mark(one) for one in before}, {_mark(one) for one in after.conflicts}
    return tuple(one for one in before if _mark(one) not in left) if left <= old else ()


def _by_leaving_out(
    conflicts: tuple[Conflict, ...], stated: Mapping[Key, Decimal], edition: Edition
) -> dict[Key, tuple[Conflict, ...]]:
    """The conflicts that go when a figure is left out, of the figures that take part in more than one."""
    found = {}
    counted = Counter(key for one in conflicts for key in dict.fromkeys((one.node, *one.values)) if key in stated)
    for key in (key for key, count in counted.items() if count > 1):
        rest = {other: value for other, value in stated.items() if other != key}
        found[key] = _solved(conflicts, _settle(rest, edition))
    return found


def _unexplained(settled: Settled, stated: Mapping[Key, Decimal], edition: Edition) -> Iterator[Finding]:
    """Conflicts without a known cause, those together that one wrong figure would explain."""
    left = settled.conflicts
    while left:
        solved_by = _by_leaving_out(settled.conflicts, stated, edition) if len(left) > 1 else {}
        own = {key: tuple(one for one in solved if one in left) for key, solved in solved_by.items()}
        most = max((len(solved) for solved in own.values()), default=0)
        suspects = [key for key, solved in own.items() if len(solved) == most]
        if most > 1 and len(suspects) == 1:
            yield Finding(own[suspects[0]], None, suspects[0])
            left = tuple(one for one in left if one not in own[suspects[0]])
        else:
            yield from (Finding((one,)) for one in left)
            return
