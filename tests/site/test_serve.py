"""The preview: saving a file shows the page, and faulty data leaves the last good one."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

import sites

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 15  # seconds


def free_port():
    """A port of the loopback that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Preview:
    """A running preview of a site."""

    def __init__(self, root):
        self.root, self.port = root, free_port()
        words = [sys.executable, "-u", "-m", "prongsai", "serve", "-C", str(root), "--port", str(self.port)]
        self.log = root.with_name("serve.log").open("w+b")
        self.process = subprocess.Popen(words, stdout=self.log, stderr=subprocess.STDOUT)

    def get(self, path):
        """The page at an address, or an empty text while nobody answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5) as answer:
                return answer.read().decode("utf-8")
        except OSError:
            return ""

    def wait(self, path, text):
        """Wait until a text is on a page."""
        end = time.monotonic() + LONGEST
        while text not in self.get(path):
            assert time.monotonic() < end, self.said()
            assert self.process.poll() is None, self.said()
            time.sleep(0.1)

    def said(self):
        """What the command printed."""
        return Path(self.log.name).read_text("utf-8")

    def wait_said(self, text):
        """Wait until the command has printed a text."""
        end = time.monotonic() + LONGEST
        while text not in self.said():
            assert time.monotonic() < end, self.said()
            time.sleep(0.1)

    def stop(self):
        """Stop it as a person does, with the keyboard; its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(LONGEST)
        finally:
            self.process.kill()
            self.log.close()


def change(root, before, after):
    """Save the scores with another text."""
    path = root / "data/2564/scores.yml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


@pytest.fixture
def root(tmp_path):
    """A small site."""
    made = sites.copy_base(tmp_path / "root")
    shutil.copy(ROOT / "mkdocs.yml", made / "mkdocs.yml")
    return made


@pytest.mark.skipif(os.name == "nt", reason="a process cannot be sent the interrupt there")
def test_saving_shows_the_page_and_faults_keep_the_last_good_one(root):
    """Good data, a change, a fault, and its repair, in one sitting; then it stops and leaves nothing behind."""
    preview = Preview(root)
    try:
        preview.wait("/", 'value="85.10"')
        change(root, "85.10", "85.11")
        preview.wait("/", 'value="85.11"')
        change(root, "85.11", "185.11")
        preview.wait_said("score-out-of-range")
        assert 'value="85.11"' in preview.get("/")
        assert "ข้อคำถาม" in preview.get("/2564/scores/")
        change(root, "185.11", "85.12")
        preview.wait("/", 'value="85.12"')
    finally:
        status = preview.stop()
    assert status == 0, preview.said()
    assert "Traceback" not in preview.said()
    assert not (root / ".prongsai/preview").exists()
    assert not (root / "site").exists()


@pytest.mark.skipif(os.name == "nt", reason="a process cannot be sent the interrupt there")
def test_faulty_data_is_reported_in_the_browser_until_it_is_good(root):
    """Where there is no good page yet, the newest report is shown in its place, then the site."""
    change(root, "85.10", "185.10")
    preview = Preview(root)
    try:
        preview.wait("/", "score-out-of-range")
        change(root, "level: A", "levl: A")
        preview.wait("/", "unknown-key")
        change(root, "185.10", "85.10")
        change(root, "levl: A", "level: A")
        preview.wait("/", 'value="85.10"')
    finally:
        status = preview.stop()
    assert status == 0, preview.said()


def test_a_port_in_use_is_said_in_a_sentence(root):
    """Status 2 and how to choose another."""
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
