"""Provisional zeros with their reasons in a table that an agency was given or wrote down."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from prongsai.grids.grid import Grid, Row
from prongsai.submissions.notes import Zero
from prongsai.thai.codes import parse_item_code, parse_own_code
from prongsai.thai.numerals import to_arabic

NO_REASON = "ไม่ได้ระบุเหตุในตาราง"
_HEADS = {
    "code": re.compile(r"^(?:ข้อ(?:ที่)?|รหัส.*|ตัวชี้วัด(?:ที่)?|ลำดับข้อ|ประเด็น|item|code)(?:oit)?(?:\(.*\))?$", re.IGNORECASE),
    "reason": re.compile(r"เหตุ|ข้อสังเกต|ความเห็น|ข้อเสนอแนะ|คำชี้แจงของผู้ตรวจ|reason|remark|comment", re.IGNORECASE),
    "score": re.compile(r"คะแนน|^ผล(?:การประเมิน|การตรวจ|เบื้องต้น)?$|score", re.IGNORECASE),
}
_CODE = re.compile(r"^(?:ข้อ)?(?:ที่)?((?:[A-Za-z]{0,8}-?)[0-9]{1,3}(?:[.-][0-9]{1,3})*)(?![0-9])")


@dataclass(frozen=True)
class ZerosRead:
    """The zeros of a table by the codes of the items, and rows whose item was not submitted, as they are typed."""

    zeros: dict[str, Zero]
    unknown: tuple[str, ...] = ()


class NoZerosError(Exception):
    """No table has a column of items and one of reasons."""


def read_zeros(grids: Iterable[Grid], codes: Collection[str], source: str) -> ZerosRead:
    """The zeros in the tables of a file called `source`, for the items with these codes.

    Where a table has a column of scores, only rows with the score 0 count. Raises NoZerosError.
    """
    zeros: dict[str, Zero] = {}
    unknown: list[str] = []
    is_found = False
    for grid in grids:
        place = _find_head(grid.rows)
        if place is None:
            continue
        is_found = True
        for typed, reason in _rows(grid.rows, *place):
            code = find_code(typed, codes)
            if code:
                before = zeros.get(code)
                said = [one for one in (before.reason if before else "", reason) if one]
                zeros[code] = Zero("; ".join(dict.fromkeys(said)), source)
            else:
                unknown.append(typed)
    if not is_found:
        raise NoZerosError(source)
    filled = {code: one if one.reason else Zero(NO_REASON, source) for code, one in zeros.items()}
    return ZerosRead(filled, tuple(dict.fromkeys(unknown)))


def find_code(typed: str, codes: Collection[str]) -> str:
    """The code that a text begins with, in any spelling: O17, o๑๗, ข้อ 17, O17 แผนการใช้จ่าย; empty for none."""
    found = _CODE.match("".join(to_arabic(typed).split()))
    if found is None:
        return ""
    plain = str(found[1])
    meant = (plain, parse_item_code(plain), parse_own_code(plain), parse_item_code(f"O{plain}"))
    return next((one for one in meant if one and one in codes), "")


def _find_head(rows: tuple[Row, ...]) -> tuple[int, dict[str, int]] | None:
    """The row of heads, and the column of each kind."""
    for number, row in enumerate(rows):
        found: dict[str, int] = {}
        for column, one in enumerate(row):
            text = "".join(one.text.split())
            kind = next((kind for kind, form in _HEADS.items() if kind not in found and form.search(text)), None)
            if kind:
                found[kind] = column
        if "code" in found and "reason" in found:
            return number, found
    return None


def _rows(rows: tuple[Row, ...], head: int, columns: dict[str, int]) -> Iterator[tuple[str, str]]:
    for row in rows[head + 1 :]:
        typed, reason = (" ".join(row[columns[name]].text.split()) for name in ("code", "reason"))
        is_zero = "score" not in columns or _is_zero(row[columns["score"]].text)
        if typed and is_zero and (reason or "score" in columns):
            yield typed, reason


def _is_zero(text: str) -> bool:
    try:
        return Decimal(to_arabic("".join(text.split())).removesuffix("คะแนน").replace(",", "")) == 0
    except InvalidOperation:
        return False
