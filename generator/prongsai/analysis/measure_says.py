"""The parts of a measure that its cells say: how it is monitored and how it is reported, in whichever cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from prongsai.model.document_parts import Point
from prongsai.model.measures import Measure
from prongsai.model.stated import Absence, known

# A report on something (รายงานการให้บริการ) is a paper that is looked at; it says how the measure itself is reported only
# with to whom or when. One of the results of holding an activity is of what the measure itself does.
_ABOUT_SOMETHING = re.compile("รายงาน(?:ผล)?การ(?!ดำเนิน|ปฏิบัติ)(?!(?<=ผลการ)จัด *(?:กิจกรรม|โครงการ|/)+ *$)")
_TO_WHOM_OR_WHEN = re.compile(
    "ผู้บริหาร|ผู้บังคับบัญชา|นายก|ปลัด|หัวหน้า|คณะ|ผู้ตรวจ|เสนอ|(?<!ติด)ต่อ(?!เนื่อง)|(?<!ค)รอบ|ภายใน|ณ *วันที่|"
    "ทุก *(?:เดือน|ไตรมาส|ปี|สัปดาห์|[0-9๐-๙])|สิ้น *(?:เดือน|ไตรมาส|ปี)"
)
_WATCHED = re.compile("ติดตาม|กำกับ|ควบคุม|ตรวจ|ทบทวน|ประเมิน|สำรวจ|รายงาน|สรุปผล")
# Among the steps, where people may also follow the news or check a paper once.
_WATCHED_AS_A_STEP = re.compile(
    "กำกับ *(?:และ|/)? *ติดตาม|ติดตาม *(?:และ *)?(?:ประเมิน *)?(?:ผล|ความก้าวหน้า|การ(?:ดำเนิน|ปฏิบัติ|นำ|ให้บริการ))|"
    "ตรวจ.*(?:เป็นระยะ|สม่ำเสมอ|ทุก *(?:วัน|สัปดาห์|เดือน|ไตรมาส|ปี))"
)
# Where a column is on the action or the report, a report in it is one on the action, whatever it is about.
_TOLD = re.compile("รายงาน|สรุปผล")


def says_something(*values: object) -> bool:
    """True if a cell says something by itself or is merged with the one above it."""
    return any(value is Absence.MERGED or not (isinstance(value, Absence) or value == ()) for value in values)


def says_how_monitored(measure: Measure) -> bool:
    """True if a measure says that it is monitored: in its own cell, one on the action or the report, or as a step."""
    if says_something(measure.monitoring) or _in_shared_cell(measure, _WATCHED):
        return True
    return any(_WATCHED_AS_A_STEP.search(text) for text in _texts(known(measure.steps) or ()))


def says_how_reported(measure: Measure) -> bool:
    """True if a measure says how its result is reported: in a cell of its own, or in another that has it reported."""
    if says_something(measure.reporting) or _in_shared_cell(measure, _TOLD):
        return True
    return any(_is_reported(text) for text in _texts(known(measure.monitoring) or ()))


def is_said_elsewhere(measure: Measure, field: str) -> bool:
    """True if the document has no cell for a field and another cell of the measure says what it is for."""
    says = _READERS.get(field)
    if says is None:
        return False
    value: object = getattr(measure, field)
    return (value is Absence.NOT_STATED or value is Absence.NOT_ENTERED) and says(measure)


_READERS: Final[dict[str, Callable[[Measure], bool]]] = {
    "monitoring": says_how_monitored,
    "reporting": says_how_reported,
}


def _in_shared_cell(measure: Measure, said: re.Pattern[str]) -> bool:
    """True if the cell on the action or the report says it; one merged with the cell above says what that says."""
    cell = measure.action_and_report
    return cell is Absence.MERGED or any(said.search(text) for text in _texts(known(cell) or ()))


def _is_reported(text: str) -> bool:
    return "รายงาน" in text and bool(_TO_WHOM_OR_WHEN.search(text) or not _ABOUT_SOMETHING.search(text))


def _texts(points: tuple[Point, ...]) -> Iterator[str]:
    for point in points:
        yield point.text
        yield from _texts(point.points)
