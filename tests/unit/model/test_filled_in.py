"""Empty forms are no facts: keys of tables without a value, a memo, and years of nothing else."""

from __future__ import annotations

import pytest

from prongsai.model.known_parts import states_facts, without_empty
from prongsai.model.measures import Measure
from prongsai.model.memo import Memo
from prongsai.model.oit import Answer
from prongsai.model.scores import Scores
from prongsai.model.site import FiscalYear
from prongsai.model.stated import Absence, Printed
from unit.makers import check_files, codes_of, shipped_edition


@pytest.mark.parametrize("table", ["instruments", "parts", "indicators", "subindicators"])
def test_a_figure_without_a_value_is_no_entry(table):
    """The key alone says nothing; one that says why there is no value does."""
    keys = {"1": None, "2": "88.58", "3": "เอกสารไม่ได้ระบุ"}
    figures = getattr(Scores.model_validate({"fiscal_year": "2568", table: keys}), table)
    assert list(figures) == ["2", "3"]
    assert figures["3"].value is Absence.NOT_STATED


def test_an_element_without_a_place_is_not_there():
    """Its key alone does not say that the page shows it."""
    answer = Answer.model_validate({"elements": {"chart": None, "duties": "ตารางที่ 1", "names": {"missing": "true"}}})
    assert list(answer.elements) == ["duties", "names"]


def test_a_group_that_waits_is_not_taken_for_what_is_printed():
    """A group whose key `printed` is empty is that group; with a text it is what the document prints."""
    empty = Measure.model_validate({"id": "m01", "title": "ก", "responsible": {"printed": None}})
    printed = Measure.model_validate({"id": "m01", "title": "ก", "responsible": {"printed": "ทุกกอง"}})
    assert not isinstance(empty.responsible, Absence | Printed)
    assert empty.responsible.printed is None
    assert printed.responsible == Printed(printed="ทุกกอง")


@pytest.mark.parametrize(
    ("stated", "is_kept"),
    [
        ({"source": "memo-2568"}, False),
        ({"number": None, "date": "เอกสารไม่ได้ระบุ", "facts": []}, False),
        ({"subject": "รายงานผล"}, True),
        ({"facts": ["ได้คะแนนรวม"]}, True),
        ({"date": {"printed": "(ลบเลือน)"}}, True),
    ],
)
def test_a_memo_is_a_part_of_its_year_when_it_states_something(stated, is_kept):
    """Its year and its source alone make no page."""
    memo = Memo.model_validate({"fiscal_year": "2568", **stated})
    assert states_facts(without_empty(FiscalYear(2568, shipped_edition(2568), memo=memo))) is is_kept


MEASURES = "fiscal_year: 2567\nmeasures:\n" + "".join(
    f"  - {{id: m0{n}, number: {n}, title: เรื่องที่ {n}}}\n" for n in (1, 2)
)
REPORTS = "fiscal_year: 2567\nreports:\n  - {measure: m01, round: 6, status: in_progress, evidence: [บันทึก]}\n"


@pytest.mark.parametrize(
    ("later", "told"),
    [("measures: []\n", set()), ("measures: [{id: m01, title: ปีถัดไป}]\n", {"round-missing", "measure-without-report"})],
)
def test_a_year_that_waits_does_not_say_that_the_one_before_is_over(tmp_path, later, told):
    """Reports are missed once a later year states something, not when its files were only made."""
    files = {"data/2567/measures.yml": MEASURES, "data/2567/follow-up.yml": REPORTS}
    found = codes_of(check_files(tmp_path, {**files, "data/2568/measures.yml": f"fiscal_year: 2568\n{later}"}))
    assert {"round-missing", "measure-without-report"} & set(found) == told
