"""The facts known of a fiscal year before its files are filled in, gathered from all years of a site."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.forms.carried import Earlier
from prongsai.forms.year_files import KnownOfYear
from prongsai.loading.load_editions import EditionLibrary
from prongsai.loading.load_site import Loaded
from prongsai.loading.stray_files import DATA
from prongsai.model.edition import Edition
from prongsai.model.known_parts import states_answers
from prongsai.model.site import FiscalYear

FARTHEST = 10  # years that the nearest rules may be away


def gather_known(loaded: Loaded, year: int, weak_points: tuple[str, ...]) -> KnownOfYear:
    """The facts known of a fiscal year (Buddhist Era), with the lines on the weak points of the result before it."""
    begun, before = loaded.site.year(year), loaded.site.year(year - 1)
    has_result = before is not None and (before.scores is not None or before.analysis is not None)
    edition, earlier = edition_of(loaded, year), _earlier(loaded, year)
    # Items of another scheme are only read in years whose rules name them.
    is_lent = earlier is None or earlier.edition.scheme == edition.scheme
    return KnownOfYear(
        year,
        edition,
        begun.listed_measures if begun else (),
        earlier,
        {"from_fiscal_year": str(year - 1)} if has_result else {},  # a result is answered by the year after it
        nearest_edition(loaded.editions, edition) if is_lent else None,
        weak_points,
    )


def edition_of(loaded: Loaded, year: int) -> Edition:
    """The edition of a year; where there is none, one that knows nothing but what near years offer."""
    return loaded.editions.rules(year)


def nearest_edition(editions: EditionLibrary, edition: Edition) -> Edition | None:
    """The newest edition before one, of the same scheme, that has items."""
    years = range(edition.fiscal_year - 1, edition.fiscal_year - 1 - FARTHEST, -1)
    found = (editions.edition(year) for year in years)
    return next((one for one in found if one and one.items and one.scheme == edition.scheme), None)


def answers_of(year: int) -> str:
    """The file of the answers of a year."""
    return f"{DATA}/{year}/oit.yml"


def years_before(loaded: Loaded, year: int) -> Iterator[FiscalYear]:
    """The years before a year, the newest first, with answers, or of whose answers something could not be read."""
    for one in reversed(loaded.site.years):
        register = one.register
        is_told = register is not None and (states_answers(register) or bool(register.waiting))
        if one.year < year and (is_told or answers_of(one.year) in loaded.incomplete):
            yield one


def _earlier(loaded: Loaded, year: int) -> Earlier | None:
    """The answers of the newest year before, and as long as all of those only wait there, of the years before it."""
    newest = next(years_before(loaded, year), None)
    if newest is None or newest.register is None:
        return None
    older = None if states_answers(newest.register) else _earlier(loaded, newest.year)
    return Earlier(newest.year, newest.edition, newest.register, loaded.editions.edition, older)
