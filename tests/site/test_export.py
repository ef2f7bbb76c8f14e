"""The command that writes the submission sheet: what it makes, what it says, and how it refuses."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import sites
from prongsai.cli import main
from unit.exports.sheets import MODEL, read_csv, read_xlsx, said

ROOT = Path(__file__).resolve().parents[2]
REGISTER = "data/2565/oit.yml"
NAMES = ["oit-2565.csv", "oit-2565.xlsx"]


@pytest.fixture
def root(tmp_path) -> Path:
    """The smallest valid site, with one item that is answered, one that is not, and one that nobody spoke of."""
    made = sites.copy_base(tmp_path / "root")
    shutil.copy(ROOT / "mkdocs.yml", made / "mkdocs.yml")
    items = {
        "O1": {"answer": "has", "links": [{"url": "https://www.example.go.th/structure"}, {"page": "/units/"}]},
        "O2": {"answer": "has_not", "unit": "clerk"},
    }
    return register(made, items)


def register(root, items) -> Path:
    """The site with this register of 2565."""
    text = json.dumps({"fiscal_year": "2565", "items": items}, ensure_ascii=False)
    (root / REGISTER).write_text(text, "utf-8")
    return root


def call(root, out, *words, year="2565"):
    """Call the command in this process."""
    arguments = ["export", "oit", "-C", str(root), "--out", str(out), "--year", year, *words]
    return CliRunner().invoke(main, arguments, prog_name="prongsai")


def names_in(folder) -> list[str]:
    """The names of all files in a folder, sorted."""
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def without_address(root) -> Path:
    """The site, of which nobody has said yet where it will be."""
    path = root / "site_config/site.yml"
    kept = [line for line in path.read_text("utf-8").splitlines(keepends=True) if not line.startswith("site_url")]
    path.write_text("".join(kept), "utf-8")
    return root


@pytest.mark.parametrize("year", ["2565", "65", "๒๕๖๕", "๖๕", " 2565 "])
def test_both_files_are_written(root, tmp_path, year):
    """Into a folder that is made; the year as people write it; the files are named on lines of their own."""
    out = tmp_path / "ส่งงาน" / "ita"
    told = call(root, out, year=year)
    assert told.exit_code == 0, told.output
    assert names_in(out) == NAMES
    assert told.output.splitlines()[:2] == [str(out / "oit-2565.xlsx"), str(out / "oit-2565.csv")]


def test_the_files_are_next_to_the_site_unless_another_place_is_given(root, tmp_path, monkeypatch):
    """Wherever the command is called: in the folder for all that is handed out, which is neither published nor kept."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    told = CliRunner().invoke(main, ["export", "oit", "--year", "2565", "--site", str(root)])
    assert told.exit_code == 0, told.output
    place = root.parent / f"{root.name}-handed-out"
    assert names_in(place) == NAMES
    assert told.output.splitlines()[0] == str(place / "oit-2565.xlsx")
    assert names_in(tmp_path / "here") == []


def test_it_says_what_is_ready_and_what_is_not(root, tmp_path):
    """The number of items by answer, each that waits with the first thing it lacks, and those without an answer."""
    lines = call(root, tmp_path / "out").output.splitlines()
    items = len(read_csv((tmp_path / "out/oit-2565.csv").read_bytes())) - 1
    answered = sum(row[2] == "มี" for row in read_csv((tmp_path / "out/oit-2565.csv").read_bytes()))
    assert lines[2] == f"มี {answered} ข้อ ไม่มี 1 ข้อ ยังไม่มีคำตอบ {items - answered - 1} ข้อ"
    empty = lines[-1].removeprefix("  ยังไม่มีคำตอบ: ").split()
    assert lines[3] == f"ยังไม่พร้อม {len(lines) - 5 + len(empty)} ข้อ"
    assert lines[4] == "  ข้อ O2: ข้อนี้ตอบว่าไม่มี"
    assert empty[0] == "O3"
    assert len(empty) == items - answered - 1


def test_the_sheet_is_the_published_index(root, tmp_path):
    """The files for machines and what the officer pastes are the same."""
    assert CliRunner().invoke(main, ["generate", "-C", str(root)]).exit_code == 0
    assert call(root, tmp_path / "out").exit_code == 0
    published = said(json.loads((root / "content/data/2565/oit.json").read_text("utf-8")))
    assert read_xlsx((tmp_path / "out/oit-2565.xlsx").read_bytes()) == published
    assert read_csv((tmp_path / "out/oit-2565.csv").read_bytes()) == published


def test_every_year_whose_items_are_known_has_an_index(root):
    """Also one without a register: its address is there from the first day."""
    assert not (root / "data/2564/oit.yml").exists()
    assert CliRunner().invoke(main, ["generate", "-C", str(root)]).exit_code == 0
    found = json.loads((root / "content/data/2564/oit.json").read_text("utf-8"))
    assert {one["state"] for one in found["items"]} <= {"open", "ready", "lacking"}
    assert "/data/2564/oit.json" in (root / "content/.gitignore").read_text("utf-8")


def test_exporting_twice_changes_nothing(root, tmp_path):
    """The second files take the place of the first and are the same."""
    assert call(root, tmp_path / "out").exit_code == 0
    before = sites.snapshot(tmp_path / "out")
    assert call(root, tmp_path / "out").exit_code == 0
    assert sites.snapshot(tmp_path / "out") == before


def test_the_site_is_left_alone(root, tmp_path):
    """Exporting reads and writes nothing but the sheet."""
    before = sites.snapshot(root)
    assert call(root, tmp_path / "out").exit_code == 0
    assert sites.snapshot(root) == before


@pytest.mark.parametrize(
    ("year", "sentence"),
    [
        ("2022", "--year 2022 เป็นปี ค.ศ.\nวิธีแก้: ใช้ปี พ.ศ. คือ --year 2565\n"),
        ("๒๐๒๒", "--year ๒๐๒๒ เป็นปี ค.ศ.\nวิธีแก้: ใช้ปี พ.ศ. คือ --year 2565\n"),
        ("ปีนี้", "--year ปีนี้ ไม่ใช่ปี พ.ศ. ที่ใช้ได้\nวิธีแก้: ระบุปี พ.ศ. สี่หลัก เช่น --year 2568\n"),
        ("5", "--year 5 ไม่ใช่ปี พ.ศ. ที่ใช้ได้\nวิธีแก้: ระบุปี พ.ศ. สี่หลัก เช่น --year 2568\n"),
    ],
)
def test_a_year_that_is_none_is_refused(root, tmp_path, year, sentence):
    """With the year that was probably meant."""
    told = call(root, tmp_path / "out", year=year)
    assert (told.exit_code, told.output) == (2, sentence)
    assert names_in(tmp_path / "out") == []


def test_a_year_without_a_register_is_refused(root, tmp_path):
    """And the years that have one are named."""
    told = call(root, tmp_path / "out", year="2564")
    assert told.exit_code == 2
    assert "ปีงบประมาณ พ.ศ. 2564 ไม่มีทะเบียนคำตอบแบบตรวจ OIT (data/2564/oit.yml)" in told.output
    assert told.output.endswith("คือ 2565\n")
    (root / REGISTER).unlink()
    assert "ยังไม่มีปีใดที่มีทะเบียน" in call(root, tmp_path / "out").output


def test_data_with_errors_ends_with_1(root, tmp_path):
    """The problems are shown and nothing is written."""
    (root / REGISTER).write_text("fiscal_year: 2565\nitems:\n  O1: {answer: maybe}\n", "utf-8")
    told = call(root, tmp_path / "out")
    assert told.exit_code == 1
    assert REGISTER in told.output
    assert names_in(tmp_path / "out") == []


def test_pages_of_this_site_need_its_address(root, tmp_path):
    """A path is nothing that an assessor can open; `--site-url` can help."""
    told = call(without_address(root), tmp_path / "out")
    assert told.exit_code == 2
    assert told.output.startswith("ข้อ O1")
    assert "กรอก site_url ใน site_config/site.yml เช่น site_url: https://" in told.output
    assert names_in(tmp_path / "out") == []
    assert call(root, tmp_path / "out", "--site-url", "https://www.example.go.th/ita").exit_code == 0
    urls = read_csv((tmp_path / "out/oit-2565.csv").read_bytes())[1][3]
    assert urls == "https://www.example.go.th/structure\nhttps://www.example.go.th/ita/units/"


def test_addresses_of_the_web_need_no_address_of_the_site(root, tmp_path):
    """A register that names no page of this site can be exported at once."""
    for name in ("measures.yml", "follow-up.yml"):
        (root / "data/2565" / name).unlink()
    register(root, {"O1": {"answer": "has", "links": [{"url": "https://www.example.go.th/a"}]}})
    told = call(without_address(root), tmp_path / "out")
    assert told.exit_code == 0, told.output


@pytest.mark.parametrize(
    "address", ["www.example.go.th", "ftp://example.go.th/", "https://", "http://[", "https://a/?b"]
)
def test_an_address_that_no_page_can_be_below_is_refused(root, tmp_path, address):
    """Before anything is written."""
    told = call(root, tmp_path / "out", "--site-url", address)
    assert told.exit_code == 2
    assert "ไม่ใช่ที่อยู่เต็มของเว็บไซต์" in told.output
    assert names_in(tmp_path / "out") == []


def test_a_file_is_no_folder(root, tmp_path):
    """It is left as it is."""
    (tmp_path / "out").write_text("ของฉัน", "utf-8")
    told = call(root, tmp_path / "out")
    assert told.exit_code == 2
    assert "เป็นแฟ้ม ไม่ใช่โฟลเดอร์" in told.output
    assert (tmp_path / "out").read_text("utf-8") == "ของฉัน"


@pytest.mark.parametrize("name", NAMES)
def test_when_one_file_cannot_be_written_none_is(root, tmp_path, name):
    """Something that cannot be replaced is in the place of one of the two; the sentence says how to go on."""
    (tmp_path / "out" / name).mkdir(parents=True)
    told = call(root, tmp_path / "out")
    assert told.exit_code == 2
    assert told.output.startswith(f"เขียนแฟ้ม {tmp_path / 'out' / name} ไม่ได้ อาจเปิดค้างอยู่ในโปรแกรมอื่น เช่น Excel")
    assert names_in(tmp_path / "out") == [name]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_nobody_may_write_is_kept(root, tmp_path):
    """As a spreadsheet keeps a file that it shows."""
    (tmp_path / "out").mkdir()
    kept = tmp_path / "out" / NAMES[1]
    kept.write_bytes(b"x")
    kept.chmod(0o400)
    assert call(root, tmp_path / "out").exit_code == 2
    assert (kept.read_bytes(), names_in(tmp_path / "out")) == (b"x", [NAMES[1]])


@pytest.mark.skipif(sys.platform == "win32", reason="a limit of Unix")
def test_a_full_disk_is_no_open_spreadsheet(root, tmp_path):
    """The sentence says so where the system takes no more bytes, and does not send people to close Excel."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        told = call(root, tmp_path / "out")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert (told.exit_code, "Excel" in told.output) == (2, False)
    assert told.output.startswith("ดิสก์เต็ม")


def test_a_text_that_no_cell_can_hold_stops_the_export(root, tmp_path):
    """Item and column are named; nothing is cut and nothing is written."""
    link = {"url": "https://www.example.go.th/a", "explanation": "ก" * 32_768}
    told = call(register(root, {"O7": {"answer": "has", "links": [link]}}), tmp_path / "out")
    assert told.exit_code == 2
    assert told.output.startswith("ข้อ O7 ช่องคำอธิบายยาว 32,768 ตัวอักษร แต่ตารางรับได้ช่องละไม่เกิน 32,767 ตัวอักษร")
    assert names_in(tmp_path / "out") == []


def test_the_help_is_given():
    """For the group and for its command."""
    for words in (["export", "--help"], ["export", "oit", "--help"]):
        told = CliRunner().invoke(main, words)
        assert told.exit_code == 0
        assert "ITAS" in told.output


def test_the_model_agency_can_be_exported(tmp_path):
    """The example that ships shows what the sheet looks like."""
    told = call(MODEL, tmp_path)
    assert told.exit_code == 0, told.output
    assert len(read_csv((tmp_path / "oit-2565.csv").read_bytes())) == 44
