"""The words of which periods consist, and a text taken apart into them."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from prongsai.thai.dates import MONTHS, full_year
from prongsai.thai.numerals import to_arabic


class Word(Enum):
    """The use of a word in a period, whatever its spelling."""

    DATE = auto()  # 1/10/2566
    MONTH_OF_YEAR = auto()  # 10/2566, or ไตรมาส 1/2566
    NUMBER = auto()
    MONTH = auto()
    ERA = auto()
    FISCAL_YEAR = auto()
    YEAR = auto()
    HALF = auto()
    QUARTER = auto()
    MONTHS = auto()
    WEEK = auto()
    WEEKDAY = auto()
    DATE_WORD = auto()
    DAY = auto()
    EVERY = auto()
    EACH = auto()
    TIMES = auto()
    AT_LEAST = auto()
    REPEAT = auto()
    PER = auto()
    SLASH = auto()
    THROUGH = auto()
    TO = auto()
    AND = auto()
    BY = auto()
    END = auto()
    BEGIN = auto()
    FIRST = auto()
    LAST = auto()
    ROUND = auto()
    ONGOING = auto()
    ONWARD = auto()
    OPEN = auto()
    CLOSE = auto()
    NOISE = auto()


_SPELLINGS: dict[Word, str] = {  # parted by bars; a blank is any number of blanks
    Word.ERA: "พ.ศ.|พ.ศ|พศ.|พศ|พ. ศ.",
    Word.FISCAL_YEAR: "ปี งบประมาณ|ปี งบฯ|ปี งบ|ปี งปม.",
    Word.YEAR: "ปี",
    Word.HALF: "ครึ่ง",
    Word.QUARTER: "ไตรมาส ที่|ไตรมาส|Q",
    Word.MONTHS: "เดือน",
    Word.WEEK: "สัปดาห์|อาทิตย์",
    Word.WEEKDAY: "|".join(
        f"{day} ที่|{day}" for day in ("วันจันทร์", "วันอังคาร", "วันพุธ", "วันพฤหัสบดี", "วันศุกร์", "วันเสาร์", "วันอาทิตย์")
    ),
    Word.DATE_WORD: "วันที่",
    Word.DAY: "วันทำการ|วัน",
    Word.EVERY: "เป็นประจำทุก ๆ|เป็นประจำทุก|ทุก ๆ|ทุก|ราย|แต่ละ",
    Word.EACH: "ละ",
    Word.TIMES: "ครั้ง",
    Word.AT_LEAST: "อย่างน้อย|ไม่น้อยกว่า|ไม่ต่ำกว่า",
    Word.REPEAT: "ๆ",
    Word.PER: "ต่อ",
    Word.SLASH: "/",
    Word.THROUGH: "ตลอดทั้ง|ตลอดระยะเวลา|ตลอด|ทั้ง|เต็ม",
    Word.TO: "ไปจนถึง|เรื่อยไปจนถึง|จนถึง|ถึง|-|~",
    Word.AND: "และ|กับ|,|;|&",
    Word.BY: "ให้แล้วเสร็จภายใน|แล้วเสร็จภายใน|เสร็จสิ้นภายใน|ภายในไม่เกิน|ภายใน|ไม่เกิน|ก่อน|ให้แล้วเสร็จใน"
    "|แล้วเสร็จใน|ให้แล้วเสร็จ|แล้วเสร็จ|อย่างช้า",
    Word.END: "สิ้นสุด|สิ้น|ปลาย",
    Word.BEGIN: "ต้น",
    Word.FIRST: "แรก",
    Word.LAST: "หลัง|สุดท้าย",
    Word.ROUND: "รอบระยะเวลา|รอบ",
    Word.ONGOING: "อย่างต่อเนื่องและสม่ำเสมอ|อย่างต่อเนื่องสม่ำเสมอ|อย่างต่อเนื่อง|โดยต่อเนื่อง|ต่อเนื่อง"
    "|เป็นประจำสม่ำเสมอ|อย่างสม่ำเสมอ|สม่ำเสมอ|เป็นประจำ|ตลอดเวลา|ตลอดไป",
    Word.ONWARD: "เป็นต้นไป|ขึ้นไป|เรื่อยไป",
    Word.OPEN: "(|[",
    Word.CLOSE: ")|]",
    Word.NOISE: "ระยะเวลาในการดำเนินการ|ระยะเวลาดำเนินการ|ระยะเวลา|ดำเนินการ"
    "|ดำเนินงาน|กำหนด|ช่วงเวลา|ระหว่าง|ช่วง|ตั้งแต่|เริ่ม|เป็นเวลา|ประจำ|จำนวน"
    "|ของ|ใน|ณ|โดย|เวลา|:",
}
_NUMBER_WORDS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ", "สิบเอ็ด", "สิบสอง")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_LONGEST = 200  # characters; what is longer is prose, of which nothing is guessed
_MOST_DIGITS = 4


class Token(NamedTuple):
    """A word of a text with the number that it names, a second where it has two, and its place."""

    word: Word
    start: int
    end: int
    number: int = 0
    year: str = ""
    day: int = 0


def _alternatives(spellings: str) -> list[str]:
    return [r"\s*".join(map(re.escape, spelling.split(" "))) for spelling in spellings.split("|")]


def _short_month(short: str) -> str:
    """A short name with or without its dots, and with blanks behind these."""
    return r"\.?\s?".join(re.escape(letter) for letter in short.rstrip(".").split(".")) + r"\.?"


_MONTH_FORMS = {number: (re.escape(name), _short_month(short)) for number, (name, short) in enumerate(MONTHS, 1)}


def _pattern() -> re.Pattern[str]:
    months = "|".join(f"(?P<m{number}>{'|'.join(forms)})" for number, forms in _MONTH_FORMS.items())
    counted = sorted(_NUMBER_WORDS[1:], key=len, reverse=True)
    words = [(spelling, word) for word, spellings in _SPELLINGS.items() for spelling in _alternatives(spellings)]
    words.sort(key=lambda one: len(one[0]), reverse=True)
    groups = "|".join(f"(?P<w{number}>{spelling})" for number, (spelling, _) in enumerate(words))
    _WORD_OF.update({f"w{number}": word for number, (_, word) in enumerate(words)})
    return re.compile(
        r"\s*(?:(?P<date>(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4}|[0-9]{2})(?![0-9/]))"
        r"|(?P<iso>(?P<iso_year>[0-9]{4})-(?P<iso_month>[0-9]{1,2})-(?P<iso_day>[0-9]{1,2})(?![0-9]))"
        r"|(?P<of_year>(?P<nth>[0-9]{1,2})\s*/\s*(?P<its_year>[0-9]{4}|[0-9]{2})(?![0-9/]))"
        rf"|(?P<number>[0-9]+)|(?P<counted>{'|'.join(counted)})|{groups}|{months})\s*"
    )


_WORD_OF: dict[str, Word] = {}
_TOKEN = _pattern()


def tokens_of(text: str) -> tuple[Token, ...] | None:
    """The words of a text without those that add nothing; None where anything else is in it."""
    plain = _DASHES.sub("-", to_arabic(text))
    found: list[Token] = []
    at = 0
    while at < len(plain) and len(plain) <= _LONGEST:
        match = _TOKEN.match(plain, at)
        if match is None:
            return None
        token = _token(match)
        if token is None:
            return None
        if token.word is not Word.NOISE:
            found.append(token)
        at = match.end()
    return tuple(found) if at == len(plain) else None


def _token(match: re.Match[str]) -> Token | None:
    name, place = str(match.lastgroup), (match.start(), match.end())
    groups = {key: text for key, text in match.groupdict().items() if text is not None}
    if day := _slashed(groups):
        return Token(Word.DATE, *place, int(day[1]), day[2], int(day[0]))
    if "of_year" in groups:
        return Token(Word.MONTH_OF_YEAR, *place, int(groups["nth"]), groups["its_year"])
    if "number" in groups:
        digits = groups["number"]
        return Token(Word.NUMBER, *place, int(digits), digits) if len(digits) <= _MOST_DIGITS else None
    if "counted" in groups:
        return Token(Word.NUMBER, *place, _NUMBER_WORDS.index(groups["counted"]))
    if name in _WORD_OF:
        return Token(_WORD_OF[name], *place)
    return Token(Word.MONTH, *place, int(name[1:]))


def _slashed(groups: dict[str, str]) -> tuple[str, str, str] | None:
    """Day, month and year of a date in figures."""
    for names in (("day", "month", "year"), ("iso_day", "iso_month", "iso_year")):
        if names[0] in groups:
            return groups[names[0]], groups[names[1]], groups[names[2]]
    return None


class Words:
    """The words of a text from a place on; what reads them moves the place, or leaves it where nothing fits."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.at = 0

    def take(self, *words: Word) -> Token | None:
        """The next word, if it is one of these."""
        if self.at < len(self.tokens) and self.tokens[self.at].word in words:
            self.at += 1
            return self.tokens[self.at - 1]
        return None

    def sees(self, *words: Word, ahead: int = 0) -> bool:
        """True if the next word, or one further `ahead`, is one of these."""
        at = self.at + ahead
        return at < len(self.tokens) and self.tokens[at].word in words

    def number(self, lowest: int, highest: int) -> int:
        """The next number, if it is between these; else 0."""
        if self.sees(Word.NUMBER) and lowest <= self.tokens[self.at].number <= highest:
            self.at += 1
            return self.tokens[self.at - 1].number
        return 0

    def year(self, *, is_called: bool = False) -> int:
        """The next year with what it is called, else 0; one of two digits must be of the assessment's time."""
        start = self.at
        while self.take(Word.ERA):
            is_called = True
        token = self.take(Word.NUMBER)
        year = full_year(token.year) if token and (is_called or len(token.year) == len("2566")) else None
        if year is None:
            self.at = start
        return year or 0
