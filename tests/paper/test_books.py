"""The papers of a whole year: one sheet for those who lead, and all papers as one with contents."""

from __future__ import annotations

import html
import io
import itertools
import re
from dataclasses import replace

import pytest
from pypdf import PdfReader

from paper.reading import by_pypdf, recovered_of, solid
from paper.sources import pdf_of
from paper.texts import find_texts
from prongsai.blocks.block import Heading
from prongsai.blocks.brief import MOST_LETTERS, MOST_MEASURES
from prongsai.paper.content import numbered_headings
from prongsai.paper.write_pdf import render_html
from prongsai.paper.write_print import write_print, write_print_styles
from prongsai.views.content import Table, cell


@pytest.fixture(scope="module")
def book(don):
    """The book of a year that has a memo, with Thai figures."""
    return don["2567/year"]


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page without blanks."""
    return [solid(page) for page in by_pypdf(pdf)]


def test_one_sheet_says_score_change_promises_and_what_was_done(model):
    """Total, level, change, the measures and how many were done, on one sheet of A4."""
    said = " ".join(find_texts(model["2566/brief"]))
    for words in ("88.71", "ผ่าน", "เพิ่มขึ้น 0.51", "8 มาตรการ", "ดำเนินการแล้วเสร็จ 7", "ไม่สามารถดำเนินการได้ 1"):
        assert words in said
    assert pdf_of(model["2566/brief"]).pages == 1


def test_the_longest_brief_is_one_sheet(model):
    """As many measures as the sheet lists, each with the longest name, and the longest status."""
    brief = model["2566/brief"]
    *others, table = [one for one in brief.blocks if isinstance(one, Table)]
    row = (cell("ก้าวหน้า" * (MOST_LETTERS // 8), head=True), cell("ไม่สามารถดำเนินการได้"))
    longest = replace(table, rows=(row,) * MOST_MEASURES)
    blocks = tuple(longest if one is table else one for one in brief.blocks)
    assert others
    assert pdf_of(replace(brief, blocks=blocks)).pages == 1


def test_a_book_has_every_paper_of_its_year(don, book):
    """The sheet for those who lead opens it, then every other paper of the year, with every word."""
    assert [part.kind for part in book.parts] == ["brief", "analysis", "memo"]
    assert all(part == don[f"2567/{part.kind}"] for part in book.parts)
    assert recovered_of(book, by_pypdf(pdf_of(book).data)) >= 0.98


def test_the_contents_lead_to_the_pages_that_they_name(book):
    """Each line of the contents has the number of the page that it leads to, and the heading is there."""
    pdf = pdf_of(book).data
    reader, texts = PdfReader(io.BytesIO(pdf)), pages_of(pdf)
    named = _places(reader)
    lines = [(part.kind, part.title) for part in book.parts]
    lines += [(name, heading.text) for part in book.parts for name, heading in numbered_headings(part)]
    assert len(lines) > len(book.parts)
    for name, title in lines:
        number = str(named[name]).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
        assert solid(title) in texts[named[name] - 1]
        assert solid(number) in texts[0][texts[0].index(solid(title)) :]


def _places(reader: PdfReader) -> dict[str, int]:
    """The page, from 1, of each name to which a link of the first page leads."""
    numbers = {page.indirect_reference.idnum: place for place, page in enumerate(reader.pages, start=1)}
    found = {}
    for link in reader.pages[0]["/Annots"]:
        target = link.get_object().get("/Dest") or link.get_object().get("/A", {}).get("/D")
        if isinstance(target, str):
            found[target] = numbers[reader.named_destinations[target].page.idnum]
    return found


def test_a_browser_is_given_the_same_words_without_script_or_style(book):
    """The page to be printed says what the PDF says, asks for nothing but the styles of the papers, and is one file."""
    page = write_print(book).decode()
    texts = solid(html.unescape(re.sub(r"<[^>]+>", "", page)))
    assert [word for text in find_texts(book) for word in text.split() if solid(word) not in texts] == []
    assert not re.search(r"<script|<style|\sstyle=", page)
    assert re.findall(r'<link rel="stylesheet" href="([^"]+)">', page) == ["../print.css"]
    styles = write_print_styles((book,)).decode()
    assert "string(notice)" not in styles.replace("string-set", "")
    assert f'content: "{book.notice}"' in styles
    assert "font:" not in re.findall(r'url\("([^"]*)"\)', styles)
    assert write_print(book).decode() == page


def test_a_book_is_tagged_like_its_papers(book):
    """Structure, language and title, and headings that programs list."""
    reader = PdfReader(io.BytesIO(pdf_of(book).data))
    catalog = reader.trailer["/Root"]
    assert (catalog["/MarkInfo"]["/Marked"], catalog["/Lang"]) == (True, "th")
    assert book.full_title in reader.metadata.title
    titles = {one.title for one in _flat(reader.outline)}
    headings = {block.text for part in book.parts for block in part.blocks if isinstance(block, Heading)}
    assert headings - titles == set()


def test_its_headings_are_below_one_title(book):
    """A book has one highest heading, those of its parts are below it, and no level is left out."""
    depths = [int(depth) for depth in re.findall(r"<h(\d)", render_html(book))]
    assert depths.count(1) == 1
    assert depths.count(2) == 1 + len(book.parts)
    assert [after for before, after in itertools.pairwise(depths) if after > before + 1] == []


def test_its_bookmarks_are_those_of_its_papers(book):
    """The list that programs show of a book: each paper by its title, with the headings that it has alone."""
    reader = PdfReader(io.BytesIO(pdf_of(book).data))
    listed = _nested(reader.outline)
    for part in book.parts:
        [(_, alone)] = _nested(PdfReader(io.BytesIO(pdf_of(part).data)).outline)
        title = "บันทึกข้อความ" if part.is_letter else part.title
        assert (title, alone) in listed


def _nested(outline: list[object]) -> list[tuple[str, list[object]]]:
    """The bookmarks with those below each."""
    found: list[tuple[str, list[object]]] = []
    for item in outline:
        if isinstance(item, list):
            found[-1] = (found[-1][0], _nested(item))
        else:
            found.append((item.title, []))
    return found


def test_the_title_of_a_table_is_its_first_child(book):
    """A browser that is strict finds the title of a table where it is allowed: before the widths of its columns."""
    page = render_html(book)
    assert page.count("<caption>") > 2
    assert page.count("<caption>") == len(re.findall(r"<table[^>]*>\s*<caption>", page))


def _flat(outline: list[object]) -> list[object]:
    return [one for item in outline for one in (_flat(item) if isinstance(item, list) else [item])]
