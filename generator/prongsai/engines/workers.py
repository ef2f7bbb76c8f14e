"""Work shared out among processes, or begun in another: what they make is the same, and small values come back.

Where there is no fork, one core, another thread or little to do, it is done by this process alone.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import IO, Generic, TypeVar
from weakref import finalize

FEWEST = 40  # pieces of work for a process, below which starting it takes longer than doing them
_MOST_TICKETS = 2000  # what the pipe of any system holds
_WIDTH = 4  # bytes of a ticket

Piece = TypeVar("Piece")
Result = TypeVar("Result")


@dataclass
class _Worker(Generic[Result]):
    """A process at work, and the file into which it writes its result."""

    process: int
    results: IO[bytes] = field(repr=False)
    is_over: bool = False
    owner: int = field(default_factory=os.getpid)

    def collect(self) -> Result | None:
        """The result, when it is done; None where it failed."""
        _, status = os.waitpid(self.process, 0)
        self.is_over = True
        with self.results as results:
            results.seek(0)
            return pickle.load(results) if status == 0 else None  # noqa: S301  written by our own process, never stored

    def stop(self) -> None:
        """End it where nobody waits for it any more."""
        if not self.is_over and self.owner == os.getpid():  # and not in a copy of the one who waits
            self.is_over = True
            with suppress(ProcessLookupError):
                os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
            self.results.close()


class _Tickets:
    """The numbers of pieces that no process has taken, in a pipe: whoever is free takes the next."""

    def __init__(self, numbers: range) -> None:
        self._numbers = numbers
        self._each = max(1, -(-len(numbers) // _MOST_TICKETS))
        self._pipe, end = os.pipe()
        places = range(0, len(numbers), self._each)
        os.write(end, b"".join(place.to_bytes(_WIDTH, "big") for place in places))
        os.close(end)

    def take(self) -> Iterator[int]:
        """Take one number after the other until there are none."""
        while len(ticket := os.read(self._pipe, _WIDTH)) == _WIDTH:
            place = int.from_bytes(ticket, "big")
            yield from self._numbers[place : place + self._each]

    def close(self) -> None:
        """Take no more."""
        os.close(self._pipe)


def share_out(
    pieces: Sequence[Piece],
    do: Callable[[Piece], Result],
    is_sound: Callable[[], bool] = lambda: True,
    fewest: int | None = None,
) -> list[Result]:
    """The result of each piece, in their order; whatever a process fails at, this one does again.

    Each process does one of the first pieces and then whichever nobody has taken, so long ones had better come first.
    It ends at the first after which its work `is_sound` no more: this process meets the same and reports it. A process
    has at least the `fewest` pieces, FEWEST where they are small.
    """
    count = min(_cores(), len(pieces) // (fewest or FEWEST))
    if count < 2 or not _may_fork():
        return [do(piece) for piece in pieces]
    workers: list[_Worker[dict[int, Result]]] = []
    tickets = _Tickets(range(count, len(pieces)))
    try:
        with suppress(OSError):  # there may be as many processes as the system allows
            workers.extend(_start(partial(_do_some, pieces, first, tickets, do, is_sound)) for first in range(1, count))
        done = {number: do(pieces[number]) for number in chain((0,), tickets.take())}
        for worker in workers:
            done |= worker.collect() or {}
    finally:
        tickets.close()
        for worker in workers:
            worker.stop()
    return [done[number] if number in done else do(piece) for number, piece in enumerate(pieces)]


class Alongside(Generic[Result]):
    """Work that another process does while this one goes on, or this one where it may not; `result` waits for it.

    What the process fails at this one does again when the result is asked for. It ends with whoever forgets it.
    """

    def __init__(self, do: Callable[[], Result]) -> None:
        self._do = do
        self._worker: _Worker[Result] | None = None
        if _cores() > 1 and _may_fork():
            with suppress(OSError):  # there may be as many processes as the system allows
                self._worker = _start(do)
                finalize(self, self._worker.stop)

    def result(self) -> Result:
        """The result of the work."""
        worker, self._worker = self._worker, None
        found = worker.collect() if worker is not None else None
        return self._do() if found is None else found

    def stop(self) -> None:
        """End it where nobody waits for it any more."""
        if self._worker is not None:
            self._worker.stop()


def _start(do: Callable[[], Result]) -> _Worker[Result]:
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
            pickle.dump(do(), results)
            results.flush()
            status = 0
        finally:
            os._exit(status)
    return _Worker(process, results)


def _do_some(
    pieces: Sequence[Piece],
    first: int,
    tickets: _Tickets,
    do: Callable[[Piece], Result],
    is_sound: Callable[[], bool],
) -> dict[int, Result]:
    done: dict[int, Result] = {}
    with suppress(Exception):  # the same happens to the process that does it again, and is explained there
        for number in chain((first,), tickets.take()):
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
