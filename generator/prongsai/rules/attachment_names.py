"""Which attachment a name means that is not there: one that differs in spelling only, or one that is much like it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import PurePosixPath

from prongsai.disk.names import Names, differences, shown
from prongsai.problems import Problem, Where, problem
from prongsai.rules.context import Context, once

FOLDER = "files/"


@once
def _names(context: Context) -> Iterator[Names]:
    yield Names(file.name.removeprefix(FOLDER) for file in context.site.content if file.is_attachment)


def is_there(context: Context, name: str) -> bool:
    """Whether an attachment of exactly this name below content/files is there."""
    return name in _names(context)[0].names


def name_differs(context: Context, name: str, where: Where, year: int) -> Problem | None:
    """The problem of a name that differs from an attachment's in spelling only, and says in what; None otherwise.

    Capital letters alone are told where an attachment is missing.
    """
    other = _names(context)[0].nearly(name)
    found = differences(name, other) if other else ()
    if not found or found == ("capitals",):
        return None
    values = {"found": shown(name), "other": shown(other), "differs": " ".join(found)}
    return problem("attachment-name-differs", where, year=year, **values)


def suggest_name(context: Context, name: str) -> str:
    """The attachment with the most similar name, or with the same name in another folder; empty for none."""
    by_folded = {other.lower(): other for other in sorted(_names(context)[0].names)}
    last = PurePosixPath(name).name.lower()
    same = next((other for other in by_folded if PurePosixPath(other).name == last), None)
    near = difflib.get_close_matches(name.lower(), by_folded, n=1, cutoff=0.8) if same is None else [same]
    return shown(by_folded[near[0]]) if near else ""
