"""Rules on what sentences call the highest, the lowest or the next to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from prongsai.problems import Problem, problem
from prongsai.prose.amounts import may_be
from prongsai.prose.claimed import claimed, lexer_of
from prongsai.prose.grammar.claims import EndIs, EndScore, MostMoved, Referent
from prongsai.prose.known import HALF_CENT, Known, name_of
from prongsai.prose.named_ends import are_the_ends
from prongsai.prose.passages import Statement
from prongsai.prose.two_lists import figure_at_end
from prongsai.rules.context import Context
from prongsai.rules.facts import end_of
from prongsai.thai.numerals import two_decimals
from prongsai.wording.terms import CONDITIONS

Reading = Mapping[str, Decimal]
_TWO = 2


def _claims(context: Context) -> Iterator[tuple[Statement, EndIs, tuple[dict[str, Decimal], ...]]]:
    """Every claim on ends of one year, with the scores of its kind as each list states them."""
    site = Known(context)
    for passage, claim in sorted(claimed(context, EndIs), key=lambda one: one[1].nth):
        year, within = claim.years[0], claim.within
        every = site.readings_within(year, claim.kind, claim.scope, within) if len(claim.years) == 1 else ()
        readings = tuple(one for one in every if {*claim.keys, *claim.behind} <= one.keys())
        if readings and (not claim.is_of_two or len(readings[0]) == _TWO):
            yield passage, claim, readings


def prose_extreme(context: Context) -> Iterator[Problem]:
    """An extreme that a sentence names is one among all indicators or instruments, or among those of its instrument.

    Several named together are right where they are the ones at that end. Where the document states two lists of
    scores, what is right by either is right. Limits: all figures of the year must be known; silent on what is
    highest among other agencies or over several years.
    """
    wrong_at = set()
    for passage, claim, readings in _claims(context):
        is_told = claim.nth == 2 and passage.where in wrong_at  # what is next to a wrong end needs no word of its own
        if is_told or any(_holds(claim, reading) for reading in readings):
            continue
        wrong_at.add(passage.where)
        year, key = claim.years[0], claim.keys[0]
        site, first = Known(context), readings[0]
        holders, expected = _expected(claim, first)
        yield problem(
            "prose-extreme",
            passage.where,
            year=passage.year,
            quote=claim.quote,
            what=" และ".join(name_of(Referent(claim.kind, one), site.edition(year)) for one in claim.keys),
            condition=_condition(claim),
            score=two_decimals(first[key]),
            holder=" และ".join(name_of(Referent(claim.kind, one), site.edition(year)) for one in holders),
            expected=two_decimals(expected),
        ).about(end_of(year, f"{claim.kind}s", claim.end))


def _condition(claim: EndIs) -> str:
    word = CONDITIONS[claim.end]
    if claim.is_not:
        return f"ไม่ใช่{word}"
    if claim.is_order:
        return "คะแนนเรียงจากมากไปน้อย" if claim.end == "highest" else "คะแนนเรียงจากน้อยไปมาก"
    return f"คะแนนถัดจาก{word}" if claim.nth == 2 else word


def _sorted(claim: EndIs, reading: Reading) -> list[str]:
    return sorted(reading, key=lambda key: reading[key], reverse=claim.end == "highest")


def _expected(claim: EndIs, reading: Reading) -> tuple[list[str], Decimal]:
    """Those that are at the end that is claimed, and their score."""
    ends = sorted({*reading.values()}, reverse=claim.end == "highest")
    value = ends[min(claim.nth, len(ends)) - 1]
    if claim.is_order:
        return _sorted(claim, reading)[: len(claim.keys) if claim.is_whole_end else None], ends[0]
    return [key for key in reading if reading[key] == value], value


def _holds(claim: EndIs, reading: Reading) -> bool:
    ends = sorted(reading.values(), reverse=claim.end == "highest")
    if claim.is_order:
        values = [reading[key] for key in claim.keys]  # some of all are in their order too
        is_end = not claim.is_whole_end or are_the_ends(claim.keys, claim.end, reading)
        return is_end and values == sorted(values, reverse=claim.end == "highest")
    if claim.nth == 2:
        return _is_next(claim, reading)
    if claim.is_not:
        return all(reading[key] != ends[0] for key in claim.keys)
    if len(claim.keys) == 1 or claim.is_alike:
        return all(reading[key] == ends[0] for key in claim.keys)
    return are_the_ends(claim.keys, claim.end, reading)


def _is_next(claim: EndIs, reading: Reading) -> bool:
    """True if one comes next: to what it is said to be next to, or else behind all that are at the end."""
    value = reading[claim.keys[0]]
    if claim.behind:
        other = reading[claim.behind[0]]
        between = [one for one in reading.values() if min(value, other) < one < max(value, other)]
        return (not between and value != other) or value == other
    for is_highest in (True, False) if claim.is_tied else (claim.end == "highest",):
        ends = sorted(reading.values(), reverse=is_highest)
        different = sorted({*ends}, reverse=is_highest)
        if value in {ends[min(1, len(ends) - 1)], different[min(1, len(different) - 1)]}:
            return True
    return False


def prose_extreme_tie(context: Context) -> Iterator[Problem]:
    """An extreme that a sentence gives to one alone is shared with no other.

    Limits: as of prose-extreme; silent where the text itself names the others.
    """
    site = Known(context)
    for passage, claim, readings in _claims(context):
        first, key = readings[0], claim.keys[0]
        end = sorted(first.values(), reverse=claim.end == "highest")[0]
        others = [one for one, value in first.items() if value == end and one not in claim.keys]
        is_one_end = claim.nth == 1 and not claim.is_order and not claim.is_alike
        is_plain = is_one_end and not claim.is_not and len(claim.keys) == 1
        if is_plain and first[key] == end and others and not _are_named(context, passage, claim, others):
            edition = site.edition(claim.years[0])
            yield problem(
                "prose-extreme-tie",
                passage.where,
                year=passage.year,
                quote=claim.quote,
                what=name_of(Referent(claim.kind, key), edition),
                condition=CONDITIONS[claim.end],
                others=" และ".join(name_of(Referent(claim.kind, one), edition) for one in others),
                score=two_decimals(end),
            ).about(end_of(claim.years[0], f"{claim.kind}s", claim.end))


def _are_named(context: Context, passage: Statement, claim: EndIs, others: list[str]) -> bool:
    tokens = lexer_of(context, passage.edition).tokens(passage.text)
    named = {token.value for token in tokens if token.kind in {claim.kind, "bare"}}
    return bool(named & {*others})


def prose_extreme_score(context: Context) -> Iterator[Problem]:
    """A highest or lowest score that a text gives without a name is the one of its year's indicators or instruments.

    Where the document states two lists of scores, a number in a text that is nothing else and fits just one of them is
    reported with both. Limits: all figures of the year must be known.
    """
    site = Known(context)
    for passage, claim in claimed(context, EndScore):
        year, within = claim.years[0], claim.within
        readings = site.readings_within(year, claim.kind, claim.scope, within) if len(claim.years) == 1 else ()
        ends = [max(one.values()) if claim.end == "highest" else min(one.values()) for one in readings]
        fits = [may_be(claim.amount, end - HALF_CENT, end + HALF_CENT) for end in ends]
        if not ends or (all(fits) if claim.is_bare else any(fits)):
            continue
        told = problem(
            "prose-extreme-score",
            passage.where,
            year=passage.year,
            quote=claim.quote,
            condition=CONDITIONS[claim.end],
            found=two_decimals(claim.amount.value),
            expected=" และตามคะแนนที่ระบุอีกแห่งหนึ่งคือ ".join(two_decimals(end) for end in ends),
        )
        chosen = next((end for end, is_so in zip(ends, fits, strict=True) if is_so), None)
        fact = figure_at_end(claim.years[0], chosen, readings) if chosen is not None else None
        yield told.about(fact) if fact else told


def prose_most_moved(context: Context) -> Iterator[Problem]:
    """The ones that a sentence says rose or fell most or least did so.

    Limits: only with the year before, of which all figures of the kind must be known; where two lists are stated either
    suffices.
    """
    site = Known(context)
    for passage, claim in claimed(context, MostMoved):
        year = claim.years[0]
        before, after = (site.readings_within(one, claim.kind, claim.scope, claim.within) for one in (year - 1, year))
        pairs = [(one, other) for one in before for other in after if {*claim.keys} <= one.keys() == other.keys()]
        if not pairs or len(claim.years) > 1:
            continue
        found = [_most_moved(claim, one, other) for one, other in pairs]
        if not any({*claim.keys} <= {*keys} for keys in found):
            edition = site.edition(year)
            yield problem(
                "prose-most-moved",
                passage.where,
                year=passage.year,
                quote=claim.quote,
                expected=" และ".join(name_of(Referent(claim.kind, key), edition) for key in found[0]) or "ไม่มี",
            )


def _most_moved(claim: MostMoved, before: Reading, after: Reading) -> list[str]:
    """Those that moved most, or least, in the way that is claimed."""
    sign = 1 if claim.word == "เพิ่มขึ้น" else -1
    moved = {key: sign * (after[key] - before[key]) for key in after if key in before}
    kept = {key: value for key, value in moved.items() if value > 0}
    if not kept:
        return []
    ends = sorted(kept.values(), reverse=claim.end == "highest")[: len(claim.keys)]
    return [key for key, value in kept.items() if value in ends]


RULES = (prose_extreme, prose_extreme_tie, prose_extreme_score, prose_most_moved)
