"""Keep what was published as one ZIP outside the site: all that people keep, and nothing that can be made again."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from prongsai import __version__
from prongsai.engines.shipped import ENGINE
from prongsai.loading.load_site import load_site
from prongsai.model.site import Site
from prongsai.model.stated import known
from prongsai.pipeline.backup.files import (
    FOLDERS,
    NOTE,
    BackupFiles,
    BackupNote,
    NewerBackupError,
    NotABackupError,
    find_backup_files,
    read_note,
    write_note,
)
from prongsai.pipeline.zip_member import Moment, add_file, add_text
from prongsai.web import without_login

# What a site looks like follows from these, besides the program itself.
_PACKAGES = (*ENGINE.packages, "Jinja2", "pillow", "segno", "XlsxWriter", "python-docx", "weasyprint")
_START: Moment = (1980, 1, 1, 0, 0, 0)  # the earliest time that a ZIP can say
_NO_NAME = re.compile(r"[^\w\u0e00-\u0e7f.-]+")
_OWN_FOLDERS = (".git", ".prongsai", "site", "theme", *FOLDERS)


@dataclass(frozen=True)
class Backup:
    """The newest backup of a site: where it is, whether it was written now, and which names were left out."""

    path: Path
    is_new: bool
    left_out: tuple[str, ...] = ()


class BackupInsideError(Exception):
    """The backup would be among what is published, or among what it keeps."""


def write_backup(
    root: Path, folder: Path, day: str, *, published: Path, site: Site | None = None, site_url: str | None = None
) -> Backup:
    """Keep the site in `root` as a ZIP in `folder`, as it was `published` on `day` (Buddhist Era, `2569-11-21`).

    Nothing is written when the newest backup there has the same content; no other backup is ever changed or removed.
    `site` is what was read of it, where somebody did; `site_url` stands in for the one of site_config. Raises
    BackupInsideError, and OSError when the disk refuses.
    """
    refuse_inside(root, folder, published)
    found = find_backup_files(root)
    site = site or load_site(root).site
    note = BackupNote(
        version=__version__,
        packages=_packages(),
        agency=known(site.agency.name) or site.options.title,
        day=day,
        site_url=without_login(site_url or site.options.site_url or ""),
        target=name_target(published),
        folders=tuple(found.folders),
    )
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"prongsai-{_NO_NAME.sub('-', root.name).strip('-.') or 'site'}"
    beside = folder / f".{stem}.part"
    try:
        written = _write(beside, found, note)
        newest = _newest(folder, stem)
        if newest is not None and (before := read_backup_note(newest)) and written.has_same_content(before):
            return Backup(newest, is_new=False, left_out=tuple(found.left_out))
        target = _free_name(folder, f"{stem}-{day}")
        beside.rename(target)
    finally:
        beside.unlink(missing_ok=True)
    return Backup(target, is_new=True, left_out=tuple(found.left_out))


def read_backup_note(path: Path) -> BackupNote | None:
    """The note of a backup about itself; None where it is none or is damaged."""
    try:
        with zipfile.ZipFile(path) as pack:
            return read_note(pack.read(NOTE).decode())
    except (OSError, KeyError, ValueError, RuntimeError, zipfile.BadZipFile, NotABackupError, NewerBackupError):
        return None


def name_target(place: Path) -> str:
    """A folder as it may be handed on: without the name of whoever was logged in."""
    shown = re.sub(r"^(/home/|/Users/|[A-Za-z]:/Users/)[^/]+", "~", place.as_posix())
    return "".join(filter(str.isprintable, re.sub(r"^/root(?=/|$)", "~", shown)))


def other_packages(note: BackupNote) -> tuple[str, ...]:
    """The packages that decide what a site looks like and are of another version here than they were then."""
    here = _packages()
    return tuple(name for name, one in note.packages.items() if here.get(name) != one)


def refuse_inside(root: Path, folder: Path, published: Path) -> None:
    """Raises BackupInsideError for a folder that is published or kept itself."""
    own = (published.resolve(), *(root.resolve() / name for name in _OWN_FOLDERS))
    if folder.resolve() == root.resolve() or any(folder.resolve().is_relative_to(one) for one in own):
        raise BackupInsideError(str(folder))


def _write(path: Path, found: BackupFiles, note: BackupNote) -> BackupNote:
    """Write the ZIP; its note, which is its last file and has the hash of every other one."""
    hashes: dict[str, str] = {}
    with zipfile.ZipFile(path, "w") as pack:
        for name in found.folders:
            add_text(pack, f"{name}/", "", _START)
        for name, source in found.files.items():
            hashes[name] = add_file(pack, name, source, _START)
        whole = BackupNote(**{**vars(note), "files": hashes})
        add_text(pack, NOTE, write_note(whole), _START)
    return whole


def _newest(folder: Path, stem: str) -> Path | None:
    form = re.compile(rf"{re.escape(stem)}-([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?:-([0-9]+))?\.zip")
    found = [(match[1], int(match[2] or 1), path) for path in folder.iterdir() if (match := form.fullmatch(path.name))]
    return max(found)[2] if found else None


def _free_name(folder: Path, stem: str) -> Path:
    target, number = folder / f"{stem}.zip", 1
    while target.exists():
        number += 1
        target = folder / f"{stem}-{number}.zip"
    return target


def _packages() -> dict[str, str]:
    found = {}
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:  # those of documents are an extra
            continue
    return found
