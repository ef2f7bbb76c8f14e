"""The content of a site's backup, nothing generated and nothing secret, and what it says of itself."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from prongsai.engines.shipped import ENGINE
from prongsai.pipeline.content.owners import CONTENT, IGNORE_HEAD, IGNORE_LIST, Marks, digest, read_list
from prongsai.pipeline.content.page_mark import read_mark
from prongsai.pipeline.content.write_files import SET_ASIDE

FOLDERS = ("data", "site_config", CONTENT, SET_ASIDE)
_TOP_FILES = (ENGINE.settings.name, ".gitignore")
_SHOWN_HIDDEN = {".gitignore", ".htaccess", ".well-known", ".nojekyll"}  # the hidden names that belong to a site
_SECRET_ENDINGS = (".env", ".key", ".pem", ".pfx", ".p12", ".kdbx")
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}


@dataclass
class BackupFiles:
    """The files by their names below the site's folder, folders without any, and what was left out as not the site's.

    Left out are links that lead outside or to what is hidden, and names that another system would not take.
    """

    files: dict[str, Path] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def may_be_kept(name: str) -> bool:
    """True if a name (below the site's folder) is one that a backup may have: nothing hidden, nothing secret."""
    steps = name.split("/")
    if any(step.startswith(".") and step not in _SHOWN_HIDDEN for step in steps):
        return False
    return steps[0] == CONTENT or not name.lower().endswith(_SECRET_ENDINGS)


def is_safe_name(name: str) -> bool:
    """True if a name stays where it is put on every system: no drive, no device, no way up."""
    steps = name.split("/")
    if not name.isprintable() or "\\" in name or ":" in name:
        return False
    if any(step in {"", ".", ".."} or step.endswith((" ", ".")) for step in steps):
        return False
    return not any(step.partition(".")[0].lower() in _DEVICES for step in steps)


def find_backup_files(root: Path) -> BackupFiles:
    """All that is needed to build the site kept in `root` again, and to go on with it."""
    found = BackupFiles()
    for name in (*_TOP_FILES, *FOLDERS, *ENGINE.settings.find_named(root)):
        if (root / name).exists():
            _add(found, root.resolve(), root / name, name, ())
    ours = read_list(root)
    found.files = {name: found.files[name] for name in sorted(found.files) if not _is_generated(root, name, ours)}
    filled = {parent for name in found.files for parent in _parents(name)}
    made = {parent for name in ours for parent in _parents(name)}
    found.folders = sorted(name for name in set(found.folders) if name not in filled and name not in made)
    return found


def _add(found: BackupFiles, root: Path, path: Path, name: str, above: tuple[Path, ...]) -> None:
    if not may_be_kept(name):
        return
    real = path.resolve()
    is_inside = real.is_relative_to(root) and may_be_kept(real.relative_to(root).as_posix())
    if not is_inside or not is_safe_name(name) or not real.exists():
        found.left_out.append(name)
    elif not path.is_dir():
        found.files[name] = path
    elif real not in above:
        found.folders.append(name)
        for entry in sorted(os.listdir(path)):  # noqa: PTH208  names alone are asked for
            if entry != "__pycache__":
                _add(found, root, path / entry, f"{name}/{entry}", (*above, real))


def _parents(name: str) -> Iterator[str]:
    steps = name.split("/")
    return ("/".join(steps[:count]) for count in range(1, len(steps)))


def _is_generated(root: Path, name: str, ours: Marks) -> bool:
    """True if a file is as the generator wrote it; what somebody edited belongs to people."""
    if not name.startswith(f"{CONTENT}/"):
        return False
    if name not in ours and not name.endswith(".md") and name != IGNORE_LIST:
        return False
    data = (root / name).read_bytes()
    if name == IGNORE_LIST:
        return data.startswith(IGNORE_HEAD.encode())
    known = ours.get(name)
    return read_mark(name, data) == "whole" or (known is not None and (not known or digest(data) in known))


NOTE = "prongsai-backup.json"
FORMAT = 1


@dataclass(frozen=True)
class BackupNote:
    """The note in a backup.

    `files` have their SHA-256, `folders` have no file of their own. `packages` decide the bytes of a site, besides the
    `version` of the program. `day` is that of the publication, `target` the folder that it went to, without the name
    of whoever was logged in.
    """

    version: str
    packages: Mapping[str, str]
    agency: str
    day: str
    site_url: str
    target: str
    files: Mapping[str, str] = field(default_factory=dict)
    folders: tuple[str, ...] = ()

    def has_same_content(self, other: BackupNote) -> bool:
        """True if restoring one gives what restoring the other gives."""
        return all(getattr(self, name) == getattr(other, name) for name in ("version", "files", "folders", "site_url"))


class NotABackupError(Exception):
    """A note is not one that this program wrote."""


class NewerBackupError(Exception):
    """A later version wrote the note, which is the text of the error, in a form that this one does not know."""


def write_note(note: BackupNote) -> str:
    """The note as it is kept."""
    return json.dumps({"program": "prongsai", "format": FORMAT, **asdict(note)}, ensure_ascii=False, indent=1) + "\n"


def read_note(text: str) -> BackupNote:
    """The note; raises NotABackupError and NewerBackupError."""
    try:
        stored = json.loads(text)
    except (ValueError, RecursionError):
        raise NotABackupError from None
    if not isinstance(stored, dict) or stored.get("program") != "prongsai":
        raise NotABackupError
    if not isinstance(stored.get("format"), int) or stored["format"] > FORMAT:
        raise NewerBackupError(str(stored.get("version", "")))
    folders = stored.get("folders", [])
    try:
        note = BackupNote(
            **{name: stored[name] for name in ("version", "agency", "day", "site_url", "target")},
            packages=stored["packages"],
            files=stored["files"],
            folders=tuple(folders),
        )
    except (KeyError, TypeError):
        raise NotABackupError from None
    texts = (note.version, note.agency, note.day, note.site_url, note.target, *note.folders)
    if not isinstance(folders, list) or not all(isinstance(one, str) and one.isprintable() for one in texts):
        raise NotABackupError
    if not all(map(_is_text_by_text, (note.packages, note.files))):
        raise NotABackupError
    return note


def _is_text_by_text(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())
