"""Downloads are what is shown: every table of every page of six sites is in the open data.

A table of a page that shows rows of a declared table is one with it and is not compared; those that pages compose of
several rows, or count, are checked against the data here.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from urllib.parse import urljoin, urlsplit

import pytest
from icalendar import Calendar

import sites
from prongsai.links.web_address import readable
from prongsai.thai.dates import BuddhistDate
from prongsai.views.content import Table
from prongsai.views.speech import Speech
from unit.exports.shown import (
    SITES,
    Row,
    Shown,
    figures_agree,
    files_of,
    is_covered,
    rows_of,
    said,
    tables_of,
    unfold,
)
from unit.pages.reading import Element

Check = Callable[[object, Shown], Iterator[str]]


def rows_by(root, name: str, *columns: str) -> list[Row]:
    """The rows of a table joined by some columns: a page may set in one row what the data has in several."""
    groups = defaultdict(list)
    for row in rows_of(root, name):
        groups[tuple(row[column] for column in columns)].append(row)
    return [
        {f"{key}{place}": value for place, row in enumerate(rows) for key, value in row.items()}
        for rows in groups.values()
    ]


def each_row(name: str, **wanted: str) -> Check:
    """Each row of the page is a row of the table `name`, of the year of the page, and has its figures."""

    def check(root, shown: Shown) -> Iterator[str]:
        rows = [row for row in rows_of(root, name) if wanted.items() <= row.items()]
        if shown.year:
            rows = [row for row in rows if row["fiscal_year"] == shown.year]
        for cells in shown.rows:
            texts = tuple(cell.text for cell in cells)
            if not any(is_covered(texts, row) and figures_agree(cells, row) for row in rows):
                yield f"{shown.path} {shown.key}: {texts}"

    return check


def each_cell(name: str, **wanted: str) -> Check:
    """Each figure of a table with a column for each year or instrument is a row that has both its heads."""

    def check(root, shown: Shown) -> Iterator[str]:
        rows = [row for row in rows_of(root, name) if wanted.items() <= row.items()]
        for cells in unfold(shown):
            if not any(is_covered(cells, row) for row in rows):
                yield f"{shown.path} {shown.key}: {cells}"

    return check


def joined_row(name: str, *columns: str) -> Check:
    """Each row of the page is made of the rows that agree in some columns."""

    def check(root, shown: Shown) -> Iterator[str]:
        rows = rows_by(root, name, *columns)
        for cells in shown.rows:
            texts = tuple(cell.text for cell in cells)
            if not any(is_covered(texts, row) for row in rows):
                yield f"{shown.path} {shown.key}: {texts}"

    return check


def counted_measures(root, shown: Shown) -> Iterator[str]:
    """Each number of measures is the sum of what the data counts for that unit or year and status.

    A unit is the one with that key, whatever it was called in the years.
    """
    keys = {said(row["name"]): row["unit_id"] for row in rows_of(root, "units")}
    for head, column, text in unfold(shown):
        found = 0
        for row in rows_of(root, "measure-counts"):
            year = {"by-year": head[-4:], "two-statuses": column[-4:]}.get(shown.key, shown.year)
            group = "unit" if shown.key == "by-unit" and head != said("มาตรการทั้งหมด") else "year"
            status = head if shown.key in {"statuses", "two-statuses"} else column
            is_all = status in {said("จำนวนมาตรการ"), said("มาตรการทั้งหมด")}
            fits = (not year or row["fiscal_year"] == year) and row["group"] == group
            fits = fits and (is_all or said(row["status_words"]) == status)
            is_unit = said(row["name"]) == head or (row["unit_id"] and row["unit_id"] == keys.get(head))
            if fits and (group == "year" or is_unit):
                found += int(row["count"])
        if text.replace(",", "") != str(found):
            yield f"{shown.path} {shown.key}: {head} {column} {text}, in the data {found}"


def years_shown(root, shown: Shown) -> set[str]:
    """The years whose links a page lists: its own, or the newest two on the page of all."""
    years = sorted({row["fiscal_year"] for row in rows_of(root, "oit-items")})
    return {shown.year} if shown.year else set(years[-2:])


def listed_links(root, shown: Shown) -> Iterator[str]:
    """Each link of a list is in the data, for each of its items, with its state, its day and its unit."""
    years = years_shown(root, shown)
    rows = [row for row in rows_of(root, "links") if row["fiscal_year"] in years]
    for cells in shown.rows:
        at = shown.heads.index("ลิงก์")
        start, _, end = cells[at].text.partition("…")
        rest = tuple(cell.text for cell in (*cells[1:at], *cells[at + 1 :]))
        for item in cells[0].text.split(","):
            code = item.split()[0]
            own = (row for row in rows if row["item"] == code and is_shortened(row["url"], start, end))
            if not any(is_covered(rest, {**row, "unit": row["unit"] or "ไม่ได้ระบุ"}) for row in own):
                yield f"{shown.path} {shown.key}: {code} {[cell.text for cell in cells]}"


def is_shortened(url: str, start: str, end: str) -> bool:
    """True if an address is shown by its beginning and its end."""
    whole = readable(url).partition("://")[2]
    return whole.startswith(start) and whole.endswith(end)


def work_of_a_unit(root, shown: Shown) -> Iterator[str]:
    """Each row is a measure or an item of the unit in the open data; its last day is in the calendar of the unit."""
    unit = shown.path.split("/")[2]
    rows = [row for name in ("measures", "oit-items") for row in rows_of(root, name) if unit in units_of(row)]
    calendar = files_of(root).get(f"{shown.path}calendar.ics")
    events = Calendar.from_ical(calendar).walk("VEVENT") if calendar else ()
    days = {said(str(one["SUMMARY"])): said(short_day(one["DTSTART"].dt)) for one in events}
    for work, until, state in shown.rows:
        [link] = work.all("a")
        role, day = said(work.text).removeprefix(said(link.text)), days.get(said(f"วันสุดท้าย: {link.text}"))
        texts = (link.text, *(() if day else (until.text.removeprefix("ไม่ได้ระบุ"),)))
        own = (row for row in rows if link.attributes["href"].endswith(address_of(row)))
        is_so = any(is_covered(texts, row) and is_state(state.text, row) and role == role_in(row, unit) for row in own)
        if not is_so or day not in {None, said(until.text)}:
            yield f"{shown.path} {shown.key}: {[cell.text for cell in (work, until, state)]}"


def is_state(text: str, row: Row) -> bool:
    """True if a text is the status of a measure, or the answer of an item, to which the data may add what it lacks."""
    return text == row.get("status_words") or text in {row.get("state_words"), row.get("state_words", "").split(" ")[0]}


# The words for the status of an item, and what the data says of those that have them.
WORDS: Mapping[str, Callable[[Row], bool]] = {
    "ได้คะแนน": lambda row: bool(row["score"]) and Decimal(row["score"]) > 0,
    "ไม่ได้คะแนน": lambda row: bool(row["score"]) and Decimal(row["score"]) == 0,
    "พร้อมแล้ว": lambda row: row["state"] == "ready",
    "ยังต้องแก้ไข": lambda row: row["state"] == "lacking",
}
GROUP = re.compile(r"([0-9.]+) (.*) ได้คะแนน ([0-9]+) จาก ([0-9]+) ข้อ")


def lines_of_items(root, shown: Shown) -> Iterator[str]:
    """Each line is an item of the open data, with as many elements and with links that it has there."""
    rows = [row for row in rows_of(root, "oit-items") if row["fiscal_year"] == shown.year]
    for cells in shown.rows:
        is_so = is_group(cells[0].text, rows, root) if len(cells) == 1 else is_line(shown, cells, rows, root)
        if not is_so:
            yield f"{shown.path} {shown.key}: {[cell.text for cell in cells]}"


def is_group(text: str, rows: list[Row], root) -> bool:
    """True if the name of a sub-indicator and the numbers of its items are in the data."""
    key, name, got, all_of = GROUP.fullmatch(text).groups()
    own = [row for row in rows if row["subindicator"] == key]
    year = rows[0]["fiscal_year"]
    named = {row["name"] for row in rows_of(root, "scores") if (row["fiscal_year"], row["code"]) == (year, key)}
    return (len(own), sum(WORDS["ได้คะแนน"](row) for row in own)) == (int(all_of), int(got)) and name in named


def is_line(shown: Shown, cells: tuple[Element, ...], rows: list[Row], root) -> bool:
    """True if all that a line says of its item is in the data."""
    line = dict(zip(shown.heads, cells, strict=True))
    page = line["ข้อ"].all("a")[0].attributes["href"]
    [row] = [row for row in rows if address_of(row).endswith(f"/oit/{page}")]
    texts = {head: cell.text for head, cell in line.items()}
    words = [word for text in (texts.get("คะแนน", ""), texts["คำตอบ"]) for word in text.split() if word in WORDS]
    answer = " ".join(word for word in texts["คำตอบ"].split() if word not in {*WORDS, "✓", "!", "✗"})
    of_item = (row["fiscal_year"], row["item"])
    elements = [one for one in rows_of(root, "oit-elements") if (one["fiscal_year"], one["item"]) == of_item]
    items = json.loads(files_of(root)[f"/data/{shown.year}/oit.json"])["items"]
    [links] = [one["urls"] for one in items if one["code"] == row["item"]]
    there = sum(one["state"] == "there" for one in elements)
    day = (
        Speech("arabic").short_date(BuddhistDate(*map(int, row["published_on"].split("-"))))
        if row["published_on"]
        else ""
    )
    opened = [one.attributes["href"] for one in line["ลิงก์"].all("a")]
    return (
        is_covered((texts["ข้อ"],), row)
        and all(WORDS[word](row) for word in words)
        and is_state(answer, row)
        and ("คะแนน" not in line or line["คะแนน"].values() == [row["score"]])
        and texts["ปีของข้อมูล"] in {"", row["data_year"], f"ปี {row['data_year']}"}
        and texts["วันที่เผยแพร่"] == day
        and texts["สิ่งที่ต้องมี"] in {"", f"{there}/{len(elements)}"}
        and all(is_linked(urljoin(shown.path, one), address_of(row), links) for one in opened)
    )


def is_linked(address: str, page: str, links: list[str]) -> bool:
    """True if the data has a link of the item, or if it leads to the rest of them on the item's own page."""
    return address == f"{page}#answer" or any(address in {one, urlsplit(one).path} for one in links)


def units_of(row: Row) -> list[str]:
    """The keys of the units of a measure or an item, by name or as all of them."""
    return f"{row['unit_ids']} {row.get('shared_unit_ids', '')}".split()


def address_of(row: Row) -> str:
    """The page of a measure or an item."""
    return row.get("path") or f"/{row['fiscal_year']}/oit/{row['item'].lower()}/"


def role_in(row: Row, unit: str) -> str:
    """The word for the part of a unit in a measure, where its document tells leading units from others."""
    leading = row.get("lead_unit_ids", "").split()
    return ("ผู้รับผิดชอบหลัก" if unit in leading else "ผู้รับผิดชอบร่วม") if leading else ""


def short_day(day: date) -> str:
    """A day of a calendar file as pages say it below each other."""
    return Speech("arabic").short_date(BuddhistDate(day.year + 543, day.month, day.day))


# Which table of the open data holds a table that pages compose: by the path of the page and the key of the table.
CHECKS: list[tuple[str, str, Check]] = [
    (r"/links/.*", "broken|by-hand|attention|unchecked|good", listed_links),
    (r"/\d+/oit/", "items", lines_of_items),
    (r"/units/[^/]+/", "unit-work", work_of_a_unit),
    (r"/(units|\d+/follow-up)/", "by-unit", counted_measures),
    (r"/measures/", "by-year", counted_measures),
    (r"/\d+/(measures|follow-up)/", "statuses", counted_measures),
    (r"/\d+/scores/", "comparison", each_row("document-comparison")),
    (r"/indicators/", "indicators", each_cell("scores", kind="indicator")),
    (r"/\d+/follow-up/", "periods", each_row("measures")),
    (r"/years/", "year-scores", each_cell("scores")),
    (r"/years/\d+-\d+/", "two-statuses", counted_measures),
]
# Tables that a document prints and the site shows as they are; their keys are the document's own.
PRINTED = joined_row("document-tables", "fiscal_year", "table", "row")


def check_of(root, shown: Shown) -> Check | None:
    """The check of a table of a page against the data; None where nothing of it is exported."""
    for path, key, check in CHECKS:
        if re.fullmatch(path, shown.path) and re.fullmatch(key, shown.key):
            return check
    return PRINTED if any(row["table"] == shown.key for row in rows_of(root, "document-tables")) else None


def declared_in(value: object) -> Iterator[Table]:
    """The tables anywhere in what a page shows that are rows of a declared table."""
    if isinstance(value, Table):
        if value.of:
            yield value
    elif is_dataclass(value) and type(value).__module__.startswith(("prongsai.views", "prongsai.blocks")):
        yield from declared_in(list(vars(value).values()))
    elif isinstance(value, Mapping):
        yield from declared_in(list(value.values()))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from declared_in(one)


def is_open(root, table: Table) -> bool:
    """True if the declared table is handed out."""
    return f"/data/tables/{table.of}.csv" in files_of(root)


@cache
def composed(root) -> tuple[Shown, ...]:
    """The tables of pages whose rows are not rows of a table that is handed out."""
    planned = sites.checked(root).planned
    shown = ((page.path, one) for page in planned.pages for one in declared_in((page.view, page.blocks)))
    declared = {(path, one.key) for path, one in shown if is_open(root, one)}
    return tuple(one for one in tables_of(root) if (one.path, one.key) not in declared)


@pytest.mark.parametrize("root", SITES, ids=lambda root: root.name)
def test_every_table_is_in_the_open_data(root):
    """No page has a table whose facts cannot be downloaded; a new one is declared, or checked against the data here."""
    assert {(shown.path, shown.key) for shown in composed(root) if check_of(root, shown) is None} == set()


@pytest.mark.parametrize("root", SITES, ids=lambda root: root.name)
def test_what_is_downloaded_is_what_is_composed(root):
    """Every number and every word of every row that a page composes is in the downloaded table."""
    assert tables_of(root)  # all of one may be rows of declared tables
    shown = [one for one in composed(root) if one.rows]
    wrong = [line for one in shown if (check := check_of(root, one)) for line in check(root, one)]
    assert not wrong, f"{len(wrong)} of {sum(len(one.rows) for one in shown)}\n" + "\n".join(wrong[:20])


@pytest.mark.parametrize(
    ("cells", "is_same"),
    [
        (("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "๘๖.๓๕"), True),
        (("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "๘๖.๓๖"), False),
        (("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "๘๖.๓๕๐"), False),
        (("ตัวชี้วัดที่ ๒ การปฏิบัติหน้าที่", "๘๖.๓๕"), False),
        (("ตัวชี้วัดที่ ๑ การใช้งบประมาณ", "๘๖.๓๕"), False),
        (("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "เอกสารไม่ได้ระบุ"), False),
    ],
)
def test_another_figure_or_word_is_not_the_same(cells, is_same):
    """The comparison sees a figure that differs in one digit, a decimal more, another number and another word."""
    row = {"fiscal_year": "2564", "code": "1", "name": "การปฏิบัติหน้าที่", "published": "86.35", "published_note": ""}
    assert is_covered(cells, row) == is_same
