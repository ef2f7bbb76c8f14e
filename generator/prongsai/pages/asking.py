"""What stands at the foot of a page about one thing: what people asked about it, and how to ask."""

from __future__ import annotations

from dataclasses import replace

from prongsai.model.questions import Question
from prongsai.model.site import FiscalYear, Site
from prongsai.pages.page import Page
from prongsai.pages.site_scope import SiteScope
from prongsai.views.ask import Topic, ask_about, permanent_address
from prongsai.views.questions import Wanted, find_questions

CAN_ASK = {f"{name}.md.j2" for name in ("measure", "item", "indicator", "scores", "analysis", "follow-up", "questions")}
HAS_QUESTIONS = {f"{name}.md.j2" for name in ("measure", "item", "indicator", "unit")}
LONGEST_NAME = 60  # characters; Thai letters take nine each in an address, and mail programs end one at 2,000
MOST_QUESTIONS = 20  # listed on a page; all of them stand on the page of questions


def with_asking(page: Page, scope: SiteScope) -> Page:
    """The page with its questions and with the ways to ask, where it is about one thing."""
    if page.template not in CAN_ASK | HAS_QUESTIONS:
        return page
    found = find_questions(scope.site, scope.speech, _about(page, scope.site)) if page.template in HAS_QUESTIONS else ()
    topic = Topic(topic_name(page), permanent_address(scope.site, page.path))
    ask = ask_about(scope.site, scope.speech, topic) if page.template in CAN_ASK else None
    view = {"asked": found[:MOST_QUESTIONS], "more_asked": len(found) > MOST_QUESTIONS, "ask": ask}
    return replace(page, view={**page.view, **view})


def topic_name(page: Page) -> str:
    """The title of a page, or where it is too long for the subject of a letter its short name with where it stands."""
    if len(page.title) <= LONGEST_NAME:
        return page.title
    above = [title for title, _ in page.crumbs]
    short = page.short if page.short and len(page.short) <= LONGEST_NAME else "".join(above[-1:])
    return f"{short} {''.join(above[:1])}".strip() or "หน้าเว็บไซต์"


def _about(page: Page, site: Site) -> Wanted:
    """Whether a question is about what a page shows."""
    *above, key = page.path.strip("/").split("/")

    def of_unit(_: FiscalYear, question: Question) -> bool:
        return question.unit is not None and site.unit_of(question.unit) == key

    def of_indicator(_: FiscalYear, question: Question) -> bool:
        return question.about.indicator == key

    def of_year(year: FiscalYear, question: Question) -> bool:
        named = question.about.measure if above[1] == "measures" else (question.about.item or "").lower()
        return str(year.year) == above[0] and named == key

    return {"units": of_unit, "indicators": of_indicator}.get(above[0], of_year)
