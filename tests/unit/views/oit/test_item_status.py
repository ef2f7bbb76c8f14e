"""An item of a year that was scored has the status of its score; nobody sees readiness where notes are internal."""

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.problems import Where, problem
from prongsai.views.content import Phrase
from prongsai.views.oit import index as oit_index
from prongsai.views.oit import items as oit
from prongsai.views.oit.answers import answers_of
from prongsai.views.oit.item_table import item_table
from prongsai.views.oit.readiness import readiness_tables
from prongsai.views.oit.words import answered_facts, lead_sentence, link_lines, year_phrase
from prongsai.views.speech import Speech
from unit.makers import SITE, write_files

ARABIC = Speech("arabic")
OWN = {"site_config/site.yml": "title: ก\nsite_url: https://ita.example.go.th/\n"}
INTERNAL = {"site_config/site.yml": "title: ก\nsite_url: https://ita.example.go.th/\nnotes: internal\n"}
REGISTER = """fiscal_year: 2565
items:
  O1: {answer: has, unit: finance, links: [{url: "https://www.example.go.th/a", does_not_open: ไม่พบหน้า}]}
  O2: {answer: has, unit: finance, fiscal_year: 2560, elements: {photo: {missing: true}, position: {place: ตาราง}}}
  O3: {answer: has_not}
"""
SCORED = """fiscal_year: 2565
items:
  O1: {score: 0, reasons: [ลิงก์เปิดไม่ได้]}
  O2: {score: 100}
"""
INFERRED = SCORED + "items_not_listed: {score: 100, basis: inferred, because: ตัวชี้วัดได้เต็ม}\n"
LACKS = problem("oit-element-missing", Where("data/2565/oit.yml", 1, 1), year=2565, item="O2", names="รูป", key="photo")
DOORS = [
    ({2564: REGISTER, 2565: "fiscal_year: 2565\nitems: {O1: {unit: finance}}\n"}, 2565, 2564),
    ({2564: REGISTER, 2566: REGISTER}, 2565, 2566),
    ({2564: REGISTER}, 2567, 2564),
    ({}, 2565, 2565),
]


def results_of(tmp_path, files, *, for_officer=False):
    """The results of a small site."""
    site = load_site(write_files(tmp_path, {**SITE, **OWN, **files})).site
    return analyse_site(type(site)(**{**site.__dict__, "for_officer": for_officer}) if for_officer else site)


def answers(tmp_path, files, **options):
    """The answers of 2565 with a finding."""
    results = results_of(tmp_path, {"data/2565/oit.yml": REGISTER, **files}, **options)
    return results, answers_of(results, 2565, [LACKS])


def test_the_headline_of_a_scored_year_counts_scores(tmp_path):
    """Of the items whose score is known; how many were inferred is said next to them."""
    _, known = answers(tmp_path / "a", {"data/2565/scores.yml": SCORED})
    assert oit_index.word_readiness(known, ARABIC) == "ได้คะแนน 1 จาก 2 ข้อที่ทราบคะแนน"
    _, every = answers(tmp_path / "b", {"data/2565/scores.yml": INFERRED})
    assert oit_index.word_readiness(every, ARABIC) == "ได้คะแนน 42 จาก 43 ข้อ (อนุมานคะแนน 41 ข้อ)"
    _, before = answers(tmp_path / "c", {})
    assert oit_index.word_readiness(before, ARABIC) == "พร้อมแล้ว 1 จาก 43 ข้อ"


def test_no_item_without_score_is_called_ready(tmp_path):
    """Neither in its line, nor on paper, nor on its page; the answer is among the facts without colour."""
    results, known = answers(tmp_path, {"data/2565/scores.yml": SCORED})
    lines = item_table(known, results, ARABIC).lines[:3]
    marks = [(line.anchor, line.mark, line.word) for line in lines]
    assert marks == [("o1", "✗", "ไม่ได้คะแนน"), ("o2", "✓", "ได้คะแนน"), ("o3", "?", "ไม่ทราบคะแนน")]
    card = oit_index.item_card(known.of("O1"), results.years[2565], ARABIC)
    assert (card.answer, card.state) == (Phrase("ไม่ได้คะแนน", kind="stopped"), "has_not")
    facts = answered_facts(known.of("O1"), results.years[2565], ARABIC)
    names = [one.name for one in facts]
    assert names.index("คะแนน") < names.index("สาเหตุที่ไม่ได้คะแนน") < names.index("คำตอบ")
    assert facts[names.index("คำตอบ")].parts[0] == Phrase("มี")
    assert [lead_sentence(known.of(code), ARABIC) for code in ("O1", "O2")] == ["ข้อนี้ไม่ได้คะแนน", "ข้อนี้ได้คะแนน"]
    assert lead_sentence(known.of("O3"), ARABIC) == ARABIC.no_data("คะแนนของข้อนี้")


def test_readiness_tables_end_with_the_scores(tmp_path):
    """Once it is known how it went, nobody is told what was still to do."""
    results, known = answers(tmp_path / "a", {"data/2565/scores.yml": SCORED})
    assert list(readiness_tables(known, results, ARABIC)) == []
    results, before = answers(tmp_path / "b", {})
    assert list(readiness_tables(before, results, ARABIC)) != []


def test_internal_notes_tell_no_readiness(tmp_path):
    """Elements that are there are shown; those lacking, waiting or broken are not."""
    results, found = answers(tmp_path, INTERNAL)
    shown, silent = oit_index.split_answers(found)
    assert [item.code for item in shown.items] == ["O1", "O2", "O3"]
    assert len(silent) == 40
    assert oit_index.word_readiness(shown, ARABIC) == "มีคำตอบ 3 ข้อ"
    assert [word for _, _, word, _ in oit_index.state_counts(shown, ARABIC)] == ["มี", "ไม่มี"]
    assert list(readiness_tables(found, results, ARABIC)) == []
    assert item_table(shown, results, ARABIC).lines[1].elements.text == "มี 1"
    card = oit_index.item_card(found.of("O2"), results.years[2565], ARABIC)
    assert (card.lacks, card.unstated, [line.state for line in card.elements]) == ((), "", ["there"])
    assert [lead_sentence(one, ARABIC) for one in found.items] == [""] * 43
    assert year_phrase(found.of("O2"), ARABIC) == Phrase("ข้อมูลปีงบประมาณ พ.ศ. 2560", kind="planned")
    [line] = link_lines(found.of("O1"), ARABIC)
    assert (line.shown, line.does_not_open) == (None, "")


def test_the_officer_sees_what_the_public_does_not(tmp_path):
    """The preview and the submission sheet show all of it."""
    _, found = answers(tmp_path, INTERNAL, for_officer=True)
    assert (found.of("O2").state, found.of("O2").findings) == ("lacking", (LACKS,))
    assert oit_index.word_readiness(found, ARABIC) == "พร้อมแล้ว 1 จาก 43 ข้อ"
    assert link_lines(found.of("O1"), ARABIC)[0].does_not_open == "ไม่พบหน้า"


@pytest.mark.parametrize(("registers", "scored", "year"), DOORS)
def test_the_assessor_is_led_to_the_newest_answers(registers, scored, year, tmp_path):
    """Not to the newest result, nor to a register that only waits; to the result where there are no answers."""
    files = {f"data/{one}/oit.yml": text.replace("2565", str(one)) for one, text in registers.items()}
    files[f"data/{scored}/scores.yml"] = f"fiscal_year: {scored}\ntotal: 80.00\n"
    assert oit.newest_answered(results_of(tmp_path, {**files, "site_config/site.yml": "title: ก\n"})) == year
