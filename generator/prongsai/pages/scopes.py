"""The material of pages: of the whole site, and of one year."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from prongsai import addresses
from prongsai.addresses import Subject
from prongsai.analysis.results import Results, once
from prongsai.blocks.block import Block, Paragraph, Strip
from prongsai.blocks.scope import Scope
from prongsai.model.recorder import Keeper, Recorder, noting, recorded_property
from prongsai.model.site import Site
from prongsai.model.stated import known
from prongsai.pages.page import OF_BLOCKS, Page
from prongsai.views.assessment import AssessmentName, shared_assessment
from prongsai.views.content import NamedFact, Phrase
from prongsai.views.downloads import downloads_of, signed_of
from prongsai.views.frozen import NOTHING_FROZEN, FrozenNow
from prongsai.views.known_sections import has_item, has_section
from prongsai.views.oit.items import has_page
from prongsai.views.questions import questions_by_subject
from prongsai.views.speech import Speech

T = TypeVar("T")


@dataclass(frozen=True)
class SiteScope:
    """A whole site and how its values are said."""

    results: Results
    speech: Speech
    keeper: Keeper | None = None

    def kept(self, name: Hashable, make: Callable[[], T], *given: object) -> T:
        """A part of the plan, made again only where what it reads, or is `given`, is another than before."""
        return make() if self.keeper is None else self.keeper.get(name, make, *given)

    @property
    def recorder(self) -> Recorder | None:
        """The recorder of what is read of the results."""
        return self.results.recorder

    @property
    def site(self) -> Site:
        """The facts of the site."""
        return self.results.site

    @property
    def agency(self) -> str:
        """The agency's name, or the word for an agency."""
        return known(self.site.agency.name) or "หน่วยงาน"

    @property
    def assessment(self) -> AssessmentName:
        """The name of the assessments of all years."""
        return shared_assessment(self.results)

    @property
    def in_short(self) -> str:
        """The short name between blanks, as it is in a sentence; nothing where there is none."""
        return f" {self.assessment.short} " if self.assessment.short else ""

    @recorded_property
    def questions(self) -> Mapping[Subject, tuple[tuple[Phrase, Phrase], ...]]:
        """The questions about each thing, the newest first."""
        return questions_by_subject(self.site, self.speech)

    @property
    def files(self) -> tuple[str, ...]:
        """All data files of all years."""
        return tuple(file for result in self.results.years.values() for file in result.year.files)

    def made_from(self, name: str) -> tuple[str, ...]:
        """The data files of one name in all years."""
        return tuple(file for file in self.files if file.endswith(f"/{name}.yml"))


_BESIDE = {"year", "updates"}  # pages of a year that its navigation has not
SECTIONS = [kind.name for kind in addresses.KINDS.values() if kind.in_year and kind.title and kind.name not in _BESIDE]


@once
def _files(results: Results) -> frozenset[str]:
    """All data files of all years."""
    return frozenset(file for result in results.years.values() for file in result.year.files)


@dataclass(frozen=True)
class YearScope(Scope):
    """One year of a site for its pages.

    `frozen` is the evidence that was kept, besides what is there now; `published` are the addresses that live on, None
    where every page is.
    """

    frozen: FrozenNow = NOTHING_FROZEN
    published: frozenset[str] | None = None

    @property
    def shows_notes(self) -> bool:
        """True if readers see what the program found."""
        return self.results.site.shows_notes

    @property
    def answered_files(self) -> tuple[str, ...]:
        """The data files of the result that the measures answer."""
        year = self.own.answered_year
        return self.files("analysis", "scores", years=(year,)) if year is not None else ()

    @recorded_property
    def sections(self) -> tuple[tuple[str, str, str], ...]:
        """The year's own navigation: (section, title, path)."""
        shown = filter(self.has_page, SECTIONS)
        return tuple((name, addresses.HEADINGS[name], addresses.section_path(self.number, name)) for name in shown)

    def has_page(self, section: str) -> bool:
        """True if a section is in the year's navigation: it has something to say, or was there before."""
        path = addresses.section_path(self.number, section)
        is_kept = section not in {"questions", "notes", "memo"} and (self.published is None or path in self.published)
        return is_kept or has_section(self.results, self.number, section)

    def has_item_page(self, code: str) -> bool:
        """True if an item has a page: something is known of it, or its page was published once."""
        path = addresses.item_path(self.number, code)
        is_kept = self.published is None or path in self.published
        return has_page(self.results, self.number, code) and (is_kept or has_item(self.results, self.number, code))

    def files(self, *names: str, years: Iterable[int] | None = None) -> tuple[str, ...]:
        """Those data files that a page is made from: of this year, or of the given ones."""
        wanted = {f"data/{number}/{name}.yml" for number in years or (self.number,) for name in names}
        return tuple(sorted(wanted & _files(self.results)))

    def filed(self, section: str) -> dict[str, object]:
        """The documents of a section, where there are any."""
        downloads = downloads_of(self.results.site, self.own, section)
        return {"downloads": downloads} if downloads else {}

    def signed(self, section: str, blocks: Iterable[Block]) -> Iterator[Block]:
        """The blocks of a section with its signed copy, where one was filed: in the strip under the title, or first."""
        one, rest = signed_of(self.own, section, self.speech), iter(blocks)
        if one is None:
            yield from rest
            return
        first = next(rest, None)
        said = (Phrase(one.title, href=one.path), Phrase(" วันที่ลงนาม: "), *one.day)
        if isinstance(first, Strip):
            facts = (*first.answer.facts, NamedFact("การอนุมัติ", said))
            yield replace(first, answer=replace(first.answer, facts=facts))
        else:
            yield Paragraph(said, "signed")
            yield from (first,) if first else ()
        yield from rest

    def section(
        self,
        name: str,
        title: str,
        about: str,
        files: tuple[str, ...],
        blocks: Iterable[Block] = (),
    ) -> Page:
        """A page that is a section of the year."""
        return Page(
            path=addresses.section_path(self.number, name),
            form=OF_BLOCKS,
            title=title,
            description=about,
            made_from=files,
            view={**self.filed(name), "year_sections": self.sections, "year_name": self.name},
            short=addresses.HEADINGS[name],
            crumbs=((self.name, addresses.year_path(self.number)),),
            blocks=tuple(self.signed(name, blocks)),
        )

    def below(self, section: str, page: Page) -> Page:
        """The page placed below a section of the year."""
        crumbs = (
            (self.name, addresses.year_path(self.number)),
            (addresses.HEADINGS[section], addresses.section_path(self.number, section)),
        )
        shared = {"year_sections": self.sections, "year_name": self.name}
        return replace(page, crumbs=crumbs, view={**page.view, **shared})


_OF_SITE = ("speech",)
_OF_YEAR = ("speech", "problems", "links", "frozen", "published")
_NotedSite, _NotedYear = noting(SiteScope, *_OF_SITE), noting(YearScope, *_OF_YEAR)


def noted_site(scope: SiteScope) -> SiteScope:
    """The scope of which its keeper, if it has one, learns what is read."""
    if scope.keeper is None:
        return scope
    noted = _NotedSite(scope.results, scope.speech, scope.keeper)
    scope.keeper.note(noted, ("scope",), _OF_SITE, speech=repr(vars(scope.speech)))
    return noted


def noted_year(scope: YearScope, keeper: Keeper | None) -> YearScope:
    """The same of one year."""
    if keeper is None:
        return scope
    noted = _NotedYear(**{part.name: getattr(scope, part.name) for part in fields(scope)})
    keeper.note(noted, ("scope", scope.number), _OF_YEAR, speech=repr(vars(scope.speech)))
    return noted
