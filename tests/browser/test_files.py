"""Every HTML file of the sites as it is in the folder: links, names, weight, and no code in the text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from browser.made import PREFIX

pytestmark = pytest.mark.parametrize("which", ["own", "small"])

HOST = "http://site.test"
LEADING = {"href", "src", "action", "poster", "srcset", "data"}
COUNTED = re.compile(r"_\d+")  # what the engine calls a heading that has no name


@dataclass
class Sheet(HTMLParser):
    """The names, the addresses and the attributes of an HTML file."""

    file: Path
    ids: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    scripted: list[str] = field(default_factory=list)
    foreign_body: list[str] = field(default_factory=list)
    in_article: bool = False

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.file.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag says of itself."""
        self.in_article = self.in_article or tag == "article"
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in LEADING:
                self.addresses.append(value or "")
            if name.startswith("on"):
                self.scripted.append(f"<{tag} {name}>")
            if self.in_article and name == "style":
                self.foreign_body.append(f"<{tag} style={value!r}>")
        if self.in_article and tag in {"script", "style", "iframe"}:
            self.foreign_body.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        """Note the end of the text of the page."""
        self.in_article = self.in_article and tag != "article"


@pytest.fixture(scope="module")
def sheets_of(request):
    """The HTML files of a site by their addresses, read once."""
    read: dict[str, dict[str, Sheet]] = {}

    def of(which: str) -> dict[str, Sheet]:
        if which not in read:
            folder = request.getfixturevalue(which).folder
            files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.html"))}
            read[which] = {f"{PREFIX}{name.removesuffix('index.html')}": Sheet(path) for name, path in files.items()}
        return read[which]

    return of


def test_every_link_leads_somewhere(request, sheets_of, which):
    """Each address within the site is that of a file, and each fragment that of a name in it."""
    folder, sheets = request.getfixturevalue(which).folder, sheets_of(which)
    broken = []
    for page, sheet in sheets.items():
        for address in sheet.addresses:
            parts = urlsplit(urljoin(f"{HOST}{page}", address))
            if f"{parts.scheme}://{parts.netloc}" != HOST:
                continue
            path = unquote(parts.path)
            there = path in sheets or (path.startswith(PREFIX) and (folder / path.removeprefix(PREFIX)).is_file())
            # The engine's own 404 page names its home with a dot at the end.
            there = there or path.removesuffix("./") in sheets
            fragment = unquote(parts.fragment)
            if not there or (fragment and fragment not in sheets[path].ids):
                broken.append(f"{page}: {address}")
    assert not broken, "\n".join(broken)


def test_every_name_is_given_once(sheets_of, which):
    """No page gives a name twice, and none is a mere count that moves when a heading is added."""
    sheets = sheets_of(which).items()
    twice = [f"{page}: {name}" for page, sheet in sheets for name, times in Counter(sheet.ids).items() if times > 1]
    counted = [f"{page}: {name}" for page, sheet in sheets for name in sheet.ids if COUNTED.fullmatch(name)]
    assert not twice + counted, "\n".join(twice + counted)


def test_no_page_carries_code_in_its_text(sheets_of, which):
    """No attribute runs code, no address is code or data, and the text holds no script and no style of its own."""
    sheets = sheets_of(which).items()
    wrong = [
        f"{page}: {culprit}"
        for page, sheet in sheets
        for culprit in (*sheet.scripted, *sheet.foreign_body, *filter(_runs, sheet.addresses))
    ]
    assert not wrong, "\n".join(wrong)


def _runs(address: str) -> bool:
    return urlsplit(address.strip()).scheme.lower() not in {"", "http", "https", "mailto", "tel"}


def test_every_page_is_light(sheets_of, which):
    """A page weighs no more than 60 kB of HTML, the index of a year's items no more than 120 kB."""
    weights = {page: sheet.file.stat().st_size for page, sheet in sheets_of(which).items()}
    limits = {page: 120_000 if page.endswith("/oit/") else 60_000 for page in weights}
    heavy = [f"{page}: {weight}" for page, weight in weights.items() if weight > limits[page]]
    assert not heavy, "\n".join(heavy)
