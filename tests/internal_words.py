"""The words that only the program may read, and every text in what a site hands out where none of them may be."""

from __future__ import annotations

import csv
import importlib
import io
import json
import pkgutil
import re
import zipfile
from collections.abc import Iterator
from dataclasses import is_dataclass
from enum import Enum
from functools import cache, lru_cache
from html import unescape
from typing import Any, Literal, get_args, get_origin, get_type_hints
from xml.etree import ElementTree as ET

import prongsai
from prongsai.wording import sentences
from prongsai.writing.change import Plain

Said = Iterator[tuple[str, str]]  # where in a file, and the text that is read there
_WORD = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*")
_TOKEN = re.compile(r"(?<![A-Za-z0-9_./#@&=?%+:~-])[A-Za-z][A-Za-z0-9_-]*(?![A-Za-z0-9_/@=]|[.:][A-Za-z0-9])")
_OF_PYTHON = re.compile(r"\b(?:None|True|False|nan|[A-Z]\w+\.[A-Z_]{3,}|[A-Z]\w+\((?:'|[a-z_]+=))\b")
_UNREAD = re.compile(r"<(script|style|code|pre)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_INLINE = re.compile(r"</?(?:a|b|data|em|q|small|span|strong|sup|time|w-|wbr)(?![\w-])[^>]*>")
_READ = re.compile(r'\s(alt|title|aria-label|aria-description|placeholder|label|content|summary)="([^"]*)"')
_MARKDOWN = re.compile(r"\]\([^)]*\)|\{[ :][^}]*\}|`[^`]*`")
_META = re.compile(r"<meta\b[^>]*>")
_READ_META = re.compile(r'="(?:description|author|og:(?:title|description|site_name|image:alt)|twitter:[a-z:]+)"')


@cache
def declared_words() -> frozenset[str]:
    """Every word that stands for something in the code: members of enums, alternatives of types, codes of problems."""
    found = set(sentences())
    for module in pkgutil.walk_packages(prongsai.__path__, "prongsai."):
        if not module.name.endswith("__main__"):
            for value in vars(importlib.import_module(module.name)).values():
                found |= set(_words_of(value))
    return frozenset(word for word in found if _WORD.fullmatch(word))


def _words_of(value: Any) -> Iterator[str]:
    if not isinstance(value, type):
        yield from _alternatives(value)
    elif issubclass(value, Enum):
        for member in value:  # of a status its key and its look
            parts = vars(member.value).values() if is_dataclass(member.value) else (member.value,)
            yield from map(str, parts)
    elif value.__module__.startswith("prongsai."):
        own = {"Plain": Plain}  # names itself, which hints of other modules cannot follow
        for hint in get_type_hints(value, localns=own, include_extras=True).values():
            yield from _alternatives(hint)


def _alternatives(hint: Any) -> Iterator[str]:
    if get_origin(hint) is Literal:
        yield from (one for one in get_args(hint) if isinstance(one, str))
    for inner in get_args(hint):
        yield from _alternatives(inner)


@lru_cache(maxsize=100_000)
def find_words(text: str) -> tuple[str, ...]:
    """The internal words in a text, each by itself: not as part of a word, an address or a name of a file."""
    tokens = (found for found in _TOKEN.findall(text) if found in declared_words())
    return (*tokens, *_OF_PYTHON.findall(text))


def read_texts(name: str, data: bytes) -> Said:
    """The texts that people and their programs read in a file of a site, by the ending of its name."""
    read = _read_search if name.endswith("search/index.json") else _READERS.get(name.rpartition(".")[2])
    return read(data) if read else iter(())


def _read_html(data: bytes) -> Said:
    html = _UNREAD.sub(" ", data.decode())
    metas = (one for one in _META.findall(html) if _READ_META.search(one))
    for tag in (*metas, *_TAG.findall(_META.sub("", html))):
        yield from ((name, unescape(value)) for name, value in _READ.findall(tag))
    yield "text", " ".join(unescape(_TAG.sub(" ", _INLINE.sub("", html))).split())


def _read_markdown(data: bytes) -> Said:
    text = data.decode()
    if text.startswith("---\n"):
        head, _, text = text[4:].partition("\n---\n")
        yield from ((line.partition(":")[0], line.partition(":")[2]) for line in head.splitlines() if _is_prose(line))
    yield from _read_html(_MARKDOWN.sub(" ", text).encode())


def _is_prose(line: str) -> bool:
    return line.startswith(("title:", "description:", "head:", "short:"))


def _read_csv(data: bytes) -> Said:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    for row in rows:
        yield from ((name, value or "") for name, value in row.items() if name)


def _read_json(data: bytes) -> Said:
    yield from _in_json(json.loads(data), "")


def _read_search(data: bytes) -> Said:
    """Titles and passages of the pages by their paths; the anchors of passages are no text."""
    index = json.loads(data)
    yield from (
        ("words", text) for text in (*index["units"], *index["statuses"], *(name for _, name in index["kinds"]))
    )
    for path, title, *_, passages in index["pages"]:
        yield from ((path, text) for text in (title, *(text for _, *texts in passages for text in texts)))


def _in_json(value: Any, key: str) -> Said:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _in_json(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _in_json(inner, key)
    elif isinstance(value, str):
        yield key, value


def _read_xml(data: bytes) -> Said:
    for element in ET.fromstring(data).iter():
        tag = element.tag.rpartition("}")[2]
        yield tag, unescape(_TAG.sub(" ", unescape(element.text or "")))


def _read_workbook(data: bytes) -> Said:
    """The cells of every sheet by the head of their column, whichever line of the sheet that is in."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        strings = ET.fromstring(package.read("xl/sharedStrings.xml"))
        texts = ["".join(part.text or "" for part in one.iter() if part.tag.endswith("}t")) for one in strings]
        for name in package.namelist():
            if name.startswith("xl/worksheets/sheet"):
                yield from _in_sheet(ET.fromstring(package.read(name)), texts)


def _in_sheet(sheet: ET.Element, texts: list[str]) -> Said:
    heads: dict[str, str] = {}
    for cell in sheet.iter():
        value = next((one.text for one in cell if one.tag.endswith("}v")), None)
        if cell.tag.endswith("}c") and cell.get("t") == "s" and value is not None:
            column = cell.get("r", "").rstrip("0123456789")
            yield heads.setdefault(column, texts[int(value)]), texts[int(value)]


def _read_docx(data: bytes) -> Said:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                paragraphs = re.split(r"</w:p>", package.read(name).decode())
                yield from ((name, unescape("".join(re.findall(r"<w:t\b[^>]*>([^<]*)", one)))) for one in paragraphs)


_READERS = {
    "html": _read_html,
    "md": _read_markdown,
    "csv": _read_csv,
    "json": _read_json,
    "xml": _read_xml,
    "svg": _read_xml,
    "xlsx": _read_workbook,
    "docx": _read_docx,
}
