"""Saves that were broken off, finished by the next command.

They go on, as a publication does: a save had been checked and asked for, and what somebody typed into it may be
nowhere else. Where one cannot go on, since a copy is gone, it goes back.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from prongsai.disk.read import read_plain
from prongsai.pipeline.target.patience import replace_file
from prongsai.pipeline.undo.moves import close, forget, put, take_back
from prongsai.pipeline.undo.places import mark_now, mark_of
from prongsai.pipeline.undo.records import (
    AFTER,
    STAGING,
    UNDO,
    UNFINISHED,
    DamagedRecordError,
    Record,
    SavedFile,
    copy_before,
    has_unfinished,
    list_saves,
)

Outcome = Literal["gone-on", "taken-back", "stuck", "damaged"]


@dataclass(frozen=True)
class Finished:
    """The end of a save that was broken off, in the folder of its record.

    It is `stuck` where its copies are gone, and `damaged` where the record cannot be read, which is None then. `left`
    are the files that were not touched: somebody edited them since, or nothing is there to put into their place.
    """

    outcome: Outcome
    folder: str
    record: Record | None = None
    left: tuple[str, ...] = ()


def finish_saves(root: Path) -> tuple[Finished, ...]:
    """Finish what an earlier command was broken off in; the caller holds the lock of the site.

    Raises OSError where the disk refuses it; it is tried again the next time.
    """
    if not has_unfinished(root):
        return ()
    shutil.rmtree(root / UNDO / STAGING, ignore_errors=True)
    records = list_saves(root)
    unreadable = [one for one in records.damaged if one.endswith(UNFINISHED)]
    ended = [_finish(root, record) for record in records.sound if not record.is_finished]
    return (*ended, *(_set_apart(root, one) for one in unreadable))


def _finish(root: Path, record: Record) -> Finished:
    now = {file.name: mark_now(root, file.name) for file in record.files}
    edited = tuple(file.name for file in record.files if now[file.name] not in {file.before, file.after})
    waiting = [file for file in record.files if now[file.name] == file.before != file.after]
    written = [file for file in record.files if now[file.name] == file.after != file.before]
    if all(_is_staged(root, record, file) for file in waiting):
        for file in waiting:
            put(root, record, file)
        return _ended("gone-on", close(root, record), edited)
    if not all(_is_kept(root, record, file) for file in written):
        return _ended("stuck", close(root, record), (*edited, *(file.name for file in waiting)))
    take_back(root, record)
    if edited:  # what was there before is kept for whoever edited since
        return _ended("taken-back", close(root, record), edited)
    forget(root, record)
    return _ended("taken-back", record)


def _ended(outcome: Outcome, record: Record, left: tuple[str, ...] = ()) -> Finished:
    return Finished(outcome, record.folder, record, left)


def _is_staged(root: Path, record: Record, file: SavedFile) -> bool:
    """True if the bytes that a save wanted are there, or none are wanted."""
    try:
        return not file.after or mark_of(read_plain(root / record.folder / AFTER / file.name)) == file.after
    except OSError:
        return False


def _is_kept(root: Path, record: Record, file: SavedFile) -> bool:
    """True if the bytes that a file had before a save are there, or there was none."""
    try:
        copy_before(root, record, file)
    except DamagedRecordError:
        return False
    return True


def _set_apart(root: Path, folder: str) -> Finished:
    """Keep what there is of a record that cannot be read, so that it is reported once and hinders no command."""
    apart = folder.removesuffix(UNFINISHED)
    replace_file(partial((root / folder).rename, root / apart))
    return Finished("damaged", apart)
