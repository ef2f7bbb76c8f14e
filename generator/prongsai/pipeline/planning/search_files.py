"""The files of the search: made from the pages of the plan and from those written by hand, before the engine runs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.analysis.shared_work import units_meant
from prongsai.blocks.passages import PageText
from prongsai.exports.search_index import Found, export_search, read_page_text
from prongsai.model.site import Site
from prongsai.pipeline.content.owners import CONTENT
from prongsai.pipeline.planning.write_pages import Written
from prongsai.thai.text import clean_text

_FRONT_MATTER = re.compile(r"\A---\r?\n(.*?)\r?\n---\r?\n", re.DOTALL)
_TITLE = re.compile(r"^title:\s*(.+?)\s*$", re.MULTILINE)
_ROBOTS = re.compile(r"^robots:[ \t]*[^\s#]", re.MULTILINE)
_LISTS_OF_RULES = re.compile("items|subjects|nearest|unverified|sources")
_HEADING = re.compile(r"^# +(.+?)(?: *\{[^{}]*\})? *$", re.MULTILINE)


def search_files(
    root: Path, results: Results, written: Sequence[Written], own: Mapping[str, str]
) -> dict[str, str | bytes]:
    """The index and the titles by their paths; `own` are the pages written by hand with their files.

    There are none where no page searches in them.
    """
    if all(one.page.path != addresses.SEARCH for one in written):
        return {}
    pages = [_found(one, results) for one in written if not one.page.path.startswith(addresses.SEARCH)]
    taken = {page.path for page in pages}
    titles = {path: title for title, path in own_titles(root, own)}
    pages += [
        Found(path, titles[path], addresses.subject_of(path).year or 0, read_page_text(path, _html(_read(root, name))))
        for path, name in own.items()
        if path not in taken
    ]
    return export_search(pages, {key: unit.name for key, unit in results.site.agency.units.items()})


def _found(one: Written, results: Results) -> Found:
    page = one.page
    says = _without_lists(one.says or read_page_text(page.path, one.text.markdown), page.path)
    return Found(
        page.path,
        clean_text(page.title)[0],
        page.year or page.subject.year or 0,  # the rules of a year are found with the pages of that year
        _with_shared(says, page.year, results.site),
        page.status,
        _meaning(page.subject, results),
    )


def _meaning(subject: addresses.Subject, results: Results) -> str:
    """The name that the pages of one thing share over the years; empty for a page of which each year has another."""
    if subject.year is None:
        return ""
    if subject.kind != "item":
        return subject.kind if not subject.key else ""
    items = results.years[subject.year].year.edition.items if subject.year in results.years else {}
    key = next((item.key for code, item in items.items() if addresses.item_slug(code) == subject.key), None)
    return f"{subject.kind} {key}" if key else ""


def _without_lists(says: PageText, path: str) -> PageText:
    """The text of a page; of the rules of a year without its lists, of the items of a year without units.

    They would be a sixth of the index, which phones on slow lines wait for, and push the pages of the items down.
    """
    kind = addresses.subject_of(path).kind
    if kind in {"links", "year-links", "two-years"}:  # states of links; what the pages of the two years say
        told = (replace(one, text="", aside=f"{one.text} {one.aside}".strip()) for one in says.passages)
        return replace(says, passages=tuple(told))
    if kind == "oit":  # a unit is found by the items that it answers
        return replace(says, units=())
    if kind != "edition":
        return says
    return replace(says, passages=tuple(one for one in says.passages if not _LISTS_OF_RULES.fullmatch(one.anchor)))


def _with_shared(says: PageText, year: int | None, site: Site) -> PageText:
    """The text of a page of a year with the units too that a word for several means there."""
    meant = (one for key in says.units for one in units_meant(site, key, year)) if year is not None else ()
    return replace(says, units=tuple(dict.fromkeys((*says.units, *meant))))


def own_titles(root: Path, own: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The pages written by hand as title and path."""
    return tuple((_title(_read(root, name), path), path) for path, name in own.items())


def is_kept_from_robots(root: Path, name: str) -> bool:
    """True if the front matter of a page written by hand has a word for search engines, such as `noindex`."""
    front = _FRONT_MATTER.match(_read(root, name))
    return front is not None and _ROBOTS.search(front[1]) is not None


def _read(root: Path, name: str) -> str:
    """The text of a page; nothing where it cannot be read, since the engine says what is wrong with it."""
    try:
        return (root / CONTENT / name).read_text("utf-8", errors="replace")
    except OSError:
        return ""


def _title(text: str, path: str) -> str:
    """The title that the front matter gives a page, else its first heading, else its path."""
    front = _FRONT_MATTER.match(text)
    named = (_TITLE.search(front[1]) if front else None) or _HEADING.search(text)
    return clean_text(named[1].strip("\"'"))[0] if named else path


def _html(text: str) -> str:
    """A page written by hand as HTML, by the extensions that the engine is given."""
    from markdown import markdown

    body = _FRONT_MATTER.sub("", text, count=1)
    return str(markdown(body, extensions=["attr_list", "tables", "toc"]))
