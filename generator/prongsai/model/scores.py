"""Scores of one fiscal year, as a document states them (points of 100)."""

from __future__ import annotations

from typing import ClassVar, Literal

from prongsai.model.prose import PrintedTable
from prongsai.model.record import Record
from prongsai.model.stated import Absence, Stated
from prongsai.model.types import (
    ByInstrument,
    ByItem,
    ByKey,
    Count,
    Day,
    Ident,
    InstrumentCode,
    QuestionCode,
    Score,
    Text,
    Texts,
    Year,
)

Change = Literal["เพิ่มขึ้น", "ลดลง", "เท่าเดิม"]
Basis = Literal["stated", "inferred"]


class FigureAgain(Record):
    """The same figure stated once more elsewhere in the document."""

    value: Stated[Score]
    at: Text
    printed_name: Text | None = None
    quote: Text | None = None


class Figure(Record):
    """A published figure: the first statement of it, and where else it is stated."""

    shorthand: ClassVar[str] = "value"

    value: Stated[Score] = Absence.NOT_ENTERED
    at: Text | None = None
    printed_name: Text | None = None
    also_stated: tuple[FigureAgain, ...] = ()
    note: Text | None = None


class LevelAgain(Record):
    """The same level stated once more elsewhere in the document."""

    value: Text
    at: Text
    quote: Text | None = None


class Level(Record):
    """A published level of the result, in the words or letters of its year."""

    shorthand: ClassVar[str] = "value"

    value: Stated[Text] = Absence.NOT_ENTERED
    at: Text | None = None
    also_stated: tuple[LevelAgain, ...] = ()


class RankAgain(Record):
    """The same rank stated once more elsewhere in the document."""

    value: Count
    at: Text
    scope: Stated[Text] = Absence.NOT_ENTERED
    quote: Text | None = None


class Rank(Record):
    """A published rank and among whom it holds."""

    value: Count
    scope: Stated[Text] = Absence.NOT_ENTERED
    at: Text | None = None
    also_stated: tuple[RankAgain, ...] = ()


class Question(Record):
    """A survey question with its score; the score is worded so that higher is better."""

    code: Stated[QuestionCode]
    instrument: InstrumentCode
    part: Count | None = None
    wording: Stated[Text] = Absence.NOT_ENTERED
    score: Stated[Score] = Absence.NOT_ENTERED
    findings: Texts = ()
    at: Text | None = None


class ItemResult(Record):
    """The result of one OIT item."""

    score: Stated[Score]
    reasons: Texts = ()
    basis: Basis = "stated"
    printed_code: Text | None = None
    printed_title: Text | None = None
    at: Text | None = None


class OtherItems(Record):
    """The result of all items that the document does not list, and why it is held to be so."""

    score: Score
    basis: Basis
    because: Text


class PrintedLevel(Record):
    """One line of the level scale as the document prints it."""

    level: Text
    lowest: Score
    highest: Score


class Comparison(Record):
    """The document's own table of change against another fiscal year.

    `table` has its cells as printed; `changes` and `row_labels` are what was kept of it before there was a place for
    them, and say nothing of its other cells.
    """

    with_year: Year
    table: PrintedTable | None = None
    changes: ByKey[Change] = {}
    row_labels: ByKey[Text] = {}
    at: Text | None = None


class Remark(Record):
    """A remark of whoever entered the data, shown on the notes page."""

    shorthand: ClassVar[str] = "text"

    text: Text
    at: Text | None = None


class Scores(Record):
    """All figures that a document states for one fiscal year (Buddhist Era)."""

    fiscal_year: Year
    source: Ident | None = None
    announced_on: Stated[Day] = Absence.NOT_ENTERED
    rank: Stated[Rank] = Absence.NOT_ENTERED
    total: Figure = Figure()
    level: Level = Level()
    instruments: ByInstrument[Figure] = {}
    parts: ByInstrument[Figure] = {}
    indicators: ByKey[Figure] = {}
    subindicators: ByKey[Figure] = {}
    questions: tuple[Question, ...] = ()
    items: ByItem[ItemResult] = {}
    items_not_listed: Stated[OtherItems] = Absence.NOT_ENTERED
    printed_levels: tuple[PrintedLevel, ...] = ()
    printed_levels_at: Text | None = None
    comparison: Comparison | None = None
    notes: tuple[Remark, ...] = ()
