"""Time builds, checks and the help, compared with plain MkDocs and with the program as it was: docs/benchmarks.md.

The kinds of runs take turns and their ratios decide. A size that is measured again takes the place of what was there.
"""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import chart, report
from benchmarks.bars import find_bars
from benchmarks.folders import program_at
from benchmarks.kept import COMMANDS, SERVE, circumstances, read, write
from benchmarks.measure import Measured, load, measure_commands, measure_size, work_folder
from repeat_site import ROOT

BUILDS = "builds"
PARTS = [COMMANDS, BUILDS, SERVE]
SAVES, LARGEST_SERVED = 20, 1000
BASE = "878d62e4"  # before an edit cost an edit
_SERVE = ROOT / "tools/time_serve.py"
_PAGE, _CHART = ROOT / "docs/benchmarks.md", ROOT / "docs" / report.CHART


def _about(measure: Callable[[], Measured], rounds: int, before: Path | None) -> dict[str, Any]:
    """The measurements of one part, with the circumstances."""
    begin, about, loads = time.monotonic(), circumstances(before), [load()]
    measured = measure()
    minutes = round((time.monotonic() - begin) / 60, 1)
    return {"about": {**about, "load": [*loads, load()], "minutes": minutes, "rounds": rounds}, **measured.listed()}


def measure_all(sizes: list[int], rounds: int, base: str, parts: list[str]) -> None:
    """Measure the parts that are asked for, and keep each as soon as it is there."""
    with work_folder() as work, program_at(base, work / "before") as before:
        if COMMANDS in parts:
            found = _about(lambda: measure_commands(2 * rounds + 1, before), 2 * rounds + 1, before)
            write({**read(), COMMANDS: found})
        for size in sizes if BUILDS in parts else ():
            found = _about(lambda size=size: measure_size(size, rounds, before), rounds, before)
            write({**read(), str(size): found})
        if SERVE in parts and (served := _measure_serve([size for size in sizes if size <= LARGEST_SERVED])):
            write({**read(), SERVE: served})


def _measure_serve(sizes: list[int]) -> dict[str, Any] | None:
    """Saves while a site is served, seen in a browser; None where there is none."""
    begin, about, loads = time.monotonic(), circumstances(None), [load()]
    words = [sys.executable, str(_SERVE), "--json", "--saves", str(SAVES), "--pages", *map(str, sizes)]
    done = subprocess.run(words, capture_output=True, text=True, check=False) if sizes and _SERVE.is_file() else None
    if done is None or done.returncode:
        print("  saves are not timed: no browser", done.stderr[-500:] if done else "", file=sys.stderr)
        return None
    minutes = round((time.monotonic() - begin) / 60, 1)
    about |= {"load": [*loads, load()], "minutes": minutes, "rounds": SAVES}
    return {"about": about, "pages": 0, "years": 0, "sizes": json.loads(done.stdout)}


def write_papers() -> None:
    """Write the page and its chart."""
    kept = read()
    _CHART.write_text(chart.draw(kept), encoding="utf-8", newline="\n")
    _PAGE.write_text(report.write_page(kept), encoding="utf-8", newline="\n")


def main() -> int:
    """Print the bars; status 1 when one is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[100, 1000, 5000], metavar="PAGES")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--base", default=BASE, metavar="REVISION", help="compare with this one; empty for none")
    parser.add_argument("--parts", nargs="*", default=PARTS, choices=PARTS, help="the parts to measure")
    parser.add_argument("--papers", action="store_true", help="measure nothing, write the page of what was measured")
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside"))  # folders and trees are removed
    if not asked.papers:
        measure_all(asked.sizes, asked.rounds, asked.base, asked.parts)
    write_papers()
    bars = find_bars(read())
    for bar in bars:
        found = "not measured" if bar.found is None else f"{bar.found:.2f} {bar.unit}"
        print(f"{bar.part:<12} {bar.text:<52} ≤ {bar.most:<4g} {found}")
    return 1 if any(bar.is_reached is False for bar in bars) else 0


if __name__ == "__main__":
    sys.exit(main())
