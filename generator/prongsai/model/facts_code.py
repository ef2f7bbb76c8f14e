"""A short code of the facts of a document: another code, other facts; the same for each way to type them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum

from prongsai.json_value import Json
from prongsai.model.record import Record
from prongsai.model.stated import Printed
from prongsai.model.unfinished import finished
from prongsai.thai.dates import BuddhistDate
from prongsai.thai.numerals import to_arabic
from prongsai.thai.periods import Period

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: none that is read for another
_READ_AS = str.maketrans("OIL", "011")
_BYTES, _BITS = 5, 5  # 8 signs: as many as people copy from paper
# What is said about a document, or comes to it later, and is none of the facts that were approved.
_ASIDE = frozenset(
    ("approved", "signed_copy", "attachments", "photos", "notes", "note", "source", "at", "id", "draft", "status_read")
)


def facts_code(record: Record) -> str:
    """The code of a document that is kept in one file: K7QM-4T2X.

    Spaces, Thai or Arabic digits, the order of keys and what is not finished do not count.
    """
    told = json.dumps(_told(finished(record)), ensure_ascii=False, sort_keys=True)
    number = int.from_bytes(hashlib.blake2b(told.encode(), digest_size=_BYTES).digest())
    signs = [_SIGNS[number >> shift & (1 << _BITS) - 1] for shift in reversed(range(0, 8 * _BYTES, _BITS))]
    return f"{''.join(signs[:4])}-{''.join(signs[4:])}"


def is_code(typed: str, code: str) -> bool:
    """True if a code that somebody copied from paper is this one, with or without its hyphen."""
    plain = to_arabic("".join(letter for letter in typed.upper() if letter.isalnum())).translate(_READ_AS)
    return plain == code.replace("-", "")


def _told(value: object) -> Json:
    """A value of a record as it counts."""
    if isinstance(value, Record):
        return dict(_fields(value))
    if isinstance(value, tuple):
        return [_told(one) for one in value if getattr(one, "stated", True)]  # not what its maker only matched
    if isinstance(value, dict):
        return {str(key): _told(one) for key, one in value.items()}
    return _told_scalar(value)


def _fields(record: Record) -> Iterator[tuple[str, Json]]:
    """The fields that say something: one that was added to the program later changes no code by itself."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if name not in _ASIDE and value != field.get_default(call_default_factory=True):
            yield name, _told(value)


def _told_scalar(value: object) -> Json:
    if isinstance(value, Printed | Period):
        return _told_scalar(value.printed)
    if isinstance(value, BuddhistDate):
        return value.in_digits()
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, Enum):
        return value.name
    if value is None or isinstance(value, bool | int):
        return value
    return " ".join(to_arabic(str(value)).split())
