"""Whose website an address is: its host, the domain that its owner registered, and whether the public can reach it."""

from __future__ import annotations

import ipaddress
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

# Names that no public name server answers for: RFC 6761, RFC 6762, RFC 8375 and what routers give at home and at work.
_PRIVATE_ENDINGS = {"example", "home", "internal", "intranet", "invalid", "lan", "local", "localhost", "test"}


def host_of(address: str) -> str:
    """The host of a web address in small letters, without port and final dot; empty where there is none."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.casefold().rstrip(".")


def own_domain(address: str) -> str:
    """The domain that the owner of a web address registered, as amphoe.go.th; a host of numbers stands for itself.

    Names in Thai letters and their ASCII form (xn--) give the same domain. Source: the public suffix list.
    """
    host = _ascii(host_of(address))
    if not host or _number(host) is not None:
        return host
    return _suffixes().privatesuffix(host) or host


def is_public_host(host: str) -> bool:
    """Whether the public can reach a host of that name or number at all; nothing is asked of the network."""
    number = _number(host)
    if number is not None:
        return number.is_global and not number.is_multicast
    labels = host.split(".")
    return len(labels) > 1 and labels[-1] not in _PRIVATE_ENDINGS and not labels[-1].isdigit() and labels[-2:] != _HOME


_HOME = ["home", "arpa"]


def _number(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _ascii(host: str) -> str:
    """The ASCII form of a name, label by label; a label that has none stays as it is."""
    return ".".join(_ascii_label(label) for label in host.split("."))


def _ascii_label(label: str) -> str:
    try:
        return label if label.isascii() else label.encode("idna").decode("ascii")
    except UnicodeError:
        return label


@cache
def _suffixes() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()
