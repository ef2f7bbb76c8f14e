"""Which one cause a lost address has: the year or the file of a year that is gone, and with it all that came of it."""

from __future__ import annotations

import re
from collections.abc import Collection

from prongsai.ledger.find_renames import is_hand_made
from prongsai.ledger.rows import Row

_YEAR = re.compile(r"/(?:[a-z]+/)?([0-9]{4})(?:[/.].*)?|/[^#]*#y([0-9]{4})")
# Gone by an entry of their own, or with the page that they show.
_OF_ITS_OWN = re.compile(r"/[0-9]{4}/measures/[^/#]+/|/units/[^/#]+/|/share/[0-9]{4}/.*")
# What the register, the questions or another file of a year gives elsewhere on the site.
_SECTIONS = (
    (re.compile(r"/links/.*|/data/[0-9]{4}/(?:links|oit)\.[a-z]+"), "oit"),
    (re.compile(r"/questions/.*|.*#past-questions"), "questions"),
    (re.compile(r"/data/[0-9]{4}/scores\.json|/indicators/.*"), "scores"),
    (re.compile(r"/measures/.*"), "measures"),
    (re.compile(r"/documents/[0-9]{4}/([a-z-]+)\.[a-z]+"), r"\1"),
)
# What stands on the page of a section for another reason is no sign that its file was there.
_SIGNS = tuple(
    map(
        re.compile,
        (
            r"/links/(?P<year>\d{4})/.*",
            r"/data/(?P<year>\d{4})/links\..*",
            r"/(?P<year>\d{4})/(?P<section>oit)/#(?:items|readiness)",
            r"/(?P<year>\d{4})/(?P<section>scores)/#(?!comparison|questions).*",
            r"/(?P<year>\d{4})/(?P<section>analysis)/#(?!zero-items).*",
            r"/(?P<year>\d{4})/(?P<section>follow-up)/#(?!by-unit|timeline).*",
            r"/(?P<year>\d{4})/(?P<section>measures|memo|questions)/.*",
        ),
    )
)


def find_causes(lost: Collection[Row], years: Collection[str], gaps: Collection[str]) -> tuple[str, ...]:
    """What is gone, by path: whole `years` (`/2564/`), and of the `gaps` (`/2567/oit/`) those that lose their own.

    Where a whole year is gone, parts of pages that stay are no sign of another file: they may have spoken of it.
    """
    signs = {_sign_of(row.path) for row in lost if not (years and row.fragment)}
    return tuple(sorted({*years, *(gap for gap in gaps if gap in signs and f"/{gap[1:5]}/" not in years)}))


def _sign_of(path: str) -> str:
    """The section whose file alone gives an address, and so was there once; empty where others may give it."""
    found = next((match for form in _SIGNS if (match := form.fullmatch(path))), None)
    return f"/{found['year']}/{found.groupdict().get('section') or 'oit'}/" if found else ""


def cause_of(row: Row, causes: Collection[str]) -> str:
    """The cause of a lost address, empty where none is plain.

    It lies below its cause or is of the same year. What stands on pages that stay, or across the years, goes with the
    cause that gives such things, or else with the first: everything else is still there.
    """
    if below := next((one for one in causes if row.path.startswith(one)), ""):
        return below
    if _OF_ITS_OWN.fullmatch(row.path) or is_hand_made(row.path):
        return ""
    year = _year_of(row)
    of_year = [one for one in causes if one[1:5] == year]
    return _fitting(row, of_year or (causes if row.fragment or not year else ()))


def _fitting(row: Row, causes: Collection[str]) -> str:
    section = _section_of(row).rpartition("/")[0].rpartition("/")[2]
    return next((one for one in causes if section and one.endswith(f"/{section}/")), next(iter(causes), ""))


def _year_of(row: Row) -> str:
    found = _YEAR.fullmatch(row.path)
    return next(filter(None, found.groups()), "") if found else ""


def _section_of(row: Row) -> str:
    """The section of a year (`/2567/oit/`) whose file gives an address that stands elsewhere; empty where none does."""
    section = next((found.expand(name) for form, name in _SECTIONS if (found := form.fullmatch(row.path))), "")
    return f"/{_year_of(row)}/{section}/" if section else ""
