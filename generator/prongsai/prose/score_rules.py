"""Rules on scores, levels and targets that sentences state: each is one that its year states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from prongsai.analysis.readings import same_score
from prongsai.model.stated import known as known_value
from prongsai.problems import Problem, problem
from prongsai.prose.amounts import half_unit
from prongsai.prose.claimed import claimed
from prongsai.prose.grammar.claims import LevelIs, LevelMoved, Referent, ScoreIs
from prongsai.prose.known import HALF_CENT, Known, name_of
from prongsai.prose.passages import Statement, passages, tables_of
from prongsai.prose.targets import stated_target
from prongsai.rules.context import Context
from prongsai.rules.facts import figure_of, level_of, total_of
from prongsai.thai.numerals import parse_decimal, to_arabic, two_decimals

_LARGEST_MOVE = 40  # points; by more hardly any score moves in a year
_LOWEST_TARGET = 50  # points; what is below it behind กว่า is a distance


def _clashes(site: Known, claim: ScoreIs, *, first_only: bool = False) -> tuple[int, Decimal] | None:
    """The likeliest year and its score, where no year that the claim may mean has the score that it says."""
    stated = [site.values(year, claim.subject) for year in claim.years]
    if not all(stated):
        return None
    kept = [values[:1] if first_only else values for values in stated]
    if any(_is_said(claim, value) for values in kept for value in values):
        return None
    if claim.is_guess and any(
        same_score(claim.said, one) for year in _near(claim.years) for one in site.all_figures(year)
    ):
        return None
    if any(_weighted(site, claim, year) for year in claim.years):
        return None
    if claim.may_be_moved and any(_moved_by(site, claim, year) for year in claim.years):
        return None
    return claim.years[0], stated[0][0]


def _is_said(claim: ScoreIs, value: Decimal) -> bool:
    """True if a claim gives a score, cut or rounded; one that is said to be rounded is not cut."""
    is_near = not claim.is_rounded or abs(value - claim.said) <= half_unit(claim.said)
    return is_near and same_score(claim.said, value)


def _moved_by(site: Known, claim: ScoreIs, year: int) -> bool:
    """True if a number may be how much a subject moved since the year before, or nobody can tell."""
    before, after = (site.values(one, claim.subject) for one in (year - 1, year))
    moved = [abs(last - first) for first in before for last in after]
    slack = half_unit(claim.said) + 2 * HALF_CENT
    is_open = not moved and claim.said <= _LARGEST_MOVE
    return is_open or any(abs(one - claim.said) < slack for one in moved)


def _weighted(site: Known, claim: ScoreIs, year: int) -> bool:
    """True if a number is the weight of an instrument, or what its score gives to the total."""
    weight = site.weights(year).get(claim.subject.key) if claim.subject.kind == "instrument" else None
    slack = half_unit(claim.said) + HALF_CENT
    if weight is not None and claim.said == weight:
        return True  # the weight itself: IIT ร้อยละ 30
    return weight is not None and any(
        abs(value * weight / 100 - claim.said) < slack for value in site.values(year, claim.subject)
    )


def _near(years: tuple[int, ...]) -> set[int]:
    return {near for year in years for near in (year - 1, year)}


def _scores(
    context: Context, *kinds: str, first_only: bool = False
) -> Iterator[tuple[Statement, ScoreIs, int, Decimal]]:
    site = Known(context)
    for passage, claim in claimed(context, ScoreIs):
        found = _clashes(site, claim, first_only=first_only) if claim.subject.kind in kinds else None
        if found:
            yield passage, claim, *found


def prose_total(context: Context) -> Iterator[Problem]:
    """A total in a sentence is a total that its year states, first or again.

    Source: the scores of the year that the sentence names, else of the year that its file speaks of.
    Limits: a score without a subject is that of the agency only where nothing else was named, and where it is no other
    score of the year; a sentence that may mean two years is checked against both.
    """
    for passage, claim, year, expected in _scores(context, "total"):
        values = {"found": claim.text, "of_year": year, "expected": two_decimals(expected)}
        found = problem("prose-total", passage.where, year=passage.year, quote=claim.quote, **values)
        yield found.about(total_of(year))


def prose_instrument(context: Context) -> Iterator[Problem]:
    """A score in a sentence for an instrument is the one that its year states first.

    It is said whose score the number is, where another figure of the year has just that. A number that the data
    keeps as stated again is still checked against the first, since the sentence itself is what is wrong.
    Limits: parts of an instrument (EIT ส่วนที่ 1) are passed over.
    """
    for passage, claim, year, expected in _scores(context, "instrument", first_only=True):
        yield problem(
            "prose-instrument",
            passage.where,
            year=passage.year,
            quote=claim.quote,
            instrument=claim.subject.key,
            found=claim.text,
            of_year=year,
            expected=two_decimals(expected),
            belongs=_belonging(Known(context), claim, year),
        ).about(figure_of(year, "instruments", claim.subject.key))


def _belonging(site: Known, claim: ScoreIs, year: int) -> str:
    """The owner of the score, in words that go on from the sentence; empty where it is no one's or several's."""
    scores = site.scores(year)
    groups = {"instrument": scores.instruments, "indicator": scores.indicators} if scores else {}
    owners = [
        Referent(kind, key)
        for kind, figures in groups.items()
        for key, figure in figures.items()
        if known_value(figure.value) == claim.said
    ]
    name = name_of(owners[0], site.edition(year)) if len(owners) == 1 else ""
    return f" ส่วน {claim.text} เป็นคะแนนของ{name}" if name else ""


def prose_indicator_score(context: Context) -> Iterator[Problem]:
    """A score in a sentence for a named indicator or sub-indicator is one that its year states, first or again.

    Limits: a number with fewer decimals than the figure may be rounded or cut.
    """
    site = Known(context)
    for passage, claim, year, expected in _scores(context, "indicator", "subindicator"):
        name = name_of(claim.subject, site.edition(year))
        values = {"found": claim.text, "of_year": year, "indicator": name, "expected": two_decimals(expected)}
        found = problem("prose-indicator-score", passage.where, year=passage.year, quote=claim.quote, **values)
        yield found.about(figure_of(year, f"{claim.subject.kind}s", claim.subject.key))
    yield from _scores_in_tables(context)


def _scores_in_tables(context: Context) -> Iterator[Problem]:
    """Rows of a printed table of indicators (number first, score last) whose score the year does not state."""
    site = Known(context)
    for result, table in tables_of(context):
        if "ตัวชี้วัด" not in table.columns[:1] or "คะแนน" not in table.columns[-1]:
            continue
        for position, row in enumerate(table.rows):
            subject = Referent("indicator", to_arabic(known_value(row[0]) or ""))
            said = parse_decimal(known_value(row[-1]) or "")
            stated = site.values(result.year.year, subject)
            if said is not None and stated and not any(same_score(said, value) for value in stated):
                yield problem(
                    "prose-indicator-score",
                    table.where("rows", position),
                    year=result.year.year,
                    quote=" ".join(known_value(cell) or "" for cell in row),
                    found=said,
                    of_year=result.year.year,
                    indicator=name_of(subject, result.year.edition),
                    expected=two_decimals(stated[0]),
                ).about(figure_of(result.year.year, "indicators", subject.key))


def prose_level(context: Context) -> Iterator[Problem]:
    """A level in a sentence is the one that its year states first, and not one that the sentence says it is not.

    A level that the data keeps as stated again is still checked against the first.
    Limits: only a level after ระดับ or the like, or in parentheses after a score, of the agency as a whole.
    """
    site = Known(context)
    for passage, claim in claimed(context, LevelIs):
        levels = [site.level(year) for year in claim.years]
        if not all(levels):
            continue
        is_wrong = all(level == claim.level for level in levels) if claim.is_not else claim.level not in levels
        if is_wrong:
            said = f"ว่าไม่ใช่ {claim.level}" if claim.is_not else claim.level
            values = {"found": said, "of_year": claim.years[0], "expected": levels[0]}
            found = problem("prose-level", passage.where, year=passage.year, quote=claim.quote, **values)
            yield found.about(level_of(claim.years[0]))


def prose_level_change(context: Context) -> Iterator[Problem]:
    """A level that a sentence lets rise, fall or stay did so since the year before.

    Limits: only where both years have the same scale; levels of letters and of words do not compare.
    """
    site = Known(context)
    for passage, claim in claimed(context, LevelMoved):
        year = claim.years[0]
        places = [_place_of_level(site, one, year) for one in (year - 1, year)]
        before, now = places
        if len(claim.years) > 1 or before is None or now is None:
            continue
        word = "เพิ่มขึ้น" if now < before else ("ลดลง" if now > before else "เท่าเดิม")
        if word != claim.word:
            said = f"{claim.word}จากปี {year - 1}"
            expected = f"{site.level(year)} และปี {year - 1} คือ {site.level(year - 1)}"
            values = {"found": said, "of_year": year, "expected": expected}
            yield problem("prose-level", passage.where, year=passage.year, quote=claim.quote, **values)


def _place_of_level(site: Known, year: int, scale: int) -> int | None:
    """The place of a year's level in the scale of another, from the highest; None where it is in none."""
    edition, level = site.edition(scale), site.level(year)
    names = [rule.name for rule in edition.levels] if edition else []
    return names.index(level) if level in names else None


def prose_target(context: Context) -> Iterator[Problem]:
    """A target of the assessment in a sentence is the one that its year's edition verifies.

    It is said where the number is the agency's own total. Limits: only a number of points right behind เป้าหมาย, or
    with ขึ้นไป; targets that the agency sets itself are not looked at.
    """
    site = Known(context)
    for passage, (said, quote) in _targets(context):
        target = site.target(passage.about) if passage.about is not None else None
        if target is None or same_score(said, target) or passage.about is None:
            continue
        is_own = said in site.values(passage.about, Referent("total"))
        yield problem(
            "prose-target",
            passage.where,
            year=passage.year,
            quote=quote,
            found=two_decimals(said),
            of_year=passage.about,
            expected=two_decimals(target),
            belongs=" ส่วนตัวเลขในข้อความเป็นคะแนนรวมของหน่วยงาน" if is_own else "",
        )


def _is_other_target(passage: Statement, said: Decimal, quote: str) -> bool:
    """True if a number is a target of a later year, or how far the result is from the target."""
    years = [int(year) for year in re.findall(r"25[0-9]{2}", to_arabic(quote))]
    is_later = passage.about is not None and any(year > passage.about for year in years)
    is_own_goal = bool(re.search(r"คือ\s*ต้อง", quote))
    return is_later or is_own_goal or said < _LOWEST_TARGET


def _targets(context: Context) -> Iterator[tuple[Statement, tuple[Decimal, str]]]:
    for passage in passages(context):
        found = stated_target(passage.text, passage.about)
        if found and not _is_other_target(passage, *found):
            yield passage, found


RULES = (
    prose_total,
    prose_instrument,
    prose_indicator_score,
    prose_level,
    prose_level_change,
    prose_target,
)
