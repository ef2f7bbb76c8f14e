"""The files of the search: made from the pages of the plan and from those written by hand, before the engine runs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.blocks.passages import PageText
from prongsai.exports.search_index import Found, export_search, read_page_text
from prongsai.pages.page import OF_BLOCKS, Page
from prongsai.pipeline.content.generated_list import CONTENT
from prongsai.thai.text import clean_text

_FRONT_MATTER = re.compile(r"\A---\r?\n(.*?)\r?\n---\r?\n", re.DOTALL)
_TITLE = re.compile(r"^title:\s*(.+?)\s*$", re.MULTILINE)
_HEADING = re.compile(r"^# +(.+?)(?: *\{[^{}]*\})? *$", re.MULTILINE)


def search_files(
    root: Path,
    results: Results,
    markdown: Sequence[tuple[Page, str]],
    own: Mapping[str, str],
    read: Callable[[Page], PageText],
) -> dict[str, str]:
    """The index and the titles by their paths; `own` are the pages written by hand with their files.

    `read` tells what the blocks of a page say; of the other pages the Markdown is read. There are no files where no
    page searches in them.
    """
    if all(page.path != addresses.SEARCH for page, _ in markdown):
        return {}
    pages = [
        Found(
            page.path,
            clean_text(page.title)[0],
            page.year or 0,
            read(page) if page.template == OF_BLOCKS else read_page_text(page.path, text),
            page.status,
        )
        for page, text in markdown
        if not page.path.startswith(addresses.SEARCH)
    ]
    taken = {page.path for page in pages}
    titles = {path: title for title, path in own_titles(root, own)}
    pages += [
        Found(path, titles[path], addresses.subject_of(path).year or 0, read_page_text(path, _html(_read(root, name))))
        for path, name in own.items()
        if path not in taken
    ]
    return export_search(pages, {key: unit.name for key, unit in results.site.agency.units.items()})


def own_titles(root: Path, own: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The pages written by hand as title and path."""
    return tuple((_title(_read(root, name), path), path) for path, name in own.items())


def _read(root: Path, name: str) -> str:
    """The text of a page; nothing where it cannot be read, since the engine says what is wrong with it."""
    try:
        return (root / CONTENT / name).read_text("utf-8", errors="replace")
    except OSError:
        return ""


def _title(text: str, path: str) -> str:
    """What its front matter calls a page, else its first heading, else its path."""
    front = _FRONT_MATTER.match(text)
    named = (_TITLE.search(front[1]) if front else None) or _HEADING.search(text)
    return clean_text(named[1].strip("\"'"))[0] if named else path


def _html(text: str) -> str:
    """A page written by hand as HTML, by the extensions that the engine is given."""
    from markdown import markdown

    body = _FRONT_MATTER.sub("", text, count=1)
    return str(markdown(body, extensions=["attr_list", "tables", "toc"]))
