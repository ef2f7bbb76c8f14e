"""The site's components as HTML: phrases, lists, tables and facts; the one place that knows their classes."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from html import escape as escape_attribute
from urllib.parse import quote, unquote

from markupsafe import Markup

from prongsai import addresses
from prongsai.blocks.lines import join_parts
from prongsai.model.status import LOOKS
from prongsai.pages.column_marks import column_mark, number_columns, number_mark
from prongsai.pages.drawings import draw_qr, draw_strip
from prongsai.pages.escape import escape_line as escape
from prongsai.pictures.figure import render_bar, render_figure
from prongsai.pictures.spark import draw_spark
from prongsai.thai.numerals import two_decimals
from prongsai.views.charts import Chart, StackChart
from prongsai.views.content import Bullet, Bullets, Cell, NamedFact, Part, Phrase, Spark, Table
from prongsai.views.links.states import Run
from prongsai.views.open_data.dataset import word_size
from prongsai.views.speech import Speech
from prongsai.web import is_address_itself

NO_SIZES: Mapping[str, int] = {}
_TAGS = {*LOOKS, "unknown", "strong", "weak", "inferred"}
_CHANGES = {"up", "down", "same"}
_READ: Mapping[str, tuple[str, ...]] = {"pairs": (), "words": ("ps-stacks",), "figures": ("ps-figures",)}
_OWN_VALUE = re.compile(r'<data value="([^"]*)">\1</data>')  # read as it is; tables have hundreds
_OWN_NUMBER = re.compile(r"[(]?(\d{1,2})[.)]")
_ELSEWHERE = ("https://", "http://", "mailto:", "tel:", "#")  # not a path of the site: the web, or this page
FIGURES, FILES_ALONE = "ตารางตัวเลขและดาวน์โหลด", "ดาวน์โหลดแผนภูมินี้"
ALL_DATA, AS_PICTURE = "ข้อมูลทุกปี (CSV)", "แผนภูมิเป็นภาพพร้อมที่มา"
_SAFE = "/:?#[]@!$&'()*+,;=%~-._"
_LETTERS = ("mailto:", "https://line.me/R/oaMessage/")  # addresses that carry a text
_CODED_THAI = re.compile(r"%E0%B[89]%[89AB][0-9A-F]")


@lru_cache(maxsize=100_000)
def _steps(path: str) -> tuple[str, ...]:
    """The folders of a path of the site."""
    return tuple(path.strip("/").split("/")) if path != "/" else ()


@lru_cache(maxsize=20_000)  # pages in folders of the same depth share them
def _code_address(address: str) -> str:
    """An address as the value of an attribute."""
    coded = quote(address, safe=_SAFE)
    if address.startswith(_LETTERS):  # browsers code what they send; nine characters for a letter are heavy here
        coded = _CODED_THAI.sub(lambda letter: unquote(letter[0]), coded)
    return escape_attribute(coded, quote=True)


class Components:
    """Makes HTML for one page: links are relative to it, and lead only to pages that exist.

    `sizes` are those of files that are handed out, in bytes by their addresses, `counts` those of documents in pages.
    """

    def __init__(
        self,
        path: str,
        existing: Container[str],
        speech: Speech,
        sizes: Mapping[str, int] = NO_SIZES,
        counts: Mapping[str, int] = NO_SIZES,
    ) -> None:
        self.path = path
        self.sizes = sizes
        self.counts = counts
        self.folder = _steps(path)
        self._top = "../" * len(self.folder)
        self.existing = existing
        self.site_url = speech.site_url
        self.digits = speech.digits
        self.no_data = speech.no_data
        self.missing = speech.missing().text
        self.steps_class = "ps-steps" if speech.thai else "ps-steps ps-steps--arabic"

    def href(self, target: str) -> str:
        """The address of `target` as seen from this page; empty when nothing is there."""
        if not target.startswith("/"):
            return target if target.startswith(_ELSEWHERE) else ""
        page, _, fragment = target.partition("#")
        if page not in self.existing and not page.startswith(addresses.FILES):
            page, fragment = addresses.item_in_index(page)
            if page not in self.existing:
                return ""
        if page == self.path and fragment:
            return f"#{fragment}"
        relative = self._relative(page)
        return f"{relative}#{fragment}" if fragment else relative

    def _relative(self, page: str) -> str:
        """The way from the folder of this page to another path of the site."""
        steps = _steps(page)
        if steps and self.folder and steps[0] != self.folder[0]:
            return f"{self._top}{page[1:]}"  # into another folder at the top, as most ways lead
        shared = next((n for n, (a, b) in enumerate(zip(self.folder, steps, strict=False)) if a != b), None)
        if shared is None:
            shared = min(len(self.folder), len(steps))
        way = (*[".."] * (len(self.folder) - shared), *steps[shared:])
        return "/".join(way or ["."]) + ("/" if page.endswith("/") else "")

    def source(self, path: str) -> str:
        """The address, seen from this page, of a picture that comes with it."""
        return quote(self._relative(path), safe="/%~-._")

    def link(self, text: str, target: str) -> Markup:
        """A link, or the text alone where the target does not exist."""
        return Markup(self._link(text, target))  # noqa: S704  escaped where it is made

    def button(self, text: str, target: str) -> Markup:
        """A link as the main thing to do."""
        address = _code_address(self.href(target))
        return Markup(f'<a class="ps-button" href="{address}">{escape(text)}</a>')  # noqa: S704  escaped

    def phrase(self, phrase: Phrase) -> Markup:
        """A phrase with its meaning as a class, its machine value and its link."""
        return Markup(self._phrase(phrase))  # noqa: S704  escaped where it is made

    def parts(self, parts: Iterable[Part]) -> Markup:
        """Phrases and lists one after the other."""
        return Markup(self._parts(parts))  # noqa: S704  escaped where it is made

    def strip(self, runs: Iterable[Run]) -> Markup:
        """A row of days, a cell each, whose figures are next to it in words."""
        return Markup(draw_strip(tuple(runs)))  # noqa: S704  made of numbers and fixed words

    def qr(self, address: str, name: str) -> Markup:
        """An address as a QR code, with a name for those who do not see it."""
        return Markup(draw_qr(address, name))  # noqa: S704  the name is escaped where it is made

    def table(self, table: Table) -> Markup:
        """A table in a region that scrolls by itself, named by its caption."""
        name = f"t-{table.key}"
        heads = "".join(
            f'<th scope="col"{column_mark(table, place)}>{escape(one.title)}</th>'
            for place, one in enumerate(table.columns)
        )
        numbers = number_columns(table)
        stacks = table.reads_as == "words"
        heads_beside = tuple("" if one.speaks else one.title for one in table.columns) if stacks else ()
        read = ("ps-runs",) if stacks and not any(heads_beside[1:]) else _READ[table.reads_as]
        css = " ".join(("ps-grid", *read, *(f"ps-n{place + 1}" for place in numbers)))
        rows = "\n".join(f"<tr>{self._row(row, numbers, heads_beside)}</tr>" for row in table.rows)
        said = f' <span class="ps-said">{escape(table.said)}</span>' if table.said else ""
        return Markup(  # noqa: S704  every text in it was escaped above
            f'<div class="ps-table" role="region" aria-labelledby="{name}" tabindex="0">\n<table class="{css}">\n'
            f'<caption id="{name}">{escape(table.caption)}{said}</caption>\n<thead><tr>{heads}</tr></thead>\n'
            f"<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
        )

    def picture(self, chart: Chart, table: Table | None = None) -> Markup:
        """A picture with its name, its signs and its remarks; the table of its figures and its files are folded."""
        folded = "\n".join(filter(None, (self.table(table) if table else "", self._files(chart, table))))
        drawn = render_figure(chart)
        if folded:
            name = FIGURES if table else FILES_ALONE
            drawn += f'\n<details class="ps-details ps-behind"><summary>{name}</summary>\n{folded}\n</details>'
        return Markup(drawn)  # noqa: S704  escaped where it is made

    def _files(self, chart: Chart, table: Table | None) -> str:
        """The data behind a table, and its picture with the address to copy, as far as they are made."""
        data = addresses.open_table_path(table.of) if table and table.of else ""
        path = addresses.chart_path(self.path, chart.key)
        entries = []
        if data and self.href(data):
            entries.append(f"{self._link(ALL_DATA, data)} {self._size(data)}".strip())
        if self.href(path):
            whole = f"{self.site_url}{quote(path, safe='/')}" if self.site_url else path
            entries.append(f"{AS_PICTURE} {self._link(whole, path)}")
        return f'<p class="ps-use">{"<br>".join(entries)}</p>' if entries else ""

    def bar(self, chart: StackChart | None) -> Markup:
        """The bar of a picture alone, with each status and its count in words below it."""
        return Markup(render_bar(chart) if chart else "")  # noqa: S704  escaped where it is made

    def page_count(self, path: str) -> str:
        """The number of pages of a document; empty as long as it is not made."""
        return self.digits(self.counts[path]) if path in self.counts else ""

    def size_of(self, path: str) -> str:
        """(๑๒ KB): the size of a file that is handed out; empty where it is not known."""
        size = self.sizes.get(path)
        return f"({self.digits(word_size(size))})" if size else ""

    def facts(self, facts: Iterable[NamedFact], css: str = "ps-kv") -> Markup:
        """Named facts as a description list."""
        rows = "\n".join(f"<div><dt>{escape(fact.name)}</dt><dd>{self._parts(fact.parts)}</dd></div>" for fact in facts)
        return Markup(f'<dl class="{css}">\n{rows}\n</dl>')  # noqa: S704  every text in it was escaped above

    def _link(self, text: str, target: str) -> str:
        address = self.href(target)
        if not address:
            return escape(text)
        css = ' class="ps-address"' if is_address_itself(text, target) else ""
        return f'<a href="{_code_address(address)}"{css}>{escape(text)}</a>'

    def _phrase(self, phrase: Phrase) -> str:
        if isinstance(phrase, Spark):
            return draw_spark(phrase)
        if phrase.kind == "size":
            return self._size(phrase.href)
        if phrase.kind == "if-there" and not self.href(phrase.href):
            return ""
        text = self._link(phrase.text, phrase.href) if phrase.href else escape(phrase.text)
        if phrase.kind == "bold":
            return f"<strong>{text}</strong>"
        if phrase.value is not None and phrase.kind not in _CHANGES:
            text = f'<data value="{escape(_machine(phrase.value))}">{text}</data>'
        css = _class_of(phrase.kind)
        return f'<span class="{css}">{text}</span>' if css else text

    def _size(self, path: str) -> str:
        size = self.size_of(path)
        return f'<span class="ps-aside">{size}</span>' if size else ""

    def _parts(self, parts: Iterable[Part]) -> str:
        return join_parts(parts, self._part)

    def _part(self, part: Part) -> str:
        return self._bullets(part) if isinstance(part, Bullets) else self._phrase(part)

    def _bullets(self, bullets: Bullets) -> str:
        inner = "".join(map(self._bullet, bullets.points))
        if _count_themselves(bullets.points):
            return f'<ul class="ps-own">{inner}</ul>'
        return f'<ol class="{self.steps_class}">{inner}</ol>' if bullets.ordered else f"<ul>{inner}</ul>"

    def _bullet(self, point: Bullet) -> str:
        below = self._bullets(Bullets(point.points)) if point.points else ""
        return f"<li>{escape(point.text)}{below}</li>"

    def _row(self, row: tuple[Cell, ...], numbers: tuple[int, ...], heads: tuple[str, ...]) -> str:
        return "".join(
            self._cell(one, is_marked=place in numbers, beside=_head_beside(one, heads[place : place + 1]))
            for place, one in enumerate(row)
        )

    def _cell(self, cell: Cell, *, is_marked: bool, beside: str) -> str:
        anchor = f' id="{cell.anchor}"' if cell.anchor else ""
        start, end = ('th scope="row"', "th") if cell.head else ("td", "td")
        text = _OWN_VALUE.sub(r"\1", self._parts(cell.parts))
        return f"<{start}{anchor}{beside}{number_mark(cell.number and not is_marked)}>{text}</{end}>"


def _count_themselves(points: tuple[Bullet, ...]) -> bool:
    """True if points bring the numbers 1, 2, 3 … of their document, which are not written a second time."""
    own = [_OWN_NUMBER.match(point.text) for point in points]
    return len(own) > 1 and [int(found[1]) for found in own if found] == list(range(1, len(own) + 1))


def _head_beside(cell: Cell, head: tuple[str, ...]) -> str:
    """The head of a cell's column for a row that stacks; the row's own head and a status speak for themselves."""
    is_plain = any(isinstance(part, Bullets) or part.kind not in _TAGS for part in cell.parts[:1])
    return f' data-head="{escape(head[0])}"' if any(head) and cell.parts and is_plain and not cell.head else ""


def _machine(value: Decimal | int) -> str:
    """A figure as machines read it: scores with two decimals, numbers of things as they are."""
    return two_decimals(value) if isinstance(value, Decimal) else str(value)


def _class_of(kind: str) -> str:
    if kind in _TAGS:
        return f"ps-tag--{kind}"
    if kind in _CHANGES:
        return f"ps-change ps-change--{kind}"
    return {"absent": "ps-absent", "printed": "ps-printed", "aside": "ps-aside"}.get(kind, "")
