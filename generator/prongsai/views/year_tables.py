"""The table of a site's years: result, level, rank and how many measures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai import addresses
from prongsai.analysis.results import Results, YearResult
from prongsai.model.scores import Scores
from prongsai.model.stated import Absence
from prongsai.views.content import Cell, Phrase, Table, cell
from prongsai.views.measures.counts import placed_words, word_measures
from prongsai.views.scores.figures import further_ranks, published_parts, word_rank
from prongsai.views.scores.levels import level_doubt, level_note, level_parts, marked_level_parts
from prongsai.views.speech import Speech
from prongsai.views.table import COUNT, YEAR, Column, Heads, TableOf


def _scores(row: YearResult) -> Scores:
    return row.year.scores or Scores.model_construct(fiscal_year=row.year.year)


def _rank(row: YearResult, speech: Speech) -> object:
    rank, *more = _scores(row).all_ranks or (None,)
    if rank is None:
        return speech.stated(_scores(row).rank)
    further = (*further_ranks(rank, speech), *(Phrase(f" และ{word_rank(one, speech)}") for one in more))
    return (speech.count(rank.value), *speech.stated(rank.scope), *further)


def _target(row: YearResult, _: Speech) -> object:
    target = row.year.edition.target
    return target.score if target else Absence.NOT_ENTERED


def _measures(row: YearResult, speech: Speech) -> Phrase:
    return speech.count(len(row.year.listed_measures)) if row.year.measures else speech.missing()


def _measure_words(row: YearResult, speech: Speech) -> tuple[Phrase, ...]:
    if row.year.measures is None:
        return (_measures(row, speech),)
    placed = placed_words(row.year)
    return (Phrase(word_measures(row.year, speech)), *((Phrase(f"({placed})", kind="aside"),) if placed else ()))


def _link(row: YearResult, section: str, speech: Speech) -> Phrase:
    """The year, leading to its page or one of its sections."""
    year = row.year.year
    href = addresses.section_path(year, section) if section else addresses.year_path(year)
    return Phrase(speech.fiscal_year(year), href=href)


def _promised(row: YearResult, speech: Speech) -> Cell:
    """The year of measures at its fragment: links lead there, whether it is in full on the page or in the list."""
    return cell(_link(row, "measures", speech), head=True, anchor=f"y{row.year.year}")


YEARS: TableOf[YearResult] = TableOf(
    "years",
    "ผลการประเมินแต่ละปี",
    "คะแนนรวม ระดับ ลำดับ และจำนวนมาตรการของทุกปี",
    (
        YEAR,
        Column(
            "total",
            "คะแนนรวม",
            lambda row, speech: published_parts(_scores(row).total, speech),
            "คะแนนรวมตามเอกสาร",
            "figure",
        ),
        Column(
            "level",
            "ระดับ",
            lambda row, _: _scores(row).level.value,
            "ระดับผลการประเมินตามเอกสาร หรือเหตุที่ไม่มี",
            shown=level_parts,
            about_figure=True,
        ),
        Column("marked_level", "ระดับ", marked_level_parts, is_open=False, about_figure=True),
        Column(
            "level_note",
            "หมายเหตุของระดับ",
            level_note,
            "ระดับที่เอกสารระบุอีกแห่ง ระดับตามเกณฑ์ของปีเมื่อไม่ตรงกับเอกสาร หรือเหตุที่ยืนยันระดับไม่ได้",
        ),
        Column("rank", "ลำดับที่", _rank, "ลำดับที่ตามเอกสาร หมายเหตุบอกว่าในกลุ่มใด", "figure", "ลำดับ"),
        Column("announced_on", "วันประกาศผล", lambda row, _: _scores(row).announced_on, "วันที่ประกาศผล", "day"),
        Column("target", "ค่าเป้าหมาย", _target, "คะแนนที่หน่วยงานควรได้ตามหลักเกณฑ์ของปี", "figure"),
        Column("measures", "จำนวนมาตรการ", _measures, "จำนวนมาตรการของปี", "figure", COUNT),
        Column("result", "ปีงบประมาณ", lambda row, speech: _link(row, "", speech), heads_row=True, is_open=False),
        Column("promised", "ปีงบประมาณ", _promised, is_open=False),
        Column("measure_words", "มาตรการของปี", _measure_words, is_open=False),
    ),
    ("fiscal_year",),
    (),
)


def years_table(results: Results, speech: Speech, newest: int | None = None, *, with_doubt: bool = True) -> Table:
    """The years of the site, newest first; `newest` bounds how many. Without a measure there is no column for them.

    `with_doubt` marks a level that is not confirmed, which `doubts_of_years` explains below the table.
    """
    heads: dict[str, str | None] = {"result": None, "total": None, "marked_level" if with_doubt else "level": None}
    if any(one.year.measures for one in results.years.values()) or results.latest_with_scores() is None:
        heads |= {"measure_words": None}
    return YEARS.show(("years", "ผลการประเมินและมาตรการทุกปีงบประมาณ"), heads, _newest(results, newest), speech)


def doubts_of_years(results: Results, speech: Speech, newest: int | None = None) -> Iterator[str]:
    """A sentence for each year of the table whose level is not confirmed."""
    for row in _newest(results, newest):
        if doubt := level_doubt(row):
            yield speech.digits(f"ระดับของ{speech.fiscal_year(row.year.year)} {doubt}")


def _newest(results: Results, newest: int | None) -> list[YearResult]:
    return [results.years[year] for year in sorted(results.years, reverse=True)[:newest]]


def older_years_table(results: Sequence[YearResult], speech: Speech) -> Table:
    """Years whose measures are on pages of their own."""
    heads: Heads = {"promised": None, "measures": None}
    return YEARS.show(("older", "ปีก่อนหน้า"), heads, results, speech)
