"""The columns on the progress of a measure, in the table of measures and in that of what was done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from prongsai.model.status import STATUS_WORDS, Status
from prongsai.views.speech import Speech
from prongsai.views.table import Column

R = TypeVar("R")
NO_STATUS = frozenset({Status.NO_REPORT.word, Status.NOT_STATED.word})  # what is said of a measure without one
Get = str | Callable[[R, Speech], object]


def status_columns(
    key: Get[R], said: Get[R], shown: Callable[[R, Speech], object] | None = None
) -> tuple[Column[R], Column[R]]:
    """The progress of a measure: the key of its status, and the words of the pages."""
    words = "ถ้อยคำเดียวกับหน้าเว็บ ไม่มีรายงานไม่ได้แปลว่ายังไม่ได้ทำ"
    return (
        Column("status", "รหัสสถานะ", key, "สถานะจากรายงานรอบล่าสุด", choices=STATUS_WORDS),
        Column("status_words", "สถานะ", said, words, shown=shown, absences=NO_STATUS),
    )
