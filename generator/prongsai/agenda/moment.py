"""The moment at which an agenda is drawn up: the day, and what is known of the site then."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from prongsai.analysis.results import Results
from prongsai.model.edition import Edition
from prongsai.model.known_parts import without_empty
from prongsai.model.site import FiscalYear, Site
from prongsai.problems import Problem
from prongsai.readiness.item import YearReady
from prongsai.rules.context import Context
from prongsai.thai.dates import BuddhistDate, fiscal_year_of


@dataclass(frozen=True)
class Moment:
    """A day with what rules know of a site, its problems, the rules of any year, and how ready the open years are."""

    today: BuddhistDate
    context: Context
    problems: tuple[Problem, ...]
    edition_of: Callable[[int], Edition | None]
    ready: Mapping[int, YearReady]

    @property
    def results(self) -> Results:
        """The results of the site."""
        return self.context.results

    @property
    def site(self) -> Site:
        """The site."""
        return self.context.site

    def is_whole(self, number: int, name: str) -> bool:
        """True if a file of a year, called so, was read whole or is not there: what was not read is not lacking."""
        return self.context.is_whole(f"data/{number}/{name}.yml")

    @cached_property
    def fiscal_year(self) -> int:
        """The fiscal year (Buddhist Era) that the day is in."""
        return fiscal_year_of(self.today.year, self.today.month)

    @property
    def near_years(self) -> tuple[int, int]:
        """The fiscal year before and the present one: of older years nobody is reminded."""
        return self.fiscal_year - 1, self.fiscal_year

    @cached_property
    def years(self) -> dict[int, FiscalYear]:
        """The years of the site without the parts that only wait to be filled in."""
        return {year.year: without_empty(year) for year in self.site.years}

    def near(self) -> Iterator[FiscalYear]:
        """Those of the near years that the site has."""
        yield from (self.years[number] for number in self.near_years if number in self.years)

    def has_result(self, number: int) -> bool:
        """True if the result of a year is entered."""
        year = self.years.get(number)
        return year is not None and year.scores is not None
