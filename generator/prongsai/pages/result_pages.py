"""The year at a glance, its scores and its analysis."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prongsai import addresses
from prongsai.analysis.restated import restated
from prongsai.analysis.scoring import compute_scores
from prongsai.blocks.analysis import analysis_blocks
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.pages.page import Page
from prongsai.pages.year_scope import SECTIONS, YearScope
from prongsai.views import (
    again,
    follow_up,
    item_tables,
    printed_tables,
    question_tables,
    questions,
    score_tables,
    scores,
)
from prongsai.views.chart_lost import lost_chart
from prongsai.views.chart_scores import scores_chart
from prongsai.views.content import Fact, Phrase, fact
from prongsai.views.difference import CITED, word_difference, word_total_difference
from prongsai.views.documents import signed_of
from prongsai.views.explain import ask_meaning, explain_result
from prongsai.views.explained_figures import explained_figures
from prongsai.views.level_words import word_level
from prongsai.views.lost import lost_indicators_table, lost_view
from prongsai.views.printed_comparison import comparison_table, comparison_words
from prongsai.views.speech import Speech


def plan_result_pages(scope: YearScope) -> Iterator[Page]:
    """The pages about a year's result."""
    yield _glance(scope)
    yield _scores(scope)
    yield _analysis(scope)


SIGNED = "{} ฉบับลงนาม"


def published_total(scope: YearScope) -> Phrase | None:
    """The published total as a figure, or None."""
    total = known(scope.own.scores.total.value) if scope.own.scores else None
    return scope.speech.score(total) if total is not None else None


def _glance(scope: YearScope) -> Page:
    own, speech = scope.own, scope.speech
    items = scope.result.computed.items
    agency = known(scope.results.site.agency.name) or ""
    view = {
        "total": published_total(scope),
        "facts": scores.year_facts(scope.result, speech),
        "year_name": scope.name,
        **explained_view(own, speech),
        "explained_figures": explained_figures(scope.problems, scope.number, speech),
        "differs": word_total_difference(scope.result, speech),
        "year_sections": scope.sections,
        "has_scores": own.scores is not None,
        "counts": follow_up.status_counts(own, speech),
        "measure_count": speech.digits(len(scope.measures)),
        "measures": own.measures,
        "answers_year": scope.answered_name,
        "analysis": own.analysis,
        "item_count": speech.digits(len(own.edition.items)),
        "documents": _documents(scope),
        "picture": scores_chart(scope.result, speech, with_before=False),
        "lost_picture": lost_chart(scope.result, speech),
        "lost_indicators": lost_indicators_table(scope.result, speech),
        "lost_path": f"{addresses.section_path(scope.number, 'scores')}#lost",
        "indicators": score_tables.brief_indicators_table(scope.result, speech, with_target=True),
        "questions": questions.word_count(own, speech) if questions.has_questions(own) else "",
        "zero_count": speech.digits(sum(item.score == 0 for item in items.values())),
        "has_items": bool(items),
    }
    about = f"{scope.assessment.result} การวิเคราะห์ มาตรการ และผลการดำเนินการ {scope.name} {agency}".strip()
    path = addresses.year_path(scope.number)
    return Page(path, "year.md.j2", scope.name, about, tuple(sorted(own.files)), view)


def explained_view(own: FiscalYear, speech: Speech) -> dict[str, Any]:
    """What the short names of a year mean, and the question that this answers."""
    entries = explain_result(own, speech)
    return {"explained": entries, "explained_title": ask_meaning(entries)}


def _documents(scope: YearScope) -> list[tuple[str, tuple[Fact, ...]]]:
    """The source documents of the year, each with what is known of it."""
    own, documents = scope.own, scope.results.site.documents
    records = (own.scores, own.analysis, own.measures, own.follow_up, own.memo, own.register)
    keys = dict.fromkeys(record.source for record in records if record is not None and record.source)
    cited = [documents[key] for key in keys if key in documents]
    listed = [(one.title, scores.document_facts(one, scope.speech)) for one in cited]
    return listed + [(SIGNED.format(title), facts) for title, facts in _signed(scope)]


def _signed(scope: YearScope) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    """The signed copies of the year's sections."""
    for section in SECTIONS:
        if signed := signed_of(scope.own, section, scope.speech):
            file = Fact("แฟ้ม", (Phrase(signed.title, href=signed.path),))
            yield addresses.HEADINGS[section], (file, fact("วันที่ลงนาม", *signed.day))


def _scores(scope: YearScope) -> Page:
    own, speech, result = scope.own, scope.speech, scope.result
    view = {
        **_computed(scope),
        **lost_view(result, speech),
        "lost_path": f"{addresses.year_path(scope.number)}#lost",
        "scores": own.scores,
        "facts": scores.result_facts(result, speech),
        "instruments": score_tables.instruments_table(result, speech),
        "indicators": score_tables.indicators_table(result, speech),
        "indicators_picture": scores_chart(result, speech),
        "subindicators": score_tables.subindicators_table(result, speech),
        "items": item_tables.items_table(scope.results, result, speech),
        "questions": question_tables.questions_table(result, speech),
        "again": again.again_table(result, speech),
        "comparison": comparison_table(result, speech),
        "comparison_words": comparison_words(result, speech),
        "same_again": speech.digits(again.same_again(result)),
        "levels": printed_tables.printed_levels_table(result, speech),
        "others": known(own.scores.items_not_listed) if own.scores else None,
        "data_path": addresses.scores_data_path(scope.number),
        **explained_view(own, speech),
        "explained_figures": explained_figures(scope.problems, scope.number, speech),
        "differs": word_difference(result, speech),
        "cited": CITED,
        "held_by": scope.assessment.held_by,
    }
    files = scope.files("scores", years=_years_compared(scope))
    about = f"{scope.assessment.scores} {scope.name} รายเครื่องมือ รายตัวชี้วัด และรายข้อ เทียบคะแนนตามเอกสารกับที่คำนวณทวน"
    return scope.section("scores", f"{scope.assessment.scores} {scope.name}", about, files, view=view)


def _years_compared(scope: YearScope) -> set[int]:
    """The year, the one before where the site compares with it, and the one that the document compares with."""
    own = scope.own.scores
    comparison, before = (own.comparison, scope.result.previous) if own else (None, None)
    return {scope.number, *([before.year] if before else ()), *([comparison.with_year] if comparison else ())}


def _computed(scope: YearScope) -> dict[str, Any]:
    """The published total beside the computed one, with the rounding path that was taken and the others."""
    speech, computed = scope.speech, scope.result.computed
    others = [(p.path.name, p.total) for p in computed.paths if p.total is not None and p.path != computed.path]
    return {
        "total": published_total(scope),
        "computed": computed,
        "computed_total": speech.score(computed.total) if computed.total is not None else None,
        "restated_total": _restated(scope),
        "level_said": word_level(scope.result),
        "other_paths": [(name, speech.score(value)) for name, value in others],
    }


def _restated(scope: YearScope) -> Phrase | None:
    """The total by the second statement of the indicators, where the document states them twice."""
    other = restated(scope.own.scores) if scope.own.scores else None
    total = compute_scores(other, scope.own.edition).total if other is not None else None
    return scope.speech.score(total) if total is not None else None


def _analysis(scope: YearScope) -> Page:
    about = f"จุดแข็ง จุดอ่อน ข้อที่ไม่ได้คะแนน และประเด็นที่ควรพัฒนา จาก{scope.assessment.result} {scope.name}"
    files = scope.files("analysis", "scores")
    return scope.section("analysis", f"การวิเคราะห์ผลการประเมิน {scope.name}", about, files, analysis_blocks(scope))
