"""The typed scalars of the data files: each reads one text and says exactly what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from decimal import Decimal
from typing import Annotated, TypeVar

from pydantic import BeforeValidator, PlainValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from prongsai.model.places import read_file_name, read_link, read_place, read_site_address, read_site_path
from prongsai.model.scalar import Form, Written, read_scalar, wrong
from prongsai.model.source import SourcedText, place_of
from prongsai.model.stated import SPELLINGS, Stated, Unread
from prongsai.model.synonyms import may_be_boolean, value_meant, words_for
from prongsai.thai import bounds, codes, dates, numerals, periods
from prongsai.thai.parse_period import parse_period

T = TypeVar("T")
_IDENT = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
# Names that Windows gives to devices; they cannot be folders there.
_DEVICE_NAMES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_LONGEST_NUMBER = 40  # characters; no document prints more, and exact sums of endless decimals take long
_COMMON_ERA = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_WEB = "^[Hh][Tt][Tt][Pp][Ss]?://"


def _text(raw: object) -> str:
    return read_scalar(raw)


def _number(raw: object) -> Decimal:
    if isinstance(raw, Decimal):
        return raw
    text = read_scalar(raw, "not-a-number")
    value = numerals.parse_decimal(text)
    if value is None or len(text) > _LONGEST_NUMBER:
        raise wrong("not-a-number", found=text)
    return value


def _score(raw: object) -> Decimal:
    value = _number(raw)
    if not 0 <= value <= 100 or value.is_signed():
        raise wrong("score-out-of-range", found=str(raw))
    return value


def _count(raw: object) -> int:
    return _whole(raw, 0, 10**7 - 1)


def _own_number(raw: object) -> int | str:
    if isinstance(raw, int):
        return raw
    return numerals.parse_own_number(read_scalar(raw, "not-a-count"))


def _offset(raw: object) -> int:
    return _whole(raw, -5, 5)


def _whole(raw: object, lowest: int, highest: int) -> int:
    text = read_scalar(raw, "not-a-count")
    value = numerals.parse_whole(text)
    if value is None or not lowest <= value <= highest:
        raise wrong("not-a-count", found=text)
    return value


def _year(raw: object) -> int:
    text = numerals.to_arabic(read_scalar(raw, "not-a-year"))
    if dates.looks_common_era(text):
        raise _common_era(text, text)
    year = dates.full_year(text)
    if year is None:
        raise wrong("not-a-year", found=text)
    return year


def _date(raw: object) -> dates.BuddhistDate:
    text = read_scalar(raw, "not-a-date")
    day = dates.parse_date(text)
    if day is None:
        _refuse_odd_day(text)
        raise wrong("not-a-date", found=text)
    return day


def _bound(*, is_last: bool) -> Callable[[object], bounds.Bound]:
    def read(raw: object) -> bounds.Bound:
        text = read_scalar(raw, "not-a-bound")
        found = bounds.parse_bound(text, is_last=is_last)
        if found is None:
            _refuse_odd_day(text)
            raise wrong("not-a-bound", found=text)
        return found

    return read


def _refuse_odd_day(text: str) -> None:
    if found := _COMMON_ERA.search(numerals.to_arabic(text)):
        raise _common_era(text, found.group())
    if month := dates.month_without_day(text):
        raise wrong("day-not-in-month", found=text, month=month[0], days=str(month[1]))


def _common_era(text: str, year: str) -> PydanticCustomError:
    return wrong("year-common-era", found=text, era=year, suggestion=str(int(year) + dates.BUDDHIST_ERA))


def _period(raw: object) -> periods.Period:
    period = parse_period(read_scalar(raw))
    if period is None:
        raise wrong("not-a-text")
    return period


def _read_period(raw: object) -> object:
    """A period, or what is printed in its place; a list of texts is one text. An odd date is a mistake of typing.

    What was typed as printed is read too: it is a period where the program knows its words by now.
    """
    if isinstance(raw, list) and raw and all(isinstance(one, str) for one in raw):
        raw = SourcedText.at(", ".join(raw), place_of(raw))
    if isinstance(raw, dict) and raw.keys() <= {"printed", "at"} and isinstance(raw.get("printed"), str):
        return _read_printed(raw)
    if not isinstance(raw, str) or not raw or raw in SPELLINGS or parse_period(raw) is not None:
        return raw
    _refuse_odd_day(raw)
    return Unread(printed=dates.close_words(raw), code="period-not-understood")


def _read_printed(raw: dict[str, object]) -> object:
    closed = dates.close_words(str(raw["printed"]))
    if parse_period(closed) is not None:
        return SourcedText.at(closed, place_of(raw))
    return raw if closed == raw["printed"] else {**raw, "printed": closed}


def _item_code(raw: object, asked: ValidationInfo) -> str:
    """A code of the NACC, or of the scheme whose codes whoever parses knows; None there takes what any scheme uses."""
    text = read_scalar(raw)
    declared: Collection[str] | None = (asked.context or {}).get("item_codes", ())
    own = codes.parse_own_code(text) if declared is None or declared else None
    if own is not None and (declared is None or own in declared):
        return codes.parse_item_code(text) or own
    code = codes.parse_item_code(text)
    if code is None:
        number = codes.bare_number(text)
        raise (
            wrong("item-code-ambiguous", found=text, number=number) if number else wrong("not-an-item-code", found=text)
        )
    return code


def _question_code(raw: object) -> str:
    text = read_scalar(raw)
    code = codes.parse_question_code(text)
    if code is None:
        number = codes.bare_number(text)
        if number:
            raise wrong("question-code-ambiguous", found=text, number=number)
        raise wrong("not-a-question-code", found=text)
    return code


def _ident(raw: object) -> str:
    text = read_scalar(raw)
    if not _IDENT.fullmatch(text) or len(text) > 40:
        raise wrong("not-an-id", found=text)
    if text in _DEVICE_NAMES:
        raise wrong("reserved-id", found=text)
    return text


def _key(raw: object, _: ValidationInfo) -> str:
    return numerals.to_arabic(read_scalar(raw))


def _instrument(raw: object, asked: ValidationInfo) -> str:
    return codes.parse_instrument(_key(raw, asked))


_FLAGS = ("true", "false")


def _flag(raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    text = read_scalar(raw, "not-a-flag")
    meant = text.lower() if text.lower() in _FLAGS else value_meant(text, _FLAGS)
    if not meant:
        raise wrong("not-a-flag", found=text)
    return meant == "true"


def in_words(*choices: str) -> BeforeValidator:
    """Reads the words by which people mean one of some values as that value."""
    return BeforeValidator(lambda raw: (value_meant(raw, choices) or raw) if isinstance(raw, str) else raw)


def _distinct(read_key: Callable[[object, ValidationInfo], object]) -> Callable[[object, ValidationInfo], object]:
    def check(raw: object, asked: ValidationInfo) -> object:
        seen: dict[object, str] = {}
        for key in raw if isinstance(raw, dict) else ():
            try:
                plain = read_key(key, asked)
            except PydanticCustomError:
                continue
            if plain in seen:
                raise wrong("same-key-twice", found=str(key), other=seen[plain])
            seen[plain] = str(key)
        return raw

    return check


def _listed(raw: object) -> object:
    """A single value may be where a list is due."""
    return [raw] if isinstance(raw, str | dict) else raw


def _filled_in(raw: object) -> object:
    """A key that waits to be filled in is no entry of its table; nor is the rest of a value that was cut at a comma."""
    if cut := getattr(raw, "cut", ""):
        raise wrong("text-cut-at-comma", key=cut)
    return {key: value for key, value in raw.items() if value is not None} if isinstance(raw, dict) else raw


def typed_words(*choices: str) -> Written:
    """The values and the Thai words for them, as editors offer them; some take a word such as on for a boolean."""
    offered = {"enum": [*dict.fromkeys((*choices, *words_for(choices)))]}
    return Written((offered, {"type": "boolean"}) if may_be_boolean(choices) else (offered,))


_TYPED = ("string", "number", "boolean")  # as an editor takes what our reader takes for a text
_NUMBER, _WHOLE, _TEXT = ("number", "string"), ("integer", "string"), ("string",)

Text = Annotated[str, PlainValidator(_text), Form("ข้อความ", _TYPED)]
Score = Annotated[Decimal, PlainValidator(_score), Form("คะแนน 0 ถึง 100 ทศนิยมเท่าที่เอกสารพิมพ์", _NUMBER)]
Count = Annotated[int, PlainValidator(_count), Form("จำนวนเต็มตั้งแต่ 0", _WHOLE)]
OwnNumber = Annotated[int | str, PlainValidator(_own_number), Form("เลขที่ตามที่พิมพ์ เช่น 1, 1.1, ก. หรือ (1)", _WHOLE)]
Offset = Annotated[int, PlainValidator(_offset), Form("จำนวนเต็ม -5 ถึง 5", _WHOLE)]
Year = Annotated[int, PlainValidator(_year), Form("ปี พ.ศ. สี่หลัก", _WHOLE)]
Day = Annotated[dates.BuddhistDate, PlainValidator(_date), Form("วันที่ เช่น 31 มีนาคม 2567", _TEXT)]
_BOUND = Form("วันที่ เช่น 31 มีนาคม 2567 หรือปีงบประมาณ เช่น 2567", _TYPED)
FirstDay = Annotated[bounds.Bound, PlainValidator(_bound(is_last=False)), _BOUND]
LastDay = Annotated[bounds.Bound, PlainValidator(_bound(is_last=True)), _BOUND]
Period = Annotated[
    periods.Period,
    PlainValidator(_period),
    Form("ช่วงเวลาตามที่เอกสารพิมพ์ เช่น ต.ค. 2566 - ก.ย. 2567, ไตรมาสที่ 2, ทุกเดือน, ตลอดปีงบประมาณ", _TYPED),
]
StatedPeriod = Annotated[Stated[Period], BeforeValidator(_read_period)]
ItemCode = Annotated[str, PlainValidator(_item_code), Form("รหัสข้อ OIT เช่น O13", _TYPED)]
QuestionCode = Annotated[str, PlainValidator(_question_code), Form("รหัสข้อคำถาม เช่น i6 หรือ e3", _TYPED)]
Ident = Annotated[
    str,
    PlainValidator(_ident),
    Form("รหัส ใช้ a-z 0-9 และขีดกลาง ขึ้นต้นด้วยตัวอักษร ไม่เกิน 40 ตัว", _TEXT, rf"^{_IDENT.pattern}$"),
]
Key = Annotated[str, PlainValidator(_key), Form("เลขหรือรหัสตามเอกสาร", _TYPED)]
InstrumentCode = Annotated[str, PlainValidator(_instrument), Form("รหัสเครื่องมือ เช่น IIT EIT OIT", _TEXT)]
Link = Annotated[str, PlainValidator(read_link), Form("ที่อยู่เว็บเต็ม ขึ้นต้นด้วย https:// หรือ http://", _TEXT, _WEB)]
SiteAddress = Annotated[
    str, PlainValidator(read_site_address), Form("ที่อยู่ของเว็บไซต์ เช่น https://ita.example.go.th/", _TEXT, _WEB)
]
SitePath = Annotated[str, PlainValidator(read_site_path), Form("ที่อยู่ในเว็บไซต์นี้ ขึ้นต้นด้วย /", _TEXT, "^/")]
Place = Annotated[
    str, PlainValidator(read_place), Form("ที่อยู่เว็บเต็ม หรือที่อยู่ในเว็บไซต์นี้ ขึ้นต้นด้วย /", _TEXT, rf"(?:{_WEB})|^/")
]
FileName = Annotated[str, PlainValidator(read_file_name), Form("ชื่อแฟ้มใน content/files", _TEXT)]
Flag = Annotated[bool, PlainValidator(_flag), Form("true (ใช่) หรือ false (ไม่ใช่)", ("boolean", "string"))]
LISTED = BeforeValidator(_listed)
FILLED_IN = BeforeValidator(_filled_in)
Texts = Annotated[tuple[Text, ...], LISTED]

ByKey = Annotated[dict[Key, T], BeforeValidator(_distinct(_key))]
ByYear = Annotated[dict[Year, T], BeforeValidator(_distinct(lambda raw, _: _year(raw)))]
ByHead = Annotated[dict[Text, T], BeforeValidator(_distinct(lambda raw, _: _text(raw)))]
ByInstrument = Annotated[dict[InstrumentCode, T], BeforeValidator(_distinct(_instrument))]
ByItem = Annotated[dict[ItemCode, T], BeforeValidator(_distinct(_item_code))]
ByQuestion = Annotated[dict[QuestionCode, T], BeforeValidator(_distinct(lambda raw, _: _question_code(raw)))]
