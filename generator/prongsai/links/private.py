"""Which internet addresses are public: only these are ever connected to."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
_NAT64 = IPv6Network("64:ff9b::/96")


def is_public(text: str, allowed: tuple[Network, ...] = ()) -> bool:
    """Whether an IP address may be asked: it is global, or lies in one of the `allowed` networks.

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
