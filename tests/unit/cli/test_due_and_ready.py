"""The commands `due` and `ready`: what they print and write, what they refuse, and that no page depends on them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import sites
from prongsai.cli import main
from prongsai.pipeline.check import check_folder

SITE = sites.CASES / "due" / "site"


def call(*words: object):
    """The program, called in this process."""
    return CliRunner().invoke(main, [*(str(one) for one in words), "-C", str(SITE)])


def test_the_letter_of_one_unit_is_that_of_the_whole(tmp_path):
    """By name or key, printed or written to a file: the part of that unit and no more."""
    whole = (sites.CASES / "due" / "2570-04-01.txt").read_text("utf-8")
    printed = call("due", "--on", "๑ เมษายน ๒๕๗๐", "--unit", "กองคลัง")
    assert printed.exit_code == 0
    assert printed.stdout in whole
    target = tmp_path / "due.txt"
    told = call("due", "--on", "2570-04-01", "--unit", "finance", "--to", target)
    assert told.stdout.strip() == str(target)
    assert target.read_text("utf-8") == printed.stdout


def test_due_needs_no_day_and_gives_data():
    """Without --on it is today in Thailand, whenever this runs."""
    data = json.loads(call("due", "--format", "json").stdout)
    assert {"on", "fiscal_year", "entries"} == data.keys()


def test_a_calendar_file_is_written_as_it_is_printed(tmp_path):
    """Lines end as calendars want it, in the file too."""
    target = tmp_path / "ita.ics"
    assert call("due", "--on", "2570-04-01", "--format", "ics", "--to", target).exit_code == 0
    data = target.read_bytes()
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("due", "--on", "2027-04-01"), "--on 2570-04-01"),
        (("due", "--on", "31 เมษายน 2570"), "ไม่ใช่วันที่ที่มีอยู่จริง"),
        (("due", "--unit", "กองที่ไม่มี"), "สำนักปลัด, กองคลัง, กองช่าง"),
        (("due", "--unit", "ทุกกอง"), "สำนักปลัด, กองคลัง, กองช่าง"),
        (("due", "--to", SITE / "content" / "due.txt"), "ถูกเผยแพร่"),
        (("due", "--to", SITE / "data"), "เป็นโฟลเดอร์"),
        (("due", "--format", "pdf"), "text json ics"),
        (("ready",), "--year"),
        (("ready", "--year", "2575"), "2569, 2570"),
        (("ready", "--year", "2027"), "--year 2570"),
        (("ready", "--year", "2570", "--unit", "x"), "สำนักปลัด, กองคลัง, กองช่าง"),
    ],
)
def test_a_wrong_call_says_what_to_do(words, said):
    """Status 2, a sentence and a remedy; nothing is written."""
    told = call(*words)
    assert told.exit_code == 2
    assert "\nวิธีแก้: " in told.stderr
    assert said in told.stderr
    assert not (SITE / "content").exists()


def test_ready_has_the_items_of_a_unit():
    """In words and as data."""
    text = call("ready", "--year", "2570", "--unit", "works").stdout
    assert "O4 คู่มือ (กองช่าง)" in text
    assert "O3" not in text
    data = json.loads(call("ready", "--year", "2570", "--format", "json").stdout)
    assert [(one["item"], one["status"]) for one in data["items"]] == [
        ("O1", "nothing-found"),
        ("O2", "may-get-zero"),
        ("O3", "may-get-zero"),
        ("O4", "may-get-zero"),
    ]


def test_no_page_depends_on_the_calendar(tmp_path):
    """With the calendar of a year and without it every file that would be published is the same, to the byte."""
    root = sites.copy_site(SITE, tmp_path / "site")
    made = check_folder(root).planned.files
    Path(root / "data" / "2570" / "calendar.yml").unlink()
    assert check_folder(root).planned.files == made
