"""The document says all that its page says: nobody who is handed the paper knows less than who reads the page.

Both are made from the same blocks, which ask in places whether they are for paper. That the words of a document are
read again from its PDF is shown by `test_pdf.py`, and for all documents by the judges.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from paper.reading import solid, words_of
from paper.sources import ADDRESS, SITES, copy_facts, documents_of
from paper.texts import find_texts
from prongsai.blocks.block import Block, Cards, Fold, Meanings, Picture, Piece, Signature, StatusBar, Strip
from prongsai.blocks.lines import Line, lines_of, spoken
from prongsai.pages.page import Page
from prongsai.paper.content import Paper
from prongsai.pipeline.check import check_folder
from prongsai.views.content import Bullet, Bullets, Part
from prongsai.views.downloads import OF_YEAR

# Pieces of a page that say facts; the others lead elsewhere or draw what a table has. A line of the index of the items
# has in short what its document says whole, so its words are others.
FACTS = {"letter"}
NO_FACTS = (Cards, Meanings, Picture, Strip, StatusBar)
# What only a page has a reason to say, and what the form of a letter says in its own way: โทร. and a line to sign on.
# A page names the facts of an approval; paper has them in the line to sign on, the sentence and the code below it.
ONLY_ON_PAGES = (
    "ข้อที่ไม่ทราบชื่อหรือไม่ทราบผล และไม่มีหน้าที่ตอบในเว็บไซต์นี้ ไม่มีหน้าของตนเอง",
    "วันที่ของข้อมูล:",
    "จัดพิมพ์ใหม่จากเอกสาร มิใช่ต้นฉบับ ผู้ลงนามแสดงเฉพาะตำแหน่ง",
    "ดาวน์โหลดข้อมูล",
)
OF_A_LETTER = {"บันทึกข้อความ", "โทรศัพท์", "ผู้ลงนาม", "เอกสารเว้นว่างไว้"}
OF_AN_APPROVAL = {"การอนุมัติ", "ผู้อนุมัติ", "วันที่อนุมัติ", "เลขที่หนังสือ", "รหัสข้อเท็จจริงของฉบับที่ลงนาม"}
NUMBER_OF_A_TABLE = re.compile(r" \([0-9๐-๙]+\)$")  # on paper its heads are repeated instead


def texts_of(part: Part | Bullet) -> Iterator[str]:
    """The texts of a part of a line, those of points below others too."""
    points = part.points if isinstance(part, Bullets | Bullet) else ()
    yield from () if isinstance(part, Bullets) else (part.text,)
    for point in points:
        yield from texts_of(point)


def is_a_link(line: Line) -> bool:
    """True if a line says nothing but where more is."""
    return len(line) == 1 and not isinstance(line[0], Bullets) and line[0].href.startswith("/")


def unfolded(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks without the lines that open some of them."""
    for block in blocks:
        if isinstance(block, Fold):
            yield from (block.heading,) if block.heading else ()
            yield from block.blocks
        else:
            yield block


def page_lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The facts that the blocks of a page say, line by line."""
    for block in spoken(one for one in unfolded(blocks) if not isinstance(one, Piece) or one.name in FACTS):
        for line in () if isinstance(block, NO_FACTS) else lines_of(block):
            parts = [part for part in line if isinstance(part, Bullets) or part.kind != "if-there"]
            if not is_a_link(line):
                yield NUMBER_OF_A_TABLE.sub("", " ".join(text for part in parts for text in texts_of(part)))


def lost_words(page: Page, document: Paper) -> dict[str, int]:
    """The words that the facts of a page say more often than its document, and how often it says them."""
    said = solid("".join((*find_texts(document), document.dated)))
    lines = [line.replace("หน้านี้", "เอกสารนี้") for line in page_lines(page.blocks)]
    for text in ONLY_ON_PAGES:
        lines = [line.replace(text, "") for line in lines]
    said_otherwise = OF_A_LETTER if document.is_letter else set[str]()
    if any(isinstance(block, Signature) for block in document.blocks):
        said_otherwise = said_otherwise | OF_AN_APPROVAL
    kept = [line for line in lines if line not in said_otherwise]
    wanted = Counter(words_of(tuple(kept)))
    return {word: found for word, count in wanted.items() if (found := said.count(word)) < count}


@pytest.fixture(scope="module")
def found(tmp_path_factory) -> dict[tuple[str, str], tuple[Page, Paper]]:
    """The documents of six sites with the pages of their sections, by site and path."""
    pairs: dict[tuple[str, str], tuple[Page, Paper]] = {}
    for name, source in SITES.items():
        checked = check_folder(copy_facts(source, tmp_path_factory.mktemp(name) / "site"), ADDRESS)
        pages = {page.path: page for page in checked.planned.pages}
        papers = [one for one in documents_of(checked).values() if one.kind not in OF_YEAR]
        pairs |= {(name, one.page): (pages[one.page], one) for one in papers}
    return pairs


def test_the_words_of_every_page_are_in_its_document(found):
    """On six sites every word of the facts of a page is said by its document, and as often."""
    assert {paper.kind for _, paper in found.values()} == {"analysis", "measures", "follow-up", "oit", "memo"}
    assert sum(len(words_of(tuple(page_lines(page.blocks)))) for page, _ in found.values()) > 8_000
    lost = {place: lost_words(page, paper) for place, (page, paper) in found.items()}
    assert {place: words for place, words in lost.items() if words} == {}


def test_the_document_of_an_index_names_every_item(found):
    """Every item that has a line on the page of the model agency is in its document, with as many links or more."""
    for (name, path), (page, paper) in found.items():
        tables = [one for one in page.blocks if isinstance(one, Piece) and one.name == "oit-table"]
        said = solid("".join(find_texts(paper)))
        lines = [line for one in tables for line in one.view["table"].lines]
        assert [line.name.text for line in lines if solid(line.name.text) not in said] == [], (name, path)
        assert len(lines) in ({0} if paper.kind != "oit" or name != "model" else {35, 43}), (name, path)


@pytest.mark.parametrize("kind", ["follow-up", "memo", "measures"])
def test_a_document_that_says_less_is_seen(found, kind):
    """A document without its last block lacks words of its page."""
    page, paper = found["model", f"/2565/{kind}/"]
    assert lost_words(page, replace(paper, blocks=paper.blocks[:-1])) != {}
