"""The result of ITA from text in any order: figures by the names and numbers of their year, nothing guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from prongsai.model.edition import Edition
from prongsai.tables.result_words import LEVEL, TOTAL, Key, Words
from prongsai.thai.dates import full_year
from prongsai.thai.numerals import parse_decimal, to_arabic

_FIGURE = re.compile(
    r"(?<![0-9๐-๙.,/])[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,4})?(?![0-9๐-๙.,/]|\s*[%]?\s*/\s*[0-9๐-๙]|\.[0-9๐-๙])"
)
_NUMBER_OF = re.compile(
    r"(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?|ส่วนที่|ข้อที่|ข้อ|อันดับที่|อันดับ|ลำดับที่|ลำดับ|ตารางที่|หน้า|ปี|พ\.ศ\.|เต็ม|จาก|น้ำหนัก(?:ร้อยละ)?)[\s(]*[0-9๐-๙]+(?:\.[0-9๐-๙]+)?(?:\s*คะแนน)?"
    r"|EIT[-\s]?[12๑๒](?![0-9๐-๙.,])",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:พ\.?\s?ศ\.?\s*)?(?<![0-9๐-๙])[2๒][4-6๔-๖][0-9๐-๙]{2}(?![0-9๐-๙])")
_OUT_OF = re.compile(r"\s*/\s*[1๑][0๐][0๐](?:\.[0๐]+)?|\(?\s*(?:เต็ม|จาก)\s*[1๑][0๐][0๐]\s*(?:คะแนน)?\s*\)?")
_WEIGHT = re.compile(r"\(\s*(?:น้ำหนัก)?\s*(?:ร้อยละ)?\s*[0-9๐-๙]{1,3}\s*%?\s*\)")
_RANGE = re.compile(r"[0-9๐-๙.]+\s*(?:-|–|ถึง)\s*[0-9๐-๙.]+")
_LEVEL_WORD = re.compile(r"ระดับ|เกรด")
_DIGIT = re.compile("[0-9๐-๙]")
_LONGEST_REST = 3  # letters of a piece that are in no name
_GAP = re.compile(r"\t+|\s*\|\s*| {2,}")


@dataclass(frozen=True)
class Found:
    """A figure or level as printed, and where it was."""

    text: str
    place: str


@dataclass
class Result:
    """A result as far as it was understood: one text for each figure; what competes and what was not understood."""

    figures: dict[Key, Found] = field(default_factory=dict)
    competing: dict[Key, list[Found]] = field(default_factory=dict)
    not_understood: list[Found] = field(default_factory=list)

    @property
    def level(self) -> str:
        """The level, empty where none was found."""
        found = self.figures.get(LEVEL)
        return found.text if found else ""


@dataclass(frozen=True)
class _Token:
    """A piece of a line: the figures that it is about, or a score; one that is neither says something else."""

    keys: frozenset[Key]
    figure: str
    line: int

    @property
    def is_name(self) -> bool:
        """True if it is about exactly one figure."""
        return not self.figure and len(self.keys) == 1


def read_result(text: str, edition: Edition, places: Sequence[str] = ()) -> Result:
    """The result in a text, by the edition of its year; `places` name its lines, else they are numbered.

    A figure that is stated twice in the same way is one, of different ones none is taken. A name and a figure on lines
    of their own belong together where they alternate.
    """
    lines = text.splitlines()
    words = Words(edition)
    at = [*places, *(f"บรรทัดที่ {number + 1}" for number in range(len(places), len(lines)))]
    stated: dict[Key, list[Found]] = {}
    result = Result()
    loose: list[_Token] = []
    above: list[_Token] = []
    for number, line in enumerate(lines):
        level = _level_of(line, words)
        if level:
            stated.setdefault(LEVEL, []).append(Found(level, at[number]))
        row = _tokens(line, number, words)
        if _pair_rows(above, row, stated, at):
            above = []
            continue
        above = row or above
        tokens = _joined(row)
        if level and len(tokens) == 1 and tokens[0].figure:
            tokens = [_Token(frozenset((TOTAL,)), "", number), *tokens]  # the level is that of the total
        if _pair(tokens, stated, at):
            continue
        if len(tokens) == 1 and (tokens[0].is_name or tokens[0].figure):
            loose.append(tokens[0])
        elif any(one.figure for one in tokens) or (_DIGIT.search(_YEAR.sub("", line)) and not level):
            _pair_loose(loose, stated, result, lines, at)
            result.not_understood.append(Found(line.strip(), at[number]))
    _pair_loose(loose, stated, result, lines, at)
    _settle(stated, result)
    return result


def join_results(results: Sequence[Result]) -> Result:
    """The result that several tables state: figures that they state differently compete."""
    stated: dict[Key, list[Found]] = {}
    joined = Result()
    for one in results:
        for key, found in one.figures.items():
            stated.setdefault(key, []).append(found)
        for key, several in one.competing.items():
            stated.setdefault(key, []).extend(several)
        joined.not_understood += one.not_understood
    _settle(stated, joined)
    return joined


def _tokens(line: str, number: int, words: Words) -> list[_Token]:
    """The names and figures of a line in their order; none of one about another year, or with a range of scores."""
    bare = _WEIGHT.sub(" ", _OUT_OF.sub(" ", line))
    years = {full_year(to_arabic(found)[-4:]) for found in _YEAR.findall(bare)}
    if _RANGE.search(_YEAR.sub(" ", bare)) or years - {words.edition.fiscal_year}:
        return []
    spans = [(one.start(), one.end()) for one in (*_NUMBER_OF.finditer(bare), *_YEAR.finditer(bare))]
    tokens: list[_Token] = []
    at = 0
    for found in _FIGURE.finditer(bare):
        if any(begin <= found.start() < end for begin, end in spans) or not _is_score(found[0]):
            continue
        tokens += [
            *_named(_YEAR.sub(" ", bare[at : found.start()]), number, words),
            _Token(frozenset(), found[0], number),
        ]
        at = found.end()
    return _without_numbers([*tokens, *_named(_YEAR.sub(" ", bare[at:]), number, words)])


def _is_score(text: str) -> bool:
    value = parse_decimal(text)
    return value is not None and value <= 100


def _without_numbers(tokens: list[_Token]) -> list[_Token]:
    """The tokens without the numbers of indicators before their names, and without what counts the lines."""
    kept: list[_Token] = []
    for place, token in enumerate(tokens):
        behind = tokens[place + 1] if place + 1 < len(tokens) else None
        is_whole = token.figure.isdecimal() and len(token.figure) <= 2
        own = (("indicators", to_arabic(token.figure).lstrip("0")), ("subindicators", to_arabic(token.figure)))
        is_own = behind is not None and any(key in behind.keys for key in own)
        is_order = is_whole and place == 0 and behind is not None and not _has_number(behind)
        further = any(one.figure for one in tokens[place + 1 :])
        if token.figure and behind and not behind.figure and further and (is_own or is_order):
            continue
        kept.append(token)
    return kept


def _has_number(token: _Token) -> bool:
    """True for an indicator: before its name any other number contradicts it."""
    return any(group in {"indicators", "subindicators"} for group, _ in token.keys)


def _named(text: str, number: int, words: Words) -> Iterator[_Token]:
    """The names in a text between figures; a piece that says something else too means none."""
    for piece in _GAP.split(text):
        if words.level_in(to_arabic(piece)):
            continue
        keys, rest = words.meant(piece)
        if len(rest) > _LONGEST_REST:
            yield _Token(frozenset(), "", number)
        elif keys:
            yield _Token(keys, "", number)


def _pair_rows(
    above: Sequence[_Token], row: Sequence[_Token], stated: dict[Key, list[Found]], at: Sequence[str]
) -> bool:
    """Pair a row of names with the row of as many figures below it; False where they are none."""
    if len(above) < 2 or len(above) != len(row):
        return False
    if not all(one.is_name for one in above) or not all(one.figure for one in row):
        return False
    pairs = [token for both in zip(above, row, strict=True) for token in both]
    return _pair(pairs, stated, at)


def _pair(tokens: Sequence[_Token], stated: dict[Key, list[Found]], at: Sequence[str]) -> bool:
    """Pair names and figures of one line, which must alternate; False where they do not."""
    names, figures = tokens[::2], tokens[1::2]
    if tokens and tokens[0].figure:
        names, figures = figures, names
    if not tokens or len(names) != len(figures):
        return False
    if not all(one.is_name for one in names) or not all(one.figure for one in figures):
        return False
    for name, figure in zip(names, figures, strict=True):
        stated.setdefault(next(iter(name.keys)), []).append(Found(figure.figure, at[name.line]))
    return True


def _joined(tokens: Sequence[_Token]) -> list[_Token]:
    """Names next to each other as one, where they mean one figure: number and name, code and full name."""
    joined: list[_Token] = []
    for token in tokens:
        last = joined[-1] if joined else None
        if last and not last.figure and not token.figure:
            keys = _nearer(last.keys, token.keys) if last.keys and token.keys else frozenset[Key]()
            joined[-1] = _Token(keys, "", last.line)
        else:
            joined.append(token)
    return joined


def _nearer(one: frozenset[Key], other: frozenset[Key]) -> frozenset[Key]:
    """The indicator of an instrument and an indicator; what means two figures means both, so that none is taken."""
    both = one | other
    inner = frozenset(key for key in both if key[0] != "instruments")
    return inner if len(inner) == 1 and TOTAL not in inner else both


def _pair_loose(
    loose: list[_Token], stated: dict[Key, list[Found]], result: Result, lines: Sequence[str], at: Sequence[str]
) -> None:
    """Pair names and figures that were on lines of their own, where one of each follows the other throughout."""
    kinds = [bool(one.figure) for one in loose]
    alternate = len(loose) % 2 == 0 and all(one != other for one, other in pairwise(kinds))
    half = len(loose) // 2
    in_blocks = (
        len(loose) % 2 == 0 and half > 1 and kinds in ([False] * half + [True] * half, [True] * half + [False] * half)
    )
    if loose and alternate:
        pairs = list(zip(loose[::2], loose[1::2], strict=True))
    elif in_blocks and _is_in_order([one for one in loose if not one.figure]):
        pairs = list(zip(loose[:half], loose[half:], strict=True))
    else:
        pairs = []
        result.not_understood += [Found(lines[one.line].strip(), at[one.line]) for one in loose]
    for one, other in pairs:
        name, figure = (other, one) if one.figure else (one, other)
        stated.setdefault(next(iter(name.keys)), []).append(Found(figure.figure, at[figure.line]))
    loose.clear()


def _is_in_order(names: Sequence[_Token]) -> bool:
    """True for names of indicators in their official order, which a list of figures next to them follows."""
    numbers = [next(iter(one.keys))[1] for one in names if next(iter(one.keys))[0] == "indicators"]
    return len(numbers) == len(names) and numbers == sorted(numbers, key=int) and len({*numbers}) == len(numbers)


def _level_of(line: str, words: Words) -> str:
    """The level that a line says, where it says exactly one and is no line of the scale."""
    bare = _YEAR.sub(" ", line)
    if _RANGE.search(bare):
        return ""
    pieces = [*_GAP.split(bare), bare]
    pieces += [piece[found.start() :] for piece in pieces for found in _LEVEL_WORD.finditer(piece)]
    cut = (
        re.sub(r"\(?\s*(?:ได้)?(?:คะแนน(?:รวม)?)?\s*[0-9๐-๙]+(?:\.[0-9๐-๙]+)?\s*(?:คะแนน|%)?\s*\)?", " ", one)
        for one in pieces
    )
    found = {level for piece in cut if (level := words.level_in(to_arabic(piece)))}
    return found.pop() if len(found) == 1 else ""


def _settle(stated: Mapping[Key, Sequence[Found]], result: Result) -> None:
    for key, found in stated.items():
        values = {_value(key, one.text) for one in found}
        if len(values) == 1:
            result.figures[key] = found[0]
        else:
            result.competing[key] = list(found)


def _value(key: Key, text: str) -> object:
    return text if key == LEVEL else parse_decimal(text)
