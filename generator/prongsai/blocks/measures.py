"""The measures of a year, opening with the analysis that they answer, for their page and on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from prongsai import addresses
from prongsai.analysis.measure_says import says_how_reported
from prongsai.analysis.own_answers import element_on
from prongsai.analysis.results import YearResult
from prongsai.blocks.analysis import word_result
from prongsai.blocks.approval import approval_blocks
from prongsai.blocks.attached import text_sections, titled_attachments
from prongsai.blocks.block import (
    Block,
    Entries,
    Fold,
    Heading,
    Paragraph,
    Points,
    link_if_there,
    paragraph,
    paragraphs,
    pictured_table,
)
from prongsai.blocks.scope import Scope
from prongsai.blocks.strips import headed
from prongsai.blocks.unnumbered import unnumbered_answered, unnumbered_said
from prongsai.model.measures import Measure, Measures
from prongsai.model.stated import known
from prongsai.views import year
from prongsai.views.ask import permanent_address
from prongsai.views.assessment import ask_meaning, explain_result
from prongsai.views.charts.measure_statuses import status_picture
from prongsai.views.content import Bullet, Bullets, Part, Phrase
from prongsai.views.measures.answer import measures_answer
from prongsai.views.measures.counts import PLACED
from prongsai.views.measures.declared import word_plan
from prongsai.views.measures.document_table import document_table, unit_notes
from prongsai.views.measures.words import word_names
from prongsai.views.names import numbered
from prongsai.views.oit import tables as item_tables
from prongsai.views.oit.items import unfit_said
from prongsai.views.scores import tables as score_tables
from prongsai.views.year import Development, NamedList


def measures_blocks(scope: Scope) -> Iterator[Block]:
    """The measures as their document gives them: how many are done, the analysis that they answer, and each of them."""
    address = permanent_address(scope.results.site, _path(scope))
    answer = measures_answer(scope.own, scope.results.site, _items_answered(scope), address, scope.speech)
    yield from headed(answer, _whole(scope))


def _items_answered(scope: Scope) -> tuple[Phrase, ...]:
    """The items that the measures answer with nothing lacking, and the one whose number nobody has verified."""
    items, unnumbered = scope.items_answered("measures"), unnumbered_answered(scope, "measures")
    of_number = (Phrase(items),) if items and not _missing(scope) else ()
    joined = (Phrase(", "),) if of_number and unnumbered else ()
    return (*of_number, *joined, *unnumbered)


def _path(scope: Scope) -> str:
    return addresses.section_path(scope.number, "measures")


def _whole(scope: Scope) -> Iterator[Block]:
    own = scope.own.measures
    if own is None:
        return
    items, missing = scope.items_answered("measures"), _missing(scope)
    if items and (missing or scope.on_paper):
        lack = f" ทั้งนี้ {_word_lack(missing, scope)}" if missing else ""
        yield paragraph(f"{scope.here}ตอบ{items}{lack}", "aside" if scope.on_paper else "plain")
    yield from paragraphs(unfit_said(scope.results, scope.number, "measures", scope.speech))
    if scope.on_paper or not unnumbered_answered(scope, "measures"):
        yield from unnumbered_said(scope, "measures")
    yield from _answered(scope)
    yield from _measures(scope, own)


def _answered(scope: Scope) -> Iterator[Block]:
    """The analysis of the year before, with which the measures must open."""
    answered = scope.answered
    said = Phrase(f"มาตรการใน{scope.here}กำหนดจากผลการประเมิน{scope.answered_name}")
    if answered is None:
        if scope.answered_name:
            yield Paragraph((said, Phrase(" ซึ่งไม่มีข้อมูลในเว็บไซต์นี้")))
        return
    analysis_path = addresses.section_path(answered.year.year, "analysis")
    yield Heading(f"ผลการวิเคราะห์{scope.answered_name}", "analysis", short="ผลการวิเคราะห์")
    result = word_result(answered, scope.speech)
    got = (Phrase(" ซึ่งได้"), *result) if result else ()
    if scope.on_paper:
        yield paragraph(scope.speech.plain((said, *got)))
    else:
        yield Paragraph((said, *got, link_if_there("อ่านการวิเคราะห์ฉบับเต็ม", analysis_path)))
    yield from _indicators(scope, answered)
    yield from _weaknesses(scope, answered)
    yield from _to_improve(scope, answered, analysis_path)


def _indicators(scope: Scope, answered: YearResult) -> Iterator[Block]:
    """The scores of the indicators, with what the short names mean."""
    if answered.year.scores is None or not answered.year.scores.indicators:
        return
    count, table = len(answered.year.scores.indicators), score_tables.brief_indicators_table(answered, scope.speech)
    meaning = ask_meaning(explain_result(answered.year, scope.speech))
    asked = Paragraph((Phrase(meaning, href=f"{addresses.year_path(answered.year.year)}#explained"),), "aside")
    said = f"คะแนนรายตัวชี้วัด {scope.speech.digits(count)} ตัวชี้วัด"
    yield Fold(said, (table,) if scope.on_paper else (table, asked))


def _weaknesses(scope: Scope, answered: YearResult) -> Iterator[Block]:
    analysis = answered.year.analysis
    if analysis is None or not analysis.weaknesses:
        return
    heading = Heading("ข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไข", "urgent", 2)
    found = [year.stated_list(stated, answered.year, scope.speech) for stated in analysis.weaknesses]
    table = item_tables.items_table(scope.results, answered, scope.speech, only_zero=True)
    items = f" และข้อ OIT ที่ไม่ได้คะแนน {len(table.rows)} ข้อ" if table.rows else ""
    said = scope.speech.digits(f"{len(found)} เรื่อง{items}")
    yield Fold(said, (*_word_weaknesses(scope, found), *((table,) if table.rows else ())), heading)


def _word_weaknesses(scope: Scope, found: Sequence[NamedList]) -> Iterator[Block]:
    if not scope.on_paper:
        yield Bullets(tuple(Bullet(entry.text) for entry in found), ordered=False)
    for entry in found:
        yield from paragraphs((entry.text,) if scope.on_paper else ())
        yield from (Points(entry.points),) if entry.points else ()


def _to_improve(scope: Scope, answered: YearResult, path: str) -> Iterator[Block]:
    """Points that the analysis says should become better, with their measures, and each of its recommendations.

    Where the document prints the points in the place of a measure's name, they are where its table has them.
    """
    found = year.developments(scope.results, answered.year, scope.speech)
    advice = answered.year.analysis.recommendations if answered.year.analysis else ()
    in_table = not found and any(measure.titled_by_problem for measure in scope.measures)
    heading = Heading("ประเด็นที่ต้องพัฒนาให้ดีขึ้น", "improve", 2)
    told: list[Block] = [Entries(tuple(tuple(_development(point, path)) for point in found))] if found else []
    if in_table:
        where = "ประเด็นของแต่ละมาตรการอยู่ในตารางมาตรการ"
        told.append(Paragraph((Phrase(where) if scope.on_paper else Phrase(where, href="#measures"),)))
    counts = [f"{len(found)} เรื่อง"] if found else []
    if advice:
        said = f"ข้อเสนอแนะจากการวิเคราะห์ {scope.speech.digits(len(advice))} ข้อ"
        told += [Paragraph((link_if_there(said, f"{path}#recommendations"),)), Points(scope.speech.texts(advice))]
        counts.append(f"ข้อเสนอแนะ {len(advice)} ข้อ")
    if told:
        yield Fold(scope.speech.digits(" และ".join(counts)), tuple(told), heading)


def _development(point: Development, path: str) -> Iterator[Part]:
    yield Phrase(point.title, href=f"{path}#{point.anchor}")
    for place, (measure, *marks) in enumerate(point.measures):
        yield Phrase(" และ " if place else " ตอบด้วย ")
        yield measure
        for mark in marks:
            yield Phrase(" ")
            yield mark
    if not point.measures:
        yield Phrase(point.without, kind="absent")


def _measures(scope: Scope, own: Measures) -> Iterator[Block]:
    yield Heading(f"มาตรการ{scope.name}", "measures", short="มาตรการ")
    if not own.year_stated:
        yield paragraph(f"ปีของมาตรการ: {PLACED}", "absent")
    if own.title and scope.on_paper:
        yield paragraph(own.title, "lead")
    if own.plan_years:
        yield paragraph(f"แผนปี {word_plan(own.plan_years, scope.speech)}")
    opening = tuple(_opening(scope, own))
    opens = scope.on_paper or any(one.place == "before" for one in own.sections)
    yield from opening if opens else ()
    if scope.on_paper:
        yield from _statuses(scope)
    yield from _tables(scope, own)
    yield from () if opens else opening
    if not scope.on_paper:
        yield from _statuses(scope)
    yield from paragraphs(_lacking(scope), "aside")
    yield from text_sections(own.sections, "measures", "after")
    yield from paragraphs(own.closing)
    yield from titled_attachments(own.attachments, scope)
    yield from approval_blocks(own, scope)


def _opening(scope: Scope, own: Measures) -> Iterator[Block]:
    """The words of the document before its measures; on a page behind a line that opens, where they are many."""
    sections = [one for one in own.sections if one.place == "before"]
    more = (*paragraphs(scope.several_documents(own), "aside"), *paragraphs(own.introduction))
    if scope.on_paper:
        yield from (*more, *text_sections(sections, "measures", "before"), *_goals(scope, own))
        return
    title = (paragraph(own.title),) if own.title else ()
    below = (_below(block) for block in text_sections(sections, "measures", "before"))
    behind = (*more, *_goals(scope, own), *below)
    if behind:
        names = [*(["ความนำ"] if more else []), *(["เป้าหมาย"] if own.goals else []), *(one.title for one in sections)]
        yield Fold(f"อ่าน{word_names(names)}", (*title, *behind))
    else:
        yield from title


def _below(block: Block) -> Block:
    """A heading one level lower, as those are that are behind a line."""
    return replace(block, level=block.level + 1) if isinstance(block, Heading) else block


def _goals(scope: Scope, own: Measures) -> Iterator[Block]:
    if own.goals:
        yield Heading("เป้าหมาย", level=2) if scope.on_paper else Paragraph((Phrase("เป้าหมาย", kind="bold"),))
        yield Bullets(tuple(Bullet(goal) for goal in own.goals), ordered=False)


def _statuses(scope: Scope) -> Iterator[Block]:
    """The measures by status, where a report knows of one."""
    if scope.own.follow_up:
        picture, table = status_picture(scope.own, scope.speech)
        if table.rows:
            yield pictured_table(None if scope.on_paper else picture, table)


_MOST_TITLES = 3
_ASKED = {
    "responsible": "ผู้รับผิดชอบ",
    "steps": "ขั้นตอนหรือวิธีการปฏิบัติ",
    "monitoring": "การกำกับติดตาม",
    "reporting": "การรายงานผล",
}


def _lacking(scope: Scope) -> Iterator[str]:
    """The elements of the measures item that no measure of the year has, said once, and who lacks a way to report.

    A page that claims to answer the item has said the first with that claim. What some measures lack of the others is
    seen in their rows; how they are reported often has no column.
    """
    missing = _missing(scope)
    if missing and not scope.items_answered("measures"):
        yield _word_lack(missing, scope)
    without = [one for one in scope.measures if not says_how_reported(one)]
    has_column = any(known(one.reporting) for one in scope.measures)
    if _state(scope, "reporting") == "there" and without and not has_column:
        yield scope.speech.absence_of(scope.speech.unknown, f"{_ASKED['reporting']}ของ{_short_names(without, scope)}")


def _missing(scope: Scope) -> list[str]:
    return [word for key, word in _ASKED.items() if _state(scope, key) == "missing"]


def _state(scope: Scope, key: str) -> str:
    return element_on(scope.results, scope.own, "measures", key).state


def _word_lack(missing: list[str], scope: Scope) -> str:
    return scope.speech.absence_of(scope.speech.unknown, f"{word_names(missing)}ของมาตรการทุกรายการ")


def _short_names(measures: list[Measure], scope: Scope) -> str:
    """มาตรการที่ ๑ และ ๓, or where the document gives no numbers the titles, or how many, if they are long to read."""
    numbers = [known(one.number) for one in measures]
    if all(number is not None for number in numbers):
        *first, last = (scope.speech.digits(str(number)) for number in numbers)
        joined = f"{' '.join(first)} และ {last}" if first else last
        return f"มาตรการที่ {joined}"
    if len(measures) > _MOST_TITLES:
        return scope.speech.digits(f"มาตรการ {len(measures)} จาก {len(scope.measures)} รายการ")
    return word_names([f"“{known(one.shown_title) or one.id}”" for one in measures])


def _tables(scope: Scope, own: Measures) -> Iterator[Block]:
    """The measures under their topics, or in one table; tables of one page differ by name."""
    site, speech = scope.results.site, scope.speech
    if not own.topics:
        yield document_table(scope.own, site, speech)
    for place, topic in enumerate(own.topics, start=1):
        yield Heading(numbered(topic.number, topic.title, speech), f"topic-{topic.id}", 2)
        table = document_table(scope.own, site, speech, topic.id)
        yield table if scope.on_paper else replace(table, caption=f"{table.caption} ({speech.digits(place)})")
    yield from paragraphs(unit_notes(scope.own), "aside")
