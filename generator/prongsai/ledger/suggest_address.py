"""Say what in the site gave an address, which others are nearly as typed, and how one is typed behind a command."""

from __future__ import annotations

import difflib
import re

from prongsai.addresses import KINDS, file_of, subject_of
from prongsai.ledger.follow_redirects import Addresses


def origin_of(path: str) -> str:
    """What in the site's folder gave an address, as a file and what to look for in it."""
    page, _, fragment = path.partition("#")
    subject = subject_of(page)
    kind = KINDS[subject.kind]
    of_year = re.fullmatch("y([0-9]{4})", fragment)
    if of_year and not kind.in_year:
        return f"data/{of_year[1]}/"
    part = kind.part or ("data/{year}/ (#{name})" if kind.in_year else kind.origin or "data/ (#{name})")
    if origin := part if fragment else kind.origin:
        file, name, code = file_of(subject), fragment or subject.key, subject.key.upper()
        return origin.format(year=subject.year, key=subject.key, file=file, name=name, code=code)
    return f"content{page.rstrip('/') or '/index'}.md" if page.endswith("/") else f"content{page}"


def find_near(path: str, addresses: Addresses) -> list[str]:
    """A few addresses that exist and are nearly as typed."""
    return difflib.get_close_matches(path, sorted(addresses.declared), n=3, cutoff=0.6)


def quote_argument(text: str) -> str:
    """An address as one argument of a command, in the shells of Windows, Linux and macOS."""
    if re.fullmatch(r"[A-Za-z0-9/._-]+", text):
        return text
    return f'"{text}"' if not re.search(r"[$`!]", text) else f"'{text}'"
