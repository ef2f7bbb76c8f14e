"""Periods are read as documents print them, and what is not understood is not guessed."""

import csv
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.thai.dates import BuddhistDate, fiscal_year_of
from prongsai.thai.parse_period import parse_period
from prongsai.thai.periods import Form, Frequency, Length, Month, Unit
from prongsai.views.measures.word_period import word_period
from prongsai.views.speech import Speech

TABLE = Path(__file__).resolve().parents[2] / "cases" / "periods" / "periods.tsv"
YEAR = 2567
AS_PRINTED = "ตามที่พิมพ์"
PIECES = (
    *("ทุก", "ราย", "ละ", "ครั้ง", "เดือน", "ปี", "ปีงบประมาณ", "ไตรมาสที่", "ไตรมาส", "สัปดาห์", "ครึ่ง", "รอบ", "แรก", "หลัง"),
    *(
        "ม.ค.",
        "ตุลาคม",
        "ก.ย.",
        "2566",
        "67",
        "1",
        "3",
        "12",
        "31",
        "๒",
        "1/10/2566",
        "2/2567",
        "-",
        "–",
        "ถึง",
        "และ",
        ",",
        "/",
    ),
    *("(", ")", "ภายใน", "สิ้น", "ตลอด", "ต่อเนื่อง", "อย่างน้อย", "พ.ศ.", "เป็นต้นไป", "วันที่", "ต่อ", "ของ", " ", "ๆ", "ก"),
)


def rows() -> list[dict[str, str]]:
    """The table of forms."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def meaning_of(text: str) -> tuple[str, str, str, str]:
    """Months, frequency, last day and length of a form in the year of the table, as its columns write them."""
    period = parse_period(text)
    if period is None:
        return AS_PRINTED, "", "", ""
    if period.contradiction:
        return f"ขัดกัน {' / '.join(period.contradiction)}", "", "", ""
    spans = period.spans_in(YEAR)
    months = ", ".join(str(one.first) if one.first == one.last else f"{one.first} ถึง {one.last}" for one in spans)
    often = " ".join(filter(None, [str(period.frequency or ""), "ต่อเนื่อง" if period.is_ongoing else ""]))
    until = str(period.last_day_in(YEAR) or ("มีกำหนด" if period.is_due else ""))
    return f"{months}{' เป็นต้นไป' if period.is_open else ''}", often, until, str(period.length or "")


def test_every_form_of_the_table_means_what_its_row_says():
    """Forms of public documents and our own, alone and joined: months, frequency, last day and length."""
    table = rows()
    expected = {row["text"]: (row["months"], row["often"], row["until"], row["length"]) for row in table}
    assert len(expected) == len(table) >= 120
    assert sum(row["from"] != "own" for row in table) >= 60
    assert {text: found for text, row in expected.items() if (found := meaning_of(text)) != row} == {}


def test_the_sentence_of_a_period_means_the_same_as_the_period():
    """The sentence of a page, in either numerals, with the year or without it, is read back with its meaning."""
    lost = {}
    for text in (row["text"] for row in rows()):
        period = parse_period(text)
        if period is None or period.contradiction is not None:
            continue
        for numerals in ("thai", "arabic"):
            for year in (YEAR, None):
                said = word_period(period, year, Speech(numerals))
                if meaning_of(said)[:3] != meaning_of(text)[:3]:
                    lost[text] = said
    assert lost == {}


def test_what_is_shown_is_what_is_printed():
    """A period keeps the words of its document, with letters that came apart put together and no blank around."""
    assert parse_period(" ต.ค. 66 – ก.ย. 67 ").printed == "ต.ค. 66 – ก.ย. 67"
    assert parse_period("ไ ต ร ม า ส ที่ ๒").printed == "ไตรมาสที่ ๒"


@pytest.mark.parametrize("seed", range(4))
def test_no_text_of_such_words_raises(seed):
    """Whatever follows whatever, the answer is nothing, or a period with its months in order that can be said again."""
    chance = random.Random(seed)
    for _ in range(2_500):
        text = "".join(chance.choices(PIECES, k=chance.randint(1, 9)))
        period = parse_period(text)
        if period is None or period.contradiction is not None:
            continue
        months = period.months_in(YEAR)
        assert months is None or months[0] <= months[1], text
        said = word_period(period, YEAR, Speech("thai"))
        assert meaning_of(said)[:3] == meaning_of(text)[:3], text


@given(st.text(max_size=60))
def test_no_text_at_all_raises(text):
    """Reading gives a period or nothing."""
    assert parse_period(text) is None or parse_period(text).printed


def test_a_long_text_of_such_words_is_read_or_refused_at_once():
    """A whole paragraph in the cell is prose: nothing is guessed of it."""
    assert parse_period("ทุกเดือน " * 2_000) is None
    assert parse_period("ไตรมาส 1, " * 19 + "2") is not None


def test_months_without_a_year_are_of_any_fiscal_year():
    """The year of the file completes quarters, halves and months; what has a year of its own stays in it."""
    for text in ("ไตรมาสที่ 2", "ม.ค. - มี.ค.", "ทุกไตรมาส", "6 เดือนแรก", "ตลอดปี", "31 มีนาคม"):
        period = parse_period(text)
        assert not period.has_year
        assert fiscal_year_of(*period.months_in(2600)[0]) == 2600
    assert parse_period("ม.ค. - มี.ค. 2567").months_in(2600) == ((2567, 1), (2567, 3))


def test_a_last_day_is_the_day_or_the_end_of_what_is_named():
    """29 February is one of the years that have it; of others the last of their February."""
    leap = parse_period("ภายใน 29 ก.พ.")
    assert [leap.last_day_in(year) for year in (2566, 2567)] == [BuddhistDate(2566, 2, 28), BuddhistDate(2567, 2, 29)]
    assert parse_period("ทุกเดือน").last_day_in(2567) is None
    assert parse_period("ภายใน 30 วัน").last_day_in(2567) is None


def test_equal_frequencies_have_one_wording():
    """Words for the same are the same value, so that data can be grouped by it."""
    for words in (
        ("ทุกเดือน", "รายเดือน", "เดือนละครั้ง", "เดือนละ 1 ครั้ง", "1 ครั้ง/เดือน"),
        ("ทุกไตรมาส", "รายไตรมาส", "ทุก 3 เดือน", "ไตรมาสละ ๑ ครั้ง"),
        ("ปีละ 2 ครั้ง", "2 ครั้งต่อปี", "ปีละสองครั้ง"),
        ("ทุก 6 เดือน", "ทุกครึ่งปี", "ราย 6 เดือน"),
    ):
        assert len({str(parse_period(one).frequency) for one in words}) == 1
    assert str(Frequency(1, 10, Unit.DAY)) == "ทุก 10 วัน"
    assert str(Length(24, Unit.MONTH)) == "2 ปี"


def test_a_plain_year_agrees_with_its_months_of_either_kind():
    """ปี 2566 next to January to December is the calendar year; a fiscal year is not."""
    assert parse_period("ปี 2566 (ม.ค. - ธ.ค. 2566)").spans[0].first == Month(2566, 1)
    assert parse_period("ปีงบประมาณ 2566 (ม.ค. - ธ.ค. 2566)").contradiction
    assert parse_period("ปี 2566").spans[0].form is Form.YEARS
