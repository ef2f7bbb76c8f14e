"""Write the submission sheet of a year where its reader wants it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from prongsai.exports.oit_sheet import OitRows, export_csv, export_xlsx, word_rows
from prongsai.model.stated import known
from prongsai.pipeline.check import Checked
from prongsai.pipeline.content.write_files import write_file
from prongsai.pipeline.refusals import Refusal, refusal_of

_OF_THE_DISK = {Refusal.FULL, Refusal.READ_ONLY, Refusal.TOO_LONG, Refusal.BROKEN}  # no program holds the file


@dataclass(frozen=True)
class Exported:
    """The files that were written, and the rows that stand in them."""

    paths: tuple[Path, ...]
    rows: OitRows


class RegisterMissingError(Exception):
    """The year has no register of answers; `years` are those that have one (Buddhist Era)."""

    def __init__(self, years: tuple[int, ...]) -> None:
        super().__init__(str(years))
        self.years = years


class AddressUnknownError(Exception):
    """Links lead to pages of this site, of which nobody said where it will stand; `codes` are their items."""

    def __init__(self, codes: tuple[str, ...]) -> None:
        super().__init__(" ".join(codes))
        self.codes = codes


class FileLockedError(Exception):
    """A file cannot be written where it should stand: another program keeps it, or nobody may write there."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def export_oit_folder(checked: Checked, year: int, folder: Path) -> Exported:
    """Write `oit-{year}.xlsx` and `oit-{year}.csv` of a year (Buddhist Era) into `folder`; both or none.

    Raises RegisterMissingError, AddressUnknownError and FileLockedError, and CellTooLongError of the sheet.
    """
    results = checked.results
    years = tuple(number for number, result in results.years.items() if result.year.register is not None)
    if year not in years:
        raise RegisterMissingError(years)
    rows = word_rows(results, year, checked.problems)
    inside = tuple(row.item.code for row in rows.rows if any(link.internal for link in row.links))
    if inside and results.site.options.site_url is None:
        raise AddressUnknownError(inside)
    files = {
        folder / f"oit-{year}.xlsx": export_xlsx(rows, known(results.site.agency.name) or ""),
        folder / f"oit-{year}.csv": export_csv(rows),
    }
    for path in files:
        _refuse_locked(path)
    for path, data in files.items():
        try:
            write_file(path, data)
        except OSError as failure:
            if refusal_of(failure) in _OF_THE_DISK:
                raise
            raise FileLockedError(path) from failure
    return Exported(tuple(files), rows)


def _refuse_locked(path: Path) -> None:
    """Ask before anything is written: a program that shows the file may keep others from writing it."""
    try:
        with path.open("r+b"):
            pass
    except FileNotFoundError:
        pass
    except OSError as failure:
        raise FileLockedError(path) from failure
