"""One request to one address: no redirect followed, no cookie kept, no more read than the bound."""

from __future__ import annotations

import asyncio
import errno
import hashlib
import re
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import httpcore

from prongsai.links.decode import Decoder, EncodingError
from prongsai.links.kinds import kind_of
from prongsai.links.network import (
    Access,
    PrivateAddressError,
    ResolverSilentError,
    UnknownHostError,
    Wire,
    certificate_is_expired,
)
from prongsai.links.politeness import Limits
from prongsai.links.seen import Kind, State
from prongsai.links.web_address import NotWebError, WebAddress

Fault = tuple[State, str]
# Codes of OpenSSL's verification (x509_vfy.h) that have a state of their own.
_CERTIFICATES = {
    10: State.TLS_EXPIRED,
    18: State.TLS_SELF_SIGNED,
    19: State.TLS_SELF_SIGNED,
    20: State.TLS_CHAIN,
    21: State.TLS_CHAIN,
    62: State.TLS_WRONG_HOST,
    64: State.TLS_WRONG_HOST,
}
_OWN: tuple[tuple[type[Exception], State], ...] = (
    (PrivateAddressError, State.PRIVATE_ADDRESS),
    (UnknownHostError, State.DNS_FAULT),
    (ResolverSilentError, State.NOT_CHECKED),
    (NotWebError, State.NOT_HTTP),
    (EncodingError, State.BAD_ENCODING),
    (httpcore.TimeoutException, State.TIMEOUT),
)
_LENGTH = re.compile(r"received (\d+) bytes, expected (\d+)")
_GONE_ERRORS = {errno.ECONNRESET, errno.EPIPE, errno.ECONNABORTED}


def explain_failure(failure: Exception) -> Fault:
    """The state that an exception stands for, with its particulars."""
    for kind, state in _OWN:
        if isinstance(failure, kind):
            return state, str(failure)
    chain = list(_causes(failure))
    tls = next((one for one in chain if isinstance(one, ssl.SSLError)), None)
    if isinstance(tls, ssl.SSLCertVerificationError):
        return _CERTIFICATES.get(tls.verify_code, State.TLS_FAULT), tls.verify_message
    return (State.TLS_FAULT, str(tls)) if tls is not None else _explain_network(failure, chain)


def _explain_network(failure: Exception, chain: list[BaseException]) -> Fault:
    if isinstance(failure, httpcore.ConnectError):
        return _explain_connect(failure, chain)
    if isinstance(failure, httpcore.RemoteProtocolError):
        return _explain_protocol(str(failure))
    if isinstance(failure, httpcore.NetworkError):
        return State.RESET, str(failure)
    if isinstance(failure, httpcore.LocalProtocolError):
        return State.NOT_HTTP, str(failure)
    raise failure


def _causes(failure: BaseException) -> Iterator[BaseException]:
    one: BaseException | None = failure
    seen: set[int] = set()
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield one
        if isinstance(one, BaseExceptionGroup) and one.exceptions:
            yield from _causes(one.exceptions[0])
        one = one.__cause__ or one.__context__


def _explain_connect(failure: Exception, chain: list[BaseException]) -> Fault:
    """Cut off while TLS was agreed on is a reset; anything else did not let us in at all."""
    numbers = {one.errno for one in chain if isinstance(one, OSError)}
    names = {type(one).__name__ for one in chain}
    if numbers & _GONE_ERRORS or names & {"BrokenResourceError", "EndOfStream"}:
        return State.RESET, str(failure)
    return State.REFUSED, str(failure)


def _explain_protocol(message: str) -> Fault:
    if found := _LENGTH.search(message):
        return State.WRONG_LENGTH, f"{found[1]}/{found[2]}"
    if "disconnected" in message or "incomplete" in message:
        return State.RESET, message
    return (State.NOT_HTTP if "status line" in message else State.BAD_ANSWER), message


_KEPT_HEADERS = {"location", "content-type", "content-length", "content-encoding", "etag", "retry-after", "date"}
_KEPT_HEADERS |= {"last-modified", "www-authenticate"}
_KEPT_HEADERS |= {"cf-mitigated", "x-datadome", "x-sucuri-block", "x-amzn-waf-action", "set-cookie"}
_ERROR_BODY = 100_000  # bytes of an error page that are read
_HTML_BODY = 2_000_000  # bytes of a page that are kept for reading
_BOMB = 50  # times as much decoded as sent; pages reach 10
_NO_BODY = {204, 205, 304}
_DOUBTED = {State.TLS_SELF_SIGNED, State.TLS_CHAIN}


@dataclass
class Reply:
    """The reply to a request; `body` is kept for pages and PDF, or as `Limits` say; `is_cut`: more came than kept."""

    address: WebAddress
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    fault: State | None = None
    detail: str = ""
    kind: Kind = ""
    size: int = 0
    sha256: str = ""
    body: bytes = b""
    is_cut: bool = False

    @property
    def media_type(self) -> str:
        """The stated type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def stated_size(self) -> int | None:
        """The size that the server states, in bytes."""
        stated = self.headers.get("content-length", "").strip()
        return int(stated) if stated.isascii() and stated.isdigit() and len(stated) < 16 else None

    @property
    def leads_to(self) -> str:
        """The target of a redirect, or an empty text."""
        return self.headers.get("location", "") if self.status in {301, 302, 303, 307, 308} else ""


async def ask(
    method: str, address: WebAddress, headers: Mapping[str, str], seconds: float, access: Access, limits: Limits
) -> Reply:
    """Send one request; whatever goes wrong within `seconds` is a fault of the answer."""
    answer, wire = Reply(address), Wire(access)
    try:
        async with asyncio.timeout(seconds):
            await _exchange(method, answer, headers, wire, access, limits)
    except TimeoutError:
        answer.fault = State.TOO_SLOW if wire.received else State.TIMEOUT
    except Exception as failure:  # noqa: BLE001  explain_failure raises what is not of the network
        answer.fault, answer.detail = explain_failure(failure)
        if answer.fault in _DOUBTED and await certificate_is_expired(
            access, address.host, address.port, limits.connect
        ):
            answer.fault = State.TLS_EXPIRED
    if answer.fault is not None:
        if not (limits.keep_bodies and answer.fault is State.TOO_LARGE):
            answer.body = b""
        if wire.start and not b"HTTP/".startswith(wire.start[:5]):
            answer.fault, answer.detail = State.NOT_HTTP, ""
    return answer


async def _exchange(
    method: str, answer: Reply, headers: Mapping[str, str], wire: Wire, access: Access, limits: Limits
) -> None:
    address = answer.address
    url = httpcore.URL(
        scheme=address.scheme.encode(),
        host=address.host.encode(),
        port=address.port,
        target=address.target.encode(),
    )
    timeouts = {"connect": limits.connect, "read": limits.read, "write": limits.read, "pool": limits.connect}
    sent = [("Host", address.authority), *headers.items(), ("Connection", "close")]
    request = httpcore.Request(
        method,
        url,
        headers=[(name.encode(), value.encode()) for name, value in sent],
        extensions={"timeout": timeouts},
    )
    async with httpcore.AsyncHTTPConnection(url.origin, ssl_context=access.tls, network_backend=wire) as connection:
        response = await connection.handle_async_request(request)
        answer.status, answer.headers = response.status, _kept(response.headers)
        try:
            if method != "HEAD" and response.status not in _NO_BODY and not answer.leads_to:
                await _read_body(answer, response, limits)
        finally:
            await response.aclose()


def _kept(headers: list[tuple[bytes, bytes]]) -> dict[str, str]:
    """The headers that matter, by their names in lower case; the first of each, and every cookie."""
    kept: dict[str, str] = {}
    for raw_name, raw in headers:
        name = raw_name.decode("latin-1").lower()
        if name not in _KEPT_HEADERS:
            continue
        try:
            value = raw.decode("utf-8")
        except UnicodeDecodeError:
            value = raw.decode("latin-1")
        kept[name] = f"{kept[name]}\n{value}" if name == "set-cookie" and name in kept else kept.get(name, value)
    return kept


async def _read_body(answer: Reply, response: httpcore.Response, limits: Limits) -> None:
    is_error = answer.status >= 400
    bound = _ERROR_BODY if is_error else limits.body
    decoder = Decoder(answer.headers.get("content-encoding", ""))
    kept, digest, raw_size = bytearray(), hashlib.sha256(), 0
    async for raw in response.aiter_stream():
        raw_size += len(raw)
        for piece in decoder.decode(raw):
            _keep_piece(answer, piece, kept, limits)
            digest.update(piece)
            if answer.size > bound or raw_size > bound:
                answer.body = bytes(kept)
                if answer.size > raw_size * _BOMB:
                    raise EncodingError(f"{raw_size}/{answer.size}")
                answer.is_cut = True
                is_enough = is_error or (answer.kind == "html" and not limits.keep_bodies)
                answer.fault = None if is_enough else State.TOO_LARGE
                return
        states_more = (answer.stated_size or 0) > bound and answer.kind == "pdf"
        if states_more and not is_error and not limits.keep_bodies:
            answer.fault = State.TOO_LARGE  # it says so itself: the rest need not be fetched
            return
    if not decoder.is_whole:
        raise EncodingError("cut")
    answer.body, answer.sha256 = bytes(kept), digest.hexdigest()


def _keep_piece(answer: Reply, piece: bytes, kept: bytearray, limits: Limits) -> None:
    """Count a piece, learn the kind from the first ones, and keep what will be read."""
    answer.size += len(piece)
    if len(kept) < 2048 or answer.kind == "":
        answer.kind = kind_of(bytes(kept[:2048]) + piece[:2048], answer.media_type)
    usual = {"html": _HTML_BODY, "pdf": limits.body, "": 4096}.get(answer.kind, 2048)
    room = (limits.body if limits.keep_bodies else usual) - len(kept)
    if room > 0:
        kept += piece[:room]
    answer.is_cut = answer.is_cut or len(piece) > room
