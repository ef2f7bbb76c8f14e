"""A year that is begun again: what it lacks is added by position, and nothing that anybody typed changes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import sites
from books import compared, edited, exported, put, taken_in
from prongsai.loading.load_site import load_site
from prongsai.model.oit import Register
from prongsai.pipeline.new_year.begin_year import begin_year
from prongsai.pipeline.undo.take_back import undo
from prongsai.writing.tidy import tidy
from unit.makers import write_files

RULES = sites.CASES / "new-year" / "edition-2570.yml"
ANSWERS = "data/2570/oit.yml"


@pytest.fixture
def site(tmp_path) -> Path:
    """The model agency with FY2570 begun, whose rules nobody knows."""
    root = sites.copy_site(sites.REPOSITORY / "examples" / "model", tmp_path / "site")
    begin_year(root, 2570, "test")
    return root


def lay_rules(root: Path) -> None:
    """The rules of 2570 become known."""
    (root / "site_config" / "editions").mkdir(exist_ok=True)
    shutil.copyfile(RULES, root / "site_config" / "editions" / "2570.yml")


def register(root: Path, year: int = 2570) -> Register:
    """The register of a year."""
    found = load_site(root).site.year(year).register
    assert found is not None
    return found


def change(path: Path, old: str, new: str) -> None:
    """Change one place of a file."""
    text = path.read_text("utf-8")
    assert text.count(old) >= 1, old
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_answers_that_were_worked_on_get_their_new_numbers(site):
    """Moved by position with all that was typed since, also where a new number was that of another that moves."""
    before = register(site).waiting
    change(site / ANSWERS, "    note:\n", "    note: ทวนกับคู่มือแล้วบางส่วน\n")
    lay_rules(site)
    made = begin_year(site, 2570, "test")
    after = register(site).waiting
    numbers = {one.renew_item: code for code, one in after.items()}
    items = load_site(site).editions.edition(2570).items
    assert made.answers.moved
    assert made.answers.stuck == ()
    then = load_site(site).editions.edition(2567).items
    assert {*numbers.values()} <= items.keys()
    assert all(items[code].key == then[was].key for was, code in numbers.items())
    assert {one.renew_item for one in before.values()} <= numbers.keys()
    for one in before.values():
        now = after[numbers[one.renew_item]]
        assert [dict(link) for link in now.links] == [dict(link) for link in one.links]
    assert "ทวนกับคู่มือแล้วบางส่วน" in (site / ANSWERS).read_text("utf-8")
    text = (site / ANSWERS).read_text("utf-8")
    begin_year(site, 2570, "test")
    assert (site / ANSWERS).read_text("utf-8") == text


def test_an_answer_with_somebodys_comment_stays_and_is_named(site):
    """An answer whose comment would be lost is left where it is, and others do not go there either."""
    code = next(iter(register(site).waiting))
    change(site / ANSWERS, f"  {code}:\n", f"  {code}:\n    # ถามกองช่างก่อน\n")
    lay_rules(site)
    made = begin_year(site, 2570, "test")
    assert made.answers.stuck == (code,)
    assert "# ถามกองช่างก่อน" in (site / ANSWERS).read_text("utf-8")
    assert code in register(site).waiting


def test_an_answer_that_was_renewed_is_nobodys_to_move(site):
    """It is an answer of this year under the number that its people gave it."""
    code, one = next(iter(register(site).waiting.items()))
    change(site / ANSWERS, f"    renew: {one.renew}\n", "")
    lay_rules(site)
    made = begin_year(site, 2570, "test")
    assert code in register(site).items
    assert code not in [was for was, _ in made.answers.moved]
    assert one.renew_item not in [other.renew_item for other in register(site).waiting.values()]


OWN_RULES = "scheme: MOIT\nfiscal_year: {year}\nitems: {{MOIT1: {{key: plan, title: แผนสมมติ}}}}\n"
OWN_ANSWERS = "fiscal_year: 2569\nitems: {MOIT1: {answer: has, links: [{page: /about/}]}}\n"


def test_items_of_another_scheme_wait_for_its_rules(tmp_path):
    """Numbers of one scheme are never used for those of another; with rules of the year they are carried as any."""
    write_files(
        tmp_path,
        {
            "site_config/agency.yml": "name: หน่วยงานสมมติ\nunits: {}\n",
            "site_config/site.yml": "title: ก\n",
            "site_config/editions/2569.yml": OWN_RULES.format(year=2569),
            "data/2569/oit.yml": OWN_ANSWERS,
        },
    )
    made = begin_year(tmp_path, 2570, "test")
    assert [(one.name, one.reason) for one in made.not_written if one.name == ANSWERS] == [(ANSWERS, "no-items")]
    (tmp_path / "site_config/editions/2570.yml").write_text(OWN_RULES.format(year=2570), "utf-8")
    begin_year(tmp_path, 2570, "test")
    assert register(tmp_path).waiting["MOIT1"].renew_item == "MOIT1"
    assert [one.code for one in load_site(tmp_path).problems if one.where.file == ANSWERS] == []


def test_a_register_that_was_begun_by_hand_gets_what_it_lacks(tmp_path):
    """Items that say nothing are filled key by key, those that are not there are added, answers stay."""
    root = sites.copy_site(sites.REPOSITORY / "examples" / "model", tmp_path / "site")
    (root / "data/2568").mkdir()
    own = "# ของเรา\nfiscal_year: 2568\nitems:\n  O8: {unit: finance}\n  O9:\n    answer: has_not # ยังไม่มีจริง\n"
    (root / "data/2568/oit.yml").write_text(own, "utf-8")
    begin_year(root, 2568, "test")
    found = register(root, 2568)
    assert (found.items["O9"].answer, "# ยังไม่มีจริง") == ("has_not", "# ยังไม่มีจริง")
    assert "answer: has_not # ยังไม่มีจริง" in (root / "data/2568/oit.yml").read_text("utf-8")
    assert (found.waiting["O8"].unit, found.waiting["O8"].renew_item) == (("finance",), "O10")
    assert "O9" not in found.waiting
    assert len(found.waiting) > 1


MEASURES = "fiscal_year: 2570\nmeasures:\n  - {id: m01, title: ก}\n  - {id: m02, title: }\n"
FURTHER = "  - {id: m03, title: ข}\n"
REPORT = "fiscal_year: 2570\nreports:\n  - measure: m01\n    round: 6\n    status: done # แล้ว\nnotes: []\n"


def rows(text: str) -> list[str]:
    """The rows that wait in a file, by their words."""
    return re.findall(r"^ *# (รอบ [0-9]+ เดือน มาตรการ \S+) ", text.replace("#  # ", "# "), re.MULTILINE)


def test_measures_added_later_get_their_rows(site):
    """In a file that only waits, and behind the reports of one that has some; the workbook asks for the same."""
    (site / "data/2570/measures.yml").write_text(MEASURES, "utf-8")
    begin_year(site, 2570, "test")
    path = site / "data/2570/follow-up.yml"
    assert rows(path.read_text("utf-8")) == ["รอบ 6 เดือน มาตรการ m01", "รอบ 12 เดือน มาตรการ m01"]
    (site / "data/2570/measures.yml").write_text(MEASURES + FURTHER, "utf-8")
    made = begin_year(site, 2570, "test")
    assert (made.rounds, len(rows(path.read_text("utf-8")))) == (2, 4)
    path.write_text(REPORT, "utf-8")
    begin_year(site, 2570, "test")
    wanted = ["รอบ 6 เดือน มาตรการ m03", "รอบ 12 เดือน มาตรการ m01", "รอบ 12 เดือน มาตรการ m03"]
    assert rows(path.read_text("utf-8")) == wanted
    assert path.read_text("utf-8").startswith(REPORT.removesuffix("notes: []\n"))
    used = re.sub(r"^( *)#(?=\S|  )", r"\1", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(used, "utf-8")
    reports = load_site(site).site.year(2570).reports
    assert [(one.measure, one.round) for one in reports[1:]] == [("m03", "6"), ("m01", "12"), ("m03", "12")]


def test_weak_points_come_when_the_result_is_known(tmp_path):
    """Above the measures that nobody has entered yet, once; and documents that the files name are listed."""
    root = sites.copy_site(sites.REPOSITORY / "examples" / "model", tmp_path / "site")
    (root / "data/2567/measures.yml").unlink()
    (root / "data/2567/follow-up.yml").unlink()
    result = (root / "data/2566/scores.yml").read_bytes()
    (root / "data/2566/scores.yml").unlink()
    (root / "data/2566/analysis.yml").unlink()
    assert begin_year(root, 2567, "test").weak_points == ()
    (root / "data/2566/scores.yml").write_bytes(result)
    made = begin_year(root, 2567, "test")
    text = (root / "data/2567/measures.yml").read_text("utf-8")
    assert "ข้อ O10 นโยบายคุ้มครองข้อมูลส่วนบุคคล (ไม่ได้คะแนน)" in made.weak_points
    assert text.count("ใส่ basis: [{item: O10}]\n") == 1
    assert "measures-2567:" in (root / "site_config/documents.yml").read_text("utf-8")
    begin_year(root, 2567, "test")
    assert (root / "data/2567/measures.yml").read_text("utf-8") == text


def test_a_list_of_documents_that_cannot_be_read_is_left_alone(tmp_path):
    """It is named, and no file names a document that nobody could list."""
    root = sites.copy_site(sites.REPOSITORY / "examples" / "model", tmp_path / "site")
    listed = root / "site_config/documents.yml"
    listed.write_text(listed.read_text("utf-8") + "  faulty: {titel: ก}\n", "utf-8")
    before = listed.read_bytes()
    made = begin_year(root, 2568, "test")
    assert [(one.name, one.reason) for one in made.not_written if one.reason == "faulty"] == [
        ("site_config/documents.yml", "faulty")
    ]
    assert listed.read_bytes() == before
    assert "source: register-2568" not in (root / "data/2568/oit.yml").read_text("utf-8")


def test_all_of_it_is_one_save(tmp_path):
    """All that was written can be taken back at once, new files and what was added to others."""
    root = sites.copy_site(sites.REPOSITORY / "examples" / "model", tmp_path / "site")
    before = {name: data for name, data in sites.snapshot(root).items() if name.startswith(("data", "site_config"))}
    assert begin_year(root, 2568, "test").number
    undo(root)
    after = {name: data for name, data in sites.snapshot(root).items() if name.startswith(("data", "site_config"))}
    assert after == before


def test_a_workbook_keeps_what_waits_and_renews_it(site):
    """The year has a column of its own; nothing typed brings nothing, and the year cleared renews the answer."""
    book = exported(site, 2570)
    assert compared(site, book).joined.is_empty
    code, one = next(iter(register(site).waiting.items()))
    filled = edited(book, lambda grids: put(grids, "OIT", f"oit:items/{code}", "ยกมาจากปี", ""))
    [(name, text)] = taken_in(site, filled).items()
    (site / name).write_text(text, "utf-8")
    assert register(site).items[code].renew_item == one.renew_item
    assert compared(site, filled).joined.is_empty


def test_tidying_keeps_what_waits(site):
    """A file that was tidied has the same answers waiting."""
    before = register(site).waiting
    text = (site / ANSWERS).read_text("utf-8")
    (site / ANSWERS).write_text(tidy(text, ANSWERS), "utf-8")
    assert {code: dict(one) for code, one in register(site).waiting.items()} == {
        code: dict(one) for code, one in before.items()
    }
