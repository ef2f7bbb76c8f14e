"""Every document that a site has, before any is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prongsai.analysis.results import Results
from prongsai.blocks.analysis import analysis_blocks
from prongsai.blocks.follow_up import follow_up_blocks
from prongsai.blocks.measures import measures_blocks
from prongsai.blocks.memo import MEMO, memo_blocks
from prongsai.blocks.oit import oit_blocks
from prongsai.documents.content import Document
from prongsai.documents.scope import DocumentScope
from prongsai.links.memory import Memory
from prongsai.problems import Problem
from prongsai.views.answers import answers_of
from prongsai.views.documents import has_document
from prongsai.views.link_states import NO_MEMORY
from prongsai.views.oit import shows_answers
from prongsai.views.speech import Speech


def _analysis(scope: DocumentScope) -> Document | None:
    own = scope.own.analysis
    dated = scope.issued(own.source) if own else ""
    return scope.document("analysis", "การวิเคราะห์ผลการประเมิน", analysis_blocks(scope), dated=dated) if own else None


def _measures(scope: DocumentScope) -> Document | None:
    own = scope.own.measures
    if own is None:
        return None
    title, dated = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส", scope.issued(own.source)
    return scope.document("measures", title, measures_blocks(scope), dated=dated, wide=True)


def _follow_up(scope: DocumentScope) -> Document | None:
    own = scope.own.follow_up
    if own is None:
        return None
    dated = scope.word_date("ข้อมูล ณ วันที่", own.as_of) or scope.issued(own.source)
    return scope.document("follow-up", "ผลการดำเนินการตามมาตรการ", follow_up_blocks(scope), dated=dated, wide=True)


def _memo(scope: DocumentScope) -> Document | None:
    return scope.document("memo", MEMO, memo_blocks(scope)) if scope.own.memo else None


def _oit(scope: DocumentScope) -> Document | None:
    if not has_document(scope.own, "oit"):
        return None
    answers = answers_of(scope.results, scope.number, scope.problems, scope.links)
    dated = scope.issued(scope.own.register.source) if scope.own.register else ""
    has_cards = shows_answers(scope.results, scope.number)
    return scope.document("oit", "ข้อ OIT", oit_blocks(scope, answers), dated=dated, wide=has_cards)


_KINDS: tuple[Callable[[DocumentScope], Document | None], ...] = (
    _analysis,
    _measures,
    _follow_up,
    _oit,
    _memo,
)


def plan_documents(
    results: Results, problems: tuple[Problem, ...], speech: Speech, links: Memory = NO_MEMORY
) -> tuple[Document, ...]:
    """All documents of a site, in the order of the years; none where the site does not want any.

    `links` is what is remembered of the links.
    """
    return tuple(_planned(results, problems, speech, links)) if results.site.options.documents == "on" else ()


def _planned(results: Results, problems: tuple[Problem, ...], speech: Speech, links: Memory) -> Iterator[Document]:
    for result in results.years.values():
        scope = DocumentScope(results, result, problems, speech, links)
        yield from (document for make in _KINDS if (document := make(scope)) is not None)
