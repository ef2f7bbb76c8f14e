"""A file put into a ZIP in pieces, the same to the byte for the same content and time."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

PIECE = 1 << 20
_MODE = 0o100644 << 16
_UNIX = 3
_PACKED = (".pdf", ".zip", ".docx", ".xlsx", ".pptx", ".jpg", ".jpeg", ".png", ".gif", ".webp", ".mp4", ".mp3")

Moment = tuple[int, int, int, int, int, int]


def add_file(pack: zipfile.ZipFile, name: str, path: Path, when: Moment) -> str:
    """Add the file `path` as `name` with the time `when`; its SHA-256, as it was written."""
    about = _member(name, when)
    about.compress_type = zipfile.ZIP_STORED if name.lower().endswith(_PACKED) else zipfile.ZIP_DEFLATED
    about.file_size = path.stat().st_size
    whole = hashlib.sha256()
    with path.open("rb") as source, pack.open(about, "w") as sink:
        while piece := source.read(PIECE):
            sink.write(piece)
            whole.update(piece)
    return whole.hexdigest()


def add_text(pack: zipfile.ZipFile, name: str, text: str, when: Moment) -> None:
    """Add a text, or an empty folder where `name` ends with a slash."""
    about = _member(name, when)
    about.compress_type = zipfile.ZIP_STORED if name.endswith("/") else zipfile.ZIP_DEFLATED
    pack.writestr(about, text.encode())


def _member(name: str, when: Moment) -> zipfile.ZipInfo:
    about = zipfile.ZipInfo(name, when)
    about.create_system, about.external_attr = _UNIX, _MODE
    return about
