"""Texts as they are typed: plain where that is safe, else quoted; on one line, in lines or in brackets."""

from __future__ import annotations

import re

from prongsai.writing.change import Plain

# More than YAML asks for: a person who edits the text later should not have to know its rules.
_FIRST = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=]|\.\.\.|<<")
_IN_LINES = re.compile(r":(?:\s|$)|\s#")
_IN_BRACKETS = re.compile(r"[:?,\[\]{}]|\s#")  # the C reader stops at a question mark before a comma too
_NOTHING = {"", "~", "null"}
LONGEST_KEY = 1000  # letters; to YAML a longer one is no key


def is_plain(text: str, *, in_brackets: bool) -> bool:
    """True if a text needs no quotes in lines or in brackets."""
    if text.lower() in _NOTHING or _FIRST.match(text):
        return False
    return not (_IN_BRACKETS if in_brackets else _IN_LINES).search(text)


def write_scalar(text: str, style: str = "", *, in_brackets: bool) -> str:
    """A text in the wanted quotes, single or double; without any where none are wanted and it is safe.

    One that needs some gets double ones, or single ones if there are double ones in it.
    """
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    if style != '"' and is_plain(text, in_brackets=in_brackets):
        return text
    if not style and '"' in text:  # easier to read than with a stroke before each
        return write_scalar(text, "'", in_brackets=in_brackets)
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write_key(key: str, *, in_brackets: bool) -> str:
    """A key, quoted where it would be read as something else."""
    return (
        key if ":" not in key and is_plain(key, in_brackets=True) else write_scalar(key, '"', in_brackets=in_brackets)
    )


def write_flow(value: Plain) -> str:
    """A value in brackets; nothing in a list is said, since a gap between commas is no entry."""
    if isinstance(value, dict):
        return "{" + ", ".join(write_pair(key, inner) for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(write_flow, value)) + "]"
    return "~" if value is None else write_scalar(value, in_brackets=True)


def write_pair(key: str, value: Plain) -> str:
    """A key with its value in brackets."""
    return f"{write_key(key, in_brackets=True)}: {write_flow(value)}"
