"""Runs of changes that can be made at once, since none reaches into another: reading again costs most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.writing.change import Change, Path, Put


def split_alike(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """The changes in their order, in runs: texts in different places are one run, all else is alone."""
    run, above = list[Change](), dict[Path, bool]()  # each path of the run, and (False) those on the way to it
    for change in changes:
        is_text = isinstance(change, Put) and isinstance(change.value, str) and len(change.path) > 1
        if run and not (is_text and _is_apart(change.path, above)):
            yield run
            run, above = [], {}
        if not is_text:
            yield [change]
            above = {}
            continue
        run.append(change)
        for length in range(len(change.path)):
            above.setdefault(change.path[:length], False)
        above[change.path] = True
    if run:
        yield run


def _is_apart(path: Path, above: dict[Path, bool]) -> bool:
    return path not in above and not any(above.get(path[:length]) for length in range(len(path)))
