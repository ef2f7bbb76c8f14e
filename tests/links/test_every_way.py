"""Every way in which a server can misbehave is distinguished from every other."""

from __future__ import annotations

import asyncio
import time

import pytest

from links.server import CERTIFICATES, LAST_YEAR, THIS_YEAR, Server
from prongsai.links.network import Access, UnknownHostError, find_addresses, trusted_context
from prongsai.links.politeness import Limits
from prongsai.links.run import Settings, ask_links
from prongsai.links.seen import Expected, State, Verdict
from prongsai.web import parse_network

HTTP = "http://127.0.0.1:{http}"
# Each way of misbehaving that has a state of its own, besides those that lead to a state in another way.
TABLE = {
    HTTP + "/fine": State.FINE,
    HTTP + "/redirected": State.REDIRECTED,
    HTTP + "/moved": State.MOVED,
    HTTP + "/scan.pdf": State.SCAN_WITHOUT_TEXT,
    HTTP + "/endless-body": State.PARTLY_READ,
    HTTP + "/fine#nosuch": State.PLACE_MISSING,
    HTTP + "/challenge": State.BLOCKED,
    HTTP + "/always-429": State.RATE_LIMITED,
    HTTP + "/forbidden": State.FORBIDDEN,
    HTTP + "/huge.pdf": State.TOO_LARGE,
    HTTP + "/strange-cipher.pdf": State.UNREAD,
    HTTP + "/script-app": State.NEEDS_SCRIPT,
    HTTP + "/trickle": State.TOO_SLOW,
    "https://good.test:{stranger}/fine": State.TLS_CHAIN,
    HTTP + "/bad-header": State.BAD_ANSWER,
    HTTP + "/missing": State.NOT_FOUND,
    HTTP + "/gone": State.GONE,
    HTTP + "/soft-404": State.SOFT_404,
    HTTP + "/login": State.LOGIN_WALL,
    HTTP + "/share": State.PERMISSION_WALL,
    HTTP + "/bad-request": State.CLIENT_ERROR,
    HTTP + "/error": State.SERVER_ERROR,
    HTTP + "/silent": State.TIMEOUT,
    "https://good.test:{expired}/fine": State.TLS_EXPIRED,
    "https://good.test:{self_signed}/fine": State.TLS_SELF_SIGNED,
    "https://good.test:{other}/fine": State.TLS_WRONG_HOST,
    "https://good.test:{http}/fine": State.TLS_FAULT,
    "http://nowhere.test/": State.DNS_FAULT,
    "http://127.0.0.1:1/": State.REFUSED,
    HTTP + "/reset": State.RESET,
    HTTP + "/short": State.WRONG_LENGTH,
    HTTP + "/page.pdf": State.WRONG_TYPE,
    HTTP + "/damaged.pdf": State.DAMAGED,
    HTTP + "/locked.pdf": State.LOCKED,
    HTTP + "/empty": State.EMPTY,
    HTTP + "/bomb": State.BAD_ENCODING,
    HTTP + "/endless": State.REDIRECT_LOOP,
    HTTP + "/to-private": State.PRIVATE_ADDRESS,
    HTTP + "/ssh": State.NOT_HTTP,
    HTTP + "/report.pdf": State.WRONG_YEAR,
    HTTP + "/report-2565.pdf": State.WRONG_YEAR_NAME,
}
FURTHER = {
    "https://good.test:{good}/fine": State.FINE,
    HTTP + "/fine.pdf": State.FINE,
    HTTP + "/fine.docx": State.FINE,
    HTTP + "/head-404.docx": State.FINE,
    HTTP + "/patience": State.FINE,
    HTTP + "/fail-once": State.FINE,
    HTTP + "/gzip": State.FINE,
    HTTP + "/deflate": State.FINE,
    HTTP + "/tis-620": State.FINE,
    HTTP + "/header-login": State.FINE,
    HTTP + "/about-login": State.FINE,
    HTTP + "/no-complaints": State.FINE,
    HTTP + "/both-years": State.FINE,
    HTTP + "/plan-range": State.FINE,
    HTTP + "/undated": State.FINE,
    HTTP + "/fine#plan": State.FINE,
    HTTP + "/fine#:~:text=nosuch": State.FINE,
    HTTP + "/fine#/nosuch": State.FINE,
    HTTP + "/fine.pdf#page=2": State.FINE,
    HTTP + "/to-place#nosuch": State.REDIRECTED,
    HTTP + "/to-no-place": State.PLACE_MISSING,
    HTTP + "/redirected#nosuch": State.PLACE_MISSING,
    HTTP + "/long-page#nosuch": State.PARTLY_READ,
    HTTP + "/script-app#nosuch": State.NEEDS_SCRIPT,
    "http://mixed.test:{http}/fine": State.FINE,
    HTTP + "/cookie": State.FINE,
    HTTP + "/to-itself": State.REDIRECT_LOOP,
    HTTP + "/refreshed": State.REDIRECTED,
    HTTP + "/challenge-200": State.BLOCKED,
    HTTP + "/challenge-503": State.BLOCKED,
    HTTP + "/much-later": State.RATE_LIMITED,
    HTTP + "/long-page": State.PARTLY_READ,
    HTTP + "/long-missing": State.SOFT_404,
    HTTP + "/endless-text": State.TOO_LARGE,
    HTTP + "/robots-refused": State.BLOCKED,
    HTTP + "/wall-401": State.BLOCKED,
    HTTP + "/wall-429": State.BLOCKED,
    HTTP + "/refused-401": State.FORBIDDEN,
    HTTP + "/slow.pdf": State.TOO_SLOW,
    HTTP + "/short.pdf": State.WRONG_LENGTH,
    HTTP + "/unsized.pdf": State.UNREAD,
    HTTP + "/two-lengths": State.BAD_ANSWER,
    HTTP + "/news/17": State.SOFT_404,
    HTTP + "/news/18": State.SOFT_404,
    HTTP + "/soft-404-english": State.SOFT_404,
    HTTP + "/to-login": State.LOGIN_WALL,
    HTTP + "/members": State.LOGIN_WALL,
    HTTP + "/unauthorised": State.LOGIN_WALL,
    "http://drive.google.com:{http}/share": State.PERMISSION_WALL,
    "https://good.test:{self_signed_expired}/fine": State.TLS_EXPIRED,
    HTTP + "/cut-chunk": State.RESET,
    HTTP + "/hang-up": State.RESET,
    HTTP + "/page-as-html.pdf": State.WRONG_TYPE,
    HTTP + "/pdf-as-page": State.WRONG_TYPE,
    HTTP + "/page.docx": State.WRONG_TYPE,
    HTTP + "/blank-page": State.EMPTY,
    HTTP + "/no-content": State.EMPTY,
    HTTP + "/broken-gzip": State.BAD_ENCODING,
    HTTP + "/cut-gzip": State.BAD_ENCODING,
    HTTP + "/brotli": State.BAD_ENCODING,
    HTTP + "/circle": State.REDIRECT_LOOP,
    HTTP + "/to-metadata": State.PRIVATE_ADDRESS,
    HTTP + "/to-inside": State.PRIVATE_ADDRESS,
    "http://10.0.0.1/": State.PRIVATE_ADDRESS,
    "http://[::ffff:192.168.0.1]/": State.PRIVATE_ADDRESS,
    "http://inside.test/": State.PRIVATE_ADDRESS,
    HTTP + "/to-app": State.NOT_HTTP,
    "ftp://127.0.0.1/plan.pdf": State.NOT_HTTP,
    HTTP + "/last-year": State.WRONG_YEAR,
}
ALL = TABLE | FURTHER
HOSTS = {"inside.test": ["10.0.0.1", "192.168.1.1"], "mixed.test": ["10.0.0.1", "127.0.0.1"], "nowhere.test": None}
LIMITS = Limits(
    per_host=64, in_all=64, apart=0, deadline=4, connect=1, read=1.5, retries=1, back_off=0.05, longest_wait=2
)


async def resolve(host: str, port: int) -> list[str]:
    """Names of the tests; an address of the net stays what it is, any other name is this machine."""
    if host in HOSTS:
        if (found := HOSTS[host]) is None:
            raise UnknownHostError(host)
        return found
    return await find_addresses(host, port) if host[0].isdigit() or ":" in host else ["127.0.0.1"]


def access_to_tests() -> Access:
    """Loopback counts as public, and the authority of the tests is trusted; no other private network is."""
    context = trusted_context()
    context.load_verify_locations(CERTIFICATES / "authority.pem")
    return Access((parse_network("127.0.0.0/8"),), resolve, context)


def stretch() -> float:
    """The number of times longer than alone that something takes at the moment, while others use the machine too."""
    start, own = time.monotonic(), time.process_time()
    while time.process_time() - own < 0.3:
        pass
    return (time.monotonic() - start) / 0.3


@pytest.fixture(scope="module")
def seen():
    """The verdict on every address of the tables, from one run, with the server and the seconds it took.

    The seconds are those of a machine that has nothing else to do.
    """
    verdicts: dict[str, Verdict] = {}
    with Server() as server:
        addresses = {way: way.format(**server.ports) for way in ALL}
        links = [Expected(url, (THIS_YEAR,)) for url in addresses.values()]
        settings = Settings("https://ita.example.go.th/", LIMITS, access_to_tests())
        busy, start = stretch(), time.monotonic()
        asyncio.run(ask_links(links, settings, lambda one: verdicts.__setitem__(one.url, one)))
        took = (time.monotonic() - start) / max(busy, stretch())
    return {way: verdicts[url] for way, url in addresses.items()}, server, took


def test_every_state_has_a_way_of_misbehaving():
    """Each state of the closed set is reached by a way of its own; only what was never asked is not."""
    assert list(TABLE.values()) == [state for state in State if state is not State.NOT_CHECKED]


@pytest.mark.parametrize("way", ALL)
def test_each_way_is_known_from_every_other(way, seen):
    """A behaviour of a server leads to the one state that names it."""
    verdict = seen[0][way]
    assert verdict.state == ALL[way], verdict.values


def test_the_run_keeps_its_deadline(seen):
    """Silent, slow and endless servers hold nothing up for longer than their tries and pauses together."""
    assert seen[2] < 15


def test_a_head_that_lies_is_remembered(seen):
    """That HEAD was answered 404 is next to the verdict, which rests on GET."""
    assert seen[0][HTTP + "/head-404.docx"].values["head"] == "404"
    methods = [one.method for one in seen[1].asked if one.path == "/head-404.docx"]
    assert methods == ["HEAD", "GET"]


def test_pages_are_asked_once(seen):
    """Pages are read in any case, so their head is not asked for first."""
    assert [one.method for one in seen[1].asked if one.path == "/undated"] == ["GET"]


def test_a_server_that_asks_for_patience_gets_it(seen):
    """Retry-After is kept to before the second try, and a wait that is too long is not waited for."""
    times = [one for one in seen[1].asked if one.path == "/patience"]
    assert [one.count for one in times] == [1, 2]
    assert times[1].at - times[0].at > 0.9
    assert seen[0][HTTP + "/patience"].values["tries"] == "2"
    assert len([one for one in seen[1].asked if one.path == "/much-later"]) == 1


def test_no_request_reaches_a_private_address(seen):
    """A private address is refused before a byte is sent; what is refused is named."""
    assert seen[0][HTTP + "/to-private"].values["found"] == "10.0.0.1"
    assert not [one for one in seen[1].asked if "secret" in one.path or "meta-data" in one.path]


def test_the_program_says_who_it_is(seen):
    """Every request names the program and the website in whose name it asks."""
    agents = {one.headers["user-agent"] for one in seen[1].asked}
    assert len(agents) == 1
    assert agents.pop().endswith("(+https://ita.example.go.th/)")


def test_the_years_that_were_found_are_named(seen):
    """A verdict on the year gives the years of the content and the one that is due."""
    verdict = seen[0][HTTP + "/report-2565.pdf"]
    assert (verdict.years, verdict.values["due"]) == ((LAST_YEAR,), str(THIS_YEAR))


def test_a_whole_body_has_its_hash(seen):
    """A body that was read whole is fingerprinted, one that was cut off is not."""
    assert len(seen[0][HTTP + "/fine.pdf"].sha256) == 64
    assert seen[0][HTTP + "/endless-body"].sha256 == seen[0][HTTP + "/reset"].sha256 == ""
