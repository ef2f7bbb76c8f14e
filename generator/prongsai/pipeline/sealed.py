"""Sealed files: what the program keeps for its next run, whole or not at all, and never believed when damaged."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from prongsai.disk.read import read_plain

_LARGEST = 1_000_000_000  # bytes of one file


def read_sealed(path: Path) -> bytes | None:
    """The content of a sealed file, or None where it is not whole: its first line is the digest of the rest."""
    try:
        digest, _, data = read_plain(path, _LARGEST).partition(b"\n")
    except OSError:
        return None
    return data if digest == digest_of(data).encode() else None


def write_sealed(path: Path, *pieces: bytes) -> None:
    """Write a whole file or nothing, whoever else writes at the same time; its pieces are never together in memory.

    Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as opened:
            opened.writelines((f"{digest_of(*pieces)}\n".encode(), *pieces))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def digest_of(*pieces: bytes) -> str:
    """The digest of bytes, one piece behind the other."""
    whole = hashlib.blake2b(digest_size=20)
    for piece in pieces:
        whole.update(piece)
    return whole.hexdigest()
