"""The highest, the lowest and the next by a sentence: which they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.prose.grammar.claims import Claim, End, EndIs, ScoreIs
from prongsai.prose.grammar.end_words import (
    KINDS,
    LOOSE_LIST,
    NAMED_LIST,
    end_said,
    is_among_others,
    scope_before,
    scope_of,
)
from prongsai.prose.grammar.reading import Found, Reader, Reading

_OF_MOVES = re.compile(r"พัฒนาการ|ก้าวหน้า|เปลี่ยนแปลง|ส่วนต่าง|ผลต่าง")
_LENGTH_OF_MOVES = 12  # letters, of the longest of these words
_DISTANCES = {"apart", "lacks", "lost", "weight", "target"}  # before an end: it is one of those, and not of scores
_OTHER_ORDERS = ("ปรับปรุง", "พัฒนา", "แก้ไข", "อ่อน", "ด้อย", "เร่ง", "ปัญหา", "สำคัญ", "จังหวัด", "อำเภอ", "ห่าง", "น้ำหนัก")
_COUNTED = "sc:scope? g:class ( unknown | wish )? ( c:count-r e:end | e:end c:count-r | e:end c:top ) equals+"
_TIED = (
    f"sc:scope? g:class sc:scope? e:end y:alike ( equals | becomes | value )* c:count-k? ( equals )+ {LOOSE_LIST}",
    f"sc:scope? k:count-k ( g:class )? e:end y:alike ( equals )+ {NAMED_LIST}",
    f"sc:scope? g:class sc:scope? e:end c:count-k y:alike ( equals | becomes | value )* {LOOSE_LIST}",
)
_FOLLOWED = (
    f"sc:scope? g:class sc:scope? e:end sc:scope? ( equals | only | becomes )* {NAMED_LIST}",
    f"{_COUNTED} {LOOSE_LIST}",
    f"sc:scope? k:count-k ( g:class )? e:end ( equals )+ {NAMED_LIST}",
    f"sc:scope? ( g:class )? e:end sc:scope? ( c:count-r | c:top )? ( equals | becomes ) {NAMED_LIST}",
    f"sc:scope? ( g:class )? ( c:top | c:bottom ) e:end? sc:scope? ( g:class )? ( equals )+ {NAMED_LIST}",
)
_EACH_ONE = "instrument equals? indicator value?"
_EACH = f"e:end ( class | equals )* {_EACH_ONE} ( ( and | break )* {_EACH_ONE} )+"
_WITH_VALUE = "e:end sc:scope? equals? v:points l:named"
_OF_TWO = "sc:scope g:class r:bound ( equals )+ l:named"
_PRECEDED = f"sc:scope? {NAMED_LIST} equals? ( ( n:not | becomes ) class? sc:scope? )? break? e:end"
_NEXT = (
    "sc:scope? next from b:named equals s:named",
    "s:named becomes? ( class )? next ( value )? ( next | from )? b:named?",
    "next ( class )? equals s:named",
)


def read_ends(reading: Reading) -> Iterator[Claim]:
    """Every claim on the highest and the lowest."""
    yield from reading.read((source, reader) for sources, reader in _TABLE for source in sources)


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
        end=end_said(ends[-1]) if ends else "highest",
        keys=(named.value,),
        scope=scope_of(found) or scope_before(found),
        within=found.topic if named.kind == "indicator" else "",
        nth=2,
        behind=others,
        is_tied=not ends,
        years=years,
        quote=found.quote,
    )
    found.reading.taken.add(place)


def _ends(found: Found) -> Iterator[Claim]:
    listed = [token for token in found.tokens("l") if token.kind in {"indicator", "instrument", "subindicator"}]
    kinds, years = {token.kind for token in listed}, found.years()
    group = found.token("g")
    if (
        len(kinds) != 1
        or not years
        or (is_among_others(found) and group is None and found.places("e")[-1:] == [found.match.end() - 1])
        or (found.token("e") is None and _is_other_order(found))
    ):
        return
    kind = kinds.pop()
    if (group is not None and KINDS.get(group.kind) != kind) or _is_of_moves(found):
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
    each = _each_year(found, years, bool(both))
    for year in each:
        yield EndIs(
            kind=kind,
            end=_end_of(found),
            keys=keys,
            scope=scope_of(found) or (scope_before(found) if group is None else ""),
            within=found.topic if kind == "indicator" else "",
            is_not=found.token("n") is not None,
            is_alike=len(each) > 1
            or any(token.kind == "alike" for token in found.sentence.tokens[found.match.start() :]),
            years=year,
            quote=found.quote,
        )
    found.reading.taken |= set(found.places("e"))


def _end_of(found: Found) -> End:
    """The end that is named, or that from which places are counted."""
    counted = found.token("c")
    if found.token("e") is None:
        return "lowest" if counted is not None and counted.kind == "bottom" else "highest"
    return end_said(found.token("e"))


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
    quote, scope = found.quote, scope_of(found)
    yield EndIs(kind="indicator", end=end, keys=(named.value,), scope=scope, is_of_two=True, years=years, quote=quote)
    found.take()


def _with_value(found: Found) -> Iterator[Claim]:
    """An end with its score, and in parentheses whose it is: คะแนนสูงสุด คือ 92.42 คะแนน (ตัวชี้วัดที่ 9)."""
    value, named, years = found.token("v"), found.token("l"), found.years()
    if value is None or named is None or not years or "(" not in found.sentence.text[value.end : named.start]:
        return
    if _is_other_way(found):
        return
    subject, quote, scope = found.referents("l")[0], found.quote, "".join(one.value for one in found.tokens("sc"))
    yield ScoreIs(subject=subject, said=value.number, text=value.value, years=years, quote=quote)
    end = end_said(found.token("e"))
    yield EndIs(
        kind=named.kind, end=end, keys=(named.value,), scope=scope, within=found.topic, years=years, quote=quote
    )
    found.take()


def _is_of_moves(found: Found) -> bool:
    """True if it is the greatest progress, and not the highest score: มีพัฒนาการสูงสุด."""
    tokens, (first, last) = found.sentence.tokens, found.match.span()
    start = max(tokens[first].start - _LENGTH_OF_MOVES, 0)
    return bool(_OF_MOVES.search(found.sentence.text, start, tokens[last - 1].end))


def _is_other_way(found: Found) -> bool:
    """True if the end may be one of changes or distances."""
    return bool(
        {token.kind for token in found.sentence.tokens[: found.match.start()]} & {"rises", "falls", *_DISTANCES}
    )


def _each(found: Found) -> Iterator[Claim]:
    """The end of every instrument: สูงสุดของแต่ละเครื่องมือ ได้แก่ IIT คือ ตัวชี้วัดที่ 1 EIT คือ ตัวชี้วัดที่ 6."""
    tokens, years = found.sentence.tokens[found.match.start() : found.match.end()], found.years()
    named = [token for token in tokens if token.kind in {"instrument", "indicator"}]
    if not years or "แต่ละ" not in found.sentence.text:
        return
    for tool, one in zip(named[::2], named[1::2], strict=True):
        quote, end = found.quote, end_said(found.token("e"))
        yield EndIs(kind="indicator", end=end, keys=(one.value,), scope=tool.value, years=years, quote=quote)
    found.reading.taken |= set(found.places("e"))


def _is_said_already(found: Found) -> bool:
    """True if names before an end belong to the end before them: สูงสุดคือ IIT ต่ำสุดคือ EIT."""
    before, after = found.before(), found.after()
    if before is not None and before.kind in {"highest", "lowest"}:
        return True
    return before is not None and before.kind == "equals" and after is not None and after.kind == "equals"


def _each_year(found: Found, years: tuple[int, ...], both: bool) -> list[tuple[int, ...]]:
    """The years for each of which an extreme is claimed: ทั้งสองปี, ทั้งปี 2565 และปี 2566."""
    about = found.sentence.about
    behind = [
        token for token in found.sentence.tokens[found.match.end() - 1 :] if token.kind == "year" and not token.bare
    ]
    ahead = found.sentence.tokens[max(found.match.start() - 4, 0) : found.match.start()]
    if [token.kind for token in ahead] == ["all", "year", "and", "year"]:
        return [found.sentence.year_of(token) for token in ahead if token.kind == "year"]
    if both and about is not None:
        return [(about - 1,), (about,)]
    if len(behind) == 2 and "ทั้ง" in found.sentence.text:
        return [found.sentence.year_of(token) for token in behind]
    return [years]


_TABLE: tuple[tuple[tuple[str, ...], Reader], ...] = (
    (_NEXT, _next),
    ((_EACH,), _each),
    ((_WITH_VALUE,), _with_value),
    ((*_TIED, *_FOLLOWED[:3], _PRECEDED, *_FOLLOWED[3:]), _ends),
    ((_OF_TWO,), _of_two),
)
