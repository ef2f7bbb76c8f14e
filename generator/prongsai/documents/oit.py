"""The index of a year's OIT items as a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from prongsai.blocks.analysis import zero_items
from prongsai.blocks.block import Block, Heading, Paragraph, paragraph
from prongsai.documents.content import Document
from prongsai.documents.scope import DocumentScope
from prongsai.model.stated import known
from prongsai.views import item_tables, oit, oit_index, readiness
from prongsai.views.answers import Answers, answers_of
from prongsai.views.content import Bullet, Bullets, Cell, Head, Part, Phrase, Table, cell
from prongsai.views.documents import has_document
from prongsai.views.oit_index import Card, CardGroup
from prongsai.views.oit_words import ElementLine, Lack, LinkLine

_HEADS = ("ข้อ", "ผลและคำตอบ", "ลิงก์", "สิ่งที่ต้องมีและผู้รับผิดชอบ")


def oit_document(scope: DocumentScope) -> Document | None:
    """The index as a document; None where nothing is known of the items of the year."""
    if not has_document(scope.own, "oit"):
        return None
    shown = oit.shows_answers(scope.results, scope.own.year)
    zero = zero_items(scope, "ข้อที่ไม่ได้คะแนนและสาเหตุ")
    blocks = (*(_answered(scope) if shown else _listed(scope)), *zero)
    dated = scope.issued(scope.own.register.source) if scope.own.register else ""
    return scope.document("oit", "ข้อ OIT", blocks, dated=dated, wide=shown)


def _listed(scope: DocumentScope) -> Iterator[Block]:
    """The index of a year without answers: titles and results."""
    count = scope.speech.digits(len(scope.own.edition.items))
    if scope.own.edition.knows_all_items:
        yield paragraph(f"{scope.name} มีข้อ OIT ทั้งหมด {count} ข้อ เรียงตามลำดับของหลักเกณฑ์")
    else:
        yield paragraph(f"รายการนี้มีเฉพาะ {count} ข้อที่ยืนยันได้ อาจไม่ครบทุกข้อของ{scope.name}")
    yield paragraph(f"เว็บไซต์นี้ไม่มีทะเบียนคำตอบของ{scope.name} จึงไม่แสดงลิงก์และความพร้อมรายข้อ")
    yield from _inferred(scope)
    table = item_tables.index_table(scope.results, scope.own.year, scope.speech)
    yield replace(table, rows=tuple((*row[:-1], _where(row[-1])) for row in table.rows))


def _where(answer: Cell) -> Cell:
    """The page that answers an item, with its path: on paper nobody follows a link."""
    paths = (Phrase(part.href, kind="aside") for part in answer.parts if isinstance(part, Phrase) and part.href)
    return replace(answer, parts=(*answer.parts, *paths))


def _inferred(scope: DocumentScope) -> Iterator[Block]:
    others = known(scope.own.scores.items_not_listed) if scope.own.scores else None
    if others and others.basis == "inferred" and others.because:
        yield paragraph(others.because, "aside")


def _answered(scope: DocumentScope) -> Iterator[Block]:
    answers, _ = oit_index.split_answers(answers_of(scope.results, scope.own.year, scope.problems, scope.links))
    speech = scope.speech
    yield paragraph(oit_index.word_readiness(answers, speech), "lead")
    unlisted = oit_index.word_unlisted(answers, speech)
    if unlisted:
        yield paragraph(unlisted)
    counts = (f"{word} {count} ข้อ" for _, _, word, count in oit_index.state_counts(answers, speech))
    yield Bullets(tuple(Bullet(text) for text in counts), ordered=False)
    website = oit_index.main_website(scope.results)
    if website and any(link.steps for item in answers.items for link in item.links):
        yield Paragraph((Phrase("ลำดับเมนูของทุกลิงก์เริ่มที่เว็บไซต์หลัก "), website))
    yield from _inferred(scope)
    yield from _readiness(scope, answers)
    groups = oit_index.card_groups(answers, scope.results, speech)
    columns = _shown_columns(groups)
    for group in groups:
        yield Heading(group.title)
        if group.readiness:
            yield paragraph(group.readiness, "aside")
        yield _table(group, columns)


def _readiness(scope: DocumentScope, answers: Answers) -> Iterator[Block]:
    tables = list(readiness.readiness_tables(answers, scope.results, scope.speech))
    if tables:
        yield Heading("ความพร้อม")
        yield from tables


def _shown_columns(groups: tuple[CardGroup, ...]) -> tuple[int, ...]:
    """The places of the columns in which anything stands."""
    rows = [_row(card) for group in groups for card in group.cards]
    return tuple(place for place in range(len(_HEADS)) if any(row[place].parts for row in rows))


def _table(group: CardGroup, shown: tuple[int, ...]) -> Table:
    rows = tuple(tuple(_row(card)[place] for place in shown) for card in group.cards)
    return Table(group.anchor, "", tuple(Head(_HEADS[place]) for place in shown), rows)


def _row(card: Card) -> tuple[Cell, ...]:
    facts = " · ".join("".join(_texts(parts)) for parts in card.facts)
    answer = (Phrase(card.answer.text, kind="state"), Phrase(facts, kind="aside"), *_remarks(card.remarks))
    elements = tuple(Bullet(_element(line)) for line in card.elements)
    unstated = (Phrase(card.unstated, kind="absent"),) if card.unstated else ()
    lacks = tuple(Bullet(_lack(one)) for one in card.lacks)
    return (
        cell(Phrase(card.name.text), head=True),
        cell(*answer),
        cell(*_listing(tuple(_link(line) for line in card.links))),
        cell(*_listing((*elements, *lacks)), *unstated, *_responsible(card)),
    )


def _listing(points: tuple[Bullet, ...]) -> tuple[Part, ...]:
    return (Bullets(points, ordered=False),) if points else ()


def _remarks(texts: tuple[str, ...]) -> Iterator[Phrase]:
    yield from (Phrase(text, kind="aside") for text in texts)


def _texts(parts: tuple[Part, ...]) -> Iterator[str]:
    for place, part in enumerate(parts):
        if isinstance(part, Phrase):
            is_apart = bool(place) and bool(part.kind) and bool(part.text)
            yield f" {part.text}" if is_apart else part.text


def _link(line: LinkLine) -> Bullet:
    where = f" {line.where}" if line.where else ""
    steps = Bullet(" › ".join(line.steps)) if line.steps else None
    seen = " · ".join(filter(None, _seen(line)))
    below = (steps, Bullet(seen) if seen else None)
    return Bullet(f"{line.phrase.text}{where}", tuple(one for one in below if one))


def _seen(line: LinkLine) -> Iterator[str]:
    """What is known of a link from checks, in the words of its page."""
    if line.shown:
        yield from (" ".join(filter(None, (one.found, one.who, one.since))) for one in line.shown.brief)
        yield line.shown.figures
    elif line.does_not_open:
        yield f"เปิดไม่ได้: {line.does_not_open}"


def _element(line: ElementLine) -> str:
    return " ".join(filter(None, (f"{line.word}:", line.phrase.text, line.place, line.note)))


def _lack(lack: Lack) -> str:
    return f"{lack.text} คำชี้แจง: {lack.explanation}" if lack.explanation else lack.text


def _responsible(card: Card) -> tuple[Phrase, ...]:
    return (Phrase(f"ผู้รับผิดชอบ: {card.responsible.text}"),) if card.responsible else ()
