"""Hold what was published against what would exist now: which addresses would be lost, and how they belong together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prongsai.ledger.follow_redirects import Addresses, answer_of, page_fate, settle_ledger
from prongsai.ledger.rows import Ledger, Row

_COUNTED = re.compile(r"-[0-9]+$")  # a second thing of one name, as the report of another round


@dataclass(frozen=True)
class Lost:
    """What would be lost together: a page with its fragments, everything below a prefix, a file, or a fragment.

    `row` is the first of its rows in the file.
    """

    path: str
    rows: tuple[Row, ...]

    @property
    def row(self) -> Row:
        """The row that a problem points at."""
        return next((row for row in self.rows if row.path == self.path), self.rows[0])

    @property
    def is_prefix(self) -> bool:
        """Whether several pages or files would be lost."""
        return len({row.page for row in self.rows if not row.fragment}) > 1


@dataclass(frozen=True)
class Comparison:
    """What comparing found: lost addresses, redirects that lead nowhere, and rows whose thing is there again."""

    lost: tuple[Lost, ...] = ()
    dangling: tuple[Row, ...] = ()
    again: tuple[Row, ...] = ()


def compare_addresses(ledger: Ledger, addresses: Addresses) -> Comparison:
    """Compare the ledger with what exists now."""
    again = tuple(row for row in ledger.rows if row.fate != "live" and row.path in addresses.declared)
    settled = settle_ledger(ledger, addresses)
    dangling = tuple(row for row in settled.rows if row.fate == "redirect" and _leads_nowhere(settled, addresses, row))
    return Comparison(tuple(_grouped(lost_rows(settled, addresses), settled)), dangling, again)


def lost_rows(ledger: Ledger, addresses: Addresses) -> tuple[Row, ...]:
    """The live rows of which nothing is left; the fragments of a page that was redirected go with it."""
    gone = (row for row in ledger.rows if row.fate == "live" and not addresses.has(row.path))
    return tuple(row for row in gone if page_fate(ledger, row).fate == "live")


def companion_of(row: Row, pages: Mapping[tuple[str, str], str]) -> str:
    """The lost page that an address goes with, though it stands elsewhere; empty when there is none.

    That is where a page is listed (`/2565/measures/#m04` and `/2565/follow-up/#m04-12` beside
    `/2565/measures/m04/`) and what a whole year has outside of its folder (`/data/2565/`, `/methodology/2565/`,
    `/measures/#y2565`), and the picture of a measure or a year (`/share/2565/m04.png`). `pages` are by `name_of`.
    """
    steps = row.page.split("/")
    if steps[1] == "share":
        return pages.get((steps[2].removesuffix(".png"), steps[-1].removesuffix(".png")), "")
    for name in (row.fragment, _COUNTED.sub("", row.fragment)):
        if name and (page := pages.get((steps[1], name))):
            return page
    in_folder = steps[2] if len(steps) > 3 and steps[1] in {"data", "methodology", "search", "documents"} else ""
    year = in_folder or row.fragment.removeprefix("y")
    return pages.get((year, year), "")


def name_of(path: str) -> tuple[str, str]:
    """What an address is called: its first and its last step, as (`2565`, `m04`)."""
    steps = path.strip("/").split("/")
    return steps[0], steps[-1]


def _leads_nowhere(ledger: Ledger, addresses: Addresses, row: Row) -> bool:
    """Whether a redirect ends at what was never there; one that ends at something lost is mended with that."""
    if answer_of(ledger, addresses, row.path):
        return False
    end = ledger.by_path.get(ledger.target_of(row))
    return end is None


def _grouped(rows: tuple[Row, ...], ledger: Ledger) -> Iterator[Lost]:
    pages = [row.path for row in rows if not row.fragment]
    group_of = _groups(pages, [row.path for row in ledger.rows if not row.fragment and row.fate == "live"])
    groups: dict[str, list[Row]] = {}
    names = {name_of(page): group_of[page] for page in pages}
    for row in rows:
        group = companion_of(row, names) or group_of.get(row.page, row.path)
        groups.setdefault(group, []).append(row)
    for path, members in sorted(groups.items()):
        yield Lost(path, tuple(members))


def _groups(lost: list[str], live: list[str]) -> dict[str, str]:
    """For each lost page the highest prefix below which every live page is lost, or its own path."""
    all_below, lost_below = (Counter(prefix for path in paths for prefix in _prefixes(path)) for paths in (live, lost))
    return {
        path: next((one for one in _prefixes(path) if all_below[one] == lost_below[one] > 1), path) for path in lost
    }


def _prefixes(path: str) -> list[str]:
    """The folders that an address lies in, the highest first, without the root."""
    steps = path.strip("/").split("/")
    whole = len(steps) if path.endswith("/") else len(steps) - 1
    return [f"/{'/'.join(steps[:count])}/" for count in range(1, whole + 1) if steps[0]]
