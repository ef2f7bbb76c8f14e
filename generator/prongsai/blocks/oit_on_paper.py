"""The OIT items of a year on paper: a row each with all that is known of it, under their sub-indicators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai.blocks.block import Block, Heading, paragraph
from prongsai.blocks.oit_pieces import CLOSED, EXPLAINED, RESPONSIBLE
from prongsai.blocks.scope import Scope
from prongsai.views.content import Bullet, Bullets, Cell, Head, Part, Phrase, Table, cell
from prongsai.views.oit import index as oit_index
from prongsai.views.oit.answers import Answers
from prongsai.views.oit.index import Card, CardGroup
from prongsai.views.oit.words import ElementLine, LinkLine


def groups_on_paper(scope: Scope, answers: Answers) -> Iterator[Block]:
    """The items of a year with answers."""
    groups = oit_index.card_groups(answers, scope.results, scope.speech)
    for group, table in zip(groups, card_tables(groups), strict=True):
        yield Heading(group.title, group.anchor)
        if group.readiness:
            yield paragraph(group.readiness, "aside")
        yield table


_HEADS = ("ข้อ", "ผลและคำตอบ", "ลิงก์", "สิ่งที่ต้องมีและผู้รับผิดชอบ")


def card_tables(groups: Iterable[CardGroup]) -> tuple[Table, ...]:
    """A table for each group, without the columns in which nothing is in any of them."""
    found = [(group.anchor, [_row(card) for card in group.cards]) for group in groups]
    shown = [place for place in range(len(_HEADS)) if any(row[place].parts for _, rows in found for row in rows)]
    heads = tuple(Head(_HEADS[place]) for place in shown)
    return tuple(
        Table(anchor, "", heads, tuple(tuple(row[place] for place in shown) for row in rows)) for anchor, rows in found
    )


def _row(card: Card) -> tuple[Cell, ...]:
    facts = " · ".join("".join(_texts(parts)) for parts in card.facts)
    remarks = (Phrase(text, kind="aside") for text in card.remarks)
    lacks = (f"{one.text} {EXPLAINED} {one.explanation}" if one.explanation else one.text for one in card.lacks)
    unstated = (Phrase(card.unstated, kind="absent"),) if card.unstated else ()
    who = "".join(one.text for one in card.responsible)
    responsible = (Phrase(f"{RESPONSIBLE} {who}"),) if who else ()
    return (
        cell(Phrase(card.name.text), head=True),
        cell(Phrase(card.answer.text, kind="state"), Phrase(facts, kind="aside"), *remarks),
        cell(*_list(map(_link_on_paper, card.links))),
        cell(*_list(map(Bullet, (*map(_element, card.elements), *lacks))), *unstated, *responsible),
    )


def _list(points: Iterable[Bullet]) -> tuple[Part, ...]:
    found = tuple(points)
    return (Bullets(found, ordered=False),) if found else ()


def _texts(parts: tuple[Part, ...]) -> Iterator[str]:
    for place, part in enumerate(parts):
        if isinstance(part, Phrase):
            is_apart = bool(place) and bool(part.kind) and bool(part.text)
            yield f" {part.text}" if is_apart else part.text


def _link_on_paper(line: LinkLine) -> Bullet:
    below = (" › ".join(line.steps), " · ".join(filter(None, _seen(line))))
    return Bullet(" ".join(filter(None, (line.phrase.text, line.where))), tuple(Bullet(one) for one in below if one))


def _seen(line: LinkLine) -> Iterator[str]:
    """The facts known of a link from checks."""
    if line.shown:
        yield from (" ".join(filter(None, (one.found, one.who, one.since))) for one in line.shown.brief)
        yield line.shown.figures
    elif line.does_not_open:
        yield f"{CLOSED} {line.does_not_open}"


def _element(line: ElementLine) -> str:
    return " ".join(filter(None, (f"{line.word}:", line.phrase.text, line.place, line.note)))
