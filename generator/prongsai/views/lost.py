"""Where the points were lost, in words and tables."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from prongsai.analysis.lost_points import lost_by_indicator, lost_by_item, next_level
from prongsai.analysis.results import YearResult
from prongsai.views.content import Column, Table, cell, number_cell
from prongsai.views.names import indicator_phrase, item_phrase
from prongsai.views.speech import Speech


def lost_view(result: YearResult, speech: Speech) -> dict[str, Any]:
    """The two tables, largest loss first, the sum over items, and what the next level asks for."""
    by_item = lost_by_item(result)
    level = next_level(result)
    return {
        "lost_indicators": lost_indicators_table(result, speech),
        "lost_items": lost_items_table(result, speech),
        "lost_item_count": speech.digits(len(by_item)),
        "lost_item_sum": speech.score(sum((loss.points for loss in by_item), Fraction(0))) if by_item else None,
        "next_level": level,
        "next_lacking": speech.score(level.lacking) if level else None,
        "next_bound": speech.score(level.bound) if level and level.bound is not None else None,
        "next_below": ", ".join(level.instruments_below) if level else "",
    }


def lost_indicators_table(result: YearResult, speech: Speech) -> Table:
    """What each indicator keeps the total from 100 by, largest loss first."""
    rows = tuple(
        (
            cell(indicator_phrase(result.year.edition, loss.key, speech), head=True),
            number_cell(*speech.published(loss.score)),
            number_cell(speech.score(loss.points)),
            number_cell(speech.score(loss.below_target)),
        )
        for loss in lost_by_indicator(result)
    )
    columns = (
        Column("ตัวชี้วัด"),
        Column("คะแนน", True),
        Column("ทำให้คะแนนรวมหายไป", True),
        Column("ส่วนที่ต่ำกว่าค่าเป้าหมาย", True),
    )
    return Table("lost-indicators", "คะแนนรวมที่หายไปแยกตามตัวชี้วัด จากมากไปน้อย", columns, rows)


def lost_items_table(result: YearResult, speech: Speech) -> Table:
    """What each OIT item keeps the total from 100 by, largest loss first."""
    rows = tuple(
        (cell(item_phrase(result.year, loss.key, speech), head=True), number_cell(speech.score(loss.points)))
        for loss in lost_by_item(result)
    )
    columns = (Column("ข้อ OIT"), Column("ทำให้คะแนนรวมหายไป", True))
    return Table("lost-items", "คะแนนรวมที่หายไปแยกตามข้อ OIT จากมากไปน้อย", columns, rows)
