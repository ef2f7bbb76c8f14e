"""Web addresses as a client sends them: host in ASCII, path in percent codes, redirects joined."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote, urljoin, urlsplit

import idna

_PORTS = {"http": 80, "https": 443}
_SAFE_PATH = "/%:@!$&'()*+,;=~-._"
_SAFE_QUERY = _SAFE_PATH + "?"


class NotWebError(ValueError):
    """The address is none of http or https."""


@dataclass(frozen=True)
class WebAddress:
    """The parts of an address that a request needs; `target` is path and query, percent-encoded."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port as the header Host states them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"


def parse_address(text: str) -> WebAddress:
    """The address in a text; raises NotWebError for any other scheme or what is no address.

    A name and password in front of the host are left out: they are never sent.
    """
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        raise NotWebError(text) from None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not host:
        raise NotWebError(text)
    target = quote(parts.path or "/", safe=_SAFE_PATH)
    if parts.query:
        target += "?" + quote(parts.query, safe=_SAFE_QUERY)
    return WebAddress(scheme, _ascii_host(host, text), port or _PORTS[scheme], target)


def _ascii_host(host: str, text: str) -> str:
    if host.isascii():
        return host.rstrip(".").lower()
    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        raise NotWebError(text) from None


def join_address(base: WebAddress, location: str) -> WebAddress:
    """The target of a redirect from `base`; raises NotWebError where that is no web address."""
    try:
        return parse_address(urljoin(str(base), location.strip()))
    except ValueError:
        raise NotWebError(location) from None


def readable(address: str) -> str:
    """The address with Thai letters instead of percent codes, for people."""
    try:
        return unquote(address, errors="strict")
    except UnicodeDecodeError:
        return address


def extension_of(address: str) -> str:
    """The ending of the file that an address names, in lower case without its dot, or an empty text."""
    name = unquote(urlsplit(address).path).rpartition("/")[2]
    stem, dot, ending = name.rpartition(".")
    return ending.lower() if dot and stem and ending.isalnum() and len(ending) <= 5 else ""
