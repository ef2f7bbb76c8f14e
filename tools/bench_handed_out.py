"""The cost of open data, shared pictures and documents in a build: first and second builds, as ratios, in one run."""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from repeat_site import repeat_pages

SITE_URL = "https://ita.example.go.th/"
# The same program with what it hands out besides the pages taken away: the measure for the others.
BARE = """
from prongsai.pipeline import plan_files
from prongsai.pipeline.planning.data_files import DataFiles
from prongsai.views.open_data.dataset import OpenData
plan_files.plan_data_files = lambda *_: DataFiles({}, {}, OpenData(()))
plan_files.feed_files = lambda *_: {}
plan_files.cards_of = lambda *_: ()
from prongsai.cli import main
main()
"""
WAYS = {
    "pages alone": ("-c", BARE),
    "open data, feeds, pictures": ("-m", "prongsai"),
    "and documents": ("-m", "prongsai"),
}


def _run(folder: Path, *words: str) -> float:
    """Seconds that Python takes for a build."""
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, *words, "build"], cwd=folder, env=os.environ, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"the build ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return time.perf_counter() - begin


def _forget(folder: Path) -> None:
    for name in ("content", "site", ".prongsai"):
        shutil.rmtree(folder / name, ignore_errors=True)
    (folder / "content").mkdir()


def bench(pages: int, rounds: int) -> tuple[int, dict[tuple[str, str], float]]:
    """The number of pages, and the median seconds of each first and second build, interleaved."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site"
        made = repeat_pages(folder, pages)
        options = folder / "site_config" / "site.yml"
        own = "\n".join(one for one in options.read_text("utf-8").splitlines() if not one.startswith("site_url:"))
        times: dict[tuple[str, str], list[float]] = {}
        for turn in range(rounds):
            print(f"  {made} pages, round {turn + 1} of {rounds} …", file=sys.stderr)
            for way, words in WAYS.items():
                documents = "documents: on\n" if way == "and documents" else ""
                options.write_text(f"{own}\nsite_url: {SITE_URL}\n{documents}", encoding="utf-8", newline="\n")
                _forget(folder)
                for build in ("first", "second"):
                    times.setdefault((way, build), []).append(_run(folder, *words))
    return made, {kind: statistics.median(found) for kind, found in times.items()}


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=1)
    asked = parser.parse_args()
    made, found = bench(asked.pages, asked.rounds)
    print(f"{made} pages\n{'':<28} {'build':<8} {'seconds':>8} {'× alone':>8}")
    for (way, build), seconds in found.items():
        print(f"{way:<28} {build:<8} {seconds:>8.2f} {seconds / found['pages alone', build]:>8.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
