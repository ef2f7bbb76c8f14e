"""Scores that a sentence states."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.prose.grammar.claims import TOTAL, Claim, Referent, ScoreIs
from prongsai.prose.grammar.reading import Found, Reading
from prongsai.prose.grammar.tokens import Token

_PAIRS = "s1:named and s2:named equals? becomes? v1:points and v2:points"
_SCORES = (
    "s:subject ( highest | lowest | next | level | equals | becomes | and | only | mean | reach | all )* v:value",
    "s:named ( equals | becomes )+ v:bare",
)
_WITH_WEIGHT = "s:tool percent v:points"
_AGAIN = "( value | level | move ) year+ ( equals | becomes )? v:points"
_BEHIND = "v:points s:tool"
_WITH_LEVEL = ("v:points level", "level v:points")
_ALONE = "^^ ( becomes | equals )? v:points"
_BY_YEAR = "^^ ( points and? break? year+ )+ points $"


def read_scores(reading: Reading) -> Iterator[Claim]:
    """Every score that a sentence gives the agency or a part of its result."""
    for found in reading.find(_PAIRS):
        for named, value in (("s1", "v1"), ("s2", "v2")):
            yield from _score(found, found.referents(named)[0], found.token(value))
        found.take()
    for source in (_WITH_WEIGHT, *_SCORES):
        for found in reading.find(source, fresh="v"):
            subject = found.subject()
            if subject is not None and _is_said_of_result(found):
                yield from _score(found, subject, found.token("v"))
                reading.taken |= set(found.places("v"))
    yield from _repeated(reading)
    yield from _without_name(reading)


def _score(found: Found, subject: Referent, token: Token | None, *, is_guess: bool = False) -> Iterator[Claim]:
    years = found.years(found.sentence.tokens.index(token)) if token is not None else ()
    if token is not None and years and token.number <= 100:
        yield ScoreIs(
            subject=subject, said=token.number, text=token.value, years=years, quote=found.quote, is_guess=is_guess
        )


def _is_said_of_result(found: Found) -> bool:
    """True if a number behind a subject is its score: no weight, no mean, no bound, no target, no full mark."""
    before, after = found.before(), found.after()
    if before is not None and before.kind in {
        *("weight", "mean", "target", "apart", "lacks", "more", "less", "sum", "lost", "measure", "peers", "from"),
    }:
        return False
    token = found.token("v")
    if token is not None and token.kind == "percent" and after is not None and after.kind == "points":
        return False  # the weight, before the score
    is_bound = after is not None and after.kind in {"upwards", "downwards", "reach", "dash", "more", "times"}
    return (
        not is_bound
        and token is not None
        and not (after is not None and after.kind == "unknown" and token.kind == "full")
    )


def _repeated(reading: Reading) -> Iterator[Claim]:
    """Another score of the same subject with its own year: ปี 2565 ได้ 92.18 / ปี 2566 ได้ 87.04."""
    tokens = reading.sentence.tokens
    for found in reading.find(_AGAIN, fresh="v"):
        named = [one for one in tokens[: found.match.start() + 1] if one.kind in {"total", "instrument", "indicator"}]
        between = {one.kind for one in tokens[: found.match.start()]} & {"unknown"}
        if len({(one.kind, one.value) for one in named}) == 1 and not between:
            subject = Referent(named[0].kind, named[0].value) if named[0].kind != "total" else TOTAL
            yield from _score(found, subject, found.token("v"))
            reading.taken |= set(found.places("v"))


def _without_name(reading: Reading) -> Iterator[Claim]:
    for found in reading.find(_BEHIND):
        after, token, tool = found.after(), found.token("v"), found.token("s")
        gap = reading.sentence.text[token.end : tool.start] if token and tool else ""
        if "(" in gap and (after is None or after.kind not in {"points", "percent"}):
            yield from _score(found, found.referents()[0], token)
            reading.taken |= set(found.places("v"))
    for source in _WITH_LEVEL:
        for found in reading.find(source, fresh="v"):
            token = found.token("v")
            gap = reading.sentence.text[reading.sentence.tokens[found.match.start()].end :].lstrip()
            if token is not None and not _names_before(found) and gap.startswith(("(", token.value)):
                yield from _score(found, TOTAL, token)
                reading.taken |= set(found.places("v"))
    for found in reading.find(_BY_YEAR):
        tokens = reading.sentence.tokens
        for place in (place for place in range(*found.match.span()) if tokens[place].kind == "points"):
            yield from _score(found, TOTAL, tokens[place], is_guess=True)
        found.take()
    for found in reading.find(_ALONE):
        after = found.after()
        if found.is_first and (after is None or after.kind in {"break", "level"}):
            yield from _score(found, TOTAL, found.token("v"), is_guess=True)


def _names_before(found: Found) -> bool:
    kinds = {"instrument", "indicator", "subindicator", "item", "part", "others", "peers", "target"}
    before = found.sentence.tokens[: found.match.start()]
    return any(token.kind in kinds for token in before)
