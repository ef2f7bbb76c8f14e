"""Hand out the workbook of a year's rules, never over one that somebody filled in."""

from __future__ import annotations

from pathlib import Path

from prongsai.pipeline.export_form import FileThereError
from prongsai.pipeline.handed_out import hand_out, handed_out_folder
from prongsai.pipeline.rulebooks.known import Known, read_known
from prongsai.rulebooks.rows import Filler
from prongsai.rulebooks.write_rulebook import write_rulebook


def export_rules(
    root: Path, year: int, *, nearest: int | None = None, path: Path | None = None, replaces: bool = False
) -> tuple[Known, Path]:
    """Write the workbook to `path`, or next to the site under a name that no file has yet.

    Raises UnreadRulesError, NoSuchYearError, FileThereError and FileLockedError; then nothing is written.
    """
    known = read_known(root, year, nearest)
    target = path or _free_name(handed_out_folder(root), f"หลักเกณฑ์-{year}")
    if target.exists() and not replaces:
        raise FileThereError(target)
    filler = Filler(known.own, known.rules, known.structure)
    hand_out({target: write_rulebook(filler, known.maker.agency, year)})
    return known, target


def _free_name(folder: Path, name: str) -> Path:
    path, number = folder / f"{name}.xlsx", 2
    while path.exists():
        path, number = folder / f"{name}-{number}.xlsx", number + 1
    return path
