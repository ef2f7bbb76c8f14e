"""The command that shows the manual: what it prints, and how it ends."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from prongsai.cli import main
from sites import make_case


def call(*words: str):
    """The program, called in this process."""
    return CliRunner().invoke(main, list(words), prog_name="prongsai")


@pytest.mark.parametrize("words", [["export", "form"], ["prongsai", "export", "form"]])
def test_a_command_is_shown_with_its_own_help(words):
    """The same as with --help, also with the name of the program before it."""
    assert call("help", *words).stdout == call("export", "form", "--help").stdout


def test_a_command_that_a_page_is_about_names_the_page():
    """The page is the next thing to read, and opens by the name that is given."""
    said = call("help", "links").stdout
    assert said.startswith(call("links", "--help").stdout.rstrip())
    assert said.endswith("prongsai help links.md\n")
    assert call("help", "links.md").stdout.startswith("ตรวจลิงก์และเก็บหลักฐาน\n")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ([], "วิธีใช้: prongsai help"),
        (["year"], "งานในรอบปี\n"),
        (["ค่าที่ไม่มี", "ค่าตามที่พิมพ์", "และคำชี้แจง"], "ค่าที่ไม่มี ค่าตามที่พิมพ์ และคำชี้แจง\n"),
        (["oit-link-elsewhere"], "oit-link-elsewhere\n"),
        (["scores.yml", "total"], "total  คะแนนรวม\n"),
    ],
)
def test_what_is_asked_is_printed(words, first):
    """Status 0, and nothing on the other stream."""
    told = call("help", *words)
    assert (told.exit_code, told.stderr) == (0, "")
    assert told.stdout.startswith(first)


def test_a_field_that_is_a_group_names_the_keys_below_it():
    """Whoever asks for the questionnaire learns what to type in it."""
    said = " ".join(call("help", "agency.yml", "eit_survey").stdout.split())
    assert "คีย์ในกลุ่ม" in said
    assert all(f"{key} (" in said for key in ("fiscal_year", "url"))


def test_an_unknown_word_is_refused_with_what_is_near():
    """Status 2, what may be meant, and where all topics are."""
    told = call("help", "publsh")
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr.startswith("ไม่พบเรื่อง “publsh” ในคู่มือ\nวิธีแก้: อาจหมายถึง publish")
    assert told.stderr.endswith("หรือดูหัวข้อทั้งหมดด้วย prongsai help\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no terminal of this kind")
@pytest.mark.parametrize(("on_screen", "offered"), [(True, True), (False, False)])
def test_a_report_on_a_screen_leads_to_the_manual(on_screen, offered, tmp_path):
    """Readers at a screen are offered more on the first problem; what is kept in a file has no such line."""
    folder = make_case("not-a-flag", tmp_path)
    words = [sys.executable, "-c", "from prongsai.cli import main; main()", "check", "-C", str(folder)]
    screen, end = os.openpty()
    out = end if on_screen else subprocess.PIPE
    done = subprocess.run(words, stdout=out, stderr=subprocess.PIPE, timeout=60, check=False)
    os.close(end)
    os.close(screen)
    assert done.returncode == 1
    assert ("prongsai help not-a-flag" in done.stderr.decode()) is offered
    assert b"prongsai help" not in (done.stdout or b"")
