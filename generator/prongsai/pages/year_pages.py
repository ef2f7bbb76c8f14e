"""The pages of one fiscal year, in the order of its navigation."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.pages.item_pages import plan_item_pages, plan_note_pages
from prongsai.pages.measure_pages import plan_measure_pages
from prongsai.pages.page import Page
from prongsai.pages.question_pages import plan_question_pages
from prongsai.pages.result_pages import plan_result_pages
from prongsai.pages.year_scope import YearScope
from prongsai.views.memo import memo_view


def plan_year_pages(scope: YearScope) -> Iterator[Page]:
    """All pages of one year."""
    yield from plan_result_pages(scope)
    yield from plan_measure_pages(scope)
    yield from plan_item_pages(scope)
    yield from plan_question_pages(scope)
    yield from plan_note_pages(scope)
    if scope.own.memo is not None:
        about = f"บันทึกข้อความนำเสนอ{scope.assessment.result} {scope.name}"
        view = memo_view(scope.own.memo, scope.assessment.held_by, scope.speech)
        yield scope.section("memo", f"บันทึกข้อความ {scope.name}", about, scope.files("memo"), view=view)
