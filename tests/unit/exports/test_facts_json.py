"""The snapshot of published facts: what a later comparison needs, in a fixed order, null where not known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.exports.facts_json import export_facts, facts_document
from prongsai.loading.load_site import load_site
from prongsai.pipeline.check import check_folder
from unit.makers import SITE, write_files

ROOT = Path(__file__).resolve().parents[3]
DAY = "2569-11-21"
MEASURES = """fiscal_year: 2565
from_fiscal_year: 2564
measures:
  - {id: m01, number: 1, title: "เผยแพร่\\nแผน", responsible: {lead: [คลัง], units: [งานพัสดุ]}, period: ต.ค. 64 - ก.ย. 65}
  - {id: m02, title: อบรม, responsible: รวมกับช่องบน, period: {printed: ตลอดปี}}
  - {id: m03, title: ประชุม, period: ไตรมาส 2}
"""
FOLLOW_UP = """fiscal_year: 2565
reports:
  - {measure: m01, round: 6, status: in_progress}
  - {measure: m01, round: 12, status: done, reported_on: 30 กันยายน 2565, result_link: "https://www.example.go.th/a"}
  - {measure: m02, status: เอกสารไม่ได้ระบุ}
  - {title: งานอื่น, status: could_not}
"""
QUESTIONS = """fiscal_year: 2565
questions:
  - {id: q01, question: "เปิด\\nกี่โมง", asked_on: 1 มีนาคม 2565, answer: [แปดโมงครึ่ง], answered_on: 3 มีนาคม 2565, unit: คลัง}
  - {id: q02, question: มีที่จอดรถหรือไม่}
"""


@pytest.fixture(scope="module")
def facts(tmp_path_factory):
    """Facts of a small site with measures, reports, an answer and attachments."""
    root = write_files(
        tmp_path_factory.mktemp("facts"),
        {
            **SITE,
            "data/2564/scores.yml": "fiscal_year: 2564\ntotal: 85.1\nlevel: A\nrank: {value: 12, scope: จังหวัด}\n"
            "instruments: {OIT: 90}\nindicators: {'1': 90, '2': {printed: '8?'}}\n",
            "data/2564/analysis.yml": "fiscal_year: 2564\nstrengths: [{text: ก, indicators: ['1']}]\n"
            "weaknesses: [{text: ข, items: [O2, O3]}, {text: ค, items: [O3]}]\n",
            "data/2565/measures.yml": MEASURES,
            "data/2565/follow-up.yml": FOLLOW_UP,
            "data/2565/questions.yml": QUESTIONS,
            "data/2565/oit.yml": "fiscal_year: 2565\nitems:\n  O1: {answer: has, published_on: 3 มีนาคม 2565,"
            " links: [{url: 'https://www.example.go.th/x'}, {file: 2565/แผน.pdf}]}\n  O2: {answer: has_not}\n",
        },
    )
    files = {"2565/ข.pdf": "b" * 64, "2565/ก.pdf": "a" * 64, "โลโก้.png": "c" * 64}
    loaded = load_site(root)
    assert loaded.problems == []
    return facts_document(analyse_site(loaded.site), (), 902, DAY, files)


def test_the_head_says_when_and_how_much(facts):
    """The day, the number of addresses and whose site it is."""
    assert list(facts) == ["format", "published_on", "addresses", "agency", "site_url", "years", "files"]
    assert (facts["format"], facts["published_on"], facts["addresses"]) == (1, DAY, 902)
    assert (facts["agency"], facts["site_url"]) == ("เทศบาลตำบลทดสอบ", "https://ita.example.go.th/")
    assert list(facts["years"]) == ["2564", "2565"]


def test_scores_are_the_published_ones_with_two_decimals(facts):
    """A value printed illegibly or not stated is null; nothing computed stands in for it."""
    scores = facts["years"]["2564"]["scores"]
    assert (scores["total"], scores["level"], scores["announced_on"]) == ("85.10", "A", None)
    assert scores["rank"] == {"value": 12, "scope": "จังหวัด"}
    assert scores["instruments"] == {"IIT": None, "EIT": None, "OIT": "90.00"}
    assert (scores["indicators"]["1"], scores["indicators"]["2"], scores["indicators"]["10"]) == ("90.00", None, None)
    assert facts["years"]["2565"]["scores"] is None


def test_a_measure_says_who_when_and_how_far(facts):
    """Units by their names, also from a merged cell; the period for people and for comparison; the newest status."""
    measures = facts["years"]["2565"]["measures"]
    assert measures["m01"] == {
        "number": 1,
        "title": "เผยแพร่ แผน",
        "units": ["กองคลัง", "งานพัสดุ"],
        "unit_keys": ["finance", "งานพัสดุ"],
        "period": {"printed": "ต.ค. 64 - ก.ย. 65", "first": "2564-10", "last": "2565-09"},
        "status": "done",
    }
    assert measures["m02"]["units"] == ["กองคลัง", "งานพัสดุ"]
    assert measures["m02"]["period"] == {"printed": "ตลอดปี", "first": "2564-10", "last": "2565-09"}
    assert measures["m03"]["period"] == {"printed": "ไตรมาส 2", "first": "2565-01", "last": "2565-03"}
    assert (measures["m02"]["status"], measures["m03"]["status"], measures["m03"]["units"]) == (None, None, None)
    assert facts["years"]["2564"]["measures"] is None


def test_every_report_is_there(facts):
    """By measure and round; one that names no measure by its place."""
    reports = facts["years"]["2565"]["reports"]
    assert list(reports) == ["m01/6", "m01/12", "m02", "#4"]
    assert reports["m01/12"] == {
        "title": None,
        "status": "done",
        "reported_on": "2565-09-30",
        "result_link": "https://www.example.go.th/a",
    }
    assert (reports["#4"]["title"], reports["#4"]["status"]) == ("งานอื่น", "could_not")
    assert facts["years"]["2564"]["reports"] is None


def test_answers_say_has_or_has_not_with_their_links(facts):
    """Only what was answered: an item that is not there is open."""
    oit = facts["years"]["2565"]["oit"]
    assert {"O1", "O2"} <= set(oit)
    assert "O5" not in oit
    assert oit["O1"]["urls"] == ["https://www.example.go.th/x", "/files/2565/แผน.pdf"]
    assert (oit["O1"]["answer"], oit["O1"]["published_on"]) == ("has", "2565-03-03")
    assert oit["O2"] == {"answer": "has_not", "state": "has_not", "published_on": None, "urls": []}


def test_questions_say_whether_they_were_answered(facts):
    """By their permanent id, with the unit that answers; a year without any has none."""
    questions = facts["years"]["2565"]["questions"]
    assert questions["q01"] == {
        "question": "เปิด กี่โมง",
        "answered": True,
        "answered_on": "2565-03-03",
        "unit": "finance",
    }
    assert (questions["q02"]["answered"], questions["q02"]["answered_on"], questions["q02"]["unit"]) == (
        False,
        None,
        None,
    )
    assert facts["years"]["2564"]["questions"] == {}


def test_the_lists_of_the_analysis_are_codes(facts):
    """Each once, in the order of the document."""
    assert facts["years"]["2564"]["analysis"] == {"strengths": ["1"], "weaknesses": ["O2", "O3"]}
    assert facts["years"]["2565"]["analysis"] is None


def test_attachments_are_with_their_year(facts):
    """By name, each with the fingerprint of its content; others at the end."""
    assert facts["years"]["2565"]["files"] == {"ก.pdf": "a" * 64, "ข.pdf": "b" * 64}
    assert list(facts["years"]["2565"]["files"]) == ["ก.pdf", "ข.pdf"]
    assert facts["files"] == {"โลโก้.png": "c" * 64}


def test_the_snapshot_of_the_own_site_is_small_and_always_the_same():
    """The same facts are the same bytes, under 60 KB; what it names is kept once, and no larger than the data twice."""
    texts = []
    for _ in range(2):
        checked = check_folder(ROOT)
        texts.append(export_facts(checked.results, checked.problems, 1, DAY))
    assert texts[0] == texts[1]
    text, parts = texts[0].text, texts[0].parts
    assert len(text.encode()) < 60_000
    typed = sum(path.stat().st_size for folder in ("data", "site_config") for path in (ROOT / folder).rglob("*.yml"))
    assert sum(len(one.encode()) for one in parts.values()) < 2 * typed
    assert json.loads(text)["years"]["2564"]["scores"]["total"] is not None
    assert all(one.endswith("\n") for one in (text, *parts.values()))
