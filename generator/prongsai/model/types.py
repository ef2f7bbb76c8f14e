"""The typed scalars of the data files: each reads one text and says exactly what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from decimal import Decimal
from typing import Annotated, Any, TypeVar
from urllib.parse import quote, unquote, urlsplit

from pydantic import BeforeValidator, PlainValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from prongsai import addresses
from prongsai.thai import codes, dates, numerals

T = TypeVar("T")
_SITE_PATH = re.compile(r"/(?!/)[A-Za-z0-9/._-]*(?:#[A-Za-z0-9._-]+)?")
_FILE_NAME = re.compile(r"[^<>:\"|?*\\\x00-\x1f]+")
_DRIVE = re.compile(r"[A-Za-z]:|\\\\")  # a place on a computer, which no mark in place of another makes a name
_FILES = "/files/"
_IDENT = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
# Names that Windows gives to devices; they cannot be folders there.
_DEVICE_NAMES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_LONGEST_NUMBER = 40  # characters; no document prints more, and exact sums of endless decimals take long
_COMMON_ERA = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_NEEDS_CODING = re.compile(r"[\s<>\"\\]")  # what browsers write as %20 and the like
_PLACE_HOLDERS = {"#", "-", "--", "–", "—", "…", "...", "?", "x", "xx", "xxx", "n/a", "none", "ไม่มี", "ยังไม่มี"}
_HOST = re.compile(r"(?:[\w\u0e31-\u0e4e](?:[\w\u0e31-\u0e4e.-]*[\w\u0e31-\u0e4e])?\.?|\[[0-9a-fA-F:.]+\])(?::[0-9]+)?")
_SITE_STEPS = re.compile(r"[^\s?#<>\"'`{}|^\\\x00-\x1f\x7f]*")


def wrong(code: str, **values: str) -> PydanticCustomError:
    """An error of a typed value; `code` names its sentence in `prongsai.wording`."""
    return PydanticCustomError(code, "{code}", {"code": code, **values})


def _scalar(raw: Any, otherwise: str = "not-a-text") -> str:
    if raw is None or raw == "":
        raise wrong("empty-text")
    if isinstance(raw, str):
        return str(raw)
    raise wrong(otherwise)


def _text(raw: Any) -> str:
    return _scalar(raw)


def _number(raw: Any) -> Decimal:
    if isinstance(raw, Decimal):
        return raw
    text = _scalar(raw, "not-a-number")
    value = numerals.parse_decimal(text)
    if value is None or len(text) > _LONGEST_NUMBER:
        raise wrong("not-a-number", found=text)
    return value


def _score(raw: Any) -> Decimal:
    value = _number(raw)
    if not 0 <= value <= 100 or value.is_signed():
        raise wrong("score-out-of-range", found=str(raw))
    return value


def _count(raw: Any) -> int:
    return _whole(raw, 0, 10**7 - 1)


def _offset(raw: Any) -> int:
    return _whole(raw, -5, 5)


def _whole(raw: Any, lowest: int, highest: int) -> int:
    text = _scalar(raw, "not-a-count")
    value = numerals.parse_whole(text)
    if value is None or not lowest <= value <= highest:
        raise wrong("not-a-count", found=text)
    return value


def _year(raw: Any) -> int:
    text = numerals.to_arabic(_scalar(raw, "not-a-year"))
    if dates.looks_common_era(text):
        raise _common_era(text, text)
    year = dates.full_year(text)
    if year is None:
        raise wrong("not-a-year", found=text)
    return year


def _date(raw: Any) -> dates.BuddhistDate:
    text = _scalar(raw, "not-a-date")
    day = dates.parse_date(text)
    if day is None:
        _refuse_odd_day(text)
        raise wrong("not-a-date", found=text)
    return day


def _refuse_odd_day(text: str) -> None:
    if found := _COMMON_ERA.search(numerals.to_arabic(text)):
        raise _common_era(text, found.group())
    if month := dates.month_without_day(text):
        raise wrong("day-not-in-month", found=text, month=month[0], days=str(month[1]))


def _common_era(text: str, year: str) -> PydanticCustomError:
    return wrong("year-common-era", found=text, era=year, suggestion=str(int(year) + dates.BUDDHIST_ERA))


def _period(raw: Any) -> dates.Period:
    text = _scalar(raw, "period-not-understood")
    period = dates.parse_period(text)
    if period is None:
        _refuse_odd_day(text)
        raise wrong("period-not-understood", found=text)
    return period


def _item_code(raw: Any) -> str:
    text = _scalar(raw)
    code = codes.parse_item_code(text)
    if code is None:
        number = codes.bare_number(text)
        raise (
            wrong("item-code-ambiguous", found=text, number=number) if number else wrong("not-an-item-code", found=text)
        )
    return code


def _question_code(raw: Any) -> str:
    text = _scalar(raw)
    code = codes.parse_question_code(text)
    if code is None:
        number = codes.bare_number(text)
        if number:
            raise wrong("question-code-ambiguous", found=text, number=number)
        raise wrong("not-a-question-code", found=text)
    return code


def _ident(raw: Any) -> str:
    text = _scalar(raw)
    if not _IDENT.fullmatch(text) or len(text) > 40:
        raise wrong("not-an-id", found=text)
    if text in _DEVICE_NAMES:
        raise wrong("reserved-id", found=text)
    return text


def _key(raw: Any) -> str:
    return numerals.to_arabic(_scalar(raw))


def _instrument(raw: Any) -> str:
    return codes.parse_instrument(_key(raw))


def _link(raw: Any) -> str:
    text = _scalar(raw)
    if text.strip().casefold() in _PLACE_HOLDERS:
        raise wrong("link-is-place-holder", found=text)
    try:
        parts = urlsplit(text)
        host = parts.hostname
        _ = parts.port  # read only to learn whether it is a number
    except ValueError:
        raise wrong("not-a-link", found=text) from None
    if not parts.scheme or "." in parts.scheme:
        raise wrong("link-without-scheme", found=text)
    if parts.scheme.lower() not in {"http", "https"}:
        raise wrong("link-scheme-not-allowed", found=text)
    if not host or _NEEDS_CODING.search(parts.netloc):
        raise wrong("not-a-link", found=text)
    if _NEEDS_CODING.search(text):
        coded = _NEEDS_CODING.sub(lambda sign: quote(sign.group(), safe=""), text)
        raise wrong("link-needs-coding", found=text, suggestion=coded)
    return text


def _site_address(raw: Any) -> str:
    """Where a whole site stands: every address of it is made by adding to this one."""
    text = _link(raw)
    parts = urlsplit(text)
    steps = parts.path.split("/")
    is_bare = "?" not in text and "#" not in text
    is_plain = _HOST.fullmatch(parts.netloc) and _SITE_STEPS.fullmatch(parts.path) and not {".", ".."} & set(steps)
    if not is_bare or not is_plain or "//" in parts.path:
        raise wrong("not-a-site-address", found=text)
    return text


def _site_path(raw: Any) -> str:
    text = _scalar(raw)
    if not _SITE_PATH.fullmatch(text):
        raise wrong("not-a-site-path", found=text)
    return text


def _place(raw: Any, asked: ValidationInfo) -> str:
    text = _scalar(raw)
    if text.replace("\\", "/").startswith(_FILES):
        return _site_file(getattr(raw, "typed", text), text, _attachments(asked))
    return _site_path(text) if text.startswith("/") else _link(text)


def _site_file(typed: str, text: str, known: Collection[str]) -> str:
    """The address of an attachment, whose name may be Thai, with the place in it that a fragment names."""
    whole = next((one.removeprefix(_FILES) for one in (typed, text) if one.removeprefix(_FILES) in known), None)
    if whole is not None:
        return addresses.file_path(whole)
    address, mark, fragment = text.partition("#")
    if not re.fullmatch(r"[A-Za-z0-9=&._-]*", fragment):
        return _site_path(text)
    name = _known_name(typed.partition("#")[0].removeprefix(_FILES), address.removeprefix(_FILES), known)
    if name in known:
        return addresses.file_path(name) + mark + fragment
    unescaped = unquote(name)
    return (addresses.file_path(unescaped) if unescaped in known else address) + mark + fragment


def _file_name(raw: Any, asked: ValidationInfo) -> str:
    text = _scalar(raw)
    return _known_name(getattr(raw, "typed", text), text, _attachments(asked))


def _attachments(asked: ValidationInfo) -> Collection[str]:
    """The names below content/files, where whoever parses knows them."""
    found: Collection[str] = (asked.context or {}).get("attachments", ())
    return found


def _known_name(typed: str, text: str, known: Collection[str]) -> str:
    """The name of an attachment: as it was typed where it is there, else in its one form, which must be a good one."""
    found = next((name for name in (typed, text) if name in known), None)
    if found is not None:
        return found
    steps = text.split("/")
    if "\\" in text and not _DRIVE.match(text):
        raise wrong("file-name-backslash", found=text, suggestion=text.replace("\\", "/"))
    if not _FILE_NAME.fullmatch(text) or any(step in {"", ".", ".."} for step in steps):
        raise wrong("not-a-file-name", found=text)
    return text


def _flag(raw: Any) -> bool:
    if isinstance(raw, bool):
        return raw
    text = _scalar(raw, "not-a-flag").lower()
    if text not in {"true", "false"}:
        raise wrong("not-a-flag", found=text)
    return text == "true"


def _distinct(read_key: Callable[[Any], str]) -> Callable[[Any], Any]:
    def check(raw: Any) -> Any:
        seen: dict[str, str] = {}
        for key in raw if isinstance(raw, dict) else ():
            try:
                plain = read_key(key)
            except PydanticCustomError:
                continue
            if plain in seen:
                raise wrong("same-key-twice", found=str(key), other=seen[plain])
            seen[plain] = str(key)
        return raw

    return check


def _listed(raw: Any) -> Any:
    """A single value may stand where a list is due."""
    return [raw] if isinstance(raw, str | dict) else raw


Text = Annotated[str, PlainValidator(_text)]
Score = Annotated[Decimal, PlainValidator(_score)]
Count = Annotated[int, PlainValidator(_count)]
Offset = Annotated[int, PlainValidator(_offset)]
Year = Annotated[int, PlainValidator(_year)]
Day = Annotated[dates.BuddhistDate, PlainValidator(_date)]
Period = Annotated[dates.Period, PlainValidator(_period)]
ItemCode = Annotated[str, PlainValidator(_item_code)]
QuestionCode = Annotated[str, PlainValidator(_question_code)]
Ident = Annotated[str, PlainValidator(_ident)]
Key = Annotated[str, PlainValidator(_key)]
InstrumentCode = Annotated[str, PlainValidator(_instrument)]
Link = Annotated[str, PlainValidator(_link)]
SiteAddress = Annotated[str, PlainValidator(_site_address)]
SitePath = Annotated[str, PlainValidator(_site_path)]
Place = Annotated[str, PlainValidator(_place)]
FileName = Annotated[str, PlainValidator(_file_name)]
Flag = Annotated[bool, PlainValidator(_flag)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_listed)]

ByKey = Annotated[dict[Key, T], BeforeValidator(_distinct(_key))]
ByInstrument = Annotated[dict[InstrumentCode, T], BeforeValidator(_distinct(_instrument))]
ByItem = Annotated[dict[ItemCode, T], BeforeValidator(_distinct(_item_code))]
