"""Restore a site from a backup: every name and hash is checked against its note, and all is written or nothing."""

from __future__ import annotations

import hashlib
import shutil
import stat
import tempfile
import zipfile
import zlib
from pathlib import Path

from prongsai.pipeline.backup.files import NOTE, BackupNote, NotABackupError, is_safe_name, may_be_kept, read_note
from prongsai.pipeline.zip_member import PIECE

MOST_FILES = 100_000
LARGEST_NOTE = 64 << 20  # bytes
_DENSEST = 1_100  # deflate packs at most 1,032 to one
_ENCRYPTED = 0x1


class FolderNotEmptyError(Exception):
    """The folder to restore into is a file or holds something."""


class DamagedBackupError(Exception):
    """The backup is incomplete or was changed; the text of the error is the name of a file in it, or empty."""


class UnsafeBackupError(Exception):
    """The backup has a name, a link or a size that no backup of a site has; the text of the error is the name."""


class NoRoomError(Exception):
    """The disk has less room than the backup needs."""

    def __init__(self, needed: int, free: int) -> None:
        super().__init__(f"{needed} {free}")
        self.needed, self.free = needed, free


def restore_backup(path: Path, target: Path) -> BackupNote:
    """Restore the backup `path` into `target`, which is new or empty; what the backup says of itself.

    Raises FolderNotEmptyError, NotABackupError, NewerBackupError, UnsafeBackupError, DamagedBackupError and
    NoRoomError; then nothing was written.
    """
    _refuse_used(target)
    try:
        with zipfile.ZipFile(path) as pack:
            note = _read_note(pack)
            members = _members(pack, note)
            _refuse_large(sum(one.file_size for one in members.values()), target)
            target.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=".prongsai-restore-", dir=target.parent) as folder:
                aside = Path(folder) / "site"
                _unpack(pack, members, note, aside)
                _put_in_place(aside, target)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        raise (DamagedBackupError("") if zipfile.is_zipfile(path) else NotABackupError) from None
    return note


def _refuse_used(target: Path) -> None:
    if target.is_symlink() or (target.exists() and (not target.is_dir() or any(target.iterdir()))):
        raise FolderNotEmptyError(str(target))


def _read_note(pack: zipfile.ZipFile) -> BackupNote:
    if len(pack.infolist()) > MOST_FILES:
        raise UnsafeBackupError(NOTE)
    try:
        about = pack.getinfo(NOTE)
    except KeyError:
        raise NotABackupError from None
    if about.file_size > LARGEST_NOTE or about.flag_bits & _ENCRYPTED:
        raise UnsafeBackupError(NOTE)
    try:
        return read_note(pack.read(about).decode())
    except UnicodeDecodeError:
        raise NotABackupError from None


def _members(pack: zipfile.ZipFile, note: BackupNote) -> dict[str, zipfile.ZipInfo]:
    """The files to restore: just those that the note names, each once, with names that lead nowhere else."""
    found: dict[str, zipfile.ZipInfo] = {}
    for about in pack.infolist():
        name = about.filename
        if name == NOTE:
            continue
        if not _is_safe(about) or name in found:
            raise UnsafeBackupError(name)
        if not about.is_dir():
            found[name] = about
    unsafe = [name for name in note.folders if not _may_be_restored(name)]
    if unsafe:
        raise UnsafeBackupError(unsafe[0])
    differing = sorted(found.keys() ^ note.files.keys())
    if differing:
        raise DamagedBackupError(differing[0])
    return found


def _is_safe(about: zipfile.ZipInfo) -> bool:
    is_plain = stat.S_IFMT(about.external_attr >> 16) in {0, stat.S_IFREG, stat.S_IFDIR}
    is_dense = about.file_size > about.compress_size * _DENSEST + PIECE
    is_readable = about.compress_type in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} and not about.flag_bits & _ENCRYPTED
    return is_plain and is_readable and not is_dense and _may_be_restored(about.orig_filename.removesuffix("/"))


def _may_be_restored(name: str) -> bool:
    return is_safe_name(name) and may_be_kept(name)


def _refuse_large(needed: int, target: Path) -> None:
    """A backup that says to be larger than the disk; what it says is checked against what it gives while it is read."""
    place = next(folder for folder in (target, *target.parents) if folder.is_dir())
    free = shutil.disk_usage(place).free
    if needed > free:
        raise NoRoomError(needed, free)


def _unpack(pack: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], note: BackupNote, folder: Path) -> None:
    folder.mkdir()
    for name in note.folders:
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, about in members.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if _write(pack, about, place) != note.files[name]:
            raise DamagedBackupError(name)


def _write(pack: zipfile.ZipFile, about: zipfile.ZipInfo, place: Path) -> str:
    """Write one file, never more than it says to have; its SHA-256."""
    whole, left = hashlib.sha256(), about.file_size
    try:
        with pack.open(about) as source, place.open("xb") as sink:  # names that a disk holds for one are refused
            while left and (piece := source.read(min(left, PIECE))):
                sink.write(piece)
                whole.update(piece)
                left -= len(piece)
            source.read(1)  # the end, where the check sum is looked at
    except (zipfile.BadZipFile, zlib.error, EOFError, FileExistsError):
        raise DamagedBackupError(about.filename) from None
    return whole.hexdigest()


def _put_in_place(aside: Path, target: Path) -> None:
    """Move what was restored into its place; an empty folder stays the one that somebody may be in."""
    if not target.exists():
        aside.rename(target)
        return
    moved: list[Path] = []
    try:
        for entry in sorted(aside.iterdir()):
            moved.append(entry.rename(target / entry.name))  # noqa: PERF401  what was moved before a failure counts
    except OSError:
        for entry in moved:
            entry.rename(aside / entry.name)
        raise
