"""Comparisons in a sentence: with a bound, the target, another subject or the mean of others, and what is to go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TypedDict, Unpack

from prongsai.prose.grammar.claims import TOTAL, Amount, Claim, Compared, Operator, Referent
from prongsai.prose.grammar.conditions import stated_bounds
from prongsai.prose.grammar.reading import OPERATORS, Found, Reading, years_at
from prongsai.prose.grammar.tokens import Token

_SUBJECTS = "( l:subject ( and? l:subject )* )? ( v0:score )? ( level )? ( move ( points | percent )? )? break?"
_PEERS = (
    "( s:subject )? ( v0:score )? break? r:bound all? ( p:peers and? )+"
    " ( break? ( becomes | equals )? b:number | o:becomes )?"
    " ( lacks | equals )? a:points?"
)
_OTHER = (
    "s:named r:bound target? o:named ( n:points )? ( lacks | reach | only )* ( n:points )? ( and r2:bound o2:named )?"
)
_BUT = (
    "s:named bound o:named ( points | lacks | reach | only )* break? and? r2:bound o2:named ( lacks | reach | only )*"
    " n:points?"
)
_ABOUT = "s:subject ( becomes | equals )* r:nearly ( becomes | equals )* b:points"
_PEERS_FIRST = "from p:peers b:points break? s:subject? r:bound $"
_EQUAL = "s:named equals o:named"
_BOUND = (
    f"{_SUBJECTS} r:bound t:target? ( equals | from )? g:level? b:number? upwards? ( lacks | apart | becomes | only )*"
    " a:points?"
)
_VERDICT = f"{_SUBJECTS} w:verdict t:target? ( e:equals | becomes )? b:number?"
_SHORT = (
    "( s:subject )? way* lacks ( only | nearly | from )* a:points way* s3:subject? way*"
    " ( g:level | t:target b:number? | b:number | w:passes )"
)
_SHORT_FALL = "s:subject lacks t:target ( only | equals | nearly | lacks | becomes )* a:points"
_SHORT_OF_LEVEL = "r:less g:level break? ( lacks | only )+ a:points"
_SHORT_ROW = "s:named v0:points lacks+ only? a:points"
_SHORT_OF = "( s:subject )? lacks ( t:target | from )* b:number lacks? ( becomes )? a:points"
_PEERS_LOWER = "^^ p:peers ( becomes | equals )? b:points break? r:bound"
_OWN_SCORE = re.compile(r"\s*(?:ผล)?(?:คะแนน)?(?:รวม)?(?:ของ)?(?:หน่วยงาน|เทศบาล|อบต\.|องค์การบริหาร|ทต\.|เรา)")
_LEAST_MEAN = 40  # points; what is below it behind a mean is a distance


def read_bounds(reading: Reading) -> Iterator[Claim]:
    """Every comparison that a sentence makes of the result."""
    yield from reading.read(((_PEERS, _peers),))
    yield from reading.read(((_SHORT_OF_LEVEL, _short), (_SHORT_OF, _short), (_SHORT_FALL, _short)), wished=True)
    yield from reading.read(((_SHORT_ROW, _short_row),))
    yield from reading.read(((_SHORT, _short),), wished=True)
    yield from reading.read(((_PEERS_LOWER, _peers_lower),), wished=True)
    yield from reading.read(((_PEERS_FIRST, _peers_first),), wished=True)
    yield from reading.read(
        ((_BUT, _but), (_ABOUT, _about), (_EQUAL, _equal), (_OTHER, _other), (_BOUND, _bound), (_VERDICT, _verdict))
    )


def _equal(found: Found) -> Iterator[Claim]:
    subject, other, years = found.subject(), found.referents("o")[0], found.years()
    is_equal = "เท่ากับ" in found.quote and found.before() is None
    if subject is not None and is_equal and years:
        yield _claim(found, subject, "=", years, other=other)


_OPEN = {"break", "and", "level", "points", "total", "passes", "fails", "rises", "falls"}


class _Said(TypedDict, total=False):
    bound: Decimal | None
    other: Referent | None
    level: str
    amount: Amount | None
    is_target: bool


def _subjects(found: Found) -> tuple[Referent, ...]:
    named = found.referents("s") + found.referents("l")
    if named:
        return named
    before = found.before()
    if found.is_first and (before is None or before.kind in _OPEN):
        return (TOTAL,)
    carried = found.carried if before is not None and before.kind in _OPEN else None
    return (carried,) if carried is not None else ()


_NOT_OF_RESULT = {
    *("mean", "weight", "apart", "indicators", "instruments", "items", "others", "peers", "all", "none", "and"),
    *("target", "sum"),
}
_OF_OTHERS = {"all", "indicators", "instruments", "items", "others", "rank", "dash", "top", "scope"}


def _is_said_of(found: Found) -> bool:
    """True if a comparison is one of the agency's result: not what a condition, a mean or a weight is."""
    before, after = found.before(), found.after()
    is_part = before is not None and before.kind in _NOT_OF_RESULT
    is_counted = after is not None and (after.kind.startswith("count") or after.kind in _OF_OTHERS)
    is_counted = (is_counted or _is_listed(found)) and not _goes_on_with_years(found)
    return not is_part and not is_counted


def _is_listed(found: Found) -> bool:
    """True if those that are so follow: จุดอ่อน (ต่ำกว่าร้อยละ 80) ได้แก่ ตัวชี้วัดที่ 4."""
    behind = [token.kind for token in found.sentence.tokens[found.match.end() :] if token.kind != "year"]
    return behind[:1] == ["equals"] and behind[1:2] in (["indicator"], ["instrument"], ["item"], ["count-k"], ["bare"])


def _goes_on_with_years(found: Found) -> bool:
    """True if what all are is years: ไม่ถึง 85 คะแนน ทั้งปี 2566 และ 2567."""
    behind = [token.kind for token in found.sentence.tokens[found.match.end() :][:2]]
    return behind == ["all", "year"]


def _claim(found: Found, subject: Referent, operator: Operator, years: tuple[int, ...], **said: Unpack[_Said]) -> Claim:
    return Compared(subject=subject, operator=operator, years=years, quote=found.quote, **said)


def _peers(found: Found) -> Iterator[Claim]:
    """Compared with the mean of others, as far as the sentence itself says what that is."""
    subjects, bound, years = _subjects(found), found.token("r"), found.years()
    number, amount = found.token("b"), found.amount("a", "-")
    if not subjects or bound is None or not years or len(found.tokens("p")) > 1:
        return
    if number is not None and number.number >= _LEAST_MEAN:
        yield _claim(found, subjects[0], OPERATORS[bound.kind], years, bound=number.number, amount=amount)
    found.take()


def _peers_first(found: Found) -> Iterator[Claim]:
    """Compared with a mean of others that is said first: เมื่อเทียบกับค่าเฉลี่ยจังหวัด 83.14 คะแนน หน่วยงานได้สูงกว่า."""
    bound, number, years = found.token("r"), found.token("b"), found.years()
    if bound is not None and number is not None and len(years) == 1 and bound.kind in {"more", "less"}:
        subject = (found.referents() or (TOTAL,))[0]
        is_alone = not found.sentence.tokens[: found.match.start()]
        if is_alone:
            yield _claim(found, subject, OPERATORS[bound.kind], years, bound=number.number)


def _peers_lower(found: Found) -> Iterator[Claim]:
    """The mean of others as what is compared: ค่าเฉลี่ยจังหวัดอยู่ที่ 79.36 คะแนน ซึ่งต่ำกว่าคะแนนของหน่วยงาน."""
    bound, number, years = found.token("r"), found.token("b"), found.years()
    if bound is None or number is None or len(years) != 1 or bound.kind not in {"more", "less"}:
        return
    if _OWN_SCORE.match(found.sentence.text, bound.end):
        yield _claim(found, TOTAL, "<" if bound.kind == "more" else ">", years, bound=number.number)


def _short_row(found: Found) -> Iterator[Claim]:
    """So many points short of what is to be passed: ไม่ผ่านเกณฑ์ คือ ตัวชี้วัดที่ 7 (84.68) ขาดอีก 0.32 คะแนน."""
    amount, years = found.amount("a", "-"), found.years(found.places("a")[0])
    kinds = {token.kind for token in found.sentence.tokens}
    if amount is not None and years and kinds & {"fails", "target"} and len(stated_bounds(found.sentence.text)) < 2:
        bound = next(iter(stated_bounds(found.sentence.text)), None)
        yield _claim(found, found.referents()[0], "<", years, bound=bound, amount=amount, is_target=bound is None)
        found.reading.taken |= {*found.places("a")}


def _about(found: Found) -> Iterator[Claim]:
    """A score that is about so much: ได้ประมาณ 70 คะแนน."""
    subject, number, years, after = found.subject(), found.token("b"), found.years(), found.after()
    is_bound = after is not None and after.kind in {"upwards", "downwards", "reach", "dash", "lacks", "others"}
    before = found.before()
    is_other = before is not None and before.kind in _NOT_OF_RESULT
    if subject is None or number is None or len(years) != 1 or is_bound or is_other or number.number < _LEAST_MEAN:
        return
    yield _claim(found, subject, "~", years, bound=number.number)
    found.take()


def _short(found: Found) -> Iterator[Claim]:
    """So many points short of a level, the target or a score."""
    named = found.referents("s") or found.referents("s3")
    subject = named[0] if named else (TOTAL if _may_be_total(found) else None)
    amount, number, level = found.amount("a", "-"), found.token("b"), found.token("g")
    years = years_at(found.sentence, found.places("a")[0])
    if subject is None or amount is None or not years or amount.value > _LEAST_MEAN:
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
    yield _claim(
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


def _other(found: Found) -> Iterator[Claim]:
    subject, other = found.subject(), found.referents("o")[0]
    bound, years = found.token("r"), found.years(found.places("r")[0])
    if subject is None or bound is None or not years or not _is_said_of(found) or bound.kind == "nearly":
        return
    yield _claim(found, subject, OPERATORS[bound.kind], years, other=other, amount=_distance(found))
    more = found.token("r2")
    if more is not None:
        yield _claim(found, subject, OPERATORS[more.kind], years, other=found.referents("o2")[0])
    found.take()


def _but(found: Found) -> Iterator[Claim]:
    """A second one with which the same is compared: IIT สูงกว่า OIT 1.52 คะแนน แต่สูงกว่า EIT 7.87 คะแนน."""
    bound, years = found.token("r2"), found.years(found.places("r2")[0])
    if bound is not None and years and bound.kind in {"more", "less"}:
        other, amount = found.referents("o2")[0], found.amount("n", "-")
        yield _claim(found, found.referents()[0], OPERATORS[bound.kind], years, other=other, amount=amount)
        found.reading.taken |= {*found.places("r2"), *found.places("n")}


def _distance(found: Found) -> Amount | None:
    """The number that is the distance, where the other score may come first: สูงกว่า EIT (80.10) อยู่ 4.57 คะแนน."""
    numbers = found.tokens("n")
    if not numbers:
        return None
    gap = found.sentence.text[: numbers[-1].start].rstrip()
    return None if len(numbers) == 1 and gap.endswith("(") else Amount(numbers[-1].number)


def _bound(found: Found) -> Iterator[Claim]:
    bound, target, number, level = (found.token(group) for group in ("r", "t", "b", "g"))
    years = found.years(found.places("r")[0])
    if (
        bound is None
        or not years
        or not _is_said_of(found)
        or bound.kind == "nearly"
        or not (target or number or level)
    ):
        return
    amount, operator = found.amount("a", "-"), OPERATORS[bound.kind]
    if number is not None and number.kind == "bare" and not found.referents("l") and target is None:
        return
    if bound.kind == "least" and not found.referents("l"):
        return
    for subject in _subjects(found):
        if level is not None and (number or amount):
            distance = Amount(number.number) if number else amount
            yield _claim(found, subject, operator, years, level=level.value, amount=distance)
        elif level is not None:
            continue
        elif number is None:
            yield _claim(found, subject, operator, years, is_target=True)
        else:
            said: _Said = {"bound": number.number, "amount": amount, "is_target": target is not None}
            for each in _each_year(found, "r") if amount is None else [years]:
                yield _claim(found, subject, operator, each, **said)
    found.take()


def _verdict(found: Found) -> Iterator[Claim]:
    verdict, number, target = found.token("w"), found.token("b"), found.token("t")
    if verdict is None or not _is_said_of(found):
        return
    if number is None and target is None and verdict.value in {"ผ่าน", "ไม่ผ่าน"} and found.after() is not None:
        return
    if found.token("e") is not None:
        number = None  # a number behind คือ is what the target is said to be
    operator: Operator = ">=" if verdict.kind == "passes" else "<"
    for subject in _subjects(found):
        for years in _each_year(found):
            bound = number.number if number else None
            yield _claim(found, subject, operator, years, bound=bound, is_target=number is None)
    found.take()


def _each_year(found: Found, group: str = "w") -> list[tuple[int, ...]]:
    """The years of a verdict: all that follow ทั้ง, else the one that it is near."""
    tokens: tuple[Token, ...] = found.sentence.tokens
    end = found.match.end()
    while end > 0 and tokens[end - 1].kind == "year":
        end -= 1
    behind = tokens[end:]
    years = [token for token in behind if token.kind == "year" and not token.bare]
    if behind and behind[0].kind == "all" and len(years) > 1:
        return [found.sentence.year_of(token) for token in years]
    if any(token.kind == "both" for token in behind) and found.sentence.about is not None:
        return [(found.sentence.about - 1,), (found.sentence.about,)]
    own = found.years(found.places(group)[0])
    return [own] if own else []
