"""Open every published address at the place where the site was before, and see which arrive where they must."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from prongsai.exports.oit_sheet import url_at
from prongsai.exports.redirect_rules import Base, parse_base
from prongsai.ledger.rows import Ledger, Row
from prongsai.links.page_text import has_fragment
from prongsai.links.save import SAVING, Asking, save_links
from prongsai.links.seen import Expected, Grade, Seen, State, Verdict, grade_of

# What is not one of our pages though something answered; other states speak of years or of the way.
_EMPTY_WORDS = {State.SOFT_404, State.LOGIN_WALL, State.PERMISSION_WALL, State.EMPTY}


class End(StrEnum):
    """The end of an old address, the worst first."""

    DEAD = "dead"
    HOME = "home"
    OTHER_HOST = "other_host"
    OTHER_PAGE = "other_page"
    BY_HAND = "by_hand"
    PART_MISSING = "part_missing"
    PART_FORGOTTEN = "part_forgotten"
    STAYED = "stayed"
    ARRIVED = "arrived"


DEAD_ENDS = frozenset({End.DEAD, End.HOME, End.OTHER_HOST, End.OTHER_PAGE})


@dataclass(frozen=True)
class Arrival:
    """One published address with its end; `final` is where it led, `state` what was seen there (of `links`)."""

    path: str
    url: str
    end: End
    final: str
    state: State


@dataclass(frozen=True)
class Bases:
    """The former and the present base of the site."""

    old: Base
    new: Base


def judge_page(seen: Seen, verdict: Verdict, wanted: Collection[str], bases: Bases) -> End:
    """The end of a page or file; `wanted` are the paths on the site that are right."""
    failed = seen.fault not in {None, State.TOO_LARGE} or not 200 <= seen.status < 300
    if grade_of(verdict.state) is Grade.BY_HAND and verdict.state is not State.TOO_LARGE:
        return End.BY_HAND
    if failed:
        return End.DEAD
    places = {base: _path_below(seen.final, base) for base in (bases.new, bases.old)}
    right = next((base for base, path in places.items() if path in {_plain(one) for one in wanted}), None)
    if right is not None:
        is_home = places[right] == "/"  # where a host is left for its own front page, `links` takes it for a 404
        is_empty = verdict.state in _EMPTY_WORDS - ({State.SOFT_404} if is_home else set())
        return End.DEAD if is_empty else End.ARRIVED if right == bases.new else End.STAYED
    if _host(seen.final) not in {bases.new.host, bases.old.host}:
        return End.OTHER_HOST
    is_home = urlsplit(seen.final).path in {"", "/", "/index.html", "/index.php"} or "/" in places.values()
    return End.HOME if is_home else End.OTHER_PAGE


def judge_part(seen: Seen, page: End, fragment: str) -> End:
    """The end of a part of a page that ended as `page`: a browser keeps the fragment unless it is sent another."""
    if page not in {End.ARRIVED, End.STAYED}:
        return page
    carried = fragment
    for hop in seen.hops:
        carried = hop.fragment or (carried if hop.status else "")
    if not carried or (carried != fragment and not _has(seen, carried)):
        return End.PART_FORGOTTEN
    return page if _has(seen, carried) else End.PART_MISSING


def _has(seen: Seen, fragment: str) -> bool:
    return has_fragment(seen.body.decode("utf-8", errors="replace"), fragment)


def _host(address: str) -> str:
    found = parse_base(address)
    return found.host if found else ""


def _path_below(address: str, base: Base) -> str:
    """The path of an address on the site at `base`, in one form; empty for what is elsewhere."""
    path, folder = unquote(urlsplit(address).path or "/"), unquote(base.path)
    if _host(address) != base.host or not f"{path.rstrip('/')}/".startswith(folder):
        return ""
    return _plain(f"/{path.removeprefix(folder.rstrip('/')).lstrip('/')}")


def _plain(path: str) -> str:
    plain = unicodedata.normalize("NFC", path).removesuffix("index.html")
    return plain.rstrip("/") or "/"


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
    """The probes for each page and file that is live or redirected, of a year (Buddhist Era) or of all."""
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
