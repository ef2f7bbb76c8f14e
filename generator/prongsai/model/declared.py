"""The declared fields of everything that an agency states, each by its path: `measures.measures.*.steps`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from pydantic.fields import FieldInfo

from prongsai.model.agency import Agency, Documents, SiteOptions
from prongsai.model.analysis import Analysis
from prongsai.model.follow_up import FollowUp
from prongsai.model.groups import holder_of, records_in
from prongsai.model.measures import Measures
from prongsai.model.memo import Memo
from prongsai.model.oit import AnswerLink, ElementPlace, Register
from prongsai.model.questions import Questions
from prongsai.model.record import Record
from prongsai.model.scores import Remark, Scores
from prongsai.model.site import Explanations

OF_A_YEAR: Mapping[str, type[Record]] = {
    "scores": Scores,
    "analysis": Analysis,
    "measures": Measures,
    "follow-up": FollowUp,
    "memo": Memo,
    "oit": Register,
    "questions": Questions,
    "explanations": Explanations,
}
OF_THE_SITE: Mapping[str, type[Record]] = {"agency": Agency, "documents": Documents, "site": SiteOptions}
EACH = "*"  # the step of a path to each thing of a list or table
_SHOWN_OPTIONS = {"title", "notice", "way_in"}  # the others say how the site is made
# Fields that pages never show: where to look in a document, and remarks of whoever made the data.
NEVER_SHOWN = frozenset(
    {
        "Agency.other_websites",
        "Answer.renew",
        "Answer.renew_item",
        "Comparison.at",
        "Comparison.row_labels",
        "DevelopmentPoint.at",
        "ElementPlace.value",
        "Figure.note",
        "Finding.at",
        "Question.at",
        "Scores.printed_levels_at",
        "StatedList.at",
    }
)
_KEEPS_BACK = "draft"  # what has it is not published at all
# What only the officer reads where notes are internal; remarks and explanations too.
_INTERNAL = {
    (AnswerLink, "does_not_open"),
    (ElementPlace, "missing"),
    (ElementPlace, "note"),
    (Register, "check_window"),
}


@cache
def declared_fields() -> Mapping[str, FieldInfo | None]:
    """Every field of every part by its path; None for each thing of a list or table of records."""
    parts = {**OF_A_YEAR, **OF_THE_SITE}
    return {path: field for part, record in parts.items() for path, _, field in _walk(record, part, (record,))}


@cache
def shown_fields(*, with_notes: bool) -> frozenset[str]:
    """The paths of all fields that pages show; without notes those that only the officer reads are left out."""
    parts = {**OF_A_YEAR, **OF_THE_SITE}
    walked = (one for part, record in parts.items() for one in _walk(record, part, (record,)))
    return frozenset(path for path, holder, field in walked if _is_shown(path, holder, field, with_notes=with_notes))


def _is_shown(path: str, holder: type[Record], field: FieldInfo | None, *, with_notes: bool) -> bool:
    name = path.rpartition(".")[2]
    if holder is SiteOptions:
        return name in _SHOWN_OPTIONS
    if name == _KEEPS_BACK:
        return False
    if field is not None and f"{holder.__name__}.{name}" in NEVER_SHOWN:
        return False
    return with_notes or not _is_internal(path, holder, field)


def _is_internal(path: str, holder: type[Record], field: FieldInfo | None) -> bool:
    is_remark = holder is Remark or (field is not None and Remark in records_in(field.annotation))
    return is_remark or path.startswith("explanations.") or (holder, path.rpartition(".")[2]) in _INTERNAL


def _walk(
    record: type[Record], path: str, above: tuple[type[Record], ...]
) -> Iterator[tuple[str, type[Record], FieldInfo | None]]:
    """The fields below a record, with the record that has each; one that holds itself is not entered twice."""
    for name, field in record.model_fields.items():
        here = f"{path}.{field.alias or name}"
        yield here, record, field
        inner = next(records_in(field.annotation), None)
        if inner is not None and inner not in above:
            is_one = holder_of(field.annotation) == "one"
            if not is_one:
                yield f"{here}.{EACH}", inner, None
            yield from _walk(inner, here if is_one else f"{here}.{EACH}", (*above, inner))
