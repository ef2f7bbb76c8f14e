"""The command fmt."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from prongsai.cli import main
from sites import copy_base


@pytest.fixture
def root(tmp_path):
    """A small site with one untidy file."""
    site = copy_base(tmp_path / "site")
    run(site)
    (site / "data/2564/scores.yml").write_bytes(
        b"\r\n".join((site / "data/2564/scores.yml").read_bytes().split(b"\n")).replace(b": ", b":   ", 1)
    )
    return site


def run(site, *words):
    """The command on a site."""
    return CliRunner().invoke(main, ["fmt", "-C", str(site), *words])


def test_files_are_put_into_one_form(root):
    """The command names what it changed, and a second time changes nothing."""
    first = run(root)
    assert (first.exit_code, first.output.splitlines()[0]) == (0, "  data/2564/scores.yml")
    text = (root / "data/2564/scores.yml").read_bytes()
    assert b"\r" not in text
    assert b":   " not in text
    again = run(root)
    assert again.exit_code == 0
    assert again.output.startswith("จัดใหม่แล้ว 0 แฟ้ม")


def test_the_help_says_that_files_can_be_left_out():
    """Any number of files may be named, and none."""
    said = CliRunner().invoke(main, ["fmt", "--help"]).output
    assert said.splitlines()[0] == "วิธีใช้: prongsai fmt [ตัวเลือก] [แฟ้ม …]"


def test_check_writes_nothing(root):
    """With --check a file in another form ends with the status of a check, and stays."""
    before = (root / "data/2564/scores.yml").read_bytes()
    looked = run(root, "--check")
    assert looked.exit_code == 1
    assert "ต้องจัดใหม่ 1 แฟ้ม" in looked.output
    assert (root / "data/2564/scores.yml").read_bytes() == before
    assert run(root, "--check", "data/2565/measures.yml").exit_code == 0


def test_a_file_can_be_named_from_here_or_from_the_site(root, monkeypatch):
    """Both ways lead to the file; what is no data file is refused with an example."""
    monkeypatch.chdir(root / "data")
    assert "ต้องจัดใหม่ 1 แฟ้ม" in run(root, "--check", "2564/scores.yml").output
    assert "ต้องจัดใหม่ 1 แฟ้ม" in run(root, "--check", "data/2564/scores.yml").output
    refused = run(root, "../mkdocs.yml")
    assert refused.exit_code == 2
    assert "วิธีแก้: ระบุแฟ้ม" in refused.output


def test_a_file_with_a_fault_is_left_and_reported(root):
    """The others are put into form; the fault is reported as a check does."""
    broken = root / "data/2565/measures.yml"
    broken.write_text("measures: [\n", "utf-8")
    done = run(root)
    assert done.exit_code == 1
    assert "data/2565/measures.yml:2:1" in done.output
    assert "ไม่แตะต้อง 1 แฟ้ม" in done.output
    assert broken.read_text("utf-8") == "measures: [\n"
    assert b"\r" not in (root / "data/2564/scores.yml").read_bytes()
