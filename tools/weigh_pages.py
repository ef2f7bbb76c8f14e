"""Print what the first view of every kind of page costs on a phone: bytes, and seconds on a thin line, packed and not.

Of each kind it is the heaviest page of this repository's site and the examples. It takes some five minutes.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from playwright.sync_api import Browser

from browser.launch import find_browser, launched
from browser.made import EXAMPLES, PREFIX, Made, make_example, make_own
from browser.served import serving
from judges.kinds import heaviest_kinds
from judges.weight import look


def main() -> int:
    """Print a table of Markdown, a line for each kind as it is looked at."""
    program = find_browser()
    if program is None:
        sys.exit("no Chromium: run tools/find_browser.py --install")
    print("| Page | KB, gzip | KB | LCP, gzip | LCP |\n|---|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as name, launched(program) as browser:
        folder = Path(name)
        sites = {"own": make_own(folder), **{one: make_example(folder, one) for one in EXAMPLES}}
        for kind, (site, page) in sorted(heaviest_kinds(sites).items()):
            print(f"| {kind} | {' | '.join(_cells(browser, sites[site], page))} |", flush=True)
    return 0


def _cells(browser: Browser, made: Made, page: str) -> list[str]:
    """Kilobytes packed and not, then seconds packed and not."""
    sizes, times = [], []
    for packs in (True, False):
        with serving(made.folder, PREFIX, packs=packs) as root:
            sizes.append(f"{look(browser, root, page).bytes / 1000:.1f}")
            times.append(f"{look(browser, root, page, is_thin=True).seconds:.1f} s")
    return [*sizes, *times]


if __name__ == "__main__":
    sys.exit(main())
