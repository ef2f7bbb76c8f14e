"""Kinds of tables, and the fields that their columns may be, as the declaration of the data names them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias, get_args

from prongsai.model.follow_up import Report, ReportColumns
from prongsai.model.groups import holder_of
from prongsai.model.measures import Basis, Columns, Measure, Responsible
from prongsai.model.oit import Answer, AnswerLink
from prongsai.model.plan_parts import Risk
from prongsai.model.record import Record, words_of
from prongsai.model.status import REPORTED
from prongsai.tables.head_words import HEADS

KindName: TypeAlias = Literal["measures", "follow-up", "scores", "oit"]
KINDS: tuple[KindName, ...] = get_args(KindName)
SKIP, NOTE, MORE, PERIOD_BAR = "skip", "note", "more", "period-bar"
_CHOICES = {SKIP: "ไม่นำเข้า", NOTE: "เก็บไว้ในหมายเหตุ", MORE: "เก็บไว้ในช่องอื่นของเอกสาร"}


@dataclass(frozen=True)
class Field:
    """A field that a column may be: its path in the record, its name, and the words by which heads mean it."""

    name: str
    title: str
    is_list: bool = False
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """A kind of table: the file that it fills, its key there, its record, and the record of its printed heads."""

    name: KindName
    file: str
    key: str
    said: str
    columns: type[Record] | None = None


KIND: Mapping[KindName, Kind] = {
    "measures": Kind("measures", "measures.yml", "measures", "มาตรการ", Columns),
    "follow-up": Kind("follow-up", "follow-up.yml", "reports", "รายงานผล", ReportColumns),
    "scores": Kind("scores", "scores.yml", "", "คะแนน"),
    "oit": Kind("oit", "oit.yml", "items", "คำตอบ OIT"),
}
# Fields that no column of a foreign table is: they are made here, or have several values of their own.
_NOT_COLUMNS = frozenset(
    (
        *("id", "title_is", "basis", "responsible", "risk", "plan_years", "budgets", "more", "cycle_years", "photos"),
        *("attachments", "at", "topic", "measure", "status_read", "results", "elements", "links"),
    )
)


@cache
def fields_of(kind: KindName) -> Mapping[str, Field]:
    """The fields that a column of this kind may be, by their names, in the order of the declaration."""
    return {one.name: one for one in _FIELDS[kind]()}


def choice_of(kind: KindName, text: str) -> str:
    """The field or other answer that a text names, by its key or its Thai name; empty where it names none."""
    plain = " ".join(text.split()).casefold()
    titles = {one.title.casefold(): name for name, one in fields_of(kind).items()}
    titles |= {title: name for name, title in _CHOICES.items()}
    known = {*fields_of(kind), *_other_choices(kind)}
    return plain if plain in known else titles.get(plain, "")


def title_of(kind: KindName, name: str) -> str:
    """The Thai name of a field or of another answer."""
    found = fields_of(kind).get(name)
    return _CHOICES.get(name) or (found.title if found else name)


def _other_choices(kind: KindName) -> tuple[str, ...]:
    return (SKIP,) if kind == "scores" else (SKIP, NOTE, MORE)


def other_choices(kind: KindName) -> tuple[str, ...]:
    """The answers for a head besides the fields."""
    return _other_choices(kind)


def _declared(kind: KindName, record: type[Record], names: tuple[str, ...] = (), within: str = "") -> Iterator[Field]:
    """The fields of a record, or those `names` of one that is `within` another."""
    for name, field in record.model_fields.items():
        words = words_of(field)
        if words is None or (name not in names if names else name in _NOT_COLUMNS):
            continue
        path = f"{within}.{name}" if within else name
        heads = tuple(HEADS[kind].get(path, "").split("|")) if path in HEADS[kind] else ()
        yield Field(path, words.title, holder_of(field.annotation) == "list", (words.title, *heads))


def _own(kind: KindName, name: str, title: str, *, is_list: bool = False) -> Field:
    heads = HEADS[kind].get(name, "")
    return Field(name, title, is_list, (title, *(heads.split("|") if heads else ())))


def _of_measures() -> Iterator[Field]:
    kind: KindName = "measures"
    yield from _declared(kind, Measure)
    yield _own(kind, "topic", "ชื่อหัวข้อของมาตรการ")
    yield _own(kind, "responsible", "หน่วยงานผู้รับผิดชอบ", is_list=True)
    yield from _declared(kind, Responsible, ("lead",), "responsible")
    yield from _declared(kind, Basis, ("indicator", "item", "question", "wording", "score", "findings"), "basis")
    yield from _declared(kind, Risk, tuple(Risk.model_fields), "risk")


def _of_reports() -> Iterator[Field]:
    kind: KindName = "follow-up"
    yield from _declared(kind, Report)
    for status in REPORTED:
        heads = (status.word, *status.also) if status.key in {"done", "could_not"} else (status.word,)
        yield Field(f"status.{status.key}", f"สถานะ{status.word} และหลักฐาน", heads=heads)


def _of_items() -> Iterator[Field]:
    kind: KindName = "oit"
    yield _own(kind, "code", "รหัสข้อ OIT")
    yield from _declared(kind, Answer)
    yield from _declared(kind, AnswerLink, ("url", "title", "explanation", "click_path"), "links")


def _of_scores() -> Iterator[Field]:
    yield _own("scores", "label", "ชื่อหรือเลขของตัวชี้วัดหรือเครื่องมือ")
    yield _own("scores", "score", "คะแนนของปีนี้")


_FIELDS = {"measures": _of_measures, "follow-up": _of_reports, "oit": _of_items, "scores": _of_scores}
