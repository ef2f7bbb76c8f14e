"""Values of data files as texts of cells, and back: what a cell cannot hold stays out of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from prongsai.forms.columns import Column, Shape
from prongsai.model.groups import keys_of
from prongsai.model.record import Record
from prongsai.model.stated import SPELLINGS
from prongsai.thai.listed import BULLETS, Entry, depth_of, is_marked, read_entries, write_entries
from prongsai.thai.text import clean_text

PRINTED = "พิมพ์ว่า:"  # before what a document prints where a value is due
Names = Mapping[str, Mapping[str, str]]  # by what is referred to: the name that is shown for each code


def group_at(raw: object, record: type[Record]) -> Mapping[str, object]:
    """The values typed for a record, key by key, also where it was typed as a bare value."""
    if isinstance(raw, Mapping) and not (record.shorthand and _is_printed(raw)):
        return raw
    if raw is None:
        return {}
    if record.shorthand:
        return record.read_short(raw)
    return {keys_of(record)[0]: raw}


def value_at(raw: object, column: Column) -> object:
    """The value typed for a column in the record that was read as `raw`; None where there is none."""
    for key, record in zip(column.path, column.records, strict=True):
        raw = group_at(raw, record).get(key)
    return raw


def text_of(raw: object, column: Column, names: Names) -> str | None:
    """The text of a cell for what was typed; None where no cell can hold it."""
    if raw is None:
        return ""
    if isinstance(raw, str):
        return _text_of_scalar(raw, column, names)
    if isinstance(raw, Mapping):
        return _text_of_printed(raw) or (_text_of_pairs(raw) if column.shape is Shape.PAIRS else None)
    is_list = column.shape in {Shape.LINES, Shape.POINTS} and isinstance(raw, Sequence)
    return _text_of_list(raw, column, names) if is_list and isinstance(raw, Sequence) else None


def _text_of_list(raw: Sequence[object], column: Column, names: Names) -> str | None:
    if not raw:
        return "" if column.may_be_empty_list else None
    entries = [*filter(None, map(_entry_of, raw))]
    if len(entries) != len(raw) or depth_of(entries) > (len(BULLETS) if column.shape is Shape.POINTS else 1):
        return None
    if column.has_marks:
        return "\n".join(write_entries(entries))
    texts = [one.text for one in entries]
    is_absence = len(texts) == 1 and texts[0] in SPELLINGS
    return None if is_absence else "\n".join(_shown(text, column, names) for text in texts)


def _text_of_scalar(raw: str, column: Column, names: Names) -> str | None:
    if raw in SPELLINGS and not column.choices:
        return raw
    if raw.startswith(PRINTED) or column.shape is Shape.PAIRS:
        return None
    if column.has_marks:
        return f"{BULLETS[0]} {raw}" if is_marked(raw) else raw
    return _shown(raw, column, names)


def _is_printed(raw: Mapping[str, object]) -> bool:
    return raw.get("printed") is not None and raw.keys() <= {"printed", "at"}


def _text_of_printed(raw: Mapping[str, object]) -> str:
    return f"{PRINTED} {raw['printed']}" if raw.keys() == {"printed"} and isinstance(raw["printed"], str) else ""


def _text_of_pairs(raw: Mapping[str, object]) -> str | None:
    lines = [f"{key}: {value}" for key, value in raw.items() if isinstance(value, str) and value and ":" not in key]
    return "\n".join(lines) if len(lines) == len(raw) else None


def _entry_of(raw: object) -> Entry | None:
    """An entry of a list that a line can hold, with the points below it."""
    if isinstance(raw, str):
        return Entry(raw) if raw else None
    if not isinstance(raw, Mapping) or not raw.keys() <= {"text", "points"} or not isinstance(raw.get("text"), str):
        return None
    below = raw.get("points") or []
    if not isinstance(below, str | list):
        return None
    entries = [*map(_entry_of, [below] if isinstance(below, str) else below)]
    return Entry(str(raw["text"]), [one for one in entries if one]) if all(entries) else None


def _shown(raw: str, column: Column, names: Names) -> str:
    """The word or the name for a value of a closed list or a code; anything else as it was typed."""
    return names.get(column.refers, {}).get(raw) or column.choices.get(raw) or raw


Value = str | list["Value"] | dict[str, "Value"] | None


Find = Callable[[str], str | None]  # the code that a text means among those that a column refers to


def read_text(text: str, column: Column, names: Names, before: object = None, find: Find = lambda _: None) -> Value:
    """The value that a cell says, as it is typed in a data file; `before` is what was there, whose words are kept."""
    whole = clean_text(text)[0]
    if not whole:
        return None
    if whole in SPELLINGS and not column.choices:
        return whole
    if whole.startswith(PRINTED):
        return {"printed": whole.removeprefix(PRINTED).strip()}
    if column.shape is Shape.PAIRS:
        return _read_pairs(text)
    return _read_plain(text, column, names, before, find)


def _read_plain(text: str, column: Column, names: Names, before: object, find: Find) -> Value:
    if column.shape is Shape.TEXT:
        return _meant(clean_text(text)[0], column, names, find, before)
    return _read_list(text, column, before) if column.has_marks else _read_names(text, column, names, find, before)


def _read_list(text: str, column: Column, before: object) -> Value:
    entries = [one for one in read_entries(text) if clean_text(one.text)[0]]
    read: list[Value] = [_value_of(one) if column.shape is Shape.POINTS else clean_text(one.text)[0] for one in entries]
    is_bare = len(read) == 1 and isinstance(read[0], str) and not is_marked(text) and not isinstance(before, list)
    return read[0] if is_bare else read


def _value_of(entry: Entry) -> Value:
    text = clean_text(entry.text)[0]
    return {"text": text, "points": [_value_of(one) for one in entry.below]} if entry.below else text


def _read_names(text: str, column: Column, names: Names, find: Find, before: object) -> Value:
    """Codes or names, a line each, or several on a line between commas where none of them has one."""
    lines = [clean_text(line)[0] for line in text.splitlines()]
    if len(lines) == 1 and not column.refers:
        lines = lines[0].split(",")
    typed = before if isinstance(before, list) else [before]
    read: list[Value] = [_meant(line.strip(" •,"), column, names, find, *typed) for line in lines if line.strip(" •,")]
    return read[0] if len(read) == 1 and isinstance(before, str) else read


def _meant(shown: str, column: Column, names: Names, find: Find, *before: object) -> str:
    """The code or the value that is shown so; first what was typed there, so that it keeps its own words."""
    for typed in before:
        if isinstance(typed, str) and typed and _shown(typed, column, names) == shown:
            return typed
    if column.choices and any(isinstance(typed, str) and typed and typed not in column.choices for typed in before):
        return shown  # the file has words there, not the keys of the values
    known = {name: code for code, name in names.get(column.refers, {}).items()}
    known |= {word: value for value, word in column.choices.items()}
    return known.get(shown) or (find(shown) if column.refers else None) or shown


def _read_pairs(text: str) -> Value:
    read: dict[str, Value] = {}
    last = ""
    for line in filter(None, (clean_text(one)[0] for one in text.splitlines())):
        key, mark, value = line.partition(":")
        if mark and key.strip():
            last = key.strip()
            read[last] = value.strip() or None
        elif last:  # more of the line before it
            read[last] = f"{read[last] or ''} {line}".strip()
        else:
            read[line] = None
    return read
