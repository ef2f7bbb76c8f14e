"""The names that only the rules of near years give, as a table: what is offered, and by which year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.model.edition import Edition
from prongsai.views.content import Phrase, Table
from prongsai.views.names import word_unverified
from prongsai.views.speech import Speech
from prongsai.views.table import ROW, YEAR, Column, Heads, TableOf


@dataclass(frozen=True)
class OfferedName:
    """A name that the rules of `of_year` (Buddhist Era) lend to those of an edition; `called` is what it is of."""

    edition: Edition
    called: str
    name: str
    of_year: int


def _source(row: OfferedName, speech: Speech) -> Phrase:
    return Phrase(word_unverified((row.of_year,), row.edition, speech))


OFFERED: TableOf[OfferedName] = TableOf(
    "edition-offered",
    "ชื่อและโครงสร้างตามปีใกล้เคียง",
    "ชื่อที่หลักเกณฑ์ของปียังไม่มี แสดงตามหลักเกณฑ์ของปีใกล้เคียง ยังไม่ยืนยันสำหรับปีนั้น",
    (
        YEAR,
        ROW,
        Column(
            "code", "รหัส", lambda row, speech: speech.digits(row.called), "รหัสของเครื่องมือ ตัวชี้วัด หรือข้อ", heads_row=True
        ),
        Column("name", "ชื่อ", lambda row, speech: speech.digits(row.name), "ชื่อตามหลักเกณฑ์ของปีที่มา"),
        Column("of_year", "ที่มา", "of_year", "ปีงบประมาณของหลักเกณฑ์ที่มีชื่อนี้", "integer", "พ.ศ.", shown=_source),
    ),
)


def offered_rows(edition: Edition) -> Iterator[OfferedName]:
    """Instruments, indicators and items as the nearest years name them, each with its year."""
    offered = edition.offered
    named = [
        *((code, one.fact.name, one.year) for code, one in offered.instruments.items()),
        *((f"ตัวชี้วัดที่ {number}", one.fact.name, one.year) for number, one in offered.indicators.items()),
        *((f"ตัวชี้วัดย่อยที่ {number}", one.fact.name, one.year) for number, one in offered.subindicators.items()),
        *((code, one.fact.title or one.fact.about or "", one.year) for code, one in offered.items.items()),
    ]
    return (OfferedName(edition, *one) for one in named)


def offered_table(edition: Edition, speech: Speech) -> Table:
    """The names that near years lend to an edition, each with its year and marked as such."""
    heads: Heads = dict.fromkeys(("code", "name", "of_year"))
    title = f"ชื่อและโครงสร้างตามปีใกล้เคียง สำหรับปี {speech.digits(edition.fiscal_year)}"
    named = (f"offered-{edition.fiscal_year}", title)
    return OFFERED.show(named, heads, offered_rows(edition), speech)
