"""The text of a page of this site without its frame, so that a change of theme is no change of content."""

from __future__ import annotations

import hashlib
import re
from html.parser import HTMLParser

from prongsai.thai.numerals import to_arabic

# What speaks of the links of a page or of its making, not of the agency's facts: it changes by itself.
VOLATILE = {"ps-madefrom", "ps-frozen", "ps-seen", "ps-days", "ps-days-legend"}
_SILENT = {"script", "style", "template", "noscript"}
_FRAME = {"nav"}
_BLOCKS = {"address", "blockquote", "caption", "dd", "div", "dl", "dt", "figure", "h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS |= {"li", "ol", "p", "pre", "section", "table", "tr", "ul", "br", "hr", "details", "summary"}
_CELLS = {"td", "th"}
_MOVED = "moved"  # the section that the ledger adds below a page from which something was taken
_HEADING = re.compile(r"h[1-6]")


def read_article(html: str) -> str:
    """The text of the article of a page, a line a block; of a part of a page, where there is no article.

    The frame is left out: navigation, the title that the theme adds to a page without one, the line that says from
    which files a page is made, what is said of the links on it, and what the ledger keeps for old addresses.
    """
    begin, end = html.find("<article"), html.rfind("</article>")
    article = _Article()
    article.feed(html[html.find(">", begin) + 1 : end] if 0 <= begin < end else html)
    article.close()
    lines = (" ".join(line.split()) for line in "".join(article.parts).split("\n"))
    return "\n".join(line for line in lines if line)


def digest_text(text: str) -> str:
    """The hash of a text by its letters and figures: white space and the kind of digits make no difference."""
    return hashlib.sha256(to_arabic("".join(text.split())).encode()).hexdigest()


def has_fragment(html: str, fragment: str) -> bool:
    """True if a page has the place that a fragment names."""
    return re.search(rf"""\sid\s*=\s*["']?{re.escape(fragment)}["'\s>]""", html) is not None


class _Article(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._skipped = ""
        self._depth = 0
        self._is_moved = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self._skipped:
            self._depth += tag == self._skipped
            return
        if _HEADING.fullmatch(tag):
            self._is_moved = given.get("id") == _MOVED
        is_added_title = tag == "h1" and "id" not in given
        is_volatile = bool(VOLATILE & set(given.get("class", "").split()))
        if tag in _SILENT | _FRAME or is_added_title or is_volatile:
            self._skipped, self._depth = tag, 1
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            self._depth -= tag == self._skipped
            self._skipped = self._skipped if self._depth else ""
        else:
            self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self._skipped and not self._is_moved:
            self.parts.append(" ".join(data.split("\n")))

    def _part(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.parts.append("\n")
        elif tag in _CELLS:
            self.parts.append(" ")
