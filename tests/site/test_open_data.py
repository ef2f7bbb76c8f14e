"""What is downloaded is what is shown: every table of every page of six sites stands in the open data."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

import pytest

from prongsai.links.web_address import readable
from unit.exports.shown import (
    SITES,
    Row,
    Shown,
    figures_agree,
    is_covered,
    rows_of,
    said,
    tables_of,
    unfold,
)

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
        if shown.year and not shown.path.startswith("/indicators/"):
            rows = [row for row in rows if row["fiscal_year"] in years_of(root, shown)]
        for cells in shown.rows:
            texts = tuple(cell.text for cell in cells)
            if not any(is_covered(texts, row) and figures_agree(cells, row) for row in rows):
                yield f"{shown.path} {shown.key}: {texts}"

    return check


def years_of(root, shown: Shown) -> set[str]:
    """The year of a page; the page of the measures shows the result of the year that they answer."""
    if shown.key in {"indicators", "zero-items"}:
        own = [row for row in rows_of(root, "measures") if row["fiscal_year"] == shown.year]
        if shown.path.endswith("/measures/"):
            return {row["answers_year"] for row in own}
    return {shown.year}


def of_indicator(name: str) -> Check:
    """As above, of the indicator whose page or whose table it is."""

    def check(root, shown: Shown) -> Iterator[str]:
        found = re.fullmatch(r"over-years-([0-9]+)", shown.key)
        number = found[1] if found else shown.path.split("/")[2]
        column = {"kind": "indicator", "code": number} if name == "scores" else {"indicator": number}
        across = Shown("/indicators/", shown.key, shown.heads, shown.rows)
        yield from (f"{shown.path}: {wrong}" for wrong in each_row(name, **column)(root, across))

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


def measures_of_unit(root, shown: Shown) -> Iterator[str]:
    """Each measure of a unit is one of the data that names the unit, as the lead where the page says so."""
    unit = shown.path.split("/")[2]
    own = [row for row in rows_of(root, "measures") if unit in row["unit_ids"].split()]
    if len(own) != len(shown.rows):
        yield f"{shown.path}: {len(shown.rows)} measures, in the data {len(own)}"
    for cells in shown.rows:
        texts = [cell.text for cell in cells]
        role = texts.pop(2) if "ความรับผิดชอบ" in shown.heads else ""
        if not any(role == role_of(row, unit, role) and is_covered(tuple(texts), row) for row in own):
            yield f"{shown.path}: {role} {texts}"


def role_of(row: Row, unit: str, otherwise: str) -> str:
    """What a measure of the data makes of a unit; nothing is said where the page says nothing."""
    leads = row["lead_unit_ids"].split()
    return otherwise and ("หลัก" if unit in leads else "ร่วม" if leads else "เอกสารไม่ได้แยก")


def counted_measures(root, shown: Shown) -> Iterator[str]:
    """Each number of measures is the sum of what the data counts for that unit or year and status."""
    by_year = shown.key == "by-year"
    for head, column, text in unfold(shown):
        found = 0
        for row in rows_of(root, "measure-counts"):
            year = head[-4:] if by_year else shown.year
            group = "unit" if shown.key == "by-unit" and head != said("มาตรการทั้งหมด") else "year"
            status = head if shown.key == "statuses" else column
            is_all = status in {said("จำนวนมาตรการ"), said("มาตรการทั้งหมด")}
            fits = (not year or row["fiscal_year"] == year) and row["group"] == group
            fits = fits and (is_all or said(row["status_words"]) == status)
            if fits and (group == "year" or said(row["name"]) == head):
                found += int(row["count"])
        if text.replace(",", "") != str(found):
            yield f"{shown.path} {shown.key}: {head} {column} {text}, in the data {found}"


def years_shown(root, shown: Shown) -> set[str]:
    """The years whose links a page lists: its own, or the newest two on the page of all."""
    years = sorted({row["fiscal_year"] for row in rows_of(root, "oit-items")})
    return {shown.year} if shown.year else set(years[-2:])


def counted_links(root, shown: Shown) -> Iterator[str]:
    """Each number of links of a unit is that of the different addresses in the data."""
    links = [row for row in rows_of(root, "links") if row["fiscal_year"] in years_shown(root, shown)]
    words = {said(word): key for key, word in GRADES.items()}
    for head, column, text in unfold(shown):
        own = [row for row in links if said(row["unit"] or "ไม่ได้ระบุ") == head]
        found = {row["url"] for row in own if column == said("ทั้งหมด") or row["grade"] == words[column]}
        if text != str(len(found)):
            yield f"{shown.path}: {head} {column} {text}, in the data {len(found)}"


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
    """Whether an address is shown by its beginning and its end."""
    whole = readable(url).partition("://")[2]
    return whole.startswith(start) and whole.endswith(end)


GRADES = {
    "broken": "ใช้ไม่ได้",
    "by_hand": "ต้องเปิดดูเอง",
    "attention": "ใช้ได้แต่ควรดูแล",
    "unchecked": "ยังไม่ได้ตรวจ",
    "good": "ใช้งานได้",
}
# Which table of the open data holds a table of the pages: by the path of the page and the key of the table.
CHECKS: list[tuple[str, str, Check]] = [
    (r"/links/.*", "broken|by-hand|attention|unchecked|good", listed_links),
    (r"/links/.*", "units", counted_links),
    (r"/links/", "years", each_row("link-counts", group="year")),
    (r"/\d+/oit/", "by-unit", each_row("oit-readiness", group="unit")),
    (r"/\d+/oit/", "by-subindicator", each_row("oit-readiness", group="subindicator")),
    (r"/(units|\d+/follow-up)/", "by-unit", counted_measures),
    (r"/measures/", "by-year", counted_measures),
    (r"/\d+/(measures|follow-up)/", "statuses", counted_measures),
    (r"/\d+/scores/", "comparison", each_row("document-comparison")),
    (r"/\d+/follow-up/", "follow-up", each_row("follow-up")),
    (r"/(\d+|\d+/measures|\d+/scores)/", "indicators", each_row("scores", kind="indicator")),
    (r"/indicators/", "indicators", each_cell("scores", kind="indicator")),
    (r"/\d+/scores/", "instruments", each_row("scores")),
    (r"/methodology/\d+/", r"instruments-\d+", each_row("edition-instruments")),
    (r"/methodology/\d+/", r"levels-\d+", each_row("edition-levels")),
    (r"/\d+/scores/", "items", each_row("oit-items")),
    (r"/\d+/.*", "zero-items", each_row("oit-items")),
    (r"/\d+/oit/", "oit", each_row("oit-items")),
    (r"/indicators/.*", "lineage", of_indicator("measure-results")),
    (r"/\d+/", "lost-indicators", each_row("lost-points", kind="indicator")),
    (r"/\d+/scores/", "lost-items", each_row("lost-points", kind="item")),
    (r"/units/.*", "measures", measures_of_unit),
    (r"/.*", r"measures(-[a-z0-9-]+)?", each_row("measures")),
    (r"/(indicators|\d+/measures)/.*", r"over-years(-[0-9]+)?", of_indicator("scores")),
    (r"/\d+/follow-up/", "periods", each_row("measures")),
    (r"/\d+/scores/", "printed-levels", each_row("printed-levels")),
    (r"/\d+/scores/", "questions", each_row("survey-questions")),
    (r"/\d+/scores/", "stated-again", each_row("stated-again")),
    (r"/\d+/scores/", "subindicators", each_row("scores", kind="subindicator")),
    (r"/years/", "year-scores", each_cell("scores")),
    (r"/(years/)?", "years", each_row("years")),
    (r"/measures/", "older", each_row("years")),
]
# Tables that a document prints and the site shows as they are; their keys are the document's own.
PRINTED = joined_row("document-tables", "fiscal_year", "table", "row")


def check_of(root, shown: Shown) -> Check | None:
    """How a table of a page is held against the data; None where nothing of it is exported."""
    for path, key, check in CHECKS:
        if re.fullmatch(path, shown.path) and re.fullmatch(key, shown.key):
            return check
    return PRINTED if any(row["table"] == shown.key for row in rows_of(root, "document-tables")) else None


@pytest.mark.parametrize("root", SITES, ids=lambda root: root.name)
def test_every_table_is_in_the_open_data(root):
    """No page has a table whose facts cannot be downloaded; a new table has to be exported."""
    strange = {(shown.path, shown.key) for shown in tables_of(root) if check_of(root, shown) is None}
    assert strange == set()


@pytest.mark.parametrize("root", SITES, ids=lambda root: root.name)
def test_what_is_downloaded_is_what_is_shown(root):
    """Every number and every word of every row on a page stands in one row of the downloaded table."""
    shown = [one for one in tables_of(root) if one.rows]
    assert len(shown) > 5
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
