"""Comparisons of the total with the means of other agencies, and how high a sentence says that these are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from prongsai.prose.grammar.agency_words import ANY_KIND
from prongsai.prose.grammar.claims import TOTAL, Amount, Claim, MeanCompared, MeanIs, Operator
from prongsai.prose.grammar.comparisons import LEAST_SCORE, compared, subjects_of
from prongsai.prose.grammar.reading import OPERATORS, Found, Reading
from prongsai.prose.grammar.tokens import Token
from prongsai.thai.numerals import to_arabic

_BY = "( ( n:bound | reach | lacks | equals | becomes | only | apart )* a:number ( and a:number )* )?"
_SAID = "( s:total )? ( score )? break?"
_PEERS = "p:peers ( ( and | break )? p:peers )*"
_ABOVE = f"{_SAID} r:bound ( all | and | from | mean )* {_PEERS} {_BY}"
_APART = f"{_SAID} w:lacks+ from? {_PEERS} {_BY}"
_DIFFERS = f"{_SAID} w:apart from? {_PEERS} {_BY}"
_EQUAL = f"{_SAID} e:equals {_PEERS}"
_BEHIND = f"from {_PEERS} ( break | becomes | equals )* ( s:total )? ( and )? r:bound {_BY}"
_BETWEEN = "^^ s:total? ( and | from ) p:peers becomes? w:apart ( equals | becomes )* a:number"
_LOWER = "^^ p:peers ( becomes )? r:bound ( s:total )? ( equals | becomes )* a:number?"
_GIVEN_FIRST = f"^^ p:peers ( becomes | equals )* b:points break? r:bound {_BY}"
_IS = "p:peers w:break? ( becomes | equals )* b:points"
# A comparison with what is wished for, with other agencies, of another year or of a part of the result.
_NO_FACT = re.compile(r"ควร|ต้อง|จะ(?!แนน)|หาก|ถ้า|คาด|เป้า|มุ่ง|เพื่อ(?!น)|แห่งอื่น|ปี(?:งบประมาณ)?(?:ที่ผ่านมา|ก่อน|ที่แล้ว)")
_OF_OTHERS = {
    *("instrument", "scope", "indicator", "subindicator", "item", "part", "measure", "others", "weight", "target"),
    *("indicators", "instruments", "items", "measures", "count-k", "count-j", "count-i", "count-m", "count-other"),
    *("rises", "falls", "stays", "not"),
}
_OWN_SCORE = re.compile(r"\s*(?:ผล)?(?:คะแนน|การประเมิน)?(?:รวม)?(?:ของ)?(?:หน่วยงาน|เทศบาล|อบต\.|องค์การบริหาร|ทต\.|เรา)")
_NUMBER = re.compile(r"\s*(?:ซึ่ง)?(?:อยู่|ที่|เท่ากับ|คือ|เป็น|ประมาณ|ราว|เกือบ|กว่า|ถึง|เพียง|[(=:]|ร้อยละ|\s)*[0-9]")
_SAME = {"เท่ากับ", "="}
_ROUGH = {"nearly", "reach"}
_AGENCY = re.compile(rf"{ANY_KIND}|หน่วยงาน|เรา(?![ก-๎])")
_OPEN = {
    *("year", "total", "points", "percent", "bare", "level", "break", "and", "rank", "becomes", "equals", "all"),
    *("more", "less", "least", "most", "nearly", "reach", "lacks", "apart", "mean", "from", "peers", "only", "dash"),
}
_PLACES = {f"{of}{place}" for of in ("", "ของ", "ใน", "ระดับ") for place in ("จังหวัด", "ประเทศ", "อำเภอ")}
_TURNED: dict[Operator, Operator] = {">": "<", "<": ">", ">=": "<=", "<=": ">=", "=": "=", "~": "~"}


def read_means(reading: Reading) -> Iterator[Claim]:
    """Every comparison of the total with a mean of others, and every such mean that the sentence itself gives."""
    tokens, text = reading.sentence.tokens, reading.sentence.text
    kinds = {token.kind for place, token in enumerate(tokens) if not _is_of_rank(tokens, place)}
    if "peers" not in kinds or kinds & _OF_OTHERS or _NO_FACT.search(text):
        return
    if len({reading.sentence.year_of(token) for token in tokens if token.kind == "year"}) > 1:
        return
    yield from _given(reading)
    yield from reading.read(((_GIVEN_FIRST, _given_first),), wished=True)
    compared = ((_ABOVE, _above), (_APART, _apart), (_DIFFERS, _apart), (_EQUAL, _equal), (_BEHIND, _above))
    yield from reading.read((*compared, (_BETWEEN, _apart), (_LOWER, _lower)), wished=True)


def _is_of_rank(tokens: tuple[Token, ...], place: int) -> bool:
    """True if a place is only where the agency has a rank: ลำดับที่ 14 ของจังหวัด."""
    return tokens[place].value.strip() in _PLACES and place > 0 and tokens[place - 1].kind == "rank"


def _given(reading: Reading) -> Iterator[Claim]:
    """The means that the sentence gives: ค่าเฉลี่ยของประเทศ (87.64 คะแนน)."""
    for found in reading.find(_IS, wished=True):
        group, number, years = _groups(found), found.token("b"), found.years(found.places("b")[0])
        joint = found.token("w")
        if joint is not None and joint.value != "ซึ่ง":
            continue  # โดยได้ 82.26 คะแนน
        if len(group) == 1 and number is not None and number.number >= LEAST_SCORE and len(years) == 1:
            yield MeanIs(among=group[0], said=number.number, years=years, quote=found.quote)


def _above(found: Found) -> Iterator[Claim]:
    """Above or below the mean of others, by so many points: สูงกว่าค่าเฉลี่ยของจังหวัด 4.55 คะแนน."""
    bound, own = found.token("r"), found.token("s")
    is_own = own is not None or TOTAL in subjects_of(found) or _is_open(found)
    if bound is not None and is_own and bound.kind not in _ROUGH and not _is_of_mean(found, bound):
        yield from _compared(found, OPERATORS[bound.kind])


def _apart(found: Found) -> Iterator[Claim]:
    """So many points from the mean of others: ยังห่างจากค่าเฉลี่ยระดับประเทศ 4.06 คะแนน."""
    word = found.token("w")
    is_own = found.token("s") is not None or TOTAL in subjects_of(found) or _is_open(found)
    if word is not None and is_own and found.tokens("a"):
        is_below = word.value.startswith(("ยัง", "ขาด"))
        yield from _compared(found, "<" if is_below else None)


def _equal(found: Found) -> Iterator[Claim]:
    """As high as the mean of others; what comes behind it is read elsewhere."""
    word = found.token("e")
    if word is not None and word.value in _SAME and TOTAL in subjects_of(found):
        yield from _compared(found, "=")


def _lower(found: Found) -> Iterator[Claim]:
    """The mean of others as what is compared: ค่าเฉลี่ยระดับจังหวัดต่ำกว่าคะแนนของหน่วยงาน 4.55 คะแนน."""
    bound = found.token("r")
    is_own = bound is not None and (found.token("s") or _OWN_SCORE.match(found.sentence.text, bound.end))
    if bound is not None and is_own and bound.kind not in _ROUGH:
        yield from _compared(found, _TURNED[OPERATORS[bound.kind]])


def _given_first(found: Found) -> Iterator[Claim]:
    """The mean, and how the agency compares with it: ค่าเฉลี่ยของประเทศ 81.37 คะแนน หน่วยงานสูงกว่าอยู่ 0.89 คะแนน."""
    bound, number, years, numbers = found.token("r"), found.token("b"), found.years(), found.tokens("a")
    if bound is None or number is None or bound.kind in _ROUGH or len(years) != 1 or len(numbers) > 1:
        return
    is_own = _AGENCY.search(found.sentence.text, number.end, bound.start)
    if is_own and number.number >= LEAST_SCORE and not _goes_on(found):
        amount = _amount(found, numbers[0] if numbers else None)
        yield compared(found, TOTAL, OPERATORS[bound.kind], years, bound=number.number, amount=amount)
        found.take()


def _is_of_mean(found: Found, bound: Token) -> bool:
    """True if it is a mean of others that is compared with another: ค่าเฉลี่ยของจังหวัดต่ำกว่าค่าเฉลี่ยของประเทศ."""
    tokens = found.sentence.tokens[: found.sentence.tokens.index(bound)]
    place = next((at for at in range(len(tokens) - 1, -1, -1) if tokens[at].kind == "peers"), -1)
    if place < 0 or found.sentence.tokens[found.match.start()].kind == "from":
        return False
    is_object = any(one.kind in OPERATORS or one.kind in {"lacks", "apart"} for one in tokens[:place])
    return not is_object and not _AGENCY.search(found.sentence.text, tokens[place].end, bound.start)


def _compared(found: Found, operator: Operator | None) -> Iterator[Claim]:
    """The claims on each mean; one that the sentence itself gives is compared with elsewhere."""
    groups, numbers, years = _groups(found), found.tokens("a"), found.years(found.places("p")[-1])
    numbers = [one for one in numbers if one.kind != "and"]
    is_given = any(one.number >= LEAST_SCORE for one in numbers)
    if is_given or not years or _goes_on(found):
        return
    pairs = zip_longest(groups, numbers if len(numbers) == len(groups) else ())
    for group, number in pairs:
        yield MeanCompared(
            among=group, operator=operator, amount=_amount(found, number), years=years, quote=found.quote
        )
    found.take()


def _amount(found: Found, number: Token | None) -> Amount | None:
    if number is None:
        return None
    bound = found.token("n")
    said: Operator = OPERATORS[bound.kind] if bound is not None else "="
    return Amount(number.number, said, number.kind == "percent")


def _groups(found: Found) -> list[str]:
    return [group for token in found.tokens("p") if token.kind == "peers" for group in token.value.split()]


def _goes_on(found: Found) -> bool:
    """True if a number follows that is not read with it: the mean itself, or one that is only about so much."""
    return bool(_NUMBER.match(to_arabic(found.sentence.text), found.sentence.tokens[found.match.end() - 1].end))


def _is_open(found: Found) -> bool:
    """True if nothing before speaks of anything but the whole agency."""
    before = found.sentence.tokens[: found.match.start()]
    return {token.kind for token in before if token.value.strip() not in _PLACES} <= _OPEN
