"""The pages that do not belong to one year: home, all years, all measures, methodology, accessibility, contact."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import addresses
from prongsai.analysis.results import YearResult
from prongsai.blocks.across import years_blocks
from prongsai.blocks.all_measures import NEWEST, all_measures_blocks
from prongsai.blocks.block import explained_notes
from prongsai.blocks.contact import can_be_reached, contact_blocks, invitation_blocks
from prongsai.blocks.edition import edition_blocks, methodology_blocks
from prongsai.blocks.open_data import dictionary_blocks, open_data_blocks
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.pages.head import render_agency, render_dataset
from prongsai.pages.page import OF_BLOCKS, Page
from prongsai.pages.scopes import SiteScope
from prongsai.problems import Problem
from prongsai.views import year_tables
from prongsai.views.assessment import AssessmentName, assessment_of
from prongsai.views.charts.measure_statuses import status_picture
from prongsai.views.charts.years import totals_chart
from prongsai.views.measures import follow_up
from prongsai.views.measures.counts import counted_measures, placed_words, read_words
from prongsai.views.oit import items as oit
from prongsai.views.open_data.dataset import TABLE_GROUPS, Catalogue, dataset_of, group_of
from prongsai.views.scores import figures as scores
from prongsai.views.updates import newest_events
from prongsai.views.year import explained_figures

CONFIG_FILES = ("site_config/agency.yml", "site_config/site.yml")


def plan_site_pages(scope: SiteScope, problems: tuple[Problem, ...] = ()) -> Iterator[Page]:
    """All pages that speak of the whole site."""
    yield _home(scope, problems)
    yield _years(scope)
    yield _all_measures(scope)
    yield _methodology(scope)
    for result in scope.results.years.values():
        yield _edition_page(scope, result.year)
    yield _accessibility(scope)
    yield _contact(scope)


def _home(scope: SiteScope, problems: tuple[Problem, ...]) -> Page:
    latest, with_doubt = scope.results.latest_with_scores(), scope.site.options.from_document
    view = {
        "agency": scope.agency,
        "assessment": _newest_assessment(scope),
        "years": year_tables.years_table(scope.results, scope.speech, NEWEST + 1, with_doubt=with_doubt),
        "doubts": tuple(year_tables.doubts_of_years(scope.results, scope.speech, NEWEST + 1)) if with_doubt else (),
        "has_more_years": len(scope.results.years) > NEWEST + 1,
        "news": newest_events(scope.site, scope.speech),
        "years_picture": totals_chart(scope.results, scope.speech, NEWEST + 1),
        **_latest_result(scope, latest),
        "explained": tuple(
            explained_notes(explained_figures(problems, latest.year.year, scope.speech) if latest else ())
        ),
        **_promised(scope),
        **_assessed(scope),
    }
    about = f"{scope.assessment.result} มาตรการ และผลการดำเนินการของ{scope.agency}"
    files, title = (*CONFIG_FILES, *scope.files), scope.site.options.title
    data, template = render_agency(scope.site.agency), "home.md.j2" if scope.results.years else "nothing.md.j2"
    meta: dict[str, str | tuple[str, ...]] = {"hide": ("toc",), "head": _what_it_is(scope)}
    invited = tuple(invitation_blocks(scope.site.agency, scope.speech))
    return Page(addresses.HOME, template, title, about, files, view, meta={**meta, "linked_data": data}, blocks=invited)


def _newest_assessment(scope: SiteScope) -> AssessmentName:
    """The name of the assessment of the newest result."""
    latest = scope.results.latest_with_scores()
    return assessment_of(latest.year.edition) if latest else scope.assessment


def _what_it_is(scope: SiteScope) -> str:
    """The text after the name of the site in the title of home; its owner, where that name does not say it."""
    known_from_name = scope.agency in scope.site.options.title
    return f"{scope.assessment.result} และมาตรการ{'' if known_from_name else f'ของ{scope.agency}'}"


def _latest_result(scope: SiteScope, latest: YearResult | None) -> dict[str, object]:
    """The newest result of the agency."""
    if latest is None or latest.year.scores is None:
        return {"total": None, "facts": (), "latest_name": "", "latest_path": "", "plain": []}
    number, total = latest.year.year, known(latest.year.scores.total.value)
    return {
        "total": scope.speech.score(total) if total is not None else None,
        # An agency has its level from the announcement; a site made from a document only has the document.
        "facts": scores.year_facts(latest, scope.speech, with_doubt=scope.site.options.from_document),
        "latest_name": scope.speech.fiscal_year(number),
        "latest_path": addresses.section_path(number, "scores"),
        "plain": [(code, tool.plain) for code, tool in latest.year.edition.instruments.items() if tool.plain],
    }


def _assessed(scope: SiteScope) -> dict[str, object]:
    """The place where the assessor begins: the newest year that answers OIT items, else the newest result."""
    year = oit.newest_answered(scope.results)
    name = scope.speech.digits(year) if year is not None else ""
    return {"oit_path": addresses.section_path(year, "oit") if year is not None else "", "oit_year": name}


def _promised(scope: SiteScope) -> dict[str, object]:
    """The agency's plans: the newest measures by status, or the newest report where no measures are known."""
    years = [result.year for result in reversed(scope.results.years.values())]
    promised = next((one for one in years if one.measures is not None), None)
    newest = promised or next((one for one in years if one.follow_up is not None), None)
    if newest is None:
        return {"measures_title": "", "measures_path": "", "counts": (), "counted": "", "status_bar": None}
    name, counts = scope.speech.fiscal_year(newest.year), follow_up.status_counts(newest, scope.speech)
    reported = (scope.speech.digits(sum(number for _, number in counts)), "มาตรการ")
    count, unit = counted_measures(newest, scope.speech) if promised else reported
    is_silent = newest.follow_up is None and scope.speech.from_document  # of a plan it would be a reproach
    silence = scope.speech.no_data("ผลการดำเนินการ") if is_silent else ""
    reserved = (silence, placed_words(newest), read_words(newest, scope.speech))
    return {
        "measures_title": f"มาตรการ{name}" if promised else f"ผลการดำเนินการตามมาตรการ{name}",
        "measures_path": addresses.section_path(newest.year, "measures" if promised else "follow-up"),
        "counts": counts,
        "counted": "กำหนดไว้" if promised else "รายงานไว้",
        "status_bar": None if is_silent else status_picture(newest, scope.speech)[0],
        "measure_count": count,
        "measure_unit": unit,
        "reserved": tuple(filter(None, reserved)),
    }


def _years(scope: SiteScope) -> Page:
    about, blocks = f"ผลการประเมินและมาตรการทุกปีงบประมาณของ{scope.agency}", years_blocks(scope.results, scope.speech)
    return Page(addresses.YEARS, OF_BLOCKS, "ทุกปีงบประมาณ", about, scope.files, blocks=tuple(blocks))


def _all_measures(scope: SiteScope) -> Page:
    years = [result.year for result in scope.results.years.values()]
    return Page(
        addresses.ALL_MEASURES,
        OF_BLOCKS,
        "มาตรการทุกปี",
        f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสทุกปีของ{scope.agency} ใครรับผิดชอบ ทำเมื่อใด ทำถึงไหน",
        scope.made_from("measures"),
        meta={"scripts": ("filter",)},
        blocks=tuple(all_measures_blocks(scope.results, scope.speech)),
        states_facts=any(own.measures is not None or own.follow_up is not None for own in years),
    )


def _methodology(scope: SiteScope) -> Page:
    analyses = [result.year.analysis for result in scope.results.years.values() if result.year.analysis is not None]
    years = [result.year for result in reversed(scope.results.years.values())]
    sections = [section for analysis in analyses[-1:] for section in analysis.sections]
    blocks = tuple(methodology_blocks(years, sections, scope.speech))
    about = "คะแนนตามเอกสารกับคะแนนที่คำนวณทวน วิธีคำนวณ และหลักเกณฑ์ของแต่ละปี"
    files, title = scope.made_from("analysis"), "วิธีคำนวณและเกณฑ์"
    return Page(addresses.METHODOLOGY, OF_BLOCKS, title, about, files, replaceable=True, blocks=blocks)


def _edition_page(scope: SiteScope, own: FiscalYear) -> Page:
    analyses = [one.year for one in scope.results.years.values() if one.year.analysis is not None]
    is_older = own.analysis is not None and own is not analyses[-1]
    sections = own.analysis.sections if own.analysis and is_older else ()
    name = scope.speech.fiscal_year(own.year)
    title = f"หลักเกณฑ์การประเมิน {name}"
    about = f"เครื่องมือ น้ำหนัก ระดับ ข้อ OIT แบบวัด ปฏิทิน และหลักฐานที่ยืนยัน{title}"
    return Page(
        addresses.Subject("edition", own.year).path,
        OF_BLOCKS,
        title,
        about,
        tuple(filter(None, (own.edition.where().file,))),
        short=name,
        crumbs=(("วิธีคำนวณและเกณฑ์", addresses.METHODOLOGY),),
        blocks=tuple(edition_blocks(own, sections, scope.speech)),
        states_facts=bool(own.edition.where().file),
    )


def _accessibility(scope: SiteScope) -> Page:
    about = "วิธีใช้เว็บไซต์นี้ด้วยแป้นพิมพ์ โปรแกรมอ่านหน้าจอ และการพิมพ์"
    has_channels = bool(known(scope.site.agency.channels)) and not scope.site.options.from_document
    view = {
        "agency": scope.agency,
        "has_channels": has_channels,
        "own_scripts": scope.site.options.own_scripts,
    }
    title = "การเข้าถึงเว็บไซต์"
    return Page(addresses.ACCESSIBILITY, "accessibility.md.j2", title, about, CONFIG_FILES, view, replaceable=True)


def _contact(scope: SiteScope) -> Page:
    about = f"ช่องทางติดต่อ ที่ตั้ง และเว็บไซต์หลักของ{scope.agency}"
    agency = scope.site.agency
    blocks, states_facts = tuple(contact_blocks(agency, scope.speech)), can_be_reached(agency)
    return Page(
        addresses.CONTACT,
        OF_BLOCKS,
        "ติดต่อ",
        about,
        CONFIG_FILES,
        replaceable=True,
        blocks=blocks,
        states_facts=states_facts,
    )


TITLE = "ข้อมูลเปิด"


def plan_data_pages(scope: SiteScope, data: Catalogue, *, has_updates: bool) -> Iterator[Page]:
    """The page of the open data and those of its dictionary."""
    dataset = dataset_of(scope.results)
    about = f"ดาวน์โหลดข้อมูลทุกตารางของ{scope.agency} เป็น CSV JSON และ XLSX (Excel) พร้อมพจนานุกรมข้อมูลภาษาไทย"
    meta = {"linked_data": render_dataset(dataset, scope.site.agency, data.tables)}
    blocks = tuple(open_data_blocks(scope.results, data, dataset, scope.speech, has_updates=has_updates))
    yield Page(addresses.OPEN_DATA, OF_BLOCKS, TITLE, about, scope.files, meta=meta, blocks=blocks)
    for group, (name, _) in TABLE_GROUPS.items():
        yield _dictionary(scope, data, group, name)


def _dictionary(scope: SiteScope, data: Catalogue, group: str, name: str) -> Page:
    tables = [one for one in data.tables if group_of(one) == group]
    return Page(
        addresses.dictionary_path(group),
        OF_BLOCKS,
        f"พจนานุกรมข้อมูล {name}",
        f"ความหมายของทุกคอลัมน์ในตาราง {', '.join(one.title for one in tables)}",
        (),
        short=name,
        crumbs=((TITLE, addresses.OPEN_DATA),),
        blocks=tuple(dictionary_blocks(tables, scope.speech)),
        states_facts=bool(tables),
    )
