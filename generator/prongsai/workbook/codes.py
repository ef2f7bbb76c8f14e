"""Codes of rows: which rows need one, and one proposed where nobody typed it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from prongsai.forms.propose_codes import propose_measure_code, propose_unit_code
from prongsai.thai import codes
from prongsai.workbook.entries import Kept
from prongsai.workbook.layout import EACH, Source
from prongsai.workbook.left_over import find_at


def needs_code(source: Source) -> bool:
    """True if each row of a part has a code that somebody gives it."""
    return "id" in source.record.model_fields or source.steps in {("units", EACH), ("documents", EACH)}


def propose_code(source: Source, typed: Mapping[str, str], taken: Iterable[str]) -> str:
    """A code for a new row that none of the others has."""
    used = {*taken}
    if source.steps == ("units", EACH):
        return propose_unit_code(typed.get("name", ""), used)
    if source.steps == ("measures", EACH):
        return propose_measure_code(used)
    stem = {"documents": "document-", "topics": "topic-", "questions": "q"}.get(source.steps[0], "part-")
    numbers = (f"{stem}{number:02}" if stem == "q" else f"{stem}{number}" for number in range(1, len(used) + 2))
    return next(one for one in numbers if one not in used)


def codes_in(kept: Kept, source: Source) -> set[str]:
    """The codes that the rows of a part have."""
    table = find_at(kept.whole(source), source.steps[:-1])
    if isinstance(table, Mapping):
        return {str(key) for key in table}
    return (
        {str(one["id"]) for one in table or () if isinstance(one, Mapping) and one.get("id")}
        if isinstance(table, list)
        else set()
    )


def is_taken(table: object, code: str, name: str) -> bool:
    """True if a table has an entry under a code, however it is spelled, or one of that name."""
    entries = table.items() if isinstance(table, Mapping) else ()
    spelled = {code, *codes.spellings(code)} - {None}
    for key, there in entries:
        is_alike = isinstance(there, Mapping) and name and there.get("name") == name
        if is_alike or (there and not spelled.isdisjoint({key, *codes.spellings(key)})):
            return True
    return False
