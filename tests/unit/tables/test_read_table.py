"""Tables as agencies keep them become changes; what is not known is asked, what is not taken is said."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from prongsai.grids.read_grids import read_grids
from prongsai.loading.load_site import load_site
from prongsai.tables.answers import Answers, read_answers, write_form
from prongsai.tables.compare_heads import plain_head
from prongsai.tables.held import Held, hold, plain_of
from prongsai.tables.merge import Outcome
from prongsai.tables.read_table import read_table
from prongsai.tables.remember import IMPORTS, recall
from prongsai.writing.change import Insert, Put

ROOT = Path(__file__).resolve().parents[3]
CASES = ROOT / "tests" / "cases" / "tables"
MODEL = ROOT / "examples" / "model"
LOADED = load_site(MODEL)
OPEN_PLAN = {"heads": {"ยุทธศาสตร์": "เก็บไว้ในช่องอื่นของเอกสาร"}, "units": {"กองกิจการพิเศษ": "หน่วยงานใหม่"}}


def held_of(kind: str, year: int = 2567, *, is_new: bool = True) -> Held:
    """The model example, as if it had no file of the kind where the table is new."""
    held = hold(MODEL, LOADED, year, kind)
    return replace(held, data=None) if is_new else held


def read(file: str, held: Held, answers: dict | None = None, **options) -> Outcome:
    """The outcome of reading a typed table."""
    grids = read_grids((CASES / "typed" / file).read_bytes(), "ตาราง")
    return read_table(grids, held, read_answers(answers or {}), **options)


def whole(outcome: Outcome):
    """The data of the new file."""
    return next(change.value for change in outcome.changes if change.path == () and change.file != IMPORTS)


def test_plan_with_months_becomes_measures():
    """Marks in months are a period, printed heads and a budget in words stay, an own column is kept under its head."""
    outcome = read("plan.csv", held_of("measures"), OPEN_PLAN)
    assert outcome.questions == []
    measures = whole(outcome)["measures"]
    assert measures[0] == {
        "id": "m01",
        "number": "๑",
        "title": "การเปิดเผยแผนการใช้จ่าย",
        "steps": ["จัดทำแผน", "เผยแพร่บนเว็บไซต์"],
        "responsible": "finance",
        "period": "ต.ค. 2566 - พ.ย. 2566",
        "budget": "50,000",
        "more": {"ยุทธศาสตร์": "ยุทธศาสตร์ที่ 5"},
    }
    assert [one["period"] for one in measures] == ["ต.ค. 2566 - พ.ย. 2566", "ธ.ค. 2566", "ต.ค. 2566, ธ.ค. 2566"]
    assert [one["budget"] for one in measures] == ["50,000", "ไม่ใช้งบประมาณ", "-"]
    assert outcome.places[held_of("measures").file, ("measures", 1, "title")] == "ตาราง!B6"


def test_nothing_of_a_plan_vanishes():
    """The sum, the heads printed again, the numbers of columns, the title and words in a month are said with places."""
    outcome = read("plan.csv", held_of("measures"), OPEN_PLAN)
    said = [(one.place, one.reason) for one in outcome.left_out]
    assert said == [
        ("ตาราง!I6", "words-in-bar"),
        ("ตาราง", "above-table"),
        ("ตาราง!A4", "numbers-of-columns"),
        ("ตาราง!A7", "head-again"),
        ("ตาราง!A9", "sum"),
    ]


def test_unknown_heads_and_units_are_asked_with_samples():
    """A head and a unit that nobody knows are each asked once, with samples, five offers, and how to keep it."""
    head, unit = read("plan.csv", held_of("measures")).questions
    assert (head.about, head.subject, head.place, head.samples) == ("head", "ยุทธศาสตร์", "ตาราง!F", ("ยุทธศาสตร์ที่ 5",))
    assert len(head.choices) in {7, 8}
    assert [one.words for one in head.choices][-3:] == ["ไม่นำเข้า", "เก็บไว้ในหมายเหตุ", "เก็บไว้ในช่องอื่นของเอกสาร"]
    assert (unit.about, unit.subject, unit.place) == ("unit", "กองกิจการพิเศษ", "ตาราง!D6")
    assert [one.answer for one in unit.choices][-2:] == ["new", "keep"]


def test_questions_are_a_file_to_fill_in():
    """The questions are YAML that, filled in, is the answers to all of them."""
    questions = read("plan.csv", held_of("measures")).questions
    form = write_form(questions)
    assert YAML(typ="safe").load(form) == {"heads": {"ยุทธศาสตร์": None}, "units": {"กองกิจการพิเศษ": None}}
    filled = form.replace('"ยุทธศาสตร์":', '"ยุทธศาสตร์": ไม่นำเข้า').replace(
        '"กองกิจการพิเศษ":', '"กองกิจการพิเศษ": คงไว้ตามที่พิมพ์'
    )
    outcome = read("plan.csv", held_of("measures"), plain_of(YAML(typ="safe").load(filled)))
    assert outcome.questions == []
    assert ("skipped", "ยุทธศาสตร์") in {(one.reason, one.text) for one in outcome.left_out}
    assert whole(outcome)["measures"][1]["responsible"]["units"][-1] == "กองกิจการพิเศษ"


@pytest.mark.parametrize(
    ("answer", "kept"),
    [("note", {"note": "ยุทธศาสตร์: ยุทธศาสตร์ที่ 5"}), ("เป้าหมายหรือตัวชี้วัดความสำเร็จ", {"target": ["ยุทธศาสตร์ที่ 5"]})],
)
def test_a_column_goes_where_it_is_told_to(answer, kept):
    """A head is answered by the key or the Thai name of a field, or kept in the note under its own words."""
    answers = {**OPEN_PLAN, "heads": {"ยุทธศาสตร์": answer}}
    first = whole(read("plan.csv", held_of("measures"), answers))["measures"][0]
    assert kept.items() <= first.items()


def test_new_units_get_a_code():
    """A new unit is added to the agency under a proposed code, and the measures name it by that code."""
    outcome = read("plan.csv", held_of("measures"), OPEN_PLAN)
    unit = next(change for change in outcome.changes if change.file == "site_config/agency.yml")
    assert unit == Put("site_config/agency.yml", ("units", "unit-1"), {"name": "กองกิจการพิเศษ"})
    assert outcome.changes[0] == unit
    assert whole(outcome)["measures"][1]["responsible"] == {
        "units": ["clerk", "unit-1"],
        "printed": "สำนักปลัด และกองกิจการพิเศษ",
    }


def test_answers_are_remembered(tmp_path):
    """Answers are kept by the heads of the table, and the same table asks nothing again."""
    outcome = read("plan.csv", held_of("measures"), {**OPEN_PLAN, "units": {"กองกิจการพิเศษ": "keep"}})
    kept = {one.path: one.value for one in outcome.changes if one.file == IMPORTS}
    assert kept[()]["tables"][0]["fields"] == {"ยุทธศาสตร์": "more"}
    assert kept["units", "กองกิจการพิเศษ"] == "keep"
    held = replace(held_of("measures"), remembered={**kept[()], "units": {"กองกิจการพิเศษ": "keep"}})
    again = read("plan.csv", held)
    assert again.questions == []
    assert [one for one in again.changes if one.file == IMPORTS] == []
    assert tmp_path.exists()


def test_released_answers_are_read_for_ever():
    """The answers that a release kept are found by the heads of their table."""
    folder = ROOT / "tests" / "released" / "0.1.0" / "site_config"
    data = plain_of(YAML(typ="safe").load((folder / "imports.yml").read_text("utf-8")))
    found = recall(data, "measures", [plain_head(one) for one in ("งบ", "ที่", "มาตรการ")])
    assert (found.find("head", "งบ"), found.find("rows"), found.find("unit", "กองช่าง ฯ")) == (
        "budget",
        "รวมเป็นรายการเดียว",
        "public-works",
    )
    assert recall(data, "follow-up", ["งบ"]).find("head", "งบ") == ""


def test_measures_that_are_there_are_filled_up():
    """A measure of the same name keeps what it has; new ones follow with the next code; what differs is shown."""
    held = held_of("measures")
    first = read("plan.csv", held, OPEN_PLAN)
    data = whole(first)
    data["measures"] = [{"id": "m07", "title": "การเปิดเผย แผนการใช้จ่าย", "budget": "40,000", "steps": None}]
    outcome = read("plan.csv", replace(held, data=data), OPEN_PLAN)
    puts = {one.path[2] for one in outcome.changes if isinstance(one, Put) and one.path[:2] == ("measures", 0)}
    assert puts == {"number", "steps", "responsible", "period", "more"}
    assert [(one.path[2], one.old, one.new) for one in outcome.differing if one.path[2] == "budget"] == [
        ("budget", "40,000", "50,000")
    ]
    inserted = [one for one in outcome.changes if isinstance(one, Insert) and one.path == ("measures",)]
    assert [(one.at, one.value["id"]) for one in inserted] == [(1, "m08"), (2, "m09")]
    replaced = read("plan.csv", replace(held, data=data), OPEN_PLAN, replace_old=True)
    assert Put(held.file, ("measures", 0, "budget"), "50,000") in replaced.changes
    assert replaced.differing == []


def test_a_measure_of_the_same_number_is_asked_about():
    """A row with the number of a measure that has another name is asked about, and taken as it is answered."""
    held = held_of("measures")
    data = {"fiscal_year": "2567", "measures": [{"id": "m01", "number": "1", "title": "เรื่องอื่นโดยสิ้นเชิงของปีก่อน"}]}
    asked = read("plan.csv", replace(held, data=data), OPEN_PLAN).questions
    assert [(one.about, one.subject) for one in asked] == [("measure", "การเปิดเผยแผนการใช้จ่าย")]
    answers = {**OPEN_PLAN, "measures": {"การเปิดเผยแผนการใช้จ่าย": "รายการใหม่"}}
    new = read("plan.csv", replace(held, data=data), answers)
    assert [one.value["id"] for one in new.changes if isinstance(one, Insert)] == ["m02", "m03", "m04"]


def test_the_same_table_again_changes_nothing():
    """A table that was taken in is the same as the file: no change, nothing differs."""
    held = held_of("measures")
    first = read("plan.csv", held, OPEN_PLAN)
    names = {**held.names, "กองกิจการพิเศษ": "unit-1"}
    kept = next(one.value for one in first.changes if one.file == IMPORTS)
    again = read("plan.csv", replace(held, data=whole(first), names=names, remembered=kept), OPEN_PLAN)
    assert (again.changes, again.differing) == ([], [])
    assert again.same == 20


def test_reports_name_their_measure():
    """A report of a measure by its name refers to its code; another keeps its own name; the round is asked for once."""
    held = held_of("follow-up")
    title = str(held.of_year.measures.measures[0].title)
    assert [one.about for one in read("reports.csv", held).questions] == ["round"]
    answers = {"round": "รอบ 6 เดือน"}
    first, second = whole(read("reports.csv", held, answers))["reports"]
    assert second["title"] == "มาตรการที่ไม่มีในแฟ้ม"
    assert second["summary"] == ["ประชุม", "จัดทำร่าง"]
    assert (first["round"], first["result_link"]) == ("6", "https://www.example.go.th/plan")
    assert ("measure" in first) == (plain_head(title) == plain_head("การเปิดเผยแผนการใช้จ่ายงบประมาณ"))


def test_a_head_of_results_that_holds_statuses_is_asked_about():
    """ผลการดำเนินการ with nothing but statuses below it is not taken for a summary."""
    asked = read("statuses.csv", held_of("follow-up"), {"round": "12"}).questions
    assert [(one.about, one.subject) for one in asked] == [("head", "ผลการดำเนินการ")]


def test_register_becomes_answers():
    """Items are found by code in any spelling or by title, links have their names, what is unsure is said."""
    held = held_of("oit", 2566)
    answers = {"heads": {"ผู้ประสานงาน": "more"}}
    outcome = read("register.csv", held, answers)
    items = whole(outcome)["items"]
    assert items["O1"]["links"] == [{"url": "https://www.example.go.th/1", "explanation": ["แสดงแผนผัง"]}]
    assert items["O1"]["more"] == {"ผู้ประสานงาน": "งานนิติการ"}
    assert items["O2"]["answer"] == "has"
    assert items["O2"]["links"] == [
        {"url": "https://www.example.go.th/2", "title": "แผนผังผู้บริหาร"},
        {"url": "https://www.example.go.th/3"},
    ]
    assert items["O3"] == {"answer": "ไม่มี"}
    assert items["O5"]["links"] == [{"url": "www.example.go.th"}]  # the check says what is wrong, at its cell
    assert {(one.place, one.reason) for one in outcome.left_out} == {
        ("ตาราง!A2", "heading"),
        ("ตาราง!A7", "same-item-twice"),
        ("ตาราง!A8", "item-not-known"),
    }


def test_figures_of_the_year_are_taken_from_a_comparison():
    """Of two columns of years that of the year is taken, the other is said; an .xls warns of decimals that it hides."""
    for file in ("scores.xlsx", "scores.ods", "scores.xls"):
        grids = read_grids((CASES / file).read_bytes(), "ตาราง")
        outcome = read_table(grids, held_of("scores", 2566), Answers())
        assert whole(outcome) == {
            "fiscal_year": "2566",
            "total": "88.71",
            "indicators": {"1": "90.18", "2": "87.35", "3": "89.74", "8": "80.96"},
        }
        assert [(one.reason, one.text) for one in outcome.left_out] == [("skipped", "คะแนน / ปี 2565")]
        there = read_table(grids, held_of("scores", 2566, is_new=False), Answers())
        assert (there.changes, there.differing, there.same) == ([], [], 5)


def test_tables_of_other_things_are_said():
    """A file with another table besides says that it was not taken."""
    ours = "<table><tr><td>มาตรการ<td>ผู้รับผิดชอบ<tr><td>ก<td>กองคลัง</table>"
    other = "<table><tr><td>เดือน<td>จำนวนผู้ใช้<td>ร้อยละ<tr><td>มกราคม<td>5<td>3</table>"
    outcome = read_table(read_grids((ours + other).encode(), "a"), held_of("measures"), Answers())
    assert [(one.place, one.reason) for one in outcome.left_out] == [("ตาราง2", "other-table")]
    assert len(whole(outcome)["measures"]) == 1


def test_a_title_with_the_words_of_a_head_is_no_head():
    """A line above the table that has the words of a head is its title, and the heads are those below it."""
    page = (
        "<table><tr><td colspan=3>มาตรการส่งเสริมคุณธรรมและความโปร่งใส<tr><td>ที่<td>มาตรการ<td>ผู้รับผิดชอบ"
        "<tr><td>1<td>ก<td>กองคลัง</table>"
    )
    data = whole(read_table(read_grids(page.encode(), "a"), held_of("measures"), Answers()))
    assert (data["title"], len(data["measures"])) == ("มาตรการส่งเสริมคุณธรรมและความโปร่งใส", 1)


def test_a_column_without_a_head_is_asked_about():
    """A column that has values and no head is asked about by its letter."""
    page = "<table><tr><td>ที่<td>มาตรการ<td><tr><td>1<td>ก<td>ทำแล้ว</table>"
    asked = read_table(read_grids(page.encode(), "a"), held_of("measures"), Answers()).questions
    assert [(one.subject, one.samples) for one in asked] == [("คอลัมน์ C", ("ทำแล้ว",))]


def test_a_table_cut_at_the_end_of_a_page_goes_on():
    """A table without heads below one with as many columns is asked about, and its rows follow where it goes on."""
    ours = "<table><tr><td>ที่<td>มาตรการ<td>ผู้รับผิดชอบ<tr><td>1<td>ก<td>กองคลัง</table>"
    page = ours + "<table><tr><td>2<td>ข<td>กองคลัง<tr><td>3<td>ค<td>กองคลัง</table>"
    grids = read_grids(page.encode(), "a")
    asked = read_table(grids, held_of("measures"), Answers()).questions
    assert [(one.about, one.subject) for one in asked] == [("continues", "ตาราง2")]
    outcome = read_table(grids, held_of("measures"), read_answers({"continues": {"ตาราง2": "ต่อจากตารางก่อน"}}))
    assert [one["title"] for one in whole(outcome)["measures"]] == ["ก", "ข", "ค"]
    assert outcome.places[held_of("measures").file, ("measures", 2, "title")] == "ตาราง2!B2"


def test_a_site_with_odd_answers_still_imports(tmp_path):
    """A damaged file of remembered answers is passed over: it stops neither an import nor anything else."""
    site = tmp_path / "site"
    shutil.copytree(ROOT / "examples" / "phu-wong", site)
    (site / IMPORTS).write_text("tables: [{kind: ก, heads: 5}, 7]\nunits: ข\n", encoding="utf-8")
    held = hold(site, load_site(site), 2566, "measures")
    assert read("plan.csv", held).questions
