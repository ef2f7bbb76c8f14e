"""The register of answers to the OIT items of one fiscal year."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from prongsai.model.prose import Points
from prongsai.model.record import Record
from prongsai.model.scores import Remark
from prongsai.model.stated import Absence, Stated
from prongsai.model.types import ByItem, Day, FileName, Flag, Ident, Link, Place, SitePath, Text, Texts, Year, wrong
from prongsai.thai.dates import BuddhistDate

LONGEST_WINDOW = 366  # days


def _said(raw: Any) -> Any:
    """Has and has not, also as people write them in Thai: here ไม่มี is an answer and no absence."""
    return {"มี": "has", "ไม่มี": "has_not"}.get(raw, raw) if isinstance(raw, str) else raw


class AnswerLink(Record):
    """One link of an answer: a page of this site, an attachment or an external address.

    `checked_on` is when somebody last opened it, `does_not_open` what was seen when it did not open.
    """

    url: Stated[Link] = Absence.NOT_ENTERED
    page: SitePath | None = None
    file: FileName | None = None
    title: Text | None = None
    explanation: Points = ()
    click_path: Texts = ()
    checked_on: Day | None = None
    does_not_open: Text | None = None


class ElementPlace(Record):
    """Where a required element stands, or that it is missing.

    `place` says it in words, `at` is its address (a page of this site with its fragment, an attachment, a web
    address), `value` is what stands there where a rule compares it, such as the telephone number of an executive.
    """

    shorthand: ClassVar[str] = "place"

    place: Text | None = None
    at: Place | None = None
    value: Texts = ()
    missing: Flag = False
    note: Text | None = None


class Answer(Record):
    """The answer to one item: has or has not, with its links."""

    answer: Annotated[Stated[Literal["has", "has_not"]], BeforeValidator(_said)] = Absence.NOT_ENTERED
    title: Text | None = None
    unit: Text | None = None
    published_on: Stated[Day] = Absence.NOT_ENTERED
    fiscal_year: Stated[Year] = Absence.NOT_ENTERED
    links: tuple[AnswerLink, ...] = ()
    elements: dict[Ident, ElementPlace] = {}
    nothing_happened: Text | None = None
    note: Text | None = None


class CheckWindow(Record):
    """The days on which the answers are assessed, both ends included, as the agency states them."""

    first: Day = Field(alias="from")
    last: Day = Field(alias="to")

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if not 0 < self.length <= LONGEST_WINDOW:
            raise wrong("check-window-wrong", first=str(self.first), last=str(self.last), longest=str(LONGEST_WINDOW))
        return self

    @property
    def length(self) -> int:
        """How many days there are; none where the last day comes before the first."""
        return max((_day(self.last) - _day(self.first)).days + 1, 0)


def _day(day: BuddhistDate) -> dt.date:
    return dt.date.fromisoformat(day.isoformat())


class Register(Record):
    """The answers for the items of `fiscal_year` (Buddhist Era), by item code."""

    fiscal_year: Year
    source: Ident | None = None
    check_window: CheckWindow | None = None
    items: ByItem[Answer] = {}
    notes: tuple[Remark, ...] = ()
