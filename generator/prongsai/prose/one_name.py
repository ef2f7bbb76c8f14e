"""A rule on names: one indicator, sub-indicator or measure has one name on a site, or its names are said together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from prongsai.model.edition import Edition
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.problems import Fact, Problem, Where, problem
from prongsai.prose.passages import written_texts
from prongsai.rules.context import Context, year_by_year
from prongsai.rules.identity import names_printed
from prongsai.rules.naming import verified
from prongsai.thai.numerals import to_arabic

_LINE = re.compile(r"\s*ตัวชี้วัด(?:ย่อย)?ที่\s*([0-9]{1,2}(?:\.[0-9])?)\s+([^\s0-9()“”:]{5,70})\s*")
_SENTENCE = re.compile(r"ได้|คะแนน|เพิ่มขึ้น|ลดลง|สูง|ต่ำ|ร้อยละ|ควร|และ$")
_BEFORE_NUMBER = re.compile(r"(?:ตัวชี้วัด(?:ย่อย)?ที่)?\s*[0-9.]+[.)]?\s*")
_WORDS = {"indicators": "ตัวชี้วัดที่", "subindicators": "ตัวชี้วัดย่อยที่"}


@dataclass
class _Named:
    """The spellings of one thing, by their letters alone: as first written, with their places."""

    first: dict[str, str] = field(default_factory=dict)
    places: dict[str, list[Where]] = field(default_factory=dict)

    def add(self, name: str, where: Where | None) -> None:
        plain = _plain(name)
        if plain:
            self.first.setdefault(plain, " ".join(name.split()))
            self.places.setdefault(plain, []).extend([where] if where else [])

    def problem(self, what: str, year: int) -> Problem | None:
        """The problem with all spellings, if there are several of which one at least is in the data."""
        at = sorted({place for places in self.places.values() for place in places})
        if len(self.first) < 2 or not at:
            return None
        names = " และ ".join(f"“{name}”" for name in self.first.values())
        told = problem("name-varies", at[0], year=year, what=what, names=names)
        return told.about(Fact("one-name", year, (what,)), at[1:])


def _plain(name: str) -> str:
    return "".join(to_arabic(name).split()).casefold()


@year_by_year
def indicator_name_varies(context: Context) -> Iterator[Problem]:
    """An indicator or sub-indicator has one name in the documents of a year and on the pages made of them.

    A printed name is compared with the others of its number, and with the one that pages have from the rules of the
    year. Limits: names kept with scores and points, and texts that are nothing but a number and a name; a name that
    other rules report as wrong, or as that of another number, is left to them.
    """
    for result in context.years():
        edition, found = result.year.edition, dict[tuple[str, str], _Named]()
        for group, number, name, where, is_kept in _printed(result.year):
            own = getattr(edition, group).get(number)
            if own is None or _is_reported(edition, (group, number), name, is_kept=is_kept):
                continue
            named = found.setdefault((group, number), _Named())
            named.add(name, where)
            if _plain(name) not in map(_plain, (own.name, *own.aliases)):  # pages have the name of the rules
                named.add(own.name, None)
        for (group, number), named in found.items():
            told = named.problem(f"{_WORDS[group]} {number}", result.year.year)
            if told is not None:
                yield told


def _printed(year: FiscalYear) -> Iterator[tuple[str, str, str, Where, bool]]:
    """The names of a year; the last value is True for one that is kept with scores or points."""
    for group, number, name, where in names_printed(year):
        yield group, number, _BEFORE_NUMBER.sub("", to_arabic(name), count=1), where, True
    for text, where in written_texts(year):
        found = _LINE.fullmatch(to_arabic(text))
        if found and not _SENTENCE.search(found[2]):
            yield "subindicators" if "." in found[1] else "indicators", found[1], found[2], where, False


def _is_reported(edition: Edition, named: tuple[str, str], name: str, *, is_kept: bool) -> bool:
    """True if the rules on names of indicators report this one: the name of another, or one kept and not verified."""
    plain = _plain(name)
    for kind in _WORDS:
        for key, one in getattr(edition, kind).items():
            is_own = (kind, key) == named
            names = {*map(_plain, (one.name, *one.aliases))}
            if (plain in names) != is_own and (not is_own or (is_kept and verified(edition, one.names_by))):
                return True
    return False


def measure_name_varies(context: Context) -> Iterator[Problem]:
    """A report on a measure calls it as its measures do; blanks and the form of digits make no difference.

    Limit: only a title that begins and ends much as that of its measure; another one may be a part of the measure.
    """
    for result in context.years():
        year = result.year
        measures = {one.id: one for one in year.listed_measures}
        for report in year.reports:
            measure, title = measures.get(report.measure or ""), known(report.title)
            name = known(measure.title) if measure else None
            if measure is None or title is None or name is None or not _are_alike(name, title):
                continue
            named = _Named()
            named.add(_BEFORE_NUMBER.sub("", to_arabic(name), count=1), measure.where("title"))
            named.add(_BEFORE_NUMBER.sub("", to_arabic(title), count=1), report.where("title"))
            told = named.problem(f"มาตรการ {measure.id}", year.year)
            if told is not None:
                yield told


def _are_alike(first: str, other: str) -> bool:
    """True if seven of ten letters of the longer name are at the beginning or the end of both."""
    one, two = sorted((_plain(first), _plain(other)), key=len)
    start = next((at for at, letter in enumerate(one) if letter != two[at]), len(one))
    end = next((at for at, letter in enumerate(reversed(one[start:])) if letter != two[-1 - at]), len(one) - start)
    return (start + end) * 10 >= len(two) * 7


RULES = (indicator_name_varies, measure_name_varies)
