"""Rules on what cannot be checked: it is said once, and what needs no verified rule is checked all the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from prongsai.analysis.checkable import Reach, reach_of_checks
from prongsai.analysis.interval import half_of_last_place, total_interval
from prongsai.model.edition import NACC, Edition
from prongsai.model.scores import Figure, Scores
from prongsai.model.stated import known
from prongsai.problems import Problem, Where, problem
from prongsai.rules.answered import items_with_answer
from prongsai.rules.context import Context
from prongsai.rules.naming import listed
from prongsai.thai.numerals import two_decimals
from prongsai.wording.terms import ALWAYS, CHECKS, KEYS

_BASE = "2567"  # the newest year whose weights and levels are verified
_RESULT = {"total", "level", "instruments", "indicators"}  # what an earlier year can stand in for, if so announced
_ALL_TOOLS = 3  # no year is known with more instruments


def year_half_known(context: Context) -> Iterator[Problem]:
    """Checks that a year cannot have for want of verified rules are reported once, with those it can have.

    Limit: a year without any edition is reported when it is loaded.
    """
    for result in context.years():
        year = result.year
        reach = reach_of_checks(year)
        if Reach.NONE not in reach.values() or not year.edition.where().file:
            continue
        stated: Mapping[Reach, list[str]] = {way: [key for key in reach if reach[key] is way] for way in Reach}
        unchecked = stated[Reach.NONE]
        values = {
            "unchecked": _named(unchecked),
            "partly": _named(stated[Reach.PART]),
            "checked": _named(stated[Reach.WHOLE], ALWAYS),
            "base": _BASE if year.edition.scheme == NACC and not _RESULT.isdisjoint(unchecked) else "",
            "keys": listed(list(dict.fromkeys(name for key in unchecked for name in KEYS[key]))),
        }
        record = year.register or year.scores  # the register comes first in a year
        where = record.where("fiscal_year") if record is not None else Where("")
        yield problem("year-half-known", where, year=year.year, of_year=year.year, **values)


def _named(keys: list[str], *further: str) -> str:
    names = [*(CHECKS[key][0] for key in keys), *further]
    return listed(names) if names else ""


def total_beyond_figures(context: Context) -> Iterator[Problem]:
    """No weighting gives a total above the largest or below the smallest of the figures that it is made of.

    Limits: only where all instruments, or all indicators of the edition, are stated; the interval of the verified
    weights says more, and where it can be known this rule is silent.
    """
    for result, scores in context.with_scores():
        edition, total = result.year.edition, known(scores.total.value)
        if total is None or total_interval(scores, result.computed, edition) is not None:
            continue
        for what, figures in _all_of(scores, edition):
            low, high = min(figures), max(figures)
            doubt = half_of_last_place(total) + max(map(half_of_last_place, figures))
            if not Fraction(low) - doubt <= Fraction(total) <= Fraction(high) + doubt:
                values = {"what": what, "lowest": two_decimals(low), "highest": two_decimals(high)}
                weighted = what if abs(Fraction(sum(figures) - total)) <= doubt * len(figures) else ""
                where, published = scores.where("total"), two_decimals(total)
                yield problem(
                    "total-beyond-figures",
                    where,
                    year=result.year.year,
                    published=published,
                    weighted=weighted,
                    **values,
                )
                break


def _all_of(scores: Scores, edition: Edition) -> Iterator[tuple[str, list[Decimal]]]:
    """The figures of a kind, where none is missing."""
    tools, numbers = _values(scores.instruments), _values(scores.indicators)
    is_all = edition.knows_all_instruments or len(tools) >= _ALL_TOOLS
    if scores.is_whole("instruments") and is_all and tools and tools.keys() >= edition.instruments.keys():
        yield "เครื่องมือ", list(tools.values())
    if scores.is_whole("indicators") and edition.indicators and numbers.keys() >= edition.indicators.keys():
        yield "ตัวชี้วัด", list(numbers.values())


def _values(figures: Mapping[str, Figure]) -> dict[str, Decimal]:
    return {key: value for key, figure in figures.items() if (value := known(figure.value)) is not None}


def main_website_not_entered(context: Context) -> Iterator[Problem]:
    """The check of links outside the agency's website is off while that website is not known; said once."""
    agency = context.site.agency
    if known(agency.main_website) is not None or not agency.is_whole("main_website"):
        return
    years = [one.year.year for one in items_with_answer(context) if any(known(link.url) for link in one.links)]
    if years and context.can_read("site_config/agency.yml"):
        yield problem("main-website-not-entered", agency.where("main_website"), year=max(years))


RULES = (year_half_known, total_beyond_figures, main_website_not_entered)
