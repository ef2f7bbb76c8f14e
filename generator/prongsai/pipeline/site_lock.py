"""One site, one writer: a lock of the system, which frees it when its holder dies, and who holds it since when."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout

from prongsai.pipeline.content.write_files import write_file
from prongsai.pipeline.undo.finish_saves import Finished, finish_saves

Kind = Literal["site", "preview", "links"]
LONGEST_WAIT = 60.0  # seconds, unless the call says otherwise


@dataclass(frozen=True)
class Holder:
    """The holder of a lock: the command as it was typed, its process, since when, and the address of a preview."""

    command: str
    process: int
    since: str  # ISO 8601 with the offset of this machine
    address: str = ""


class SiteBusyError(Exception):
    """Another command held the lock longer than this one was ready to wait; `holder` is None where nobody said who."""

    def __init__(self, holder: Holder | None) -> None:
        super().__init__(holder.command if holder else "")
        self.holder = holder


@contextmanager
def hold_lock(
    root: Path,
    command: str,
    *,
    kind: Kind = "site",
    wait: float = LONGEST_WAIT,
    address: str = "",
    tell: Callable[[Holder | None], None] = lambda _holder: None,
) -> Iterator[tuple[Finished, ...]]:
    """Hold a lock of the site kept in `root`; who must wait for it (at most `wait` seconds) hears it from `tell`, once.

    Whoever writes the site first finishes the saves that were broken off, and is given them. Raises SiteBusyError when
    the lock was not free in time, and OSError where the disk refuses.
    """
    work = root / ".prongsai"
    work.mkdir(parents=True, exist_ok=True)
    lock, note = FileLock(work / f"{kind}.lock"), work / f"{kind}.holder.json"
    _acquire(lock, note, wait, tell)
    try:
        since = dt.datetime.now().astimezone().isoformat(timespec="seconds")
        write_file(note, (json.dumps(asdict(Holder(command, os.getpid(), since, address))) + "\n").encode())
        yield finish_saves(root) if kind == "site" else ()
    finally:
        with suppress(OSError):
            note.unlink()
        lock.release()


def _acquire(lock: FileLock, note: Path, wait: float, tell: Callable[[Holder | None], None]) -> None:
    try:
        lock.acquire(timeout=0)
    except Timeout:
        tell(read_holder(note))
    else:
        return
    try:
        lock.acquire(timeout=wait)
    except Timeout:
        raise SiteBusyError(read_holder(note)) from None


def read_holder(note: Path) -> Holder | None:
    """The holder that the lock names; None where nobody holds it or it cannot be read."""
    try:
        stored = json.loads(note.read_bytes())
        return Holder(str(stored["command"]), int(stored["process"]), str(stored["since"]), str(stored["address"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
