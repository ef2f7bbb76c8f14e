"""Write the pages of a plan with what they say to those who search, or take both from the store."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from prongsai.blocks.passages import PageText, Passage
from prongsai.engines.workers import share_out
from prongsai.json_value import Json
from prongsai.pages.manuscript import Manuscript, as_json, from_json
from prongsai.pages.page import OF_BLOCKS, Page
from prongsai.pages.render import Renderer
from prongsai.pipeline.store import Kind, Store
from prongsai.views.speech import Speech

PAGES = Kind("pages", ("jinja2", "markupsafe", "segno"), spare=100, packed=True)
_LEVEL = 3  # of compression: to an eighth, sooner than a disk takes the whole


@dataclass(frozen=True)
class Written:
    """A page as it is written, `packed` until somebody asks: what a large site says would fill the memory."""

    page: Page
    packed: bytes

    @property
    def text(self) -> Manuscript:
        """The page with its front matter and its segments."""
        return unpack_text(self.packed)

    def markdown(self) -> str:
        """The file that people and engines read."""
        return self.text.markdown

    @property
    def says(self) -> PageText | None:
        """The text of its blocks; None where it has none and its Markdown says it."""
        return _said(json.loads(_lines_of(self.packed)[1]))

    def with_text(self, text: Manuscript) -> Written:
        """The page as it is written otherwise."""
        asked, says, _ = _lines_of(self.packed)
        return replace(self, packed=_pack(asked, says, _json(as_json(text))))


def _pack(*lines: bytes) -> bytes:
    """A page as the store has it: what it asked, what it says and its manuscript, each a line of JSON."""
    return zlib.compress(b"\n".join(lines), _LEVEL)


def _lines_of(packed: bytes) -> list[bytes]:
    return zlib.decompress(packed).split(b"\n")


def unpack_text(packed: bytes) -> Manuscript:
    """The manuscript of a packed page."""
    return from_json(json.loads(_lines_of(packed)[2]))


def _asked(packed: bytes) -> Answers:
    """The answers that a packed page was given."""
    found: Answers = json.loads(_lines_of(packed)[0])
    return found


def _json(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


Answers = list[dict[str, int | None]]


@dataclass(frozen=True)
class Known:
    """A page as this process wrote it last, packed; what it asked, by which words, and its mark in the store."""

    page: Page
    packed: bytes
    asked: Answers
    speech: str
    mark: bytes


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
        self._last = last
        self._known = tuple(map(_Noted, (dict.fromkeys(existing, 1), sizes, counts)))
        self._speech = repr(vars(speech))
        known, sized, counted = self._known
        self.renderer = Renderer(known, speech, sized, counted)

    def write(self, pages: Sequence[Page]) -> list[Written]:
        """The pages, as they were written before where nothing that is in them has changed; many in many processes."""
        self._store.tidy(PAGES)  # read before processes part, and not in each of them
        again = [self._again(page) for page in pages]
        rest = [page for page, one in zip(pages, again, strict=True) if one is None]
        made = zip(rest, share_out(rest, self._write), strict=True)
        return [one or self._take(*next(made)) for one in again]

    def _again(self, page: Page) -> Written | None:
        """The very page that this process wrote last, if it would ask the same today and be answered the same."""
        last = self._last.get(page.path) if self._last is not None else None
        if last is None or last.page is not page or last.speech != self._speech or not self._agree(last.asked):
            return None
        if self._store.find(PAGES, last.mark) is None:
            self._store.put(PAGES, last.mark, last.packed)
        return Written(page, last.packed)

    def _take(self, page: Page, made: tuple[bytes, bytes | None]) -> Written:
        mark, packed = made[0], self._keep(*made)
        if self._last is not None:
            self._last[page.path] = Known(page, packed, _asked(packed), self._speech, mark)
        return Written(page, packed)

    def _keep(self, mark: bytes, made: bytes | None) -> bytes:
        """Have the store keep what is new, and know of what it has that it was of use."""
        kept = self._store.find(PAGES, mark) if made is None else self._store.put(PAGES, mark, made)
        if kept is None:
            raise LookupError(mark.hex())
        return kept

    def _write(self, page: Page) -> tuple[bytes, bytes | None]:
        """The mark of a page, and the page packed; None where it is in the store."""
        value = f"{self._speech}\0{page!r}".encode("utf-8", "surrogatepass")
        mark = hashlib.blake2b(value, digest_size=20).digest()
        kept = self._store.find(PAGES, mark)
        return mark, None if kept is not None and self._agree(_asked(kept)) else self._make(page)

    def _make(self, page: Page) -> bytes:
        for one in self._known:
            one.asked = {}
        says = self.renderer.read(page) if page.form == OF_BLOCKS else None
        text = self.renderer.write(page)
        asked: list[Json] = [{**one.asked} for one in self._known]
        return _pack(*map(_json, (asked, _listed(says), as_json(text))))

    def _agree(self, asked: Answers) -> bool:
        """True if paths would be answered today as they were then."""
        return all(one.agrees(answers) for one, answers in zip(self._known, asked, strict=True))


def _listed(says: PageText | None) -> Json:
    if says is None:
        return None
    passages: list[Json] = [[one.anchor, one.heading, one.text, one.aside] for one in says.passages]
    files: list[Json] = [[path, words] for path, words in says.files]
    return [passages, [*says.units], files]


def _said(listed: Any) -> PageText | None:
    if listed is None:
        return None
    passages, units, files = listed
    return PageText(
        tuple(Passage(*one) for one in passages), tuple(units), tuple((path, words) for path, words in files)
    )
