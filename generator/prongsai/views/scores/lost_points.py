"""The points that were lost, in tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.analysis.lost_points import Loss, lost_by_indicator, lost_by_item, lost_otherwise
from prongsai.analysis.results import YearResult
from prongsai.views.content import Part, Phrase, Table
from prongsai.views.names import indicator_phrase, item_phrase
from prongsai.views.scores.figures import by_other_list
from prongsai.views.speech import Speech
from prongsai.views.table import YEAR, Column, Heads, TableOf


@dataclass(frozen=True)
class LostAt:
    """The distance by which one indicator or item of a year keeps the total from 100.

    `other` is the same by another score that the document states for it.
    """

    result: YearResult
    kind: str
    loss: Loss
    other: Loss | None = None


def _lost_name(row: LostAt, _: Speech) -> str | None:
    edition = row.result.year.edition
    if row.kind == "indicator":
        return edition.indicators[row.loss.key].name
    item = edition.items.get(row.loss.key)
    return item.title if item else None


def _lost_subject(row: LostAt, speech: Speech) -> Phrase:
    if row.kind == "indicator":
        return indicator_phrase(row.result.year.edition, row.loss.key, speech)
    return item_phrase(row.result.year, row.loss.key, speech)


def _both(row: LostAt, name: str, speech: Speech) -> tuple[Part, ...]:
    """A figure of a loss, with the one by the document's other score where that differs."""
    first, other = getattr(row.loss, name), getattr(row.other, name, None)
    said = speech.published(first)
    if other is None or other == first:
        return said
    return (*said, by_other_list(Phrase(speech.plain(speech.published(other)))))


def _score(row: LostAt, speech: Speech) -> object:
    return _both(row, "score", speech) if row.kind == "indicator" else None


def _points(row: LostAt, speech: Speech) -> object:
    return _both(row, "points", speech)


def _below(row: LostAt, speech: Speech) -> object:
    return _both(row, "below_target", speech) if row.kind == "indicator" else None


LOST: TableOf[LostAt] = TableOf(
    "lost-points",
    "คะแนนที่หายไป",
    "ตัวชี้วัดและข้อ OIT ที่ทำให้คะแนนรวมหายไป",
    (
        YEAR,
        Column(
            "kind",
            "ประเภท",
            "kind",
            "หายไปที่ตัวชี้วัดหรือที่ข้อ OIT",
            choices={"indicator": "ตัวชี้วัด", "item": "ข้อ OIT"},
        ),
        Column("code", "รหัส", "loss.key", "เลขตัวชี้วัดหรือรหัสข้อ OIT"),
        Column("name", "ชื่อ", _lost_name, "ชื่อตามหลักเกณฑ์ของปีนั้น"),
        Column("score", "คะแนน", _score, "คะแนนตามเอกสารของตัวชี้วัด", "figure"),
        Column("points", "คะแนนรวมที่หายไป", _points, "ทำให้คะแนนรวมห่างจาก 100 เท่าใด", "figure", "คะแนน"),
        Column(
            "below_target",
            "ส่วนที่ต่ำกว่าเป้าหมาย",
            _below,
            "ส่วนของคะแนนที่หายไปเพราะต่ำกว่าค่าเป้าหมาย",
            "figure",
            "คะแนน",
        ),
        Column("subject", "", _lost_subject, heads_row=True, is_open=False),
    ),
    ("fiscal_year", "kind", "code"),
)


def lost_rows(result: YearResult) -> Iterator[LostAt]:
    """The points lost in a year: at indicators, then at items, largest first."""
    others = lost_otherwise(result)
    yield from (LostAt(result, "indicator", loss, others.get(loss.key)) for loss in lost_by_indicator(result))
    yield from (LostAt(result, "item", loss) for loss in lost_by_item(result))


def lost_indicators_table(result: YearResult, speech: Speech) -> Table:
    """The distance by which each indicator keeps the total from 100, largest loss first."""
    points, below = "ทำให้คะแนนรวมหายไป", "ส่วนที่ต่ำกว่าค่าเป้าหมาย"
    heads: Heads = {"subject": "ตัวชี้วัด", "score": None, "points": points, "below_target": below}
    rows = (row for row in lost_rows(result) if row.kind == "indicator")
    return LOST.show(("lost-indicators", "คะแนนรวมที่หายไปแยกตามตัวชี้วัด จากมากไปน้อย"), heads, rows, speech)


def lost_items_table(result: YearResult, speech: Speech) -> Table:
    """The distance by which each OIT item keeps the total from 100, largest loss first."""
    heads: Heads = {"subject": "ข้อ OIT", "points": "ทำให้คะแนนรวมหายไป"}
    rows = (row for row in lost_rows(result) if row.kind == "item")
    return LOST.show(("lost-items", "คะแนนรวมที่หายไปแยกตามข้อ OIT จากมากไปน้อย"), heads, rows, speech)
