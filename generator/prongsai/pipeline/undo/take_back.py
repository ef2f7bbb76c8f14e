"""Saves taken back: the newest first, and only where the files still are what it left."""

from __future__ import annotations

import difflib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from prongsai.pipeline.undo.places import mark_of, read_now
from prongsai.pipeline.undo.records import Record, Records, copy_before, is_again, list_saves
from prongsai.pipeline.undo.write_all import Step, write_all

COMMAND = "prongsai undo"
_MOST_COMPARED = 1_000  # lines between the first and the last change; of more than that the order is not looked at


class NothingToUndoError(Exception):
    """There is no save that could be taken back, or none that could be made again."""


class OtherSaveError(Exception):
    """Another save was made or taken back since the one that was shown."""


class EditedSinceError(Exception):
    """Files are not what the save left any more; `names` are theirs, `record` is that of the save."""

    def __init__(self, record: Record, names: tuple[str, ...]) -> None:
        super().__init__(" ".join(names))
        self.record, self.names = record, names


@dataclass(frozen=True)
class Reversal:
    """A file that a save is taken back in: what it holds now and what it will hold, None for no file."""

    name: str
    now: bytes | None
    then: bytes | None

    @property
    def lines(self) -> tuple[int, int]:
        """The lines that come, and those that go."""
        return count_lines(self.now or b"", self.then or b"")


@dataclass(frozen=True)
class Undone:
    """The save that is taken back, or made again where `is_again`, with its files."""

    record: Record
    files: tuple[Reversal, ...]
    is_again: bool = False


def is_taken_back(record: Record, records: Records) -> bool:
    """True if a save is not what the files hold any more, since a later one took it back."""
    later = (one for one in records.sound if one.takes_back == record.number)
    return any(not is_taken_back(one, records) for one in later)


def plan_undo(root: Path, *, again: bool = False) -> Undone:
    """The newest save that was not taken back yet, or with `again` the one taken back last, to be made again.

    Raises NothingToUndoError, EditedSinceError, DamagedRecordError, NotAFileError and OSError.
    """
    records = list_saves(root)
    saves = [one for one in records.sound if one.is_finished]
    newest = max((one.number for one in saves if not one.takes_back), default=0)
    found = [one for one in saves if bool(one.takes_back) == again and not is_taken_back(one, records)]
    if again:  # a save since has another state of the files below it
        known = {one.number: one for one in saves}
        found = [one for one in found if one.number > newest and one.takes_back in known and not is_again(one, known)]
    if not found:
        raise NothingToUndoError
    return Undone(found[-1], _reversals(root, found[-1]), again)


def undo(root: Path, *, again: bool = False, number: int | None = None) -> Undone:
    """Take back what `plan_undo` says; with `number` that save and no other. The caller holds the lock of the site.

    It is a save itself, so that it can be taken back. Raises OtherSaveError, and what `plan_undo` and `write_all` do.
    """
    undone = plan_undo(root, again=again)
    if number not in {None, undone.record.number}:
        raise OtherSaveError
    steps = [Step(one.name, one.now, one.then) for one in undone.files]
    write_all(root, steps, f"{COMMAND} --redo" if again else COMMAND, undone.record)
    return undone


def _reversals(root: Path, record: Record) -> tuple[Reversal, ...]:
    now = {file.name: read_now(root, file.name) for file in record.files}
    if edited := tuple(file.name for file in record.files if mark_of(now[file.name]) != file.after):
        raise EditedSinceError(record, edited)
    return tuple(Reversal(file.name, now[file.name], copy_before(root, record, file)) for file in record.files)


def count_lines(old: bytes, new: bytes) -> tuple[int, int]:
    """The lines that `new` has and `old` has not, and those that only `old` has; moved lines are both."""
    before, after = _without_same_ends(old.splitlines(), new.splitlines())
    if max(len(before), len(after)) > _MOST_COMPARED:
        first, second = Counter(before), Counter(after)
        return (second - first).total(), (first - second).total()
    matched = difflib.SequenceMatcher(None, before, after).get_opcodes()
    parts = [one for one in matched if one[0] != "equal"]
    return sum(end - start for *_, start, end in parts), sum(end - start for _, start, end, *_ in parts)


def _without_same_ends(before: list[bytes], after: list[bytes]) -> tuple[list[bytes], list[bytes]]:
    """The lines between those that both have at the beginning and at the end."""
    head = _count_same(before, after)
    before, after = before[head:], after[head:]
    tail = _count_same(before[::-1], after[::-1])
    return before[: len(before) - tail], after[: len(after) - tail]


def _count_same(before: list[bytes], after: list[bytes]) -> int:
    pairs = enumerate(zip(before, after, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(before), len(after)))
