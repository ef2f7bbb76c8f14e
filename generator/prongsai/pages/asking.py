"""What stands at the foot of a page about one thing: what people asked about it, and how to ask."""

from __future__ import annotations

from dataclasses import replace

from prongsai.addresses import KINDS
from prongsai.pages.page import Page
from prongsai.pages.site_scope import SiteScope
from prongsai.views.ask import Topic, ask_about, permanent_address
from prongsai.views.questions import find_questions

LONGEST_NAME = 60  # characters; Thai letters take nine each in an address, and mail programs end one at 2,000
MOST_QUESTIONS = 20  # listed on a page; all of them stand on the page of questions


def with_asking(page: Page, scope: SiteScope) -> Page:
    """The page with its questions and with the ways to ask, where it is about one thing."""
    kind = KINDS[page.subject.kind]
    if not (kind.can_ask or kind.asked):
        return page
    found = find_questions(scope.site, scope.speech, page.subject) if kind.asked else ()
    topic = Topic(topic_name(page), permanent_address(scope.site, page.path))
    ask = ask_about(scope.site, scope.speech, topic) if kind.can_ask else None
    view = {"asked": found[:MOST_QUESTIONS], "more_asked": len(found) > MOST_QUESTIONS, "ask": ask}
    return replace(page, view={**page.view, **view})


def topic_name(page: Page) -> str:
    """The title of a page, or where it is too long for the subject of a letter its short name with where it stands."""
    if len(page.title) <= LONGEST_NAME:
        return page.title
    above = [title for title, _ in page.crumbs]
    short = page.short if page.short and len(page.short) <= LONGEST_NAME else "".join(above[-1:])
    return f"{short} {''.join(above[:1])}".strip() or "หน้าเว็บไซต์"
