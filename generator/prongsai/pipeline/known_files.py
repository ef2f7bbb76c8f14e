"""Fingerprints of the files of a site by what they hold; a file is read again only where its stamp has changed."""

from __future__ import annotations

import hashlib
import json
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from prongsai.disk.read import open_plain
from prongsai.pipeline.sealed import read_sealed, write_sealed

STAMPS = ".prongsai/stamps.json"
_PIECE = 65_536  # bytes read at a time, since an attachment can be larger than the memory
_SETTLED = 2_500_000_000  # nanoseconds: some disks keep times by two seconds, so that a younger file may change unseen
Stamp = tuple[int, int, int, int]


class KnownFiles:
    """The plain files of the site kept in `root`; `keep` writes down what the next run need not read again.

    With `fresh` each is read, whatever an earlier run knew of it.
    """

    def __init__(self, root: Path, *, fresh: bool = False) -> None:
        self._root = root
        self._before = {} if fresh else _parsed(read_memo(root / STAMPS))
        self._now: dict[str, tuple[Stamp, str]] = {}
        self._is_new = False

    def fingerprint(self, name: str) -> bytes:
        """The fingerprint of the content of a file, named as seen from the site's folder; raises OSError."""
        path = f"{self._root}{os.sep}{name}"
        stamp = _stamp(os.stat(path))  # noqa: PTH116  called for thousands of files
        if self._before.get(name, ((), ""))[0] == stamp:
            self._now[name] = self._before[name]
            return bytes.fromhex(self._now[name][1])
        begun = time.time_ns()
        found = _content(Path(path))
        if max(stamp[1:3]) + _SETTLED < begun:
            self._now[name] = (stamp, found.hex())
            self._is_new = True
        return found

    def keep(self) -> None:
        """Write down the fingerprints of the files that were asked for; a disk that refuses costs time alone."""
        if self._is_new or self._now.keys() != self._before.keys():
            with suppress(OSError):
                write_memo(self._root / STAMPS, {name: [*stamp, mark] for name, (stamp, mark) in self._now.items()})
            self._before, self._is_new = dict(self._now), False


def _stamp(facts: os.stat_result) -> Stamp:
    """The size, the times of content and entry, and the number of a file: a file saved again has another one."""
    return (facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino)


def _content(path: Path) -> bytes:
    with open_plain(path) as opened:
        whole = hashlib.blake2b(digest_size=20)
        while piece := opened.read(_PIECE):
            whole.update(piece)
        return whole.digest()


def _parsed(kept: Any) -> dict[str, tuple[Stamp, str]]:
    try:
        return {name: ((one[0], one[1], one[2], one[3]), one[4]) for name, one in kept.items()}
    except (AttributeError, TypeError, IndexError, KeyError):
        return {}


def read_memo(path: Path) -> Any:
    """The value kept in a file by `write_memo`, or None where it is not whole."""
    data = read_sealed(path)
    with suppress(ValueError, RecursionError):
        return json.loads(data) if data is not None else None
    return None


def write_memo(path: Path, value: Any) -> None:
    """Keep a value of JSON whole or not at all, whoever else writes at the same time; raises OSError."""
    write_sealed(path, json.dumps(value, separators=(",", ":")).encode())
