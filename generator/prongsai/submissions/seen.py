"""The content of submitted addresses at each publication since: the day from which each has been as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from prongsai.submissions.record import FORMAT, read_sealed, with_texts, write_sealed
from prongsai.thai.dates import is_day

Days = tuple[tuple[str, str], ...]  # from this day (2569-11-21) on, content of this hash; empty where it was gone


@dataclass(frozen=True)
class Seen:
    """The published content of the submitted addresses of a year (Buddhist Era), by their paths."""

    year: int
    paths: Mapping[str, Days] = field(default_factory=dict)

    def since(self, path: str, sha256: str) -> str:
        """The day since which a path has been published with this content; empty where it is not, or never was."""
        days = self.paths.get(path, ())
        return days[-1][0] if days and days[-1][1] == sha256 else ""


def remember_seen(seen: Seen, hashes: Mapping[str, str], day: str) -> Seen:
    """The contents seen so far, with those that are published on a day; of a day the last publication counts."""
    paths = dict(seen.paths)
    for path, sha256 in sorted(hashes.items()):
        before = tuple(one for one in paths.get(path, ()) if one[0] < day)
        if not before or before[-1][1] != sha256:
            before = (*before, (day, sha256))
        paths[path] = before
    return Seen(seen.year, paths)


def write_seen(seen: Seen) -> str:
    """The contents seen, as the text of their file."""
    paths = {path: [list(one) for one in days] for path, days in sorted(seen.paths.items())}
    return write_sealed({"format": FORMAT, "year": seen.year, "paths": paths})


def read_seen(text: str) -> Seen:
    """The contents seen, from the text of their file; raises ValueError where the program did not write it so."""
    stored: dict[str, Any] = read_sealed(text)
    try:
        paths = {path: tuple((day, sha256) for day, sha256 in days) for path, days in stored["paths"].items()}
        seen = with_texts(Seen(stored["year"], paths))
    except (KeyError, TypeError, AttributeError) as failure:
        raise ValueError(str(failure)) from None
    found = [one for days in paths.values() for one in days]
    if not all(isinstance(day, str) and is_day(day) and isinstance(sha256, str) for day, sha256 in found):
        raise ValueError(str(seen.year))
    return seen
