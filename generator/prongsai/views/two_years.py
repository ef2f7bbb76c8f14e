"""Two years next to each other: their scores, and how many measures there are with each status."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from prongsai.analysis.results import Results, YearResult
from prongsai.analysis.scoring import keys_of
from prongsai.model.edition import Edition
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.views.content import Answer, Cell, Head, NamedFact, Phrase, Table, cell, number_cell
from prongsai.views.measures.follow_up import status_counts
from prongsai.views.names import indicator_phrase, instrument_name
from prongsai.views.scores.figures import published_parts
from prongsai.views.scores.levels import level_parts
from prongsai.views.scores.score_cells import Scored, changed_cell, previous_cell
from prongsai.views.scores.tables import KINDS, SCORES
from prongsai.views.speech import Speech

Pair = tuple[int, int]  # fiscal years (Buddhist Era), the older first
APART = 2  # years at most from one to the other, so that pages grow with the years; /years/ has all of them


def pairs_of(results: Results) -> list[Pair]:
    """The pairs of years that can be compared, newest first: near, of one scheme, both with scores or with measures."""
    years = [results.years[number].year for number in sorted(results.years)]
    found = [(older.year, newer.year) for older, newer in combinations(years, 2) if _share(older, newer)]
    return sorted(found, key=lambda pair: (-pair[1], -pair[0]))


def _share(older: FiscalYear, newer: FiscalYear) -> bool:
    both = ((older.scores, newer.scores), (older.measures, newer.measures))
    is_near = newer.year - older.year <= APART
    return is_near and older.edition.scheme == newer.edition.scheme and any(one and other for one, other in both)


def pair_name(pair: Pair, speech: Speech) -> str:
    """ปี ๒๕๖๕ กับ ๒๕๖๖."""
    return f"ปี {speech.digits(pair[0])} กับ {speech.digits(pair[1])}"


def two_years_answer(results: Results, pair: Pair, speech: Speech) -> Answer:
    """The change of the total, with total and level of each year."""
    row = Scored(_compared(results, pair), "total", "total")
    said: tuple[Phrase, ...] = (Phrase("คะแนนรวม "), changed_cell(row, speech)[0])
    if row.change is None:
        lacking = [year for year in pair if not _has_total(results.years[year].year)]
        whose = f"ปี {speech.digits(lacking[0])}" if len(lacking) == 1 else "ทั้งสองปี"
        said = (Phrase(speech.no_data(f"คะแนนรวมของ{whose}"), kind="absent"),)
    return Answer(said, tuple(_result(results.years[year], speech) for year in pair))


def _has_total(year: FiscalYear) -> bool:
    return year.scores is not None and known(year.scores.total) is not None


def _result(result: YearResult, speech: Speech) -> NamedFact:
    """The total of a year with its level, as far as they are known."""
    name, scores = f"ปี {speech.digits(result.year.year)}", result.year.scores
    if scores is None:
        return NamedFact(name, (speech.missing(),))
    total = published_parts(scores.total, speech)
    level = (Phrase(" ระดับ "), *level_parts(result, speech)) if known(scores.level.value) else ()
    return NamedFact(name, (*total, *level))


def _compared(results: Results, pair: Pair) -> YearResult:
    """The result of the newer year, with the older one as that with which it is compared."""
    older, newer = (results.years[year] for year in pair)
    return YearResult(newer.year, newer.computed, older.year)


def two_scores_table(results: Results, pair: Pair, speech: Speech) -> Table:
    """Total, instruments and indicators of either year, and their change."""
    compared = _compared(results, pair)
    rows = (
        (
            cell(*subject, head=True),
            number_cell(*(previous_cell(row, speech) or ())),
            number_cell(*published_parts(row.figure, speech)),
            cell(*changed_cell(row, speech)),
        )
        for row, subject in _subjects(compared, results.years[pair[0]].year, speech)
    )
    heads = (Head("คะแนน"), *_heads(pair, speech), Head("การเปลี่ยนแปลงที่คำนวณ", about_figure=True))
    return Table("two-scores", f"คะแนน{pair_name(pair, speech)}", heads, tuple(rows), of=SCORES.name)


def _heads(pair: Pair, speech: Speech) -> Iterator[Head]:
    return (Head(f"ปี {speech.digits(year)}", number=True) for year in pair)


def _subjects(compared: YearResult, before: FiscalYear, speech: Speech) -> Iterator[tuple[Scored, tuple[Phrase, ...]]]:
    """Each figure of either year with its name; where the older year has another name for it, with that too."""
    yield Scored(compared, "total", "total"), (Phrase(KINDS["total"]),)
    for kind in ("instrument", "indicator"):
        for code in _codes(kind, before, compared.year):
            newer, older = (_name(year.edition, kind, code, speech) for year in (compared.year, before))
            named: tuple[Phrase, ...] = (newer or older or Phrase(code),)
            if newer and older and newer.text != older.text:
                named += (Phrase(f"ปี {speech.digits(before.year)} ใช้ชื่อ {older.text}", kind="aside"),)
            yield Scored(compared, kind, code), named


def _codes(kind: str, before: FiscalYear, now: FiscalYear) -> Iterator[str]:
    """The codes of the newer year in its order, then those that the older year alone has."""
    found = (keys_of(getattr(year.edition, f"{kind}s"), year.scores, f"{kind}s") for year in (now, before))
    yield from dict.fromkeys(code for codes in found for code in codes)


def _name(edition: Edition, kind: str, code: str, speech: Speech) -> Phrase | None:
    """The name that a year itself has for a figure."""
    if kind == "instrument":
        return Phrase(instrument_name(edition, code, speech)) if code in edition.instruments else None
    return indicator_phrase(edition, code, speech) if code in edition.indicators else None


def has_other_levels(results: Results, pair: Pair) -> bool:
    """True if the levels of the two years are others, or begin at other scores."""
    older, newer = (results.years[year].year.edition.levels for year in pair)
    return [(one.name, one.total_from) for one in older] != [(one.name, one.total_from) for one in newer]


def two_statuses_table(results: Results, pair: Pair, speech: Speech) -> Table:
    """The number of measures of either year, and of those with each status."""
    years = [results.years[number].year for number in pair]
    counts = [dict(status_counts(year, speech)) for year in years]
    statuses = dict.fromkeys(status for found in counts for status in found)
    whole = (cell("มาตรการทั้งหมด", head=True), *(_count(year, len(year.listed_measures), speech) for year in years))
    rows = tuple(
        (
            cell(status, head=True),
            *(_count(year, found.get(status, 0), speech) for year, found in zip(years, counts, strict=True)),
        )
        for status in statuses
    )
    heads = (Head("สถานะ"), *_heads(pair, speech))
    return Table("two-statuses", f"จำนวนมาตรการ{pair_name(pair, speech)}", heads, (whole, *rows))


def _count(year: FiscalYear, count: int, speech: Speech) -> Cell:
    return number_cell(speech.count(count) if year.measures else speech.missing())
