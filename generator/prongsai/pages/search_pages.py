"""The search page, and the lists of pages by year and kind that lead on where no script runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prongsai import addresses
from prongsai.pages.page import Page
from prongsai.pages.site_scope import SiteScope

MOST_BYTES = 30_000  # of links on one list; the frame of a page needs the rest of its 60 KB
Entry = tuple[str, str]  # title, path


def plan_search_pages(scope: SiteScope, pages: tuple[Page, ...], own: tuple[Entry, ...]) -> Iterator[Page]:
    """The search page and all lists of `pages`; `own` are pages written by hand."""
    taken = {page.path for page in pages}
    listed = [(page.title, page.path, page.year or 0) for page in pages]
    listed += [(title, path, 0) for title, path in own if path not in taken]
    years = sorted({year for _, _, year in listed}, reverse=True)
    names = {year: scope.speech.fiscal_year(year) if year else "หน้าที่ไม่แยกตามปี" for year in years}
    links = [(names[year], addresses.search_list_path(year)) for year in years]
    about = f"ค้นหาข้อมูลในเว็บไซต์ของ{scope.agency} และรายชื่อหน้าทั้งหมดแยกตามปี"
    view = {"lists": links, "numerals": "thai" if scope.speech.thai else "arabic"}
    yield Page(addresses.SEARCH, "search.md.j2", "ค้นหา", about, (), view)
    for year in years:
        yield from _lists(year, names[year], [(title, path) for title, path, of in listed if of == year])


def _lists(year: int, name: str, entries: list[Entry]) -> Iterator[Page]:
    """The list of a year; where it would be too heavy, a list for each kind below it."""
    groups = _by_kind(entries)
    is_light = sum(map(_weight, entries)) <= MOST_BYTES
    title = f"รายชื่อหน้า {name}" if year else f"รายชื่อ{name}"
    shown = [
        {"id": kind, "title": addresses.HEADINGS[kind], "count": len(found), "entries": found if is_light else ()}
        for kind, found in groups.items()
    ]
    parts = {kind: addresses.search_list_path(year, kind) for kind in groups} if not is_light else {}
    yield _page(addresses.search_list_path(year), title, {"groups": shown, "parts": parts, "pager": None})
    if not is_light:
        for kind, found in groups.items():
            yield from _kind_lists(year, name, kind, found)


def _kind_lists(year: int, name: str, kind: str, entries: list[Entry]) -> Iterator[Page]:
    """The lists of one kind of a year, as many as it fills."""
    size = max(1, MOST_BYTES // max(map(_weight, entries)))
    whole = [entries[start : start + size] for start in range(0, len(entries), size)]
    above = (f"รายชื่อหน้า {name}", addresses.search_list_path(year))
    for number, part in enumerate(whole, start=1):
        group = {"id": kind, "title": addresses.HEADINGS[kind], "count": len(entries), "entries": part}
        more = addresses.search_list_path(year, kind, number + 1) if number < len(whole) else ""
        title = f"รายชื่อหน้า{addresses.HEADINGS[kind]} {name}" + (f" ชุดที่ {number}" if number > 1 else "")
        view = {"groups": [group], "parts": {}, "pager": more}
        yield _page(addresses.search_list_path(year, kind, number), title, view, above)


def is_part(page: Page) -> bool:
    """Whether a page is a part of a list: it comes and goes with the size of its year, so it is no promise."""
    return page.subject.kind in {"search-list", "search-across"} and bool(page.subject.key)


def _page(path: str, title: str, view: dict[str, Any], *above: Entry) -> Page:
    crumbs = (("ค้นหา", addresses.SEARCH), *above)
    return Page(path, "search-list.md.j2", title, f"{title} แยกตามชนิดของหน้า", (), view, crumbs=crumbs)


def _by_kind(entries: list[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for title, path in entries:
        found.setdefault(addresses.KINDS[addresses.subject_of(path).kind].heading, []).append((title, path))
    return {kind: found[kind] for kind in addresses.HEADINGS if kind in found}


def _weight(entry: Entry) -> int:
    """About how many bytes of HTML a link takes."""
    title, path = entry
    return len(title.encode()) + len(path) + 40
