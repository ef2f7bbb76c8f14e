"""Claims in sentences, most of them from published documents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.prose.grammar.claims import EndIs, LevelIs, Moved, RankIs, ScoreIs
from prongsai.prose.grammar.kept_claims import pack_claims, unpack_claims
from prongsai.prose.grammar.lexer import Lexer
from prongsai.prose.grammar.parse import parse_claims
from prongsai.prose.grammar.tokens import Vocabulary

NAMES = Vocabulary(
    {
        "การปฏิบัติหน้าที่": "1",
        "การใช้งบประมาณ": "2",
        "ประสิทธิภาพการสื่อสาร": "7",
        "การปรับปรุงการทำงาน": "8",
        "การเปิดเผยข้อมูล": "9",
        "การป้องกันการทุจริต": "10",
    },
    frozenset({"IIT", "EIT", "OIT"}),
    frozenset({"AA", "A", "B", "C", "ผ่าน", "ผ่านดี", "ผ่านดีเยี่ยม"}),
)
# fmt: off
WORDS_OF_CLAIMS = (
    "ตัวชี้วัดที่ 10", "๙.๑", "OIT", "ระดับ", "B", "ผ่านดี", "ร้อยละ", "คะแนน", "๗๗.๘๕",
    "100", "จาก", "เป็น", "ได้", "(", ")", "คือ", "ปี", "พ.ศ. ๒๕๖๔", "ปีก่อน", "สูงสุด",
    "เพิ่มขึ้น", "ลดลง", "อยู่ในลำดับที่ ๑,๒๓๔", "ค่าเป้าหมาย", "ผลการประเมิน", "คะแนนรวม",
    "หาก", " ", ",", "จำนวน ๕ ตัวชี้วัด",
)
# fmt: on
WORDS = st.lists(st.sampled_from(WORDS_OF_CLAIMS)).map("".join)


LEXER = Lexer(NAMES)


def said(text, about=2564, lexer=LEXER):
    """The claims of a text as short tuples in the order of their text: kind, subject, value, years."""
    claims = [one for one in parse_claims(text, lexer, about) if short(one)]
    return [(*short(one), *one.years) for one in claims]


def short(claim):
    """Kind, subject and value of the claims on scores, levels, ranks, directions and ends; nothing for others."""
    match claim:
        case ScoreIs():
            return "score", f"{claim.subject.kind} {claim.subject.key}".strip(), claim.text
        case LevelIs():
            return "level", "total", claim.level
        case RankIs():
            return "rank", "total", str(claim.place)
        case Moved():
            return "move", f"{claim.subject.kind} {claim.subject.key}".strip(), claim.word
        case EndIs(scope="", nth=1):
            return "extreme", f"{claim.kind} {claim.keys[0]}", claim.end
        case _:
            return None


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            (
                "แบบวัดการเปิดเผยข้อมูลสาธารณะ (Open Data Integrity and Transparency Assessment) หรือแบบวัด OIT "
                "มีคะแนนต่ำสุด (ร้อยละ ๔๓.๗๕) จึงเป็นประเด็นสำคัญที่ต้องปรับปรุงในปีงบประมาณ พ.ศ. ๒๕๖๕"
            ),
            [("extreme", "instrument OIT", "lowest", 2564), ("score", "instrument OIT", "43.75", 2564)],
        ),
        (
            "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT) มีคะแนนอยู่ในลำดับถัดมา (ร้อยละ ๗๗.๑๓)",
            [("score", "instrument EIT", "77.13", 2564)],
        ),
        (
            (
                "ได้รับผลการประเมินประจำปีงบประมาณ พ.ศ. ๒๕๖๔ อยู่ในระดับ B (๗๗.๘๕ คะแนน) "
                "เพิ่มขึ้นจากประจำปีงบประมาณ พ.ศ. ๒๕๖๓ ที่อยู่ในระดับ C (๖๔.๖๘ คะแนน)"
            ),
            [
                ("level", "total", "B", 2564),
                ("score", "total", "77.85", 2564),
                ("move", "total", "เพิ่มขึ้น", 2564),
                ("level", "total", "C", 2563),
                ("score", "total", "64.68", 2563),
            ],
        ),
        (
            "ตัวชี้วัดที่ได้รับผลการประเมินมากที่สุด คือ ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต",
            [("extreme", "indicator 10", "highest", 2564)],
        ),
        (
            "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ (ปี พ.ศ. ๒๕๖๓ ได้คะแนน ๙๑.๔๓ / ปี พ.ศ. ๒๕๖๔ ได้คะแนน ๘๔.๑๗)",
            [("score", "indicator 1", "91.43", 2563), ("score", "indicator 1", "84.17", 2564)],
        ),
        ("การปรับปรุงการทำงาน ได้รับคะแนน ๗๙.๔๔ คะแนน", [("score", "indicator 8", "79.44", 2564)]),
        (
            "(๑) ตัวชี้วัดที่การป้องกันการทุจริต โดยรวมได้คะแนนเท่ากับร้อยละ ๙๐ ประเมินการเผยแพร่ข้อมูล",
            [("score", "indicator 10", "90", 2564)],
        ),
        (
            "โดยมีคะแนนในภาพรวมอยู่ที่ ๙๓.๗๑ คะแนน (ผ่านดี)",
            [("score", "total", "93.71", 2564), ("level", "total", "ผ่านดี", 2564)],
        ),
        ("อยู่ในระดับผ่านและบรรลุค่าเป้าหมาย", [("level", "total", "ผ่าน", 2564)]),
        (
            "ตัวชี้วัดย่อยที่ ๑๐.๑ มาตรการ (ปี ๒๕๖๔ ได้คะแนน ๑๐๐.๐๐)",
            [],
        ),
        (
            "แบบตรวจ OIT ได้ 92.75 คะแนน ลดลงจาก 94.20 คะแนน",
            [
                ("score", "instrument OIT", "92.75", 2564),
                ("move", "instrument OIT", "ลดลง", 2564),
                ("score", "instrument OIT", "94.20", 2563),
            ],
        ),
        (
            "คะแนนรวม 88.71 คะแนน เพิ่มขึ้นจากปีงบประมาณ พ.ศ. 2563 ซึ่งได้ 88.20 คะแนน อยู่ 0.51 คะแนน",
            [
                ("score", "total", "88.71", 2564),
                ("move", "total", "เพิ่มขึ้น", 2564),
                ("score", "total", "88.20", 2563),
            ],
        ),
        (
            "หน่วยงานอยู่ในลำดับที่ ๑,๐๘๗ ของหน่วยงานประเภทเทศบาลตำบล",
            [("rank", "total", "1087", 2564)],
        ),
        (
            "ลำดับที่ 1,087 ของหน่วยงานประเภทเทศบาลตำบล ดีขึ้นจากลำดับที่ 1,524 ในปีก่อน",
            [("rank", "total", "1087", 2563, 2564), ("rank", "total", "1524", 2563)],
        ),
    ],
)
def test_a_sentence_gives_its_claims(text, claims):
    """Each claim names its subject, its value and the years that it may mean."""
    assert sorted(said(text)) == sorted(claims)


@pytest.mark.parametrize(
    "text",
    [
        "ตัวชี้วัดที่ 9 เพิ่มขึ้น 34.58 คะแนน",
        "ตัวชี้วัดที่ 9 เพิ่มขึ้นจากปีก่อน 34.58 คะแนน",
        "ตัวชี้วัดที่ 9 เพิ่มขึ้นจากปีงบประมาณ พ.ศ. 2563 เป็นจำนวน 34.58 คะแนน",
        "คะแนนรวมลดลง (ร้อยละ 2.50)",
    ],
)
def test_a_distance_is_no_score(text):
    """The distance by which a score moved is not the score."""
    assert [claim[0] for claim in said(text)] == ["move"]


@pytest.mark.parametrize("year", [2562, 2563])
def test_a_change_is_checked_against_the_year_that_it_names(year):
    """A change against another year than the one before keeps that year."""
    [claim] = parse_claims(f"ตัวชี้วัดที่ 9 ลดลงเมื่อเทียบกับปี พ.ศ. {year}", LEXER, 2564)
    assert (claim.word, claim.base, claim.years) == ("ลดลง", year, (2564,))


@pytest.mark.parametrize("scope", ["ในรอบ 3 ปี", "3 ลำดับแรก", "ในแบบวัด OIT", "ของประเทศ"])
def test_an_extreme_among_fewer_or_over_years_is_no_claim(scope):
    """Only what is highest among all of the year can be known."""
    assert said(f"ตัวชี้วัดที่ 9 ได้คะแนนสูงสุด{scope}") == []


@pytest.mark.parametrize(
    "text",
    [
        "มีผลการประเมินผ่านเกณฑ์ (๘๕ คะแนนขึ้นไป) ไม่น้อยกว่าร้อยละ ๘๐",
        "บรรลุค่าเป้าหมาย คือ มีผลการประเมิน ITA ในภาพรวม ๙๓.๗๑ คะแนนขึ้นไป",
        "IIT, EIT ส่วนที่ ๑ และ OIT เครื่องมือใดเครื่องมือหนึ่งมีผลคะแนนน้อยกว่า ๘๕ คะแนน",
        "แบบวัด EIT ต่ำกว่า 85 คะแนน แม้คะแนนรวมเกิน 85 คะแนน",
        "หากแบบวัด EIT ได้ 85 คะแนน ผลจะอยู่ในระดับ ผ่านดี",
        "คาดว่าคะแนนรวมเป็น 95 คะแนน",
        "จำนวนผู้ตอบแบบวัด EIT จึงเพิ่มขึ้นจาก 118 คน เป็น 164 คน",
        "แบบวัด EIT มีผู้ตอบ 164 คน",
        "แบบตรวจ OIT ได้คะแนน 37 ข้อ และไม่ได้คะแนน 6 ข้อ",
        "ข้อ O๒ ได้คะแนน ๐ คะแนน",
        "น้ำหนักแบบ OIT ร้อยละ ๔๐",
        "ตัวชี้วัดที่ได้รับผลการประเมินลดลง คือ",
        "ราวร้อยละ ๕-๑๕ ของตัวชี้วัดทั้งหมด",
        "ค่าเฉลี่ยของประเทศ ๙๓.๘๒ คะแนน",
        "e๑ เจ้าหน้าที่ให้บริการตามขั้นตอน ข้อมูลอยู่ในระดับ ๙๒.๔๕%",
        "เพิ่มช่องทางรับฟังคำติชมเพิ่มขึ้น",
        "เรื่องร้องเรียนเกี่ยวกับการจัดซื้อจัดจ้างลดลงหรือไม่มีเลย",
        "ตัวชี้วัดที่ 4, 7 และ 8 ซึ่งน้อยกว่า 85 คะแนน",
        "ตัวชี้วัดที่ 8 ได้คะแนนต่ำสุดในแบบวัด EIT",
        "คะแนนเต็ม ๑๐๐ คะแนน",
        "ระดับผ่านเกณฑ์",
        "ระดับ A หมายถึง หน่วยงานดำเนินการได้ครบถ้วน",
        "ระดับ A (85.00 - 94.99 คะแนน)",
        "ระดับ A ขึ้นไป",
        "หน่วยงานที่ได้ระดับ A มีจำนวน 100 แห่ง",
        "เพื่อให้ได้คะแนนรวม 90.00 คะแนน",
        "มุ่งสู่ระดับ A",
        "แบบวัด EIT ต่ำกว่าแบบวัด IIT 19.49 คะแนน",
        "ระดับประเทศมีคะแนนรวม 87.57 คะแนน",
        "ระดับปฏิบัติการ",
        "ข้อเสนอแนะลำดับที่ ๓",
        "",
    ],
)
def test_what_is_no_certain_claim_is_passed_over(text):
    """Bounds, targets, wishes, people, items and questions are no scores of the result."""
    claims = [claim for claim in said(text) if claim[0] != "extreme"]
    assert claims == []


def test_without_any_year_nothing_is_claimed():
    """A file that speaks of no year in particular claims only of years that it names."""
    assert said("คะแนนรวม 80.00 คะแนน", None) == []
    assert said("ปีงบประมาณ พ.ศ. 2564 ได้คะแนนรวม 80.00 คะแนน", None) == [("score", "total", "80.00", 2564)]


def test_a_quotation_keeps_the_digits_and_parentheses_of_the_text():
    """A quoted text is what the document prints."""
    claim = parse_claims("แบบ (OIT) มีคะแนนต่ำสุด (ร้อยละ ๖๔.๓๐)", LEXER, 2564)[-1]
    assert claim.quote == "(OIT) มีคะแนนต่ำสุด (ร้อยละ ๖๔.๓๐)"
    assert len(parse_claims("คะแนนรวม" + " " * 3 + "ของ" * 200 + "80.00 คะแนน", LEXER, 2564)[0].quote) <= 161


@given(st.text() | WORDS, st.none() | st.integers(2560, 2570))
def test_any_text_is_read_without_an_error(text, about):
    """No text raises, and every claim is in it."""
    for claim in parse_claims(text, LEXER, about):
        assert claim.years
        assert claim.quote


def test_nothing_is_known_without_a_vocabulary():
    """An edition without names gives no indicators and no levels."""
    text = "ตัวชี้วัดการใช้งบประมาณ ได้ 80.00 คะแนน ระดับ B OIT 70.00 คะแนน"
    assert parse_claims(text, Lexer(Vocabulary()), 2564) == ()


@given(WORDS)
def test_claims_of_any_text_can_be_kept(text):
    """Words in any order say the same again: what is read in them is the same after it was packed for the next run."""
    read = parse_claims(text, LEXER, 2564)
    assert repr(unpack_claims(pack_claims(read))) == repr(read)
