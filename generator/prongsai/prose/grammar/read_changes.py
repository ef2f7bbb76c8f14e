"""Changes in a sentence: from one score to another, by how much, and only up or down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from prongsai.prose.grammar.claims import TOTAL, Amount, Claim, LevelMoved, Moved, Referent, ScoreIs
from prongsai.prose.grammar.heads import is_set
from prongsai.prose.grammar.reading import WORDS, Found, Reading
from prongsai.prose.grammar.tokens import Token

_WHICH = re.compile(r"\s*(?:ซึ่ง|ที่)\s*(?:ได้|มี|อยู่|เคย|เป็น)")
_BY = "( w2:change? equals? r:bound? a:number? a2:number? )?"
_SPAN = "from v1:score w2:change? ( becomes | dash | reach ) becomes? v2:score"
_FROM_TO = (
    f"( s:subject equals? )? ( w:move highest? )? {_SPAN} {_BY}",
    f"s:subject equals? v1:score dash v2:score {_BY}",
    "s:subject equals? v1:points equals? v2:points w2:move equals? r:bound? a:number?",
    f"from s:subject v1:score ( w:change becomes? | becomes ) v2:score {_BY}",
)
_WISHED_FROM = "s:subject from v1:score ( becomes | reach ) v2:score"
_SIGNED = ("s:subject v0:score a:points", "s:subject ( becomes | equals )? a:points")  # IIT 91.37 (+2.33), IIT +2.33
_FROM = ("s:subject ( v0:score break? )? w:move from v1:score", "s:subject from v1:score w:move")
_OF = "( s:subject ( v0:score | level | break )* )?"
_AMOUNTS = (
    f"{_OF} w:move ( x:equals | x:becomes )? ( r:bound | reach | lacks | only )* a:points ( and? a2:percent )?",
    f"{_OF} w:move ( x:equals )? ( r:bound | reach | lacks | only )* a:percent",
    "s:subject ( v0:score break? )? w:move ( r:bound | reach | lacks ) a:bare",
)
_ROWS = (
    "l:subject ( and? l:subject )+ w:move ( equals | becomes )* n:points ( and? n:points )+",
    "l:subject ( and? l:subject )+ w:move y:alike ( equals | becomes )* n:points",
)
_DIRECTION = "l:subject ( and? l:subject )* ( v0:score | level )* break? w:move"
# เพิ่มขึ้น 2.86 และ 6.25 คะแนน ตามลำดับ: the amounts are of several names
_RESPECTIVELY = re.compile(r"\s*(?:คะแนน)?\s*(?:(?:,|และ)\s*[0-9๐-๙.]+\s*(?:คะแนน|%)?\s*)+ตามลำดับ")
_UNNAMED = "^^ ( level )? w:move"


def read_changes(reading: Reading) -> Iterator[Claim]:
    """Every change that a sentence states."""
    yield from reading.read((source, _from_to) for source in _FROM_TO)
    yield from reading.read(((_WISHED_FROM, _wished),), wished=True)
    yield from reading.read((source, _rows) for source in _ROWS)
    for source in _SIGNED:
        for found in reading.find(source, fresh="a"):
            yield from _signed(found)
    yield from reading.read((source, _moved) for source in _AMOUNTS)
    yield from reading.read((source, _moved_from) for source in _FROM)
    yield from reading.read(((_DIRECTION, _direction), (_UNNAMED, _unnamed)))


def _unnamed(found: Found) -> Iterator[Claim]:
    """A change of nothing that is named, since a year: คะแนนลดลงจากปีก่อน."""
    if found.bases() and _may_be_whole(found):
        yield from _moves(found, TOTAL)


def _span(found: Found) -> tuple[int, int] | None:
    """The years from which and to which a score went, where they can be told."""
    about = found.sentence.about
    named = [
        year
        for token in found.sentence.tokens[: found.match.end()]
        if token.kind == "year"
        for year in found.sentence.year_of(token)[:1]
    ]
    if len(set(named)) == 2:
        return min(named), max(named)
    year = named[0] if named and about is None else about
    if year is None or (named and named[0] not in {year, year - 1}):
        return None
    return year - 1, year


def _from_to(found: Found) -> Iterator[Claim]:
    subject, span = found.subject(), _span(found)
    first, last = found.token("v1"), found.token("v2")
    if subject is None or span is None or first is None or last is None or not _are_scores(found, first, last):
        return
    is_guess = not found.referents()
    first, last = (last, first) if _is_latest_first(found) else (first, last)
    for token, year in ((first, span[0]), (last, span[1])):
        yield _score(found, subject, token, (year,), is_guess=is_guess)
    words = [WORDS[one.kind] for group in ("w", "w2") if (one := found.token(group))]
    amounts = tuple(amount for group in ("a", "a2") if (amount := found.amount(group)))
    word = words[-1] if words else WORDS["rises" if last.number > first.number else "falls"]
    if words or amounts:
        yield Moved(subject=subject, word=word, base=span[0], amounts=amounts, years=(span[1],), quote=found.quote)
    found.take()


def _is_latest_first(found: Found) -> bool:
    """True if the later of two years comes first: ปี 2564 (82.26) เมื่อเทียบกับปี 2563 (68.27) เพิ่มขึ้น."""
    tokens = found.sentence.tokens[found.match.start() : found.match.end()]
    years = [year for token in tokens if token.kind == "year" for year in found.sentence.year_of(token)[:1]]
    is_path = any(token.kind in {"from", "becomes", "reach", "dash"} for token in tokens)
    return len(years) > 1 and years[0] > years[1] and not is_path


def _are_scores(found: Found, *tokens: Token) -> bool:
    """True if numbers are scores: with their unit or decimals, or both of a subject that is named."""
    is_counted = (after := found.after()) is not None and after.kind.startswith(("count", "others"))
    return not is_counted and (any(one.kind == "points" for one in tokens) or bool(found.referents()))


def _score(found: Found, subject: Referent, token: Token, years: tuple[int, ...], *, is_guess: bool = False) -> ScoreIs:
    return ScoreIs(
        subject=subject, said=token.number, text=token.value, years=years, quote=found.quote, is_guess=is_guess
    )


def _wished(found: Found) -> Iterator[Claim]:
    """A wish starts from what is: ยกระดับ EIT จาก 75.33 เป็น 85."""
    first, subject = found.token("v1"), found.subject()
    about = found.sentence.about
    if first is not None and subject is not None and first.kind == "points" and about is not None:
        places = found.places("v2")
        if set(places) & found.sentence.masked:
            yield _score(found, subject, first, (about,))
            found.take()


def _signed(found: Found) -> Iterator[Claim]:
    """A rise behind a score that only a sign tells: IIT 91.37 (+2.33)."""
    token, years = found.token("a"), found.years(found.places("a")[0])
    if token is not None and token.bare and years:
        amounts, quote, years = (Amount(token.number),), found.quote, years[:1]
        yield Moved(subject=found.referents()[0], word=WORDS["rises"], amounts=amounts, years=years, quote=quote)
        found.reading.taken |= set(found.places("a"))


def _rows(found: Found) -> Iterator[Claim]:
    """Several that moved by as many amounts in the same order, or all by the same."""
    tokens = found.sentence.tokens[found.match.start() : found.match.end()]
    amounts = [Amount(token.number) for token in tokens if token.kind == "points"]
    subjects = found.referents("l")
    if found.token("y") is not None:
        amounts *= len(subjects)
    for subject, amount in zip(subjects, amounts, strict=True) if len(subjects) == len(amounts) else ():
        yield from _moves(found, subject, (amount,), amount.value)
    found.take()


def _moved(found: Found) -> Iterator[Claim]:
    subject, word = found.subject(), found.token("w")
    amount = found.amount("a")
    last = found.sentence.tokens[found.match.end() - 1]
    if subject is None or word is None or amount is None or _RESPECTIVELY.match(found.sentence.text, last.end):
        return
    if (not found.referents() and not (_may_be_whole(found) or _goes_on(found))) or _is_earlier_score(found):
        return
    value = amount.value if found.token("x") is not None else None
    more = [one for one in (found.amount("a2", "-"),) if one]
    before = found.token("v0")
    amounts = (amount, *more) if word.kind != "stays" else ()
    yield from _moves(found, subject, amounts, value if before is None else None)
    found.taken_amounts()


def _moves(
    found: Found, subject: Referent, amounts: tuple[Amount, ...] = (), value: Decimal | None = None
) -> Iterator[Claim]:
    if _is_no_name(found, amounts):
        return
    word = found.token("w")
    bases = found.bases() or _base_before(found)
    years = found.years(found.places("w")[0])
    named = {year for one in _years_before(found) for year in found.sentence.year_of(one)}
    if years and len(named) > 1 and (found.token("v0") is not None or _goes_on(found)):
        years = (max(named),)
    if word is None or not years:
        return
    yield Moved(
        subject=subject,
        word=WORDS[word.kind],
        base=bases[0] if bases else None,
        amounts=amounts,
        value=value,
        through=found.topic if subject == TOTAL else "",
        years=years,
        quote=found.quote,
    )


def _base_before(found: Found) -> tuple[int, ...]:
    """The year with which a text says at its beginning that it compares: เมื่อเปรียบเทียบกับปี 2562 พบว่า IIT ลดลง."""
    named = [token for token in found.sentence.tokens[: found.match.start()] if token.kind == "year"]
    is_only = len(named) == 1 and named[0].bare and named[0].value.isdigit()
    return (int(named[0].value),) if is_only else ()


def _years_before(found: Found) -> list[Token]:
    """The years before a change, each with a score of its own."""
    tokens = found.sentence.tokens[: found.places("w")[0]]
    return [token for token in tokens if token.kind == "year" and not token.bare]


def _goes_on(found: Found) -> bool:
    """True if what moved is the one subject whose scores come before: คะแนนรวมปี 2563 68.27 ปี 2564 82.26 เพิ่มขึ้น 13.99."""
    before = found.before()
    return found.carried is not None and before is not None and before.kind in {"points", "percent"}


def _is_earlier_score(found: Found) -> bool:
    """True if a number is the score of the year compared with: เพิ่มขึ้นจากปี 2563 ที่ได้ 75.39 คะแนน."""
    tokens, place = found.sentence.tokens, found.places("a")[0]
    year = next((tokens[at] for at in range(place - 1, found.places("w")[0], -1) if tokens[at].kind == "year"), None)
    return year is not None and bool(_WHICH.match(found.sentence.text, year.end))


def _is_no_name(found: Found, amounts: tuple[Amount, ...]) -> bool:
    """True if the name of an indicator may be meant as the thing itself: การใช้งบประมาณเพิ่มขึ้นร้อยละ 5."""
    tokens = found.sentence.tokens
    named = [token for token in (*found.tokens("s"), *found.tokens("l")) if token.kind == "indicator"]
    if not named or not all(token.bare for token in named):
        return False
    is_of_scores = any(word in found.sentence.text for word in ("คะแนน", "ตัวชี้วัด", "ผลการประเมิน"))
    is_alone = sum(token.kind == "indicator" for token in tokens) == 1
    return any(amount.is_percent for amount in amounts) or (is_alone and not is_of_scores)


def _may_be_whole(found: Found) -> bool:
    after = found.after()
    if not found.sentence.tokens[: found.match.start()] and is_set(found):
        return False
    return found.is_first and (
        after is None or after.kind not in {"unknown", "all", "indicators", "instruments", "others"}
    )


def _moved_from(found: Found) -> Iterator[Claim]:
    first, subject, span = found.token("v1"), found.subject(), _span(found)
    if first is None or subject is None or span is None or first.kind == "bare":
        return
    yield _score(found, subject, first, (span[0],))
    yield from _moves(found, subject)
    reading = found.reading
    reading.taken |= {*found.places("v1"), *found.places("w")}


def _direction(found: Found) -> Iterator[Claim]:
    after = found.after()
    before, last = found.before(), found.match.end()
    if before is not None and before.kind in {"items", "measures", "weight", "mean", "part"}:
        return
    if [token.kind for token in found.sentence.tokens[last : last + 2]] in (
        ["from", "count-i"],
        ["from", "count-other"],
    ):
        return
    if after is not None and after.kind in {"unknown", "highest", "lowest", "bare", "count-r"}:
        return
    if [token.kind for token in found.sentence.tokens[last : last + 2]] in (["from", "wish"], ["from", "target"]):
        return  # ลดลงจากที่ควรได้
    word, ahead = found.token("w"), found.sentence.tokens[found.places("w")[0] - 1]
    if word is not None and word.kind == "stays" and ahead.kind == "level":
        years = found.years(found.places("w")[0])
        yield LevelMoved(word=WORDS["stays"], years=years, quote=found.quote)
        return
    subjects = found.referents("l")
    is_compared = before is not None and before.kind in {"more", "less"} and len(subjects) > 1
    for subject in subjects[-1:] if is_compared else subjects:  # IIT สูงกว่า EIT และ OIT ลดลง
        yield from _moves(found, subject)
