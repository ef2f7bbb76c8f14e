"""The pages of a saved file, made at once from what is known of the site; a whole build has the last word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from prongsai.addresses import content_name, content_path
from prongsai.analysis.results import Results, YearResult, analyse_site
from prongsai.engines.engine import CONTENT, Engine, MakePage, WarmEngine
from prongsai.engines.shipped import ENGINE
from prongsai.loading.load_site import YEAR_FILES, Loaded, load_site
from prongsai.loading.load_year import Kept, load_year
from prongsai.model.drafts import with_drafts_marked
from prongsai.model.known_parts import known_site
from prongsai.model.site import FiscalYear, Site
from prongsai.pages.anchors import insert_anchors, withheld_ids
from prongsai.pages.page import Page
from prongsai.pages.plan import plan_year_pages, speech_of
from prongsai.pages.render import Renderer
from prongsai.pipeline.begin_build import WORK
from prongsai.pipeline.check import Checked, check_folder
from prongsai.pipeline.content.articles import Articles
from prongsai.pipeline.content.page_mark import sign_page
from prongsai.pipeline.make_documents import make_documents
from prongsai.problems import Problem
from prongsai.views.downloads import document_paths
from prongsai.wording import Severity, severity_of

_NAMES = "|".join(re.escape(name) for name in YEAR_FILES)
_OF_YEAR = re.compile(rf"data/([0-9]{{4}})/(?:{_NAMES})")
_THINGS = {"measure", "item"}
_OWN_PAGE = re.compile(rf"{CONTENT}/(.+\.md)")


@dataclass(frozen=True)
class First:
    """The first pages after a save, by the names of their files in the site; None where a page is gone.

    `errors` are those of the saved file itself, because of which there are no pages.
    """

    pages: Mapping[str, bytes | None] = field(default_factory=dict)
    errors: tuple[Problem, ...] = ()


def check_preview(root: Path, address: str) -> Checked:
    """The site in `root`, checked as a build for its preview does."""
    return check_folder(root, address, for_officer=True, shows_drafts=True)


class FirstPages:
    """The knowledge of the site that was built last from `root`, to make some of its pages before all others."""

    def __init__(self, root: Path, checked: Checked) -> None:
        planned = checked.planned
        self.root = root
        self.checked = checked
        self.problems = checked.problems
        self.loaded: Loaded = load_site(root)
        self.results: Results = checked.results
        self.pages = {page.path: page for page in planned.pages if page.path not in planned.own_pages}
        self._faulty: set[int] = set()
        self._kept: Kept = {}
        self._marked = dict(map(self._mark, self.loaded.site.years))
        self.counts = make_documents(checked.store, planned.documents, checked.results.site.forms_lacking).pages
        self._make, self._around = _open(ENGINE, self.root), self._read_around()

    def can_take(self, names: Iterable[str]) -> bool:
        """True if only files changed whose pages can be made before all others."""
        years = {str(one.year) for one in self.loaded.site.years}
        of_years = (_OF_YEAR.fullmatch(name) for name in names)
        own = {f"{CONTENT}/{name}" for name in self.checked.planned.own_pages.values()}
        return all(match[1] in years if match else name in own for name, match in zip(names, of_years, strict=True))

    def renew(self, problems: tuple[Problem, ...] | None) -> None:
        """Take over what a whole build in another process has found, if it has ended well."""
        if problems is None:
            return
        self.problems = problems
        if self._around != (around := self._read_around()):
            self._make, self._around = _open(ENGINE, self.root), around

    def _read_around(self) -> tuple[bytes, ...]:
        """The files that the engine has read besides pages of years: its settings, and pages that people wrote."""
        own = sorted(self.checked.planned.own_pages.values())
        names = (ENGINE.settings.name, ENGINE.settings.base, *(f"{CONTENT}/{name}" for name in own))
        places = (self.root / name for name in names)
        return tuple(place.read_bytes() if place.is_file() else b"" for place in places)

    def take(self, names: Iterable[str], looked_at: Iterable[str] = ()) -> First:
        """The first pages after these files were saved: of their years, and of what somebody is `looked_at` them.

        A year that had errors is read again with them.
        """
        names = [*names]
        own = (match[1] for name in names if (match := _OWN_PAGE.fullmatch(name)))
        made: dict[str, bytes | None] = dict(self._own_pages(own))
        numbers = {int(match[1]) for name in names if (match := _OF_YEAR.fullmatch(name))} | self._faulty
        for name in names:
            self._kept.pop(name, None)
        read = {number: load_year(self.root, number, self.loaded, self._kept) for number in sorted(numbers)}
        errors = [one for _, found in read.values() for one in found if severity_of(one.code) is Severity.ERROR]
        self._faulty = numbers if errors else set()
        if numbers and not errors:
            self._take_in({number: year for number, (year, _) in read.items()})
            made |= self._pages_of(numbers | self._looked_at(names, looked_at))
        return First(made, tuple(errors))

    def _own_pages(self, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        for name in names:
            if self._make and (self.root / CONTENT / name).is_file() and (made := self._make(name, b"", None)):
                yield _file_of(name), made

    def _take_in(self, years: Mapping[int, FiscalYear]) -> None:
        """Know these years as they are now."""
        was = self.loaded.site
        site = replace(was, years=tuple(years.get(one.year, one) for one in was.years))
        self.loaded = replace(self.loaded, site=site)
        self._marked |= dict(map(self._mark, years.values()))
        marked = replace(self._settled(site), years=tuple(self._marked[one.year] for one in site.years))
        known = known_site(marked, self.checked.ledger.live)
        now, before = analyse_site(known), self.results.years
        for number, result in now.years.items():
            old = before.get(number)
            if old and all(one is two for one, two in zip(_of(old), _of(result), strict=True)):
                now.years[number] = old  # with what was computed of it
        self.results = now

    def _mark(self, year: FiscalYear) -> tuple[int, FiscalYear]:
        """A year by its number, as the officer sees it."""
        return year.year, with_drafts_marked(replace(self.loaded.site, years=(year,))).years[0]

    def _settled(self, site: Site) -> Site:
        known = self.checked.results.site
        return replace(
            site,
            options=known.options,
            content=known.content,
            for_officer=known.for_officer,
            forms_lacking=known.forms_lacking,
        )

    def _looked_at(self, names: Iterable[str], looked_at: Iterable[str]) -> set[int]:
        """The years of pages that somebody looks at and that show what was saved."""
        saved = {*names}
        pages = (self.pages[path] for path in looked_at if path in self.pages)
        return {page.year for page in pages if page.year is not None and saved & {*page.made_from}}

    def _pages_of(self, years: set[int]) -> dict[str, bytes | None]:
        """The pages of these years that became others, and those that are gone."""
        checked = self.checked
        if checked.frozen or self._make is None:  # of frozen evidence pages say what only a whole build finds
            return {}
        known = (self.results, self.problems, checked.links, checked.history, checked.ledger.live)
        planned = {page.path: page for page in plan_year_pages(sorted(years), *known)}
        gone = [page for page in self.pages.values() if page.year in years and _is_gone(page, planned)]
        changed = [page for path, page in planned.items() if self.pages.get(path) != page]
        self.pages = {**self.pages, **planned}
        for page in gone:
            del self.pages[page.path]
        own = checked.planned.own_pages
        made = {
            _file_of(page.source): data for page, data in self._made([one for one in changed if one.path not in own])
        }
        return {**dict.fromkeys((_file_of(page.source) for page in gone), None), **made}

    def _made(self, pages: Iterable[Page]) -> Iterator[tuple[Page, bytes]]:
        existing = self.checked.planned.given | self.pages.keys()
        renderer = Renderer(existing, speech_of(self.results), self._sizes(), self.counts)
        for page in pages:
            text = renderer.write(page)
            if lost := self._withheld(page) - renderer.ids_of(page):
                text = insert_anchors(text, dict.fromkeys(lost, ""))
            name = f"{CONTENT}/{page.source}"
            markdown = sign_page(name, text.markdown.encode())
            made = self._make and self._make(page.source, markdown, Articles({name: text}).get(page.source))
            if made:
                yield page, made

    def _withheld(self, page: Page) -> frozenset[str]:
        live = self.checked.ledger.live
        ids = (one.removeprefix(f"{page.path}#") for one in live if one.startswith(f"{page.path}#"))
        return withheld_ids(page.path, ids)

    def _sizes(self) -> dict[str, int]:
        """The sizes of attachments, and of data for machines as it was made last."""
        files = self.results.site.content
        found = {content_path(one.name): one.size for one in files if one.is_attachment}
        papers = self.checked.planned.documents
        lacking = self.results.site.forms_lacking
        handed_out = {path for one in papers for path in document_paths(one.year, one.kind, lacking).values()}
        for path in self.checked.planned.given - handed_out:
            place = self.root / CONTENT / content_name(path)
            if not path.endswith("/") and place.is_file():
                found[path] = place.stat().st_size
        return found


def _open(engine: Engine, root: Path) -> MakePage | None:
    return engine.open(root, root / WORK / "first-pages") if isinstance(engine, WarmEngine) else None


def _of(result: YearResult) -> tuple[FiscalYear | None, ...]:
    return (result.year, result.previous, result.following)


def _is_gone(page: Page, planned: Mapping[str, Page]) -> bool:
    """True if a page was about a thing that is not there any more."""
    return page.subject.kind in _THINGS and page.path not in planned


def _file_of(source: str) -> str:
    """The file in the site that a Markdown file below content/ becomes."""
    folder, _, name = source.rpartition("/")
    stem = name.removesuffix(".md")
    whole = folder if stem in {"index", "README"} else f"{folder}/{stem}" if folder else stem
    return f"{whole}/index.html" if whole else "index.html"
