"""One year of a site read again, where the rest is known."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from prongsai.disk.overlay import NO_OVERLAY
from prongsai.loading.load_site import Loaded, SiteLoader
from prongsai.model.record import Record
from prongsai.model.site import FiscalYear
from prongsai.problems import Problem

R = TypeVar("R", bound=Record)
Kept = dict[str, Record]  # what files gave when they were read without a problem


class _YearLoader(SiteLoader):
    """Reads one year again: of a file that is `kept` only what it gave then."""

    def __init__(self, root: Path, before: Loaded, kept: Kept) -> None:
        super().__init__(root, NO_OVERLAY, None)
        self.editions = before.editions
        self.problems = []
        self.kept = kept

    def read(
        self, name: str, model: type[R], *, year: int | None = None, item_codes: frozenset[str] = frozenset()
    ) -> R | None:
        known = self.kept.get(name)
        if isinstance(known, model) and name in self.tree.kinds:
            return known
        count = len(self.problems)
        value = super().read(name, model, year=year, item_codes=item_codes)
        if value is not None and len(self.problems) == count:
            self.kept[name] = value
        return value


def load_year(root: Path, number: int, before: Loaded, kept: Kept) -> tuple[FiscalYear, list[Problem]]:
    """One year (Buddhist Era) of the site in `root` as it is now, with the problems of files that were read again.

    `before` is the whole site, of which nothing else has changed; a file that is not `kept` is read, and kept if there
    is nothing to say of it.
    """
    loader = _YearLoader(root, before, kept)
    return loader.read_year(number, before.site.agency), loader.problems
