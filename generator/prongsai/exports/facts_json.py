"""The published facts of a site on one day, in a fixed order, so that two publications can be compared."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from prongsai.analysis.results import Results, YearResult
from prongsai.analysis.scoring import keys_of, stated_or_none
from prongsai.exports.stated_facts import state_fields, state_site, state_year
from prongsai.json_value import Json
from prongsai.model.analysis import StatedList
from prongsai.model.follow_up import Report
from prongsai.model.measures import Responsible
from prongsai.model.reports import progress_of
from prongsai.model.scores import Scores
from prongsai.model.site import FiscalYear, MeasureFacts, Site
from prongsai.model.stated import Absence, Printed, known
from prongsai.model.status import Status
from prongsai.problems import Problem
from prongsai.thai.dates import BuddhistDate
from prongsai.thai.numerals import two_decimals
from prongsai.thai.periods import Period, ends_of
from prongsai.views.oit.answers import ItemAnswer, answers_of

FORMAT = 1
Facts = dict[str, Json]
_NAME_LENGTH = 20  # hexadecimal digits of a hash: enough for all that an agency will ever state


@dataclass(frozen=True)
class Snapshot:
    """The record of a publication, and the parts that it names, each by its name, which is the same for the same facts.

    A year's part that did not change has the name that it had, so that it is kept once for all publications.
    """

    text: str
    parts: Mapping[str, str]


def export_facts(
    results: Results, problems: Iterable[Problem], addresses: int, day: str, files: Mapping[str, str] | None = None
) -> Snapshot:
    """The snapshot of a publication on `day` (Buddhist Era, `2569-11-21`).

    `addresses` is how many the ledger knows then; `files` are the attachments (`2565/แผน.pdf`) with their SHA-256.
    """
    document, parts = split_parts(whole_document(results, problems, addresses, day, files or {}))
    return Snapshot(_write(document), {name: _write(facts) for name, facts in parts.items()})


def _write(facts: Json) -> str:
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"


def split_parts(document: Facts) -> tuple[Facts, dict[str, Json]]:
    """A document with the names of its parts in their places, and the parts."""
    parts: dict[str, Json] = {}

    def put(name: str, facts: Json) -> str:
        key = f"{name}-{hashlib.sha256(_write(facts).encode()).hexdigest()[:_NAME_LENGTH]}"
        parts[key] = facts
        return key

    def put_all(of: str, holder: Mapping[str, Json]) -> Facts:
        stated = holder.get("stated")
        named = stated if isinstance(stated, dict) else {}
        return {**holder, "stated": {part: put(f"{of}{part}", facts) for part, facts in named.items()}}

    years = document["years"] if isinstance(document["years"], dict) else {}
    whole = put_all("", document)
    of_years = {year: put_all(f"{year}-", facts) for year, facts in years.items() if isinstance(facts, dict)}
    return {**whole, "fields": put("fields", document["fields"]), "years": of_years}, parts


def whole_document(
    results: Results, problems: Iterable[Problem], addresses: int, day: str, files: Mapping[str, str]
) -> Facts:
    """The document with everything that pages show, field by field as declared, and the names of these fields."""
    document = facts_document(results, problems, addresses, day, files)
    site, years = results.site, document["years"]
    stated = {year.year: state_year(site, year, partial(_period_facts, year=year)) for year in site.years}
    named = years.items() if isinstance(years, dict) else ()
    return {
        **document,
        "years": {key: {**facts, "stated": stated[int(key)]} for key, facts in named if isinstance(facts, dict)},
        "fields": state_fields(site),
        "stated": state_site(site),
    }


def facts_document(
    results: Results, problems: Iterable[Problem], addresses: int, day: str, files: Mapping[str, str]
) -> Facts:
    """The facts that are compared before all others, without the fields as declared.

    A fact that is not known is null, and statuses and states are the words of the data.

    `site_url` is the address of the site, where it has one: what was submitted to others begins with it.
    """
    found = tuple(problems)
    folders = {str(year) for year in results.years}
    return {
        "format": FORMAT,
        "published_on": day,
        "addresses": addresses,
        "agency": known(results.site.agency.name),
        **({"site_url": results.site.options.site_url} if results.site.options.site_url else {}),
        "years": {str(year): _year_facts(results, result, found, files) for year, result in results.years.items()},
        "files": {name: files[name] for name in sorted(files) if name.partition("/")[0] not in folders},
    }


def _year_facts(results: Results, result: YearResult, problems: tuple[Problem, ...], files: Mapping[str, str]) -> Facts:
    year = result.year
    folder = f"{year.year}/"
    answers = answers_of(results, year.year, problems).items
    own_measures = year.measures.measures if year.measures else None
    return {
        "scores": _score_facts(result, year.scores) if year.scores else None,
        "measures": None
        if own_measures is None
        else {one.measure.id: _measure_facts(results.site, one) for one in year.measure_facts},
        "reports": _report_facts(year.follow_up.reports) if year.follow_up else None,
        "oit": {one.code: _answer_facts(one) for one in answers if one.stated is not None or one.state != "open"},
        "analysis": _analysis_facts(year),
        "questions": _question_facts(results.site, year),
        "files": {name.removeprefix(folder): files[name] for name in sorted(files) if name.startswith(folder)},
    }


def _score_facts(result: YearResult, scores: Scores) -> Facts:
    edition, rank = result.year.edition, known(scores.rank)
    return {
        "announced_on": _day(known(scores.announced_on)),
        "total": _figure(known(scores.total.value)),
        "level": known(scores.level.value),
        "rank": {"value": rank.value, "scope": known(rank.scope)} if rank else None,
        **{
            kind: {key: _figure(stated_or_none(scores, kind, key)) for key in keys_of(named, scores, kind)}
            for kind, named in (("instruments", edition.instruments), ("indicators", edition.indicators))
        },
    }


def _measure_facts(site: Site, facts: MeasureFacts) -> Facts:
    measure, responsible = facts.measure, known(facts.value("responsible"))
    site = site.in_year(facts.year.year)
    units = (*responsible.lead, *responsible.units) if responsible else ()
    keys = [site.unit_of(unit) or unit for unit in units]
    typed = [site.unit_of(unit) or unit for unit in _typed_units(responsible)]
    return {
        "number": known(measure.number),
        "title": (printed := " ".join(_printed(measure.title).split()) or None),
        **({"shown_title": shown} if (shown := _printed(measure.shown_title)) != printed and shown else {}),
        "units": [_unit_name(site, unit) for unit in units] or None,
        "unit_keys": keys or None,
        **({"typed_units": typed} if typed != keys else {}),
        "period": _period_facts(facts.value("period"), facts.year),
        "status": _status_key(facts.progress.status),
    }


def _typed_units(responsible: Responsible | None) -> Iterator[str]:
    """The units as they were typed: a version that reads several out of one text states no other fact."""
    typed = responsible.typed if responsible else None
    held = [typed.get(name) for name in ("lead", "units")] if isinstance(typed, dict) else []
    for one in held:
        yield from map(str, one if isinstance(one, list) else [one] if isinstance(one, str) else [])


def _status_key(status: Status) -> str | None:
    return status.key if status.is_reported else None


def _printed(text: str | Absence | Printed) -> str:
    """A text as the document has it; empty where it has none."""
    return text.printed if isinstance(text, Printed) else known(text) or ""


def _unit_name(site: Site, text: str) -> str:
    key = site.unit_of(text)
    return site.agency.units[key].name if key else text


def _period_facts(period: object, year: FiscalYear) -> Facts | None:
    """A period as printed, with its first and last month (`2566-01`) where it names them."""
    if isinstance(period, Printed):
        return {"printed": period.printed, "first": None, "last": None}
    if not isinstance(period, Period):
        return None
    first, last = ends_of(year.spans_of(period))
    return {"printed": period.printed, "first": first, "last": None if period.is_open else last}


def _report_facts(reports: tuple[Report, ...]) -> dict[str, Facts]:
    """The reports by measure and round (`m01/6`); one that names no measure by its place in the file (`#3`)."""
    found: dict[str, Facts] = {}
    for place, report in enumerate(reports, start=1):
        key = "/".join(filter(None, (report.measure or f"#{place}", report.months)))
        found[f"{key}#{place}" if key in found else key] = {
            "title": known(report.title),
            "status": _status_key(progress_of((report,)).status),
            "reported_on": _day(known(report.reported_on)),
            "result_link": known(report.result_link),
        }
    return found


def _answer_facts(answer: ItemAnswer) -> Facts:
    return {
        "answer": answer.answer or None,
        "state": answer.state,
        "published_on": _day(answer.published_on),
        "urls": [link.href for link in answer.links if link.href],
        **({} if answer.stated is not None and isinstance(answer.stated.answer, str) else {"found": True}),
    }


def _question_facts(site: Site, year: FiscalYear) -> dict[str, Facts]:
    """The questions by their permanent id; nothing in the data says who asked."""
    return {
        one.id: {
            "question": " ".join(one.question.split()),
            "answered": bool(known(one.answer)),
            "answered_on": _day(known(one.answered_on)),
            "unit": (site.in_year(year.year).unit_of(one.unit) or one.unit) if one.unit else None,
        }
        for one in (year.questions.questions if year.questions else ())
    }


def _analysis_facts(year: FiscalYear) -> Facts | None:
    def codes(lists: tuple[StatedList, ...]) -> list[str]:
        return list(dict.fromkeys(code for one in lists for code in (*one.indicators, *one.items)))

    own = year.analysis
    return {"strengths": codes(own.strengths), "weaknesses": codes(own.weaknesses)} if own else None


def _figure(value: Decimal | None) -> str | None:
    return None if value is None else two_decimals(value)


def _day(day: BuddhistDate | None) -> str | None:
    return day.in_digits() if day else None
