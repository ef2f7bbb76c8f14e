"""Pictures of a year's scores: each indicator against the target and last year's, and where the points were lost."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import ceil

from prongsai.analysis.lost_points import Loss, lost_by_indicator, lost_otherwise
from prongsai.analysis.readings import other_values
from prongsai.analysis.results import YearResult
from prongsai.analysis.scoring import keys_of, stated_or_none
from prongsai.model.edition import Edition
from prongsai.model.edition_facts import Indicator
from prongsai.views.charts import BELOW_GOAL, NO_DATA, Bar, BarChart, Sign, word_bar
from prongsai.views.names import by_year
from prongsai.views.speech import Speech

HUNDRED = Decimal(100)
OTHERWISE = "/"  # before the second figure of two
_BY_FIRST = "ลำดับของแถบเป็นไปตามคะแนนแห่งแรก และอาจต่างไปหากใช้คะแนนที่ระบุอีกแห่ง"
_UNCOMPARED = "ไม่มีเครื่องหมายของปีก่อนที่ตัวชี้วัดที่ "


def scores_chart(result: YearResult, speech: Speech, *, with_before: bool = True) -> BarChart | None:
    """A bar for each indicator from 0 to 100 points, with last year's mark where asked; None without two scores."""
    numbers = keys_of(result.year.edition.indicators, result.year.scores, "indicators")
    bars = tuple(_bar(result, number, speech, with_before=with_before) for number in numbers)
    if sum(one.length is not None for one in bars) < 2:
        return None
    target = result.year.edition.target
    return BarChart(
        key="indicators",
        title=f"แผนภูมิคะแนนรายตัวชี้วัด {speech.fiscal_year(result.year.year)}",
        sentences=(_frame(result, speech), *(word_bar(one, _before(result, speech)) for one in bars)),
        table="indicators",
        signs=tuple(_signs(result, bars, speech)),
        notes=(*(_notes(result, numbers, speech) if with_before else ()), *stated_twice(result, speech)),
        bars=bars,
        scale=points_scale(speech),
        goal=target.score if target else None,
    )


def points_scale(speech: Speech) -> tuple[tuple[Decimal, str], ...]:
    """The places of a scale of 100 points in words; a bar begins at 0, since its length is what people compare."""
    places = ((0, ""), (50, ""), (100, " คะแนน"))
    return tuple((Decimal(place), f"{speech.digits(place)}{unit}") for place, unit in places)


def indicator_label(edition: Edition, number: str, speech: Speech) -> str:
    """๒ การใช้งบประมาณ: short enough to be on one line of a phone."""
    indicator, offer = edition.indicators.get(number), edition.offered.indicators.get(number)
    name = indicator.name if indicator else f"{offer.fact.name} {by_year(offer.year, speech)}" if offer else ""
    return f"{speech.digits(number)} {name}" if name else f"ตัวชี้วัดที่ {speech.digits(number)}"


def _bar(result: YearResult, number: str, speech: Speech, *, with_before: bool) -> Bar:
    value = stated_or_none(result.year.scores, "indicators", number)
    figure = figure_of(result, number, value, speech) if value is not None else NO_DATA
    before = comparable_before(result, number) if with_before and value is not None else None
    said = speech.plain(speech.published(before)) if before is not None else ""
    label = indicator_label(result.year.edition, number, speech)
    target = result.year.edition.target
    return Bar(
        label=label,
        figure=figure,
        length=value,
        before=before,
        figure_before=said,
        other=other_values(result.year.scores).get(number),
        below=value is not None and target is not None and value < target.score,
    )


def figure_of(result: YearResult | None, number: str, value: Decimal, speech: Speech) -> str:
    """๘๐ / ๙๐: the score of an indicator, with the other one of a document that states two."""
    other = other_values(result.year.scores).get(number) if result else None
    figure = speech.plain(speech.published(value))
    return figure if other is None else f"{figure} {OTHERWISE} {speech.plain(speech.published(other))}"


def comparable_before(result: YearResult, number: str) -> Decimal | None:
    """Last year's score (points of 100) of an indicator that has kept its name, or None."""
    if result.previous is None or not _is_same(result.year.edition, result.previous.edition, number):
        return None
    return stated_or_none(result.previous_scores, "indicators", number)


def _is_same(now: Edition, before: Edition, number: str) -> bool:
    own, other = now.indicators.get(number), before.indicators.get(number)
    return own is not None and other is not None and bool(_names(own) & _names(other))


def _names(indicator: Indicator) -> set[str]:
    return {indicator.name, *indicator.aliases}


def _frame(result: YearResult, speech: Speech) -> str:
    """The frame in which the sentences behind it are read."""
    target = result.year.edition.target
    goal = f" ค่าเป้าหมาย {speech.digits(target.score)} คะแนน" if target else ""
    return f"คะแนนเต็ม {speech.digits(100)}{goal}"


def _before(result: YearResult, speech: Speech) -> str:
    return f"ปี {speech.digits(result.previous.year)}" if result.previous else ""


def _signs(result: YearResult, bars: tuple[Bar, ...], speech: Speech) -> Iterator[Sign]:
    yield Sign(kind="bar", text=f"ปี {speech.digits(result.year.year)}")
    if any(one.below for one in bars):
        yield Sign(kind="under", text=BELOW_GOAL)
    if result.previous is not None and any(one.before is not None for one in bars):
        yield Sign(kind="before", text=_before(result, speech))
    yield from _other_sign(bars, "คะแนนที่เอกสารระบุอีกแห่ง")
    if result.year.edition.target is not None:
        yield Sign(kind="goal", text=f"ค่าเป้าหมาย {speech.digits(result.year.edition.target.score)}")


def _other_sign(bars: tuple[Bar, ...], text: str) -> Iterator[Sign]:
    if any(one.other is not None for one in bars):
        yield Sign(kind="other", text=text)


def _notes(result: YearResult, numbers: tuple[str, ...], speech: Speech) -> Iterator[str]:
    """The reason why a mark of last year is not there."""
    if result.previous is None:
        yield "ไม่มีคะแนนของปีก่อนให้เทียบ"
        return
    without = [number for number in numbers if comparable_before(result, number) is None]
    if without:
        listed = ", ".join(map(speech.digits, without))
        yield f"{_UNCOMPARED}{listed} เพราะไม่มีคะแนนของปีก่อนหรือใช้ชื่อต่างจากปีก่อน"


def stated_twice(result: YearResult, speech: Speech) -> Iterator[str]:
    """That a picture shows one of two scores that the document states, and what the other is."""
    others = other_values(result.year.scores)
    said = (
        f"ตัวชี้วัดที่ {speech.digits(number)} เป็น {speech.plain(speech.published(value))}"
        for number, value in others.items()
    )
    if others:
        yield f"แผนภูมินี้ใช้คะแนนที่เอกสารระบุแห่งแรก อีกแห่งหนึ่งระบุไว้ต่างกัน คือ {', '.join(said)}"


def lost_chart(result: YearResult, speech: Speech) -> BarChart | None:
    """A bar for each indicator in points of the total, largest loss first; None where there are no two to compare."""
    losses, others = lost_by_indicator(result), lost_otherwise(result)
    largest = max((loss.points for loss in (*losses, *others.values())), default=Fraction(0))
    if largest == 0 or len(losses) < 2:
        return None
    whole = ceil(largest)
    bars = tuple(_lost_bar(result.year.edition, loss, others.get(loss.key), whole, speech) for loss in losses)
    return BarChart(
        key="lost",
        title="แผนภูมิคะแนนรวมที่หายไปแยกตามตัวชี้วัด",
        sentences=("คะแนนรวมที่หายไป", *map(word_bar, bars)),
        table="lost-indicators",
        signs=tuple(_other_sign(bars, "คะแนนรวมที่หายไปหากใช้คะแนนที่เอกสารระบุอีกแห่ง")),
        notes=(_BY_FIRST,) if others else tuple(stated_twice(result, speech)),
        bars=bars,
        scale=((Decimal(0), speech.digits(0)), (HUNDRED, f"{speech.digits(whole)} คะแนน")),
    )


def _lost_bar(edition: Edition, loss: Loss, other: Loss | None, whole: int, speech: Speech) -> Bar:
    """The loss of an indicator, and the one by another score that the document states for it."""
    figure = speech.score(loss.points).text
    return Bar(
        label=indicator_label(edition, loss.key, speech),
        figure=f"{figure} {OTHERWISE} {speech.score(other.points).text}" if other is not None else figure,
        length=_share(loss.points, whole),
        other=_share(other.points, whole) if other is not None else None,
    )


def _share(points: Fraction, whole: int) -> Decimal:
    """The part of the scale (per cent) that some points take."""
    share = points * 100 / whole
    return Decimal(share.numerator) / share.denominator
