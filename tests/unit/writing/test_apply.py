"""Changes of many files and of files that are not there yet."""

from __future__ import annotations

import copy
import time

import pytest

from prongsai.writing.apply import apply, order_of
from prongsai.writing.change import Insert, Put, RefusedError, Remove
from sites import REPOSITORY
from writing.untidy import read

MEASURES = "data/2570/measures.yml"


def test_a_file_that_is_not_there_is_made_as_files_to_fill_in_are():
    """It has the way to its schema, its words, its year, and its keys in the order of the record."""
    changes = [
        Put(MEASURES, ("measures",), [{"id": "m01", "title": "ลดขั้นตอน"}]),
        Put(MEASURES, ("title",), "มาตรการ"),
        Put(MEASURES, ("measures", 0, "number"), "1"),
    ]
    assert apply({MEASURES: None}, changes) == {
        MEASURES: "# yaml-language-server: $schema=../../.prongsai/schema/measures.schema.json\n"
        "# ปีงบประมาณ พ.ศ. 2570: มาตรการของปี\n"
        "fiscal_year: 2570\n"
        "title: มาตรการ\n"
        "measures:\n"
        "  - id: m01\n"
        "    number: 1\n"
        "    title: ลดขั้นตอน\n"
    }


def test_the_whole_of_a_new_file_is_given_at_once():
    """Its keys are put in the order of the record, whatever order they were given in."""
    documents = "site_config/documents.yml"
    made = apply({documents: None}, [Put(documents, (), {"documents": {"plan-2570": {"title": "แผน"}}})])
    assert made[documents].splitlines()[2:] == ["documents:", "  plan-2570:", "    title: แผน"]
    edition = "site_config/editions/2571.yml"
    made = apply({edition: None}, [Put(edition, (), {"unverified": ["ก"], "fiscal_year": "2571"})])
    assert made[edition].splitlines()[0].endswith("$schema=../../.prongsai/schema/edition.schema.json")
    order = order_of(edition)(())
    assert [line.partition(":")[0] for line in made[edition].splitlines()[2:4]] == sorted(
        ["fiscal_year", "unverified"], key=order.index
    )


def test_a_table_is_no_record():
    """Its keys have no order of their own, but one that is sorted by number stays so."""
    assert order_of("site_config/documents.yml")(("documents",)) == ()
    assert "title" in order_of("site_config/documents.yml")(("documents", "plan"))
    oit = "data/2570/oit.yml"
    text = "items:\n  O2: {answer: has}\n  O10: {answer: has}\n"
    assert apply({oit: text}, [Put(oit, ("items", "O9"), {"answer": "has"})]) == {
        oit: "items:\n  O2: {answer: has}\n  O9: {answer: has}\n  O10: {answer: has}\n"
    }


def test_changes_count_on_what_the_ones_before_left():
    """Places are those of the text at that moment, also where many texts are changed at once."""
    text = "measures:\n  - id: a\n  - id: b\n"
    changes = [
        Insert(MEASURES, ("measures",), 0, {"id": "z"}),
        Put(MEASURES, ("measures", 1, "title"), "of a"),
        Put(MEASURES, ("measures", 2, "title"), "of b"),
        Put(MEASURES, ("measures", 2, "number"), "2"),
        Put(MEASURES, ("measures", 2, "title"), "of b again"),
        Remove(MEASURES, ("measures", 0)),
    ]
    assert apply({MEASURES: text}, changes)[MEASURES] == (
        "measures:\n  - id: a\n    title: of a\n  - id: b\n    number: 2\n    title: of b again\n"
    )


def test_the_change_that_cannot_be_made_is_named():
    """Among others that could be made at once, the one at fault is found."""
    changes = [Put(MEASURES, ("measures", at, "title"), "x") for at in (0, 1, 7, 0)]
    with pytest.raises(RefusedError) as refused:
        apply({MEASURES: "measures:\n  - id: a\n  - id: b\n"}, changes)
    assert refused.value.change is changes[2]
    assert refused.value.reason == "no-such-entry"


def test_many_changes_of_a_large_file_are_quick():
    """200 cells of the largest register are changed within 3 seconds, and nothing else is."""
    name = "data/2567/oit.yml"
    text = (REPOSITORY / "examples/model" / name).read_text("utf-8")
    items = [line.strip(" :") for line in text.splitlines() if line.startswith("  O") and line.endswith(":")]
    changes = [
        Put(name, ("items", one, key), f"{key} {one}") for one in items for key in ("note", "title", "unit", "answer")
    ][:200]
    begin = time.process_time()
    made = apply({name: text}, changes)[name]
    assert time.process_time() - begin < 3
    wanted = copy.deepcopy(read(text))
    for one in changes:
        wanted["items"][one.path[1]][one.path[2]] = one.value
    assert len(changes) > 100
    assert read(made) == wanted
