"""Pages of the manual that lead through a year: every command on them is one that works, and answers as they show."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from prongsai.cli import main
from sites import CASES, REPOSITORY, lay_over

OFFICER = REPOSITORY / "docs" / "officer"
STEP = re.compile(r"^\*\*(\d)\. ", re.MULTILINE)
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHELL = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ASK_BEFORE_WRITING = {"import", "draft"}
AWAIT_SOMEBODY = {"serve"}
ASK_OTHER_HOSTS = {"links", "urls"}
BUILD_IT_ALL = {"publish"}  # of a site as large; the first year above publishes


def call(folder: Path, *words: str):
    """The program, called in a folder as people call it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return CliRunner().invoke(main, list(words), prog_name="prongsai")


def test_the_first_year_by_yaml_is_as_its_page_shows_it(tmp_path):
    """Step by step with what is typed in between; the page shows each answer whole, with counts and places of its own.

    Counts are not compared: they change with what is known of the rules of a year.
    """
    page = (OFFICER / "first-year.md").read_text("utf-8")
    _, *parts = STEP.split(page)
    wrong, site = {}, tmp_path
    for number, part in zip(parts[::2], parts[1::2], strict=True):
        site = tmp_path / "ita" if (tmp_path / "ita").is_dir() else tmp_path
        type_in(site, number)
        for command, shown in commands_of(part, tmp_path):
            said = call(site, *command).output if command[0] not in AWAIT_SOMEBODY else shown
            if masked(said, tmp_path) != masked(shown, tmp_path):
                wrong[" ".join(command)] = said
    assert site.name == "ita"
    assert wrong == {}


def type_in(site: Path, number: str) -> None:
    """The files of a case, and what the page itself says is typed, before the commands of a step."""
    for folder in (CASES / "first-year").glob(f"{number}-*"):
        lay_over(folder, site)
    if number == "3":
        [typed] = re.findall(
            r"^```yaml\n(.*?)^```$", (OFFICER / "first-year.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
        )
        for line, key in zip(typed.splitlines(), ("announced_on", "total", "level"), strict=True):
            set_line(site / "data" / "2567" / "scores.yml", rf"^{key}:.*$", line)
    if number == "4":
        set_line(site / "site_config" / "site.yml", r"^# site_url:.*$", "site_url: https://ita.example.go.th/")


def set_line(path: Path, old: str, new: str) -> None:
    """Put a line into the place of the one that a pattern finds."""
    text, count = re.subn(old, new, path.read_text("utf-8"), flags=re.MULTILINE)
    assert count == 1
    path.write_text(text, "utf-8")


def commands_of(part: str, folder: Path) -> Iterator[tuple[list[str], str]]:
    """Each command of a step, with the answer that is shown below it."""
    for block in CONSOLE.findall(part):
        for shown in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, answer = shown.partition("\n")
            name, *words = shlex.split(command.replace("/srv", f"{folder}/srv"))
            if name == "prongsai":
                yield words, answer


def masked(text: str, folder: Path) -> str:
    """The text without figures, lists of items, and the place on this machine."""
    anywhere = text.replace(str(folder), "…").replace("/srv", "…/srv").replace("……", "…")
    return re.sub(r"O#(?: O#)*", "O#", re.sub(r"\d+", "#", anywhere))


def test_the_commands_of_the_months_work_in_the_model_agency(tmp_path):
    """In the order of the page, in a copy as `new --example` makes it, each ends well; what asks is answered with yes.

    The copy is cut to its last year, which is what the page is about, and the result that its measures answer.
    """
    page = (OFFICER / "year.md").read_text("utf-8")
    lines = [line for block in SHELL.findall(page) for line in block.splitlines()]
    assert call(tmp_path, "new", "ita", "--example").exit_code == 0
    for year in ("2564", "2565"):
        shutil.rmtree(tmp_path / "ita" / "data" / year)
    (tmp_path / "ita" / "content" / "about.md").unlink()  # it tells of all years
    pasted = (CASES / "year-by-workbook" / "result.txt").read_text("utf-8")
    (tmp_path / "ita" / "ผล.txt").write_text(pasted, "utf-8")
    told = {}
    for line in lines:
        name, *words = shlex.split(line)
        assert name == "prongsai"
        if words[0] not in AWAIT_SOMEBODY | ASK_OTHER_HOSTS | BUILD_IT_ALL:
            told[line] = call(tmp_path / "ita", *words, *(["--yes"] if words[0] in ASK_BEFORE_WRITING else []))
    assert {line: one.output for line, one in told.items() if one.exit_code} == {}
    assert len(told) >= len(lines) // 2
