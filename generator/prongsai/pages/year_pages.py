"""The pages of one fiscal year, in the order of its navigation."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.blocks.memo import MEMO, memo_blocks
from prongsai.pages.item_pages import plan_item_pages, plan_note_pages
from prongsai.pages.measure_pages import plan_measure_pages
from prongsai.pages.page import Page
from prongsai.pages.question_pages import plan_question_pages
from prongsai.pages.result_pages import plan_result_pages
from prongsai.pages.year_scope import YearScope


def plan_year_pages(scope: YearScope) -> Iterator[Page]:
    """All pages of one year."""
    yield from plan_result_pages(scope)
    yield from plan_measure_pages(scope)
    yield from plan_item_pages(scope)
    yield from plan_question_pages(scope)
    yield from plan_note_pages(scope)
    if scope.own.memo is not None:
        about = f"{MEMO}นำเสนอ{scope.assessment.result} {scope.name}"
        yield scope.section("memo", f"{MEMO} {scope.name}", about, scope.files("memo"), memo_blocks(scope))
