"""The answers of a year as rows, and the submission sheet to paste into ITAS as XLSX and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.model.document_parts import Point
from prongsai.problems import Problem
from prongsai.spreadsheet import (
    A4,
    FONT,
    HEAD,
    HIGHEST_ROW,
    LONGEST_CELL,
    Book,
    Sheet,
    count_lines,
    escape_formula,
    length_of,
    write_csv,
    write_workbook,
)
from prongsai.views.oit.answers import AnsweredElement, AnsweredLink, ItemAnswer, answers_of
from prongsai.views.oit.unfit import word_unanswered
from prongsai.views.speech import Speech
from prongsai.wording import message_of


@dataclass(frozen=True)
class RowLink:
    """A link of a row; `url` is absolute where the address of the site is known, `internal` a page or file of it."""

    link: AnsweredLink
    title: str
    url: str
    explanation: tuple[str, ...]
    internal: bool


@dataclass(frozen=True)
class OitRow:
    """One item: `explanation` is the text to paste into ITAS, `lacking` what is still missing, a sentence a line."""

    item: ItemAnswer
    links: tuple[RowLink, ...]
    element_urls: tuple[str, ...]
    explanation: str
    lacking: tuple[str, ...]

    @property
    def urls(self) -> tuple[str, ...]:
        """The addresses in the order of the links."""
        return tuple(link.url for link in self.links if link.url)


@dataclass(frozen=True)
class OitRows:
    """The rows of a year in official order; `total` is how many items its edition has, where that is known."""

    year: int
    rows: tuple[OitRow, ...]
    total: int | None

    def count(self, answer: str) -> int:
        """The number of items with this answer: has, has_not, or an empty text for none."""
        return sum(row.item.answer == answer for row in self.rows)


def word_rows(results: Results, year: int, problems: Iterable[Problem]) -> OitRows:
    """The rows of a year (Buddhist Era)."""
    answers = answers_of(results, year, problems)
    options = results.site.options
    speech = Speech("arabic", from_document=options.from_document)
    base = (options.site_url or "").rstrip("/")
    return OitRows(year, tuple(_row(item, base, speech) for item in answers.items), answers.total)


def _row(item: ItemAnswer, base: str, speech: Speech) -> OitRow:
    links = tuple(_link(link, base) for link in item.links)
    return OitRow(
        item=item,
        links=links,
        element_urls=tuple(_url(element.href, base) for element in item.elements),
        explanation=_explanation(item, links),
        lacking=tuple(_lacking(item, speech)),
    )


def _link(link: AnsweredLink, base: str) -> RowLink:
    return RowLink(
        link=link,
        title="" if link.title == link.href else link.title,
        url=_url(link.href, base),
        explanation=tuple(_texts(link.explanation)),
        internal=link.href.startswith("/"),
    )


def _url(href: str, base: str) -> str:
    """The whole address, with the letters of file names as addresses carry them; an address of the web as typed."""
    if not href.startswith("/"):
        return href
    return url_at(base, href)


def url_at(base: str, address: str) -> str:
    """The whole address of one of this site (`/2565/oit/o1/#links`); `base` ends without a slash."""
    path, mark, fragment = address.partition("#")
    return f"{base}{addresses.web_path(path)}{mark}{fragment}"


def _texts(points: Iterable[Point]) -> Iterator[str]:
    for point in points:
        yield point.text
        yield from _texts(point.points)


def _explanation(item: ItemAnswer, links: tuple[RowLink, ...]) -> str:
    lines: list[str] = []
    number = 0
    for link in links:
        number += bool(link.url)
        head = f"ลิงก์ที่ {number}" if link.url else "ลิงก์ที่ยังไม่มี URL"
        lines += _link_lines(link, head if len(links) > 1 or not link.url else "", item.title)
    if item.stated and item.stated.nothing_happened:
        lines.append(f"กรณีไม่มีข้อมูล: {item.stated.nothing_happened}")
    return "\n".join([*map(escape_formula, lines[:1]), *lines[1:]])


def _link_lines(link: RowLink, head: str, item: str) -> Iterator[str]:
    """The lines of one link; among several, one without a title shows what the item asks for."""
    name = f"{head}: {link.title or item}" if head else link.title
    if name:
        yield name
    yield from link.explanation
    if link.link.steps:
        steps = " ".join(f"{number}. {step}" for number, step in enumerate(link.link.steps, start=1))
        yield f"ขั้นตอนการเข้าถึง: {steps}"


def _lacking(item: ItemAnswer, speech: Speech) -> Iterator[str]:
    """Reasons why the item is not ready: first the problems, then each element that is stated as missing."""
    if item.state == "open":
        yield word_unanswered(item, speech) or speech.no_data("คำตอบของข้อนี้")
    if item.state == "has_not":
        yield "ตอบว่าไม่มีข้อมูลของข้อนี้"
    yield from (message_of(found.code, found.values) for found in item.findings)
    for element in item.missing:
        if element.note or not _is_told(element, item.findings):
            note = f" ({element.note})" if element.note else ""
            yield f"ยังขาด: {element.text}{note}"


def _is_told(element: AnsweredElement, findings: Iterable[Problem]) -> bool:
    return any(element.text in value for found in findings for value in found.values.values())


# Each column with its width in characters; all together fill a landscape A4 page.
COLUMNS = (
    ("ข้อ", 6),
    ("ประเด็นการตรวจ", 24),
    ("มี/ไม่มี", 9),
    ("URL", 36),
    ("คำอธิบาย", 64),
    ("หน่วยงานผู้รับผิดชอบ", 20),
    ("วันที่เผยแพร่", 18),
    ("สิ่งที่ยังขาด", 30),
)
SAID = {"has": "มี", "has_not": "ไม่มี", "": "ยังไม่ได้กรอก"}
_BODY = {**FONT, "text_wrap": True, "border": 1}
_LINE = 22  # points: a line of that font


class CellTooLongError(Exception):
    """A text is longer than a spreadsheet's cell can hold: `code` is its item, `length` in characters."""

    def __init__(self, code: str, column: str, length: int) -> None:
        super().__init__(f"{code} {column}: {length}")
        self.code, self.column, self.length = code, column, length


def export_csv(rows: OitRows) -> bytes:
    """The sheet as CSV in UTF-8 with a byte order mark, by which Excel knows the encoding."""
    return write_csv(_table(rows)).encode()


def export_xlsx(rows: OitRows, agency: str) -> bytes:
    """The sheet as XLSX; the same rows give the same bytes."""
    title = f"คำตอบแบบตรวจ OIT ปีงบประมาณ พ.ศ. {rows.year}"

    def write(book: Book) -> None:
        sheet = book.add_worksheet(f"OIT {rows.year}")
        _write_cells(book, sheet, _table(rows))
        _write_layout(sheet, title)

    return write_workbook(title, agency, rows.year, write)


def _table(rows: OitRows) -> list[tuple[str, ...]]:
    """Head and rows as texts, of which none is read as a formula and none is too long."""
    head = tuple(name for name, _ in COLUMNS)
    return [head, *(_checked(row.item.code, _cells(row)) for row in rows.rows)]


def _cells(row: OitRow) -> tuple[str, ...]:
    item = row.item
    return (
        item.code,
        item.title,
        SAID[item.answer],
        "\n".join(row.urls),
        row.explanation,
        item.unit,
        # Without the word before it, Thai spreadsheets read the day as one of the year 2565 of the Common Era.
        f"วันที่ {item.published_on}" if item.published_on else "",
        "\n".join(row.lacking),
    )


def _checked(code: str, cells: tuple[str, ...]) -> tuple[str, ...]:
    safe = tuple(map(escape_formula, cells))
    for (column, _), text in zip(COLUMNS, safe, strict=True):
        length = length_of(text)
        if length > LONGEST_CELL:
            raise CellTooLongError(code, column, length)
    return safe


def _write_cells(book: Book, sheet: Sheet, table: list[tuple[str, ...]]) -> None:
    """Every cell as a text: a write that guesses would make links and numbers of some."""
    head = book.add_format({**HEAD, "text_wrap": True})
    body = book.add_format(_BODY)
    for number, cells in enumerate(table):
        sheet.set_row(number, _height(cells) if number else 2 * _LINE)
        for column, text in enumerate(cells):
            sheet.write_string(number, column, text, body if number else head)


def _height(cells: tuple[str, ...]) -> int:
    """The height that a row needs for its texts, in points: not every program works that out when it opens a file."""
    lines = (count_lines(text, width) for text, (_, width) in zip(cells, COLUMNS, strict=True))
    return min(max(lines) * _LINE, HIGHEST_ROW)


def _write_layout(sheet: Sheet, title: str) -> None:
    for column, (_, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.set_header(f"&C{title}")
    sheet.set_footer("&Cหน้า &P จาก &N")
