"""Reads what is kept of submissions on disk: a record for each, the notes of a year, and copies by their content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from prongsai.disk.read import explain_unread, read_inside
from prongsai.problems import Problem, Where, problem
from prongsai.submissions.notes import Notes, read_notes
from prongsai.submissions.record import Submission, read_submission
from prongsai.submissions.seen import Seen, read_seen

SUBMITTED = "site_config/submitted"
KEPT = f"{SUBMITTED}/kept"
_RECORD = re.compile(r"([0-9]{4})-([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-([0-9]{1,4}))?\.json")
_ASIDE = re.compile(r"([0-9]{4})-(notes|seen)\.json")


@dataclass(frozen=True)
class Submissions:
    """Everything that was submitted: of each year (Buddhist Era) its records, the first one first, and what came after.

    `notes` are those of the agency, `seen` what was published at the submitted addresses since. `problems` are of files
    that are not as the program wrote them, each with its year.
    """

    years: Mapping[int, tuple[Submission, ...]] = field(default_factory=dict)
    notes: Mapping[int, Notes] = field(default_factory=dict)
    seen: Mapping[int, Seen] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def newest(self, year: int) -> Submission | None:
        """The submission of a year that counts: the last one."""
        found = self.years.get(year, ())
        return found[-1] if found else None

    def notes_of(self, year: int) -> Notes:
        """The notes of a year; empty ones where there are none."""
        return self.notes.get(year) or Notes(year)

    def seen_of(self, year: int) -> Seen:
        """The published contents since; empty where nothing was published since."""
        return self.seen.get(year) or Seen(year)


def load_submissions(root: Path) -> Submissions:
    """Every record of the site kept in `root`, and what came after; nothing is raised."""
    records: dict[int, list[tuple[str, int, Submission]]] = {}
    notes: dict[int, Notes] = {}
    seen: dict[int, Seen] = {}
    problems: list[Problem] = []
    for name in sorted(path.name for path in (root / SUBMITTED).glob("*.json")):
        match = _RECORD.fullmatch(name) or _ASIDE.fullmatch(name)
        read = _read(root, match) if match else None
        if isinstance(read, Problem):
            problems.append(read)
        elif isinstance(read, Notes):
            notes[read.year] = read
        elif isinstance(read, Seen):
            seen[read.year] = read
        elif read is not None and match is not None:
            records.setdefault(read.year, []).append((read.day, int(match[3] or 1), read))
    return Submissions({year: _in_order(found) for year, found in records.items()}, notes, seen, tuple(problems))


def _in_order(found: list[tuple[str, int, Submission]]) -> tuple[Submission, ...]:
    return tuple(one for _, _, one in sorted(found, key=lambda each: each[:2]))


def _read(root: Path, match: re.Match[str]) -> Submission | Notes | Seen | Problem:
    file, year = f"{SUBMITTED}/{match[0]}", int(match[1])
    try:
        read = _read_text(read_inside(root, file).decode(), match, file)
    except OSError as failure:
        return explain_unread(failure, file)
    except ValueError:  # also of bytes that are no UTF-8
        return problem("submitted-form", Where(file), of=year)
    is_named = read.year == year and (not isinstance(read, Submission) or read.day == match[2])
    return read if is_named else problem("submitted-form", Where(file), of=year)


def _read_text(text: str, match: re.Match[str], file: str) -> Submission | Notes | Seen:
    if match.re is _RECORD:
        return read_submission(text, file)
    return read_notes(text) if match[2] == "notes" else read_seen(text)


def name_submission(root: Path, year: int, day: str) -> str:
    """The file of the next record of a day, below the site's folder: `2568-2569-11-21.json`, then `…-2.json`."""
    stem, number = f"{SUBMITTED}/{year}-{day}", 1
    name = f"{stem}.json"
    while (root / name).exists():
        number += 1
        name = f"{stem}-{number}.json"
    return name


def notes_file(year: int) -> str:
    """The file of the notes of a year, below the site's folder."""
    return f"{SUBMITTED}/{year}-notes.json"


def seen_file(year: int) -> str:
    """The file of what was published at the submitted addresses of a year, below the site's folder."""
    return f"{SUBMITTED}/{year}-seen.json"


def read_kept(root: Path, name: str) -> bytes | None:
    """The bytes of a frozen copy; None where it is not there or is not what its name says."""
    try:
        data = read_inside(root, f"{KEPT}/{name}")
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == name.partition(".")[0] else None
