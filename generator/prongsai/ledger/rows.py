"""The rows of the ledger: one address each, since when it is published, what became of it, and how they are written."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal
from urllib.parse import unquote

RowState = Literal["live", "redirect", "withdrawn"]
HEADER = ("path", "first_seen", "fate", "to", "since", "reason")


@dataclass(frozen=True)
class Row:
    """One published address.

    `path` is written as people read it, with Thai letters: `/2565/measures/`, `/2565/measures/#m04` or
    `/files/2565/แผน.pdf`. `first_seen` and `since` are days of the Buddhist Era (`2569-11-21`). A redirect leads
    `to` another address of this site; a withdrawal has a `reason`. `line` is where the row is in the file.
    """

    path: str
    first_seen: str
    state: RowState = "live"
    to: str = ""
    since: str = ""
    reason: str = ""
    line: int = 0

    @property
    def fields(self) -> tuple[str, ...]:
        """The values of the columns of `HEADER`."""
        return (self.path, self.first_seen, self.state, self.to, self.since, self.reason)

    @property
    def page(self) -> str:
        """The path without its fragment."""
        return self.path.partition("#")[0]

    @property
    def fragment(self) -> str:
        """The fragment, or an empty text."""
        return self.path.partition("#")[2]


@dataclass(frozen=True)
class Ledger:
    """All rows, in the order of their paths."""

    rows: tuple[Row, ...] = ()

    @cached_property
    def by_path(self) -> dict[str, Row]:
        """The rows by path."""
        return {row.path: row for row in self.rows}

    @cached_property
    def live(self) -> frozenset[str]:
        """The addresses that must live."""
        return frozenset(row.path for row in self.rows if row.state == "live")

    def target_of(self, row: Row) -> str:
        """The final target of a redirect, when its target was redirected in turn; empty when in a circle."""
        seen = {row.path}
        to = row.to
        while (following := self.by_path.get(to)) is not None and following.state == "redirect":
            if to in seen:
                return ""
            seen.add(to)
            to = following.to
        return to

    def with_rows(self, changed: tuple[Row, ...]) -> Ledger:
        """The ledger with rows added or replaced, in the order of the paths."""
        rows = {**self.by_path, **{row.path: replace(row, line=0) for row in changed}}
        return Ledger(tuple(rows[path] for path in sorted(rows)))


LONGEST = 1000  # characters; Cloudflare takes no longer line in its rules
_FORBIDDEN = re.compile(r'[\\"<>?*|\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]')
_ESCAPED = re.compile(r"%(25|23|3[Ff]|5[Cc])")  # what stays escaped in the ledger, since it would mean something else
_FRAGMENT = re.compile(r"[^\s#\"'<>&\\`\[\]{}\x00-\x1f]+")


def is_address(text: str) -> bool:
    """True if a text is `/`, `/2565/measures/`, `/files/2565/แผน.pdf` or one of these with a fragment behind `#`."""
    path, mark, fragment = text.partition("#")
    steps = path.strip("/").split("/")
    plain = path == "/" or all(step and step == step.strip() and step not in {".", ".."} for step in steps)
    begins = path.startswith("/") and not path.startswith("//") and not path.endswith("//")
    named = bool(_FRAGMENT.fullmatch(fragment)) if mark else True
    return begins and plain and named and len(text) <= LONGEST and not _FORBIDDEN.search(text)


def plain_address(text: str) -> str:
    """An address as the ledger writes it, from what was typed or copied from a browser."""
    kept = _ESCAPED.sub(lambda found: f"%25{found[1].upper()}", text.strip())
    plain = unicodedata.normalize("NFC", unquote(kept))
    plain = re.sub(r"^https?://[^/#]+", "", plain) or "/"
    return plain if plain.startswith("/") else f"/{plain}"


def write_ledger(ledger: Ledger) -> str:
    """The rows below their header, sorted by path, with a line feed at the end of each."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    rows = sorted(ledger.rows, key=lambda one: one.path)
    writer.writerows(row.fields for row in rows)
    return text.getvalue()


def record_addresses(ledger: Ledger, addresses: Iterable[str], day: str) -> Ledger:
    """The ledger after a publication on `day` (Buddhist Era, `2569-11-21`); a row is never taken out.

    A file whose name is no address (`a#b.pdf`) is not recorded: nobody could be led there.
    """
    known = ledger.by_path
    changed = [
        Row(path, day) if path not in known else replace(known[path], state="live", to="", since=day, reason="")
        for path in sorted(set(addresses))
        if is_address(path) and (path not in known or known[path].state != "live")
    ]
    return ledger.with_rows(tuple(changed)) if changed else ledger
