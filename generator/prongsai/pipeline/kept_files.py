"""The data files that a workbook is about, as people typed them."""

from __future__ import annotations

from pathlib import Path

from prongsai.loading.load_site import CONFIG_RECORDS, YEAR_FILES, Loaded, load_site
from prongsai.loading.read_yaml import read_yaml
from prongsai.loading.stray_files import CONFIG, DATA
from prongsai.model.stated import known
from prongsai.problems import Problem
from prongsai.wording import Severity, severity_of
from prongsai.workbook.entries import Kept

# What a file may have and still be read as far as the last letter.
_HARMLESS = frozenset({"yaml-strange-blank", "hidden-characters", "cells-in-one-text", "text-cut-at-number-sign"})


ANSWERS = "imports.yml"  # what was answered about tables: no statement of the agency


class UnreadFilesError(Exception):
    """Files of which nobody can tell all that is in them; `problems` say why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(", ".join(sorted({one.where.file for one in problems})))
        self.problems = problems


def read_kept(root: Path, year: int) -> tuple[Kept, Loaded]:
    """The files of a fiscal year (Buddhist Era) and of the agency; raises UnreadFilesError where one is damaged."""
    loaded = load_site(root)
    files: dict[str, object] = {}
    found: list[Problem] = []
    names = [
        *(f"{DATA}/{year}/{name}" for name in YEAR_FILES),
        *(f"{CONFIG}/{name}" for name in CONFIG_RECORDS if name != ANSWERS),
    ]
    for name in names:
        files[name] = None
        if name not in loaded.tree.kinds:
            continue
        reading = read_yaml(root / name, name)
        files[name] = reading.data
        found += [one for one in reading.problems if _hides_something(one)]
    if found:
        raise UnreadFilesError(tuple(found))
    return Kept(year, loaded.editions.rules(year), files), loaded


def _hides_something(problem: Problem) -> bool:
    """True if what the file says there could not be read."""
    is_error = severity_of(problem.code) is Severity.ERROR
    return is_error and problem.code not in _HARMLESS and problem.code != "empty-file"


def agency_of(loaded: Loaded) -> str:
    """The name of the agency; empty where it is not entered."""
    return known(loaded.site.agency.name) or ""
