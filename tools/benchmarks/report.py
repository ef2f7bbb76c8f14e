"""The page docs/benchmarks.md, made of what was measured."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from benchmarks.bars import Bar, find_bars, growth, sizes_of
from benchmarks.kept import COMMANDS, SERVE, median, ratio
from benchmarks.steps import REST, START, STEPS

CHART = "images/benchmarks.svg"
_KINDS = {
    "plain": "plain MkDocs",
    "first now": "first build",
    "measure now": "one measure edited",
    "unchanged now": "nothing changed",
    "first before": "first build, before",
    "measure before": "one measure edited, before",
    "unchanged before": "nothing changed, before",
}
_ZENSICAL = {
    "first now": "first build by MkDocs",
    "first by zensical": "first build by Zensical (`--engine zensical`)",
    "zensical cold": "Zensical alone on the plain site, cold",
    "zensical warm": "Zensical alone on the plain site, warm",
}
_HEAD = """# Benchmarks

How long builds take, compared with plain MkDocs and Material on the same Markdown, and with the program as it was at
the revision below. Made by `make bench`; nobody writes here by hand.

![Builds in parts of the time of plain MkDocs]({chart})

## Bars

"""
_HOW = """## How it is measured

`tools/repeat_site.py` makes a site by repeating the years of this repository. Plain is a folder with the same Markdown
and no other file, the stock theme with `navigation.prune`, its menu and its search; it makes each page at every build,
so that its one time is that of a first build, of an edit and of nothing changed. Ours also makes the open data, checks
every rule, every link and every page, and puts the site in its place.

Every kind of run takes its turn in each round, each as a whole process. Seconds are medians on the clock; a ratio is
the median of the ratios within the rounds, so that a busy minute meets both. Processor seconds count all processes.
Memory is the most that all processes of a run have at once, what they share counted once, in a run of its own. An edit
changes the title of one measure, and the tool ends where the new page does not show it. Before is the program at the
revision below, on the same data, in the same run.

`make bench SIZES=100` is the short form: five minutes or so. All three sizes take two to three hours with three
rounds, since plain MkDocs alone needs minutes for 5,000 pages. A size that is measured again takes the place of what
was there, with its own day and load; figures from a busy machine say more by their ratios than by their seconds.
`BASE=REVISION` compares with another revision, `BASE=` with none, `ROUNDS=5` makes it steadier.

"""


def write_page(kept: dict[str, Any]) -> str:
    """The page."""
    parts = [_HEAD.format(chart=CHART), *_bars(kept), "\n", _HOW, *_circumstances(kept)]
    for size in sizes_of(kept):
        parts += [f"\n## {size['pages']:,} pages, {size['years']} years\n\n", *_times(size), *_zensical(size)]
        parts += [*_steps(size)]
    return "".join([*parts, *_growths(kept), *_commands(kept), *_serve(kept)])


def _table(head: str, aligned: str, rows: list[str]) -> str:
    return "".join(f"{line}\n" for line in (f"| {head} |", f"|{aligned}|", *(f"| {row} |" for row in rows)))


def _bars(kept: dict[str, Any]) -> Iterator[str]:
    yield _table("Of | | Bar | Found | Reached", "---|---|---:|---:|---", [_row(one) for one in find_bars(kept)])


def _row(bar: Bar) -> str:
    aim = f", aim {bar.aim:g}" if bar.aim else ""
    found = "not measured" if bar.found is None else f"{bar.found:.2f} {bar.unit}"
    reached = {True: "yes", False: "**no**", None: ""}[bar.is_reached]
    return f"{bar.part} | {bar.text} | ≤ {bar.most:g} {bar.unit}{aim} | {found} | {reached}"


def _circumstances(kept: dict[str, Any]) -> Iterator[str]:
    rows = []
    for name, one in kept.items():
        if "about" in one:
            about = one["about"]
            versions = ", ".join(f"{package} {version}" for package, version in about["packages"].items())
            loads = " to ".join(f"{load:.1f}" for load in about["load"])
            rows.append(
                f"{_pages(one) if name.isdigit() else name} | {about['day']} | {about['now']} | "
                f"{about['before'] or 'none'} | {about['machine']}; Python {about['python']}, {versions} | {loads} | "
                f"{about['rounds']} | {about['minutes']:.0f}"
            )
    head = "Run | Day | Now | Before | Machine and versions | Load | Rounds | Minutes"
    yield _table(head, "---|---|---|---|---|---|---:|---:", rows)


def _pages(size: dict[str, Any]) -> str:
    return f"{size['pages']:,} pages"


def _times(size: dict[str, Any]) -> Iterator[str]:
    runs, plain = size["runs"], size["runs"]["plain"]
    rows = [
        f"{text} | {median(runs[kind]):.2f} | **{ratio(runs[kind], plain):.2f}** | {median(runs[kind], 1):.2f} | "
        f"{ratio(runs[kind], plain, 1):.2f} | {_memory(size, kind)}"
        for kind, text in _KINDS.items()
        if kind in runs
    ]
    head = "Build | Seconds | × plain | Processor seconds | × plain | Memory, MB"
    yield _table(head, "---|---:|---:|---:|---:|---:", rows)


def _memory(size: dict[str, Any], kind: str) -> str:
    return f"{size['memory'][kind]:.0f}" if kind in size["memory"] else ""


def _zensical(size: dict[str, Any]) -> Iterator[str]:
    runs = size["runs"]
    if "zensical cold" not in runs:
        yield "\nZensical was not installed.\n"
        return
    rows = [
        f"{text} | {median(runs[kind]):.2f} | {ratio(runs[kind], runs['plain']):.2f} | {median(runs[kind], 1):.2f}"
        for kind, text in _ZENSICAL.items()
    ]
    yield "\n" + _table("Engine | Seconds | × plain MkDocs | Processor seconds", "---|---:|---:|---:", rows)


def _steps(size: dict[str, Any]) -> Iterator[str]:
    known = size["steps"]
    order = [one for one in ("first before", "first now", "measure before", "measure now") if one in known]
    rows = [
        f"{step} | " + " | ".join(f"{known[one].get(step, 0):.2f}" for one in order) for step in (START, *STEPS, REST)
    ]
    rows.append("**together** | " + " | ".join(f"**{sum(known[one].values()):.2f}**" for one in order))
    head = " | ".join(("Processor seconds of each step", *(_KINDS.get(one, one) for one in order)))
    yield "\n" + _table(head, "---|" + "|".join(["---:"] * len(order)), rows)


def _growths(kept: dict[str, Any]) -> Iterator[str]:
    sizes = sizes_of(kept)
    for small, large in pairwise(sizes):
        found = growth(small, large, "first now")
        rows = [f"{step} | {one.by_pages:.2f} | {one.by_pages_and_years:.2f}" for step, one in found.items()]
        yield (
            f"\n## Growth from {small['pages']:,} to {large['pages']:,} pages\n\n"
            "Steps of a first build that take a tenth of a second and more: 1 is as the pages grow, and as pages × "
            "years grow.\n\n"
        )
        yield _table("Step | by pages | by pages × years", "---|---:|---:", rows)


def _commands(kept: dict[str, Any]) -> Iterator[str]:
    if COMMANDS not in kept:
        return
    runs = kept[COMMANDS]["runs"]
    rows = []
    for kind in ("help", "check unchanged", "check edited"):
        before = runs.get(f"{kind} before")
        others = f"{median(before):.2f} | **{ratio(runs[f'{kind} now'], before):.2f}**" if before else " | "
        rows.append(f"{kind} | {median(runs[f'{kind} now']):.2f} | {others}")
    yield "\n## Commands\n\nThe help, and a check of `examples/model`.\n\n"
    yield _table("Command | Seconds | Before | × before", "---|---:|---:|---:", rows)


def _serve(kept: dict[str, Any]) -> Iterator[str]:
    if SERVE not in kept:
        return
    rows = []
    for size in kept[SERVE]["sizes"]:
        seconds = [one["seconds"] for one in size["saves"]]
        found = (size["median"], min(seconds), size["worst"])
        rows.append(" | ".join((f"{size['pages']:,}", str(len(seconds)), *(f"{one:.2f}" for one in found))))
    yield "\n## `serve`\n\nSeconds from a saved file to the first frame of Chromium that shows it.\n\n"
    yield _table("Pages | Saves | Median | Least | Most", "---:|---:|---:|---:|---:", rows)
