"""Ask all links of a site: concurrently, politely, and so that an end at any moment loses no result."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from prongsai import __version__
from prongsai.links.fetch import Client, fetch_link
from prongsai.links.judge import join_years, judge_link
from prongsai.links.keep import Journal, load_memory, merge_journal, write_memory
from prongsai.links.memory import Memory
from prongsai.links.network import Access
from prongsai.links.politeness import Clock, Limits, Manners
from prongsai.links.reader import Reader
from prongsai.links.seen import Expected, State, Verdict, works
from prongsai.problems import Problem
from prongsai.web import own_domain

_NAMELESS = {State.NOT_CHECKED, State.DNS_FAULT}
Tell = Callable[[int, int, Verdict], None]  # how many are done, of how many, and the last of them


@dataclass(frozen=True)
class Settings:
    """The settings of a run: the website in whose name, within which limits, by which way; `again` asks all once more.

    What `hold` gives is held while the memory is written, and no longer: asking may take hours.
    """

    website: str = ""
    limits: Limits = field(default_factory=Limits)
    access: Access = field(default_factory=Access)
    again: bool = False
    hold: Callable[[], AbstractContextManager[None]] = nullcontext


@dataclass(frozen=True)
class Outcome:
    """The outcome of a run: the memory, how many links were asked, how many were known to be fine already.

    `offline` says that no name could be resolved at all, so that nothing is known of any link.
    """

    memory: Memory
    problems: tuple[Problem, ...] = ()
    asked: int = 0
    known: int = 0
    offline: bool = False


def name_agent(website: str) -> str:
    """The name by which we introduce ourselves: the program, its version and whose website asks."""
    return f"prongsai/{__version__} (+{website})" if website else f"prongsai/{__version__}"


def local_clock() -> Clock:
    """The clock of the running event loop."""
    return Clock(asyncio.get_running_loop().time, asyncio.sleep, random.random)


async def ask_links(links: Sequence[Expected], settings: Settings, found: Callable[[Verdict], None]) -> None:
    """Ask every link and hand on each verdict as soon as it is there."""
    limits, clock = settings.limits, local_clock()
    async with Reader(limits.reading) as reader:
        manners = Manners(limits, clock)
        client = Client(settings.access, limits, manners, clock, reader, name_agent(settings.website))

        async def ask_one(link: Expected) -> None:
            found(judge_link(await fetch_link(link, client), link))

        async with asyncio.TaskGroup() as group:
            for link in links:
                group.create_task(ask_one(link))


def run_checks(
    root: Path, links: Sequence[Expected], day: str, settings: Settings, tell: Tell = lambda *_: None
) -> Outcome:
    """Check links on a day (`2569-11-21`) and remember what they showed.

    What an earlier run of the same day found working is not asked again; what failed always is. Where the memory
    cannot be read nothing is asked, so that it is not lost.
    """
    memory, problems = load_memory(root)
    if problems:
        return Outcome(memory, tuple(problems))
    with Journal(root) as journal:
        memory = merge_journal(memory, journal.entries)
        asked = [link for link in links if settings.again or not _is_known(memory, link, day)]
        run = _Run(memory, day, journal, len(asked), tell)
        asyncio.run(ask_links(asked, settings, run.take))
        offline = run.settle()
        with settings.hold():
            newest, problems = load_memory(root)  # somebody else may have written since
            if problems:
                return Outcome(run.memory, tuple(problems))
            kept = merge_journal(newest, [*journal.entries, *run.results])
            write_memory(root, kept)
            journal.remove()
    return Outcome(kept, (), len(asked), len(links) - len(asked), offline)


def _is_known(memory: Memory, link: Expected, day: str) -> bool:
    """True if the link was found working on this day, with the same years due."""
    row = memory.rows.get(link.url)
    same_years = row is not None and row.detail.get("due", "") == join_years(link.years)
    return row is not None and row.checked_on == day and works(row.state) and same_years


def is_of_one_owner(silent: list[Verdict]) -> bool:
    """True if the names were all answered as unknown and belong to one registrable domain."""
    owners = {own_domain(one.url) for one in silent}
    return len(owners) == 1 and all(one.state is State.DNS_FAULT for one in silent)


@dataclass
class _Run:
    memory: Memory
    day: str
    journal: Journal
    total: int
    tell: Tell
    done: int = 0
    results: list[tuple[str, int, Verdict]] = field(default_factory=list)
    silent: list[Verdict] = field(default_factory=list)

    def take(self, verdict: Verdict) -> None:
        """Write down a verdict; where the name was not resolved it waits for what the others show."""
        self.done += 1
        if verdict.state in _NAMELESS:
            self.silent.append(verdict)
        else:
            self._record(verdict)
        self.tell(self.done, self.total, verdict)

    def settle(self) -> bool:
        """Merge all verdicts; whether this machine seems to be offline.

        A name that cannot be resolved is the fault of its owner where any other name was, or where the names are all
        of one owner and the answer was definite; else the fault may be ours, and nothing is said of any link.
        """
        offline = bool(self.silent) and not self.results and not is_of_one_owner(self.silent)
        for verdict in () if offline else self.silent:
            self._record(replace(verdict, state=State.DNS_FAULT))
        self.memory = merge_journal(self.memory, self.results)
        return offline

    def _record(self, verdict: Verdict) -> None:
        row = self.memory.rows.get(verdict.url)
        entry = (self.day, (row.checks if row else 0) + 1, verdict)
        self.results.append(entry)
        self.journal.append(*entry)
