"""The agenda of a day: the entries of all sources, with the names of the units."""

from __future__ import annotations

from prongsai.agenda.entry import Agenda
from prongsai.agenda.moment import Moment
from prongsai.agenda.of_days import day_entries
from prongsai.agenda.of_items import item_entries
from prongsai.agenda.of_reports import report_entries
from prongsai.agenda.of_results import result_entries
from prongsai.model.stated import known

_SOURCES = (result_entries, report_entries, item_entries, day_entries)


def compose_agenda(moment: Moment) -> Agenda:
    """All that is due at a moment."""
    entries = tuple(entry for source in _SOURCES for entry in source(moment))
    units = {key: unit.name for key, unit in moment.site.agency.units.items()}
    agency = known(moment.site.agency.name) or "หน่วยงาน"
    return Agenda(moment.today, moment.fiscal_year, agency, units, entries)
