"""The words of a built site, read from its HTML apart from the index: the truth that a search is checked against."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from browser.made import LEADS_ON, ROOT, WITHDRAWN, Made

CONTRACT = ROOT / "tests" / "cases" / "search" / "contract.csv"
EVERYDAY = CONTRACT.with_name("everyday.csv")  # written before results were grouped by kind
EVERYDAY_LATER = CONTRACT.with_name("everyday-second.csv")  # written afterwards, before one was tried
HELD_OUT = CONTRACT.with_name("held-out.csv")  # written before they were tried, and never tuned on
FURNITURE = {"ps-crumbs", "ps-yearnav", "ps-turns", "ps-pager", "ps-madefrom", "ps-ask", "ps-asked"}
INLINE = {"a", "abbr", "b", "code", "data", "em", "i", "mark", "q", "span", "strong", "sub", "sup", "time", "w-"}
VOID = {"br", "hr", "img", "input", "meta", "link", "col", "wbr"}
LEFT_OUT = {"nav", "svg", "script", "style", "noscript"}
_AFTER = r"(?![0-9]|[-.,:/][0-9]| [0-9]{3})"


@dataclass(frozen=True)
class Wanted:
    """One query of the contract: on which site, what every page found must say, and which page may come first."""

    site: str
    query: str
    means: str
    first: tuple[str, ...]


def read_contract(file_of: Path = CONTRACT) -> list[Wanted]:
    """All queries of the contract, or of another file like it."""
    with file_of.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [Wanted(row["site"], row["query"], row["means"], tuple(row["first"].split("|"))) for row in rows]


def read_everyday(file_of: Path) -> dict[str, str]:
    """The questions of everyday life, each with the page that is wanted first."""
    with file_of.open(encoding="utf-8", newline="") as file:
        return {row["query"]: row["wanted"] for row in csv.DictReader(file)}


def fold(text: str) -> str:
    """A text as a person compares it: one form of sara am and of digits, small letters, single blanks."""
    text = unicodedata.normalize("NFC", text).lower().translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))
    text = re.sub("\u0e4d([\u0e48-\u0e4b]?)\u0e32|([\u0e48-\u0e4b])\u0e4d\u0e32", "\\1\\2\u0e33", text)
    return re.sub(r"\s+ๆ", "ๆ", " ".join(text.split()))


def says(text: str, means: str) -> bool:
    """True if a folded text says what a query means: every word of it, or a code in any spelling."""
    if means.startswith("code:"):
        letter, number = means[5], means[6:]
        spelled = {"o": r"(?:(?<![a-z0-9])o ?0?|(?<![a-z0-9.,/:-])0|ข้อ(?:ที่)? ?)"}.get(
            letter, rf"(?<![a-z0-9]){letter} ?0?"
        )
        return re.search(rf"{spelled}{number}{_AFTER}", text) is not None
    return all(word in text for word in fold(means).split(" "))


def texts_of(made: Made) -> dict[str, str]:
    """The folded text of every page that is meant to be found, by its path."""
    return {f"/{page}": text for page, text in _texts(made)}


_LISTS = re.compile(r'<h2 id="?(?:items|subjects|nearest|unverified|sources)\b.*?(?=<h2\b|</article>)', re.DOTALL)


def _texts(made: Made) -> Iterator[tuple[str, str]]:
    for page in made.pages:
        is_found = not page.startswith("search/") and made.kinds.get(page) not in {LEADS_ON, WITHDRAWN}
        if is_found:
            text = made.file(page).read_text("utf-8")
            # The lists on the page of a year's rules are not searched: the items have pages of their own.
            yield page, fold(_article(_LISTS.sub("", text) if page.startswith("methodology/2") else text))


def must_find(texts: Mapping[str, str], means: str) -> frozenset[str]:
    """The pages that say what a query means."""
    return frozenset(path for path, text in texts.items() if says(text, means))


def _article(text: str) -> str:
    reader = _Article()
    reader.feed(text)
    return "".join(reader.text)


class _Article(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.inside: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go into an element: the article is read, what is on every page is not."""
        if tag not in INLINE:
            self.text.append(" ")
        if tag in VOID:
            return
        facts = {name: value or "" for name, value in attrs}
        is_aside = tag in LEFT_OUT or bool(set(facts.get("class", "").split()) & FURNITURE)
        is_drawn = tag == "b" and facts.get("aria-hidden") == "true"
        within = self.inside[-1] if self.inside else False
        self.inside.append((within or tag == "article") and not is_aside and not is_drawn)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if tag not in INLINE:
            self.text.append(" ")
        if tag not in VOID and self.inside:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        """Keep what is read."""
        if self.inside and self.inside[-1]:
            self.text.append(data)
