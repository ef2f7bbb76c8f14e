"""The one form of every text."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from prongsai.thai.text import clean_text

thai = st.text(
    alphabet=st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B) | st.sampled_from(" \t\n\u200b\u0301\u0ec8")
)
anything = st.one_of(st.text(), thai)


@given(anything)
@example("\u0ec8\u0e4d\u0e48\u0e32")
def test_cleaning_twice_changes_nothing_more(text):
    """A clean text is clean: cleaning it again gives the same and takes nothing out."""
    once, _ = clean_text(text)
    assert clean_text(once) == (once, ())


@given(anything)
def test_a_clean_text_is_composed_folded_and_visible(text):
    """No decomposed letters, no white space at the ends or doubled, nothing invisible."""
    clean, _ = clean_text(text)
    assert unicodedata.is_normalized("NFC", clean)
    assert clean == " ".join(clean.split())
    assert not [c for c in clean if unicodedata.category(c) in {"Cc", "Cs"}]
    assert not set(clean) & set("\u200b\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\u00ad")


@given(anything)
def test_what_was_taken_out_is_named_and_nothing_else_is(text):
    """Every hidden character is reported once by its number, and only what was there is reported."""
    _, hidden = clean_text(text)
    assert len(set(hidden)) == len(hidden)
    assert set(hidden) <= {f"U+{ord(c):04X}" for c in text}


@given(anything)
@example("ก\u2028ข\x1cค\nง")
def test_where_lines_break_is_no_part_of_a_text(text):
    """A text with line breaks, which takes the short way too, is the same text as with blanks in their place."""
    assert clean_text(text) == clean_text(" ".join(text.split()))


@pytest.mark.parametrize("tone", ["", "\u0e48", "\u0e49", "\u0e4a", "\u0e4b"])
def test_sara_am_is_joined_on_either_side_of_a_tone_mark(tone):
    """Nikhahit and sara aa become sara am, whether the tone mark was typed before, between or after."""
    joined = f"น{tone}\u0e33"
    assert clean_text(f"น\u0e4d{tone}\u0e32") == (joined, ())
    assert clean_text(f"น{tone}\u0e4d\u0e32") == (joined, ())
    assert clean_text(joined) == (joined, ())


def test_a_nikhahit_without_sara_aa_stays():
    """A nikhahit by itself, as in Pali, is no half of a sara am."""
    assert clean_text("พุทฺธํ สรณํ") == ("พุทฺธํ สรณํ", ())


@pytest.mark.parametrize(
    ("text", "expected", "hidden"),
    [
        ("กอง\u200bคลัง", "กองคลัง", ("U+200B",)),
        ("\ufeffชื่อ", "ชื่อ", ("U+FEFF",)),
        ("ก\u202eข\u202cค\u202e", "กขค", ("U+202E", "U+202C")),
        ("a\x00b", "ab", ("U+0000",)),
        ("ทด\u00adสอบ", "ทดสอบ", ("U+00AD",)),
        ("\ud800ก", "ก", ("U+D800",)),
        ("ก\uffff", "ก", ("U+FFFF",)),
    ],
)
def test_hidden_characters_are_gone_and_named(text, expected, hidden):
    """Control characters, marks of direction, zero-width spaces and half characters are taken out."""
    assert clean_text(text) == (expected, hidden)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  สอง   คำ\t\nสาม ", "สอง คำ สาม"),
        ("plain  text", "plain text"),
        ("no\u00a0break", "no break"),
        ("", ""),
        ("e\u0301", "\u00e9"),
        ("👨\u200d👩", "👨\u200d👩"),
    ],
)
def test_white_space_is_folded_and_joiners_stay(text, expected):
    """Any run of white space is one space; a joiner inside an emoji carries meaning and stays."""
    assert clean_text(text) == (expected, ())
