"""Fields of the data files by the words that people have for them: keys, Thai names, and files with a key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import PurePosixPath

from prongsai.forms.reference import Entry, entries_of
from prongsai.loading.load_site import CONFIG_RECORDS, YEAR_FILES
from prongsai.manual.tables import write_names
from prongsai.model.edition import Edition
from prongsai.model.record import Record
from prongsai.model.synonyms import keys_meant
from prongsai.thai.columns import columns_of, wrap_text

EDITION = "site_config/editions/{ปี}.yml"
_STEP = re.compile(r"\[\d+\]")


def data_files() -> dict[str, type[Record]]:
    """The record that each data file holds, by the name of the file."""
    config = {f"site_config/{name}": record for name, record in CONFIG_RECORDS.items()}
    years = {f"data/{{ปี}}/{name}": record for name, (_, record) in YEAR_FILES.items()}
    return {**config, **years, EDITION: Edition}


@cache
def all_fields() -> tuple[Entry, ...]:
    """Every field of every file."""
    return tuple(entries_of(data_files()))


def file_meant(word: str) -> str | None:
    """The file that a word names: `oit.yml`, `data/2568/oit.yml`, or that of an edition; None where it names none."""
    path = PurePosixPath(word.replace("\\", "/").lower())
    if path.suffix != ".yml":
        return None
    if path.stem == "edition" or path.parent.name == "editions" or path.stem.isdecimal():
        return EDITION
    return next((name for name in data_files() if PurePosixPath(name).name == path.name), None)


def short_name(file: str) -> str:
    """The name by which a file is asked for."""
    return "edition.yml" if file == EDITION else file.rpartition("/")[2]


def find_fields(word: str, file: str | None = None) -> list[Entry]:
    """The fields whose key or name the word is, or what people write for it; `measures[1].period` is its last key."""
    known = [one for one in all_fields() if file in {None, one.file}]
    asked = " ".join(word.lower().split())
    key = _STEP.sub("", asked).rpartition(".")[2]
    found = [one for one in known if one.key == key or one.title.lower() == asked]
    if found:
        return found
    meant = set(keys_meant(key, {one.key for one in known}))
    return [one for one in known if one.key in meant]


def write_fields(found: Sequence[Entry], width: int) -> list[str]:
    """Lines for each field, those with the same words together, with all places where they may be written."""
    same: dict[tuple[str, ...], list[Entry]] = {}
    for one in found:
        same.setdefault((one.key, one.title, one.meaning, one.form, one.example), []).append(one)
    parts = [_lines_of(places, width) for places in same.values()]
    return [line for at, part in enumerate(parts) for line in ([""] if at else []) + part]


def _lines_of(places: Sequence[Entry], width: int) -> list[str]:
    one = places[0]
    title = f"{one.key}  {one.title}"
    where = [f"{place.file}{f' กลุ่ม{place.group}' if place.group else ''}{_needed(place)}" for place in places]
    rows = [
        ("ความหมาย", one.meaning),
        ("รูปแบบ", one.form),
        ("คีย์ในกลุ่ม", _keys_of_group(one)),
        ("ตัวอย่าง", f"{one.key}: {one.example}" if one.example else ""),
    ]
    told = [(name, text) for name, text in rows if text]
    places_told = [("เขียนใน" if at == 0 else "", place) for at, place in enumerate(where)]
    return [title, "-" * min(columns_of(title), width), *write_names([*told, *places_told], width)]


def _keys_of_group(one: Entry) -> str:
    """The keys that are written below a field, each with its name; empty for a field that is no group."""
    group = one.form.rpartition(": ")[2]
    below = [inner for inner in all_fields() if inner.file == one.file and inner.group == group]
    return ", ".join(f"{inner.key} ({inner.title}){_needed(inner)}" for inner in below)


def _needed(place: Entry) -> str:
    return " (ต้องกรอก)" if place.is_needed else ""


def write_file(name: str, width: int) -> list[str]:
    """The keys of a file, and those of the groups in it, each with its name."""
    lines = [name, "-" * columns_of(name)]
    for group, fields in _by_group(name):
        lines += ["", *wrap_text(f"กลุ่ม{group}", width)] if group else []
        lines += write_names([(f"{one.key}{_needed(one)}", one.title) for one in fields], width)
    more = f"ดูความหมายและตัวอย่างของคีย์ด้วย prongsai help {short_name(name)} ตามด้วยชื่อคีย์"
    return [*lines, "", *wrap_text(more, width)]


def _by_group(name: str) -> Iterator[tuple[str, list[Entry]]]:
    groups: dict[str, list[Entry]] = {}
    for one in all_fields():
        if one.file == name:
            groups.setdefault(one.group, []).append(one)
    yield from groups.items()
