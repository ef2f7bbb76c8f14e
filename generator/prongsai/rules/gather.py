"""One problem for each fact: whatever rules found of it, in whatever places, is reported with the gravest of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from prongsai.problems import Also, Fact, Problem
from prongsai.wording import Severity, severity_of

# Of problems as grave as each other the earlier in this order leads; codes that are not here come after all of these.
LEADS = (
    "level-differs-from-scale",
    "total-is-plain-mean",
    "total-outside-interval",
    "stated-twice-differently",
    "prose-threshold",
)
_GRAVITY = {severity: rank for rank, severity in enumerate(Severity)}
_PLACES = {code: place for place, code in enumerate(LEADS)}
_Key = tuple[Fact, bool]


def gather(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, those of one fact as one: the gravest leads, then the order of `LEADS`, then the place.

    Errors stay apart, since each is fixed by itself. What is on no notes page (of no year) is never gathered with what
    is on one, so that nothing of a draft is shown with it.
    """
    kept: list[Problem] = []
    groups: dict[_Key, list[Problem]] = {}
    for found in problems:
        if found.fact is None or severity_of(found.code) is Severity.ERROR:
            kept.append(found)
        else:
            groups.setdefault((found.fact, found.year is None), []).append(found)
    return [*kept, *map(_gathered, groups.values())]


def _gathered(group: list[Problem]) -> Problem:
    lead, *others = sorted(group, key=_rank)
    also = [*lead.also, *(place for other in others for place in _places_of(other, lead))]
    return replace(lead, also=_each_once(lead, also))


def _rank(found: Problem) -> tuple[int, int, object]:
    return _GRAVITY[severity_of(found.code)], _PLACES.get(found.code, len(_PLACES)), found.order


def _places_of(other: Problem, lead: Problem) -> Iterator[Also]:
    """The places of another problem of the same fact, the first with its sentence unless that is the leading one."""
    says_same = (other.code, other.values) == (lead.code, lead.values)
    yield Also(other.where, year=other.year) if says_same else Also(other.where, other.code, other.values, other.year)
    yield from other.also


def _each_once(lead: Problem, also: Iterable[Also]) -> tuple[Also, ...]:
    """The other places in order; one without a sentence is left out where it is reported already."""
    told = list(also)
    with_words = [one for place, one in enumerate(told) if one.code and one not in told[:place]]
    known = {lead.where, *(one.where for one in with_words)}
    first = {one.where: one for one in reversed(told) if not one.code and one.where not in known}
    bare = [replace(one, year=None if one.year == lead.year else one.year) for one in first.values()]
    return tuple(sorted([*with_words, *bare], key=lambda one: (one.where, one.code, repr(sorted(one.values.items())))))
