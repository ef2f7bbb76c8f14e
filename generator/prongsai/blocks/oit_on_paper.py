"""The index of OIT items on paper: its tables of low rows, with the whole address of each answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from prongsai.blocks.block import Block, Heading, paragraph
from prongsai.blocks.oit_pieces import CLOSED, EXPLAINED, RESPONSIBLE
from prongsai.blocks.scope import Scope
from prongsai.views.content import Bullet, Bullets, Cell, Head, Part, Phrase, Table, cell
from prongsai.views.oit import index as oit_index
from prongsai.views.oit.answers import Answers
from prongsai.views.oit.index import Card, CardGroup
from prongsai.views.oit.words import OWN_SITE, ElementLine, LinkLine
from prongsai.web import is_address_itself, whole_address


def groups_on_paper(scope: Scope, answers: Answers) -> Iterator[Block]:
    """The items of a year with answers, under their sub-indicators."""
    groups = oit_index.card_groups(answers, scope.results, scope.speech)
    tables = card_tables(groups, scope.results.site.options.site_url or "")
    for group, table in zip(groups, tables, strict=True):
        yield Heading(group.title, group.anchor)
        if group.readiness:
            yield paragraph(group.readiness, "aside")
        yield table


_HEADS = ("ข้อ", "ผล คำตอบ และลิงก์")
_ASKED, _TO_FIX = "สิ่งที่ข้อ {} ต้องมี", "สิ่งที่ข้อ {} ต้องแก้ไข"


def card_tables(groups: Iterable[CardGroup], site_url: str = "") -> tuple[Table, ...]:
    """A table for each group: of low rows, since no sheet cuts a row and a high one leaves half of it empty.

    `site_url` is the address of the site, with which the paths of its pages are whole addresses.
    """
    heads = tuple(map(Head, _HEADS))
    return tuple(
        Table(group.anchor, "", heads, tuple(row for card in group.cards for row in _rows(card, site_url)))
        for group in groups
    )


def _rows(card: Card, site_url: str) -> Iterator[tuple[Cell, ...]]:
    """The rows of an item: its answer, then each link and what it must show in a row of one cell."""
    yield _row(card)
    for line in card.links:
        yield (cell(*_list((_link_on_paper(line, site_url),))),)
    lacks = (f"{one.text} {EXPLAINED} {one.explanation}" if one.explanation else one.text for one in card.lacks)
    if said := _list(map(Bullet, (*map(_element, card.elements), *lacks))):
        title = (_ASKED if card.elements else _TO_FIX).format(card.name.text.partition(" ")[0])
        yield (cell(Phrase(title, kind="state"), *said),)


def _row(card: Card) -> tuple[Cell, ...]:
    facts = " · ".join("".join(_texts(parts)) for parts in card.facts)
    remarks = (Phrase(text, kind="aside") for text in card.remarks)
    unstated = (Phrase(card.unstated, kind="aside"),) if card.unstated else ()
    who = "".join(one.text for one in card.responsible)
    responsible = (Phrase(f"{RESPONSIBLE} {who}", kind="aside"),) if who else ()
    return (
        cell(Phrase(card.name.text), head=True),
        cell(Phrase(card.answer.text, kind="state"), Phrase(facts, kind="aside"), *remarks, *unstated, *responsible),
    )


def _list(points: Iterable[Bullet]) -> tuple[Part, ...]:
    found = tuple(points)
    return (Bullets(found, ordered=False),) if found else ()


def _texts(parts: tuple[Part, ...]) -> Iterator[str]:
    for place, part in enumerate(parts):
        if isinstance(part, Phrase):
            is_apart = bool(place) and bool(part.kind) and bool(part.text)
            yield f" {part.text}" if is_apart else part.text


def _link_on_paper(line: LinkLine, site_url: str) -> Bullet:
    below = (_printed(line.phrase, site_url), " › ".join(line.steps), " · ".join(filter(None, _seen(line))))
    return Bullet(line.phrase.text, tuple(Bullet(one) for one in below if one))


def _printed(link: Phrase, site_url: str) -> str:
    """The whole address of a link, which nobody can follow on paper; empty where its words are the address."""
    if is_address_itself(link.text, link.href):
        return ""
    return f"{OWN_SITE} {whole_address(link.href, site_url)}" if link.href.startswith("/") else link.href


def _seen(line: LinkLine) -> Iterator[str]:
    """The facts known of a link from checks."""
    if line.shown:
        yield from (" ".join(filter(None, (one.found, one.who, one.since))) for one in line.shown.brief)
        yield line.shown.figures
    elif line.does_not_open:
        yield f"{CLOSED} {line.does_not_open}"


def _element(line: ElementLine) -> str:
    return " ".join(filter(None, (f"{line.word}:", line.phrase.text, line.place, line.note)))


def with_address(answer: Cell, site_url: str) -> Cell:
    """The page that answers an item, with its address: on paper nobody follows a link."""
    hrefs = (part.href for part in answer.parts if isinstance(part, Phrase) and part.href.startswith("/"))
    printed = (Phrase(whole_address(href, site_url), kind="aside", href=href) for href in hrefs)
    return replace(answer, parts=(*answer.parts, *printed))
