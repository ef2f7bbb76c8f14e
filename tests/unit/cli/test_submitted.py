"""The commands `submitted` and `appeal`: what they record, say and refuse, and what they never offer."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

import sites
from once import make_once
from prongsai.cli import main
from prongsai.links.keep import LINKS
from prongsai.links.links_csv import write_links
from prongsai.links.memory import Memory, remember
from prongsai.links.seen import State, Verdict
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.submissions.appeal import make_sheets, write_appeal
from prongsai.pipeline.submissions.restore import remember_zeros
from prongsai.submissions.keep import SUBMITTED, load_submissions
from prongsai.submissions.notes import Zero

URL = "https://www.example.go.th/executives"
REGISTER = "data/2565/oit.yml"
FILE = "content/files/2565/executives.csv"
NEW = "https://www.example.go.th/executives-new"


def run(root: Path, *words: str):
    """A command on a site."""
    return CliRunner().invoke(main, [*words, "-C", str(root)])


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Change a text of a file, which must be there."""
    text = (root / name).read_text("utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new), "utf-8")


def bare(folder: Path) -> Path:
    """A site with an attachment, not submitted."""
    root = sites.copy_base(folder)
    edit(root, "site_config/site.yml", "numerals: thai", "numerals: thai\ndocuments: off")
    edit(root, REGISTER, f"- url: {URL}\n", f"- url: {URL}\n      - file: 2565/executives.csv\n")
    (root / FILE).parent.mkdir(parents=True)
    (root / FILE).write_text("ตำแหน่ง\nนายกเทศมนตรี\n", "utf-8")
    return root


def _make(folder: Path) -> Path:
    root = bare(folder / "site")
    memory = Memory()
    for day, state in (("2565-04-29", State.FINE), ("2565-05-01", State.TIMEOUT), ("2565-05-02", State.FINE)):
        memory = remember(memory, [Verdict(URL, state)], day)
    (root / LINKS).write_text(write_links(memory), "utf-8")
    assert run(root, "submitted", "2565", "--on", "30 เมษายน 2565").exit_code == 0
    return root


@pytest.fixture(scope="session")
def _once(tmp_path_factory) -> Path:
    return make_once(tmp_path_factory, "submitted-command", _make)


@pytest.fixture
def root(_once, tmp_path) -> Path:
    """A copy of a site that was submitted."""
    return Path(shutil.copytree(_once, tmp_path / "site"))


def words_of(path: Path) -> str:
    """The text of a Word file."""
    xml = zipfile.ZipFile(io.BytesIO(path.read_bytes())).read("word/document.xml").decode()
    return re.sub(r"<[^>]+>", " ", xml)


def test_the_command_says_what_was_recorded_and_what_follows(tmp_path):
    """The day, the numbers, what was never published, and what stops from now on; nothing but the record is written."""
    root = bare(tmp_path / "site")
    before = sites.snapshot(root)
    done = run(root, "submitted", "2565", "--on", "2565-04-30")
    assert done.exit_code == 0
    assert "บันทึกคำตอบที่ยื่นของปี 2565 เมื่อ 30 เมษายน 2565 แล้ว 43 ข้อ 4 ลิงก์" in done.stdout
    assert "ยังไม่เคยเผยแพร่ 3 ลิงก์" in done.stdout
    after = sites.snapshot(root)
    assert {name: after[name] for name in before} == before
    new = {name for name in after if name not in before and not name.startswith((".prongsai", SUBMITTED))}
    assert new == set()


def test_a_year_whose_result_is_entered_is_not_said_to_be_guarded(root):
    """Neither after recording nor in the list; the day of the copies is said in words."""
    (root / "data/2565/scores.yml").write_text("fiscal_year: 2565\ntotal: {value: 88.20, at: หน้า 1}\n", "utf-8")
    recorded, listed = run(root, "submitted", "2565", "--on", "2565-05-01"), run(root, "submitted", "2565", "--list")
    for one in (recorded, listed):
        assert one.exit_code == 0
        assert "กรอกผลของปี 2565 แล้ว" in one.stdout
        assert "จนกว่าจะกรอกผล" not in one.stdout
        assert "ไม่พบสิ่งที่ต่าง" not in one.stdout
    assert re.search(r"สำเนาที่เก็บจึงเป็นของวันที่ \d+ [ก-๛]+ \d{4} ", recorded.stdout)


def test_the_record_has_what_the_sheet_for_itas_has(root):
    """Whole addresses, the explanation, hashes, and what was remembered of the link on that day."""
    stored = json.loads((root / SUBMITTED / "2565-2565-04-30.json").read_text("utf-8"))
    [item] = [one for one in stored["items"] if one["code"] == "O2"]
    assert [link["url"] for link in item["links"]] == [URL, "https://ita.example.go.th/files/2565/executives.csv"]
    assert item["explanation"].startswith("ลิงก์ที่ 1")
    assert item["links"][0]["evidence"]["checked_on"] == "2565-05-02"
    assert len(item["links"][1]["sha256"]) == 64


def test_everything_recorded_is_listed_and_shown(root):
    """The list says what differs now; an item is shown with the text of its page as it was submitted."""
    edit(root, REGISTER, f"- url: {URL}\n", f"- url: {NEW}\n")
    listed, shown = run(root, "submitted", "2565", "--list"), run(root, "submitted", "2565", "--show", "o๔๒")
    assert "ยื่นเมื่อ 30 เมษายน 2565" in listed.stdout
    assert "[submitted-link-removed]" in listed.stdout
    assert "| # มาตรการส่งเสริมคุณธรรมและความโปร่งใส" in shown.stdout


def test_an_overwritten_attachment_comes_back_and_nothing_is_lost(root):
    """The submitted bytes are at the address again, and those that were in their place are aside."""
    before = (root / FILE).read_bytes()
    (root / FILE).write_text("ฉบับใหม่\n", "utf-8")
    done = run(root, "submitted", "2565", "--restore", "O2")
    assert (done.exit_code, (root / FILE).read_bytes()) == (0, before)
    assert (root / "set-aside/1" / FILE).read_text("utf-8") == "ฉบับใหม่\n"
    assert "เหมือนที่ยื่นไว้แล้ว" in run(root, "submitted", "2565", "--restore", "O2").stdout
    (root / FILE).unlink()
    assert run(root, "submitted", "2565", "--restore", "O2").exit_code == 0
    assert (root / FILE).read_bytes() == before


def test_a_damaged_copy_is_never_put_back(root):
    """A copy that is not what its name says restores nothing."""
    (root / FILE).write_text("ฉบับใหม่\n", "utf-8")
    for copy in (root / SUBMITTED / "kept").glob("*.csv"):
        copy.write_text("เสีย", "utf-8")
    done = run(root, "submitted", "2565", "--restore", "O2")
    assert (done.exit_code, "วิธีแก้" in done.stderr) == (2, True)
    assert (root / FILE).read_text("utf-8") == "ฉบับใหม่\n"


def test_an_address_that_has_to_go_is_given_up_with_a_reason(root):
    """With a reason the site is built again and the report keeps it in sight; without, and after --hold, it stops."""
    edit(root, REGISTER, f"- url: {URL}\n", f"- url: {NEW}\n")
    assert run(root, "check").exit_code == 1
    released = run(root, "submitted", "2565", "--release", "2", "--reason", "มีข้อมูลส่วนบุคคล")
    checked = run(root, "check")
    assert (released.exit_code, checked.exit_code) == (0, 0)
    assert "มีข้อมูลส่วนบุคคล" in checked.stdout
    run(root, "submitted", "2565", "--hold", "O2")
    assert run(root, "check").exit_code == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["2565"], "ยังไม่ได้ระบุว่าให้ทำอะไร"),
        (["2565", "--list", "--show", "O2"], "พร้อมกันไม่ได้"),
        (["2565", "--release", "O2"], "--reason"),
        (["2565", "--show", "O99"], "ไม่พบข้อ O99"),
        (["2565", "--on", "2565-04-01"], "บันทึกไว้แล้วว่ายื่นเมื่อ 30 เมษายน 2565"),
        (["2565", "--on", "2570-04-01"], "ไม่อยู่ในช่วงการประเมิน"),
        (["2565", "--on", "30 กุมภาพันธ์ 2565"], "ไม่ใช่วันที่"),
        (["2564", "--on", "2564-04-30"], "ไม่มีทะเบียนคำตอบ OIT"),
        (["2564", "--list"], "ยังไม่ได้บันทึกว่ายื่นคำตอบของปี 2564"),
        (["2565", "--restore", "O42"], "ไม่มีแฟ้มแนบ"),
        (["2022", "--list"], "ค.ศ."),
    ],
)
def test_a_call_that_makes_no_sense_is_refused_with_a_remedy(words, said, root):
    """A sentence and what to do, status 2, and nothing is written."""
    before = sites.snapshot(root / SUBMITTED)
    done = run(root, "submitted", *words)
    assert (done.exit_code, said in done.stderr, "วิธีแก้" in done.stderr) == (2, True, True), done.stderr
    assert sites.snapshot(root / SUBMITTED) == before


def test_answers_that_cannot_be_published_are_not_recorded(tmp_path):
    """An error of the data, an unknown address of the site and answers of a later day are each refused."""
    root = bare(tmp_path / "site")
    edit(root, REGISTER, "unit: clerk\n", "unit: clerk\n    published_on: 2 พฤษภาคม 2565\n")
    later = run(root, "submitted", "2565", "--on", "2565-04-30")
    edit(root, "site_config/site.yml", "site_url: https://ita.example.go.th/\n", "")
    unknown = run(root, "submitted", "2565", "--on", "2565-05-30")
    edit(root, REGISTER, "answer: has_not}", "answer: maybe}")
    wrong = run(root, "submitted", "2565", "--on", "2565-05-30")
    assert [later.exit_code, unknown.exit_code, wrong.exit_code] == [2, 2, 1]
    assert ("หลังวันที่ยื่น" in later.stderr, "site_url" in unknown.stderr) == (True, True)
    assert not (root / SUBMITTED).exists()


def test_a_submitted_address_is_neither_moved_nor_withdrawn_before_the_result(root):
    """`urls` refuses it and says how it is given up; then it obeys."""
    assert run(root, "publish", "--to", str(root.parent / "www"), "--date", "2565-05-01", "--no-backup").exit_code == 0
    edit(root, REGISTER, "\n      - file: 2565/executives.csv", "")
    (root / FILE).unlink()
    withdraw = ("urls", "withdraw", "/files/2565/executives.csv", "--reason", "ฉบับใหม่")
    refused = run(root, *withdraw)
    assert (refused.exit_code, "ข้อ O2" in refused.stderr, "วิธีแก้" in refused.stderr) == (2, True, True)
    run(root, "submitted", "2565", "--release", "O2", "--reason", "มีข้อมูลส่วนบุคคล")
    assert run(root, *withdraw).exit_code == 0


def test_an_answer_that_is_corrected_can_be_exported_and_recorded_again(root, tmp_path):
    """Before the window closes: the sheet for ITAS is written while builds stop, then the record follows."""
    edit(root, REGISTER, f"- url: {URL}\n", f"- url: {NEW}\n")
    assert run(root, "check").exit_code == 1
    assert run(root, "export", "oit", "--year", "2565", "--out", str(tmp_path / "sheet")).exit_code == 0
    again = run(root, "submitted", "2565", "--on", "2565-05-02")
    assert "ใช้แทนคำตอบที่ยื่นเมื่อ 30 เมษายน 2565" in again.stdout
    assert run(root, "check").exit_code == 0


def test_whoever_takes_over_learns_what_was_submitted(root):
    """The handover names the year, the day, and that the links stay."""
    assert "ปี 2565 ยื่นคำตอบ OIT ใน ITAS แล้วเมื่อ 30 เมษายน 2565" in run(root, "handover", "--date", "2565-05-03").stdout


def test_the_sheet_says_what_the_records_show_and_offers_no_new_link(root, tmp_path):
    """Reason, submitted link, copy, days of checks and what changed; the link of the register today is not there."""
    edit(root, REGISTER, f"- url: {URL}\n", f"- url: {NEW}\n")
    (root / FILE).write_text("ฉบับใหม่\n", "utf-8")
    done = run(root, "appeal", "2565", "--zero", "O2=ไม่พบช่องทางติดต่อ", "--out", str(tmp_path / "out"))
    assert done.exit_code == 0, done.output
    text = words_of(tmp_path / "out" / "appeal-2565-O2.docx")
    for said in ("ไม่พบช่องทางติดต่อ", URL, "30 เมษายน 2565 ถึง 2 พฤษภาคม 2565", "1 พฤษภาคม 2565", "SHA-256"):
        assert said in text, said
    assert NEW not in text
    assert "ไม่อยู่ในคำตอบที่บันทึกไว้ในเว็บไซต์" in text


def test_zeros_are_remembered_and_nothing_is_typed_again(root, tmp_path, monkeypatch):
    """From a table and by hand, then without a word; what was typed wrongly is forgotten; no data file names them."""
    monkeypatch.setitem(sys.modules, "weasyprint.text.fonts", None)  # one form of each sheet is enough to tell
    table = str(sites.CASES / "appeal" / "result.csv")
    first = run(root, "appeal", "2565", "--from", table, "--zero", "ข้อ 1=ลิงก์เปิดไม่ได้", "--out", str(tmp_path / "a"))
    again = run(root, "appeal", "2565", "--forget", "O1", "--out", str(tmp_path / "b"))
    assert (first.exit_code, again.exit_code) == (0, 0)
    assert "O77" in first.stderr
    names = [sorted({path.stem for path in (tmp_path / one).iterdir()}) for one in "ab"]
    assert names[0] == [f"appeal-2565-{code}" for code in ("O1", "O2", "O42", "O43")]
    assert names[1] == names[0][1:]
    files = (path for path in root.rglob("*") if path.is_file())
    holders = [path for path in files if "ไม่ครบองค์ประกอบ" in path.read_text("utf-8", "replace")]
    assert [path.name for path in holders] == ["2565-notes.json"]


def test_a_machine_without_the_libraries_writes_a_page_to_be_printed(root, tmp_path):
    """The result says what is lacking, and the page has everything that the document would have."""
    remember_zeros(root, 2565, {"O2": Zero("ไม่พบช่องทางติดต่อ")})
    known, checked = load_submissions(root), check_folder(root)
    sheets = make_sheets(checked, known, known.years[2565][-1])
    done = write_appeal(checked, sheets, tmp_path / "page", {"docx": "python-docx", "pdf": "weasyprint"})
    [path] = done.paths
    text = path.read_text("utf-8")
    assert (path.suffix, done.lacking) == (".html", "python-docx weasyprint")
    assert ("ไม่พบช่องทางติดต่อ" in text, URL in text, "<style>" in text) == (True, True, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "ยังไม่ได้ระบุข้อที่ได้ 0"),
        (["--zero", "O2"], "ยังไม่มีเหตุที่แจ้ง"),
        (["--zero", "O99=x"], "ไม่พบข้อ O99"),
        (["--from", "none.xlsx"], "ไม่พบแฟ้ม"),
        (["--from", str(sites.CASES / "appeal" / "no-reasons.csv")], "ช่องเหตุ"),
        (["--zero", "O2=x", "--out", "site_config/x"], "--out"),
    ],
)
def test_an_appeal_without_a_ground_is_refused(words, said, root, monkeypatch):
    """No zero, no reason, an item that was not submitted, a table without reasons, and a folder in the site."""
    monkeypatch.chdir(root)
    done = run(root, "appeal", "2565", *words)
    assert (done.exit_code, said in done.stderr, "วิธีแก้" in done.stderr) == (2, True, True), done.output
