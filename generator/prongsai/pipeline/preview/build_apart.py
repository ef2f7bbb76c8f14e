"""A build in a process of its own, which is ended when its work is out of date: the next save need not wait for it."""

from __future__ import annotations

import os
import pickle
import select
import signal
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO, Generic, TypeVar

Result = TypeVar("Result")
Tell = Callable[[bytes], None]
RIGHT, PLACING = b"r", b"p"  # its data has no error; from now on it puts files in their place
_ENDING = ("SIGINT", "SIGTERM", "SIGHUP")


class BrokenOffError(Exception):
    """A process that ended without a result, as the system ends one for want of memory."""


@dataclass
class BuildApart(Generic[Result]):
    """At most one process at work; `leave` is done in it first, so that it holds nothing of this one."""

    leave: Callable[[], None]
    _process: int = 0
    _told: int = -1
    _said: bytes = b""
    _result: IO[bytes] | None = field(default=None, repr=False)

    @property
    def is_running(self) -> bool:
        """True if there is a process whose result was not taken."""
        return self._process != 0

    @property
    def said(self) -> bytes:
        """All that the process has told so far."""
        while self._told >= 0 and select.select([self._told], [], [], 0)[0]:
            more = os.read(self._told, 64)
            if not more:
                break
            self._said += more
        return self._said

    def start(self, do: Callable[[Tell], Result]) -> None:
        """Begin in a new process, which is given a way to tell how far it is."""
        told, telling = os.pipe()
        result = tempfile.TemporaryFile()  # noqa: SIM115  both processes use it, this one closes it
        self._process = os.fork()
        if self._process == 0:
            os.close(told)
            self._work(do, telling, result)
        os.close(telling)
        with suppress(OSError):
            os.setpgid(self._process, self._process)
        self._told, self._said, self._result = told, b"", result

    def _work(self, do: Callable[[Tell], Result], telling: int, result: IO[bytes]) -> None:
        status = 1
        try:
            os.setpgid(0, 0)  # with all processes that it starts, and apart from the keyboard
            for name in _ENDING:
                signal.signal(getattr(signal, name), signal.SIG_DFL)
            self.leave()
            pickle.dump(do(lambda word: _say(telling, word)), result)
            result.flush()
            status = 0
        finally:
            os._exit(status)

    def take(self) -> Result | None:
        """The result, None as long as there is none; raises BrokenOffError where there will be none."""
        if not self.is_running:
            return None
        process, status = os.waitpid(self._process, os.WNOHANG)
        return self._collect(status) if process else None

    def stop(self) -> None:
        """End it, unless it puts files in their place: that is waited for. Nobody asks for its result any more."""
        if not self.is_running:
            return
        if PLACING not in self.said:
            with suppress(ProcessLookupError):
                os.killpg(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        self._forget()

    def _collect(self, status: int) -> Result:
        if status or self._result is None:
            self._forget()
            raise BrokenOffError
        self._result.seek(0)
        try:
            found: Result = pickle.load(self._result)  # noqa: S301  written by our own process, never stored
        finally:
            self._forget()
        return found

    def _forget(self) -> None:
        if self._result is not None:
            self._result.close()
        os.close(self._told)
        self._process, self._told, self._said, self._result = 0, -1, b"", None


def _say(line: int, word: bytes) -> None:
    with suppress(OSError):
        os.write(line, word)
