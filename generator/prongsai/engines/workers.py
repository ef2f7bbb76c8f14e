"""Work shared out among processes: what they make is the same, and small values come back.

Where there is no fork, one core, another thread or little to do, it is done by this process alone.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import tempfile
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO, Generic, TypeVar

FEWEST = 40  # pieces of work for a process, below which starting it takes longer than doing them

Piece = TypeVar("Piece")
Result = TypeVar("Result")


@dataclass
class _Worker(Generic[Result]):
    """A process at work, and the file into which it writes its results by the numbers of the pieces."""

    process: int
    results: IO[bytes] = field(repr=False)
    is_over: bool = False

    def collect(self) -> dict[int, Result]:
        """The results, when it is done; none where it failed."""
        _, status = os.waitpid(self.process, 0)
        self.is_over = True
        with self.results as results:
            results.seek(0)
            return pickle.load(results) if status == 0 else {}  # noqa: S301  written by our own process, never stored

    def stop(self) -> None:
        """End it where nobody waits for it any more."""
        if not self.is_over:
            with suppress(ProcessLookupError):
                os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
            self.results.close()


class Alongside(Generic[Result]):
    """Work that another process does while this one goes on, or this one where it may not; `result` waits for it.

    What the process fails at this one does again when the result is asked for.
    """

    def __init__(self, do: Callable[[], Result]) -> None:
        self._do, self._owner = do, os.getpid()
        self._worker: _Worker[Result] | None = None
        if _cores() > 1 and _may_fork():
            with suppress(OSError):  # there may be as many processes as the system allows
                self._worker = _start((None,), range(1), lambda _: do(), lambda: True)

    def result(self) -> Result:
        """The result of the work."""
        worker, self._worker = self._worker, None
        done = worker.collect() if worker is not None else {}
        return done[0] if done else self._do()

    def stop(self) -> None:
        """End it where nobody waits for it any more."""
        worker, self._worker = self._worker, None
        if worker is not None and self._owner == os.getpid():  # a process that was started since knows it too
            worker.stop()

    def __del__(self) -> None:
        """End it with this object."""
        self.stop()


def share_out(
    pieces: Sequence[Piece],
    do: Callable[[Piece], Result],
    is_sound: Callable[[], bool] = lambda: True,
    fewest: int | None = None,
) -> list[Result]:
    """The result of each piece, in their order; whatever a process fails at, this one does again.

    A process is started for at least `fewest` pieces. It ends at the first one after which its work `is_sound` no more:
    this one meets the same and reports it.
    """
    count = min(_cores(), len(pieces) // (fewest or FEWEST))
    if count < 2 or not _may_fork():
        return [do(piece) for piece in pieces]
    workers: list[_Worker[Result]] = []
    try:
        with suppress(OSError):  # there may be as many processes as the system allows
            workers.extend(_start(pieces, range(first, len(pieces), count), do, is_sound) for first in range(1, count))
        done = {number: do(pieces[number]) for number in range(0, len(pieces), count)}
        for worker in workers:
            done |= worker.collect()
    finally:
        for worker in workers:
            worker.stop()
    return [done[number] if number in done else do(piece) for number, piece in enumerate(pieces)]


def _start(
    pieces: Sequence[Piece], numbers: range, do: Callable[[Piece], Result], is_sound: Callable[[], bool]
) -> _Worker[Result]:
    results = tempfile.TemporaryFile()  # noqa: SIM115  both processes use it, the last one closes it
    try:
        process = os.fork()
    except OSError:
        results.close()
        raise
    if process == 0:
        status = 1
        try:
            gc.disable()  # it would copy the memory that both share
            pickle.dump(_do(pieces, numbers, do, is_sound), results)
            results.flush()
            status = 0
        finally:
            os._exit(status)
    return _Worker(process, results)


def _do(
    pieces: Sequence[Piece], numbers: range, do: Callable[[Piece], Result], is_sound: Callable[[], bool]
) -> dict[int, Result]:
    done: dict[int, Result] = {}
    with suppress(Exception):  # the same happens to the process that does it again, and is explained there
        for number in numbers:
            made = do(pieces[number])
            if not is_sound():
                break
            done[number] = made
    return done


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _may_fork() -> bool:
    """True if forking is there and safe: no other thread runs."""
    return hasattr(os, "fork") and threading.active_count() == 1
