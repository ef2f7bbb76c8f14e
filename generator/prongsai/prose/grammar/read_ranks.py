"""Ranks that a sentence gives the agency, and by how many places it moved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.prose.grammar.claims import Claim, RankIs, RankMoved
from prongsai.prose.grammar.reading import WORDS, Reading
from prongsai.prose.grammar.sentence import OWN
from prongsai.prose.grammar.tokens import Token
from prongsai.thai.numerals import to_arabic

_SLASHED = re.compile(r"\s*(?:ได้|อยู่|คือ|:|=)*\s*([0-9]{1,4})\s*/\s*([0-9]{1,4})(?![0-9])")
_OF_PARTS = re.compile(r"(?:ของ|ใน)\s*(?:ตัวชี้วัด|แบบ|เครื่องมือ|[A-Z]IT)")  # a place among parts of the result
_PLACED = re.compile(r"\s*(?:ได้|อยู่|คือ|ใน|:|=)*\s*(?:(?:อันดับ|ลำดับ)(?:ที่)?)?\s*[0-9]")
_FROM_PLACE = re.compile(
    r"(?:อันดับ|ลำดับ)[^0-9]{0,30}จาก(?:ที่)?\s*(?P<first>[0-9]{1,4})\s*(?:มา|ไป|ลง|ขึ้น)*(?:เป็น|อยู่ที่|เหลือ|สู่|ที่)+\s*"
    r"(?P<last>[0-9]{1,4})(?![0-9.]|\s*(?:แห่ง|อันดับ|ลำดับ|ข้อ|คะแนน(?!รวม)))"
)


def read_ranks(reading: Reading) -> Iterator[Claim]:
    """Every rank that a sentence states."""
    tokens = reading.sentence.tokens
    places = [
        place
        for place, token in enumerate(tokens)
        if token.kind == "rank" and place not in reading.sentence.masked | reading.taken
    ]
    listed = [place for place in places if _is_rank_of_agency(reading, place)]
    every = [place for place, token in enumerate(tokens) if token.kind == "rank"]
    for place in listed:
        years = _rank_years(reading, place, [other for other in every if other != place])
        behind = [token for token in tokens[place + 1 : place + 4] if token.kind != "all"]
        of = behind[1] if len(behind) > 1 and behind[0].kind == "from" else None
        whole = int(of.number) if of is not None and of.kind in {"count-other", "bare"} else None
        slashed = int(tokens[place].of) if tokens[place].of else None
        if years:
            last = place if of is None or whole is None else tokens.index(of)
            quote = reading.sentence.quote(place, last)
            yield RankIs(place=int(tokens[place].value), of=whole or slashed, years=years, quote=quote)
            yield from _in_parentheses(reading, place) if slashed else ()
    if not every:
        yield from _bare_ranks(reading)
    yield from _rank_moves(reading)


def _in_parentheses(reading: Reading, place: int) -> Iterator[Claim]:
    """The place of another year behind one that is written with a slash: อันดับ 21/97 (ปีก่อน 17/97)."""
    sentence = reading.sentence
    for token in (one for one in sentence.tokens[place + 1 : place + 2] if one.kind == "year"):
        found = _SLASHED.match(to_arabic(sentence.text), token.end)
        years = sentence.year_of(token)
        if found is not None and years and "(" in sentence.text[sentence.tokens[place].end : token.start]:
            quote = sentence.text[token.start : found.end()]
            yield RankIs(place=int(found[1]), of=int(found[2]), years=years, quote=quote)


def _bare_ranks(reading: Reading) -> Iterator[Claim]:
    """Two places without their word: อันดับลดลงจาก 2 เป็น 11."""
    sentence = reading.sentence
    found = _FROM_PLACE.search(to_arabic(sentence.text))
    has_others = any(token.kind in {"year", "others", "wish", "peers"} for token in sentence.tokens)
    if found is not None and sentence.about is not None and not has_others:
        for place, year in ((found["first"], sentence.about - 1), (found["last"], sentence.about)):
            yield RankIs(place=int(place), years=(year,), quote=found[0].strip())


def _is_rank_of_agency(reading: Reading, place: int) -> bool:
    """True if a place is one in a list of agencies, and not the third of some recommendations."""
    tokens, text = reading.sentence.tokens, reading.sentence.text
    token = tokens[place]
    before = text[max(token.start - 14, 0) : token.start]
    after = text[token.end :].lstrip()
    kinds = {one.kind for one in tokens[:place]}
    is_first = "rank" not in kinds
    first = next(at for at, one in enumerate(tokens) if one.kind == "rank")
    ahead = {one.kind for one in tokens[:first]}
    if ahead & {"indicators", "instruments", "indicator", "instrument"} and not OWN.search(text, 0, token.start):
        return False
    if _OF_PARTS.match(after):
        return False
    others = [one.end for one in tokens[:place] if one.kind == "others"]
    if others and is_first and not OWN.search(text, others[-1], token.start):
        return False
    behind = [one.kind for one in tokens[place + 1 :] if one.kind != "year"]
    if not kinds - {"year"} and behind[:1] == ["others"] and {"points", "level"} & {*behind}:
        return False  # whoever has that place is spoken of
    if after.startswith(("ถึง", "-", "–", ":")):
        return False
    is_said = text[token.start :].startswith("อันดับ") or before.rstrip().endswith(("อยู่ใน", "อยู่", "มาอยู่", "จาก", "เป็น"))
    return is_said or after.startswith(
        ("ของหน่วยงาน", "ของประเทศ", "ของจังหวัด", "ในปี", "จาก", "ของอ", "ของเทศบาล", "ของ อ", "ในจังหวัด")
    )


def _rank_years(reading: Reading, place: int, others: list[int]) -> tuple[int, ...]:
    tokens, about = reading.sentence.tokens, reading.sentence.about
    before = tokens[place - 1] if place else None
    if before is not None and before.kind == "from" and about is not None and not _has_years(reading):
        return (about - 1,)
    if before is not None and before.kind == "year" and reading.sentence.text[: before.start].rstrip().endswith("("):
        return reading.sentence.year_of(before)
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    if behind is not None and behind.kind == "year" and not behind.bare:
        gap = reading.sentence.text[tokens[place].end : behind.start + 2].lstrip()
        if gap.startswith(("ใน", "เมื่อ")):
            return reading.sentence.year_of(behind)
    named = [token for token in tokens if token.kind == "year" and not _is_of_other(reading, tokens[place], token)]
    years = [year for token in named for year in reading.sentence.year_of(token)]
    if not years:
        return (about,) if about is not None else ()
    if not others and len(set(years)) == 1 and not any(token.bare for token in named):
        return (years[0],)
    found = sorted({*years, *([about] if about is not None else [])})
    return tuple(found)


def _is_of_other(reading: Reading, rank: Token, year: Token) -> bool:
    """True if a year in parentheses behind a place has a place of its own: อันดับ 21 (ปีก่อน 17)."""
    text = reading.sentence.text
    return "(" in text[rank.end : year.start] and bool(_PLACED.match(to_arabic(text), year.end))


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
        halves |= {"อันดับสุดท้าย": "last", "ลำดับสุดท้าย": "last"}
        if (
            token
            and token.value in halves
            and years
            and (halves[token.value] == "last" or any(one.kind == "rank" for one in reading.sentence.tokens))
        ):
            yield RankIs(place=None, half=halves[token.value], years=years, quote=found.quote)
