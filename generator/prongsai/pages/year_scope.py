"""What the pages of one fiscal year share: its facts, its words, its navigation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from prongsai import addresses
from prongsai.analysis.results import Results, YearResult
from prongsai.links.memory import Memory
from prongsai.model.measures import Measure
from prongsai.model.site import FiscalYear
from prongsai.pages.page import Page
from prongsai.problems import Problem
from prongsai.views.assessment import Assessment, assessment_of
from prongsai.views.documents import downloads_of, signed_of
from prongsai.views.frozen import NOTHING_FROZEN, FrozenNow
from prongsai.views.known_sections import has_item, has_section
from prongsai.views.link_states import NO_MEMORY
from prongsai.views.oit import has_page
from prongsai.views.speech import Speech

_BESIDE = {"year", "updates"}  # pages of a year that its navigation has not
SECTIONS = [kind.name for kind in addresses.KINDS.values() if kind.in_year and kind.title and kind.name not in _BESIDE]


@dataclass(frozen=True)
class YearScope:
    """One year of a site, with all results, the problems found, how values are said and what is remembered of links.

    `frozen` is the evidence that was kept, beside what is there now; `published` are the addresses that live on, None
    where every page stands.
    """

    results: Results
    result: YearResult
    problems: tuple[Problem, ...]
    speech: Speech
    links: Memory = NO_MEMORY
    frozen: FrozenNow = NOTHING_FROZEN
    published: frozenset[str] | None = None

    @property
    def own(self) -> FiscalYear:
        """The facts of the year."""
        return self.result.year

    @property
    def number(self) -> int:
        """The fiscal year (Buddhist Era)."""
        return self.own.year

    @property
    def name(self) -> str:
        """ปีงบประมาณ พ.ศ. ๒๕๖๔."""
        return self.speech.fiscal_year(self.number)

    @property
    def assessment(self) -> Assessment:
        """What the assessment of the year is called."""
        return assessment_of(self.own.edition)

    @property
    def shows_notes(self) -> bool:
        """Whether readers see what the program found."""
        return self.results.site.shows_notes

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures for the year."""
        return self.own.listed_measures

    @property
    def answered(self) -> YearResult | None:
        """The year whose result the measures answer, when the site has it."""
        year = self.own.answered_year
        return self.results.years.get(year) if year is not None else None

    @property
    def answered_name(self) -> str:
        """The name of the year that the measures answer, or an empty text."""
        year = self.own.answered_year
        return self.speech.fiscal_year(year) if year is not None else ""

    @property
    def answered_files(self) -> tuple[str, ...]:
        """The data files of the result that the measures answer."""
        year = self.own.answered_year
        return self.files("analysis", "scores", years=(year,)) if year is not None else ()

    @property
    def sections(self) -> tuple[tuple[str, str, str], ...]:
        """The year's own navigation: (section, title, path)."""
        shown = filter(self.has_page, SECTIONS)
        return tuple((name, addresses.HEADINGS[name], addresses.section_path(self.number, name)) for name in shown)

    def has_page(self, section: str) -> bool:
        """Whether a section is in the year's navigation: it has something to say, or stood there before."""
        path = addresses.section_path(self.number, section)
        is_kept = section not in {"questions", "notes", "memo"} and (self.published is None or path in self.published)
        return is_kept or has_section(self.results, self.number, section)

    def has_item_page(self, code: str) -> bool:
        """Whether an item has a page: something is known of it, or its page was published once."""
        path = addresses.item_path(self.number, code)
        is_kept = self.published is None or path in self.published
        return has_page(self.result, code) and (is_kept or has_item(self.results, self.number, code))

    def files(self, *names: str, years: Iterable[int] | None = None) -> tuple[str, ...]:
        """Those data files that a page is made from: of this year, or of the given ones."""
        wanted = {f"data/{number}/{name}.yml" for number in years or (self.number,) for name in names}
        existing = {file for result in self.results.years.values() for file in result.year.files}
        return tuple(sorted(wanted & existing))

    def filed(self, section: str) -> dict[str, Any]:
        """The documents of a section and its signed copy, where there are any."""
        downloads = downloads_of(self.results.site.options, self.own, section)
        signed = signed_of(self.own, section, self.speech)
        return {"downloads": downloads, "signed": signed} if downloads or signed else {}

    def section(self, name: str, title: str, about: str, view: Mapping[str, Any], files: tuple[str, ...]) -> Page:
        """A page that is a section of the year."""
        return Page(
            path=addresses.section_path(self.number, name),
            template=f"{name}.md.j2",
            title=title,
            description=about,
            made_from=files,
            view={**view, **self.filed(name), "year_sections": self.sections, "year_name": self.name},
            short=addresses.HEADINGS[name],
            crumbs=((self.name, addresses.year_path(self.number)),),
        )

    def below(self, section: str, page: Page) -> Page:
        """The page placed below a section of the year."""
        crumbs = (
            (self.name, addresses.year_path(self.number)),
            (addresses.HEADINGS[section], addresses.section_path(self.number, section)),
        )
        shared = {"year_sections": self.sections, "year_name": self.name}
        return replace(page, crumbs=crumbs, view={**page.view, **shared})
