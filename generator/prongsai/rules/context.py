"""The material that a rule may look at."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from copy import copy
from dataclasses import dataclass, field, replace
from functools import partial, wraps
from typing import Any, Protocol, TypeVar

from prongsai.analysis.recorded import recorded
from prongsai.analysis.results import Results, YearResult, analyse_site
from prongsai.links.memory import Memory
from prongsai.model.amounts import Amount
from prongsai.model.document_parts import PrintedTable
from prongsai.model.edition import Edition
from prongsai.model.judged_edition import without_inferred
from prongsai.model.known_parts import states_facts, without_empty
from prongsai.model.measures import Measure, Measures
from prongsai.model.record import Record
from prongsai.model.recorder import Keeper, Recorder, ask_once, noting
from prongsai.model.scores import Scores
from prongsai.model.site import FiscalYear, Site
from prongsai.model.stated import Printed, known
from prongsai.problems import Problem, Where

T = TypeVar("T")


class OfTexts(Protocol):
    """The findings of earlier runs in texts alone."""

    def get(self, text: str, make: Callable[[], bytes]) -> bytes:
        """The finding in just this text, or else what `make` makes of it."""


@dataclass(frozen=True)
class Context:
    """The results of a site, and the files whose content could not be read and must not be judged.

    Of the files in `incomplete` a part was left out as faulty, or all: what is only missing from there is not lacking.
    `links` is what is remembered of its links. A `keeper` has what rules found of it before, `of_texts` what was read
    in its texts.
    One for a single year has its number in `alone`, and the `whole` with all years.
    """

    results: Results
    unreadable: frozenset[str] = frozenset()
    links: Memory = field(default_factory=Memory)
    incomplete: frozenset[str] = frozenset()
    remembered: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
    keeper: Keeper | None = field(default=None, compare=False, repr=False)
    alone: int | None = None
    whole: Context | None = field(default=None, compare=False, repr=False)
    of_texts: OfTexts | None = field(default=None, compare=False, repr=False)

    @property
    def recorder(self) -> Recorder | None:
        """The recorder of what is read of the site."""
        return self.results.recorder

    def judged(self) -> Context:
        """The same site with the rules of its years as far as anything may be judged by them."""
        years = tuple(_judged(year) for year in self.site.years)
        if all(one is year for one, year in zip(years, self.site.years, strict=True)):
            return self
        return replace(self, results=analyse_site(replace(self.site, years=years)))

    def once(self, name: Hashable, make: Callable[[], T]) -> T:
        """The answer of that name, made once a check."""
        return ask_once(self.recorder, self.remembered, name, make)

    def kept(self, name: Hashable, make: Callable[[], T], *given: object) -> T:
        """The same, and from the check before where all that it reads, and is `given`, is what it was then."""
        asked = partial(make) if self.keeper is None else partial(self.keeper.get, name, make, *given)
        return self.once(name, asked)

    def recorded(self) -> Context:
        """The same context, of which its keeper learns what rules read; without a keeper this one."""
        if self.keeper is None:
            return self
        noted = _Noted(recorded(self.results, self.keeper), self.unreadable, self.links, self.incomplete)
        noted.__dict__["keeper"] = self.keeper
        self.keeper.note(noted, ("context",), _SEEN)
        return noted

    @property
    def site(self) -> Site:
        """The site under check."""
        return self.results.site

    def years(self) -> Iterator[YearResult]:
        """Every year, ascending, or the one year under check."""
        found = self.results.years
        yield from found.values() if self.alone is None else (found[self.alone],)

    def of_year(self, number: int) -> Context:
        """The same context for a rule that looks at each fiscal year (Buddhist Era) by itself."""
        of_year = copy(self)
        of_year.__dict__.update(alone=number, whole=self)
        return of_year

    def has_later(self, year: int) -> bool:
        """True if a later year states something: one that only waits to be filled in does not tell that time passed."""
        later = (one.year for one in self.results.years.values() if one.year.year > year)
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


_SEEN = ("unreadable", "links", "incomplete")
_Noted = noting(Context, *_SEEN)


def _judged(year: FiscalYear) -> FiscalYear:
    edition = without_inferred(year.edition)
    return year if edition is year.edition else replace(year, edition=edition)


def once(make: Callable[[Context], Iterable[T]]) -> Callable[[Context], tuple[T, ...]]:
    """Let what several rules read be made once a check."""

    def remembered(context: Context) -> tuple[T, ...]:
        whole = context.whole or context
        return whole.once(make, lambda: tuple(make(whole)))

    return remembered


Rule = Callable[[Context], Iterator[Problem]]


def year_by_year(rule: Rule) -> Rule:
    """Let a rule that goes through the years, and has nothing to say of all, be run of each by itself.

    So a check runs it again only for years of which something that it reads has changed.
    """

    def found_in(context: Context, number: int) -> tuple[Problem, ...]:
        return tuple(rule(context.of_year(number)))

    @wraps(rule)
    def by_year(context: Context) -> Iterator[Problem]:
        for number in context.results.years:
            yield from context.kept((rule, number), partial(found_in, context, number))

    return by_year


Nesting = tuple[tuple[Record, tuple[str | int, ...]], ...]  # records, the innermost first, each with the path inside it
_NO_TEXT = {"file"}  # names of files, which are often times in digits


@once
def every_text(context: Context) -> Iterator[tuple[Nesting, str]]:
    """Every text of the data files, with the way to it."""
    for _, record in _records(context):
        yield from _texts_in(record, ())


def every_found(context: Context, find: Callable[[str], Iterable[T]]) -> Iterator[tuple[Nesting, tuple[T, ...]]]:
    """Findings of a search in texts of the data files, of each text with some; it may look at the text alone."""

    def search(record: Record) -> tuple[tuple[Nesting, tuple[T, ...]], ...]:
        found = ((way, tuple(find(text))) for way, text in _texts_in(record, ()))
        return tuple(one for one in found if one[1])

    for place, record in _records(context):
        yield from context.kept((find, place), partial(search, record), record)


def _records(context: Context) -> Iterator[tuple[Hashable, Record]]:
    """The records of all data files, each by a name."""
    site = context.site
    yield from (("agency", site.agency), ("options", site.options))
    yield from ((("document", key), document) for key, document in site.documents.items())
    for year in site.years:
        parts = {**year.parts, "explanations": year.explanations, "calendar": year.calendar}
        yield from (((year.year, name), part) for name, part in parts.items() if part is not None)


def every_table(context: Context) -> Iterator[tuple[int, PrintedTable]]:
    """Every table of a document as printed, with the fiscal year in whose files it is."""
    for result in context.years():
        yield from ((result.year.year, table) for table in tables_in(result.year))


def tables_in(own: FiscalYear) -> Iterator[PrintedTable]:
    """The tables of the documents of a year as printed."""
    if own.scores is not None and own.scores.comparison is not None and own.scores.comparison.table is not None:
        yield own.scores.comparison.table
    for part in (own.analysis, own.measures, own.follow_up):
        for section in part.sections if part is not None else ():
            yield from (table for _, table in section.all_tables)


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
