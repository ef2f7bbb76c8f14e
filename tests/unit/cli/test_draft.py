"""The command `draft`: it shows, asks and writes; what it cannot draft is a sentence with a remedy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import sites
from prongsai.cli import main

TOP = Path(__file__).resolve().parents[3]
FILE = "data/2564/analysis.yml"


def call(*words: object):
    """The program, called in this process, where nobody can be asked."""
    return CliRunner().invoke(main, [str(one) for one in words])


@pytest.fixture
def root(tmp_path) -> Path:
    """A site with a result and without an analysis of it."""
    made = sites.copy_base(tmp_path / "root")
    (made / FILE).unlink()
    return made


def test_a_draft_is_shown_written_and_taken_back(root):
    """Its texts under their heads, then the file; `undo` brings back what was there."""
    before = sites.snapshot(root)
    told = call("draft", "analysis", "2564", "-C", root, "--yes")
    assert told.exit_code == 0, told.output
    lines = told.stdout.splitlines()
    assert {"สิ่งที่พบในภาพรวม", "จุดแข็ง", "จุดอ่อน", "ประเด็นที่ควรพัฒนา"} <= {*lines}
    assert lines[-2].startswith("เขียนแล้ว 1 แฟ้ม ทุกรายการมี draft: true จึงยังไม่เผยแพร่")
    assert "draft: true" in (root / FILE).read_text("utf-8")
    assert call("undo", "-C", root, "--yes").exit_code == 0
    kept = {name: mark for name, mark in sites.snapshot(root).items() if not name.startswith(".prongsai")}
    assert kept == {name: mark for name, mark in before.items() if not name.startswith(".prongsai")}


def test_a_trial_and_nobody_to_ask_write_nothing(root):
    """The draft is shown all the same."""
    for words, status in ((("--dry-run",), 0), ((), 2)):
        told = call("draft", "analysis", "2564", "-C", root, *words)
        assert told.exit_code == status
        assert "จุดอ่อน" in told.output
        assert not (root / FILE).exists()


def test_a_second_draft_has_nothing_to_write(root):
    """All that can be drafted is there."""
    assert call("draft", "analysis", "2564", "-C", root, "--yes").exit_code == 0
    told = call("draft", "analysis", "2564", "-C", root, "--yes")
    assert told.exit_code == 0
    assert "ไม่มีสิ่งใดต้องเขียน" in told.output


def test_measures_are_proposed_in_the_number_asked_for(tmp_path):
    """At most so many proposals below each finding."""
    root = tmp_path / "don"
    for part in ("data", "site_config"):
        shutil.copytree(TOP / "examples/don" / part, root / part)
    shutil.rmtree(root / "data/2568")
    for most in (1, 3):
        told = call("draft", "measures", "2568", "-C", root, "--proposals", most, "--dry-run")
        assert told.exit_code == 0, told.output
        assert told.output.count("  เสนอ: ") == 2 * most


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("analysis", "2566"), "ยังไม่มีผลคะแนนใน data/2566/scores.yml จึงร่างไม่ได้"),
        (("measures", "2564"), "ยังไม่มีผลคะแนนใน data/2563/scores.yml จึงร่างไม่ได้"),
        (("analysis",), "ยังไม่ได้ระบุ"),
        (("measures", "2565", "--proposals", "9"), "--proposals 9 ใช้ไม่ได้"),
        (("analysis", "2564", "extra"), "มีข้อความเกินมา"),
    ],
)
def test_what_cannot_be_drafted_is_a_sentence(root, words, said):
    """With the way to do it, status 2, and nothing written."""
    before = sites.snapshot(root)
    told = call("draft", *words, "-C", root)
    assert told.exit_code == 2
    assert said in told.output
    assert "วิธีแก้: " in told.output
    assert sites.snapshot(root) == before


def test_a_faulty_file_is_mended_first(root):
    """A draft is not laid over what cannot be read."""
    (root / FILE).write_text("fiscal_year: 2564\nfindings: {a\n", "utf-8")
    told = call("draft", "analysis", "2564", "-C", root, "--yes")
    assert told.exit_code == 2
    assert f"{FILE} มีส่วนที่อ่านไม่ได้" in told.output


def test_measures_of_another_result_are_refused(root):
    """The file answers another year than the one before."""
    (root / "data/2566").mkdir()
    shutil.copy(root / "data/2564/scores.yml", root / "data/2565/scores.yml")
    text = (root / "data/2565/scores.yml").read_text("utf-8").replace("fiscal_year: 2564", "fiscal_year: 2565")
    (root / "data/2565/scores.yml").write_text(text, "utf-8")
    (root / "data/2566/measures.yml").write_text("fiscal_year: 2566\nfrom_fiscal_year: 2564\nmeasures: []\n", "utf-8")
    told = call("draft", "measures", "2566", "-C", root, "--yes")
    assert told.exit_code == 2
    assert "ตอบผลของปี 2564" in told.output
