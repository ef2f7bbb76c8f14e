"""The kinds of pages of the six sites: of each the heaviest, and the page for what is not there."""

from __future__ import annotations

from collections.abc import Mapping

from browser.made import KINDS_OF_PAGES, LEADS_ON, Made

OF_OTHER_STATES = {"links-withheld", "nothing"}  # the six sites withhold nothing, and are not empty
MISSING = "there-is-no-such-page/"


def kind_names() -> list[str]:
    """The kinds of pages that the six sites have between them, and the page for what is not there."""
    return [*(one for one in KINDS_OF_PAGES if one not in OF_OTHER_STATES), "404"]


def kinds_of(made: Made) -> dict[str, str]:
    """The heaviest page of each kind that stays where it is, and the page for what is not there."""
    found = {name: page for name, page in made.every_kind().items() if name != LEADS_ON}
    return {**found, "404": MISSING}


def heaviest_kinds(six: Mapping[str, Made]) -> dict[str, tuple[str, str]]:
    """For each kind the site that has its heaviest page, and that page."""
    found: dict[str, tuple[str, str]] = {"404": ("model", MISSING)}
    heaviest: dict[str, int] = {}
    for name, made in six.items():
        for kind, page in made.every_kind().items():
            size = made.file(page).stat().st_size
            if size > heaviest.get(kind, 0):
                found[kind], heaviest[kind] = (name, page), size
    return found
