"""Politeness to servers: how many requests at once, how far apart, how long, how much."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds of one run; times in seconds, sizes in bytes. `keep_bodies` hands on what came, up to `body`."""

    per_host: int = 2
    in_all: int = 16
    apart: float = 0.5
    deadline: float = 20
    connect: float = 8
    read: float = 10
    redirects: int = 10
    body: int = 10_000_000
    retries: int = 2
    back_off: float = 1.0
    longest_wait: float = 30
    reading: float = 15
    keep_bodies: bool = False


@dataclass(frozen=True)
class Clock:
    """The time that passes (seconds from any start), how to wait, and a number between 0 and 1 by chance."""

    time: Callable[[], float]
    sleep: Callable[[float], Awaitable[None]]
    chance: Callable[[], float]


class Turn:
    """A request's turn; it can leave its host to the next one before it is over."""

    def __init__(self, gate: asyncio.Semaphore) -> None:
        self._gate, self._is_there = gate, True

    def leave_host(self) -> None:
        """Nothing more is asked of the host in this turn."""
        if self._is_there:
            self._is_there = False
            self._gate.release()


class Manners:
    """Lets requests begin: few at once in all, fewer for each host, and for each host one after the other."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self._limits, self._clock = limits, clock
        self._in_all = asyncio.Semaphore(limits.in_all)
        self._gates: dict[str, asyncio.Semaphore] = {}
        self._doors: dict[str, asyncio.Lock] = {}
        self._starts: dict[str, float] = {}

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[Turn]:
        """The time in which one request to a host may be under way, and what it brought is read.

        The host's own queue comes first, so that one slow host never takes the places of the others. The place
        among all is kept until what was fetched is read, so that bodies never pile up before the reader.
        """
        gate = self._gates.setdefault(host, asyncio.Semaphore(self._limits.per_host))
        door = self._doors.setdefault(host, asyncio.Lock())
        turn = Turn(gate)
        await gate.acquire()
        try:
            async with door:  # whoever waits for a place in all lets nobody of the same host start as well
                await self._keep_apart(host)
                await self._in_all.acquire()
                self._starts[host] = max(self._clock.time() + self._limits.apart, self._starts.get(host, 0))
            try:
                yield turn
            finally:
                self._in_all.release()
        finally:
            turn.leave_host()

    async def _keep_apart(self, host: str) -> None:
        while (wait := self._starts.get(host, 0) - self._clock.time()) > 0:
            await self._clock.sleep(wait)

    def postpone(self, host: str, seconds: float) -> None:
        """Let nobody ask a host before some seconds are over: it said so itself."""
        until = self._clock.time() + min(seconds, self._limits.longest_wait)
        self._starts[host] = max(until, self._starts.get(host, until))

    def back_off(self, tries: int) -> float:
        """Seconds to wait before the next try: doubled each time, spread by chance."""
        usual: float = min(self._limits.back_off * 2.0**tries, self._limits.longest_wait)
        return usual * (0.5 + self._clock.chance())
