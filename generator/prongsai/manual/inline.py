"""Words within a line of Markdown as plain text: signs taken away, links to topics with the way to them."""

from __future__ import annotations

import posixpath
import re

from prongsai.manual.topics import topic_at

_CODE = re.compile(r"`([^`]+)`")
_ESCAPED = re.compile(r"\\([\\`*_<>\[\](){}|#-])")
_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"(?<!\\)\[((?:[^\]\\]|\\.)*)\]\(([^)\s]+)\)")
_BOLD = re.compile(r"(?<!\\)\*\*((?:[^*]|\*(?!\*))+)\*\*")
_KEPT = "\ue000{}\ue001"  # private letters, where a piece of code waits for its place
_WAITS = re.compile("\ue000(\\d+)\ue001")


def plain_words(text: str, folder: str) -> str:
    """The text of a line of a page in `folder`; a piece of code is left to the letter."""
    kept: list[str] = []

    def keep(text: str) -> str:
        kept.append(text)
        return _KEPT.format(len(kept) - 1)

    text = _ESCAPED.sub(lambda one: keep(one[1]), text)
    text = _CODE.sub(lambda one: keep(one[1]), text)
    text = _PICTURE.sub(lambda one: f"[ภาพ: {one[1]}]", text)
    text = _LINK.sub(lambda one: _plain_link(one, folder), text)
    text = _BOLD.sub(r"\1", text)
    while _WAITS.search(text):
        text = _WAITS.sub(lambda one: kept[int(one[1])], text)
    return text.replace("&#124;", "|").replace("&lt;", "<")


def _plain_link(link: re.Match[str], folder: str) -> str:
    """The words of a link, with how to open what it leads to, apart from what follows."""
    words, target = link[1], link[2]
    topic = topic_at(posixpath.normpath(posixpath.join(folder, target.partition("#")[0])))
    way = f"prongsai help {topic.name}" if topic else target if "://" in target and words != target else ""
    if not way:
        return words
    after = link.string[link.end() : link.end() + 1]
    return f"{words} ({way}){' ' if after.isalpha() else ''}"
