"""The internal memo (บันทึกข้อความ) that presents a result."""

from __future__ import annotations

from prongsai.model.prose import Points
from prongsai.model.record import Record
from prongsai.model.scores import Remark
from prongsai.model.signed import SignedCopy
from prongsai.model.stated import Absence, Stated
from prongsai.model.types import Day, Ident, Text, Texts, Year


class Signatory(Record):
    """An office that signs; names of persons are not kept."""

    office: Text
    acting_for: Text | None = None


class Memo(Record):
    """A memo about the result of `fiscal_year` (Buddhist Era)."""

    fiscal_year: Year
    source: Ident | None = None
    agency: Stated[Text] = Absence.NOT_ENTERED
    unit: Stated[Text] = Absence.NOT_ENTERED
    phone: Stated[Text] = Absence.NOT_ENTERED
    number: Stated[Text] = Absence.NOT_ENTERED
    date: Stated[Day] = Absence.NOT_ENTERED
    subject: Stated[Text] = Absence.NOT_ENTERED
    to: Stated[Text] = Absence.NOT_ENTERED
    attachments: Stated[Texts] = Absence.NOT_ENTERED
    background: Texts = ()
    facts: Texts = ()
    points: Points = ()
    nacc_advice: Texts = ()
    closing: Stated[Text] = Absence.NOT_ENTERED
    signatories: tuple[Signatory, ...] = ()
    comment: Stated[Text] = Absence.NOT_ENTERED
    signed_copy: SignedCopy | None = None
    notes: tuple[Remark, ...] = ()
