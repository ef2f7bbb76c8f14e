"""The paths of the site. They are promises: once published they never change."""

from __future__ import annotations

import re
from typing import Literal

HOME = "/"
YEARS = "/years/"
ALL_MEASURES = "/measures/"
INDICATORS = "/indicators/"
UNITS = "/units/"
METHODOLOGY = "/methodology/"
LINKS = "/links/"
ACCESSIBILITY = "/accessibility/"
CONTACT = "/contact/"
SECTIONS = ("scores", "analysis", "measures", "follow-up", "oit", "notes")


def year_path(year: int) -> str:
    """The year at a glance."""
    return f"/{year}/"


def section_path(year: int, section: str) -> str:
    """A section of a year: scores, analysis, measures, follow-up, oit, notes or memo."""
    return f"/{year}/{section}/"


def measure_path(year: int, measure: str) -> str:
    """The permanent page of a measure."""
    return f"/{year}/measures/{measure}/"


def item_path(year: int, code: str) -> str:
    """The page of an OIT item."""
    return f"/{year}/oit/{code.lower()}/"


def item_in_index(path: str) -> tuple[str, str]:
    """Where an item stands that has no page of its own: the index and the fragment; empty for other paths."""
    found = re.fullmatch(r"(/[0-9]{4}/oit/)(o[0-9]+)/", path)
    return (found[1], found[2]) if found else ("", "")


def edition_path(year: int) -> str:
    """The rules of an assessment year."""
    return f"/methodology/{year}/"


def indicator_path(number: str) -> str:
    """An indicator across the years."""
    return f"/indicators/{number}/"


def unit_path(key: str) -> str:
    """A unit's measures across the years."""
    return f"/units/{key}/"


def scores_data_path(year: int) -> str:
    """The scores of a year for machines."""
    return f"/data/{year}/scores.json"


def oit_data_path(year: int) -> str:
    """The answers to the OIT items of a year for machines."""
    return f"/data/{year}/oit.json"


def links_path(year: int) -> str:
    """All links of a year to other websites."""
    return f"/links/{year}/"


def links_data_path(year: int, kind: Literal["json", "csv"] = "json") -> str:
    """What is remembered of the links of a year, for machines and for spreadsheets."""
    return f"/data/{year}/links.{kind}"


def file_path(name: str) -> str:
    """An attachment in content/files."""
    return f"/files/{name}"
