"""The command `new-year`: what a year lacks is written, what is there stays to the letter, nothing false is said."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner

import sites
from prongsai.cli import main
from prongsai.forms.file_head import SCHEMAS
from prongsai.loading.load_site import YEAR_FILES
from prongsai.pipeline.begin import new_site
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.generate import generate_folder
from prongsai.pipeline.site_lock import hold_lock
from prongsai.problems import Problem
from prongsai.wording import Severity, severity_of

MODEL = sites.REPOSITORY / "examples" / "model"
COMMENTED = re.compile(r"^( *)#(?=\S|  )", re.MULTILINE)


def call(*words: object):
    """The program, called in this process."""
    return CliRunner().invoke(main, ["new-year", *(str(one) for one in words)])


def lines_of(told) -> list[str]:
    """The lines of the report of a call that went well."""
    assert told.exit_code == 0, told.output
    return told.stdout.splitlines()


def warned(problems: Iterable[Problem]) -> list[str]:
    """Problems by file and code, without what is only a remark."""
    return [f"{one.where.file} {one.code}" for one in problems if severity_of(one.code) is not Severity.NOTE]


def data_of(root: Path) -> dict[str, str]:
    """The content of a site's data."""
    return {name: what for name, what in sites.snapshot(root).items() if name.startswith("data")}


def use(path: Path, key: str) -> None:
    """Take the comments of one key off."""
    parts = path.read_text("utf-8").split("\n\n")
    used = [COMMENTED.sub(r"\1", part) if f"\n#{key}:" in part else part for part in parts]
    path.write_text("\n\n".join(used), "utf-8")


@pytest.fixture
def model(tmp_path) -> Path:
    """The site of the model agency, whose newest year is 2567."""
    return sites.copy_site(MODEL, tmp_path / "model")


@pytest.mark.parametrize("year", [2568, 2570, 2571])
def test_a_year_that_was_begun_says_nothing_yet(model, year):
    """New are only that its rules are not known and that carried answers wait; no year more has something to show."""
    before = sites.checked(MODEL)
    lines_of(call(year, "-C", model))
    after = check_folder(model)
    assert [one.year for one in after.results.site.years] == [one.year for one in before.results.site.years]
    more = set(warned(after.problems)) - set(warned(before.problems))
    waits = {f"data/{year}/oit.yml oit-waits-for-renewal"}
    assert more == waits | ({f"data/{year} edition-missing"} if year > 2570 else set())


def test_a_year_that_was_begun_changes_no_page(tmp_path):
    """Whatever is generated is the same, to the byte."""
    root = sites.copy_small(tmp_path / "root")
    generate_folder(root, check_folder(root))
    made = sites.snapshot(root / "content")
    lines_of(call(2568, "-C", root))
    generate_folder(root, check_folder(root))
    assert sites.snapshot(root / "content") == made


def test_a_second_run_changes_nothing(model):
    """Neither the data nor anything else in the folder, and it says that all is there and what still waits."""
    first = lines_of(call(2568, "-C", model))
    before = sites.snapshot(model)
    second = lines_of(call(2568, "-C", model))
    assert sites.snapshot(model) == before
    assert first[0].startswith("เขียนแล้วใน data/2568: scores.yml analysis.yml measures.yml")
    there = first[0].replace("เขียนแล้วใน data/2568", "มีอยู่แล้วและคงสิ่งที่กรอกไว้ตามเดิม")
    assert second[:2] == ["ไม่มีแฟ้มที่ต้องเขียน", there]
    assert [one for one in first if "รอทบทวน" in one] == [one for one in second if "รอทบทวน" in one] != []
    assert second[-1] == first[-1]


def test_what_is_there_stays_to_the_letter(model):
    """Files of the year, also odd ones, are named and not touched; nothing half written is left."""
    year = model / "data" / "2568"
    year.mkdir()
    (year / "measures.yml").write_bytes(b"\xef\xbb\xbffiscal_year: 2568\r\nmeasures: [{id: m01, title: \xe0\xb8\x81}]")
    (year / "memo.yml").symlink_to("nowhere.yml")
    (year / "scores.yml").mkdir()
    before = (year / "measures.yml").read_bytes()
    told = lines_of(call(2568, "-C", model))
    names = "analysis.yml follow-up.yml oit.yml questions.yml explanations.yml calendar.yml"
    assert told[0] == f"เขียนแล้วใน data/2568: {names}"
    assert "มีอยู่แล้วและคงสิ่งที่กรอกไว้ตามเดิม: scores.yml measures.yml memo.yml" in told
    assert (year / "measures.yml").read_bytes() == before
    assert (year / "memo.yml").is_symlink()
    assert sorted(one.name for one in year.iterdir()) == sorted(YEAR_FILES)


def test_the_rows_of_the_reports_come_when_there_are_measures(model):
    """Until then the file waits; it then has each measure in each round, and all of it can be used."""
    told = call(2568, "-C", model).stdout
    assert "ยังไม่เขียน follow-up.yml เพราะยังไม่มีชื่อมาตรการใน data/2568/measures.yml" in told
    measures = model / "data/2568/measures.yml"
    use(measures, "measures")
    titled = re.sub(r"^(    title:)$", r"\1 ก", measures.read_text("utf-8"), count=1, flags=re.MULTILINE)
    measures.write_text(titled, "utf-8")
    assert lines_of(call(2568, "-C", model))[0] == "เขียนแล้วใน data/2568: follow-up.yml"
    use(model / "data/2568/follow-up.yml", "reports")
    checked = check_folder(model)
    waits = "data/2568/oit.yml oit-waits-for-renewal"
    assert [one for one in warned(checked.problems) if one.startswith("data/2568")] == [waits]
    year = checked.results.site.year(2568)
    assert [(one.measure, one.round) for one in year.reports] == [("m01", "6"), ("m01", "12")]


def test_a_file_waits_for_what_could_not_be_read(model):
    """Answers and measures with a faulty part would be lacking for good: that file is named, the others are written."""
    answers, measures = model / "data/2567/oit.yml", model / "data/2568/measures.yml"
    answers.write_text(answers.read_text("utf-8").replace("answer: has\n", "answer: perhaps\n", 1), "utf-8")
    measures.parent.mkdir()
    measures.write_text("fiscal_year: 2568\nmeasures: [{id: m01, title: ก}, {id: M 2, title: ข}]\n", "utf-8")
    told = lines_of(call(2568, "-C", model))
    assert "oit.yml" not in told[0]
    assert any("ยังไม่ยกคำตอบมาใน oit.yml เพราะ data/2567/oit.yml มีส่วนที่อ่านไม่ได้" in one for one in told)
    faulty = "ยังไม่เขียนแถวของมาตรการใน follow-up.yml เพราะ data/2568/measures.yml มีส่วนที่อ่านไม่ได้"
    assert any(faulty in one for one in told)
    assert not (model / "data/2568/oit.yml").exists()


def lay_rules(root: Path) -> None:
    """Rules of 2570, all of them invented."""
    (root / "site_config" / "editions").mkdir(exist_ok=True)
    shutil.copyfile(sites.CASES / "new-year" / "edition-2570.yml", root / "site_config" / "editions" / "2570.yml")


def test_answers_get_the_numbers_of_the_year_with_its_rules(model):
    """Until then they wait under those of the nearest year; a file that nobody touched is as if made with the rules."""
    other = sites.copy_site(model, model.parent / "other")
    told = call(2570, "-C", model).stdout
    assert "ยังไม่ทราบข้อ OIT ของปี 2570 จึงใช้เลขข้อและชื่อข้อของปี 2569 ไปก่อน" in told
    lay_rules(model)
    again = call(2570, "-C", model).stdout
    assert "เปลี่ยนเลขข้อของคำตอบที่รอทบทวนตามหลักเกณฑ์ของปีแล้ว" in again
    assert "O8 เป็น O24" in again
    lay_rules(other)
    lines_of(call(2570, "-C", other))
    answers = "data/2570/oit.yml"
    assert (model / answers).read_text("utf-8") == (other / answers).read_text("utf-8")


def test_a_year_that_knows_nothing_has_the_names_of_the_nearest_and_says_so(model):
    """Each with the year that it is of, and that nobody verified it for this one."""
    call(2570, "-C", model)
    names = (model / "data/2570/scores.yml").read_text("utf-8")
    assert "  2:  # การใช้งบประมาณ (ตามหลักเกณฑ์ปี 2568 ยังไม่ยืนยันสำหรับปี 2570)\n" in names


def test_a_new_site_goes_on_with_its_second_year(tmp_path):
    """The files that `new` made of that year are kept, all lead to their schemas, and the site has no error."""
    root = tmp_path / "ita"
    new_site(root, "เทศบาลตำบลตัวอย่าง", 2568)
    before = data_of(root)
    told = lines_of(call(2569, "-C", root))
    assert "มีอยู่แล้วและคงสิ่งที่กรอกไว้ตามเดิม: measures.yml questions.yml" in told
    assert before.items() <= data_of(root).items()
    assert warned(check_folder(root).problems) == []
    for path in (root / "data" / "2569").iterdir():
        head = path.read_text("utf-8").partition("\n")[0]
        assert (path.parent / head.partition("$schema=")[2]).resolve() == root / SCHEMAS / f"{path.stem}.schema.json"
        assert (root / SCHEMAS / f"{path.stem}.schema.json").is_file()


@pytest.mark.parametrize("year", ["2026", "68", "2500", "ปีหน้า", ""])
def test_what_is_no_year_is_refused(model, year):
    """Common Era, two digits, years before the assessment, words: with the way to call, and nothing is written."""
    before = sites.snapshot(model)
    told = call(year, "-C", model)
    assert (told.exit_code, told.stdout) == (2, "")
    assert "\nวิธีแก้: " in told.stderr
    assert sites.snapshot(model) == before


def test_thai_digits_name_the_same_folder(model):
    """A year may be typed as it is printed."""
    assert lines_of(call("๒๕๖๘", "-C", model))[0].startswith("เขียนแล้วใน data/2568: ")


@pytest.mark.parametrize("make", [lambda place, _: place.write_text("x"), lambda place, out: place.symlink_to(out)])
def test_nothing_is_written_outside_the_site(model, tmp_path, make):
    """A file or a link in the place of the folder is refused."""
    out = tmp_path / "elsewhere"
    out.mkdir()
    make(model / "data" / "2568", out)
    told = call(2568, "-C", model)
    assert told.exit_code == 2
    assert "data/2568 ไม่ใช่โฟลเดอร์ในเว็บไซต์นี้" in told.stderr
    assert list(out.iterdir()) == []


def test_it_waits_for_its_turn(model):
    """While another command writes, nothing is written."""
    with hold_lock(model, "prongsai build"):
        told = call(2568, "-C", model, "--wait", 0)
    assert told.exit_code == 2
    assert "prongsai build ทำงานกับเว็บไซต์นี้อยู่" in told.stderr
    assert not (model / "data" / "2568").exists()
