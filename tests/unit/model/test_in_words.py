"""Statuses, units, answers and options as officers write them in Thai."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from prongsai.model.agency import Agency, Channel, SiteOptions, Unit
from prongsai.model.measures import Measure, Measures
from prongsai.model.names_in_year import keys_by_name
from prongsai.model.oit import Answer
from prongsai.model.stated import Absence, Printed, Unread
from prongsai.model.status import REPORTED, StatedStatus, Status
from prongsai.model.types import Flag, StatedPeriod
from prongsai.model.unit_lookup import unit_called, with_units_apart
from prongsai.thai.periods import Period
from prongsai.thai.unit_names import names_all_units

CASES = Path(__file__).resolve().parents[2] / "cases" / "periods"
AS_PRINTED = "ตามที่พิมพ์"
UNITS = {
    "clerk": Unit(name="สำนักปลัดเทศบาล", aliases=("สำนักปลัด",)),
    "finance": Unit(name="กองคลัง"),
    "works": Unit(name="กองช่าง"),
    "health": Unit(name="กองสาธารณสุขและสิ่งแวดล้อม"),
    "personnel": Unit(name="งานบุคลากร"),
    "general": Unit(name="งานบริหารทั่วไป"),
    "audit": Unit(name="หน่วยตรวจสอบภายใน"),
}
AGENCY = Agency(units=UNITS)
NAMES = keys_by_name(AGENCY, AGENCY, None)


def rows(name: str) -> list[list[str]]:
    """The rows of a table of forms, without its head."""
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))[1:]


def read(annotation: object, raw: object) -> Any:
    """A value as a file may have it."""
    return TypeAdapter(annotation).validate_python(raw)


def status_of(text: str) -> str:
    """The key of the status that a text is read as."""
    found = read(StatedStatus, text)
    return AS_PRINTED if isinstance(found, Unread) and found.printed == text else found.key


def test_a_status_is_read_by_the_words_that_people_use():
    """Every form of the table is its status; what means none of them stays as it is printed."""
    assert {text: found for text, key in rows("statuses.tsv") if (found := status_of(text)) != key} == {}


def test_every_status_is_read_by_its_own_key_and_word():
    """The words that pages have for a status can be pasted into a file."""
    assert [read(StatedStatus, word) for status in REPORTED for word in (status.key, status.word)] == [
        status for status in REPORTED for _ in range(2)
    ]
    assert read(StatedStatus, "ไม่มี") is Absence.NONE
    assert read(StatedStatus, {"printed": "รอผล"}) == Printed(printed="รอผล")


def test_a_mistyped_key_of_a_status_is_no_word_of_a_document():
    """Latin letters that are no key stop the build as before, so that none is published."""
    with pytest.raises(ValidationError, match="not-one-of"):
        read(StatedStatus, "in-progres")


def units_of(text: str) -> str:
    """The keys of the units that a cell is read as, with * for all of them and other names as they are."""
    measure = Measure.model_validate({"id": "m01", "title": "ก", "responsible": text})
    [read_measure] = with_units_apart(Measures(fiscal_year="2567", measures=(measure,)), NAMES).measures
    names = read_measure.responsible.units
    found = ["*" if names_all_units(name) else unit_called(NAMES, name) or name for name in names]
    return AS_PRINTED if found == [text] and unit_called(NAMES, text) is None else " ".join(found)


def test_units_are_read_as_documents_print_them():
    """One name or several in a cell, cut with ฯ, numbered, with slash; words for all; unknown names as printed."""
    assert {text: found for text, keys in rows("units.tsv") if (found := units_of(text)) != keys} == {}


@pytest.mark.parametrize("raw", ["clerk", ["clerk"], {"units": ["clerk"]}, {"units": "clerk"}])
def test_who_is_responsible_may_be_a_text_or_a_list(raw):
    """A bare value is the units; a group has the lead apart."""
    assert Measure.model_validate({"id": "m01", "title": "ก", "responsible": raw}).responsible.units == ("clerk",)


def test_a_long_cell_of_units_is_read_or_left_at_once():
    """No cell takes long, whatever is in it."""
    assert not names_all_units("ทุก" + "หน่วยงาน/" * 5_000 + "ก")
    assert units_of("กองคลัง " * 39).split() == ["finance"]


def test_a_period_is_a_period_or_what_is_printed():
    """Also from a list and from what was typed as printed; letters come together in what is shown."""
    assert isinstance(read(StatedPeriod, {"printed": "ทุกเดือน", "at": "หน้า 2"}), Period)
    assert read(StatedPeriod, ["มี.ค. 2567", "ก.ย. 2567"]) == read(StatedPeriod, "มี.ค. 2567, ก.ย. 2567")
    unread = read(StatedPeriod, "ระยะแรกของโครงการ")
    assert (type(unread), unread.printed, unread.code) == (Unread, "ระยะแรกของโครงการ", "period-not-understood")
    assert read(StatedPeriod, {"printed": "ตุ ล า ค ม ๒๕"}) == Printed(printed="ตุลาคม ๒๕")
    assert read(StatedPeriod, "-") is Absence.DASH


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("ต.ค. 2021 - ก.ย. 2022", "year-common-era"),
        ("1 ต.ค. 2566 - 31 ก.ย. 2567", "day-not-in-month"),
        ("31/9/2567", "day-not-in-month"),
        ({"from": "ต.ค. 2566"}, "not-a-text"),
    ],
)
def test_an_odd_date_in_a_period_is_still_a_mistake(raw, code):
    """Years of the Common Era and days that the calendar lacks are no words of a document."""
    with pytest.raises(ValidationError) as caught:
        read(StatedPeriod, raw)
    assert caught.value.errors()[0]["type"] == code


def test_answers_and_options_are_read_in_thai():
    """Each closed list that officers fill in takes the words by which people mean its values."""
    assert [Answer(answer=word).answer for word in ("มี", "มีข้อมูล", "ไม่มี", "ยังไม่มี")] == [
        "has",
        "has",
        "has_not",
        "has_not",
    ]
    assert Channel(kind="โทรศัพท์", value="0-2000-0000").kind == "phone"
    options = SiteOptions(title="ก", numerals="ไทย", notes="ภายใน", documents="เปิด", from_document="ไม่ใช่")
    assert (options.numerals, options.notes, options.documents, options.from_document) == (
        "thai",
        "internal",
        "on",
        False,
    )
    assert [read(Flag, word) for word in ("ใช่", "true", "ไม่ใช่", "ไม่")] == [True, True, False, False]


def test_the_words_of_one_status_mean_no_other():
    """The status that a word means never depends on their order."""
    words = [word for status in REPORTED for word in status.also]
    assert len(words) == len(set(words))
    assert Status.PRINTED not in REPORTED
