"""A publication leaves a backup, the backup gives the same site elsewhere, and the handover says where things are."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

import sites
from prongsai.cli import main

REPOSITORY = Path(__file__).resolve().parents[2]
DAY = "2569-11-28"


@pytest.fixture
def root(tmp_path) -> Path:
    """A small site with a page written by hand and an attachment, never published."""
    made = sites.lay_over(sites.CASES / "published", sites.copy_small(tmp_path / "root"))
    shutil.copy(REPOSITORY / "mkdocs.yml", made / "mkdocs.yml")
    return made


def call(*words, status=0):
    """The output of a command; it must end with `status`."""
    told = CliRunner().invoke(main, [str(one) for one in words], prog_name="prongsai")
    assert told.exit_code == status, told.output
    return told.output


def publish(root, place, *more, status=0):
    """The output of publishing."""
    return call("publish", "-C", root, "--to", place, "--date", DAY, *more, status=status)


def files_in(folder):
    """Every file below a folder with a hash of what it holds."""
    return {name: mark for name, mark in sites.snapshot(folder).items() if mark}


def test_a_publication_can_be_taken_over_elsewhere(root, tmp_path):
    """The ZIP next to the site gives the published bytes in an empty folder, and the handover says where they went."""
    told = publish(root, tmp_path / "www")
    backup = tmp_path / "root-handed-out" / f"prongsai-root-{DAY}.zip"
    assert f"เก็บสำเนาสำรองไว้ใน {backup}" in told
    assert {"site_config/urls.csv", f"site_config/published/{DAY}.json"} <= set(zipfile.ZipFile(backup).namelist())
    published = files_in(tmp_path / "www")
    restored = tmp_path / "elsewhere"
    told = call("restore", backup, restored)
    assert f"กู้คืน เทศบาลตำบลทดสอบ (หน่วยงานสมมุติ) ฉบับที่เผยแพร่เมื่อ {DAY}" in told
    assert f"prongsai publish --to โฟลเดอร์ที่เผยแพร่   (เดิมคือ {tmp_path / 'www'})" in told
    call("build", "-C", restored, "--to", tmp_path / "again")
    assert files_in(tmp_path / "again") == published
    assert f"โฟลเดอร์ที่เผยแพร่ {tmp_path / 'www'}"[:60] in call("handover", "-C", restored, "--date", DAY)
    assert "สำเนาสำรองล่าสุดยังตรงกับที่เผยแพร่" in publish(root, tmp_path / "www")


def test_the_backup_goes_where_it_is_told(root, tmp_path):
    """Elsewhere, nowhere, never into what is published; and a disk that refuses costs no publication."""
    assert "วิธีแก้: ระบุโฟลเดอร์ที่อยู่นอกเว็บไซต์" in publish(root, tmp_path / "www", "--backup", tmp_path / "www/zip", status=2)
    (tmp_path / "file").write_text("x", "utf-8")
    publish(root, tmp_path / "www", "--backup", tmp_path / "file", status=2)
    assert not (tmp_path / "www").exists()
    assert "สำเนาสำรอง" not in publish(root, tmp_path / "www", "--no-backup")
    assert not (tmp_path / "root-out").exists()
    told = publish(root, tmp_path / "www", "--backup", tmp_path / "file/zip")
    assert "เผยแพร่และบันทึกเรียบร้อยแล้ว แต่เก็บสำเนาสำรองไม่สำเร็จ" in told
    publish(root, tmp_path / "www", "--backup", tmp_path / "kept")
    assert [path.name for path in (tmp_path / "kept").iterdir()] == [f"prongsai-root-{DAY}.zip"]


def test_what_cannot_be_restored_is_said(root, tmp_path):
    """Each with what to do, and nothing is written."""
    (tmp_path / "other.zip").write_bytes(b"PK")
    with zipfile.ZipFile(tmp_path / "foreign.zip", "w") as pack:
        pack.writestr("data/a.yml", "x")
    for words, said in (
        ((tmp_path / "none.zip", tmp_path / "new"), "ไม่พบแฟ้ม"),
        ((tmp_path / "other.zip", tmp_path / "new"), "ไม่ใช่สำเนาสำรองที่โปรแกรมนี้เก็บไว้"),
        ((tmp_path / "foreign.zip", tmp_path / "new"), "ไม่ใช่สำเนาสำรองที่โปรแกรมนี้เก็บไว้"),
        ((tmp_path / "foreign.zip", root), "ไม่ใช่โฟลเดอร์ว่าง"),
    ):
        told = call("restore", *words, status=2)
        assert said in told
        assert "วิธีแก้: " in told
    assert not (tmp_path / "new").exists()


def test_the_handover_is_written_where_it_is_not_published(root, tmp_path):
    """As a page to print or as text, next to the site."""
    call("handover", "-C", root, "--date", DAY, "--out", tmp_path / "ส่งมอบ.html")
    assert (tmp_path / "ส่งมอบ.html").read_text("utf-8").startswith("<!doctype html>")
    call("handover", "-C", root, "--date", DAY, "--out", tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_text("utf-8") == call("handover", "-C", root, "--date", DAY)
    (tmp_path / "own.html").write_text("ของเจ้าหน้าที่", "utf-8")
    call("handover", "-C", root, "--date", DAY, "--out", tmp_path / "a.txt")
    for name in ("own.html", "root/content/a.html", "root/site/a.txt", "a.docx", "root"):
        assert "วิธีแก้: " in call("handover", "-C", root, "--out", tmp_path / name, status=2)
    assert (tmp_path / "own.html").read_text("utf-8") == "ของเจ้าหน้าที่"
