"""Which one cause a lost address has: the year or the file of a year that is gone, and with it all that came of it."""

from __future__ import annotations

import re
from collections.abc import Collection

from prongsai.addresses import Subject, file_of, subject_of
from prongsai.ledger.find_renames import is_hand_made
from prongsai.ledger.rows import Row

# Gone by an entry of their own, or with the page that they show.
_OF_ITS_OWN = {"measure", "unit", "measure-picture"}
# What stands on the page of a section for another reason is no sign that its file was there.
_SIGNS = {
    **dict.fromkeys(("year-links", "links-data", "measures", "measure", "memo", "questions"), ".*"),
    "oit": "#(?:items|readiness)",
    "scores": "#(?!comparison|questions).*",
    "analysis": "#(?!zero-items).*",
    "follow-up": "#(?!by-unit|timeline).*",
}


def find_causes(lost: Collection[Row], years: Collection[str], gaps: Collection[str]) -> tuple[str, ...]:
    """What is gone, by path: whole `years` (`/2564/`), and of the `gaps` (`/2567/oit/`) those that lose their own.

    Where a whole year is gone, parts of pages that stay are no sign of another file: they may have spoken of it.
    """
    signs = {_sign_of(row.path) for row in lost if not (years and row.fragment)}
    return tuple(sorted({*years, *(gap for gap in gaps if gap in signs and f"/{gap[1:5]}/" not in years)}))


def _sign_of(path: str) -> str:
    """The section whose file alone gives an address, and so was there once; empty where others may give it."""
    subject, fragment = subject_of(path), "".join(path.partition("#")[1:])
    is_sign = subject.kind in _SIGNS and re.fullmatch(_SIGNS[subject.kind], fragment)
    return Subject(file_of(subject), subject.year).path if is_sign else ""


def cause_of(row: Row, causes: Collection[str]) -> str:
    """The cause of a lost address, empty where none is plain.

    It lies below its cause or is of the same year. What stands on pages that stay, or across the years, goes with the
    cause that gives such things, or else with the first: everything else is still there.
    """
    if below := next((one for one in causes if row.path.startswith(one)), ""):
        return below
    if (subject_of(row.page).kind in _OF_ITS_OWN and not row.fragment) or is_hand_made(row.path):
        return ""
    year = _year_of(row)
    of_year = [one for one in causes if one[1:5] == year]
    return _fitting(row, of_year or (causes if row.fragment or not year else ()))


def _fitting(row: Row, causes: Collection[str]) -> str:
    section = "questions" if row.fragment == "past-questions" else file_of(subject_of(row.page))
    return next((one for one in causes if section and one.endswith(f"/{section}/")), next(iter(causes), ""))


def _year_of(row: Row) -> str:
    of_year = re.fullmatch("y([0-9]{4})", row.fragment)
    return str(subject_of(row.page).year or (of_year[1] if of_year else ""))
