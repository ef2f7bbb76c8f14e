"""Printed lists of items, pasted or in a table: every item with what had to be repaired, put together or guessed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from prongsai.rulebooks.entered import Entry, Read, Told
from prongsai.rulebooks.list_lines import Line, code_of
from prongsai.rulebooks.pages import read_page
from prongsai.rulebooks.repair import find_windows, repair
from prongsai.rulebooks.similar import plain_title
from prongsai.rulebooks.structure import Rules
from prongsai.thai.codes import item_key

_LONGEST_TITLE = 400  # characters; the longest real one is under 200


@dataclass
class _Item:
    """An item as it is being put together from lines."""

    code: str
    place: str
    parts: list[str]
    page: str
    points: list[tuple[str, bool]]  # each with true where it was put together from lines
    subindicator: str
    guesses: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def guess(self, field_: str, kind: str) -> None:
        self.guesses[field_] = tuple(dict.fromkeys((*self.guesses.get(field_, ()), kind)))


def read_list(lines: Sequence[Line], known_titles: Collection[str] = (), page: str = "") -> Read:
    """The items of a list; `page` is that of all which name none, `known_titles` those of other years.

    Nothing is put right in silence: each repair, each line joined, each code that is missing or twice is reported.
    """
    reader = _Reader(Read(), {plain_title(one): one for one in known_titles}, page, find_windows(known_titles))
    for line in lines:
        reader.take(line)
    reader.finish()
    return reader.read


@dataclass
class _Reader:
    read: Read
    known: dict[str, str]
    page: str
    windows: Mapping[str, str]
    items: list[_Item] = field(default_factory=list)
    subindicator: str = ""
    in_element: bool = False

    def take(self, line: Line) -> None:
        if line.kind == "opens-item":
            self._open(line)
        elif line.kind == "heading":
            self._heading(line)
        elif line.kind == "element" and self.items:
            self.items[-1].points.append((line.text, False))
            self.in_element = True
        elif line.kind == "more" and self.items and len(" ".join(self.items[-1].parts)) < _LONGEST_TITLE:
            self._go_on(line)
        else:
            self._leave_out(line)

    def _open(self, line: Line) -> None:
        code, is_guessed = code_of(line.printed)
        counted = not code
        code = code or f"O{int(line.printed)}"
        self.in_element = False
        item = _Item(code, line.place, [line.text], line.page, [(one, False) for one in line.points], self.subindicator)
        if is_guessed or counted:
            item.guess("key", "number" if counted else "code")
            self._tell("counted" if counted else "code-read", line, line.printed, code)
        self.items.append(item)

    def _go_on(self, line: Line) -> None:
        item = self.items[-1]
        item.points += [(one, False) for one in line.points]
        item.page = item.page or line.page
        if not line.text.strip():
            return
        if self.in_element:
            item.points[-1] = (_join(item.points[-1][0], line.text, self.known), True)
            self._tell("joined", line, line.text, item.points[-1][0])
            return
        if any(part.strip() for part in item.parts):
            item.guess("title", "two-lines")
        item.parts.append(line.text)

    def _heading(self, line: Line) -> None:
        self.in_element = False
        name = self._repaired(line.text, line)
        is_sub = "." in line.printed
        self.subindicator = line.printed if is_sub else ""
        if name:
            section = "subindicators" if is_sub else "indicators"
            values: Rules = {"name": name}
            values |= {"indicator": line.printed.partition(".")[0]} if is_sub else {"instrument": "OIT"}
            page = self._page_of(line.page, line.place)
            self.read.entries.append(Entry(section, line.printed, values, page, line.place))

    def _leave_out(self, line: Line) -> None:
        if line.text:
            self._tell("left-out", line, line.text, "")

    def finish(self) -> None:
        seen: dict[str, _Item] = {}
        for item in self.items:
            if item.code in seen:
                self.read.told.append(Told("code-twice", item.place, item.code, _shown(item)))
                continue
            seen[item.code] = item
            self._entry(item)
        self._check_sequence([*seen])

    def _entry(self, item: _Item) -> None:
        page = self._page_of(item.page, item.place)
        values: Rules = {"title": title} if (title := self._title(item)) else {}
        if item.subindicator:
            values["subindicator"] = item.subindicator
        self.read.entries.append(Entry("items", item.code, values, page, item.place, item.guesses))
        for point, is_joined in item.points:
            fixed = repair(point, self.windows)
            if fixed.kinds:
                self.read.told.append(Told("repaired", item.place, " ".join(point.split()), fixed.text))
            kinds = (*fixed.kinds, *(("two-lines",) if is_joined else ()))
            guesses = {"text": kinds} if kinds else {}
            if fixed.text:
                self.read.entries.append(Entry("elements", item.code, {"text": fixed.text}, page, item.place, guesses))

    def _title(self, item: _Item) -> str:
        """The title of an item, put together from its lines and repaired."""
        title = ""
        for part in item.parts:
            title = _join(title, part, self.known) if title.strip() else part
        made = repair(title, self.windows)
        for kind in made.kinds:
            item.guess("title", kind)
            self.read.told.append(Told("repaired", item.place, " ".join(title.split()), made.text))
        if "two-lines" in item.guesses.get("title", ()):
            parts = " | ".join(" ".join(one.split()) for one in item.parts)
            self.read.told.append(Told("joined", item.place, parts, made.text))
        return made.text

    def _page_of(self, text: str, place: str) -> str:
        page = read_page(text) if text else self.page
        if page is None:
            self.read.told.append(Told("odd-page", place, text))
        return page or ""

    def _repaired(self, text: str, line: Line) -> str:
        made = repair(text, self.windows)
        if made.kinds:
            self._tell("repaired", line, " ".join(text.split()), made.text)
        return made.text

    def _check_sequence(self, codes: Sequence[str]) -> None:
        """Numbers that are missing between the first and the last, and codes that come before lower ones."""
        numbers = [int(code[1:]) for code in codes]
        for number in sorted({*range(1, max(numbers, default=0) + 1)} - {*numbers}):
            self.read.told.append(Told("missing-code", "", f"O{number}"))
        for before, after in pairwise(codes):
            if item_key(after) < item_key(before):
                place = next(one.place for one in self.items if one.code == after)
                self.read.told.append(Told("out-of-order", place, after, before))

    def _tell(self, kind: str, line: Line, found: str, made: str) -> None:
        self.read.told.append(Told(kind, line.place, " ".join(found.split()), made))  # type: ignore[arg-type]


def _join(first: str, second: str, known: dict[str, str]) -> str:
    """Two lines of one text: without a blank, as Thai breaks within sentences, unless another year's title has one."""
    with_blank = f"{first.rstrip()} {second.lstrip()}"
    without = f"{first.rstrip()}{second.lstrip()}"
    title = known.get(plain_title(repair(without).text), "")
    start = len(repair(first).text)
    is_latin = first.rstrip()[-1:].isascii() or second.lstrip()[:1].isascii() or first.rstrip()[-1:] == "ๆ"
    had_blank = first != first.rstrip() or second != second.lstrip()
    if title:
        return with_blank if title[start : start + 1] == " " else without
    return with_blank if is_latin or had_blank else without


def _shown(item: _Item) -> str:
    return " ".join(" ".join([*item.parts, *(point for point, _ in item.points)]).split())
