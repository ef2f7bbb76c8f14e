"""One link from its address to what it shows: hops followed and checked, tries repeated, all within a deadline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime
from urllib.parse import unquote

from prongsai.links.kinds import promised_kinds
from prongsai.links.network import Access
from prongsai.links.politeness import Clock, Limits, Manners
from prongsai.links.reader import Reader
from prongsai.links.request import Reply, ask
from prongsai.links.seen import PASSING, Content, Expected, Hop, Seen, State
from prongsai.links.web_address import NotWebError, WebAddress, extension_of, join_address, parse_address

# Faults that a second request of another method would only meet again.
_CERTAIN = {State.DNS_FAULT, State.NOT_CHECKED, State.PRIVATE_ADDRESS, State.REFUSED, State.NOT_HTTP}
_CERTAIN |= {State.TLS_EXPIRED, State.TLS_SELF_SIGNED, State.TLS_WRONG_HOST, State.TLS_FAULT, State.TLS_CHAIN}
_HEAD_SECONDS = 5.0
_LONGEST_COOKIES = 4096  # characters
_TAIL = 2048  # bytes in which readers look for the mark at the end of a PDF


@dataclass(frozen=True)
class Client:
    """The tools of asking: the way to the web, politeness, time, the reader of bodies and the name we give."""

    access: Access
    limits: Limits
    manners: Manners
    clock: Clock
    reader: Reader
    agent: str


@dataclass
class _Walk:
    """One link under way: the seconds left, the hops so far, the cookies and the fragment that a chain hands on."""

    left: float
    hops: list[Hop] = field(default_factory=list)
    cookies: dict[str, dict[str, str]] = field(default_factory=dict)
    head_status: int = 0
    fragment: str = ""


async def fetch_link(expected: Expected, client: Client) -> Seen:
    """The result of following a link; faults that may pass are asked again, with growing pauses."""
    left = client.limits.deadline
    tries = 0
    while True:
        way = _Walk(left, fragment=expected.url.partition("#")[2])
        seen = replace(await _walk(expected, client, way), tries=tries + 1)
        left, tries = way.left, tries + 1
        if not _may_pass(seen) or tries > client.limits.retries or left <= 0:
            return seen
        wait = _asked_wait(seen.headers)
        if wait is not None and wait > client.limits.longest_wait:
            return seen
        if wait is not None:
            client.manners.postpone(parse_address(seen.final).host, wait)
        await client.clock.sleep(client.manners.back_off(tries - 1) if wait is None else wait)


def _may_pass(seen: Seen) -> bool:
    return seen.fault in PASSING or seen.status == 429 or (seen.fault is None and 500 <= seen.status < 600)


def _asked_wait(headers: Mapping[str, str]) -> float | None:
    """The seconds that the server asks to wait (Retry-After), or None."""
    stated = headers.get("retry-after", "").strip()
    if stated.isascii() and stated.isdigit() and len(stated) < 9:
        return float(stated)
    try:
        return max(0.0, (parsedate_to_datetime(stated) - parsedate_to_datetime(headers["date"])).total_seconds())
    except (KeyError, TypeError, ValueError):
        return None


async def _walk(expected: Expected, client: Client, way: _Walk) -> Seen:
    """Follow an address to where it ends."""
    try:
        address = parse_address(expected.url)
    except NotWebError as failure:
        return Seen(expected.url, expected.url, fault=State.NOT_HTTP, detail=str(failure))
    if (short := await _try_head(expected, address, client, way)) is not None:
        return _seen(expected, short, way, None)
    visited = {str(address)}
    while True:
        answer, content = await _ask("GET", address, client, way)
        new_cookies = _take_cookies(way, answer)
        leads_to = answer.leads_to or (content.refresh if content and answer.fault is None else "")
        if not leads_to:
            return _seen(expected, answer, way, content)
        try:
            following = join_address(address, leads_to)
        except NotWebError:
            return replace(_seen(expected, answer, way, None), fault=State.NOT_HTTP, detail=leads_to)
        if str(following) == str(address) and not answer.leads_to:
            return _seen(expected, answer, way, content)  # a page that reloads itself
        fragment = leads_to.partition("#")[2]
        way.hops.append(Hop(answer.status if answer.leads_to else 0, str(following), unquote(fragment)))
        way.fragment = fragment or (way.fragment if answer.leads_to else "")  # as browsers carry it on
        if len(way.hops) > client.limits.redirects or (str(following) in visited and not new_cookies):
            return replace(_seen(expected, answer, way, None), fault=State.REDIRECT_LOOP, final=str(following))
        visited.add(str(following))
        address = following


async def _try_head(expected: Expected, address: WebAddress, client: Client, way: _Walk) -> Reply | None:
    """The answer to HEAD where it suffices: a file whose text nobody needs, of the right type and not empty.

    Pages and PDF are read in any case, so that asking for their head would only be a second request.
    """
    ending = extension_of(expected.url)
    promised = promised_kinds(ending)
    if not promised or "pdf" in promised or client.limits.keep_bodies:
        return None
    answer, _ = await _ask("HEAD", address, client, way, _HEAD_SECONDS)
    way.head_status = answer.status
    if answer.fault in _CERTAIN:
        return answer
    is_page = answer.media_type in {"", "text/html", "application/xhtml+xml", "application/pdf"}
    if answer.fault is None and answer.status == 200 and not is_page and (answer.stated_size or 0) > 0:
        return replace(answer, kind=min(promised))
    return None


async def _ask(
    method: str, address: WebAddress, client: Client, way: _Walk, most: float = 1e9
) -> tuple[Reply, Content | None]:
    headers = {
        "User-Agent": client.agent,
        "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
        "Accept-Language": "th,en;q=0.5",
        "Accept-Encoding": "gzip, deflate",
    }
    if cookies := way.cookies.get(address.host):
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())[:_LONGEST_COOKIES]
    if way.left <= 0:
        return Reply(address, fault=State.TOO_SLOW), None
    async with client.manners.turn(address.host) as turn:
        start = client.clock.time()
        answer = await ask(method, address, headers, min(way.left, most), client.access, client.limits)
        way.left -= client.clock.time() - start
        turn.leave_host()
        return answer, await _read(answer, client, way.fragment)


def _take_cookies(way: _Walk, answer: Reply) -> bool:
    """Remember cookies for the rest of this chain: many servers set one and send the visitor round once."""
    known = way.cookies.setdefault(answer.address.host, {})
    before = dict(known)
    for line in answer.headers.get("set-cookie", "").split("\n"):
        name, equals, value = line.partition(";")[0].strip().partition("=")
        if equals and name.isascii() and value.isascii() and name.isprintable() and value.isprintable():
            known[name] = value
    return known != before


async def _read(answer: Reply, client: Client, fragment: str) -> Content | None:
    body = answer.body
    if not client.limits.keep_bodies:
        answer.body = b""
    if not body or answer.fault is not None or answer.kind not in {"html", "pdf"}:
        return None
    charset = answer.headers.get("content-type", "").lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    content = await client.reader.read(body, answer.kind, charset, fragment)
    if content.fault == "damaged" and not _is_whole(answer, body):
        return replace(content, fault="unread")
    return replace(content, complete=content.complete and not answer.is_cut)


def _is_whole(answer: Reply, body: bytes) -> bool:
    """True if a PDF is there to its end: a server that states no size may have stopped before it."""
    return answer.stated_size is not None or b"%%EOF" in body[-_TAIL:]


def _seen(expected: Expected, answer: Reply, way: _Walk, content: Content | None) -> Seen:
    return Seen(
        expected.url,
        str(answer.address),
        tuple(way.hops),
        answer.status,
        answer.headers,
        answer.fault,
        answer.detail,
        answer.kind,
        answer.size,
        answer.stated_size,
        answer.sha256,
        content,
        way.head_status,
        body=answer.body,
    )
