"""The fiscal years that a text names: in Thai and Arabic digits, of the Buddhist and the Common Era."""

from __future__ import annotations

import re
from dataclasses import dataclass

from prongsai.thai.dates import BUDDHIST_ERA, MONTHS, full_year


@dataclass(frozen=True)
class Named:
    """The years (Buddhist Era) of a text: `fiscal` are called so, `any` may be meant as one, and hold the first."""

    fiscal: frozenset[int]
    any: frozenset[int]


def _spaced(word: str) -> str:
    """A word as texts drawn from PDF have it: white space may be between any two letters."""
    return r"\s*".join(re.escape(letter) for letter in word)


_ERA = rf"\(?\s*(?:{_spaced('พ.ศ')}\s*\.?|{_spaced('พศ')}\.?|(?P<common>{_spaced('ค.ศ')}\s*\.?))?\s*\)?\s*"
_AMOUNT = r"(?![0-9]|[.,][0-9]|\s*(?:บาท|ล้าน|พัน|หมื่น|แสน|โครงการ|ราย|%))"
_YEAR = rf"(?:24|25|26|19|20)[0-9]{{2}}{_AMOUNT}"
_SHORT = re.compile(rf"{_spaced('ปีงบประมาณ')}\s*(?:พ\.?\s*ศ\.?\s*)?(?P<year>(?:5[6-9]|[6-9][0-9]){_AMOUNT}(?!/))")
_MORE = rf"(?P<more>(?:\s*(?:,|/|-|\u2013|และ|กับ|ถึง)\s*(?:{_ERA.replace('(?P<common>', '(?:')})?{_YEAR})*)"
# "งบประมาณ" alone is enough: the vowel of "ปี" is what extraction loses most often.
_CALLED = re.compile(
    rf"(?:{_spaced('งบประมาณ')}|{_spaced('ประจำปี')}|{_spaced('ประจําปี')}|fiscal\s+year|\bFY)\s*{_ERA}"
    rf"(?P<year>{_YEAR}){_MORE}",
    re.IGNORECASE,
)
_MONTH = "|".join(re.escape(form) for name, short in MONTHS for form in (name, short))
_DATE = re.compile(rf"(?:{_MONTH}|/\s*[0-9]{{1,2}}\s*/|-[0-9]{{1,2}}-)\s*{_ERA}{_YEAR}")
_FULL_PERIOD = re.compile(
    rf"(?:1\s*)?(?:ตุลาคม|ต\.ค\.)\s*{_ERA}{_YEAR}.{{0,20}}?(?:30\s*)?(?:กันยายน|ก\.ย\.)\s*(?:พ\.?\s*ศ\.?)?\s*(?P<last>{_YEAR})"
)
_ANY = re.compile(rf"(?<![0-9.,])(?P<year>{_YEAR})(?P<more>(?:\s*(?:-|\u2013|ถึง)\s*{_YEAR})?)")
_RANGE = re.compile(rf"({_YEAR})\s*(?:-|\u2013|{_spaced('ถึง')})\s*({_YEAR})")
_LONGEST_RANGE = 20
_DIGITS = re.compile("[0-9๐-๙]+")
_NEAR = 80  # characters around digits that can belong to them; most of a text need not be looked at
_GAP = " | "
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ue000-\uf8ff\ufeff]")
_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")  # long texts are not worth the memory of the usual function


def find_years(text: str) -> Named:
    """The years that a text names; a year inside a date names no fiscal year."""
    plain = _plain(text)
    fiscal: set[int] = set()
    for found in _CALLED.finditer(plain):
        fiscal |= _years_in(found["year"] + found["more"])
    loose = {year for found in _FULL_PERIOD.finditer(plain) for year in _years_in(found["last"])}
    # Two digits may be a year or a number of anything: they excuse, but never accuse.
    loose |= {year for found in _SHORT.finditer(plain) for year in _years_in(found["year"])}
    for found in _ANY.finditer(_DATE.sub(" ", plain)):
        loose |= _years_in(found.group())
    return Named(frozenset(fiscal), frozenset(fiscal | loose))


def _plain(text: str) -> str:
    """The text near digits: with Arabic ones, without invisible letters and the private ones of some Thai fonts."""
    pieces: list[list[int]] = []
    for found in _DIGITS.finditer(text):
        begin, end = max(0, found.start() - _NEAR), found.end() + _NEAR
        if pieces and begin <= pieces[-1][1]:
            pieces[-1][1] = end
        else:
            pieces.append([begin, end])
    return _INVISIBLE.sub("", _GAP.join(text[begin:end] for begin, end in pieces)).translate(_ARABIC)


def _years_in(text: str) -> set[int]:
    years = {year for one in re.findall(r"[0-9]+", text) if (year := _buddhist(one)) is not None}
    for first, last in _RANGE.findall(text):
        begin, end = _buddhist(first), _buddhist(last)
        if begin is not None and end is not None and 0 < end - begin <= _LONGEST_RANGE:
            years |= set(range(begin, end + 1))
    return years


def _buddhist(digits: str) -> int | None:
    if len(digits) == 4 and digits.startswith(("19", "20")):
        return int(digits) + BUDDHIST_ERA
    return full_year(digits)
