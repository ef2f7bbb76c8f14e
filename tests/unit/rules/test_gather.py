"""Problems of one fact reported as one, with all places, in whatever form they are read."""

import json

import pytest

from prongsai.problems import Also, Where, problem
from prongsai.reporting import as_github, as_json, as_sarif, as_text
from prongsai.rules.facts import figure_of, level_of, list_at
from prongsai.rules.gather import gather

SCORES, ANALYSIS = "data/2566/scores.yml", "data/2566/analysis.yml"
FACT = level_of(2566)
VALUES = {"total": "87.40", "expected": "ผ่าน", "edition": "2566", "at": ""}


def off_scale(line, level="B", year=2566):
    """A level that is not the one of the scale."""
    return problem("level-differs-from-scale", Where(SCORES, line, 3), year=year, published=level, **VALUES)


def twice(line, year=2566):
    """A level that is stated twice."""
    values = {"what": "ระดับผลการประเมิน", "of_year": 2566, "first": "B", "other": "ผ่านดี", "at": "ตาราง"}
    return problem("stated-twice-differently", Where(SCORES, line, 14), year=year, **values)


def note(line):
    """A note that says that a measure is cited twice."""
    return problem("cited-twice", Where(ANALYSIS, line, 1), year=2566, measure="ก", found="ข")


def test_problems_of_one_fact_are_one_with_all_places():
    """Three reports of one level are one: the first in the declared order leads, the others keep their sentences."""
    found = gather([twice(14).about(FACT), off_scale(14, "ผ่านดี").about(FACT), off_scale(11).about(FACT)])
    assert [(one.code, one.where.line) for one in found] == [("level-differs-from-scale", 11)]
    assert [(one.code, one.where.line) for one in found[0].also] == [
        ("level-differs-from-scale", 14),
        ("stated-twice-differently", 14),
    ]


def test_problems_of_different_facts_and_of_none_stay_apart():
    """Neither another year, nor another number, nor problems that declare no fact are put together."""
    apart = [
        off_scale(1).about(level_of(2565)),
        off_scale(2).about(level_of(2566)),
        off_scale(3).about(figure_of(2566, "indicators", "4")),
        off_scale(4).about(figure_of(2566, "indicators", "5")),
        off_scale(5),
        off_scale(5),
    ]
    assert len(gather(apart)) == len(apart)
    assert not any(one.also for one in gather(apart))


def test_the_gravest_leads_whatever_the_order_of_places():
    """A warning is not hidden in a note that comes before it."""
    (found,) = gather([note(1).about(FACT), twice(9).about(FACT)])
    assert (found.code, [one.code for one in found.also]) == ("stated-twice-differently", ["cited-twice"])


def test_an_error_is_told_by_itself():
    """Data that cannot be read is fixed place by place."""
    errors = [problem("unknown-source", Where(SCORES, line, 1), found="x").about(FACT) for line in (1, 2)]
    assert gather([*errors, twice(3).about(FACT)]) == [*errors, twice(3).about(FACT)]


def test_what_is_on_no_notes_page_stays_apart():
    """A problem of a draft (of no year) never comes onto a notes page with the fact of a published part."""
    found = gather([twice(1).about(FACT), twice(2, year=None).about(FACT)])
    assert [one.year for one in found] == [2566, None]
    assert not any(one.also for one in found)


def test_the_same_sentence_in_another_place_is_a_place_only():
    """Nothing is said twice: only what has other words keeps a sentence."""
    (found,) = gather([twice(3).about(FACT), twice(1).about(FACT, also=[Where(ANALYSIS, 7, 1)]), twice(1).about(FACT)])
    assert found.where == Where(SCORES, 1, 14)
    assert found.also == (Also(Where(ANALYSIS, 7, 1)), Also(Where(SCORES, 3, 14)))


def test_what_was_gathered_can_be_had_apart():
    """Each part has its own code, file and year for whoever asks by those."""
    (found,) = gather([off_scale(11).about(FACT), twice(14, year=2567).about(FACT, also=[Where(ANALYSIS, 2, 1)])])
    assert [(one.code, one.where.line, one.year) for one in found.apart] == [
        ("level-differs-from-scale", 11, 2566),
        ("level-differs-from-scale", 2, 2566),
        ("stated-twice-differently", 14, 2567),
    ]
    assert found.years == {2566, 2567}


def test_lists_are_told_apart_by_their_place():
    """Two lists of one file are two facts."""
    assert list_at(Where(ANALYSIS, 3)) != list_at(Where(ANALYSIS, 4))


@pytest.fixture(scope="module")
def gathered():
    """A problem with a place that says the same, and one with other words."""
    (found,) = gather([off_scale(11).about(FACT, also=[Where(ANALYSIS, 2, 1)]), twice(14).about(FACT)])
    return found


def test_the_text_has_the_other_places_below(gathered):
    """Places of the same sentence in one line, another sentence with its code."""
    lines = as_text([gathered]).splitlines()
    assert lines[3] == f"  พบอีกที่: {ANALYSIS}:2:1"
    assert lines[4].startswith(f"  เรื่องเดียวกันที่ {SCORES}:14:14 [stated-twice-differently] ระดับผลการประเมิน ปี 2566")
    assert lines[-1] == "ผิดพลาด 0 รายการ คำเตือน 1 รายการ ข้อสังเกต 0 รายการ"
    assert as_text([gathered], "en").splitlines()[3] == f"  Also at: {ANALYSIS}:2:1"


def test_many_places_are_counted_in_the_text_and_listed_for_machines():
    """Nobody reads two hundred places; a program may."""
    found = twice(1).about(FACT, also=[Where(ANALYSIS, line, 1) for line in range(1, 201)])
    assert as_text([found]).splitlines()[3].endswith(":20:1 และอีก 180 แห่ง")
    assert len(json.loads(as_json([found]))["problems"][0]["also"]) == 200


def test_machines_have_the_other_places(gathered):
    """JSON has them under `also`, SARIF as related locations, GitHub in the one annotation."""
    (listed,) = json.loads(as_json([gathered]))["problems"]
    assert [(one["line"], one.get("code")) for one in listed["also"]] == [(2, None), (14, "stated-twice-differently")]
    (result,) = json.loads(as_sarif([gathered]))["runs"][0]["results"]
    places = [one["physicalLocation"] for one in result["relatedLocations"]]
    assert [one["artifactLocation"]["uri"] for one in places] == [ANALYSIS, SCORES]
    assert "ระดับผลการประเมิน" in result["relatedLocations"][1]["message"]["text"]
    annotation = as_github([gathered])
    assert annotation.count("::warning") == 1
    assert f"{ANALYSIS}:2:1" in annotation


def test_a_problem_in_one_place_has_no_such_keys():
    """Nothing changes in the reports of what is found once."""
    assert "also" not in json.loads(as_json([twice(1)]))["problems"][0]
    assert "relatedLocations" not in json.loads(as_sarif([twice(1)]))["runs"][0]["results"][0]
