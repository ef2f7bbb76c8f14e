"""The facts of a page for other programs: agency and dataset as JSON-LD (schema.org), and the picture of its link."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.json_value import Json
from prongsai.model.agency import Agency
from prongsai.model.stated import known
from prongsai.pages.page import Page
from prongsai.thai.dates import BUDDHIST_ERA
from prongsai.views.open_data.dataset import Dataset
from prongsai.views.open_data.table import OpenTable
from prongsai.views.share_cards import ShareCard, share_cards
from prongsai.views.speech import Speech

_CONTEXT = "https://schema.org"
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\x85\u2028\u2029"}  # markup, and what ends a line
_BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def render_agency(agency: Agency) -> str:
    """The agency, with what its data says of it; empty where not even its name is known."""
    found = describe_agency(agency)
    return _render({"@context": _CONTEXT, **found}) if found else ""


def describe_agency(agency: Agency) -> dict[str, Json]:
    """The agency as a node; empty where its name is not known."""
    name, website = known(agency.name), known(agency.main_website)
    if not name:
        return {}
    place = {"addressRegion": known(agency.province), "addressLocality": known(agency.district)}
    place = {"streetAddress": known(agency.address), **place}
    stated = {key: value for key, value in place.items() if value}
    found: dict[str, Json] = {"@type": "GovernmentOrganization", "name": name}
    found |= {"url": website} if website else {}
    found |= {"address": {"@type": "PostalAddress", **stated, "addressCountry": "TH"}} if stated else {}
    points = {kind: _channels(agency, kind) for kind in ("phone", "email")}
    found |= {"telephone": points["phone"]} if points["phone"] else {}
    return found | ({"email": points["email"]} if points["email"] else {})


def _channels(agency: Agency, kind: str) -> list[str]:
    return [one.value for one in known(agency.channels) or () if one.kind == kind]


def render_dataset(dataset: Dataset, agency: Agency, tables: Iterable[OpenTable]) -> str:
    """The open data as a dataset with its files; addresses are absolute where that of the site is known."""
    publisher, span = describe_agency(agency) if dataset.is_official else {}, dataset.years
    found: dict[str, Json] = {
        "@context": _CONTEXT,
        "@type": "Dataset",
        "name": dataset.title,
        "description": dataset.about,
        "inLanguage": "th",
        "isAccessibleForFree": True,
        "keywords": list(dataset.keywords),
    }
    found |= {"url": _address(dataset, addresses.OPEN_DATA)} if dataset.site_url else {}
    found |= {"temporalCoverage": _coverage(span)} if span else {}
    found |= {"publisher": publisher, "creator": publisher} if publisher else {}
    found |= {"license": dataset.said.license_url} if dataset.said.license_url else {}
    files = [(addresses.open_table_path(one.name), f"{one.title} (CSV)", "text/csv") for one in tables]
    files += [(addresses.OPEN_WORKBOOK, "ทุกตาราง (XLSX)", _BOOK)]
    found["distribution"] = [_download(dataset, *one) for one in files]
    return _render(found)


def _coverage(years: tuple[int, ...]) -> str:
    """The fiscal years as days of the Common Era, in which schema.org reads time."""
    return f"{years[0] - BUDDHIST_ERA - 1}-10-01/{years[-1] - BUDDHIST_ERA}-09-30"


def _download(dataset: Dataset, path: str, name: str, kind: str) -> dict[str, str]:
    where = _address(dataset, path)
    return {"@type": "DataDownload", "name": name, "encodingFormat": kind, "contentUrl": where}


def _address(dataset: Dataset, path: str) -> str:
    """An address of the site; relative to the page of the data where the site has none yet."""
    if dataset.site_url:
        return f"{dataset.site_url}{path.lstrip('/')}"
    return path.removeprefix(addresses.OPEN_DATA)


def _render(found: dict[str, Json]) -> str:
    """JSON that no text in it can end: the signs of markup are written as escapes."""
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def cards_of(results: Results, speech: Speech) -> tuple[ShareCard, ...]:
    """The pictures that pages name, home's first: none where the site does not know its own address."""
    return share_cards(results, speech) if results.site.options.site_url is not None else ()


def with_picture(page: Page, cards: Mapping[str, ShareCard]) -> Page:
    """The page with the path of its picture and what the picture says; `cards` are by the page that they stand for."""
    year = addresses.year_path(page.year) if page.year is not None else addresses.HOME
    card = cards.get(page.path) or cards.get(year) or cards.get(addresses.HOME)
    return replace(page, meta={**page.meta, "image": picture_of(card)}) if card else page


def picture_of(card: ShareCard) -> tuple[str, str]:
    """The path of a picture below the site's root, and what it says."""
    return card.path.lstrip("/"), card.alt
