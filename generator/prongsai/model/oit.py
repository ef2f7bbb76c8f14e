"""The register of answers to the OIT items of one fiscal year."""

from __future__ import annotations

from typing import ClassVar, Literal

from prongsai.model.prose import Points
from prongsai.model.record import Record
from prongsai.model.scores import Remark
from prongsai.model.stated import Absence, Stated
from prongsai.model.types import ByItem, Day, FileName, Flag, Ident, Link, Place, SitePath, Text, Texts, Year


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

    answer: Stated[Literal["has", "has_not"]] = Absence.NOT_ENTERED
    title: Text | None = None
    unit: Text | None = None
    published_on: Stated[Day] = Absence.NOT_ENTERED
    fiscal_year: Stated[Year] = Absence.NOT_ENTERED
    links: tuple[AnswerLink, ...] = ()
    elements: dict[Ident, ElementPlace] = {}
    nothing_happened: Text | None = None
    note: Text | None = None


class Register(Record):
    """The answers for the items of `fiscal_year` (Buddhist Era), by item code."""

    fiscal_year: Year
    source: Ident | None = None
    items: ByItem[Answer] = {}
    notes: tuple[Remark, ...] = ()
