"""Time `prongsai build` and `mkdocs build` with our theme, compared with plain MkDocs on the same Markdown, as ratios.

Plain means Material with `navigation.prune`, every page in the navigation and the built-in search. The kinds of builds
take turns; of each the fastest counts, since whatever else a machine does only makes a build slower.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from repeat_site import repeat_pages

PLAIN = """site_name: plain
theme:
  name: material
  language: th
  font: false
  features: [navigation.prune]
plugins: [search]
markdown_extensions: [attr_list, tables]
"""
BARS = {"our theme": 0.5, "whole": 0.9, "unchanged": 0.1}  # at 1,000 pages
KINDS = ("plain", "our theme", "whole", "unchanged", "one file saved")


def _run(folder: Path, *words: str) -> float:
    """Seconds that a Python module takes as a command."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(words)} ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return time.perf_counter() - begin


def _forget(folder: Path) -> None:
    for name in ("content", "site", ".prongsai"):
        shutil.rmtree(folder / name, ignore_errors=True)
    (folder / "content").mkdir()


def bench(pages: int, rounds: int) -> dict[str, float]:
    """The fewest seconds of each kind of build, in turn."""
    with tempfile.TemporaryDirectory() as name:
        ours, plain = Path(name) / "ours", Path(name) / "plain"
        made = repeat_pages(ours, pages)
        shutil.copytree(ours / "content", plain / "docs")
        (plain / "mkdocs.yml").write_text(PLAIN, encoding="utf-8", newline="\n")
        times: dict[str, list[float]] = {kind: [] for kind in KINDS}
        for turn in range(rounds):
            print(f"  {made} pages, round {turn + 1} of {rounds} …", file=sys.stderr)
            shutil.rmtree(plain / "site", ignore_errors=True)
            shutil.rmtree(ours / "site", ignore_errors=True)
            times["plain"].append(_run(plain, "mkdocs", "build", "-q"))
            times["our theme"].append(_run(ours, "mkdocs", "build", "-q"))
            _forget(ours)
            times["whole"].append(_run(ours, "prongsai", "build"))
            times["unchanged"].append(_run(ours, "prongsai", "build"))
            scores = next((ours / "data").rglob("scores.yml"))
            scores.write_text(scores.read_text(encoding="utf-8") + f"# {turn}\n", encoding="utf-8", newline="\n")
            times["one file saved"].append(_run(ours, "prongsai", "build"))
        heaviest = max(path.stat().st_size for path in (ours / "site").rglob("*.html"))
    return {**{kind: min(found) for kind, found in times.items()}, "made": made, "heaviest": heaviest}


def main() -> int:
    """Print the table; status 1 when a bar is missed at the largest size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    missed = False
    print(f"{'pages':>6} {'build':<16} {'seconds':>8} {'× plain':>8}")
    for pages in asked.pages:
        found = bench(pages, asked.rounds)
        for kind in KINDS:
            ratio = found[kind] / found["plain"]
            print(f"{int(found['made']):>6} {kind:<16} {found[kind]:>8.2f} {ratio:>8.2f}", flush=True)
            missed |= pages >= 1000 and ratio > BARS.get(kind, float("inf"))
        print(f"       heaviest page   {int(found['heaviest']):,} bytes of HTML")
        if hasattr(os, "getloadavg"):
            print(f"       load            {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
