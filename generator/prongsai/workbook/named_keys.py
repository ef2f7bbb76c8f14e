"""Sentences on data files as a workbook says them: keys by the heads of their columns, files by their sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from prongsai.forms.columns import Column
from prongsai.workbook.sheets import SHEETS

_QUOTED = re.compile(r"(“[^”]*”)")  # what was found in the data is said as it is
_APART = r"A-Za-z0-9_/.\-"  # characters that make a word a part of an address, a file or a code
_BEHIND = re.compile(r" \(([a-z][a-z_]*)\)")
_AS_YAML = re.compile(r" (?:เช่น|คือ) (?:- )?(?:[a-z_]+: )?[\[{].*?[\]}]+(?=[ \n]|$)")  # an example for the file alone
_WORD = re.compile(rf"(?<![{_APART}])([a-z][a-z_]*)(?![{_APART}]|://)")
_FILE = re.compile(r"(?:site_config|data/[0-9]{4})/(\w[\w-]*\.yml)")


def name_by_heads(text: str, file: str, sheet: str) -> str:
    """A sentence on a data file for whoever has its sheet before them, with nothing that is only in the file.

    `file` is the name of the file without its folder, `sheet` that of the sheet with the cell, whose heads come first.
    """
    parts = _QUOTED.split(text)
    return "".join(part if number % 2 else _named(part, file, sheet) for number, part in enumerate(parts))


def _named(text: str, file: str, sheet: str) -> str:
    words = _words(file, sheet)
    text = _AS_YAML.sub("", text)
    said = _BEHIND.sub(lambda found: "" if found[1] in words else found[0], text)
    said = _FILE.sub(lambda found: _sheet_of(found[1], sheet) or found[0], said)
    return _WORD.sub(lambda found: words.get(found[1], found[0]), said)


@cache
def _words(file: str, sheet: str) -> Mapping[str, str]:
    """The heads of the keys of a file, and the words of the values of its closed lists."""
    heads: dict[str, str] = {}
    values: dict[str, str] = {}
    for column in _columns(file, sheet):
        heads.setdefault(column.path[-1], f"“{column.head}”")
        for value, word in column.choices.items():
            values.setdefault(value, word)
    return {**values, **heads}


def _columns(file: str, sheet: str) -> Iterator[Column]:
    """The columns of the parts of a file, those of the sheet first."""
    for one in sorted(SHEETS, key=lambda one: one.name != sheet):
        yield from (column for source in one.sources if source.file == file for column in one.columns_of(source))


def _sheet_of(file: str, sheet: str) -> str:
    """The name of the sheet that has a file: the one with the cell, else the first."""
    names = [one.name for one in SHEETS if any(source.file == file for source in one.sources)]
    return f"แผ่น {sheet if sheet in names else names[0]}" if names else ""
