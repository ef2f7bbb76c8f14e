"""Statuses, indicators and units across the years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from prongsai import addresses
from prongsai.addresses import QUESTIONS_ON_A_PAGE
from prongsai.analysis.results import Results
from prongsai.blocks.across import indicator_blocks, indicators_blocks, updates_blocks
from prongsai.blocks.all_measures import status_blocks
from prongsai.blocks.block import Picture
from prongsai.blocks.contact import all_questions_blocks, questions_blocks
from prongsai.blocks.units import unit_blocks, units_blocks
from prongsai.ledger.publications import History
from prongsai.model.edition import Edition
from prongsai.model.status import OTHER_KEY, STATUS_WORDS
from prongsai.pages.page import OF_BLOCKS, Page
from prongsai.pages.scopes import SiteScope, YearScope
from prongsai.views import year
from prongsai.views.charts.indicator_lineage import aims_at
from prongsai.views.content import Table
from prongsai.views.measures.lists import LinkGroup, links_to_lists, measures_of_status, measures_of_unit
from prongsai.views.names import indicator_name, indicator_numbers
from prongsai.views.questions import QuestionShown, has_questions, show_questions
from prongsai.views.updates import Update, has_feeds, updates_of
from prongsai.views.worklist import worklist_of


def plan_across_pages(scope: SiteScope, history: History) -> Iterator[Page]:
    """Pages of statuses, of indicators and of units."""
    statuses = links_to_lists(scope.results, scope.speech)[0]
    for key in STATUS_WORDS:  # also of one that no measure has now: its address stays when others get it
        yield _status(scope, key, statuses)
    numbers, scored = indicator_numbers(scope.results), _scored(scope.results)
    yield _indicators(scope, numbers, states_facts=bool(scored))
    for number, edition in numbers.items():
        yield _indicator(scope, number, edition, has_scores=number in scored)
    yield _units(scope)
    for key in scope.site.agency.units:
        yield _unit(scope, key, history)


def _status(scope: SiteScope, key: str, statuses: LinkGroup) -> Page:
    found = measures_of_status(scope.results, key, scope.speech)
    title = f"มาตรการที่{'มี' if key == OTHER_KEY else ''}{STATUS_WORDS[key]}"
    return Page(
        addresses.status_path(key),
        OF_BLOCKS,
        title,
        f"{title} ทุกปีงบประมาณของ{scope.agency} พร้อมผู้รับผิดชอบและระยะเวลา",
        (*scope.made_from("measures"), *scope.made_from("follow-up")),
        short=STATUS_WORDS[key],
        crumbs=(("มาตรการทุกปี", addresses.ALL_MEASURES),),
        blocks=tuple(status_blocks(key, found, statuses, scope.speech)),
        states_facts=bool(found.table.rows or found.reports),
    )


def _scored(results: Results) -> set[str]:
    """The indicators of which any year has a score, stated or computed."""
    found: set[str] = set()
    for result in results.years.values():
        found |= {*(result.year.scores.indicators if result.year.scores else ()), *result.computed.indicators}
    return found


def _indicators(scope: SiteScope, numbers: dict[str, Edition], *, states_facts: bool) -> Page:
    return Page(
        addresses.INDICATORS,
        OF_BLOCKS,
        "ตัวชี้วัด",
        f"คะแนนของตัวชี้วัด{scope.in_short}ทุกตัวในแต่ละปีงบประมาณของ{scope.agency}",
        scope.made_from("scores"),
        blocks=tuple(indicators_blocks(scope.results, numbers, scope.speech)),
        states_facts=states_facts,
    )


def _indicator(scope: SiteScope, number: str, edition: Edition, *, has_scores: bool) -> Page:
    results, title = scope.results, indicator_name(edition, number, scope.speech)
    is_weak = any(year.weak_in(result, number) for result in results.years.values())
    return Page(
        addresses.indicator_path(number),
        OF_BLOCKS,
        title,
        f"{title} คะแนนทุกปีและมาตรการที่ตอบ",
        (*scope.made_from("scores"), *scope.made_from("measures")),
        crumbs=(("ตัวชี้วัด", addresses.INDICATORS),),
        blocks=tuple(indicator_blocks(results, number, edition, scope.speech)),
        states_facts=has_scores or is_weak or bool(aims_at(results, number)),
    )


def _units(scope: SiteScope) -> Page:
    blocks = tuple(units_blocks(scope.results, scope.speech))
    has_measures = any(result.year.measures for result in scope.results.years.values())
    return Page(
        addresses.UNITS,
        OF_BLOCKS,
        "หน่วยงานผู้รับผิดชอบ",
        f"หน่วยงานใน{scope.agency}และมาตรการที่แต่ละหน่วยงานรับผิดชอบ",
        ("site_config/agency.yml", *scope.made_from("measures")),
        blocks=blocks,
        states_facts=has_measures and any(isinstance(block, Table | Picture) for block in blocks),
    )


def _unit(scope: SiteScope, key: str, history: History) -> Page:
    unit, work = scope.site.agency.units[key], worklist_of(scope.results, key, scope.speech)
    carried = measures_of_unit(scope.results, key, scope.speech, work.year if work else None)
    path = addresses.unit_path(key)
    feeds = (addresses.feed_path(path), addresses.feed_path(path, "json")) if has_feeds(scope.results, history) else ()
    return Page(
        path,
        OF_BLOCKS,
        unit.name,
        f"มาตรการที่{unit.name} {scope.agency} รับผิดชอบในแต่ละปี และงานของปีล่าสุดเรียงตามวันสุดท้าย",
        ("site_config/agency.yml", *scope.made_from("measures"), *scope.made_from("oit")),
        crumbs=(("หน่วยงานผู้รับผิดชอบ", addresses.UNITS),),
        blocks=tuple(unit_blocks(scope.site, key, carried, work, feeds, scope.speech)),
        states_facts=carried.has_work or bool(work and work.states_facts) or bool(unit.last or unit.successor),
    )


UPDATES = addresses.HEADINGS["updates"]
SNAPSHOTS = "site_config/published"


def plan_updates(scope: SiteScope, history: History) -> Iterator[Page]:
    """The page of all changes, as many as a page may show."""
    about = f"ข้อมูลใดของ{scope.agency} เปลี่ยนแปลงในการเผยแพร่แต่ละครั้ง"
    updates = updates_of(history.changes, scope.results, scope.speech)
    feed_of = addresses.HOME if has_feeds(scope.results, history) else None
    blocks = tuple(updates_blocks(updates, scope.speech, feed_of, reversed(scope.results.years)))
    page = Page(addresses.UPDATES, OF_BLOCKS, UPDATES, about, _made_from(updates), blocks=blocks)
    yield replace(page, states_facts=bool(updates))


def plan_year_updates(scope: YearScope, history: History) -> Iterator[Page]:
    """The page of the changes that concern one year."""
    title, owner = f"{UPDATES}{scope.name}", addresses.Subject("year", scope.number)
    updates = updates_of(history.changes, scope.results, scope.speech, owner)
    feed_of = owner.path if has_feeds(scope.results, history) else None
    about = f"ข้อมูลใดของ{scope.name} เปลี่ยนแปลงในการเผยแพร่แต่ละครั้ง"
    blocks = updates_blocks(updates, scope.speech, feed_of)
    yield replace(scope.section("updates", title, about, _made_from(updates), blocks), states_facts=bool(updates))


def with_feed(page: Page, scope: SiteScope, history: History) -> Page:
    """The page with the feed that is its own, where it has one: of its year or of its unit."""
    if not has_feeds(scope.results, history):
        return page
    subject = page.subject
    owners = {"year": page.path, "unit": page.path, "updates": addresses.year_path(subject.year or 0)}
    owner = owners.get(subject.kind)
    return replace(page, meta={**page.meta, "feed": addresses.feed_path(owner).lstrip("/")}) if owner else page


def _made_from(updates: Sequence[Update]) -> tuple[str, ...]:
    return (SNAPSHOTS,) if updates else ()


QUESTIONS = addresses.HEADINGS["questions"]


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
    page = scope.section("questions", f"{QUESTIONS} {scope.name}", about, files, blocks)
    pager = {"previous": _link(scope, number - 1, pages), "next": _link(scope, number + 1, pages)}
    page = replace(page, view={**page.view, "pager": pager})
    if number == 1:
        return page
    name, crumb = _name(scope, number), (QUESTIONS, addresses.questions_path(scope.number))
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
    yield Page(addresses.QUESTIONS, OF_BLOCKS, QUESTIONS, about, files, blocks=blocks)
