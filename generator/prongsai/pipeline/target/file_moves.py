"""Files put one by one into a folder that people read meanwhile; what is broken off is finished by the next run."""

from __future__ import annotations

import errno
import json
import os
import shutil
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from prongsai.pipeline.target.manifest import MANIFEST, STAGING, hash_of, is_below, read_manifest

_FOLDER, _FILE = 0o555, 0o444


def let_all_read(folder: Path) -> None:
    """Let everybody read a folder with all that is below; what its owner and group may do stays."""
    if os.name != "posix":
        return
    for place, _, names in os.walk(folder):
        let_read(Path(place))
        for name in names:
            let_read(Path(place, name))


def let_read(path: Path) -> None:
    """Let everybody read a file, or enter and list a folder."""
    if os.name == "posix":
        mode = path.stat().st_mode & 0o7777
        wanted = mode | (_FOLDER if path.is_dir() else _FILE)
        if wanted != mode:
            path.chmod(wanted)


_JOURNAL = "journal.json"
_PAUSES = (0.1, 0.3, 1.0, 2.0)  # seconds; a virus scanner or a reader lets go soon
_OPEN_ELSEWHERE = {5, 32, 33}  # Windows: access denied, sharing violation, lock violation


@dataclass(frozen=True)
class Steps:
    """Files to put, which of them are new, and our files to remove; all by their names below the folder."""

    put: tuple[str, ...]
    added: frozenset[str]
    removed: tuple[str, ...]

    def in_order(self) -> list[str]:
        """The files to put, in an order in which no page ever links to what is not there yet.

        First what nobody asks for yet, pages after what they show; then what changes, pages last.
        """
        return sorted(self.put, key=lambda name: (name not in self.added, name.endswith(".html"), name))


def carry_out(steps: Steps, new: Path, target: Path) -> None:
    """Make `target` hold what `new` does; until the journal is written it is untouched, and then it can be finished."""
    staging = target / STAGING
    shutil.rmtree(staging, ignore_errors=True)
    names = [*steps.in_order(), MANIFEST]
    if steps.put or steps.removed or read_manifest(target) != read_manifest(new):
        try:
            _stage(names, new, staging)
            _write_journal(names, steps.removed, target, staging)
        except BaseException as failure:
            shutil.rmtree(staging, ignore_errors=True)
            if isinstance(failure, OSError) and failure.errno is not None:  # the folder is full, not what was copied
                raise OSError(failure.errno, failure.strerror, str(target)) from failure
            raise
        _finish(target, staging)


def finish_moves(target: Path) -> None:
    """Go on where an earlier run was broken off: forward from its journal, or back where none was written yet."""
    staging = target / STAGING
    if staging.is_dir():
        _finish(target, staging)


def _stage(names: Iterable[str], new: Path, staging: Path) -> None:
    """All bytes are on the disk of the folder before any of them is shown."""
    for name in names:
        place = staging / "files" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(new / name, place)
        shutil.copymode(new / name, place)
        flush(place)
    let_all_read(staging)


def _write_journal(names: list[str], removed: tuple[str, ...], target: Path, staging: Path) -> None:
    before = {name: hash_of(target / name) for name in (*names, *removed)}
    journal = {"put": names, "removed": list(removed), "before": before}
    part = staging / f"{_JOURNAL}.part"
    part.write_bytes(json.dumps(journal, ensure_ascii=False).encode())
    flush(part)
    part.replace(staging / _JOURNAL)
    flush(staging)


def flush(path: Path) -> None:
    """Flush a written file, so that it survives a loss of power; folders cannot be flushed everywhere."""
    with suppress(PermissionError):
        handle = os.open(path, os.O_RDONLY)
        try:
            with suppress(OSError):
                os.fsync(handle)
        finally:
            os.close(handle)


@dataclass(frozen=True)
class _Journal:
    put: tuple[str, ...]
    removed: tuple[str, ...]
    before: dict[str, str]


def _finish(target: Path, staging: Path) -> None:
    """Carry out what the journal says; what somebody else has put there since stays."""
    journal = _read_journal(staging) or _Journal((), (), {})
    for name in journal.put:
        staged, place = staging / "files" / name, target / name
        if staged.is_file() and hash_of(place) == journal.before.get(name, ""):
            _clear_way(target, name, journal)
            _make_folders(target, Path(name).parent)
            replace_file(partial(_move, staged, place))
    for name in journal.removed:
        _remove(target, name, journal)
    shutil.rmtree(staging, ignore_errors=True)


def _move(staged: Path, place: Path) -> None:
    """Move a file to its place, also where a folder of the site is another disk."""
    try:
        staged.replace(place)
    except OSError as failure:
        if failure.errno != errno.EXDEV:
            raise
        beside = place.with_name(f".{place.name}.prongsai-new")
        shutil.copyfile(staged, beside)
        let_read(beside)
        beside.replace(place)
        staged.unlink()


def _remove(target: Path, name: str, journal: _Journal) -> None:
    if hash_of(target / name) == journal.before.get(name):
        replace_file((target / name).unlink)
        remove_empty(target, (target / name).parent)


def _clear_way(target: Path, name: str, journal: _Journal) -> None:
    """Remove first what goes anyway, where a folder takes the place of one of our files, or a file that of a folder."""
    above = {one.as_posix() for one in Path(name).parents}
    for one in journal.removed:
        if one in above or one.startswith(f"{name}/"):
            _remove(target, one, journal)


def _make_folders(target: Path, below: Path) -> None:
    for above in (*reversed(below.parents), below):
        place = target / above
        if not place.is_dir():
            place.mkdir()
            let_read(place)


def _read_journal(staging: Path) -> _Journal | None:
    """The moves that were to be made; None where nothing was yet, or where they lead out of the folder."""
    try:
        stored = json.loads((staging / _JOURNAL).read_bytes())
        journal = _Journal(tuple(stored["put"]), tuple(stored["removed"]), dict(stored["before"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return journal if all(is_below(name) for name in (*journal.put, *journal.removed)) else None


def remove_empty(root: Path, folder: Path) -> None:
    """Remove a folder with those above it, up to `root`, as far as they are empty."""
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def replace_file(move: Callable[[], object]) -> None:
    """Move or remove a file; where another program on Windows holds it open, wait a little, then say so."""
    for pause in _PAUSES:
        try:
            move()
        except PermissionError as failure:
            if getattr(failure, "winerror", None) not in _OPEN_ELSEWHERE:
                raise
            time.sleep(pause)
        else:
            return
    move()
