"""Read the ledger and the snapshots of publications from disk."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from prongsai.disk.read import explain_unread, read_inside
from prongsai.disk.spreadsheet import is_workbook
from prongsai.json_value import Json
from prongsai.ledger.publications import Publication
from prongsai.ledger.read_ledger import ReadLedger, read_ledger
from prongsai.ledger.renames import text_of
from prongsai.ledger.rows import Ledger
from prongsai.problems import Where, problem
from prongsai.thai.dates import parse_date

LEDGER = "site_config/urls.csv"
SNAPSHOTS = "site_config/published"
PARTS = f"{SNAPSHOTS}/facts"  # what snapshots name, each once for all of them
_PART = re.compile(r"[a-z0-9-]+")
_SNAPSHOT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-([0-9]+))?\.json")


def load_ledger(root: Path) -> ReadLedger:
    """The ledger kept below `root`; a site that was never published has an empty one."""
    read = _read(root)
    known, snapshot = _published_addresses(root)
    rows = len(read.ledger.rows)
    if read.problems or rows >= known:
        return read
    where = Where(LEDGER)
    lost = problem("ledger-lost-rows", where, rows=rows, known=known, snapshot=f"{SNAPSHOTS}/{snapshot}")
    return ReadLedger(read.ledger, (lost,))


def _read(root: Path) -> ReadLedger:
    try:
        data = read_inside(root, LEDGER)
        if is_workbook(data):
            return ReadLedger(Ledger(), (problem("ledger-resaved", Where(LEDGER), found=".xlsx"),))
        return read_ledger(data.decode("utf-8-sig"), LEDGER)
    except FileNotFoundError:
        return ReadLedger(Ledger())
    except OSError as failure:
        found = explain_unread(failure, LEDGER)
    except UnicodeDecodeError as failure:
        line = data.count(b"\n", 0, failure.start) + 1
        where = Where(LEDGER, line, failure.start - data.rfind(b"\n", 0, failure.start))
        found = problem("ledger-encoding", where, found=f"0x{data[failure.start]:02X}")
    return ReadLedger(Ledger(), (found,))


def find_newest_snapshot(root: Path) -> str:
    """The name of the newest snapshot (`2569-11-21-2.json`), or an empty text before the first publication."""
    found = [match for path in (root / SNAPSHOTS).glob("*.json") if (match := _SNAPSHOT.fullmatch(path.name))]
    return max(found, key=lambda match: (match[1], int(match[2] or 1)))[0] if found else ""


def _published_addresses(root: Path) -> tuple[int, str]:
    """The number of addresses in the newest snapshot of a publication, and the name of its file."""
    newest = find_newest_snapshot(root)
    if not newest:
        return 0, ""
    try:
        stored = json.loads(read_inside(root, f"{SNAPSHOTS}/{newest}"))
    except (OSError, ValueError):  # a damaged snapshot says nothing of the ledger
        return 0, newest
    count = stored.get("addresses") if isinstance(stored, dict) else None
    return (count, newest) if isinstance(count, int) else (0, newest)


def load_publications(root: Path, *, whole: bool = False) -> tuple[Publication, ...]:
    """The publications of the site kept in `root`, the first one first; a day can have several.

    With `whole` each has the parts that its snapshot names. A snapshot that is damaged or is of no day says nothing,
    nor does a part that is not there; nothing is raised.
    """
    named = (_SNAPSHOT.fullmatch(path.name) for path in (root / SNAPSHOTS).glob("*.json"))
    found = sorted((name[1], int(name[2] or 1), name[0]) for name in named if name and parse_date(name[1]))
    read = ((day, _read_snapshot(root, f"{SNAPSHOTS}/{name}")) for day, _, name in found)
    kept = cache(partial(_read_part, root))
    return tuple(Publication(day, _join(facts, kept) if whole else facts) for day, facts in read if facts is not None)


def _read_snapshot(root: Path, name: str) -> dict[str, Json] | None:
    facts = _read_json(root, name)
    return facts if isinstance(facts, dict) and isinstance(facts.get("years"), dict) else None


def _read_json(root: Path, name: str) -> Json:
    try:
        found: Json = json.loads(read_inside(root, name))
    except (OSError, ValueError, RecursionError):
        return None
    return found


def _read_part(root: Path, name: str) -> Json:
    """The part of that name; the name itself where it is not there, of which then nothing is known."""
    is_part = _PART.fullmatch(name)
    found = _read_json(root, f"{PARTS}/{name}.json") if is_part else None
    return name if found is None else found


def _join(facts: Mapping[str, Json], kept: Callable[[str], Json]) -> Mapping[str, Json]:
    """The facts with the parts that they name; the same part is the same object, so that comparing is quick."""
    names, years = facts.get("fields"), facts.get("years")
    of_years = years.items() if isinstance(years, dict) else ()
    joined = {**facts, "years": {year: _with_parts(one, kept) for year, one in of_years}}
    return {**_with_parts(joined, kept), **({"fields": kept(names)} if isinstance(names, str) else {})}


def _with_parts(holder: Json, kept: Callable[[str], Json]) -> Any:
    stated = holder.get("stated") if isinstance(holder, dict) else None
    if not isinstance(holder, dict) or not isinstance(stated, dict):
        return holder
    return {**holder, "stated": {part: kept(name) if isinstance(name, str) else name for part, name in stated.items()}}


def load_last_address(root: Path) -> str:
    """The address (`https://www.example.go.th/ita`) under which the site in `root` was last published.

    Empty where no snapshot names one; older ones do not.
    """
    named = (text_of(one.facts, "site_url") for one in reversed(load_publications(root)))
    return next(filter(None, named), "")
