"""The follow-up table answers the item by itself: labelled parts, unit, day and link, and what is missing said once."""

import pytest

from prongsai.loading.load_site import load_site
from prongsai.views.content import Bullets
from prongsai.views.measures.follow_up import follow_up_table
from prongsai.views.measures.report_parts import follow_up_notes, report_facts
from prongsai.views.speech import Speech
from unit.makers import SITE, write_files

PAPER, OWN = Speech("thai", from_document=True), Speech("arabic")
MEASURES = """fiscal_year: 2568
measures:
  - {id: m01, number: 1, title: หนึ่ง, responsible: {lead: [finance]}}
  - {id: m02, number: 2, title: สอง, responsible: {lead: [finance]}}
"""
SIX = "measure: m01, round: 6, status: in_progress, summary: [ปิดระบบเดิม], outcome: ไม่มี"
WHOLE = (
    "measure: m01, round: 12, status: done, evidence: [คำสั่ง, ประกาศ], summary: [เปิดระบบใหม่], outcome: [เร็วขึ้น], "
    "period: ต.ค. 2567 - ก.ย. 2568, result_link: 'https://www.example.go.th/a/', reported_on: 6 ตุลาคม 2568"
)


def made(tmp_path, *rows, speech=PAPER, head="", measures=MEASURES):
    """The table and the notes of a year with these reports."""
    text = f"fiscal_year: 2568\n{head}reports:\n" + "".join(f"  - {{{row}}}\n" for row in rows)
    files = {**SITE, "data/2568/follow-up.yml": text}
    site = load_site(write_files(tmp_path, files | ({"data/2568/measures.yml": measures} if measures else {}))).site
    return follow_up_table(site.years[0], site, speech), follow_up_notes(site.years[0], speech)


def texts(row):
    """The texts in the cells of a row."""
    return [
        " ".join(
            " ".join(point.text for point in part.points) if isinstance(part, Bullets) else part.text
            for part in one.parts
        )
        for one in row
    ]


def test_every_part_has_its_own_column(tmp_path):
    """The outcome is no end of the summary; unit, round, day and link are in the row."""
    table, notes = made(tmp_path, WHOLE, SIX)
    assert [one.title for one in table.columns] == [
        "มาตรการ",
        "ผู้รับผิดชอบ",
        "สถานะ",
        "(๑) ผลการดำเนินการ",
        "(๒) หลักฐาน",
        "(๓) ผลที่เกิดขึ้น",
        "ระยะเวลา",
    ]
    twelve, six, without = map(texts, table.rows)
    assert (twelve[0], six[0]) == ("มาตรการที่ ๑ หนึ่ง", "มาตรการที่ ๑")
    assert six[1:6] == [
        "",
        "อยู่ระหว่างดำเนินการ รอบ ๖ เดือน เอกสารไม่ได้ระบุวันที่รายงาน",
        "ปิดระบบเดิม",
        "เอกสารไม่ได้ระบุ",
        "ยังไม่มี",
    ]
    assert twelve[1:] == [
        "กองคลัง  (หลัก)",
        "ดำเนินการแล้วเสร็จ รอบ ๑๒ เดือน ลงวันที่ ๖ ตุลาคม ๒๕๖๘",
        "เปิดระบบใหม่",
        "คำสั่ง ประกาศ www.example.go.th/a",
        "เร็วขึ้น",
        "ต.ค. 2567 - ก.ย. 2568",
    ]
    assert without[2:] == ["ยังไม่มีรายงานผล", "", "", "", ""]
    assert notes == ()


@pytest.mark.parametrize(("status", "said"), [("not_started", "ยังไม่มี"), ("in_progress", "ยังไม่มี"), ("done", "ไม่มี")])
def test_that_there_is_no_outcome_is_said_by_itself(tmp_path, status, said):
    """While a measure is under way there is none yet; of what is done the word of the document is shown."""
    table, _ = made(tmp_path, f"measure: m01, status: {status}, outcome: ไม่มี")
    place = [one.title for one in table.columns].index("(๓) ผลที่เกิดขึ้น")
    assert texts(table.rows[0])[place] == said


def test_what_a_whole_document_lacks_is_said_once(tmp_path):
    """It has no column; an agency's own data is not yet filled in, a document does not say."""
    row = "measure: m01, round: 6, status: in_progress, summary: [ทำแล้ว]"
    for speech, said in ((PAPER, "เอกสารไม่ได้ระบุ"), (OWN, "ยังไม่ได้กรอก")):
        table, [note] = made(tmp_path / said, row, speech=speech)
        assert [one.title for one in table.columns][1:3] == ["ผู้รับผิดชอบ", "สถานะ"]
        assert len(table.columns) == 4
        assert note == (f"{said}หลักฐาน ผลที่เกิดขึ้น ลิงก์ผล ระยะเวลา และวันที่รายงาน")


def test_the_own_heads_of_a_document_are_kept(tmp_path):
    """Below the table, so that the three parts are called alike everywhere; other heads are in their columns."""
    head = "columns: {title: โครงการ, status: ความสำเร็จ, evidence: ดำเนินการแล้วเสร็จ, summary: สรุป, period: เวลา}\n"
    table, notes = made(tmp_path, f"number: 1, title: ก, {WHOLE.partition(', ')[2]}", head=head, measures="")
    titles = [one.title for one in table.columns]
    assert (titles[0], titles[1], titles[-1]) == ("โครงการ", "ความสำเร็จ", "เวลา")
    assert "ในเอกสาร (๑) ผลการดำเนินการ คือช่อง “สรุป”" in notes[-1]
    assert "(๒) หลักฐาน คือช่อง “ดำเนินการแล้วเสร็จ”" in notes[-1]


def test_a_report_in_retrospect_says_so(tmp_path):
    """In its row, in the facts of the measure, and once in words below the table."""
    late = WHOLE.replace("6 ตุลาคม 2568", "4 มีนาคม 2569")
    table, [note] = made(tmp_path, late)
    assert texts(table.rows[0])[2].endswith("รายงานย้อนหลัง ลงวันที่ ๔ มีนาคม ๒๕๖๙")
    assert note.startswith("รายงานย้อนหลัง หมายถึง รายงานที่ลงวันที่หลังสิ้นรอบเกิน ๓ เดือน")
    report = load_site(tmp_path).site.years[0].follow_up.reports[0]
    day = next(one for one in report_facts(report, 2568, PAPER) if one.name == "วันที่รายงาน")
    assert [part.text for part in day.parts] == ["๔ มีนาคม ๒๕๖๙", "(รายงานย้อนหลัง)"]
