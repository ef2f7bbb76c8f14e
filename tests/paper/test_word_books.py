"""The book of a year in Word: the papers of the year one after another, with contents that lead to them."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn

from paper.reading import solid, tables_of, words_of
from paper.texts import find_texts
from prongsai.blocks.block import Heading
from prongsai.paper.content import numbered_headings
from prongsai.paper.docx_styles import BUILT_IN, FONT, OF_BOOK, OWN
from prongsai.paper.write_docx import write_docx


@pytest.fixture(scope="module")
def book(model):
    """The book of a year that has every kind of paper, upright and across."""
    return model["2565/year"]


@pytest.fixture(scope="module")
def written(book):
    """The book with what python-docx reads of it."""
    data = write_docx(book)
    return data, docx.Document(io.BytesIO(data))


def test_every_word_of_every_paper_is_in_it(book, written):
    """No paper of the year is left out, and nothing of one: its words are there, and its tables with all rows."""
    _, made = written
    whole = solid("".join(text.text or "" for text in made.element.body.iter(qn("w:t"))))
    assert [part.kind for part in book.parts] == ["brief", "analysis", "measures", "follow-up", "oit", "memo"]
    assert [word for word in words_of(find_texts(book)) if word not in whole] == []
    tables = [table for part in book.parts for table in tables_of(part)]
    assert [len(table.rows) for table in made.tables] == [len(table.rows) + 1 for table in tables]


def test_the_headings_of_a_paper_are_below_its_title(book, written):
    """The list of headings shows the papers, and below each its headings one level lower than in the paper alone."""
    _, made = written
    wanted = []
    for part in book.parts:
        wanted.append((part.title, 1))
        wanted += [(one.text, one.level + 1) for one in part.blocks if isinstance(one, Heading)]
    assert [(one.text, level) for one in made.paragraphs if (level := _level(one))] == wanted


def _level(line) -> int:
    """The level of a heading by its style, from 1; 0 for other text."""
    found = line.style.element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    return 0 if found is None else int(found.get(qn("w:val"))) + 1


def test_the_contents_lead_to_every_paper_and_its_headings(book, written):
    """Each line is a link to the heading whose words it has, and asks the program for its page."""
    _, made = written
    lines = [text for part in book.parts for text in (part.title, *(one.text for _, one in numbered_headings(part)))]
    named = {start.get(qn("w:name")): start.getparent() for start in made.element.body.iter(qn("w:bookmarkStart"))}
    links = list(made.element.body.iter(qn("w:hyperlink")))
    assert len(links) > len(book.parts)
    assert [_said(link) for link in links] == lines
    assert [_said(named[link.get(qn("w:anchor"))]) for link in links] == lines
    for link in links:
        assert f"PAGEREF {link.get(qn('w:anchor'))} " in "".join(one.text for one in link.iter(qn("w:instrText")))
    marks = [one.get(qn("w:fldCharType")) for one in made.element.body.iter(qn("w:fldChar"))]
    assert marks.count("begin") == marks.count("separate") == marks.count("end") == len(links) + 1


def _said(element) -> str:
    return "".join(text.text for text in element.iter(qn("w:t")) if text.text != "…")


def test_a_program_is_asked_to_count_the_pages_and_where_settings_must_be(written):
    """The setting is before those that the form of Word wants behind it, else Word calls the file damaged."""
    _, made = written
    names = [one.tag for one in made.settings.element]
    assert names.index(qn("w:updateFields")) + 1 == names.index(qn("w:compat"))


def test_each_paper_has_sheets_as_it_has_alone(book, written):
    """A4 upright or across by paper, one numbering of pages through all, and the address on the first sheet only."""
    _, made = written
    across = [part.wide for part in book.parts]
    sizes = [(round(one.page_width.cm, 1), round(one.page_height.cm, 1)) for one in made.sections]
    assert sizes == [(21.0, 29.7), *[(29.7, 21.0) if wide else (21.0, 29.7) for wide in across]]
    assert {True, False} == set(across)
    first, *others = made.sections
    assert book.url in "".join(one.text for one in first.first_page_header.paragraphs)
    assert [one.different_first_page_header_footer for one in made.sections] == [True, *[False] * len(others)]
    assert all(one.footer.is_linked_to_previous for one in others)
    assert [one.get(qn("w:instr")) for one in first.footer._element.iter(qn("w:fldSimple"))] == ["PAGE"]
    assert not [one for one in made.element.body.iter(qn("w:pgNumType")) if one.get(qn("w:start"))]


def test_no_sheet_is_left_empty(written):
    """The end of a paper is in its last line, or in the only one behind a table or the contents, not in one more."""
    _, made = written
    ends = [line for line in made.element.body.iter(qn("w:p")) if list(line.iter(qn("w:sectPr")))]
    assert len(ends) == len(made.sections) - 1
    empty = [line.getprevious() for line in ends if not _said(line)]
    assert [before for before in empty if before.tag != qn("w:tbl") and not list(before.iter(qn("w:fldChar")))] == []


def test_every_style_is_named_and_no_run_says_how_it_looks(written):
    """Thai letters have the font of offices in every style of a book too."""
    _, made = written
    used = {one.style.name for one in made.paragraphs}
    assert used <= BUILT_IN.keys() | OWN.keys() | OF_BOOK.keys()
    assert {"toc 1", "toc 2", "Contents Title"} <= used
    for name in used:
        assert made.styles[name].element.rPr.rFonts.get(qn("w:cs")) == FONT
    direct = {child.tag for marks in made.element.body.iter(qn("w:rPr")) for child in marks}
    assert direct <= {qn("w:rStyle")}


def test_the_same_book_gives_the_same_bytes(book, written):
    """No clock and no chance is in it."""
    assert write_docx(book) == written[0]
