"""Answers of a register by the keys that the rules of the year have now, whatever keys they were typed with."""

from __future__ import annotations

from prongsai.model.edition import Edition
from prongsai.model.edition_items import Item
from prongsai.model.oit import Answer, Register


def with_present_keys(register: Register, edition: Edition) -> Register:
    """The register in which an element that was typed by a former key is found by the present one."""
    found = {code: _renamed(answer, edition.items.get(code)) for code, answer in register.items.items()}
    if all(found[code] is answer for code, answer in register.items.items()):
        return register
    return register.model_copy(update={"items": found})


def _renamed(answer: Answer, item: Item | None) -> Answer:
    present = {old: one.key for one in (item.elements if item else ()) for old in one.former_keys}
    if present.keys().isdisjoint(answer.elements):
        return answer
    typed = {key: place for key, place in answer.elements.items() if key not in present}
    renamed = {present[key]: place for key, place in answer.elements.items() if key in present}
    return answer.model_copy(update={"elements": {**renamed, **typed}})
