"""The last check of a site: its reports are given again as long as all that they were made from is as it was.

A check reads the site's folders, the engine's settings, a few names of `.prongsai` and the program; no clock and no
network. Where it may read more, nothing is remembered: links that lead elsewhere, entries that cannot be read, and
extensions of the engine that the agency has chosen.
"""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prongsai.disk.walk import FileType, walk_site
from prongsai.pipeline.begin_build import WORK
from prongsai.pipeline.content.owners import EARLIER_LIST
from prongsai.pipeline.document_makers import are_as_they_were, find_lacking, libraries_in_use
from prongsai.pipeline.find_settings import ENDINGS, read_settings
from prongsai.pipeline.fingerprint import program_stamp
from prongsai.pipeline.known_files import STAMPS, KnownFiles, read_memo, write_memo

CHECKED = f"{WORK}/last-check.json"
_OF_CHECKS = (*(name.removeprefix(f"{WORK}/") for name in (CHECKED, STAMPS)), "store")
_MAY_READ_ANYTHING = ("markdown_extensions", "\\")  # an extension, or a key that is not written as it is
_WORD = re.compile(r"[^\s'\"\[\]{},:]+")


@dataclass(frozen=True)
class Report:
    """The text that a check prints, and whether any problem stops the build."""

    text: str
    has_errors: bool


class LastCheck:
    """The memory of the last check of the site kept in `root` under `site_url`; with `fresh` nothing of it is believed.

    Made before the site is read, so that what is saved meanwhile is seen by the next check.
    """

    def __init__(self, root: Path, site_url: str | None, *, fresh: bool = False) -> None:
        self.root = root
        self.site_url = site_url
        self._is_fresh = fresh
        self._kept: Any = {} if fresh else read_memo(root / CHECKED) or {}
        self._files = KnownFiles(root, fresh=fresh)
        self._inputs = _find_inputs(root, site_url, self._files)

    @property
    def can_draw(self) -> bool:
        """True if a check before this one found that documents can be made here, and nothing of that has changed."""
        return isinstance(self._kept, dict) and are_as_they_were(self._kept.get("libraries"))

    def recall(self, form: str, lang: str) -> Report | None:
        """The report in this form and language, if it would be the same again."""
        try:
            kept = self._kept["reports"][f"{form} {lang}"] if self._kept["inputs"] == self._inputs else None
            needs_documents = self._kept["documents"]
            report = Report(kept["text"], kept["has_errors"]) if kept and self._inputs else None
        except (KeyError, TypeError):
            return None
        is_same = report is not None and (not needs_documents or self.can_draw or not find_lacking())
        return report if is_same else None

    def remember(self, form: str, lang: str, report: Report, *, documents: bool) -> bool:
        """Keep a report, unless something was saved while it was made; with `documents` the site wants them made.

        Returns whether anything may be kept.
        """
        files = KnownFiles(self.root, fresh=self._is_fresh)
        if self._inputs is None or _find_inputs(self.root, self.site_url, files) != self._inputs:
            return False
        is_same = isinstance(self._kept, dict) and self._kept.get("inputs") == self._inputs
        reports = self._kept.get("reports", {}) if is_same else {}
        kept = {
            "inputs": self._inputs,
            "documents": documents,
            "libraries": self._libraries() if documents else None,
            "reports": {**reports, f"{form} {lang}": {"text": report.text, "has_errors": report.has_errors}},
        }
        with suppress(OSError):  # who may not write here checks the whole site each time
            if _is_empty(self.root / WORK):
                return False  # says that something was made, which it would not with this in it
            write_memo(self.root / CHECKED, kept)
            files.keep()
            return True
        return False

    def _libraries(self) -> object:
        found = libraries_in_use()
        return self._kept.get("libraries") if found is None and self.can_draw else found


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not os.listdir(folder)  # noqa: PTH208  one test for emptiness


def has_been_made(root: Path) -> bool:
    """True if something was made of the site before; that it was checked alone makes nothing of it."""
    try:
        names = os.listdir(root / WORK)  # noqa: PTH208  names alone
    except OSError:
        return (root / WORK).is_dir()
    return not names or any(not name.startswith(_OF_CHECKS) for name in names)


def _find_inputs(root: Path, site_url: str | None, files: KnownFiles) -> str | None:
    """A fingerprint of all that a check of this site reads; None where it may read what nobody can name."""
    tree = walk_site(root)
    if not tree.is_complete or any(entry.kind not in {FileType.FILE, FileType.FOLDER} for entry in tree.entries):
        return None
    whole = hashlib.blake2b(digest_size=20)
    known = (program_stamp(), _reader(), os.path.realpath(root), site_url, has_been_made(root))
    whole.update(os.fsencode(repr(known)))
    try:
        for entry in tree.entries:
            mark = files.fingerprint(entry.name) if entry.kind is FileType.FILE else b""
            whole.update(os.fsencode(f"/{entry.name}\0{entry.kind.value}\0{entry.target}\0") + mark)
        for name in _settings(root):
            whole.update(os.fsencode(f"/{name}\0") + files.fingerprint(name) + _named(root, name))
    except (OSError, _UnknownError):
        return None
    return whole.hexdigest()


class _UnknownError(Exception):
    """Settings under which nobody knows what a check reads."""


def _settings(root: Path) -> list[str]:
    names = [name for name in os.listdir(root) if name.endswith(ENDINGS)]  # noqa: PTH208
    return [*sorted(names), *([EARLIER_LIST] if os.path.lexists(root / EARLIER_LIST) else [])]


def _named(root: Path, name: str) -> bytes:
    """The files that settings may inherit from, of which a check asks only that they are there."""
    text = read_settings(root, name) if name.endswith(ENDINGS) else ""
    if any(mark in text for mark in _MAY_READ_ANYTHING):
        raise _UnknownError
    tails = (line.partition(":")[2].strip(" '\"") for line in text.splitlines())
    words = sorted({*_WORD.findall(text), *filter(None, tails)})
    return "\0".join(word for word in words if "\0" not in word and os.path.isfile(root / word)).encode()  # noqa: PTH113


def _reader() -> tuple[int, ...]:
    """The account that reads, which may be allowed more or less than another one; nothing where there are none."""
    return (os.geteuid(), *sorted(os.getgroups())) if hasattr(os, "geteuid") else ()
