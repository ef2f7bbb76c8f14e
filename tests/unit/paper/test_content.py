"""The blocks of documents: phrases become runs with the blanks between them, lists are by themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from paper.texts import find_texts
from prongsai.blocks.block import Comment, Facts, Heading, LetterHead, Paragraph, Signature, paragraph
from prongsai.paper.content import Paper, Run, merge_runs
from prongsai.views.content import Bullet, Bullets, Head, Phrase, Table, cell, fact

EMPTY = Paper(2565, "analysis", "การวิเคราะห์", "ปี ๒๕๖๕", "เทศบาล", "/2565/analysis/", "", "", "", ())


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (("ก", "ข"), "ก ข"),
        (("ก", ", ", "ข"), "ก, ข"),
        (("ก ", "ข"), "ก ข"),
        (("ก", " (ข)"), "ก (ข)"),
        (("“", "ก", "”"), "“ก”"),
        (("ก", "", "ข"), "ก ข"),
    ],
)
def test_phrases_that_follow_each_other_are_parted(parts, text):
    """Two statements never run into one word; what joins them by a mark of its own gets no second blank."""
    [runs] = merge_runs(map(Phrase, parts))
    assert "".join(run.text for run in runs) == text


def test_lists_are_between_runs():
    """The order of phrases and lists is kept, also at both ends."""
    points = Bullets((Bullet("หนึ่ง"),))
    found = merge_runs((points, Phrase("ก"), points, points, Phrase("ข", kind="aside")))
    assert found == (points, (Run("ก"),), points, points, (Run("ข", "aside"),))


@pytest.mark.parametrize(
    ("href", "site_url", "whole"),
    [
        ("https://www.example.go.th/", "", "https://www.example.go.th/"),
        ("/2565/", "https://ita.example.go.th/x/", "https://ita.example.go.th/x/2565/"),
        ("/2565/", "", ""),
        ("javascript:alert(1)", "https://ita.example.go.th/", ""),
        ("", "https://ita.example.go.th/", ""),
    ],
)
def test_only_whole_addresses_are_links(href, site_url, whole):
    """On paper a path of the site leads nowhere; no other scheme than that of the web is one."""
    [[run, *_]] = merge_runs((Phrase("ก", href=href),), site_url)
    assert run.href == whole


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("รายงาน", "รายงาน (https://www.example.go.th/a/)"),
        ("www.example.go.th/a", "www.example.go.th/a"),
        ("https://www.example.go.th/a/", "https://www.example.go.th/a/"),
    ],
)
def test_an_address_is_next_to_its_link_and_not_twice(text, printed):
    """Nobody follows a link on paper, so its address is printed, unless its words are the address."""
    [runs] = merge_runs((Phrase(text, href="https://www.example.go.th/a/"),))
    assert "".join(run.text for run in runs) == printed


def test_every_text_of_every_block_is_found():
    """The text that must be found again in a document is all that its blocks say, in reading order."""
    table = Table("t", "ตาราง", (Head("หัว"),), ((cell("ช่อง", Bullets((Bullet("ข้อ", (Bullet("ย่อย"),)),))),),))
    blocks = (
        Heading("หัวข้อ"),
        paragraph("ย่อหน้า"),
        Paragraph((Phrase(""),)),
        Bullets((Bullet("จุด"),)),
        Facts((fact("ชื่อ", "ค่า"),)),
        table,
        LetterHead(((fact("ที่", "๑"), fact("วันที่", "๒")),)),
        Signature("ปลัด", "แทนนายก"),
        Comment("ความเห็น", (Phrase("ทราบ"),)),
    )
    wanted = ["เทศบาล", "การวิเคราะห์", "ปี ๒๕๖๕", "หัวข้อ", "ย่อหน้า", "จุด", "ชื่อ", "ค่า", "ตาราง", "หัว", "ช่อง", "ข้อ"]
    wanted += ["ย่อย", "ที่", "๑", "วันที่", "๒", "ปลัด", "แทนนายก", "ความเห็น", "ทราบ"]
    assert list(find_texts(replace(EMPTY, blocks=blocks))) == wanted


def test_a_letter_has_its_own_title():
    """A memo is headed by its own word and shows neither the agency's name nor the year above it."""
    assert find_texts(replace(EMPTY, kind="memo")) == ()
    assert replace(EMPTY, kind="memo").is_letter
    assert not EMPTY.is_letter
