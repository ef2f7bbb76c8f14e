"""Links of pages written by hand: an extension of Python-Markdown that Zensical loads.

Zensical reads every address of a page as if it was meant from the place of its Markdown file, those in HTML too, which
browsers read from the address of the page, as MkDocs leaves them: `about.md` becomes the page `about/`. Such addresses
are written here from the place of the file. It checks links where no link is, in code and in comments; here those of
the finished page are checked.
"""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from prongsai.engines.engine import CONTENT
from prongsai.engines.zensical.settings import THEME_HERE

FAULTS = "dead-links.jsonl"  # in the folder of the build: the page and the link, a line each
_MARK = re.compile(r"\A<!-- page (\S+) -->\Z")
_TAG = re.compile(r"<[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_ADDRESS = re.compile(r"(\s(?:href|src|srcset)\s*=\s*)(\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE)
_ENTITIES = "\x02"  # Python-Markdown writes the letters of mail addresses so
_FIRST, _LAST = 1000, 0  # before and behind all others


def marked(name: str, text: str) -> str:
    """The Markdown of a page, with its name below content/ in the first line, for the extension."""
    return f"<!-- page {quote(name)} -->\n\n{text}"


def makeExtension(**_: Any) -> Extension:  # noqa: N802  the name by which Python-Markdown asks for it
    """The extension; Zensical runs in the folder of the build."""
    return PageLinks(Path())


class PageLinks(Extension):  # type: ignore[misc]  # the library is untyped
    """Reads the name of a page from its first line; a page without one, as generated ones are, stays as it is."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  Python-Markdown calls it
        """Take part in the conversion, first and last."""
        first, last = _Name(md), _Links(md)
        last.first, last.folder = first, self.folder
        md.preprocessors.register(first, "page-name", _FIRST)
        md.treeprocessors.register(last, "page-links", _LAST)


class _Name(Preprocessor):  # type: ignore[misc]  # as above
    name = ""

    def run(self, lines: list[str]) -> list[str]:
        found = _MARK.match(lines[0]) if lines else None
        self.name = unquote(found[1]) if found else ""
        return lines[1:] if found else lines


class _Links(Treeprocessor):  # type: ignore[misc]  # as above
    first: _Name
    folder: Path

    def run(self, root: Element) -> None:
        name = self.first.name
        if not name:
            return
        links = dict.fromkeys(link for element in root.iter() if (link := _link_of(element)))
        if dead := [link for link in links if not is_there(self.folder, name, link)]:
            with (self.folder / FAULTS).open("a", encoding="utf-8") as file:
                file.writelines(f"{json.dumps([name, link])}\n" for link in dead)
        stash = self.md.htmlStash.rawHtmlBlocks
        stash[:] = [from_file(name, one) if isinstance(one, str) else one for one in stash]


def _link_of(element: Element) -> str:
    return (element.get("href") if element.tag == "a" else element.get("src") if element.tag == "img" else None) or ""


def is_there(folder: Path, name: str, link: str) -> bool:
    """True if a link of Markdown on the page `name` leads to a file, or out of the site; fragments are judged later."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    if parts.scheme or parts.netloc or not parts.path or _ENTITIES in link:
        return True
    steps = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
    if steps.startswith(("/", "..")):
        return False
    return (folder / CONTENT / steps).is_file() or (folder / THEME_HERE / steps).is_file()


def from_file(name: str, html: str) -> str:
    """HTML of the page `name` whose relative addresses are written as from its file instead of from its address."""
    folder = posixpath.basename(name).removesuffix(".md")
    if folder in {"index", "README"} or html.startswith("<!--"):
        return html

    def settle(found: re.Match[str]) -> str:
        value = found[2]
        sign = value[0] if value[0] in "\"'" else ""
        several = value.strip("\"'").split(", ") if "set" in found[1].lower() else [value.strip("\"'")]
        return f"{found[1]}{sign}{', '.join(_settled(quote(folder), one) for one in several)}{sign}"

    return _TAG.sub(lambda tag: _ADDRESS.sub(settle, tag[0]), html)


def _settled(folder: str, address: str) -> str:
    path, mark, rest = re.fullmatch(r"([^?#\s]*)(.?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
    if not path or path.startswith("/") or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", path):
        return address
    slash = "/" if path.endswith(("/", "/.", "/..")) or path in {".", ".."} else ""
    return f"{posixpath.normpath(f'{folder}/{path}')}{slash}{mark}{rest}"
