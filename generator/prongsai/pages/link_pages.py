"""All links to other websites and what they show: one page for the newest years, and one for each year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from urllib.parse import quote

from prongsai import addresses
from prongsai.blocks.links import Listing, overview_blocks, withheld_blocks, year_blocks
from prongsai.links.memory import Memory
from prongsai.pages.escape import escape_line
from prongsai.pages.page import OF_BLOCKS, Page
from prongsai.pages.scopes import SiteScope
from prongsai.views.links.listed import LinkUse, ListedLink, by_unit, list_links, list_uses
from prongsai.views.links.tables import shorten_address

NEWEST = 2  # years listed on the page of all links
BUDGET = 46_000  # bytes of HTML for the rows of a page, so that it stays below 60 KB with its frame
# Bytes of HTML: the tags and the day of a row, a link to an item in it, and a row of a table of counts.
_ROW, _USE, _COUNTS = 140, 40, 350
_YEARS = 4_500  # bytes more on a page of several years: their table, and the year next to each item
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
    """The text at the addresses of these pages where the state of links is the agency's own business."""
    about = f"ลิงก์ในทะเบียนคำตอบ OIT ของ{scope.agency}อยู่ในหน้าข้อ OIT ของแต่ละปี"
    page = Page(addresses.LINKS, OF_BLOCKS, TITLE, about, (), states_facts=False)
    yield replace(page, blocks=tuple(withheld_blocks(years, scope.speech)))
    for year in years:
        yield _of_year(scope, year, replace(page, blocks=tuple(withheld_blocks((year,), scope.speech))))


def _of_year(scope: SiteScope, year: int, page: Page) -> Page:
    """The page placed as that of one year."""
    name = scope.speech.fiscal_year(year)
    path, crumbs = addresses.links_path(year), ((TITLE, addresses.LINKS),)
    return replace(page, path=path, title=f"ลิงก์ {name}", short=name, crumbs=crumbs)


def _overview(scope: SiteScope, uses: Mapping[int, tuple[LinkUse, ...]], memory: Memory) -> Page:
    newest = tuple(uses)[:NEWEST]
    listing = _list(scope, newest, [use for year in newest for use in uses[year]], memory)
    blocks = overview_blocks(uses, listing, scope.site.agency.units, scope.speech)
    about = f"ลิงก์ไปยังเว็บไซต์อื่นทุกลิงก์ในทะเบียนคำตอบ OIT ของ{scope.agency} สถานะ หน่วยงานที่รับผิดชอบ และตั้งแต่เมื่อใด"
    page = Page(addresses.LINKS, OF_BLOCKS, TITLE, about, scope.made_from("oit"), blocks=tuple(blocks))
    return replace(page, states_facts=any(uses.values()))


def _year(scope: SiteScope, year: int, uses: tuple[LinkUse, ...], memory: Memory) -> Page:
    register = scope.results.years[year].year.register
    window = register.check_window if register else None
    listing = replace(_list(scope, (year,), uses, memory), is_whole_year=True)
    blocks = tuple(year_blocks(listing, window, scope.site.agency.units, scope.speech))
    name = scope.speech.fiscal_year(year)
    about = f"ลิงก์ไปยังเว็บไซต์อื่นในทะเบียนคำตอบ OIT {name} สถานะ หน่วยงานที่รับผิดชอบ และตั้งแต่เมื่อใด"
    files = tuple(file for file in scope.made_from("oit") if f"/{year}/" in file)
    page = Page(addresses.LINKS, OF_BLOCKS, TITLE, about, files, blocks=blocks, states_facts=bool(uses))
    return _of_year(scope, year, page)


def _list(scope: SiteScope, years: tuple[int, ...], uses: Sequence[LinkUse], memory: Memory) -> Listing:
    """The links of some years, as many as the page can hold."""
    whole = list_links(uses, memory)
    listing = Listing(years, uses, whole, len(whole))
    left = BUDGET - _COUNTS * len(by_unit(uses, scope.site.agency.units))
    left -= _YEARS if listing.has_several_years else 0
    return replace(listing, shown=sum(total <= left for total in accumulate(map(_weight, whole))))


def _weight(link: ListedLink) -> int:
    """About how many bytes of HTML the row of a link takes."""
    coded = quote(link.url, safe="/:?#[]@!$&'()*+,;=%")
    texts = (shorten_address(link.url), coded, link.unit, link.state.label if link.state else "")
    return _ROW + _USE * len(link.uses) + sum(len(escape_line(text).encode()) for text in texts)
