"""Output arrives in any encoding, and a reader who goes away changes neither the work nor its status."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import sites
from prongsai.cli import main
from prongsai.cli.output import PatientBytes, escape_json, steady_output

COMMAND = [sys.executable, "-m", "prongsai"]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix")


@pytest.fixture(scope="module")
def faulty(tmp_path_factory) -> Path:
    """A site with one error, whose report has Thai and marks that not every Thai encoding knows."""
    root = sites.copy_base(tmp_path_factory.mktemp("output") / "root")
    path = root / "site_config/site.yml"
    path.write_text(path.read_text("utf-8") + "titel: “ก”\n", "utf-8")
    return root


def printed(words: list[str], encoding: str | None, monkeypatch, *, asked: bool = True) -> tuple[int, bytes]:
    """Status and bytes of a call whose standard output is a file in an encoding; `asked`: by the environment."""
    below = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(below, encoding))
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO(), encoding))
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    if asked:
        monkeypatch.setenv("PYTHONIOENCODING", str(encoding))
    with pytest.raises(SystemExit) as ended:
        main.main(words, prog_name="prongsai")
    return int(ended.value.code or 0), below.getvalue()


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "latin-1", "cp874", "tis-620", "utf-16", "utf-8"])
def test_a_report_arrives_in_the_encoding_that_was_asked_for(faulty, encoding, monkeypatch):
    """Letters that it does not know are marked, all others are, and the status is that of the report."""
    status, got = printed(["check", "-C", str(faulty)], encoding, monkeypatch)
    text = got.decode(encoding)
    assert status == 1
    assert "site_config/site.yml:5:1" in text
    assert "[unknown-key]" in text
    assert ("ผิดพลาด" in text) == (encoding not in {"cp1252", "latin-1", "cp437"})


@pytest.mark.parametrize(("encoding", "arrives"), [("cp1252", "utf-8"), ("cp874", "cp874"), ("ascii", "utf-8")])
def test_a_file_nobody_chose_an_encoding_for_has_thai_in_it(faulty, encoding, arrives, monkeypatch):
    """The report is written as UTF-8, which every editor reads, where the system's code page knows no Thai."""
    status, got = printed(["check", "-C", str(faulty)], encoding, monkeypatch, asked=False)
    assert status == 1
    assert "ผิดพลาด" in got.decode(arrives)


def test_ascii_is_no_choice(faulty, monkeypatch):
    """It is what a system says that was told nothing: the report comes as UTF-8."""
    assert "ผิดพลาด" in printed(["check", "-C", str(faulty)], "ascii", monkeypatch)[1].decode("utf-8")


@pytest.mark.parametrize("form", ["json", "sarif"])
@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "cp874"])
def test_a_report_for_machines_loses_no_letter(faulty, form, encoding, monkeypatch):
    """JSON has escapes for what an encoding does not know."""
    words = ["check", "-C", str(faulty), "--format", form]
    _, plain = printed(words, "utf-8", monkeypatch)
    _, got = printed(words, encoding, monkeypatch)
    assert json.loads(got.decode(encoding)) == json.loads(plain.decode("utf-8"))


def test_letters_beyond_the_first_plane_are_escaped_in_pairs(monkeypatch):
    """As JSON has it."""
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), "ascii"))
    assert json.loads(escape_json('"ก😀a"')) == "ก😀a"


class Deaf(io.RawIOBase):
    """A stream whose reader has gone away, or whose disk is full."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.tries = 0

    def writable(self) -> bool:
        return True

    def write(self, _: object) -> int:
        self.tries += 1
        raise OSError(self.number, os.strerror(self.number))


def test_a_stream_is_left_alone_after_its_first_failure():
    """Written text is taken, nothing is raised, and it is not tried again."""
    deaf = Deaf(32)
    patient = PatientBytes(deaf)
    assert [patient.write(b"one"), patient.write(b"two")] == [3, 3]
    assert (deaf.tries, patient.failure is not None) == (1, True)


@pytest.mark.parametrize(("number", "status"), [(32, 0), (28, 2)])
def test_a_reader_who_left_is_no_failure_and_a_full_disk_is_one(number, status, monkeypatch):
    """Nobody misses what nobody reads; a report that was cut short is said."""
    errors = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(Deaf(number), "utf-8"))
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(errors, "utf-8"))
    ended = 0
    try:
        with steady_output():
            print("ก")
    except SystemExit as end:
        ended = int(end.code or 0)
    assert ended == status
    assert ("ดิสก์เต็ม" in errors.getvalue().decode()) == (status == 2)


def test_streams_that_are_not_there_are_no_failure(monkeypatch):
    """A program without a window has none."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    with pytest.raises(SystemExit) as ended:
        main.main(["--version"])
    assert ended.value.code == 0


@POSIX
@pytest.mark.parametrize(
    ("line", "status", "seen"),
    [
        ("{call} check -C {root} | head -1; exit ${{PIPESTATUS[0]}}", 1, "site_config/site.yml:5:1"),
        ("{call} check -C {root} >&-", 1, ""),
        ("{call} check -C {root} <&- >&- 2>&-", 1, ""),
        ("PYTHONIOENCODING=cp1252 {call} check -C {root}", 1, "[unknown-key]"),
        ("{call} check -C {root}/nowhere 2>&-", 2, ""),
        ("{call} check -C {root} > /dev/full", 2, "ดิสก์เต็ม"),
    ],
)
def test_processes_end_without_a_traceback(faulty, line, status, seen):
    """Pipes that are cut, streams that are closed, a disk that is full: the status is right, and no fault is shown."""
    shell = line.format(call=" ".join(COMMAND), root=faulty)
    environment = {"PYTHONIOENCODING": "utf-8", **os.environ}
    done = subprocess.run(["bash", "-c", shell], capture_output=True, timeout=60, check=False, env=environment)
    shown = (done.stdout + done.stderr).decode("utf-8", "replace")
    assert done.returncode == status, shown
    assert seen in shown
    assert "Traceback" not in shown
    assert "Exception ignored" not in shown
