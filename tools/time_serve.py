"""Time saves while `serve` runs: each from the write to the first frame of a Chromium that shows what was written."""

from __future__ import annotations

import argparse
import json
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from find_browser import find_browser
from repeat_site import repeat_pages

if TYPE_CHECKING:
    from playwright.sync_api import Page

LONGEST = 30.0  # seconds until a save counts as never shown
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
# Tells the time at which a frame with a text was painted: the second callback comes after the first frame.
WATCH = """
const look = () => {
  const text = document.body?.innerText ?? "", wanted = JSON.parse(sessionStorage.wanted ?? "[]");
  if (wanted.some((one) => text.includes(one)))
    requestAnimationFrame(() => requestAnimationFrame(() => painted(Date.now())));
  else setTimeout(look, 5);
};
document.addEventListener("DOMContentLoaded", look);
"""


@dataclass(frozen=True)
class Save:
    """A save of one kind: the file, the page on which it is seen, and what is written there the nth time."""

    kind: str
    file: str
    path: str
    pattern: str
    text: Callable[[int], str]

    def write(self, root: Path, number: int) -> tuple[str, float]:
        """Save the file as editors do, next to it and then in its place; the text to be seen, and when it was saved."""
        place, text = root / self.file, self.text(number)
        before = place.read_text(encoding="utf-8")
        after = re.sub(self.pattern, lambda found: found[1] + text, before, count=1, flags=re.MULTILINE)
        if after == before:
            raise ValueError(f"{self.file}: {self.pattern}")
        beside = place.with_name(f".{place.name}.new")
        beside.write_text(after, encoding="utf-8", newline="\n")
        begun = time.time()
        beside.replace(place)
        return text, begun


def saves_of(root: Path) -> list[Save]:
    """The kinds of saves, in a year in the middle of the site."""
    years = sorted(path.name for path in (root / "data").iterdir())
    year = years[len(years) // 2]
    return [
        Save(
            "measure",
            f"data/{year}/measures.yml",
            f"{year}/measures/m01/",
            r"^(    title: ).*$",
            "มาตรการครั้งที่ {}".format,
        ),
        Save("score", f"data/{year}/scores.yml", f"{year}/scores/", r"^(  IIT:\n    value: )\S+$", _score),
        Save("measures", f"data/{year}/measures.yml", f"{year}/measures/", r"^(title: ).*$", "ชุดมาตรการครั้งที่ {}".format),
        Save("own page", "content/history.md", "history/", r"^(บันทึก: ).*$", "บันทึกครั้งที่ {}".format),
    ]


def _score(number: int) -> str:
    return f"{90 + number / 100:.2f}"


@contextmanager
def serving(root: Path) -> Iterator[str]:
    """The address of a preview of a site, once it is there."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    words = [sys.executable, "-m", "prongsai", "serve", "-C", str(root), "--port", port]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        for line in process.stdout or ():
            if f":{port}/" in line:
                break
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.communicate()


@contextmanager
def browsing() -> Iterator[tuple[Page, list[float]]]:
    """A page of a Chromium, and the times (seconds of the clock) at which a wanted text was painted."""
    from playwright.sync_api import sync_playwright

    painted, program = list[float](), find_browser()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        page.expose_function("painted", lambda at: painted.append(at / 1000))
        page.add_init_script(WATCH)
        yield page, painted
        browser.close()


def time_saves(root: Path, count: int, pause: float) -> list[tuple[str, float]]:
    """The kind of each of `count` saves of a site, and the seconds until it was seen; `pause` seconds between them."""
    (root / "content/history.md").write_text("# ประวัติ {#history}\n\nบันทึก: ยังไม่มี\n", encoding="utf-8")
    kinds, found = saves_of(root), []
    with serving(root) as address, browsing() as (page, painted):
        time.sleep(3)  # what is done once, after the first page
        for number in range(1, count + 1):
            save = kinds[number % len(kinds)]
            page.goto(address + save.path)
            time.sleep(pause)
            painted.clear()
            wanted = save.text(number)
            words = [wanted, wanted.translate(THAI)]
            page.evaluate("words => { sessionStorage.wanted = JSON.stringify(words); }", words)
            _, begun = save.write(root, number)
            end = time.monotonic() + LONGEST
            while not painted and time.monotonic() < end:
                page.wait_for_timeout(10)
            found.append((save.kind, (painted[0] if painted else float("inf")) - begun))
    return found


def main() -> int:
    """Print the times as text or JSON."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--pages", type=int, nargs="+", default=[100, 1000], help="sizes of the sites")
    asked.add_argument("--saves", type=int, default=20)
    asked.add_argument("--pause", type=float, default=2.0, help="seconds between a page that is looked at and a save")
    asked.add_argument("--json", action="store_true")
    wanted = asked.parse_args()
    told = []
    for pages in wanted.pages:
        folder = Path(tempfile.mkdtemp(prefix="time-serve-"))
        try:
            made = repeat_pages(folder / "site", pages)
            times = time_saves(folder / "site", wanted.saves, wanted.pause)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        seconds = [one for _, one in times]
        told.append(
            {
                "pages": made,
                "median": round(statistics.median(seconds), 3),
                "worst": round(max(seconds), 3),
                "saves": [{"kind": kind, "seconds": round(one, 3)} for kind, one in times],
            }
        )
        if not wanted.json:
            print(f"{made} pages: median {told[-1]['median']} s, worst {told[-1]['worst']} s")
            print("  " + ", ".join(f"{kind} {one:.2f}" for kind, one in times))
    if wanted.json:
        print(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main())
