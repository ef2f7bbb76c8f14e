"""The pages that do not belong to one year: home, all years, all measures, methodology, accessibility, contact."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import addresses
from prongsai.blocks.accessibility import accessibility_blocks
from prongsai.blocks.across import years_blocks
from prongsai.blocks.all_measures import all_measures_blocks
from prongsai.blocks.contact import can_be_reached, contact_blocks
from prongsai.blocks.edition import edition_blocks, methodology_blocks
from prongsai.blocks.home import home_blocks, unknown_home_blocks
from prongsai.blocks.open_data import dictionary_blocks, open_data_blocks
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.pages.head import render_agency, render_dataset
from prongsai.pages.page import OF_BLOCKS, PROSE, Page
from prongsai.pages.scopes import SiteScope
from prongsai.problems import Problem
from prongsai.views.open_data.dataset import TABLE_GROUPS, Catalogue, dataset_of, group_of

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
    if scope.results.years:
        blocks = tuple(home_blocks(scope.results, problems, scope.speech))
    else:
        blocks = tuple(unknown_home_blocks(scope.results, scope.agency, scope.speech))
    about = f"{scope.assessment.result} มาตรการ และผลการดำเนินการของ{scope.agency}"
    files, title = (*CONFIG_FILES, *scope.files), scope.site.options.title
    meta: dict[str, str | tuple[str, ...]] = {"hide": ("toc",), "head": _what_it_is(scope)}
    meta["linked_data"] = render_agency(scope.site.agency)
    return Page(addresses.HOME, PROSE, title, about, files, meta=meta, blocks=blocks)


def _what_it_is(scope: SiteScope) -> str:
    """The text after the name of the site in the title of home; its owner, where that name does not say it."""
    known_from_name = scope.agency in scope.site.options.title
    return f"{scope.assessment.result} และมาตรการ{'' if known_from_name else f'ของ{scope.agency}'}"


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
    own_scripts = scope.site.options.own_scripts
    blocks = tuple(accessibility_blocks(scope.agency, has_channels=has_channels, own_scripts=own_scripts))
    title = "การเข้าถึงเว็บไซต์"
    return Page(addresses.ACCESSIBILITY, PROSE, title, about, CONFIG_FILES, replaceable=True, blocks=blocks)


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
