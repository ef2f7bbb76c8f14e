"""The item that a page of this site answers has a page wherever that is so, and keeps its address."""

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.blocks.block import Heading
from prongsai.blocks.lines import join_parts, lines_of, spoken
from prongsai.loading.load_site import load_site
from prongsai.pages.plan import plan_pages
from prongsai.thai.numerals import to_arabic
from prongsai.views.content import Phrase, Table
from unit import makers

MEASURES = "fiscal_year: {year}\n{answers}measures:\n  - {{id: m01, number: 1, title: จัดทำแผน, period: ตลอดปี}}\n"
FOLLOW_UP = "fiscal_year: {year}\nreports: [{{measure: m01, status: done, summary: [เผยแพร่แล้ว]}}]\n"


def pages_of(tmp_path, year, *, answers=None, follow_up=False, rules="", published=frozenset()):
    """The pages of a site made from a document that states measures of one year, by their paths."""
    answered = f"from_fiscal_year: {answers}\n" if answers else ""
    files = {
        **makers.SITE,
        f"data/{year}/measures.yml": MEASURES.format(year=year, answers=answered),
        **({f"data/{year}/follow-up.yml": FOLLOW_UP.format(year=year)} if follow_up else {}),
        **({f"site_config/editions/{year}.yml": rules} if rules else {}),
    }
    results = analyse_site(load_site(makers.write_files(tmp_path, files)).site)
    return {page.path: page for page in plan_pages(results, (), published=published)}


def words_of(page):
    """All that the blocks of a page say, in one text."""
    lines = (line for one in spoken(page.blocks) if not isinstance(one, Heading) for line in lines_of(one))
    return to_arabic(" ".join(join_parts(line, lambda part: getattr(part, "text", "")) for line in lines))


@pytest.mark.parametrize(("year", "code"), [(2564, "o42"), (2565, "o42"), (2566, "o42"), (2569, "o25")])
def test_without_a_register_the_item_of_the_measures_has_a_page(tmp_path, year, code):
    """It leads to the measures, and the index of the year to it; nothing else of the year has a page."""
    pages = pages_of(tmp_path, year)
    assert {path for path in pages if path.startswith(f"/{year}/oit/")} == {f"/{year}/oit/", f"/{year}/oit/{code}/"}
    strip = pages[f"/{year}/oit/{code}/"].blocks[0]
    assert strip.answer.action == Phrase("เปิดหน้าที่ตอบข้อนี้", href=f"/{year}/measures/")


@pytest.mark.parametrize("year", [2567, 2568])
def test_an_item_of_unknown_number_has_a_page_and_a_row(tmp_path, year):
    """Its elements, its measures and the page that answers it are there; the measures say which item they answer.

    Nobody reads there that its number is not verified: that is on the page of the rules, to which one link leads.
    """
    pages = pages_of(tmp_path, year, follow_up=True)
    item, index = pages[f"/{year}/oit/measures/"], words_of(pages[f"/{year}/oit/"])
    assert item.title == "ข้อมาตรการ"
    said = words_of(item)
    assert "กำหนดวิธีรายงานผล" in said
    assert "จัดทำแผน" in said
    assert f"หลักเกณฑ์ปี {year} และแหล่งที่ยืนยัน" in said
    assert "ข้อมาตรการ" in index
    assert "ข้อรายงานผลการดำเนินการตามมาตรการ" in index
    assert "ข้อมาตรการ" in words_of(pages[f"/{year}/measures/"])
    shown = (said, index, words_of(pages[f"/{year}/measures/"]))
    assert not [text for text in shown if "ยังไม่ยืนยัน" in text]  # doubts are on the page of the rules
    assert f"/{year}/oit/follow-up/" in pages


def test_the_address_stays_when_the_number_is_known(tmp_path):
    """A page that was published leads to the item with its number; one that never was is not made."""
    rules = "scheme: NACC-ITA\nfiscal_year: 2567\nitems: {O34: {key: measures, answered_by: measures}}\n"
    old = "/2567/oit/measures/"
    pages = pages_of(tmp_path, 2567, rules=rules, published=frozenset({old}))
    assert "ข้อ O34" in words_of(pages[old])
    assert "/2567/oit/o34/" in pages
    assert old not in pages_of(tmp_path / "new", 2567, rules=rules)


def test_measures_that_analyse_another_year_do_not_claim_to_answer(tmp_path):
    """Measures of another result than the item asks for say which result they answer, and claim nothing."""
    for answers, claims in ((2564, True), (2565, False), (None, True)):
        pages = pages_of(tmp_path / str(answers), 2565, answers=answers)
        said = words_of(pages["/2565/measures/"])
        assert ("หน้านี้ตอบข้อ O42" in said) == claims, answers
        sentence = "ข้อ O42 ของปีงบประมาณ พ.ศ. 2565 ให้วิเคราะห์ผลการประเมินปีงบประมาณ พ.ศ. 2564 ส่วนมาตรการ"
        for path in ("/2565/measures/", "/2565/oit/o42/"):
            assert (sentence in words_of(pages[path])) != claims, (answers, path)


def test_what_no_measure_says_is_said_once_with_the_claim(tmp_path):
    """Elements of the item that no measure has are named together; one that a measure has is not among them.

    They are behind the words that the page answers the item, or below the table of a page that claims none.
    """
    pages = pages_of(tmp_path, 2565)
    sentence = "เอกสารไม่ได้ระบุผู้รับผิดชอบ ขั้นตอนหรือวิธีการปฏิบัติ การกำกับติดตาม และการรายงานผลของมาตรการทุกรายการ"
    claim = "หน้านี้ตอบข้อ O42 ของปีงบประมาณ พ.ศ. 2565 ทั้งนี้ "
    assert words_of(pages["/2565/measures/"]).count(sentence) == 1
    assert f"{claim}{sentence}" in words_of(pages["/2565/measures/"])
    other = words_of(pages_of(tmp_path / "other", 2565, answers=2565)["/2565/measures/"])
    assert other.count(sentence) == 1
    assert claim not in other
    said = MEASURES.replace(
        "period: ตลอดปี", "steps: [ทำ], responsible: {{units: [finance]}}, monitoring: [รายงานทุกเดือน]"
    )
    files = {**makers.SITE, "data/2565/measures.yml": said.format(year=2565, answers="")}
    results = analyse_site(load_site(makers.write_files(tmp_path / "said", files)).site)
    page = next(one for one in plan_pages(results, ()) if one.path == "/2565/measures/")
    assert "ของมาตรการทุกรายการ" not in words_of(page)


def test_a_site_without_scores_has_no_empty_tables(tmp_path):
    """Pages of indicators say so if no score is known, and their index still leads to each of them."""
    pages = pages_of(tmp_path, 2565, published=None)
    for path in ("/indicators/", "/indicators/1/"):
        assert not [block for block in pages[path].blocks if isinstance(block, Table) and not block.rows], path
    assert "เอกสารที่ใช้จัดทำเว็บไซต์นี้ไม่ได้ระบุคะแนนรายตัวชี้วัด" in words_of(pages["/indicators/"])
    assert "ตัวชี้วัดที่ 10" in words_of(pages["/indicators/"])
