"""Moves of the files of a save: each into its place or back, and the record renamed when all are done."""

from __future__ import annotations

import errno
import shutil
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from prongsai.pipeline.target.patience import flush, replace_file
from prongsai.pipeline.undo.places import hold_unchanged, locate, mark_now
from prongsai.pipeline.undo.records import AFTER, BEFORE, UNDO, Record, SavedFile, forget_folder, forget_old

_PART = ".part"


def put(root: Path, record: Record, file: SavedFile) -> None:
    """Put the file of a save into its place, if that still is as it was before."""
    hold_unchanged(root, file.name, file.before)
    place = locate(root, file.name)
    if file.after:
        place.parent.mkdir(parents=True, exist_ok=True)
        replace_file(partial(_move, root / record.folder / AFTER / file.name, place))
    elif file.before:
        replace_file(place.unlink)
    flush(place.parent)


def _move(staged: Path, place: Path) -> None:
    """Move a file to its place, also where a folder of the site is another disk."""
    try:
        staged.replace(place)
    except OSError as failure:
        if failure.errno != errno.EXDEV:
            raise
        part = place.with_name(place.name + _PART)
        try:
            shutil.copyfile(staged, part)
            shutil.copymode(staged, part)
            flush(part)
            part.replace(place)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        staged.unlink()


def take_back(root: Path, record: Record) -> None:
    """Give each file that is as the save left it the bytes that it had before.

    Their copies are moved, not copied again, so that a full disk hinders nothing.
    """
    for file in reversed(record.files):
        if file.before == file.after or mark_now(root, file.name) != file.after:
            continue
        place = locate(root, file.name)
        if file.before:
            place.parent.mkdir(parents=True, exist_ok=True)
            replace_file(partial(_move, root / record.folder / BEFORE / file.name, place))
        else:
            replace_file(place.unlink)
        flush(place.parent)
    _remove_made(root, record)


def _remove_made(root: Path, record: Record) -> None:
    """Remove the folders of a record, as far as they are empty: made for a save, and left by one that takes it back."""
    for name in reversed(record.folders):
        with suppress(OSError):
            (root / name).rmdir()


def close(root: Path, record: Record) -> Record:
    """Mark a save as finished, and forget the oldest."""
    _remove_made(root, record)
    finished = replace(record, is_finished=True)
    replace_file(partial((root / record.folder).rename, root / finished.folder))
    flush(root / UNDO)
    forget_old(root)
    return finished


def forget(root: Path, record: Record) -> None:
    """Remove the record of a save that was taken back."""
    forget_folder(root, Path(record.folder).name)
