"""Places where a site may be put, and the words where it may not: nothing of anybody's is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import sites
from prongsai.cli import main

REPOSITORY = Path(__file__).resolve().parents[2]
DAY = "2569-11-21"
FOREIGN_SITE = {"index.html": "main", "404.html": "not found", "images/important.jpg": "photo"}


@pytest.fixture
def root(tmp_path) -> Path:
    """A small site."""
    made = sites.copy_small(tmp_path / "root")
    shutil.copy(REPOSITORY / "mkdocs.yml", made / "mkdocs.yml")
    return made


def call(command: str, root: Path, place: Path | str, *more: str):
    """Call a command that puts the site into `place`."""
    days = ["--date", DAY] if command == "publish" else []
    words = [command, "-C", str(root), "--to", str(place), *days, *more]
    return CliRunner(catch_exceptions=False).invoke(main, words)


def write(folder: Path, files: dict[str, str]) -> None:
    """Write files below a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


ODD_TARGETS = {
    "the whole disk": (lambda _root: "/", "คือทั้งดิสก์ ไม่ใช่โฟลเดอร์"),
    "the folder of the site": (lambda root: root, "โฟลเดอร์ข้อมูลของเว็บไซต์นี้"),
    "a folder above it": (lambda root: root.parent, "มีโฟลเดอร์ข้อมูลของเว็บไซต์นี้อยู่ข้างใน"),
    "the facts": (lambda root: root / "data", "เป็นที่เก็บข้อมูลของเว็บไซต์ หรืออยู่เหนือขึ้นไป"),
    "a year of the facts": (lambda root: root / "data/2564", "เป็นที่เก็บข้อมูลของเว็บไซต์ หรืออยู่เหนือขึ้นไป"),
    "the settings": (lambda root: root / "site_config", "เป็นที่เก็บข้อมูลของเว็บไซต์ หรืออยู่เหนือขึ้นไป"),
    "the pages written by hand": (lambda root: root / "content/www", "เป็นที่เก็บข้อมูลของเว็บไซต์ หรืออยู่เหนือขึ้นไป"),
    "the working folder": (lambda root: root / ".prongsai", "เป็นที่เก็บข้อมูลของเว็บไซต์ หรืออยู่เหนือขึ้นไป"),
    "a file": (lambda root: root / "site_config/site.yml", "เป็นที่เก็บข้อมูลของเว็บไซต์ หรืออยู่เหนือขึ้นไป"),
    "a file elsewhere": (lambda root: root.parent / "note.txt", "เป็นแฟ้ม ไม่ใช่โฟลเดอร์"),
    "a website of somebody else": (lambda root: root.parent / "www", "ไม่มีบันทึกว่าโปรแกรมนี้เป็นผู้วาง"),
    "a folder with a photo": (lambda root: root.parent / "photos", "ไม่มีบันทึกว่าโปรแกรมนี้เป็นผู้วาง"),
}


@pytest.mark.parametrize("command", ["build", "publish"])
@pytest.mark.parametrize("what", ODD_TARGETS)
def test_odd_targets_are_refused_with_a_sentence(root, command, what):
    """Status 2, what is wrong and how to go on; no file changes, of the site or next to it."""
    place, said = ODD_TARGETS[what]
    (root.parent / "note.txt").write_text("x", "utf-8")
    write(root.parent / "www", FOREIGN_SITE)
    write(root.parent / "photos", {"cat.jpg": "x"})
    before = _but_for_work(sites.snapshot(root.parent))
    told = call(command, root, place(root))
    assert told.exit_code == 2
    assert said in told.output
    assert "วิธีแก้: " in told.output
    assert _but_for_work(sites.snapshot(root.parent)) == before


def _but_for_work(found: dict[str, str]) -> dict[str, str]:
    """The files without those of the working folder, in which a check of the site is remembered."""
    return {name: mark for name, mark in found.items() if "/.prongsai" not in name}


def test_a_website_of_somebody_else_is_taken_only_file_by_named_file(root, tmp_path):
    """Adopted, its pages at our addresses are still refused, and what is not named stays for ever."""
    place = tmp_path / "www"
    write(place, FOREIGN_SITE)
    told = call("publish", root, place, "--adopt")
    assert told.exit_code == 2
    assert "  404.html\n  index.html\n" in told.output
    assert "--replace 404.html --replace index.html" in told.output
    assert (place / "index.html").read_text("utf-8") == "main"
    told = call("publish", root, place, "--adopt", "--replace", "404.html", "--replace", "index.html")
    assert told.exit_code == 0
    assert "แฟ้มของผู้อื่น 1 รายการ ซึ่งยังอยู่ครบ\n  images/\n" in told.output
    assert (place / "images/important.jpg").read_text("utf-8") == "photo"


def test_what_others_put_into_a_published_folder_stays_and_is_named_once(root, tmp_path):
    """Proofs of ownership, tokens and settings of the host outlive every publication."""
    place = tmp_path / "www"
    theirs = {".well-known/security.txt": "x", "google1.html": "x", "web.config": "x", ".htaccess": "Deny from x"}
    assert call("publish", root, place).exit_code == 0
    write(place, theirs)
    settings = root / "site_config/site.yml"
    for number in (1, 2):
        settings.write_text(settings.read_text("utf-8").replace("title: ", f"title: {number} "), "utf-8")
        told = call("publish", root, place)
        assert told.exit_code == 0
        assert {name: (place / name).read_text("utf-8") for name in theirs} == theirs
        assert ("  .well-known/\n  google1.html\n  web.config\n" in told.output) == (number == 1)


def test_a_replaced_file_must_be_one_of_the_folder(root, tmp_path):
    """A path out of it, or of nothing, is refused before anything is done."""
    for path in ("../root/data/2564/scores.yml", "missing.html", "/etc/passwd"):
        told = call("publish", root, tmp_path / "www", "--replace", path)
        assert (told.exit_code, f"--replace {path} ไม่ใช่แฟ้มในโฟลเดอร์" in told.output) == (2, True)


def test_the_site_of_another_agency_is_refused(root, tmp_path):
    """Two sites of one office never take turns in one folder by mistake."""
    other = sites.copy_base(tmp_path / "other")
    shutil.copy(REPOSITORY / "mkdocs.yml", other / "mkdocs.yml")
    agency = other / "site_config/agency.yml"
    name = agency.read_text("utf-8").partition("name: ")[2].partition("\n")[0]
    agency.write_text(agency.read_text("utf-8").replace(name, "เทศบาลตำบลอื่น"), "utf-8")
    assert call("publish", root, tmp_path / "www").exit_code == 0
    before = sites.snapshot(tmp_path / "www")
    told = call("publish", other, tmp_path / "www")
    assert told.exit_code == 2
    assert f"เป็นเว็บไซต์ของ {name} จึงไม่วางทับ" in told.output
    assert sites.snapshot(tmp_path / "www") == before
