"""Open every published address at the place where the site stood before, and see which arrive where they must."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from prongsai.exports.move_rules import Base
from prongsai.exports.oit_rows import url_at
from prongsai.ledger.rows import Ledger, Row
from prongsai.links.save import SAVING, Asking, save_links
from prongsai.links.seen import Expected, Seen, Verdict
from prongsai.pipeline.arrivals import Arrival, Bases, End, judge_page, judge_part

# Pages are read whole for the ids on them; of files it is enough that they come.
PROBING = replace(SAVING, body=5_000_000, deadline=40)
Tell = Callable[[int, int, str], None]  # how many are done, of how many, and the address


@dataclass(frozen=True)
class Probe:
    """The addresses of one page or file of the ledger: where it is asked for, and what is right to be found."""

    url: str
    page: str
    wanted: frozenset[str]
    rows: tuple[Row, ...]


def find_probes(ledger: Ledger, old: Base, year: int | None = None) -> tuple[Probe, ...]:
    """What is asked for each page and file that is live or redirected, of a year (Buddhist Era) or of all."""
    pages: dict[str, list[Row]] = {}
    for row in ledger.rows:
        if row.state != "withdrawn" and (year is None or _is_of_year(row.path, year)):
            pages.setdefault(row.page, []).append(row)
    base = str(old).rstrip("/")
    return tuple(
        Probe(url_at(base, page), page, _wanted(ledger, page), tuple(rows))
        for page, rows in pages.items()
        if not _is_withdrawn(ledger, page)
    )


def _is_of_year(path: str, year: int) -> bool:
    return re.search(rf"(?<![0-9]){year}(?![0-9])", path) is not None


def _is_withdrawn(ledger: Ledger, page: str) -> bool:
    row = ledger.by_path.get(page)
    return row is not None and row.state == "withdrawn"


def _wanted(ledger: Ledger, page: str) -> frozenset[str]:
    """The page itself, and where it was redirected."""
    row = ledger.by_path.get(page)
    target = ledger.target_of(row).partition("#")[0] if row is not None and row.state == "redirect" else ""
    return frozenset({page, target} - {""})


def probe_addresses(probes: Iterable[Probe], bases: Bases, asking: Asking, tell: Tell) -> tuple[Arrival, ...]:
    """Open each politely and give the end of every address, in the order of the ledger. Raises OfflineError."""
    by_url = {probe.url: probe for probe in probes}
    found: dict[str, Arrival] = {}
    done: list[str] = []

    def take(seen: Seen, verdict: Verdict) -> None:
        probe = by_url[seen.url]
        page = judge_page(seen, verdict, probe.wanted, bases)
        for row in probe.rows:
            end: End = judge_part(seen, page, row.fragment) if row.fragment else page
            url = f"{probe.url}#{row.fragment}" if row.fragment else probe.url
            found[row.path] = Arrival(row.path, url, end, seen.final, verdict.state)
        done.append(probe.url)
        tell(len(done), len(by_url), probe.url)

    save_links([Expected(url) for url in by_url], asking, take)
    return tuple(found[path] for path in sorted(found))
