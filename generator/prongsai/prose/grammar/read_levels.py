"""Levels that a sentence gives the agency, or says that it has not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.prose.grammar.claims import Claim, LevelIs, LevelMoved
from prongsai.prose.grammar.reading import WORDS, Found, Reading
from prongsai.prose.grammar.tokens import Token
from prongsai.thai.numerals import to_arabic

_LEVEL = "n:not? g:level"
_KEPT = re.compile(  # a second year of the same
    r"ระดับ\s*\S+.{0,24}(?:ปีที่\s*(?:สอง|2)|(?:สอง|2)\s*ปี\s*(?:ติดต่อกัน|ติดกัน|ซ้อน|ต่อเนื่อง|รวด)|ทั้ง\s*(?:สอง|2)\s*ปี)"
)
_MISSED = re.compile(r"(?:(?:ไม่|มิ)(?:ได้|ถึง|อยู่)(?:รับ|อยู่|ใน|เป็น)*|พลาด|หลุดจาก)\s*$")
_NO_CLAIM = re.compile(  # to be kept, or how many agencies have it
    r"รักษา\s*ระดับ(?!\s*\S+\s*(?:ไว้)?ได้)|[0-9]\s*แห่ง(?:ที่)?(?:จัด)?(?:ได้|อยู่|มี)"
)
_WISHED = "from g:level becomes? level"


def read_levels(reading: Reading) -> Iterator[Claim]:
    """Every level that a sentence states."""
    yield from reading.read(((_WISHED, _wished),), wished=True)
    yield from reading.read((("grade w:move", _moved),))
    is_there = False
    for found in reading.find(_LEVEL):
        token = found.token("g")
        if token is None or (token.bare and not is_there and token.value.isascii()):
            continue
        claims = [*_stated(found, token)]
        is_there = is_there or bool(claims)
        yield from claims


def _wished(found: Found) -> Iterator[Claim]:
    """A wish starts from what is: ยกระดับจาก C เป็น A."""
    token, last, about = found.token("g"), found.match.end() - 1, found.sentence.about
    is_wish = last in found.sentence.masked and "others" not in _kinds(found)
    if token is not None and about is not None and is_wish:
        yield LevelIs(level=token.value, years=(about,), quote=found.quote)


def _moved(found: Found) -> Iterator[Claim]:
    word, after, years = found.token("w"), found.after(), found.years()
    if word is not None and found.is_first and years and (after is None or after.kind != "from"):
        yield LevelMoved(word=WORDS[word.kind], years=years, quote=found.quote)
        found.take()


def _stated(found: Found, token: Token) -> Iterator[Claim]:
    before, after, place = found.before(), found.after(), found.places("g")[0]
    is_foreign = bool(token.of) and (before is None or before.kind != "total")
    is_wish = bool(_NO_CLAIM.search(to_arabic(found.sentence.text)))
    years = () if is_wish or is_foreign or _is_no_result(found, before, after) else _years(found, place)
    if years:
        is_missed = bool(_MISSED.search(found.sentence.text[: token.start]))
        is_not = is_missed or bool(before and before.kind in {"less", "not"}) or found.token("n") is not None
        quote = found.sentence.quote(_said_from(found.reading, place), place)
        yield LevelIs(level=token.value, is_not=is_not, years=years, quote=quote)
        if not is_not and len(years) == 1 and _KEPT.search(found.sentence.text):
            yield LevelIs(level=token.value, years=(years[0] - 1,), quote=quote)


def _years(found: Found, place: int) -> tuple[int, ...]:
    """The years that a level may belong to; what comes behind จาก is of the year before where no other is named."""
    tokens, about, years = found.sentence.tokens, found.sentence.about, found.years(place)
    ahead = [token for token in tokens[:place] if token.kind not in {"points", "percent", "year"}]
    has_own = [one.kind for one in tokens[place + 1 : place + 2]] == ["year"]
    named = any(one.kind == "year" for one in tokens)
    if ahead and ahead[-1].kind == "from":
        if has_own or about is None:
            return years
        return (about - 1,) if not named else tuple(dict.fromkeys((about - 1, *years)))
    if _becomes_other(tokens[place + 1 : place + 4]) and about is not None:
        return tuple(dict.fromkeys((about - 1, *years)))
    if has_own and not _is_next(tokens[place + 2 : place + 3]):
        return _own_year(found.reading, place, years)
    return years


def _is_next(behind: tuple[Token, ...]) -> bool:
    """True if a year belongs to what comes behind it: ปี 2563 ได้ระดับ C ปี 2564 ได้ระดับ B."""
    return bool(behind) and behind[0].kind in {"level", "points"}


def _becomes_other(behind: tuple[Token, ...]) -> bool:
    """True if another level comes right behind one, as what it became: ระดับ B เป็นระดับผ่าน."""
    kinds = [token.kind for token in behind if token.kind != "year"]
    return kinds[:1] == ["level"] or (
        len(kinds) > 1 and kinds[0] in {"becomes", "dash", "rises", "falls"} and kinds[1] == "level"
    )


def _said_from(reading: Reading, place: int) -> int:
    """The first token of what says a level: the name of the result, where only its score and year come between."""
    for before in range(place - 1, -1, -1):
        kind = reading.sentence.tokens[before].kind
        if kind == "total":
            return before
        if kind not in {"points", "percent", "year", "equals"}:
            break
    return place


def _kinds(found: Found) -> set[str]:
    return {token.kind for token in found.sentence.tokens[: found.match.start()]}


def _own_year(reading: Reading, place: int, years: tuple[int, ...]) -> tuple[int, ...]:
    """The year in parentheses right behind a level: ระดับผ่าน (ปี 66)."""
    token, following = reading.sentence.tokens[place], reading.sentence.tokens[place + 1]
    gap = reading.sentence.text[token.end : following.start].strip()
    if following.bare:
        return years
    return (
        reading.sentence.year_of(following)
        if gap.startswith("(")
        else tuple(dict.fromkeys((*years, *reading.sentence.year_of(following))))
    )


def _is_no_result(found: Found, before: Token | None, after: Token | None) -> bool:
    """True if a level is one of the scale or of others: with their number, a range, or points to go."""
    tokens = found.sentence.tokens
    kinds = {token.kind for token in tokens[: found.match.start()]}
    text_before = found.sentence.text[: tokens[found.match.start()].start].rstrip()
    if kinds & {"instrument", "indicator", "subindicator", "item", "others", "peers"} and not kinds & {
        "break",
        "total",
    }:
        return True
    is_reached = text_before.endswith(("อยู่ใน", "อยู่ที่", "รักษา", "ได้", "ได้รับ", "ผลการประเมิน", "ผลประเมิน", "จัด"))
    if is_reached and before is not None and before.kind != "bare":
        kinds -= {"unknown"}
    if (
        kinds & {"dash", "lacks", "target", "measures", "unknown"}
        and before is not None
        and before.kind != "break"
        and not kinds & {"total"}
    ):
        return "unknown" in kinds or "dash" in kinds or "lacks" in kinds
    is_bound = before is not None and before.kind in {
        "more",
        "lacks",
        "reach",
        "most",
        "least",
        "bare",
        "upwards",
        "downwards",
    }
    is_rule = after is not None and after.kind == "wish" and after.value == "ต้อง"
    is_scale = is_rule or "ถือว่า" in found.sentence.text or "เรียกว่า" in found.sentence.text
    behind = [token.kind for token in tokens[found.match.end() : found.match.end() + 2]]
    is_counted = after is not None and (
        after.kind in {"count-other", "upwards", "dash"} or behind[:1] == ["least"] or behind == ["points", "dash"]
    )
    return is_bound or is_scale or is_counted
