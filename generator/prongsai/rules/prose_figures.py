"""Rules on what sentences claim of a result: scores, levels, ranks, changes and extremes against the figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from prongsai.analysis import words as w
from prongsai.analysis.claims import Claim, Subject, claims_of
from prongsai.analysis.comparison import compare
from prongsai.analysis.readings import readings_of, same_score, statements_of
from prongsai.model.edition import Edition
from prongsai.model.scores import Figure, Scores
from prongsai.model.stated import known
from prongsai.problems import Problem, problem
from prongsai.rules.context import Context
from prongsai.rules.passages import Passage, passages, vocabulary_of
from prongsai.thai.numerals import two_decimals
from prongsai.wording.terms import CONDITIONS

_GROUPS = {w.INSTRUMENT: "instruments", w.INDICATOR: "indicators", w.SUBINDICATOR: "subindicators"}


def _claims(context: Context, what: str, *kinds: str) -> Iterator[tuple[Passage, Claim]]:
    for passage in passages(context):
        for claim in claims_of(passage.text, vocabulary_of(context, passage.edition), passage.about):
            if claim.what == what and claim.subject.kind in kinds:
                yield passage, claim


def _scores(context: Context, year: int) -> Scores | None:
    found = context.site.year(year)
    return found.scores if found else None


def _figure(scores: Scores | None, subject: Subject) -> Figure | None:
    if scores is None:
        return None
    if subject.kind == w.TOTAL:
        return scores.total
    figures: Mapping[str, Figure] = getattr(scores, _GROUPS[subject.kind])
    return figures.get(subject.key)


def _clashes(context: Context, claim: Claim, *, first_only: bool = False) -> tuple[int, Decimal] | None:
    """The likeliest year and its score, where no year that the claim may mean has the score that it says."""
    stated = [statements_of(_figure(_scores(context, year), claim.subject)) for year in claim.years]
    if not all(stated):
        return None
    held = [values[:1] if first_only else values for values in stated]
    if any(same_score(claim.score, value) for values in held for value in values):
        return None
    return claim.years[0], stated[0][0]


def name_of(subject: Subject, edition: Edition) -> str:
    """A subject in Thai: ตัวชี้วัดที่ 10 การป้องกันการทุจริต."""
    if subject.kind == w.TOTAL:
        return "คะแนนรวม"
    if subject.kind == w.INSTRUMENT:
        return f"แบบ {subject.key}"
    indicator, part = edition.indicators.get(subject.key), edition.subindicators.get(subject.key)
    if subject.kind == w.SUBINDICATOR:
        return f"ตัวชี้วัดย่อยที่ {subject.key} {part.name if part else ''}".strip()
    return f"ตัวชี้วัดที่ {subject.key} {indicator.name if indicator else ''}".strip()


def prose_total(context: Context) -> Iterator[Problem]:
    """A total in a sentence is a total that its year states, first or again.

    Source: the scores of the year that the sentence names, else of the year that its file speaks of.
    Limits: only totals right beside คะแนนรวม, ผลการประเมิน or a level; a sentence that may mean two years is
    held against both; nothing is said where the year's total is not in the data.
    """
    for passage, claim in _claims(context, w.SCORE, w.TOTAL):
        found = _clashes(context, claim)
        if found:
            yield problem(
                "prose-total",
                passage.where,
                year=passage.year,
                quote=claim.quote,
                found=claim.value,
                of_year=found[0],
                expected=two_decimals(found[1]),
            )


def prose_instrument(context: Context) -> Iterator[Problem]:
    """A score in a sentence for an instrument is the one that its year states first.

    It is said whose score the number is, where another figure of the year has just that. A number that the data
    keeps as stated again is still held against the first, since the sentence itself is what is wrong.
    Limits: only a score beside the instrument's code; parts of an instrument (EIT ส่วนที่ 1) are passed over.
    """
    for passage, claim in _claims(context, w.SCORE, w.INSTRUMENT):
        found = _clashes(context, claim, first_only=True)
        if found:
            yield problem(
                "prose-instrument",
                passage.where,
                year=passage.year,
                quote=claim.quote,
                instrument=claim.subject.key,
                found=claim.value,
                of_year=found[0],
                expected=two_decimals(found[1]),
                belongs=_belonging(context, claim, found[0], passage.edition),
            )


def _belonging(context: Context, claim: Claim, year: int, edition: Edition) -> str:
    """Whose score the number is, in words that go on from the sentence; empty where it is no one's or several's."""
    scores = _scores(context, year)
    if scores is None:
        return ""
    owners = [
        Subject(kind, key)
        for kind in (w.INSTRUMENT, w.INDICATOR)
        for key, figure in getattr(scores, _GROUPS[kind]).items()
        if known(figure.value) == claim.score
    ]
    return f" ส่วน {claim.value} เป็นคะแนนของ{name_of(owners[0], edition)}" if len(owners) == 1 else ""


def prose_indicator_score(context: Context) -> Iterator[Problem]:
    """A score in a sentence for a named indicator or sub-indicator is one that its year states, first or again.

    Limits: only a score right beside the indicator's number or name; a number with fewer decimals than the figure
    may be rounded or cut.
    """
    for passage, claim in _claims(context, w.SCORE, w.INDICATOR, w.SUBINDICATOR):
        found = _clashes(context, claim)
        if found:
            yield problem(
                "prose-indicator-score",
                passage.where,
                year=passage.year,
                quote=claim.quote,
                found=claim.value,
                of_year=found[0],
                indicator=name_of(claim.subject, passage.edition),
                expected=two_decimals(found[1]),
            )


def prose_level(context: Context) -> Iterator[Problem]:
    """A level in a sentence is the one that its year states first.

    A level that the data keeps as stated again is still held against the first.
    Limits: only a level after ระดับ or in parentheses after a score, of the agency as a whole.
    """
    for passage, claim in _claims(context, w.LEVEL, w.TOTAL):
        levels = [known(scores.level.value) if (scores := _scores(context, year)) else None for year in claim.years]
        if all(levels) and claim.value not in levels:
            yield problem(
                "prose-level",
                passage.where,
                year=passage.year,
                quote=claim.quote,
                found=claim.value,
                of_year=claim.years[0],
                expected=levels[0],
            )


def prose_rank(context: Context) -> Iterator[Problem]:
    """A rank in a sentence is one that its year states, first or again.

    Limits: only อยู่ในลำดับที่ or ลำดับที่ … ของหน่วยงาน; the scope of the rank is not compared.
    """
    for passage, claim in _claims(context, w.RANK, w.TOTAL):
        ranks = [known(scores.rank) if (scores := _scores(context, year)) else None for year in claim.years]
        stated = [(rank.value, *(again.value for again in rank.also_stated)) for rank in ranks if rank is not None]
        if len(stated) == len(ranks) and not any(int(claim.value) in values for values in stated):
            yield problem(
                "prose-rank",
                passage.where,
                year=passage.year,
                quote=claim.quote,
                found=f"{int(claim.value):,}",
                of_year=claim.years[0],
                expected=f"{stated[0][0]:,}",
            )


def prose_direction(context: Context) -> Iterator[Problem]:
    """A total, instrument or indicator that a sentence lets rise, fall or stay did so against the year before.

    Limits: only a word of change right beside what changes; both years' figures must be in the data.
    """
    for passage, claim in _claims(context, w.MOVE, w.TOTAL, w.INSTRUMENT, w.INDICATOR):
        changes = [
            compare(_first(context, year - 1, claim.subject), _first(context, year, claim.subject))
            for year in claim.years
        ]
        first = changes[0]
        if first is None or any(change is None or change.word == claim.value for change in changes):
            continue
        yield problem(
            "prose-direction",
            passage.where,
            year=passage.year,
            quote=claim.quote,
            what=name_of(claim.subject, passage.edition),
            found=claim.value,
            before=two_decimals(first.before),
            after=two_decimals(first.after),
            expected=first.word,
        )


def _first(context: Context, year: int, subject: Subject) -> Decimal | None:
    return next(iter(statements_of(_figure(_scores(context, year), subject))), None)


def _all_values(context: Context, year: int, kind: str, edition: Edition) -> tuple[dict[str, Decimal], ...]:
    """The scores of all indicators or all instruments as each list states them; empty where one is not known."""
    scores = _scores(context, year)
    if scores is None:
        return ()
    if kind == w.INDICATOR:
        readings, needed = readings_of(scores), edition.indicators.keys()
    else:
        tools = {
            code: value for code, figure in scores.instruments.items() if (value := known(figure.value)) is not None
        }
        readings, needed = (tools,), edition.instruments.keys()
    return readings if needed and all(reading.keys() == needed for reading in readings) else ()


def prose_extreme(context: Context) -> Iterator[Problem]:
    """What a sentence calls highest or lowest is so among all indicators, or among all instruments.

    Where the document states two lists of scores, what is right by either is right.
    Limits: only สูงสุด, มากที่สุด and ต่ำสุด of scores, right beside the name; all figures of the year must be known.
    """
    for passage, claim, readings in _extremes(context):
        ends = [_end(claim.value, reading) for reading in readings]
        if all(reading[claim.subject.key] != end for reading, end in zip(readings, ends, strict=True)):
            holders = [Subject(claim.subject.kind, key) for key, value in readings[0].items() if value == ends[0]]
            yield problem(
                "prose-extreme",
                passage.where,
                year=passage.year,
                quote=claim.quote,
                what=name_of(claim.subject, passage.edition),
                condition=CONDITIONS[claim.value],
                score=two_decimals(readings[0][claim.subject.key]),
                holder=" และ".join(name_of(holder, passage.edition) for holder in holders),
                expected=two_decimals(ends[0]),
            )


def prose_extreme_tie(context: Context) -> Iterator[Problem]:
    """What a sentence alone calls highest or lowest shares that with no other.

    Limits: as of prose-extreme; silent where the text itself names the others in the same passage.
    """
    for passage, claim, readings in _extremes(context):
        end = _end(claim.value, readings[0])
        others = [key for key, value in readings[0].items() if value == end and key != claim.subject.key]
        named = {
            other.subject.key
            for other in claims_of(passage.text, vocabulary_of(context, passage.edition), passage.about)
            if other.subject.kind == claim.subject.kind
        }
        if readings[0][claim.subject.key] == end and others and not named & {*others}:
            yield problem(
                "prose-extreme-tie",
                passage.where,
                year=passage.year,
                quote=claim.quote,
                what=name_of(claim.subject, passage.edition),
                condition=CONDITIONS[claim.value],
                others=" และ".join(name_of(Subject(claim.subject.kind, key), passage.edition) for key in others),
                score=two_decimals(end),
            )


def _extremes(context: Context) -> Iterator[tuple[Passage, Claim, tuple[dict[str, Decimal], ...]]]:
    for passage, claim in _claims(context, w.EXTREME, w.INDICATOR, w.INSTRUMENT):
        if len(claim.years) != 1:
            continue
        readings = _all_values(context, claim.years[0], claim.subject.kind, passage.edition)
        if readings and claim.subject.key in readings[0]:
            yield passage, claim, readings


def _end(which: str, reading: Mapping[str, Decimal]) -> Decimal:
    return max(reading.values()) if which == "highest" else min(reading.values())


RULES = (
    prose_total,
    prose_instrument,
    prose_indicator_score,
    prose_level,
    prose_rank,
    prose_direction,
    prose_extreme,
    prose_extreme_tie,
)
