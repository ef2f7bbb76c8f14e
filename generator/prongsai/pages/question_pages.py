"""Questions and answers: the pages of each year, and one across the years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from prongsai import addresses
from prongsai.addresses import QUESTIONS_ON_A_PAGE
from prongsai.blocks.questions import all_questions_blocks, questions_blocks
from prongsai.pages.page import OF_BLOCKS, Page
from prongsai.pages.site_scope import SiteScope
from prongsai.pages.year_scope import YearScope
from prongsai.views.questions import QuestionShown, has_questions, show_questions

TITLE = addresses.HEADINGS["questions"]


def plan_question_pages(scope: YearScope) -> Iterator[Page]:
    """The pages of a year that has questions: as many as its questions fill."""
    shown = show_questions(scope.own, scope.results.site, scope.speech)
    starts = range(0, len(shown), QUESTIONS_ON_A_PAGE)
    for number, start in enumerate(starts, start=1):
        yield _page(scope, shown[start : start + QUESTIONS_ON_A_PAGE], number, len(starts))


def _page(scope: YearScope, shown: tuple[QuestionShown, ...], number: int, pages: int) -> Page:
    about = f"คำถามของประชาชนและคำตอบของหน่วยงาน {scope.name}"
    files = scope.files("questions", "measures")
    blocks = questions_blocks(scope.own, shown, scope.speech)
    page = scope.section("questions", f"{TITLE} {scope.name}", about, files, blocks)
    pager = {"previous": _link(scope, number - 1, pages), "next": _link(scope, number + 1, pages)}
    page = replace(page, view={**page.view, "pager": pager})
    if number == 1:
        return page
    name, crumb = _name(scope, number), (TITLE, addresses.questions_path(scope.number))
    title, path = f"{page.title} {name}", addresses.questions_path(scope.number, number)
    crumbs, about = (*page.crumbs, crumb), f"{page.description} {name}"
    return replace(page, path=path, title=title, description=about, short=name, crumbs=crumbs)


def _name(scope: YearScope, number: int) -> str:
    return f"หน้า {scope.speech.digits(number)}"


def _link(scope: YearScope, number: int, pages: int) -> tuple[str, str] | None:
    if not 1 <= number <= pages:
        return None
    return _name(scope, number), addresses.questions_path(scope.number, number)


def plan_questions_overview(scope: SiteScope) -> Iterator[Page]:
    """The page across the years of a site with questions: the newest year in full, older ones linked."""
    years = [result.year for result in reversed(scope.results.years.values()) if has_questions(result.year)]
    if not years:
        return
    about = f"คำถามของประชาชนและคำตอบของ{scope.agency} ทุกปีงบประมาณ"
    files, blocks = scope.made_from("questions"), tuple(all_questions_blocks(years, scope.site, scope.speech))
    yield Page(addresses.QUESTIONS, OF_BLOCKS, TITLE, about, files, blocks=blocks)
