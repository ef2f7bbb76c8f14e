"""Rules on what sentences claim of a result: scores, levels, ranks and changes against the figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from prongsai.analysis.comparison import compare
from prongsai.analysis.readings import same_score, statements_of
from prongsai.model.edition import Edition
from prongsai.model.scores import Figure, Scores
from prongsai.model.stated import known
from prongsai.problems import Problem, problem
from prongsai.prose import words as w
from prongsai.prose.claims import Claim, Referent, claims_of
from prongsai.prose.counts import stated_target
from prongsai.prose.passages import Statement, passages, tables_of, vocabulary_of
from prongsai.rules.context import Context, once
from prongsai.rules.facts import figure_of, level_of
from prongsai.rules.naming import verified
from prongsai.thai.numerals import parse_decimal, to_arabic, two_decimals

_GROUPS = {w.INSTRUMENT: "instruments", w.INDICATOR: "indicators", w.SUBINDICATOR: "subindicators"}


def claimed(context: Context, what: str, *kinds: str) -> Iterator[tuple[Statement, Claim]]:
    """Every claim of one sort about one of these kinds of subjects, with the passage it is in."""
    for passage, claim in _claims(context):
        if claim.what == what and claim.subject.kind in kinds:
            yield passage, claim


@once
def _claims(context: Context) -> Iterator[tuple[Statement, Claim]]:
    for passage in passages(context):
        for claim in claims_of(passage.text, vocabulary_of(context, passage.edition), passage.about):
            yield passage, claim


def scores_of(context: Context, year: int) -> Scores | None:
    """The scores of a year, or None where the site has none."""
    found = context.site.year(year)
    return found.scores if found else None


def _figure(scores: Scores | None, subject: Referent) -> Figure | None:
    if scores is None:
        return None
    if subject.kind == w.TOTAL:
        return scores.total
    figures: Mapping[str, Figure] = getattr(scores, _GROUPS[subject.kind])
    return figures.get(subject.key)


def _clashes(context: Context, claim: Claim, *, first_only: bool = False) -> tuple[int, Decimal] | None:
    """The likeliest year and its score, where no year that the claim may mean has the score that it says."""
    figures = [_figure(scores_of(context, year), claim.subject) for year in claim.years]
    stated = [statements_of(figure) for figure in figures if figure is None or figure.is_whole()]
    if len(stated) < len(figures) or not all(stated):
        return None
    held = [values[:1] if first_only else values for values in stated]
    if any(same_score(claim.score, value) for values in held for value in values):
        return None
    return claim.years[0], stated[0][0]


def name_of(subject: Referent, edition: Edition) -> str:
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
    Limits: only totals right next to คะแนนรวม, ผลการประเมิน or a level; a sentence that may mean two years is
    checked against both; nothing is said where the year's total is not in the data.
    """
    for passage, claim in claimed(context, w.SCORE, w.TOTAL):
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
            ).about(figure_of(found[0], "total"))


def prose_instrument(context: Context) -> Iterator[Problem]:
    """A score in a sentence for an instrument is the one that its year states first.

    It is said whose score the number is, where another figure of the year has just that. A number that the data
    keeps as stated again is still checked against the first, since the sentence itself is what is wrong.
    Limits: only a score next to the instrument's code; parts of an instrument (EIT ส่วนที่ 1) are passed over.
    """
    for passage, claim in claimed(context, w.SCORE, w.INSTRUMENT):
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
            ).about(figure_of(found[0], "instruments", claim.subject.key))


def _belonging(context: Context, claim: Claim, year: int, edition: Edition) -> str:
    """The owner of the score, in words that go on from the sentence; empty where it is no one's or several's."""
    scores = scores_of(context, year)
    if scores is None:
        return ""
    owners = [
        Referent(kind, key)
        for kind in (w.INSTRUMENT, w.INDICATOR)
        for key, figure in getattr(scores, _GROUPS[kind]).items()
        if known(figure.value) == claim.score
    ]
    return f" ส่วน {claim.value} เป็นคะแนนของ{name_of(owners[0], edition)}" if len(owners) == 1 else ""


def prose_indicator_score(context: Context) -> Iterator[Problem]:
    """A score in a sentence for a named indicator or sub-indicator is one that its year states, first or again.

    Limits: only a score right next to the indicator's number or name; a number with fewer decimals than the figure
    may be rounded or cut.
    """
    for passage, claim in claimed(context, w.SCORE, w.INDICATOR, w.SUBINDICATOR):
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
            ).about(figure_of(found[0], _GROUPS[claim.subject.kind], claim.subject.key))
    yield from _scores_in_tables(context)


def _scores_in_tables(context: Context) -> Iterator[Problem]:
    """Rows of a printed table of indicators (number first, score last) whose score the year does not state."""
    for result, table in tables_of(context):
        if "ตัวชี้วัด" not in table.columns[:1] or "คะแนน" not in table.columns[-1]:
            continue
        for position, row in enumerate(table.rows):
            number = to_arabic(known(row[0]) or "")
            said = parse_decimal(known(row[-1]) or "")
            figure = _figure(result.year.scores, Referent(w.INDICATOR, number))
            stated = statements_of(figure) if figure is not None and figure.is_whole() else ()
            if said is not None and stated and not any(same_score(said, value) for value in stated):
                yield problem(
                    "prose-indicator-score",
                    table.where("rows", position),
                    year=result.year.year,
                    quote=" ".join(known(cell) or "" for cell in row),
                    found=str(said),
                    of_year=result.year.year,
                    indicator=name_of(Referent(w.INDICATOR, number), result.year.edition),
                    expected=two_decimals(stated[0]),
                ).about(figure_of(result.year.year, "indicators", number))


def prose_level(context: Context) -> Iterator[Problem]:
    """A level in a sentence is the one that its year states first.

    A level that the data keeps as stated again is still checked against the first.
    Limits: only a level after ระดับ or in parentheses after a score, of the agency as a whole.
    """
    for passage, claim in claimed(context, w.LEVEL, w.TOTAL):
        levels = [known(scores.level.value) if (scores := scores_of(context, year)) else None for year in claim.years]
        if all(levels) and claim.value not in levels:
            yield problem(
                "prose-level",
                passage.where,
                year=passage.year,
                quote=claim.quote,
                found=claim.value,
                of_year=claim.years[0],
                expected=levels[0],
            ).about(level_of(claim.years[0]))


def prose_rank(context: Context) -> Iterator[Problem]:
    """A rank in a sentence is one that its year states, first or again.

    Limits: only อยู่ในลำดับที่ or ลำดับที่ … ของหน่วยงาน; the scope of the rank is not compared.
    """
    for passage, claim in claimed(context, w.RANK, w.TOTAL):
        years = [scores.all_ranks if (scores := scores_of(context, year)) else () for year in claim.years]
        stated = [
            [value for rank in ranks for value in (rank.value, *(again.value for again in rank.also_stated))]
            for ranks in years
            if ranks and all(rank.is_whole() for rank in ranks)
        ]
        if len(stated) == len(years) and not any(int(claim.value) in values for values in stated):
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

    Limits: only a word of change right next to what changes; both years' figures must be in the data.
    """
    for passage, claim in claimed(context, w.MOVE, w.TOTAL, w.INSTRUMENT, w.INDICATOR):
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


def _first(context: Context, year: int, subject: Referent) -> Decimal | None:
    return next(iter(statements_of(_figure(scores_of(context, year), subject))), None)


def prose_target(context: Context) -> Iterator[Problem]:
    """A target of the assessment in a sentence is the one that its year's edition verifies.

    It is said where the number is the agency's own total. Limits: only a number of points right behind เป้าหมาย, or
    with ขึ้นไป; targets that the agency sets itself are not looked at.
    """
    for passage in passages(context):
        said, target = stated_target(passage.text), passage.edition.target
        if said is None or passage.about is None or target is None:
            continue
        if not verified(passage.edition, target.evidence) or same_score(said[0], target.score):
            continue
        total = statements_of(_figure(scores_of(context, passage.about), Referent(w.TOTAL)))
        yield problem(
            "prose-target",
            passage.where,
            year=passage.year,
            quote=said[1],
            found=two_decimals(said[0]),
            of_year=passage.about,
            expected=two_decimals(target.score),
            belongs=" ส่วนตัวเลขในข้อความเป็นคะแนนรวมของหน่วยงาน" if said[0] in total else "",
        )


RULES = (
    prose_total,
    prose_instrument,
    prose_indicator_score,
    prose_level,
    prose_rank,
    prose_direction,
    prose_target,
)
