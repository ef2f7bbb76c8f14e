"""Answers to what people ask the manual: a problem, a topic, a file, a field, and where none fits, what is near."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence

from prongsai.forms.reference import Entry
from prongsai.manual.fields import (
    all_fields,
    data_files,
    file_meant,
    find_fields,
    short_name,
    write_fields,
    write_file,
)
from prongsai.manual.plain import write_plain
from prongsai.manual.problem_pages import problem_sections
from prongsai.manual.shelf import read_page
from prongsai.manual.tables import write_names
from prongsai.manual.topics import Topic, find_topic, topics
from prongsai.thai.columns import wrap_text

_NEAR = 4
_ENOUGH = 3  # letters of a word that is looked for inside of others


def write_answer(words: Sequence[str], width: int) -> list[str]:
    """The lines that answer; none where nothing is called so."""
    asked = " ".join(words).strip().strip("[]")
    section = problem_sections().get(asked.lower())
    if section:
        page, text = section
        return [*write_plain(text, "problems", width), "", *_also(f"ปัญหาเรื่องใกล้กัน: prongsai help {page.name}", width)]
    if topic := find_topic(asked):
        return [*write_topic(topic, width), *_fields_of_that_name(asked, width)]
    if file := file_meant(words[0]):
        found = find_fields(" ".join(words[1:]), file) if len(words) > 1 else []
        return write_fields(found, width) if found or len(words) > 1 else write_file(file, width)
    return write_fields(find_fields(asked), width)


def write_topic(topic: Topic, width: int) -> list[str]:
    """The page of a topic."""
    return write_plain(read_page(topic.path), topic.path.rpartition("/")[0], width)


def _fields_of_that_name(asked: str, width: int) -> list[str]:
    """The calls that show the fields of the same name as the topic."""
    names = [short_name(file) for file in dict.fromkeys(one.file for one in find_fields(asked))]
    return (
        ["", *_also("คีย์ชื่อเดียวกัน: " + ", ".join(f"prongsai help {name} {asked}" for name in names), width)]
        if names
        else []
    )


def _also(text: str, width: int) -> list[str]:
    return wrap_text(text, width)


def write_contents(width: int) -> list[str]:
    """All topics, group by group, and what else can be asked for."""
    lines = wrap_text(
        "วิธีใช้: prongsai help ตามด้วยหัวข้อ รหัสของปัญหา ชื่อคีย์ ชื่อแฟ้ม หรือชื่อคำสั่ง เช่น prongsai help year-common-era, "
        "prongsai help published_on, prongsai help oit.yml, prongsai help publish",
        width,
    )
    for group in dict.fromkeys(one.group for one in topics()):
        rows = [(one.name, f"{one.title}: {one.about}") for one in topics() if one.group == group]
        lines += ["", f"{group}:", *write_names(rows, width)]
    return lines


def find_near(words: Sequence[str], commands: Iterable[str]) -> list[str]:
    """The names that are most like what was asked for, or have it inside, as they are asked for."""
    file = file_meant(words[0]) if len(words) > 1 else None
    if file:
        names = {name: f"{words[0]} {one.key}" for one in all_fields() if one.file == file for name in _names_of(one)}
        return _most_like(" ".join(words[1:]).lower(), names)
    names = {
        **{one.title.lower(): one.title for one in all_fields()},
        **{one.title.lower(): one.name for one in topics()},
        **{one.key: one.key for one in all_fields()},
        **{code: code for code in problem_sections()},
        **{name: name for name in map(short_name, data_files())},
        **{one.name: one.name for one in topics()},
        **{one: one for one in commands},
    }
    return _most_like(_asked(words), names)


def _names_of(field: Entry) -> tuple[str, str]:
    return field.title.lower(), field.key


def _most_like(asked: str, names: Mapping[str, str]) -> list[str]:
    near = [names[one] for one in difflib.get_close_matches(asked, names, n=_NEAR, cutoff=0.6)]
    near += [called for one, called in names.items() if asked in one] if len(asked) >= _ENOUGH else []
    return list(dict.fromkeys(near))[:_NEAR]


def find_pages(words: Sequence[str]) -> list[str]:
    """The names of the topics in whose pages it is written."""
    asked = _asked(words)
    return [one.name for one in topics() if asked in read_page(one.path).lower()] if len(asked) >= _ENOUGH else []


def _asked(words: Sequence[str]) -> str:
    return " ".join(words).lower().strip()
