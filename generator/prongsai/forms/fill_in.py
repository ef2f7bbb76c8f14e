"""A record as YAML to be filled in: every field with its words, its key ready where it may stay empty.

What may not stay empty (a list, a group, a table) waits in a comment, with an example. So a file that nobody has
touched states nothing, and one whose comments were taken for data states hardly more than that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pydantic.fields import FieldInfo

from prongsai.model.examples import key_in, written
from prongsai.model.groups import holder_of, may_be_absent, records_in
from prongsai.model.record import Record, Said, words_of
from prongsai.model.stated import Absence
from prongsai.thai.text import clean_text


# A comment of words has one blank behind its mark, YAML that waits in a comment has none, or at least two: so a person
# or an editor can take the mark of either way off without breaking the file.
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


Given = Mapping[str, Sequence[str]]  # lines for a key instead of those that would be there; no lines, no field
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

    def write_key(self, record: type[Record], key: str) -> list[str]:
        """The lines of one field as they are where nothing is known of it, without its words."""
        return self._empty(key, record.model_fields[key], is_said=True)

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
        if is_said and _is_seldom(field):
            return []
        return comment_out([f"{key}:", *indent(self._inside(key, field))])

    def _inside(self, key: str, field: FieldInfo) -> list[str]:
        """An example of what is below the key of a group, or of a list or a table of groups."""
        record, holder = next(records_in(field.annotation)), holder_of(field.annotation)
        if record.shorthand:
            return [f"- {_example(field)}" if holder == "list" else f"{key_in(key)}: {_example(field)}"]
        if holder == "list":
            return self.write_entry(record)
        lines = self.write_fields(record)
        return lines if holder == "one" else [f"{key_in(key)}:", *indent(lines)]


def may_be_empty(field: FieldInfo) -> bool:
    """True if a key may be there with nothing behind it, and a bare value is what it waits for."""
    if _is_seldom(field):
        return False
    record = next(records_in(field.annotation), None)
    is_group = record is not None and not record.shorthand and not _own_example(field)
    if is_group or field.is_required():
        return not is_group and may_be_absent(field.annotation)
    return field.default is None or isinstance(field.default, Absence | Record)


def _is_seldom(field: FieldInfo) -> bool:
    said = words_of(field)
    return said is not None and said.seldom


def _words(field: FieldInfo) -> str:
    """The name of a field, its meaning, and an example where the key below is without one."""
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
