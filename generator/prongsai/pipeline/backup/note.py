"""What a backup says of itself: by which version it was made, of which site, and which files it has."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

NOTE = "prongsai-backup.json"
FORMAT = 1


@dataclass(frozen=True)
class BackupNote:
    """The note in a backup.

    `files` have their SHA-256, `folders` have no file of their own. `packages` decide the bytes of a site, beside the
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
        """Whether restoring one gives what restoring the other gives."""
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
