"""The days of a fiscal year as the agency knows them: windows of the assessment, the result, deadlines of its own."""

from __future__ import annotations

from typing import Any, Self

from pydantic import model_validator

from prongsai.model.record import Record, say
from prongsai.model.scalar import wrong
from prongsai.model.stated import Absence, Stated, known
from prongsai.model.types import Day, Flag, Text, Texts, Year


class DayWindow(Record):
    """Days from the first to the last, both included; one of them may not be known yet."""

    called = "ช่วงวัน"

    first: Stated[Day] = say(
        "ตั้งแต่วันที่",
        "วันแรก ปีเป็น พ.ศ. ยังไม่ทราบให้เว้นว่าง",
        Absence.NOT_ENTERED,
        example="1 มีนาคม 2570",
        alias="from",
    )
    last: Stated[Day] = say(
        "ถึงวันที่",
        "วันสุดท้าย นับรวมวันนั้น ต้องไม่ก่อนวันแรก ยังไม่ทราบให้เว้นว่าง",
        Absence.NOT_ENTERED,
        example="30 เมษายน 2570",
        alias="to",
    )

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        first, last = known(self.first), known(self.last)
        if first is not None and last is not None and last < first:
            raise wrong("calendar-window-wrong", first=str(first), last=str(last))
        return self


class Deadline(Record):
    """A day that the agency has set itself; once it is `done` nobody is reminded of it."""

    called = "กำหนดของหน่วยงาน"

    title: Text = say("เรื่อง", "สิ่งที่ต้องทำให้เสร็จ ไม่ใส่ชื่อบุคคล", example="ส่งสถิติการให้บริการรอบ 6 เดือน")
    by: Day = say("ภายในวันที่", "วันสุดท้ายที่ต้องเสร็จ ปีเป็น พ.ศ.", example="5 เมษายน 2570")
    unit: Texts = say(
        "หน่วยงานที่ต้องทำ",
        "หน่วยงานภายในที่ต้องทำ เขียนรหัสหรือชื่อตาม agency.yml เว้นไว้ถ้าเป็นงานของผู้ประสานงาน",
        (),
        example="clerk",
        refers="unit",
    )
    done: Flag = say("เสร็จแล้ว", "true คือทำเสร็จแล้ว จึงไม่เตือนอีก false คือยังไม่เสร็จ", False, example="true")


def _window(title: str, meaning: str) -> Any:
    return say(title, meaning, None)


class Calendar(Record):
    """The days of `fiscal_year` (Buddhist Era) that the agency knows; only reminders read them, no page shows them."""

    called = "ปฏิทินงานของปี"

    fiscal_year: Year = say("ปีงบประมาณ", "ปีงบประมาณของการประเมิน เป็นปี พ.ศ.", example="2570")
    stated_in: Text | None = say(
        "ที่มาของวัน", "หนังสือหรือประกาศที่แจ้งวันเหล่านี้", None, example="หนังสือแจ้งปฏิทินการประเมินของสำนักงาน ป.ป.ช."
    )
    oit_window: DayWindow | None = _window("ช่วงตอบแบบตรวจ OIT", "วันที่หน่วยงานส่งคำตอบ OIT ในระบบ ITAS ได้")
    iit_window: DayWindow | None = _window("ช่วงแบบวัด IIT", "วันที่บุคลากรของหน่วยงานตอบแบบวัด IIT ได้")
    eit_window: DayWindow | None = _window(
        "ช่วงแบบวัด EIT", "วันที่ประชาชนและผู้มาติดต่อตอบแบบวัด EIT ได้ ถ้ากรอก eit_survey ใน agency.yml แล้วไม่ต้องกรอก"
    )
    appeal_window: DayWindow | None = _window("ช่วงชี้แจงคะแนน OIT", "วันที่ดูคะแนน OIT เบื้องต้นและชี้แจงเพิ่มเติมได้")
    result_on: Stated[Day] = say(
        "วันประกาศผล", "วันที่ประกาศผลการประเมิน เมื่อมีกำหนดแล้ว ปีเป็น พ.ศ.", Absence.NOT_ENTERED, example="15 สิงหาคม 2570"
    )
    deadlines: tuple[Deadline, ...] = say("กำหนดของหน่วยงาน", "วันที่หน่วยงานกำหนดเอง หนึ่งรายการต่อหนึ่งเรื่อง", ())
