"""The columns of the open data that say what a period means, next to its printed words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from prongsai.model.site import FiscalYear
from prongsai.thai.periods import Period, ends_of
from prongsai.views.speech import Speech
from prongsai.views.table import Column

R = TypeVar("R")
_MONTH = "เขียนเป็น ปี พ.ศ.-เดือน ว่างเมื่อเอกสารไม่ได้บอกเดือน"


def period_columns(stated: Callable[[R], tuple[FiscalYear, object]]) -> tuple[Column[R], ...]:
    """First month, last month and frequency of the period that `stated` gives of a row, with its year."""

    def ends(row: R) -> tuple[str | None, str | None]:
        year, period = stated(row)
        if not isinstance(period, Period):
            return None, None
        first, last = ends_of(year.spans_of(period))
        return None if period.is_due else first, None if period.is_open else last

    def often(row: R, _: Speech) -> str | None:
        period = stated(row)[1]
        return often_of(period) if isinstance(period, Period) else None

    return (
        Column("period_from", "เดือนแรกของระยะเวลา", lambda row, _: ends(row)[0], f"{_MONTH}เริ่ม หรือบอกเพียงวันสุดท้าย"),
        Column("period_to", "เดือนสุดท้ายของระยะเวลา", lambda row, _: ends(row)[1], f"{_MONTH}สุดท้าย"),
        Column("period_frequency", "ความถี่ของการดำเนินการ", often, "เช่น ทุกเดือน ปีละ 2 ครั้ง ต่อเนื่อง ว่างเมื่อเอกสารไม่ได้บอก"),
    )


def often_of(period: Period) -> str | None:
    """The frequency in the same words for all that mean the same; that it never pauses where nothing else is said."""
    return str(period.frequency) if period.frequency else "ต่อเนื่อง" if period.is_ongoing else None
