"""What people asked about one fiscal year and what the agency answered; who asked is never kept."""

from __future__ import annotations

from prongsai.model.prose import Points
from prongsai.model.record import Record
from prongsai.model.stated import Absence, Stated
from prongsai.model.types import Day, Ident, ItemCode, Key, Place, Text, Year


class Subject(Record):
    """What a question is about: a measure, an indicator or an OIT item of its year."""

    measure: Ident | None = None
    indicator: Key | None = None
    item: ItemCode | None = None


class Question(Record):
    """One question; `id` is permanent, since it is part of its address. There is no field for whoever asked.

    Each entry of `answer` is a paragraph, its points a list below it; `link` is where more can be read.
    """

    id: Ident
    asked_on: Stated[Day] = Absence.NOT_ENTERED
    question: Text
    answer: Stated[Points] = Absence.NOT_ENTERED
    answered_on: Stated[Day] = Absence.NOT_ENTERED
    unit: Text | None = None
    about: Subject = Subject()
    link: Place | None = None


class Questions(Record):
    """The questions of `fiscal_year` (Buddhist Era), in the order in which they were entered."""

    fiscal_year: Year
    questions: tuple[Question, ...] = ()
