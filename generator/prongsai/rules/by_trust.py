"""Rules run by how far packs are trusted: what rests on a pack alone is a note, whatever rule it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from prongsai.analysis.results import analyse_site
from prongsai.model.edition import Edition
from prongsai.model.packs import Pack, Trust
from prongsai.model.site import Site
from prongsai.problems import Problem, problem
from prongsai.rules.context import Context
from prongsai.wording import Severity, severity_of

EditionOf = Callable[[int, Trust], Edition | None]
RESTS = "rests-on-pack"


def check_by_trust(
    check: Callable[[Context], list[Problem]], context: Context, packs: dict[int, list[Pack]], edition_of: EditionOf
) -> list[Problem]:
    """All problems that a `check` by rules finds; `packs` are those of each year in use without being confirmed.

    Each is taken away to see what is found without them: that alone can be an error or a warning, and no pack can
    lift one. What is found only when packs are taken at their word becomes a note that says who entered it.
    """
    if not packs:
        return check(context)
    firm = check(_with_editions(context, Trust.CONFIRMED, edition_of))
    given = check(_with_editions(context, Trust.AS_GIVEN, edition_of))
    found_firm, found_given = {_place(one) for one in firm}, {_place(one) for one in given}
    kept = [one for one in firm if severity_of(one.code) is not Severity.NOTE or _place(one) in found_given]
    return [*kept, *(_as_note(one, packs) for one in given if _place(one) not in found_firm)]


def _with_editions(context: Context, trust: Trust, edition_of: EditionOf) -> Context:
    site: Site = context.site
    years = tuple(replace(one, edition=edition_of(one.year, trust) or one.edition) for one in site.years)
    return replace(context, results=analyse_site(replace(site, years=years)), remembered={})


def _place(one: Problem) -> tuple[str, object, int | None]:
    return one.code, one.where, one.year


def _as_note(one: Problem, packs: dict[int, list[Pack]]) -> Problem:
    """The same finding as a note that names whoever entered what it rests on."""
    own: Iterable[Pack] = packs.get(one.year or 0) or [pack for found in packs.values() for pack in found]
    names = ", ".join(dict.fromkeys(pack.agency for pack in own))
    values = {**one.values, "agencies": names, "finding": one.code}
    return replace(problem(RESTS, one.where, year=one.year, **values), fact=one.fact, also=one.also)
