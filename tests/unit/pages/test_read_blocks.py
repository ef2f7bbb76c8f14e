"""Texts of blocks for those who search: in sections, with the units and the files that they link."""

from __future__ import annotations

import pytest

from prongsai.blocks.block import Cards, Entries, Heading, Paragraph, Piece, link_if_there, paragraph
from prongsai.blocks.passages import PageText, Passage
from prongsai.pages.markup import Components
from prongsai.pages.read_blocks import read_blocks
from prongsai.views.content import Bullet, Bullets, Link, Phrase
from prongsai.views.speech import Speech

EXISTING = frozenset({"/2566/", "/units/finance/", "/data/x.csv"})
UI = Components("/2566/", EXISTING, Speech("thai"), {"/data/x.csv": 2048})
UNIT, FILE, GONE = "/units/finance/", "/files/2566/แผน.pdf#page=2", "/units/gone/"


def test_each_section_is_a_passage():
    """One with a fragment also where it only leads to the next; without text and fragment there is none."""
    blocks = (Heading("ว่าง"), Heading("ก", "a"), Heading("ข", "b", 2), paragraph("ค"), Heading("ท้าย", "z"))
    assert read_blocks(blocks, UI).passages == (Passage("a", "ก", ""), Passage("b", "ข", "ค"))


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (Paragraph((Phrase("ก "), Phrase("ข"), Phrase("ค", kind="bold"))), "ก ข ค"),
        (Paragraph((Phrase("ก"), Bullets((Bullet("ข", (Bullet("ค"),)), Bullet("ง"))), Phrase("จ"))), "ก ข ค ง จ"),
        (Entries(((link_if_there("ก", UNIT),), (link_if_there("ข", GONE),), (Phrase("ค", href=GONE),))), "ก ค"),
        (Paragraph((Phrase("ตาราง", href="/data/x.csv"), Phrase("", "size", href="/data/x.csv"))), "ตาราง (๒ KB)"),
        (Cards((Link("ก", UNIT, "มี"), Link("ข", GONE, "ไม่มี"))), "กมี"),
        (Piece("any", {"text": "ก"}, (paragraph("ข"),)), "ข"),
        (Piece("any", {"text": "ก"}), ""),
    ],
)
def test_a_block_says_what_its_page_shows(block, said):
    """A link that leads nowhere is left out, sizes are said, and a component says what it declares."""
    found = [words for one in read_blocks((block,), UI).passages for words in (one.text, one.aside)]
    assert " ".join(filter(None, found)) == said


def test_units_and_files_are_those_that_are_linked():
    """In the order of the page, each file under the words of its first link; a fragment of the page itself is none."""
    links = (("กองคลัง", UNIT), ("แผน", FILE), ("อีกครั้ง", FILE), ("ไม่มี", GONE), ("ในหน้านี้", "/2566/#a"))
    found = read_blocks((Entries(tuple((Phrase(text, href=href),) for text, href in links)),), UI)
    assert found == PageText(found.passages, ("finance",), (("/files/2566/แผน.pdf", "แผน"),))
