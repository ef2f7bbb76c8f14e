"""The sentences of changes: one for each kind, with the site's numerals, and typed text only as quoted."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given

from prongsai.ledger.publications import Change, Kind
from prongsai.views.changes import LONGEST_QUOTE, LONGEST_SENTENCE, shorten, word_change, word_group, word_subject
from prongsai.views.speech import Speech
from unit.makers import shipped_edition
from unit.pages.nasty import nasty_texts

THAI, ARABIC = Speech("thai"), Speech("arabic")
YEAR = 2564
MEASURE = {"subject": "m03", "number": "3", "title": "จัดทำแผน 5 ปี"}


def fact(kind: Kind, field: str, subject: str = "", *, about: str = "changed", **more: str) -> Change:
    """A change of one declared field."""
    return Change(kind, YEAR, subject=more.pop("subject", subject), field=field, about=about, **more)  # type: ignore[arg-type]


SENTENCES: dict[str, tuple[Change, str]] = {
    "first": (Change("first-publication", years=(2563, 2564)), "เผยแพร่ข้อมูลครั้งแรก มีข้อมูลปีงบประมาณ พ.ศ. ๒๕๖๓ ถึง ๒๕๖๔"),
    "first with a gap": (
        Change("first-publication", years=(2563, 2565)),
        "เผยแพร่ข้อมูลครั้งแรก มีข้อมูลปีงบประมาณ พ.ศ. ๒๕๖๓, ๒๕๖๕",
    ),
    "first of one year": (
        Change("first-publication", years=(2563,)),
        "เผยแพร่ข้อมูลครั้งแรก มีข้อมูลปีงบประมาณ พ.ศ. ๒๕๖๓",
    ),
    "first without a year": (Change("first-publication"), "เผยแพร่ข้อมูลครั้งแรก"),
    "year": (Change("year-added", YEAR), "เพิ่มข้อมูลปีงบประมาณ พ.ศ. ๒๕๖๔"),
    "year gone": (Change("year-withdrawn", YEAR), "นำข้อมูลปีงบประมาณ พ.ศ. ๒๕๖๔ ออกจากเว็บไซต์"),
    "scores": (
        Change("scores-added", YEAR, after="85.10", about="A"),
        "เผยแพร่ผลการประเมินปีงบประมาณ พ.ศ. ๒๕๖๔ คะแนนรวม ๘๕.๑๐ คะแนน ระดับ A",
    ),
    "scores without a total": (Change("scores-added", YEAR), "เผยแพร่ผลการประเมินปีงบประมาณ พ.ศ. ๒๕๖๔"),
    "scores gone": (Change("scores-withdrawn", YEAR), "นำผลการประเมินปีงบประมาณ พ.ศ. ๒๕๖๔ ออกจากเว็บไซต์"),
    "total": (
        Change("total", YEAR, before="77.85", after="77.86"),
        "แก้ไขคะแนนรวมปีงบประมาณ พ.ศ. ๒๕๖๔ จาก ๗๗.๘๕ เป็น ๗๗.๘๖",
    ),
    "total stated": (
        Change("total", YEAR, after="77.86"),
        "เพิ่มคะแนนรวมปีงบประมาณ พ.ศ. ๒๕๖๔ คือ ๗๗.๘๖ ซึ่งก่อนหน้านี้ไม่ได้ระบุ",
    ),
    "total gone": (
        Change("total", YEAR, before="77.85"),
        "นำคะแนนรวมปีงบประมาณ พ.ศ. ๒๕๖๔ ออก ก่อนหน้านี้ระบุว่า ๗๗.๘๕",
    ),
    "level": (Change("level", YEAR, before="B", after="A"), "แก้ไขระดับผลการประเมินปีงบประมาณ พ.ศ. ๒๕๖๔ จาก B เป็น A"),
    "instrument": (
        Change("instrument", YEAR, "OIT", before="64.30", after="64.31"),
        "แก้ไขคะแนนเครื่องมือ OIT ของปีงบประมาณ พ.ศ. ๒๕๖๔ จาก ๖๔.๓๐ เป็น ๖๔.๓๑",
    ),
    "indicator": (
        Change("indicator", YEAR, "2", before="86.84", after="86.85"),
        "แก้ไขคะแนนตัวชี้วัดที่ ๒ การใช้งบประมาณ ของปีงบประมาณ พ.ศ. ๒๕๖๔ จาก ๘๖.๘๔ เป็น ๘๖.๘๕",
    ),
    "analysis": (Change("analysis-added", YEAR), "เผยแพร่ผลการวิเคราะห์ปีงบประมาณ พ.ศ. ๒๕๖๔"),
    "analysis gone": (Change("analysis-withdrawn", YEAR), "นำผลการวิเคราะห์ปีงบประมาณ พ.ศ. ๒๕๖๔ ออกจากเว็บไซต์"),
    "measures": (
        Change("measures-added", YEAR, about="11"),
        "เผยแพร่มาตรการปีงบประมาณ พ.ศ. ๒๕๖๔ จำนวน ๑๑ มาตรการ",
    ),
    "measures gone": (Change("measures-withdrawn", YEAR), "นำมาตรการปีงบประมาณ พ.ศ. ๒๕๖๔ ออกจากเว็บไซต์"),
    "measure": (Change("measure-added", YEAR, **MEASURE), "เพิ่มมาตรการที่ ๓ ของปีงบประมาณ พ.ศ. ๒๕๖๔"),
    "measure without a number": (
        Change("measure-added", YEAR, "m03", title="จัดทำแผน 5 ปี"),
        "เพิ่มมาตรการ “จัดทำแผน 5 ปี” ของปีงบประมาณ พ.ศ. ๒๕๖๔",
    ),
    "measure gone": (Change("measure-withdrawn", YEAR, **MEASURE), "นำมาตรการที่ ๓ ของปีงบประมาณ พ.ศ. ๒๕๖๔ ออกจากเว็บไซต์"),
    "measure renamed": (
        Change("measure-renamed", YEAR, before="แผน 4 ปี", after="แผน 5 ปี", **MEASURE),
        "มาตรการที่ ๓ ของปีงบประมาณ พ.ศ. ๒๕๖๔ เปลี่ยนชื่อจาก “แผน 4 ปี” เป็น “แผน 5 ปี”",
    ),
    "status": (
        Change("status", YEAR, before="in_progress", after="done", **MEASURE),
        "มาตรการที่ ๓ ของปีงบประมาณ พ.ศ. ๒๕๖๔ เปลี่ยนสถานะจาก “อยู่ระหว่างดำเนินการ” เป็น “ดำเนินการแล้วเสร็จ”",
    ),
    "status stated": (
        Change("status", YEAR, after="not_started", **MEASURE),
        "มาตรการที่ ๓ ของปีงบประมาณ พ.ศ. ๒๕๖๔ ระบุสถานะเป็น “ยังไม่ได้ดำเนินการ” ซึ่งก่อนหน้านี้ไม่ได้ระบุ",
    ),
    "status gone": (
        Change("status", YEAR, before="could_not", **MEASURE),
        "มาตรการที่ ๓ ของปีงบประมาณ พ.ศ. ๒๕๖๔ ไม่ระบุสถานะแล้ว ก่อนหน้านี้ระบุว่า “ไม่สามารถดำเนินการได้”",
    ),
    "period": (
        Change("period", YEAR, before="ไตรมาส 1", after="ไตรมาส 2", **MEASURE),
        "มาตรการที่ ๓ ของปีงบประมาณ พ.ศ. ๒๕๖๔ เปลี่ยนระยะเวลาดำเนินการจาก “ไตรมาส 1” เป็น “ไตรมาส 2”",
    ),
    "responsible": (
        Change("responsible", YEAR, before="กองคลัง", after="กองช่าง", **MEASURE),
        "มาตรการที่ ๓ ของปีงบประมาณ พ.ศ. ๒๕๖๔ เปลี่ยนผู้รับผิดชอบจาก “กองคลัง” เป็น “กองช่าง”",
    ),
    "reports": (
        Change("reports-added", YEAR, about="2"),
        "เผยแพร่รายงานผลการดำเนินการปีงบประมาณ พ.ศ. ๒๕๖๔ จำนวน ๒ รายการ",
    ),
    "reports gone": (Change("reports-withdrawn", YEAR), "นำรายงานผลการดำเนินการปีงบประมาณ พ.ศ. ๒๕๖๔ ออกจากเว็บไซต์"),
    "report": (
        Change("report-added", YEAR, "m03/6", after="done", number="3", title="จัดทำแผน"),
        "เพิ่มรายงานผลการดำเนินการ รอบ ๖ เดือน มาตรการที่ ๓ ของปีงบประมาณ พ.ศ. ๒๕๖๔ สถานะ “ดำเนินการแล้วเสร็จ”",
    ),
    "report of no measure": (
        Change("report-added", YEAR, "#งานอื่น", title="งานอื่น"),
        "เพิ่มรายงานผลการดำเนินการ “งานอื่น” ของปีงบประมาณ พ.ศ. ๒๕๖๔",
    ),
    "report gone": (
        Change("report-withdrawn", YEAR, "m03", number="3", title="จัดทำแผน"),
        "นำรายงานผลการดำเนินการ มาตรการที่ ๓ ของปีงบประมาณ พ.ศ. ๒๕๖๔ ออกจากเว็บไซต์",
    ),
    "item": (
        Change("item-answered", YEAR, "O2", after="has"),
        "เพิ่มคำตอบข้อ O2 ข้อมูลผู้บริหาร ของปีงบประมาณ พ.ศ. ๒๕๖๔ คำตอบคือ “มี”",
    ),
    "item anew": (
        Change("item-changed", YEAR, "O2", before="has", after="has_not"),
        "เปลี่ยนคำตอบข้อ O2 ข้อมูลผู้บริหาร ของปีงบประมาณ พ.ศ. ๒๕๖๔ จาก “มี” เป็น “ไม่มี”",
    ),
    "item gone": (
        Change("item-withdrawn", YEAR, "O2", before="has"),
        "นำคำตอบข้อ O2 ข้อมูลผู้บริหาร ของปีงบประมาณ พ.ศ. ๒๕๖๔ ออก ก่อนหน้านี้ตอบว่า “มี”",
    ),
    "question": (
        Change("question-answered", YEAR, "q1", title="เปิดทำการกี่โมง?"),
        "ตอบคำถามของประชาชนปีงบประมาณ พ.ศ. ๒๕๖๔ “เปิดทำการกี่โมง?”",
    ),
    "memo": (Change("memo-added", YEAR), "เผยแพร่บันทึกข้อความปีงบประมาณ พ.ศ. ๒๕๖๔"),
    "memo gone": (Change("memo-withdrawn", YEAR), "นำบันทึกข้อความปีงบประมาณ พ.ศ. ๒๕๖๔ ออกจากเว็บไซต์"),
    "a field of a measure": (
        fact("measure-fact", "measures.measures.*.steps", before="ทำ 2 ครั้ง", after="ทำ 3 ครั้ง", **MEASURE),
        "แก้ไขขั้นตอนหรือวิธีการปฏิบัติของมาตรการที่ ๓ ของปีงบประมาณ พ.ศ. ๒๕๖๔ จาก “ทำ 2 ครั้ง” เป็น “ทำ 3 ครั้ง”",
    ),
    "a long field": (
        fact("measure-fact", "measures.measures.*.steps", before="ก" * 121, after="ทำ 3 ครั้ง", **MEASURE),
        "แก้ไขขั้นตอนหรือวิธีการปฏิบัติของมาตรการที่ ๓ ของปีงบประมาณ พ.ศ. ๒๕๖๔",
    ),
    "a field that came": (
        fact("measure-fact", "measures.measures.*.monitoring", about="added", after="ทุกเดือน", **MEASURE),
        "เพิ่มการกำกับติดตามของมาตรการที่ ๓ ของปีงบประมาณ พ.ศ. ๒๕๖๔ คือ “ทุกเดือน” ซึ่งก่อนหน้านี้ไม่ได้ระบุ",
    ),
    "a field that went": (
        fact("measure-fact", "measures.measures.*.reporting", about="withdrawn", before="ทุกเดือน", **MEASURE),
        "นำการรายงานผลของมาตรการที่ ๓ ของปีงบประมาณ พ.ศ. ๒๕๖๔ ออก ก่อนหน้านี้ระบุว่า “ทุกเดือน”",
    ),
    "a word that only the data knows": (
        fact("measure-fact", "measures.measures.*.topic", before="t1", after="t2", **MEASURE),
        "แก้ไขหัวข้อของมาตรการที่ ๓ ของปีงบประมาณ พ.ศ. ๒๕๖๔",
    ),
    "units besides their names": (
        fact("measure-fact", "measures.measures.*.responsible", **MEASURE),
        "แก้ไขรายละเอียดของหน่วยงานผู้รับผิดชอบของมาตรการที่ ๓ ของปีงบประมาณ พ.ศ. ๒๕๖๔",
    ),
    "a field of a report": (
        fact("report-fact", "follow-up.reports.*.evidence", "m03/6", after="ภาพถ่าย", number="3", title="จัดทำแผน"),
        "แก้ไขหลักฐานของรายงานผลการดำเนินการ รอบ ๖ เดือน มาตรการที่ ๓ ของปีงบประมาณ พ.ศ. ๒๕๖๔ โดยเพิ่ม “ภาพถ่าย”",
    ),
    "the status of a report": (
        fact("report-fact", "follow-up.reports.*.status", "#งานอื่น", before="not_started", after="done", title="งานอื่น"),
        "แก้ไขสถานะของรายงานผลการดำเนินการ “งานอื่น” ของปีงบประมาณ พ.ศ. ๒๕๖๔ จาก “ยังไม่ได้ดำเนินการ” เป็น “ดำเนินการแล้วเสร็จ”",
    ),
    "a field of an item": (
        fact("item-fact", "oit.items.*.published_on", "O2", before="2564-03-01", after="2564-03-08"),
        "แก้ไขวันที่เผยแพร่ของข้อ O2 ข้อมูลผู้บริหาร ของปีงบประมาณ พ.ศ. ๒๕๖๔ จาก ๑ มีนาคม ๒๕๖๔ เป็น ๘ มีนาคม ๒๕๖๔",
    ),
    "a field of a question": (
        fact("question-fact", "questions.questions.*.answer", "q1", before="แปดโมง", title="เปิดกี่โมง"),
        "แก้ไขคำตอบของคำถาม “เปิดกี่โมง” ของปีงบประมาณ พ.ศ. ๒๕๖๔ โดยนำ “แปดโมง” ออก",
    ),
    "a field of the result": (
        fact("scores-fact", "scores.rank"),
        "แก้ไขลำดับที่ของผลการประเมินปีงบประมาณ พ.ศ. ๒๕๖๔",
    ),
    "a figure besides its value": (
        fact("scores-fact", "scores.total"),
        "แก้ไขรายละเอียดของคะแนนรวมของผลการประเมินปีงบประมาณ พ.ศ. ๒๕๖๔",
    ),
    "a field of the analysis": (
        fact("analysis-fact", "analysis.strengths"),
        "แก้ไขจุดแข็งของผลการวิเคราะห์ปีงบประมาณ พ.ศ. ๒๕๖๔",
    ),
    "a field of the document of measures": (
        fact("measures-fact", "measures.goals", before="85", after="90"),
        "แก้ไขเป้าหมายของเอกสารมาตรการปีงบประมาณ พ.ศ. ๒๕๖๔ จาก ๘๕ เป็น ๙๐",
    ),
    "a field of the document of reports": (
        fact("reports-fact", "follow-up.as_of"),
        "แก้ไขข้อมูล ณ วันที่ของเอกสารรายงานผลการดำเนินการปีงบประมาณ พ.ศ. ๒๕๖๔",
    ),
    "a field of the memo": (fact("memo-fact", "memo.to"), "แก้ไขช่อง “เรียน” ของบันทึกข้อความปีงบประมาณ พ.ศ. ๒๕๖๔"),
    "a field of the register": (fact("oit-fact", "oit.notes"), "แก้ไขข้อสังเกตของทะเบียนคำตอบ OIT ปีงบประมาณ พ.ศ. ๒๕๖๔"),
    "a field of all questions": (
        fact("questions-fact", "questions.fiscal_year"),
        "แก้ไขปีงบประมาณของคำถามและคำตอบปีงบประมาณ พ.ศ. ๒๕๖๔",
    ),
    "explanations": (fact("explanations-fact", "explanations.explanations"), "แก้ไขคำชี้แจงของปีงบประมาณ พ.ศ. ๒๕๖๔"),
    "a field of the agency": (
        Change("agency-fact", field="agency.address", before="เลขที่ 1", after="เลขที่ 2", about="changed"),
        "แก้ไขที่อยู่ของหน่วยงาน จาก “เลขที่ 1” เป็น “เลขที่ 2”",
    ),
    "documents": (Change("documents-fact", field="documents.documents"), "แก้ไขเอกสารต้นทางของเว็บไซต์"),
    "a field of the site": (
        Change("site-fact", field="site.notice", before="ก", about="withdrawn"),
        "นำข้อความบนทุกหน้า ออก ก่อนหน้านี้ระบุว่า “ก”",
    ),
}
GROUPED = [
    kind for kind in get_args(Kind) if kind in {change.kind for change, _ in SENTENCES.values() if change.subject}
]


def word(change: Change, speech: Speech = THAI) -> str:
    """The sentence of a change of that year."""
    return word_change(change, shipped_edition(YEAR), speech)


@pytest.mark.parametrize("case", SENTENCES)
def test_each_change_has_its_sentence(case):
    """Plain and official, with what was before and what is now."""
    change, sentence = SENTENCES[case]
    assert word(change) == sentence


def test_no_kind_is_without_a_sentence():
    """A new kind of change is worded and tested here."""
    assert {change.kind for change, _ in SENTENCES.values()} == set(get_args(Kind))


def test_numerals_are_those_of_the_site_and_typed_text_is_left_alone():
    """A site with Arabic numerals has them in all our sentences."""
    change = Change("measure-renamed", YEAR, before="แผน ๔ ปี", after="แผน 5 ปี", **MEASURE)
    said = "มาตรการที่ 3 ของปีงบประมาณ พ.ศ. 2564 เปลี่ยนชื่อจาก “แผน ๔ ปี” เป็น “แผน 5 ปี”"
    assert word(change, ARABIC) == said
    assert (
        word_group([Change("status", YEAR)] * 12, ARABIC) == "เปลี่ยนสถานะของมาตรการปีงบประมาณ พ.ศ. 2564 จำนวน 12 มาตรการ"
    )


def test_a_year_that_the_site_has_no_longer_needs_no_edition():
    """Indicators and items are then called by their numbers."""
    figure = Change("indicator", YEAR, "2", before="1.00", after="2.00")
    assert word_change(figure, None, ARABIC) == "แก้ไขคะแนนตัวชี้วัดที่ 2 ของปีงบประมาณ พ.ศ. 2564 จาก 1.00 เป็น 2.00"
    item = Change("item-withdrawn", YEAR, "O2", before="has")
    assert word_change(item, None, ARABIC).startswith("นำคำตอบข้อ O2 ของปีงบประมาณ พ.ศ. 2564 ออก")


@pytest.mark.parametrize("kind", GROUPED)
def test_many_changes_of_one_kind_have_a_sentence_of_their_own(kind):
    """With the year and how many they are."""
    fields = [change.field for change, _ in SENTENCES.values() if change.kind == kind]
    said = word_group([Change(kind, YEAR, field=fields[0])] * 12, THAI)
    assert "ปีงบประมาณ พ.ศ. ๒๕๖๔" in said
    assert " จำนวน ๑๒ " in said
    assert not said.startswith("การเปลี่ยนแปลง")


def test_the_title_of_a_measure_is_next_to_its_number():
    """The sentence has the title where it has no number, and then it is not said twice."""
    assert word_subject(Change("status", YEAR, **MEASURE)) == "จัดทำแผน 5 ปี"
    assert word_subject(Change("measure-renamed", YEAR, **MEASURE)) == ""
    assert word_subject(Change("measure-added", YEAR, "m03", title="จัดทำแผน")) == ""


def test_a_long_text_is_cut_and_never_within_a_letter():
    """A tone mark stays with its letter."""
    assert shorten("ก" * LONGEST_QUOTE) == "ก" * LONGEST_QUOTE
    assert shorten("ก" * (LONGEST_QUOTE + 1)) == f"{'ก' * LONGEST_QUOTE}…"
    marked = f"{'ก' * (LONGEST_QUOTE - 1)}ที่นี่"
    assert shorten(marked) == f"{'ก' * (LONGEST_QUOTE - 1)}…"
    assert shorten("\u0e48" * 200) == "\u0e48" * LONGEST_QUOTE + "…"


@given(nasty_texts(), nasty_texts())
def test_any_text_gives_a_sentence_that_is_bounded(one, other):
    """Whatever was typed."""
    texts: dict[str, Any] = {"before": one, "after": other, "title": one, "subject": other, "number": one}
    for kind in get_args(Kind):
        said = word(Change(kind, YEAR, **texts))
        assert 0 < len(said) <= LONGEST_SENTENCE + 1
