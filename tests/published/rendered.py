"""The pages of a site of this repository, rendered in process, and their text without spaces and in Arabic digits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import sites
from prongsai.model.site import FiscalYear, Site
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from prongsai.pipeline.check import Checked
from prongsai.thai.numerals import to_arabic
from unit.pages.reading import Element, read_html

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = {
    "mueang-klaeng": ROOT,
    **{name: ROOT / "examples" / name for name in ("nam-mong", "don", "phu-wong", "seven-themes")},
}
_AROUND = re.compile(r"<nav .*?</nav>|<p class=\"ps-madefrom\">.*?</p>", re.DOTALL)
_NUMBER = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")


def fold(text: object) -> str:
    """A text as it is compared: digits in Arabic, no white space."""
    return "".join(to_arabic(str(text)).split())


def holds(shown: str, wanted: str) -> bool:
    """True if a folded text says what is wanted; a number must be there whole."""
    plain = fold(wanted)
    return plain in _NUMBER.findall(shown) if _NUMBER.fullmatch(plain) else plain in shown


@dataclass(frozen=True)
class Rendered:
    """One site with all its pages, read and rendered when a test asks for it."""

    folder: Path

    @property
    def checked(self) -> Checked:
        """The site with its problems and its plan."""
        return sites.checked(self.folder)

    @property
    def site(self) -> Site:
        """The facts of the site."""
        return self.checked.results.site

    @cached_property
    def pages(self) -> dict[str, Element]:
        """The content of every page, without what leads around in the site."""
        pages = plan_pages(self.checked.results, self.checked.problems)
        renderer = Renderer(frozenset(page.path for page in pages), speech_of(self.checked.results))
        bodies = {page.path: renderer.render(page).partition("\n---\n")[2] for page in pages}
        return {path: read_html(_AROUND.sub("", body)) for path, body in bodies.items()}

    @cached_property
    def texts(self) -> dict[str, str]:
        """The folded text of every page."""
        return {path: fold(page.text) for path, page in self.pages.items()}

    def year(self, number: int) -> FiscalYear:
        """The files kept for a fiscal year."""
        found = self.site.year(number)
        assert found is not None
        return found

    def rows(self, path: str, table: str) -> list[list[str]]:
        """The folded cells of a table, row by row."""
        return [[fold(cell.text) for cell in row] for row in self.pages[path].table(table)]

    def heads(self, path: str, table: str) -> list[str]:
        """The folded heads of a table."""
        caption = self.pages[path].one("caption", id=f"t-{table}")
        [found] = [one for one in self.pages[path].all("table") if caption in one.children]
        [head] = found.all("thead")
        return [fold(cell.text) for cell in head.all("th")]


@cache
def rendered(name: str) -> Rendered:
    """The site of this name, checked and rendered at most once."""
    return Rendered(FOLDERS[name])


def assert_rows(shown: Sequence[Sequence[str]], wanted: Sequence[Sequence[str | None]]) -> None:
    """Every wanted row is at its place with every wanted cell, and there is no row more; None is any cell."""
    assert len(shown) == len(wanted)
    missing = [
        (row, column, text, cells[column] if column < len(cells) else "")
        for row, (cells, texts) in enumerate(zip(shown, wanted, strict=True))
        for column, text in enumerate(texts)
        if text is not None and (column >= len(cells) or not holds(cells[column], text))
    ]
    assert missing == []


def absent_from(shown: str, wanted: Sequence[str]) -> list[str]:
    """The wanted words that are not said."""
    return [text for text in wanted if not holds(shown, text)]
