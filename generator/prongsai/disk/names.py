"""Names of files as people see them: printed whatever their bytes are, and compared by what readers hardly see."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase
from urllib.parse import unquote

from prongsai.thai.numerals import to_arabic

# Copies and locks of open documents, thumbnails: never published. Further ones are what a broken-off copy leaves.
NEVER_PUBLISHED = ("~$*", "*~", "*.swp", "*.swo", "[Tt]humbs.db", "ehthumbs.db", "[Dd]esktop.ini")
_LEFT_BEHIND = (*NEVER_PUBLISHED, ".*", "*.part", "*.tmp", "*.crdownload")
_UNPRINTED = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32|([\u0e48-\u0e4b])\u0e4d\u0e32")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_BLANKS = re.compile(r"\s+")


def is_left_behind(name: str) -> bool:
    """True if an entry is what programs leave in a folder: locks, copies of editors, thumbnails, hidden files."""
    return any(fnmatchcase(name, pattern) for pattern in _LEFT_BEHIND)


def is_never_published(name: str) -> bool:
    """True if an entry is hidden, a lock or a thumbnail, which no site holds."""
    return name.startswith(".") or any(fnmatchcase(name, pattern) for pattern in NEVER_PUBLISHED)


def is_utf8(name: str) -> bool:
    """True if the bytes of a name are UTF-8."""
    return name.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in name)


def shown(name: str) -> str:
    """A name that can be printed: bytes that are no UTF-8 and signs that nobody sees are replaced."""
    if name.isprintable():
        return name
    plain = name if is_utf8(name) else os.fsencode(name).decode("utf-8", "replace")
    return "".join("\ufffd" if unicodedata.category(letter) in _UNPRINTED else letter for letter in plain)


def read_as_thai(name: str) -> str:
    """A name whose bytes are read as Windows-874; empty where that gives no Thai name either."""
    try:
        text = os.fsencode(name).decode("cp874")
    except UnicodeError:
        return ""
    return text if text.isprintable() and any("\u0e01" <= letter <= "\u0e5b" for letter in text) else ""


def _without_unseen(name: str) -> str:
    return "".join(letter for letter in name if unicodedata.category(letter) != "Cf")


def _with_one_blank(name: str) -> str:
    return "/".join(step.strip() for step in _BLANKS.sub(" ", name).split("/"))


# What makes two names equal that differ in one thing only.
_FOLDS: dict[str, Callable[[str], str]] = {
    "unseen": _without_unseen,
    "blanks": _with_one_blank,
    "sara-am": lambda name: _SARA_AM.sub("\\1\\2\u0e33", name),
    "sara-ae": lambda name: name.replace("\u0e40\u0e40", "\u0e41"),
    "unicode": lambda name: unicodedata.normalize("NFC", name),
    "capitals": str.casefold,
    "dashes": lambda name: _DASHES.sub("-", name),
    "digits": to_arabic,
    "escapes": unquote,
}
_SEEN = {"dashes", "digits", "escapes"}  # what a careful reader sees


def _folded(name: str, without: str = "", *, alike: bool = False) -> str:
    for key, fold in _FOLDS.items():
        if key != without and not (alike and key in _SEEN):
            name = fold(name)
    return name


def fold_name(name: str) -> str:
    """The same text for names that look alike."""
    return _folded(name, alike=True)


def differences(name: str, other: str) -> tuple[str, ...]:
    """The differences of two names that look alike or nearly (`blanks`, `capitals`, …); empty where they are many."""
    if name == other or _folded(name) != _folded(other):
        return ()
    alone = tuple(key for key in _FOLDS if _folded(name, key) != _folded(other, key))
    return alone or tuple(key for key, fold in _FOLDS.items() if (fold(name) == name) != (fold(other) == other))


class Names:
    """The names of some files, to be found by one that people typed."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = frozenset(names)
        self._folded: dict[str, str] = {}

    def nearly(self, typed: str) -> str:
        """The name that differs from a typed one in spelling only; empty where there is none."""
        if not self._folded:
            self._folded = {_folded(name): name for name in sorted(self.names, reverse=True)}
        return self._folded.get(_folded(typed), "")
