"""The target of an address, read as browsers read it: blanks, capitals, backslashes and other schemes included."""

from __future__ import annotations

import re
from typing import Literal

Verdict = Literal["own", "foreign", "script"]
NOBODY: frozenset[str] = frozenset()
_AROUND = "".join(map(chr, range(33)))  # browsers drop these around an address, and the next three anywhere in it
_DROPPED = str.maketrans("", "", "\t\n\r")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_WEB = {"http", "https", "ws", "wss", "ftp"}
_RUN = {"javascript", "vbscript"}


def judge_address(text: str, own_hosts: frozenset[str] = NOBODY, *, data: bool = False) -> Verdict:
    """Judge whether an address is on the own website, leads elsewhere or runs; `data` where `data:` holds no page.

    `own_hosts` are names with their port, in small letters. Source: the URL standard of the WHATWG.
    """
    address = text.strip(_AROUND).translate(_DROPPED)
    named = _SCHEME.match(address)
    scheme = named[1].lower() if named else ""
    if scheme in _RUN:
        return "script"
    if scheme in {"", "about"} or (scheme == "data" and data):
        return "own" if not _names_host(address) or _host(address) in own_hosts else "foreign"
    is_own = scheme in _WEB and _host(address[len(scheme) + 1 :]) in own_hosts
    return "own" if is_own else "foreign"


def _names_host(address: str) -> bool:
    return len(address) > 1 and address[0] in "/\\" and address[1] in "/\\"


def _host(rest: str) -> str:
    """The host and port of what follows a scheme; however many slashes, of whichever kind, are before it."""
    return re.split(r"[/\\?#]", rest.lstrip("/\\"), maxsplit=1)[0].rpartition("@")[2].lower()
