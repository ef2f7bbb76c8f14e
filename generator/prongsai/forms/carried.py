"""Answers of an earlier year carried into another: which item each belongs to now, and what of it is carried."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from prongsai.model.edition import Edition
from prongsai.model.edition_items import Item
from prongsai.model.oit import Answer, Register

# Facts of the year before: when it was put there and by whom it was seen, of which year it was, that nothing happened.
_OF_ITS_YEAR = frozenset({"published_on", "fiscal_year", "nothing_happened", "renew", "renew_item"})
_OF_ITS_DAY = frozenset({"checked_on", "does_not_open"})
_SECTION = re.compile(r"/25[0-9]{2}/(?:(?:scores|analysis|measures|follow-up|memo|questions)/)?")
_YEAR = re.compile(r"(?<![0-9])25[0-9]{2}(?![0-9])")


def _no_edition(_: int) -> Edition | None:
    return None


@dataclass(frozen=True)
class Carried:
    """An answer that was given in `year` (Buddhist Era) to the item `code`; `item` are its rules of then, if known."""

    year: int
    code: str
    item: Item | None
    answer: Answer

    @property
    def typed(self) -> Mapping[str, object]:
        """The keys typed in answer to the item, one by one, without those that are empty."""
        found = self.answer.typed
        return {key: one for key, one in found.items() if one is not None} if isinstance(found, Mapping) else {}

    def is_titled(self, item: Item) -> bool:
        """True if the answer has the title of an item, and nothing tells that it is another one."""
        titles = {self.answer.title, self.item.title if self.item else None}
        are_known = self.item is not None and self.item.key is not None and item.key is not None
        return item.title is not None and item.title in titles and not are_known

    def values(self, item: Item, year: int, *, is_named: bool, later: int = 0) -> dict[str, object]:
        """The keys that are carried to an item of `year`, with `renew` among them; one that `is_named` needs no title.

        A title of rules that are so many years older is carried with its years moved `later` by as many. A link to a
        page of this site that every year has leads to that of the same distance.
        """
        kept = {key: one for key, one in self.typed.items() if key not in _OF_ITS_YEAR}
        if isinstance(links := kept.get("links"), list):
            kept["links"] = [_link(one, year - self.year) for one in links]
        if "elements" in kept:
            kept["elements"] = self.elements(item)[0]
        title = None if is_named else kept.get("title") or _later(item.title or self._title_then, later)
        values = {**kept, "renew": str(self.year), "renew_item": self.code, "title": title}
        return {name: values[name] for name in Answer.model_fields if values.get(name)}

    @property
    def _title_then(self) -> str:
        return (self.item.title if self.item else None) or ""

    def not_carried(self, *, is_named: bool) -> Mapping[str, object]:
        """The texts that may be of use again but say nothing of this year as they are."""
        names = ("title", "nothing_happened") if is_named else ("nothing_happened",)
        return {name: self.typed[name] for name in names if name in self.typed}

    def elements(self, item: Item) -> tuple[dict[str, object], dict[str, object]]:
        """The places of the elements that an item asks for, by its keys, and those that it does not ask for.

        An element that has another key now is known by the one that it had, or by its words. Of an item without known
        elements all are kept.
        """
        found = self.typed.get("elements")
        typed: Mapping[str, object] = found if isinstance(found, Mapping) else {}
        then = {one.key: one.text for one in (self.item.elements if self.item else ())}
        now = {one.key for one in item.elements}
        renamed = {old: one.key for one in item.elements for old in (one.text, *one.former_keys)}
        placed, others = dict[str, object](), dict[str, object]()
        for key, place in typed.items():
            new = key if key in now or not now else renamed.get(key) or renamed.get(then.get(key, ""), "")
            fits = new and new not in placed and (new == key or new not in typed)
            (placed if fits else others)[new if fits else key] = place
        return placed, others


def _keys(item: Item) -> frozenset[str]:
    return frozenset((item.key, *item.former_keys)) if item.key else frozenset()


def _later(title: str, years: int) -> str:
    return _YEAR.sub(lambda found: str(int(found[0]) + years), title)


def _link(link: object, years: int) -> object:
    """A link without the day on which it was looked at, so many years later where each year has such a page."""
    if not isinstance(link, Mapping):
        return link
    kept = {key: one for key, one in link.items() if key not in _OF_ITS_DAY}
    page = str(kept.get("page") or "")
    return {**kept, "page": _later(page, years)} if _SECTION.fullmatch(page) else kept


Origin = tuple[int, str]  # the fiscal year (Buddhist Era) and the item of an answer, by which it is the same one


@dataclass(frozen=True)
class Earlier:
    """The answers of an earlier fiscal year (Buddhist Era), and the edition by which they were given.

    `editions` gives those of other years, from which answers that still wait there came; `older` are the answers of the
    year before that one, where it has none of its own.
    """

    year: int
    edition: Edition
    register: Register
    editions: Callable[[int], Edition | None] = _no_edition
    older: Earlier | None = None

    @cached_property
    def answers(self) -> Mapping[Origin, Carried]:
        """Every answer in which something was typed, with the year it was given in, in official order."""
        found = {}
        named = {**self.register.items, **self.register.waiting}
        for code in (code for code in self.edition.in_order(named) if code in named):
            answer = named[code]
            year, was = answer.renew or self.year, (answer.renew_item or code) if answer.renew else code
            edition = self.edition if year == self.year else self.editions(year)
            one = Carried(year, was, edition.item_at(was) if edition else None, answer)
            if one.typed:
                found[year, was] = one
        return {**(self.older.answers if self.older else {}), **found}

    def find(self, item: Item) -> Carried | None:
        """The answer to an item of this meaning, or None.

        Where the meaning of one of the two is not known, items of one title are the same.
        """
        answers = [*self.answers.values()]
        same = [one for one in answers if one.item and not _keys(one.item).isdisjoint(_keys(item))]
        return next(iter(same or (one for one in answers if one.is_titled(item))), None)
