"""The readiness of the OIT items of a year of a site."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from prongsai.model.stated import known
from prongsai.pipeline.reminders.read_site import find_unit, read_site
from prongsai.readiness.item import YearReady
from prongsai.readiness.judge import judge_year


class YearMissingError(Exception):
    """The site has no such fiscal year; `years` are those that it has (Buddhist Era)."""

    def __init__(self, years: tuple[int, ...]) -> None:
        super().__init__(str(years))
        self.years = years


@dataclass(frozen=True)
class Readied:
    """The readiness of a year, and the names of the agency and of the unit that was asked for."""

    ready: YearReady
    agency: str
    unit: str


def ready_folder(root: Path, year: int, unit: str = "") -> Readied:
    """Judge the items of a fiscal year (Buddhist Era) of the site kept in `root`, those of one unit where it is named.

    Raises YearMissingError and UnitUnknownError.
    """
    read = read_site(root)
    results = read.context.results
    if year not in results.years:
        raise YearMissingError(tuple(results.years))
    agency = read.site.in_year(year).agency
    key = find_unit(read.site.in_year(year), unit)
    ready = judge_year(read.context, year, read.problems)
    ready = replace(ready, items=tuple(item for item in ready.items if item.is_of(key)))
    return Readied(ready, known(agency.name) or "หน่วยงาน", agency.units[key].name if key else "")
