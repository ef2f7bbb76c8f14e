"""Pictures over the years: total and instruments with the level bands of each year, and one indicator."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.analysis.scoring import stated_or_none
from prongsai.model.scores import Scores
from prongsai.model.stated import known
from prongsai.views.chart import NO_DATA, Sign
from prongsai.views.chart_levels import Scale, level_bands, scale_notes
from prongsai.views.chart_lines import LineChart, Point, Series
from prongsai.views.content import Head, Phrase, Table, cell, number_cell
from prongsai.views.scores import published_parts
from prongsai.views.speech import Speech

TOTAL = "คะแนนรวม"
MOST_YEARS = 6  # columns that a telephone has room for
Read = Callable[[Scores], Decimal | None]


def years_chart(results: Results, speech: Speech) -> LineChart | None:
    """The total with the level bands of each year, and each instrument; None where fewer than two totals are known."""
    shown = _window(results, _total, MOST_YEARS)
    if not shown:
        return None
    totals = _series(TOTAL, shown, results, _total, speech)
    tools = (_series(code, shown, results, _reader(code), speech) for code in _instruments(results))
    return _drawn(f"แผนภูมิ{_named(results)}", "year-scores", results, shown, (totals, *tools), speech)


def totals_chart(results: Results, speech: Speech, newest: int) -> LineChart | None:
    """The total alone, over at most the `newest` years of the site, beside the table of these years."""
    shown = _window(results, _total, newest, sorted(results.years)[-newest:])
    if not shown:
        return None
    totals = _series(TOTAL, shown, results, _total, speech)
    return _drawn("แผนภูมิคะแนนรวมในแต่ละปี", "years", results, shown, (totals,), speech)


def _drawn(
    title: str, table: str, results: Results, shown: tuple[int, ...], series: tuple[Series, ...], speech: Speech
) -> LineChart:
    scales = tuple(_scale_of(results, year, speech) for year in shown)
    return LineChart(
        key="years",
        title=title,
        sentences=tuple(_said(one, shown, speech) for one in series),
        table=table,
        signs=(Sign(kind="band", text="แถบระดับของแต่ละปี"),) if any(scales) else (),
        notes=(*scale_notes(shown, scales, speech), *_older_note(results, shown, speech)),
        columns=tuple(map(speech.digits, shown)),
        scale=(speech.digits(0), speech.digits(100)),
        series=series,
        bands=scales,
    )


def indicator_chart(results: Results, number: str, speech: Speech) -> LineChart | None:
    """One indicator over the years with the target of each year; None where fewer than two scores are known."""

    def read(scores: Scores) -> Decimal | None:
        return stated_or_none(scores, "indicators", number)

    shown = _window(results, read, MOST_YEARS)
    if not shown:
        return None
    series = _series("คะแนนของตัวชี้วัด", shown, results, read, speech)
    goals = tuple(_target_of(results, year) for year in shown)
    stated = sorted({goal for goal in goals if goal is not None})
    words = " และ ".join(speech.digits(goal) for goal in stated)
    return LineChart(
        key="over-years",
        title="แผนภูมิคะแนนของตัวชี้วัดนี้ในแต่ละปี",
        sentences=(_said(series, shown, speech),),
        table="over-years",
        signs=(Sign(kind="aim", text=f"ค่าเป้าหมาย {words}"),) if stated else (),
        notes=tuple(_older_note(results, shown, speech)),
        columns=tuple(map(speech.digits, shown)),
        scale=(speech.digits(0), speech.digits(100)),
        series=(series,),
        goals=goals,
    )


def year_scores_table(results: Results, speech: Speech) -> Table:
    """Total and instruments of every year that has scores, newest first, as published."""
    codes = _instruments(results)
    rows = tuple(
        (
            cell(Phrase(speech.fiscal_year(year), href=addresses.section_path(year, "scores")), head=True),
            number_cell(*published_parts(scores.total, speech)),
            *(number_cell(*published_parts(scores.instruments.get(code), speech)) for code in codes),
        )
        for year, result in sorted(results.years.items(), reverse=True)
        if (scores := result.year.scores) is not None
    )
    columns = (Head("ปีงบประมาณ"), Head(TOTAL, True), *(Head(code, True) for code in codes))
    return Table("year-scores", _named(results), columns, rows)


def _scale_of(results: Results, year: int, speech: Speech) -> Scale:
    result = results.years.get(year)
    return level_bands(result.year.edition, speech) if result else ()


def _older_note(results: Results, shown: tuple[int, ...], speech: Speech) -> Iterator[str]:
    if min(results.years, default=shown[0]) < shown[0]:
        yield f"แผนภูมินี้แสดงตั้งแต่ปี {speech.digits(shown[0])}"


def _window(results: Results, read: Read, newest: int, among: Sequence[int] = ()) -> tuple[int, ...]:
    """The years without a gap between the first and the last that have a figure; empty where fewer than two have."""
    have = [year for year in among or sorted(results.years) if _value(results, year, read) is not None]
    have = [year for year in have if year > have[-1] - newest]
    return tuple(range(have[0], have[-1] + 1)) if len(have) > 1 else ()


def _value(results: Results, year: int, read: Read) -> Decimal | None:
    result = results.years.get(year)
    return read(result.year.scores) if result and result.year.scores else None


def _series(name: str, shown: tuple[int, ...], results: Results, read: Read, speech: Speech) -> Series:
    return Series(name=name, points=tuple(_point(results, year, read, speech) for year in shown))


def _point(results: Results, year: int, read: Read, speech: Speech) -> Point | None:
    value = _value(results, year, read)
    return Point(value=value, figure=speech.plain(speech.published(value))) if value is not None else None


def _said(series: Series, shown: tuple[int, ...], speech: Speech) -> str:
    figures = (
        f"ปี {speech.digits(year)} {one.figure if one else NO_DATA}"
        for year, one in zip(shown, series.points, strict=True)
    )
    return f"{series.name} {', '.join(figures)}"


def _named(results: Results) -> str:
    return "คะแนนรวมและคะแนนรายเครื่องมือในแต่ละปี" if _instruments(results) else "คะแนนรวมในแต่ละปี"


def _total(scores: Scores) -> Decimal | None:
    return known(scores.total.value)


def _reader(code: str) -> Read:
    return lambda scores: stated_or_none(scores, "instruments", code)


def _instruments(results: Results) -> tuple[str, ...]:
    """Every instrument that has a published score in any year."""
    years = [result.year for result in results.years.values() if result.year.scores is not None]
    found = [
        code for own in years for code in (*own.edition.instruments, *(own.scores.instruments if own.scores else ()))
    ]
    return tuple(
        code
        for code in dict.fromkeys(found)
        if any(stated_or_none(own.scores, "instruments", code) is not None for own in years)
    )


def _target_of(results: Results, year: int) -> Decimal | None:
    result = results.years.get(year)
    target = result.year.edition.target if result else None
    return target.score if target else None
