"""Begin the rules of a year: a skeleton with the structure of the nearest year, which states nothing."""

from __future__ import annotations

from pathlib import Path

from prongsai.pipeline.rulebooks.known import Known, read_known
from prongsai.pipeline.save import Proposed, propose_texts
from prongsai.rulebooks.skeleton import write_skeleton


class RulesThereError(Exception):
    """There is a file of the year's rules already."""


def propose_skeleton(root: Path, year: int, nearest: int | None) -> tuple[Known, Proposed]:
    """The skeleton as a proposal.

    Raises RulesThereError, NoSuchYearError and UnreadRulesError.
    """
    known = read_known(root, year, nearest)
    if (root / known.name).exists():
        raise RulesThereError(known.name)
    text = write_skeleton(known.name, year, known.structure)
    return known, propose_texts(root, {known.name: text.encode()})
