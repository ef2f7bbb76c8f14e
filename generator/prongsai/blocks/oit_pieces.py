"""The components of OIT items, each with what it says: cards, links of answers, and what items must show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from prongsai.blocks.block import Entries, Heading, Paragraph, Piece, paragraph
from prongsai.blocks.lines import Line, text_lines
from prongsai.views.content import Phrase
from prongsai.views.links.states import LinkCheck
from prongsai.views.oit.index import Card
from prongsai.views.oit.words import ElementLine, LinkLine

CLOSED, EXPLAINED, RESPONSIBLE = "เปิดไม่ได้:", "คำชี้แจง:", "ผู้รับผิดชอบ:"
_UNCHECKED, _STEPS = "ยังไม่ได้ตรวจ", "ขั้นตอนการเข้าถึง"
_BETWEEN = Phrase(" · ")
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


def card_piece(card: Card) -> Piece:
    """The card of an item."""
    words = {"closed": CLOSED, "explained": EXPLAINED, "responsible": RESPONSIBLE}
    name = Heading(f"{card.name.text} {card.answer.text}", card.anchor, 2)
    return Piece("oit-card", {"card": card, "words": words}, (name, Entries(tuple(_card_lines(card)))))


def _card_lines(card: Card) -> Iterator[Line]:
    yield tuple(part for place, fact in enumerate(card.facts) for part in ((_BETWEEN,) * bool(place) + fact))
    for link in card.links:
        yield from _named(link)
        yield from text_lines((" › ".join(link.steps),))
        yield from _seen(link, link.shown.brief if link.shown else ())
    yield from _element_lines(card.elements)
    yield from text_lines((*card.remarks, card.unstated))
    for lack in card.lacks:
        yield from text_lines((lack.text, f"{EXPLAINED} {lack.explanation}" if lack.explanation else ""))
    if card.responsible:
        yield Phrase(f"{RESPONSIBLE} "), *card.responsible


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
