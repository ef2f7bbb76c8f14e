"""Load the ledger of a site from its folder, and see that none of its rows was lost."""

from __future__ import annotations

import json
import re
from pathlib import Path

from prongsai.ledger.read_ledger import ReadLedger, read_ledger
from prongsai.ledger.rows import Ledger
from prongsai.problems import Where, problem

LEDGER = "site_config/urls.csv"
SNAPSHOTS = "site_config/published"
_SNAPSHOT = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:-([0-9]+))?\.json")


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
        data = (root / LEDGER).read_bytes()
        return read_ledger(data.decode("utf-8-sig"), LEDGER)
    except FileNotFoundError:
        return ReadLedger(Ledger())
    except OSError as failure:
        found = problem("file-unreadable", Where(LEDGER), reason=failure.strerror or str(failure))
    except UnicodeDecodeError as failure:
        line = data.count(b"\n", 0, failure.start) + 1
        where = Where(LEDGER, line, failure.start - data.rfind(b"\n", 0, failure.start))
        found = problem("ledger-encoding", where, found=f"0x{data[failure.start]:02X}")
    return ReadLedger(Ledger(), (found,))


def _published_addresses(root: Path) -> tuple[int, str]:
    """How many addresses the newest snapshot of a publication counts, and the name of its file."""
    found = [match for path in (root / SNAPSHOTS).glob("*.json") if (match := _SNAPSHOT.fullmatch(path.name))]
    if not found:
        return 0, ""
    newest = max(found, key=lambda match: tuple(int(part or 1) for part in match.groups()))[0]
    try:
        stored = json.loads((root / SNAPSHOTS / newest).read_text(encoding="utf-8"))
    except (OSError, ValueError):  # a damaged snapshot says nothing of the ledger
        return 0, newest
    count = stored.get("addresses") if isinstance(stored, dict) else None
    return (count, newest) if isinstance(count, int) else (0, newest)
