"""Read what changed between publications, with what would change by publishing now."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from prongsai.analysis.results import Results
from prongsai.exports.facts_json import facts_document
from prongsai.ledger.compare_facts import compare_publications
from prongsai.ledger.load_publications import load_publications
from prongsai.ledger.publications import History, Publication
from prongsai.problems import Problem


def read_history(root: Path, results: Results, problems: Iterable[Problem], day: str = "") -> History:
    """The changes between the recorded publications of the site kept in `root`.

    With `day` (Buddhist Era, `2569-11-21`) the facts as they are now count as published on that day, just as the
    snapshot will hold them that is written after the build; without, only what was recorded is told, so that no page
    depends on the day on which it is built.
    """
    recorded = load_publications(root)
    if not day:
        return compare_publications(recorded)
    # Attachments and addresses are counted after the build, and no change is told of them.
    now = Publication(day, facts_document(results, problems, 0, day, {}))
    return compare_publications((*recorded, now))
