"""The material that a rule may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from prongsai.analysis.results import Results, YearResult, analyse_site
from prongsai.links.memory import Memory
from prongsai.model.amounts import Amount
from prongsai.model.document_parts import PrintedTable
from prongsai.model.edition import Edition
from prongsai.model.judged_edition import without_inferred
from prongsai.model.known_parts import states_facts, without_empty
from prongsai.model.measures import Measure, Measures
from prongsai.model.record import Record
from prongsai.model.scores import Scores
from prongsai.model.site import FiscalYear, Site
from prongsai.model.stated import Printed, known
from prongsai.problems import Where

T = TypeVar("T")


@dataclass(frozen=True)
class Context:
    """The results of a site, and the files whose content could not be read and must not be judged.

    Of the files in `incomplete` a part was left out as faulty, or all: what is only missing from there is not lacking.
    `links` is what is remembered of its links.
    """

    results: Results
    unreadable: frozenset[str] = frozenset()
    links: Memory = field(default_factory=Memory)
    incomplete: frozenset[str] = frozenset()
    remembered: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def judged(self) -> Context:
        """The same site with the rules of its years as far as anything may be judged by them."""
        years = tuple(_judged(year) for year in self.site.years)
        if all(one is year for one, year in zip(years, self.site.years, strict=True)):
            return self
        return replace(self, results=analyse_site(replace(self.site, years=years)))

    @property
    def site(self) -> Site:
        """The site under check."""
        return self.results.site

    def years(self) -> Iterator[YearResult]:
        """Every year, ascending."""
        yield from self.results.years.values()

    def has_later(self, year: int) -> bool:
        """True if a later year states something: one that only waits to be filled in does not tell that time passed."""
        later = (one.year for one in self.years() if one.year.year > year)
        return any(states_facts(without_empty(one)) for one in later)

    def measures(self) -> Iterator[tuple[FiscalYear, Measure]]:
        """Every measure with its year, in the order of the years."""
        for result in self.years():
            for measure in result.year.listed_measures:
                yield result.year, measure

    def with_scores(self) -> Iterator[tuple[YearResult, Scores]]:
        """Every year that has scores, with them, ascending."""
        for result in self.years():
            if result.year.scores is not None:
                yield result, result.year.scores

    def can_read(self, name: str) -> bool:
        """True if a file was read, or is not there at all."""
        return name not in self.unreadable

    def is_whole(self, name: str) -> bool:
        """True if nothing of a file, or of any file in a folder that ends in a slash, was left out as faulty."""
        return not any(one == name or (name.endswith("/") and one.startswith(name)) for one in self.incomplete)

    def edition_of(self, measures: Measures) -> Edition | None:
        """The edition whose items and questions a set of measures refers to; none where its year could not be read."""
        if not measures.is_whole("from_fiscal_year"):
            return None
        year = known(measures.from_fiscal_year) or measures.fiscal_year
        found = self.site.year(year)
        return found.edition if found else None


def _judged(year: FiscalYear) -> FiscalYear:
    edition = without_inferred(year.edition)
    return year if edition is year.edition else replace(year, edition=edition)


def once(make: Callable[[Context], Iterable[T]]) -> Callable[[Context], tuple[T, ...]]:
    """Let what several rules read be made once a check."""

    def remembered(context: Context) -> tuple[T, ...]:
        if make not in context.remembered:
            context.remembered[make] = tuple(make(context))
        found: tuple[T, ...] = context.remembered[make]
        return found

    return remembered


Nesting = tuple[tuple[Record, tuple[str | int, ...]], ...]  # records, the innermost first, each with the path inside it
_NO_TEXT = {"file"}  # names of files, which are often times in digits


@once
def every_text(context: Context) -> Iterator[tuple[Nesting, str]]:
    """Every text of the data files, with the way to it."""
    site = context.site
    records: list[Record | None] = [site.agency, site.options, *site.documents.values()]
    for year in site.years:
        records += [*year.parts.values(), year.explanations, year.calendar]
    for record in records:
        if record is not None:
            yield from _texts_in(record, ())


def every_table(context: Context) -> Iterator[tuple[int, PrintedTable]]:
    """Every table of a document as printed, with the fiscal year in whose files it is."""
    for result in context.years():
        own = result.year
        if own.scores is not None and own.scores.comparison is not None and own.scores.comparison.table is not None:
            yield own.year, own.scores.comparison.table
        for part in (own.analysis, own.measures, own.follow_up):
            for section in part.sections if part is not None else ():
                yield from ((own.year, table) for _, table in section.all_tables)


def _texts_in(record: Record, above: Nesting) -> Iterator[tuple[Nesting, str]]:
    for name in type(record).model_fields:
        if name not in _NO_TEXT:
            value, nesting = getattr(record, name), ((record, (name,)), *above)
            yield from _texts_of(value, nesting)
            if name == "more":  # what parts its texts are heads of the document
                yield from ((nesting, head) for head in value)


def _texts_of(value: object, nesting: Nesting) -> Iterator[tuple[Nesting, str]]:
    if isinstance(value, str):
        yield nesting, value
    elif isinstance(value, tuple | dict):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts_of(inner, _further(nesting, key))
    elif isinstance(value, Record):
        yield from _texts_in(value, nesting)
    elif isinstance(value, Amount):
        yield nesting, value.printed
    elif isinstance(value, Printed):
        yield _further(nesting, "printed"), value.printed


def _further(nesting: Nesting, step: str | int) -> Nesting:
    (record, path), *above = nesting
    return ((record, (*path, step)), *above)


def place_of(nesting: Nesting) -> Where:
    """The place of a text, or of the nearest record around it that knows one."""
    places = (record.where(*path) for record, path in nesting)
    return next((place for place in places if place.file), Where(""))
