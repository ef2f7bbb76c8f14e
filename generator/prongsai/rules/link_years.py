"""Years in links: those that title, file name, fragment and query name, and those of the folders of an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote, urlsplit

from prongsai.model.oit import AnswerLink
from prongsai.model.stated import known
from prongsai.rules.answered import target
from prongsai.thai.dates import BUDDHIST_ERA, MONTHS
from prongsai.thai.numerals import to_arabic

_Y = r"(?<![0-9])(?<![0-9][.,])2[56][0-9]{2}(?![0-9])(?![.,][0-9])"
_ERA = r"(?:พ\.?\s?ศ\.?\s*)?"
_RANGE = re.compile(rf"({_Y})\s*(?:-|–|_|ถึง|/)\s*{_ERA}((?:25|26)?[0-9]{{2}})(?![0-9])(?![-_./][0-9])")
_MONTH = "|".join(sorted((re.escape(form) for names in MONTHS for form in names), key=len, reverse=True))
# A day, a month, an order number or the name of a law: years that say nothing of the fiscal year of the data.
_OTHER = re.compile(
    rf"(?:{_MONTH})\s*{_ERA}{_Y}|{_Y}[-_.][0-9]{{1,2}}[-_.][0-9]{{1,2}}(?![0-9])|[0-9]+[-_./]{_Y}"
    rf"|(?<!ปี)(?<!ปี\s)(?<!ปีงบประมาณ)(?<!ปีงบประมาณ\s)พ\.?\s?ศ\.?\s*{_Y}"
)
_SINGLE = re.compile(_Y)
_COMMON = re.compile(r"(?<![0-9])(?<![0-9][-_./,])20[0-9]{2}(?![0-9])(?![-_./,][0-9])")  # no part of a day or a number
_BEFORE, _AFTER = 10, 5  # years around the required one; a number further away is no year of the data

_YEAR = re.compile(r"2[56][0-9]{2}|20[0-9]{2}")
_YEAR_NAMES = re.compile(
    r"(?:.*[_.-])?(?:y|yr|years?|fy|fiscal(?:_?year)?|budget_?year|year_?th|thai_?year|ปี|ปีงบ|ปีงบประมาณ)", re.IGNORECASE
)
_MONTH_FOLDER = re.compile(r"0?[1-9]|1[0-2]")
_UPLOADS = re.compile(r"uploads?|files?|images?|img|media|attachments?|documents?|docs?|storage|assets", re.IGNORECASE)
# A folder with one of these is named after the year of its content; theme2020 is named after the age of a website.
_OF_CONTENT = re.compile(r"ita|oit|fy|year|budget|plan|report|procure|annual|ปี|งบ|แผน|รายงาน|ผล", re.IGNORECASE)
# A number behind one of these words counts contents, and is no year.
_COUNTING = re.compile(
    r"news|nodes?|views?|details?|articles?|contents?|posts?|p|id|show|read|topics?|pages?|items?|archives?|category"
    r"|download|d|board|webboard|blog|activity|announce(?:ment)?s?|index\.php",
    re.IGNORECASE,
)


def name_in_link(link: AnswerLink) -> str:
    """The name of a link: its title, the name of the file, the place in it and the year that it asks for."""
    return " ".join(filter(None, (link.title, *_in_name(link), *_asked(link))))


def _in_name(link: AnswerLink) -> Iterator[str]:
    """The name of the file and the fragment of an address of the web or of a file."""
    parts = urlsplit(target(link))
    name = unquote(parts.path.rpartition("/")[2])
    if link.page is None:
        yield from (name if "." in name else "", unquote(parts.fragment))


def _asked(link: AnswerLink) -> Iterator[str]:
    """The parts of the query that are called a year."""
    yield from (f"{name}={text}" for name, text in _query(link) if _is_year_part(name, text))


def _query(link: AnswerLink) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(known(link.url) or "").query)


def _is_year_part(name: str, text: str) -> bool:
    return _YEAR_NAMES.fullmatch(name) is not None and _YEAR.fullmatch(to_arabic(text.strip())) is not None


def named_years(link: AnswerLink, expected: int, assessed: int) -> set[int]:
    """The years that a link names, as far as they can be years of the data (Buddhist Era).

    A query that asks for the year `assessed` may mean the assessment, and names no year where the data is of another.
    """
    parts = urlsplit(target(link))
    named = years_in(" ".join((link.title or "", *_in_name(link))), expected)
    named |= years_in(_in_buddhist_era(unquote(parts.fragment)), expected) if link.page is None else set()
    asked = {year for text in _asked(link) for year in years_in(_in_buddhist_era(text), expected)}
    return named | (asked if assessed == expected else asked - {assessed})


def years_in(written: str, expected: int) -> set[int]:
    """The years in a text that can be fiscal years of the data, near the one that is asked for."""
    text, years = to_arabic(written), set[int]()
    for first, last in _RANGE.findall(text):
        years |= set(range(int(first), int(last if len(last) > 2 else first[:2] + last) + 1))
    years |= {int(year) for year in _SINGLE.findall(_OTHER.sub(" ", text))}
    return {year for year in years if expected - _BEFORE <= year <= expected + _AFTER}


def _in_buddhist_era(text: str) -> str:
    """A text with the years of the Common Era as those of the Buddhist Era; days and numbers stay."""
    return _COMMON.sub(lambda found: str(int(found[0]) + BUDDHIST_ERA), to_arabic(text))


def folder_years(link: AnswerLink, expected: int) -> tuple[set[int], set[int]]:
    """The years that the folders and the query of an address name, and those that are of the day of uploading.

    A year among uploads or before a month is of such a day; a number behind a word for contents is no year at all.
    """
    named, uploaded = set[int](), set[int]()
    folders = _folders(link)
    for place, folder in enumerate(folders):
        before, after = folders[place - 1] if place else "", folders[place + 1] if place + 1 < len(folders) else ""
        is_year = _YEAR.fullmatch(folder) is not None
        if is_year and _COUNTING.fullmatch(before):
            continue
        is_named = is_year or _OF_CONTENT.search(folder) is not None
        is_of_day = is_year and (_UPLOADS.fullmatch(before) or _MONTH_FOLDER.fullmatch(after))
        (uploaded if is_of_day else named).update(years_in(_in_buddhist_era(folder) if is_named else folder, expected))
    for name, text in _query(link):
        if not text.isdigit() or _is_year_part(name, text):
            named |= years_in(_in_buddhist_era(text), expected)
    return named, uploaded


def _folders(link: AnswerLink) -> list[str]:
    """The parts of the path of an address but for the name of a file, with Arabic digits."""
    *folders, last = unquote(urlsplit(known(link.url) or "").path).split("/")
    return [to_arabic(one.strip()) for one in (*folders, *(() if "." in last else (last,))) if one]
