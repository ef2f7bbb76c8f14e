"""A record as YAML to be filled in: every field with its words, its key ready where it may stay empty.

What may not stay empty (a list, a group, a table) waits in a comment, with an example. So a file that nobody has
touched states nothing, and one whose comments were taken for data states hardly more than that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pydantic.fields import FieldInfo

from prongsai.forms.comments import comment_out, indent, word_comment, write_entry
from prongsai.model.examples import key_in
from prongsai.model.groups import holder_of, may_be_absent, records_in
from prongsai.model.record import Record
from prongsai.model.said import Said, words_of
from prongsai.model.stated import Absence

Given = Mapping[str, Sequence[str]]  # lines for a key instead of those that would stand there; no lines, no field
_NOTHING: Given = {}


class FillIn:
    """Writes records for one file; the words of a field are said where it comes first."""

    def __init__(self) -> None:
        self._said: set[tuple[type[Record], str]] = set()

    def write_file(self, record: type[Record], given: Given) -> list[str]:
        """The fields of a file, set apart from each other."""
        return [line for words, lines in self._fields(record, given) for line in ("", *words, *lines)]

    def write_fields(self, record: type[Record], given: Given = _NOTHING) -> list[str]:
        """All fields of a record in the order of their declaration."""
        return [line for words, lines in self._fields(record, given) for line in (*words, *lines)]

    def write_entry(self, record: type[Record], given: Given = _NOTHING) -> list[str]:
        """The same as an entry of a list."""
        (words, first), *rest = self._fields(record, given)
        return [*words, *write_entry([*first, *(line for more, lines in rest for line in (*more, *lines))])]

    def _fields(self, record: type[Record], given: Given) -> Iterator[tuple[list[str], Sequence[str]]]:
        for name, field in record.model_fields.items():
            key = field.alias or name
            if key in given and not given[key]:
                continue
            is_said = (record, key) in self._said
            self._said.add((record, key))
            lines = given.get(key) or self._empty(key, field, is_said=is_said)
            if lines:
                yield [] if is_said else [_words(field)], lines

    def _empty(self, key: str, field: FieldInfo, *, is_said: bool) -> list[str]:
        """A key with nothing behind it, or an example, in a comment where the field can be left out."""
        if may_be_empty(field):
            return [f"{key}:"]
        if field.is_required():
            return [f"{key}: {_example(field)}"]
        if _own_example(field):
            return [] if is_said else comment_out([f"{key}: {_own_example(field)}"])
        return comment_out([f"{key}:", *indent(self._inside(key, field))])

    def _inside(self, key: str, field: FieldInfo) -> list[str]:
        """An example of what stands below the key of a group, or of a list or a table of groups."""
        record, holder = next(records_in(field.annotation)), holder_of(field.annotation)
        if record.shorthand:
            return [f"- {_example(field)}" if holder == "list" else f"{key_in(key)}: {_example(field)}"]
        if holder == "list":
            return self.write_entry(record)
        lines = self.write_fields(record)
        return lines if holder == "one" else [f"{key_in(key)}:", *indent(lines)]


def may_be_empty(field: FieldInfo) -> bool:
    """Whether a key may stand there with nothing behind it, and a bare value is what it waits for."""
    record = next(records_in(field.annotation), None)
    is_group = record is not None and not record.shorthand and not _own_example(field)
    if is_group or field.is_required():
        return not is_group and may_be_absent(field.annotation)
    return field.default is None or isinstance(field.default, Absence | Record)


def _words(field: FieldInfo) -> str:
    """The name of a field, its meaning, and an example where the key below stands without one."""
    said = words_of(field) or Said("", "")
    example = f" ตัวอย่าง: {_example(field)}" if may_be_empty(field) and _example(field) else ""
    return word_comment(f"{said.title}: {said.meaning}{example}")


def _own_example(field: FieldInfo) -> str:
    said = words_of(field)
    return said.example if said else ""


def _example(field: FieldInfo) -> str:
    """The example of a field, or of the bare value that stands for the record that it holds."""
    short = next((one for one in records_in(field.annotation) if one.shorthand), None)
    return _own_example(field) or (_own_example(short.model_fields[short.shorthand]) if short else "")
