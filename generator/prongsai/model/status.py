"""The status of a measure: every status in one place, with its key, its order, its look and its word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Annotated

from pydantic import BeforeValidator, PlainValidator

from prongsai.model.scalar import wrong
from prongsai.model.stated import SPELLINGS, Stated, Unread
from prongsai.thai.numerals import to_arabic

OTHER_KEY, OTHER_WORD = "other", "สถานะอื่นหรือไม่ได้ระบุสถานะ"
_NO_TAG = {"unreported", "silent"}


@dataclass(frozen=True)
class _Said:
    """The words of a status, and those by which it is known where people write of it."""

    key: str
    look: str
    rank: int
    word: str
    also: str = ""
    claimed: str = ""
    is_reported: bool = False
    is_settled: bool = False


class Status(Enum):
    """The status of a measure, in the order in which lists name it.

    `key` is in files and addresses, `look` is the form in which pictures and tags draw it, one of those that the
    style sheets have, `rank` its place in a bar, and `word` what people read. One that `is_reported` can be stated by a
    report; of one that `is_settled` no later round has more to report. `also` are words by which people mean it, and
    `claimed` is how a text says of some measures that they have it, as a regular expression; without one its word is.
    """

    NOT_STARTED = _Said(
        "not_started",
        "planned",
        4,
        "ยังไม่ได้ดำเนินการ",
        also="ยังไม่ดำเนินการ ยังไม่เริ่ม ยังไม่ได้เริ่ม ยังไม่ทำ ยังไม่ได้ทำ "
        "ยังไม่เริ่มดำเนินการ ยังไม่ได้เริ่มดำเนินการ ยังไม่ได้ดำเนินงาน รอดำเนินการ "
        "อยู่ระหว่างรอดำเนินการ pending todo",
        claimed="ยังไม่(?:ได้)?(?:เริ่ม)?ดำเนินการ(?!แล้ว|เสร็จ|ให้แล้ว)",
        is_reported=True,
    )
    IN_PROGRESS = _Said(
        "in_progress",
        "active",
        2,
        "อยู่ระหว่างดำเนินการ",
        also="ระหว่างดำเนินการ กำลังดำเนินการ กำลังทำ กำลังดำเนินงาน อยู่ระหว่างดำเนินงาน "
        "อยู่ในระหว่างดำเนินการ อยู่ระหว่างการดำเนินการ อยู่ในระหว่างการดำเนินการ "
        "อยู่ระหว่างการดำเนินงาน ดำเนินการแล้วบางส่วน ดำเนินการบางส่วน ยังไม่เสร็จ "
        "ยังไม่แล้วเสร็จ ยังดำเนินการไม่แล้วเสร็จ ongoing doing",
        claimed="(?:อยู่(?:ใน)?)?ระหว่าง(?:การ)?ดำเนินการ|กำลังดำเนินการ|ยังไม่(?:ได้)?(?:ดำเนินการ)?(?:แล้ว)?เสร็จ(?:สิ้น)?"
        "|(?:ยัง)?(?:ดำเนินการ|ทำ)(?:ยัง)?ไม่(?:แล้ว)?เสร็จ(?:สิ้น)?|(?<=ที่)ไม่แล้วเสร็จ",
        is_reported=True,
    )
    DONE = _Said(
        "done",
        "done",
        1,
        "ดำเนินการแล้วเสร็จ",
        also="เสร็จ เสร็จแล้ว แล้วเสร็จ เสร็จสิ้น เสร็จสิ้นแล้ว เสร็จเรียบร้อย "
        "เสร็จเรียบร้อยแล้ว เรียบร้อย เรียบร้อยแล้ว เสร็จสมบูรณ์ แล้วเสร็จสมบูรณ์ "
        "สำเร็จ สำเร็จแล้ว ดำเนินการแล้ว ดำเนินการเสร็จ ดำเนินการเสร็จแล้ว "
        "ดำเนินการเสร็จสิ้น ดำเนินการเสร็จสิ้นแล้ว ดำเนินการเรียบร้อย "
        "ดำเนินการเรียบร้อยแล้ว ดำเนินการแล้วเสร็จสมบูรณ์ ดำเนินการแล้วเสร็จเรียบร้อย ดำเนินการแล้วเสร็จ100% "
        "ดำเนินการครบถ้วนแล้ว ดำเนินงานแล้วเสร็จ complete completed finished finish "
        "100% 100",
        claimed="(?<!จะ)(?<!สามารถ)(?<!ไม่)(?<!ไม่ได้)(?<!แล้ว)(?:ดำเนินการ)?(?:แล้วเสร็จ|เสร็จสิ้น|เสร็จ)(?:สิ้น)?",
        is_reported=True,
        is_settled=True,
    )
    COULD_NOT = _Said(
        "could_not",
        "stopped",
        3,
        "ไม่สามารถดำเนินการได้",
        also="ไม่สามารถดำเนินการ ไม่สามารถดำเนินงานได้ ไม่อาจดำเนินการได้ ดำเนินการไม่ได้ "
        "ทำไม่ได้ ยกเลิก ยกเลิกแล้ว ยกเลิกโครงการ ยกเลิกกิจกรรม ยกเลิกมาตรการ "
        "ยกเลิกการดำเนินการ cancelled canceled failed",
        claimed="ไม่สามารถดำเนินการ(?:ได้)?",
        is_reported=True,
        is_settled=True,
    )
    NO_REPORT = _Said("no_report", "unreported", 5, "ยังไม่มีรายงานผล")
    PRINTED = _Said("printed", "printed", 6, "")
    NOT_STATED = _Said("not_stated", "silent", 7, "เอกสารไม่ได้ระบุ")
    DISPUTED = _Said("disputed", "silent", 7, "รายงานรอบเดียวกันระบุสถานะไม่ตรงกัน")

    def __init__(self, said: _Said) -> None:
        """Name the parts of the value."""
        self.key, self.look, self.rank, self.word = said.key, said.look, said.rank, said.word
        self.is_reported, self.is_settled = said.is_reported, said.is_settled
        self.also = frozenset((*said.also.split(), "".join(said.word.split())))
        self.claimed = said.claimed or re.escape(said.word)

    @property
    def tag(self) -> str:
        """The look of the word next to other words: what says nothing of the measure has none of its own."""
        return "unknown" if self.look in _NO_TAG else self.look

    @property
    def group(self) -> str:
        """The key of the list in which its measures are."""
        return self.key if self.is_reported or self is Status.NO_REPORT else OTHER_KEY


REPORTED = tuple(status for status in Status if status.is_reported)
LOOKS = {status.tag for status in REPORTED}  # each has a class of tags and of pictures
BY_KEY = {status.key: status for status in Status}
STATUS_WORDS = {status.group: status.word for status in (*REPORTED, Status.NO_REPORT)} | {OTHER_KEY: OTHER_WORD}


@dataclass(frozen=True)
class Progress:
    """The progress of a measure by reports of one time: a status, or the printed text where it is none of ours."""

    status: Status
    printed: str = ""


_MARKS = re.compile(r"[✓✔☑☐☒✗✘•*.\s]+")
_THAI = re.compile("[\u0e01-\u0e5b]")
CHOICES = ", ".join(status.key for status in REPORTED)


def status_meant(text: str) -> Status | None:
    """The status that a key or any of the words for it means, whatever its blanks and the mark before it; else None."""
    plain = to_arabic(_MARKS.sub("", text).casefold())
    return next((status for status in REPORTED if plain == status.key or plain in status.also), None)


def _reported(raw: object) -> Status:
    if isinstance(raw, Status):
        return raw
    found = status_meant(raw) if isinstance(raw, str) else None
    if found is None:
        raise wrong("not-one-of", choices=CHOICES)
    return found


def _read(raw: object) -> object:
    """Thai words that mean no status are what the document prints; other letters are a mistyped key."""
    is_printed = isinstance(raw, str) and raw not in SPELLINGS and _THAI.search(raw) and status_meant(raw) is None
    return Unread(printed=str(raw), code="status-not-understood", choices=CHOICES) if is_printed else raw


ReportedStatus = Annotated[Status, PlainValidator(_reported)]
StatedStatus = Annotated[Stated[ReportedStatus], BeforeValidator(_read)]
