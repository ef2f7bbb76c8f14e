"""Sums and shares of printed tables, by exact decimals: totals that are not what their column or row adds up to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from prongsai.analysis.bounds import half_of_last_place
from prongsai.model.document_parts import PrintedTable
from prongsai.model.stated import Absence
from prongsai.thai.numerals import parse_decimal, to_arabic

_TOTAL = re.compile(r"\s*(?:ผล|ยอด)?รวม(?!คะแนน|กับ|ถึง)|\s*ทั้งหมด\s*$|\s*total\b", re.IGNORECASE)
_PERCENT = re.compile(r"ร้อยละ|%|เปอร์เซ็นต์")
# Heads of what is no amount: it has no sum, or only one that means nothing.
_NO_AMOUNT = re.compile(
    r"คะแนน|เฉลี่ย|ระดับ|ลำดับ|อันดับ|พ\.?\s?ศ\.?|ปี|ที่$|^ที่|เลข|ข้อ|น้ำหนัก|อัตรา|สัดส่วน|เป้าหมาย|ช่วง|สูงสุด|ต่ำสุด|รหัส"
)
_NUMBER = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)\s*(?:%|[ก-๎]{1,12}\.?)?")
_OUTLINE = re.compile(r"\s*\(?([0-9]+(?:\.[0-9]+)*)[.)]?(?:\s|$)")
_PART_OF_ABOVE = re.compile(r"\s*(?:[-–•]|ในจำนวนนี้|ได้แก่|แยกเป็น|ประกอบด้วย)")
_NOTHING = {Absence.DASH, Absence.NONE, Absence.BLANK_CELL}
_WHOLE = Decimal(100)


@dataclass(frozen=True)
class Sum:
    """A printed total that is not what it closes; `place` is its row and column, both from 0."""

    place: tuple[int, int]
    row: str
    column: str
    printed: Decimal
    expected: Decimal


@dataclass(frozen=True)
class Shares:
    """Percentages that do not make 100 (`row` is empty), or one that is not the share of its count."""

    place: tuple[int, int]
    column: str
    row: str
    printed: Decimal
    expected: Decimal


def _value(cell: object) -> Decimal | None:
    """The number of a cell, with or without a unit behind it; an empty cell counts nothing."""
    if isinstance(cell, Absence):
        return Decimal(0) if cell in _NOTHING else None
    found = _NUMBER.fullmatch(to_arabic(str(cell).strip()))
    return parse_decimal(found[1]) if found else None


def _places(value: Decimal) -> int:
    return max(-int(value.as_tuple().exponent), 0)


def _text(cell: object) -> str:
    return "" if isinstance(cell, Absence) else str(cell)


def _label(row: Sequence[object]) -> str:
    """The words at the beginning of a row: the first cell that is no number, else the first."""
    words = [_text(cell) for cell in row]
    return next((text for text in words if text and parse_decimal(text) is None), words[0] if words else "")


def _is_total(row: Sequence[object]) -> bool:
    return bool(_TOTAL.match(_label(row)))


def _doubt(values: Sequence[Decimal]) -> Fraction:
    """The most by which a sum of printed numbers may be off; whole numbers are counts and hide nothing."""
    return sum((half_of_last_place(one) for one in values if _places(one)), Fraction(0))


def _adds_up(addends: Sequence[Decimal], total: Decimal) -> bool:
    return abs(sum(addends, Decimal(0)) - total) <= _doubt([*addends, total])


def _even(table: PrintedTable) -> bool:
    return all(len(row) == len(table.columns) for row in table.rows)


def sums_down(table: PrintedTable) -> Iterator[Sum]:
    """Totals below a column of amounts that fit none of the ways in which the rows above may add up."""
    totals = [place for place, row in enumerate(table.rows) if _is_total(row)]
    for column, head in enumerate(table.columns) if totals and _even(table) else ():
        values = [_value(row[column]) for row in table.rows]
        is_amount = not _NO_AMOUNT.search(head) and not _PERCENT.search(head)
        if column == 0 or not is_amount or any(value is None for value in values):
            continue
        known = [value for value in values if value is not None]
        for place in totals:
            ways = [way for way in _ways(table, known, totals, place) if len(way) > 1]
            if ways and known[place] and not any(_adds_up(way, known[place]) for way in ways):
                expected = sum(ways[0], Decimal(0))
                yield Sum((place, column), _label(table.rows[place]).strip(), head, known[place], expected)


def _ways(table: PrintedTable, values: list[Decimal], totals: list[int], place: int) -> list[list[Decimal]]:
    """The rows that a total may close: since the total before it, all of them, main rows only, or totals alone."""
    before = [one for one in totals if one < place]
    since = [*range(before[-1] + 1 if before else 0, place)]
    every = [one for one in range(place) if one not in totals]
    ways = [rows for rows in (since, every, before) if rows]
    ways += [_main_rows(table, rows) for rows in (since, every)]
    return [[values[row] for row in rows] for rows in ways]


def _main_rows(table: PrintedTable, rows: Sequence[int]) -> list[int]:
    """The rows without those that are parts of one above: 1.1 below 1, and what begins with a dash."""
    numbers = {row: found[1] for row in rows if (found := _OUTLINE.match(to_arabic(_label_or_number(table.rows[row]))))}
    outer = {*numbers.values()}
    return [
        row
        for row in rows
        if not _PART_OF_ABOVE.match(_label(table.rows[row]))
        and (row not in numbers or numbers[row].rpartition(".")[0] not in outer)
    ]


def _label_or_number(row: Sequence[object]) -> str:
    first = _text(row[0]) if row else ""
    return first if _OUTLINE.match(to_arabic(first)) else _label(row)


def sums_across(table: PrintedTable) -> Iterator[Sum]:
    """Totals in a column headed รวม that are not the sum of the columns before it, where those of other rows are."""
    heads = [*enumerate(table.columns)]
    column = next((place for place, head in heads[1:] if _TOTAL.match(head) and not _NO_AMOUNT.search(head)), None)
    if column is None or not _even(table):
        return
    fitting, wrong = 0, []
    for place, row in enumerate(table.rows):
        values = [_value(row[one]) for one, head in heads[1:column] if _is_added(table, one, head)]
        addends, printed = [value for value in values if value is not None], _value(row[column])
        if printed is None or len(addends) < max(len(values), 2):
            continue
        if _adds_up(addends, printed):
            fitting += bool(printed)
        else:
            expected = sum(addends, Decimal(0))
            wrong.append(Sum((place, column), _label(row).strip(), table.columns[column], printed, expected))
    if fitting > len(wrong):  # else the column is no sum of these
        yield from wrong


def _is_added(table: PrintedTable, column: int, head: str) -> bool:
    """True if a column has amounts, all of it numbers: no number of the row, no words, no percentages."""
    is_amount = not _NO_AMOUNT.search(head) and not _PERCENT.search(head)
    return is_amount and all(_value(row[column]) is not None for row in table.rows)


def shares_of(table: PrintedTable) -> Iterator[Shares]:
    """Percentages with a total of 100 that do not make it, or that are not the share of the count next to them."""
    totals = [place for place, row in enumerate(table.rows) if _is_total(row)]
    if len(totals) != 1 or totals[0] != len(table.rows) - 1 or not _even(table):
        return
    last = totals[0]
    for column, head in enumerate(table.columns):
        values = [_value(row[column]) for row in table.rows]
        parts = [value for value in values[:last] if value is not None]
        if not _PERCENT.search(head) or values[last] != _WHOLE or len(parts) < max(last, 2):
            continue
        wrong = [*_wrong_shares(table, column, parts)]
        yield from wrong
        ways = [[parts[row] for row in rows] for rows in ([*range(last)], _main_rows(table, range(last)))]
        if not wrong and not any(abs(sum(way, Decimal(0)) - _WHOLE) <= _rounding(way) for way in ways):
            yield Shares((last, column), head, "", _WHOLE, sum(parts, Decimal(0)))


def _rounding(parts: Sequence[Decimal]) -> Fraction:
    return sum(map(half_of_last_place, parts), Fraction(0))


def _wrong_shares(table: PrintedTable, column: int, parts: list[Decimal]) -> Iterator[Shares]:
    """The percentages that are not the share of the count in the column before, where most others are."""
    counts = [_value(row[column - 1]) for row in table.rows] if column else []
    if not counts or _NO_AMOUNT.search(table.columns[column - 1]) or None in counts or not counts[-1]:
        return
    known = [count for count in counts if count is not None]
    shares = [Fraction(count) * 100 / Fraction(known[-1]) for count in known[:-1]]
    off = [row for row, part in enumerate(parts) if abs(shares[row] - Fraction(part)) > half_of_last_place(part)]
    if not 0 < len(off) < len(parts) - len(off):
        return
    for row in off:
        expected = _rounded_to(shares[row], _places(parts[row]))
        yield Shares((row, column), table.columns[column], _label(table.rows[row]).strip(), parts[row], expected)


def _rounded_to(value: Fraction, places: int) -> Decimal:
    return Decimal(int(value * 10**places + Fraction(1, 2))).scaleb(-places)
