"""The paths of the site. They are promises: once published they never change."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import quote

HOME = "/"
YEARS = "/years/"
ALL_MEASURES = "/measures/"
MEASURES_DATA = "/data/measures.json"
OPEN_DATA = "/data/"
OPEN_WORKBOOK = "/data/all-tables.xlsx"
OPEN_DICTIONARY = "/data/dictionary.csv"
OPEN_PACKAGE = "/data/datapackage.json"
OPEN_CATALOGUE = "/data/catalogue.json"
INDICATORS = "/indicators/"
UNITS = "/units/"
METHODOLOGY = "/methodology/"
LINKS = "/links/"
ACCESSIBILITY = "/accessibility/"
CONTACT = "/contact/"
UPDATES = "/updates/"
QUESTIONS = "/questions/"
SEARCH = "/search/"
SEARCH_INDEX = "/search/index.json"
SEARCH_TITLES = "/search/titles.json"
QUESTIONS_ON_A_PAGE = 20  # by their order in the file, so that a question stays where it was when others are added
_KINDS_ACROSS = {"measures", "indicators", "units", "methodology", "links", "questions", "files"}
_ESCAPES = str.maketrans({mark: f"%{ord(mark):02X}" for mark in "%#?\\"})
_ESCAPED = re.compile(r"%(25|23|3F|5C)")
SECTIONS = ("scores", "analysis", "measures", "follow-up", "oit", "notes")


def year_path(year: int) -> str:
    """The year at a glance."""
    return f"/{year}/"


def section_path(year: int, section: str) -> str:
    """A section of a year: scores, analysis, measures, follow-up, oit, questions, notes or memo."""
    return f"/{year}/{section}/"


def measure_path(year: int, measure: str) -> str:
    """The permanent page of a measure."""
    return f"/{year}/measures/{measure}/"


def status_path(key: str) -> str:
    """The measures of one status across the years; `key` is as the data has it, e.g. in_progress."""
    return f"/measures/status/{key.replace('_', '-')}/"


def item_path(year: int, code: str) -> str:
    """The page of an OIT item."""
    return f"/{year}/oit/{code.lower()}/"


def item_in_index(path: str) -> tuple[str, str]:
    """Where an item stands that has no page of its own: the index and the fragment; empty for other paths."""
    found = re.fullmatch(r"(/[0-9]{4}/oit/)(o[0-9]+)/", path)
    return (found[1], found[2]) if found else ("", "")


def questions_path(year: int, page: int = 1) -> str:
    """A page of the questions of a year, counted from 1."""
    return section_path(year, "questions") if page == 1 else f"/{year}/questions/{page}/"


def question_path(year: int, position: int, key: str) -> str:
    """Where a question stands with its answer; `position` is its place in the file, counted from 0."""
    return f"{questions_path(year, position // QUESTIONS_ON_A_PAGE + 1)}#{key}"


def edition_path(year: int) -> str:
    """The rules of an assessment year."""
    return f"/methodology/{year}/"


def indicator_path(number: str) -> str:
    """An indicator across the years."""
    return f"/indicators/{number}/"


def unit_path(key: str) -> str:
    """A unit's measures across the years."""
    return f"/units/{key}/"


def feed_path(page: str, kind: Literal["xml", "json"] = "xml") -> str:
    """The feed of what changed: of the whole site (`/`), of a year (`/2565/`) or of a unit (`/units/finance/`)."""
    return f"{page}feed.{kind}"


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


def open_table_path(name: str, kind: Literal["csv", "json"] = "csv") -> str:
    """A table of the open data over all years."""
    return f"/data/tables/{name}.{kind}"


def dictionary_path(group: str) -> str:
    """What the columns of some tables of the open data mean."""
    return f"/data/dictionary/{group}/"


def search_shard_path(year: int) -> str:
    """The part of a large search index that has the pages of a year; 0 for the pages across years."""
    return f"/search/index-{year or 'site'}.json"


def search_list_path(year: int, kind: str = "", page: int = 1) -> str:
    """A list of the pages of a year (0 for those across years), of one kind, and of those a part counted from 1."""
    steps = (str(year or "site"), kind, "" if page == 1 else str(page))
    return f"{SEARCH}{'/'.join(filter(None, steps))}/"


def page_kind(path: str) -> str:
    """What kind of page stands at a path: a section of a year, `year`, a folder across years, `files` or `page`."""
    steps = path.strip("/").split("/")
    if re.fullmatch("[0-9]{4}", steps[0]):
        return steps[1] if len(steps) > 1 else "year"
    return steps[0] if steps[0] in _KINDS_ACROSS else "page"


def document_path(year: int, kind: str, form: Literal["pdf", "docx"] = "pdf") -> str:
    """A document of a year: its analysis, measures, follow-up, oit or memo as PDF or as Word."""
    return f"/documents/{year}/{kind}.{form}"


def share_path(year: int | None = None, measure: str = "") -> str:
    """The picture by which a link to a page is shown elsewhere: of home, of a year or of a measure."""
    name = "index" if year is None else f"{year}/{measure}" if measure else str(year)
    return f"/share/{name}.png"


def file_path(name: str) -> str:
    """An attachment in content/files, by its name there."""
    return content_path(f"files/{name}")


def content_path(name: str) -> str:
    """A file of content/ that is published as it is: a mark that means something in an address is escaped."""
    return f"/{name.translate(_ESCAPES)}"


def content_name(path: str) -> str:
    """The name below content/ of the file at a path without a fragment."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), path).removeprefix("/")


def web_path(path: str) -> str:
    """A path without its fragment as browsers are told it: every letter that could mean anything is percent-encoded."""
    return quote("/" * path.startswith("/") + content_name(path), safe="/")
