"""Write generated files next to hand-written ones: only what changed, never over somebody's work."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from prongsai.pipeline.content.owners import (
    EARLIER_LIST,
    GENERATED_LIST,
    Marks,
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
    """The fingerprints of all files, those to be written, and the text of those whose owner is unknown.

    The content of what is to be written is held while there is `room` in memory, in bytes; else it is None.
    """

    marks: Marks = field(default_factory=dict)
    pending: dict[str, bytes | None] = field(default_factory=dict)
    unknown: dict[str, bytes] = field(default_factory=dict)
    room: int = 32_000_000

    def add(self, name: str, data: bytes) -> None:
        """Have a file written."""
        self.room -= len(data)
        self.pending[name] = data if self.room >= 0 else None


def write_files(root: Path, files: Mapping[str, bytes], always_ours: bytes) -> WriteReport:
    """Write `files` below `root`; when any of them is not ours to write, nothing is written at all.

    A file that begins with `always_ours` says of itself that it is generated, also when every list is lost. What may
    have been edited, and nothing can tell, is copied aside before it is written again. One file after the other is
    asked for, and of a large site most once more when they are written: all together would fill the memory.
    """
    report, ours = WriteReport(), read_list(root)
    to_do = _ToDo()
    for name, data in files.items():
        current = content_of(root / name)
        owner = find_owner(root, name, current, data, ours, always_ours)
        to_do.marks[name] = [digest(data)]
        if current == data:
            report.same += 1
        elif owner in {"edited", "foreign"}:
            code = "generated-page-edited" if owner == "edited" else "page-not-ours"
            report.problems.append(problem(code, Where(name)))
        else:
            to_do.add(name, data)
            to_do.unknown |= {name: current} if owner == "unknown" and current is not None else {}
    if not report.problems:
        _carry_out(root, files, to_do, ours, report)
    return report


def restore_files(root: Path, written: WriteReport) -> None:
    """Put back the files as they were before a run of writing, the manifest last."""
    for name, data in written.before.items():
        if data is not None:
            write_file(root / name, data)
        elif (root / name).is_file():
            (root / name).unlink()
            _remove_empty(root, (root / name).parent)


def _carry_out(root: Path, files: Mapping[str, bytes], to_do: _ToDo, ours: Marks, report: WriteReport) -> None:
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
    for name, held in pending.items():
        write_file(root / name, files[name] if held is None else held)
        report.changed.append(name)
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
