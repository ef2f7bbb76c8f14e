"""The names that only the rules of near years give, as a table: what is offered, and by which year."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.model.edition import Edition
from prongsai.views.content import Cell, Head, Table, cell
from prongsai.views.names import word_unverified
from prongsai.views.speech import Speech


def offered_table(edition: Edition, speech: Speech) -> Table:
    """Instruments, indicators and items as the nearest years name them, each with the year and marked as such."""
    columns = (Head("รหัส"), Head("ชื่อ"), Head("ที่มา"))
    name = f"ชื่อและโครงสร้างตามปีใกล้เคียง สำหรับปี {speech.digits(edition.fiscal_year)}"
    return Table(f"offered-{edition.fiscal_year}", name, columns, tuple(_rows(edition, speech)), searched=False)


def _rows(edition: Edition, speech: Speech) -> Iterator[tuple[Cell, ...]]:
    offered = edition.offered
    named = [
        *((code, one.fact.name, one.year) for code, one in offered.instruments.items()),
        *((f"ตัวชี้วัดที่ {number}", one.fact.name, one.year) for number, one in offered.indicators.items()),
        *((f"ตัวชี้วัดย่อยที่ {number}", one.fact.name, one.year) for number, one in offered.subindicators.items()),
        *((code, one.fact.title or one.fact.about or "", one.year) for code, one in offered.items.items()),
    ]
    for code, name, year in named:
        by = word_unverified((year,), edition, speech)
        yield cell(speech.digits(code), head=True), cell(speech.digits(name)), cell(by)
