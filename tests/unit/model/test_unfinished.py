"""Gaps and drafts: found where they are, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from prongsai.model.analysis import Analysis
from prongsai.model.measures import Measures
from prongsai.model.unfinished import finished, gaps_in, gaps_within, is_unfinished, unfinished_within


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("จัด ___จำนวนครั้ง___ ครั้ง", ("จำนวนครั้ง",)),
        ("___ชื่อ___ และ ___วัน เดือน ปี___", ("ชื่อ", "วัน เดือน ปี")),
        ("___ ชื่อ งาน ___", ("ชื่อ งาน",)),
        ("___how_many times___", ("how_many times",)),
        ("ข้อความที่ไม่มีช่อง", ()),
        ("วันที่ ______ เดือน ______", ()),
        ("วันที่ ___ เดือน", ()),
        ("ลงชื่อ ____________________", ()),
        ("____ชื่อ____", ()),
        ("a__b__c", ()),
        ("https://www.example.go.th/a_b___c.pdf", ()),
    ],
)
def test_a_gap_is_words_between_three_underscores(text, gaps):
    """The blank lines of printed forms and the names of files are none."""
    assert gaps_in(text) == gaps


def analysis(**fields) -> Analysis:
    """An analysis of 2567."""
    return Analysis.model_validate({"fiscal_year": "2567", **fields})


def test_what_is_finished_stays_the_same_object():
    """Nothing is copied for a site without drafts."""
    whole = analysis(findings=["หนึ่ง", {"text": "สอง", "draft": "false"}], recommendations=["ทำ"])
    assert finished(whole) is whole
    assert not is_unfinished(whole)
    assert list(unfinished_within(whole)) == []


def test_an_entry_goes_whole_and_a_text_alone():
    """A finding or a list with a gap in any point goes; of other texts only the one with the gap."""
    found = finished(
        analysis(
            findings=["หนึ่ง", {"text": "สอง", "draft": "true"}, "สาม ___ตัวเลข___"],
            strengths=[{"text": "สี่", "points": ["ห้า", {"text": "หก", "points": ["___เจ็ด___"]}]}],
            development_introduction=["แปด", "___เก้า___"],
            recommendations=["สิบ", {"text": "สิบเอ็ด", "points": ["___สิบสอง___", "สิบสาม"]}],
        )
    )
    assert isinstance(found, Analysis)
    assert [one.text for one in found.findings] == ["หนึ่ง"]
    assert found.strengths == ()
    assert found.development_introduction == ("แปด",)
    assert [(one.text, [below.text for below in one.points]) for one in found.recommendations] == [
        ("สิบ", []),
        ("สิบเอ็ด", ["สิบสาม"]),
    ]


def test_a_gap_in_anything_of_a_measure_keeps_it_back():
    """In a period that is not understood, a unit, an amount, or a column of the document."""
    for field in (
        {"period": "___เดือน___ ถึง ___เดือน___"},
        {"responsible": {"units": ["___กอง___"]}},
        {"budget": "___จำนวนเงิน___"},
        {"more": {"ยุทธศาสตร์": "___ชื่อ___"}},
        {"title": "___ชื่อ___"},
        {"basis": [{"quote": "___ข้อความ___"}]},
    ):
        made = Measures.model_validate({"fiscal_year": "2567", "measures": [{"id": "m01", "title": "ชื่อ", **field}]})
        assert gaps_within(made.measures), field
        left = finished(made)
        assert isinstance(left, Measures), field
        assert left.measures == (), field
