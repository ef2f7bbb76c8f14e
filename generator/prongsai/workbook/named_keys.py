"""Sentences on data files as a workbook says them: keys by the heads of their columns, files by their sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from prongsai.forms.columns import Column
from prongsai.workbook.layout import EACH
from prongsai.workbook.sheets import SHEETS

_QUOTED = re.compile(r"(“[^”]*”)")  # what was found in the data is said as it is
_APART = r"A-Za-z0-9_/.\-"  # characters that make a word a part of an address, a file or a code
_BEHIND = re.compile(r" \(([a-z][a-z_]*)\)")
# An example that is for the file alone.
_AS_YAML = re.compile(
    r" (?:เช่น|คือ) (?:- )?(?:[a-z][a-z0-9_-]*: )?[\[{].*?[\]}]+(?=[ \n]|$)"
)  # an example for the file alone
_PLACE = re.compile(r" \([a-z][a-z_]*(?:\[[0-9]+\]|\.[\w-]+)+\)")  # measures[9].period
_KEY = re.compile(r"(ขาด)?คีย์ “([a-z][a-z_]*)”")
_NEW_LINE = re.compile(r"เพิ่มบรรทัด ([a-z][a-z_]*): แล้วกรอกค่า")
_WORD = re.compile(rf"(?<![{_APART}])([a-z][a-z_]*)(?![{_APART}]|://)")
_OF_FILE = re.compile(rf"(?<![{_APART}])([a-z][a-z_]*) (?:ของ|ใน) (?:site_config|data/[0-9]{{4}})/(\w[\w-]*\.yml)")
_FILE = re.compile(r"(?:site_config|data/[0-9]{4})/(\w[\w-]*\.yml)")


def name_by_heads(text: str, file: str, sheet: str) -> str:
    """A sentence on a data file for whoever has its sheet before them, with nothing that is only in the file.

    `file` is the name of the file without its folder, `sheet` that of the sheet with the cell, whose heads come first.
    """
    words = _words(file, sheet)
    said = _KEY.sub(lambda found: f"{'ยังไม่ได้กรอก' if found[1] else 'ช่อง'} {words.get(found[2], f'“{found[2]}”')}", text)
    parts = _QUOTED.split(_NEW_LINE.sub(r"กรอก \1", said))
    return "".join(part if number % 2 else _named(part, file, sheet) for number, part in enumerate(parts))


def _named(text: str, file: str, sheet: str) -> str:
    words = _words(file, sheet)
    text = _PLACE.sub("", _AS_YAML.sub("", text))
    said = _BEHIND.sub(lambda found: "" if found[1] in words else found[0], text)
    said = _OF_FILE.sub(lambda found: _place_in(found[2], found[1], sheet) or found[0], said)
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
    return {**values, **_lists(file), **heads}


def _place_in(file: str, key: str, sheet: str) -> str:
    """The sheet for a list of another file, or the head of the key there."""
    return _lists(file).get(key) or _words(file, sheet).get(key, "")


def _lists(file: str) -> Mapping[str, str]:
    """The sheets of the lists and tables of a file, by their keys."""
    parts = ((one, part.name) for part in SHEETS for one in part.sources if one.file == file)
    return {one.steps[-2]: f"แผ่น {name}" for one, name in parts if len(one.steps) > 1 and one.steps[-1] == EACH}


def _columns(file: str, sheet: str) -> Iterator[Column]:
    """The columns of the parts of a file, those of the sheet first."""
    for one in sorted(SHEETS, key=lambda one: one.name != sheet):
        yield from (column for source in one.sources if source.file == file for column in one.columns_of(source))


def _sheet_of(file: str, sheet: str) -> str:
    """The name of the sheet that has a file: the one with the cell, else the first."""
    names = [one.name for one in SHEETS if any(source.file == file for source in one.sources)]
    return f"แผ่น {sheet if sheet in names else names[0]}" if names else ""
