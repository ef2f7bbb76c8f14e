"""Scores that a sentence gives to the highest and the lowest without their names, and the distance between them."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.prose.grammar.claims import Amount, Claim, Computed, End, EndScore, Referent
from prongsai.prose.grammar.end_words import KINDS, end_said, scope_of
from prongsai.prose.grammar.reading import OPERATORS, Found, Reader, Reading
from prongsai.prose.grammar.tokens import Token

_TWO = 2
_NAMED = {"instrument", "indicator", "total", "subindicator"}
_NOT_OF_TWO = {"rises", "falls", "peers", "others", "target", "weight", "lost", "part", "scope", "apart"}
_BETWEEN = "class? e:highest equals? l:named? ( and | from ) class? e2:lowest equals? l2:named?"
_GAP = (
    f"apart between? {_BETWEEN} ( equals | becomes | reach )* v:number",
    "l:named e:end value? and? break? l2:named e2:end value? apart ( equals | reach | lacks | becomes )? v:number",
    "class? e:end ( and | from ) class? e2:end ( all | class | c:counted )* apart ( equals | reach | lacks )? v:number",
)
_GAP_OF_TWO = "( all? c:counted )? class? apart ( equals | reach | lacks | becomes | from | bound )* v:number"
_RANGE = "( class | total ) sc:scope? between v1:number ( reach | dash | and ) v2:number"
_RANGE_HERE = "sc:scope ( class )? between v1:number ( reach | dash | and ) v2:number"
_SCORE = (
    "g:class sc:scope? e:end ( equals | becomes )? ( r:bound | r:reach ) v:number",
    "g:class e:end equals? v:points",
    "^^ e:end equals? v:points $",
)
_PAIR = "^^ e:end equals? v:points and? break? e2:end equals? v2:points $"


def read_end_scores(reading: Reading) -> Iterator[Claim]:
    """Every score that is said to be the highest or the lowest of a kind."""
    yield from reading.read((source, reader) for sources, reader in _TABLE for source in sources)


def _gap(found: Found) -> Iterator[Claim]:
    value, years = found.token("v"), found.years()
    kinds = {token.kind for token in found.sentence.tokens[found.match.start() : found.match.end()]}
    named = (*found.referents("l"), *found.referents("l2"))
    if value is not None and years and len(named) == _TWO:
        yield Computed(what="apart", said=value.number, subjects=named, years=years, quote=found.quote)
        found.take()
    elif value is not None and years and "scope" not in {token.kind for token in found.sentence.tokens}:
        kind = "instrument" if kinds & {"instruments", "instrument", "count-j"} else "indicator"
        count = found.token("c")
        what = f"gap-{kind}" if count is None else f"gap-{kind}-{count.value}"
        yield Computed(what=what, said=value.number, years=years, quote=found.quote)
        found.take()


def _gap_of_two(found: Found) -> Iterator[Claim]:
    """The distance between the only two that a text names before: จุดแข็ง คือ … จุดอ่อน คือ … ทั้งสองตัวชี้วัดต่างกัน 17.73."""
    value, count, years = found.token("v"), found.token("c"), found.years()
    tokens = found.sentence.tokens[: found.match.start()]
    named = tuple(dict.fromkeys(Referent(one.kind, one.value) for one in tokens if one.kind in _NAMED))
    others = {one.kind for one in tokens} & _NOT_OF_TWO or any(one.kind == "year" and one.bare for one in tokens)
    is_two = len(named) == _TWO and named[0].kind == named[1].kind and (count is None or count.value == str(_TWO))
    between = {one.kind for one in found.sentence.tokens[found.match.start() : found.match.end()]}
    others = others or "year" in between
    if value is None or not years or others or not is_two or between & {"more", "less", "least", "most", "nearly"}:
        return
    if _is_since(found) or {*found.places("v")} & found.sentence.masked:
        return
    yield Computed(what="apart", said=value.number, subjects=named, years=years[:1], quote=found.quote)
    found.take()


def _is_since(found: Found) -> bool:
    """True if the distance is one from a year or from others."""
    after = found.after()
    return after is not None and (after.kind in {"year", "others", "peers", "upwards"} or after.bare)


def _range(found: Found) -> Iterator[Claim]:
    first, last, years = found.token("v1"), found.token("v2"), found.years()
    after = found.after()
    is_counted = after is not None and (after.kind.startswith("count") or after.kind in {"level", "equals"})
    kinds = [token.kind for token in found.sentence.tokens[: found.match.end()]]
    if first is None or last is None or not years or is_counted or "level" in kinds or "indicators" not in kinds:
        return
    scope = scope_of(found)
    ends: tuple[tuple[End, Token], ...] = (("lowest", first), ("highest", last))
    for end, token in ends:
        amount, within = Amount(token.number), found.topic
        yield EndScore(
            kind="indicator", end=end, amount=amount, scope=scope, within=within, years=years, quote=found.quote
        )
    found.take()


def _score(found: Found) -> Iterator[Claim]:
    value, bound, years, after = found.token("v"), found.token("r"), found.years(), found.after()
    group = found.token("g")
    if (
        value is None
        or not years
        or (after is not None and after.kind in {"upwards", "dash", "unknown"} and group is None)
    ):
        return
    if "เคย" in found.quote:
        return
    operator = OPERATORS[bound.kind] if bound is not None else "="
    kind = KINDS.get(group.kind, "") if group is not None else "indicator"
    if kind:
        amount = Amount(value.number, operator)
        end = end_said(found.token("e"))
        is_bare = group is None
        yield EndScore(
            kind=kind,
            end=end,
            amount=amount,
            scope=scope_of(found),
            within=found.topic if kind == "indicator" else "",
            is_bare=is_bare,
            years=years,
            quote=found.quote,
        )
        found.take()


def _pair(found: Found) -> Iterator[Claim]:
    """Both ends with their scores in a text that is nothing else: คะแนนสูงสุด 98.77 คะแนน คะแนนต่ำสุด 94.15 คะแนน."""
    for end, value in (("e", "v"), ("e2", "v2")):
        token, years = found.token(value), found.years()
        if token is not None and years:
            amount, one = Amount(token.number), end_said(found.token(end))
            yield EndScore(kind="indicator", end=one, amount=amount, is_bare=True, years=years, quote=found.quote)
    found.take()


_TABLE: tuple[tuple[tuple[str, ...], Reader], ...] = (
    (_GAP, _gap),
    ((_GAP_OF_TWO,), _gap_of_two),
    ((_RANGE, _RANGE_HERE), _range),
    (_SCORE, _score),
    ((_PAIR,), _pair),
)
