"""Comparisons in a sentence: with a bound, the target, another subject or the mean of others, and what is to go."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.prose.grammar.claims import TOTAL, Amount, Claim, Operator, Referent, ScoreIs
from prongsai.prose.grammar.comparisons import LEAST_SCORE, Said, compared, subjects_of
from prongsai.prose.grammar.conditions import stated_bounds
from prongsai.prose.grammar.reading import OPERATORS, Found, Reading
from prongsai.prose.grammar.tokens import Token

_SUBJECTS = "( l:subject ( and? l:subject )* )? ( v0:score )? ( level )? ( move ( points | percent )? )? break?"
_OTHER = (
    "s:subject ( becomes class )? r:bound target? o:part-named ( n:points )? ( lacks | reach | only )* ( n:points )?"
)
_OTHERS = "s:named ( becomes class )? r:bound all? o:part-named points? ( and o:part-named points? )+"
_BUT = (
    "s:subject bound o:named ( points | lacks | reach | only )* break? and? r2:bound o2:named ( lacks | reach | only )*"
    " n:points?"
)
_ABOUT = "s:subject ( becomes | equals )* r:nearly ( becomes | equals )* b:points"
_EQUAL = "s:named equals o:named"
_BOUND = (
    f"{_SUBJECTS} r:bound t:target? ( equals | from )? g:level? b:number? upwards? ( lacks | apart | becomes | only )*"
    " a:points?"
)
_BOUND_AFTER = (  # แต่ยังต่ำกว่าเกณฑ์ร้อยละ 85 อยู่ 10 คะแนน
    "break r:bound t:target? ( equals | from )? b:number ( lacks | apart | becomes | only )* a:points?"
)
_VERDICT = f"{_SUBJECTS} w:verdict t:target? ( e:equals | becomes )? b:number?"
_REACHED = "w:verdict target* class? unknown? b:number upwards break? ( equals | becomes )* v:points"
_VERDICTS = "named verdict target? ( ( and | break )* named verdict target? )+"


def read_bounds(reading: Reading) -> Iterator[Claim]:
    """Every comparison that a sentence makes of the result."""
    yield from reading.read(
        (
            (_OTHERS, _others),
            (_BUT, _but),
            (_ABOUT, _about),
            (_EQUAL, _equal),
            (_OTHER, _other),
            (_BOUND, _bound),
            (_BOUND_AFTER, _bound),
            (_VERDICTS, _verdicts),
            (_REACHED, _reached),
            (_VERDICT, _verdict),
        )
    )


def _equal(found: Found) -> Iterator[Claim]:
    subject, other, years = found.subject(), found.referents("o")[0], found.years()
    is_equal = "เท่ากับ" in found.quote and found.before() is None
    if subject is not None and is_equal and years:
        yield compared(found, subject, "=", years, other=other)


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


def _about(found: Found) -> Iterator[Claim]:
    """A score that is about so much: ได้ประมาณ 70 คะแนน."""
    subject, number, years, after = found.subject(), found.token("b"), found.years(), found.after()
    is_bound = after is not None and after.kind in {"upwards", "downwards", "reach", "dash", "lacks", "others"}
    before = found.before()
    is_other = before is not None and before.kind in _NOT_OF_RESULT
    if subject is None or number is None or len(years) != 1 or is_bound or is_other or number.number < LEAST_SCORE:
        return
    yield compared(found, subject, "~", years, bound=number.number)
    found.take()


def _other(found: Found) -> Iterator[Claim]:
    subject, other = found.subject(), found.referents("o")[0]
    bound, years = found.token("r"), found.years(found.places("r")[0])
    if subject is None or bound is None or not years or not _is_said_of(found) or bound.kind == "nearly":
        return
    yield compared(found, subject, OPERATORS[bound.kind], years, other=other, amount=_distance(found))
    found.take()


def _others(found: Found) -> Iterator[Claim]:
    """Several others above or below all of which one is: OIT สูงกว่าแบบวัด IIT และ EIT; their scores may be given."""
    bound, years, after = found.token("r"), found.years(found.places("r")[0]), found.after()
    subject, others = found.referents()[0], found.referents("o")
    is_end = (
        after is None or after.kind in {"break", "level"} or found.sentence.text[: after.start].endswith((" (", "ทั้ง"))
    )
    if bound is None or bound.kind not in {"more", "less"} or not years or not is_end or not _is_said_of(found):
        return
    if any(not found.sentence.text[: one.start].rstrip().endswith("(") for one in _points_behind(found)):
        return  # a distance, of which nobody can tell from whom
    for other in others:
        yield compared(found, subject, OPERATORS[bound.kind], years, other=other)
    found.take()


def _points_behind(found: Found) -> list[Token]:
    places = range(found.places("r")[0], found.match.end())
    return [found.sentence.tokens[place] for place in places if found.sentence.tokens[place].kind == "points"]


def _but(found: Found) -> Iterator[Claim]:
    """A second one with which the same is compared: IIT สูงกว่า OIT 1.52 คะแนน แต่สูงกว่า EIT 7.87 คะแนน."""
    bound, years = found.token("r2"), found.years(found.places("r2")[0])
    if bound is not None and years and bound.kind in {"more", "less"}:
        other, amount = found.referents("o2")[0], found.amount("n", "-")
        yield compared(found, found.referents()[0], OPERATORS[bound.kind], years, other=other, amount=amount)
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
    for subject in subjects_of(found):
        if level is not None and (number or amount):
            distance = Amount(number.number) if number else amount
            yield compared(found, subject, operator, years, level=level.value, amount=distance)
        elif level is not None:
            continue
        elif number is None:
            yield compared(found, subject, operator, years, is_target=True)
        else:
            said: Said = {"bound": number.number, "amount": amount, "is_target": target is not None}
            for each in _each_year(found, "r") if amount is None else [years]:
                yield compared(found, subject, operator, each, **said)
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
    for subject in subjects_of(found):
        for years in _each_year(found):
            bound = number.number if number else None
            yield compared(found, subject, operator, years, bound=bound, is_target=number is None)
    found.take()


def _verdicts(found: Found) -> Iterator[Claim]:
    """Verdicts on one after another by one bound: ตามเกณฑ์ 85 คะแนน IIT ผ่านเกณฑ์ EIT ไม่ผ่านเกณฑ์."""
    tokens, bounds, years = found.sentence.tokens, stated_bounds(found.sentence.text), found.years(found.match.start())
    span = range(*found.match.span())
    named = [tokens[place] for place in span if tokens[place].kind in {"instrument", "indicator", "subindicator"}]
    verdicts = [tokens[place] for place in span if tokens[place].kind in {"passes", "fails"}]
    is_open = any(one.value in {"ผ่าน", "ไม่ผ่าน"} for one in verdicts) and not bounds
    if len(bounds) > 1 or len(years) != 1 or is_open:
        return
    bound = next(iter(bounds), None)
    for one, verdict in zip(named, verdicts, strict=True):
        operator: Operator = ">=" if verdict.kind == "passes" else "<"
        subject = Referent(one.kind, one.value)
        yield compared(found, subject, operator, years, bound=bound, is_target=bound is None)
    found.take()


def _reached(found: Found) -> Iterator[Claim]:
    """A target with its bound and then the score: บรรลุค่าเป้าหมาย (85 คะแนนขึ้นไป) โดยได้ 82.26 คะแนน."""
    verdict, number, years = found.token("w"), found.token("b"), found.years(found.places("w")[0])
    if verdict is None or number is None or len(years) != 1 or not found.is_first:
        return
    yield compared(found, TOTAL, ">=" if verdict.kind == "passes" else "<", years, bound=number.number)
    score = found.token("v")
    if score is not None:
        quote, said = found.quote, score.number
        yield ScoreIs(subject=TOTAL, is_guess=True, said=said, text=score.value, years=years, quote=quote)
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
