"""From the path of a request to a file of the preview; whatever is odd about the path names nothing."""

from __future__ import annotations

import mimetypes
import os
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote, unquote_to_bytes

_TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".gz": "application/gzip"}
_ODD = {"\\", "\x7f", *map(chr, range(32))}
_START = "index.html"


def decode_path(raw: str) -> str | None:
    """The path of a request as text; None where it is none: not UTF-8, control characters, a backslash, no slash."""
    plain = raw.partition("#")[0].partition("?")[0]
    try:
        path = unquote_to_bytes(plain.encode("latin-1")).decode("utf-8")
    except UnicodeError:
        return None
    is_sound = path.startswith("/") and not any(letter in _ODD for letter in path)
    return path if is_sound else None


def find_file(folder: Path, path: str) -> Path | None:
    """The file at a path below `folder`, a folder's own page where it ends with a slash."""
    steps = path.removeprefix("/").split("/")
    if any(step in {"", ".", ".."} for step in steps[:-1]) or steps[-1] in {".", ".."}:
        return None
    file = folder.joinpath(*steps[:-1], steps[-1] or _START)
    try:
        inside = os.path.realpath(file).startswith(os.path.realpath(folder) + os.sep)
        return file if inside and file.is_file() else None
    except (OSError, ValueError):  # too long, or no name on this system
        return None


def find_redirect(folder: Path, path: str) -> str:
    """Where a path that names a folder without its slash leads; empty where it does not."""
    if path.endswith("/") or find_file(folder, path) or not find_file(folder, f"{path}/"):
        return ""
    return quote(f"{path}/")


def open_file(file: Path) -> BinaryIO | None:
    """Open a file; None where it has vanished."""
    try:
        return file.open("rb")
    except OSError:
        return None


def type_of(name: str) -> str:
    """The media type by which a browser knows what to do with a file."""
    return _TYPES.get(Path(name).suffix.lower()) or mimetypes.guess_type(name)[0] or "application/octet-stream"
