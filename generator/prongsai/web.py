"""Web addresses: whose website they are, and which hosts and networks the public can reach."""

from __future__ import annotations

from functools import cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
_NAT64 = IPv6Network("64:ff9b::/96")
# Names that no public name server answers for: RFC 6761, RFC 6762, RFC 8375 and what routers give at home and at work.
_PRIVATE_ENDINGS = {"example", "home", "internal", "intranet", "invalid", "lan", "local", "localhost", "test"}
_HOME = ["home", "arpa"]


def host_of(address: str) -> str:
    """The host of a web address in small letters, without port and final dot; empty where there is none."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.casefold().rstrip(".")


def is_on_the_web(target: str) -> bool:
    """True if the target of a link is an address of the web, not a path of the site."""
    return target.startswith(("https://", "http://"))


def whole_address(target: str, site_url: str) -> str:
    """The target of a link with the address of the site before it, if it is a path and that address is known."""
    return f"{site_url.rstrip('/')}{target}" if target.startswith("/") and site_url else target


def is_address_itself(text: str, target: str) -> bool:
    """True if the words of a link are the address to which it leads, with or without https:// and the last stroke."""
    return _bare(text) == _bare(target)


def _bare(address: str) -> str:
    return address.strip().removeprefix("https://").removeprefix("http://").rstrip("/")


def without_login(address: str) -> str:
    """A web address without the name and password that it may carry, and without its query; else as it was written."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()


def own_domain(address: str) -> str:
    """The domain that the owner of a web address registered, as amphoe.go.th; a host of numbers is its own domain.

    Names in Thai letters and their ASCII form (xn--) give the same domain. Source: the public suffix list.
    """
    host = _ascii(host_of(address))
    if not host or _is_number(host):
        return host
    return _suffixes(in_ascii="xn--" in host).privatesuffix(host) or host


def is_public_host(host: str) -> bool:
    """True if the public can reach a host of that name or number at all; nothing is asked of the network."""
    if _is_number(host):
        return is_public(host)
    labels = host.split(".")
    return len(labels) > 1 and labels[-1] not in _PRIVATE_ENDINGS and not labels[-1].isdigit() and labels[-2:] != _HOME


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _ascii(host: str) -> str:
    """The ASCII form of a name, label by label; a label that has none stays as it is."""
    return ".".join(_ascii_label(label) for label in host.split("."))


def _ascii_label(label: str) -> str:
    try:
        return label if label.isascii() else label.encode("idna").decode("ascii")
    except UnicodeError:
        return label


@cache
def _suffixes(*, in_ascii: bool) -> PublicSuffixList:
    """The list; to write all its names in ASCII takes long, and few hosts need it."""
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(accept_encoded_idn=in_ascii)


def is_public(text: str, allowed: tuple[Network, ...] = ()) -> bool:
    """True if an IP address may be asked: it is global, or is in one of the `allowed` networks.

    An IPv6 address that only wraps an IPv4 one (mapped, 6to4, NAT64, Teredo) is as public as what it wraps.
    """
    address = ip_address(text.partition("%")[0])
    if any(address.version == network.version and address in network for network in allowed):
        return True
    wrapped = _wrapped(address)
    if wrapped is not None:
        return is_public(str(wrapped), allowed)
    return address.is_global and not address.is_multicast and not address.is_reserved


def _wrapped(address: Address) -> IPv4Address | None:
    if not isinstance(address, IPv6Address):
        return None
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def parse_network(text: str) -> Network:
    """A network such as 10.1.0.0/16; raises ValueError where it is none."""
    return ip_network(text.strip(), strict=False)
