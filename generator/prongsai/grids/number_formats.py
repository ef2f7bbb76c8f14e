"""Figures as a workbook shows them: formats with fixed decimals, which the values alone do not tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from xml.etree.ElementTree import Element

from prongsai.thai.numerals import to_thai

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0"}
_BUILT_IN |= {39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00"}
_BUILT_IN |= {59: "t0", 60: "t0.00", 61: "t#,##0", 62: "t#,##0.00", 67: "t0%", 68: "t0.00%"}
_DRESSING = re.compile(r'_.|\*.|"[^"]*"|\\.|\[(?!\$-)[^\]]*\]|\s')
_THAI_DIGITS = re.compile(r"^\[\$-(?:D0|D0[0-9A-F]{5})\w*\]", re.IGNORECASE)
_LOCALE = re.compile(r"\[\$[^\]]*\]")
_FIXED = re.compile(r"(t?)(#,##)?#*0+(?:\.(0+))?(%?)")
_MOST_DECIMALS = 15


@dataclass(frozen=True)
class NumberFormat:
    """A format that always shows so many decimals, with its signs for thousands and per cent, and its digits."""

    decimals: int
    thousands: bool = False
    percent: bool = False
    thai: bool = False

    def show(self, number: str) -> str:
        """The number as the workbook shows it; the number itself where it is none."""
        try:
            exact = Decimal(number) * (100 if self.percent else 1)
            shown = exact.quantize(Decimal(1).scaleb(-self.decimals), rounding=ROUND_HALF_UP)
        except InvalidOperation:
            return number
        text = f"{shown:,f}" if self.thousands else f"{shown:f}"
        text += "%" if self.percent else ""
        return to_thai(text) if self.thai else text


def read_format(code: str) -> NumberFormat | None:
    """The format that a code means; None for General, dates, and whatever shows no fixed decimals."""
    first = code.partition(";")[0]
    thai = _THAI_DIGITS.match(first) is not None
    found = _FIXED.fullmatch(_DRESSING.sub("", _LOCALE.sub("", first)))
    if found is None or len(found[3] or "") > _MOST_DECIMALS:
        return None
    return NumberFormat(len(found[3] or ""), bool(found[2]), bool(found[4]), thai or bool(found[1]))


def read_formats(styles: Element | None) -> tuple[NumberFormat | None, ...]:
    """The format of each cell style of a workbook, in their order."""
    if styles is None:
        return ()
    codes = dict(_BUILT_IN)
    for one in styles.iter(f"{_MAIN}numFmt"):
        number = one.get("numFmtId", "")
        if number.isdecimal():
            codes[int(number)] = one.get("formatCode", "")
    used = styles.find(f"{_MAIN}cellXfs")
    numbers = [one.get("numFmtId", "0") for one in (used if used is not None else ())]
    return tuple(read_format(codes.get(int(one), "")) if one.isdecimal() else None for one in numbers)
