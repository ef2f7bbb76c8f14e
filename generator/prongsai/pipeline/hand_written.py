"""What people put into content/ themselves: pages written by hand and other files, apart from what is generated."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from prongsai.pipeline.generated_list import CONTENT, read_list
from prongsai.pipeline.page_mark import says_generated

_LEFT_OUT = {"templates"}  # the engine takes a folder of this name at the top for templates and leaves it out


def find_hand_written(root: Path) -> frozenset[str]:
    """Markdown files below content/ that the generator did not write, also when its list is lost."""
    ours = read_list(root)
    folder = root / CONTENT
    pages = ((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*.md"))
    return frozenset(name for name, path in pages if f"{CONTENT}/{name}" not in ours and not says_generated(path))


def find_static(root: Path) -> frozenset[str]:
    """The addresses of the files that the engine copies as they are, apart from generated ones; no hidden files."""
    ours = read_list(root)
    found = (name for name in _files_below(root / CONTENT, ()) if not name.endswith(".md"))
    return frozenset(f"/{name}" for name in found if f"{CONTENT}/{name}" not in ours)


def _files_below(folder: Path, steps: tuple[str, ...]) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or (not steps and entry.name in _LEFT_OUT):
            continue
        way = (*steps, entry.name)
        if entry.is_dir():
            if len(way) < 20:  # a link in a circle ends somewhere
                yield from _files_below(Path(entry.path), way)
        else:
            yield "/".join(way)


def pages_of(hand_written: Collection[str]) -> dict[str, str]:
    """The addresses of pages written by hand, each with its file below content/."""
    found: dict[str, str] = {}
    for name in sorted(hand_written):
        steps = name.removesuffix(".md").split("/")
        if any(step.startswith(".") for step in steps) or (len(steps) > 1 and steps[0] in _LEFT_OUT):
            continue
        if steps[-1] in {"index", "README"}:
            steps.pop()
        found.setdefault(f"/{'/'.join(steps)}/" if steps else "/", name)
    return found
