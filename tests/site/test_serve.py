"""The preview: saving a file shows the page, faulty data leaves the last good one, and other commands are free."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import sites
from previewing import Preview, check_beside
from prongsai.cli import main
from prongsai.pipeline.site_lock import hold_lock

ROOT = Path(__file__).resolve().parents[2]
ALERT = 'role="alert"'
pytestmark = pytest.mark.skipif(os.name == "nt", reason="a process cannot be sent the interrupt there")


def change(root, before, after):
    """Save the scores with another text."""
    path = root / "data/2564/scores.yml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


@pytest.fixture
def root(tmp_path):
    """A small site."""
    made = sites.copy_small(tmp_path / "root")
    shutil.copy(ROOT / "mkdocs.yml", made / "mkdocs.yml")
    return made


def test_saving_shows_the_page_and_faults_keep_the_last_good_one(root):
    """Good data, a change, a fault, and its repair, in one sitting; then it stops and has written nowhere else."""
    before, good = sites.snapshot(root), (root / "data/2564/scores.yml").read_bytes()
    preview = Preview(root, deaf=True)
    try:
        preview.wait("/", 'value="85.10"')
        assert ALERT not in preview.get("/")
        change(root, "85.10", "85.11")
        preview.wait("/", 'value="85.11"')
        change(root, "85.11", "185.11")
        preview.wait_said("score-out-of-range")
        preview.wait("/2564/scores/", ALERT)
        assert 'value="85.11"' in preview.get("/")
        assert "ข้อคำถาม" in preview.get("/2564/scores/")
        assert "data/2564/scores.yml:" in preview.get("/2564/scores/").partition(ALERT)[2]
        (root / "data/2564/scores.yml").write_text("", "utf-8")  # an editor that empties a file before it fills it
        preview.wait("/", "empty-file")
        (root / "data/2564/scores.yml").write_bytes(good)
        preview.wait("/", 'value="85.10"')
        change(root, "85.10", "185.10")
        preview.wait("/", ALERT)
        change(root, "185.10", "85.10")  # what was built last: nothing is built, and yet the report goes
        preview.wait_gone("/", ALERT)
    finally:
        status = preview.stop()
    assert status == 0, preview.said()
    assert "Traceback" not in preview.said()
    after = {name: held for name, held in sites.snapshot(root).items() if not name.startswith(".prongsai")}
    assert after == before
    assert {path.name for path in (root / ".prongsai").iterdir()} <= {"preview", "preview.lock"}


def test_faulty_data_is_reported_in_the_browser_until_it_is_good(root):
    """The newest report is shown while there is no good page yet, then the site; one preview at a time."""
    change(root, "85.10", "185.10")
    preview = Preview(root)
    try:
        preview.wait("/", "score-out-of-range")
        words = [sys.executable, "-m", "prongsai", "serve", "-C", str(root), "--port", "1"]
        second = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
        assert second.returncode == 2
        assert f"อยู่แล้วที่ {preview.address} ตั้งแต่วันที่ " in second.stderr
        assert "วิธีแก้: " in second.stderr
        assert "Traceback" not in second.stderr
        change(root, "level: A", "levl: A")
        preview.wait("/", "unknown-key")
        change(root, "185.10", "85.10")
        change(root, "levl: A", "level: A")
        preview.wait("/", 'value="85.10"')
    finally:
        status = preview.stop(signal.SIGTERM)
    assert status == 0, preview.said()
    assert "Traceback" not in preview.said()
    with socket.socket() as next_one:
        next_one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        next_one.bind(("127.0.0.1", preview.port))
    with hold_lock(root, "test", kind="preview", wait=0):
        assert '"test"' in (root / ".prongsai/preview.holder.json").read_text("utf-8")


def test_other_commands_are_free_while_it_is_open(root):
    """A build and a publication meanwhile, with files saved all the time: none fails, none names the preview."""
    check_beside(root, 13, builds=1, publications=1, pause=0.7)


def test_a_port_in_use_is_said_in_a_sentence(root):
    """Status 2 and how to choose another, before anything is built."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        words = [sys.executable, "-m", "prongsai", "serve", "-C", str(root), "--port", port]
        done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert port in done.stderr
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (root / ".prongsai/preview").exists()


@pytest.mark.parametrize("host", ["203.0.113.7", "a" * 80, "ก" * 80])
def test_a_host_that_is_not_this_machine_is_said_in_a_sentence(root, host):
    """Status 2, and no advice to choose another port, which would not help."""
    told = CliRunner().invoke(main, ["serve", "-C", str(root), "--host", host])
    assert (told.exit_code, "Traceback" in told.output) == (2, False)
    said = f"เปิดที่ {host}:8000 ไม่ได้" if host[0].isdigit() else f"--host {host} ไม่ใช่ชื่อหรือหมายเลขของเครื่อง"
    assert said in told.output
    assert "--host" in told.output
    assert "--port" not in told.output
