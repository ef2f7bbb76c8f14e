"""The agenda of a site on a day, and the file that it may be written to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from prongsai.agenda.compose import compose_agenda
from prongsai.agenda.entry import Agenda
from prongsai.agenda.moment import Moment
from prongsai.model.known_parts import without_empty
from prongsai.model.stated import known
from prongsai.pipeline.content.write_files import write_file
from prongsai.pipeline.reminders.read_site import ReadSite, find_unit, read_site
from prongsai.readiness.item import YearReady
from prongsai.readiness.judge import judge_year
from prongsai.thai.dates import BuddhistDate, fiscal_year_of
from prongsai.web import host_of

_NOWHERE = "prongsai.invalid"  # a host that cannot be: of a site that has no address yet


@dataclass(frozen=True)
class Due:
    """The agenda, the key of the unit that was asked for (None for all), and the host of the agency's site."""

    agenda: Agenda
    unit: str | None
    home: str


def due_folder(root: Path, today: BuddhistDate, unit: str = "") -> Due:
    """Draw up the agenda of the site kept in `root` on a day; raises UnitUnknownError."""
    read = read_site(root)
    key = find_unit(read.site, unit)
    return Due(draw_up(read, today), key or None, _home(read))


def draw_up(read: ReadSite, today: BuddhistDate) -> Agenda:
    """The agenda of a day for a site that was read; the same site has another one on every day."""
    ready = {number: _judge(read, number) for number in _open_years(read, today)}
    return compose_agenda(Moment(today, read.context, read.problems, read.editions.edition, ready))


def _judge(read: ReadSite, number: int) -> YearReady:
    return judge_year(read.context, number, read.problems)


def _open_years(read: ReadSite, today: BuddhistDate) -> list[int]:
    """The present fiscal year and the one before, where the site has them and their result is not entered."""
    present = fiscal_year_of(today.year, today.month)
    found = (read.context.results.years.get(number) for number in (present - 1, present))
    return [one.year.year for one in found if one is not None and without_empty(one.year).scores is None]


def _home(read: ReadSite) -> str:
    address = read.site.options.site_url or known(read.site.agency.main_website) or ""
    return host_of(address) or _NOWHERE


def write_due(path: Path, data: bytes) -> None:
    """Write the agenda to a file, whole or not at all."""
    write_file(path, data)
