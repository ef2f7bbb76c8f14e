"""Scores of several years in the short ways of tables: years and values by a slash, a colon or in parentheses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from prongsai.prose.grammar.claims import TOTAL, Amount, Claim, Moved, Referent, ScoreIs
from prongsai.prose.grammar.reading import WORDS, Reading
from prongsai.prose.grammar.tokens import Token
from prongsai.thai.numerals import to_arabic

_YEAR = (
    r"(?:(?:ใน|ประจำ)?ปี(?:งบประมาณ)?\s*)?(?:พ\.?\s?ศ\.?\s*)?(?<![0-9.,])"
    r"(?:25[0-9]{2}|(?<=ปี)[5-8][0-9]|(?<=ปี\s)[5-8][0-9]|(?<=[/-])[5-8][0-9])(?![0-9.])"
)
_VALUE = (
    r"(?:ร้อยละ\s*)?(?<![0-9.,])(?:100(?:\.0+)?|[0-9]{1,2}\.[0-9]{1,2}|[4-9][0-9])(?![0-9.]|\s*(?:ข้อ|แห่ง|คน|ตัว|ราย|บาท|มาตร))"
    r"(?:\s*(?:คะแนน|%)(?!ก))?"
)
_BETWEEN_YEARS = r"\s*(?:/|:|,|และ|กับ|เทียบกับ|-|–|—|→|\|)\s*"
_BETWEEN_VALUES = r"\s*(?:/|:|,|และ|กับ|-|–|—|\||→|->)\s*"
_IS = r"[\s:=()\[\]]*(?:(?:ได้|มี|เท่ากับ|คือ|เป็น|อยู่ที่|คะแนน(?=[\s:=0-9ร]))[\s:=]*)*[(\[]?\s*"
_LISTED = re.compile(
    rf"[(\[]?\s*(?P<years>{_YEAR}(?:{_BETWEEN_YEARS}{_YEAR})+){_IS}(?P<values>{_VALUE}(?:{_BETWEEN_VALUES}{_VALUE})+)"
)
_SLASHED = re.compile(rf"(?P<years>{_YEAR}(?:/{_YEAR})+)[^/]{{0,60}}?(?P<values>{_VALUE}(?:/{_VALUE})+)")
_LISTED_BEHIND = re.compile(
    rf"(?P<values>{_VALUE}(?:{_BETWEEN_VALUES}{_VALUE})+)\s*[(\[]\s*(?P<years>{_YEAR}(?:{_BETWEEN_YEARS}{_YEAR})+)\s*[)\]]"
)
_NEXT = r"[\s,/|;→()\[\]]*(?:(?:และ|เทียบกับ|กับ)\s*)?[(\[]?\s*"
_ONE = rf"{_YEAR}\s*[)\]]?\s*[:=]?\s*(?:ได้|คะแนน)?\s*{_VALUE}"
_ONE_BEHIND = rf"{_VALUE}\s*[(\[]\s*{_YEAR}\s*[)\]]"
_EACH = re.compile(rf"{_ONE}(?:{_NEXT}{_ONE})+")
_EACH_BEHIND = re.compile(rf"{_ONE_BEHIND}(?:{_NEXT}{_ONE_BEHIND})+")
_HANGS_ON_YEAR = re.compile(r"25[0-9]{2}\s*[)\]]?\s*[:=]?\s*$")
_HANGS_ON_VALUE = re.compile(r"(?<!ลดลง)(?<!ขึ้น)(?<!ต่าง)\s(?:ร้อยละ\s*)?[0-9.]+\s*(?:คะแนน|%)?\s*[(\[]\s*$")
_FIGURE = re.compile(r"(?<![0-9])(25[0-9]{2}|[5-8][0-9])(?![0-9.])")
_SCORE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_DIFFERENCE = re.compile(
    r"[\s,;()=/|]*(?P<word>เพิ่มขึ้น|สูงขึ้น|ลดลง|ต่ำลง|ผลต่าง|ส่วนต่าง|ต่างกัน|เปลี่ยนแปลง)?[\s:=(]*(?P<sign>[+\-−–])?\s?"
    r"(?P<by>[0-9]{1,2}\.[0-9]{1,2})(?![0-9.])"
)
_RISES, _FALLS = {"เพิ่มขึ้น", "สูงขึ้น", "+"}, {"ลดลง", "ต่ำลง", "-", "−", "–"}
_SUBJECTS = {"total", "instrument", "scope", "indicator", "subindicator"}
_MAY_FOLLOW = {
    "year",
    "equals",
    "becomes",
    "break",
    "from",
    "indicators",
    "and",
    "both",
    "all",
    "count-other",
    "rises",
    "falls",
    "points",
}
_OTHERS = {"weight", "mean", "lost", "apart", "rises", "falls", "target", "others", "peers", "part", "rank"}
_COMPARING = {"เปรียบ", "เปรียบเทียบ", "ย้อนหลัง"}


def read_pairs(reading: Reading) -> Iterator[Claim]:
    """Every score that a row of years gives its subject, each with the year that is its own."""
    text = to_arabic(reading.sentence.text)
    if len(set(_FIGURE.findall(text))) < 2:
        return
    done = 0
    for start, end, pairs in sorted([*_listed(text), *_each(text)]):
        if start < done:
            continue
        done = end
        yield from _scores(reading, text, (start, end), pairs)


def _listed(text: str) -> Iterator[tuple[int, int, list[tuple[int, str]]]]:
    """Rows of years before or behind a row of as many values: (ปี 2566/ปี 2567) 84.38/79.52."""
    for pattern in (_LISTED, _LISTED_BEHIND, _SLASHED):
        for found in pattern.finditer(text):
            years = [_year(one) for one in _FIGURE.findall(found["years"])]
            values = _SCORE.findall(found["values"])
            pairs = [*zip(years, values, strict=True)] if len(years) == len(values) else []
            yield found.start(), found.end(), pairs


def _each(text: str) -> Iterator[tuple[int, int, list[tuple[int, str]]]]:
    """Years each with its value right behind or before it: (2567) 79.52 (2566) 84.38."""
    for found in _EACH_BEHIND.finditer(text):
        if not _HANGS_ON_YEAR.search(text, 0, found.start()):
            values = [re.sub(r"\(.*", "", one) for one in re.findall(_ONE_BEHIND, found[0])]
            pairs = zip(_FIGURE.findall(" ".join(re.findall(r"[(\[][^)\]]*", found[0]))), values, strict=False)
            yield found.start(), found.end(), [(_year(year), _SCORE.findall(value)[-1]) for year, value in pairs]
    for found in _EACH.finditer(text):
        if not _HANGS_ON_VALUE.search(text, 0, found.start()):
            said = [_SCORE.findall(one) for one in re.findall(_ONE, found[0])]
            yield found.start(), found.end(), [(_year(one[0]), one[-1]) for one in said]


def _year(said: str) -> int:
    return int(said) if len(said) > 2 else 2500 + int(said)


def _scores(reading: Reading, text: str, span: tuple[int, int], pairs: list[tuple[int, str]]) -> Iterator[Claim]:
    tokens, (start, end) = reading.sentence.tokens, span
    places = [place for place, token in enumerate(tokens) if start < token.end and token.start < end]
    inside = [tokens[place] for place in places if tokens[place].kind in _SUBJECTS]
    if not places or not (inside or any(token.kind not in _MAY_FOLLOW for token in tokens[: places[0]])):
        return  # of the agency as a whole, as nothing is named
    subject = _subject((*tokens[: places[0]], *inside))
    difference = _DIFFERENCE.match(text, end)
    stop = difference.end() if difference else end
    behind = {place for place, token in enumerate(tokens) if end <= token.start < stop}
    is_other = any(tokens[place].kind in _OTHERS or _is_word(tokens[place]) for place in places)
    is_silent = is_other or {*places} & reading.sentence.masked or len({year for year, _ in pairs}) < len(pairs)
    reading.taken |= {*places, *behind}
    if subject is None or is_silent:
        return
    quote = reading.sentence.quote(max(places[0] - 1, 0), places[-1])
    for year, value in pairs:
        yield ScoreIs(subject=subject, said=Decimal(value), text=value, years=(year,), quote=quote)
    if difference and len(pairs) == 2:
        yield from _moved(subject, difference, sorted(year for year, _ in pairs), quote)


def _moved(subject: Referent, found: re.Match[str], years: list[int], quote: str) -> Iterator[Claim]:
    """The difference behind a pair, where a word or a sign tells in which way it went."""
    said = {found["word"], found["sign"]}
    if not said & (_RISES | _FALLS):
        return
    word = WORDS["falls" if said & _FALLS else "rises"]
    amounts = (Amount(Decimal(found["by"])),)
    yield Moved(subject=subject, word=word, base=years[0], amounts=amounts, years=(years[1],), quote=quote)


def _is_word(token: Token) -> bool:
    """True if nobody can tell what a word says of the numbers behind it: ปี 2566/2567 เบิกจ่ายร้อยละ 84.02/90.10."""
    return token.kind == "unknown" and bool(re.search("[ก-๎]", token.value))


def _subject(before: tuple[Token, ...]) -> Referent | None:
    """The one subject right before a row of years; None where several are, or where it is not clear."""
    rest = [*before]
    while rest and (rest[-1].kind in _MAY_FOLLOW or rest[-1].value.strip(" :") in _COMPARING):
        rest.pop()
    if not rest or rest[-1].kind not in _SUBJECTS:
        return None
    last, ahead = rest[-1], [token for token in rest[:-1] if token.kind not in {"and", "year"}][-1:]
    if (ahead and ahead[0].kind == last.kind) or any(token.kind in {"others", "peers", "part"} for token in ahead):
        return None
    kind = "instrument" if last.kind == "scope" else last.kind
    return TOTAL if kind == "total" else Referent(kind, last.value)
