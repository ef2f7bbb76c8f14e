"""The OIT items of a year: the index for its page and on paper, and the page of one item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from prongsai import addresses
from prongsai.blocks.analysis import assessed_facts, zero_items
from prongsai.blocks.block import (
    Block,
    Entries,
    Facts,
    Heading,
    Meanings,
    Note,
    Paragraph,
    Piece,
    explanation,
    link_if_there,
    paragraph,
)
from prongsai.blocks.oit_on_paper import groups_on_paper, with_address
from prongsai.blocks.oit_pieces import (
    days_piece,
    elements_piece,
    link_piece,
    states_piece,
    table_piece,
    text_piece,
)
from prongsai.blocks.rules_link import rules_link
from prongsai.blocks.scope import Scope
from prongsai.blocks.strips import headed
from prongsai.blocks.unnumbered import unnumbered_listed
from prongsai.model.stated import known
from prongsai.views import year
from prongsai.views.assessment import explain_instruments
from prongsai.views.content import Bullet, Bullets, Phrase
from prongsai.views.frozen import FrozenNow, frozen_state, word_frozen, word_removed
from prongsai.views.links.states import word_span
from prongsai.views.measures import basis
from prongsai.views.measures import facts as measures
from prongsai.views.oit import index as oit_index
from prongsai.views.oit import items as oit
from prongsai.views.oit import readiness
from prongsai.views.oit import tables as item_tables
from prongsai.views.oit.answer import ANSWER, item_answer, more_facts, not_ready, placed_elements
from prongsai.views.oit.answers import Answers, ItemAnswer
from prongsai.views.oit.index_answer import index_answer
from prongsai.views.oit.item_table import item_table
from prongsai.views.oit.unnumbered import unnumbered_rows
from prongsai.views.oit.words import lack_lines, link_lines


def oit_blocks(scope: Scope, answers: Answers) -> Iterator[Block]:
    """The index of a year: a line for each item with its answer where it shows answers, else titles and results."""
    index = _index(scope, answers)
    yield from index if scope.on_paper else headed(index_answer(scope.results, answers, scope.speech), index)


def _index(scope: Scope, answers: Answers) -> Iterator[Block]:
    if oit.shows_answers(scope.results, scope.number):
        yield from _answered(scope, answers)
    elif scope.own.edition.items:
        yield from _listed(scope)
    else:
        yield _meaning(scope)
        yield from rules_link(scope)
        return
    yield from zero_items(scope, "ข้อที่ไม่ได้คะแนนและสาเหตุ")
    yield from rules_link(scope)


def _meaning(scope: Scope) -> Meanings:
    return Meanings(explain_instruments(scope.own.edition, ("OIT",)))


def _listed(scope: Scope) -> Iterator[Block]:
    yield _meaning(scope)
    count = scope.speech.digits(len(scope.own.edition.items))
    if scope.own.edition.knows_all_items:
        yield paragraph(f"{scope.name} มีข้อ OIT ทั้งหมด {count} ข้อ เรียงตามลำดับของหลักเกณฑ์")
    else:
        yield paragraph(f"รายการนี้มี {count} ข้อของ{scope.name}")
    said = f"เว็บไซต์นี้ไม่มีทะเบียนคำตอบของ{scope.name} จึงไม่แสดงลิงก์และความพร้อมรายข้อ"
    without_page = "ข้อที่ไม่ทราบชื่อหรือไม่ทราบผล และไม่มีหน้าที่ตอบในเว็บไซต์นี้ ไม่มีหน้าของตนเอง"
    yield paragraph(said if scope.on_paper else f"{said} {without_page}")
    yield from _inferred(scope)
    table = item_tables.index_table(scope.results, scope.number, scope.speech)
    table = replace(table, rows=(*table.rows, *unnumbered_rows(scope.own, scope.speech)))
    if scope.on_paper:
        url = scope.results.site.options.site_url or ""
        table = replace(table, rows=tuple((*row[:-1], with_address(row[-1], url)) for row in table.rows))
    yield item_tables.shorten_index(table)


def _inferred(scope: Scope) -> Iterator[Block]:
    """The origin of the scores that the document does not list."""
    others = known(scope.own.scores.items_not_listed) if scope.own.scores else None
    if others and others.basis == "inferred":
        yield Note(((Phrase(others.because),),), label="คะแนนที่อนุมาน")


def _answered(scope: Scope, answers: Answers) -> Iterator[Block]:
    answers, silent = oit_index.split_answers(answers)
    if scope.on_paper:
        yield paragraph(oit_index.word_readiness(answers, scope.speech), "lead")
    yield _meaning(scope)
    if unlisted := oit_index.word_unlisted(answers, scope.speech):
        yield paragraph(unlisted)
    yield from _states(scope, answers)
    if silent:
        ids = tuple(addresses.item_slug(item.code) for item in silent)
        yield Piece("oit-anchors", {"ids": ids}, ids=ids)
    if scope.on_paper:
        yield from _menus(scope, answers.items)
        yield from _window(scope, answers.items)
    yield from _inferred(scope)
    if scope.on_paper:
        yield from _readiness(scope, answers)
        yield from groups_on_paper(scope, answers)
    else:
        yield from _downloads(scope)
        caption = f"คำตอบข้อ OIT {scope.name}"
        yield table_piece(item_table(answers, scope.results, scope.speech), caption, scope.speech)
        yield from _readiness(scope, answers)
    yield from unnumbered_listed(scope)


def _menus(scope: Scope, items: Iterable[ItemAnswer]) -> Iterator[Block]:
    """The website on which the ways through the menus begin."""
    website = oit_index.main_website(scope.results)
    if website and any(line.steps for item in items for line in item.links):
        yield Paragraph((Phrase("ลำดับเมนูของทุกลิงก์เริ่มที่เว็บไซต์หลัก "), website))


def _downloads(scope: Scope) -> Iterator[Block]:
    """The table as data: of this year, and of all years."""
    year = scope.speech.digits(scope.number)
    files = [
        ("CSV ข้อ OIT ทุกปี", addresses.open_table_path("oit-items", "csv")),
        (f"JSON ปี {year}", addresses.oit_data_path(scope.number)),
        ("XLSX ทุกตาราง", addresses.OPEN_WORKBOOK),
    ]
    if scope.own.register and scope.results.site.shows_notes:
        files.append((f"CSV ลิงก์ปี {year}", addresses.links_data_path(scope.number, "csv")))
    yield Entries(((Phrase("ดาวน์โหลดข้อมูล"),), *((link_if_there(*file),) for file in files)), "files")


def _readiness(scope: Scope, answers: Answers) -> Iterator[Block]:
    if tables := tuple(readiness.readiness_tables(answers, scope.results, scope.speech)):
        yield Heading("ความพร้อม", "readiness")
        yield from tables


def _states(scope: Scope, answers: Answers) -> Iterator[Block]:
    """The number of items in each state."""
    counts = [
        (look, mark, f"{word} {count} ข้อ") for look, mark, word, count in oit_index.state_counts(answers, scope.speech)
    ]
    if scope.on_paper:
        yield Bullets(tuple(Bullet(text) for _, _, text in counts), ordered=False)
    else:
        yield states_piece(counts)


def _window(scope: Scope, items: Iterable[ItemAnswer]) -> Iterator[Block]:
    """The way to read the days on which the answers are assessed, where a link of the items shows them."""
    window = scope.own.register.check_window if scope.own.register else None
    if window and any(line.seen for item in items for line in item.links):
        days = word_span((window.first, window.last), scope.speech)
        yield days_piece(f"แถบวันตรวจประเมิน {days} หนึ่งช่องคือหนึ่งวัน:")


def item_blocks(scope: Scope, item: ItemAnswer, frozen: FrozenNow) -> Iterator[Block]:
    """One item: its answer at once, then its facts, what it lacks, its links, and what it must show."""
    yield from headed(item_answer(scope.results, item, scope.speech), _whole_item(scope, item, frozen))


def _whole_item(scope: Scope, item: ItemAnswer, frozen: FrozenNow) -> Iterator[Block]:
    if oit.shows_answers(scope.results, scope.number):
        yield from _answer(scope, item, frozen)
    elif more := more_facts(scope.results, item, scope.speech):
        yield Facts(more)
    if unfit := oit.own_answer_note(scope.results, scope.own, item.code, scope.speech):
        yield Paragraph(unfit)
    yield from _asked(scope, item)
    for place, point in enumerate(year.developments(scope.results, scope.own, scope.speech, item=item.code)):
        if not place:
            yield Heading("ประเด็นที่ควรพัฒนา", "development")
        yield Facts(assessed_facts(point))
    answering = basis.measures_answering(scope.results, year=scope.number, item=item.code)
    links = [
        (measures.measure_link(one.facts.year.year, one.facts.measure, scope.speech), *one.mark(scope.speech))
        for one in answering
    ]
    yield from _entries("มาตรการที่ตอบข้อนี้", "measures", links)
    elsewhere = oit.same_item_elsewhere(scope.results, scope.number, item.code, scope.speech)
    yield from _entries("ข้อเดียวกันในปีอื่น", "other-years", [(one,) for one in elsewhere])
    yield from rules_link(scope)


def _entries(title: str, anchor: str, lines: Iterable[tuple[Phrase, ...]]) -> Iterator[Block]:
    if entries := tuple(lines):
        yield Heading(title, anchor)
        yield Entries(entries)


def _answer(scope: Scope, item: ItemAnswer, frozen: FrozenNow) -> Iterator[Block]:
    """The answer to the item, and what has become of its links since they were frozen as evidence."""
    if status := not_ready(item, scope.speech):
        yield paragraph(status, "lead")
    if more := more_facts(scope.results, item, scope.speech):
        yield Facts(more)
    for place, lack in enumerate(lack_lines(item, scope.speech)):
        if not place:
            yield Heading("สิ่งที่ต้องแก้ไข", "findings")
        explained = (explanation(lack.explanation),) if lack.explanation else ()
        yield Note(((Phrase(lack.text),), *explained), "warning", "สิ่งที่พบ")
    yield Heading("คำตอบ", ANSWER.removeprefix("#"))
    for line in link_lines(item, scope.speech):
        state = frozen_state(frozen, scope.number, line.link.href, scope.links)
        yield link_piece(line, word_frozen(state, scope.speech) if state else "")
    if not item.links:
        yield paragraph("ยังไม่มีลิงก์ในทะเบียน", "absent")
    yield from _menus(scope, (item,))
    hrefs = [one.href for one in item.links]
    removed = word_removed(frozen, scope.number, item.code, hrefs, scope.speech)
    yield from (text_piece("oit-frozen", text) for text in removed)
    yield from _window(scope, (item,))


def _asked(scope: Scope, item: ItemAnswer) -> Iterator[Block]:
    """The requirements of the edition for the item: ticked off where anything is known of that."""
    if lines := placed_elements(item, scope.speech):
        yield Heading("สิ่งที่ข้อนี้ต้องมี", "elements")
        is_answered = oit.shows_answers(scope.results, scope.number) and item.answer != ""
        ticked = is_answered or any(element.state != "unknown" for element in item.elements)
        if ticked and (there := sum(line.state == "there" for line in lines)):
            total = f" จาก {len(lines)}" if item.told else ""
            yield paragraph(scope.speech.digits(f"มีแล้ว {there}{total} รายการ"), "of")
        yield elements_piece(lines, ticked=ticked)
    rules = scope.own.edition.items.get(item.code)
    if rules and rules.advice and item.told:
        yield Paragraph((Phrase("คำแนะนำเพิ่มเติม", kind="bold"), Phrase("(มิใช่เงื่อนไขการให้คะแนน)")))
        yield Bullets(tuple(Bullet(scope.speech.digits(text)) for text in rules.advice), ordered=False)
