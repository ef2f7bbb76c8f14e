"""The search page, and the lists of pages by year and kind that lead on where no script runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai import addresses
from prongsai.blocks.block import Block
from prongsai.blocks.signposts import Entry, PageList, list_blocks, search_blocks
from prongsai.pages.page import OF_BLOCKS, PROSE, Page
from prongsai.pages.scopes import SiteScope
from prongsai.views.speech import Speech

# The first asks for the index; the others are named too, so that a slow line brings them at once.
SCRIPTS = {
    "early": ("search/read",),
    "imported": tuple(f"search/{name}" for name in ("page", "find", "query", "rank", "result", "meaning")),
}
MOST_BYTES = 30_000  # of links on one list; the frame of a page needs the rest of its 60 KB


def plan_search_pages(scope: SiteScope, pages: tuple[Page, ...], own: tuple[Entry, ...]) -> Iterator[Page]:
    """The search page and all lists of `pages`; `own` are pages written by hand."""
    taken = {page.path for page in pages}
    listed = [(page.title, page.path, page.year or 0) for page in pages]
    listed += [(title, path, 0) for title, path in own if path not in taken]
    years = sorted({year for _, _, year in listed}, reverse=True)
    names = {year: scope.speech.fiscal_year(year) if year else "หน้าที่ไม่แยกตามปี" for year in years}
    links = [(names[year], addresses.search_list_path(year)) for year in years]
    about = f"ค้นหาข้อมูลในเว็บไซต์ของ{scope.agency} และรายชื่อหน้าทั้งหมดแยกตามปี"
    blocks = tuple(search_blocks(links, scope.speech))
    yield Page(addresses.SEARCH, PROSE, "ค้นหา", about, (), meta=SCRIPTS, blocks=blocks)
    for year in years:
        yield from _lists(year, names[year], [(title, path) for title, path, of in listed if of == year], scope.speech)


def _lists(year: int, name: str, entries: list[Entry], speech: Speech) -> Iterator[Page]:
    """The list of a year; where it would be too heavy, a list for each kind below it."""
    groups = _by_kind(entries)
    is_light = sum(map(_weight, entries)) <= MOST_BYTES
    title = f"รายชื่อหน้า {name}" if year else f"รายชื่อ{name}"
    shown = [
        PageList(kind, len(found), tuple(found) if is_light else (), addresses.search_list_path(year, kind))
        for kind, found in groups.items()
    ]
    yield _page(addresses.search_list_path(year), title, list_blocks(shown, speech))
    if not is_light:
        for kind, found in groups.items():
            yield from _kind_lists(year, name, PageList(kind, len(found), tuple(found)), speech)


def _kind_lists(year: int, name: str, whole: PageList, speech: Speech) -> Iterator[Page]:
    """The lists of one kind of a year, as many as it fills."""
    kind, size = whole.kind, max(1, MOST_BYTES // max(map(_weight, whole.entries)))
    starts = range(0, whole.count, size)
    above = (f"รายชื่อหน้า {name}", addresses.search_list_path(year))
    for number, start in enumerate(starts, start=1):
        part = PageList(kind, whole.count, whole.entries[start : start + size])
        following = addresses.search_list_path(year, kind, number + 1) if number < len(starts) else ""
        title = f"รายชื่อหน้า{addresses.HEADINGS[kind]} {name}" + (f" ชุดที่ {number}" if number > 1 else "")
        blocks = list_blocks((part,), speech, following)
        yield _page(addresses.search_list_path(year, kind, number), title, blocks, above)


def is_part(page: Page) -> bool:
    """True if a page is a part of a list: it comes and goes with the size of its year, so it is no promise."""
    return page.subject.kind in {"search-list", "search-across"} and bool(page.subject.key)


def _page(path: str, title: str, blocks: Iterable[Block], *above: Entry) -> Page:
    crumbs, about = (("ค้นหา", addresses.SEARCH), *above), f"{title} แยกตามชนิดของหน้า"
    return Page(path, OF_BLOCKS, title, about, (), crumbs=crumbs, blocks=tuple(blocks))


def _by_kind(entries: list[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for title, path in entries:
        found.setdefault(addresses.KINDS[addresses.subject_of(path).kind].heading, []).append((title, path))
    return {kind: found[kind] for kind in addresses.HEADINGS if kind in found}


def _weight(entry: Entry) -> int:
    """About how many bytes of HTML a link takes."""
    title, path = entry
    return len(title.encode()) + len(path) + 40
