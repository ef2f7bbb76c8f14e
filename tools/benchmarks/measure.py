"""The rounds of a benchmark: each kind of run once in each, in turn, so that a busy minute meets all of them."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from repeat_site import ROOT, repeat_pages

from benchmarks import steps
from benchmarks.folders import edit_measure, forget, is_shown, lay_out_plain, without_made
from benchmarks.processes import Ran, peak_memory, run

_PYTHON = sys.executable
_PLAIN = (_PYTHON, "-m", "mkdocs", "build", "--quiet")
_ZENSICAL = (_PYTHON, "-m", "zensical", "build")
_RUN = """import sys
sys.path.insert(0, {0!r})
from prongsai.cli import main
if not sys.modules["prongsai"].__file__.startswith({0!r}):
    sys.exit("another version of the program is in the way")
sys.argv[0] = "prongsai"
main()
"""


@dataclass(frozen=True)
class Program:
    """A version of the program: its tree, and the word by which its runs are kept."""

    tree: Path
    word: str

    def command(self, *words: str) -> tuple[str, ...]:
        """A command of this version, whichever one is installed."""
        return (_PYTHON, "-c", _RUN.format(str(self.tree / "generator")), *words)

    def run(self, folder: Path, *words: str) -> Ran:
        """Run a command of this version."""
        return run(self.command(*words), folder)


@dataclass
class Measured:
    """All that was measured in one run of the tool on one size, as it is kept."""

    pages: int
    years: int
    runs: dict[str, list[list[float]]] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)
    steps: dict[str, dict[str, float]] = field(default_factory=dict)

    def add(self, kind: str, ran: Ran) -> None:
        """Keep one more run of a kind."""
        self.runs.setdefault(kind, []).append(ran.listed())

    def listed(self) -> dict[str, Any]:
        """The same as JSON."""
        return dict(vars(self))


NOW = Program(ROOT, "now")


@contextmanager
def work_folder() -> Iterator[Path]:
    """A folder for one run, removed after it."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        yield Path(name)


def measure_size(pages: int, rounds: int, before: Path | None) -> Measured:
    """Builds of a site of at least so many pages, by us, by plain MkDocs and by the program as it was `before`."""
    with work_folder() as work:
        kept = work / "kept"
        made = repeat_pages(kept, pages)
        lay_out_plain(kept, work / "plain")
        programs = [NOW, *([Program(before, "before")] if before else [])]
        folders = {one.word: without_made(kept, work / one.word) for one in programs}
        shutil.rmtree(kept)
        measured = Measured(made, len(list((folders["now"] / "data").iterdir())))
        for turn in range(rounds):
            _say(f"{made} pages, round {turn + 1} of {rounds}")
            _time_plain(measured, work / "plain")
            for one in programs:
                _time_builds(measured, one, folders[one.word], turn)
            _time_zensical(measured, work / "plain", folders["now"])
        _say(f"{made} pages, memory and steps")
        _weigh(measured, work / "plain", folders, programs)
        for one in programs:
            _time_steps(measured, one, folders[one.word])
        return measured


def _say(text: str) -> None:
    print(f"  {time.strftime('%H:%M:%S')}  {text} …", file=sys.stderr, flush=True)


def _time_plain(measured: Measured, plain: Path) -> None:
    shutil.rmtree(plain / "site", ignore_errors=True)
    measured.add("plain", run(_PLAIN, plain))


def _time_builds(measured: Measured, program: Program, folder: Path, turn: int) -> None:
    """A first build, one after which nothing changed, and one of an edited measure, which must be seen."""
    forget(folder)
    measured.add(f"first {program.word}", program.run(folder, "build"))
    measured.add(f"unchanged {program.word}", program.run(folder, "build"))
    words = edit_measure(folder, turn + 1)
    measured.add(f"measure {program.word}", program.run(folder, "build"))
    if not is_shown(folder / "site", words):
        sys.exit(f"the {program.word} build of an edited measure does not show it")


def _time_zensical(measured: Measured, plain: Path, ours: Path) -> None:
    """Zensical by itself on the plain site, without and with its memory, and as our engine in a first build."""
    if find_spec("zensical") is None:
        return
    measured.add("zensical cold", run((*_ZENSICAL, "--clean"), plain))
    measured.add("zensical warm", run(_ZENSICAL, plain))
    forget(ours)
    measured.add("first by zensical", NOW.run(ours, "build", "--engine", "zensical"))


def _weigh(measured: Measured, plain: Path, folders: Mapping[str, Path], programs: list[Program]) -> None:
    measured.memory["plain"] = peak_memory(_PLAIN, plain)
    for one in programs:
        folder = folders[one.word]
        forget(folder)
        words = one.command("build")
        measured.memory[f"first {one.word}"] = peak_memory(words, folder)
        edit_measure(folder, 99)
        measured.memory[f"measure {one.word}"] = peak_memory(words, folder)


def _time_steps(measured: Measured, program: Program, folder: Path) -> None:
    out = folder.with_name("steps.json")
    for kind in ("first", "measure"):
        if kind == "first":
            forget(folder)
        else:
            edit_measure(folder, 100)
        run((_PYTHON, steps.__file__, str(program.tree / "generator"), str(out), "build"), folder)
        measured.steps[f"{kind} {program.word}"] = json.loads(out.read_text("utf-8"))


def measure_commands(rounds: int, before: Path | None) -> Measured:
    """The help, and checks of the model agency: with nothing changed, and with one measure edited."""
    with work_folder() as work:
        programs = [NOW, *([Program(before, "before")] if before else [])]
        model = (before or ROOT) / "examples/model"  # a fact of a newer kind is no fact to the older program
        folders = {one.word: without_made(model, work / one.word) for one in programs}
        measured = Measured(0, 0)
        for one in programs:
            one.run(folders[one.word], "build")
            one.run(folders[one.word], "check")
        _say(f"help and checks, {rounds} rounds")
        for turn in range(rounds):
            for one in programs:
                measured.add(f"help {one.word}", one.run(work, "--help"))
                measured.add(f"check unchanged {one.word}", one.run(folders[one.word], "check"))
                edit_measure(folders[one.word], turn + 1)
                measured.add(f"check edited {one.word}", one.run(folders[one.word], "check"))
        return measured


def load() -> float:
    """The load of the machine in the last minute; 0 where it does not say."""
    return round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else 0.0
