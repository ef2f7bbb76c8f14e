"""Lines of YAML for people: words as comments, keys to be filled in, and data that stands as a comment until wanted.

A comment of words has one blank behind its mark, YAML that waits in a comment has none, or at least two: so a person
or an editor can take the mark of either way off without breaking the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from prongsai.model.examples import written
from prongsai.thai.text import clean_text


def word_comment(text: str) -> str:
    """A text as a comment, which it cannot leave: whatever ends a line in it is a blank."""
    return f"# {clean_text(text)[0]}"


def indent(lines: Iterable[str], by: str = "  ") -> list[str]:
    """The lines, that many blanks further to the right."""
    return [f"{by}{line}" for line in lines]


def comment_out(lines: Iterable[str]) -> list[str]:
    """YAML as a comment, line by line."""
    return [f"#{line}" for line in lines]


def write_block(key: str, value: object) -> list[str]:
    """A key with what was typed behind it, in lines as people write them."""
    if isinstance(value, Mapping | list) and value:
        return [f"{written(key)}:", *indent(_inside(value))]
    return [f"{written(key)}:{'' if value is None else f' {written(_as_typed(value))}'}"]


def write_entry(lines: Sequence[str]) -> list[str]:
    """Lines of a group as an entry of a list."""
    return [f"- {lines[0]}", *indent(lines[1:])]


def _inside(value: Mapping[str, object] | list[object]) -> list[str]:
    if isinstance(value, Mapping):
        return [line for key, inner in value.items() for line in write_block(key, inner)]
    return [line for inner in value for line in write_entry(_entry(inner))]


def _entry(value: object) -> list[str]:
    if isinstance(value, Mapping) and value:
        return _inside(value)
    return [written(_as_typed(value)) if value is not None else ""]


def _as_typed(value: object) -> object:
    """A scalar letter by letter where it fits a line: the names of files count so; else in its one form."""
    typed = getattr(value, "typed", "")
    return typed if typed.isprintable() and typed else value
