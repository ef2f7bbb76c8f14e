"""Load what was published before: the facts of every publication, from the snapshots kept beside the ledger."""

from __future__ import annotations

import json
import re
from pathlib import Path

from prongsai.disk.read import read_inside
from prongsai.json_value import Json
from prongsai.ledger.facts import text_of
from prongsai.ledger.load_ledger import SNAPSHOTS
from prongsai.ledger.publications import Publication
from prongsai.thai.dates import parse_date

_NAME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-([0-9]+))?\.json")


def load_publications(root: Path) -> tuple[Publication, ...]:
    """The publications of the site kept in `root`, the first one first; a day can have several.

    A snapshot that is damaged or is of no day says nothing; nothing is raised.
    """
    named = (_NAME.fullmatch(path.name) for path in (root / SNAPSHOTS).glob("*.json"))
    found = sorted((name[1], int(name[2] or 1), name[0]) for name in named if name and parse_date(name[1]))
    read = ((day, _read(root, f"{SNAPSHOTS}/{name}")) for day, _, name in found)
    return tuple(Publication(day, facts) for day, facts in read if facts is not None)


def _read(root: Path, name: str) -> dict[str, Json] | None:
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
