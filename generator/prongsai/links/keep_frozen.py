"""Keeps the records of frozen links on disk: one for each time that a year was frozen."""

from __future__ import annotations

import re
from pathlib import Path

from prongsai.disk.read import explain_unread, read_inside
from prongsai.links.frozen import Frozen, read_frozen
from prongsai.problems import Problem, Where, problem

FROZEN = "site_config/frozen"
_NAME = re.compile(r"([0-9]{4})-([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-([0-9]{1,4}))?\.json")


def load_frozen(root: Path) -> tuple[dict[int, Frozen], list[Problem]]:
    """The newest record of each year; one that cannot be read is a problem, and its year has none.

    An older record is never shown in its place: it would speak of another day than the one that people know of.
    """
    newest: dict[int, tuple[str, int, str]] = {}
    for match in _records(root):
        year, found = int(match[1]), (match[2], int(match[3] or 1), match[0])
        newest[year] = max(newest.get(year, found), found)
    records: dict[int, Frozen] = {}
    problems: list[Problem] = []
    for year, (day, _, name) in sorted(newest.items()):
        where = Where(f"{FROZEN}/{name}")
        try:
            frozen = read_frozen(read_inside(root, where.file).decode())
        except OSError as failure:
            problems.append(explain_unread(failure, where.file))
            continue
        except ValueError:  # also of bytes that are no UTF-8
            problems.append(problem("frozen-form", where, of=year))
            continue
        if (frozen.year, frozen.day) == (year, day):
            records[year] = frozen
        else:
            problems.append(problem("frozen-form", where, of=year))
    return records, problems


def name_record(root: Path, year: int, day: str, folder: Path) -> str:
    """The name of the next record, without its ending: `2565-2569-11-21`, then `2565-2569-11-21-2`.

    A name is free as long as neither a record nor a pack in `folder` has it.
    """
    stem, number = f"{year}-{day}", 1
    name = stem
    while (root / FROZEN / f"{name}.json").exists() or (folder / name_pack(name)).exists():
        number += 1
        name = f"{stem}-{number}"
    return name


def name_pack(name: str) -> str:
    """The file of the evidence that belongs to a record."""
    return f"evidence-{name}.zip"


def _records(root: Path) -> list[re.Match[str]]:
    names = sorted(path.name for path in (root / FROZEN).glob("*.json"))
    return [match for name in names if (match := _NAME.fullmatch(name))]
