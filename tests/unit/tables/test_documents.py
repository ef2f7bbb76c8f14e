"""Tables with the heads and merged cells of three published documents give the records of their examples."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from prongsai.grids.read_grids import read_grids
from prongsai.loading.load_site import YEAR_FILES, Loaded, load_site
from prongsai.loading.parse_document import parse_document
from prongsai.tables.answers import read_answers
from prongsai.tables.held import hold
from prongsai.tables.kinds import KIND
from prongsai.tables.merge import Outcome
from prongsai.tables.read_table import read_table

ROOT = Path(__file__).resolve().parents[3]
TABLES = ROOT / "tests" / "cases" / "tables"


@dataclass(frozen=True)
class Case:
    """A document: its year and kind, its answers, and the fields of its records that must differ, with the reason."""

    year: int
    kind: str
    answers: dict[str, Any]
    differs: frozenset[str]
    reworded: tuple[tuple[str, int], ...] = ()  # fields of measures by number that the example has in its own words


# What no table prints: fields that the makers of the examples wrote about the document (at, note, absences, matches,
# short summaries, what they read from a position), and codes of their own choice (topic).
_ABSENT = frozenset(("at", "number"))
CASES = {
    "don": Case(
        2568,
        "measures",
        {"headings": "เป็นหัวข้อ"},
        _ABSENT | {"topic", "plain_summary", "basis", "responsible", "constraint", "monitoring", "reporting", "period"},
        reworded=(("steps", 1),),
    ),
    "phu-wong": Case(
        2566,
        "follow-up",
        {"round": "เอกสารไม่ได้ระบุรอบ"},
        frozenset(("at", "result_link", "reported_on", "status_read", "questions", "period", "summary")),
    ),
    "seven-themes": Case(
        2567,
        "measures",
        {"rows": "แยกเป็นรายการละแถว"},
        _ABSENT | {"monitoring", "reporting", "basis", "period"},
    ),
}
FORMS = ("{}.docx", "{}.xlsx", "{}.ods", "{}.html", "{}.csv", "{}-874.csv")
_UNMERGED = frozenset(("steps", "responsible", "constraint"))  # a CSV does not tell merged cells from empty ones


@cache
def loaded(name: str) -> Loaded:
    """The site of an example."""
    return load_site(ROOT / "examples" / name)


def read(name: str, file: str, answers: dict[str, Any]) -> Outcome:
    """The outcome of reading a table into the site of its example as if its file were not there."""
    case = CASES[name]
    held = hold(ROOT / "examples" / name, loaded(name), case.year, case.kind)
    grids = read_grids((TABLES / file).read_bytes(), name)
    return read_table(grids, replace(held, data=None), read_answers(answers))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", CASES)
def test_documents_give_their_records(name, form):
    """Every record is as in the example but for the fields that no table prints; each question is answered once."""
    case = CASES[name]
    outcome = read(name, form.format(name), case.answers)
    assert outcome.questions == []
    whole = next(change.value for change in outcome.changes if change.path == ())
    got, problems = parse_document(whole, YEAR_FILES[KIND[case.kind].file][1], year=case.year)
    assert problems == []
    year = next(one for one in loaded(name).site.years if one.year == case.year)
    want = year.measures if case.kind == "measures" else year.follow_up
    key = KIND[case.kind].key
    pairs = list(zip(getattr(got, key), getattr(want, key), strict=True))
    fields = type(pairs[0][0]).model_fields
    differs = {
        field
        for field in fields
        for number, (one, other) in enumerate(pairs, 1)
        if said(one, field) != said(other, field) and (field, number) not in case.reworded
    }
    assert differs <= case.differs | (_UNMERGED if form.endswith("csv") and name == "seven-themes" else set())


def said(record: Any, field: str) -> object:
    """The value of a field, without its places in the document."""
    value = getattr(record, field)
    return [one.model_dump() for one in value] if isinstance(value, tuple) and field != "questions" else value


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", CASES)
def test_every_value_has_its_cell(name, form):
    """Each entry and each of its values from a cell is known by the name of that cell."""
    outcome = read(name, form.format(name), CASES[name].answers)
    key = KIND[CASES[name].kind].key
    entries = next(change.value for change in outcome.changes if change.path == ())[key]
    for at, entry in enumerate(entries):
        placed = {path[2] for _, path in outcome.places if path[:2] == (key, at) and len(path) > 2}
        assert {*entry} - placed <= {"id", "round"}
        assert all("!" in outcome.places[one] for one in outcome.places)


def test_questions_are_asked_once():
    """Without answers a table of seven themes asks one question for all its tables, and none of its heads."""
    asked = read("seven-themes", "seven-themes.docx", {}).questions
    assert [(one.about, one.key) for one in asked] == [("rows", ("rows", ""))]
    together = read("seven-themes", "seven-themes.docx", {"rows": "รวมเป็นรายการเดียว"})
    measures = next(change.value for change in together.changes if change.path == ())["measures"]
    assert [len(one["basis"]) for one in measures] == [2, 1, 2, 2, 1, 1, 2]


def test_documents_in_every_form_say_the_same():
    """Word, Excel, LibreOffice and the web give the same changes for the same table."""
    for name, case in CASES.items():
        values = [
            next(change.value for change in read(name, form.format(name), case.answers).changes if change.path == ())
            for form in FORMS[:4]
        ]
        keyed = [one[KIND[case.kind].key] for one in values]
        assert all(one == keyed[0] for one in keyed)
