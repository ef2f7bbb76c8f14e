"""All measures of a site for machines: what is promised, by whom, until when and how far; null where absent."""

from __future__ import annotations

import json

from prongsai import addresses
from prongsai.analysis.listed import Listed
from prongsai.analysis.results import Results
from prongsai.json_value import Json
from prongsai.model.report_days import day_of_data
from prongsai.model.stated import Absence, known
from prongsai.model.status import STATUS_WORDS
from prongsai.thai.dates import BuddhistDate
from prongsai.views.measures.facts import responsible_parts
from prongsai.views.names import indicator_numbers
from prongsai.views.speech import Speech


def export_measures(results: Results, speech: Speech) -> str:
    """The content of /data/measures.json, which the filter of /measures/ reads too."""
    return json.dumps(measures_document(results, speech), ensure_ascii=False, indent=1) + "\n"


def measures_document(results: Results, speech: Speech) -> dict[str, Json]:
    """The same as a document; every key is always there.

    `statuses`, `units` and `indicators` name the keys that the entries of `measures` use. Of a measure, `id` is
    permanent within its `fiscal_year`, `path` stands below the site's root, `number` is the document's own,
    `status` one of `statuses` and `status_text` the words of the newest report, `units` the keys of all units that
    carry it and `lead_units` of those that lead, `responsible` and `period` the words of the document, `indicators`
    the numbers of what it answers, and `as_of` the day of the report's data, with the year of the Buddhist Era as
    `calendar` says.
    """
    return {
        "agency": known(results.site.agency.name),
        "calendar": "buddhist",
        "statuses": STATUS_WORDS,
        "units": {key: unit.name for key, unit in results.site.agency.units.items()},
        "indicators": {
            number: edition.indicators[number].name for number, edition in indicator_numbers(results).items()
        },
        "measures": [_measure(results, one, speech) for one in results.listed],
    }


def _measure(results: Results, one: Listed, speech: Speech) -> dict[str, Json]:
    year, measure = one.year, one.measure
    who, when = one.facts.value("responsible"), one.facts.value("period")
    parts = responsible_parts(one.facts, results.site, speech)
    return {
        "fiscal_year": year.year,
        "id": measure.id,
        "number": known(measure.number),
        "title": _printed(measure.title),
        "plain_summary": measure.plain_summary,
        "status": one.group,
        "status_text": speech.status(one.facts.progress).text,
        "units": list(one.units),
        "lead_units": list(one.lead_units),
        "responsible": None if isinstance(who, Absence) else speech.plain(parts),
        "indicators": list(one.indicators),
        "period": _printed(when),
        "as_of": _day(_as_of(one)),
        "path": addresses.measure_path(year.year, measure.id),
    }


def _as_of(one: Listed) -> BuddhistDate | None:
    """The day of the report's data, where it is of the round that the status is of."""
    newest = one.facts.newest
    if not newest:
        return known(one.year.follow_up.as_of) if one.year.follow_up else None
    return day_of_data(one.year.follow_up, newest[-1])


def _printed(value: object) -> str | None:
    """A text as the document has it, or None where there is none."""
    if isinstance(value, Absence):
        return None
    return str(getattr(value, "printed", value))


def _day(day: BuddhistDate | None) -> str | None:
    return f"{day.year}-{day.month:02d}-{day.day:02d}" if day else None
