"""Writing the files of a save: all of them or none, whenever the command is killed and whatever the disk refuses."""

from __future__ import annotations

import datetime as dt
import errno
import os
import shutil
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from prongsai.pipeline.target.patience import flush, replace_file
from prongsai.pipeline.undo.finish_saves import finish_saves
from prongsai.pipeline.undo.moves import close, forget, put, take_back
from prongsai.pipeline.undo.places import NotAFileError, hold_unchanged, locate, mark_of
from prongsai.pipeline.undo.records import AFTER, BEFORE, STAGING, UNDO, Record, SavedFile, next_number, write_record


class HalfSavedError(Exception):
    """The disk refused a file in the middle of a save and then refused to take it back; the next command goes on."""


@dataclass(frozen=True)
class Step:
    """One file of a save: its name in the site, and its bytes before and after; None for no file."""

    name: str
    before: bytes | None
    after: bytes | None


def write_all(root: Path, steps: Sequence[Step], what: str, takes_back: Record | None = None) -> Record:
    """Write all files of a save of the command `what`, or none; the caller holds the lock of the site.

    `takes_back` is the record of the save that this one takes back, if it does.
    Raises ChangedMeanwhileError, NotAFileError, OSError and HalfSavedError.
    """
    finish_saves(root)
    _hold_apart(root, steps)
    for step in steps:
        hold_unchanged(root, step.name, mark_of(step.before))
    record = _stage(root, steps, what, takes_back)
    try:
        for file in record.files:
            put(root, record, file)
    except BaseException as failure:
        _give_up(root, record, failure)
        raise
    return close(root, record)


def _hold_apart(root: Path, steps: Sequence[Step]) -> None:
    """Refuse two names of one file, and a file that its owner keeps from being written."""
    seen: set[Path] = set()
    for step in steps:
        place = locate(root, step.name)
        if place in seen:
            raise NotAFileError(step.name)
        seen.add(place)
        if place.exists() and not place.stat().st_mode & stat.S_IWUSR:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))


def _stage(root: Path, steps: Sequence[Step], what: str, takes_back: Record | None) -> Record:
    """All bytes are on the disk, before and after, and then the record says so."""
    new = root / UNDO / STAGING
    shutil.rmtree(new, ignore_errors=True)
    files = tuple(SavedFile(one.name, mark_of(one.before), mark_of(one.after)) for one in steps)
    since = dt.datetime.now().astimezone().isoformat(timespec="seconds")
    made = tuple(dict.fromkeys(one for step in steps if step.after is not None for one in _missing(root, step.name)))
    number, folders = (takes_back.number, takes_back.folders) if takes_back else (0, ())
    record = Record(next_number(root), what, since, files, number, (*folders, *made), is_finished=False)
    try:
        for step in steps:
            place = locate(root, step.name)
            _keep(new / BEFORE / step.name, step.before, place)
            _keep(new / AFTER / step.name, step.after, place)
        flush(write_record(new, record))
        flush(new)
        replace_file(partial(new.rename, root / record.folder))
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    flush(root / UNDO)
    return record


def _missing(root: Path, name: str) -> Iterator[str]:
    """The folders of a file that are not there yet, the outermost first."""
    steps = name.split("/")[:-1]
    above = ("/".join(steps[:count]) for count in range(1, len(steps) + 1))
    yield from (one for one in above if not (root / one).is_dir())


def _keep(copy: Path, data: bytes | None, place: Path) -> None:
    """Keep a copy of the bytes of a file, with the permissions that the file has."""
    if data is None:
        return
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(data)
    if place.exists():
        shutil.copymode(place, copy)
    flush(copy)


def _give_up(root: Path, record: Record, failure: BaseException) -> None:
    """Take back what is written, and forget the save; it goes on later where even this is refused."""
    try:
        take_back(root, record)
        forget(root, record)
    except OSError:
        raise HalfSavedError(record.what) from failure
