"""Data files of a site put into one form: the layout is another, no datum and no comment is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from prongsai.disk.walk import FileType, Tree, walk_site
from prongsai.loading.build_nodes import UnreadableError
from prongsai.loading.read_yaml import read_text
from prongsai.loading.stray_files import CONFIG, DATA
from prongsai.pipeline.content.write_files import write_file
from prongsai.problems import Problem
from prongsai.writing.apply import record_of
from prongsai.writing.tidy import tidy

Write = Callable[[Path, Mapping[str, bytes]], None]  # the folder of the site, and what its files are to hold


@dataclass(frozen=True)
class Tidied:
    """The files that have another form now, how many had it already, and why others were left as they are."""

    changed: tuple[str, ...]
    same: int
    problems: list[Problem] = field(default_factory=list)


def find_data_files(root: Path) -> list[str]:
    """The data files of a site that the product reads, as seen from its folder."""
    return _data_files(walk_site(root))


def _data_files(tree: Tree) -> list[str]:
    names = (name for name, kind in tree.kinds.items() if kind is FileType.FILE and name.endswith(".yml"))
    return sorted(name for name in names if name.startswith((f"{DATA}/", f"{CONFIG}/")) and record_of(name))


def tidy_files(root: Path, names: Sequence[str], *, only_look: bool = False, write: Write | None = None) -> Tidied:
    """Put files of the site in `root` into one form; `only_look` writes nothing and says which would change.

    A file whose form has a fault is left to the letter, with the problem. `write` is how files are written.
    """
    made, problems, same = dict[str, bytes](), list[Problem](), 0
    for name in names:
        try:
            text = read_text(root / name, name)
            tidied = tidy(text, name)
        except UnreadableError as failure:
            problems.append(failure.problem)
            continue
        if tidied == text:
            same += 1
        else:
            made[name] = tidied.encode()
    if made and not only_look:
        (write or _write_each)(root, made)
    return Tidied(tuple(made), same, problems)


def _write_each(root: Path, files: Mapping[str, bytes]) -> None:
    """The one place where this command writes."""
    for name, data in files.items():
        write_file(root / name, data)
