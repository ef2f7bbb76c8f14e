"""Write generated files beside hand-written ones: only what changed, never over somebody's work."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from prongsai.problems import Problem, Where, problem

MANIFEST = ".prongsai/manifest.json"


@dataclass
class Written:
    """What a run of writing did; `before` is what stood at each place it touched, None for nothing."""

    changed: list[str] = field(default_factory=list)
    before: dict[str, bytes | None] = field(default_factory=dict)
    same: int = 0
    removed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def digest(data: bytes) -> str:
    """The fingerprint of a file's content."""
    return hashlib.sha256(data).hexdigest()


def read_manifest(root: Path) -> dict[str, list[str]]:
    """What earlier runs wrote: path below the site's folder, and the fingerprints that are ours."""
    path = root / MANIFEST
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    marks = stored.items() if isinstance(stored, dict) else ()
    return {str(name): found for name, found in marks if isinstance(found, list)}


def _write_manifest(root: Path, marks: Mapping[str, list[str]]) -> None:
    text = json.dumps(dict(sorted(marks.items())), ensure_ascii=False, indent=1) + "\n"
    write_file(root / MANIFEST, text.encode())


def settle_marks(root: Path, marks: Mapping[str, list[str] | None]) -> None:
    """Have the manifest say this of these files: the fingerprints that are ours, or (None) nothing."""
    settled = {**read_manifest(root), **marks}
    _write_manifest(root, {name: found for name, found in settled.items() if found is not None})


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


def write_files(root: Path, files: Mapping[str, bytes], always_ours: bytes) -> Written:
    """Write `files` below `root`; when any of them is not ours to write, nothing is written at all.

    A file that begins with `always_ours` says of itself that it is generated, also when the manifest is lost.
    """
    report = Written()
    ours = read_manifest(root)
    pending: dict[str, bytes] = {}
    for name, data in files.items():
        current = _content(root / name)
        if current == data:
            report.same += 1
        elif _is_free(root / name, current) or _is_ours(current, ours.get(name, []), always_ours):
            pending[name] = data
        else:
            code = "generated-page-edited" if name in ours else "page-not-ours"
            report.problems.append(problem(code, Where(name)))
    if report.problems:
        return report
    _carry_out(root, files, pending, ours, report)
    return report


def restore_files(root: Path, written: Written) -> None:
    """Put back what stood before a run of writing, the manifest last."""
    for name, data in written.before.items():
        if data is not None:
            write_file(root / name, data)
        elif (root / name).is_file():
            (root / name).unlink()
            _remove_empty(root, (root / name).parent)


def _is_free(path: Path, current: bytes | None) -> bool:
    """Whether nothing stands there, neither a file nor a folder."""
    return current is None and not path.is_dir()


def _is_ours(current: bytes | None, marks: list[str], always_ours: bytes) -> bool:
    """Whether a file is as an earlier run wrote it, or says of itself that it is generated."""
    return current is not None and (current.startswith(always_ours) or digest(current) in marks)


def _carry_out(
    root: Path, files: Mapping[str, bytes], pending: Mapping[str, bytes], ours: dict[str, list[str]], report: Written
) -> None:
    marks = {name: [digest(data)] for name, data in files.items()}
    stale = {name: known for name, known in ours.items() if name not in files}
    if pending or stale or ours != marks:
        report.before = {name: _content(root / name) for name in (*pending, *stale, MANIFEST)}
        # Both generations are ours until every file is in place, so that an interrupted run can be taken up.
        both = {name: [*ours.get(name, []), *mark] for name, mark in marks.items()} | stale
        _write_manifest(root, both)
    for name, data in pending.items():
        write_file(root / name, data)
        report.changed.append(name)
    for name, known in stale.items():
        _remove(root, name, known, report)
    if pending or stale or ours != marks:
        _write_manifest(root, marks)


def _remove(root: Path, name: str, known: list[str], report: Written) -> None:
    current = _content(root / name)
    if current is None:
        return
    if digest(current) not in known:
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


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
