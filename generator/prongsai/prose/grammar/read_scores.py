"""Scores, levels and ranks that a sentence states."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.prose.grammar.claims import TOTAL, Claim, LevelIs, RankIs, RankMoved, Referent, ScoreIs
from prongsai.prose.grammar.lexer import Token
from prongsai.prose.grammar.reading import WORDS, Found, Reading

_PAIRS = "s1:named and s2:named equals? becomes? v1:points and v2:points"
_SCORES = (
    "s:subject ( highest | lowest | next | level | equals | becomes | and )* nearly? v:value",
    "s:named ( equals | becomes )+ v:bare",
)
_AGAIN = "( value | level ) year+ ( equals | becomes )? v:points"
_BEHIND = "v:points s:tool"
_WITH_LEVEL = ("v:points level", "level v:points")
_ALONE = "^^ ( becomes )? v:points"
_LEVEL = "n:not? g:level"
_LEVELS_LEFT = "from first:level becomes? second:level"


def read_scores(reading: Reading) -> Iterator[Claim]:
    """Every score, level and rank that a sentence gives the agency."""
    yield from _levels(reading)
    yield from _ranks(reading)
    for found in reading.find(_PAIRS):
        for subject, value in (("s1", "v1"), ("s2", "v2")):
            yield from _score(found, found.referents(subject)[0], found.token(value))
        found.take()
    for source in _SCORES:
        for found in reading.find(source):
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
    is_bound = after is not None and after.kind in {"upwards", "downwards", "reach", "dash", "more", "times"}
    return not is_bound and token is not None and not (after is not None and after.kind == "unknown" and token.kind == "full")


def _repeated(reading: Reading) -> Iterator[Claim]:
    """Another score of the same subject with its own year: ปี 2565 ได้ 92.18 / ปี 2566 ได้ 87.04."""
    tokens = reading.sentence.tokens
    for found in reading.find(_AGAIN):
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
        for found in reading.find(source):
            token = found.token("v")
            gap = reading.sentence.text[reading.sentence.tokens[found.match.start()].end :].lstrip()
            if token is not None and not _names_before(found) and gap.startswith(("(", token.value)):
                yield from _score(found, TOTAL, token)
                reading.taken |= set(found.places("v"))
    for found in reading.find(_ALONE):
        after = found.after()
        if found.is_first and (after is None or after.kind in {"break", "level"}):
            yield from _score(found, TOTAL, found.token("v"), is_guess=True)


def _names_before(found: Found) -> bool:
    kinds = {"instrument", "indicator", "subindicator", "item", "part", "others", "peers", "target"}
    before = found.sentence.tokens[: found.match.start()]
    return any(token.kind in kinds for token in before)


def _levels(reading: Reading) -> Iterator[Claim]:
    tokens = reading.sentence.tokens
    is_there = False
    for found in reading.find(_LEVEL):
        token, place = found.token("g"), found.places("g")[0]
        before, after = found.before(), found.after()
        if token is None or (token.bare and not is_there and token.value.isascii()):
            continue
        if _is_no_result(found, before, after):
            continue
        is_there = True
        is_left = bool(before and before.kind == "from")
        about = reading.sentence.about
        named = any(one.kind == "year" for one in tokens)
        years = found.years(place)
        if is_left and not any(one.kind == "year" for one in tokens[place + 1 : place + 2]) and about is not None:
            years = (about - 1,) if not named else tuple(dict.fromkeys((about - 1, *years)))
        elif not is_left and named and place + 1 < len(tokens) and tokens[place + 1].kind == "year":
            years = _own_year(reading, place, years)
        is_not = bool(before and before.kind in {"less", "not"}) or found.token("n") is not None
        if years:
            yield LevelIs(level=token.value, is_not=is_not, years=years, quote=found.quote)


def _own_year(reading: Reading, place: int, years: tuple[int, ...]) -> tuple[int, ...]:
    """The year in parentheses right behind a level: ระดับผ่าน (ปี 66)."""
    token, following = reading.sentence.tokens[place], reading.sentence.tokens[place + 1]
    gap = reading.sentence.text[token.end : following.start].strip()
    if following.bare:
        return years
    return reading.sentence.year_of(following) if gap.startswith("(") else tuple(dict.fromkeys((*years, *reading.sentence.year_of(following))))


def _is_no_result(found: Found, before: Token | None, after: Token | None) -> bool:
    """True if a level is one of the scale or of others: with their number, a range, or points to go."""
    tokens = found.sentence.tokens
    kinds = {token.kind for token in tokens[: found.match.start()]}
    if kinds & {"instrument", "indicator", "subindicator", "item", "others", "peers"} and not kinds & {"break", "total"}:
        return True
    if kinds & {"dash", "lacks", "target", "measures", "unknown"} and before is not None and before.kind != "break" and not kinds & {"total"}:
        return "unknown" in kinds or "dash" in kinds or "lacks" in kinds
    is_bound = before is not None and before.kind in {"more", "lacks", "reach", "most", "least", "bare"}
    is_scale = "ถือว่า" in found.sentence.text or "เรียกว่า" in found.sentence.text
    is_counted = after is not None and after.kind in {"count-other", "upwards", "dash"}
    return is_bound or is_scale or is_counted


def _ranks(reading: Reading) -> Iterator[Claim]:
    tokens = reading.sentence.tokens
    places = [place for place, token in enumerate(tokens) if token.kind == "rank" and place not in reading.sentence.masked]
    listed = [place for place in places if _is_rank_of_agency(reading, place)]
    for at, place in enumerate(listed):
        years = _rank_years(reading, place, [*listed[:at], *listed[at + 1 :]])
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        of = tokens[place + 2] if following and following.kind == "from" and place + 2 < len(tokens) else None
        whole = int(of.number) if of is not None and of.kind in {"count-other", "bare"} else None
        if years:
            yield RankIs(place=int(tokens[place].value), of=whole, years=years, quote=reading.sentence.quote(place, place))
    yield from _rank_moves(reading)


def _is_rank_of_agency(reading: Reading, place: int) -> bool:
    """True if a place is one in a list of agencies, and not the third of some recommendations."""
    tokens, text = reading.sentence.tokens, reading.sentence.text
    token = tokens[place]
    before = text[max(token.start - 14, 0) : token.start]
    after = text[token.end :].lstrip()
    kinds = {one.kind for one in tokens[:place]}
    is_first = "rank" not in kinds
    if kinds & {"others", "indicators", "instruments", "indicator", "instrument"} and is_first:
        return False
    if after.startswith(("ถึง", "-", "–", ":")):
        return False
    is_said = text[token.start :].startswith("อันดับ") or before.rstrip().endswith(("อยู่ใน", "อยู่", "มาอยู่", "จาก", "เป็น"))
    return is_said or after.startswith(("ของหน่วยงาน", "ของประเทศ", "ของจังหวัด", "ในปี", "จาก", "ของอ", "ของเทศบาล", "ของ อ", "ในจังหวัด"))


def _rank_years(reading: Reading, place: int, others: list[int]) -> tuple[int, ...]:
    tokens, about = reading.sentence.tokens, reading.sentence.about
    before = tokens[place - 1] if place else None
    if before is not None and before.kind == "from" and about is not None and not _has_years(reading):
        return (about - 1,)
    years = [year for token in tokens if token.kind == "year" for year in reading.sentence.year_of(token)]
    if not years:
        return (about,) if about is not None else ()
    if not others and len(set(years)) == 1 and not any(token.bare for token in tokens if token.kind == "year"):
        return (years[0],)
    found = sorted({*years, *([about] if about is not None else [])})
    return tuple(found)


def _has_years(reading: Reading) -> bool:
    return any(token.kind == "year" for token in reading.sentence.tokens)


def _rank_moves(reading: Reading) -> Iterator[Claim]:
    text = reading.sentence.text
    years = (reading.sentence.about,) if reading.sentence.about is not None else ()
    for found in reading.find("w:move ( r:bound | reach | lacks )* c:count-r"):
        word, count = found.token("w"), found.token("c")
        if word and count and years and "ดับ" in text[: count.end] and found.token("r") is None:
            yield RankMoved(by=int(count.number), word=WORDS[word.kind], years=years, quote=found.quote)
            found.take()
    for found in reading.find("t:top"):
        token, after = found.token("t"), found.after()
        is_listed = after is not None and after.kind in {"others", "from", "year"}
        if token and years and (is_listed or after is None) and found.is_first:
            yield RankIs(place=None, among_first=int(token.value), years=found.years(), quote=found.quote)
    for found in reading.find("h:half"):
        token = found.token("h")
        halves = {"ครึ่งบน": "upper", "ครึ่งแรก": "upper", "ครึ่งล่าง": "lower", "ครึ่งหลัง": "lower"}
        if token and token.value in halves and any(one.kind == "rank" for one in reading.sentence.tokens) and years:
            yield RankIs(place=None, half=halves[token.value], years=years, quote=found.quote)
