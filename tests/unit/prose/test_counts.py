"""Numbers of things in texts: lists, conditions, bare extremes, targets."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.prose.counts import announced_count, list_counts
from prongsai.prose.grammar.agency_words import own_names
from prongsai.prose.grammar.claims import EndScore, Members
from prongsai.prose.grammar.lexer import Lexer
from prongsai.prose.grammar.parse import parse_claims
from prongsai.prose.grammar.tokens import Vocabulary
from prongsai.prose.targets import stated_target

NAMES = Vocabulary(instruments=frozenset({"IIT", "EIT", "OIT"}), agency=own_names("องค์การบริหารส่วนตำบลน้ำโมง"))
LEXER = Lexer(NAMES)

# fmt: off
WORDS_OF_CLAIMS = (
    "ตัวชี้วัดที่ ๑", "ตัวชี้วัด", "ข้อ", "O๑๕", "(๑)", "(๒)", "จำนวน", "๓", "100", "999",
    "คือ", "ได้แก่", "มากกว่า", "ต่ำกว่า", "ร้อยละ", "๗๐", ".๕", "เพิ่มขึ้น", "และ", "แต่",
    "จาก", "คะแนน", "คะแนนสูงสุด", "เป้าหมาย", "ขึ้นไป", " ", "ดังนี้",
)
# fmt: on
WORDS = st.lists(st.sampled_from(WORDS_OF_CLAIMS)).map("".join)


@pytest.mark.parametrize(
    ("text", "stated", "listed"),
    [
        ("มีจำนวน ๓ ตัวชี้วัด คือ (๑) ตัวชี้วัดที่ ๖ คุณภาพ (๒) ตัวชี้วัดที่ ๘ การปรับปรุง (๓) ตัวชี้วัดที่ ๑๐", 3, 3),
        ("จำนวน ๙ ตัวชี้วัด คือ (๑) ตัวชี้วัดที่ ๙.๑ ข้อ O๒ ข้อมูลผู้บริหาร (๒) ตัวชี้วัดที่ ๑๐.๒ ข้อ O๔๒ มาตรการส่งเสริม (๓) ข้อ O๔๓", 9, 3),
        ("ลดลง 2 ตัวชี้วัด คือ ตัวชี้วัดที่ 6 คุณภาพ จาก 85.66 คะแนน และตัวชี้วัดที่ 10 การป้องกัน", 2, 2),
        ("ข้อ OIT ไม่ได้คะแนน 3 ข้อจาก 43 ข้อ คือ ข้อ O10, O18 และ O40", 3, 3),
        ("ไม่ได้คะแนน 6 ข้อ คือ ข้อ O8, O15, O19, O31, O37 และ O43", 6, 6),
        ("เน้น 3 ตัวชี้วัด ได้แก่ ตัวชี้วัดที่ 6, 7 และ 8", 3, 3),
        ("มีจำนวน ๑ ตัวชี้วัด คือ ตัวชี้วัดที่ ๒ การใช้งบประมาณ", 1, 1),
        ("มี 2 ตัวชี้วัด คือ ตัวชี้วัดที่ 6 แต่ตัวชี้วัดที่ 7 และตัวชี้วัดที่ 8 ดีขึ้น", 2, 1),
    ],
)
def test_a_list_is_counted_by_its_marks_or_names(text, stated, listed):
    """The number before คือ and the number of entries after it."""
    [found] = list_counts(text)
    assert (found.stated, found.listed) == (stated, listed)


@pytest.mark.parametrize(
    "text",
    [
        "มี ๕ ตัวชี้วัด ดังตาราง",
        "จำนวน ๔ องค์ประกอบ ได้แก่ ชื่อ ตำแหน่ง รูปถ่าย และช่องทาง",
        "มี 2 ข้อ คือ แผนและผล",
        "๓ ตัวชี้วัด คือ (๑) แผน (๓) ผล",
        "ตัวชี้วัดที่ 2 คือ",
    ],
)
def test_a_list_that_cannot_be_counted_is_passed_over(text):
    """Nothing is counted where entries are neither marked nor named."""
    assert list(list_counts(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("สอบถามความคิดเห็นใน ๕ ตัวชี้วัด ได้แก่", (5, "ตัวชี้วัด")),
        ("ให้สาธารณชนทราบ ใน ๒ ประเด็น คือ", (2, "ประเด็น")),
        ("ในประเด็นต่อไปนี้", None),
        ("ครบทุกข้อ 5 ข้อ", None),
        ("มี ๓ ด้าน ได้แก่ แผน", None),
    ],
)
def test_a_text_announces_the_points_below_it(text, found):
    """Only a text that ends with คือ, ได้แก่ or ดังนี้ announces points."""
    assert announced_count(text) == found


def condition_words(condition):
    """A condition as lists have it: risen, fallen, above or below a score, else its own word."""
    words = {"rises": "risen", "falls": "fallen"}
    if condition.word == "bound":
        return f"{'above' if condition.operator == '>' else 'below'} {condition.bound}"
    return words.get(condition.word, condition.word)


@pytest.mark.parametrize(
    ("text", "conditions", "count"),
    [
        ("จุดแข็ง (ตัวชี้วัดที่ได้คะแนนมากกว่าร้อยละ ๗๐) องค์การบริหารส่วนตำบลน้ำโมง มีจำนวน ๙ ตัวชี้วัด", ["above 70"], 9),
        ("(ตัวชี้วัดที่ได้คะแนนต่ำกว่าร้อยละ ๗๐) องค์การบริหารส่วนตำบลน้ำโมงมีจำนวน ๑ ตัวชี้วัด คือ", ["below 70"], 1),
        (
            "ตัวชี้วัดที่ได้รับผลการประเมินเพิ่มขึ้นจากปีที่ผ่านมา และได้รับคะแนนมากกว่า ๘๐ คะแนน มีจำนวน ๕ ตัวชี้วัด คือ",
            ["risen", "above 80"],
            5,
        ),
        ("ตัวชี้วัดที่ได้รับผลการประเมินลดลงจากปีที่ผ่านมา มีจำนวน ๑ ตัวชี้วัด", ["fallen"], 1),
        ("ตัวชี้วัดที่ได้คะแนนเพิ่มขึ้นแต่ยังน้อยกว่า 85 คะแนน จำนวน 3 ตัวชี้วัด", ["risen", "below 85"], 3),
        ("ตัวชี้วัดเพิ่มขึ้น 8 ตัวชี้วัด ลดลง 2 ตัวชี้วัด", ["risen"], 8),
        ("มีตัวชี้วัดที่ได้คะแนนน้อยกว่า 80 คะแนน 5 ตัวชี้วัด และข้อ OIT", ["below 80"], 5),
    ],
)
def test_a_condition_is_read_with_its_number(text, conditions, count):
    """The conditions of a sentence become rules of a list."""
    first = next(claim for claim in parse_claims(text, LEXER, 2564) if isinstance(claim, Members))
    assert ([condition_words(one) for one in first.conditions], first.count) == (conditions, count)


@pytest.mark.parametrize("text", ["ตัวชี้วัดที่ไม่ได้คะแนน มีจำนวน ๙ ตัวชี้วัด", "ได้คะแนนมากกว่าร้อยละ ๗๐", "๙ ตัวชี้วัด", ""])
def test_a_number_without_a_condition_is_no_threshold(text):
    """Nothing is read into a number."""
    claims = [claim for claim in parse_claims(text, LEXER, 2564) if isinstance(claim, Members)]
    assert all(
        condition_words(one) == "zero" for claim in claims for one in claim.conditions
    )  # of items, not indicators


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("คะแนนสูงสุด ๙๕ คะแนน", ("highest", Decimal(95))),
        ("คะแนนต่ำสุด คือ 69.5 คะแนน", ("lowest", Decimal("69.5"))),
        ("คะแนนสูงสุดรายตัวชี้วัด", None),
        ("คะแนนสูงสุดของ IIT ๙๕ คะแนน", None),
    ],
)
def test_a_bare_extreme_is_nothing_else(text, found):
    """A highest score without a name is a text by itself."""
    claims = [claim for claim in parse_claims(text, LEXER, 2564) if isinstance(claim, EndScore) and claim.is_bare]
    assert [(claim.end, claim.amount.value) for claim in claims] == ([found] if found else [])


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("บรรลุค่าเป้าหมาย คือ มีผลการประเมิน ITA ในภาพรวม ๙๓.๗๑ คะแนนขึ้นไป แต่มีคะแนนรายเครื่องมือ", "93.71"),
        ("เป้าหมายประจำปี ๒๕๖๕ ที่กำหนดให้หน่วยงานร้อยละ ๘๐ จะต้องได้ผลคะแนน ๘๕ คะแนน ขึ้นไป", "85"),
        ("สูงกว่าค่าเป้าหมาย 85 คะแนน", "85"),
        ("เป้าหมายของเทศบาลคือ 90 คะแนนขึ้นไป", None),
        ("ต่ำกว่าเป้าหมาย โดยได้ 79.37 คะแนน", None),
        ("ค่าเป้าหมายมีสัดส่วนไม่น้อยกว่าร้อยละ ๕๐", None),
    ],
)
def test_a_target_is_read_where_it_is_certain(text, score):
    """Only a number right behind the word, or one with ขึ้นไป."""
    found = stated_target(text)
    assert (found and str(found[0])) == score


@given(st.text() | WORDS)
def test_any_text_is_counted_without_an_error(text):
    """No text raises."""
    assert all(found.listed for found in list_counts(text))
    members = [claim for claim in parse_claims(text, LEXER, 2564) if isinstance(claim, Members)]
    assert all(claim.conditions for claim in members)
    announced_count(text)
    stated_target(text)
