"""What people put into content/ themselves: pages written by hand and other files, apart from what is generated."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from prongsai import addresses
from prongsai.disk.names import is_never_published
from prongsai.disk.walk import Tree, walk_site
from prongsai.pipeline.content.generated_list import CONTENT, read_list
from prongsai.pipeline.content.page_mark import says_generated

_LEFT_OUT = {"templates"}  # the engine takes a folder of this name at the top for templates and leaves it out


def find_hand_written(root: Path, tree: Tree | None = None) -> frozenset[str]:
    """Markdown files below content/ that the generator did not write, also when its list is lost.

    `tree` is what lies in the site's folders, where that was listed already.
    """
    ours = read_list(root)
    pages = (name for name in _files(root, tree) if name.endswith(".md"))
    others = (name for name in pages if f"{CONTENT}/{name}" not in ours)
    return frozenset(name for name in others if not says_generated(root / CONTENT / name))


def find_static(root: Path, tree: Tree | None = None) -> frozenset[str]:
    """The addresses of the files that the engine copies as they are, apart from generated ones.

    Neither hidden files nor what programs leave behind, such as locks of open documents.
    """
    ours = read_list(root)
    found = (name for name in _files(root, tree) if not name.endswith(".md") and _is_published(name.split("/")))
    return frozenset(addresses.content_path(name) for name in found if f"{CONTENT}/{name}" not in ours)


def _files(root: Path, tree: Tree | None) -> Iterator[str]:
    return (tree if tree is not None else walk_site(root, (CONTENT,))).files(CONTENT)


def _is_published(steps: list[str]) -> bool:
    is_left_out = len(steps) > 1 and steps[0] in _LEFT_OUT
    return not is_left_out and not any(is_never_published(step) for step in steps)


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
