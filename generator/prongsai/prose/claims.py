"""The claims of a Thai sentence on a result: scores, levels, ranks, changes and extremes, with the years it may mean.

A claim counts only when the sentence names the thing and what is said of it side by side, with nothing between
but words that carry no meaning of their own; everything else is passed over in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from prongsai.prose import words as w
from prongsai.prose.words import Vocabulary, Word, words_of
from prongsai.thai.numerals import to_arabic

_FILLER = re.compile(
    r"\((?:[A-Za-z :.,-]|หรือ)*\)|(?:องค์การบริหารส่วน|เทศบาล)[^\s()]*|หน่วยงาน(?:ของรัฐ|ภาครัฐ)?|โดยรวม|โดย|รองลงมา"
    r"|เท่ากับ|ได้รับ|ได้|มีผล|มี|อยู่ในลำดับถัดมา|อยู่ที่|อยู่ใน|อยู่|ซึ่ง|ที่|คือ|เป็น|ผลการประเมิน|ผลคะแนน|คะแนน|ประจำ"
    r"|ระดับ|จำนวน|ในสามเครื่องมือ|ทั้งสามเครื่องมือ|ในสิบตัวชี้วัด|ของ|ใน|จาก|หรือ|แบบวัด|แบบตรวจ|ส่วน|รวม|ITA|จึง|ยัง"
    r"|แล้ว|พบว่า|เหลือ|การเปิดเผยข้อมูลสาธารณะ|[\s():;,/“”\"*]"
)
_PASSED = {w.YEAR, w.SCORE, w.LEVEL, w.WEAK_TOTAL, w.MOVE, w.EXTREME}
# Before what is named: it is people, weights, other bodies or a comparison that are spoken of, or a wish.
_NO_RESULT = re.compile(
    r"(?:(?:ผู้ตอบ|จำนวน|ตอบ|น้ำหนัก|สัดส่วน|เฉลี่ย|กว่า|ต่างจาก|ห่างจาก|กับ)\s*(?:ของ)?\s*(?:แบบวัด|แบบตรวจ|แบบ)?\s*"
    r"|(?:ประเทศ|ระดับจังหวัด|เฉลี่ย|หน่วยงานอื่น|หน่วยงาน(?:ภาครัฐ)?ที่(?:ได้|มี|อยู่))\S{0,20}\s?"
    r"|(?:ให้(?!เห็น)|เพื่อ|จะ|ต้อง|ควร|มุ่ง|สู่|ยก|เป้า)\S{0,12}\s?)$"
)
_OF_OTHERS = re.compile(r"ใกล้เคียง|ข้างเคียง|(?:หน่วยงาน|แห่ง|อปท\.)\s*อื่น")
_FROM_OTHER_UNIT = re.compile(r"\s*จาก\s*[0-9][0-9,.]*(?![0-9,.]|\s*(?:คะแนน|%))")
_COMPARED_WITH = re.compile(r"\s*(?:จาก|กว่า|เมื่อเทียบกับ|เทียบกับ)?\s*(?:ประจำ)?\s*")
_REACHED = re.compile(r"ได้|เป็น|ระดับ|คือ|อยู่ที่|เหลือ")
# Behind a word of extremes: it is one among fewer than all, or over years.
_ONE_SCOPE = re.compile(
    r"\s*(?:(?:ของ|ใน)\s*(?:แบบ|เครื่องมือ\s*[A-Z]|[A-Z]IT|ประเทศ|รอบ|กลุ่ม|ด้าน)|ตั้งแต่|นับ|รอง|[0-9]+\s*(?:อันดับ|ลำดับ|ตัวชี้วัด|ข้อ))"
)
_BEFORE_COPULA = re.compile(r"^\s*(?:คือ|ได้แก่|:)\s*$")


@dataclass(frozen=True)
class Referent:
    """The subject spoken of: total, instrument, indicator or subindicator, and which."""

    kind: str
    key: str = ""


@dataclass(frozen=True)
class Claim:
    """A claim about a subject: `what` is a word's kind, `value` what was written there.

    `years` are the years (Buddhist Era) that the sentence may mean, the likeliest first; `quote` is the text itself.
    """

    what: str
    subject: Referent
    value: str
    years: tuple[int, ...]
    quote: str

    @property
    def score(self) -> Decimal:
        """The score that is claimed (points of 100)."""
        return Decimal(self.value)


def claims_of(text: str, names: Vocabulary, about: int | None) -> tuple[Claim, ...]:
    """The claims of a text; `about` is the year that it speaks of where it names none, or None."""
    words = words_of(text, names)
    return tuple(_claims(to_arabic(text), text, words, about))


def _claims(plain: str, text: str, words: tuple[Word, ...], about: int | None) -> Iterator[Claim]:
    for position, word in enumerate(words):
        if word.kind not in {w.SCORE, w.LEVEL, w.RANK, w.MOVE, w.EXTREME}:
            continue
        found = _subject_of(plain, words, position)
        if found is None or not _is_about_results(plain, words, position, found[1]):
            continue
        subject, named = found
        years = _years(plain, words, position, named, about)
        if word.kind == w.MOVE and _is_against_another_year(plain, words, position, years, about):
            continue
        if years:
            quote = _quoted(text, min(named.start, word.start), max(named.end, word.end))
            yield Claim(word.kind, subject, word.value, years, quote)


def _subject_of(plain: str, words: tuple[Word, ...], position: int) -> tuple[Referent, Word] | None:
    """The subject of the word at `position`: what was named last before it, or right after คือ."""
    word = words[position]
    if word.kind == w.EXTREME:
        following = next(iter(words[position + 1 :]), None)
        is_named = following is not None and following.kind in {w.INDICATOR, w.INSTRUMENT}
        if following is not None and is_named and _BEFORE_COPULA.match(plain[word.end : following.start]):
            return Referent(following.kind, following.value), following
    if word.kind == w.RANK:
        return Referent(w.TOTAL), word
    for before in reversed(words[:position]):
        if before.kind in w.SUBJECTS:
            return _if_beside(plain, words, before, word)
    is_whole = word.kind == w.LEVEL or (word.kind == w.SCORE and _level_beside(plain, words, position))
    return (Referent(w.TOTAL), word) if is_whole else None


def _level_beside(plain: str, words: tuple[Word, ...], position: int) -> bool:
    """True if a score follows right after a level: ระดับ B (77.85 คะแนน)."""
    before = words[position - 1] if position else None
    return before is not None and before.kind == w.LEVEL and plain[before.end : words[position].start].strip() == "("


def _if_beside(plain: str, words: tuple[Word, ...], subject: Word, word: Word) -> tuple[Referent, Word] | None:
    if subject.kind in {w.OTHER, w.TARGET} or not _is_filler(plain, words, subject.end, word.start):
        return None
    if subject.kind in {w.TOTAL, w.WEAK_TOTAL}:
        return Referent(w.TOTAL), subject
    return (Referent(subject.kind, subject.value), subject) if word.kind != w.LEVEL else None


def _is_filler(plain: str, words: tuple[Word, ...], start: int, end: int) -> bool:
    """True if nothing with a meaning of its own is between two places."""
    rest, here = "", start
    for word in words:
        if start <= word.start and word.end <= end:
            if word.kind not in _PASSED:
                return False
            rest, here = rest + plain[here : word.start] + " ", word.end
    return not _FILLER.sub("", rest + plain[here:end])


def _is_about_results(plain: str, words: tuple[Word, ...], position: int, subject: Word) -> bool:
    """True if a word is said of what was reached: no wish, no weight, no distance, and an extreme one among all."""
    word = words[position]
    if _NO_RESULT.search(plain[: min(subject.start, word.start)]) or _OF_OTHERS.search(plain[: word.start]):
        return False
    if word.kind == w.EXTREME and subject.kind == w.INDICATOR and _inside_instrument(words, subject):
        return False
    if word.kind == w.MOVE:
        return not _FROM_OTHER_UNIT.match(plain, word.end)
    if word.kind == w.SCORE:
        return not _is_distance(plain, words, position, subject)
    return word.kind != w.EXTREME or not _ONE_SCOPE.match(plain, word.end)


def _inside_instrument(words: tuple[Word, ...], subject: Word) -> bool:
    """True if an instrument is named before an indicator: the extreme may be one within that instrument."""
    return any(word.kind == w.INSTRUMENT and word.start < subject.start for word in words)


def _is_distance(plain: str, words: tuple[Word, ...], position: int, subject: Word) -> bool:
    """True if a score behind a word of change may be how far it went: เพิ่มขึ้นจากปีก่อน 13.17 คะแนน."""
    word = words[position]
    moves = [one for one in words[:position] if one.kind == w.MOVE and one.start >= subject.start]
    if not moves:
        return False
    between = plain[moves[-1].end : word.start].rstrip(" (")
    return between.endswith("จำนวน") or not (between.endswith("จาก") or _REACHED.search(between))


def _years(plain: str, words: tuple[Word, ...], position: int, named: Word, about: int | None) -> tuple[int, ...]:
    """The years that a word may belong to, the likeliest first; just one where nothing else can be meant."""
    word = words[position]
    before = [(one, year) for one in words[:position] if (year := year_of(one, about)) is not None]
    after = [year for one in words[position + 1 :] if (year := year_of(one, about)) is not None]
    before_word = plain[: word.start].rstrip(" (")
    if word.kind == w.SCORE and before_word.endswith("จาก") and about is not None:
        return tuple(dict.fromkeys([about - 1, *(year for _, year in before)]))
    if before and word.kind in {w.SCORE, w.LEVEL}:
        last, year = before[-1]
        between = [one for one in words[:position] if one.start >= last.end and one.kind == w.SCORE]
        until = word.start if last.start >= named.start else named.start
        if not between and _is_filler(plain, words, last.end, until):
            return (year,)
    own = [year for _, year in reversed(before)]
    if word.kind == w.RANK or (after and re.match(r"\s*ในปี", plain[word.end :])):
        own += after
    return tuple(dict.fromkeys([*own, *([about] if about is not None else [])]))


def _is_against_another_year(
    plain: str, words: tuple[Word, ...], position: int, years: tuple[int, ...], about: int | None
) -> bool:
    """True if a change is said against a year other than the one before."""
    following = next(iter(words[position + 1 :]), None)
    year = year_of(following, about) if following is not None else None
    if following is None or year is None:
        return False
    return bool(_COMPARED_WITH.fullmatch(plain, words[position].end, following.start)) and year + 1 not in years


def year_of(word: Word, about: int | None) -> int | None:
    """The year that a word names, where it names one."""
    if word.kind != w.YEAR:
        return None
    if word.value == w.LAST_YEAR:
        return about - 1 if about is not None else None
    return int(word.value)


def _quoted(text: str, start: int, end: int, longest: int = 160) -> str:
    """A part of the text with the parentheses that it touches, short enough for a sentence."""
    start -= text[start - 1 : start] == "("
    end += text[end : end + 1] == ")"
    quote = " ".join(text[start:end].split())
    return quote if len(quote) <= longest else f"{quote[: longest // 2]}…{quote[-longest // 2 :]}"
