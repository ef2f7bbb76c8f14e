"""Comparisons with means of others whose figures the same sentence gives, in brackets or before the score."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.prose.grammar.claims import TOTAL, Amount, Claim, ScoreIs
from prongsai.prose.grammar.comparisons import LEAST_SCORE, compared
from prongsai.prose.grammar.reading import OPERATORS, Found, Reading

_BOTH = (
    "( s:subject )? ( v0:score )? break? r:bound all? peers ( becomes | equals )? b:points"
    " ( and? peers ( becomes | equals )? b:points )+"
)
_FIRST = (
    "p:peers ( becomes | equals )* b:points ( and? p:peers ( becomes | equals )* b:points )* break? ( s:subject )?"
    " ( becomes | equals )* v:points break? r:bound ( peers | mean | from | and )* ( lacks )? a:points?"
)
_NO_FACT = re.compile(r"ควร|ต้อง|จะ(?!แนน)|หาก|ถ้า|คาด|เป้า|มุ่ง|เพื่อ(?!น)|แห่งอื่น|ปี(?:งบประมาณ)?(?:ที่ผ่านมา|ก่อน)")


def read_peer_means(reading: Reading) -> Iterator[Claim]:
    """Every comparison with means whose figures the sentence itself gives."""
    if _NO_FACT.search(reading.sentence.text):
        return
    yield from reading.read(((_BOTH, _both), (_FIRST, _first)), wished=True)


def _both(found: Found) -> Iterator[Claim]:
    """Above or below the means of the province and of the country, each with its figure."""
    bound, years, tokens = found.token("r"), found.years(), found.sentence.tokens
    subject = (found.referents() or ((TOTAL,) if not found.sentence.tokens[: found.match.start()] else (None,)))[0]
    first = found.places("r")[0]
    bounds = [tokens[at] for at in range(first, found.match.end()) if tokens[at].kind == "points"]
    if subject is None or bound is None or bound.kind not in {"more", "less"} or len(years) != 1:
        return
    if any(one.number < LEAST_SCORE for one in bounds):
        return  # the distances to them
    for one in bounds:
        yield compared(found, subject, OPERATORS[bound.kind], years, bound=one.number)
    score = found.token("v0")
    if score is not None:
        yield ScoreIs(subject=subject, said=score.number, text=score.value, years=years, quote=found.quote)
    found.take()


def _first(found: Found) -> Iterator[Claim]:
    """The mean, the agency's score, and how they compare: ค่าเฉลี่ยจังหวัด 79.36 คะแนน เทศบาลได้ 82.26 สูงกว่า 2.90."""
    bound, years, tokens = found.token("r"), found.years(found.places("v")[0]), found.sentence.tokens
    subject, score = (found.referents() or (TOTAL,))[0], found.token("v")
    means = [tokens[at] for at in range(found.match.start(), found.places("v")[0]) if tokens[at].kind == "points"]
    amount = found.amount("a", "-")
    if bound is None or score is None or bound.kind not in {"more", "less"} or len(years) != 1:
        return
    if amount is not None and amount.value >= LEAST_SCORE:
        return
    if any(one.number < LEAST_SCORE for one in means) or found.sentence.tokens[: found.match.start()]:
        return
    for one in means:
        distance = Amount(amount.value) if amount is not None and len(means) == 1 else None
        yield compared(found, subject, OPERATORS[bound.kind], years, bound=one.number, amount=distance)
    yield ScoreIs(subject=subject, said=score.number, text=score.value, years=years, quote=found.quote)
    found.take()
