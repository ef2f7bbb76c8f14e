"""The components of OIT items, each with what it says: their table, links of answers, and what items must show."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from prongsai.blocks.block import Block, Entries, Paragraph, Piece, paragraph
from prongsai.blocks.lines import Line, text_lines
from prongsai.views.content import Phrase
from prongsai.views.links.states import LinkCheck
from prongsai.views.oit.item_table import ItemLine, ItemTable
from prongsai.views.oit.words import ElementLine, LinkLine
from prongsai.views.speech import Speech

OTHER_YEAR = "ไม่ใช่ปีที่กำหนด"
CLOSED, EXPLAINED, RESPONSIBLE = "เปิดไม่ได้:", "คำชี้แจง:", "ผู้รับผิดชอบ:"
_UNCHECKED, _STEPS = "ยังไม่ได้ตรวจ", "ขั้นตอนการเข้าถึง"
# A day of each status, as the drawing shows it.
_DAYS = {
    "good": "เปิดได้",
    "attention": "เปิดได้แต่ควรดูแล",
    "by_hand": "ต้องเปิดดูเอง",
    "broken": "ใช้ไม่ได้",
    "unchecked": "ไม่ได้ตรวจ",
}


def text_piece(name: str, text: str) -> Piece:
    """A component of one text."""
    return Piece(name, {"text": text}, (paragraph(text),))


def days_piece(text: str) -> Piece:
    """The way to read a row of days, after the text."""
    return Piece(
        "oit-days",
        {"text": text, "days": _DAYS},
        (Entries(tuple(text_lines((" ".join((text, *_DAYS.values())),))), "checks"),),
    )


def states_piece(counts: Sequence[tuple[str, str, str]]) -> Piece:
    """The number of items in each state: its look, its mark and the words."""
    return Piece("oit-states", {"counts": counts}, (Entries(tuple(text_lines(text for _, _, text in counts))),))


def table_piece(table: ItemTable, caption: str, speech: Speech) -> Piece:
    """The lines of all items of a year, with what can be chosen among them."""
    named = [("state", "สถานะ", table.states), ("unit", "หน่วยงาน", table.units)]
    choices = [one for one in named if len(one[2]) > 1]
    view = {
        "table": table,
        "caption": caption,
        "other_year": OTHER_YEAR,
        "choices": json.dumps(choices, ensure_ascii=False, separators=(",", ":")) if choices else "",
        "numerals": "thai" if speech.thai else "arabic",
    }
    heads = Entries(tuple(text_lines((caption, *table.heads.values()))), "index")
    said: tuple[Block, ...] = (heads, *_lines_said(table))
    anchors = (*(group.anchor for group in table.groups), *(line.anchor for line in table.lines))
    return Piece("oit-table", view, said, anchors)


def _lines_said(table: ItemTable) -> Iterator[Entries]:
    for group in table.groups:
        named = text_lines((group.title, group.said))
        yield Entries((*named, *(line for item in group.lines for line in _line_said(item, table))), "index")


def _line_said(line: ItemLine, table: ItemTable) -> Iterator[Line]:
    """The cells of a line in their order."""
    yield (line.name,)
    if "score" in table.heads:
        yield from text_lines((line.word,))
        yield line.score
    elif line.word != line.answer.text:
        yield from text_lines((line.word,))
    year = f"ปี {line.year.text}" if line.year.text else ""
    yield from text_lines((line.answer.text, year, OTHER_YEAR if line.is_other_year else "", line.day))
    yield from ((one,) for one in (line.elements, *line.links, line.more) if one.text)


def link_piece(line: LinkLine, frozen: str) -> Piece:
    """A link of an answer, and what has become of it since it was frozen as evidence."""
    words = {"unchecked": _UNCHECKED, "closed": CLOSED, "steps": _STEPS}
    opened = f"เปิดดูล่าสุด {line.checked}" if line.checked else ""
    view = {"line": line, "words": words, "opened": opened, "frozen": frozen}
    way = Entries(tuple(text_lines((*((_STEPS, *line.steps) if line.steps else ()), frozen))), "checks")
    return Piece(
        "oit-link", view, (Entries(tuple(_checked_lines(line, opened)), "checks"), Paragraph(line.explanation), way)
    )


def _checked_lines(line: LinkLine, opened: str) -> Iterator[Line]:
    yield from _named(line)
    checks = line.shown.checks if line.shown else ()
    yield from text_lines((_UNCHECKED,) if line.shown and not checks else ())
    yield from _seen(line, checks)
    yield from text_lines(line.shown.reason if line.shown else (opened,))


def _named(line: LinkLine) -> Iterator[Line]:
    """The words of a link, and where it leads."""
    yield (line.phrase,)
    yield (Phrase(line.where),)


def _seen(line: LinkLine, checks: Iterable[LinkCheck]) -> Iterator[Line]:
    """The facts known of a link from checks."""
    if line.shown:
        yield from text_lines((*(f"{one.found} {one.who} {one.since}" for one in checks), line.shown.figures))
    elif line.does_not_open:
        yield from text_lines((f"{CLOSED} {line.does_not_open}",))


def elements_piece(lines: tuple[ElementLine, ...], *, ticked: bool) -> Piece:
    """The elements that an item must show, ticked off where anything is known of that."""
    said = _element_lines(lines) if ticked else text_lines(line.phrase.text for line in lines)
    view, ids = {"lines": lines, "ticked": ticked}, tuple(line.anchor for line in lines)
    return Piece("oit-elements", view, (Entries(tuple(said)),), ids)


def _element_lines(lines: Iterable[ElementLine]) -> Iterator[Line]:
    for line in lines:
        yield Phrase(f"{line.word} "), line.phrase
        yield from text_lines((line.place, line.note))
