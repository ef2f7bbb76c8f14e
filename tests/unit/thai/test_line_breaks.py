"""A line of Thai ends at blanks and between words, and never inside a syllable's letters."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.thai.line_breaks import BLANK, ELLIPSIS, WORD, find_breaks, shortened

TEXT = st.text(alphabet=st.sampled_from("กขงนมยรลวสหอะาำิีึืุู็่้๊๋์เแโใไๆฯ ๑๒aB1.,()/-“”"), max_size=40)
MARKS = set("ัิีึืฺุู็่้๊๋์ํ๎ะาำๅๆฯ")


def pieces(text, *ranks):
    """The text cut at all places of these ranks."""
    places = [0, *(one.at for one in find_breaks(text) if one.rank in ranks), len(text)]
    return [text[start:end] for start, end in pairwise(places)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("เพิ่มประสิทธิภาพการสื่อสาร", ["เพิ่ม", "ประสิทธิภาพ", "การ", "สื่อสาร"]),
        ("หน้าที่ของเจ้าหน้าที่", ["หน้าที่", "ของ", "เจ้าหน้าที่"]),
        ("ติดตามผลการดำเนินงาน", ["ติดตาม", "ผล", "การ", "ดำเนินงาน"]),
    ],
)
def test_known_words_stay_whole(text, parts):
    """Words that are often met are never cut, also where shorter ones are in them."""
    places = {one.at for one in find_breaks(text)}
    edges = [sum(map(len, parts[:count])) for count in range(1, len(parts))]
    assert places == set(edges)


def test_a_line_does_not_end_behind_a_word_that_leads_on():
    """และ and ของ begin the next line; a number stays with what it counts."""
    assert pieces("ข้อมูลและหน่วยงาน", WORD) == ["ข้อมูล", "และหน่วยงาน"]
    assert pieces("ปีงบประมาณ พ.ศ. ๒๕๖๕ ของกองคลัง", BLANK) == ["ปีงบประมาณ ", "พ.ศ. ๒๕๖๕ ", "ของกองคลัง"]


@given(TEXT)
def test_no_syllable_is_torn(text):
    """Behind a leading vowel and before a mark or a vowel that follows no line ends."""
    for one in find_breaks(text):
        before, after = text[one.at - 1], text[one.at]
        assert after != " "
        if before != " ":
            assert after not in MARKS
            assert before not in "เแโใไ"
            assert not (before.isdigit() and after.isdigit())


@given(TEXT, st.integers(2, 40))
def test_what_is_cut_off_fits_and_says_so(text, most):
    """A text that is short enough stays as it is; a longer one is cut and ends in an ellipsis."""
    found = shortened(text, most)
    assert len(found) <= most
    assert found == text or (len(text) > most and found.endswith(ELLIPSIS))
