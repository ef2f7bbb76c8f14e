"""Lists of measures by status, year, unit and indicator: the links to them, and those of one status or unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from prongsai import addresses
from prongsai.analysis.results import Listed, Results
from prongsai.model.reports import progress_of
from prongsai.model.site import Site
from prongsai.model.status import OTHER_KEY, STATUS_WORDS
from prongsai.views.content import Phrase, Table
from prongsai.views.measures.counts import placed_words
from prongsai.views.measures.tables import MeasureRow, list_table
from prongsai.views.names import indicator_name, indicator_numbers
from prongsai.views.speech import Speech
from prongsai.views.table import Heads


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


def _count_own_reports(results: Results) -> Counter[str]:
    """The rows of reports that name no measure, by status: their document knows measures only as such rows."""
    reports = (one for result in results.years.values() for one in result.year.reports if one.measure is None)
    return Counter(progress_of((report,)).status.group for report in reports)


def links_to_lists(results: Results, speech: Speech) -> tuple[LinkGroup, ...]:
    """The links by status, year, unit and indicator; a status is named also when it has no measure."""
    found = results.listed
    statuses = Counter(one.group for one in found) + _count_own_reports(results)
    units = Counter(key for one in found for key in one.every_unit)
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


LEAST_SHARED = 10  # measures of a unit shown of those that it has with others, however many are its own
MOST_ROWS = 40  # measures shown on a page across years; older ones are on the pages of their years


@dataclass(frozen=True)
class OfStatus:
    """The measures of a status: how many, the newest of them, where the others are, and reports that name none."""

    count: int
    table: Table
    older: tuple[ListLink, ...]
    reports: tuple[Phrase, ...]


@dataclass(frozen=True)
class OfUnit:
    """The work of a unit: in a sentence, by status in its newest year, one by one, and where the others are.

    `shared` is the same of what is given to it by a word for several units, as far as it is not named besides.
    """

    lead: str
    by_status: tuple[ListLink, ...]
    newest: str
    table: Table
    older: tuple[ListLink, ...]
    shared: str
    shared_table: Table
    shared_older: tuple[ListLink, ...]

    @property
    def has_work(self) -> bool:
        """True if any measure is given to it."""
        return bool(self.lead or self.shared)


def measures_of_status(results: Results, key: str, speech: Speech) -> OfStatus:
    """The measures whose newest report has this status, and the reports with it that name no measure."""
    found = [one for one in results.listed if one.group == key]
    return OfStatus(
        len(found),
        _status_table(found[:MOST_ROWS], key, results.site, speech),
        _older(found[MOST_ROWS:], speech),
        _own_reports(results, key, speech),
    )


def _status_table(found: Sequence[Listed], key: str, site: Site, speech: Speech) -> Table:
    """The measures of a status; only where several statuses are listed together each says its own."""
    heads: Heads = {"of_year": None, "name": None, "responsible": "ผู้รับผิดชอบ", "period": "ระยะเวลา"}
    shown = {**heads, "status_words": None} if key == OTHER_KEY else heads
    rows = (MeasureRow(one.facts, site) for one in found)
    return list_table(f"มาตรการที่มีสถานะ {STATUS_WORDS[key]} เรียงจากปีล่าสุด", shown, rows, speech)


def _older(found: Sequence[Listed], speech: Speech) -> tuple[ListLink, ...]:
    """The years of measures that the page itself has no room for, with how many there are."""
    counts = Counter(one.year.year for one in found)
    return tuple(
        ListLink(f"มาตรการของ{speech.fiscal_year(year)}", addresses.section_path(year, "measures"), count)
        for year, count in counts.items()
    )


def _own_reports(results: Results, key: str, speech: Speech) -> tuple[Phrase, ...]:
    """The rows of reports that name no measure, leading to where they are; their document has only the report."""
    return tuple(
        Phrase(
            f"ปี {speech.digits(number)} {speech.plain(speech.stated(report.title))}",
            href=f"{addresses.section_path(number, 'follow-up')}#r{place:02d}",
        )
        for number, result in reversed(results.years.items())
        for place, report in enumerate(result.year.reports, start=1)
        if report.measure is None and progress_of((report,)).status.group == key
    )[:MOST_ROWS]


def measures_of_unit(results: Results, key: str, speech: Speech, newest: int | None = None) -> OfUnit:
    """The measures that a unit carries, and those that it has with others by a word for several units.

    Those of the fiscal year `newest` (Buddhist Era) are counted and not listed: its work is listed apart.
    """
    name, every = results.site.agency.units[key].name, [one for one in results.listed if key in one.every_unit]
    own = [one for one in every if key in one.units]
    shared = [one for one in every if key not in one.units]
    listed = [one for one in own if one.year.year != newest]
    most = max(MOST_ROWS - len(listed), LEAST_SHARED)
    return OfUnit(
        _carried(name, key, own, speech),
        _by_status(every),
        speech.fiscal_year(every[0].year.year) if every else "",
        _unit_table(listed[:MOST_ROWS], key, results.site, speech, is_rest=listed != own),
        _older(listed[MOST_ROWS:], speech),
        _shared(name, key, shared, speech, is_all=not own),
        _shared_table(shared[:most], key, results.site, speech),
        _older(shared[most:], speech),
    )


def _shared(name: str, key: str, found: Sequence[Listed], speech: Speech, *, is_all: bool) -> str:
    """และอีก ๑๔ มาตรการที่มอบให้ทุกกอง, in the words of the documents; with the unit where it has no other work."""
    counts = Counter(word for one in found for unit, word in one.shared if unit == key)
    given = " และ ".join(speech.digits(f"{count} มาตรการที่มอบให้{word}") for word, count in counts.items())
    if not given:
        return ""
    return f"{name}{_gap(name)}มี {given} ซึ่งรวมหน่วยงานนี้ด้วย" if is_all else f"และอีก {given}"


def _shared_table(found: Sequence[Listed], key: str, site: Site, speech: Speech) -> Table:
    words = dict.fromkeys(word for one in found for unit, word in one.shared if unit == key)
    heads: Heads = {"of_year": None, "name": None, "period": "ระยะเวลา", "status_words": None}
    rows = (MeasureRow(one.facts, site, key) for one in found)
    return replace(list_table(f"มาตรการที่มอบให้{'และ'.join(words)}", heads, rows, speech), key="shared")


def _carried(name: str, key: str, found: Sequence[Listed], speech: Speech) -> str:
    """กองคลังรับผิดชอบ ๑๒ มาตรการใน ๓ ปีงบประมาณ เป็นผู้รับผิดชอบหลัก ๕ มาตรการ."""
    if not found:
        return ""
    years = {one.year.year for one in found}
    span = f"ปีงบประมาณ พ.ศ. {min(years)}" + (f" ถึง {max(years)}" if len(years) > 1 else "")
    leading = sum(key in one.lead_units for one in found)
    as_lead = f" เป็นผู้รับผิดชอบหลัก {leading} มาตรการ" if leading else ""
    placed = next((f" ({words})" for one in found if (words := placed_words(one.year))), "")
    return f"{name}{_gap(name)}" + speech.digits(f"รับผิดชอบ {len(found)} มาตรการ ใน{span}{placed}{as_lead}")


def _gap(name: str) -> str:
    return " " if name.endswith("ฯ") else ""


def _by_status(found: Sequence[Listed]) -> tuple[ListLink, ...]:
    """The number of the newest year's measures of each status, each leading to the page of that status."""
    newest = [one.group for one in found if one.year is found[0].year]
    counts = Counter(newest)
    return tuple(
        ListLink(name, addresses.status_path(key), counts[key]) for key, name in STATUS_WORDS.items() if counts[key]
    )


def _unit_table(found: Sequence[Listed], key: str, site: Site, speech: Speech, *, is_rest: bool) -> Table:
    role: Heads = {"role": None} if any(one.lead_units for one in found) else {}
    heads: Heads = {"of_year": None, "name": None, **role, "period": "ระยะเวลา", "status_words": None}
    rows = (MeasureRow(one.facts, site, key) for one in found)
    before = "ในปีก่อนหน้า" if is_rest else ""
    return list_table(f"มาตรการที่{site.agency.units[key].name}รับผิดชอบ{before}", heads, rows, speech)
