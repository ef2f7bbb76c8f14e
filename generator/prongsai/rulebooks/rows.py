"""Rows of the workbook of a year's rules: what is entered already, and what is proposed from the nearest year."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prongsai.forms.cells import text_of, value_at
from prongsai.loading.statements import spelled
from prongsai.rulebooks.guesses import word_guess
from prongsai.rulebooks.sheets import ELEMENTS, EVIDENCE, FORMER_HEAD, ITEMS, OF_ITEM, QUESTIONS, Sheet
from prongsai.rulebooks.structure import Rules, Structure, entries_in
from prongsai.thai.codes import item_key
from prongsai.writing.change import Plain

_PROPOSED = ("โครง", "ตามที่")  # how the words for the origin of a proposal begin
ENTERED = "กรอกแล้ว"
_OF_ELEMENTS = "elements_evidence"  # which have rows of their own


@dataclass(frozen=True)
class Row:
    """A row: its texts by head, the page of the manual, where it is from, and the mark that tells a changed one."""

    texts: Mapping[str, str]
    page: str
    origin: str
    mark: str


def make_mark(texts: Mapping[str, str], origin: str, page: str) -> str:
    """The mark of a row: `own` or `new`, the page it had, and a hash of what it said."""
    said = "\n".join(f"{head}\t{text}" for head, text in sorted(texts.items()) if text)
    kind = "new" if origin.startswith(_PROPOSED) else "own"
    return f"{kind}|{page}|{hashlib.sha256(said.encode()).hexdigest()[:16]}"


@dataclass(frozen=True)
class Filler:
    """Makes rows of what the agency entered (`own`), what is known otherwise (`known`), and a structure to confirm."""

    own: Rules
    known: Rules
    structure: Structure

    def rows(self, sheet: Sheet) -> list[Row]:
        """The rows of a sheet in official order."""
        if sheet is ELEMENTS:
            return [*self._elements()]
        if sheet is QUESTIONS:
            return [*self._questions()]
        return [*(self._by_key(sheet) if sheet.key else self._listed(sheet))]

    def _by_key(self, sheet: Sheet) -> Iterator[Row]:
        known, own = entries_in(self.known, sheet.section), entries_in(self.own, sheet.section)
        entered = {spelled(key): entry for key, entry in {**known, **own}.items()}
        proposed = self._proposed(sheet.section)
        for key in sorted({*entered, *proposed}, key=item_key) if sheet is ITEMS else {**entered, **proposed}:
            # Of what is there without a name, as a code alone, the structure of the nearest year has one to confirm.
            entry = entered.get(key)
            is_bare = entry is not None and entry.keys() <= {EVIDENCE}
            yield self._row(sheet, key, proposed.get(key, {}) if entry is None or is_bare else entry, entry, is_bare)

    def _proposed(self, section: str) -> dict[str, Rules]:
        near = {spelled(key): one for key, one in entries_in(self.structure.parts, section).items()}
        return {**near, **self.structure.handed.get(section, {})}

    def _former(self, key: str) -> str:
        """The code that the item of a meaning has in the structure; empty where it has none."""
        items = entries_in(self.structure.parts, "items")
        return next((code for code, one in items.items() if key and one.get("key") == key), "")

    def _row(self, sheet: Sheet, key: str, shown: Rules, entry: Rules | None, is_bare: bool) -> Row:
        texts = {sheet.key: key, **_texts(sheet, shown)}
        if entry is None or is_bare:
            if sheet is ITEMS and (former := self._former(str(shown.get("key") or ""))):
                texts[FORMER_HEAD] = former
            return _finished(texts, "", self.structure.origin_of(sheet.section, key))
        guess = self._guess_of(entry)
        return _finished(texts, "" if guess else self.page_of(entry), guess or self._origin(entry))

    def _listed(self, sheet: Sheet) -> Iterator[Row]:
        entered = self.own.get(sheet.section) or self.known.get(sheet.section)
        shown = entered or self.structure.parts.get(sheet.section)
        for entry in shown if isinstance(shown, list) else ():
            if isinstance(entry, dict) and entered:
                yield _finished(_texts(sheet, entry), self.page_of(entry), self._origin(entry))
            elif isinstance(entry, dict):
                yield _finished(_texts(sheet, entry), "", self.structure.origin_of(sheet.section))

    def _elements(self) -> Iterator[Row]:
        entered = {**entries_in(self.known, "items"), **entries_in(self.own, "items")}
        proposed = self._proposed("items")
        for code in sorted({*map(spelled, entered), *map(spelled, proposed)}, key=item_key):
            own, near = entered.get(code, {}), proposed.get(code, {})
            has_own = bool(own.get("elements"))
            rests: Rules = {EVIDENCE: own.get("elements_evidence") or own.get(EVIDENCE)}
            entered_as = self._guess_of(rests) or self._origin(rests)
            origin = entered_as if has_own else self.structure.origin_of("items", code)
            page = self.page_of(rests) if has_own else ""
            for one in (own if has_own else near).get("elements") or ():
                if isinstance(one, dict):
                    yield _finished({OF_ITEM: code, **_element_texts(one)}, page, origin)

    def _questions(self) -> Iterator[Row]:
        for survey in {**entries_in(self.known, "questions"), **entries_in(self.own, "questions")}.values():
            for code, one in entries_in(survey, "asked").items():
                texts = {QUESTIONS.key: code, **_texts(QUESTIONS, one)}
                yield _finished(texts, self.page_of(one), self._origin(one))

    def page_of(self, entry: Rules) -> str:
        """The page on which an entry was found, as its evidence says."""
        known = entries_in({**self.known, **self.own}, EVIDENCE)
        pages = (known.get(name, {}).get("page") for name in names_in(entry.get(EVIDENCE)))
        return next((str(page) for page in pages if page), "")

    def _origin(self, entry: Rules) -> str:
        names = names_in(entry.get(EVIDENCE))
        own = entries_in(self.own, EVIDENCE)
        return ENTERED if any(name in own for name in names) or not names else "มากับโปรแกรม"

    def _guess_of(self, entry: Rules) -> str:
        fields = [key for key in entry if key.endswith(EVIDENCE) and key != _OF_ELEMENTS]
        named = [name for key in fields for name in names_in(entry[key])]
        found = dict.fromkeys(filter(None, map(word_guess, named)))
        return f"เดา: {' และ'.join(found)}" if found else ""


def names_in(value: Plain) -> list[str]:
    """The names of evidence in a value that is one or a list of them."""
    return [value] if isinstance(value, str) else [str(one) for one in value or ()]


def _texts(sheet: Sheet, entry: Rules) -> dict[str, str]:
    found = {one.head: text_of(value_at(entry, one), one, {}) for one in sheet.columns}
    return {head: text for head, text in found.items() if text}


def _element_texts(entry: Rules) -> dict[str, str]:
    texts = _texts(ELEMENTS, entry)
    return {head: "ใช่" if text == "true" else text for head, text in texts.items() if text != "false"}


def _finished(texts: Mapping[str, str], page: str, origin: str) -> Row:
    return Row(texts, page, origin, make_mark(texts, origin, page))
