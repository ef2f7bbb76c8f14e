"""Days of the Buddhist Era as documents write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.thai.dates import (
    BUDDHIST_ERA,
    MONTHS,
    BuddhistDate,
    full_year,
    looks_common_era,
    parse_date,
)
from prongsai.thai.numerals import to_thai

days = st.dates(min_value=dt.date(2013, 1, 1), max_value=dt.date(2099, 12, 31)).map(
    lambda day: BuddhistDate(day.year + BUDDHIST_ERA, day.month, day.day)
)


@given(days, st.booleans())
def test_a_day_survives_being_written_and_read(day, thai):
    """A day written out in Thai or Arabic digits is read back as the same day."""
    text = str(day)
    assert parse_date(to_thai(text) if thai else text) == day


@given(days)
def test_a_day_is_the_same_in_every_spelling(day):
    """Month names long and short, slashes and dashes all name the same day."""
    name, short = MONTHS[day.month - 1]
    spellings = [
        f"{day.day} {name} พ.ศ. {day.year}",
        f"{day.day} {short} {day.year}",
        f"{day.day}{short.rstrip('.')}{day.year}",
        f"ณ วันที่ {day.day} {name} {day.year}",
        f"ภายในวันที่ {day.day} {name} {day.year}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.year}-{day.month:02d}-{day.day:02d}",
    ]
    assert {parse_date(text) for text in spellings} == {day}
    assert day.isoformat() == f"{day.year - BUDDHIST_ERA}-{day.month:02d}-{day.day:02d}"


@given(st.integers(min_value=2556, max_value=2599), st.integers(min_value=1, max_value=12))
def test_two_digits_of_a_year_name_the_same_year(year, month):
    """๖๕ is ๒๕๖๕, for years in which there is an assessment."""
    short = MONTHS[month - 1][1]
    assert parse_date(f"1 {short} {year % 100}") == parse_date(f"1 {short} {year}") == BuddhistDate(year, month, 1)


@pytest.mark.parametrize(
    "text",
    [
        "31 กุมภาพันธ์ 2566",
        "29 ก.พ. 2566",
        "31/4/2566",
        "0 มกราคม 2566",
        "32 ม.ค. 2566",
        "1/13/2566",
        "1/0/2566",
        "2566-02-30",
    ],
)
def test_a_day_that_is_in_no_calendar_is_refused(text):
    """There is no 31 February, nor a thirteenth month."""
    assert parse_date(text) is None


def test_a_leap_day_is_one_of_the_common_era():
    """29 February is a day of 2567 (2024), which is a leap year, though 2567 by itself would not be."""
    assert parse_date("29 กุมภาพันธ์ ๒๕๖๗") == BuddhistDate(2567, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "วันนี้",
        "31 มีนาคม",
        "มีนาคม 2566",
        "31 มีนาคม 12",
        "31 มีนาคม 2023",
        "2023-03-31",
        "31/3/66",
        "3 March 2566",
        "31 มีนาคม 25666",
        "31 มีนาคม 256",
    ],
)
def test_what_is_no_day_of_the_buddhist_era_is_not_guessed(text):
    """A day lacks nothing, and a year of the Common Era is not silently taken for another."""
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2565", 2565),
        ("65", 2565),
        ("56", 2556),
        ("99", 2599),
        ("55", None),
        ("00", None),
        ("2400", 2400),
        ("2700", 2700),
        ("2399", None),
        ("2701", None),
        ("2023", None),
        ("565", None),
        ("๖๕", None),
        ("", None),
    ],
)
def test_a_year_has_four_digits_or_the_two_of_an_assessment(text, expected):
    """Two digits are read only where they can name a year of the assessment, which began in 2556."""
    assert full_year(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2023", True), ("๒๐๒๓", True), (" 1999 ", True), ("2566", False), ("23", False), ("20233", False)],
)
def test_a_year_of_the_common_era_is_recognised(text, expected):
    """19xx and 20xx are years of the Common Era in either digits."""
    assert looks_common_era(text) is expected
