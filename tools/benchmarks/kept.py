"""Measurements as they are kept in JSON: each size and the commands, with the machine, the day and the load."""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import re
import statistics
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from repeat_site import ROOT

from benchmarks.folders import revision_of

KEPT = ROOT / "tools/benchmarks/measured.json"
COMMANDS, SERVE = "commands", "serve"
_PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "zensical")


def read() -> dict[str, Any]:
    """All that is kept, by size and `commands`; nothing where there is no file."""
    return dict(json.loads(KEPT.read_text("utf-8"))) if KEPT.is_file() else {}


def write(kept: dict[str, Any]) -> None:
    """Keep it all."""
    text = json.dumps(dict(sorted(kept.items(), key=_order)), ensure_ascii=False, indent=1)
    short = re.sub(r"\[\s+([\d.]+),\s+([\d.]+),\s+([\d.]+)\s+\]", r"[\1, \2, \3]", text)  # a run is one line
    KEPT.write_text(short + "\n", encoding="utf-8", newline="\n")


def _order(pair: tuple[str, Any]) -> tuple[int, str]:
    return (int(pair[0]) if pair[0].isdigit() else 0, pair[0])


def circumstances(before: Path | None) -> dict[str, Any]:
    """The circumstances of a run: day, revisions, versions and machine."""
    return {
        "day": dt.datetime.now(dt.UTC).date().isoformat(),
        "now": revision_of(ROOT),
        "before": revision_of(before) if before else "",
        "python": platform.python_version(),
        "packages": {name: _version(name) for name in _PACKAGES if _version(name)},
        "machine": _machine(),
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _machine() -> str:
    try:
        gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
        return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, {gib:.0f} GiB"
    except (AttributeError, ValueError, OSError):
        return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"


def median(runs: list[list[float]], column: int = 0) -> float:
    """The median of what was measured: 0 seconds, 1 processor seconds, 2 MB."""
    return statistics.median(one[column] for one in runs)


def ratio(runs: list[list[float]], others: list[list[float]], column: int = 0) -> float:
    """The median of the ratios of each round: what was run next to each other is compared with each other."""
    pairs = zip(runs, others, strict=False)
    return statistics.median(one[column] / max(other[column], 0.001) for one, other in pairs)
