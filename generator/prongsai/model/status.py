"""How far a measure is: every status in one place, with its key, its order, its look and its word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Annotated

from pydantic import PlainValidator

from prongsai.model.scalar import wrong

OTHER_KEY, OTHER_WORD = "other", "สถานะอื่นหรือไม่ได้ระบุสถานะ"
_NO_TAG = {"unreported", "silent"}


class Status(Enum):
    """How far a measure is, in the order in which lists name it.

    `key` stands in files and addresses, `look` is the form in which pictures and tags draw it, `rank` its place in a
    bar, and `word` what people read. The statuses from NO_REPORT on are no report's own: none is done or undone.
    """

    NOT_STARTED = ("not_started", "planned", 4, "ยังไม่ได้ดำเนินการ")
    IN_PROGRESS = ("in_progress", "active", 2, "อยู่ระหว่างดำเนินการ")
    DONE = ("done", "done", 1, "ดำเนินการแล้วเสร็จ")
    COULD_NOT = ("could_not", "stopped", 3, "ไม่สามารถดำเนินการได้")
    NO_REPORT = ("no_report", "unreported", 5, "ยังไม่มีรายงานผล")
    PRINTED = ("printed", "printed", 6, "")
    NOT_STATED = ("not_stated", "silent", 7, "เอกสารไม่ได้ระบุ")
    DISPUTED = ("disputed", "silent", 7, "รายงานรอบเดียวกันระบุสถานะไม่ตรงกัน")

    def __init__(self, key: str, look: str, rank: int, word: str) -> None:
        """Name the parts of the value."""
        self.key, self.look, self.rank, self.word = key, look, rank, word

    @property
    def is_reported(self) -> bool:
        """Whether a report can state it by its key."""
        return self in REPORTED

    @property
    def tag(self) -> str:
        """The look of the word beside other words: what says nothing of the measure has none of its own."""
        return "unknown" if self.look in _NO_TAG else self.look

    @property
    def group(self) -> str:
        """The key of the list in which its measures stand."""
        return self.key if self.is_reported or self is Status.NO_REPORT else OTHER_KEY


REPORTED = (Status.NOT_STARTED, Status.IN_PROGRESS, Status.DONE, Status.COULD_NOT)
BY_KEY = {status.key: status for status in Status}
GROUPS = {status.group: status.word for status in (*REPORTED, Status.NO_REPORT)} | {OTHER_KEY: OTHER_WORD}


@dataclass(frozen=True)
class Progress:
    """How far a measure is by reports of one time: a status, and what the document prints where it is none of ours."""

    status: Status
    printed: str = ""


def _reported(raw: object) -> Status:
    if isinstance(raw, Status):
        return raw
    found = BY_KEY.get(raw) if isinstance(raw, str) else None
    if found not in REPORTED:
        keys = ", ".join(status.key for status in REPORTED)
        raise wrong("not-one-of", choices=keys)
    return found


ReportedStatus = Annotated[Status, PlainValidator(_reported)]
