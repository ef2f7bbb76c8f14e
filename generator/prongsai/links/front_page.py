"""Front pages of websites, known by any of the addresses that they have."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

_WORDS = "th|en|tha|eng|thai|english|home|homepage|main|mainpage|frontpage|intro|welcome|index|default|site|web|public"
_PATH = re.compile(rf"(?:/+(?:{_WORDS})(?:\.(?:php|html?|aspx?|jsp|cfm))?)*/*", re.IGNORECASE)
# What is added to an address on its way through other websites, or chooses the language: it leads to no other page.
_ADDED = re.compile(
    r"utm_\w+|fbclid|gclid|yclid|msclkid|mc_[ce]id|igshid|_gl|_ga|ref|source|lang|language|hl|locale|phpsessid|jsessionid"
    r"|openexternalbrowser",
    re.IGNORECASE,
)


def is_front_page(address: str, base: str = "") -> bool:
    """True if an address leads to the front page of its host, or of the website at `base` on that host.

    A name for the front page, tracking and the choice of a language make no other page of it; a fragment does.
    """
    try:
        parts, home = urlsplit(address), urlsplit(base)
    except ValueError:
        return False
    path, folder = parts.path or "/", home.path.rstrip("/")
    if folder and bare_host(parts.hostname) == bare_host(home.hostname) and f"{path}/".startswith(f"{folder}/"):
        path = path.removeprefix(folder) or "/"
    added = all(_ADDED.fullmatch(name) for name, _ in parse_qsl(parts.query, keep_blank_values=True))
    return added and not parts.fragment and _PATH.fullmatch(path) is not None


def bare_host(host: str | None) -> str:
    """A host in small letters without its `www.`, which most websites answer to as well."""
    return (host or "").casefold().rstrip(".").removeprefix("www.")
