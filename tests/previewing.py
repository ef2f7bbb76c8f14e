"""A preview as people use it: started, looked at, ended, with files saved and other commands run meanwhile."""

from __future__ import annotations

import gzip
import random
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

LONGEST = 60  # seconds, on a machine that does much else
PROSE = "data/2564/analysis.yml"  # its words change, and no figure: what differs is not published at first
WORDS = [sys.executable, "-u", "-m", "prongsai"]


def free_port():
    """A port of the loopback that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Preview:
    """A running preview of a site; `deaf` as a script starts it in the background, without the keyboard."""

    def __init__(self, root, *, deaf=False):
        self.root, self.port = root, free_port()
        self.log = root.with_name("serve.log").open("w+b")
        words = [*WORDS, "serve", "-C", str(root), "--port", str(self.port)]
        hearing = signal.getsignal(signal.SIGINT)
        signal.signal(signal.SIGINT, signal.SIG_IGN if deaf else hearing)  # a process inherits that it ignores one
        try:
            self.process = subprocess.Popen(words, stdout=self.log, stderr=subprocess.STDOUT)
        finally:
            signal.signal(signal.SIGINT, hearing)

    @property
    def address(self):
        """The address at which it listens."""
        return f"http://127.0.0.1:{self.port}/"

    def get(self, path):
        """The page at an address, or an empty text while nobody answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=LONGEST) as answer:
                return answer.read().decode("utf-8")
        except OSError:
            return ""

    def wait(self, path, text):
        """Wait until a text is on a page."""
        self._wait(lambda: text in self.get(path))

    def wait_gone(self, path, text):
        """Wait until a page is there without a text."""
        self._wait(lambda: text not in (self.get(path) or text))

    def wait_said(self, text):
        """Wait until the command has printed a text."""
        self._wait(lambda: text in self.said())

    def _wait(self, is_so):
        end = time.monotonic() + LONGEST
        while not is_so():
            assert time.monotonic() < end, self.said()
            assert self.process.poll() is None, self.said()
            time.sleep(0.1)

    def said(self):
        """The output of the command."""
        return Path(self.log.name).read_text("utf-8")

    def stop(self, number=signal.SIGINT):
        """Stop it as a person does, with the keyboard, or by another signal; its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            return self.process.wait(LONGEST)
        finally:
            self.process.kill()
            self.log.close()


def save(path, text):
    """Save a file as most editors do: next to it, then in its place, so that nobody ever reads a half."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, "utf-8")
    beside.replace(path)


class Saving(threading.Thread):
    """Somebody at work: again and again, in pauses of about `pause` seconds, one of two files is saved."""

    def __init__(self, root, seed, pause):
        super().__init__()
        self.root, self.chance, self.pause = root, random.Random(seed), pause
        self.count, self.over = 0, threading.Event()

    def run(self):
        prose, page = self.root / PROSE, self.root / "content/history.md"
        save(page, "# ประวัติ {#history}\n")
        while not self.over.wait(self.pause * self.chance.uniform(0.5, 1.5)):
            self.count += 1
            if self.chance.random() < 0.5:
                save(prose, re.sub(r"แนวคิด[0-9 ]*", f"แนวคิด {self.count}", prose.read_text("utf-8"), count=1))
            else:
                save(page, f"# ประวัติ {{#history}}\n\nบันทึกครั้งที่ {self.count}\n")

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.join()


def call(*words):
    """Run another command while the preview is open; it must end well."""
    done = subprocess.run([*WORDS, *map(str, words)], capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"


def naming(folder, text):
    """The files below a folder in which a text is, also in packed ones."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return [str(path) for path in files if text.encode() in _unpacked(path)]


def _unpacked(path):
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def check_beside(root, seed, *, builds, publications, pause):
    """Build and publish again and again while a preview is open and somebody saves.

    None fails, each result names its own address and never the preview's; in the end the preview shows the last save.
    """
    rounds = ["build"] * builds + ["publish"] * publications
    random.Random(seed).shuffle(rounds)
    site, public = root.parent / "site", root.parent / "public"
    (root / "content").mkdir(exist_ok=True)
    preview = Preview(root)
    try:
        preview.wait("/", "<html")
        with Saving(root, seed, pause) as saving:
            for command in rounds:
                to = site if command == "build" else public
                call(command, "-C", root, "--to", to)
                assert naming(to, "ita.example.go.th")
                assert naming(to, f":{preview.port}") == []
                assert preview.process.poll() is None, preview.said()
        assert saving.count >= len(rounds)
        save(root / "content/history.md", "# ประวัติ {#history}\n\nครั้งสุดท้าย\n")
        preview.wait("/history/", "ครั้งสุดท้าย")
        assert 'role="alert"' not in preview.get("/")
    finally:
        status = preview.stop()
    assert (status, preview.said().count("Traceback")) == (0, 0), preview.said()
