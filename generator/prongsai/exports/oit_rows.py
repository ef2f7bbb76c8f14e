"""The answers of a year as rows: what the submission sheet and the machine index both say of each item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.exports.spreadsheet import escape_formula
from prongsai.model.prose import Point
from prongsai.problems import Problem
from prongsai.views.oit.answers import AnsweredElement, AnsweredLink, ItemAnswer, answers_of
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
        """How many items have this answer: has, has_not, or an empty text for none."""
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
    """What keeps the item from being ready, first the problems, then each element that is stated as missing."""
    if item.state == "open":
        yield speech.no_data("คำตอบของข้อนี้")
    if item.state == "has_not":
        yield "ตอบว่าไม่มีข้อมูลของข้อนี้"
    yield from (message_of(found.code, found.values) for found in item.findings)
    for element in item.missing:
        if element.note or not _is_told(element, item.findings):
            note = f" ({element.note})" if element.note else ""
            yield f"ยังขาด: {element.text}{note}"


def _is_told(element: AnsweredElement, findings: Iterable[Problem]) -> bool:
    return any(element.text in value for found in findings for value in found.values.values())
