"""The kinds of pages of the six sites: one for each template, and the page for what is not there."""

from __future__ import annotations

from collections.abc import Mapping

from browser.made import LEADS_ON, Made
from prongsai import paths

FRAME = '{% extends "page.md.j2" %}'
OF_OTHER_STATES = {"links-withheld.md.j2", "nothing.md.j2"}  # the six sites withhold nothing, and are not empty
MISSING = "there-is-no-such-page/"


def kind_names() -> list[str]:
    """The templates of pages that the six sites have between them, and the page for what is not there."""
    found = {path.name for path in paths.TEMPLATES.glob("*.j2") if FRAME in path.read_text("utf-8")}
    return [*sorted(found - OF_OTHER_STATES), "404"]


def kinds_of(made: Made) -> dict[str, str]:
    """The heaviest page of each template that stays where it is, and the page for what is not there."""
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
