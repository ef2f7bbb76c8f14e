"""Numbers that a document prints next to its scores: respondents, weighted points, scores of units, and ranks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.analysis.readings import of_other_scope
from prongsai.analysis.results import YearResult
from prongsai.model.edition import Edition
from prongsai.model.score_parts import Rank, RankAgain, Respondents, UnitScore, WeightedPoints
from prongsai.model.site import Site
from prongsai.views.content import Phrase, Table
from prongsai.views.names import instrument_name, unit_phrase
from prongsai.views.speech import Speech
from prongsai.views.table import COUNT, OF_YEAR, ROW, YEAR, Column, Heads, TableOf

_PEOPLE = "คน"


@dataclass(frozen=True)
class Answered:
    """The number of those who answered one survey of a year."""

    edition: Edition
    instrument: str
    of: Respondents


def _tool(row: Answered, speech: Speech) -> Phrase:
    return Phrase(instrument_name(row.edition, row.instrument, speech))


RESPONDENTS: TableOf[Answered] = TableOf(
    "respondents",
    "จำนวนผู้ตอบแบบวัด",
    "จำนวนผู้ตอบของแต่ละแบบวัด ตามเอกสาร",
    (
        YEAR,
        Column("instrument", "รหัสแบบวัด", "instrument", "รหัสของเครื่องมือ"),
        Column("count", "จำนวนผู้ตอบ", "of.count", "จำนวนผู้ตอบตามเอกสาร", "figure", _PEOPLE),
        Column("population", "จำนวนผู้มีสิทธิตอบ", "of.population", "จำนวนทั้งหมดตามเอกสาร", "integer", _PEOPLE),
        Column("needed", "จำนวนขั้นต่ำ", "of.needed", "จำนวนผู้ตอบอย่างน้อยที่ต้องมี", "integer", _PEOPLE),
        Column("at", "ที่ในเอกสาร", "of.at", "ตำแหน่งในเอกสารต้นทาง"),
        Column("tool", "แบบวัด", _tool, heads_row=True, is_open=False),
    ),
    ("fiscal_year", "instrument"),
    OF_YEAR,
)


def respondent_rows(result: YearResult) -> Iterator[Answered]:
    """The surveys of a year whose respondents are counted."""
    found = result.year.scores.respondents if result.year.scores else {}
    yield from (Answered(result.year.edition, code, one) for code, one in found.items())


def respondents_table(result: YearResult, speech: Speech) -> Table:
    """The number of those who answered each survey; a column that no row fills is left out."""
    rows = list(respondent_rows(result))
    heads: dict[str, str | None] = {"tool": None, "count": None}
    heads |= {name: None for name in ("population", "needed") if any(getattr(one.of, name) is not None for one in rows)}
    return RESPONDENTS.show(
        ("respondents", f"จำนวนผู้ตอบแบบวัด {speech.fiscal_year(result.year.year)}"), heads, rows, speech
    )


@dataclass(frozen=True)
class Weighted:
    """The weighted points of one instrument of a year."""

    edition: Edition
    instrument: str
    of: WeightedPoints


def _weighted_tool(row: Weighted, speech: Speech) -> Phrase:
    return Phrase(instrument_name(row.edition, row.instrument, speech))


WEIGHTED: TableOf[Weighted] = TableOf(
    "weighted-points",
    "คะแนนถ่วงน้ำหนัก",
    "คะแนนของแต่ละเครื่องมือหลังคูณน้ำหนัก ตามเอกสาร",
    (
        YEAR,
        Column("instrument", "รหัสเครื่องมือ", "instrument", "รหัสของเครื่องมือ"),
        Column("points", "คะแนนถ่วงน้ำหนัก", "of.value", "คะแนนตามเอกสาร", "figure"),
        Column("of", "คะแนนเต็ม", "of.of", "คะแนนเต็มตามเอกสาร", "figure"),
        Column("at", "ที่ในเอกสาร", "of.at", "ตำแหน่งในเอกสารต้นทาง"),
        Column("tool", "เครื่องมือ", _weighted_tool, heads_row=True, is_open=False),
    ),
    ("fiscal_year", "instrument"),
    OF_YEAR,
)


def weighted_rows(result: YearResult) -> Iterator[Weighted]:
    """The instruments of a year whose weighted points are printed."""
    found = result.year.scores.weighted if result.year.scores else {}
    yield from (Weighted(result.year.edition, code, one) for code, one in found.items())


def weighted_table(result: YearResult, speech: Speech) -> Table:
    """The weighted points of each instrument; of how many, where the document prints it."""
    rows = list(weighted_rows(result))
    heads: Heads = {name: None for name in ("tool", "points", "of") if name != "of" or any(one.of.of for one in rows)}
    named = ("weighted", f"คะแนนถ่วงน้ำหนักตามเอกสาร {speech.fiscal_year(result.year.year)}")
    return WEIGHTED.show(named, heads, rows, speech)


@dataclass(frozen=True)
class OfUnit:
    """The score of one unit inside the agency."""

    site: Site
    of: UnitScore


UNIT_SCORES: TableOf[OfUnit] = TableOf(
    "unit-scores",
    "คะแนนของหน่วยงานภายใน",
    "คะแนนของสำนักหรือกองที่เอกสารพิมพ์ หนึ่งแถวต่อหนึ่งคะแนน",
    (
        YEAR,
        ROW,
        Column("unit_id", "รหัสหน่วยงาน", lambda row, _: row.site.unit_of(row.of.unit), "รหัสในตาราง units ว่างเมื่อไม่มี"),
        Column("unit", "หน่วยงาน", lambda row, _: unit_phrase(row.site, row.of.unit), "ชื่อหน่วยงาน", heads_row=True),
        Column("instrument", "เครื่องมือ", "of.instrument", "รหัสของเครื่องมือ ว่างเมื่อเป็นคะแนนรวม"),
        Column("score", "คะแนน", "of.score", "คะแนนตามเอกสาร", "figure"),
        Column("respondents", "จำนวนผู้ตอบ", "of.respondents", "จำนวนผู้ตอบของหน่วยงานนี้", "integer", _PEOPLE),
        Column("at", "ที่ในเอกสาร", "of.at", "ตำแหน่งในเอกสารต้นทาง"),
    ),
    refers=OF_YEAR,
)


def unit_score_rows(site: Site, result: YearResult) -> Iterator[OfUnit]:
    """The scores of the units of a year, in the order of the document."""
    yield from (OfUnit(site, one) for one in (result.year.scores.unit_scores if result.year.scores else ()))


def unit_scores_table(site: Site, result: YearResult, speech: Speech) -> Table:
    """The scores of the units; a column that no row fills is left out."""
    rows = list(unit_score_rows(site, result))
    filled = [name for name in ("instrument", "respondents") if any(getattr(one.of, name) is not None for one in rows)]
    heads: Heads = {
        name: None for name in ("unit", "instrument", "score", "respondents") if name in {"unit", "score", *filled}
    }
    return UNIT_SCORES.show(
        ("unit-scores", f"คะแนนของหน่วยงานภายใน {speech.fiscal_year(result.year.year)}"), heads, rows, speech
    )


@dataclass(frozen=True)
class Ranked:
    """One rank of a year."""

    of: Rank | RankAgain

    @property
    def group_size(self) -> int | None:
        """The number of agencies that were ranked."""
        return self.of.of if isinstance(self.of, Rank) else None


RANKS: TableOf[Ranked] = TableOf(
    "ranks",
    "ลำดับที่",
    "ลำดับที่ของหน่วยงานในแต่ละกลุ่ม หนึ่งแถวต่อหนึ่งกลุ่ม",
    (
        YEAR,
        ROW,
        Column("rank", "ลำดับที่", "of.value", "ลำดับที่ตามเอกสาร", "integer", "ลำดับ"),
        Column("scope", "กลุ่มที่จัดลำดับ", lambda row, speech: speech.stated(row.of.scope), "กลุ่มหน่วยงาน หรือเหตุที่ไม่ทราบ"),
        Column("of", "จำนวนหน่วยงานในกลุ่ม", "group_size", "จำนวนหน่วยงานที่จัดลำดับด้วยกัน", "integer", COUNT),
        Column("at", "ที่ในเอกสาร", "of.at", "ตำแหน่งในเอกสารต้นทาง"),
    ),
    refers=OF_YEAR,
)


def rank_rows(result: YearResult) -> Iterator[Ranked]:
    """All ranks of a year, each with its scope."""
    for rank in result.year.scores.all_ranks if result.year.scores else ():
        yield Ranked(rank)
        yield from map(Ranked, of_other_scope(rank))
