"""Where a site was published last: kept beside it, for whoever takes it over."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from prongsai.pipeline.content.write_files import write_file

_RECORD = ".prongsai/last-target.json"


@dataclass(frozen=True)
class LastTarget:
    """The folder of the last publication as it may be handed on, its day (Buddhist Era) and the newest backup."""

    place: str
    day: str
    version: str
    backup: str = ""


def read_target(root: Path) -> LastTarget | None:
    """What is kept below `root`; None where nothing is, or it cannot be read."""
    try:
        stored = json.loads((root / _RECORD).read_text(encoding="utf-8"))
        return LastTarget(**{name: str(stored[name]) for name in ("place", "day", "version", "backup")})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_remembered(root: Path, target: LastTarget) -> bool:
    """Whether just this is kept already, but for the day: a day on which nothing was published is none."""
    last = read_target(root)
    return last is not None and replace(last, day=target.day) == target


def remember_target(root: Path, target: LastTarget) -> None:
    """Keep it for the next time."""
    write_file(root / _RECORD, (json.dumps(asdict(target), ensure_ascii=False) + "\n").encode())
