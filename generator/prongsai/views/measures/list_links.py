"""Links to the lists of a site's measures: by status, year, unit and indicator."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.model.newest_report import progress_of
from prongsai.model.status import STATUS_WORDS
from prongsai.views.content import Phrase
from prongsai.views.names import indicator_name, indicator_numbers
from prongsai.views.speech import Speech


@dataclass(frozen=True)
class ListLink:
    """A link to a list of measures: its name, the page that has them, and how many there are."""

    name: str
    href: str
    count: int

    @property
    def link(self) -> Phrase:
        """Its name as a link."""
        return Phrase(self.name, href=self.href)


@dataclass(frozen=True)
class LinkGroup:
    """The links of one kind, under a heading; `key` is its ASCII name on the page."""

    key: str
    title: str
    links: tuple[ListLink, ...]


def word_count(named: Phrase, count: int, speech: Speech, between: str = "") -> tuple[Phrase, Phrase]:
    """ดำเนินการแล้วเสร็จ ๑๒ มาตรการ."""
    return named, Phrase(f"{between} {speech.digits(count)} มาตรการ")


def _own_reports(results: Results) -> Counter[str]:
    """The rows of reports that name no measure, by status: their document knows measures only as such rows."""
    reports = (one for result in results.years.values() for one in result.year.reports if one.measure is None)
    return Counter(progress_of((report,)).status.group for report in reports)


def links_to_lists(results: Results, speech: Speech) -> tuple[LinkGroup, ...]:
    """The links by status, year, unit and indicator; a status is named also when it has no measure."""
    found = results.listed
    statuses = Counter(one.group for one in found) + _own_reports(results)
    units = Counter(key for one in found for key in one.units)
    numbers = Counter(number for one in found for number in one.indicators)
    years = Counter(one.year.year for one in found)
    of_status = (ListLink(name, addresses.status_path(key), statuses[key]) for key, name in STATUS_WORDS.items())
    of_unit = (
        ListLink(unit.name, addresses.unit_path(key), units[key]) for key, unit in results.site.agency.units.items()
    )
    of_indicator = (
        ListLink(indicator_name(edition, number, speech), addresses.indicator_path(number), numbers[number])
        for number, edition in indicator_numbers(results).items()
    )
    of_year = (
        ListLink(speech.fiscal_year(year), addresses.section_path(year, "measures"), count)
        for year, count in years.items()
    )
    return (
        LinkGroup("status", "ตามสถานะ", tuple(of_status)),
        LinkGroup("year", "ตามปีงบประมาณ", tuple(of_year)),
        LinkGroup("unit", "ตามหน่วยงาน", tuple(one for one in of_unit if one.count)),
        LinkGroup("indicator", "ตามตัวชี้วัด", tuple(one for one in of_indicator if one.count)),
    )
