"""Pieces of pages that are shown to those who search are sentences."""

from __future__ import annotations

import pytest

from prongsai.blocks.block import Entries, Facts, Note, Paragraph, Points
from prongsai.blocks.lines import lines_of
from prongsai.blocks.sentences import is_prose
from prongsai.views.content import Bullet, Bullets, NamedFact, Phrase

LONG = "ประชาชนยื่นคำขอผ่านเว็บไซต์ได้ และระบบไม่หยุดใช้งานโดยไม่แจ้งล่วงหน้า"


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Paragraph((Phrase("ระบบเดิมเปิดใช้ต่อเนื่อง"),)), [True]),
        (Paragraph((Phrase("ดูลิงก์ทั้งหมดของปีนี้", href="/links/2567/"),)), [False]),
        (Paragraph((Phrase("ยังไม่มีลิงก์ในทะเบียนของหน่วยงานในปีนี้"),), "absent"), [False]),
        (Facts((NamedFact("หมายเหตุ", (Phrase(LONG),)),)), [False, True]),
        (Facts((NamedFact("วันที่เผยแพร่", (Phrase("2 ตุลาคม 2566"),)),)), [False, False]),
        (Facts((NamedFact("ผู้รับผิดชอบ", (Phrase(LONG, href="/units/finance/"),)),)), [False, False]),
        (Facts((NamedFact("ขั้นตอน", (Bullets((Bullet("สั้น"),)),)),)), [False, True]),
        (Entries(((Phrase(LONG),),)), [True]),
        (Entries(((Phrase(LONG),),), "checks"), [False]),
        (Entries(((Phrase(LONG),),), "counts"), [False]),
        (Note(((Phrase("สั้น"),),)), [True]),
        (Points((Bullets((Bullet("สั้น"),)),)), [True]),
    ],
)
def test_a_line_is_prose(block, expected):
    """Sentences and points are; names and dates of facts, links alone, states of links and counts are not."""
    assert [is_prose(block, line) for line in lines_of(block)] == expected
