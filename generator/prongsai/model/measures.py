"""Measures for one fiscal year and the report of what was done."""

from __future__ import annotations

from typing import Literal

from prongsai.model.periods import StatedPeriod
from prongsai.model.prose import Point, Points
from prongsai.model.record import Record
from prongsai.model.scores import Remark
from prongsai.model.signed import SignedCopy
from prongsai.model.stated import Absence, Stated
from prongsai.model.status import ReportedStatus
from prongsai.model.types import (
    Count,
    Day,
    Flag,
    Ident,
    InstrumentCode,
    ItemCode,
    Key,
    Link,
    QuestionCode,
    Score,
    Text,
    Texts,
    Year,
)


class Basis(Record):
    """What a measure answers; `stated` is false when the maker of the data matched it, not the document."""

    instrument: InstrumentCode | None = None
    part: Count | None = None
    indicator: Key | None = None
    subindicator: Key | None = None
    item: Stated[ItemCode] = Absence.NOT_ENTERED
    question: Stated[QuestionCode] = Absence.NOT_ENTERED
    wording: Text | None = None
    score: Stated[Score] = Absence.NOT_ENTERED
    findings: Texts = ()
    quote: Text | None = None
    stated: Flag = True
    note: Text | None = None


class Responsible(Record):
    """Who carries a measure out: the lead, further units, and the words of the document."""

    lead: Texts = ()
    units: Texts = ()
    printed: Text | None = None


class Topic(Record):
    """A heading under which measures stand together."""

    id: Ident
    title: Text
    number: Count | None = None


class Columns(Record):
    """The heads of the measures table as the document prints them."""

    title: Text | None = None
    basis: Text | None = None
    steps: Text | None = None
    action_and_report: Text | None = None
    responsible: Text | None = None
    period: Text | None = None
    constraint: Text | None = None
    monitoring: Text | None = None
    reporting: Text | None = None


class Measure(Record):
    """One measure; `id` is permanent, since it is part of the measure's address."""

    id: Ident
    number: Stated[Count] = Absence.NOT_ENTERED
    topic: Ident | None = None
    title: Stated[Text]
    plain_summary: Text | None = None
    basis: tuple[Basis, ...] = ()
    steps: Stated[Points] = Absence.NOT_ENTERED
    action_and_report: Stated[Points] = Absence.NOT_ENTERED
    responsible: Stated[Responsible] = Absence.NOT_ENTERED
    period: StatedPeriod = Absence.NOT_ENTERED
    constraint: Stated[Points] = Absence.NOT_ENTERED
    monitoring: Stated[Points] = Absence.NOT_ENTERED
    reporting: Stated[Points] = Absence.NOT_ENTERED
    cycle_years: tuple[Year, ...] = ()
    at: Text | None = None


class Measures(Record):
    """The measures for `fiscal_year`, which answer the result of `from_fiscal_year` (Buddhist Era).

    `year_stated` is false where the document does not say for which year they are, and the folder was chosen.
    """

    fiscal_year: Year
    from_fiscal_year: Stated[Year] = Absence.NOT_ENTERED
    year_stated: Flag = True
    source: Ident | None = None
    title: Text | None = None
    introduction: Texts = ()
    goals: Texts = ()
    columns: Columns = Columns()
    topics: tuple[Topic, ...] = ()
    measures: tuple[Measure, ...] = ()
    closing: Texts = ()
    signed_copy: SignedCopy | None = None
    notes: tuple[Remark, ...] = ()


class ReportColumns(Record):
    """The heads of the report table as the document prints them."""

    title: Text | None = None
    status: Text | None = None
    evidence: Text | None = None
    outcome: Text | None = None
    summary: Text | None = None
    period: Text | None = None


class Report(Record):
    """What was done about one measure; a report may name no measure and carry a title of its own."""

    measure: Ident | None = None
    number: Stated[Count] = Absence.NOT_ENTERED
    title: Stated[Text] = Absence.NOT_ENTERED
    round: Literal["6", "12"] | None = None
    status: Stated[ReportedStatus] = Absence.NOT_ENTERED
    evidence: Stated[Points] = Absence.NOT_ENTERED
    outcome: Stated[Points] = Absence.NOT_ENTERED
    summary: Stated[Points] = Absence.NOT_ENTERED
    period: StatedPeriod = Absence.NOT_ENTERED
    questions: tuple[Stated[QuestionCode], ...] = ()
    result_link: Stated[Link] = Absence.NOT_ENTERED
    reported_on: Stated[Day] = Absence.NOT_ENTERED
    note: Text | None = None
    at: Text | None = None


class FollowUp(Record):
    """The report on the measures of `fiscal_year` (Buddhist Era), as of a date."""

    fiscal_year: Year
    source: Ident | None = None
    title: Text | None = None
    as_of: Stated[Day] = Absence.NOT_ENTERED
    introduction: Texts = ()
    columns: ReportColumns = ReportColumns()
    reports: tuple[Report, ...] = ()
    signed_copy: SignedCopy | None = None
    notes: tuple[Remark, ...] = ()


__all__ = [
    "Basis",
    "Columns",
    "FollowUp",
    "Measure",
    "Measures",
    "Point",
    "Report",
    "ReportColumns",
    "Responsible",
    "Topic",
]
