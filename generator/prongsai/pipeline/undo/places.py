"""Places of data files in a site, behind its links, and their bytes as they are now."""

from __future__ import annotations

import os
from pathlib import Path

from prongsai.disk.overlay import is_overlaid
from prongsai.disk.read import read_plain
from prongsai.pipeline.content.owners import digest


class ChangedMeanwhileError(Exception):
    """A file is not what was read any more: it was changed, appeared or vanished; nothing was written."""


class NotAFileError(Exception):
    """The place of a file is none that may be written: a folder, a link out of the site, a second name of a file."""


def locate(root: Path, name: str) -> Path:
    """The place of a data file, behind the links of its site; raises NotAFileError where none may be written."""
    real, above = Path(os.path.realpath(root / name)), Path(os.path.realpath(root))
    is_inside = real.is_relative_to(above) and not any(one.startswith(".") for one in real.relative_to(above).parts)
    if not is_overlaid(name) or not is_inside or (os.path.lexists(real) and not real.is_file()):
        raise NotAFileError(name)
    if any(os.path.lexists(one) and not one.is_dir() for one in real.parents):
        raise NotAFileError(name)
    return real


def read_now(root: Path, name: str) -> bytes | None:
    """The bytes of a data file, None where there is none; raises NotAFileError or OSError where it cannot be read."""
    place = locate(root, name)
    return read_plain(place) if place.exists() else None


def mark_of(data: bytes | None) -> str:
    """The SHA-256 of the bytes of a file, "" where there is none."""
    return "" if data is None else digest(data)


def hold_unchanged(root: Path, name: str, before: str) -> None:
    """Raise ChangedMeanwhileError where a file has another SHA-256 now than `before`, "" for no file."""
    if mark_of(read_now(root, name)) != before:
        raise ChangedMeanwhileError(name)


def mark_now(root: Path, name: str) -> str:
    """The SHA-256 of a data file as it is now, "" for none, and something else where no file can be there."""
    try:
        return mark_of(read_now(root, name))
    except NotAFileError:
        return "not a file"
