"""Names that a document misspells are marked as printed wherever a page shows them in running text."""

from __future__ import annotations

import pytest

from prongsai.blocks.as_printed import mark_printed, misspelt_names
from prongsai.blocks.block import Facts, Heading, Piece, paragraph
from prongsai.loading.load_site import load_site
from prongsai.problems import Where, problem
from prongsai.views.content import Bullet, Bullets, NamedFact, Phrase
from unit.makers import SITE, write_files

WHERE = Where("data/2565/analysis.yml", 1, 1)
FOUND = (
    problem("prose-agency-name", WHERE, found="เทศบาลตำบลทดสอม", expected="เทศบาลตำบลทดสอบ"),
    problem("prose-agency-name", WHERE, found="เทศบาลตำบลทดส", expected="เทศบาลตำบลทดสอบ"),
    problem("indicator-name-unknown", WHERE, what="ตัวชี้วัดที่ 4", found="การใช้ทรัพยากร", name="การใช้ทรัพย์สินของราชการ"),
    problem("prose-district", WHERE, found="บ้านผิด", expected="บ้านถูก", count="1"),
    problem("prose-province", WHERE, found="เมืองผิด", expected="เมืองถูก", count="1"),
)


def names(tmp_path, *, from_document=True):
    """The pattern of the misspelt names of a site that was made from a document or by the agency itself."""
    options = f"title: เว็บไซต์ทดสอบ\nfrom_document: {str(from_document).lower()}\n"
    return misspelt_names(load_site(write_files(tmp_path, {**SITE, "site_config/site.yml": options})).site, FOUND)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("เทศบาลตำบลทดสอม ได้รับ", "เทศบาลตำบลทดสอม (ตามที่พิมพ์) ได้รับ"),
        ("เทศบาลตำบลทดสอมได้รับ", "เทศบาลตำบลทดสอม (ตามที่พิมพ์) ได้รับ"),
        ("นายเทศบาลตำบล ทดสอม", "นายเทศบาลตำบล ทดสอม (ตามที่พิมพ์)"),
        ("เทศบาลตำบลทดส ได้รับ", "เทศบาลตำบลทดส (ตามที่พิมพ์) ได้รับ"),
        ("ตัวชี้วัดที่ ๔ การใช้ทรัพยากร ได้", "ตัวชี้วัดที่ ๔ การใช้ทรัพยากร (ตามที่พิมพ์) ได้"),
        ("อำเภอบ้านผิด จังหวัดเมืองถูก", "อำเภอบ้านผิด (ตามที่พิมพ์) จังหวัดเมืองถูก"),
        ("อ.บ้านถูก จ.เมืองผิด", "อ.บ้านถูก จ.เมืองผิด (ตามที่พิมพ์)"),
        ("บ้านผิด", "บ้านผิด"),
        ("เทศบาลตำบลทดสอบ ได้รับ", "เทศบาลตำบลทดสอบ ได้รับ"),
        ("เทศบาลตำบลทดสอมพร ได้รับ", "เทศบาลตำบลทดสอมพร ได้รับ"),
        ("พิมพ์ว่า “เทศบาลตำบลทดสอม” จำนวน", "พิมพ์ว่า “เทศบาลตำบลทดสอม” จำนวน"),
        ("เทศบาลตำบลทดสอม (ชื่อตามที่พิมพ์) ได้", "เทศบาลตำบลทดสอม (ชื่อตามที่พิมพ์) ได้"),
        ("ตัวชี้วัดที่ ๕ การใช้ทรัพยากร", "ตัวชี้วัดที่ ๕ การใช้ทรัพยากร"),
        ("ส่งเสริมการใช้ทรัพยากร", "ส่งเสริมการใช้ทรัพยากร"),
    ],
    ids=[
        "off",
        "close",
        "blank",
        "cut",
        "indicator",
        "district",
        "province",
        "village",
        "right",
        "other",
        "quoted",
        "marked",
        "number",
        "words",
    ],
)
def test_a_misspelt_name_is_marked_once_and_nothing_else_is(tmp_path, text, shown):
    """The right name, a longer one, one in quotation marks and words that only sound alike stay as they are."""
    assert mark_printed((paragraph(text),), names(tmp_path)) == (paragraph(shown),)


def test_every_kind_of_block_is_marked_in_its_texts_alone(tmp_path):
    """Headings, lists, facts and letters are marked; ids and addresses are promises and stay."""
    name, shown = "เทศบาลตำบลทดสอม", "เทศบาลตำบลทดสอม (ตามที่พิมพ์)"

    def blocks(text):
        said = Facts((NamedFact("เรียน", (Phrase(text, href=f"/{name}/"),)),))
        listed = Bullets((Bullet("ก", (Bullet(text),)),))
        return (Heading(text, name), listed, Piece("letter", {"sections": (said,), "title": "ก"}, (said,)))

    assert mark_printed(blocks(name), names(tmp_path)) == blocks(shown)


def test_an_agency_that_publishes_its_own_text_corrects_it(tmp_path):
    """Only a site made from a document speaks of what was printed."""
    assert names(tmp_path, from_document=False) is None
