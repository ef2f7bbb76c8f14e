"""Hands bodies to the process that reads them, and ends it when it takes too long."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from prongsai.links.seen import Content

_LINE = 1 << 20  # bytes of one answer, Thai letters as \uXXXX
_FAREWELL = 3  # seconds
_UNREAD = Content(complete=False, fault="unread")


class Reader:
    """One process that reads one body after the other; used as `async with`."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._process: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._end(patient=True)

    async def read(self, body: bytes, kind: str, charset: str = "", fragment: str = "") -> Content:
        """The text of a body; marked as unread when reading took too long or failed."""
        async with self._turn:
            try:
                async with asyncio.timeout(self._seconds * 2 + 5):  # the start of the process counts too
                    return await self._ask(body, kind, charset, fragment)
            except (TimeoutError, OSError, ValueError, EOFError):
                await self._end()
                return _UNREAD
            except asyncio.CancelledError:
                await self._end()
                raise

    async def _ask(self, body: bytes, kind: str, charset: str, fragment: str) -> Content:
        process = self._process or await self._start()
        if process.stdin is None or process.stdout is None:
            raise EOFError
        size, told = len(body), {"kind": kind, "charset": charset, "fragment": fragment}
        task = {**told, "seconds": self._seconds, "size": size}
        process.stdin.write(json.dumps(task).encode() + b"\n")
        process.stdin.write(body)
        await process.stdin.drain()
        answer = json.loads(await process.stdout.readline() or "null")
        if answer is None:
            raise EOFError
        fields: dict[str, Any] = {name: tuple(one) if isinstance(one, list) else one for name, one in answer.items()}
        return Content(**fields)

    async def _start(self) -> asyncio.subprocess.Process:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "prongsai.links.worker",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            limit=_LINE,
        )
        return self._process

    async def _end(self, *, patient: bool = False) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError, TimeoutError):
            if patient and process.stdin is not None:
                process.stdin.close()  # no more tasks: it ends by itself
                await asyncio.wait_for(process.wait(), _FAREWELL)
            else:
                process.kill()
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
        await process.communicate()
