"""What goes with a page though it stands elsewhere: where it is listed, its picture, what else a year has."""

from __future__ import annotations

import re
from collections.abc import Mapping

from prongsai.ledger.rows import Row

_COUNTED = re.compile(r"-[0-9]+$")  # a second thing of one name, as the report of another round
_BY_YEAR = {"data", "documents", "links", "methodology", "search"}  # folders in which each year has its own


def companion_of(row: Row, pages: Mapping[tuple[str, str], str]) -> str:
    """The lost page that an address goes with, though it stands elsewhere; empty when there is none.

    That is where a page is listed (`/2565/measures/#m04` and `/2565/follow-up/#m04-12` beside
    `/2565/measures/m04/`) and what a whole year has outside of its folder (`/data/2565/`, `/methodology/2565/`,
    `/measures/#y2565`), and the picture of a measure or a year (`/share/2565/m04.png`). `pages` are by `name_of`.
    """
    steps = row.page.split("/")
    if steps[1] == "share":
        return pages.get((steps[2].removesuffix(".png"), steps[-1].removesuffix(".png")), "")
    for name in (row.fragment, _COUNTED.sub("", row.fragment)):
        if name and (page := pages.get((steps[1], name))):
            return page
    in_folder = steps[2] if len(steps) > 3 and steps[1] in _BY_YEAR else ""
    year = in_folder or row.fragment.removeprefix("y")
    return pages.get((year, year), "")


def name_of(path: str) -> tuple[str, str]:
    """What an address is called: its first and its last step, as (`2565`, `m04`)."""
    steps = path.strip("/").split("/")
    return steps[0], steps[-1]
