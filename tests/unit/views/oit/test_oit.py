"""OIT items in words: which have a page, which page answers which item, and what the index and the pages say."""

from dataclasses import replace

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.problems import Where, problem
from prongsai.views.measures.follow_up import follow_up_table
from prongsai.views.oit import items as oit
from prongsai.views.oit.answer import placed_elements
from prongsai.views.oit.answers import answers_of
from prongsai.views.oit.index import (
    card_groups,
    state_counts,
    word_readiness,
    word_unlisted,
)
from prongsai.views.oit.item_table import item_table
from prongsai.views.oit.readiness import readiness_tables
from prongsai.views.oit.words import (
    element_lines,
    lack_lines,
    lead_sentence,
    link_lines,
    word_checked,
    word_title,
    year_phrase,
)
from prongsai.views.speech import Speech
from unit.makers import SITE, write_files

THAI, ARABIC = Speech("thai"), Speech("arabic")
OWN_SITE = {"site_config/site.yml": "title: เว็บไซต์ทดสอบ\nsite_url: https://ita.example.go.th/\n"}
REGISTER = """fiscal_year: 2565
items:
  O1: {answer: has, unit: คลัง, links: [{url: "https://www.example.go.th/2565/a", click_path: [หน้าแรก, เมนู 1]}]}
  O2:
    answer: has
    unit: finance
    fiscal_year: 2564
    links:
      - {page: /about/, title: เกี่ยวกับ, checked_on: 2 เมษายน 2565}
      - {file: 2565/a.pdf}
    elements:
      contact: {place: ท้ายหน้า, at: /about/#contact}
      photo: {missing: true}
  O3: {answer: has_not, note: อยู่ระหว่างจัดทำ}
  O4: {answer: has, nothing_happened: ไม่มีเรื่อง 0 เรื่อง}
"""
REPORTS = """fiscal_year: 2568
reports:
  - {measure: m1, round: 6, status: in_progress}
  - {measure: m1, round: 12, status: done}
  - {measure: m1, round: 12, status: done}
"""
LACKS_PHOTO = problem(
    "oit-element-missing", Where("data/2565/oit.yml", 1, 1), year=2565, item="O2", names="รูปถ่าย", key="photo"
)


def measures_of(year):
    """Two measures of a year, which answer the result of the year before."""
    return (
        f"fiscal_year: {year}\nfrom_fiscal_year: {year - 1}\nmeasures: [{{id: m1, title: ก}}, {{id: m2, title: ข}}]\n"
    )


def results_of(tmp_path, files):
    """The results of a small site of its own agency."""
    return analyse_site(load_site(write_files(tmp_path, {**SITE, **OWN_SITE, **files})).site)


@pytest.fixture
def results(tmp_path):
    """A year with a register of four items, and one with measures alone."""
    files = {"data/2565/oit.yml": REGISTER, "data/2564/measures.yml": measures_of(2564)}
    return results_of(tmp_path, files)


@pytest.fixture
def answers(results):
    """The answers of the year with a register, in which one item lacks something."""
    return answers_of(results, 2565, [LACKS_PHOTO])


def test_with_a_register_every_item_of_the_edition_has_a_page(results):
    """Also those that nobody registered; without a register an item needs a result or a page that answers it."""
    assert all(oit.has_page(results, 2565, f"O{number}") for number in range(1, 44))
    assert not oit.has_page(results, 2565, "O44")
    assert [n for n in range(1, 44) if oit.has_page(results, 2564, f"O{n}")] == [42]


def test_answers_are_shown_where_somebody_answers(results, tmp_path):
    """With a register or own pages; a site made from documents says nothing of answers without a register."""
    assert oit.shows_answers(results, 2565)
    assert oit.shows_answers(results, 2564)
    files = {"data/2565/oit.yml": REGISTER, "data/2564/measures.yml": measures_of(2564)}
    documents = analyse_site(load_site(write_files(tmp_path / "paper", {**SITE, **files})).site)
    assert oit.shows_answers(documents, 2565)
    assert not oit.shows_answers(documents, 2564)


def test_a_follow_up_page_may_answer_the_item_of_the_next_year(tmp_path):
    """The edition of 2569 asks for the report of 2568: the page of that year says so, and its own year has no item."""
    files = {f"data/{year}/measures.yml": measures_of(year) for year in (2568, 2569)}
    results = results_of(tmp_path, {**files, "data/2568/follow-up.yml": REPORTS})
    assert oit.items_answered_by(results, 2568, "follow-up") == [(2569, "O26")]
    assert (2569, "O25") in oit.items_answered_by(results, 2569, "measures")
    assert oit.items_answered_by(results, 2569, "follow-up") == []


def test_a_row_of_the_follow_up_has_the_id_of_its_measure(tmp_path):
    """Further reports have the months of their round, never twice the same, and the newest is first; all have a row."""
    files = {"data/2568/measures.yml": measures_of(2568), "data/2568/follow-up.yml": REPORTS}
    results = results_of(tmp_path, files)
    table = follow_up_table(results.years[2568].year, results.site, THAI)
    assert [row[0].anchor for row in table.rows] == ["m1-12-3", "m1-12", "m1", "m2"]


def test_readiness_is_said_with_its_total(answers, tmp_path):
    """Of all items of the edition; where their number is not known, of those that are on the page."""
    assert word_readiness(answers, THAI) == "พร้อมแล้ว ๒ จาก ๔๓ ข้อ"
    assert word_unlisted(answers, THAI) == ""
    few = "scheme: TEST\nfiscal_year: 2571\n"
    made = {
        "site_config/editions/2571.yml": few,
        "data/2571/oit.yml": REGISTER.replace("fiscal_year: 2565", "fiscal_year: 2571"),
    }
    unknown = answers_of(results_of(tmp_path / "few", made), 2571, [])
    assert word_readiness(unknown, ARABIC).startswith("พร้อมแล้ว 3 จาก 4 ข้อที่แสดงในหน้านี้")


def test_every_item_is_a_line_with_its_state_in_words(answers, results):
    """In official order under its sub-indicator, by mark and word; the counts name only the states that occur."""
    table = item_table(answers, results, ARABIC)
    assert [line.anchor for line in table.lines] == [f"o{number}" for number in range(1, 44)]
    assert [group.anchor for group in table.groups] == ["s9-1", "s9-2", "s9-3", "s9-4", "s9-5", "s10-1", "s10-2"]
    assert table.groups[0].said == "พร้อมแล้ว 2 จาก 9 ข้อ"
    assert [(line.mark, line.word) for line in table.lines[:5]] == [
        ("✓", "พร้อมแล้ว"),
        ("!", "ยังต้องแก้ไข"),
        ("✗", "ไม่มี"),
        ("✓", "พร้อมแล้ว"),
        ("?", "ยังไม่มีคำตอบ"),
    ]
    assert [(word, count) for _, _, word, count in state_counts(answers, ARABIC)] == [
        ("พร้อมแล้ว", "2"),
        ("ยังต้องแก้ไข", "1"),
        ("ไม่มี", "1"),
        ("ยังไม่มีคำตอบ", "39"),
    ]


def test_a_line_is_short_and_leads_on(answers, results):
    """The year, the elements that are there of all, and the links; the columns are those that some line fills."""
    table = item_table(answers, results, ARABIC)
    assert list(table.heads) == ["item", "answer", "year", "elements", "links"]
    second = table.lines[1]
    assert (second.name.href, second.answer.text, second.year.text) == ("/2565/oit/o2/", "มี", "2564")
    assert (second.elements.text, second.elements.href) == ("1/6", "/2565/oit/o2/#elements")
    assert [(one.text, one.href) for one in second.links] == [("เปิดดู", "/about/"), ("2", "/files/2565/a.pdf")]
    assert (table.lines[4].links, table.lines[4].elements.text, table.lines[4].day) == ((), "", "")


def test_items_are_chosen_by_state_and_unit(answers, results):
    """The states and units that occur are the choices, and every line knows its own."""
    table = item_table(answers, results, ARABIC)
    assert list(table.states) == ["ready", "lacking", "has_not", "open"]
    assert table.units["finance"] == "กองคลัง"
    assert {unit for line in table.lines for unit in line.units} == set(table.units)


def test_readiness_by_unit_names_the_items_that_wait(answers, results):
    """Each unit leads to its page, and each waiting item to its place on the index."""
    table, _ = readiness_tables(answers, results, ARABIC)
    name, ready, waiting = table.rows[0]
    assert (name.parts[0].text, name.parts[0].href) == ("กองคลัง", "/units/finance/")
    assert ready.parts[0].text == "1 จาก 2"
    assert [(one.text, one.href) for one in waiting.parts] == [("O2", "/2565/oit/#o2")]
    _, parts = readiness_tables(answers, results, THAI)
    assert parts.rows[0][0].parts[0].text.startswith("๙.๑ ")
    assert parts.rows[0][0].parts[0].href == "/2565/oit/#s9-1"


def test_the_cards_are_in_official_order_under_their_subindicators(answers, results):
    """All 43 of them, under seven headings with an id each."""
    groups = card_groups(answers, results, ARABIC)
    assert [group.anchor for group in groups] == ["s9-1", "s9-2", "s9-3", "s9-4", "s9-5", "s10-1", "s10-2"]
    assert [card.anchor for group in groups for card in group.cards] == [f"o{number}" for number in range(1, 44)]
    assert groups[0].readiness == "พร้อมแล้ว 2 จาก 9 ข้อ"


def test_a_card_says_only_what_is_known(answers, results):
    """An item that nobody registered has its name and state alone; one that lacks something names who is to fix it."""
    cards = {card.anchor: card for group in card_groups(answers, results, ARABIC) for card in group.cards}
    bare = cards["o5"]
    assert (bare.facts, bare.links, bare.elements, bare.lacks, bare.responsible) == ((), (), (), (), ())
    assert bare.answer.text == "ยังไม่มีคำตอบ"
    lacking = cards["o2"]
    assert [lack.text for lack in lacking.lacks] == ["ข้อ O2 ยังขาดข้อมูลที่ต้องแสดง คือ รูปถ่าย ข้อนี้อาจไม่ได้คะแนน"]
    assert "".join(one.text for one in lacking.responsible) == "กองคลัง"
    assert [one.text for one in cards["o3"].responsible] == ["ยังไม่ได้ระบุ"]
    assert cards["o3"].remarks == ("อยู่ระหว่างจัดทำ",)
    assert cards["o4"].remarks == ("ไม่มีเรื่อง 0 เรื่อง",)


def test_links_say_where_they_lead(answers):
    """Another website by its host, this one by its path; addresses and what people typed keep their digits."""
    (outer,) = link_lines(answers.of("O1"), THAI)
    assert (outer.phrase.href, outer.where) == ("https://www.example.go.th/2565/a", "www.example.go.th")
    assert outer.steps == ("หน้าแรก", "เมนู 1")
    page, file = link_lines(answers.of("O2"), THAI)
    assert page.where == "เว็บไซต์นี้ /about/"
    assert (file.phrase.text, file.where) == ("/files/2565/a.pdf", "เว็บไซต์นี้ /files/2565/a.pdf")


def test_our_own_page_is_named_in_the_numerals_of_the_site(results):
    """Its title and the steps to it are our words."""
    (own,) = link_lines(answers_of(results, 2564, []).of("O42"), THAI)
    assert own.phrase.text.endswith("๒๕๖๔")
    assert "ปีงบประมาณ พ.ศ. ๒๕๖๔" in own.steps
    assert own.phrase.href == "/2564/measures/"


def test_elements_are_marked_and_named(answers):
    """There, missing or not stated: a mark, a word and the way to the place."""
    lines = {line.anchor: line for line in element_lines(answers.of("O2").elements, ARABIC)}
    contact, photo, name = lines["e-contact"], lines["e-photo"], lines["e-name"]
    assert (contact.mark, contact.word, contact.phrase.href, contact.place) == (
        "✓",
        "มีแล้ว",
        "/about/#contact",
        "ท้ายหน้า",
    )
    assert (photo.mark, photo.word) == ("✗", "ยังขาด")
    assert (name.mark, name.word) == ("?", "ยังไม่ได้ระบุ")


def test_an_element_without_an_address_leads_to_the_answer_it_is_in(answers):
    """To the only link of the answer; to the list of the links where there are several or the only one does not open.

    One that has an address of its own leads there, and one that is missing or not stated nowhere.
    """
    item = answers.of("O2")
    several = {one.anchor: one.phrase.href for one in placed_elements(_without_addresses(item), ARABIC)}
    assert (several["e-contact"], several["e-photo"], several["e-name"]) == ("#answer", "", "")
    single = replace(item, links=item.links[:1])
    assert _contact(_without_addresses(single)) == "/about/"
    assert _contact(single) == _contact(item) == "/about/#contact"
    closed = replace(single, links=(replace(single.links[0], does_not_open="ไม่พบหน้า"),))
    assert _contact(_without_addresses(closed)) == "#answer"
    assert _contact(_without_addresses(replace(item, links=()))) == ""


def _without_addresses(item):
    return replace(item, elements=tuple(replace(one, href="") for one in item.elements))


def _contact(item):
    return next(one.phrase.href for one in placed_elements(item, ARABIC) if one.anchor == "e-contact")


def test_the_year_of_the_data_is_checked_against_the_one_asked_for(results, answers):
    """The right year is said to be right; what names no year says nothing."""
    own = year_phrase(answers_of(results, 2564, []).of("O42"), THAI)
    assert (own.text, own.kind) == ("ข้อมูลปีงบประมาณ พ.ศ. ๒๕๖๔ ตรงปีที่กำหนด", "done")
    assert year_phrase(answers.of("O2"), ARABIC).text == "ข้อมูลปีงบประมาณ พ.ศ. 2564"
    assert year_phrase(answers.of("O3"), ARABIC) is None


def test_what_was_not_checked_is_said(answers, results):
    """No link, some links, or none to open."""
    assert word_checked(answers.of("O1"), ARABIC) == "ยังไม่ได้ตรวจลิงก์"
    assert word_checked(answers.of("O2"), ARABIC) == "ยังตรวจลิงก์ไม่ครบ"
    assert word_checked(answers.of("O3"), ARABIC) == ""
    assert word_checked(answers_of(results, 2564, []).of("O42"), ARABIC) == ""


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("O1", "ข้อนี้พร้อมแล้ว"),
        ("O2", "ข้อนี้ตอบว่ามี แต่ยังมีสิ่งที่ต้องแก้ไข ผู้รับผิดชอบ: กองคลัง"),
        ("O3", "ข้อนี้ตอบว่าไม่มี ยังไม่ได้ระบุผู้รับผิดชอบ"),
        ("O5", "ข้อนี้ยังไม่มีคำตอบ ยังไม่ได้ระบุผู้รับผิดชอบ"),
    ],
)
def test_an_item_says_its_status_in_one_sentence(answers, code, sentence):
    """Ready, lacking something, has not, or not registered; who is responsible comes with it."""
    assert lead_sentence(answers.of(code), ARABIC) == sentence


def test_other_findings_have_their_own_sentence(results):
    """A finding that is no missing element is said as the rule words it; how to fix the data is for the officer."""
    found = problem("oit-without-link", Where("data/2565/oit.yml", 1, 1), year=2565, item="O1", of_year="2565")
    item = answers_of(results, 2565, [found]).of("O1")
    (lack,) = lack_lines(item, ARABIC)
    assert lack.text.startswith("ข้อ O1 ตอบว่ามี แต่ยังไม่มีลิงก์")
    assert "วิธีแก้" not in lack.text
    assert lead_sentence(item, ARABIC) == "ข้อนี้ตอบว่ามี แต่ยังมีสิ่งที่ต้องแก้ไข ผู้รับผิดชอบ: กองคลัง"


def test_a_title_that_nobody_verified_is_left_out(answers, tmp_path):
    """The register's own title is shown where the edition has none; without both the code is alone."""
    assert word_title(answers.of("O5"), ARABIC).startswith("O5 ")
    own = "fiscal_year: 2567\nitems:\n  O6: {answer: has, title: แผนงาน}\n  O5: {answer: has}\n"
    found = answers_of(results_of(tmp_path / "own", {"data/2567/oit.yml": own}), 2567, [])
    assert [word_title(found.of(code), ARABIC) for code in ("O6", "O5")] == ["O6 แผนงาน", "O5"]
