"""The bars that the measurements are judged by, and what they say to each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from benchmarks.kept import COMMANDS, SERVE, median, ratio
from benchmarks.steps import REST, STEPS

_SHORT = 0.1  # seconds below which the time of a step is that of the clock
_NEAR = 1.15  # times do not repeat to the hundredth


@dataclass(frozen=True)
class Bar:
    """A bar: the size or part it is of, in words, the most that is allowed and aimed at, and what was found, if it was.

    `unit` is `×` for a ratio and `s` for seconds.
    """

    part: str
    text: str
    most: float
    found: float | None
    unit: str = "×"
    aim: float | None = None

    @property
    def is_reached(self) -> bool | None:
        """True if it is reached; None where nothing was measured."""
        return None if self.found is None else round(self.found, 2) <= self.most


def find_bars(kept: dict[str, Any]) -> list[Bar]:
    """All bars with what was measured."""
    thousand, most = kept.get("1000"), kept.get("5000")
    commands = kept.get(COMMANDS)
    return [
        Bar("1,000 pages", "first build", 0.5, _of_plain(thousand, "first now")),
        Bar("1,000 pages", "one measure edited", 0.25, _of_plain(thousand, "measure now"), aim=0.15),
        Bar("1,000 pages", "nothing changed", 0.35, _seconds(thousand, "unchanged now"), "s"),
        Bar("serve", "a saved file's own pages seen, 1,000 pages", 0.8, _of_serve(kept, 1000), "s"),
        Bar("5,000 pages", "first build", 0.35, _of_plain(most, "first now")),
        Bar("5,000 pages", "one measure edited", 0.12, _of_plain(most, "measure now"), aim=0.08),
        Bar("5,000 pages", "memory of a first build", 1.2, _memory(most)),
        Bar("steps", "growth of the worst step by pages × years", _NEAR, _worst_growth(kept)),
        Bar("commands", "`--help`", 0.25, _seconds(commands, "help now"), "s"),
        Bar("commands", "`check` of the model, nothing changed, × before", 0.4, _of_before(commands, "unchanged")),
        Bar("commands", "`check` of the model, one measure edited, × before", 0.8, _of_before(commands, "edited")),
    ]


def _of_serve(kept: dict[str, Any], pages: int) -> float | None:
    """The median seconds of saves while a site of about this size is served."""
    sizes = kept.get(SERVE, {}).get("sizes", [])
    return next((float(one["median"]) for one in sizes if pages <= one["pages"] < 2 * pages), None)


def _of_plain(size: Any, kind: str) -> float | None:
    return ratio(size["runs"][kind], size["runs"]["plain"]) if size else None


def _seconds(part: Any, kind: str) -> float | None:
    return median(part["runs"][kind]) if part else None


def _memory(size: Any) -> float | None:
    return float(size["memory"]["first now"] / size["memory"]["plain"]) if size else None


def _of_before(commands: Any, kind: str) -> float | None:
    runs = commands["runs"] if commands else {}
    if f"check {kind} before" not in runs:
        return None
    return ratio(runs[f"check {kind} now"], runs[f"check {kind} before"])


def sizes_of(kept: dict[str, Any]) -> list[dict[str, Any]]:
    """The sizes that were measured, the smallest first."""
    return [kept[name] for name in sorted(filter(str.isdigit, kept), key=int)]


@dataclass(frozen=True)
class Growth:
    """The growth of a step from one size to the next: 1 is as pages, and as pages × years, grow."""

    by_pages: float
    by_pages_and_years: float


def growth(small: dict[str, Any], large: dict[str, Any], kind: str) -> dict[str, Growth]:
    """The growth of each step that takes long enough to say."""
    pages, years = large["pages"] / small["pages"], large["years"] / small["years"]
    first, second = small["steps"][kind], large["steps"][kind]
    times = {step: second[step] / max(first[step], _SHORT / 10) for step in (*STEPS, REST) if second[step] >= _SHORT}
    return {step: Growth(one / pages, one / pages / years) for step, one in times.items()}


def _worst_growth(kept: dict[str, Any]) -> float | None:
    sizes = sizes_of(kept)
    found = (one.by_pages_and_years for pair in pairwise(sizes) for one in growth(*pair, "first now").values())
    return max(found, default=None)
