"""Run a command and measure it: seconds on the clock, seconds of processors, and memory with all its processes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_PAUSE = 0.05  # seconds between two looks at the memory


@dataclass(frozen=True)
class Ran:
    """One run: seconds from start to end, processor seconds with all children, MB of its largest process."""

    seconds: float
    processor: float
    largest: float

    def listed(self) -> list[float]:
        """The run as it is kept."""
        return [round(self.seconds, 3), round(self.processor, 3), round(self.largest, 1)]


def run(words: Sequence[str], folder: Path) -> Ran:
    """Run a command in a folder; ends the program with its output where it fails."""
    with tempfile.TemporaryFile() as told:
        begin = time.perf_counter()
        process = _start(words, folder, told.fileno())
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            told.seek(0)
            sys.exit(f"{' '.join(words)} ended with {process.returncode}\n{told.read().decode(errors='replace')}")
    unit = 1024 if sys.platform == "darwin" else 1
    return Ran(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / unit / 1024)


def _start(words: Sequence[str], folder: Path, out: int) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.Popen(
        [*words], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT
    )


def peak_memory(words: Sequence[str], folder: Path) -> float:
    """The most MB that a command had at once with all its processes; what they share counts once.

    Only Linux says so; elsewhere it is that of the largest process.
    """
    if not Path("/proc/self/smaps_rollup").is_file():
        return run(words, folder).largest
    with tempfile.TemporaryFile() as told:
        process = _start(words, folder, told.fileno())
        most, ended = [0.0], threading.Event()
        watcher = threading.Thread(target=_watch, args=(process.pid, most, ended))
        watcher.start()
        process.wait()
        ended.set()
        watcher.join()
    return most[0]


def _watch(first: int, most: list[float], ended: threading.Event) -> None:
    while not ended.wait(_PAUSE):
        most[0] = max(most[0], sum(map(_share, _family(first))) / 1024)


def _family(first: int) -> list[int]:
    """A process and all those below it."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                above = int((entry / "stat").read_text("utf-8").rpartition(")")[2].split()[1])
            except (OSError, ValueError, IndexError):
                continue
            parents.setdefault(above, []).append(int(entry.name))
    found = [first]
    for one in found:
        found += parents.get(one, [])
    return found


def _share(process: int) -> int:
    """The KB of a process, of what it shares its part."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
