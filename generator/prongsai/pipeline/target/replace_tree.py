"""Put a new site into its folder: whole by a swap, or file by file with a journal that the next run finishes."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from prongsai.exports.redirect_rules import MARK_ABOVE, MARK_BELOW
from prongsai.pipeline.content.write_files import write_file
from prongsai.pipeline.target.file_moves import Steps, carry_out, finish_moves, let_all_read, replace_file
from prongsai.pipeline.target.manifest import (
    MANIFEST,
    RULES,
    Manifest,
    hash_files,
    hash_of,
    is_older_publication,
    read_manifest,
    survey,
    write_manifest,
)


def own_part(text: bytes) -> bytes:
    """The part between our marks, the marks included; empty where there are none."""
    return _parted(text)[1]


def with_own_part(text: bytes, part: bytes) -> bytes:
    """The text of somebody else with our part in it: where it was, or else in front."""
    before, _, after = _parted(text)
    if not before.strip() and not after.strip():
        return part
    return before + part + after if own_part(text) else part + (b"\n" if part else b"") + text


def _parted(text: bytes) -> tuple[bytes, bytes, bytes]:
    """Before our part, our part with the end of its last line, behind it."""
    above, below = MARK_ABOVE.encode(), MARK_BELOW.encode()
    start = text.find(above)
    end = text.find(below, start) if start >= 0 else -1
    if end < 0:
        return text, b"", b""
    end += len(below)
    end += len(text[end:]) - len(text[end:].removeprefix(b"\r").removeprefix(b"\n"))
    return text[:start], text[start:end], text[end:]


_CANNOT_SWAP = {errno.EACCES, errno.EPERM, errno.EBUSY, errno.EXDEV, errno.ENOTEMPTY, errno.EROFS, errno.EINVAL}


class TargetInUseError(Exception):
    """The folder for the site holds what is not ours to replace.

    `reason` is `sources` (the folder of the facts or one above it), `not-a-folder`, `unknown` (it holds files and
    nothing says that we put them there), `other-site` (`names` has the agency) or `foreign` (`names` are files of
    others where ours must be).
    """

    def __init__(self, target: Path, reason: str, names: tuple[str, ...] = ()) -> None:
        super().__init__(str(target))
        self.target, self.reason, self.names = target, reason, names


@dataclass(frozen=True)
class Permission:
    """The caller's permission: to take a folder without a manifest, and to replace these files of others in it.

    `known` is what an earlier build into this folder is remembered by, for versions that wrote no manifest.
    """

    adopt: bool = False
    replace: frozenset[str] = frozenset()
    known: bool = False


NO_PERMISSION = Permission()


@dataclass(frozen=True)
class Replaced:
    """The result: how many files were put and removed, whether as a whole, and what others keep there."""

    put: int
    removed: int
    swapped: bool
    foreign: tuple[str, ...]


def check_target(target: Path, permission: Permission = NO_PERMISSION) -> None:
    """Raise TargetInUseError for a folder that holds anything while nothing says that we put it there."""
    if target.exists() and not target.is_dir():
        raise TargetInUseError(target, "not-a-folder")
    if not target.is_dir() or permission.adopt or permission.known or read_manifest(target) is not None:
        return
    with os.scandir(target) as entries:
        if any(True for _ in entries):
            raise TargetInUseError(target, "unknown")


def replace_tree(
    new: Path, target: Path, aside: Path, permission: Permission = NO_PERMISSION, agency: str = ""
) -> Replaced:
    """Make `target` hold the site of `agency` in `new`, and what others keep there as it is.

    `aside` is where the old site waits during a swap, on the disk of `target`. A swap takes `new` away, file by file
    it stays. Raises TargetInUseError before anything is written, and OSError with the old site in its place; a run
    that was broken off in between is finished by `recover`.
    """
    check_target(target, permission)
    _check_agency(target, permission, agency)
    old = _ours_in(target, new, permission)
    shared = _join_rules(new, target, old)
    wanted = {name: mark for name, mark in hash_files(new).items() if name != MANIFEST}
    steps = _plan(wanted, old, target, permission, shared)
    foreign = survey(target, {**old, **wanted}).foreign if target.is_dir() else ()
    has_rules = bool(own_part(_content(new / RULES))) or not shared
    listed = {name: mark for name, mark in wanted.items() if name != RULES or has_rules}
    let_all_read(new)
    write_file(new / MANIFEST, write_manifest(Manifest(listed, agency)))
    if _is_swapped(steps, wanted, foreign, target) and _swap(new, target, aside):
        return Replaced(len(steps.put), len(steps.removed), swapped=True, foreign=foreign)
    target.mkdir(parents=True, exist_ok=True)
    carry_out(steps, new, target)
    return Replaced(len(steps.put), len(steps.removed), swapped=False, foreign=foreign)


def _check_agency(target: Path, permission: Permission, agency: str) -> None:
    """One folder holds the site of one agency."""
    manifest = read_manifest(target)
    if manifest is not None and manifest.agency and agency and manifest.agency != agency and not permission.adopt:
        raise TargetInUseError(target, "other-site", (manifest.agency,))


def recover(target: Path, aside: Path) -> None:
    """Put right what an earlier run left half done: a swap goes back, moves file by file go on."""
    if aside.is_dir() and not target.exists():
        aside.rename(target)
    if aside.is_dir():
        shutil.rmtree(aside, ignore_errors=True)
    if target.is_dir():
        finish_moves(target)


def _ours_in(target: Path, new: Path, permission: Permission) -> dict[str, str]:
    """The files in `target` that are ours, with the hash by which they are unchanged."""
    if not target.is_dir():
        return {}
    manifest = read_manifest(target)
    if manifest is not None:
        return dict(manifest.files)
    if permission.known:  # the last build is remembered by names, sizes and times: all of it is ours
        return hash_files(target)
    if not is_older_publication(target):
        return {}
    names = (path.relative_to(new).as_posix() for path in new.rglob("*") if path.is_file())
    return {name: mark for name in names if (mark := hash_of(target / name))}


def _join_rules(new: Path, target: Path, old: Mapping[str, str]) -> bool:
    """Carry the rules of others over into the new `.htaccess`; whether it is shared, and not the agency's own page.

    An older version wrote the whole file without marks.
    """
    theirs, ours = _content(target / RULES), own_part(_content(new / RULES))
    if (new / RULES).is_file() and not ours:
        return False
    if old.get(RULES) and hash_of(target / RULES) == old[RULES] and not own_part(theirs):
        theirs = b""
    joined = with_own_part(theirs, ours)
    if joined.strip():
        write_file(new / RULES, joined)
    return True


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _plan(
    wanted: Mapping[str, str], old: Mapping[str, str], target: Path, permission: Permission, shared: bool
) -> Steps:
    """The files to put and to remove; raises TargetInUseError for files of others where ours must be."""
    put: list[str] = []
    refused: list[str] = []
    for name, mark in wanted.items():
        found = hash_of(target / name)
        if found == mark:
            continue
        is_free = not os.path.lexists(target / name) or _is_old_folder(target, name, old)
        is_ours = bool(found) and (found == old.get(name) or (shared and name == RULES))
        if in_the_way := _in_the_way(target, name, old):
            refused.append(in_the_way)
        elif is_free or is_ours or name in permission.replace:
            put.append(name)
        else:
            refused.append(name)
    if refused:
        raise TargetInUseError(target, "foreign", tuple(dict.fromkeys(refused)))
    added = frozenset(name for name in put if not hash_of(target / name))
    gone = (name for name, mark in old.items() if name not in wanted and _is_removed(target, name, mark))
    return Steps(tuple(put), added, tuple(gone))


def _is_removed(target: Path, name: str, mark: str) -> bool:
    """True if one of our files goes: unchanged, or rules of which nothing but our part is left."""
    return hash_of(target / name) == mark or (name == RULES and bool(own_part(_content(target / name))))


def _is_old_folder(target: Path, name: str, old: Mapping[str, str]) -> bool:
    """True if a folder in the place of a file holds nothing but our unchanged files."""
    place = target / name
    if not place.is_dir() or place.is_symlink():
        return False
    below = hash_files(place)
    return all(old.get(f"{name}/{one}") == mark for one, mark in below.items())


def _in_the_way(target: Path, name: str, old: Mapping[str, str]) -> str:
    """A file or link of somebody else where our folder must be."""
    steps = name.split("/")[:-1]
    for count in range(1, len(steps) + 1):
        above = "/".join(steps[:count])
        place = target / above
        if place.is_symlink() or (place.exists() and not place.is_dir()):
            return "" if above in old and hash_of(place) == old[above] else above
    return ""


def _is_swapped(steps: Steps, wanted: Mapping[str, str], foreign: tuple[str, ...], target: Path) -> bool:
    """True if the whole folder is exchanged: it is new, or holds nothing but ours and changes in most files."""
    if not target.exists():
        return True
    if foreign or os.path.ismount(target) or not os.access(target.parent, os.W_OK):
        return False
    return len(steps.put) + len(steps.removed) > len(wanted) / 2


def _swap(new: Path, target: Path, aside: Path) -> bool:
    """Exchange the folders; False, with the old site in its place, where the system does not let us."""
    ready = aside.with_name(f"{aside.name}.new")
    shutil.rmtree(ready, ignore_errors=True)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _bring(new, ready)
        if target.exists():
            shutil.copystat(target, ready)
            replace_file(lambda: target.rename(aside))
        replace_file(lambda: ready.rename(target))
    except OSError as failure:
        if aside.exists() and not target.exists():
            aside.rename(target)
        if failure.errno not in _CANNOT_SWAP or not target.is_dir():
            raise OSError(failure.errno, failure.strerror, str(target.parent)) from failure
        if not new.exists():
            _bring(ready, new)
        return False
    finally:
        shutil.rmtree(ready, ignore_errors=True)
    _reuse(aside, new)
    return True


def _bring(source: Path, place: Path) -> None:
    """Move a folder, or copy it to another disk, whole or not at all."""
    try:
        source.rename(place)
    except OSError as failure:
        if failure.errno != errno.EXDEV:
            raise
        _copy_folder(source, place)


def _copy_folder(source: Path, place: Path) -> None:
    """Copy files and folders; the first thing that the disk refuses ends it, where copytree would gather thousands."""
    for here, _, names in os.walk(source):
        there = place / Path(here).relative_to(source)
        there.mkdir(parents=True)
        for name in names:
            shutil.copyfile(Path(here, name), there / name)
    let_all_read(place)


def _reuse(aside: Path, new: Path) -> None:
    """The old site becomes the folder into which the next one is made: deleting a thousand files takes seconds."""
    if not aside.exists():
        return
    if not new.exists():
        with suppress(OSError):
            aside.rename(new)
            return
    shutil.rmtree(aside, ignore_errors=True)
