"""Records of saves: what each replaced and left, as plain copies in the folder that git ignores.

A save is staged in `new`; its folder is renamed to `0007-unfinished` before the first file of the site is touched and
to `0007` after the last, so that each step is one the disk takes whole or not at all. Below it are `before` and
`after`, with the files by their names in the site, and `save.json`. The copies in `after` go to their places.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from prongsai.disk.overlay import is_overlaid
from prongsai.disk.read import read_plain
from prongsai.pipeline.content.owners import digest
from prongsai.pipeline.target.patience import replace_file

UNDO = ".prongsai/undo"
STAGING = "new"
MOST_SAVES = 50
BEFORE, AFTER = "before", "after"
_RECORD = "save.json"
UNFINISHED = "-unfinished"
_FOLDER = re.compile(rf"(?P<number>[0-9]{{4,9}})(?P<state>{UNFINISHED})?")


class DamagedRecordError(Exception):
    """A record, named by its folder as seen from the site, does not hold what it must."""


@dataclass(frozen=True)
class SavedFile:
    """A file of a save by its name in the site, with the SHA-256 of what was there and what was left; "" for none."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Record:
    """One save: the command that made it, since when (ISO 8601 with the offset of the machine), and its files.

    `takes_back` is the number of the save that this one took back, 0 where it took back none. `folders` are those that
    were made for it, or for the one that it took back.
    """

    number: int
    what: str
    since: str
    files: tuple[SavedFile, ...]
    takes_back: int = 0
    folders: tuple[str, ...] = ()
    is_finished: bool = True

    @property
    def folder(self) -> str:
        """The folder of the record, as seen from the site."""
        return f"{UNDO}/{self.number:04}{'' if self.is_finished else UNFINISHED}"


@dataclass(frozen=True)
class Records:
    """All records, the oldest first, and the folders of those that cannot be read."""

    sound: tuple[Record, ...] = ()
    damaged: tuple[str, ...] = ()

    @property
    def is_finished(self) -> bool:
        """True if no save was broken off."""
        return all(record.is_finished for record in self.sound) and not any(
            name.endswith(UNFINISHED) for name in self.damaged
        )


def record_bytes(record: Record) -> bytes:
    """The record as it is kept."""
    files = [{"name": one.name, "before": one.before, "after": one.after} for one in record.files]
    stored = {"what": record.what, "since": record.since, "takes_back": record.takes_back}
    text = json.dumps({**stored, "folders": record.folders, "files": files}, ensure_ascii=False, indent=1)
    return (text + "\n").encode("utf-8", "surrogatepass")


def list_saves(root: Path) -> Records:
    """The records of the site kept in `root`."""
    sound, damaged = [], []
    for number, name in sorted(_folders(root).items()):
        try:
            sound.append(_parse_record(read_plain(root / UNDO / name / _RECORD), number, name))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            damaged.append(f"{UNDO}/{name}")
    return Records(tuple(sound), tuple(damaged))


def has_unfinished(root: Path) -> bool:
    """True if a save of the site is under way or was broken off; quick, since every command asks."""
    try:
        return any(name == STAGING or name.endswith(UNFINISHED) for name in os.listdir(root / UNDO))  # noqa: PTH208
    except OSError:
        return False


def next_number(root: Path) -> int:
    """The number of the next save."""
    return max(_folders(root), default=0) + 1


def write_record(folder: Path, record: Record) -> Path:
    """Write a record into its folder while that is being staged; the file written."""
    (folder / _RECORD).write_bytes(record_bytes(record))
    return folder / _RECORD


def copy_before(root: Path, record: Record, file: SavedFile) -> bytes | None:
    """The bytes that a file had before a save, None where there was none.

    Raises DamagedRecordError where the copy is not what was kept.
    """
    if not file.before:
        return None
    try:
        data = read_plain(root / record.folder / BEFORE / file.name)
    except OSError:
        raise DamagedRecordError(record.folder) from None
    if digest(data) != file.before:
        raise DamagedRecordError(record.folder)
    return data


def forget_old(root: Path) -> None:
    """Remove the records before the last saves, and those of a save that was taken back and then made again.

    Of the latter the first goes first: the other then takes back nothing that is there, and so counts for nothing.
    """
    finished = {one.number: one for one in list_saves(root).sound if one.is_finished}
    saves = [number for number, one in finished.items() if not one.takes_back]
    oldest = saves[-MOST_SAVES] if len(saves) > MOST_SAVES else 0
    void = {number for number, one in finished.items() if one.takes_back and one.takes_back not in finished}
    again = {number: one.takes_back for number, one in finished.items() if is_again(one, finished)}
    for number, name in sorted(_folders(root).items()):
        if (number < oldest or number in {*void, *again, *again.values()}) and not name.endswith(UNFINISHED):
            forget_folder(root, name)


def is_again(record: Record, records: Mapping[int, Record]) -> bool:
    """True if a record took back one that took back a save: the files are as that save left them."""
    return record.takes_back in records and bool(records[record.takes_back].takes_back)


def forget_folder(root: Path, name: str) -> None:
    """Remove a folder of records; at once for whoever looks, since it is renamed first."""
    staging = root / UNDO / STAGING
    shutil.rmtree(staging, ignore_errors=True)
    replace_file(partial((root / UNDO / name).rename, staging))
    shutil.rmtree(staging, ignore_errors=True)


def _folders(root: Path) -> dict[int, str]:
    """The folders of records by their numbers."""
    try:
        names = os.listdir(root / UNDO)  # noqa: PTH208
    except OSError:
        return {}
    return {int(form["number"]): name for name in sorted(names) if (form := _FOLDER.fullmatch(name))}


def _parse_record(data: bytes, number: int, name: str) -> Record:
    stored: Any = json.loads(data)
    files = tuple(SavedFile(str(one["name"]), str(one["before"]), str(one["after"])) for one in stored["files"])
    folders = tuple(map(str, stored["folders"]))
    safe = all(is_overlaid(one.name) for one in files) and all(is_overlaid(f"{one}/a.yml") for one in folders)
    if not files or not safe:  # records travel, and files are written by them
        raise ValueError(name)
    taken = int(stored["takes_back"])
    is_finished = not name.endswith(UNFINISHED)
    return Record(number, str(stored["what"]), str(stored["since"]), files, taken, folders, is_finished)
