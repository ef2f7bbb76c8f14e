"""Hand out the workbook of a year: made of the data files as they are, never over one that somebody filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from prongsai.analysis.shared_work import units_meant
from prongsai.loading.load_site import Loaded
from prongsai.model.site import Site
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.form_summary import make_summary
from prongsai.pipeline.handed_out import hand_out, handed_out_folder
from prongsai.pipeline.kept_files import agency_of, read_kept
from prongsai.workbook.for_unit import keep_unit
from prongsai.workbook.form import Form, make_form
from prongsai.workbook.write_book import write_book

_NOT_IN_NAMES = re.compile(r"[^\w\u0e00-\u0e7f.-]+")


class UnitUnknownError(Exception):
    """No unit is called so; `names` are those that there are."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


class FileThereError(Exception):
    """There is a file already at `path`, which may be one that somebody has filled in."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


@dataclass(frozen=True)
class AskedForm:
    """The workbook that is asked for: of a fiscal year (Buddhist Era), of one unit where it is named, without data.

    Without `path` it is put next to the site, under a name that no file has yet; `replaces` allows one at `path`.
    """

    year: int
    unit: str = ""
    is_blank: bool = False
    path: Path | None = None
    replaces: bool = False


@dataclass(frozen=True)
class ExportedForm:
    """The workbook that was written, and what is in it; `findings` is how much the checker has to say of it."""

    path: Path
    form: Form
    findings: int


def export_form(root: Path, asked: AskedForm) -> ExportedForm:
    """Write the workbook of a year of the site kept in `root`.

    Raises UnreadFilesError, UnitUnknownError, FileThereError, FileLockedError and TextTooLongError; then nothing is
    written.
    """
    kept, loaded = read_kept(root, asked.year)
    unit = _unit_of(loaded, asked)
    path = asked.path or _free_name(handed_out_folder(root), _name(asked, loaded, unit))
    if path.exists() and not asked.replaces:
        raise FileThereError(path)
    form = make_form(kept, agency_of(loaded), unit)
    if unit:
        form = keep_unit(form, lambda text: _means(loaded.site, text, unit, asked.year))
    summary = None if asked.is_blank else make_summary(root, check_folder(root, for_officer=True), form)
    hand_out({path: write_book(form, summary, is_blank=asked.is_blank)})
    return ExportedForm(path, form, len(summary.findings) if summary else 0)


def _unit_of(loaded: Loaded, asked: AskedForm) -> str:
    """The code of the unit that was asked for; empty where none was."""
    site = loaded.site
    found = site.unit_of(asked.unit) if asked.unit else ""
    if found is None or (found and site.agency.units[found].group):
        raise UnitUnknownError(tuple(unit.name for unit in site.agency.units.values() if not unit.group))
    return found


def _means(site: Site, text: str, unit: str, year: int) -> bool:
    """True if a text that names who is responsible means the unit, alone or with others."""
    named = site.in_year(year)
    return any(key == unit for key, _ in named.units_named([text])) or unit in units_meant(site, text, year)


def _name(asked: AskedForm, loaded: Loaded, unit: str) -> str:
    parts = ["แบบกรอก", str(asked.year), *([loaded.site.agency.units[unit].name] if unit else [])]
    return _NOT_IN_NAMES.sub("-", "-".join([*parts, *(["เปล่า"] if asked.is_blank else [])])).strip("-")


def _free_name(folder: Path, name: str) -> Path:
    """A file of that name, or of the first number behind it that no file has."""
    path, number = folder / f"{name}.xlsx", 2
    while path.exists():
        path, number = folder / f"{name}-{number}.xlsx", number + 1
    return path
