"""The folder into which the engine makes a site, kept from build to build: files are written over, not deleted.

Deleting a thousand files takes seconds on some disks, and most of them are the same again.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def kept_warm(folder: Path, content: Path) -> Iterator[None]:
    """The engine turns `content` into `folder` without emptying it first; what it left alone goes afterwards."""
    from mkdocs import utils

    _make_way(folder, content)
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


def _make_way(folder: Path, content: Path) -> None:
    """Remove a file that gives way to a folder, and a folder that gives way to a file."""
    for place, _, names in os.walk(content):
        below = Path(place).relative_to(content)
        for name in names:
            is_page = name.endswith(".md") and name not in {"index.md", "README.md"}
            made = below / (name.removesuffix(".md") if is_page else name)
            if not name.endswith(".md") and (folder / made).is_dir():
                shutil.rmtree(folder / made)
            for above in (*([made] if is_page else []), *made.parents):
                if above.name and (folder / above).is_file():
                    (folder / above).unlink()


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
