"""Answers carried into a register that is there already: what it lacks is added, what it has stays as it is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from prongsai.forms.carried import Carried, Earlier, Origin
from prongsai.forms.register_items import Items, PlacedItem, place_items
from prongsai.forms.year_files import KnownOfYear
from prongsai.model.known_parts import states_answer
from prongsai.model.oit import Answer, Register
from prongsai.writing.change import Change, Plain, Put, Remove
from prongsai.writing.nodes import Tree

_COMMENT = re.compile(r"(?:^|\s)#")


@dataclass(frozen=True)
class AddedAnswers:
    """The changes to a register: codes of answers carried, and of those that wait and get the number of this year.

    `stuck` are answers that wait under the number of another year and cannot be moved.
    """

    changes: tuple[Change, ...] = ()
    carried: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    stuck: tuple[str, ...] = ()


def add_answers(
    file: str, register: Register, text: str, known_of: KnownOfYear, ours: Collection[str] = ()
) -> AddedAnswers:
    """The answers of before that the register of a year lacks.

    `text` is that of its file, `ours` are lines of it that nobody typed.
    """
    earlier, items = known_of.earlier, known_of.items
    if earlier is None:
        return AddedAnswers()
    placed = place_items(items, earlier)
    moves = [] if items.is_borrowed else [*_moves(register, placed, _borrowed_codes(known_of))]
    own = _own_comments(text, ours)
    free = [one for one in moves if not own.intersection(_codes_of([one]))]
    leaving = {code for code, _ in free}
    free = [one for one in free if one[1].code in leaving or _is_free(register, one[1].code)]
    leaving = {code for code, _ in free}
    changes: list[Change] = [Remove(file, ("items", code)) for code in leaving]
    for code, one in free:
        changes += _fill(file, register, one.code, _moved(register.waiting[code], one, earlier), leaving)
    new = [one for one in placed if not _is_there(one.before, register) and _is_free(register, one.code)]
    for one in new:
        changes += _fill(file, register, one.code, _values(one, items), leaving)
    stuck = tuple(code for code, _ in moves if code not in leaving)
    moved = tuple((code, one.code) for code, one in free)
    return AddedAnswers(tuple(changes), tuple(one.code for one in new), moved, stuck)


def _values(one: PlacedItem, items: Items) -> Mapping[str, object]:
    is_named = bool(one.item.title) and not items.is_borrowed
    return one.before.values(one.item, items.year, is_named=is_named, later=items.later) if one.before else {}


def _codes_of(moves: Iterable[tuple[str, PlacedItem]]) -> set[str]:
    return {code for code, _ in moves}


def _is_there(before: Carried | None, register: Register) -> bool:
    """True if there is nothing to carry, or it was carried already: it waits, or was renewed wherever that is now."""
    if before is None:
        return True
    waits = {(one.renew, one.renew_item) for one in register.waiting.values()}
    return (before.year, before.code) in waits or before.code in {one.renew_item for one in register.items.values()}


def _is_free(register: Register, code: str) -> bool:
    """True if a register says nothing in answer to an item yet."""
    found = register.items.get(code)
    return code not in register.waiting and (found is None or not states_answer(found))


def _borrowed_codes(known_of: KnownOfYear) -> Mapping[Origin, str]:
    """The codes under which answers wait as long as the items of the year are not known."""
    if known_of.nearest is None:
        return {}
    placed = place_items(Items(known_of.year, known_of.nearest), known_of.earlier)
    return {(one.before.year, one.before.code): one.code for one in placed if one.before}


def _moves(
    register: Register, placed: Iterable[PlacedItem], borrowed: Mapping[Origin, str]
) -> Iterator[tuple[str, PlacedItem]]:
    """The answers that still wait under a number of the nearest year, each with its item of this year."""
    by_origin = {(one.before.year, one.before.code): one for one in placed if one.before}
    for code, answer in register.waiting.items():
        origin = (answer.renew or 0, answer.renew_item or "")
        found = by_origin.get(origin)
        if found is not None and code == borrowed.get(origin) != found.code:
            yield code, found


def _moved(answer: Answer, one: PlacedItem, earlier: Earlier) -> Mapping[str, object]:
    """All that was typed for an answer that waits, with the keys that its elements have this year."""
    then = one.before.item if one.before else None
    again = Carried(answer.renew or earlier.year, answer.renew_item or one.code, then, answer)
    placed, others = again.elements(one.item)
    titles = {found.title for found in (then, one.item) if found} if one.item.title else set[str | None]()
    kept = {key: value for key, value in again.typed.items() if key != "title" or value not in titles}
    return {**kept, "elements": {**placed, **others}} if placed or others else kept


def _fill(
    file: str, register: Register, code: str, values: Mapping[str, object], leaving: set[str]
) -> Iterator[Change]:
    """The changes that give an item its values: key by key where the file has the item with nothing in it."""
    found = register.items.get(code) if code not in leaving else None
    if found is None:
        yield Put(file, ("items", code), as_plain(values))
        return
    typed = found.typed if isinstance(found.typed, Mapping) else {}
    for key, value in values.items():
        if not typed.get(key):
            yield Put(file, ("items", code, key), as_plain(value))


def as_plain(value: object) -> Plain:
    """A value as it was typed: every scalar a text."""
    if isinstance(value, Mapping):
        return {str(key): as_plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_plain(one) for one in value]
    return None if value is None else str(value)


def _own_comments(text: str, ours: Collection[str]) -> set[str]:
    """The codes of the items in whose lines people have written comments; `ours` are lines that were made."""
    tree = Tree(text)
    node = tree.node_at(("items",))
    found = set()
    for entry in node.entries if node else ():
        lines = tree.lines[tree.line_of(entry.start) : tree.line_of(entry.end) + 1]
        if any(_COMMENT.search(line) and line.strip() not in ours for line in lines):
            found.add(str(entry.key.text) if entry.key else "")
    return found
