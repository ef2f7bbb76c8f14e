"""The front matter of generated pages, read as the engine reads it: each line is a key and a value in JSON."""

from __future__ import annotations

import json
import re
from typing import Any

_BEGIN, _END = "---\n", "\n---\n"
# YAML takes all of these as they are; what it folds, refuses or reads in another way is left to it.
_LINE = re.compile(r'([a-z_]+): ((?:true|false|null|["\[{0-9-])[\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe]*)')
_HALF = "\\ud"  # of a sign, which YAML refuses


def split_page(text: str) -> tuple[str, dict[str, Any]]:
    """The Markdown of a page without its front matter, and what that says."""
    end = text.find(_END)
    if text.startswith(_BEGIN) and end > 0:
        meta = _read_lines(text[len(_BEGIN) : end].split("\n"))
        if meta is not None:
            return text[end + len(_END) :].lstrip("\n"), meta
    from mkdocs.utils.meta import get_data

    return get_data(text)


def _read_lines(lines: list[str]) -> dict[str, Any] | None:
    """The values of the lines; None where one of them may be another in YAML."""
    found: dict[str, Any] = {}
    for line in lines:
        match = _LINE.fullmatch(line)
        if match is None or _HALF in match[2].lower():
            return None
        try:
            found[match[1]] = json.loads(match[2], parse_float=_refuse, parse_constant=_refuse)
        except ValueError:
            return None
    return found


def _refuse(number: str) -> object:
    raise ValueError(number)
