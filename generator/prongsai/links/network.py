"""The way to the outer web: names are resolved here, private addresses refused before a byte is sent, bytes counted."""

from __future__ import annotations

import asyncio
import socket
import ssl
import typing
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field

import certifi
import httpcore

from prongsai.web import Network, is_public

Resolve = Callable[[str, int], Awaitable[list[str]]]
_START = 5  # bytes by which an answer of HTTP is known
_EXPIRED = 10  # X509_V_ERR_CERT_HAS_EXPIRED


class PrivateAddressError(Exception):
    """The name stands for private addresses only; its text names one."""


class UnknownHostError(Exception):
    """The name stands for no address."""


class ResolverSilentError(Exception):
    """Nobody answered what the name stands for: this machine may be offline."""


async def find_addresses(host: str, port: int) -> list[str]:
    """Every IP address of a host, as the system's resolver gives them; an IP address gives itself."""
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as failure:
        silent = failure.errno == socket.EAI_AGAIN
        raise (ResolverSilentError if silent else UnknownHostError)(str(failure)) from None
    except (OSError, UnicodeError) as failure:
        raise UnknownHostError(str(failure)) from None
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def trusted_context() -> ssl.SSLContext:
    """Certificates are checked against what the system trusts and what browsers trust."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


@dataclass(frozen=True)
class Access:
    """Access to the web: which private networks are allowed, who resolves names, whom TLS trusts."""

    allowed: tuple[Network, ...] = ()
    resolve: Resolve = find_addresses
    tls: ssl.SSLContext = field(default_factory=trusted_context)


class CountingStream(httpcore.AsyncNetworkStream):
    """A connection that reports to its wire how many bytes came, and with which they began."""

    def __init__(self, stream: httpcore.AsyncNetworkStream, wire: Wire) -> None:
        self._stream, self._wire = stream, wire

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109  the interface of httpcore
        """Bytes from the server."""
        got = await self._stream.read(max_bytes, timeout)
        self._wire.received += len(got)
        self._wire.start = (self._wire.start + got[:_START])[:_START]
        return got

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109  the interface of httpcore
        """Bytes to the server."""
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        """Close the connection."""
        await self._stream.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109  the interface of httpcore
    ) -> httpcore.AsyncNetworkStream:
        """The same connection, encrypted."""
        return CountingStream(await self._stream.start_tls(ssl_context, server_hostname, timeout), self._wire)

    def get_extra_info(self, info: str) -> typing.Any:
        """The known facts of the connection."""
        return self._stream.get_extra_info(info)


class Wire(httpcore.AsyncNetworkBackend):
    """Connects to public addresses only, and to the very address that was looked at.

    A name that stands for public and private addresses is reached at a public one; resolving and connecting are
    one step, so that the name cannot come to mean something else in between.
    """

    def __init__(self, access: Access) -> None:
        self._access = access
        self._tcp = httpcore.AnyIOBackend()
        self.received = 0
        self.start = b""

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  the interface of httpcore
        local_address: str | None = None,
        socket_options: Iterable[typing.Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to the first public address of the host that accepts one."""
        found = await self._access.resolve(host, port)
        public = [one for one in found if is_public(one, self._access.allowed)]
        if not public:
            raise PrivateAddressError(found[0]) if found else UnknownHostError(host)
        failure: Exception | None = None
        for address in public[:2]:
            try:
                stream = await self._tcp.connect_tcp(address, port, timeout, local_address, socket_options)
                return CountingStream(stream, self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as refused:
                failure = refused
        raise failure or httpcore.ConnectError(host)


async def certificate_is_expired(access: Access, host: str, port: int, seconds: float) -> bool:
    """True if a certificate that nobody vouches for has also run out, which is then the plainer thing to say.

    The certificate is taken without trust, then trusted by itself: what is still wrong with it is its own.
    """
    try:
        shown = await _shown_certificate(access, host, port, seconds)
        alone = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        alone.check_hostname = False
        alone.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
        alone.load_verify_locations(cadata=shown)
        await (await (await Wire(access).connect_tcp(host, port, seconds)).start_tls(alone, host, seconds)).aclose()
    except Exception as failure:  # noqa: BLE001  a second look that fails only gives us less
        cause = failure.__cause__ or failure.__context__
        return isinstance(cause, ssl.SSLCertVerificationError) and cause.verify_code == _EXPIRED
    return False


async def _shown_certificate(access: Access, host: str, port: int, seconds: float) -> bytes:
    trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trusting.check_hostname = False
    trusting.verify_mode = ssl.CERT_NONE  # nothing is sent over this connection
    stream = await (await Wire(access).connect_tcp(host, port, seconds)).start_tls(trusting, host, seconds)
    shown: bytes = stream.get_extra_info("ssl_object").getpeercert(binary_form=True)
    await stream.aclose()
    return shown
