"""Take pictures of two built sites and name each one that differs: for changes of the frame or of style sheets.

    tools/compare_pictures.py BEFORE AFTER               eight pages in five conditions: forty pictures of each site
    tools/compare_pictures.py BEFORE AFTER contact/ ...  these pages instead
    --keep FOLDER                                        the pictures stay there, with one of each difference

A difference is named by its rows and by how strong it is: `faint` is what smoothing of letters makes, `seen` is what
somebody would see. The end is 1 where anything can be seen.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser.launch import find_browser, launched  # noqa: E402
from browser.served import serving  # noqa: E402
from browser.visit import ARRIVE  # noqa: E402

CONDITIONS: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 390, "height": 844}},
    "wide": {"viewport": {"width": 1280, "height": 900}},
    "phone-dark": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
    "wide-dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "print": {"viewport": {"width": 1000, "height": 900}},
}
SEEN = 24  # of 255: less is how letters are smoothed
APART = 40  # rows between two differences


@dataclass(frozen=True)
class Difference:
    """The differences of two pictures of a page: rows from and to, and how many points differ so that it is seen."""

    top: int
    bottom: int
    seen: int

    def __str__(self) -> str:
        return f"rows {self.top}-{self.bottom} {f'seen, {self.seen} points' if self.seen else 'faint'}"


def pages_of(site: Path) -> list[str]:
    """The eight pages that hold most of what can be seen: those of the newest year, the home and all measures."""
    year = max(path.name for path in site.glob("[0-9][0-9][0-9][0-9]"))
    measure = min(path.name for path in (site / year / "measures").iterdir() if path.is_dir())
    parts = ("", "scores/", "measures/", f"measures/{measure}/", "follow-up/", "oit/")
    return ["", *(f"{year}/{part}" for part in parts), "measures/"]


def take(browser: Browser, site: Path, pages: list[str], folder: Path) -> None:
    """Pictures of the pages in every condition, as somebody sees them who has been here before."""
    folder.mkdir(parents=True, exist_ok=True)
    with serving(site, "/") as root:  # a page that is not there names its files from the root
        for condition, options in CONDITIONS.items():
            with browser.new_context(locale="th-TH", bypass_csp=True, **options) as context:
                shown = context.new_page()
                shown.goto(f"{root}404.html", wait_until="networkidle")
                for page in pages:
                    _take(shown, f"{root}{page}", folder / _name(page, condition))


def _name(page: str, condition: str) -> str:
    words = re.sub(r"\W+", "-", page).strip("-")
    return f"{words or 'home'}-{condition}.png"


def _take(shown: Page, address: str, target: Path) -> None:
    on_paper = target.stem.endswith("-print")
    shown.emulate_media(media="screen")
    shown.goto(address, wait_until="networkidle")
    if on_paper:
        shown.evaluate("() => dispatchEvent(new Event('beforeprint'))")
        shown.emulate_media(media="print")
    shown.evaluate("() => document.fonts.ready.then(() => true)")
    shown.evaluate(ARRIVE)
    shown.screenshot(path=target, full_page=True, animations="disabled")


def compare(before: Path, after: Path, kept: Path) -> list[Difference]:
    """The places where two pictures differ, from top to bottom; what differs is kept as a picture."""
    one, two = (Image.open(path).convert("RGB") for path in (before, after))
    size = (max(one.width, two.width), max(one.height, two.height))
    differs = ImageChops.difference(_on(one, size), _on(two, size))
    if not differs.getbbox():
        return []
    kept.parent.mkdir(parents=True, exist_ok=True)
    differs.point(lambda value: min(255, value * 8)).save(kept)
    strongest = Image.merge("RGB", [_strongest(differs)] * 3).getchannel(0)
    return list(_bands(strongest))


def _on(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """A picture on a ground of the size of the larger one, so that what only one has is a difference."""
    ground = Image.new("RGB", size, "magenta")
    ground.paste(picture)
    return ground


def _strongest(differs: Image.Image) -> Image.Image:
    red, green, blue = differs.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _bands(strongest: Image.Image) -> Iterator[Difference]:
    width, height = strongest.size
    rows = [row for row in range(height) if strongest.crop((0, row, width, row + 1)).getbbox()]
    starts = [at for at, row in enumerate(rows) if not at or row - rows[at - 1] > APART]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        top, bottom = rows[start], rows[end - 1] + 1
        counts = strongest.crop((0, top, width, bottom)).histogram()
        yield Difference(top, bottom, sum(counts[SEEN + 1 :]))


def main() -> int:
    """Name what differs; the end is 1 where somebody would see it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("pages", nargs="*")
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    program = find_browser()
    if program is None:
        parser.error("no Chromium is found: tools/find_browser.py says what is looked for")
    with tempfile.TemporaryDirectory() as scratch, launched(program) as browser:
        return _report(browser, asked, asked.keep or Path(scratch))


def _report(browser: Browser, asked: argparse.Namespace, folder: Path) -> int:
    pages = asked.pages or pages_of(asked.after)
    for name, site in (("before", asked.before), ("after", asked.after)):
        take(browser, site, pages, folder / name)
    same = seen = 0
    names = [_name(page, condition) for page in pages for condition in CONDITIONS]
    for name in names:
        found = compare(folder / "before" / name, folder / "after" / name, folder / "differs" / name)
        same += not found
        seen += any(one.seen for one in found)
        for one in found:
            print(f"{name}: {one}")
    print(f"{len(names)} pictures: {same} the same, {seen} differ so that it is seen")
    return 1 if seen else 0


if __name__ == "__main__":
    sys.exit(main())
