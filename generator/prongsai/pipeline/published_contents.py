"""What the newest snapshot says that stood at addresses, and what stands at addresses now, to know what was renamed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from prongsai.analysis.results import Results
from prongsai.exports.facts_json import facts_document
from prongsai.ledger.contents import NOTHING_KNOWN, Contents, contents_of
from prongsai.ledger.load_publications import load_publications
from prongsai.ledger.rows import Ledger
from prongsai.pipeline.generated_list import CONTENT
from prongsai.pipeline.plan_files import Planned

_FILES = "/files/"


def read_contents(root: Path, results: Results, ledger: Ledger, planned: Planned) -> Contents:
    """Titles, questions and hashes of the site kept in `root`; of attachments only those that were never published."""
    published = load_publications(root)
    if not published:
        return NOTHING_KNOWN
    new = (path for path in planned.addresses.declared - ledger.by_path.keys() if path.startswith(_FILES))
    places = {path.removeprefix(_FILES): root / CONTENT / path.lstrip("/") for path in new}
    digests = {name: _digest(place) for name, place in places.items() if place.is_file()}
    now = facts_document(results, (), 0, "", digests)
    return Contents(contents_of(published[-1].facts), contents_of(now))


def _digest(place: Path) -> str:
    with place.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
