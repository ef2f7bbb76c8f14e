"""The page and the check say the same of a level: affirmed, denied, or not to be known without the parts of EIT."""

from __future__ import annotations

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.blocks.across import years_blocks
from prongsai.loading.load_site import load_site
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from prongsai.views.scores.differences import word_difference
from prongsai.views.scores.levels import full_level_parts, word_level
from prongsai.views.scores.tables import instruments_table
from prongsai.views.share_cards import share_cards
from prongsai.views.speech import Speech
from prongsai.views.year_tables import doubts_of_years, years_table
from unit.makers import SITE, check_files, write_files

OPEN = "บอกระดับไม่ได้แน่ชัดหากไม่ทราบคะแนน EIT รายส่วน อาจเป็น ผ่านดี หรือ ผ่าน"
COUNTED = (
    "บอกระดับไม่ได้แน่ชัด เพราะยังไม่มีเอกสารยืนยันว่าเกณฑ์นับ EIT รวมกันหรือแยกส่วน "
    "ถ้านับรวมได้ระดับ ผ่านดี ถ้านับแยกส่วนได้ระดับ ผ่าน อาจเป็น ผ่านดี หรือ ผ่าน"
)
TOOLS = "instruments: {IIT: 90.45, EIT: 88.58, OIT: 100.00}\n"
SCORES = (84.17, 93.06, 97.78, 88.89, 88.33, 93.48, 92.82, 79.44, 100.00, 100.00)
INDICATORS = "indicators: {" + ", ".join(f"{key}: {one}" for key, one in enumerate(SCORES, 1)) + "}\n"


@pytest.mark.parametrize(
    ("parts", "stated", "said", "is_told"),
    [
        ("", "ผ่านดี", OPEN, False),
        ("", "ผ่าน", OPEN, False),
        ("", "A", OPEN, True),
        ("parts: {EIT-1: 92.00, EIT-2: 84.00}\n", "ผ่านดี", COUNTED, False),
        ("parts: {EIT-1: 92.00, EIT-2: 84.00}\n", "ผ่าน", COUNTED, False),
        ("parts: {EIT-1: 92.00, EIT-2: 84.00}\n", "ผ่านดีเยี่ยม", COUNTED, True),
        ("parts: {EIT-1: 92.00, EIT-2: 86.00}\n", "ผ่านดี", "อยู่ในระดับ ผ่านดี ตามเกณฑ์ของปีนั้น", False),
        ("parts: {EIT-1: 92.00, EIT-2: 86.00}\n", "ผ่าน", "อยู่ในระดับ ผ่านดี ตามเกณฑ์ของปีนั้น", True),
    ],
)
def test_a_level_is_affirmed_or_denied_only_where_it_is_known(tmp_path, parts, stated, said, is_told):
    """Whatever the parts could change is neither affirmed on the page nor denied by the check."""
    files = {"data/2567/scores.yml": f"fiscal_year: 2567\ntotal: 93.71\nlevel: {stated}\n{TOOLS}{INDICATORS}{parts}"}
    site = load_site(write_files(tmp_path, {**SITE, **files})).site
    assert word_level(analyse_site(site).years[2567]) == said
    codes = [one.code for one in check_files(tmp_path, files) if one.code == "level-differs-from-scale"]
    assert codes == ["level-differs-from-scale"] * is_told


def test_a_year_without_weights_says_it_of_the_published_total(tmp_path):
    """Nothing is computed for 2568, and its level hangs on the parts all the same."""
    files = {"data/2568/scores.yml": f"fiscal_year: 2568\ntotal: 93.71\nlevel: ผ่านดี\n{TOOLS}"}
    site = load_site(write_files(tmp_path, {**SITE, **files})).site
    assert word_level(analyse_site(site).years[2568]) == OPEN


@pytest.mark.parametrize(
    ("year", "scores", "said"),
    [
        (
            2567,
            f"total: 93.71\nlevel: {{value: ผ่านดี, also_stated: [{{value: ผ่าน, at: บันทึกข้อความ}}]}}\n{TOOLS}{INDICATORS}",
            "ผ่านดี (อีกที่หนึ่งระบุ ผ่าน บอกไม่ได้แน่ชัดหากไม่ทราบคะแนน EIT รายส่วน)",
        ),
        (
            2563,
            "total: 64.68\nlevel: {value: C, also_stated: [{value: B, at: ตาราง}]}\n",
            "C (ตามเอกสาร อีกที่หนึ่งระบุ B ส่วนเกณฑ์ของปีนั้นให้ระดับ D)",
        ),
        (2563, "total: 64.68\nlevel: C\n", "C (ตามเอกสาร เกณฑ์ของปีนั้นให้ระดับ D)"),
        (2563, "total: 64.68\nlevel: D\n", "D ระดับที่ 5 จาก 7 ระดับ"),
    ],
)
def test_all_that_is_said_of_a_level_stands_in_one_pair_of_brackets(tmp_path, year, scores, said):
    """Other statements, what the scale gives and what is not known follow the level in one aside."""
    site = load_site(write_files(tmp_path, {**SITE, f"data/{year}/scores.yml": f"fiscal_year: {year}\n{scores}"})).site
    speech = Speech("arabic")
    assert speech.whole(full_level_parts(analyse_site(site).years[year], speech)) == said


def test_a_level_that_hangs_on_instruments_is_not_said_to_follow_from_the_total(tmp_path):
    """In FY 2566 a total of 87.40 alone may be two levels; the low instruments leave one."""
    tools = "instruments: {IIT: 78.59, EIT: 79.41, OIT: 100.00}\n"
    scores = f"fiscal_year: 2566\ntotal: 87.40\nlevel: ผ่านดี\n{tools}"
    site = load_site(write_files(tmp_path, {**SITE, "data/2566/scores.yml": scores})).site
    [said] = word_difference(analyse_site(site).years[2566], Speech("arabic"))
    assert said.endswith("ให้คะแนนรวมตามเอกสารกับคะแนนเครื่องมือที่ทราบอยู่ในระดับ ผ่าน")


def test_parts_of_an_instrument_are_called_in_the_numerals_of_the_site(tmp_path):
    """The code of a part is what the data is called by; its name reads like the rest of the page."""
    files = {"data/2567/scores.yml": "fiscal_year: 2567\nparts: {EIT-1: 92.00, EIT-2: 84.00}\n"}
    results = analyse_site(load_site(write_files(tmp_path, {**SITE, **files})).site)
    rows = instruments_table(results.years[2567], Speech("thai")).rows
    heads = [getattr(row[0].parts[0], "text", "") for row in rows]
    assert [head.split()[:4] for head in heads if head.startswith("EIT-")] == [
        ["EIT-1", "EIT", "ส่วนที่", "๑"],
        ["EIT-2", "EIT", "ส่วนที่", "๒"],
    ]


@pytest.mark.parametrize(
    ("year", "scores", "cell", "notes"),
    [
        (
            2567,
            f"total: 93.71\nlevel: {{value: ผ่านดี, also_stated: [{{value: ผ่าน, at: บันทึกข้อความ}}]}}\n{TOOLS}{INDICATORS}",
            "ผ่านดี (อีกที่หนึ่งระบุ ผ่าน บอกไม่ได้แน่ชัด)",
            ["ระดับของปีงบประมาณ พ.ศ. 2567 บอกไม่ได้แน่ชัดหากไม่ทราบคะแนน EIT รายส่วน อาจเป็น ผ่านดี หรือ ผ่าน"],
        ),
        (2563, "total: 64.68\nlevel: C\n", "C (ตามเอกสาร เกณฑ์ของปีนั้นให้ระดับ D)", []),
        (2563, "total: 64.68\nlevel: D\n", "D", []),
    ],
)
def test_the_table_of_years_has_the_reservation_of_each_level(tmp_path, year, scores, cell, notes):
    """A level that is not confirmed is marked in its cell, and a sentence below the table says why."""
    site = load_site(write_files(tmp_path, {**SITE, f"data/{year}/scores.yml": f"fiscal_year: {year}\n{scores}"})).site
    results, speech = analyse_site(site), Speech("arabic")
    [row] = years_table(results, speech).rows
    assert speech.whole(row[2].parts) == cell
    assert [*doubts_of_years(results, speech)] == notes
    below = [one.text for block in years_blocks(results, speech) for one in getattr(block, "parts", ())]
    assert below == notes


def test_home_and_shared_picture_of_a_document_have_it_too(tmp_path):
    """A site made from a document has no announcement: nowhere is its level without what keeps it from being sure."""
    text = f"fiscal_year: 2567\ntotal: 93.71\nlevel: ผ่านดี\n{TOOLS}{INDICATORS}"
    root = write_files(tmp_path, {**SITE, "data/2567/scores.yml": text})
    results = analyse_site(load_site(root).site)
    pages = list(plan_pages(results, ()))
    home = next(page for page in pages if page.path == "/")
    said = Renderer(frozenset(page.path for page in pages), speech_of(results)).render(home)
    assert said.count("บอกไม่ได้แน่ชัด") == 4  # the picture in words, the result, the cell, and below the table
    assert {card.state for card in share_cards(results, speech_of(results))} == {"ระดับ ผ่านดี (บอกไม่ได้แน่ชัด)"}
