"""The first sentence of a measure says what is known in natural Thai, and says plainly what is not known."""

from __future__ import annotations

import itertools

import pytest

from prongsai.loading.load_site import load_site
from prongsai.thai.parse_period import parse_period
from prongsai.views.measures.word_period import word_period
from prongsai.views.measures.words import word_lead, word_names
from prongsai.views.speech import Speech
from unit import makers

THAI, ARABIC = Speech("thai", from_document=True), Speech("arabic", from_document=True)
OWN = Speech("arabic")
WHO = {
    "lead: [finance]": "โดยมีกองคลังเป็นผู้รับผิดชอบหลัก",
    "units: [finance]": "โดยมีกองคลังเป็นผู้รับผิดชอบ",
    "lead: [finance], units: [กองช่าง]": "โดยมีกองคลังเป็นผู้รับผิดชอบหลัก ร่วมกับกองช่าง",
    "printed: ทุกคน": "เอกสารพิมพ์ผู้รับผิดชอบว่า “ทุกคน”",
}
WHEN = {
    "ต.ค. 2564 ถึง ก.ย. 2565": "กำหนดดำเนินการตั้งแต่เดือนตุลาคม 2564 ถึงเดือนกันยายน 2565",
    "ม.ค. 2565": "กำหนดดำเนินการในเดือนมกราคม 2565",
    "ไตรมาส 2": "กำหนดดำเนินการในไตรมาสที่ 2 ของปีงบประมาณ พ.ศ. 2565",
    "ทุกไตรมาส": "กำหนดดำเนินการทุกไตรมาส",
    "ปีงบประมาณ พ.ศ. 2565": "กำหนดดำเนินการในปีงบประมาณ พ.ศ. 2565",
    "ภายใน 30 กันยายน 2565": "กำหนดแล้วเสร็จภายในวันที่ 30 กันยายน 2565",
    "{printed: เร็ว ๆ นี้}": "เอกสารพิมพ์ระยะเวลาดำเนินการว่า “เร็ว ๆ นี้”",
    "{printed: '" + "ยาว " * 12 + "'}": "ช่องระยะเวลาดำเนินการในเอกสารพิมพ์ข้อความอื่นไว้ ดังที่แสดงด้านล่าง",
}
DATED = "as_of: 30 กันยายน 2565\n"
STATE = {
    (DATED, "status: done"): "ผล ณ วันที่ 30 กันยายน 2565 คือ ดำเนินการแล้วเสร็จ",
    ("", "status: in_progress, reported_on: 1 ตุลาคม 2565"): ("ผลตามรายงานลงวันที่ 1 ตุลาคม 2565 คือ อยู่ระหว่างดำเนินการ"),
    ("", "status: not_started"): "ผลตามรายงานคือ ยังไม่ได้ดำเนินการ",
    (DATED, "status: {printed: รอผล}"): "ผล ณ วันที่ 30 กันยายน 2565 คือ “รอผล”",
    (DATED, "status: เอกสารไม่ได้ระบุ"): "ส่วนรายงานผลไม่ได้ระบุสถานะ",
}


def lead_of(tmp_path, measure: str, follow_up: str = "", speech: Speech = ARABIC, head: str = "") -> str:
    """The first sentence of the only measure of a small site."""
    text = f"fiscal_year: 2565\n{head}measures:\n  - {{id: m01, title: จัดทำคู่มือ{measure}}}\n"
    files = {**makers.SITE, "data/2565/measures.yml": text}
    if follow_up:
        files["data/2565/follow-up.yml"] = f"fiscal_year: 2565\n{follow_up}"
    loaded = load_site(makers.write_files(tmp_path, files))
    assert not loaded.unreadable
    [year] = loaded.site.years
    assert year.measures is not None
    return word_lead(year.measure_facts[0], loaded.site, speech)


PROMISE = "เทศบาลตำบลทดสอบกำหนดมาตรการ “จัดทำคู่มือ”"
SILENT = "และยังไม่มีรายงานผลของมาตรการนี้"


@pytest.mark.parametrize("who", WHO)
def test_who_carries_it_is_said(tmp_path, who):
    """The lead, others with it, or the words of the document alone."""
    found = lead_of(tmp_path, f", responsible: {{{who}}}, period: ทุกไตรมาส")
    assert found == f"{PROMISE} {WHO[who]} กำหนดดำเนินการทุกไตรมาส {SILENT}"


@pytest.mark.parametrize("when", WHEN)
def test_until_when_is_said(tmp_path, when):
    """Each kind of period as a clause of its own; what could not be read is not read into."""
    found = lead_of(tmp_path, f", responsible: {{lead: [finance]}}, period: {when}")
    assert found == f"{PROMISE} โดยมีกองคลังเป็นผู้รับผิดชอบหลัก {WHEN[when]} {SILENT}"


@pytest.mark.parametrize("state", STATE)
def test_how_far_it_is_is_said(tmp_path, state):
    """With the date of the data, else of the report, else as what the report says."""
    head, report = state
    found = lead_of(tmp_path, ", period: ทุกไตรมาส", f"{head}reports:\n  - {{measure: m01, {report}}}\n")
    assert found == f"{PROMISE} เอกสารไม่ได้ระบุผู้รับผิดชอบ กำหนดดำเนินการทุกไตรมาส {STATE[state]}"


@pytest.mark.parametrize("order", [1, -1])
def test_the_newest_report_counts(tmp_path, order):
    """Of two rounds the later one is reported and named, in whatever order they are."""
    rounds = ["  - {measure: m01, round: 6, status: in_progress}\n", "  - {measure: m01, round: 12, status: done}\n"]
    text = f"reports:\n{''.join(rounds[::order])}"
    assert lead_of(tmp_path, "", text).endswith("ผลตามรายงานรอบ 12 เดือน คือ ดำเนินการแล้วเสร็จ")


OF_ROUNDS = {
    ("30 กันยายน 2565", "round: 12, reported_on: 5 ตุลาคม 2565"): "ผล ณ วันที่ 30 กันยายน 2565 คือ",
    ("31 มีนาคม 2565", "round: 12, reported_on: 5 ตุลาคม 2565"): "ผลตามรายงานรอบ 12 เดือน ลงวันที่ 5 ตุลาคม 2565 คือ",
    ("30 กันยายน 2565", "round: 6, reported_on: 5 เมษายน 2565"): "ผลตามรายงานรอบ 6 เดือน ลงวันที่ 5 เมษายน 2565 คือ",
    ("31 มีนาคม 2565", "round: 6, reported_on: 5 ตุลาคม 2565"): "ผลตามรายงานย้อนหลังรอบ 6 เดือน ลงวันที่ 5 ตุลาคม 2565 คือ",
}


@pytest.mark.parametrize("days", OF_ROUNDS)
def test_the_state_has_the_day_of_its_own_round(tmp_path, days):
    """The day of the data is that of a state only where it is of the same round; in retrospect is said as such."""
    as_of, report = days
    text = f"as_of: {as_of}\nreports:\n  - {{measure: m01, status: done, {report}}}\n"
    assert f" {OF_ROUNDS[days]} ดำเนินการแล้วเสร็จ" in lead_of(tmp_path, "", text)


def test_a_contradiction_within_a_round_is_said(tmp_path):
    """None of two reports of one round is believed where no day tells which is newer."""
    rows = "".join(f"  - {{measure: m01, round: 12, status: {status}}}\n" for status in ("done", "in_progress"))
    assert lead_of(tmp_path, "", f"reports:\n{rows}").endswith("ส่วนรายงานรอบเดียวกันระบุสถานะไม่ตรงกัน")


@pytest.mark.parametrize(
    ("absence", "said"),
    [
        ("เอกสารไม่ได้ระบุ", "เอกสารไม่ได้ระบุผู้รับผิดชอบและระยะเวลาดำเนินการ"),
        ("ช่องว่าง", "เอกสารเว้นช่องผู้รับผิดชอบและระยะเวลาดำเนินการว่างไว้"),
        ("ไม่มี", "ไม่มีผู้รับผิดชอบและระยะเวลาดำเนินการ"),
    ],
)
def test_what_is_absent_for_one_reason_is_said_once(tmp_path, absence, said):
    """Both missing alike are one clause; and an absence keeps its own words."""
    found = lead_of(tmp_path, f", responsible: {absence}, period: {absence}")
    assert found == f"{PROMISE} {said} {SILENT}"


def test_an_agency_that_writes_itself_is_asked_to_fill_in(tmp_path):
    """On an agency's own site nothing is said of a document, and no report is not called undone."""
    found = lead_of(tmp_path, "", speech=OWN)
    assert found == f"{PROMISE} ยังไม่ได้กรอกผู้รับผิดชอบและระยะเวลาดำเนินการ และยังไม่มีรายงานผลของมาตรการนี้"


def test_a_quarter_has_no_year_that_the_document_does_not_say(tmp_path):
    """The sentence does not name the year where the maker of the data chose it."""
    found = lead_of(tmp_path, ", period: ไตรมาส 1", head="year_stated: false\n")
    assert "กำหนดดำเนินการในไตรมาสที่ 1 และ" in found


def test_a_plain_summary_comes_first(tmp_path):
    """The meaning for people is where the title would be; the title is in the facts below."""
    found = lead_of(tmp_path, ", plain_summary: ประชาชนรู้ขั้นตอน")
    assert found.startswith("มาตรการนี้ของเทศบาลตำบลทดสอบมีสาระสำคัญคือ ประชาชนรู้ขั้นตอน ")
    assert "จัดทำคู่มือ" not in found


def test_no_word_is_said_twice(tmp_path):
    """A title that begins with มาตรการ is not called one again."""
    site = {**makers.SITE, "data/2565/measures.yml": "fiscal_year: 2565\nmeasures: [{id: m01, title: มาตรการหนึ่ง}]\n"}
    loaded = load_site(makers.write_files(tmp_path, site)).site
    [year] = loaded.years
    assert year.measures is not None
    assert "กำหนด “มาตรการหนึ่ง” " in word_lead(year.measure_facts[0], loaded, ARABIC)


def test_every_combination_is_a_clean_sentence(tmp_path):
    """No two blanks, no empty quotation, no clause that is a bare absence next to คือ, in any combination."""
    whos = [f", responsible: {{{who}}}" for who in WHO] + ["", ", responsible: เอกสารไม่ได้ระบุ"]
    whens = [f", period: {when}" for when in WHEN] + ["", ", period: ช่องว่าง"]
    pairs = list(enumerate(itertools.product(whos, whens), start=1))
    measures = "".join(f"  - {{id: m{n}, title: จัดทำคู่มือ{who}{when}}}\n" for n, (who, when) in pairs)
    for place, (head, report) in enumerate([*STATE, ("", "")]):
        reports = "".join(f"  - {{measure: m{n}, {report}}}\n" for n, _ in pairs)
        told = {"data/2565/follow-up.yml": f"fiscal_year: 2565\n{head}reports:\n{reports}"} if report else {}
        files = {**makers.SITE, "data/2565/measures.yml": f"fiscal_year: 2565\nmeasures:\n{measures}", **told}
        loaded = load_site(makers.write_files(tmp_path / str(place), files))
        [year] = loaded.site.years
        assert year.measures is not None
        found = [word_lead(facts, loaded.site, ARABIC) for facts in year.measure_facts]
        assert len(found) == len(pairs) == 60
        for text in found:
            assert "  " not in text
            assert not any(wrong in text for wrong in ("“”", "คือ เอกสาร", "โดยมีเป็น", "None", "Absence")), text


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["กองคลัง"], "กองคลัง"),
        (["กองคลัง", "กองช่าง"], "กองคลังและกองช่าง"),
        (["กองยุทธศาสตร์และงบประมาณ", "กองคลัง"], "กองยุทธศาสตร์และงบประมาณ และกองคลัง"),
        (["ก", "ข", "ค"], "ก ข และค"),
    ],
)
def test_names_are_a_thai_list(names, said):
    """Without commas, and apart where a name has an และ of its own."""
    assert word_names(names) == said


def test_numerals_are_those_of_the_site():
    """Thai numerals in a period where the site has them."""
    period = parse_period("ก.พ. - มี.ค. ๖๕")
    assert period is not None
    assert word_period(period, 2565, THAI) == "กำหนดดำเนินการตั้งแต่เดือนกุมภาพันธ์ ๒๕๖๕ ถึงเดือนมีนาคม ๒๕๖๕"
