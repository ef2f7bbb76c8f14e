"""The facts of a site for machines: scores, answers to OIT items and measures; null where not stated."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from prongsai import addresses
from prongsai.analysis.readings import other_values
from prongsai.analysis.results import Listed, Results, YearResult
from prongsai.analysis.scoring import keys_of, rounded, stated_or_none
from prongsai.exports.oit_sheet import OitRow, OitRows, RowLink, word_rows
from prongsai.json_value import Json
from prongsai.model.reports import day_of_data
from prongsai.model.stated import Absence, known
from prongsai.model.status import STATUS_WORDS
from prongsai.problems import Problem
from prongsai.thai.dates import BuddhistDate
from prongsai.thai.numerals import two_decimals
from prongsai.views.measures.facts import responsible_parts
from prongsai.views.names import indicator_numbers, without_paths
from prongsai.views.oit.answers import AnsweredElement
from prongsai.views.speech import Speech
from prongsai.wording import message_of


def export_scores(result: YearResult) -> str:
    """The content of /data/{year}/scores.json."""
    return json.dumps(scores_document(result), ensure_ascii=False, indent=2) + "\n"


def scores_document(result: YearResult) -> dict[str, Json]:
    """The same as a document; every key is always there.

    `level_verdict` is that of the published level against the scale of its year (one of `Verdict`), `level_by_scale`
    every level that the result may have by that scale, as far as it is known; `otherwise` is by the other list of
    indicators, where the document prints two and the agency did not say which is valid.
    """
    scores, edition, computed = result.year.scores, result.year.edition, result.computed
    instruments = keys_of(edition.instruments, scores, "instruments")
    indicators = keys_of(edition.indicators, scores, "indicators")
    return {
        "fiscal_year": result.year.year,
        "published": {
            "total": _text(known(scores.total.value)) if scores else None,
            "level": known(scores.level.value) if scores else None,
            "level_verdict": result.stated_level.verdict.value,
            "level_by_scale": list(result.stated_level.found.candidates),
            "instruments": {key: _text(stated_or_none(scores, "instruments", key)) for key in instruments},
            "indicators": {key: _text(stated_or_none(scores, "indicators", key)) for key in indicators},
        },
        "computed": {
            "total": _text(computed.total),
            "level": computed.level.name,
            "instruments": _texts(instruments, computed.instruments),
            "indicators": _texts(indicators, computed.indicators),
            "subindicators": _texts(edition.subindicators, computed.subindicators),
            "path": computed.path.key if computed.path and computed.total is not None else None,
        },
        "otherwise": _otherwise(result),
        "items": {
            code: {
                "score": _text(item.score),
                "reason": " ".join(item.reasons) or None,
                "basis": item.basis,
            }
            for code, item in computed.items.items()
        },
    }


def _otherwise(result: YearResult) -> Json:
    """The other scores of a document that prints two, with what follows from them; null where there is one list."""
    found, others = result.otherwise, other_values(result.year.scores)
    if found is None:
        return None
    return {
        "indicators": {key: _text(value) for key, value in others.items()},
        "total": _text(found.total),
        "level": found.level.name,
        "instruments": {key: _text(value) for key, value in found.instruments.items()},
    }


def _texts(keys: Iterable[str], values: Mapping[str, Decimal | Fraction]) -> dict[str, str | None]:
    return {key: _text(values.get(key)) for key in keys}


def _text(value: Decimal | Fraction | None) -> str | None:
    if value is None:
        return None
    return two_decimals(rounded(value) if isinstance(value, Fraction) else value)


def export_oit(results: Results, year: int, problems: Iterable[Problem]) -> str:
    """The content of /data/{year}/oit.json."""
    rows = word_rows(results, year, problems)
    return json.dumps(oit_document(results, rows), ensure_ascii=False, indent=2) + "\n"


def oit_document(results: Results, rows: OitRows) -> dict[str, Json]:
    """The same as a document; every key is always there.

    Days are year, month and day with the year of the Buddhist Era, as `calendar` says. Where the agency keeps its
    notes internal, whatever shows readiness is null.
    """
    public = results.site.shows_notes
    return {
        "fiscal_year": rows.year,
        "calendar": "buddhist",
        "agency": known(results.site.in_year(rows.year).agency.name),
        "total": rows.total,
        "ready": sum(row.item.state == "ready" for row in rows.rows) if public else None,
        "items": [_item(row, public=public) for row in rows.rows],
    }


def _item(row: OitRow, *, public: bool) -> dict[str, Json]:
    item, stated = row.item, row.item.stated
    return {
        "code": item.code,
        "title": item.title or None,
        "subindicator": item.subindicator or None,
        "answer": item.answer or None,
        "state": item.state if public else None,
        "unit": item.unit or None,
        "urls": list(row.urls),
        "links": [_link(link) for link in row.links],
        "explanation": row.explanation or None,
        "fiscal_year": item.stated_year,
        "required_fiscal_year": item.required_year,
        "published_on": _day(item.published_on),
        "elements": [_element(*pair, public=public) for pair in zip(item.elements, row.element_urls, strict=True)],
        "nothing_happened": (stated.nothing_happened if stated else None) or None,
        "note": (stated.note if stated else None) or None,
        "findings": [_finding(found) for found in item.findings] if public else None,
        "lacking": list(row.lacking) if public else None,
    }


def _link(row: RowLink) -> dict[str, Json]:
    return {
        "title": row.title or None,
        "url": row.url or None,
        "explanation": list(row.explanation),
        "click_path": list(row.link.steps),
        "checked_on": _day(row.link.checked_on),
        "does_not_open": row.link.does_not_open or None,
    }


def _element(element: AnsweredElement, url: str, *, public: bool) -> dict[str, Json]:
    return {
        "key": element.key,
        "text": element.text,
        "state": element.state if public or element.state == "there" else None,
        "place": element.place or None,
        "url": url or None,
        "note": element.note or None,
    }


def _finding(found: Problem) -> dict[str, str]:
    return {"code": found.code, "message": without_paths(message_of(found.code, found.values))}


def _day(day: BuddhistDate | None) -> str | None:
    return day.in_digits() if day else None


def export_measures(results: Results, speech: Speech) -> str:
    """The content of /data/measures.json, which the filter of /measures/ reads too."""
    return json.dumps(measures_document(results, speech), ensure_ascii=False, indent=1) + "\n"


def measures_document(results: Results, speech: Speech) -> dict[str, Json]:
    """The same as a document; every key is always there.

    `statuses`, `units` and `indicators` name the keys that the entries of `measures` use. Of a measure, `id` is
    permanent within its `fiscal_year`, `path` is below the site's root, `number` is the document's own,
    `status` one of `statuses` and `status_text` the words of the newest report, `units` the keys of all units that
    carry it, `lead_units` of those that lead and `shared_units` of those that it does not name but means by a word for
    several as ทุกกอง, `responsible` and `period` the words of the document, `indicators`
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
        "shown_title": _printed(measure.shown_title) if measure.titled_by_problem else None,
        "plain_summary": measure.plain_summary,
        "status": one.group,
        "status_text": speech.status(one.facts.progress).text,
        "units": list(one.units),
        "lead_units": list(one.lead_units),
        "shared_units": [key for key, _ in one.shared],
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
