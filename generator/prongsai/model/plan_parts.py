"""Parts of plans that measures are taken from: the years of the plan and the risk that a measure answers."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from prongsai.model.record import Record, say
from prongsai.model.scalar import wrong
from prongsai.model.types import Text, Year


class PlanYears(Record):
    """The fiscal years of a plan over several years (Buddhist Era), both ends included."""

    called = "ปีของแผน"

    first: Year = say("ตั้งแต่ปี", "ปีงบประมาณแรกของแผน", example="2566", alias="from")
    last: Year = say("ถึงปี", "ปีงบประมาณสุดท้ายของแผน นับรวมปีนั้น", example="2570", alias="to")

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if self.last < self.first:
            raise wrong("plan-years-backwards", first=str(self.first), last=str(self.last))
        return self

    @property
    def years(self) -> range:
        """Every fiscal year of the plan."""
        return range(self.first, self.last + 1)


class Risk(Record):
    """The risk that a measure answers, in the words and numbers that the document prints."""

    called = "ความเสี่ยง"

    event: Text | None = say("เหตุการณ์ความเสี่ยง", "เหตุการณ์ความเสี่ยงตามเอกสาร", None, example="การเรียกรับประโยชน์จากผู้ขออนุญาต")
    likelihood: Text | None = say("โอกาสเกิด", "โอกาสที่จะเกิด เป็นคำหรือตัวเลขตามเอกสาร", None, example="3")
    impact: Text | None = say("ผลกระทบ", "ผลกระทบเมื่อเกิด เป็นคำหรือตัวเลขตามเอกสาร", None, example="4")
    score: Text | None = say("คะแนนความเสี่ยง", "คะแนนความเสี่ยงตามเอกสาร", None, example="12")
    level: Text | None = say("ระดับความเสี่ยง", "ระดับความเสี่ยงตามเอกสาร", None, example="สูง")
