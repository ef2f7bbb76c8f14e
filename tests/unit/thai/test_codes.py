"""Codes of OIT items and survey questions in the spellings that documents use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.model.source import SourcedMap, SourcedText, place_of
from prongsai.problems import Where
from prongsai.thai.codes import bare_number, item_key, parse_instrument, parse_item_code, parse_question_code
from prongsai.thai.numerals import to_thai

numbers = st.integers(min_value=1, max_value=99)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("O2", "O2"),
        ("o2", "O2"),
        ("o๒", "O2"),
        ("O๒", "O2"),
        ("๐๒", "O2"),
        ("02", "O2"),
        ("O02", "O2"),
        ("O 2", "O2"),
        (" O42 ", "O42"),
        ("๐๑๐", "O10"),
        ("010", "O10"),
        ("O๔๒", "O42"),
        ("๐๔๒", "O42"),
    ],
)
def test_an_item_code_is_read_in_every_spelling_of_documents(text, expected):
    """The letter O, small o, and zero in Thai or Arabic digits all stand for the O of an item."""
    assert parse_item_code(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2",
        "๒",
        "10",
        "๑๐",
        "20",
        "0",
        "๐",
        "00",
        "O",
        "O0",
        "O100",
        "0100",
        "OO2",
        "O2a",
        "ข้อ O2",
        "-2",
        "O-2",
        "O2.1",
        "i2",
        "Q2",
    ],
)
def test_an_ambiguous_item_code_is_not_guessed(text):
    """A bare number may be an item, a question or an indicator, so nothing is made of it."""
    assert parse_item_code(text) is None


@given(numbers, st.sampled_from(["O", "o", "0", "๐"]), st.booleans(), st.booleans())
def test_every_item_has_one_code(number, letter, padded, thai):
    """Whichever way an item is spelled, its code is O and its number, which sorts it."""
    digits = f"{number:02d}" if padded else str(number)
    text = letter + (to_thai(digits) if thai else digits)
    code = parse_item_code(text)
    assert code == f"O{number}"
    assert item_key(code) == (("O", 0), ("", number))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("i1", "i1"), ("I๑", "i1"), ("E๑", "e1"), ("e๑๕", "e15"), ("e09", "e9"), ("e 9", "e9"), (" i๑๒ ", "i12")],
)
def test_a_question_code_is_read_in_every_spelling(text, expected):
    """Capital and small letters, Thai and Arabic digits name the same question."""
    assert parse_question_code(text) == expected


@pytest.mark.parametrize("text", ["", "15", "๑๕", "e", "i0", "e100", "eb", "em", "eb,em,e๙", "o9", "e9,e10", "ข้อ e9"])
def test_an_ambiguous_question_code_is_not_guessed(text):
    """A bare number, two codes at once and misprints are no question."""
    assert parse_question_code(text) is None


@pytest.mark.parametrize(
    ("text", "expected"), [("15", "15"), ("๑๕", "15"), (" 2 ", "2"), ("02", ""), ("e9", ""), ("100", ""), ("", "")]
)
def test_a_bare_number_is_told_apart_from_other_texts(text, expected):
    """Only a number that merely lacks its letter is offered back as a suggestion."""
    assert bare_number(text) == expected


@pytest.mark.parametrize(
    ("typed", "read"),
    [("iit", "IIT"), ("Eit", "EIT"), ("OIT", "OIT"), ("eit-1", "EIT-1"), ("total", "total"), ("other", "other")],
)
def test_an_instrument_is_read_in_small_letters_too(typed, read):
    """As items and questions are; a word that is no such code stays as it was typed."""
    assert parse_instrument(typed) == read


@pytest.mark.parametrize(("typed", "read"), [("iit", "IIT"), ("011", "O11"), ("o๑๑", "O11"), ("IIT", "IIT")])
def test_the_place_of_a_code_is_known_in_each_spelling(typed, read):
    """A problem with what is below a key is shown there, however the key is spelled."""
    raw = SourcedMap(Where("a.yml", 1, 1))
    raw.key_places[typed] = Where("a.yml", 5, 3)
    raw[typed] = SourcedText.at("x", Where("a.yml", 5, 9))
    assert place_of(raw, read) == Where("a.yml", 5, 9)
    assert place_of(raw, "O12") == Where("a.yml", 1, 1)
