"""Days and periods of the Buddhist Era as documents write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.thai.dates import (
    BUDDHIST_ERA,
    MONTHS,
    BuddhistDate,
    Period,
    PeriodKind,
    fiscal_year_of,
    full_year,
    looks_common_era,
    parse_date,
    parse_period,
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


MONTH_FORMS = [
    ("ปีงบประมาณ พ.ศ.๒๕๖๘", PeriodKind.FISCAL_YEAR, (2567, 10), (2568, 9)),
    ("ปีงบประมาณ 2565", PeriodKind.FISCAL_YEAR, (2564, 10), (2565, 9)),
    ("ตลอดปีงบประมาณ พ.ศ. 2565", PeriodKind.FISCAL_YEAR, (2564, 10), (2565, 9)),
    ("เดือน ต.ค. ๖๔ - ก.ย. ๖๕", PeriodKind.MONTHS, (2564, 10), (2565, 9)),
    ("เดือน ต.ค. ๖๔- ก.ย. ๖๕", PeriodKind.MONTHS, (2564, 10), (2565, 9)),
    ("ต.ค.64–ก.ย.65", PeriodKind.MONTHS, (2564, 10), (2565, 9)),
    ("ต.ค. - ก.ย. 65", PeriodKind.MONTHS, (2564, 10), (2565, 9)),
    ("เดือน ก.พ. - มี.ค. ๖๕", PeriodKind.MONTHS, (2565, 2), (2565, 3)),
    ("ตุลาคม ๖๕ - กันยายน ๖๖", PeriodKind.MONTHS, (2565, 10), (2566, 9)),
    ("ตุลาคม 2565 ถึง กันยายน 2566", PeriodKind.MONTHS, (2565, 10), (2566, 9)),
    ("ตุลาคม 2565 ถึงเดือนกันยายน 2566", PeriodKind.MONTHS, (2565, 10), (2566, 9)),
    ("ธันวาคม ๒๕๖๕", PeriodKind.MONTHS, (2565, 12), (2565, 12)),
    ("เดือนธันวาคม พ.ศ. 2565", PeriodKind.MONTHS, (2565, 12), (2565, 12)),
    ("ณ วันที่ ๓๑ มีนาคม ๒๕๖๖", PeriodKind.DUE, (2566, 3), (2566, 3)),
]


@pytest.mark.parametrize(("text", "kind", "first", "last"), MONTH_FORMS)
def test_a_period_of_months_is_read_as_documents_print_it(text, kind, first, last):
    """Each form that was met in published documents gives its first and last month, and keeps its words."""
    period = parse_period(f" {text} ")
    assert period is not None
    assert (period.kind, period.first, period.last, period.printed) == (kind, first, last, text)
    assert period.months_in(2600) == (first, last)


@pytest.mark.parametrize(
    ("text", "shown", "first", "last"),
    [
        ("ตุ ล า ค ม ๖ ๕ - กันยายน ๖๖", "ตุลาคม ๖๕ - กันยายน ๖๖", (2565, 10), (2566, 9)),
        ("ตุลา คม ๖๕ - กัน ยา ยน ๖๖", "ตุลาคม ๖๕ - กันยายน ๖๖", (2565, 10), (2566, 9)),
        ("ธั น ว า ค ม ๒ ๕ ๖ ๕", "ธันวาคม ๒๕๖๕", (2565, 12), (2565, 12)),
        ("ปี ง บ ป ร ะ ม า ณ พ . ศ . ๒ ๕ ๖ ๖", "ปีงบประมาณ พ.ศ. ๒๕๖๖", (2565, 10), (2566, 9)),
        ("ไ ต ร ม า ส ที่ ๒", "ไตรมาสที่ ๒", (2566, 1), (2566, 3)),
    ],
)
def test_letters_that_came_apart_are_put_together(text, shown, first, last):
    """A period is read and shown as the document means it, not as its file was taken apart."""
    period = parse_period(text)
    assert period is not None
    assert (period.printed, period.months_in(2566)) == (shown, (first, last))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("ไตรมาส ๑", (2564, 10), (2564, 12)),
        ("ไตรมาสที่ 2", (2565, 1), (2565, 3)),
        ("ไตรมาส 3", (2565, 4), (2565, 6)),
        ("ไตรมาสที่ ๔", (2565, 7), (2565, 9)),
        ("ทุกไตรมาส", (2564, 10), (2565, 9)),
    ],
)
def test_a_quarter_is_one_of_the_fiscal_year(text, first, last):
    """Quarters count from October, and all quarters are the whole fiscal year."""
    period = parse_period(text)
    assert period is not None
    assert period.first is None
    assert period.months_in(2565) == (first, last)


def test_a_day_as_a_period_is_a_due_date():
    """A day given as a period says when the work must be done."""
    period = parse_period("31 มีนาคม 2566")
    assert period == Period("31 มีนาคม 2566", PeriodKind.DUE, (2566, 3), (2566, 3), due=BuddhistDate(2566, 3, 31))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ตุ ล า ค ม ๒ ๕ - กันยายน ๒๖",
        "ตลอดปี",
        "ไตรมาส 5",
        "ไตรมาส",
        "ก.ย. 65 - ต.ค. 64",
        "ธ.ค. 65 - ม.ค. 65",
        "ต.ค. 12 - ก.ย. 65",
        "ต.ค. 64 - ก.ย. 13",
        "ต.ค. 2021 - ก.ย. 2022",
        "ปีงบประมาณ 2022",
        "ปีงบประมาณ 40",
        "ธันวาคม 2022",
        "ธันวาคม",
        "31 กุมภาพันธ์ 2566",
        "มีนาคมนี้",
    ],
)
def test_a_period_that_is_not_understood_is_not_guessed(text):
    """Misprints, reversed months, years of the Common Era and vague words give nothing."""
    assert parse_period(text) is None


@given(st.text(alphabet="ตคกยทุไรมส .-–0123456789๐๑๒๓/", max_size=30))
def test_reading_a_period_never_raises(text):
    """Whatever is written, the answer is a period or nothing."""
    period = parse_period(text)
    assert period is None or period.months_in(2565)[0] <= period.months_in(2565)[1]


@given(st.integers(min_value=2556, max_value=2599), st.integers(min_value=1, max_value=12))
def test_the_fiscal_year_of_a_month_holds_that_month(year, month):
    """A month is between October and September of the fiscal year that it is said to be in."""
    period = parse_period(f"ปีงบประมาณ พ.ศ. {fiscal_year_of(year, month)}")
    assert period is not None
    assert period.first <= (year, month) <= period.last
