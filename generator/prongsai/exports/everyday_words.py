"""Words of everyday life and the words by which agencies say the same, for the search."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from prongsai import paths
from prongsai.json_value import Json
from prongsai.loading.parse_document import parse_document
from prongsai.loading.read_yaml import read_yaml
from prongsai.model.record import Record, say
from prongsai.model.types import Ident, Texts


class Meant(Record):
    """A subject: what people type, and the words of the field for it, the nearest first.

    `broader` are the words of what it belongs to, for a site that says none of those.
    """

    called = "เรื่อง"

    people: Texts = say("คำของประชาชน", "คำที่ประชาชนพิมพ์", example="[สินบน, ใต้โต๊ะ]")
    field: Texts = say("คำของหน่วยงาน", "คำที่หน่วยงานและเอกสารใช้", example="[การทุจริต]")
    broader: Texts = say("คำที่กว้างกว่า", "คำของเรื่องที่เรื่องนี้เป็นส่วนหนึ่ง", (), example="[กองช่าง]")


class EverydayWords(Record):
    """All subjects, and the words of questions that say nothing of a subject."""

    called = "คำในชีวิตประจำวัน"

    subjects: dict[Ident, Meant] = say("เรื่อง", "เรื่องที่ค้นหา แต่ละเรื่องมีรหัส", {})
    asides: tuple[Texts, ...] = say("คำประกอบคำถาม", "คำที่ไม่บอกว่าถามเรื่องใด", ())


@cache
def load_words() -> EverydayWords:
    """The words as they ship."""
    reading = read_yaml(paths.EVERYDAY, "exports/everyday.yml")
    words, problems = parse_document(reading.data, EverydayWords)
    if words is None or problems or reading.problems:
        raise ValueError(f"{paths.EVERYDAY}: {problems or reading.problems}")
    return words


def words_said(texts: Iterable[str]) -> dict[str, Json]:
    """The subjects of which the texts of a site say any word, with the words that they say, and the words of questions.

    What a site has nothing about costs its readers nothing.
    """
    said = "\n".join(texts).lower()
    known = load_words()
    subjects: list[Json] = []
    for one in known.subjects.values():
        there = [[word for word in words if word.lower() in said] for words in (one.field, one.broader)]
        if field := there[0] or there[1]:
            subjects.append([list(one.people), list(field)])
    asides: list[Json] = [word for line in known.asides for word in line]
    return {"everyday": subjects, "asides": asides}
