"""A place in a file is spoken of in the words of its records and fields, with its keys behind it."""

from __future__ import annotations

import pytest

from prongsai.loading.explain_error import speak_path, write_path
from prongsai.model.agency import Agency
from prongsai.model.analysis import Analysis
from prongsai.model.follow_up import FollowUp
from prongsai.model.measures import Measures
from prongsai.model.oit import Register
from prongsai.model.scores import Scores


@pytest.mark.parametrize(
    ("model", "path", "spoken"),
    [
        (Measures, ("measures", 1, "period"), "มาตรการที่ 2 ช่องระยะเวลาดำเนินการ (measures[2].period)"),
        (
            Measures,
            ("measures", 0, "basis", 2, "score"),
            "มาตรการที่ 1 สิ่งที่มาตรการตอบที่ 3 ช่องคะแนนที่อ้าง (measures[1].basis[3].score)",
        ),
        (Measures, ("measures", 0, "steps", 1), "มาตรการที่ 1 ช่องขั้นตอนหรือวิธีการปฏิบัติ รายการที่ 2 (measures[1].steps[2])"),
        (Measures, ("measures",), "ช่องมาตรการ (measures)"),
        (FollowUp, ("reports", 3, "status"), "รายงานที่ 4 ช่องสถานะ (reports[4].status)"),
        (Scores, ("total", "value"), "คะแนนรวม ช่องคะแนน (total.value)"),
        (Scores, ("instruments", "IIT"), "คะแนนรายเครื่องมือ IIT (instruments.IIT)"),
        (
            Analysis,
            ("sections", 0, "paragraphs", 0),
            "ส่วนอื่นของเอกสารที่ 1 ช่องย่อหน้า รายการที่ 1 (sections[1].paragraphs[1])",
        ),
        (Register, ("items", "O1", "links", 0, "url"), "คำตอบรายข้อ O1 ลิงก์คำตอบที่ 1 ช่องที่อยู่เว็บ (items.O1.links[1].url)"),
        (Agency, ("units", "clerk", "name"), "หน่วยงานภายใน clerk ช่องชื่อหน่วยงานภายใน (units.clerk.name)"),
    ],
)
def test_a_place_is_spoken_by_its_words(model, path, spoken):
    """Entries of a list are counted, those of a group named by their key, and the last word is the field."""
    assert speak_path(path, model) == spoken


def test_what_no_record_knows_is_kept_as_it_is_written():
    """A key of nobody has no word; the place of the whole file is nothing to say."""
    assert speak_path(("measurs", 0), Measures) == "measurs[1]"
    assert (speak_path((), Measures), write_path(())) == ("", "")
