"""The scores of a year: as published, as computed again, what was lost, and each figure that the document states."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from prongsai import addresses
from prongsai.analysis.lost_points import lost_by_item, next_level
from prongsai.blocks.block import (
    Block,
    Facts,
    Heading,
    Note,
    Paragraph,
    explained_notes,
    link,
    paragraph,
    pictured,
)
from prongsai.blocks.scope import Scope
from prongsai.blocks.strips import headed
from prongsai.blocks.year import meanings_of
from prongsai.model.scores import Scores
from prongsai.model.stated import known
from prongsai.views.charts.year_scores import scores_chart
from prongsai.views.content import Phrase, Table
from prongsai.views.names import word_unverified
from prongsai.views.oit import tables as item_tables
from prongsai.views.printed import comparison_table, comparison_words, printed_levels_table
from prongsai.views.scores import tables as score_tables
from prongsai.views.scores.answer import published_total, scores_answer
from prongsai.views.scores.causes import word_bounds
from prongsai.views.scores.differences import (
    CITED,
    again_table,
    inputs_named,
    same_again,
    word_both_lists,
    word_difference,
    word_total_difference,
)
from prongsai.views.scores.figures import questions_table, result_facts
from prongsai.views.scores.levels import word_level
from prongsai.views.scores.lost_points import lost_indicators_table, lost_items_table
from prongsai.views.scores.printed_counts import respondents_table, unit_scores_table, weighted_table
from prongsai.views.scores.questions import question_remark
from prongsai.views.year import explained_figures


def scores_blocks(scope: Scope) -> Iterator[Block]:
    """All figures of the year, and where machines find them."""
    yield from headed(scores_answer(scope.result, scope.results.site, scope.speech), _all_scores(scope))


def _all_scores(scope: Scope) -> Iterator[Block]:
    if scope.own.scores is not None:
        yield from _figures(scope, scope.own.scores)
    yield Heading("ข้อมูลสำหรับเครื่อง", "data")
    file = Phrase("scores.json", href=addresses.scores_data_path(scope.number))
    yield Paragraph((file, Phrase(" คะแนนตามเอกสารและคะแนนที่คำนวณทวนในรูปแบบ JSON")))


def _figures(scope: Scope, own: Scores) -> Iterator[Block]:
    result, speech = scope.result, scope.speech
    yield Facts(result_facts(result, speech))
    yield from explained_notes(explained_figures(scope.problems, scope.number, speech))
    if chosen := own.valid_list:
        said = f"เอกสารพิมพ์คะแนนไว้มากกว่าหนึ่งรายการและไม่ตรงกัน หน่วยงานใช้รายการใน{chosen.at}"
        yield paragraph(f"{said} เหตุผล: {chosen.because}")
    yield meanings_of(scope)
    yield from _names_offered(scope, own)
    yield Heading("รายเครื่องมือ", "instruments")
    yield score_tables.instruments_table(result, speech)
    yield from _titled("จำนวนผู้ตอบแบบวัด", "respondents", table=respondents_table(result, speech))
    yield from _titled("คะแนนถ่วงน้ำหนักตามเอกสาร", "weighted", table=weighted_table(result, speech))
    yield Heading("รายตัวชี้วัด", "indicators")
    yield from pictured(scores_chart(result, speech))
    yield score_tables.indicators_table(result, speech)
    yield Heading("คะแนนที่เว็บไซต์นี้คำนวณทวน", "computed")
    yield from _computed(scope)
    yield from _lost(scope)
    if result.computed.subindicators or own.subindicators:
        yield Heading("ตัวชี้วัดย่อย", "subindicators")
        yield score_tables.subindicators_table(result, speech)
    yield from _titled(
        "คะแนนของหน่วยงานภายใน", "unit-scores", table=unit_scores_table(scope.results.site, result, speech)
    )
    yield from _items(scope, own)
    yield from _stated(scope)


def _names_offered(scope: Scope, own: Scores) -> Iterator[Block]:
    """The sentence on names that only the nearest year gives, where any figure is shown with one."""
    edition, speech = scope.own.edition, scope.speech
    offered = edition.offered
    groups = ((offered.instruments, own.instruments), (offered.indicators, own.indicators))
    years = sorted({group[key].year for group, stated in groups for key in stated if key in group})
    if years:
        said = word_unverified(years, edition, speech)
        yield paragraph(f"ชื่อที่มีวงเล็บกำกับ{said} ใช้เพื่อให้อ่านเข้าใจเท่านั้น ไม่ได้ใช้ตรวจหรือคำนวณ", "aside")


def _computed(scope: Scope) -> Iterator[Block]:
    """The computed total next to the published one, with the rounding path that was taken and the others."""
    speech, computed, level = scope.speech, scope.result.computed, word_level(scope.result)
    if computed.total is None or computed.path is None:
        yield paragraph(word_bounds(scope.result, speech) or "คำนวณทวนคะแนนรวมไม่ได้จากข้อมูลที่มี", "absent")
        if level:
            yield paragraph(level)
    else:
        agrees = " ตรงกับเอกสาร" if computed.reproduces else ""
        how = f" คะแนน{agrees} โดยวิธี “{computed.path.name}”{f' {level}' if level else ''}"
        got = Phrase(f"เว็บไซต์นี้นำ{inputs_named(scope.result)}ในเอกสารมาคำนวณตามน้ำหนักของปีนั้น ได้คะแนนรวม ")
        yield Paragraph((got, speech.score(computed.total), Phrase(how)))
    yield from _differences(scope)
    for other in computed.paths:
        if other.total is not None and other.path != computed.path:
            yield Paragraph((Phrase(f"วิธี “{other.path.name}” ให้ "), speech.score(other.total), Phrase(" คะแนน")))
    yield paragraph(f"คะแนนที่คำนวณทวนไม่ใช่ผลการประเมินของ{scope.assessment.held_by} แสดงไว้เพื่อตรวจสอบตัวเลขในเอกสารเท่านั้น")


def _differences(scope: Scope) -> Iterator[Block]:
    """Differences and agreements; where nothing differs, only what the second statement of the indicators gives."""
    computed = scope.result.computed
    other = () if word_total_difference(scope.result, scope.speech) else _by_second_statement(scope)
    differs = [(Phrase(sentence),) for sentence in word_difference(scope.result, scope.speech)]
    if not differs:
        yield from (Paragraph(line) for line in other)
        return
    if (
        published_total(scope.result, scope.speech) is not None
        and computed.total is not None
        and not computed.reproduces
    ):
        differs.append((Phrase("ลำดับการปัดเศษที่ทดลองแล้วไม่มีวิธีใดให้คะแนนรวมตรงกับเอกสาร"),))
    yield Note((*differs, *other, (Phrase(CITED, kind="bold"),)), "warning", "ตัวเลขที่ต่างกัน")


def _total(scope: Scope) -> Phrase | None:
    return published_total(scope.result, scope.speech)


def _by_second_statement(scope: Scope) -> tuple[tuple[Phrase, ...], ...]:
    """The total by the second statement of the indicators, where the document states them twice."""
    said = word_both_lists(scope.result, scope.speech)
    return ((Phrase(said),),) if said else ()


def _lost(scope: Scope) -> Iterator[Block]:
    """The points that the items lost, and what the next level asks for; by indicator it is on the page of the year."""
    if not lost_indicators_table(scope.result, scope.speech).rows:
        return
    yield Heading("คะแนนหายไปที่ใด", "lost")
    yield link("แผนภูมิและตารางคะแนนที่หายไปแยกตามตัวชี้วัด", f"{addresses.year_path(scope.number)}#lost")
    if lost := lost_by_item(scope.result):
        count, points = scope.speech.digits(len(lost)), sum((one.points for one in lost), Fraction(0))
        said = Phrase(f"ข้อ OIT ที่ไม่ได้คะแนนเต็ม {count} ข้อรวมกันทำให้คะแนนรวมหายไป ")
        yield Paragraph((said, scope.speech.score(points), Phrase(" คะแนน")))
        yield lost_items_table(scope.result, scope.speech)
    yield from _next_level(scope)


def _next_level(scope: Scope) -> Iterator[Block]:
    level, speech = next_level(scope.result), scope.speech
    if level is None:
        return
    lacks = (Phrase(" ยังขาดอีก "), speech.score(level.lacking), Phrase(" คะแนนของคะแนนรวม"))
    total = lacks if level.lacking else (Phrase(" คะแนนรวมถึงเกณฑ์แล้ว"),)
    base = (
        f"จากคะแนนรวมตามเอกสาร {speech.plain((published,))} "
        if (published := published_total(scope.result, scope.speech))
        else ""
    )
    yield Paragraph(
        (Phrase(f"{base}ระดับถัดไปคือ {level.name}"), *total, *_asked(level.instruments_below, level.bound, scope))
    )
    if both := word_both_lists(scope.result, speech):
        yield paragraph(both)


def _asked(below: tuple[str, ...], bound: Decimal | None, scope: Scope) -> tuple[Phrase, ...]:
    if not below or bound is None:
        return ()
    return Phrase(f" และ {', '.join(below)} ต้องได้ตั้งแต่ "), scope.speech.score(bound), Phrase(" คะแนน")


def _items(scope: Scope, own: Scores) -> Iterator[Block]:
    if not scope.result.computed.items:
        return
    yield Heading("รายข้อ OIT", "items")
    others = known(own.items_not_listed)
    if others is not None and others.basis == "inferred":
        yield Note(((Phrase(others.because),),), label="คะแนนที่อนุมาน")
    yield item_tables.items_table(scope.results, scope.result, scope.speech)


def _stated(scope: Scope) -> Iterator[Block]:
    """Further statements of the document: questions, figures a second time, its own comparison and its scale."""
    result, speech = scope.result, scope.speech
    asked = questions_table(result, speech)
    yield from _titled("รายข้อคำถาม", "questions", paragraph(question_remark(result, speech)), table=asked)
    yield from _titled("ตัวเลขที่ระบุไม่ตรงกัน", "stated-again", table=again_table(result, speech))
    if same := same_again(result):
        yield paragraph(f"ตัวเลขที่เอกสารระบุซ้ำอีก {speech.digits(same)} แห่งตรงกับค่าแรกทุกแห่ง", "aside")
    words, compared = comparison_words(result, speech), comparison_table(result, speech)
    yield from _titled(words.title, "comparison", table=compared)
    if compared.rows:
        yield paragraph(words.remark, "aside")
    yield from _titled("เกณฑ์ระดับที่เอกสารพิมพ์", "printed-levels", table=printed_levels_table(result, speech))


def _titled(title: str, anchor: str, *remarks: Block, table: Table) -> Iterator[Block]:
    """A table under its heading and what has to be known before; nothing where it has no rows."""
    if table.rows:
        yield Heading(title, anchor)
        yield from remarks
        yield table
