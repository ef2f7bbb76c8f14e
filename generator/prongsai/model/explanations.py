"""The agency's own explanations (คำชี้แจง) of what the rules find in a year's data."""

from __future__ import annotations

from prongsai.model.record import Record
from prongsai.model.types import Day, Key, Text, Year


class Explanation(Record):
    """An explanation of the problems of one code; `about` narrows it to those that name this."""

    code: Key
    text: Text
    about: Text | None = None
    date: Day | None = None


class Explanations(Record):
    """The explanations for the notes of `fiscal_year` (Buddhist Era)."""

    fiscal_year: Year
    explanations: tuple[Explanation, ...] = ()
