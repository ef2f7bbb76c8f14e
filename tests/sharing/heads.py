"""The heads of built pages as programs read them that show links: titles, descriptions and addresses."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

EVIDENCE = "/evidence/"


@dataclass
class Head:
    """The head of a page; `meta` by name and by property."""

    titles: list[str] = field(default_factory=list)
    meta: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The only title."""
        [found] = self.titles
        return found

    def one(self, name: str) -> str:
        """The only value of a name or property."""
        [found] = self.meta[name]
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.head = Head()
        self.in_title = self.is_done = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take down what the head says."""
        found = dict(attrs)
        self.is_done |= tag == "body"
        if self.is_done:
            return
        if tag == "title":
            self.in_title = True
            self.head.titles.append("")
        for key in ("name", "property"):
            if tag == "meta" and found.get(key):
                self.head.meta.setdefault(found[key], []).append(found.get("content") or "")
        if tag == "link":
            self.head.links.setdefault(found.get("rel") or "", []).append(found.get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        """The title ends."""
        self.in_title &= tag != "title"

    def handle_data(self, data: str) -> None:
        """The text of the title."""
        if self.in_title:
            self.head.titles[-1] += data


@cache
def heads_of(folder: Path) -> dict[str, Head]:
    """The head of every page of a built site by its address below the root, `404.html` and old pages among them."""
    found = {}
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        found[name.removesuffix("index.html")] = read_head(path.read_text("utf-8"))
    return found


def read_head(html: str) -> Head:
    """The head of one page."""
    reader = _Reader()
    reader.feed(html)
    return reader.head
