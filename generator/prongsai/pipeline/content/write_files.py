"""Write generated files next to hand-written ones: only what changed, never over somebody's work."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from prongsai.engines.workers import share_out
from prongsai.pipeline.content.owners import (
    EARLIER_LIST,
    GENERATED_LIST,
    Marks,
    Owner,
    content_of,
    digest,
    find_owner,
    list_bytes,
    read_list,
)
from prongsai.pipeline.content.page_mark import read_mark
from prongsai.problems import Problem, Where, problem
from prongsai.wording import Severity, severity_of

SET_ASIDE = "set-aside"  # next to data/, since people may delete .prongsai/ and nothing may be lost with it


@dataclass
class WriteReport:
    """The result of writing; `before` is the content of each place it touched, None for nothing."""

    changed: list[str] = field(default_factory=list)
    before: dict[str, bytes | None] = field(default_factory=dict)
    same: int = 0
    removed: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def has_errors(self) -> bool:
        """True if anything that is not ours was in the way, so that nothing was written."""
        return any(severity_of(found.code) is Severity.ERROR for found in self.problems)


def settle_marks(root: Path, marks: Mapping[str, list[str] | None]) -> None:
    """Have the list of what was generated say this of these files: their fingerprints, or (None) nothing."""
    settled = {**read_list(root), **marks}
    kept = {name: found for name, found in settled.items() if found is not None}
    write_file(root / GENERATED_LIST, list_bytes(kept))


def write_file(path: Path, data: bytes) -> None:
    """Write a whole file or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".part")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:  # a full disk keeps no half of it
        beside.unlink(missing_ok=True)
        raise


@dataclass
class _ToDo:
    """The fingerprints of all files, the names of those to be written, and the text of those whose owner is unknown."""

    marks: Marks = field(default_factory=dict)
    pending: list[str] = field(default_factory=list)
    unknown: dict[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class _Seen:
    """A file to write: its fingerprint, and whose is there now; `current` is the text of an unknown owner."""

    mark: str
    owner: Owner
    is_same: bool
    current: bytes | None = None


@dataclass(frozen=True)
class _Place:
    """The folder of a site, what was generated there before, and what is to be there now."""

    root: Path
    files: Mapping[str, bytes]
    ours: Marks
    always_ours: bytes

    def look_at(self, name: str) -> _Seen:
        """A file, and what is in its place."""
        data, current = self.files[name], content_of(self.root / name)
        owner = find_owner(self.root, name, current, data, self.ours, self.always_ours)
        is_same = current == data
        return _Seen(digest(data), owner, is_same, current if owner == "unknown" and not is_same else None)

    def write(self, name: str) -> None:
        """Write a file."""
        write_file(self.root / name, self.files[name])


def write_files(root: Path, files: Mapping[str, bytes], always_ours: bytes) -> WriteReport:
    """Write `files` below `root`; when any of them is not ours to write, nothing is written at all.

    A file that begins with `always_ours` says of itself that it is generated, also when every list is lost. What may
    have been edited, and nothing can tell, is copied aside before it is written again. One file after the other is
    asked for, in as many processes as there are cores, and once more where it is written: all of a large site would
    fill the memory.
    """
    report, place = WriteReport(), _Place(root, files, read_list(root), always_ours)
    to_do, names = _ToDo(), [*files]
    for name, seen in zip(names, share_out(names, place.look_at), strict=True):
        to_do.marks[name] = [seen.mark]
        if seen.is_same:
            report.same += 1
        elif seen.owner in {"edited", "foreign"}:
            code = "generated-page-edited" if seen.owner == "edited" else "page-not-ours"
            report.problems.append(problem(code, Where(name)))
        else:
            to_do.pending.append(name)
            to_do.unknown |= {name: seen.current} if seen.current is not None else {}
    if not report.problems:
        _carry_out(place, to_do, report)
    return report


def restore_files(root: Path, written: WriteReport) -> None:
    """Put back the files as they were before a run of writing, the manifest last."""
    for name, data in written.before.items():
        if data is not None:
            write_file(root / name, data)
        elif (root / name).is_file():
            (root / name).unlink()
            _remove_empty(root, (root / name).parent)


def _carry_out(place: _Place, to_do: _ToDo, report: WriteReport) -> None:
    root, files, ours = place.root, place.files, place.ours
    marks, pending, unknown = to_do.marks, to_do.pending, to_do.unknown
    stale = {name: known for name, known in ours.items() if name not in files}
    unknown |= {name: data for name, known in stale.items() if (data := _content_unknown(root, name, known))}
    is_listed = content_of(root / GENERATED_LIST) == list_bytes(marks) and not (root / EARLIER_LIST).exists()
    if is_listed and not pending and not stale:
        return
    report.before = {name: content_of(root / name) for name in (*pending, *stale, EARLIER_LIST, GENERATED_LIST)}
    # Both generations are ours until every file is in place, so that an interrupted run can be taken up.
    both = {name: [*ours.get(name, []), *mark] for name, mark in marks.items()} | stale
    both |= {name: [*both[name], digest(data)] for name, data in unknown.items()}
    _set_aside(root, unknown, report)
    write_file(root / GENERATED_LIST, list_bytes(both))
    share_out(pending, place.write)
    report.changed.extend(pending)
    for name, known in stale.items():
        _remove(root, name, known, report)
    write_file(root / GENERATED_LIST, list_bytes(marks))
    (root / EARLIER_LIST).unlink(missing_ok=True)


def _content_unknown(root: Path, name: str, known: list[str]) -> bytes | None:
    """The text of a page that is not needed any more, when nothing says whether somebody edited it."""
    current = None if known or not name.endswith(".md") else content_of(root / name)
    return current if current is not None and read_mark(name, current) == "none" else None


def _set_aside(root: Path, unknown: Mapping[str, bytes], report: WriteReport) -> None:
    """Copy files into a new folder that no later run writes into."""
    if not unknown:
        return
    number = 1
    while (root / SET_ASIDE / str(number)).exists():
        number += 1
    folder = f"{SET_ASIDE}/{number}"
    for name, data in unknown.items():
        report.before[f"{folder}/{name}"] = None
        write_file(root / folder / name, data)
        report.aside.append(name)
    report.problems.append(problem("pages-set-aside", Where(folder), count=len(unknown)))


def _remove(root: Path, name: str, known: list[str], report: WriteReport) -> None:
    """Remove what is not needed any more: as it was written, or copied aside; of other files nothing is known."""
    current = content_of(root / name)
    if current is None or (not known and not name.endswith(".md")):
        return
    is_ours = digest(current) in known or read_mark(name, current) == "whole" or name in report.aside
    if not is_ours:
        report.problems.append(problem("stale-page-kept", Where(name)))
        return
    (root / name).unlink()
    report.removed.append(name)
    _remove_empty(root, (root / name).parent)


def _remove_empty(root: Path, folder: Path) -> None:
    """Remove a folder with those above it, as far as they are empty."""
    while folder != root and folder.is_dir() and not os.listdir(folder):  # noqa: PTH208  one test for emptiness
        folder.rmdir()
        folder = folder.parent
