"""The columns on work that a document gives to several units by one word, as ทุกกอง."""

from __future__ import annotations

from typing import Protocol

from prongsai.analysis.results import shared_units
from prongsai.analysis.shared_work import is_for_all
from prongsai.model.site import MeasureFacts, Site
from prongsai.views.speech import Speech
from prongsai.views.table import Column


class OfMeasure(Protocol):
    """A row that is about a measure of a site."""

    @property
    def facts(self) -> MeasureFacts:
        """The measure."""

    @property
    def site(self) -> Site:
        """The site whose units it names."""


def _is_for_all(row: OfMeasure, _: Speech) -> bool:
    return is_for_all(row.facts, row.site)


def _shared_ids(row: OfMeasure, _: Speech) -> str:
    return " ".join(shared_units(row.facts, row.site))


SHARED_COLUMNS: tuple[Column[OfMeasure], Column[OfMeasure]] = (
    Column(
        "for_all_units",
        "มอบให้ทุกหน่วยงาน",
        _is_for_all,
        "true คือเอกสารมอบมาตรการให้ทุกหน่วยงานด้วยคำเรียกรวม เช่น ทุกกอง",
        "boolean",
    ),
    Column(
        "shared_unit_ids",
        "รหัสหน่วยงานตามคำเรียกรวม",
        _shared_ids,
        "รหัสในตาราง units ของหน่วยงานที่คำเรียกรวมหมายถึงและไม่ได้ระบุชื่อเอง คั่นด้วยช่องว่าง",
    ),
)
