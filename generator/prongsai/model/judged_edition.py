"""The rules of a year as far as anything may be judged by them: without what was only inferred."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from prongsai.model.by_identity import by_identity
from prongsai.model.edition import Edition
from prongsai.model.edition_facts import Indicator
from prongsai.model.edition_items import Item
from prongsai.model.evidence import Fact

F = TypeVar("F", bound=Fact)


@by_identity
def without_inferred(edition: Edition) -> Edition:
    """The edition without the facts that only an inference names; the same one where there is none.

    What is not named by any evidence is what the agency says of its rules, and stays. A section that loses a fact is
    no longer complete, so nothing outside it is called wrong and nothing is computed from the rest of it. Parts of
    instruments stay: that there may be some makes a level less certain.
    """
    found = _Judged(edition)
    found.kept("parts", edition.parts)
    update = {
        "instruments": found.kept("instruments", edition.instruments),
        "indicators": {
            key: _judged_indicator(edition, one) for key, one in found.kept("indicators", edition.indicators).items()
        },
        "subindicators": found.kept("subindicators", edition.subindicators),
        "items": found.items(edition.items),
        "unnumbered": found.items(edition.unnumbered),
        "levels": edition.levels if not any(edition.is_inferred(one.evidence) for one in edition.levels) else (),
        **{
            name: None
            for name in ("target", "items_total", "item_scores")
            if (fact := getattr(edition, name)) is not None and edition.is_inferred(fact.evidence)
        },
    }
    changed = {name: value for name, value in update.items() if value != getattr(edition, name)}
    incomplete = edition.incomplete | found.incomplete
    return edition.judged_by(changed, incomplete) if changed or incomplete != edition.incomplete else edition


class _Judged:
    """Gathers what is kept of the sections of an edition, and which of them are not complete any more."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.incomplete: set[str] = set()

    def kept(self, name: str, section: Mapping[str, F]) -> dict[str, F]:
        """The facts of a section that more than an inference names."""
        kept = {key: one for key, one in section.items() if not self.edition.is_inferred(one.evidence)}
        if len(kept) < len(section):
            self.incomplete.add(name)
        return kept

    def items(self, section: Mapping[str, Item]) -> dict[str, Item]:
        """The items of which anything is more than inferred, each without what is only that."""
        judged = {code: self._judged(item) for code, item in section.items()}
        kept = {code: item for code, item in judged.items() if item is not None}
        if len(kept) < len(judged):
            self.incomplete.add("items")
        return kept

    def _judged(self, item: Item) -> Item | None:
        own = (item.evidence, item.title_evidence, item.key_evidence, item.elements_evidence, item.offset_evidence)
        if all(self._is_inferred(names) or not names for names in own) and any(own):
            return None
        lost: dict[str, object] = {}
        if self._part(item.title_evidence, item):
            lost |= {"title": None, "aliases": ()}
        if self._part(item.key_evidence, item):
            lost |= {"key": None, "answered_by": None, "differs_from": ()}
        if self._part(item.elements_evidence, item):
            lost |= {"elements": (), "advice": ()}
        if self._part(item.offset_evidence, item):
            lost |= {"year_offset": None, "analyses_offset": None}
        if item.subindicator is not None and self._part(item.subindicator_evidence, item):
            lost |= {"subindicator": None}
            self.incomplete.add("places")
        return item.model_copy(update=lost) if lost else item

    def _part(self, names: Iterable[str], item: Item) -> bool:
        """True if a part of an item is only inferred, by its own evidence or else by that of the item."""
        return self._is_inferred(tuple(names) or item.evidence)

    def _is_inferred(self, names: tuple[str, ...]) -> bool:
        return self.edition.is_inferred(names)


def _judged_indicator(edition: Edition, one: Indicator) -> Indicator:
    """The indicator without questions that are only inferred to be about it."""
    is_inferred = bool(one.questions) and edition.is_inferred(one.questions_evidence or one.evidence)
    return one.model_copy(update={"questions": ()}) if is_inferred else one
