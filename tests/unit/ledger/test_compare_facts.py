"""Differences between two publications: every kind of change once, and nothing where none is known."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ledger.compare_facts import compare_facts, compare_publications
from prongsai.ledger.load_ledger import load_publications
from prongsai.ledger.publications import NEVER_PUBLISHED, Change, Publication

FIRST, SECOND, THIRD = "2569-11-21", "2569-12-01", "2569-12-09"
MEASURE = {"number": 3, "title": "มาตรการสาม", "units": ["กองคลัง"], "unit_keys": ["finance"], "status": None}
PERIOD = {"printed": "ต.ค. 64 - ก.ย. 65", "first": "2564-10", "last": "2565-09"}
PARTS = ("scores", "measures", "reports", "oit", "analysis", "questions")
SCORES = {"total": "85.10", "level": "A", "instruments": {"IIT": "90.00"}, "indicators": {"1": "91.00", "2": None}}


def year(**parts: Any) -> dict[str, Any]:
    """The facts of a site with one year."""
    empty = {"scores": None, "measures": None, "reports": None, "oit": {}, "analysis": None, "questions": {}}
    return {"format": 1, "agency": "ก", "years": {"2565": {**empty, **parts}}}


def measures(**changed: Any) -> dict[str, Any]:
    """Facts with one measure."""
    return year(measures={"m03": {**MEASURE, "period": PERIOD, **changed}})


def changes(before: dict[str, Any], after: dict[str, Any]) -> list[Change]:
    """The changes from one to the other."""
    return list(compare_facts(before, after))


def of_measure(kind: Any, before: str = "", after: str = "", **more: Any) -> Change:
    """A change of the measure."""
    about = {"title": "มาตรการสาม", "number": "3", "units": ("finance",), **more}
    return Change(kind, 2565, "m03", before, after, **about)


SCORES_OTHER = {**SCORES, "total": "85.20", "level": None, "instruments": {"IIT": None}, "indicators": {"2": "70.00"}}
CASES = {
    "a new year": (year(), {"years": {**year()["years"], "2566": {}}}, [Change("year-added", 2566)]),
    "a year less": ({"years": {**year()["years"], "2564": {}}}, year(), [Change("year-withdrawn", 2564)]),
    "scores come": (year(), year(scores=SCORES), [Change("scores-added", 2565, after="85.10", about="A")]),
    "scores go": (year(scores=SCORES), year(), [Change("scores-withdrawn", 2565)]),
    "figures": (
        year(scores=SCORES),
        year(scores=SCORES_OTHER),
        [
            Change("total", 2565, before="85.10", after="85.20"),
            Change("level", 2565, before="A"),
            Change("instrument", 2565, "IIT", before="90.00"),
            Change("indicator", 2565, "1", before="91.00"),
            Change("indicator", 2565, "2", after="70.00"),
        ],
    ),
    "an analysis comes": (year(), year(analysis={"strengths": []}), [Change("analysis-added", 2565)]),
    "an analysis goes": (year(analysis={"strengths": []}), year(), [Change("analysis-withdrawn", 2565)]),
    "measures come": (year(), measures(), [Change("measures-added", 2565, about="1")]),
    "measures go": (measures(), year(), [Change("measures-withdrawn", 2565)]),
    "a measure comes": (year(measures={}), measures(), [of_measure("measure-added")]),
    "a measure goes": (measures(), year(measures={}), [of_measure("measure-withdrawn")]),
    "another title": (
        measures(),
        measures(title="ชื่อใหม่"),
        [of_measure("measure-renamed", "มาตรการสาม", "ชื่อใหม่", title="ชื่อใหม่")],
    ),
    "another status": (
        measures(status="in_progress"),
        measures(status="done"),
        [of_measure("status", "in_progress", "done")],
    ),
    "another period": (
        measures(),
        measures(period={"printed": "ไตรมาส 2", "first": "2565-01", "last": "2565-03"}),
        [of_measure("period", "ต.ค. 64 - ก.ย. 65", "ไตรมาส 2")],
    ),
    "a period less": (measures(), measures(period=None), [of_measure("period", "ต.ค. 64 - ก.ย. 65")]),
    "other units": (
        measures(),
        measures(units=["กองคลัง", "กองช่าง"], unit_keys=["finance", "works"]),
        [of_measure("responsible", "กองคลัง", "กองคลัง, กองช่าง", units=("finance", "works"))],
    ),
    "reports come": (
        measures() | {},
        year(measures={"m03": {**MEASURE, "period": PERIOD, "status": "done"}}, reports={"m03": {"status": "done"}}),
        [Change("reports-added", 2565, about="1")],
    ),
    "reports go": (year(reports={"m03": {}}), year(), [Change("reports-withdrawn", 2565)]),
    "an item is answered": (
        year(),
        year(oit={"O1": {"answer": "has"}}),
        [Change("item-answered", 2565, "O1", "", "has")],
    ),
    "an item is answered anew": (
        year(oit={"O1": {"answer": "has"}}),
        year(oit={"O1": {"answer": "has_not"}}),
        [Change("item-changed", 2565, "O1", "has", "has_not")],
    ),
    "an item is answered no longer": (
        year(oit={"O1": {"answer": "has"}}),
        year(),
        [Change("item-withdrawn", 2565, "O1", "has")],
    ),
    "a question is answered": (
        year(questions={"q1": {"question": "เมื่อใด", "answered": False, "unit": "finance"}}),
        year(questions={"q1": {"question": "เมื่อใด", "answered": True, "unit": "finance"}}),
        [Change("question-answered", 2565, "q1", title="เมื่อใด", units=("finance",))],
    ),
    "a question comes with its answer": (
        year(),
        year(questions={"q1": {"question": "เมื่อใด", "answered": True, "unit": None}}),
        [Change("question-answered", 2565, "q1", title="เมื่อใด")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_kind_of_change_is_found(case):
    """With what was before and what is now, and nothing else."""
    before, after, expected = CASES[case]
    assert changes(before, after) == expected


def test_reports_come_and_go_with_the_name_of_their_measure():
    """A first status comes with its report and is not said twice; a report without a measure is known by its title."""
    before = year(measures={"m03": MEASURE}, reports={"#1": {"title": "ก", "status": "done"}})
    after = year(
        measures={"m03": {**MEASURE, "status": "done"}},
        reports={"m03/6": {"status": "done"}, "#2": {"title": "ก"}, "#3": {"title": "ข", "status": None}},
    )
    named = Change("report-added", 2565, "m03/6", after="done", title="มาตรการสาม", number="3", units=("finance",))
    assert changes(before, after) == [named, Change("report-added", 2565, "#ข", title="ข")]
    assert [one.kind for one in changes(after, before)] == ["report-withdrawn", "report-withdrawn"]


def test_another_status_is_shown_besides_the_report_that_says_so():
    """From one status to another is news of its own."""
    before = year(measures={"m03": {**MEASURE, "status": "in_progress"}}, reports={"m03/6": {"status": "in_progress"}})
    after = year(
        measures={"m03": {**MEASURE, "status": "done"}},
        reports={"m03/6": {"status": "in_progress"}, "m03/12": {"status": "done"}},
    )
    assert [(one.kind, one.before, one.after) for one in changes(before, after)] == [
        ("status", "in_progress", "done"),
        ("report-added", "", "done"),
    ]


def test_a_measure_takes_its_reports_with_it():
    """That the measure is gone says it."""
    before = year(measures={"m03": MEASURE}, reports={"m03/6": {"status": "done"}})
    assert [one.kind for one in changes(before, year(measures={}, reports={}))] == ["measure-withdrawn"]


def test_reports_at_another_place_of_the_file_are_the_same():
    """Two of one round, and one put before another."""
    before = year(reports={"m03/6": {}, "m03/6#2": {}, "#3": {"title": "ก"}})
    after = year(reports={"#1": {"title": "ก"}, "m03/6": {}, "m03/6#3": {}})
    assert changes(before, after) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param({"period": PERIOD}, {"period": {**PERIOD, "printed": "ต.ค.64-ก.ย.65"}}, id="printed otherwise"),
        pytest.param(
            {"period": {"printed": "ตลอดปี", "first": None, "last": None}},
            {"period": {"printed": "ตลอดปี", "first": "2564-10", "last": "2565-09"}},
            id="read by now",
        ),
        pytest.param(
            {"period": {"printed": "ตลอด ปี", "first": None}},
            {"period": {"printed": "ตลอดปี", "first": None}},
            id="blanks",
        ),
        pytest.param({"units": ["กองคลัง"]}, {"units": ["กองการคลัง"]}, id="a unit that was given another name"),
        pytest.param(
            {"unit_keys": ["a", "b"], "units": ["ก", "ข"]}, {"unit_keys": ["b", "a"], "units": ["ข", "ก"]}, id="order"
        ),
        pytest.param({"title": "ก ข"}, {"title": "ก\u200b  ข"}, id="invisible"),
    ],
)
def test_what_means_the_same_is_no_change(before, after):
    """Nobody is told that a text was typed otherwise."""
    assert changes(measures(**before), measures(**after)) == []


@pytest.mark.parametrize("key", PARTS)
def test_a_snapshot_without_a_key_says_nothing_of_it(key):
    """One of an older version that did not know it gives no false change, in neither direction."""
    whole = year(
        scores=SCORES,
        measures={"m": {}},
        reports={"m": {}},
        oit={"O1": {"answer": "has"}},
        analysis={},
        questions={"q": {"answered": True}},
    )
    older = {"years": {"2565": {name: part for name, part in whole["years"]["2565"].items() if name != key}}}
    assert changes(older, whole) == []
    assert changes(whole, older) == []


@pytest.mark.parametrize("key", ["title", "status", "period", "units", "unit_keys"])
def test_a_measure_of_an_older_snapshot_without_a_key_gives_no_change(key):
    """The names of units are compared where one of the two has no keys."""
    older = {name: value for name, value in {**MEASURE, "period": PERIOD}.items() if name != key}
    assert changes(year(measures={"m03": older}), measures()) == []


def test_the_history_is_by_day_with_the_newest_first():
    """The first publication is one change; of several on a day the last counts, so that nothing is reported twice."""
    days = [
        Publication(FIRST, year(scores={**SCORES, "total": "84.00"})),
        Publication(FIRST, year(scores=SCORES)),
        Publication(SECOND, year(scores={**SCORES, "total": "85.20"})),
        Publication(SECOND, year(scores={**SCORES, "total": "85.30"})),
        Publication(THIRD, year(scores={**SCORES, "total": "85.30"}, analysis={"strengths": []})),
    ]
    assert list(compare_publications(days).changes) == [
        Change("analysis-added", 2565, day=THIRD),
        Change("total", 2565, before="85.10", after="85.30", day=SECOND),
        Change("first-publication", years=(2565,), day=FIRST),
    ]
    assert compare_publications([]) == NEVER_PUBLISHED


def test_the_seed_is_of_the_very_first_publication():
    """Whatever is published later, counted or attached; another agency has another."""
    first, later = Publication(FIRST, year(scores=SCORES)), Publication(SECOND, year())
    seed = compare_publications([first]).seed
    counted = Publication(FIRST, {**first.facts, "addresses": 9, "files": {"a": "b"}})
    assert seed == compare_publications([first, later]).seed == compare_publications([counted]).seed
    assert seed != compare_publications([Publication(FIRST, {**first.facts, "agency": "ข"})]).seed
    assert len(seed) == 64


def test_snapshots_are_read_in_the_order_of_their_days(tmp_path):
    """The tenth of a day after the ninth; what is damaged, of no day, or no snapshot says nothing."""
    folder = tmp_path / "site_config/published"
    folder.mkdir(parents=True)
    for name in (f"{FIRST}-10", SECOND, FIRST, f"{FIRST}-9", "2569-02-30", "notes"):
        (folder / f"{name}.json").write_text(json.dumps({"agency": name, "years": {}}), "utf-8")
    for name, text in (("1", "{"), ("2", "[]"), ("3", '{"years": 5}'), ("4", "[" * 100_000)):
        (folder / f"{THIRD}-{name}.json").write_text(text, "utf-8")
    (folder / f"{THIRD}.json").write_bytes(b"\xff")
    read = [(one.day, one.facts["agency"]) for one in load_publications(tmp_path)]
    assert read == [(FIRST, FIRST), (FIRST, f"{FIRST}-9"), (FIRST, f"{FIRST}-10"), (SECOND, SECOND)]
    assert load_publications(tmp_path / "nowhere") == ()


NAMES = ("total", "level", "indicators", "m01", "title", "period", "units", "m01/6", "m01/6#2", "#1", "O1", "answer")
KEYS = st.sampled_from((*NAMES, "answered", "first", "status", "printed", "\ud800"))
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5))
JUNK = st.recursive(LEAVES, lambda one: st.one_of(st.lists(one, max_size=3), st.dictionaries(KEYS, one, max_size=4)))
PART = st.one_of(JUNK, st.dictionaries(KEYS, st.dictionaries(KEYS, JUNK)))
YEARS = st.dictionaries(
    st.sampled_from(("2565", "2566", "๒๕๖๕", "x")),
    st.one_of(JUNK, st.fixed_dictionaries({}, optional=dict.fromkeys(PARTS, PART))),
)


@given(YEARS, YEARS)
def test_whatever_a_snapshot_holds_nothing_is_raised_and_no_change_occurs_twice(before, after):
    """Snapshots are files that anybody may have edited; kind, year and subject name a change."""
    found = changes({"years": before}, {"years": after})
    names = [(one.kind, one.year, one.subject) for one in found]
    assert len(names) == len(set(names))
    assert changes({"years": after}, {"years": after}) == []
