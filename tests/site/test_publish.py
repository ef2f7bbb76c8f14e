"""Publishing: the site first, then its ledger and its facts, each of them once."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import sites
from prongsai.cli import main
from prongsai.ledger.load_ledger import LEDGER, PARTS, SNAPSHOTS, load_ledger
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.known_files import STAMPS
from prongsai.pipeline.publish import RECORDED, find_newest_snapshot

REPOSITORY = Path(__file__).resolve().parents[2]
DAY = "2569-11-21"
DIES_BEFORE_RECORDING = """
import os, sys
from pathlib import Path
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.known_files import STAMPS
from prongsai.pipeline.publish import STEP, publish_folder
publish_folder(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], tell=lambda step: step == STEP and os._exit(9))
"""


@pytest.fixture
def root(tmp_path) -> Path:
    """A small site with a page written by hand and an attachment, never published."""
    made = sites.lay_over(sites.CASES / "published", sites.copy_small(tmp_path / "root"))
    shutil.copy(REPOSITORY / "mkdocs.yml", made / "mkdocs.yml")
    return made


@pytest.fixture
def place(tmp_path) -> Path:
    """The place where the site is published."""
    return tmp_path / "public"


def call(root, place, *more):
    """Call the command."""
    words = ["publish", "-C", root, "--to", place, *more]
    return CliRunner().invoke(main, [str(one) for one in words], prog_name="prongsai")


def publish(root, place, day=DAY):
    """The output of the command; it must have ended well."""
    told = call(root, place, "--date", day)
    assert told.exit_code == 0, told.output
    return told.output


def kept(root):
    """The folder without the stamps of its files, which learn of a file only when it is some seconds old."""
    return {name: mark for name, mark in sites.snapshot(root).items() if name != STAMPS}


def change_score(root, after="85.20"):
    """Other facts than before."""
    path = root / "data/2564/scores.yml"
    path.write_text(re.sub(r"\b85\.[0-9]0\b", after, path.read_text("utf-8")), "utf-8")


def snapshots(root):
    """The names of all snapshots."""
    return sorted(path.name for path in (root / SNAPSHOTS).glob("*.json"))


def parts(root):
    """The names of all parts that snapshots name."""
    return {path.stem for path in (root / PARTS).iterdir()}


def facts(root, name=f"{DAY}.json"):
    """The facts of a snapshot."""
    return json.loads((root / SNAPSHOTS / name).read_text("utf-8"))


def test_publishing_builds_and_records(root, place):
    """The site, a ledger of all that it has, and its facts; the command says what it did and what to commit."""
    said = publish(root, place)
    rows = load_ledger(root).ledger.rows
    assert (place / "2565/measures/m01/index.html").is_file()
    paths = {row.path for row in rows}
    assert {"/2565/measures/m01/", "/about/#office-hours", "/files/2565/แผน งาน.csv", "/data/2564/scores.json"} <= paths
    assert {(row.state, row.first_seen) for row in rows} == {("live", DAY)}
    assert f"ทะเบียนลิงก์มี {len(rows)} รายการ เป็นรายการใหม่ {len(rows)} รายการ" in said
    assert f"site_config/published/{DAY}.json" in said
    assert "git add site_config/urls.csv site_config/published" in said
    assert snapshots(root) == [f"{DAY}.json"]
    assert (facts(root)["addresses"], facts(root)["published_on"]) == (len(rows), DAY)
    assert list(facts(root)["years"]["2565"]["files"]) == ["แผน งาน.csv"]


def test_a_second_time_there_is_nothing_to_do(root, place):
    """Recording does not make the remembered build useless, neither for publishing nor for building."""
    publish(root, place)
    before = kept(root), sites.snapshot(place)
    told = call(root, place, "--date", "2569-12-01")
    assert "ไม่มีอะไรเปลี่ยน" in told.output
    assert "ประกอบเว็บไซต์ …" not in told.output
    assert "จึงไม่เขียนบันทึกใหม่" in told.output
    assert "ไม่มีอะไรเปลี่ยน" in CliRunner().invoke(main, ["build", "-C", str(root), "--to", str(place)]).output
    assert (kept(root), sites.snapshot(place)) == before


def test_other_facts_of_one_day_are_another_snapshot(root, place):
    """`-2`, `-3`; the tenth is newer than the ninth; the same facts are none, and what did not change is kept once."""
    publish(root, place)
    first = parts(root)
    change_score(root)
    publish(root, place)
    measures = root / "data/2565/measures.yml"
    text = measures.read_text("utf-8")
    assert "ประชุมติดตามทุกไตรมาส" in text
    measures.write_text(text.replace("ประชุมติดตามทุกไตรมาส", "ประชุมติดตามทุกเดือน", 1), "utf-8")
    publish(root, place)
    assert snapshots(root) == [f"{DAY}-2.json", f"{DAY}-3.json", f"{DAY}.json"]
    assert [name.rpartition("-")[0] for name in sorted(parts(root) - first)] == ["2564-scores", "2565-measures"]
    assert "ประชุมติดตามทุกเดือน" in (
        root / PARTS / f"{facts(root, f'{DAY}-3.json')['years']['2565']['stated']['measures']}.json"
    ).read_text("utf-8")
    for number in (9, 10):
        shutil.copy(root / SNAPSHOTS / f"{DAY}-3.json", root / SNAPSHOTS / f"{DAY}-{number}.json")
    assert find_newest_snapshot(root) == f"{DAY}-10.json"
    totals = [facts(root, name)["years"]["2564"]["scores"]["total"] for name in (f"{DAY}.json", f"{DAY}-3.json")]
    assert totals[0] != totals[1]


def test_the_same_facts_with_other_words_are_no_new_snapshot(root, place):
    """A page is built again, but nothing that is compared has changed."""
    publish(root, place)
    about = root / "content/about.md"
    about.write_text(about.read_text("utf-8").replace("หน้าอำเภอ", "ข้างอำเภอ"), "utf-8")
    said = publish(root, place, "2569-12-01")
    assert "เผยแพร่แล้วใน" in said
    assert f"ข้อเท็จจริงเหมือนครั้งล่าสุด (site_config/published/{DAY}.json)" in said
    assert "ข้างอำเภอ" in (place / "about/index.html").read_text("utf-8")


def test_a_later_publication_adds_what_is_new(root, place):
    """Old rows stay as they are, new ones have their own day."""
    publish(root, place)
    (root / "content/news.md").write_text("# ข่าว\n", "utf-8")
    assert "เป็นรายการใหม่ 1 รายการ" in publish(root, place, "2569-12-01")
    rows = load_ledger(root).ledger.by_path
    assert (rows["/news/"].first_seen, rows["/about/"].first_seen) == ("2569-12-01", DAY)
    assert facts(root, "2569-12-01.json")["addresses"] == len(rows)


def test_a_site_that_was_only_built_is_recorded(root, place):
    """There is nothing to build, but what is there was never recorded."""
    assert CliRunner().invoke(main, ["build", "-C", str(root), "--to", str(place)]).exit_code == 0
    assert not (root / LEDGER).exists()
    assert "เป็นรายการใหม่ 0 รายการ" not in publish(root, place)
    assert "/about/#office-hours" in load_ledger(root).ledger.by_path


def test_what_is_interrupted_before_recording_is_recorded_next_time(root, place):
    """A process that dies after the swap leaves the whole site; the next publication records its addresses."""
    words = [sys.executable, "-c", DIES_BEFORE_RECORDING, str(root), str(place), DAY]
    assert subprocess.run(words, timeout=60, check=False).returncode == 9
    assert (place / "2565/measures/m01/index.html").is_file()
    assert not (root / LEDGER).exists()
    assert snapshots(root) == []
    publish(root, place)
    assert "/2565/measures/m01/" in load_ledger(root).ledger.by_path
    assert snapshots(root) == [f"{DAY}.json"]
    assert "ไม่มีอะไรเปลี่ยน" in publish(root, place)


@pytest.mark.parametrize("blocked", ["urls.csv", f"published/{DAY}.json"])
def test_when_recording_fails_the_site_is_there_and_the_command_says_so(root, place, blocked):
    """It names the file and what to do; after that the same command records everything."""
    at = root / "site_config" / f"{blocked}.part"
    at.mkdir(parents=True)
    told = call(root, place, "--date", DAY)
    assert told.exit_code == 2
    assert f"เว็บไซต์วางใน {place} เรียบร้อยแล้ว แต่บันทึกการเผยแพร่ไม่สำเร็จ" in told.output
    assert str(at) in told.output
    assert (place / "about/index.html").is_file()
    at.rmdir()
    publish(root, place)
    assert facts(root)["addresses"] == len(load_ledger(root).ledger.rows) > 0


def test_a_disk_that_is_full_for_the_record_is_called_full(root, place, monkeypatch):
    """No half of the record is left, the site is in place, and the same command records everything later."""
    write = Path.write_bytes

    def full(path, data):
        if "site_config" in path.parts:
            write(path, data[:10])
            raise OSError(28, "No space left on device", str(path))
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    told = call(root, place, "--date", DAY)
    monkeypatch.undo()
    assert (told.exit_code, "ดิสก์เต็ม" in told.output) == (2, True)
    assert not list((root / "site_config").rglob("*.part"))
    publish(root, place)
    assert facts(root)["addresses"] == len(load_ledger(root).ledger.rows) > 0


def test_faulty_data_publishes_and_records_nothing(root, place):
    """The old site and the old ledger stay."""
    publish(root, place)
    before = sites.snapshot(place), sites.snapshot(root / "site_config")
    change_score(root, "185.10")
    assert call(root, place, "--date", "2569-12-01").exit_code == 1
    assert (sites.snapshot(place), sites.snapshot(root / "site_config")) == before


def test_an_address_that_would_be_lost_stops_the_publication(root, place):
    """As it stops a build."""
    publish(root, place)
    (root / "content/about.md").unlink()
    told = call(root, place, "--date", DAY)
    assert told.exit_code == 1
    assert "/about/" in told.output
    assert (place / "about/index.html").is_file()


def test_what_is_there_again_is_live_again(root, place):
    """The ledger row becomes live with the publication, and the build that knew it as withdrawn is not remembered."""
    publish(root, place)
    about = (root / "content/about.md").read_text("utf-8")
    (root / "content/about.md").unlink()
    runner = CliRunner()
    assert runner.invoke(main, ["urls", "withdraw", "/about/", "--reason", "ย้าย", "-C", str(root)]).exit_code == 0
    publish(root, place)
    (root / "content/about.md").write_text(about, "utf-8")
    publish(root, place, "2569-12-01")
    assert load_ledger(root).ledger.by_path["/about/"].state == "live"
    assert "เผยแพร่แล้วใน" in publish(root, place, "2569-12-01")
    assert "ไม่มีอะไรเปลี่ยน" in publish(root, place, "2569-12-01")


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2026-11-21", "--date 2569-11-21"),
        ("๒๑/๑๑/๒๐๒๖", "--date 2569-11-21"),
        ("2569-02-30", "ไม่ใช่วันที่"),
        ("พรุ่งนี้", "ไม่ใช่วันที่"),
        ("../../x", "ไม่ใช่วันที่"),
    ],
)
def test_a_day_that_is_none_is_refused_before_anything_is_done(root, place, date, said):
    """A year of the common era with the one that is meant."""
    told = call(root, place, "--date", date)
    assert (told.exit_code, said in told.output, place.exists()) == (2, True, False), told.output


@pytest.mark.parametrize("date", ["๒๕๖๙-๑๑-๒๑", "21 พฤศจิกายน 2569", "๒๑ พ.ย. ๒๕๖๙"])
def test_a_day_may_be_written_as_people_write_it(root, place, date):
    """With Thai digits, or in words."""
    publish(root, place, date)
    assert snapshots(root) == [f"{DAY}.json"]


def test_without_a_date_it_is_today(root, place):
    """In the Buddhist Era."""
    told = call(root, place)
    assert told.exit_code == 0, told.output
    [name] = snapshots(root)
    assert 2569 <= int(name[:4]) < 2700


def test_a_day_before_the_last_publication_is_refused(root, place):
    """And names the one from which it may be."""
    publish(root, place)
    told = call(root, place, "--date", "2569-11-20")
    assert (told.exit_code, f"--date ตั้งแต่ {DAY}" in told.output) == (2, True)


def test_where_to_publish_must_be_said_and_must_be_free(root, tmp_path):
    """No folder of somebody else is replaced, and there is no place by itself."""
    assert CliRunner().invoke(main, ["publish", "-C", str(root)]).exit_code == 2
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/cat.jpg").write_bytes(b"")
    told = call(root, tmp_path / "photos", "--date", DAY)
    assert (told.exit_code, "ไม่วางทับ" in told.output) == (2, True)
    assert not (root / LEDGER).exists()


def test_a_damaged_snapshot_is_kept_and_another_written(root, place):
    """Nobody's file is replaced, and what cannot be read is no fact."""
    publish(root, place)
    (root / SNAPSHOTS / f"{DAY}.json").write_text("{", "utf-8")
    publish(root, place)
    assert (root / SNAPSHOTS / f"{DAY}.json").read_text("utf-8") == "{"
    assert facts(root, f"{DAY}-2.json")["published_on"] == DAY


def test_the_note_of_the_last_recording_may_be_lost(root, place):
    """Then it is looked at again, with the same result."""
    publish(root, place)
    (root / RECORDED).write_text("[]", "utf-8")
    before = sites.snapshot(root / "site_config")
    publish(root, place)
    assert sites.snapshot(root / "site_config") == before


def test_the_redirects_for_apache_reach_the_site(root, place):
    """Files of rules are at the top of the site as soon as something moved, also the one with a dot."""
    publish(root, place)
    assert not (place / ".htaccess").exists()
    (root / "content/about.md").rename(root / "content/who.md")
    runner = CliRunner()
    assert runner.invoke(main, ["urls", "redirect", "/about/", "/who/", "-C", str(root)]).exit_code == 0
    publish(root, place)
    assert {name: (place / name).is_file() for name in (".htaccess", "_redirects", "nginx-redirects.conf")} == {
        ".htaccess": True,
        "_redirects": True,
        "nginx-redirects.conf": True,
    }
    assert not (place / ".gitignore").exists()


def test_a_moved_address_is_reported_until_it_is_published(root, place):
    """The snapshot names the address; one that has none is silent, and naming it changes no published byte."""
    options, snapshot = root / "site_config/site.yml", root / SNAPSHOTS / f"{DAY}.json"

    def told() -> list[str]:
        return [one.code for one in check_folder(root).problems if one.code == "site-moved"]

    publish(root, place)
    assert facts(root)["site_url"] == "https://ita.example.go.th/"
    older = {name: value for name, value in facts(root).items() if name != "site_url"}
    snapshot.write_text(json.dumps(older, ensure_ascii=False), "utf-8")
    before = sites.snapshot(place)
    publish(root, place, "2569-11-22")
    assert (sites.snapshot(place), snapshots(root)) == (before, [f"{DAY}.json", "2569-11-22.json"])
    (root / SNAPSHOTS / "2569-11-22.json").unlink()
    options.write_text(
        options.read_text("utf-8").replace("https://ita.example.go.th/", "https://new.go.th/ita"), "utf-8"
    )
    assert told() == []
    snapshot.write_text(json.dumps({**older, "site_url": "https://ita.example.go.th"}, ensure_ascii=False), "utf-8")
    assert told() == ["site-moved"]
    assert "[site-moved]" in publish(root, place, "2569-11-23")
    assert told() == []
    assert "[site-moved]" not in publish(root, place, "2569-11-23")
