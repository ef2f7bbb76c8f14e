"""How many measures have which status: in a year, and for each unit that is responsible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from prongsai.analysis.merged import effective
from prongsai.model.measures import Measure
from prongsai.model.site import FiscalYear, Site
from prongsai.model.stated import Printed, known
from prongsai.views.content import Phrase
from prongsai.views.follow_up import status_counts
from prongsai.views.measures import status_of
from prongsai.views.names import unit_phrase
from prongsai.views.speech import Speech
from prongsai.wording.terms import NO_REPORT

NO_REPORT_KIND = "unreported"
_KINDS = ("done", "active", "stopped", "planned", NO_REPORT_KIND, "printed", "silent")


@dataclass(frozen=True)
class Standing:
    """A status: the form that a picture gives it, and its word."""

    kind: str
    text: str


Tally = Counter[Standing]


def year_tally(year: FiscalYear, speech: Speech) -> Tally:
    """The measures of a year by status, as the pages count them everywhere."""
    return Tally({standing_of(status): count for status, count in status_counts(year, speech)})


def unit_tallies(years: Iterable[FiscalYear], site: Site, speech: Speech) -> dict[Phrase, Tally]:
    """The measures of each unit by status, in the order of the agency's units, then what names none of them.

    A measure counts for each of its units, once; why none is known is a row of its own.
    """
    found: dict[Phrase, Tally] = {}
    for year in years:
        for measure in year.listed_measures:
            standing = standing_of(status_of(year, measure, speech))
            for unit in responsible_units(year, measure, site, speech):
                found.setdefault(unit, Tally())[standing] += 1
    order = [unit_phrase(site, key) for key in site.agency.units]
    return {unit: found[unit] for unit in sorted(found, key=lambda one: _place(one, order))}


def responsible_units(year: FiscalYear, measure: Measure, site: Site, speech: Speech) -> tuple[Phrase, ...]:
    """Each unit that a measure names once, or the one word that says why none is known."""
    value, _ = effective(year.listed_measures, measure, "responsible")
    if isinstance(value, Printed):
        return (Phrase(value.printed),)
    responsible = known(value)
    if responsible is None:
        return (Phrase(speech.plain(speech.stated(value)), kind="absent"),)
    named = dict.fromkeys(unit_phrase(site, text) for text in (*responsible.lead, *responsible.units))
    if named:
        return tuple(named)
    return (Phrase(responsible.printed) if responsible.printed else speech.missing(),)


def standing_of(status: Phrase) -> Standing:
    """The standing that a worded status means; no report is neither done nor undone nor a status that is not stated."""
    if status.text == NO_REPORT:
        return Standing(NO_REPORT_KIND, status.text)
    return Standing("silent" if status.kind == "unknown" else status.kind, status.text)


def ordered_standings(tallies: Iterable[Tally]) -> tuple[Standing, ...]:
    """Every standing that occurs, from done to not stated."""
    found = dict.fromkeys(standing for tally in tallies for standing in tally)
    return tuple(sorted(found, key=lambda one: _KINDS.index(one.kind)))


def _place(unit: Phrase, order: list[Phrase]) -> tuple[int, bool]:
    return (order.index(unit) if unit in order else len(order), unit.kind == "absent")
