"""The text of a PDF by two independent programs, and how many of the words are found again."""

from __future__ import annotations

import io
import unicodedata
from collections import Counter
from functools import lru_cache

import pypdfium2
from pypdf import PdfReader

from paper.texts import find_texts
from prongsai.paper.content import Paper
from prongsai.views.content import Bullets, Table


def solid(text: str) -> str:
    """A text without white space, in the one form of Unicode: line ends say nothing of what was written."""
    return "".join(unicodedata.normalize("NFC", text).split())


@lru_cache(maxsize=64)
def by_pypdf(data: bytes) -> tuple[str, ...]:
    """The text of each page as pypdf reads it."""
    return tuple(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


@lru_cache(maxsize=64)
def by_pdfium(data: bytes) -> tuple[str, ...]:
    """The text of each page as PDFium reads it, which is what Chrome copies and searches."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        return tuple(_page_text(page) for page in pdf)
    finally:
        pdf.close()


def _page_text(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        return text.get_text_bounded()
    finally:
        text.close()
        page.close()


EXTRACTORS = {"pypdf": by_pypdf, "PDFium": by_pdfium}


def words_of(texts: tuple[str, ...]) -> list[str]:
    """The words of texts: what is between blanks. In Thai that is a phrase, of which no letter may be wrong."""
    return [solid(word) for text in texts for word in text.split()]


def recovered_of(document: Paper, pages: tuple[str, ...]) -> float:
    """The share of the words of a document that were read, letter by letter, at least as often as they were written."""
    words, whole = words_of(find_texts(document)), solid("".join(pages))
    return sum(min(count, whole.count(word)) for word, count in Counter(words).items()) / len(words)


def tables_of(document: Paper) -> list[Table]:
    """The tables of a document that have rows."""
    return [block for block in document.blocks if isinstance(block, Table) and block.rows]


def row_words(row) -> list[str]:
    """The words of a row of a table."""
    parts = [part for cell in row for part in cell.parts]
    texts = [point.text for part in parts if isinstance(part, Bullets) for point in part.points]
    return words_of((*texts, *(part.text for part in parts if not isinstance(part, Bullets))))
