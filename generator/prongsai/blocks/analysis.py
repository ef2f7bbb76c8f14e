"""The analysis of a year's result, for its page and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai import addresses
from prongsai.analysis.lost_points import lost_by_indicator
from prongsai.analysis.results import YearResult
from prongsai.blocks.approval import approval_blocks
from prongsai.blocks.block import (
    Block,
    Entries,
    Facts,
    Heading,
    Paragraph,
    Points,
    link,
    paragraph,
    paragraphs,
)
from prongsai.blocks.scope import Scope
from prongsai.blocks.strips import headed
from prongsai.model.analysis import Analysis, StatedList
from prongsai.model.document_parts import Section
from prongsai.model.stated import known
from prongsai.views import year
from prongsai.views.content import Answer, Bullet, Bullets, NamedFact, Part, Phrase, fact
from prongsai.views.documents import documents_facts
from prongsai.views.oit import tables as item_tables
from prongsai.views.printed import printed_table
from prongsai.views.scores import tables as score_tables
from prongsai.views.scores.figures import published_parts
from prongsai.views.scores.levels import plain_level
from prongsai.views.speech import Speech
from prongsai.views.year import Development, NamedList


def analysis_blocks(scope: Scope) -> Iterator[Block]:
    """The analysis as its document gives it; what paper opens with is on the page of scores, which is a click away."""
    if scope.on_paper:
        yield from _whole(scope)
    else:
        yield from headed(_answer(scope), _whole(scope))


def _answer(scope: Scope) -> Answer:
    """The result that is analysed, and the document that does; all scores are what its reader looks up."""
    analysis = scope.own.analysis
    if analysis is None:
        return Answer((Phrase(scope.speech.no_data(f"การวิเคราะห์ผลการประเมิน{scope.name}"), kind="absent"),))
    scores = Phrase("ดูคะแนนทุกตัวชี้วัด", href=addresses.section_path(scope.number, "scores"))
    facts = tuple(documents_facts(analysis, scope.results.site, scope.speech))
    return Answer(word_result(scope.result, scope.speech), facts, scores if scope.own.scores else None)


def _whole(scope: Scope) -> Iterator[Block]:
    analysis = scope.own.analysis
    if analysis is None:
        return
    if analysis.title:
        yield paragraph(analysis.title, "lead")
    if scope.on_paper:
        yield from _result(scope)
    if analysis.findings:
        yield Heading("ผลการวิเคราะห์ในภาพรวม", "findings")
        yield Bullets(tuple(Bullet(finding.text) for finding in analysis.findings), ordered=False)
    yield from _stated("จุดแข็ง", "strengths", analysis.strengths, scope)
    if not scope.on_paper and lost_by_indicator(scope.result):
        yield link("ดูว่าคะแนนหายไปที่ใด", f"{addresses.section_path(scope.number, 'scores')}#lost")
    yield from _stated("จุดอ่อน", "weaknesses", analysis.weaknesses, scope)
    yield from zero_items(scope)
    yield from _developments(scope, analysis)
    if analysis.recommendations:
        yield Heading("ข้อเสนอแนะ", "recommendations")
        yield from paragraphs(analysis.recommendations_introduction)
        yield Points(scope.speech.texts(analysis.recommendations))
    yield from section_blocks(analysis.sections, "analysis")
    yield from approval_blocks(analysis, scope)


def _result(scope: Scope) -> Iterator[Block]:
    """The result that is analysed; nothing where the year has no figures of its own."""
    words, figures = word_result(scope.result, scope.speech), scope.own.scores
    if words:
        yield Heading("ผลการประเมิน")
        yield paragraph(f"{scope.name} ได้{scope.speech.plain(words)}")
    if figures and figures.indicators:
        yield score_tables.brief_indicators_table(scope.result, scope.speech)


def word_result(result: YearResult, speech: Speech) -> tuple[Part, ...]:
    """คะแนนรวม ๗๗.๘๕ คะแนน ระดับ B as published; nothing where no total is known."""
    figures = result.year.scores
    if figures is None or not known(figures.total.value):
        return ()
    total = Phrase(f"คะแนนรวม {speech.whole(published_parts(figures.total, speech))} คะแนน")
    return (total, Phrase(f" {plain_level(result, speech)}")) if known(figures.level.value) else (total,)


def _stated(title: str, anchor: str, lists: Iterable[StatedList], scope: Scope) -> Iterator[Block]:
    for place, stated in enumerate(lists):
        if place == 0:
            yield Heading(title, anchor)
        yield from list_blocks(year.stated_list(stated, scope.own, scope.speech), scope)


def list_blocks(entry: NamedList, scope: Scope) -> Iterator[Block]:
    """A stated list: its words with links to what they name, its points, and what else it is about.

    The rule by which the program checks it is what the words say; the officer alone reads it a second time.
    """
    yield paragraph(entry.text) if scope.on_paper else Paragraph(entry.words)
    if entry.points:
        yield Points(entry.points)
    if entry.entries and not (entry.points and scope.on_paper):  # points name what the page leads to
        yield Entries(tuple((phrase,) for phrase in entry.entries))
    if entry.rule and scope.results.site.for_officer:
        yield paragraph(f"เกณฑ์ของรายการนี้: {entry.rule}", "aside")


def zero_items(scope: Scope, title: str = "ข้อที่ไม่ได้คะแนน") -> Iterator[Block]:
    """The items without score of the year, under their heading; nothing where there are none."""
    table = item_tables.items_table(scope.results, scope.result, scope.speech, only_zero=True)
    if table.rows:
        yield Heading(title, "zero-items")
        yield table


def _developments(scope: Scope, analysis: Analysis) -> Iterator[Block]:
    found = year.developments(scope.results, scope.own, scope.speech)
    if not found:
        return
    yield Heading("ประเด็นที่ควรพัฒนา", "development")
    yield from paragraphs(analysis.development_introduction)
    for point in found:
        yield Heading(point.title, point.anchor, 2)
        yield Facts(tuple(_development_facts(point)))


def _development_facts(point: Development) -> Iterator[NamedFact]:
    if point.printed_title and point.printed_title != point.title:
        yield fact("ชื่อตามที่พิมพ์", point.printed_title)
    yield from assessed_facts(point)
    yield NamedFact("มาตรการที่ตอบ", join_links(point.measures) or (Phrase(point.without, kind="absent"),))


def assessed_facts(point: Development) -> tuple[NamedFact, ...]:
    """The object of the assessment and what should be improved."""
    return NamedFact("ประเด็นการประเมิน", point.assessed), NamedFact("ประเด็นที่ควรพัฒนา", point.improve)


def join_links(links: Iterable[tuple[Phrase, ...]]) -> tuple[Phrase, ...]:
    """Links with commas between them, each with the mark behind it."""
    made: list[Phrase] = []
    for named, *marks in links:
        made += [Phrase(", "), named] if made else [named]
        made += [part for mark in marks for part in (Phrase(" "), mark)]
    return tuple(made)


def section_blocks(sections: Iterable[Section], place: str) -> Iterator[Block]:
    """The document's own sections that have their place here."""
    for section in sections:
        if section.place == place:
            yield Heading(section.title, section.id)
            yield from paragraphs(section.paragraphs)
            if points := year.section_points(section.points):
                yield Points(points)
            yield from (printed_table(table, key) for key, table in section.all_tables)
