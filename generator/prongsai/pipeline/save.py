"""Proposals and saves: changes made to the texts, checked as a whole, and written together or not at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from prongsai.pipeline.check import Checked, check_folder
from prongsai.pipeline.undo.places import mark_of, read_now
from prongsai.pipeline.undo.write_all import Step, write_all
from prongsai.problems import Problem
from prongsai.submissions.check import is_of_submissions
from prongsai.wording import Severity, severity_of
from prongsai.writing.change import Change, RefusedError

_PLACE = re.compile(r":[0-9]+(?::[0-9]+)?\b")
_OF_PLACES = {"line"}  # values of problems that change with every line above them
_Alike = tuple[str, str, int | None, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Proposed:
    """The files that a save would write, by names in the site, and the whole check of the site as it would be then.

    `before` are the bytes read, `after` those to be written, None for no file; files that stay the same are in
    neither. `new_problems` are those of `problems` that the site does not have as it is.
    """

    changes: tuple[Change, ...]
    before: Mapping[str, bytes | None]
    after: Mapping[str, bytes | None]
    checked: Checked
    new_problems: tuple[Problem, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems of the site as it would be; their places are those of the new texts."""
        return self.checked.problems

    @property
    def has_new_errors(self) -> bool:
        """True if a problem that is new would keep the site from being built.

        An answer that differs from what was submitted can be written down: it is recorded as submitted only after that.
        """
        own = (one for one in self.new_problems if not is_of_submissions(one))
        return any(severity_of(one.code) is Severity.ERROR for one in own)

    @property
    def hashes(self) -> dict[str, str]:
        """The SHA-256 of what was read of each file, "" where there is none."""
        return {name: mark_of(data) for name, data in self.before.items()}


@dataclass(frozen=True)
class Saved:
    """The files written, and the number under which the save can be taken back; 0 where nothing had to be written."""

    names: tuple[str, ...]
    number: int = 0


def propose(root: Path, changes: Sequence[Change], before: Checked | None = None) -> Proposed:
    """Make changes to the texts of the site kept in `root`, and check it as it would be; nothing is written.

    `before` is a check of the site as it is, where the caller has one. Raises RefusedError for a change that cannot be
    made, NotAFileError and OSError for a file that cannot be read.
    """
    from prongsai.writing.apply import apply

    read = {name: read_now(root, name) for name in dict.fromkeys(change.file for change in changes)}
    texts = {name: _text_of(data, name, changes) for name, data in read.items()}
    made = {name: text.encode() for name, text in apply(texts, changes).items()}
    return _propose(root, read, made, tuple(changes), before)


def propose_texts(root: Path, after: Mapping[str, bytes | None], before: Checked | None = None) -> Proposed:
    """Propose whole files, None for one that goes; as `propose` for whoever has no changes."""
    return _propose(root, {name: read_now(root, name) for name in after}, after, (), before)


def save(root: Path, proposed: Proposed, what: str) -> Saved:
    """Write all files of a proposal, or none; `what` is the command as it was typed. The caller holds the lock.

    Raises ChangedMeanwhileError (with the name) where a file is not what was read, NotAFileError, OSError where the
    disk refuses, and HalfSavedError where it even refuses to take back; the next command goes on then.
    """
    if not proposed.after:
        return Saved(())
    steps = [Step(name, proposed.before[name], data) for name, data in proposed.after.items()]
    return Saved(tuple(proposed.after), write_all(root, steps, what).number)


def _text_of(data: bytes | None, name: str, changes: Sequence[Change]) -> str | None:
    """The whole text of a file, with its mark of byte order and its line ends; only UTF-8 can be changed."""
    try:
        return None if data is None else data.decode()
    except UnicodeDecodeError as failure:
        line = data[: failure.start].count(b"\n") + 1 if data else 0
        raise RefusedError(next(one for one in changes if one.file == name), "not-utf8", line) from None


def _propose(
    root: Path,
    read: Mapping[str, bytes | None],
    made: Mapping[str, bytes | None],
    changes: tuple[Change, ...],
    before: Checked | None,
) -> Proposed:
    after = {name: data for name, data in made.items() if data != read[name]}
    was = before or check_folder(root)
    checked = check_folder(root, overlay=after) if after else was
    found = _new_problems(was.problems, checked.problems)
    return Proposed(changes, {name: read[name] for name in after}, after, checked, found)


def _new_problems(was: Sequence[Problem], now: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problems that were not there before, or not in all places, wherever in their files those have moved to."""
    known = Counter(_alike(part) for one in was for part in one.apart)
    found = []
    for one in now:
        parts = Counter(map(_alike, one.apart))
        if any(count > known[part] for part, count in parts.items()):
            found.append(one)
        known -= parts
    return tuple(found)


def _alike(one: Problem) -> _Alike:
    """The problem without where in its file it is; two that are equal in this are the same to people."""
    said = sorted((name, _PLACE.sub(":", value)) for name, value in one.values.items() if name not in _OF_PLACES)
    return one.code, one.where.file, one.year, tuple(said)
