"""Topics of the manual: the pages that come along, each with the words by which it is asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

from prongsai.manual.shelf import read_page

PROBLEMS = "problems"
_INDEX = "README.md"
_GROUP = re.compile(r"^##? (.+)$")
_ENTRY = re.compile(r"^\| \[([^\]]+)\]\(([^)]+\.md)\) \| ([^|]+?) \|")
_COME_ALONG = ("officer/", "assessor/", "webmaster/", f"{PROBLEMS}/", "keys.md")  # not what only developers need


@dataclass(frozen=True)
class Topic:
    """A page: the name by which it is asked for, its title, what it is about, and its path below the manual."""

    name: str
    title: str
    about: str
    path: str
    group: str


@cache
def topics() -> tuple[Topic, ...]:
    """The pages that come along, as the index of the manual lists them, group by group; then those on problems."""
    found = _listed(_INDEX)
    english = Topic("english", "The manual in brief", "คู่มือย่อภาษาอังกฤษ", "english.md", "English")
    return (*found, *_listed(f"{PROBLEMS}/{_INDEX}"), english)


def _listed(index: str) -> list[Topic]:
    """The topics that the tables of an index list."""
    found, group = [], ""
    folder = PurePosixPath(index).parent
    for line in read_page(index).splitlines():
        if heading := _GROUP.match(line):
            group = heading[1]
        elif entry := _ENTRY.match(line):
            path = (folder / entry[2]).as_posix()
            if path.startswith(_COME_ALONG) and read_page(path):
                found.append(Topic(_name_of(path), entry[1], entry[3].replace("`", ""), path, group))
    return found


def _name_of(path: str) -> str:
    """The name of a page: of one on problems with its folder, since other pages are called the same."""
    page = PurePosixPath(path)
    if page.name == _INDEX:
        return page.parent.name
    return f"{PROBLEMS}/{page.stem}" if page.parent.name == PROBLEMS else page.stem


def find_topic(word: str) -> Topic | None:
    """The topic of that name, path or title; else the only one whose title has the word."""
    asked = " ".join(word.lower().split())
    for one in topics():
        if asked in {one.name, f"{one.name}.md", one.path.lower(), f"docs/{one.path}".lower(), one.title.lower()}:
            return one
    having = [one for one in topics() if asked in one.title.lower()] if len(asked) > 1 else []
    return having[0] if len(having) == 1 else None


def topic_at(path: str) -> Topic | None:
    """The topic whose page is at a path below the manual."""
    return next((one for one in topics() if one.path == path), None)
