"""Names that are nearly right, letters set apart, sentences said twice; and figures stated in two lists."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.analysis.readings import readings_of, same_score, statements_of
from prongsai.prose.spelling import (
    doubled_sentence,
    near_names,
    placed_names,
    spaced_letters,
)
from prongsai.thai.agency_names import kind_and_place
from unit.makers import make_scores

TOWN, TAMBON = "เทศบาลตำบล", "องค์การบริหารส่วนตำบล"
SENTENCE = "เผยแพร่ช่องทางการแจ้งข้อมูลหรือช่องทางร้องเรียนการทุจริตของหน่วยงาน"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("เทศบาลตำบลเมืองแกลง", (TOWN, "เมืองแกลง")),
        ("เทศบาลตำบลทดสอบ (หน่วยงานสมมุติ)", (TOWN, "ทดสอบ")),
        ("องค์การบริหารส่วนตำบลดอน", (TAMBON, "ดอน")),
        ("กรมสมมุติ", None),
        ("เทศบาลตำบล", None),
        ("", None),
    ],
)
def test_a_name_is_a_kind_and_a_place(name, parts):
    """A name without a known kind cannot be compared."""
    assert kind_and_place(name) == parts


@pytest.mark.parametrize(
    ("text", "kind", "place", "found"),
    [
        ("ทั้งนี้ เทศบาลตำบลเมืองแกได้พิจารณา และเทศบาลตำบลเมืองแกจะสามารถ", TOWN, "เมืองแกลง", ["เทศบาลตำบลเมืองแก"] * 2),
        ("เทศบาลตำบลเมืองแกลงได้รับผลการประเมิน", TOWN, "เมืองแกลง", []),
        ("เทศบาลตำบลเมืองแกงคอย และเทศบาลตำบลทุกแห่ง", TOWN, "เมืองแกลง", []),
        ("เรียน นายกองค์การบริหารส่วนตำบลคอน", TAMBON, "ดอน", ["องค์การบริหารส่วนตำบลคอน"]),
        ("องค์การบริหารส่วนตำบลตอน ได้รับ และองค์การบริหารส่วนตำบลดอย", TAMBON, "ดอน", [TAMBON + "ตอน", TAMBON + "ดอย"]),
        ("องค์การบริหารส่วนตำบลดอน อำเภอปะนาเระ", TAMBON, "ดอน", []),
        ("องค์การบริหารส่วนตำบล (อบต.) และองค์การบริหารส่วนตำบลอื่น", TAMBON, "ดอน", []),
    ],
)
def test_a_name_that_is_a_letter_off_or_cut_is_found(text, kind, place, found):
    """The right name and other agencies are passed over."""
    assert list(near_names(text, kind, place)) == found


def test_district_and_province_follow_the_name():
    """Only what follows the name itself is read."""
    text = "ของเทศบาลตำบลสมมุติ อำเภอหนึ่ง จังหวัดสอง และที่ว่าการอำเภอสาม เทศบาลตำบลสมมุติ จังหวัดสี่"
    assert list(placed_names(text, TOWN, "สมมุติ")) == [("หนึ่ง", "สอง"), ("", "สี่")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ตุ ล า ค ม ๖ ๕ - กันยายน ๖๖", ["ตุ ล า ค ม ๖ ๕"]),
        ("ต ุ ล า ค ม ๖ ๔", ["ต ุ ล า ค ม ๖ ๔"]),
        ("โ ค ร ง ก า ร", ["โ ค ร ง ก า ร"]),
        ("กลุ่ม ก ข ค ง จ", []),
        ("ข้อ 1 2 3 4 5", []),
        ("เด็ก ๆ และ คน", []),
    ],
)
def test_letters_set_apart_are_found(text, found):
    """Lists of letters and numbers are no words."""
    assert list(spaced_letters(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"๑. {SENTENCE} {SENTENCE}", SENTENCE),
        (f"๑. {SENTENCE} และ {SENTENCE}", ""),
        ("เกิดความตระหนักเกิดความตระหนัก", ""),
        (SENTENCE, ""),
    ],
)
def test_a_sentence_that_occurs_twice_in_a_row_is_found(text, found):
    """Short repetitions and those with words between are passed over."""
    assert doubled_sentence(text) == found


@given(st.text() | st.text("กาคมุ ๖เ"))
def test_any_text_is_looked_through_without_an_error(text):
    """No text raises."""
    assert doubled_sentence(text) in text
    assert all(word in text for word in spaced_letters(text))
    assert list(near_names(text, TOWN, "เมืองแกลง")) == []
    list(placed_names(TOWN + "สมมุติ " + text, TOWN, "สมมุติ"))
    list(near_names(TOWN + text, TOWN, "เมือง"))


@pytest.mark.parametrize(
    ("said", "stated", "same"),
    [
        ("84", "84.40", True),
        ("84.4", "84.35", True),
        ("85", "84.40", False),
        ("84.40", "84.4", True),
        ("84.41", "84.40", False),
    ],
)
def test_a_score_with_fewer_decimals_may_be_rounded_or_cut(said, stated, same):
    """A sentence need not print both decimals."""
    assert same_score(Decimal(said), Decimal(stated)) is same


def test_a_document_may_state_two_lists_of_scores():
    """The second reading takes what is stated differently elsewhere; one list gives one reading."""
    again = {"value": "85", "also_stated": [{"value": "85", "at": "ก"}, {"value": "95", "at": "ข"}]}
    scores = make_scores(indicators={"1": "70", "2": again})
    assert readings_of(scores) == ({"1": Decimal(70), "2": Decimal(85)}, {"1": Decimal(70), "2": Decimal(95)})
    assert readings_of(make_scores(indicators={"1": "70"})) == ({"1": Decimal(70)},)
    assert readings_of(make_scores()) == readings_of(None) == ()
    assert statements_of(scores.indicators["2"]) == (Decimal(85), Decimal(85), Decimal(95))
    assert statements_of(None) == ()
