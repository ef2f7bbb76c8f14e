"""What the document states more than once."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.analysis.ranks import restated_differently
from prongsai.analysis.results import YearResult
from prongsai.model.scores import Figure, Scores
from prongsai.model.stated import known
from prongsai.views.content import Cell, Column, Part, Phrase, Table, cell, number_cell
from prongsai.views.speech import Speech


def again_table(result: YearResult, speech: Speech) -> Table:
    """Figures and levels that the document states a second time and differently, with the place and the words."""
    scores = result.year.scores or Scores.model_construct(fiscal_year=result.year.year)
    rows = [
        _again_row(name, speech.published(figure.value), speech.published(again.value), again.at, again.quote)
        for name, figure in _named_figures(scores, speech)
        for again in figure.also_stated
        if known(again.value) != known(figure.value)
    ]
    rows += [
        _again_row("ระดับ", speech.stated(scores.level.value), (Phrase(level.value),), level.at, level.quote)
        for level in scores.level.also_stated
        if level.value != known(scores.level.value)
    ]
    rank = known(scores.rank)
    rows += [
        _again_row("ลำดับที่", (speech.count(rank.value),), (speech.count(one.value),), one.at, one.quote)
        for one in restated_differently(rank)
        if rank
    ]
    columns = (Column("รายการ"), Column("ค่าแรกที่พบ", True), Column("ค่าที่พบอีก", True), Column("ที่ในเอกสาร"))
    caption = f"ตัวเลขที่เอกสารระบุไม่ตรงกัน {speech.fiscal_year(result.year.year)}"
    return Table("stated-again", caption, columns, tuple(rows))


def same_again(result: YearResult) -> int:
    """How many times the document states a figure or a level again and says the same."""
    scores = result.year.scores
    if scores is None:
        return 0
    figures: list[Figure] = [scores.total, *(one for group in _GROUPS for one in getattr(scores, group).values())]
    same = sum(known(again.value) == known(figure.value) for figure in figures for again in figure.also_stated)
    return same + sum(level.value == known(scores.level.value) for level in scores.level.also_stated)


_GROUPS = {"instruments": "", "parts": "", "indicators": "ตัวชี้วัดที่ ", "subindicators": "ตัวชี้วัดย่อยที่ "}


def _named_figures(scores: Scores, speech: Speech) -> Iterator[tuple[str, Figure]]:
    yield "คะแนนรวม", scores.total
    for group, kind in _GROUPS.items():
        for key, figure in getattr(scores, group).items():
            yield f"{kind}{speech.digits(key)}", figure


def _again_row(
    name: str, first: tuple[Part, ...], other: tuple[Part, ...], at: str, quote: str | None
) -> tuple[Cell, ...]:
    place = (Phrase(at), Phrase(f" “{quote}”", kind="aside")) if quote else (Phrase(at),)
    return cell(name, head=True), number_cell(*first), number_cell(*other), cell(*place)
