"""The web server in a process of its own: browsers are answered at once while the other process builds."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from prongsai.pipeline.preview.page import Fault
from prongsai.pipeline.preview.server import PreviewServer
from prongsai.pipeline.preview.shown import NO_PAGES, Pages, Shown

CAN_FORK = hasattr(os, "fork")
_ENDING = ("SIGINT", "SIGTERM", "SIGHUP")


class ShownApart(Shown):
    """A site that another process shows: it hears of each state, and tells which pages somebody looks at."""

    def __init__(self, folder: Path, line: Connection[object, object]) -> None:
        super().__init__(folder)
        self._line = line
        self._looked_at_now: frozenset[str] = frozenset()

    def change(self, fault: Fault | None, first: Pages = NO_PAGES) -> None:
        """Show this from now on, in every browser whose page becomes another."""
        self.fault, self.first = fault, first
        self._count += 1
        self._line.send((fault, dict(first)))

    @property
    def looked_at(self) -> frozenset[str]:
        """The paths of the pages that somebody looked at last."""
        with suppress(EOFError, OSError):
            while self._line.poll():
                found = self._line.recv()
                self._looked_at_now = found if isinstance(found, frozenset) else frozenset()
        return self._looked_at_now

    def leave(self) -> None:
        """Close the line in a process that has nothing to do with it."""
        self._line.close()


@contextmanager
def answering_apart(server: PreviewServer) -> Iterator[ShownApart]:
    """Answer in another process, from the first state on that it hears of, as long as this one lives."""
    here, there = Pipe()
    process = os.fork()
    if process == 0:
        with suppress(BaseException):
            here.close()
            _answer(server, there)
        os._exit(0)
    there.close()
    server.socket.close()
    try:
        yield ShownApart(server.shown.folder, here)
    finally:
        here.close()
        with suppress(ChildProcessError):
            os.waitpid(process, 0)


def _answer(server: PreviewServer, line: Connection[object, object]) -> None:
    """Answer until the line is closed; the keyboard ends the other process, which closes it."""
    for name in _ENDING:
        signal.signal(getattr(signal, name), signal.SIG_IGN if name == "SIGINT" else signal.SIG_DFL)
    server.shown.tell = _teller(line)
    _hear(server.shown, line)
    with server.answering(), suppress(EOFError, OSError):
        while True:
            _hear(server.shown, line)


def _hear(shown: Shown, line: Connection[object, object]) -> None:
    state: Any = line.recv()  # sent by the other end alone
    shown.change(*state)


def _teller(line: Connection[object, object]) -> Callable[[frozenset[str]], None]:
    sending = threading.Lock()

    def tell(paths: frozenset[str]) -> None:
        with sending, suppress(OSError):
            line.send(paths)

    return tell
