"""Text is text: whatever people typed comes out as that text, in Markdown, in HTML and in attributes."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

_ACTIVE = {ord(c): f"&#{ord(c)};" for c in "&<>\"'\\`*_{}[]#|!~^=$"}
_AT_START = re.compile(r"(?:[-+:?%]|\d+[.)](?=\s|$))")  # \d on purpose: Thai digits begin lists too
_INSIDE = re.compile(r"-{2,}|:(?=[\w+-]+:)|(?<=:)//|@|(?<=[wW])\.|(?i:(?<=[^a-z])mailto:)")


def _entities(found: re.Match[str]) -> str:
    return "".join(c if c.isdigit() else f"&#{ord(c)};" for c in found.group())


@lru_cache(maxsize=20_000)
def escape_line(text: str) -> str:
    """One line of text as character references wherever Markdown, HTML or attribute lists would read markup."""
    line = " ".join(text.split())
    start = _AT_START.match(line)
    head, rest = (_entities(start), line[start.end() :]) if start else ("", line)
    return head + _INSIDE.sub(_entities, rest.translate(_ACTIVE))


def finalize(value: object) -> Markup:
    """The text that the templates print: our markup as it is, everything else escaped."""
    if type(value) is Markup:
        return value  # most of what is printed; a copy would say the same
    if hasattr(value, "__html__"):
        return Markup(value)  # noqa: S704  it says of itself that it is markup
    return Markup(escape_line("" if value is None else str(value)))  # noqa: S704  escaped right here
