"""Addresses that belong to a page of another folder: where it is listed, its picture, what else a year has."""

from __future__ import annotations

import re
from collections.abc import Mapping

from prongsai.addresses import KINDS, subject_of
from prongsai.ledger.rows import Row

_COUNTED = re.compile(r"-[0-9]+$")  # a second thing of one name, as the report of another round


def owning_page(row: Row, pages: Mapping[tuple[str, str], str]) -> str:
    """The lost page that an address goes with, though it stands elsewhere; empty when there is none.

    That is where a page is listed (`/2565/measures/#m04` and `/2565/follow-up/#m04-12` beside
    `/2565/measures/m04/`) and what a whole year has outside of its folder (`/data/2565/`, `/methodology/2565/`,
    `/measures/#y2565`), and the picture of a measure or a year (`/share/2565/m04.png`). `pages` are by `name_of`.
    """
    subject = subject_of(row.page)
    if subject.kind == "measure-picture":
        return pages.get((str(subject.year), subject.key), "")
    for name in (row.fragment, _COUNTED.sub("", row.fragment)):
        if name and (page := pages.get((row.page.split("/")[1], name))):
            return page
    is_elsewhere = subject.year is not None and not KINDS[subject.kind].in_year
    year = str(subject.year) if is_elsewhere else row.fragment.removeprefix("y")
    return pages.get((year, year), "")


def name_of(path: str) -> tuple[str, str]:
    """What an address is called: its first and its last step, as (`2565`, `m04`)."""
    steps = path.strip("/").split("/")
    return steps[0], steps[-1]
