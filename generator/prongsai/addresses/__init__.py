"""The paths of the site. They are promises: once published they never change."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import quote

from prongsai.addresses.subjects import HEADINGS as HEADINGS
from prongsai.addresses.subjects import KINDS as KINDS
from prongsai.addresses.subjects import Subject as Subject
from prongsai.addresses.subjects import file_of as file_of
from prongsai.addresses.subjects import subject_of as subject_of

HOME = Subject("home").path
FILES = "/files/"  # attachments of the agency
YEARS = Subject("years").path
ALL_MEASURES = Subject("all-measures").path
MEASURES_DATA = Subject("data", key="measures.json").path
OPEN_DATA = Subject("open-data").path
OPEN_WORKBOOK = Subject("data", key="all-tables.xlsx").path
OPEN_DICTIONARY = Subject("data", key="dictionary.csv").path
OPEN_PACKAGE = Subject("data", key="datapackage.json").path
OPEN_CATALOGUE = Subject("data", key="catalogue.json").path
INDICATORS = Subject("indicators").path
UNITS = Subject("units").path
METHODOLOGY = Subject("methodology").path
LINKS = Subject("links").path
ACCESSIBILITY = Subject("accessibility").path
CONTACT = Subject("contact").path
UPDATES = Subject("all-updates").path
QUESTIONS = Subject("all-questions").path
SEARCH = Subject("search").path
SEARCH_INDEX = Subject("search-file", key="index.json").path
SEARCH_TITLES = Subject("search-file", key="titles.json").path
QUESTIONS_ON_A_PAGE = 20  # by their order in the file, so that a question stays where it was when others are added
_ESCAPES = str.maketrans({mark: f"%{ord(mark):02X}" for mark in "%#?\\"})
_ESCAPED = re.compile(r"%(25|23|3F|5C)")


def year_path(year: int) -> str:
    """The year at a glance."""
    return Subject("year", year).path


def two_years_path(older: int, newer: int) -> str:
    """Two fiscal years next to each other (Buddhist Era), the older first."""
    return Subject("two-years", key=f"{older}-{newer}").path


def section_path(year: int, section: str) -> str:
    """A section of a year: scores, analysis, measures, follow-up, oit, questions, notes or memo."""
    return Subject(section, year).path


def measure_path(year: int, measure: str) -> str:
    """The permanent page of a measure."""
    return Subject("measure", year, measure).path


def status_path(key: str) -> str:
    """The measures of one status across the years; `key` is as the data has it, e.g. in_progress."""
    return Subject("status", key=key.replace("_", "-")).path


def item_path(year: int, code: str) -> str:
    """The page of an OIT item."""
    return Subject("item", year, item_slug(code)).path


def item_slug(code: str) -> str:
    """The code of an item as it is in addresses and fragments: o13, moit1, 4-2."""
    return code.lower().replace(".", "-")


def unnumbered_path(year: int, key: str) -> str:
    """The page of an OIT item whose number is not verified, by the key of its meaning."""
    return Subject("unnumbered", year, key).path


def element_anchor(key: str) -> str:
    """The fragment of a required element on the page of its item."""
    return f"e-{key}"


def item_in_index(path: str) -> tuple[str, str]:
    """The place of an item that has no page of its own: the index and the fragment; empty for other paths."""
    subject = subject_of(path)
    return (Subject("oit", subject.year).path, subject.key) if subject.kind == "item" else ("", "")


def questions_path(year: int, page: int = 1) -> str:
    """A page of the questions of a year, counted from 1."""
    return Subject("questions", year, f"{page}/" if page > 1 else "").path


def question_path(year: int, position: int, key: str) -> str:
    """The address of a question with its answer; `position` is its place in the file, counted from 0."""
    return f"{questions_path(year, position // QUESTIONS_ON_A_PAGE + 1)}#{key}"


def indicator_path(number: str) -> str:
    """An indicator across the years."""
    return Subject("indicator", key=number).path


def unit_path(key: str) -> str:
    """A unit's measures across the years."""
    return Subject("unit", key=key).path


def unit_calendar_path(key: str) -> str:
    """The last days of a unit's work as a calendar file."""
    return Subject("unit-calendar", key=key).path


def feed_path(page: str, kind: Literal["xml", "json"] = "xml") -> str:
    """The feed of what changed: of the whole site (`/`), of a year (`/2565/`) or of a unit (`/units/finance/`)."""
    return f"{page}feed.{kind}"


def scores_data_path(year: int) -> str:
    """The scores of a year for machines."""
    return Subject("year-data", year, "scores.json").path


def oit_data_path(year: int) -> str:
    """The answers to the OIT items of a year for machines."""
    return Subject("year-data", year, "oit.json").path


def links_path(year: int) -> str:
    """All links of a year to other websites."""
    return Subject("year-links", year).path


def links_data_path(year: int, kind: Literal["json", "csv"] = "json") -> str:
    """The memory of a year's links, for machines and for spreadsheets."""
    return Subject("links-data", year, kind).path


def open_table_path(name: str, kind: Literal["csv", "json"] = "csv") -> str:
    """A table of the open data over all years."""
    return Subject("data", key=f"tables/{name}.{kind}").path


def dictionary_path(group: str) -> str:
    """The meanings of the columns of some tables of the open data."""
    return Subject("dictionary", key=group).path


def search_list_path(year: int, kind: str = "", page: int = 1) -> str:
    """A list of the pages of a year (0 for those across years), of one kind, and of those a part counted from 1."""
    key = "".join(f"{step}/" for step in (kind, str(page) if page > 1 else "") if step)
    return (Subject("search-list", year, key) if year else Subject("search-across", key=key)).path


def file_path(name: str) -> str:
    """An attachment in content/files, by its name there."""
    return content_path(f"files/{name}")


def photo_path(name: str, width: int) -> str:
    """A copy of a photo of content/files, by its name there, no wider than so many pixels."""
    stem, dot, ending = name.rpartition(".")
    return content_path(f"photos/{stem}-{width}{dot}{ending.lower()}")


def chart_path(page: str, key: str) -> str:
    """A chart of a page as a file that others may show."""
    return Subject("chart", key=f"{page.lstrip('/')}{key}").path


def content_path(name: str) -> str:
    """A file of content/ that is published as it is: a mark that means something in an address is escaped."""
    return f"/{name.translate(_ESCAPES)}"


def content_name(path: str) -> str:
    """The name below content/ of the file at a path without a fragment."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), path).removeprefix("/")


def web_path(path: str) -> str:
    """A path without its fragment as browsers get it: every letter that could mean anything is percent-encoded."""
    return quote("/" * path.startswith("/") + content_name(path), safe="/")
