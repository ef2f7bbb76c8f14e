"""The document's own table of measures: every cell under its own heads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from prongsai.model.site import FiscalYear, Site
from prongsai.model.stated import Absence, known
from prongsai.views.content import Table
from prongsai.views.measures.declared import (
    MORE,
    MOST_COLUMNS,
    heads_of,
    is_filled,
    join_columns,
    more_column,
    with_head,
)
from prongsai.views.measures.tables import FIRST, MEASURES, SELDOM, MeasureRow, plain_fields, rows_of
from prongsai.views.speech import Speech
from prongsai.views.table import Column, Heads

FEW_COLUMNS = 5  # whose heads are said once above the rows, since a reader keeps them in mind


def document_table(year: FiscalYear, site: Site, speech: Speech, topic: str | None = None) -> Table:
    """Every cell of the document's table of measures under its own heads, and the status; `topic` picks its rows.

    Many columns of what few documents print are in one, which paper and screen have room for.
    """
    own = _own_columns(year, site)
    seldom = [one for one in own if one.name in SELDOM or one.name.startswith(MORE)]
    if len(seldom) > MOST_COLUMNS:
        own = [*(one for one in own if one not in seldom), join_columns("รายละเอียดตามเอกสาร", seldom)]
    shown = {**{one.name: None for one in own}, "status_words": None}
    table = replace(MEASURES, columns=tuple({one.name: one for one in (*MEASURES.columns, *own)}.values()))
    rows = (row for row in rows_of(year, site) if topic is None or row.measure.topic == topic)
    named = (f"measures-{topic}" if topic else "measures", f"มาตรการของ{speech.fiscal_year(year.year)}")
    found = table.show(named, shown, rows, speech)
    if len(found.columns) > FEW_COLUMNS:
        return found
    return replace(found, columns=tuple(replace(one, speaks=True) for one in found.columns))


def _own_columns(year: FiscalYear, site: Site) -> list[Column[MeasureRow]]:
    """The columns that the document has, under its heads, in its order as far as its kind has one."""
    by_name = {one.name: one for one in MEASURES.columns}
    own = [with_head(by_name[name], head) for name, head in _document_heads(year).items()]
    return own + [more_column(head, _more_of) for head in heads_of(map(_more_of, rows_of(year, site)))]


def _more_of(row: MeasureRow) -> Mapping[str, object]:
    return row.measure.more


def unit_notes(year: FiscalYear) -> tuple[str, ...]:
    """The notes by which the document defines the units that it prints, each once."""
    responsible = (known(measure.responsible) for measure in year.listed_measures)
    return tuple(dict.fromkeys(one.note for one in responsible if one is not None and one.note))


def _document_heads(year: FiscalYear) -> Heads:
    """The columns that the document heads, or that any measure fills, in the order of its kind."""
    if year.measures is None:
        return {}
    found: dict[str, str | None] = {}
    for name in _in_document_order():
        head = getattr(year.measures.columns, name, None)
        if head is not None or (
            name != "basis" and any(map(_is_filled, (getattr(m, name) for m in year.listed_measures)))
        ):
            found |= _titles(year) if name == "title" else {name: head}
    return found


def _titles(year: FiscalYear) -> Heads:
    """The column of names; problems in it are as printed, for the names that pages use are not the document's."""
    head = year.measures.columns.title if year.measures else None
    if any(one.titled_by_problem for one in year.listed_measures):
        return {"printed_title": head}
    return {"title": head or "มาตรการ"}


def _in_document_order() -> Iterable[str]:
    fields = [name for name in plain_fields() if name not in FIRST]
    before = fields.index("action_and_report") + 1
    return ("title", "code", "basis", *fields[:before], "responsible", "period", *fields[before:])


def _is_filled(value: object) -> bool:
    return value is not Absence.NOT_STATED and is_filled(value)
