"""Write the pages of a plan with what they say to those who search, or take both from the store."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any

from prongsai.blocks.passages import PageText, Passage
from prongsai.json_value import Json
from prongsai.pages.manuscript import Manuscript, as_json, from_json
from prongsai.pages.page import OF_BLOCKS, Page
from prongsai.pages.render import Renderer
from prongsai.pipeline.store import Kind, Store, key_of
from prongsai.views.speech import Speech

PAGES = Kind("pages", ("jinja2", "markupsafe", "segno"), spare=100, packed=True)


@dataclass(frozen=True)
class Written:
    """A page as it is written; `says` is what its blocks say, None where it has none and its Markdown says it."""

    page: Page
    text: Manuscript
    says: PageText | None


Answers = list[dict[str, int | None]]


@dataclass(frozen=True)
class Known:
    """A page as it was written last in this process, what it asked, by which words, and its key in the store."""

    written: Written
    asked: Answers
    speech: str
    key: str


class _Noted(Mapping[str, int]):
    """The known facts of paths of the site; it notes of which of them it was asked, and what it answered."""

    def __init__(self, known: Mapping[str, int]) -> None:
        self._known = known
        self.asked: dict[str, int | None] = {}

    def __getitem__(self, path: str) -> int:
        found = self.asked[path] = self._known.get(path)
        if found is None:
            raise KeyError(path)
        return found

    def __contains__(self, path: object) -> bool:
        found = self.asked[str(path)] = self._known.get(str(path))
        return found is not None

    def __iter__(self) -> Iterator[str]:
        raise TypeError("a page may ask for single paths alone")

    def __len__(self) -> int:
        raise TypeError("a page may ask for single paths alone")

    def agrees(self, asked: Mapping[str, int | None]) -> bool:
        """True if it would answer today what it answered then."""
        return all(self._known.get(path) == answer for path, answer in asked.items())


class PageWriter:
    """Writes pages; `existing` are the paths of links, `sizes` and `counts` are as for `Renderer`.

    The key of a page is the page; what it asks of paths while it is written is kept with it and asked again. The `last`
    pages of this process are asked before the store, by the page itself.
    """

    def __init__(
        self,
        store: Store,
        existing: frozenset[str],
        speech: Speech,
        sizes: Mapping[str, int],
        counts: Mapping[str, int],
        last: MutableMapping[str, Known] | None = None,
    ) -> None:
        self._store = store
        self._last = {} if last is None else last
        self._known = tuple(map(_Noted, (dict.fromkeys(existing, 1), sizes, counts)))
        self._speech = repr(vars(speech))
        known, sized, counted = self._known
        self.renderer = Renderer(known, speech, sized, counted)

    def write(self, page: Page) -> Written:
        """The page, as it was written before if nothing that is in it has changed."""
        last = self._last.get(page.path)
        if last and last.written.page is page and last.speech == self._speech and self._agree(last.asked):
            self._store.renew(PAGES, last.key)
            return last.written
        value = f"{self._speech}\0{page!r}"
        written, asked = self._recall(page, self._store.find(PAGES, value)) or self._write(page, value)
        self._last[page.path] = Known(written, asked, self._speech, key_of(PAGES, value))
        return written

    def _write(self, page: Page, value: str) -> tuple[Written, Answers]:
        for one in self._known:
            one.asked = {}
        says = self.renderer.read(page) if page.form == OF_BLOCKS else None
        written = Written(page, self.renderer.write(page), says)
        asked = [one.asked for one in self._known]
        kept = [asked, _listed(says), as_json(written.text)]
        self._store.put(PAGES, value, json.dumps(kept, ensure_ascii=False).encode())
        return written, asked

    def _recall(self, page: Page, kept: bytes | None) -> tuple[Written, Answers] | None:
        if kept is None:
            return None
        asked, says, text = json.loads(kept)
        return (Written(page, from_json(text), _said(says)), asked) if self._agree(asked) else None

    def _agree(self, asked: Answers) -> bool:
        return all(one.agrees(answers) for one, answers in zip(self._known, asked, strict=True))


def _listed(says: PageText | None) -> Json:
    if says is None:
        return None
    passages: list[Json] = [[one.anchor, one.heading, one.text] for one in says.passages]
    files: list[Json] = [[path, words] for path, words in says.files]
    return [passages, [*says.units], files]


def _said(listed: Any) -> PageText | None:
    if listed is None:
        return None
    passages, units, files = listed
    return PageText(
        tuple(Passage(*one) for one in passages), tuple(units), tuple((path, words) for path, words in files)
    )
