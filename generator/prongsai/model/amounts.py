"""Typed amounts: money, per cent done and numbers of persons, each with its text as printed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import PlainValidator

from prongsai.model.scalar import Form, read_scalar
from prongsai.thai import amounts


@dataclass(frozen=True)
class Amount:
    """An amount with its text as `printed`; `value` is None where the text gives no number.

    One that is not `is_read` has a text of which nobody can tell what it means for the amount.
    """

    unit: ClassVar[str] = ""
    words: ClassVar[str] = "{}"  # how a number of them is said

    printed: str
    value: Decimal | None = None
    is_read: bool = True


class Baht(Amount):
    """An amount of money; that no budget is used has no value, since it is not the same as zero."""

    unit, words = "บาท", "{} บาท"


class Share(Amount):
    """The share that is done, from 0 to 100."""

    unit, words = "ร้อยละ", "ร้อยละ {}"


class People(Amount):
    """A number of persons; words such as ทุกคน or ไม่น้อยกว่า 50 คน are an answer too."""

    unit, words = "คน", "{} คน"


def _money(raw: object) -> Baht:
    if isinstance(raw, Baht):
        return raw
    text = read_scalar(raw, "not-a-number")
    value = amounts.parse_baht(text)
    return Baht(text, value, value is not None or amounts.says_unfunded(text))


def _share(raw: object) -> Share:
    if isinstance(raw, Share):
        return raw
    text = read_scalar(raw, "not-a-number")
    value = amounts.parse_percent(text)
    return Share(text, value, value is not None)


def _people(raw: object) -> People:
    if isinstance(raw, People):
        return raw
    text = read_scalar(raw, "not-a-number")
    return People(text, amounts.parse_persons(text))


_TYPED = ("number", "string")

Money = Annotated[Baht, PlainValidator(_money), Form("จำนวนเงินเป็นบาท เช่น 50,000 หรือ ไม่ใช้งบประมาณ", _TYPED)]
Percent = Annotated[Share, PlainValidator(_share), Form("ร้อยละ 0 ถึง 100 เช่น 80 หรือ 62.50", _TYPED)]
Persons = Annotated[People, PlainValidator(_people), Form("จำนวนคน เช่น 50 หรือข้อความตามเอกสาร", _TYPED)]
