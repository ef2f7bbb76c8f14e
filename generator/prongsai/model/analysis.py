"""The written analysis of one fiscal year's result, and the rules its lists follow."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator

from prongsai.model.prose import Points, Section
from prongsai.model.record import Record
from prongsai.model.scores import Remark
from prongsai.model.signed import SignedCopy
from prongsai.model.types import Count, Ident, ItemCode, Key, Score, Text, Texts, Year, wrong

Condition = Literal["highest", "lowest", "risen", "fallen", "without_score", "above", "below"]
_BARE = {"highest", "lowest", "risen", "fallen", "without_score"}
_WITH_NUMBER = {"above", "below"}


class ListRule(Record):
    """One condition that every entry of a list fulfils; `above` and `below` carry a score."""

    condition: Condition
    score: Score | None = None


def _rule(raw: Any) -> Any:
    if isinstance(raw, str) and raw in _BARE:
        return {"condition": raw}
    if isinstance(raw, dict) and len(raw) == 1 and raw.keys() <= _WITH_NUMBER:
        [(condition, score)] = raw.items()
        return {"condition": condition, "score": score}
    if isinstance(raw, str):
        raise wrong("not-a-list-rule", found=raw)
    raise wrong("not-a-list-rule", found=", ".join(raw) if isinstance(raw, dict) else "[…]")


class StatedList(Record):
    """A list of strengths or weaknesses in the document's words, with what it names and the rule it follows."""

    text: Text
    points: Points = ()
    indicators: tuple[Key, ...] = ()
    items: tuple[ItemCode, ...] = ()
    rules: tuple[Annotated[ListRule, BeforeValidator(_rule)], ...] = ()
    stated_count: Count | None = None
    at: Text | None = None


class Finding(Record):
    """One sentence of the overall analysis."""

    shorthand: ClassVar[str] = "text"

    text: Text
    at: Text | None = None


class DevelopmentPoint(Record):
    """What is assessed by an indicator or item, and what should be improved."""

    indicator: Key | None = None
    item: ItemCode | None = None
    printed_title: Text | None = None
    assessed: Texts = ()
    improve: Points = ()
    at: Text | None = None


class Analysis(Record):
    """The analysis of the result of `fiscal_year` (Buddhist Era)."""

    fiscal_year: Year
    source: Ident | None = None
    title: Text | None = None
    sections: tuple[Section, ...] = ()
    findings: tuple[Finding, ...] = ()
    strengths: tuple[StatedList, ...] = ()
    weaknesses: tuple[StatedList, ...] = ()
    development_introduction: Texts = ()
    development_points: tuple[DevelopmentPoint, ...] = ()
    recommendations_introduction: Texts = ()
    recommendations: Points = ()
    signed_copy: SignedCopy | None = None
    notes: tuple[Remark, ...] = ()
