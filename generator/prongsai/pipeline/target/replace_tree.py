"""Put a new site into its folder: whole where there is none, else file by file with a journal for the next run."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from prongsai.pipeline.content.write_files import write_file
from prongsai.pipeline.target.file_moves import carry_out, finish_moves
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
from prongsai.pipeline.target.patience import let_all_read, replace_file
from prongsai.pipeline.target.shared_rules import content_of, join_rules, own_part
from prongsai.pipeline.target.steps import OneFile, Steps, find_renamed

_CANNOT_MOVE = {errno.EACCES, errno.EPERM, errno.EBUSY, errno.EXDEV, errno.EROFS, errno.EINVAL}


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
    """The result: how many files were put and removed, whether the folder `is_new`, and what others keep there."""

    put: int
    removed: int
    is_new: bool
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
    new: Path,
    target: Path,
    aside: Path,
    permission: Permission = NO_PERMISSION,
    agency: str = "",
    kept: frozenset[str] = frozenset(),
) -> Replaced:
    """Make `target` hold the site of `agency` in `new`, and what others keep there as it is.

    Our files that are `kept` belong to the new site as they are, whether `new` has them or not: then it holds changes
    alone. Each address is the old or the new file at any moment: where a site is, its files are replaced one by one,
    and where none is, it appears whole. `new` loses what is put. `aside` is a place on the disk of `target`, for who
    comes from another. Raises TargetInUseError before anything is written, and OSError; a run that was broken off in
    between is finished by `recover`.
    """
    check_target(target, permission)
    _check_agency(target, permission, agency)
    old = _ours_in(target, new, permission)
    shared = join_rules(new, target, old)
    made = {name: mark for name, mark in hash_files(new).items() if name != MANIFEST}
    wanted = {name: old[name] for name in kept if name in old} | made
    steps = _plan(made, wanted, old, target, permission, shared)
    foreign = survey(target, {**old, **wanted}).foreign if target.is_dir() else ()
    has_rules = bool(own_part(content_of(new / RULES))) or not shared
    listed = {name: mark for name, mark in wanted.items() if name != RULES or has_rules}
    write_file(new / MANIFEST, write_manifest(Manifest(listed, agency)))
    let_all_read(new)
    is_new = not target.exists()
    if not is_new or not _put_whole(new, target, aside):
        target.mkdir(parents=True, exist_ok=True)
        carry_out(steps, new, target)
    return Replaced(len(steps.put), len(steps.removed), is_new, foreign)


def _check_agency(target: Path, permission: Permission, agency: str) -> None:
    """One folder holds the site of one agency."""
    manifest = read_manifest(target)
    if manifest is not None and manifest.agency and agency and manifest.agency != agency and not permission.adopt:
        raise TargetInUseError(target, "other-site", (manifest.agency,))


def recover(target: Path, aside: Path) -> None:
    """Put right what an earlier run left half done: moves go on, and a swap of folders of versions before goes back."""
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


def _plan(
    made: Mapping[str, str],
    wanted: Mapping[str, str],
    old: Mapping[str, str],
    target: Path,
    permission: Permission,
    shared: bool,
) -> Steps:
    """The files of those made to put, and of the old ones those to remove that are not wanted any more.

    Raises TargetInUseError for files of others where ours must be.
    """
    if not os.path.lexists(target):
        put = [name for name, mark in made.items() if mark]
        return Steps(tuple(put), frozenset(put), ())
    put = []
    refused: list[str] = []
    one_file = OneFile(target, old)
    for name, mark in made.items():
        found = hash_of(target / name)
        if found == mark:
            continue
        is_free = not os.path.lexists(target / name) or _is_old_folder(target, name, old)
        is_ours = bool(found) and (found == old.get(one_file.other_name(name)) or (shared and name == RULES))
        if in_the_way := _in_the_way(target, name, old):
            refused.append(in_the_way)
        elif is_free or is_ours or name in permission.replace:
            put.append(name)
        else:
            refused.append(name)
    if refused:
        raise TargetInUseError(target, "foreign", tuple(dict.fromkeys(refused)))
    added = frozenset(name for name in put if not hash_of(target / name))
    gone = [name for name, mark in old.items() if name not in wanted and _is_removed(target, name, mark)]
    renamed = find_renamed(gone, wanted, target)
    return Steps(tuple(put), added, tuple(name for name in gone if name not in renamed), tuple(renamed.items()))


def _is_removed(target: Path, name: str, mark: str) -> bool:
    """True if one of our files goes: unchanged, or rules of which nothing but our part is left."""
    return hash_of(target / name) == mark or (name == RULES and bool(own_part(content_of(target / name))))


def _is_old_folder(target: Path, name: str, old: Mapping[str, str]) -> bool:
    """True if a folder in the place of a file holds nothing but our unchanged files."""
    place = target / name
    if not place.is_dir() or place.is_symlink():
        return False
    if any(not names and not folders for _, folders, names in os.walk(place)):
        return False  # an empty one of somebody else
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


def _put_whole(new: Path, target: Path, aside: Path) -> bool:
    """Put a site where no folder is, whole at once; False, with `new` as it was, where the system does not let us."""
    ready = aside.with_name(f"{aside.name}.new")
    shutil.rmtree(ready, ignore_errors=True)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _bring(new, ready)
        replace_file(lambda: ready.rename(target))
    except OSError as failure:
        if failure.errno not in _CANNOT_MOVE:
            raise OSError(failure.errno, failure.strerror, str(target.parent)) from failure
        if not new.exists():
            _bring(ready, new)
        return False
    finally:
        shutil.rmtree(ready, ignore_errors=True)
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
