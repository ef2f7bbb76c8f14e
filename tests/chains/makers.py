"""Processes that stay warm and carry out commands on sites: each command in a process of its own, or in that one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import sites

# Reads orders, a line each. It has the program imported, so that a command costs what it does and no more.
MAKER = """
import gc, json, os, signal, sys, time
sys.path.insert(0, sys.argv[1])
import mkdocs.commands.build, mkdocs.config
import prongsai.cli.site, prongsai.cli.publish, prongsai.pipeline.build, prongsai.pipeline.publish
import prongsai.pipeline.preview.serve, prongsai.engines.mkdocs.plugin, prongsai.reporting
from prongsai.cli import main
from prongsai.pipeline.memory import Memory
assert prongsai.__file__.startswith(sys.argv[1]), prongsai.__file__

if sys.argv[3] == "keeps":  # as a preview hands in
    prongsai.pipeline.build.build_folder.__kwdefaults__["memory"] = Memory()
_LOOK = os.WEXITED | os.WNOHANG | os.WNOWAIT

def carry_out(words, said):
    sys.stdout = sys.stderr = open(said, "w", encoding="utf-8")
    try:
        main(words, prog_name="prongsai")
    except SystemExit as ended:
        return ended.code or 0
    finally:
        sys.stdout.close()
        sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__

carry_out(["check", "-C", sys.argv[2]], os.devnull)  # another site, so that what ships is read and compiled
for line in sys.stdin:
    order = json.loads(line)
    began = time.monotonic()
    if order["keeps"]:
        status = carry_out(order["words"], order["said"])
        gc.enable()
        gc.collect()
    elif child := os.fork():
        if order["delay"] is not None:
            while order["after"] and not os.path.exists(order["after"]) and not os.waitid(os.P_PID, child, _LOOK):
                pass
            time.sleep(order["delay"])
            os.kill(child, signal.SIGKILL)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    else:
        os.close(0)
        status = 70
        try:
            status = carry_out(order["words"], order["said"])
        finally:
            os._exit(status)
    print(status, time.monotonic() - began, flush=True)
"""


@dataclass(frozen=True)
class Told:
    """The end of a command: its exit status, what it printed, and the seconds that it took."""

    status: int
    said: str
    seconds: float


class Maker:
    """A warm process for the program in `program`; with `keeps` all commands share its memory, as in a preview.

    Builds then take what they made before from one `Memory`.
    """

    def __init__(self, program: Path, folder: Path, *, keeps: bool = False) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._said, self._keeps = folder / "said.txt", keeps
        words = [sys.executable, "-c", MAKER, str(program / "generator"), str(sites.BASE)]
        words.append("keeps" if keeps else "forgets")
        self._log = (folder / "log.txt").open("wb")
        self._process = subprocess.Popen(
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )

    def begin(self, words: list[str], delay: float | None = None, after: str = "") -> None:
        """Begin a command; it is killed after `delay` seconds, counted from when the file `after` is there, if any."""
        keeps = self._keeps and delay is None
        order = {"words": words, "said": str(self._said), "delay": delay, "after": after, "keeps": keeps}
        self._said.unlink(missing_ok=True)
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()

    def end_of(self) -> Told:
        """Wait for the end of the command that was begun."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, Path(self._log.name).read_text("utf-8")
        status, seconds = line.split()
        said = self._said.read_text("utf-8", "replace") if self._said.exists() else ""
        return Told(int(status), said, float(seconds))

    def run(self, *words: str, delay: float | None = None) -> Told:
        """Carry out a command; what came of it."""
        self.begin([*words], delay)
        return self.end_of()

    def stop(self) -> None:
        """Let it end."""
        self._process.communicate(timeout=60)
        self._log.close()
