"""Entries put into the rules that an agency keeps: each with its evidence, guesses named as guesses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import cast

from prongsai.loading.statements import evidence_key, spelled
from prongsai.model.edition import NACC
from prongsai.rulebooks.entered import Entry, Read, Told
from prongsai.rulebooks.guesses import WORDS, guess_name, kind_of_guess
from prongsai.rulebooks.rows import names_in
from prongsai.rulebooks.sheets import EVIDENCE
from prongsai.rulebooks.similar import likeness
from prongsai.rulebooks.structure import Rules
from prongsai.writing.change import Plain

_SAME_ITEM = 0.5  # of the likeness of titles; below it another item was typed over one
_SAME_ELEMENT = 0.8  # of the likeness of two texts of what a page must show
_GENERAL = {"items_total": "count", "item_scores": "allowed", "target": "score"}
_SURVEYS = {"i": "IIT", "e": "EIT"}


@dataclass(frozen=True)
class Source:
    """The document that entries are from, by its full name, the year (Buddhist Era), and the file they came in."""

    manual: str
    year: int
    file: str


class Merge:
    """The rules of an agency with entries put into them; `near` are earlier items, whose elements have names."""

    def __init__(self, own: Rules, source: Source, near: Mapping[str, Rules]) -> None:
        self.rules: Rules = deepcopy(own)
        self.rules.setdefault("scheme", NACC)
        self.rules.setdefault("fiscal_year", str(source.year))
        self._source = source
        self._near = near
        self.told: list[Told] = []

    def put(self, read: Read) -> Rules:
        """The rules with all that was read."""
        for entry in read.entries:
            if entry.section not in {"elements", "levels", "calendar", "questions"}:
                self._put_entry(self._group(entry.section), entry)
        for section in ("levels", "calendar"):
            self._put_list(section, [one for one in read.entries if one.section == section])
        for code in dict.fromkeys(one.code for one in read.entries if one.section == "elements" and one.is_new):
            self._put_elements(code, [one for one in read.entries if (one.section, one.code) == ("elements", code)])
        for entry in read.entries:
            if entry.section == "questions":
                self._put_question(entry)
        for section, (text, page) in read.general.items():
            self._put_general(section, text, page)
        self._drop_unnamed_evidence()
        return self.rules

    def name_meaning(self, code: str, key: str, answered_by: str) -> None:
        """Give an item the meaning that a person confirmed for it."""
        item = self._record(self._group("items"), code)
        item["key"] = key
        if answered_by:
            item["answered_by"] = answered_by

    def _group(self, *path: str) -> Rules:
        group = self.rules
        for step in path:
            here = next((one for one in group if spelled(one) == spelled(step)), step)
            if not isinstance(group.get(here), dict):
                group[here] = {}
            group = cast("Rules", group[here])
        return group

    @staticmethod
    def _record(group: Rules, code: str) -> Rules:
        here = next((one for one in group if spelled(one) == spelled(code)), code)
        if not isinstance(group.get(here), dict):
            group[here] = {}
        return cast("Rules", group[here])

    def _put_entry(self, group: Rules, entry: Entry) -> None:
        record = self._record(group, entry.code)
        self._doubt_meaning(record, entry)
        record.update(deepcopy(entry.values))
        whole = [self._guess(kind) for kind in entry.guesses.get("key", ())] or [self._evidence(entry.page)]
        for field in [one for one in record if one.endswith(f"_{EVIDENCE}")]:
            # What was guessed before is confirmed by being entered with its page.
            if (
                entry.page
                and field != "elements_evidence"
                and all(kind_of_guess(name) for name in names_in(record[field]))
            ):
                del record[field]
        for field, kinds in entry.guesses.items():
            own, names = evidence_key(entry.section, field), [self._guess(kind) for kind in kinds]
            if field != "key" and own != EVIDENCE:
                record[own] = list(names)
            elif field != "key":
                whole = names
        record[EVIDENCE] = list(whole)

    def _doubt_meaning(self, record: Rules, entry: Entry) -> None:
        """Take the meaning from an item whose title became that of something else."""
        before, now = str(record.get("title") or ""), str(entry.values.get("title") or "")
        if record.get("key") and before and now and likeness(before, now) < _SAME_ITEM:
            self.told.append(Told("other-meaning", entry.place, before, now))
            for field in ("key", "answered_by", "key_evidence"):
                record.pop(field, None)

    def _put_list(self, section: str, entries: Sequence[Entry]) -> None:
        """A list is written as a whole, once a row of it is new."""
        if any(one.is_new for one in entries):
            self.rules[section] = [{**one.values, EVIDENCE: [self._evidence(one.page)]} for one in entries]

    def _put_elements(self, code: str, entries: Sequence[Entry]) -> None:
        item = self._record(self._group("items"), code)
        known = [*_elements_of(item), *_elements_of(self._near.get(code, {}))]
        used: set[str] = set()
        elements: list[Plain] = []
        for one in entries:
            key = _key_for(str(one.values["text"]), known, used)
            used.add(key)
            elements.append({"key": key, **one.values})
        item["elements"] = elements
        names = self._of_elements(entries)
        item["elements_evidence"] = list(names)
        if EVIDENCE not in item:
            item[EVIDENCE] = list(names)

    def _of_elements(self, entries: Sequence[Entry]) -> list[str]:
        """The evidence of all elements of an item: as weak as that of the weakest, since rules take them as a whole."""
        guesses = [self._guess(kind) for one in entries for kind in one.guesses.get("text", ())]
        pages = list(dict.fromkeys(one.page for one in entries if one.page))
        if guesses:
            return list(dict.fromkeys(guesses))
        if pages and not all(one.page for one in entries):
            said = f"กรอกโดยระบุหน้าของ{self._source.manual} ไม่ครบทุกองค์ประกอบ"
            name = f"{guess_name('some-pages', self._source.year)}-{pages[0]}"
            return [self._name(name, "I", said, pages[0])]
        return [self._evidence(page) for page in pages or [""]]

    def _put_question(self, entry: Entry) -> None:
        group = self._group("questions", _SURVEYS.get(entry.code[0], ""), "asked")
        self._put_entry(group, entry)
        survey = self._group("questions", _SURVEYS.get(entry.code[0], ""))
        survey.setdefault(EVIDENCE, [self._evidence(entry.page)])

    def _put_general(self, section: str, text: str, page: str) -> None:
        value: Plain = [one.strip() for one in text.split(",")] if section == "item_scores" else text
        self.rules[section] = {_GENERAL[section]: value, EVIDENCE: [self._evidence(page)]}

    def _evidence(self, page: str) -> str:
        """The name of the evidence that something is on a page of the manual, or that nobody said on which."""
        if not page:
            return self._name(guess_name("no-page", self._source.year), "I", f"กรอกโดยไม่ระบุหน้าของ{self._source.manual}")
        name = f"manual-{self._source.year}-p{page}"
        return self._name(name, "P1", self._source.manual, page)

    def _guess(self, kind: str) -> str:
        said = f"โปรแกรม{WORDS[kind]} จาก {self._source.file} ยังไม่ได้เทียบกับคู่มือ"
        return self._name(guess_name(kind, self._source.year), "I", said)

    def _name(self, name: str, grade: str, source: str, page: str = "") -> str:
        known = self._group(EVIDENCE)
        said: Rules = {"grade": grade, "source": source, **({"page": page} if page else {})}
        number, free = 1, name
        while free in known and known[free] != said:
            number += 1
            free = f"{name}-{number}"
        known.setdefault(free, said)
        return free

    def _drop_unnamed_evidence(self) -> None:
        """Take out what the program itself named once and nothing rests on any more."""
        known = self.rules.get(EVIDENCE)
        named = {*_named_in({key: value for key, value in self.rules.items() if key != EVIDENCE})}
        ours = ("manual-", "guessed-", "entered-")
        for name in [*known] if isinstance(known, dict) else ():
            if name not in named and name.startswith(ours):
                del cast("Rules", known)[name]


def _elements_of(item: Rules) -> list[Rules]:
    found = item.get("elements")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _key_for(text: str, known: Sequence[Rules], used: set[str]) -> str:
    """The name that an element has already, or else the next free one."""
    free = [one for one in known if str(one.get("key")) not in used]
    best = max(free, key=lambda one: likeness(str(one.get("text")), text), default=None)
    if best is not None and likeness(str(best.get("text")), text) >= _SAME_ELEMENT:
        return str(best["key"])
    taken = used | {str(one.get("key")) for one in known}
    return next(f"element-{number}" for number in range(1, len(taken) + 2) if f"element-{number}" not in taken)


def _named_in(value: Plain) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from names_in(inner) if key.endswith(EVIDENCE) and not isinstance(inner, dict) else _named_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _named_in(inner)
