"""A name that changes its meaning between two questions leads nowhere private: what is asked is what was looked at."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from links.server import Server
from prongsai.links.network import Access
from prongsai.links.politeness import Limits
from prongsai.links.run import Settings, ask_links
from prongsai.links.seen import Expected, State, Verdict
from prongsai.web import parse_network

LIMITS = Limits(apart=0, deadline=4, connect=1, read=1.5, retries=0)
FIRST, SECOND = "127.0.0.1", "127.0.0.2"


def changing(asked: list[str], *answers: list[str]) -> Callable[[str, int], Awaitable[list[str]]]:
    """A resolver that answers each question with the next of its answers, and the last one from then on."""

    async def resolve(host: str, _: int) -> list[str]:
        asked.append(host)
        return answers[min(len(asked), len(answers)) - 1]

    return resolve


def ask(server: Server, path: str, *answers: list[str]) -> tuple[Verdict, list[str]]:
    """The verdict on a path of the changing name, and every name that was resolved."""
    asked: list[str] = []
    access = Access((parse_network(f"{FIRST}/32"), parse_network(f"{SECOND}/32")), changing(asked, *answers))
    url = f"http://changing.test:{server.ports['http']}{path}"
    verdicts: list[Verdict] = []
    asyncio.run(ask_links([Expected(url)], Settings("", LIMITS, access), verdicts.append))
    return verdicts[0], asked


@pytest.fixture
def server():
    """The server, which can be reached at two addresses."""
    with Server((FIRST, SECOND)) as running:
        yield running


def reached(server: Server) -> list[tuple[str, str]]:
    """The requests that the server got, with their places."""
    return [(one.host, one.path) for one in server.asked]


def test_the_address_that_was_looked_at_is_the_one_that_is_asked(server):
    """One question for each connection: what the name means a moment later changes nothing."""
    verdict, asked = ask(server, "/fine", [SECOND], ["10.0.0.1"])
    assert (verdict.state, asked) == (State.FINE, ["changing.test"])
    assert reached(server) == [(SECOND, "/fine")]


def test_a_name_that_became_private_is_refused_at_its_next_hop(server):
    """A redirect to the same name is resolved and looked at again."""
    verdict, asked = ask(server, "/redirected", [FIRST], ["169.254.169.254"])
    assert (verdict.state, verdict.values["found"]) == (State.PRIVATE_ADDRESS, "169.254.169.254")
    assert len(asked) == 2
    assert reached(server) == [(FIRST, "/redirected")]


def test_a_page_that_sends_itself_on_is_looked_at_as_well(server):
    """A refresh inside a page is a hop like any other."""
    verdict, _ = ask(server, "/refreshed", [FIRST], ["10.0.0.1", "::ffff:10.0.0.1", "fd00::1"])
    assert verdict.state is State.PRIVATE_ADDRESS
    assert reached(server) == [(FIRST, "/refreshed")]


def test_of_several_addresses_only_public_ones_are_asked(server):
    """A private one among them is not asked, wherever it is in the list."""
    verdict, _ = ask(server, "/fine", ["10.0.0.1", SECOND, "192.168.1.1"])
    assert verdict.state is State.FINE
    assert reached(server) == [(SECOND, "/fine")]


def test_a_second_try_is_looked_at_as_the_first(server):
    """A fault that may pass is asked again, and the name is resolved again for it."""
    limits = Limits(apart=0, deadline=4, connect=1, read=1.5, retries=2, back_off=0.01)
    asked: list[str] = []
    resolve = changing(asked, [FIRST], ["10.0.0.1"])
    url = f"http://changing.test:{server.ports['http']}/error"
    verdicts: list[Verdict] = []
    settings = Settings("", limits, Access((parse_network(f"{FIRST}/32"),), resolve))
    asyncio.run(ask_links([Expected(url)], settings, verdicts.append))
    assert verdicts[0].state is State.PRIVATE_ADDRESS
    assert reached(server) == [(FIRST, "/error")]
