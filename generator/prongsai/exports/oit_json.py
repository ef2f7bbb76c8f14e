"""The answers to the OIT items of a year for machines: addresses, explanations, what is lacking; null where absent."""

from __future__ import annotations

import json
from collections.abc import Iterable

from prongsai.analysis.results import Results
from prongsai.exports.oit_rows import OitRow, OitRows, RowLink, word_rows
from prongsai.json_value import Json
from prongsai.model.stated import known
from prongsai.problems import Problem
from prongsai.thai.dates import BuddhistDate
from prongsai.views.oit.answers import AnsweredElement
from prongsai.views.provenance import without_paths
from prongsai.wording import message_of


def export_oit(results: Results, year: int, problems: Iterable[Problem]) -> str:
    """The content of /data/{year}/oit.json."""
    rows = word_rows(results, year, problems)
    return json.dumps(oit_document(results, rows), ensure_ascii=False, indent=2) + "\n"


def oit_document(results: Results, rows: OitRows) -> dict[str, Json]:
    """The same as a document; every key is always there.

    Days are year, month and day with the year of the Buddhist Era, as `calendar` says. Where the agency keeps its
    notes internal, whatever tells of readiness is null.
    """
    public = results.site.shows_notes
    return {
        "fiscal_year": rows.year,
        "calendar": "buddhist",
        "agency": known(results.site.agency.name),
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
    return f"{day.year}-{day.month:02d}-{day.day:02d}" if day else None
