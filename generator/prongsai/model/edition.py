"""The rules of an assessment year as data: instruments, weights, items, levels, rounding, each with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from prongsai.model.record import Record
from prongsai.model.types import (
    ByInstrument,
    ByItem,
    ByKey,
    Count,
    Flag,
    Ident,
    InstrumentCode,
    Key,
    Offset,
    Score,
    Text,
    Texts,
    Year,
)

Grade = Literal["S", "C", "P1", "P2", "I"]
Stage = Literal["instruments", "weighted"]


class Evidence(Record):
    """What verifies a fact: S source document, C computed, P1 official, P2 other public source, I inference."""

    grade: Grade
    source: Text


class Fact(Record):
    """A rule of the year; `evidence` names what verifies it."""

    evidence: tuple[Ident, ...] = ()


class Assessment(Record):
    """What the assessment is called, in short and in full, and who holds it."""

    short: Text | None = None
    name: Text | None = None
    organiser: Text | None = None


class Target(Fact):
    """The score (points of 100) that an agency should reach."""

    score: Score


class Instrument(Fact):
    """IIT, EIT or OIT; `weight` is in per cent of the total, absent where not verified."""

    name: Text
    english: Text | None = None
    plain: Text | None = None
    weight: Score | None = None


class Part(Fact):
    """A part of an instrument that is collected by itself."""

    instrument: InstrumentCode
    name: Text
    english: Text | None = None


class Indicator(Fact):
    """One indicator; `aliases` are spellings in use that are no errors."""

    name: Text
    instrument: InstrumentCode
    aliases: Texts = ()


class Subindicator(Fact):
    """A sub-indicator of an OIT indicator."""

    name: Text
    indicator: Key
    aliases: Texts = ()


class ItemScores(Fact):
    """The only scores (points of 100) that an item of the year can have."""

    allowed: tuple[Score, ...]


class ItemsTotal(Fact):
    """How many OIT items the year has."""

    count: Count


class Element(Record):
    """Something an item's page must show; one that is `not_agency_channel` has to be somebody's own."""

    key: Ident
    text: Text
    local_government: Flag = False
    not_agency_channel: Flag = False


class Item(Fact):
    """One OIT item; `key` is its meaning, the same in every year, while the code moves.

    `may_be_elsewhere` excepts it from standing on the agency's own website; `differs_from` names the meanings
    whose address it must not share.
    """

    key: Ident | None = None
    title: Text | None = None
    aliases: Texts = ()
    subindicator: Key | None = None
    group: Text | None = None
    answered_by: Literal["measures", "follow-up"] | None = None
    year_offset: Offset | None = None
    analyses_offset: Offset | None = None
    may_be_elsewhere: Flag = False
    differs_from: tuple[Ident, ...] = ()
    elements: tuple[Element, ...] = ()
    elements_evidence: tuple[Ident, ...] = ()
    advice: Texts = ()
    title_evidence: tuple[Ident, ...] = ()
    key_evidence: tuple[Ident, ...] = ()
    offset_evidence: tuple[Ident, ...] = ()


NACC = "NACC-ITA"  # the scheme whose editions ship
# Evidence that was read or computed somewhere, not inferred; and a published document or an official source itself.
FOUND: frozenset[Grade] = frozenset({"S", "C", "P1", "P2"})
CERTAIN: frozenset[Grade] = frozenset({"S", "C", "P1"})


def _bounds(raw: Any) -> Any:
    return [raw] if isinstance(raw, str) else raw


class LevelRule(Fact):
    """A level with its conditions; more than one `total_from` means that sources conflict."""

    name: Text
    total_from: Annotated[tuple[Score, ...], BeforeValidator(_bounds)]
    every_instrument_from: Score | None = None
    some_instrument_below: Score | None = None


class RoundingPath(Fact):
    """An order of rounding, half-up to two decimals; the total is always rounded."""

    key: Ident
    name: Text
    rounds: tuple[Stage, ...] = ()


AT_THE_END = RoundingPath(key="rounded-at-the-end", name="ปัดเศษครั้งเดียวเมื่อได้คะแนนรวม")


class CalendarStage(Fact):
    """A stage of the year's calendar."""

    stage: Text
    date: Text


class Edition(Record):
    """The rules of one assessment year (Buddhist Era) as far as they are verified."""

    scheme: Text
    fiscal_year: Year
    based_on: Year | None = None
    assessment: Assessment | None = None
    evidence: dict[Ident, Evidence] = {}
    unverified: Texts = ()
    target: Target | None = None
    instruments: ByInstrument[Instrument] = {}
    parts: ByInstrument[Part] = {}
    indicators: ByKey[Indicator] = {}
    subindicators: ByKey[Subindicator] = {}
    items_total: ItemsTotal | None = None
    item_scores: ItemScores | None = None
    items: ByItem[Item] = {}
    levels: tuple[LevelRule, ...] = ()
    levels_note: Text | None = None
    rounding_paths: tuple[RoundingPath, ...] = ()
    questions: ByKey[Any] = {}
    calendar: tuple[CalendarStage, ...] = ()

    def item_of(self, key: str) -> str | None:
        """The code that the item of a meaning has this year, or None."""
        return next((code for code, item in self.items.items() if item.key == key), None)

    @property
    def paths(self) -> tuple[RoundingPath, ...]:
        """The orders of rounding to try; where weights are stated but no order, the total alone is rounded."""
        return self.rounding_paths or ((AT_THE_END,) if self.knows_all_instruments else ())

    def verifies(self, names: Sequence[str], grades: frozenset[Grade] = FOUND) -> bool:
        """Whether any of the named evidence has one of the grades."""
        return any((found := self.evidence.get(name)) is not None and found.grade in grades for name in names)

    @property
    def knows_all_instruments(self) -> bool:
        """Whether the instruments are complete with their weights, so that a key outside the edition is wrong."""
        return bool(self.instruments) and self.weights.keys() == self.instruments.keys()

    @property
    def knows_all_items(self) -> bool:
        """Whether the list of items is complete, so that a code outside it is certainly wrong."""
        return self.items_total is not None and len(self.items) == self.items_total.count

    def items_under(self, subindicator: str) -> tuple[str, ...]:
        """The codes of the items of a sub-indicator, in official order."""
        return tuple(code for code, item in self.items.items() if item.subindicator == subindicator)

    @property
    def weights(self) -> dict[str, Decimal]:
        """Weights of the instruments in per cent, where verified."""
        return {code: tool.weight for code, tool in self.instruments.items() if tool.weight is not None}
