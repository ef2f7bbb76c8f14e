"""The folder into which the engine makes a site, kept from build to build: files are written over, not deleted.

Deleting a thousand files takes seconds on some disks, and most of them are the same again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def kept_warm(folder: Path) -> Iterator[None]:
    """While the engine runs it does not empty `folder` first; what it did not write again is removed afterwards."""
    from mkdocs import utils

    before = _stamps(folder)
    cleaning = utils.clean_directory
    utils.clean_directory = _leave
    try:
        yield
    finally:
        utils.clean_directory = cleaning
    now = _stamps(folder)
    for name, stamp in before.items():
        if now.get(name) == stamp:
            Path(name).unlink()
    _remove_empty(folder)


def _leave(directory: str) -> None:
    """Stands in for the engine's emptying of its folder."""
    del directory


def _stamps(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Each file below a folder with what changes whenever it is written."""
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)  # noqa: PTH118  as quick as it gets
            facts = os.lstat(path)
            found[path] = (facts.st_ino, facts.st_mtime_ns, facts.st_ctime_ns)
    return found


def _remove_empty(folder: Path) -> None:
    for place, _, _ in os.walk(folder, topdown=False):
        if place != str(folder) and not os.listdir(place):  # noqa: PTH208  one test for emptiness
            os.rmdir(place)  # noqa: PTH106
