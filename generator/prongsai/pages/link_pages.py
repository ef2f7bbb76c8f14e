"""All links to other websites and what they show: one page for the newest years, and one for each year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from prongsai import addresses
from prongsai.links.memory import Memory
from prongsai.pages.escape import escape_line
from prongsai.pages.page import Page
from prongsai.pages.site_scope import SiteScope
from prongsai.views.content import Phrase
from prongsai.views.link_list import (
    LinkUse,
    ListedLink,
    by_unit,
    count_standings,
    items_of,
    last_check,
    list_links,
    list_uses,
)
from prongsai.views.link_states import STANDINGS, Standing
from prongsai.views.link_tables import counts_table, links_table, shorten_address
from prongsai.views.link_words import word_span
from prongsai.wording.terms import LINK_GRADES

NEWEST = 2  # years listed on the page of all links
BUDGET = 44_000  # bytes of HTML for the rows of a page, so that it stays below 60 KB with its frame
# Bytes of HTML: the tags and the day of a row, a link to an item in it, and a row of a table of counts.
_ROW, _USE, _COUNTS = 125, 40, 350
_YEARS = 4_500  # bytes more on a page of several years: their table, and the year beside each item
TITLE = "ลิงก์ทั้งหมด"


def plan_link_pages(scope: SiteScope, memory: Memory) -> Iterator[Page]:
    """The pages about links of a site with a register; which pages there are never depends on what was checked."""
    years = [number for number, result in scope.results.years.items() if result.year.register is not None]
    if not years:
        return
    if not scope.site.shows_notes:
        yield from _withheld(scope, years)
        return
    uses = {year: list_uses(scope.results, year, memory) for year in reversed(years)}
    yield _overview(scope, uses, memory)
    for year in years:
        yield _year(scope, year, uses[year], memory)


def _withheld(scope: SiteScope, years: Sequence[int]) -> Iterator[Page]:
    """What stands at the addresses of these pages where the state of links is the agency's own business."""
    about = f"ลิงก์ในทะเบียนคำตอบ OIT ของ{scope.agency}อยู่ในหน้าข้อ OIT ของแต่ละปี"
    indexes = [
        Phrase(f"ข้อ OIT {scope.speech.fiscal_year(year)}", href=addresses.section_path(year, "oit")) for year in years
    ]
    view = {"indexes": indexes, "counts": {"total": ""}}
    yield Page(addresses.LINKS, "links-withheld.md.j2", TITLE, about, (), view)
    for year, index in zip(years, indexes, strict=True):
        name, crumbs = scope.speech.fiscal_year(year), ((TITLE, addresses.LINKS),)
        own = {**view, "indexes": [index]}
        path, title = addresses.links_path(year), f"ลิงก์ {name}"
        yield Page(path, "links-withheld.md.j2", title, about, (), own, short=name, crumbs=crumbs)


def _overview(scope: SiteScope, uses: dict[int, tuple[LinkUse, ...]], memory: Memory) -> Page:
    speech = scope.speech
    newest = list(uses)[:NEWEST]
    every = [use for found in uses.values() for use in found]
    shown = [use for year in newest for use in uses[year]]
    years = [
        (Phrase(f"ปี {speech.digits(year)}", href=addresses.links_path(year)), found) for year, found in uses.items()
    ]
    view = {
        **_lists(scope, shown, memory),
        "counts": _counts(scope, every),
        "years": counts_table("years", "จำนวนลิงก์ของแต่ละปี", "ปีงบประมาณ", years, speech),
        "shown_years": " และ ".join(speech.digits(year) for year in newest),
        "older": len(uses) > len(newest),
        "window": "",
        "data": (),
    }
    about = f"ลิงก์ไปยังเว็บไซต์อื่นทุกลิงก์ในทะเบียนคำตอบ OIT ของ{scope.agency} สถานะ หน่วยงานที่รับผิดชอบ และตั้งแต่เมื่อใด"
    return Page(addresses.LINKS, "links.md.j2", TITLE, about, scope.made_from("oit"), view)


def _year(scope: SiteScope, year: int, uses: tuple[LinkUse, ...], memory: Memory) -> Page:
    register = scope.results.years[year].year.register
    window = register.check_window if register else None
    name = scope.speech.fiscal_year(year)
    view = {
        **_lists(scope, uses, memory),
        "counts": _counts(scope, uses),
        "years": None,
        "shown_years": "",
        "older": False,
        "window": word_span((window.first, window.last), scope.speech) if window else "",
        "data": (addresses.links_data_path(year, "csv"), addresses.links_data_path(year, "json")),
    }
    about = f"ลิงก์ไปยังเว็บไซต์อื่นในทะเบียนคำตอบ OIT {name} สถานะ หน่วยงานที่รับผิดชอบ และตั้งแต่เมื่อใด"
    files = tuple(file for file in scope.made_from("oit") if f"/{year}/" in file)
    crumbs = ((TITLE, addresses.LINKS),)
    return Page(addresses.links_path(year), "links.md.j2", f"ลิงก์ {name}", about, files, view, short=name, crumbs=crumbs)


def _counts(scope: SiteScope, uses: Sequence[LinkUse]) -> dict[str, Any]:
    """How many links there are, in words, and when they were last checked."""
    counts, day = count_standings(uses), last_check(uses)
    return {
        "total": scope.speech.digits(counts.total()) if counts else "",
        "words": [scope.speech.digits(f"{LINK_GRADES[one]} {counts[one]} ลิงก์") for one in STANDINGS if counts[one]],
        "checked_on": scope.speech.date(day) if day else "",
    }


def _lists(scope: SiteScope, uses: Sequence[LinkUse], memory: Memory) -> dict[str, Any]:
    """The links by standing, as many as the page can hold, and their counts by unit."""
    links = list_links(uses, memory)
    units = by_unit(uses, scope.site.agency.units)
    table = counts_table("units", "จำนวนลิงก์ของแต่ละหน่วยงาน", "หน่วยงาน", units, scope.speech)
    several = len({use.year for use in uses}) > 1
    left = BUDGET - _COUNTS * len(units) - (_YEARS if several else 0)
    shown = links[: sum(total <= left for total in accumulate(map(_weight, links)))]
    return {"groups": [_group(scope, one, links, shown) for one in STANDINGS], "units": table}


def _group(scope: SiteScope, standing: Standing, links: Sequence[ListedLink], shown: Sequence[ListedLink]) -> Any:
    """The links of one standing; every page has every heading, so that its address lasts."""
    rows = [link for link in shown if link.standing == standing]
    rest = [link for link in links[len(shown) :] if link.standing == standing]
    with_year = len({year for link in links for year, _ in link.uses}) > 1
    table = links_table(standing, rows, scope.speech, with_year=with_year) if rows else None
    return {
        "id": standing.replace("_", "-"),
        "title": LINK_GRADES[standing],
        "table": table,
        "more": scope.speech.digits(len(rest)) if rest else "",
        "more_items": () if with_year else items_of(rest),
    }


def _weight(link: ListedLink) -> int:
    """About how many bytes of HTML the row of a link takes."""
    texts = (shorten_address(link.url), link.unit, link.state.label if link.state else "")
    return _ROW + _USE * len(link.uses) + sum(len(escape_line(text).encode()) for text in texts)
