"""The manifest of a folder for a site: files that this program put there, as it put them, and those of others."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from prongsai.pipeline.target.patience import replace_file

MANIFEST = ".prongsai-site.json"
STAGING = ".prongsai-new"
RULES = ".htaccess"  # shared with others: only what is between our marks is ours
_FORMAT = 1
# What every publication of the versions that wrote no manifest has.
_OLDER = ("404.html", "assets/css/site.css", "data/catalogue.json", "data/datapackage.json")


@dataclass(frozen=True)
class Inventory:
    """The inventory of a folder: our files that are there, and the entries of others.

    A folder of somebody else is one entry with a slash behind it, whatever it holds.
    """

    ours: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()


@dataclass(frozen=True)
class Manifest:
    """The files that were put into a folder, the SHA-256 of each, and the agency whose site they are."""

    files: Mapping[str, str]
    agency: str = ""


def read_manifest(target: Path) -> Manifest | None:
    """The files put into `target`; None where nothing says so."""
    try:
        stored = json.loads((target / MANIFEST).read_bytes())
        files = stored["files"] if stored["format"] == _FORMAT else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not isinstance(files, dict):
        return None
    sound = {name: mark for name, mark in files.items() if isinstance(mark, str) and is_below(name)}
    return Manifest(sound, str(stored.get("agency", "")))


def write_manifest(manifest: Manifest) -> bytes:
    """The manifest as it is kept: readable, in one order, the same for the same site."""
    files = dict(sorted(manifest.files.items()))
    stored = {"generator": "prongsai", "format": _FORMAT, "agency": manifest.agency, "files": files}
    return (json.dumps(stored, ensure_ascii=False, indent=0) + "\n").encode()


def is_older_publication(target: Path) -> bool:
    """True if a folder without a manifest holds a publication of a version that wrote none."""
    return all((target / name).is_file() for name in _OLDER)


def hash_files(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file below our folder, by its name there."""
    return {name: hash_of(folder / name) for name in sorted(_names(folder, ""))}


def hash_of(path: Path) -> str:
    """The SHA-256 of a file; empty where no plain file is, which is no file's hash."""
    if path.is_symlink() or not path.is_file():
        return ""
    return replace_file(partial(_read_hash, path))


def _read_hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def survey(target: Path, ours: Mapping[str, object]) -> Inventory:
    """Look through the folders in which our files are; what others keep next to them is named, not entered."""
    folders = {folder for name in ours for folder in _folders_of(name)}
    found: list[str] = []
    foreign: list[str] = []
    pending = [""]
    while pending:
        below = pending.pop()
        for entry in _entries(target / below):
            name = f"{below}{entry.name}"
            if name in {MANIFEST, STAGING}:
                continue
            if f"{name}/" in folders and entry.is_dir(follow_symlinks=False):
                pending.append(f"{name}/")
            elif name in ours:
                found.append(name)
            elif name != RULES:
                foreign.append(f"{name}/" if entry.is_dir(follow_symlinks=False) else name)
    return Inventory(tuple(sorted(found)), tuple(sorted(foreign)))


def _names(folder: Path, below: str) -> Iterator[str]:
    for entry in _entries(folder / below):
        name = f"{below}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _names(folder, f"{name}/")
        else:
            yield name


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return list(entries)


def _folders_of(name: str) -> Iterator[str]:
    """`a/` and `a/b/` of `a/b/c.html`."""
    steps = name.split("/")[:-1]
    return ("/".join(steps[: count + 1]) + "/" for count in range(len(steps)))


def is_below(name: str) -> bool:
    """True if a name stays in its folder, so that no manifest that was tampered with leads out of it."""
    steps = name.split("/")
    return bool(name) and not any(step in {"", ".", ".."} or "\0" in step or "\\" in step for step in steps)
