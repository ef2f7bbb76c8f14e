"""A signed copy of a document, scanned and filed beside the page that says the same."""

from __future__ import annotations

from prongsai.model.record import Record, say
from prongsai.model.stated import Absence, Stated
from prongsai.model.types import Day, FileName


class SignedCopy(Record):
    """The file below content/files (`2565/measures-signed.pdf`) and the day on which it was signed."""

    called = "ฉบับลงนาม"

    file: FileName = say("แฟ้ม", "ชื่อแฟ้มที่สแกนไว้ใน content/files พร้อมโฟลเดอร์", example="2567/memo-signed.pdf")
    signed_on: Stated[Day] = say(
        "วันที่ลงนาม", "วันที่ลงนามในเอกสาร ปีเป็น พ.ศ.", Absence.NOT_ENTERED, example="15 สิงหาคม 2567"
    )
