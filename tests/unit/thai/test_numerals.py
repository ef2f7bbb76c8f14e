"""Digits and exact decimals of Thai documents."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.thai.numerals import (
    half_up,
    numbers_to_thai,
    parse_decimal,
    parse_whole,
    to_arabic,
    to_thai,
    two_decimals,
)

scores = st.decimals(min_value=0, max_value=100, allow_nan=False, allow_infinity=False, places=6)


@given(st.text(alphabet="0123456789.,%กขO ", max_size=40))
def test_digits_survive_the_way_to_thai_and_back(text):
    """Turning Arabic digits into Thai ones and back gives the same text."""
    assert to_arabic(to_thai(text)) == text


@given(st.text(alphabet="๐๑๒๓๔๕๖๗๘๙.,%กขO ", max_size=40))
def test_thai_digits_survive_the_way_to_arabic_and_back(text):
    """Turning Thai digits into Arabic ones and back gives the same text."""
    assert to_thai(to_arabic(text)) == text


@given(st.text(max_size=60).filter(lambda text: to_arabic(text) == text))
def test_numbers_in_thai_lose_nothing(text):
    """Wording the numbers of any sentence in Thai digits changes nothing but its digits."""
    assert to_arabic(numbers_to_thai(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("คะแนน 77.85", "คะแนน ๗๗.๘๕"),
        ("1,234.50 บาท", "๑,๒๓๔.๕๐ บาท"),
        ("ร้อยละ50", "ร้อยละ๕๐"),
        ("50%", "๕๐%"),
        ("ตัวชี้วัดที่ 10.1", "ตัวชี้วัดที่ ๑๐.๑"),
        ("31/3/2566", "๓๑/๓/๒๕๖๖"),
        ("2561-2580", "๒๕๖๑-๒๕๘๐"),
        ("-2.07", "-๒.๐๗"),
        ("ข้อ O42 และ e9", "ข้อ O42 และ e9"),
        ("EIT-1", "EIT-1"),
        ("#42", "#42"),
        ("https://www.example.go.th/แผน/2564 ปี 2564", "https://www.example.go.th/แผน/2564 ปี ๒๕๖๔"),
        ("www.example.go.th/2564", "www.example.go.th/2564"),
    ],
)
def test_numbers_of_a_sentence_become_thai_but_codes_and_addresses_stay(text, expected):
    """A whole number turns Thai, never half of one; a code or an address keeps all its digits."""
    assert numbers_to_thai(text) == expected


@given(scores)
def test_half_up_is_the_nearest_cent_with_halves_up(value):
    """Rounding agrees with exact fractions: the cent at or above the value plus a half, cut off."""
    cents = (Fraction(value) * 100 + Fraction(1, 2)).__floor__()
    assert Fraction(half_up(value)) == Fraction(cents, 100)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("77.845", "77.85"),
        ("77.8449999", "77.84"),
        ("0.005", "0.01"),
        ("2.5", "2.50"),
        ("-0.005", "-0.01"),
        ("100", "100.00"),
    ],
)
def test_a_score_is_shown_with_two_decimals_halves_away_from_zero(value, expected):
    """A half cent rounds away from zero, as published scores do, and two decimals are always shown."""
    assert two_decimals(Decimal(value)) == expected


@given(st.decimals(min_value=-(10**6), max_value=10**6, allow_nan=False, allow_infinity=False, places=4))
def test_a_decimal_reads_the_same_in_thai_and_arabic_digits(value):
    """A decimal is exact as written, in either digits."""
    text = f"{value:f}"
    assert parse_decimal(text) == parse_decimal(to_thai(text)) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("77.85", "77.85"),
        ("๗๗.๘๕", "77.85"),
        (" 69.2 ", "69.2"),
        ("1,234.5", "1234.5"),
        ("๒,๙๙๑", "2991"),
        ("-1", "-1"),
        ("007", "7"),
        ("๗7", "77"),
    ],
)
def test_a_decimal_keeps_what_is_written(text, expected):
    """Thai and Arabic digits, thousands and signs are read without loss."""
    assert parse_decimal(text) == Decimal(expected)


def test_a_decimal_keeps_its_places():
    """69.2 and 69.20 are the same number, but how many places were printed is still known."""
    assert str(parse_decimal("69.2")) == "69.2"
    assert str(parse_decimal("๖๙.๒๐")) == "69.20"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "abc",
        "1e3",
        "NaN",
        "Infinity",
        "12,34",
        "1,2345",
        ",123",
        "77.",
        ".5",
        "77.8.5",
        "50%",
        "+5",
        "--5",
        "1 000",
        "7 7",
        "½",
        "²",
        "٣",
        "-",
    ],
)
def test_what_is_no_plain_number_is_not_guessed(text):
    """No exponent, no percent sign, no misplaced comma, no digits of other scripts."""
    assert parse_decimal(text) is None


@pytest.mark.parametrize(
    ("text", "expected"), [("5", 5), ("๕", 5), ("5.0", 5), ("1,000", 1000), ("5.5", None), ("ห้า", None)]
)
def test_a_whole_number_has_no_fraction(text, expected):
    """A whole number may be printed with zeros behind the point, but not with anything else."""
    assert parse_whole(text) == expected
