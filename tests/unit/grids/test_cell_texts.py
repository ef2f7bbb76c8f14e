"""Cells as people fill them become the texts of our data."""

from __future__ import annotations

import datetime as dt

import pytest

from prongsai.grids.cell_texts import lines_of, text_of_value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (dt.date(2024, 3, 31), "31 มีนาคม 2567"),
        (dt.date(2567, 4, 3), "3 เมษายน 2567"),
        (dt.date(2568, 2, 29), "29 กุมภาพันธ์ 2568"),
        (dt.datetime.fromisoformat("2024-03-31"), "31 มีนาคม 2567"),
        (dt.datetime.fromisoformat("2024-03-31T09:05"), "31 มีนาคม 2567 09:05"),
        (12.0, "12"),
        (88.9, "88.9"),
        (0.1 + 0.2, "0.3"),
        (1e21, "1000000000000000000000"),
        (float("nan"), ""),
        (True, "true"),
        (None, ""),
        ("๘๘.๙๐", "๘๘.๙๐"),
        ("บรรทัดหนึ่ง_x000D_\r\n  บรรทัดสอง\r\n\r\n", "บรรทัดหนึ่ง\n\nบรรทัดสอง"),
    ],
)
def test_values_become_texts(value, text):
    """Days are of the Buddhist Era whichever was typed, numbers have no noise, digits stay as typed."""
    assert text_of_value(value) == text


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("1. จัดทำแผน\n2. เผยแพร่", ("จัดทำแผน", "เผยแพร่")),
        ("๑.จัดทำแผน ๒.เผยแพร่บนเว็บไซต์ ๓.รายงาน", ("จัดทำแผน", "เผยแพร่บนเว็บไซต์", "รายงาน")),
        ("(๑) จัดทำ\n(๒) เผยแพร่", ("จัดทำ", "เผยแพร่")),
        ("- จัดทำ\n–เผยแพร่\n• รายงาน", ("จัดทำ", "เผยแพร่", "รายงาน")),
        ("ดำเนินการดังนี้\n1) จัดทำ\n2) เผยแพร่", ("ดำเนินการดังนี้", "จัดทำ", "เผยแพร่")),
        ("- ข้อความยาว\nที่ตัดบรรทัด\n- ข้อสอง", ("ข้อความยาว ที่ตัดบรรทัด", "ข้อสอง")),
        ("จัดทำ\nเผยแพร่", ("จัดทำ", "เผยแพร่")),
        ("1.1 ข้อย่อย\n1.2 ข้อย่อย", ("1.1 ข้อย่อย", "1.2 ข้อย่อย")),
        ("ตามข้อ 1. และ 2. ของประกาศ", ("ตามข้อ 1. และ 2. ของประกาศ",)),
        ("1.50 บาท", ("1.50 บาท",)),
        ("-", ("-",)),
        ("-5", ("-5",)),
        ("", ()),
    ],
)
def test_lines_become_entries(text, entries):
    """A list typed into a cell is read as its entries, with or without marks; a lone dash is an answer."""
    assert lines_of(text) == entries
