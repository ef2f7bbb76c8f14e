"""The analysis of a year's result as a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai.analysis.results import YearResult
from prongsai.documents.content import Block, Document, Facts, Heading, Paragraph, paragraph, paragraphs
from prongsai.documents.scope import DocumentScope
from prongsai.model.analysis import Analysis, StatedList
from prongsai.model.prose import Section
from prongsai.model.stated import known
from prongsai.views import item_tables, printed_tables, score_tables, year
from prongsai.views.content import Bullet, Bullets, Fact, Part, Phrase, fact
from prongsai.views.speech import Speech
from prongsai.views.year import Development, NamedList

UNANSWERED = Phrase("ยังไม่มีมาตรการที่ระบุว่าตอบเรื่องนี้", kind="absent")


def analysis_document(scope: DocumentScope) -> Document | None:
    """The analysis as a document; None where the year has none."""
    analysis = scope.own.analysis
    if analysis is None:
        return None
    title = "การวิเคราะห์ผลการประเมิน"
    return scope.document("analysis", title, _blocks(scope, analysis), dated=scope.issued(analysis.source))


def _blocks(scope: DocumentScope, analysis: Analysis) -> Iterator[Block]:
    if analysis.title:
        yield paragraph(analysis.title, "lead")
    yield from _result(scope)
    if analysis.findings:
        yield Heading("ผลการวิเคราะห์ในภาพรวม")
        yield Bullets(tuple(Bullet(finding.text) for finding in analysis.findings), ordered=False)
    yield from _stated("จุดแข็ง", analysis.strengths, scope)
    yield from _stated("จุดอ่อน", analysis.weaknesses, scope)
    yield from zero_items(scope)
    yield from _developments(scope, analysis)
    if analysis.recommendations:
        yield Heading("ข้อเสนอแนะ")
        yield from paragraphs(analysis.recommendations_introduction)
        yield from blocks_of(scope.speech.texts(analysis.recommendations))
    yield from _sections(analysis.sections)


def _result(scope: DocumentScope) -> Iterator[Block]:
    """The result that is analysed; nothing where the year has no figures of its own."""
    words, figures = word_result(scope.result, scope.speech), scope.own.scores
    if words:
        yield Heading("ผลการประเมิน")
        yield paragraph(f"{scope.name} ได้{words}")
    if figures and figures.indicators:
        yield score_tables.brief_indicators_table(scope.result, scope.speech)


def word_result(result: YearResult, speech: Speech) -> str:
    """คะแนนรวม ๗๗.๘๕ คะแนน ระดับ B as published; empty where no total is known."""
    figures = result.year.scores
    if figures is None or not known(figures.total.value):
        return ""
    level = f" ระดับ {speech.plain(speech.stated(figures.level.value))}" if known(figures.level.value) else ""
    return f"คะแนนรวม {speech.plain(speech.published(figures.total.value))} คะแนน{level}"


def _stated(title: str, lists: Iterable[StatedList], scope: DocumentScope) -> Iterator[Block]:
    for place, stated in enumerate(lists):
        if place == 0:
            yield Heading(title)
        yield from list_blocks(year.stated_list(stated, scope.own, scope.speech))


def list_blocks(entry: NamedList) -> Iterator[Block]:
    """A stated list: its words, its points, what it names, and the rule that its entries follow."""
    yield paragraph(entry.text)
    if entry.points:  # then they name what the page leads to
        yield from blocks_of(entry.points)
    elif entry.entries:
        yield Bullets(tuple(Bullet(phrase.text) for phrase in entry.entries), ordered=False)
    if entry.rule:
        yield paragraph(f"เกณฑ์ของรายการนี้: {entry.rule}", "aside")


def zero_items(scope: DocumentScope, title: str = "ข้อที่ไม่ได้คะแนน") -> Iterator[Block]:
    """The items without score of the year, under their heading; nothing where there are none."""
    table = item_tables.items_table(scope.results, scope.result, scope.speech, only_zero=True)
    if table.rows:
        yield Heading(title)
        yield table


def _developments(scope: DocumentScope, analysis: Analysis) -> Iterator[Block]:
    found = year.developments(scope.results, scope.own, scope.speech)
    if not found:
        return
    yield Heading("ประเด็นที่ควรพัฒนา")
    yield from paragraphs(analysis.development_introduction)
    for point in found:
        yield Heading(point.title, 2)
        yield Facts(tuple(_development_facts(point)))


def _development_facts(point: Development) -> Iterator[Fact]:
    if point.printed_title and point.printed_title != point.title:
        yield fact("ชื่อตามที่พิมพ์", point.printed_title)
    yield Fact("ประเด็นการประเมิน", point.assessed)
    yield Fact("ประเด็นที่ควรพัฒนา", point.improve)
    yield Fact("มาตรการที่ตอบ", join_phrases(point.measures) or (UNANSWERED,))


def join_phrases(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Phrases with commas between them."""
    made: list[Phrase] = []
    for phrase in phrases:
        made += [Phrase(", "), phrase] if made else [phrase]
    return tuple(made)


def blocks_of(parts: Iterable[Part]) -> Iterator[Block]:
    """Parts of a view as blocks: lists stand by themselves, phrases are paragraphs."""
    for part in parts:
        yield part if isinstance(part, Bullets) else Paragraph((part,))


def _sections(sections: Iterable[Section]) -> Iterator[Block]:
    for section in sections:
        if section.place == "analysis":
            yield Heading(section.title)
            yield from paragraphs(section.paragraphs)
            yield from blocks_of(year.section_points(section.points))
            if section.table:
                yield printed_tables.printed_table(section.table, section.id)
