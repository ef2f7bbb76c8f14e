"""Read a plain file and nothing else: no FIFO that waits for ever, no device without end, nothing outside the site."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import IO

from prongsai.problems import Problem, Where, problem

_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
LARGEST = 50_000_000  # bytes of what a site keeps besides its data: ledger, memories, records
_NOT_PLAIN, _OUTSIDE, _TOO_LARGE = "ไม่ใช่แฟ้มธรรมดา", "เป็นลิงก์ที่ชี้ออกนอกโฟลเดอร์ของเว็บไซต์", "แฟ้มใหญ่เกินไป"


class TooLargeError(OSError):
    """A file has more bytes than its reader takes; `size` is how many."""

    def __init__(self, path: str, size: int) -> None:
        super().__init__(errno.EFBIG, _TOO_LARGE, path)
        self.size = size


def open_plain(path: Path) -> IO[bytes]:
    """Open a plain file; raises OSError for anything else, without waiting for it."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, _NOT_PLAIN, str(path))
    opened = os.fdopen(os.open(path, _OPEN), "rb")
    if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):  # another thing took its place since
        opened.close()
        raise OSError(errno.EINVAL, _NOT_PLAIN, str(path))
    return opened


def read_plain(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of a plain file; raises TooLargeError above `largest`, OSError for all that cannot be read."""
    with open_plain(path) as opened:
        size = os.fstat(opened.fileno()).st_size
        if size <= largest:
            found = opened.read(largest + 1)
            if len(found) <= largest:
                return found
    raise TooLargeError(str(path), max(size, largest + 1))


def read_head(path: Path, count: int) -> bytes:
    """The first bytes of a plain file; none where it cannot be read."""
    try:
        with open_plain(path) as opened:
            return opened.read(count)
    except OSError:
        return b""


def read_inside(root: Path, name: str, largest: int = LARGEST) -> bytes:
    """The bytes of the file `name` of the site kept in `root`, as `read_plain`; a link must not leave the site."""
    return read_plain(path_inside(root, name), largest)


def path_inside(root: Path, name: str) -> Path:
    """The place of the file `name` of the site kept in `root`; raises OSError where that is outside it."""
    path = root / name
    if not os.path.realpath(path).startswith(os.path.join(os.path.realpath(root), "")):  # noqa: PTH118
        raise OSError(errno.EXDEV, _OUTSIDE, str(path))
    return path


def explain_unread(failure: OSError, name: str, largest: int = LARGEST) -> Problem:
    """The problem of a file, called `name`, that could not be read."""
    if isinstance(failure, TooLargeError):
        size, limit = f"{failure.size / 1e6:.1f}", f"{largest / 1e6:.0f}"
        return problem("file-too-large", Where(name), size=size, limit=limit)
    return problem("file-unreadable", Where(name), reason=failure.strerror or str(failure))
