"""Single steps on a disk that others use too: tried again while a file is open elsewhere, flushed, let all read."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

_FOLDER, _FILE = 0o555, 0o444
_PAUSES = (0.1, 0.3, 1.0, 2.0)  # seconds; a virus scanner or a reader lets go soon
_OPEN_ELSEWHERE = {5, 32, 33}  # Windows: access denied, sharing violation, lock violation
_MANY = 30  # files, above which one flush of all disks is quicker than one for each

R = TypeVar("R")


def let_all_read(folder: Path) -> None:
    """Let everybody read a folder with all that is below; what its owner and group may do stays."""
    if os.name != "posix":
        return
    for place, _, names in os.walk(folder):
        let_read(Path(place))
        for name in names:
            let_read(Path(place, name))


def let_read(path: Path) -> None:
    """Let everybody read a file, or enter and list a folder."""
    if os.name == "posix":
        mode = path.stat().st_mode & 0o7777
        wanted = mode | (_FOLDER if path.is_dir() else _FILE)
        if wanted != mode:
            path.chmod(wanted)


def flush_all(places: Sequence[Path]) -> None:
    """Flush written files, so that they survive a loss of power."""
    if len(places) > _MANY and sys.platform == "linux":  # elsewhere it does not wait for the end, or is not there
        os.sync()
        return
    for place in places:
        flush(place)


def flush(path: Path) -> None:
    """Flush a written file, so that it survives a loss of power; folders cannot be flushed everywhere."""
    with suppress(PermissionError):
        handle = os.open(path, os.O_RDONLY)
        try:
            with suppress(OSError):
                os.fsync(handle)
        finally:
            os.close(handle)


def replace_file(step: Callable[[], R]) -> R:
    """Read, move or remove a file; where another program on Windows holds it open, wait a little, then say so."""
    for pause in _PAUSES:
        try:
            return step()
        except PermissionError as failure:
            if getattr(failure, "winerror", None) not in _OPEN_ELSEWHERE:
                raise
            time.sleep(pause)
    return step()


def remove_empty(root: Path, folder: Path) -> None:
    """Remove a folder with those above it, up to `root`, as far as they are empty."""
    while folder != root:
        if folder.is_dir():
            if any(folder.iterdir()):
                return
            with suppress(PermissionError):  # Windows: somebody looks into it
                folder.rmdir()
        folder = folder.parent
