"""Run the program with the time of each of its steps: `steps.py PACKAGES FILE build …` writes them as JSON.

Seconds are of processors, with processes that it started, so that other work on the machine does not count. The time
of a step is without that of steps within it. This file runs within any version of the program: a function that a
version does not have is passed over, and its time is part of the step around it. PACKAGES is the folder that has that
version.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

STEPS: dict[str, tuple[str, ...]] = {
    "fingerprints and memory": (
        *(
            f"pipeline.fingerprint:{name}"
            for name in ("source_fingerprint", "content_fingerprint", "remembered", "remember", "is_last_build")
        ),
        "pipeline.last_site:find_last_site",
        "pipeline.last_site:keep_last_site",
        "pipeline.store:Store.keep",
    ),
    "data files read": ("loading.load_site:load_site",),
    "scores computed": ("analysis.results:analyse_site",),
    "rules": (
        "rules.by_trust:check_by_trust",
        "rules.gather:gather",
        "rules.answers:silence",
        "rules.answers:explain",
        "rules.known_scores:say_known_scores",
    ),
    "own pages and files": ("pipeline.read_content:read_content", "pipeline.checks.own_content:check_own_content"),
    "pages planned": ("pages.plan:plan_pages", "pipeline.planning.plan_files:plan_files"),
    "ids and addresses": (
        "pipeline.planning.plan_files:_declared",
        "pipeline.planning.plan_files:_addresses",
        "pipeline.checks.addresses:check_addresses",
    ),
    "open data": ("pipeline.planning.data_files:plan_data_files", "pipeline.planning.plan_files:_make_files"),
    "pages written as Markdown": ("pipeline.planning.write_pages:PageWriter.write",),
    "search": ("pipeline.planning.search_files:search_files",),
    "files written": (
        "pipeline.generate:generate_folder",
        "pipeline.content.write_files:write_files",
        "pipeline.content.page_mark:sign_page",
    ),
    "engine": ("engines.mkdocs.engine:MkDocs.build", "engines.mkdocs.engine:MkDocs.make"),
    "site checked": (
        "pipeline.checks.output:read_output",
        "pipeline.checks.finished:check_finished",
        "pipeline.checks.addresses:check_headings",
    ),
    "site put in its place": (
        "pipeline.target.replace_tree:replace_tree",
        "pipeline.target.replace_tree:check_target",
        "pipeline.target.replace_tree:recover",
        "pipeline.target.pack_files:pack_files",
    ),
}
START, REST = "start and imports", "everything else"
_END = object()


class Watch:
    """A watch that gives the time that passes to the innermost step."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = dict.fromkeys((START, *STEPS, REST), 0.0)
        self.within: list[str] = [START]
        self._last = 0.0

    def turn(self) -> None:
        """Give the time since the last turn to the step that is open."""
        now = _processor_seconds()
        self.spent[self.within[-1]] += now - self._last
        self._last = now

    def wrap(self, step: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, with its time given to a step."""

        @functools.wraps(function)
        def timed(*words: Any, **named: Any) -> Any:
            self.turn()
            self.within.append(step)
            try:
                return function(*words, **named)
            finally:
                self.turn()
                self.within.pop()

        @functools.wraps(function)
        def timed_parts(*words: Any, **named: Any) -> Iterator[Any]:
            ask = self.wrap(step, functools.partial(next, function(*words, **named), _END))
            while (one := ask()) is not _END:
                yield one

        return timed_parts if inspect.isgeneratorfunction(function) else timed


def _processor_seconds() -> float:
    used = os.times()
    return time.process_time() + used.children_user + used.children_system


def find(name: str) -> tuple[Any, str, Callable[..., Any]] | None:
    """The owner of a function `module:name` or `module:class.name`, its name there and itself; None without one."""
    place, _, path = name.partition(":")
    try:
        owner: Any = importlib.import_module(f"prongsai.{place}")
        *classes, last = path.split(".")
        for one in classes:
            owner = getattr(owner, one)
        return owner, last, getattr(owner, last)
    except (ImportError, AttributeError):
        return None


def _replace(old: Callable[..., Any], new: Callable[..., Any], owner: Any, name: str) -> None:
    """Put a function in the place of another wherever a module has it by any name."""
    setattr(owner, name, new)
    for place, module in list(sys.modules.items()):
        if place.startswith("prongsai"):
            for known, value in list(vars(module).items()):
                if value is old:
                    setattr(module, known, new)


def main() -> None:
    """Run the command line of the program with the watch, and write what it says."""
    sys.path[0], out, sys.argv = sys.argv[1], Path(sys.argv[2]), ["prongsai", *sys.argv[3:]]
    watch, first = Watch(), os.getpid()
    importlib.import_module("prongsai.pipeline.build")
    for step, names in STEPS.items():
        for name in names:
            if found := find(name):
                owner, last, function = found
                _replace(function, watch.wrap(step, function), owner, last)
    watch.turn()
    watch.within = [REST]
    try:
        importlib.import_module("prongsai.cli").main()
    finally:
        if os.getpid() == first:
            watch.turn()
            out.write_text(json.dumps(watch.spent), encoding="utf-8")


if __name__ == "__main__":
    main()
