"""The table of a year's OIT items for those who assess them: a line for each item, in official order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prongsai import addresses
from prongsai.analysis.results import Results, YearResult
from prongsai.thai.dates import MONTHS, BuddhistDate
from prongsai.views.content import Part, Phrase
from prongsai.views.oit.answers import Answers, ItemAnswer, State
from prongsai.views.oit.index import STATES, word_group
from prongsai.views.oit.items import score_parts
from prongsai.views.oit.readiness import group_anchor, group_readiness, has_groups, name_subindicator
from prongsai.views.oit.words import MARKS, ItemStatus, look_of, state_phrase, word_state, word_title
from prongsai.views.speech import Speech
from prongsai.wording.lacks import ANSWERS

HEADS = {
    "item": "ข้อ",
    "score": "คะแนน",
    "answer": "คำตอบ",
    "year": "ปีของข้อมูล",
    "day": "วันที่เผยแพร่",
    "elements": "สิ่งที่ต้องมี",
    "links": "ลิงก์",
}
MOST_LINKS = 3  # in a line; the page of the item has all of them


@dataclass(frozen=True)
class ItemLine:
    """One item: its status with look, mark and word, and only what is known of it, in short.

    `units` are the keys of those that are responsible, or their names where they have none; `more` are the links that
    the page of the item alone has.
    """

    anchor: str
    status: ItemStatus
    look: State
    mark: str
    word: str
    name: Phrase
    score: tuple[Part, ...]
    answer: Phrase
    year: Phrase
    is_other_year: bool
    day: str
    elements: Phrase
    links: tuple[Phrase, ...]
    more: Phrase
    units: tuple[str, ...]


@dataclass(frozen=True)
class LineGroup:
    """The items of one sub-indicator with a sentence on how many are ready; without a title all items of the year."""

    anchor: str
    title: str
    said: str
    lines: tuple[ItemLine, ...]


@dataclass(frozen=True)
class ItemTable:
    """The lines of a year: the heads of the columns that any of them fills, and what can be chosen among them."""

    heads: dict[str, str]
    groups: tuple[LineGroup, ...]
    states: dict[str, str]
    units: dict[str, str]

    @property
    def lines(self) -> tuple[ItemLine, ...]:
        """All lines in official order."""
        return tuple(line for group in self.groups for line in group.lines)


def item_table(answers: Answers, results: Results, speech: Speech) -> ItemTable:
    """The table of the answers of a year."""
    groups = tuple(_groups(answers, results, speech))
    lines = [line for group in groups for line in group.lines]
    heads = {name: head for name, head in HEADS.items() if name == "item" or any(_says(line, name) for line in lines)}
    told = all(item.told for item in answers.items)
    found = {item.status for item in answers.items}
    states: dict[str, str] = {state: word_state(state, speech, told=told) for state in STATES if state in found}
    return ItemTable(heads, groups, states, _units_of(answers.items))


def _says(line: ItemLine, column: str) -> bool:
    found = getattr(line, column)
    return bool(found.text if isinstance(found, Phrase) else found)


def _units_of(items: Iterable[ItemAnswer]) -> dict[str, str]:
    """The units that are responsible for any of the items, in the order in which they appear."""
    return {key or name: name for item in items for key, name in item.units}


def _groups(answers: Answers, results: Results, speech: Speech) -> Iterator[LineGroup]:
    result = results.years[answers.year]
    if not has_groups(answers):
        yield LineGroup("items", "", "", tuple(item_line(item, result, speech) for item in answers.items))
        return
    for group in group_readiness(answers, results, by="subindicator"):
        items = [item for item in answers.items if item.subindicator == group.key]
        lines = tuple(item_line(item, result, speech) for item in items)
        said = word_group(items, group, speech)
        yield LineGroup(group_anchor(group.key), name_subindicator(group, speech), said, lines)


def item_line(item: ItemAnswer, result: YearResult, speech: Speech) -> ItemLine:
    """The line of one item."""
    page = addresses.item_path(item.year, item.code)
    required = item.required_year if item.told else None
    shown = item.links[: MOST_LINKS if len(item.links) <= MOST_LINKS else MOST_LINKS - 1]
    more = speech.digits(f"อีก {len(item.links) - len(shown)}") if len(shown) < len(item.links) else ""
    return ItemLine(
        anchor=addresses.item_slug(item.code),
        status=item.status,
        look=look_of(item.status),
        mark=MARKS[item.status],
        word=word_state(item.status, speech, told=item.told),
        name=Phrase(word_title(item, speech), href=page),
        score=score_parts(result, item.code, speech) if item.code in result.computed.items else (),
        answer=_answer(item, speech),
        year=Phrase(speech.digits(item.stated_year) if item.stated_year else ""),
        is_other_year=None not in {required, item.stated_year} and item.stated_year != required,
        day=_short_day(item.published_on, speech),
        elements=_elements(item, page, speech),
        links=tuple(
            Phrase("เปิดดู" if not place else speech.digits(place + 1), href=one.href)
            for place, one in enumerate(shown)
            if one.href
        ),
        more=Phrase(more, href=f"{page}#answer" if more else ""),
        units=tuple(key or name for key, name in item.units),
    )


def _answer(item: ItemAnswer, speech: Speech) -> Phrase:
    """มี, ไม่มี, or that nothing was entered: the mark says what else is known."""
    return Phrase(ANSWERS["ready"].answer) if item.answer == "has" else state_phrase(item, speech)


def _short_day(day: BuddhistDate | None, speech: Speech) -> str:
    """๘ มี.ค. ๒๕๖๖."""
    return speech.digits(f"{day.day} {MONTHS[day.month - 1][1]} {day.year}") if day else ""


def _elements(item: ItemAnswer, page: str, speech: Speech) -> Phrase:
    """The number of required elements that are there, of all; nothing as long as nothing is known of any."""
    there = sum(one.state == "there" for one in item.elements)
    if all(one.state == "unknown" for one in item.elements):
        return Phrase("")
    said = f"{there}/{len(item.elements)}" if item.told else f"มี {there}"
    return Phrase(speech.digits(said), href=f"{page}#elements")
