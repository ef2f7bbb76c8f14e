"""The words of a Thai sentence that a claim about a result is made of, found with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from prongsai.thai.numerals import to_arabic

YEAR, LEVEL, RANK, SCORE, MOVE, EXTREME = "year", "level", "rank", "score", "move", "extreme"
TOTAL, INSTRUMENT, INDICATOR, SUBINDICATOR, OTHER = "total", "instrument", "indicator", "subindicator", "other"
TARGET, BOUND = "target", "bound"
WEAK_TOTAL = "weak total"  # ผลการประเมิน is that of the whole agency only where no part of it was named before
SUBJECTS = {TOTAL, INSTRUMENT, INDICATOR, SUBINDICATOR, OTHER, WEAK_TOTAL, TARGET}
LAST_YEAR = "last year"

_YEAR = re.compile(r"(?:ปีงบประมาณ|ปี|พ\.\s?ศ\.)\s*(?:พ\.?\s?ศ\.?\s*)?(25[0-9]{2})(?![0-9])")
_LAST_YEAR = re.compile(r"ปี(?:งบประมาณ)?(?:ก่อน(?:หน้า)?|ที่ผ่านมา|ที่แล้ว)")
_SUBINDICATOR = re.compile(r"ตัวชี้วัด(?:ย่อย)?ที่\s*([0-9]{1,2}\.[0-9])(?![0-9])")
_INDICATOR = re.compile(r"ตัวชี้วัดที่\s*([0-9]{1,2})(?![0-9.]*[0-9]|\s*,|\s*(?:และ|ถึง)\s*[0-9])")
_INSTRUMENT = re.compile(r"(?<![A-Za-z])([A-Z]IT)(?![A-Za-z])")
_OTHER = re.compile(
    r"EIT\s*ส่วนที่\s*[0-9]|ข้อ\s*(?:คำถาม|OIT|[Oo0]?[0-9]+)|(?<![A-Za-z])[IiEeOo][0-9]{1,2}(?![0-9])"
    r"|น้ำหนัก|สัดส่วน|เฉลี่ย|ตัวชี้วัด(?:ที่)?(?=\s*(?:ได้|มี|ยัง|เพิ่ม|ลด))|ตัวชี้วัดอื่น|ประเทศ"
)
_TARGET = re.compile(r"(?:ค่า)?เป้าหมาย|เกณฑ์|คะแนนเต็ม")
_TOTAL = re.compile(r"คะแนนรวม|คะแนน(?:ใน)?ภาพรวม|ในภาพรวม")
_WEAK_TOTAL = re.compile(r"ผลคะแนน|ผลการประเมิน")
_SCORE = re.compile(
    r"(?P<before>(?:ร้อยละ|ได้(?:รับ)?คะแนน)\s*)?(?<![0-9.,/-])(?P<number>(?:100|[0-9]{1,2})(?:\.[0-9]{1,2})?)(?![0-9.]*[0-9]|\s*-\s*[0-9])"
    r"(?P<unit>\s*(?:คะแนน|%))?"
)
_BOUND_BEFORE = re.compile(r"(?:กว่า|เกิน|ไม่ถึง|อย่างน้อย|ตั้งแต่|ถึง|อีก|ราว|ประมาณ|ต่างกัน|ขาด|(?<!ประเมิน)(?<!คะแนน)อยู่)\s*$")
_BOUND_AFTER = re.compile(r"\s*(?:ขึ้นไป|ถึง)")
_RANK = re.compile(
    r"อยู่ใน(?:ลำดับ|อันดับ)ที่\s*([0-9][0-9,]*)|(?:ลำดับ|อันดับ)ที่\s*([0-9][0-9,]*)(?=\s*(?:ของหน่วยงาน|ของประเทศ|ของจังหวัด|ในปี))"
)
_MOVE = re.compile(r"เพิ่มขึ้น|สูงขึ้น|ลดลง|ต่ำลง|เท่าเดิม|คงเดิม")
_EXTREME = re.compile(r"(?:คะแนน|ผลการประเมิน)(?P<end>สูงที่สุด|สูงสุด|มากที่สุด|ต่ำที่สุด|ต่ำสุด|น้อยที่สุด)(?!\s*ราย)")
_LEVEL_END = (
    r"(?=$|[\s(),.:;/”\"]|และ|เพราะ|ซึ่ง|โดย|แต่|เพิ่ม|ลด|จาก)(?!\s*(?:หมายถึง|ขึ้นไป|ถึง|หรือ|,|\(\s*[0-9.]+\s*(?:-|ถึง)))"
)
_SUPPOSED = re.compile(r"(?<!ปัญ)หาก|ถ้า|คาดว่า|คาดหมาย|จะได้|จะอยู่")

MOVES = {
    "เพิ่มขึ้น": "เพิ่มขึ้น",
    "สูงขึ้น": "เพิ่มขึ้น",
    "ลดลง": "ลดลง",
    "ต่ำลง": "ลดลง",
    "เท่าเดิม": "เท่าเดิม",
    "คงเดิม": "เท่าเดิม",
}


@dataclass(frozen=True)
class Vocabulary:
    """The names that a year uses: indicators and their aliases by name, instruments, and levels."""

    indicators: Mapping[str, str] = field(default_factory=dict)
    instruments: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Word:
    """A word that may be part of a claim: its kind, what it says, and where it is in the text."""

    kind: str
    value: str
    start: int
    end: int


def words_of(text: str, names: Vocabulary) -> tuple[Word, ...]:
    """The words of a text in their order, up to where it begins to suppose (หาก, คาดว่า): supposing claims nothing."""
    plain = to_arabic(text)
    supposed = _SUPPOSED.search(plain)
    plain = plain[: supposed.start()] if supposed else plain
    taken: list[Word] = []
    for word in _all_words(plain, names):
        if all(word.end <= other.start or other.end <= word.start for other in taken):
            taken.append(word)
    return tuple(_without_weak(sorted(taken, key=lambda word: word.start)))


def _all_words(plain: str, names: Vocabulary) -> Iterator[Word]:
    """Every word, those that others may be inside first."""
    yield from _found(_YEAR, YEAR, plain)
    yield from (Word(YEAR, LAST_YEAR, *found.span()) for found in _LAST_YEAR.finditer(plain))
    yield from _found(_SUBINDICATOR, SUBINDICATOR, plain)
    yield from _indicator_words(plain, names)
    yield from _levels(plain, names)
    yield from (Word(RANK, (found[1] or found[2]).replace(",", ""), *found.span()) for found in _RANK.finditer(plain))
    yield from (Word(EXTREME, _end_of(found["end"]), *found.span()) for found in _EXTREME.finditer(plain))
    yield from (Word(OTHER, found[0], *found.span()) for found in _OTHER.finditer(plain))
    yield from (Word(TARGET, "", *found.span()) for found in _TARGET.finditer(plain))
    yield from (word for word in _found(_INSTRUMENT, INSTRUMENT, plain) if word.value in names.instruments)
    yield from _scores(plain)
    yield from (Word(TOTAL, "", *found.span()) for found in _TOTAL.finditer(plain))
    yield from (Word(WEAK_TOTAL, "", *found.span()) for found in _WEAK_TOTAL.finditer(plain))
    yield from (Word(MOVE, MOVES[found[0]], *found.span()) for found in _MOVE.finditer(plain))


def _found(pattern: re.Pattern[str], kind: str, plain: str) -> Iterator[Word]:
    yield from (Word(kind, found[1], *found.span()) for found in pattern.finditer(plain))


def _end_of(word: str) -> str:
    return "highest" if word.startswith(("สูง", "มาก")) else "lowest"


def _indicator_words(plain: str, names: Vocabulary) -> Iterator[Word]:
    """Indicators by number, with the name that may follow, by name after ตัวชี้วัด, or by name at the very start."""
    any_name = _alternatives(tuple(names.indicators))
    for found in _INDICATOR.finditer(plain):
        name = any_name.match(plain, found.end())
        yield Word(INDICATOR, found[1], found.start(), name.end() if name else found.end())
    for found in _by_name(tuple(names.indicators)).finditer(plain):
        yield Word(INDICATOR, names.indicators[found[1]], *found.span())


@lru_cache
def _alternatives(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(r"\s*(" + "|".join(re.escape(name) for name in longest_first) + ")" if names else r"(?!)")


@lru_cache
def _by_name(names: tuple[str, ...]) -> re.Pattern[str]:
    if not names:
        return re.compile(r"(?!)()")
    inner = _alternatives(names).pattern
    return re.compile(rf"(?:ตัวชี้วัด(?:ที่)?|^\s*(?:\(?[0-9]+[.)]\s*)?){inner}(?=[\s(]|โดยรวม|ได้|มี|เพิ่ม|ลด|$)")


@lru_cache
def _level_pattern(levels: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(levels, key=len, reverse=True)
    inner = "|".join(re.escape(level) for level in longest_first) if levels else "(?!)"
    return re.compile(rf"ระดับ(?:ผลการประเมิน)?\s*(?:คือ|:|อยู่ที่)?\s*({inner}){_LEVEL_END}|(?<=คะแนน)\s*\(\s*({inner})\s*\)")


def _levels(plain: str, names: Vocabulary) -> Iterator[Word]:
    for found in _level_pattern(names.levels).finditer(plain):
        yield Word(LEVEL, found[1] or found[2], *found.span())


def _scores(plain: str) -> Iterator[Word]:
    """Numbers that are scores; those that only bound or measure a distance say nothing of what was reached."""
    for found in _SCORE.finditer(plain):
        is_percent = (found["before"] or "").startswith("ร้อยละ")
        if not (found["unit"] or is_percent or (found["before"] and "." in found["number"])):
            continue
        start = found.start() if is_percent else found.start("number")
        is_bound = _BOUND_BEFORE.search(plain[max(start - 30, 0) : start]) or _BOUND_AFTER.match(plain, found.end())
        yield Word(BOUND if is_bound else SCORE, found["number"], start, found.end())


def _without_weak(words: list[Word]) -> Iterator[Word]:
    """Without what would be the whole agency's result, but follows one of its parts."""
    part_named = False
    for word in words:
        part_named = part_named or word.kind in {INSTRUMENT, INDICATOR, SUBINDICATOR, OTHER}
        if word.kind != WEAK_TOTAL or not part_named:
            yield word
