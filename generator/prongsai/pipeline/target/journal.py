"""The journal of a replacement: which files go where, written before the first of them is shown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from prongsai.pipeline.target.manifest import is_below
from prongsai.pipeline.target.patience import flush

JOURNAL = "journal.json"
_NEW = "new"  # one folder for all: a thousand folders take longer to remove than their files to move
_EARLIER = "files"  # each by its own name, as versions before had them


@dataclass(frozen=True)
class Journal:
    """Files to `put`, in their order, and our files to remove, by their names below the folder.

    `renamed` are names of which large and small letters alone change on a disk that takes both for one. `before` are
    the hashes of what was in these places, empty for nothing.
    """

    put: Sequence[str] = ()
    removed: Sequence[str] = ()
    renamed: Sequence[tuple[str, str]] = ()
    before: Mapping[str, str] = field(default_factory=dict)

    def names(self) -> Iterable[str]:
        """All names that it speaks of."""
        yield from self.put
        yield from self.removed
        for pair in self.renamed:
            yield from pair


def staged_file(staging: Path, number: int) -> Path:
    """The place where the new file with this number of the journal waits."""
    return staging / _NEW / str(number)


def waiting_file(staging: Path, number: int, name: str) -> Path:
    """The same, also where an earlier version was broken off."""
    earlier = staging / _EARLIER / name
    return earlier if (staging / _EARLIER).is_dir() else staged_file(staging, number)


def write_journal(staging: Path, journal: Journal) -> None:
    """Write it whole or not at all; from now on the replacement is to be finished."""
    part = staging / f"{JOURNAL}.part"
    stored = {"put": journal.put, "removed": journal.removed, "renamed": journal.renamed, "before": journal.before}
    part.write_bytes(json.dumps(stored, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    flush(part)
    part.replace(staging / JOURNAL)
    flush(staging)


def read_journal(staging: Path) -> Journal:
    """The moves that were to be made; none where nothing was yet, or where they lead out of the folder."""
    try:
        stored = json.loads((staging / JOURNAL).read_bytes().decode("utf-8", "surrogatepass"))
        renamed = [(str(old), str(new)) for old, new in stored.get("renamed", ())]
        journal = Journal([*stored["put"]], [*stored["removed"]], renamed, dict(stored["before"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Journal()
    return journal if all(isinstance(name, str) and is_below(name) for name in journal.names()) else Journal()
