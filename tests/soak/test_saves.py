"""A save that is killed at any moment leaves all files old or all new, after the next command."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import sites
from prongsai.pipeline.site_lock import hold_lock
from prongsai.pipeline.undo.records import has_unfinished, list_saves
from prongsai.pipeline.undo.take_back import undo

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process cannot be forked there")
# Reads orders, a line each, and carries each out in a process of its own, which it kills after so many seconds.
KILLER = """
import json, os, signal, sys, time
from pathlib import Path
from prongsai.pipeline.save import propose_texts, save
from prongsai.pipeline.site_lock import hold_lock
root = Path(sys.argv[1])
for line in sys.stdin:
    order = json.loads(line)
    texts = {name: text and text.encode() for name, text in order["texts"].items()}
    proposed = propose_texts(root, texts) if texts else None
    began = time.monotonic()
    child = os.fork()
    if not child:
        with hold_lock(root, "prongsai import"):
            if proposed:
                save(root, proposed, "prongsai import")
        os._exit(0)
    if order["delay"] is not None:
        time.sleep(order["delay"])
        os.kill(child, signal.SIGKILL)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), time.monotonic() - began, flush=True)
"""


SEED = int(os.environ.get("PRONGSAI_SEED", "2570"))
YEAR_MORE = "data/2571/memo.yml"


class Killer:
    """The process that saves and is killed."""

    def __init__(self, root: Path) -> None:
        words = [sys.executable, "-c", KILLER, str(root)]
        self.process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def order(self, texts: dict[str, str | None], delay: float | None) -> tuple[int, float]:
        """Save these files, or only take the lock where there are none; how the process ended, after how long."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"texts": texts, "delay": delay}) + "\n")
        self.process.stdin.flush()
        status, seconds = self.process.stdout.readline().split()
        return int(status), float(seconds)

    def end(self) -> None:
        """Let it end."""
        self.process.communicate(timeout=60)


def kept(root: Path) -> dict[str, str]:
    """The files that people keep of a site: all of it apart from the records of saves."""
    return {name: mark for name, mark in sites.snapshot(root).items() if not name.startswith(".prongsai")}


def texts_of(root: Path, number: int) -> dict[str, str | None]:
    """A save of all data files of a site, another each time; a year more, or one less where there is one more."""
    files = (path for folder in ("data", "site_config") for path in (root / folder).rglob("*.yml"))
    texts = {path.relative_to(root).as_posix(): f"{path.read_text('utf-8')}# {number}\n" for path in sorted(files)}
    return {**texts, YEAR_MORE: None if YEAR_MORE in texts else "fiscal_year: 2571\n"}


def wanted(root: Path, texts: dict[str, str | None], folder: Path) -> dict[str, str]:
    """The files that people keep of the site after the save."""
    copy = sites.copy_site(root, folder)
    for name, text in texts.items():
        if text is None:
            (copy / name).unlink(missing_ok=True)
        else:
            (copy / name).parent.mkdir(exist_ok=True)
            (copy / name).write_text(text, "utf-8")
    return kept(copy)


def run(tmp_path: Path, kills: int, chance: random.Random) -> Counter[str]:
    """Save and be killed so many times; how often which of the two states came of it."""
    root = sites.copy_base(tmp_path / "root")
    killer, seen = Killer(root), Counter[str]()
    status, longest = killer.order(texts_of(root, 0), None)
    assert status == 0
    for number in range(1, kills + 1):
        texts, before = texts_of(root, number), kept(root)
        after = wanted(root, texts, tmp_path / "copies" / str(number))
        status, _ = killer.order(texts, chance.uniform(0, 1.2 * longest))
        while has_unfinished(root) and chance.random() < 0.5:  # so is the command that finishes it
            seen["killed again"] += killer.order({}, chance.uniform(0, longest / 2))[0] != 0
        seen["was in the middle"] += kept(root) not in (before, after)
        with hold_lock(root, "prongsai check") as finished:
            assert all(one.outcome in {"gone-on", "taken-back"} and not one.left for one in finished)
        now = kept(root)
        assert now in (before, after)
        assert status == -9 or now == after
        seen["new" if now == after else "old"] += 1
        assert not list_saves(root).damaged
        if now == after and chance.random() < 0.7:
            with hold_lock(root, "prongsai undo"):
                undo(root)
                assert kept(root) == before
                if chance.random() < 0.5:
                    undo(root, again=True)
                    assert kept(root) == after
    killer.end()
    return seen


def test_a_few_saves_killed_at_any_moment(tmp_path):
    """All old or all new, and what is new can be taken back."""
    seen = run(tmp_path, 8, random.Random(2570))
    assert seen["old"] + seen["new"] == 8


@pytest.mark.soak
def test_hundreds_of_saves_killed_at_any_moment(tmp_path):
    """Both states come of it, and some were killed with only a part of the files written."""
    seen = run(tmp_path, int(os.environ.get("PRONGSAI_KILLS", "300")), random.Random(SEED))
    print(dict(seen))
    assert min(seen["old"], seen["new"], seen["was in the middle"]) > 0
