"""The command edition, from a skeleton to a pack on another site: what it prints, writes, and refuses."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result

from books import edited, head_at, print_list, titles_of
from prongsai import paths
from prongsai.cli import main
from prongsai.loading.load_site import load_site
from prongsai.pipeline.begin import new_site
from prongsai.pipeline.check import check_folder
from sites import snapshot
from unit.makers import shipped_edition

LIST = Path(__file__).resolve().parents[2] / "cases" / "rulebooks" / "printed-list.txt"
OWN = "site_config/editions/2571.yml"
GAP, NO_KEY, GUESSED = "เลขข้อไม่ต่อเนื่อง ขาด O6", "O12", "โปรแกรมต่อข้อความที่พิมพ์สองบรรทัด: O2, O7, O11"


@pytest.fixture
def site(tmp_path) -> Path:
    """A new site of a municipality."""
    return made_site(tmp_path / "ita", "เทศบาลตำบลตัวอย่าง")


def made_site(folder: Path, agency: str) -> Path:
    """A new site of an agency."""
    new_site(folder, agency, 2569)
    return folder


def call(site: Path, *words: str) -> Result:
    """The command, with its output and status."""
    return CliRunner().invoke(main, ["edition", *words, "--site", str(site)])


def taken_in(site: Path, *words: str) -> Result:
    """The printed list taken in."""
    return call(site, "import", str(LIST), "--year", "2571", "--yes", *words)


def test_a_skeleton_states_nothing(site):
    """A file with the structure of earlier years is there; the check of the site is as without it."""
    (site / "data/2571").mkdir()
    (site / "data/2571/scores.yml").write_text("fiscal_year: 2571\ntotal: {value: 90.00}\n", "utf-8")
    before = check_folder(site)
    result = call(site, "new", "2571", "--from", "2569", "--yes")
    assert result.exit_code == 0, result.output
    after = check_folder(site)
    assert "#:   O25: {key: measures" in (site / OWN).read_text("utf-8")
    assert (after.problems, after.results.site) == (before.problems, before.results.site)
    again = call(site, "new", "2571", "--yes")
    assert (again.exit_code, "จึงไม่ได้เขียนทับ" in again.output) == (2, True)


def test_a_printed_list_becomes_the_rules_of_a_year_and_everything_guessed_is_said(site):
    """Broken sara am, titles on two lines and a missing item are reported while taking in and again by check."""
    call(site, "new", "2571", "--yes")
    result = taken_in(site, "--match", "certain")
    assert result.exit_code == 0, result.output
    for said in ("ซ่อมอักขระ", "ต่อข้อความที่พิมพ์หลายบรรทัด", "ไม่พบข้อเหล่านี้", "O6", "บรรทัดที่ไม่ได้นำเข้า", "แน่ชัด: ชื่อเดียวกัน"):
        assert said in result.output
    text = (site / OWN).read_text("utf-8")
    assert "#:" not in text
    assert "key: measures" in text
    checked = call(site, "check", "2571")
    assert checked.exit_code == 1
    for said in (GAP, GUESSED, "ไม่ได้ระบุหน้าของคู่มือ", f"ยังไม่ได้ยืนยันว่าข้อเหล่านี้ตรงกับเรื่องใดของปีก่อน: O2, O5, {NO_KEY}"):
        assert said in checked.output
    assert not check_folder(site).has_errors


def test_rules_that_were_taken_away_come_back_from_a_printed_list(site, tmp_path, monkeypatch):
    """Of FY2566 nothing is known any more: all its 43 titles but a missing one come back, and that one is named."""
    shipped = shipped_edition(2566)
    others = tmp_path / "editions"
    shutil.copytree(paths.EDITIONS, others, ignore=shutil.ignore_patterns("2566.yml"))
    monkeypatch.setattr(paths, "EDITIONS", others)
    printed, in_two = print_list(titles_of(shipped), "O17", Random(43))
    (tmp_path / "list.txt").write_text(printed, "utf-8")
    assert call(site, "new", "2566", "--yes").exit_code == 0
    words = ("--year", "2566", "--page", "34-36", "--match", "certain", "--yes")
    taken = call(site, "import", str(tmp_path / "list.txt"), *words)
    assert taken.exit_code == 0, taken.output
    rules = load_site(site).editions.edition(2566)
    assert titles_of(rules) == {code: title for code, title in titles_of(shipped).items() if code != "O17"}
    assert (len(rules.items), len(in_two) > 3) == (42, True)
    keys = {code: one.key for code, one in rules.items.items() if one.key}
    assert keys == {code: shipped.items[code].key for code in keys}
    assert len(keys) == 32
    said = call(site, "check", "2566").output
    assert "เลขข้อไม่ต่อเนื่อง ขาด O17" in said
    assert f"โปรแกรมต่อข้อความที่พิมพ์สองบรรทัด: {', '.join(in_two)}" in said


def test_undo_takes_it_back(site):
    """The skeleton is there again as it was."""
    call(site, "new", "2571", "--yes")
    before = (site / OWN).read_bytes()
    taken_in(site)
    assert (site / OWN).read_bytes() != before
    assert CliRunner().invoke(main, ["undo", "--yes", "--site", str(site)]).exit_code == 0
    assert (site / OWN).read_bytes() == before


def test_what_nobody_confirms_has_no_meaning(site):
    """Without an answer the pairs are only shown; one named by --match is taken, all others wait."""
    result = taken_in(site, "--match", "O4=O4")
    assert "รอยืนยัน" in result.output
    text = (site / OWN).read_text("utf-8")
    assert "key: news" in text
    assert "key: measures" not in text


def test_a_trial_writes_nothing(site):
    """--dry-run shows all of it."""
    before = snapshot(site)
    result = call(site, "import", str(LIST), "--year", "2571", "--dry-run")
    assert "ทดลองเท่านั้น" in result.output
    assert snapshot(site) == before


def test_the_workbook_goes_out_and_comes_back(site, tmp_path):
    """Exported, given a page in one row and taken in: the row is a fact, and the rest waits."""
    book = tmp_path / "rules.xlsx"
    result = call(site, "export", "2571", "--to", str(book))
    assert result.exit_code == 0, result.output

    def change(grids):
        row = grids["ข้อ OIT"][2]
        row[head_at(grids, "ข้อ OIT", "หน้าในคู่มือ")] = "34"

    book.write_bytes(edited(book.read_bytes(), change))
    again = call(site, "export", "2571", "--to", str(book))
    assert (again.exit_code, "จึงไม่เขียนทับ" in again.output) == (2, True)
    result = call(site, "import", str(book), "--yes")
    assert "อ่านแบบกรอก rules.xlsx: ข้อ OIT 1" in result.output
    text = (site / OWN).read_text("utf-8")
    assert "O3: {key: contact-and-questions, title: ข้อมูลการติดต่อและช่องทางการสอบถาม" in text
    assert "page: 34" in text


def test_a_row_filled_in_over_another_item_does_not_inherit_its_meaning(site, tmp_path):
    """A title that is nothing like that of the item it is said to go on with is asked about, not believed."""
    book = tmp_path / "rules.xlsx"
    call(site, "export", "2571", "--to", str(book))

    def change(grids):
        row = grids["ข้อ OIT"][2]
        row[head_at(grids, "ข้อ OIT", "ชื่อข้อ")] = "ศูนย์พักพิงสัตว์จรจัด"
        row[head_at(grids, "ข้อ OIT", "หน้าในคู่มือ")] = "34"

    book.write_bytes(edited(book.read_bytes(), change))
    result = call(site, "import", str(book), "--yes")
    assert "แต่ชื่อต่างกันมาก จึงยังไม่ใช้" in result.output
    assert "key:" not in (site / OWN).read_text("utf-8").partition("items:")[2]


def test_a_guess_is_confirmed_by_its_page(site, tmp_path):
    """A title put together from two lines is marked in the workbook; with a page it is no guess any more."""
    taken_in(site, "--page", "34")
    assert GUESSED in call(site, "check", "2571").output
    book = tmp_path / "rules.xlsx"
    call(site, "export", "2571", "--to", str(book))

    def change(grids):
        rows = grids["ข้อ OIT"]
        page, origin = (head_at(grids, "ข้อ OIT", head) for head in ("หน้าในคู่มือ", "ที่มาของแถว"))
        [row] = [one for one in rows if one[1] == "O7"]
        assert (row[page], str(row[origin])[:4]) == ("", "เดา:")
        row[page] = "35"

    book.write_bytes(edited(book.read_bytes(), change))
    assert call(site, "import", str(book), "--yes").exit_code == 0
    assert GUESSED.replace("O7, ", "") in call(site, "check", "2571").output
    item = load_site(site).editions.edition(2571).items["O7"]
    assert (item.title_evidence, item.evidence) == ((), ("manual-2571-p35",))


def test_a_pack_made_on_one_site_is_added_on_another(site, tmp_path):
    """The pack is plain and names agency, day and pages; added elsewhere it is shown, and kept as a file."""
    taken_in(site, "--page", "34", "--match", "certain")
    pack = tmp_path / "rules.yml"
    made = call(site, "pack", "2571", "--on", "29/11/2569", "--to", str(pack))
    assert made.exit_code == 0, made.output
    text = pack.read_text("utf-8")
    assert "agency: เทศบาลตำบลตัวอย่าง" in text
    assert "made_on: 29 พฤศจิกายน 2569" in text
    assert "page: 34" in text
    assert str(tmp_path) not in text
    assert LIST.name not in text
    other = made_site(tmp_path / "other", "องค์การบริหารส่วนตำบลสองแคว")
    result = call(other, "add", str(pack), "--yes")
    assert result.exit_code == 0, result.output
    assert "ข้อ OIT O4 ชื่อข้อ: ข่าวประชาสัมพันธ์ (หน้า 34)" in result.output
    assert "ตามที่หน่วยงาน เทศบาลตำบลตัวอย่าง กรอก" in result.output
    [kept] = (other / "site_config/editions/packs").iterdir()
    assert kept.read_bytes() == pack.read_bytes()
    assert "ไม่มีสิ่งใดต้องเขียน" in call(other, "add", str(pack), "--yes").output
    assert "ใช้เป็นข้อสังเกต" in call(other, "check", "2571").output
    kept.unlink()
    assert "ชุดหลักเกณฑ์ที่" not in call(other, "check", "2571").output


def test_a_second_agency_confirms_and_a_third_that_differs_is_shown(site, tmp_path):
    """Adding says which entries two agencies have alike with their pages, and which they have differently."""
    taken_in(site, "--page", "34")
    first, second = tmp_path / "1.yml", tmp_path / "2.yml"
    call(site, "pack", "2571", "--on", "29/11/2569", "--to", str(first))
    other = made_site(tmp_path / "other", "องค์การบริหารส่วนตำบลสองแคว")
    call(other, "add", str(first), "--yes")
    text = first.read_text("utf-8").replace("agency: เทศบาลตำบลตัวอย่าง", "agency: เทศบาลเมืองห้วยน้ำใส")
    second.write_text(text.replace("title: ข่าวประชาสัมพันธ์", "title: ข่าวและประกาศ"), "utf-8")
    result = call(other, "add", str(second), "--yes")
    assert "มีสองหน่วยงานกรอกตรงกันพร้อมเลขหน้า" in result.output
    assert "ไม่ตรง ข้อ OIT O4 ชื่อข้อ" in result.output
    assert "ไม่ใช้ค่าใด" in result.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("new", "2571", "--from", "2560"), "ไม่ทราบหลักเกณฑ์ของปี 2560"),
        (("import", str(LIST)), "ระบุปี"),
        (("import", str(LIST), "--year", "2571", "--page", "ท้ายเล่ม"), "ไม่ใช่เลขหน้า"),
        (("import", str(LIST), "--year", "2571", "--match", "O99=O1", "--yes"), "--match O99=O1 ไม่ตรงกับข้อใด"),
        (("import", str(LIST.parent / "sound-words.txt"), "--year", "2571"), "ไม่พบข้อ OIT"),
        (("pack", "2571"), "ยังไม่ได้กรอกหลักเกณฑ์ของปี 2571"),
        (("add", str(LIST)), "ไม่ใช่ชุดหลักเกณฑ์ที่ครบถ้วน"),
        (("export", "2571", "--to", "x.txt"), "ไม่ใช่ชื่อแฟ้ม .xlsx"),
        (("export", "2571", "--to", "no-such-folder.xlsx", "--from", "2560"), "ไม่ทราบหลักเกณฑ์ของปี 2560"),
    ],
)
def test_a_wrong_call_is_refused_with_its_remedy(site, words, said):
    """A sentence with the way to call instead, status 2, and nothing written."""
    before = snapshot(site)
    result = call(site, *words)
    assert (result.exit_code, said in result.output, "วิธีแก้:" in result.output) == (2, True, True), result.output
    assert snapshot(site) == before


def test_a_pack_of_a_site_without_a_name_needs_one(tmp_path):
    """Without the agency's name nobody has entered it; --by names it."""
    site = made_site(tmp_path / "ita", "")
    taken_in(site)
    assert call(site, "pack", "2571").exit_code == 2
    made = call(site, "pack", "2571", "--by", "เทศบาลตำบลตัวอย่าง", "--to", str(tmp_path / "p.yml"))
    assert made.exit_code == 0, made.output


def test_nothing_is_handed_on_that_others_could_not_add(site, tmp_path):
    """Rules with a faulty part make no pack, with the way to correct them; what is no pack at all is one sentence."""
    taken_in(site, "--page", "34")
    rules, pack = site / OWN, tmp_path / "p.yml"
    rules.write_text(rules.read_text("utf-8").replace("grade: P1", "grade: ดี", 1), "utf-8")
    made = call(site, "pack", "2571", "--to", str(pack))
    assert (made.exit_code, "prongsai check" in made.output, pack.exists()) == (2, True, False), made.output
    pack.write_text("name: เทศบาลตำบลตัวอย่าง\n", "utf-8")
    told = call(site, "add", str(pack), "--yes").output
    assert told.count("pack-without-rules") == 1
    assert "missing-key" not in told


def test_rules_that_cannot_be_read_are_not_written_over(site):
    """A file with a fault of its own is reported, and nothing is put into it."""
    (site / OWN).parent.mkdir(exist_ok=True)
    (site / OWN).write_text('scheme: "NACC-ITA\nfiscal_year: 2571\n', "utf-8")
    before = snapshot(site)
    result = taken_in(site)
    assert result.exit_code == 1
    assert snapshot(site) == before


PAGE = Path(__file__).resolve().parents[3] / "docs" / "officer" / "rules-of-a-year.md"
WRITING = ("new", "import", "add")  # commands that ask before they write


def test_the_commands_of_the_manual_run_as_they_are_printed(tmp_path, monkeypatch):
    """Every command of the page on entering rules, in its order, on a new site with a list to take in."""
    site = made_site(tmp_path / "ita", "เทศบาลตำบลตัวอย่าง")
    monkeypatch.chdir(site)
    shutil.copy(LIST, site / "รายการข้อ.txt")
    lines = re.findall(r"^ *prongsai (edition .+)$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert len(lines) == 7
    for line in lines:
        words = shlex.split(line)
        for made in tmp_path.glob("ita-handed-out/*.xlsx"):
            shutil.copy(made, site)
        result = CliRunner().invoke(main, [*words, *(["--yes"] if words[1] in WRITING else [])])
        assert result.exit_code == (1 if words[1] == "check" else 0), (line, result.output)
    assert (site / OWN).is_file()
    assert not check_folder(site).has_errors
