"""Names of indicators and items inside a sentence of a document."""

import pytest

from prongsai.views.content import Phrase
from prongsai.views.names_in_text import indicator_names, item_names, link_names
from unit.makers import shipped_edition

EDITION = shipped_edition(2564)


def linked(text, indicators=(), items=()):
    """The links in a text, and the things that it does not mention."""
    names = (*indicator_names(EDITION, indicators), *item_names(EDITION, items))
    links = [Phrase("", href=one) for one in (*indicators, *items)]
    parts, left = link_names(text, tuple(zip(names, links, strict=True)))
    assert "".join(part.text for part in parts) == text, "nothing of the document's words is changed"
    return {part.href: part.text for part in parts if part.href}, [one.href for one in left]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("คือ ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ และอื่น ๆ", {"1": "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่"}),
        ("คือ ตัวชี้วัดที่ 1การปฏิบัติหน้าที่", {"1": "ตัวชี้วัดที่ 1การปฏิบัติหน้าที่"}),
        ("คือ ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของทางราชการ", {"4": "ตัวชี้วัดที่ ๔"}),
        ("คือ ตัวชี้วัดการปฏิบัติหน้าที่ ได้ร้อยละ ๖๙", {"1": "ตัวชี้วัดการปฏิบัติหน้าที่"}),
        ("ตัวชี้วัดที่ ๑๐ และตัวชี้วัดที่ 1.1", {"10": "ตัวชี้วัดที่ ๑๐"}),
        ("(๑) ข้อ O๘ Q & A (๒) ข้อ ๐๒ ข้อมูลผู้บริหาร", {"O8": "ข้อ O๘ Q & A", "O2": "ข้อ ๐๒ ข้อมูลผู้บริหาร"}),
        ("O15 และ O43", {"O15": "O15", "O43": "O43"}),
        ("ได้ ๐.๒ คะแนน จาก 02 ข้อ ปี 2564 รหัส XO2", {}),
    ],
)
def test_a_mention_is_the_link(text, found):
    """In either numerals, with its name as far as that follows; what is another number or another code is none."""
    indicators, items = ("1", "4", "10"), ("O2", "O8", "O15", "O43")
    links, left = linked(text, indicators, items)
    assert links == found
    assert left == [one for one in (*indicators, *items) if one not in found]


def test_the_first_mention_is_the_link():
    """A second one is plain text."""
    assert linked("ตัวชี้วัดที่ 1 สูงกว่าปีก่อน ตัวชี้วัดที่ 1 จึงเป็นจุดแข็ง", ("1",)) == ({"1": "ตัวชี้วัดที่ 1"}, [])
