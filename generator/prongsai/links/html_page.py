"""The parts of a page that judging looks at, read from its HTML: texts, headings, forms, places and scripts."""

from __future__ import annotations

import re
from html.parser import HTMLParser

LONGEST_TEXT = 400_000  # characters of each text that are read
_REFRESH = re.compile(r"\s*(\d{1,3})(?:\.\d*)?\s*[;,]\s*(?:url\s*=)?\s*[\"']?([^\"'\s][^\"']*)", re.IGNORECASE)
_LONGEST_REFRESH = 5  # seconds; a page that reloads itself after minutes is no redirect
_SILENT = {"script", "style", "noscript", "template"}
_FRAME = {"nav", "header", "footer"}
_ASIDE = {*_FRAME, "aside", "form", "button", "select", "label"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_PICTURES = {"img", "iframe", "object", "embed", "video", "canvas", "svg", "frame"}
_HEADINGS = {"h1", "h2"}
_GROUPS = (
    ("silent", _SILENT),
    ("unscripted", {"noscript"}),
    ("frame", _FRAME),
    ("aside", _ASIDE),
    ("title", {"title"}),
    ("heading", _HEADINGS),
)


class HtmlPage(HTMLParser):
    """A page as its HTML says it, without running a script.

    `main` is the text without menus, header, footer and forms, `shown` with the forms, `text` all of it; `unscripted`
    is what browsers without scripts show. `places` are the names that a fragment can lead to.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title: list[str] = []
        self.headings: list[list[str]] = []
        self.main: list[str] = []
        self.shown: list[str] = []
        self.text: list[str] = []
        self.unscripted: list[str] = []
        self.places: set[str] = set()
        self.asks_password = self.has_media = self.has_scripts = self.shows_pictures = False
        self.refresh = ""
        self.kept = 0
        self._depth = {place: 0 for place, _ in _GROUPS}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._note_kind(tag)
        self.places |= {given.get("id", ""), given.get("name", "") if tag == "a" else ""} - {""}
        if tag == "input" and given.get("type", "").lower() == "password":
            self.asks_password = True
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self._read_refresh(given.get("content", ""))
        if tag not in _VOID:
            self._step(tag, 1)
        self._write(" ")

    def _note_kind(self, tag: str) -> None:
        self.has_scripts = self.has_scripts or tag == "script"
        self.has_media = self.has_media or tag in _PICTURES or tag == "script"
        if tag in _PICTURES and not (self._depth["silent"] or self._depth["frame"]):
            self.shows_pictures = True

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self._step(tag, -1)
        self._write(" ")

    def handle_data(self, data: str) -> None:
        self._write(data)

    def _read_refresh(self, content: str) -> None:
        found = _REFRESH.match(content)
        if found and int(found[1]) <= _LONGEST_REFRESH and not self._depth["silent"]:
            self.refresh = self.refresh or found[2].strip()

    def _step(self, tag: str, by: int) -> None:
        for place, tags in _GROUPS:
            if tag in tags:
                self._depth[place] = max(0, self._depth[place] + by)
                if place == "heading" and by > 0:
                    self.headings.append([])

    def _write(self, data: str) -> None:
        if self.kept >= LONGEST_TEXT:
            return
        if self._depth["silent"]:
            if self._depth["unscripted"]:
                self.unscripted.append(data[:_LONGEST_NOTICE])
            return
        self.kept += len(data)
        if self._depth["title"]:
            self.title.append(data)
            return
        if self._depth["heading"] and self.headings:
            self.headings[-1].append(data)
        self.text.append(data)
        if not self._depth["frame"]:
            self.shown.append(data)
        if not self._depth["aside"]:
            self.main.append(data)


_LONGEST_NOTICE = 500  # characters
_LOADING = re.compile(r"(?:กำลังโหลด|กำลังดาวน์โหลด|โปรดรอ|กรุณารอ|รอสักครู่|loading|please\s+wait)\S*", re.IGNORECASE)
_ASKS = re.compile(r"java\s?script|จาวาสคริปต์|สคริปต์", re.IGNORECASE)
_ROOTS = "root|app|__next|__nuxt|___gatsby|q-app|react-root|main-app|app-root|svelte"
_EMPTY_ROOT = re.compile(
    rf"<(div|main|section)\s(?=[^<>]{{0,300}}\bid\s*=\s*[\"']?(?:{_ROOTS})[\"'\s>])[^<>]{{0,300}}>\s*</\1>"
    r"|<([a-z]{1,20}-[a-z-]{1,40})(?:\s[^<>]{0,300})?>\s*</\2>",
    re.IGNORECASE,
)
_LITTLE = 80  # characters next to an empty root: the name of a website, not the content of a page


def needs_script(page: HtmlPage, html: str) -> bool:
    """True if a page has nothing to read until a script fills it.

    That is so where nothing is outside menus, header and footer but a notice that it is loading, or little next to the
    empty element that frameworks fill. A picture without a text is content, unless the page itself asks for scripts.
    """
    if not page.has_scripts:
        return False
    shown = " ".join("".join(page.shown).split())
    if not any(letter.isalnum() for letter in _LOADING.sub(" ", shown)):
        return not page.shows_pictures or _ASKS.search("".join(page.unscripted)) is not None
    return len(shown) < _LITTLE and _EMPTY_ROOT.search(html) is not None
