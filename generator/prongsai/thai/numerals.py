"""Thai and Arabic digits, and exact decimals read from text."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
# A run that has a Latin letter or a mark of addresses is a code (O42, e1) or an address and stays as it is.
_RUN = re.compile(r"https?://\S+|[A-Za-z0-9./_:#@%?=&+-]+")
_CODE_MARK = re.compile(r"[A-Za-z_#@?=&]")
_CENT = Decimal("0.01")


@lru_cache(maxsize=16_384)  # many rules read the same sentences
def to_arabic(text: str) -> str:
    """The same text with Thai digits turned into Arabic ones."""
    return text.translate(_TO_ARABIC)


def to_thai(text: str) -> str:
    """The same text with Arabic digits turned into Thai ones."""
    return text.translate(_TO_THAI)


@lru_cache(maxsize=16_384)  # pages repeat their figures and years
def numbers_to_thai(text: str) -> str:
    """Turn the numbers of a sentence into Thai digits, leaving codes such as O42 alone."""
    return _RUN.sub(lambda run: run[0] if _CODE_MARK.search(run[0]) else to_thai(run[0]), text)


def parse_decimal(text: str) -> Decimal | None:
    """Read an exact decimal in Thai or Arabic digits, or None when the text is no number."""
    plain = to_arabic(text.strip())
    return Decimal(plain.replace(",", "")) if _NUMBER.fullmatch(plain) else None


def parse_whole(text: str) -> int | None:
    """Read a whole number in Thai or Arabic digits, or None when the text is no whole number."""
    value = parse_decimal(text)
    return int(value) if value is not None and value == value.to_integral_value() else None


_MARKS = re.compile(r"\(?(?P<own>[^()]*?)[.)]*")  # 1. (1) 1) ก.


def parse_own_number(text: str) -> int | str:
    """The number that a document gives to something: 1 of ๑. and (1), 1.1 of ๑.๑, else its letters, ก of ก."""
    found = _MARKS.fullmatch(to_arabic(text.strip()))
    own = found["own"].strip() if found and found["own"].strip() else text.strip()
    return int(own) if own.isdecimal() and len(own) <= 7 else own


def half_up(value: Decimal) -> Decimal:
    """Round to two decimals, halves away from zero, as published scores are rounded."""
    return value.quantize(_CENT, rounding=ROUND_HALF_UP)


def two_decimals(value: Decimal) -> str:
    """A score as text with exactly two decimals, in Arabic digits."""
    return f"{half_up(value):f}"
