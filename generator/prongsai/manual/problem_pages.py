"""The parts of the manual on problems, by their codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from prongsai.manual.shelf import read_page
from prongsai.manual.topics import PROBLEMS, Topic, topics

_SECTION = re.compile(r"^## ([a-z0-9-]+)$", re.MULTILINE)


@cache
def problem_sections() -> Mapping[str, tuple[Topic, str]]:
    """The page and the Markdown of each problem, by its code."""
    found: dict[str, tuple[Topic, str]] = {}
    for one in topics():
        if one.name.startswith(f"{PROBLEMS}/"):
            _, *parts = _SECTION.split(read_page(one.path))
            for code, text in zip(parts[::2], parts[1::2], strict=True):
                found[code] = one, f"## {code}\n{text}"
    return found
