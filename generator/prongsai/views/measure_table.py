"""The document's own table of measures, cell by cell."""

from __future__ import annotations

from prongsai.model.site import FiscalYear, MeasureFacts, Site
from prongsai.model.stated import Absence
from prongsai.views.basis import basis_parts
from prongsai.views.content import Cell, Column, Table, cell
from prongsai.views.measures import measure_link, responsible_parts, stated_parts
from prongsai.views.speech import Speech

_CELLS = (
    ("title", "มาตรการ"),
    ("basis", "ข้อคำถามและข้อค้นพบ"),
    ("steps", "ขั้นตอนหรือวิธีการปฏิบัติ"),
    ("action_and_report", "การดำเนินการหรือรายงาน"),
    ("responsible", "หน่วยงานผู้รับผิดชอบ"),
    ("period", "ระยะเวลาดำเนินการ"),
    ("constraint", "ข้อจำกัดในการดำเนินการ"),
    ("monitoring", "การกำกับติดตาม"),
    ("reporting", "การรายงานผล"),
)


def document_table(year: FiscalYear, site: Site, speech: Speech, topic: str | None = None) -> Table:
    """Every cell of the document's table of measures under its own heads, and the status; `topic` picks its rows."""
    own = year.measures
    listed = [facts for facts in year.measure_facts if topic is None or facts.measure.topic == topic]
    shown = [
        (name, (getattr(own.columns, name) if own else None) or word) for name, word in _CELLS if _is_shown(year, name)
    ]
    rows = tuple(
        (
            *(_document_cell(facts, name, site, speech) for name, _ in shown),
            cell(speech.status(facts.progress)),
        )
        for facts in listed
    )
    columns = (*(Column(word) for _, word in shown), Column("สถานะ"))
    key = f"measures-{topic}" if topic else "measures"
    return Table(key, f"มาตรการของ{speech.fiscal_year(year.year)}", columns, rows)


def _is_shown(year: FiscalYear, name: str) -> bool:
    """A column that the document heads, or that any measure fills."""
    if year.measures is None:
        return False
    empty = {Absence.NOT_ENTERED, Absence.NOT_STATED}
    has_head = getattr(year.measures.columns, name) is not None
    if name == "basis":
        return has_head
    return has_head or any(value not in empty for value in (getattr(m, name) for m in year.measures.measures))


def _document_cell(facts: MeasureFacts, name: str, site: Site, speech: Speech) -> Cell:
    if name == "title":
        return cell(measure_link(facts.year.year, facts.measure, speech), head=True, anchor=facts.measure.id)
    if name == "responsible":
        return cell(*responsible_parts(facts, site, speech))
    if name == "basis":
        return cell(*basis_parts(facts.measure, speech))
    return cell(*stated_parts(facts, name, speech))
