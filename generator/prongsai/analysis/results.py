"""The results of every year of a site, computed once and used by rules, pages and exports."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial, wraps
from typing import Any, ClassVar, Concatenate, ParamSpec, TypeVar

from prongsai.analysis.findings import Finding, find_conflicts
from prongsai.analysis.levels import LevelResult
from prongsai.analysis.reach import reaches
from prongsai.analysis.readings import restated
from prongsai.analysis.scoring import Computed, compute_year
from prongsai.analysis.shared_work import shared_words
from prongsai.analysis.stated_level import Judged, judge_level, known_level
from prongsai.model.judged_edition import without_inferred
from prongsai.model.measures import Measure, Responsible
from prongsai.model.recorder import Recorder, ask_once, recorded_property
from prongsai.model.scores import Scores
from prongsai.model.site import FiscalYear, MeasureFacts, Site
from prongsai.model.stated import known

T = TypeVar("T")
Asked = ParamSpec("Asked")


@dataclass(frozen=True)
class Listed:
    """One measure with the keys of the units that carry it and the numbers of the indicators that it answers.

    `shared` are the units that it does not name but means by a word for several, each with that word.
    """

    facts: MeasureFacts
    units: tuple[str, ...]
    lead_units: tuple[str, ...]
    indicators: tuple[str, ...]
    shared: tuple[tuple[str, str], ...] = ()

    @property
    def year(self) -> FiscalYear:
        """The year of the measure."""
        return self.facts.year

    @property
    def measure(self) -> Measure:
        """The measure itself."""
        return self.facts.measure

    @property
    def every_unit(self) -> tuple[str, ...]:
        """The units that carry it, and those that a word for several means."""
        return (*self.units, *(key for key, _ in self.shared))

    @property
    def group(self) -> str:
        """The key of the list of its status."""
        return self.facts.progress.status.group


def list_measures(site: Site) -> tuple[Listed, ...]:
    """Every measure, newest year first, in the order of its document."""
    years = {year.year: year for year in site.years}
    return tuple(_listed(facts, site, years) for year in reversed(site.years) for facts in year.measure_facts)


def _listed(facts: MeasureFacts, site: Site, years: Mapping[int, FiscalYear]) -> Listed:
    lead, units = carrying_units(facts, site)
    answered = years.get(facts.year.answered_year or facts.year.year)
    indicators = tuple(reaches(facts.measure, answered.edition)) if answered else ()
    return Listed(facts, units, lead, indicators, tuple(shared_units(facts, site).items()))


def shared_units(facts: MeasureFacts, site: Site) -> dict[str, str]:
    """The keys of the units that a word for several means and that are not named themselves, each with that word."""
    named = carrying_units(facts, site)[1]
    return {key: word for key, word in shared_words(facts, site).items() if key not in named}


def carrying_units(facts: MeasureFacts, site: Site) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of the units that lead and of all that carry the measure, each once, in the document's order."""
    who = facts.value("responsible")
    if not isinstance(who, Responsible):
        return (), ()
    named = site.in_year(facts.year.year)
    lead = _keys(who.lead, named)
    return lead, tuple(dict.fromkeys((*lead, *_keys(who.units, named))))


def _keys(texts: Iterable[str], site: Site) -> tuple[str, ...]:
    return tuple(key for text in texts if (key := site.unit_of(text)) is not None)


@dataclass(frozen=True)
class YearResult:
    """One year with what was computed for it, and the years just before and after it where those have scores."""

    year: FiscalYear
    computed: Computed
    previous: FiscalYear | None
    following: FiscalYear | None = None

    @property
    def recorder(self) -> Recorder | None:
        """The recorder of what is read of the year."""
        return self.year.recorder

    @property
    def previous_scores(self) -> Scores | None:
        """The scores of the earlier year, or None."""
        return self.previous.scores if self.previous else None

    @recorded_property
    def otherwise(self) -> Computed | None:
        """The figures that follow from the other list of scores, where a document prints two and nobody chose."""
        other = restated(self.year.scores) if self.year.scores else None
        return compute_year(other, self.year.edition) if other is not None else None

    @recorded_property
    def level(self) -> LevelResult:
        """The levels that its scale gives, by everything that is known of the result and verified of the scale."""
        return known_level(self.year.scores, without_inferred(self.year.edition))

    @recorded_property
    def stated_level(self) -> Judged:
        """The level that its document states first, with its verdict."""
        return self.judge(known(self.year.scores.level.value) if self.year.scores else None)

    def judge(self, level: str | None) -> Judged:
        """The verdict of a level that anybody says of its result."""
        return judge_level(level, self.year.scores, without_inferred(self.year.edition), self.level)

    @recorded_property
    def findings(self) -> tuple[Finding, ...]:
        """The published figures that cannot hold together by what is verified of the rules, each ground once."""
        if self.year.scores is None:
            return ()
        near = [one for one in (self.previous, self.following) if one is not None]
        around = [(one.year, one.scores) for one in near if one.scores is not None]
        return find_conflicts(self.year.scores, without_inferred(self.year.edition), around)


@dataclass(frozen=True)
class Results:
    """The results of a site, by year (Buddhist Era), ascending."""

    site: Site
    years: dict[int, YearResult]
    recorder: ClassVar[Recorder | None] = None

    def in_year(self, number: int) -> Results:
        """The same results with the names of a fiscal year (Buddhist Era)."""
        site = self.site.in_year(number)
        return self if site is self.site else replace(self, site=site)

    @cached_property
    def remembered(self) -> dict[Hashable, Any]:
        """The answers that `once` has found."""
        return {}

    def answering(self, number: int) -> tuple[MeasureFacts, ...]:
        """The measures that answer the result of a fiscal year (Buddhist Era)."""
        years = (one.year for one in self.years.values() if one.year.taken_year == number)
        return tuple(facts for year in years for facts in year.measure_facts)

    @recorded_property
    def listed(self) -> tuple[Listed, ...]:
        """Every measure, newest year first, in the order of its document."""
        return list_measures(self.site)

    def latest_with_scores(self) -> YearResult | None:
        """The newest year whose scores are known, or None."""
        found = [result for result in self.years.values() if result.year.scores is not None]
        return found[-1] if found else None


def once(find: Callable[Concatenate[Results, Asked], T]) -> Callable[Concatenate[Results, Asked], T]:
    """Let an answer that many pages need be found once of the same results; what is asked must be hashable."""

    @wraps(find)
    def ask(results: Results, /, *asked: Asked.args, **named: Asked.kwargs) -> T:
        key = (find, asked, *named.items())
        return ask_once(results.recorder, results.remembered, key, partial(find, results, *asked, **named))

    return ask


def analyse_site(site: Site) -> Results:
    """Compute the results of all years."""
    years: dict[int, YearResult] = {}
    previous: FiscalYear | None = None
    for year in site.years:
        earlier = previous if previous is not None and _follows(previous, year) else None
        years[year.year] = YearResult(year, compute_year(year.scores, year.edition), earlier)
        previous = year if year.scores is not None else previous
        if earlier is not None:
            years[earlier.year] = replace(years[earlier.year], following=year if year.scores is not None else None)
    return Results(site, years)


def _follows(before: FiscalYear, year: FiscalYear) -> bool:
    """True if a year is the next one of the same assessment; figures of two schemes are not compared."""
    return before.year == year.year - 1 and before.edition.scheme == year.edition.scheme
