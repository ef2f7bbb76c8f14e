"""Numbers that follow from others: means, sums, differences, points of the weight and points that are lost."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.prose.grammar.claims import Claim, Computed, Referent
from prongsai.prose.grammar.reading import Found, Reading
from prongsai.prose.grammar.tokens import Token

_TWO = 2
_HEAVIEST = 60  # per cent; no instrument weighs more

_LIST = "l:part-named ( and? l:part-named )*"
_MEANS = (
    f"mean {_LIST} ( sum | equals | becomes )* v:number",
    "mean class? all? ( c:counted | c:class ) all? sc:scope? ( equals | becomes )* v:number",
    "all? ( c:counted | c:class ) all? sc:scope? mean ( equals | becomes )* v:number",
    f"{_LIST} all? c2:count-k? break? mean ( sum | equals | becomes )* v:number",
    f"{_LIST} all? x:total ( equals | becomes )* v:number",  # มีคะแนนเฉลี่ยรวม 79.75
)
_PRODUCT = "v1:points times v2:percent equals v:points"
_CHAIN = "( f:number times f:number plus? )+ equals v:points"
_ADDED = "q:points ( plus r:points )+ ( sum | equals | becomes )+ v:points"
_SHARES = (
    "total v:points ( from | equals ) ( l:tool percent? points and? )+",
    "total ( from | equals )+ ( l:tool percent? points and? )+ sum? v:points",
    "( l:tool percent? points ( plus | and )* )+ ( sum | equals | becomes | plus )+ total? v:points",
)
_AFTER_WEIGHT = (
    "weight ( percent | bare )? ( class | equals | total | break | becomes )*"
    " ( l:tool ( percent | bare )? ( equals | becomes )* points ( and | unknown )? )+"
)
_LOST = (
    "( lost l:tool | l:tool lost ) ( lost )? v:points ( from weight? n:number )?",
    "l:tool break? total lost v:points ( from weight? n:number )?",
)
_WEIGHTED = (
    f"{_LIST} weight ( percent | bare )? ( equals | becomes )? v:points ( from weight? n:number )?",
    "l:tool ( points | percent ) ( equals | becomes )? weight ( equals | becomes )? v:points",
    "weight l:tool percent ( equals | becomes | total )+ v:points",
    f"weight ( percent | bare )? {_LIST} break? ( equals | total )? v:points",
    "l:tool ( equals | becomes | only | unknown )* total v:points from weight? n:number",
    "l:tool n:percent v:points",
    "l:tool ( points | percent )? weight+ ( percent | bare )? ( weight | equals | becomes | break | and )* v:points",
    "weight ( percent | bare )? ( break | class )* l:tool ( equals | becomes | only )* v:points",
    f"{_LIST} becomes? ( v:points | v:full ) full? from weight full? n:number",
)
_SUMS = (f"{_LIST} weight? sum equals? v:points ( from weight? n:number )?",)
_APART = (
    f"{_LIST} apart r:bound? ( equals | lacks | reach | becomes )? v:number",
    "l:named end value? break? ( apart | lacks )+ from? l2:named ( equals | reach | only )* v:number",
    f"apart between? {_LIST} ( equals | becomes )? v:number",
)


def read_computed(reading: Reading) -> Iterator[Claim]:
    """Every number that a sentence gives as following from others."""
    yield from reading.read(((_CHAIN, _chain), (_PRODUCT, _product)))
    for found in reading.find(_ADDED):
        numbers = [one for one in found.sentence.tokens[slice(*found.match.span())] if one.kind == "points"]
        *parts, said = (one.number for one in numbers)
        if found.years():
            yield Computed(what="added", said=said, parts=tuple(parts), years=found.years(), quote=found.quote)
            found.take()
    for source in (*_SHARES, _AFTER_WEIGHT):
        for found in reading.find(source):
            yield from _shares(found)
    for what, sources in (
        ("mean", _MEANS),
        ("lost", _LOST),
        ("sum", _SUMS),
        ("weighted", _WEIGHTED),
        ("apart", _APART),
    ):
        for source in sources:
            for found in reading.find(source):
                yield from _computed(found, what)


def _computed(found: Found, what: str) -> Iterator[Claim]:
    value, years, after = found.token("v"), found.years(), found.after()
    subjects = (*found.referents("l"), *found.referents("l2"))
    kinds = {one.kind for one in subjects}
    if value is None or not years or found.token("r") is not None or (len(kinds) > 1 and what != "mean"):
        return
    if (after is not None and after.kind in {"others", "upwards", "count-other"}) or _is_other(found, what):
        return
    subjects = _without_whole(subjects) if what == "mean" else subjects
    if len({one.kind for one in subjects}) > 1 or (what == "apart" and len({*subjects}) < _TWO):
        return
    counted, scope, whole = found.token("c"), found.token("sc"), found.token("n")
    if what == "weighted" and whole is not None and not value.number <= whole.number <= _HEAVIEST:
        return  # more than the weight gives, or of the full marks: a score
    if counted is not None:
        kind = "instrument" if counted.kind in {"count-j", "instruments"} else "indicator"
        if counted.kind in {"count-i", "items"}:
            return
        of = counted.value if counted.kind.startswith("count") else ""
        what = f"mean-{kind}-{of}"
    yield Computed(
        what=what,
        said=value.number,
        subjects=tuple(dict.fromkeys(subjects)),
        scope=scope.value if scope is not None else "",
        whole=whole.number if whole is not None else None,
        years=years,
        quote=found.quote,
    )
    found.take()


def _is_other(found: Found, what: str) -> bool:
    """True if a number is a target, what something moved by, since a year, or no mean of those that are named."""
    before = found.before()
    if before is not None and before.kind in {"rises", "falls", "target"}:
        return True
    is_since = what == "lost" and bool(found.bases())
    return is_since or (what == "mean" and _is_no_mean(found, before))


def _is_no_mean(found: Found, before: Token | None) -> bool:
    """True if more may belong to a list than was read of it, or its number is another than that of its names."""
    total, count = found.token("x"), found.token("c2")
    is_one = len({*found.referents("l")}) == 1 and found.sentence.tokens[found.match.start()].kind != "mean"
    is_whole = is_one or (total is not None and not total.value.startswith("คะแนนเฉลี่ย"))
    is_other = count is not None and int(count.number) != len(set(_without_whole(found.referents("l"))))
    ahead = {one.kind for one in found.sentence.tokens[: found.match.start()]}
    is_other = is_other or bool(ahead & {"part", "items", "item"})
    return is_whole or is_other or (before is not None and before.kind in {"and", "peers", "others", "weight"})


def _without_whole(subjects: tuple[Referent, ...]) -> tuple[Referent, ...]:
    """The indicators alone, where the instrument that they are of comes before them: IIT (ตัวชี้วัดที่ 1 - 5)."""
    rest = subjects[1:]
    is_whole = len(rest) > 1 and subjects[0].kind == "instrument" and all(one.kind == "indicator" for one in rest)
    return rest if is_whole else subjects


def _chain(found: Found) -> Iterator[Claim]:
    """A sum of products: (85.23 x 30%) + (77.36 x 30%) + (83.71 x 40%) = 82.26."""
    tokens = found.sentence.tokens[found.match.start() : found.match.end()]
    places = [place for place, token in enumerate(tokens) if token.kind == "times"]
    years = found.years() or ((found.sentence.about,) if found.sentence.about is not None else ())
    value = found.token("v")
    if value is None or not years or len(places) < _TWO:
        return
    parts = tuple(_times(tokens[place - 1], tokens[place + 1]) for place in places)
    yield Computed(what="added", said=value.number, parts=parts, years=years, quote=found.quote)
    found.take()


def _times(first: Token, second: Token) -> Decimal:
    is_share = first.number < 1 or second.number < 1
    return first.number * second.number / (1 if is_share else 100)


def _product(found: Found) -> Iterator[Claim]:
    first, second, value = found.token("v1"), found.token("v2"), found.token("v")
    years = found.years() or ((found.sentence.about,) if found.sentence.about is not None else ())
    before = found.before()
    if before is not None and before.kind == "plus":
        return  # the last of several products, whose sum comes behind it
    if first is not None and second is not None and value is not None and years:
        parts = (first.number, second.number)
        yield Computed(what="product", said=value.number, parts=parts, years=years, quote=found.quote)
        found.take()


def _shares(found: Found) -> Iterator[Claim]:
    """The total with the points that each instrument gives to it."""
    tokens = found.sentence.tokens[found.match.start() : found.match.end()]
    years, value, before = found.years(), found.token("v") or tokens[-1], found.before()
    tools = [place for place, token in enumerate(tokens) if token.kind == "instrument"]
    if not years or (before is not None and before.kind in {"target", "rises", "falls"}):
        return
    subjects = tuple(Referent("instrument", tokens[place].value) for place in tools)
    points = [next((one for one in tokens[place + 1 :] if one.kind == "points"), None) for place in tools]
    parts = tuple(one.number for one in points if one is not None)
    total = value.number if found.token("v") is not None else Decimal(60)
    if 1 < len(parts) == len(subjects) and sum(parts) <= 2 * total:
        yield Computed(what="shares", said=total, subjects=subjects, parts=parts, years=years, quote=found.quote)
        places = range(*found.match.span())
        first = min(found.places("v"), default=0)
        is_total_first = first < found.places("l")[0]
        found.reading.taken |= {place for place in places if not is_total_first or place > first}
