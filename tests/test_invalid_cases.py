"""Every wrong input is answered by its own sentence, at its own place, and nothing is written."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import sites
from prongsai.cli import main
from prongsai.pipeline.check import check_folder
from prongsai.reporting import as_text
from prongsai.wording import Severity, sentences, severity_of
from prongsai.wording.catalogue import groups

CASES = sites.invalid_cases()
IN_ENGLISH = [case for case in CASES if (sites.INVALID / case / "expected-en.txt").is_file()]
STOPPING = {case for case in CASES if severity_of(sites.code_of(case)) is Severity.ERROR}
CODES = sentences().keys() - groups()["work"].keys()
# The code at the head of a problem, and those of others of the same fact below it.
_CODE_IN_REPORT = re.compile(r"^(?:\S.*|  เรื่องเดียวกันที่ \S+) (?=\[[a-z0-9-]+\](?:$| \S))\[([a-z0-9-]+)\]", re.MULTILINE)


def expected(case: str, name: str = "expected.txt") -> str:
    """The report that a case keeps, byte for byte but for the line ends of the checkout."""
    return (sites.INVALID / case / name).read_text("utf-8")


def is_worded_by_another_system(case: str) -> bool:
    """True if the reason that the system gives for an unreadable file has other words here."""
    return sites.code_of(case) == "file-unreadable" and not sys.platform.startswith("linux")


def test_the_base_of_all_cases_is_free_of_problems(tmp_path):
    """The site that every case is laid over reports nothing itself, so that all a case reports is its own."""
    assert as_text(check_folder(sites.copy_base(tmp_path)).problems) == "ไม่พบปัญหาของข้อมูล\n"


@pytest.mark.parametrize("case", CASES)
def test_a_wrong_input_gives_exactly_its_report(case, tmp_path):
    """The report of each case is word for word the one kept with it, and no file is written or changed.

    Where the data has errors `generate` is what reports, and ends with status 1; else it would go on to write.
    """
    folder = sites.make_case(case, tmp_path)
    before = sites.snapshot(folder)
    report = refusal("generate", folder) if case in STOPPING else as_text(check_folder(folder).problems)
    assert left_by_a_writer(sites.snapshot(folder)) == before
    if is_worded_by_another_system(case):
        pytest.skip("the system words its reason in its own way")
    assert report.splitlines() == expected(case).splitlines()


def refusal(command: str, folder: Path) -> str:
    """The words of a command that refuses a site with status 1."""
    result = CliRunner().invoke(main, [command, "-C", str(folder)])
    assert result.exit_code == 1, result.output
    return result.output


def left_by_a_writer(found: dict[str, str]) -> dict[str, str]:
    """The content of a folder but for the lock, which a writer takes first."""
    return {name: mark for name, mark in found.items() if name not in {".prongsai", ".prongsai/site.lock"}}


@pytest.mark.parametrize("case", IN_ENGLISH)
def test_a_wrong_input_gives_exactly_its_report_in_english(case, tmp_path):
    """The same report is there in English."""
    report = as_text(check_folder(sites.make_case(case, tmp_path)).problems, "en")
    assert report.splitlines() == expected(case, "expected-en.txt").splitlines()


def test_a_case_reports_its_own_code_and_no_other():
    """A case reports the code that its folder is named after, once, and besides it only what its make.json admits."""
    reported = {case: sorted(_CODE_IN_REPORT.findall(expected(case))) for case in CASES}
    admitted = {case: sites.spec_of(sites.INVALID / case).get("also", []) for case in CASES}
    assert reported == {case: sorted([sites.code_of(case), *admitted[case]]) for case in CASES}


def test_every_code_has_a_case():
    """No sentence about data is without an input that provokes it, and no folder is named after an unknown code."""
    assert {sites.code_of(case) for case in CASES} == set(CODES)


def test_a_report_fills_every_name_of_its_sentence():
    """No report shows an unfilled name, an empty pair of quotes or a dash that stands for nothing."""
    holes = {case: re.findall(r"\{[a-z_]+\}|“”|\(\)|None|  {3}", expected(case)) for case in CASES}
    assert {case: found for case, found in holes.items() if found} == {}


@pytest.mark.parametrize("case", ["unknown-key--scores", "yaml-unclosed-quote", "unknown-item--measures"])
def test_data_with_errors_builds_nothing(case, tmp_path):
    """`build` ends with status 1 and leaves every file and folder as it was."""
    folder = sites.make_case(case, tmp_path)
    before = sites.snapshot(folder)
    refusal("build", folder)
    assert left_by_a_writer(sites.snapshot(folder)) == before


@pytest.mark.parametrize(
    ("case", "status"),
    [("not-a-number--percent", 1), ("file-not-utf8--tis-620", 1), ("total-outside-interval", 0), ("remark", 0)],
)
def test_the_command_prints_the_report_and_ends_with_its_status(case, status, tmp_path):
    """`prongsai check` prints what the case keeps; errors end it with 1, warnings and notes with 0."""
    result = CliRunner().invoke(main, ["check", "-C", str(sites.make_case(case, tmp_path))])
    assert (result.exit_code, result.stdout.splitlines()) == (status, expected(case).splitlines())


def test_the_command_prints_the_same_problems_for_machines(tmp_path):
    """`--format json --lang en` names the same place and code, and the sentence in English."""
    folder = sites.make_case("not-one-of--suggestion", tmp_path)
    result = CliRunner().invoke(main, ["check", "-C", str(folder), "--format", "json", "--lang", "en"])
    [found] = json.loads(result.stdout)["problems"]
    place = (found["file"], found["line"], found["column"], found["code"])
    assert place == ("data/2565/follow-up.yml", 7, 13, "not-one-of")
    assert "did you mean “in_progress”?" in found["hint"]
