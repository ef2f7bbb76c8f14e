"""Codes of instruments, OIT items and survey questions in every spelling that documents use."""

from __future__ import annotations

import re

from prongsai.thai.numerals import to_arabic

# Documents print the letter O also as the digit zero: O2, o๒, ๐๒, 02, O02.
_ITEM = re.compile(r"[Oo0]0?([1-9][0-9]?)")
_QUESTION = re.compile(r"([iIeE])0?([1-9][0-9]?)")
_INSTRUMENT = re.compile(r"[A-Za-z]IT(?:-[0-9]{1,2})?", re.IGNORECASE)
# What schemes besides that of the NACC call their items: MOIT1, EB1, OIT1, 4.2, O43.1.
_OWN = re.compile(r"[A-Z]{0,8}-?[0-9]{1,3}(?:[.-][0-9]{1,3})*")
_PARTS = re.compile(r"[0-9]+|[^0-9.-]+")
_BARE_NUMBER = re.compile(r"[1-9][0-9]?")


def parse_item_code(text: str) -> str | None:
    """The code of an OIT item as O2, O15; None when the text is no such code or is ambiguous."""
    found = _ITEM.fullmatch(to_arabic(text.strip().replace(" ", "")))
    return f"O{int(found[1])}" if found else None


def parse_own_code(text: str) -> str | None:
    """The code of an item of another scheme, in capitals and Arabic digits; None when the text has no such form."""
    plain = "".join(to_arabic(text).split()).upper()
    return plain if _OWN.fullmatch(plain) else None


def parse_question_code(text: str) -> str | None:
    """The code of a survey question as i1, e9; None when the text is no such code or is ambiguous."""
    found = _QUESTION.fullmatch(to_arabic(text.strip().replace(" ", "")))
    return f"{found[1].lower()}{int(found[2])}" if found else None


def parse_instrument(text: str) -> str:
    """The code of an instrument, or of a part of one, in capitals as documents print it: IIT, EIT-1; others as is."""
    return text.upper() if _INSTRUMENT.fullmatch(text) else text


def spellings(text: str) -> set[str | None]:
    """The spellings of a key once it is read as a code."""
    return {parse_item_code(text), parse_own_code(text), parse_instrument(to_arabic(text))}


def bare_number(text: str) -> str:
    """The number when a text is nothing but a number that may lack its letter, else an empty text."""
    plain = to_arabic(text.strip())
    return plain if _BARE_NUMBER.fullmatch(plain) else ""


def item_key(code: str) -> tuple[tuple[str, int], ...]:
    """The letters and numbers of an item code, for sorting: O2 before O13, 4.2 before 4.10."""
    return tuple(("", int(part)) if part.isdigit() else (part, 0) for part in _PARTS.findall(code))


def follows(before: str, code: str) -> bool:
    """True if a code has the number right after that of another, and the same letters."""
    *start, (letters, number) = item_key(before)
    return item_key(code) == (*start, (letters, number + 1))
