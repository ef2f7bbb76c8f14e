"""Rules on ranks that sentences state, and on what else they say of a rank."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.model.score_parts import Rank
from prongsai.model.stated import known
from prongsai.problems import Problem, problem
from prongsai.prose.claimed import claimed
from prongsai.prose.grammar.claims import RankIs, RankMoved
from prongsai.prose.grammar.peer_words import group_in_words
from prongsai.prose.known import Known
from prongsai.rules.context import Context


def prose_rank(context: Context) -> Iterator[Problem]:
    """A rank in a sentence is one that its year states, first or again.

    Limits: the scope of the rank is not compared; silent where the year has no rank.
    """
    site = Known(context)
    for passage, claim in claimed(context, RankIs):
        ranks = [site.ranks(year) for year in claim.years]
        if claim.place is None or not all(ranks):
            continue
        stated = [[place for rank in of_year for place in _places(rank)] for of_year in ranks]
        if not any(claim.place in places for places in stated):
            values = {"found": f"{claim.place:,}", "of_year": claim.years[0], "expected": f"{stated[0][0]:,}"}
            yield problem("prose-rank", passage.where, year=passage.year, quote=claim.quote, **values)


def _places(rank: Rank) -> tuple[int, ...]:
    return (rank.value, *(again.value for again in rank.also_stated))


def prose_place(context: Context) -> Iterator[Problem]:
    """The agency's rank fits what a sentence says of it: of how many, among the first, up or down by so many places.

    Limits: only a year with one rank; a move needs the rank of the year before.
    """
    site = Known(context)
    for passage, claim in claimed(context, RankIs):
        for year in claim.years[:1] if len(claim.years) == 1 else ():
            ranks = _meant(site.ranks(year), claim)
            shown = _misplaced(ranks[0], claim) if len(ranks) == 1 and not ranks[0].also_stated else ""
            if shown:
                values = {"of_year": year, "expected": shown}
                yield problem("prose-place", passage.where, year=passage.year, quote=claim.quote, **values)
    for passage, moved in claimed(context, RankMoved):
        shown = _moved_otherwise(site, moved)
        if shown:
            values = {"of_year": moved.years[0], "expected": shown}
            yield problem("prose-place", passage.where, year=passage.year, quote=moved.quote, **values)


def _meant(ranks: tuple[Rank, ...], claim: RankIs) -> tuple[Rank, ...]:
    """The ranks that a claim may be about: of those that it names, or of fewer, where it is the first of more."""
    if not claim.among:
        return ranks
    narrower = {claim.among} | ({f"{claim.among}-kind"} if claim.half == "first" else set())
    return tuple(rank for rank in ranks if group_in_words(known(rank.scope) or "") in narrower)


def _misplaced(rank: Rank, claim: RankIs) -> str:
    """The rank in words where a claim does not fit it, else nothing."""
    is_wrong = bool(claim.among_first and rank.value > claim.among_first)
    is_wrong = is_wrong or (claim.half == "first" and rank.value != 1)
    is_wrong = is_wrong or (claim.above is not None and claim.above != rank.value - 1)
    if rank.of is not None:
        is_wrong = is_wrong or bool(claim.of and claim.place == rank.value and claim.of != rank.of)
        is_upper = 2 * rank.value <= rank.of
        is_wrong = is_wrong or (claim.half in {"upper", "lower"} and is_upper is not (claim.half == "upper"))
        is_wrong = is_wrong or (claim.half == "last" and rank.value != rank.of)
        is_wrong = is_wrong or _is_other_place(rank.value, rank.of, claim)
    of = f" จาก {rank.of:,}" if rank.of is not None else ""
    return f"ลำดับที่ {rank.value:,}{of}" if is_wrong else ""


def _is_other_place(place: int, of: int, claim: RankIs) -> bool:
    """True if a place is not where a claim counts from the end, or by shares, lets it be."""
    from_last = of - place + 1
    share = abs(claim.share) if claim.share is not None else None
    end = place if claim.share is not None and claim.share > 0 else from_last
    return (
        claim.from_last not in {None, from_last}
        or (claim.among_last is not None and from_last > claim.among_last)
        or (share is not None and 100 * (end - 1) >= share * of)  # where the bound is between two places both are in
        or (claim.below is not None and claim.below != of - place)
    )


def _moved_otherwise(site: Known, claim: RankMoved) -> str:
    year = claim.years[0]
    before, now = site.ranks(year - 1), site.ranks(year)
    if len(before) != 1 or len(now) != 1 or before[0].scope != now[0].scope:
        return ""
    by = before[0].value - now[0].value
    word = "เพิ่มขึ้น" if by > 0 else ("ลดลง" if by < 0 else "เท่าเดิม")
    if claim.word == word and claim.by in {None, abs(by)}:
        return ""
    return f"จากลำดับที่ {before[0].value:,} เป็นลำดับที่ {now[0].value:,}"


RULES = (prose_rank, prose_place)
