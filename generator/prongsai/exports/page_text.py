"""What a page says to those who search: its text by section, without what surrounds every page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from posixpath import normpath
from urllib.parse import unquote

from prongsai import addresses
from prongsai.blocks.passages import PageText, Passage, page_text
from prongsai.thai.text import clean_text

# What stands on every page, is drawn, or repeats what another page says.
_FURNITURE = re.compile(
    r"<(nav|svg|script|style)\b.*?</\1>"
    r'|<p class="ps-madefrom">.*?</p>|<section class="ps-ask.*?</section>|<b aria-hidden="true">.*?</b>',
    re.DOTALL,
)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_HEADING = re.compile(
    r"^\#{1,6}[ ](?P<text>.+?)(?:[ ]\{[ ]\#(?P<id>[^\s}]+)[ ]\})?$"
    r'|(?:<div\b[^>]*\sid="(?P<around>[^"]+)"[^>]*>\s*)?'
    r'<(?P<tag>h[1-6])(?:\s(?:id="(?P<own>[^"]*)"|[^>])*)?>(?P<inner>.*?)</(?P=tag)>',
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
_INLINE = re.compile(r"</?(?:a|abbr|b|code|data|em|i|mark|q|span|strong|sub|sup|time)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_LIST_MARK = re.compile(r"^- ", re.MULTILINE)
_LINK = re.compile(r'<a\s[^>]*?href="([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)
_TOP = "page"


def read_page_text(path: str, markdown: str) -> PageText:
    """The text of a generated page, or of one written by hand that was made HTML, at `path`."""
    body = _FURNITURE.sub(" ", _FRONT_MATTER.sub("", markdown, count=1))
    links = [(_target(path, unescape(href)), _plain(text)) for href, text in _LINK.findall(body)]
    return page_text(_passages(body), links)


def _passages(body: str) -> Iterator[Passage]:
    anchor, heading, start = "", "", 0
    for found in _HEADING.finditer(body):
        text = _plain(body[start : found.start()])
        if text or anchor:
            yield Passage(anchor, heading, text)
        anchor = found["id"] or found["around"] or found["own"] or ""
        anchor = "" if anchor == _TOP else anchor
        is_title = body[found.start()] == "#" and body[found.start() + 1] == " "
        heading = "" if is_title or found["tag"] == "h1" else _plain(found["text"] or found["inner"])
        start = found.end()
    if text := _plain(body[start:]):
        yield Passage(anchor, heading, text)


def _plain(markup: str) -> str:
    """The text of a piece of markup in its one form; only what stands within a sentence joins without a blank."""
    return clean_text(unescape(_TAG.sub(" ", _INLINE.sub("", _LIST_MARK.sub("", markup)))))[0]


def _target(path: str, href: str) -> str:
    """The path on this site that an address leads to; empty for another site or another scheme."""
    if re.match(r"[a-z][a-z0-9+.-]*:|//", href, re.IGNORECASE):
        return ""
    if href[:1] in {"/", "#"}:
        return ""
    return addresses.content_path(normpath(f"{path}{unquote(href.partition('#')[0])}").lstrip("/"))
