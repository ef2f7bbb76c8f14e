"""Amounts and rounds as documents print them, and what is not taken for one."""

from decimal import Decimal

from prongsai.thai.amounts import parse_baht, parse_percent, parse_persons, says_unfunded
from prongsai.thai.rounds import Reading, order_of, parse_round, readings_of

BAHT = {
    "50,000": "50000",
    "๕๐,๐๐๐": "50000",
    "50,000.00 บาท": "50000.00",
    "50,000.-": "50000",
    "๕๐,๐๐๐.- บาท": "50000",
    "50,000 บาทถ้วน": "50000",
    "50,000 บาท (ห้าหมื่นบาทถ้วน)": "50000",
    "1.5 ล้านบาท": "1500000",
    "งบประมาณ 20,000 บาท": "20000",
    "จำนวนเงิน 3,000.50 บาท": "3000.50",
    "-500": "-500",
    "0": "0",
}
NO_BAHT = ("ไม่ใช้งบประมาณ", "ตามข้อบัญญัติ", "5O,000", "5,00", "50,000 + 20,000", "20,000 บาท ปี 2567", "บาท", "")
UNFUNDED = ("ไม่ใช้งบประมาณ", "ไม่ได้ใช้งบประมาณ", "ไม่มีงบประมาณ", "ไม่มีค่าใช้จ่าย", "ไม่ใช้งบ", "ไม่มีการใช้งบประมาณ")
ROUNDS = {
    "3": ("3", "๓", "3 เดือน", "ไตรมาสที่ 1", "ไตรมาส ๑", "ไตรมาสแรก", "ไตรมาสที่ 1/2567", "รอบ 3 เดือนแรก"),
    "6": (
        *("6", "รอบ 6 เดือน", "6 เดือน", "รอบ ๖ เดือนแรก", "หกเดือน", "ไตรมาสที่ 2", "ไตรมาส 1-2", "Q2", "ครึ่งปีแรก"),
        *("รอบที่ 1 (6 เดือน)", "รอบ 6 เดือน ปีงบประมาณ พ.ศ. 2567", "รอบ 6 เดือน (ต.ค. 66 - มี.ค. 67)"),
    ),
    "9": ("9", "รอบ 9 เดือน", "ไตรมาสที่ ๓", "เก้าเดือน"),
    "12": ("12", "รอบ ๑๒ เดือน", "ไตรมาส 4", "6 เดือนหลัง", "ครึ่งปีหลัง", "ทั้งปี", "สิ้นปีงบประมาณ", "รอบที่ 2 รอบ 12 เดือน"),
}
COUNTED = {1: ("1", "๑", "รอบที่ 1", "รอบแรก", "ครั้งที่ 1", "รอบที่ 1/2567"), 3: ("รอบที่ 3",), 4: ("4", "ครั้งที่ 4")}
NO_ROUND = ("5", "7", "ประจำเดือนมีนาคม", "รอบที่ 6", "3 เดือนหลัง", "2567", "ปีงบประมาณ พ.ศ. 2567", "เดือน")


def test_money_is_read_in_every_form_that_documents_print():
    """An amount keeps its decimals; what is no single amount is none."""
    assert {text: str(parse_baht(text)) for text in BAHT} == BAHT
    assert [text for text in NO_BAHT if parse_baht(text) is not None] == []


def test_no_budget_is_not_zero():
    """That no budget is used is known as such, and is no number; zero baht is a number, and not that."""
    assert [text for text in UNFUNDED if not says_unfunded(text) or parse_baht(text) is not None] == []
    assert [text for text in (*BAHT, "ไม่มี", "งบประมาณไม่พอ", "ไม่ใช้งบประมาณ 50,000") if says_unfunded(text)] == []


def test_per_cent_and_persons():
    """Per cent is from 0 to 100; a number of persons is a number alone, with what is counted."""
    shares = {"80": "80", "ร้อยละ ๘๐": "80", "62.50%": "62.50", "คิดเป็นร้อยละ 100": "100", "120": "None", "-5": "None"}
    assert {text: str(parse_percent(text)) for text in shares} == shares
    people = {"50": "50", "๕๐ คน": "50", "จำนวน 1,200 ราย": "1200", "ไม่น้อยกว่า 50 คน": "None", "ทุกคน": "None"}
    assert {text: str(parse_persons(text)) for text in people} == people
    assert parse_persons("54 คน") == Decimal(54)


def test_rounds_are_read_by_their_months():
    """Months, quarters and halves of the year give the months up to which a report goes; nothing else does."""
    assert {text: parse_round(text) for texts in ROUNDS.values() for text in texts} == {
        text: months for months, texts in ROUNDS.items() for text in texts
    }
    counted = [text for texts in COUNTED.values() for text in texts]
    assert [text for text in (*counted, *NO_ROUND) if parse_round(text)] == []


def test_a_round_that_is_only_counted_has_every_reading():
    """The first of a year may be of 6 or of 3 months, the third is a quarter; neither is guessed."""
    assert {text: order_of(text) for texts in COUNTED.values() for text in texts} == {
        text: order for order, texts in COUNTED.items() for text in texts
    }
    assert [text for text in NO_ROUND if order_of(text)] == []
    assert [one.months for one in readings_of(1)] == ["6", "3"]
    assert [one.months for one in readings_of(2)] == ["12", "6"]
    assert readings_of(3) == (Reading("9", 3, is_quarter=True),)
