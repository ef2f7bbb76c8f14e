"""Files put one by one into a folder that people read meanwhile; what is broken off is finished by the next run."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from prongsai.pipeline.target.journal import Journal, read_journal, staged_file, waiting_file, write_journal
from prongsai.pipeline.target.manifest import MANIFEST, STAGING, hash_of, read_manifest
from prongsai.pipeline.target.patience import flush_all, let_read, remove_empty, replace_file
from prongsai.pipeline.target.steps import Steps


def carry_out(steps: Steps, new: Path, target: Path) -> None:
    """Make `target` hold what `new` does, which loses the files that are put.

    Until the journal is written `target` is untouched, and then it can be finished.
    """
    staging = target / STAGING
    shutil.rmtree(staging, ignore_errors=True)
    names = [*steps.in_order(), MANIFEST]
    if len(names) == 1 and not steps.removed and not steps.renamed and read_manifest(target) == read_manifest(new):
        return
    touched = (*names, *steps.removed, *(old for old, _ in steps.renamed))
    before = {name: hash_of(target / name) for name in touched}
    try:
        _stage(names, new, staging)
        write_journal(staging, Journal(names, steps.removed, steps.renamed, before))
    except BaseException as failure:
        shutil.rmtree(staging, ignore_errors=True)
        if isinstance(failure, OSError) and failure.errno is not None:  # the folder is full, not what was copied
            raise OSError(failure.errno, failure.strerror, str(target)) from failure
        raise
    _finish(target, staging)


def finish_moves(target: Path) -> None:
    """Go on where an earlier run was broken off: forward from its journal, or back where none was written yet."""
    staging = target / STAGING
    if staging.is_dir():
        _finish(target, staging)


def _stage(names: list[str], new: Path, staging: Path) -> None:
    """All bytes are on the disk of the folder before any of them is shown."""
    places = [staged_file(staging, number) for number in range(len(names))]
    places[0].parent.mkdir(parents=True)
    for name, place in zip(names, places, strict=True):
        _bring(new / name, place)
    flush_all(places)


def _bring(source: Path, place: Path) -> None:
    """Move a file, or copy it to another disk."""
    try:
        source.replace(place)
    except OSError as failure:
        if failure.errno != errno.EXDEV:
            raise
        shutil.copyfile(source, place)
        shutil.copymode(source, place)


def _finish(target: Path, staging: Path) -> None:
    """Carry out what the journal says; what somebody else has put there since stays."""
    journal = read_journal(staging)
    for old, new in journal.renamed:
        if hash_of(target / old) == journal.before.get(old):
            _rename(target, old, new)
    for number, name in enumerate(journal.put):
        _put(waiting_file(staging, number, name), target, name, journal)
    for name in journal.removed:
        _remove(target, name, journal)
    shutil.rmtree(staging, ignore_errors=True)


def _put(staged: Path, target: Path, name: str, journal: Journal) -> None:
    place = target / name
    with _naming(place):
        if not staged.is_file() or hash_of(place) != journal.before.get(name, ""):
            return
        _clear_way(target, name, journal)
        if not place.is_dir() and _make_folders(target, Path(name).parent):
            replace_file(partial(_move, staged, place))


@contextmanager
def _naming(place: Path) -> Iterator[None]:
    """Have a failure speak of the file in its place, not of where the new one waits."""
    try:
        yield
    except OSError as failure:
        failure.filename, failure.filename2 = str(place), None
        raise


def _rename(target: Path, old: str, new: str) -> None:
    """Give a file and its folders their letters; on such a disk both names are the same file all the time."""
    before, after = Path(old).parts, Path(new).parts
    for count, (one, other) in enumerate(zip(before, after, strict=True)):
        folder = target.joinpath(*after[:count])
        if one != other:
            with _naming(folder / other):
                replace_file(partial((folder / one).rename, folder / other))


def _move(staged: Path, place: Path) -> None:
    """Move a file to its place, also where a folder of the site is another disk."""
    try:
        staged.replace(place)
    except OSError as failure:
        if failure.errno != errno.EXDEV:
            raise
        beside = place.with_name(f".{place.name}.prongsai-new")
        shutil.copyfile(staged, beside)
        let_read(beside)
        beside.replace(place)
        staged.unlink()


def _remove(target: Path, name: str, journal: Journal) -> None:
    place = target / name
    with _naming(place):
        if hash_of(place) == journal.before.get(name):
            replace_file(place.unlink)
        if not os.path.lexists(place):  # perhaps since a run that was broken off before the folder went too
            remove_empty(target, place.parent)


def _clear_way(target: Path, name: str, journal: Journal) -> None:
    """Remove first what goes anyway, where a folder takes the place of one of our files, or a file that of a folder."""
    above = {one.as_posix() for one in Path(name).parents}
    for one in journal.removed:
        if one in above or one.startswith(f"{name}/"):
            _remove(target, one, journal)


def _make_folders(target: Path, below: Path) -> bool:
    """Make the folders of a file; False where somebody has put a file there since."""
    for above in (*reversed(below.parents), below):
        place = target / above
        if not place.is_dir():
            with suppress(FileExistsError):
                place.mkdir()
                let_read(place)
        if not place.is_dir():
            return False
    return True
