"""Ask links once for evidence: what came is handed on whole, as far as the bounds let it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from prongsai.links.fetch import Client, fetch_link
from prongsai.links.judge import judge_link
from prongsai.links.network import Access
from prongsai.links.politeness import Limits, Manners
from prongsai.links.reader import Reader
from prongsai.links.run import is_of_one_owner, local_clock, name_agent
from prongsai.links.seen import Expected, Seen, State, Verdict

# Few at once, since each may be large and is held until it is written; scanned plans of 30 MB are common.
SAVING = Limits(in_all=4, deadline=120, body=50_000_000, keep_bodies=True)
Save = Callable[[Seen, Verdict], None]


@dataclass(frozen=True)
class Asking:
    """The settings for asking evidence: the website in whose name, by which way, within which limits."""

    website: str
    access: Access
    limits: Limits = SAVING


class OfflineError(Exception):
    """No name could be resolved: this machine seems to be offline, and nothing is known of any link."""


def save_links(links: Sequence[Expected], asking: Asking, save: Save) -> None:
    """Ask each link politely and hand on what it showed with its verdict, as soon as it is there.

    A name that is not resolved while others are is unknown. Where none is, OfflineError is raised, but for the
    definite answer that one owner's names are unknown.
    """
    nameless: list[tuple[Seen, Verdict]] = []

    def take(seen: Seen, verdict: Verdict) -> None:
        if verdict.state in {State.NOT_CHECKED, State.DNS_FAULT}:
            nameless.append((seen, verdict))
        else:
            save(seen, verdict)

    try:
        asyncio.run(_ask_all(links, asking, take))
    except* OSError as failures:
        raise _first(failures) from None
    if links and len(nameless) == len(links) and not is_of_one_owner([verdict for _, verdict in nameless]):
        raise OfflineError
    for seen, verdict in nameless:
        save(seen, replace(verdict, state=State.DNS_FAULT))


async def _ask_all(links: Sequence[Expected], asking: Asking, take: Save) -> None:
    limits, clock = replace(asking.limits, keep_bodies=True), local_clock()
    async with Reader(limits.reading) as reader:
        client = Client(asking.access, limits, Manners(limits, clock), clock, reader, name_agent(asking.website))

        async def ask_one(link: Expected) -> None:
            seen = await fetch_link(link, client)
            take(seen, judge_link(seen, link))

        async with asyncio.TaskGroup() as group:
            for link in links:
                group.create_task(ask_one(link))


def _first(failures: BaseExceptionGroup[OSError]) -> OSError:
    """The first refusal of the disk."""
    one = failures.exceptions[0]
    return _first(one) if isinstance(one, BaseExceptionGroup) else one
