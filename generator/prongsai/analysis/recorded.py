"""Results that note what is read of them, so that what was made of them before can be taken where they are the same."""

from __future__ import annotations

from dataclasses import fields

from prongsai.analysis.results import Results, YearResult
from prongsai.analysis.scoring import Computed
from prongsai.model.names_in_year import agency_in_year, has_history
from prongsai.model.recorder import Keeper, Made, noting
from prongsai.model.site import FiscalYear, Site

_OF_YEAR = (*(part.name for part in fields(FiscalYear)), "taken_year", "answered_year")
_OF_SITE = tuple(part.name for part in fields(Site) if part.name not in {"today", "names_of"})
_Year, _Site = noting(FiscalYear, *_OF_YEAR), noting(Site, *_OF_SITE)


class _Result(noting(YearResult, "previous", "following")):  # type: ignore[misc]
    """One year of which is noted what is read."""

    @property
    def computed(self) -> Computed:
        """The figures of the year, which follow from its scores and its rules."""
        _ = self.year.scores, self.year.edition
        found: Computed = self.__dict__["computed"]
        return found

    @computed.setter
    def computed(self, value: Computed) -> None:
        self.__dict__["computed"] = value


class _Results(noting(Results, "years")):  # type: ignore[misc]
    """Results of which is noted which years there are."""

    def in_year(self, number: int) -> Results:
        """The same results with the names of a fiscal year (Buddhist Era)."""
        found: dict[int, Results] = self.__dict__.get("in_years", {})
        named = found.get(number)
        return named if named is not None else super().in_year(number)


def recorded(results: Results, keeper: Keeper) -> Results:
    """The results as they are, of which a keeper learns what is read; the values of now are theirs alone."""
    keeper.forget_now()
    years = {number: _year(one.year, keeper) for number, one in results.years.items()}
    made = {number: _result(one, years, keeper) for number, one in results.years.items()}
    site = _site(results.site, years, keeper)
    whole = _results(site, made, keeper)
    if not has_history(site.agency):
        whole.__dict__["in_years"] = dict.fromkeys(years, whole)
        return whole
    named = {number: _named(site, number, keeper) for number in years}
    site.__dict__["_in_years"] = {(keeper.recorder, number): Made(one, {}) for number, one in named.items()}
    in_years = {number: _results(one, made, keeper) for number, one in named.items()}
    for one in (whole, *in_years.values()):
        one.__dict__["in_years"] = in_years
    return whole


def _year(year: FiscalYear, keeper: Keeper) -> FiscalYear:
    place = ("year", year.year)
    values = {name: keeper.see((place, name), getattr(year, name)) for name in _OF_YEAR}

    def make() -> FiscalYear:
        noted = _Year(**{part.name: values[part.name] for part in fields(FiscalYear)})
        noted.__dict__.update({name: values[name] for name in ("taken_year", "answered_year")})
        keeper.note(noted, place, _OF_YEAR)
        return noted

    return keeper.hold(place, keeper.get(place, make, *values.values()))


def _result(result: YearResult, years: dict[int, FiscalYear], keeper: Keeper) -> YearResult:
    near = {"previous": _number(result.previous), "following": _number(result.following)}
    noted: YearResult = _Result(
        years[result.year.year],
        result.computed,
        *(years[number] if number is not None else None for number in near.values()),
    )
    keeper.note(noted, ("result", result.year.year), near, **near)
    return noted


def _number(year: FiscalYear | None) -> int | None:
    return year.year if year is not None else None


def _site(site: Site, years: dict[int, FiscalYear], keeper: Keeper) -> Site:
    noted = _Site(**{part.name: getattr(site, part.name) for part in fields(Site)})
    noted.__dict__["years"] = tuple(years.values())
    keeper.note(noted, ("site", site.names_of), _OF_SITE, years=tuple(years))
    return noted


def _named(site: Site, number: int, keeper: Keeper) -> Site:
    """The site with the names of a year."""
    agency = keeper.get(("agency", number), lambda: agency_in_year(site.agency, number), site.agency)
    named = _Site(**{part.name: site.__dict__[part.name] for part in fields(Site)})
    named.__dict__.update({"agency": agency, "names_of": number, "today": site})
    keeper.note(named, ("site", number), _OF_SITE, years=tuple(one.year for one in site.years))
    return named


def _results(site: Site, years: dict[int, YearResult], keeper: Keeper) -> Results:
    noted: Results = _Results(site, years)
    keeper.note(noted, ("results", site.names_of), ("years",), years=tuple(years))
    return noted
