"""The usual slips in a list of scores, each as the figures that would be stated without it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, pairwise

from prongsai.analysis.causes import Cause
from prongsai.analysis.chain import Conflict
from prongsai.analysis.readings import readings_of, statements_of
from prongsai.analysis.scoring import mean, rounded
from prongsai.analysis.tree import TOTAL, Key
from prongsai.model.edition import Edition
from prongsai.model.scores import Scores

Stated = Mapping[Key, Decimal]
_ENDS = {Decimal(0), Decimal(100)}  # scores that two years share without being copied
_LISTS = (("total", "instruments"), ("parts",), ("indicators",), ("subindicators",), ("weighted",))


@dataclass(frozen=True)
class Material:
    """The figures of a year in which slips are looked for, with its rules and the years around it.

    `involved` are the figures of the conflicts, `direct` those of one relation that does not hold, without any between.
    """

    scores: Scores
    edition: Edition
    stated: Stated
    conflicts: tuple[Conflict, ...]
    around: tuple[tuple[int, Stated], ...] = ()

    @property
    def involved(self) -> tuple[Key, ...]:
        """The figures that cannot all hold together, each once."""
        return tuple(dict.fromkeys(key for one in self.conflicts for key in one.values))

    @property
    def direct(self) -> frozenset[Key]:
        """The figures of which nothing that could hide a slip is between them and what they contradict."""
        return frozenset(key for one in self.conflicts for key in (one.node, *one.relation.children))


def suppose(material: Material) -> Iterator[tuple[Cause, dict[Key, Decimal]]]:
    """Every usual slip that the figures may have, with the figures as they would be stated without it."""
    for one in _SLIPS:
        yield from one(material)


def _other_list(material: Material) -> Iterator[tuple[Cause, dict[Key, Decimal]]]:
    """A second and different statement of one figure, or of all indicators that have one."""
    again = {key: value for key, value in _stated_again(material.scores).items() if key in material.stated}
    rows = tuple(key for key in again if key[0] == "indicators")
    for keys in dict.fromkeys((*((key,) for key in again), *([rows] if rows else []))):
        values = {key: again[key] for key in keys}
        yield Cause("other-list", keys, tuple(values.values())), {**material.stated, **values}


def _stated_again(scores: Scores) -> dict[Key, Decimal]:
    """The figures with another value that is stated for them; none where the agency said which list is valid."""
    groups = ("instruments", "parts", "indicators", "subindicators")
    figures = {(group, key): one for group in groups for key, one in getattr(scores, group).items()}
    found: dict[Key, Decimal] = {}
    for key, figure in ({TOTAL: scores.total} | figures).items() if scores.valid_list is None else ():
        values = statements_of(figure)
        if others := [value for value in values[1:] if value != values[0]]:
            found[key] = others[0]
    return found


def _points(material: Material) -> Iterator[tuple[Cause, dict[Key, Decimal]]]:
    """Points of the weight in the place of scores: of all instruments, or of one."""
    weights = material.edition.weights
    tools = [key for key in material.stated if key[0] == "instruments" and ("weighted", key[1]) not in material.stated]
    small = [key for key in tools if key[1] not in weights or material.stated[key] <= weights[key[1]]]
    every = [tuple(tools)] if len(small) == len(tools) > 1 else []
    for keys in (*every, *((key,) for key in small if key[1] in weights)):
        moved = {("weighted", tool): material.stated["instruments", tool] for _, tool in keys}
        kept = {key: value for key, value in material.stated.items() if key not in keys}
        yield Cause("points", keys), kept | moved


def _plain_mean(material: Material) -> Iterator[tuple[Cause, dict[Key, Decimal]]]:
    """A total that is the mean of the indicators, as first stated or stated again, or of the instruments."""
    total = material.stated.get(TOTAL)
    if total is None:
        return
    tools = {key: value for (group, key), value in material.stated.items() if group == "instruments"}
    lists = (*(("indicators", one) for one in readings_of(material.scores)), ("instruments", tools))
    for reading, (group, values) in enumerate(lists):
        average = mean(Fraction(value) for value in values.values())
        if average is not None and len(values) > 1 and rounded(average) == total:
            place = reading if group == "indicators" else 0
            yield Cause("plain-mean", (TOTAL,), (), group, len(values), place), _without(material.stated, (TOTAL,))
            return


def _other_year(material: Material) -> Iterator[tuple[Cause, dict[Key, Decimal]]]:
    """A figure, or all instruments, with the values of the year before or after."""
    for year, other in material.around:
        same = [key for key in material.involved if _is_copied(key, material.stated, other)]
        tools = tuple(key for key in same if key[0] == "instruments")
        for keys in (*((key,) for key in same), *([tools] if len(tools) > 1 else [])):
            yield Cause("other-year", keys, year=year), _without(material.stated, keys)


def _is_copied(key: Key, stated: Stated, other: Stated) -> bool:
    return key[0] != "items" and stated[key] == other.get(key) and stated[key] not in _ENDS


def _exchanged(material: Material) -> Iterator[tuple[Cause, dict[Key, Decimal]]]:
    """Two figures of one list, each in the place of the other."""
    for groups in _LISTS:
        is_long = not {"indicators", "subindicators"}.isdisjoint(groups)
        keys = [key for key in material.involved if key[0] in groups and (len(material.conflicts) > 1 or not is_long)]
        for first, other in combinations(keys, 2):
            if material.stated[first] != material.stated[other]:
                values = (material.stated[other], material.stated[first])
                yield (
                    Cause("exchanged", (first, other), values),
                    {**material.stated, first: values[0], other: values[1]},
                )


def _digits(material: Material) -> Iterator[tuple[Cause, dict[Key, Decimal]]]:
    """A figure of which two neighbouring digits are exchanged."""
    near = material.direct if len(material.conflicts) == 1 else frozenset(material.involved)
    for key in (key for key in material.involved if key in near):
        for value in _with_digits_exchanged(material.stated[key]) if key[0] != "items" else ():
            yield Cause("digits", (key,), (value,)), {**material.stated, key: value}


def _with_digits_exchanged(value: Decimal) -> Iterable[Decimal]:
    """The scores that differ from one by the order of two neighbouring digits; 07.40 is no score."""
    text = f"{value:f}"
    places = [place for place, sign in enumerate(text) if sign != "."]
    for first, other in pairwise(places):
        signs = list(text)
        signs[first], signs[other] = signs[other], signs[first]
        found = Decimal("".join(signs))
        if signs[0] != "0" and found != value and found <= max(_ENDS):
            yield found


def _without(stated: Stated, keys: Iterable[Key]) -> dict[Key, Decimal]:
    left_out = set(keys)
    return {key: value for key, value in stated.items() if key not in left_out}


_SLIPS: tuple[Callable[[Material], Iterator[tuple[Cause, dict[Key, Decimal]]]], ...] = (
    _other_list,
    _points,
    _plain_mean,
    _exchanged,
    _other_year,
    _digits,
)
