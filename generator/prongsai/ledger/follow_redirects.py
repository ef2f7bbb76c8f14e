"""Follow what became of an address until something answers: what exists, or the page that says it was withdrawn."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from prongsai.addresses import KINDS, file_of, subject_of
from prongsai.ledger.rows import Ledger, Row


@dataclass(frozen=True)
class Addresses:
    """The addresses that exist now: paths and fragments.

    The fragments of `open_pages` (written by hand) are known only after the engine ran; until then they count as there.
    So does what is `waiting`: feeds, which are made only where the address of the site is known. `gaps` are the
    sections of years (`/2567/oit/`) whose data file is not there. `moved` are addresses by keys that were renamed in
    the rules of a year, each with the one that has its content now.
    """

    declared: frozenset[str]
    open_pages: frozenset[str] = frozenset()
    reserved: frozenset[str] = frozenset()
    gaps: frozenset[str] = frozenset()
    moved: Mapping[str, str] = field(default_factory=dict)

    def has(self, address: str) -> bool:
        """True if something is at an address."""
        is_there = address in self.declared or address in self.reserved
        return is_there or ("#" in address and address.partition("#")[0] in self.open_pages)


def settle_ledger(ledger: Ledger, addresses: Addresses) -> Ledger:
    """The ledger in which whatever was redirected or withdrawn and exists again is live: the real page wins.

    What went because a key was renamed in the rules of its year leads to where its content is now.
    """
    again = (row for row in ledger.rows if row.state != "live" and row.path in addresses.declared)
    changed = tuple(replace(row, state="live", to="", since="", reason="") for row in again)
    settled = ledger.with_rows(changed) if changed else ledger
    return follow_renamed(settled, addresses)


def follow_renamed(ledger: Ledger, addresses: Addresses, day: str = "") -> Ledger:
    """The ledger in which what went because a key was renamed is a redirect, since `day` (Buddhist Era) if given."""
    gone = (row for row in ledger.rows if row.state == "live" and row.path in addresses.moved)
    led = [row for row in gone if not addresses.has(row.path) and addresses.has(addresses.moved[row.path])]
    changed = tuple(replace(row, state="redirect", to=addresses.moved[row.path], since=day) for row in led)
    return ledger.with_rows(changed) if changed else ledger


def deciding_row(ledger: Ledger, row: Row) -> Row:
    """The row that decides over an address: its own, or that of its page when only that was moved or withdrawn."""
    page = ledger.by_path.get(row.page)
    decides = row.fragment and row.state == "live" and page is not None and page.state != "live"
    return page if page is not None and decides else row


def answer_of(ledger: Ledger, addresses: Addresses, path: str) -> str:
    """The address that answers in the end: one that exists or was withdrawn; empty when there is none.

    `ledger` is a settled one. A fragment whose page alone was redirected leads to the same one there.
    """
    seen: set[str] = set()
    while path not in seen:
        seen.add(path)
        if addresses.has(path):
            return path
        row = ledger.by_path.get(path)
        if row is None:
            return ""
        decisive = deciding_row(ledger, row)
        if decisive.state == "withdrawn":
            return decisive.path
        if decisive.state == "live":
            return ""
        same = f"{decisive.to.partition('#')[0]}#{row.fragment}"
        path = same if decisive is not row and addresses.has(same) else decisive.to
    return ""


def origin_of(path: str) -> str:
    """The source in the site's folder that gave an address, as a file and what to look for in it."""
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
