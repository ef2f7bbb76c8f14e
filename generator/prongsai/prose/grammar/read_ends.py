"""The highest, the lowest and the next by a sentence: which they are, their scores, order and distance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from prongsai.prose.grammar.claims import Amount, Claim, Computed, End, EndIs, EndScore, MostMoved
from prongsai.prose.grammar.reading import OPERATORS, WORDS, Found, Reader, Reading
from prongsai.prose.grammar.tokens import Token

_DISTANCES = {"apart", "lacks", "lost", "weight", "target"}  # before an end: it is one of those, and not of scores
_OTHER_ORDERS = ("ปรับปรุง", "พัฒนา", "แก้ไข", "อ่อน", "ด้อย", "เร่ง", "ปัญหา", "สำคัญ", "จังหวัด", "อำเภอ", "ห่าง", "น้ำหนัก")
_TWO = 2
_KINDS: dict[str, Literal["indicator", "instrument"]] = {"indicators": "indicator", "instruments": "instrument"}
_LIST = "l:named ( value )? ( and l:named ( value )? )*"
_MOST_MOVED = (
    f"sc:scope? g:class w:change e:end ( c:count-r | c:top )? ( equals | becomes )* {_LIST}",
    f"sc:scope? g:class w:change ( c:count-r | c:top ) e:end? ( equals | becomes )* {_LIST}",
    f"sc:scope? g:class ( c:count-r | c:top ) w:change e:end ( equals | becomes )* {_LIST}",
    "l:named becomes? ( class )? w:change e:end",
    "all class break w:change e:end l:named",
)
_GAP = (
    "apart between? class? e:highest ( and | from ) class? e2:lowest equals? v:number",
    "l:named e:end value? and? break? l2:named e2:end value? apart ( equals | reach | lacks | becomes )? v:number",
    "class? e:end ( and | from ) class? e2:end apart ( equals | reach | lacks | becomes )? v:number",
)
_RANGE = "( class | total ) sc:scope? between v1:number ( reach | dash | and ) v2:number"
_RANGE_HERE = "sc:scope ( class )? between v1:number ( reach | dash | and ) v2:number"
_SCORE = (
    "g:class sc:scope? e:end ( equals | becomes )? ( r:bound | r:reach ) v:number",
    "g:class e:end equals? v:points",
    "^^ e:end equals? v:points $",
)
_PAIR = "^^ e:end equals? v:points and? break? e2:end equals? v2:points $"
_FOLLOWED = (
    f"sc:scope? g:class sc:scope? e:end sc:scope? ( equals | only | becomes )* {_LIST}",
    f"sc:scope? g:class ( unknown | wish )? ( c:count-r e:end | e:end c:count-r | e:end c:top ) ( equals )+ {_LIST}",
    f"sc:scope? k:count-k ( g:class )? e:end ( equals )+ {_LIST}",
    f"sc:scope? ( g:class )? e:end sc:scope? ( c:count-r | c:top )? ( equals | becomes ) {_LIST}",
    f"sc:scope? ( g:class )? ( c:top | c:bottom ) e:end? sc:scope? ( g:class )? ( equals )+ {_LIST}",
)
_OF_TWO = "sc:scope g:class r:bound ( equals )+ l:named"
_PRECEDED = f"sc:scope? {_LIST} equals? ( ( n:not | becomes ) class? sc:scope? )? break? e:end"
_NEXT = (
    "sc:scope? next from b:named equals s:named",
    "s:named becomes? ( class )? next ( value )? ( next | from )? b:named?",
    "next ( class )? equals s:named",
)


def read_ends(reading: Reading) -> Iterator[Claim]:
    """Every claim on the highest and the lowest."""
    yield from reading.read((source, reader) for sources, reader in _TABLE for source in sources)


def _pair(found: Found) -> Iterator[Claim]:
    """Both ends with their scores in a text that is nothing else: คะแนนสูงสุด 98.77 คะแนน คะแนนต่ำสุด 94.15 คะแนน."""
    for end, value in (("e", "v"), ("e2", "v2")):
        token, years = found.token(value), found.years()
        if token is not None and years:
            amount, one = Amount(token.number), _end(found.token(end))
            yield EndScore(kind="indicator", end=one, amount=amount, is_bare=True, years=years, quote=found.quote)
    found.take()


def _end(token: Token | None) -> End:
    return "highest" if token is not None and token.kind == "highest" else "lowest"


def _scope(found: Found) -> str:
    after = found.after()
    named = [token.value for token in found.tokens("sc")]
    return named[0] if named else (after.value if after is not None and after.kind == "scope" else "")


def _most_moved(found: Found) -> Iterator[Claim]:
    word, years, count = found.token("w"), found.years(), found.token("c")
    named = [token for token in found.tokens("l") if token.kind in _KINDS.values()]
    keys = tuple(dict.fromkeys(token.value for token in named))
    if word is None or not years or not named or len({token.kind for token in named}) > 1 or _is_among_others(found):
        return
    if (count is not None and int(count.value) != len(keys)) or (count is None and len(keys) > 1):
        return
    end: End = "highest" if found.token("e") is None else _end(found.token("e"))
    yield MostMoved(
        kind=named[0].kind,
        word=WORDS[word.kind],
        end=end,
        keys=keys,
        scope=_scope(found) or _scope_before(found),
        years=years,
        quote=found.quote,
    )
    found.reading.taken |= set(found.places("w")) | set(found.places("e"))


def _is_among_others(found: Found) -> bool:
    """True if an extreme is one among other agencies, in a district, or over years."""
    after = found.after()
    return after is not None and after.kind in {"others", "unknown", "bare", "count-r", "top", "least", "count-other"}


def _gap(found: Found) -> Iterator[Claim]:
    value, years = found.token("v"), found.years()
    kinds = {token.kind for token in found.sentence.tokens[found.match.start() : found.match.end()]}
    named = (*found.referents("l"), *found.referents("l2"))
    if value is not None and years and len(named) == _TWO:
        yield Computed(what="apart", said=value.number, subjects=named, years=years, quote=found.quote)
        found.take()
    elif value is not None and years and "scope" not in {token.kind for token in found.sentence.tokens}:
        kind = "instrument" if kinds & {"instruments", "instrument"} else "indicator"
        yield Computed(what=f"gap-{kind}", said=value.number, years=years, quote=found.quote)
        found.take()


def _range(found: Found) -> Iterator[Claim]:
    first, last, years = found.token("v1"), found.token("v2"), found.years()
    after = found.after()
    is_counted = after is not None and (after.kind.startswith("count") or after.kind in {"level", "equals"})
    kinds = [token.kind for token in found.sentence.tokens[: found.match.end()]]
    if first is None or last is None or not years or is_counted or "level" in kinds or "indicators" not in kinds:
        return
    scope = _scope(found)
    ends: tuple[tuple[End, Token], ...] = (("lowest", first), ("highest", last))
    for end, token in ends:
        amount = Amount(token.number)
        yield EndScore(kind="indicator", end=end, amount=amount, scope=scope, years=years, quote=found.quote)
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
    kind = _KINDS.get(group.kind, "") if group is not None else "indicator"
    if kind:
        amount = Amount(value.number, operator)
        end = _end(found.token("e"))
        is_bare = group is None
        yield EndScore(
            kind=kind, end=end, amount=amount, scope=_scope(found), is_bare=is_bare, years=years, quote=found.quote
        )
        found.take()


def _next(found: Found) -> Iterator[Claim]:
    named, behind, years = found.token("s"), found.token("b"), found.years(found.places("s")[0])
    tokens = found.sentence.tokens
    place = next(at for at in range(*found.match.span()) if tokens[at].kind == "next")
    if tokens[place + 1 : place + 2] and tokens[place + 1].kind == "equals" and found.places("s")[0] < place:
        return
    if named is None or not years or sum(token.kind == "next" for token in tokens) > 2:
        return
    if sum(token.value in {"รองลงมา", "ถัดมา", "ลำดับถัดมา"} for token in tokens) > 1:
        return
    ends = [token for token in tokens[:place] if token.kind in {"highest", "lowest"}]
    if any(token.kind in {"rises", "falls", *_DISTANCES} for token in tokens[:place]):
        return  # the next to have moved, not to have scored
    others = (behind.value,) if behind is not None and behind.kind == named.kind else ()
    yield EndIs(
        kind=named.kind,
        end=_end(ends[-1]) if ends else "highest",
        keys=(named.value,),
        scope=_scope(found) or _scope_before(found),
        nth=2,
        behind=others,
        is_tied=not ends,
        years=years,
        quote=found.quote,
    )
    found.reading.taken.add(place)


def _scope_before(found: Found) -> str:
    scopes = [token.value for token in found.sentence.tokens[: found.match.start()] if token.kind == "scope"]
    return scopes[-1] if scopes else ""


def _ends(found: Found) -> Iterator[Claim]:
    listed = [token for token in found.tokens("l") if token.kind in {"indicator", "instrument", "subindicator"}]
    kinds, years = {token.kind for token in listed}, found.years()
    group = found.token("g")
    if (
        len(kinds) != 1
        or not years
        or (_is_among_others(found) and group is None and found.places("e")[-1:] == [found.match.end() - 1])
        or (found.token("e") is None and _is_other_order(found))
    ):
        return
    kind = kinds.pop()
    if group is not None and _KINDS.get(group.kind) != kind:
        return
    before = found.before()
    if before is not None and before.kind in {"others", "next", "rises", "falls", *_DISTANCES}:
        return
    if found.places("e")[:1] > found.places("l")[-1:] and _is_said_already(found):
        return
    count = found.token("c")
    many = int(count.value) if count is not None else None
    keys = tuple(dict.fromkeys(token.value for token in listed))
    if many is not None and many != len(keys):
        return
    both = [token for token in found.sentence.tokens if token.kind == "both"]
    for year in _each_year(found, years, bool(both)):
        yield EndIs(
            kind=kind,
            end=_end_of(found),
            keys=keys,
            scope=_scope(found) or (_scope_before(found) if group is None else ""),
            is_not=found.token("n") is not None,
            is_alike=any(token.kind == "alike" for token in found.sentence.tokens[found.match.end() :]),
            years=year,
            quote=found.quote,
        )
    found.reading.taken |= set(found.places("e"))


def _end_of(found: Found) -> End:
    """The end that is named, or that from which places are counted."""
    counted = found.token("c")
    if found.token("e") is None:
        return "lowest" if counted is not None and counted.kind == "bottom" else "highest"
    return _end(found.token("e"))


def _is_other_order(found: Found) -> bool:
    """True if the first places may be those of another order: what has to be improved first, or other agencies."""
    text = found.sentence.text
    return any(word in text for word in _OTHER_ORDERS) or any(
        token.kind in {"rises", "falls", "others", "peers", "rank", "highest", "lowest"}
        for token in found.sentence.tokens
    )


def _of_two(found: Found) -> Iterator[Claim]:
    """The higher or the lower of an instrument's two indicators."""
    bound, named, years = found.token("r"), found.token("l"), found.years()
    if bound is None or named is None or not years or bound.kind not in {"more", "less"} or named.kind != "indicator":
        return
    end: End = "highest" if bound.kind == "more" else "lowest"
    quote, scope = found.quote, _scope(found)
    yield EndIs(kind="indicator", end=end, keys=(named.value,), scope=scope, is_of_two=True, years=years, quote=quote)
    found.take()


def _is_said_already(found: Found) -> bool:
    """True if names before an end belong to the end before them: สูงสุดคือ IIT ต่ำสุดคือ EIT."""
    before, after = found.before(), found.after()
    return before is not None and before.kind == "equals" and after is not None and after.kind == "equals"


def _each_year(found: Found, years: tuple[int, ...], both: bool) -> list[tuple[int, ...]]:
    """The years for each of which an extreme is claimed: ทั้งสองปี, ทั้งปี 2565 และปี 2566."""
    about = found.sentence.about
    behind = [
        token for token in found.sentence.tokens[found.match.end() - 1 :] if token.kind == "year" and not token.bare
    ]
    if both and about is not None:
        return [(about - 1,), (about,)]
    if len(behind) == 2 and "ทั้ง" in found.sentence.text:
        return [found.sentence.year_of(token) for token in behind]
    return [years]


_TABLE: tuple[tuple[tuple[str, ...], Reader], ...] = (
    (_MOST_MOVED, _most_moved),
    (_GAP, _gap),
    ((_RANGE, _RANGE_HERE), _range),
    (_SCORE, _score),
    ((_PAIR,), _pair),
    (_NEXT, _next),
    ((*_FOLLOWED[:3], _PRECEDED, *_FOLLOWED[3:]), _ends),
    ((_OF_TWO,), _of_two),
)
