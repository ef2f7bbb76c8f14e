"""Pictures over the years: total and instruments with the level bands of each year, and one indicator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from prongsai import addresses
from prongsai.analysis.readings import other_values, valid_statements
from prongsai.analysis.results import Results
from prongsai.analysis.scoring import stated_or_none
from prongsai.model.edition import Edition
from prongsai.model.edition_facts import LevelRule
from prongsai.model.scores import Scores
from prongsai.model.stated import known
from prongsai.views.charts import NO_DATA, Band, DataPoint, LineChart, Series, Sign
from prongsai.views.content import Head, Phrase, Table, cell, number_cell
from prongsai.views.scores.figures import published_parts
from prongsai.views.scores.tables import SCORES
from prongsai.views.speech import Speech

HUNDRED = Decimal(100)
_HALF = Decimal(50)
_STEPS = {Decimal(0): 20, _HALF: 10}  # points between the marks of a scale that begins there
_BY_TOOLS = " ระดับดูคะแนนรายเครื่องมือด้วย คะแนนรวมอย่างเดียวจึงบอกระดับไม่ได้เสมอไป"
Scale = tuple[Band, ...]


def level_bands(edition: Edition, speech: Speech) -> Scale:
    """The levels of a scale from the highest; a level whose bounds sources give differently has no band."""
    rules = [rule for rule in edition.levels if rule.evidence]
    by_bound = groupby(rules, key=lambda rule: rule.total_from)
    levels = [(bounds, tuple(same)) for bounds, same in by_bound]
    uppers = [(HUNDRED,), *(bounds for bounds, _ in levels)]
    return tuple(
        _band(same, bounds[0], upper[0], speech)
        for (bounds, same), upper in zip(levels, uppers, strict=False)
        if len(bounds) == len(upper) == 1 and bounds[0] < upper[0]
    )


def _band(rules: tuple[LevelRule, ...], lowest: Decimal, highest: Decimal, speech: Speech) -> Band:
    """The band of the levels that reach from the same score; other conditions tell them apart."""
    return Band(
        name=" หรือ ".join(rule.name for rule in rules),
        bound=speech.digits(f"{lowest.normalize():f}"),
        lowest=lowest,
        highest=highest,
        by_instruments=any(rule.every_instrument_from or rule.some_instrument_below for rule in rules),
    )


def scale_notes(shown: tuple[int, ...], scales: tuple[Scale, ...], speech: Speech) -> Iterator[str]:
    """The scale of each run of years (Buddhist Era) in words."""
    for scale, run in groupby(zip(scales, shown, strict=True), key=lambda one: one[0]):
        years = [year for _, year in run]
        span = f"ปี {speech.digits(years[0])}" + (f" ถึง {speech.digits(years[-1])}" if len(years) > 1 else "")
        if scale:
            listed = ", ".join(f"{one.name} ตั้งแต่ {speech.digits(f'{one.lowest.normalize():f}')}" for one in scale)
            yield f"เกณฑ์ระดับ{span}: {listed} คะแนน" + (_BY_TOOLS if any(one.by_instruments for one in scale) else "")
        else:
            yield f"{span} ไม่มีแถบเกณฑ์ระดับ เพราะยังไม่มีเกณฑ์ที่ยืนยันได้"


def start_of_scale(drawn: Iterable[Decimal | None]) -> Decimal:
    """The start of the scale for what is drawn as points: 50 where nothing is below it, else 0.

    Points are compared by their places and not by a length, so that half of a scale may be left out where it is empty;
    with two starts alone the pictures of a site can be compared.
    """
    return _HALF if min((one for one in drawn if one is not None), default=Decimal(0)) >= _HALF else Decimal(0)


def _scale_from(start: Decimal, speech: Speech, *, only_ends: bool) -> tuple[tuple[Decimal, str], ...]:
    step = int(100 - start) if only_ends else _STEPS[start]
    return tuple((Decimal(place), speech.digits(place)) for place in range(int(start), 101, step))


def _start_note(start: Decimal, speech: Speech) -> tuple[str, ...]:
    return (f"แกนคะแนนของแผนภูมินี้เริ่มที่ {speech.digits(int(start))} ไม่ใช่ {speech.digits(0)}",) if start else ()


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
    """The total alone, over at most the `newest` years of the site, next to the table of these years."""
    shown = _window(results, _total, newest, sorted(results.years)[-newest:])
    if not shown:
        return None
    totals = _series(TOTAL, shown, results, _total, speech)
    return _drawn("แผนภูมิคะแนนรวมในแต่ละปี", "years", results, shown, (totals,), speech)


def _drawn(
    title: str, table: str, results: Results, shown: tuple[int, ...], series: tuple[Series, ...], speech: Speech
) -> LineChart:
    scales = tuple(_scale_of(results, year, speech) for year in shown)
    start = start_of_scale(one.value for row in series for one in row.points if one)
    return LineChart(
        key="years",
        title=title,
        sentences=tuple(_said(one, shown, speech) for one in series),
        table=table,
        notes=(
            *_start_note(start, speech),
            *scale_notes(shown, scales, speech),
            *_older_note(results, shown, speech),
            *_total_twice(results, shown, speech),
        ),
        columns=tuple(map(speech.digits, shown)),
        scale=_scale_from(start, speech, only_ends=any(scales)),
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
    start = start_of_scale((*(one.value for one in series.points if one), *goals))
    return LineChart(
        key="over-years",
        title="แผนภูมิคะแนนของตัวชี้วัดนี้ในแต่ละปี",
        sentences=(_said(series, shown, speech),),
        table="over-years",
        signs=(Sign(kind="aim", text=f"ค่าเป้าหมาย {words}"),) if stated else (),
        notes=(
            *_start_note(start, speech),
            *_older_note(results, shown, speech),
            *_stated_twice(results, shown, number, speech),
        ),
        columns=tuple(map(speech.digits, shown)),
        scale=_scale_from(start, speech, only_ends=False),
        series=(series,),
        goals=goals,
    )


def _stated_twice(results: Results, shown: tuple[int, ...], number: str, speech: Speech) -> Iterator[str]:
    """The other score of each year whose document states two."""
    for year in shown:
        other = other_values(results.years[year].year.scores).get(number) if year in results.years else None
        if other is not None:
            yield f"ปี {speech.digits(year)} เอกสารระบุไว้อีกแห่งหนึ่งเป็น {speech.plain(speech.published(other))}"


def _total_twice(results: Results, shown: tuple[int, ...], speech: Speech) -> Iterator[str]:
    """The other totals of each year whose document states several, without a choice of the agency."""
    for year in shown:
        scores = results.years[year].year.scores if year in results.years else None
        for other in valid_statements(scores, scores.total)[1:] if scores else ():
            said = speech.plain(speech.published(other))
            yield f"ปี {speech.digits(year)} เอกสารระบุคะแนนรวมไว้อีกแห่งหนึ่งเป็น {said}"


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
    return Table("year-scores", _named(results), columns, rows, of=SCORES.name)


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


def _point(results: Results, year: int, read: Read, speech: Speech) -> DataPoint | None:
    value = _value(results, year, read)
    return DataPoint(value=value, figure=speech.plain(speech.published(value))) if value is not None else None


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
