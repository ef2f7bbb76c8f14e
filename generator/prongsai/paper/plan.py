"""Every document that a site has, before any is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.blocks.analysis import analysis_blocks
from prongsai.blocks.as_printed import mark_printed, misspelt_names
from prongsai.blocks.block import Block, for_paper
from prongsai.blocks.brief import BRIEF, brief_blocks
from prongsai.blocks.follow_up import follow_up_blocks
from prongsai.blocks.measures import measures_blocks
from prongsai.blocks.memo import MEMO, memo_blocks
from prongsai.blocks.oit import oit_blocks
from prongsai.blocks.scope import Scope
from prongsai.links.memory import Memory
from prongsai.model.stated import Absence, Printed, known
from prongsai.paper.content import Kind, Paper
from prongsai.problems import Problem
from prongsai.thai.dates import BuddhistDate
from prongsai.views.downloads import OF_YEAR, has_document
from prongsai.views.links.states import NO_MEMORY
from prongsai.views.names import agency_today, in_brackets
from prongsai.views.oit.answers import answers_of
from prongsai.views.speech import Speech
from prongsai.wording.terms import ABSENCES_OF, NOT_THE_ORIGINAL


@dataclass(frozen=True)
class DocumentScope(Scope):
    """One year of a site for its papers."""

    @property
    def on_paper(self) -> bool:
        """Everything of it is."""
        return True

    @property
    def notice(self) -> str:
        """The notice on every sheet: that it is no original, and the notice of the site."""
        options = self.results.site.options
        return " ".join(filter(None, (NOT_THE_ORIGINAL if options.from_document else "", options.notice)))

    @property
    def agency(self) -> str:
        """The name of the agency, or that the source has none; where it was not entered the title of the site."""
        site = self.results.site
        name = site.agency.name
        if isinstance(name, Absence) and name is not Absence.NOT_ENTERED:
            return ABSENCES_OF[name.value].format(what="ชื่อหน่วยงาน")
        return known(name) or site.options.title

    @property
    def place(self) -> str:
        """อำเภอ… จังหวัด… of the agency, as far as they are known, and what it is called today."""
        agency = self.results.site.agency
        named = ((("อำเภอ", "เขต"), known(agency.district)), (("จังหวัด", "กรุงเทพ"), known(agency.province)))
        names = (name if name.startswith(kinds) else f"{kinds[0]}{name}" for kinds, name in named if name)
        return " ".join(filter(None, (*names, in_brackets(agency_today(self.results.site)))))

    def issued(self, sources: Sequence[str] | None) -> str:
        """วันที่ของเอกสาร … of the source documents, or an empty text where nobody stated a date."""
        documents = (self.results.site.documents.get(source) for source in sources or ())
        days = (self.word_date("", document.issued_on).strip() for document in documents if document)
        stated = " และ ".join(dict.fromkeys(filter(None, days)))
        return f"วันที่ของเอกสาร {stated}" if stated else ""

    def word_date(self, name: str, day: BuddhistDate | Absence | Printed) -> str:
        """A named date in words, as printed where it is no valid one; empty where there is none."""
        if isinstance(day, Absence):
            return ""
        return f"{name} {day.printed if isinstance(day, Printed) else self.speech.date(day)}"

    def document(
        self, kind: Kind, title: str, blocks: Iterable[Block], *, dated: str = "", wide: bool = False
    ) -> Paper:
        """A document of the year that says what the page of its section, or of the year, says."""
        site = self.results.site
        page = addresses.year_path(self.own.year) if kind in OF_YEAR else addresses.section_path(self.own.year, kind)
        url = site.options.site_url or ""
        return Paper(
            year=self.own.year,
            kind=kind,
            title=title,
            period=self.name,
            agency=self.agency,
            page=page,
            url=f"{url.rstrip('/')}{page}" if url else "",
            dated=dated,
            notice=self.notice,
            blocks=tuple(for_paper(mark_printed(blocks, misspelt_names(site, self.problems)))),
            wide=wide,
            thai_digits=self.speech.thai,
            site_url=url,
            place=self.place,
        )


def _analysis(scope: DocumentScope) -> Paper | None:
    own = scope.own.analysis
    dated = scope.issued(own.source) if own else ""
    return scope.document("analysis", "การวิเคราะห์ผลการประเมิน", analysis_blocks(scope), dated=dated) if own else None


def _measures(scope: DocumentScope) -> Paper | None:
    own = scope.own.measures
    if own is None:
        return None
    title, dated = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส", scope.issued(own.source)
    return scope.document("measures", title, measures_blocks(scope), dated=dated, wide=True)


def _follow_up(scope: DocumentScope) -> Paper | None:
    own = scope.own.follow_up
    if own is None:
        return None
    dated = scope.word_date("ข้อมูล ณ วันที่", own.as_of) or scope.issued(own.source)
    return scope.document("follow-up", "ผลการดำเนินการตามมาตรการ", follow_up_blocks(scope), dated=dated, wide=True)


def _memo(scope: DocumentScope) -> Paper | None:
    return scope.document("memo", MEMO, memo_blocks(scope)) if scope.own.memo else None


def _oit(scope: DocumentScope) -> Paper | None:
    if not has_document(scope.own, "oit"):
        return None
    answers = answers_of(scope.results, scope.number, scope.problems, scope.links)
    dated = scope.issued(scope.own.register.source) if scope.own.register else ""
    return scope.document("oit", "ข้อ OIT", oit_blocks(scope, answers), dated=dated)


def _brief(scope: DocumentScope) -> Paper | None:
    return scope.document("brief", BRIEF, brief_blocks(scope)) if has_document(scope.own, "brief") else None


_KINDS: tuple[Callable[[DocumentScope], Paper | None], ...] = (
    _analysis,
    _measures,
    _follow_up,
    _oit,
    _memo,
    _brief,
)
_BOOK = "เอกสารประจำปีรวมเล่ม"
_OPENS_WITH: Kind = "brief"


def with_books(papers: Sequence[Paper]) -> tuple[Paper, ...]:
    """The papers, and for each year that has its one sheet all papers of that year as one, which opens with it."""
    openings = {one.year: one for one in papers if one.kind == _OPENS_WITH}
    books = []
    for year, opening in openings.items():
        others = (one for one in papers if one.year == year and one is not opening)
        books.append(replace(opening, kind="year", title=_BOOK, blocks=(), parts=(opening, *others)))
    return (*papers, *books)


def plan_documents(
    results: Results, problems: tuple[Problem, ...], speech: Speech, links: Memory = NO_MEMORY
) -> tuple[Paper, ...]:
    """All documents of a site, in the order of the years; none where the site does not want any.

    `links` is what is remembered of the links.
    """
    return tuple(_planned(results, problems, speech, links)) if results.site.options.documents == "on" else ()


def _planned(results: Results, problems: tuple[Problem, ...], speech: Speech, links: Memory) -> Iterator[Paper]:
    for result in results.years.values():
        scope = DocumentScope(results.in_year(result.year.year), result, problems, speech, links)
        yield from (document for make in _KINDS if (document := make(scope)) is not None)
