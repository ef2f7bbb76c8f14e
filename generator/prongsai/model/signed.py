"""A signed copy of a document, scanned and filed beside the page that says the same."""

from __future__ import annotations

from prongsai.model.record import Record
from prongsai.model.stated import Absence, Stated
from prongsai.model.types import Day, FileName


class SignedCopy(Record):
    """The file below content/files (`2565/measures-signed.pdf`) and the day on which it was signed."""

    file: FileName
    signed_on: Stated[Day] = Absence.NOT_ENTERED
