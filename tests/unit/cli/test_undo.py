"""The command `undo`: it shows, asks and takes back; whatever hinders it is a sentence with a remedy."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import sites
from prongsai.cli import main
from prongsai.cli.saves import word_time
from prongsai.pipeline.undo.records import UNDO
from prongsai.pipeline.undo.write_all import Step, write_all

MEASURES, MEMO, NEW = "data/2565/measures.yml", "data/2565/memo.yml", "data/2571/memo.yml"


def call(*words: object):
    """The program, called in this process, where nobody can be asked."""
    return CliRunner().invoke(main, [str(one) for one in words])


def kept(root: Path) -> dict[str, str]:
    """The files that people keep of a site: all of it apart from the records of saves."""
    return {name: mark for name, mark in sites.snapshot(root).items() if not name.startswith(".prongsai")}


@pytest.fixture
def root(tmp_path) -> Path:
    """A site of which an import has changed one file, made one and taken one away."""
    root = sites.copy_base(tmp_path / "root")
    text, memo = (root / MEASURES).read_bytes(), (root / MEMO).read_bytes()
    changed = text.replace("ทุกไตรมาส".encode(), "ทุกเดือน".encode()) + b"# a\n# b\n"
    steps = [Step(MEASURES, text, changed), Step(MEMO, memo, None), Step(NEW, None, b"fiscal_year: 2571\n")]
    write_all(root, steps, "prongsai import แบบ-2565.xlsx")
    return root


def test_it_shows_what_will_be_taken_back_and_takes_it_back(root):
    """Each file with its lines, the command that wrote it and when; afterwards how to make it again."""
    before = kept(sites.copy_base(root.parent / "before"))
    told = call("undo", "-C", root, "--yes")
    assert told.exit_code == 0, told.output
    lines = told.stdout.splitlines()
    memo = len((root / MEMO).read_bytes().splitlines())
    assert lines[0].startswith("คืนแฟ้มให้เป็นอย่างก่อน prongsai import แบบ-2565.xlsx เมื่อ ")
    assert lines[1:] == [
        f"  {MEASURES}  เพิ่ม 1 บรรทัด ลบ 3 บรรทัด",
        f"  {MEMO}  นำกลับมาทั้งแฟ้ม {memo} บรรทัด",
        f"  {NEW}  ลบทั้งแฟ้ม 1 บรรทัด",
        "เขียนแล้ว 3 แฟ้ม ถ้าต้องการให้กลับเป็นอย่างเมื่อครู่ สั่ง prongsai undo --redo",
    ]
    assert kept(root) == before


def test_what_was_taken_back_is_made_again(root):
    """With the same words, and the list says what is taken back now."""
    after = kept(root)
    assert "คืนแล้ว" not in call("undo", "-C", root, "--list").stdout
    call("undo", "-C", root, "--yes")
    assert "คืนแล้ว" in call("undo", "-C", root, "--list").stdout
    told = call("undo", "-C", root, "--redo", "--yes")
    assert told.exit_code == 0, told.output
    assert kept(root) == after
    assert "คืนแล้ว" not in call("undo", "-C", root, "--list").stdout


def test_the_list_names_every_save_with_its_files(root):
    """The newest first; nothing is written by it."""
    write_all(root, [Step(NEW, b"fiscal_year: 2571\n", b"fiscal_year: 2572\n")], "prongsai fmt")
    before = sites.snapshot(root)
    lines = call("undo", "-C", root, "--list").stdout.splitlines()
    assert [line.rpartition("น.")[2].strip() for line in lines] == [
        "prongsai fmt",
        NEW,
        "prongsai import แบบ-2565.xlsx",
        MEASURES,
        f"{MEMO}  ลบแฟ้ม",
        f"{NEW}  แฟ้มใหม่",
    ]
    assert sites.snapshot(root) == before


def test_a_site_without_saves_says_so(tmp_path):
    """Nothing to list, nothing to take back."""
    root = sites.copy_base(tmp_path / "root")
    assert call("undo", "-C", root, "--list").stdout == "ยังไม่มีการเขียนแฟ้มที่เก็บไว้\n"
    for words in ((), ("--redo",)):
        told = call("undo", "-C", root, "--yes", *words)
        assert (told.exit_code, "\nวิธีแก้: " in told.stderr) == (2, True)


def test_where_nobody_can_be_asked_nothing_is_done(root):
    """The files that would be taken back are shown, and the option that answers is named."""
    before = kept(root)
    told = call("undo", "-C", root)
    assert told.exit_code == 2
    assert MEASURES in told.stdout
    assert "--yes" in told.stderr
    assert kept(root) == before


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="there is no such terminal there")
@pytest.mark.parametrize(
    ("answer", "is_done"), [("ใช่\n", True), ("Y\n", True), ("\n", False), ("ไม่\n", False), ("\x04", False)]
)
def test_it_asks_whoever_sits_there(root, answer, is_done):
    """Only a plain yes is one; an empty line and the end of input are none."""
    before = kept(root)
    ours, theirs = os.openpty()
    words = [sys.executable, "-m", "prongsai", "undo", "-C", str(root)]
    with subprocess.Popen(words, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as asked:
        os.write(ours, answer.encode())
        said, question = asked.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert (asked.returncode, "พิมพ์ ใช่ หรือ y" in question) == (0, True)
    assert ("เขียนแล้ว 3 แฟ้ม" in said, kept(root) != before) == (is_done, is_done)


def test_what_somebody_edited_since_is_named_with_the_way_to_the_old_text(root):
    """Nothing is taken back; the file that the sentence names holds what was there before."""
    (root / MEASURES).write_bytes(b"edited: by hand\n")
    before = kept(root)
    told = call("undo", "-C", root, "--yes")
    assert told.exit_code == 2
    assert f"{MEASURES} มีผู้แก้ไขหลังจาก prongsai import แบบ-2565.xlsx" in told.stderr
    assert f"{UNDO}/0001/before" in told.stderr
    assert (root / UNDO / "0001/before" / MEASURES).is_file()
    assert kept(root) == before


def test_a_damaged_record_is_said_and_the_others_remain(root):
    """One sentence, no traceback."""
    write_all(root, [Step(NEW, b"fiscal_year: 2571\n", b"a: b\n")], "prongsai fmt")
    (root / UNDO / "0002/save.json").write_text("{", "utf-8")
    told = call("undo", "-C", root, "--list")
    assert (told.exit_code, told.stderr) == (0, f"ข้าม {UNDO}/0002 เพราะอ่านบันทึกไม่ได้ อาจเสียหายหรือถูกแก้ไข\n")
    assert "prongsai import" in told.stdout


def test_a_copy_that_somebody_edited_is_not_put_back(root):
    """The other backups are named."""
    (root / UNDO / "0001/before" / MEASURES).write_bytes(b"edited: copy\n")
    told = call("undo", "-C", root, "--yes")
    assert told.exit_code == 2
    assert f"{UNDO}/0001 ไม่ตรงกับที่เก็บไว้" in told.stderr


def test_a_folder_in_the_place_of_a_file_is_said(root):
    """Status 2 and the name."""
    (root / NEW).unlink()
    (root / NEW).mkdir()
    told = call("undo", "-C", root, "--yes")
    assert (told.exit_code, f"{NEW} เขียนไม่ได้" in told.stderr) == (2, True)


@pytest.mark.parametrize("words", [("check",), ("undo", "--list"), ("new-year", "2572")])
def test_every_command_first_finishes_a_save_that_was_broken_off(root, words):
    """Also one that only reads: nobody ever sees a half of it."""
    (root / UNDO / "0001").rename(root / UNDO / "0001-unfinished")
    told = call(words[0], "-C", root, *words[1:])
    assert told.stderr.startswith("prongsai import แบบ-2565.xlsx หยุดกลางคันขณะเขียนแฟ้ม จึงเขียนต่อจนครบแล้ว 3 แฟ้ม")
    assert (root / UNDO / "0001").is_dir()


def test_the_time_of_a_save_is_said_in_the_buddhist_era():
    """By the clock of the machine that made it."""
    assert word_time("2026-11-29T16:05:59+07:00") == "29 พฤศจิกายน 2569 เวลา 16:05 น."
    assert word_time("yesterday") == "yesterday"
