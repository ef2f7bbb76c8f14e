"""The texts of pages as readers see them, without theme, and without what changes by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from prongsai.analysis.results import Results, analyse_site
from prongsai.engines.shipped import ENGINE
from prongsai.links.page_text import read_article
from prongsai.pages.page import OF_BLOCKS, Page
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from prongsai.pipeline.content.owners import CONTENT
from prongsai.submissions.text_changes import HEADING


@dataclass(frozen=True)
class PageSources:
    """The sources of pages: the site's folder, its results, and the files of pages written by hand by their paths.

    `site_url` is the address of the site that a text names, whatever it is now.
    """

    root: Path
    results: Results
    own_pages: Mapping[str, str]
    site_url: str


class _Everything(Collection[str]):
    """The paths of a site on which every link leads somewhere: what exists elsewhere changes no text of a page."""

    def __contains__(self, _: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def read_page_texts(sources: PageSources, paths: Collection[str]) -> dict[str, str]:
    """The text of each page, a line a block, headings marked; none for a path that is no page.

    It is what the data of the agency says there: neither what was found of links, nor notes on the data, nor what the
    officer alone sees is in it. Pages of blocks are read from these, so that no theme changes their text.
    """
    if not paths:
        return {}
    site = sources.results.site
    # Neither where the site is built for nor which documents this machine can make is a matter of the text.
    options = site.options.model_copy(update={"site_url": sources.site_url or None, "documents": "off"})
    results = analyse_site(replace(site, options=options, for_officer=False, forms_lacking=frozenset()))
    renderer = Renderer(_Everything(), speech_of(results))
    planned = {page.path: page for page in plan_pages(results, ()) if page.path in paths}
    texts = {path: _read(page, renderer, sources) for path, page in planned.items() if path not in sources.own_pages}
    own = {path: sources.own_pages[path] for path in paths if path in sources.own_pages}
    return texts | {path: text for path, name in own.items() if (text := _read_own(sources.root, name))}


def _read(page: Page, renderer: Renderer, sources: PageSources) -> str:
    if page.form != OF_BLOCKS:
        return read_article(ENGINE.converter(sources.root)(renderer.render(page)))
    lines = [f"{HEADING}{page.title}"]
    for heading, inside in renderer.read_lines(page):
        lines += [f"{HEADING}{heading}"] if heading else []
        lines += inside
    return "\n".join(lines)


def _read_own(root: Path, name: str) -> str:
    """The text of a page written by hand."""
    try:
        markdown = (root / CONTENT / name).read_text("utf-8-sig", errors="replace")
    except OSError:
        return ""
    return read_article(ENGINE.converter(root)(markdown))
