"""Rules on what cannot be checked: it is said once, and what needs no verified rule is checked all the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prongsai.analysis.checkable import Reach, is_half_known, reach_of_checks
from prongsai.model.edition import NACC
from prongsai.model.stated import known
from prongsai.problems import Problem, Where, problem
from prongsai.rules.answered import items_with_answer
from prongsai.rules.context import Context
from prongsai.rules.naming import listed
from prongsai.wording.terms import ALWAYS, CHECKS, KEYS

_BASE = "2567"  # the newest year whose weights and levels are verified
_RESULT = {"total", "level", "instruments", "indicators"}  # what an earlier year can stand in for, if so announced


def year_half_known(context: Context) -> Iterator[Problem]:
    """Checks that a year cannot have for want of verified rules are reported once, with those it can have.

    Limit: a year without any edition is reported when it is loaded.
    """
    for result in context.years():
        year = result.year
        reach = reach_of_checks(year)
        if not is_half_known(year) or not year.edition.where().file:
            continue
        stated: Mapping[Reach, list[str]] = {way: [key for key in reach if reach[key] is way] for way in Reach}
        unchecked = [key for key in reach if reach[key] in {Reach.NONE, Reach.BOUND}]
        values = {
            "unchecked": _named(stated[Reach.NONE]),
            "bounded": _named(stated[Reach.BOUND]),
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


def main_website_not_entered(context: Context) -> Iterator[Problem]:
    """The check of links outside the agency's website is off while that website is not known; said once."""
    agency = context.site.agency
    if known(agency.main_website) is not None or not agency.is_whole("main_website"):
        return
    years = [one.year.year for one in items_with_answer(context) if any(known(link.url) for link in one.links)]
    if years and context.can_read("site_config/agency.yml"):
        yield problem("main-website-not-entered", agency.where("main_website"), year=max(years))


RULES = (year_half_known, main_website_not_entered)
