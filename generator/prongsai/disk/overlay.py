"""Overlays: files that stand in for those of a site, so that it can be read as it would be after a change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from prongsai.disk.walk import SITE_FOLDERS, Entry, FileType, Tree

# The bytes of data files by their names below the site's folder; None where the file is taken away.
Overlay: TypeAlias = "Mapping[str, bytes | None]"
NO_OVERLAY: Overlay = MappingProxyType({})
_OVERLAID = ("data", "site_config")  # what is kept in content/ is read from the disk alone


def is_overlaid(name: str) -> bool:
    """True if a name may be in an overlay: a YAML file below data/ or site_config/ that is not hidden."""
    steps = name.split("/")
    is_plain = all(step and not step.startswith(".") and "\\" not in step and "\0" not in step for step in steps)
    return is_plain and len(steps) > 1 and steps[0] in _OVERLAID and steps[-1].endswith(".yml")


def lay_over(tree: Tree, overlay: Overlay) -> Tree:
    """The entries that a site would have with the files of `overlay`, in the order of a walk.

    Raises ValueError for a name that is no data file.
    """
    if wrong := sorted(name for name in overlay if not is_overlaid(name)):
        raise ValueError(f"no data file: {wrong[0]!r}")
    if not overlay:
        return tree
    kept = {entry.name: entry for entry in tree.entries if entry.name not in overlay}
    added = [name for name, data in overlay.items() if data is not None]
    for folder in (above for name in added for above in _folders_above(name)):
        kept.setdefault(folder, Entry(folder, FileType.FOLDER))
    kept |= {name: Entry(name, FileType.FILE) for name in added}
    return Tree(tuple(sorted(kept.values(), key=_place_in_walk)), tree.is_complete)


def _folders_above(name: str) -> Iterator[str]:
    steps = name.split("/")
    yield from ("/".join(steps[:count]) for count in range(1, len(steps)))


def _place_in_walk(entry: Entry) -> tuple[int, list[str]]:
    steps = entry.name.split("/")
    return SITE_FOLDERS.index(steps[0]), steps
