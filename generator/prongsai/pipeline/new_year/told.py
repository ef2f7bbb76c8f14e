"""The report of what was begun, as values that a command words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from prongsai.forms.carried import Origin
from prongsai.pipeline.new_year.add_answers import AddedAnswers

# Why a file is left for later: written now, it would lack for good what it is for, or hide what is wrong in it.
Reason = Literal["no-items", "faulty-answers", "no-measures", "faulty-measures", "faulty", "refused"]


class OddFolderError(Exception):
    """The entry in the place of the folder of the year is no folder, or is outside the site."""


@dataclass(frozen=True)
class NotWritten:
    """A file that is left for later or as it is, and the file that it waits for."""

    name: str
    reason: Reason
    needs: str


@dataclass(frozen=True)
class NewYear:
    """The result for the files of a year, each by its name as seen from the site's folder.

    `borrowed` is the year (Buddhist Era) whose items stand in for those of the year, 0 where they are its own.
    `answers` are those carried now, `waiting` is how many wait after it in all; `lost` are the answers whose
    item of this year is not known. `weak_points` are those that no
    measure answers yet, in words. `number` is that of the save, 0 where
    nothing was written.
    """

    written: tuple[str, ...]
    kept: tuple[str, ...]
    not_written: tuple[NotWritten, ...]
    answers: AddedAnswers
    before: int = 0
    borrowed: int = 0
    waiting: int = 0
    lost: tuple[Origin, ...] = ()
    rounds: int = 0
    documents: tuple[str, ...] = ()
    weak_points: tuple[str, ...] = ()
    number: int = 0
