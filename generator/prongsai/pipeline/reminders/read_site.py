"""Read a site for its reminders: all its years, also those that only wait to be filled in, with every problem."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_editions import EditionLibrary
from prongsai.loading.load_site import load_site
from prongsai.model.site import Site
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.export_form import UnitUnknownError
from prongsai.problems import Problem
from prongsai.rules import Context


@dataclass(frozen=True)
class ReadSite:
    """A site as reminders see it, with the rules of all years, also of those that it has not."""

    context: Context
    problems: tuple[Problem, ...]
    editions: EditionLibrary

    @property
    def site(self) -> Site:
        """The site itself."""
        return self.context.site


def read_site(root: Path) -> ReadSite:
    """Read and check the site kept in `root`; what is wrong in its data is among its problems."""
    checked, loaded = check_folder(root, for_officer=True), load_site(root)
    site = replace(loaded.site, for_officer=True, content=checked.results.site.content)
    context = Context(analyse_site(site), loaded.unreadable, checked.links, loaded.incomplete)
    return ReadSite(context, checked.problems, loaded.editions)


def find_unit(site: Site, text: str) -> str:
    """The key of the unit that a name or a key means; empty for an empty text.

    Raises UnitUnknownError where it means none, or several units together.
    """
    found = site.unit_of(text) if text else ""
    if found is None or (found and site.agency.units[found].group):
        raise UnitUnknownError(tuple(unit.name for unit in site.agency.units.values() if not unit.group))
    return found
