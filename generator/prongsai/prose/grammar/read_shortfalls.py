"""Points that a sentence says are missing to a level, the target or a score."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.prose.grammar.claims import TOTAL, Claim
from prongsai.prose.grammar.comparisons import LEAST_SCORE, compared
from prongsai.prose.grammar.conditions import stated_bounds
from prongsai.prose.grammar.reading import Found, Reading, years_at

_SHORT_OF_LEVEL = "r:less g:level break? ( lacks | only )+ a:points"
_SHORT_TO_LEVEL = "lacks from? g:level ( lacks | only )* a:points"
_SHORT_OF = "( s:subject )? lacks ( t:target | from )* b:number lacks? ( becomes )? a:points"
_SHORT_FALL = "s:subject lacks t:target ( only | equals | nearly | lacks | becomes )* a:points"
_SHORT_ROW = "s:named v0:points lacks+ only? a:points"
_SHORT_AFTER = "fails t:target? b:number? target* break? ( lacks | only )+ a:points"
_SHORT = (
    "( s:subject )? way* lacks ( only | nearly | from )* a:points way* s3:subject? way*"
    " ( g:level | t:target b:number? | b:number | w:passes )"
)


def read_shortfalls(reading: Reading) -> Iterator[Claim]:
    """Every distance to what was not reached, also inside wishes."""
    yield from reading.read(
        ((_SHORT_OF_LEVEL, _short), (_SHORT_TO_LEVEL, _short), (_SHORT_OF, _short), (_SHORT_FALL, _short)), wished=True
    )
    yield from reading.read(((_SHORT_ROW, _short_row), (_SHORT_AFTER, _short_after)))
    yield from reading.read(((_SHORT, _short),), wished=True)


def _short(found: Found) -> Iterator[Claim]:
    """So many points short of a level, the target or a score."""
    named = found.referents("s") or found.referents("s3")
    subject = named[0] if named else (TOTAL if _may_be_total(found) else None)
    amount, number, level = found.amount("a", "-"), found.token("b"), found.token("g")
    years = years_at(found.sentence, found.places("a")[0])
    if subject is None or amount is None or not years or amount.value > LEAST_SCORE:
        return
    if found.reading.sentence.tokens[found.places("a")[0]].kind != "points":
        return
    text = found.sentence.text[
        found.sentence.tokens[found.match.start()].start : found.sentence.tokens[found.match.end() - 1].end
    ]
    if number is not None and found.sentence.text[: number.start].rstrip().endswith("("):
        return  # the score of whoever is named there
    is_out = level is not None and "พ้น" in text
    is_target = number is None and level is None
    yield compared(
        found,
        subject,
        "<",
        years,
        bound=number.number if number else None,
        level=f"{'>' if is_out else ''}{level.value}" if level else "",
        amount=amount,
        is_target=is_target,
    )
    found.take()


def _short_row(found: Found) -> Iterator[Claim]:
    """So many points short of what is to be passed: ไม่ผ่านเกณฑ์ คือ ตัวชี้วัดที่ 7 (84.68) ขาดอีก 0.32 คะแนน."""
    amount, years = found.amount("a", "-"), found.years(found.places("a")[0])
    kinds = {token.kind for token in found.sentence.tokens}
    if (
        amount is not None
        and years
        and kinds & {"fails", "passes", "target"}
        and len(stated_bounds(found.sentence.text)) < 2
    ):
        bound = next(iter(stated_bounds(found.sentence.text)), None)
        yield compared(found, found.referents()[0], "<", years, bound=bound, amount=amount, is_target=bound is None)
        found.reading.taken |= {*found.places("a")}


def _short_after(found: Found) -> Iterator[Claim]:
    """So many points short of what was just said not to be passed: ไม่ผ่านเกณฑ์ร้อยละ 85 โดยขาดอีก 2.74 คะแนน."""
    amount, subject, number = found.amount("a", "-"), found.subject(), found.token("b")
    years = found.years(found.places("a")[0])
    if amount is None or subject is None or len(years) != 1:
        return
    bound = number.number if number is not None else None
    yield compared(found, subject, "<", years, bound=bound, amount=amount, is_target=bound is None)
    found.take()


def _may_be_total(found: Found) -> bool:
    before = found.sentence.tokens[: found.match.start()]
    return not {token.kind for token in before} & {
        "instrument",
        "indicator",
        "subindicator",
        "item",
        "unknown",
        "others",
        "peers",
        "part",
    }
