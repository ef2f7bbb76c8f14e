"""Renumbering between two years: which item of the new year is which of the old, with the reason and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from prongsai.model.edition import Edition
from prongsai.model.edition_items import Item
from prongsai.rulebooks.similar import likeness

Certainty = Literal["certain", "likely", "doubtful"]
Reason = Literal["same-key", "same-page", "same-title", "alike"]
_CERTAIN, _LIKELY, _DOUBTFUL = 0.9, 0.72, 0.55  # of the likeness of two titles
_APART = 0.08  # by which a certain pair is more alike than any other of the two


@dataclass(frozen=True)
class Pair:
    """An item of the old year and the one of the new year that goes on with it; `share` is how alike titles are."""

    old: str
    new: str
    key: str
    old_title: str
    new_title: str
    reason: Reason
    certainty: Certainty
    share: float


@dataclass(frozen=True)
class Renumbering:
    """The pairs in the order of the new year, and the items of each year that have no other."""

    pairs: tuple[Pair, ...]
    only_old: tuple[str, ...]
    only_new: tuple[str, ...]


def propose_renumbering(old: Edition, new: Edition) -> Renumbering:
    """Pair the items of two years (`old` before `new`): by meaning, by the page that answers them, by their titles.

    Each item is in one pair at most. Nothing is confirmed by this: a pair that is not certain is for people to judge.
    """
    pairs = [*_by_meaning(old, new)]
    pairs += _by_titles(old, new, {one.old for one in pairs}, {one.new for one in pairs})
    order = list(new.items)
    pairs.sort(key=lambda one: order.index(one.new))
    olds, news = {one.old for one in pairs}, {one.new for one in pairs}
    return Renumbering(
        tuple(pairs),
        tuple(code for code in old.items if code not in olds),
        tuple(code for code in new.items if code not in news),
    )


def _by_meaning(old: Edition, new: Edition) -> Iterator[Pair]:
    """The pairs of one meaning; of what is answered by a page of this site, also without one."""
    taken: set[str] = set()
    for code, item in new.items.items():
        before = old.item_of(item.key) if item.key else None
        if before is not None and before not in taken:
            taken.add(before)
            yield _pair(old, new, before, code, "same-key", "certain")
    for code, item in new.items.items():
        if item.key or item.answered_by is None:
            continue
        same = [one for one, other in old.items.items() if other.answered_by == item.answered_by and one not in taken]
        if len(same) == 1:
            taken.add(same[0])
            yield _pair(old, new, same[0], code, "same-page", "certain")


def _by_titles(old: Edition, new: Edition, olds: set[str], news: set[str]) -> Iterator[Pair]:
    """The pairs of titles that are alike, the most alike first; of equally alike ones the nearest in number."""
    free_old = [code for code in old.items if code not in olds]
    free_new = [code for code, item in new.items.items() if code not in news and not item.key]
    shares = {(a, b): _share(old.items[a], new.items[b]) for a in free_old for b in free_new}
    places = {code: place for codes in (old.items, new.items) for place, code in enumerate(codes)}
    near = sorted(shares, key=lambda one: (-shares[one], abs(places[one[0]] - places[one[1]]), places[one[1]]))
    taken_old: set[str] = set()
    taken_new: set[str] = set()
    for a, b in near:
        share = shares[a, b]
        if share < _DOUBTFUL or a in taken_old or b in taken_new:
            continue
        taken_old.add(a)
        taken_new.add(b)
        second = max((one for (x, y), one in shares.items() if (x == a) != (y == b)), default=0.0)
        reason: Reason = "same-title" if share == 1 else "alike"
        yield _pair(old, new, a, b, reason, _certainty(share, second), share)


def _certainty(share: float, second: float) -> Certainty:
    if share >= _CERTAIN and share - second >= _APART:
        return "certain"
    return "likely" if share >= _LIKELY else "doubtful"


def _share(one: Item, other: Item) -> float:
    return max((likeness(a, b) for a in titles_of(one) for b in titles_of(other)), default=0.0)


def titles_of(item: Item) -> Sequence[str]:
    """The titles by which an item is known, the official one first."""
    return [text for text in (item.title, item.about, *item.aliases) if text]


def _pair(old: Edition, new: Edition, a: str, b: str, reason: Reason, certainty: Certainty, share: float = 0.0) -> Pair:
    one, other = old.items[a], new.items[b]
    first, second = titles_of(one), titles_of(other)
    alike = share or _share(one, other)
    return Pair(a, b, one.key or "", next(iter(first), ""), next(iter(second), ""), reason, certainty, round(alike, 2))
