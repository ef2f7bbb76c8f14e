"""The rows of the ledger: one address each, since when it is published, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

RowState = Literal["live", "redirect", "withdrawn"]
HEADER = ("path", "first_seen", "fate", "to", "since", "reason")


@dataclass(frozen=True)
class Row:
    """One published address.

    `path` is written as people read it, with Thai letters: `/2565/measures/`, `/2565/measures/#m04` or
    `/files/2565/แผน.pdf`. `first_seen` and `since` are days of the Buddhist Era (`2569-11-21`). A redirect leads
    `to` another address of this site; a withdrawal has a `reason`. `line` is where the row stands in the file.
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
        """What the columns of `HEADER` hold."""
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
        """Where a redirect leads in the end, when its target was redirected in its turn; empty when in a circle."""
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
