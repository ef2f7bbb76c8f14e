"""Tables of the pages of a site and their open data, in a form in which both can be compared."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import sites
from prongsai.thai.dates import BuddhistDate
from prongsai.thai.numerals import to_arabic
from unit.pages.reading import Element, read_html

ROOT = Path(__file__).resolve().parents[3]
SITES = [ROOT, *sorted(entry for entry in (ROOT / "examples").iterdir() if entry.is_dir())]
TABLE = re.compile(r'<table class="ps-grid.*?</table>', re.DOTALL)
NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
# What pages put around values: the words that make a sentence of a code, a year or a share.
AROUND = (
    "จับคู่โดยผู้จัดทำข้อมูล",
    "เปิดหน้าที่ตอบข้อนี้",
    "ยังไม่ยืนยันชื่อข้อ",
    "รายงานย้อนหลัง",
    "วันที่รายงาน",
    "ลงวันที่",
    "ปีงบประมาณพ.ศ.",
    "ตัวชี้วัดย่อยที่",
    "ตัวชี้วัดที่",
    "มาตรการที่",
    "ยังไม่ยืนยัน",
    "มาตรการ",
    "ร้อยละ",
    "เดือน",
    "ของปี",
    "จาก",
    "รอบ",
    "ถึง",
    "ข้อ",
    "ปี",
)
Row = dict[str, str]


@dataclass(frozen=True)
class Shown:
    """A table of a page: the path of the page, the table's key, its heads, and its rows as cells."""

    path: str
    key: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Element, ...], ...]

    @property
    def year(self) -> str:
        """The fiscal year of the page; empty on a page across years."""
        found = re.search(r"/(25[0-9]{2})/", self.path)
        return found[1] if found else ""


@cache
def files_of(root: Path) -> dict[str, bytes]:
    """Every file of a site as the engine gets it, by its address; pages by theirs."""
    files = sites.checked(root).planned.files
    return {name.removeprefix("content").removesuffix("index.md"): text for name, text in files.items()}


@cache
def tables_of(root: Path) -> tuple[Shown, ...]:
    """Every table of facts on every page; those of the open data's own pages are about files and columns."""
    pages = {path: text.decode() for path, text in files_of(root).items() if path.endswith("/")}
    texts = [(path, made) for path, page in pages.items() for made in TABLE.findall(page)]
    return tuple(_shown(path, made) for path, made in texts if not path.startswith("/data/"))


def _shown(path: str, made: str) -> Shown:
    html = read_html(made)
    [caption] = html.all("caption")
    heads = tuple(said(one.text) for one in html.all("thead")[0].all("th"))
    rows = tuple(
        tuple(one for one in row.children if isinstance(one, Element))
        for body in html.all("tbody")
        for row in body.all("tr")
    )
    return Shown(path, caption.attributes["id"].removeprefix("t-"), heads, rows)


@cache
def rows_of(root: Path, name: str) -> tuple[Row, ...]:
    """The rows of a table of the open data, as a program reads the CSV."""
    text = files_of(root)[f"/data/tables/{name}.csv"].decode("utf-8-sig")
    return tuple(csv.DictReader(io.StringIO(text, newline="")))


def said(text: str) -> str:
    """A text as compared: Arabic digits, no white space."""
    return "".join(to_arabic(text).split())


def numbers_in(text: str) -> set[str]:
    """The numbers of a text with their decimals, without marks of thousands."""
    return {number.replace(",", "") for number in NUMBER.findall(to_arabic(text))}


def is_covered(cells: tuple[str, ...], row: Row) -> bool:
    """True if every number and every word of some cells is in a row of the open data."""
    values = [value for value in map(_unquoted, row.values()) if value]
    values += [_thai_date(value) for value in values if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value)]
    values += [value.partition("://")[2].removesuffix("/") for value in values if "://" in value]
    known = set().union(*(numbers_in(value) for value in values))
    words = sorted({_wordy(value) for value in values} - {""}, key=len, reverse=True)
    return all(numbers_in(one) <= known and not _left(_wordy(one), words) for one in cells)


def figures_agree(cells: tuple[Element, ...], row: Row) -> bool:
    """True if the machine value of every figure of some cells is a number of the row; a change may be a distance."""
    numbers = {abs(Decimal(value)) for value in row.values() if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value)}
    words = {one for value in row.values() for one in numbers_in(value)}
    numbers |= {Decimal(one) for one in words if one.count(".") < 2}
    return all(abs(Decimal(value)) in numbers for cell in cells for value in cell.values())


def _left(text: str, words: list[str]) -> str:
    """The remainder of a text without the values of a row and the words around them."""
    for word in (*words, *map(_wordy, AROUND)):
        text = text.replace(word, "")
    return re.sub(r"[.,:()]", "", text)


def _wordy(text: str) -> str:
    return NUMBER.sub("", said(text))


def _unquoted(value: str) -> str:
    """The text as it is, without the marks by which a CSV keeps it from being a formula."""
    return value.removeprefix("“").removesuffix("”") if re.match("“[=+@-]", value) else value


def _thai_date(value: str) -> str:
    year, month, day = map(int, value.split("-"))
    return str(BuddhistDate(year, month, day))


def unfold(shown: Shown) -> Iterator[tuple[str, str, str]]:
    """A table with a column for each year, instrument or status as (head of the row, head of the column, cell)."""
    for row in shown.rows:
        for head, cell in zip(shown.heads[1:], row[1:], strict=True):
            yield said(row[0].text), head, said(cell.text)
