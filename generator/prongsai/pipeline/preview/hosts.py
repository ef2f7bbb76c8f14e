"""By which names the preview may be called: its own, so that no website can have its name mean this machine."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def name_address(host: str, port: int) -> str:
    """The address at which a browser on this machine opens what listens at `host`."""
    literal = _literal(host)
    if literal and ipaddress.ip_address(literal).is_unspecified:
        host = "::1" if ":" in literal else "127.0.0.1"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def is_own_host(header: str | None, host: str, local: tuple[str, int]) -> bool:
    """Whether a request's Host names who listens: `host` as it was given, or the end of the connection, `local`."""
    if not header or any(letter in header for letter in "@/?#\\ "):
        return False
    try:
        parts = urlsplit(f"//{header}")
        called, port = parts.hostname, parts.port
    except ValueError:
        return False
    return called is not None and (port or 80) == local[1] and _plain(called) in _names(host, local[0])


def _names(host: str, local: str) -> set[str]:
    end = _plain(local)
    names = {_plain(host), end}
    if ipaddress.ip_address(end).is_loopback:
        return names | _LOOPBACK
    own = socket.gethostname().lower()
    return names | {own, f"{own}.local"}


def _plain(name: str) -> str:
    """A name or number of a host in its one form."""
    return _literal(name) or name.lower()


def _literal(name: str) -> str:
    try:
        number = ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return ""
    return str(getattr(number, "ipv4_mapped", None) or number)
