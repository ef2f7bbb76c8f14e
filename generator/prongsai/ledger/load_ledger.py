"""Read the ledger and the snapshots of publications from disk."""

from __future__ import annotations

import json
import re
from pathlib import Path

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


_NAME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-([0-9]+))?\.json")


def load_publications(root: Path) -> tuple[Publication, ...]:
    """The publications of the site kept in `root`, the first one first; a day can have several.

    A snapshot that is damaged or is of no day says nothing; nothing is raised.
    """
    named = (_NAME.fullmatch(path.name) for path in (root / SNAPSHOTS).glob("*.json"))
    found = sorted((name[1], int(name[2] or 1), name[0]) for name in named if name and parse_date(name[1]))
    read = ((day, _read_snapshot(root, f"{SNAPSHOTS}/{name}")) for day, _, name in found)
    return tuple(Publication(day, facts) for day, facts in read if facts is not None)


def _read_snapshot(root: Path, name: str) -> dict[str, Json] | None:
    try:
        facts = json.loads(read_inside(root, name))
    except (OSError, ValueError, RecursionError):
        return None
    return facts if isinstance(facts, dict) and isinstance(facts.get("years"), dict) else None


def load_last_address(root: Path) -> str:
    """The address (`https://www.example.go.th/ita`) under which the site in `root` was last published.

    Empty where no snapshot names one; older ones do not.
    """
    named = (text_of(one.facts, "site_url") for one in reversed(load_publications(root)))
    return next(filter(None, named), "")
