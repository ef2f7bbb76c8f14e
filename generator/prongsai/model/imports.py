"""Answers on foreign tables, kept so that nothing is asked twice; they say nothing of the agency."""

from __future__ import annotations

from typing import Annotated, Literal

from prongsai.model.record import Record, say
from prongsai.model.types import FILLED_IN, LISTED, ByHead, Text, Texts


class ImportedTable(Record):
    """The answers for tables with the same heads."""

    called = "คำตอบของตารางหนึ่งแบบ"

    kind: Literal["measures", "follow-up", "scores", "oit"] = say(
        "ชนิดของตาราง", "measures มาตรการ, follow-up รายงานผล, scores คะแนน, oit คำตอบ OIT", example="measures"
    )
    heads: Texts = say("หัวช่อง", "หัวของทุกช่องในตาราง ซึ่งใช้จำว่าเป็นตารางแบบเดิม", example="[ที่, มาตรการ, งบ]")
    fields: Annotated[ByHead[Text], FILLED_IN] = say(
        "ช่องที่ตอบไว้",
        "หัวช่องคู่กับช่องของแฟ้มข้อมูล skip คือไม่นำเข้า note คือเก็บในหมายเหตุ more คือเก็บในช่องอื่นของเอกสาร",
        {},
        example="{งบ: budget}",
    )
    rows: Text | None = say(
        "แถวใต้ช่องที่รวมกัน", "รวมเป็นรายการเดียว หรือ แยกเป็นรายการละแถว", None, example="รวมเป็นรายการเดียว"
    )


class Imports(Record):
    """Everything that was answered when tables were imported; written by the program."""

    called = "คำตอบที่จำไว้เมื่อนำเข้าตาราง"

    tables: Annotated[tuple[ImportedTable, ...], LISTED] = say(
        "แบบตาราง", "ตารางที่เคยนำเข้า หนึ่งรายการต่อหนึ่งแบบ โปรแกรมเขียนให้เมื่อนำเข้า", ()
    )
    units: Annotated[ByHead[Text], FILLED_IN] = say(
        "ชื่อหน่วยงานในตาราง", "ชื่อที่ตารางพิมพ์คู่กับรหัสของหน่วยงาน keep คือคงไว้ตามที่พิมพ์", {}, example="{กองช่างฯ: public-works}"
    )
