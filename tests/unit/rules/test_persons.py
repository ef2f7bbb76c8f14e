"""Numbers that point at a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.rules.privacy import check_digit, find_identity_numbers, find_mobile_numbers
from prongsai.thai.numerals import to_thai

TWELVE = st.tuples(st.sampled_from("12345678"), st.text("0123456789", min_size=11, max_size=11)).map("".join)
SEPARATORS = st.sampled_from(["", "-", " ", " - ", "\u00a0", "\u2011", "\u2013"])
DIGITS = st.sampled_from([str, to_thai])
AROUND = st.sampled_from([("", ""), ("เลขที่ ", " ครับ"), ("(", ")"), ("เลข", "นาย"), ("2565,", ",1"), ("id: ", ".")])


def grouped(digits: str, sizes: tuple[int, ...], separator: str) -> str:
    """The digits in groups of these sizes."""
    parts = []
    for size in sizes:
        parts.append(digits[:size])
        digits = digits[size:]
    return separator.join(parts)


@given(TWELVE, SEPARATORS, DIGITS, AROUND)
def test_an_identity_number_is_found_however_it_is_written(twelve, separator, write, around):
    """With dashes, blanks or neither, in Thai or Arabic digits, and whatever is around it."""
    before, after = around
    text = before + write(grouped(twelve + check_digit(twelve), (1, 4, 5, 2, 1), separator)) + after
    [found] = find_identity_numbers(text)
    assert found.digits[:12] == twelve
    assert found.start == len(before)


@given(TWELVE, st.lists(st.integers(1, 12), unique=True, max_size=6), DIGITS)
def test_dashes_may_be_anywhere(twelve, places, write):
    """A number with dashes between other groups than the printed ones is one too."""
    digits = twelve + check_digit(twelve)
    text = "".join(f"-{digit}" if place in places else digit for place, digit in enumerate(digits))
    assert [found.digits for found in find_identity_numbers(write(text))] == [digits]


@given(TWELVE, st.integers(1, 9), SEPARATORS, DIGITS)
def test_a_wrong_check_digit_is_never_an_identity_number(twelve, step, separator, write):
    """A number of 13 digits that no register of persons can hold is left alone."""
    digits = twelve + str((int(check_digit(twelve)) + step) % 10)
    assert list(find_identity_numbers(write(grouped(digits, (1, 4, 5, 2, 1), separator)))) == []


@given(TWELVE, st.text("0123456789", min_size=1, max_size=4), st.booleans(), st.sampled_from(["", "-"]))
def test_a_part_of_a_longer_number_is_no_identity_number(twelve, more, is_before, separator):
    """More digits before or behind, joined or with a dash, make it another number."""
    parts = [more, twelve + check_digit(twelve)] if is_before else [twelve + check_digit(twelve), more]
    assert list(find_identity_numbers(separator.join(parts))) == []


@pytest.mark.parametrize(
    "text",
    [
        "1,234,567,890,121",
        "1234567890121.50",
        "0994000000008",
        "9999999999994",
        "https://www.example.go.th/1234567890121.pdf",
        "[แผน](files/2565/1234567890121.pdf)",
        "/files/2565/1234567890121.pdf",
        "f1234567890121",
        "123 4567 890 121",
    ],
)
def test_amounts_addresses_and_columns_are_no_identity_numbers(text):
    """Money, legal persons, names of files, codes and the columns of a table."""
    assert list(find_identity_numbers(text)) == []


def test_an_identity_number_is_shown_masked():
    """The part of a number that may be shown has three of its digits."""
    [found] = find_identity_numbers("เลข ๑ ๒๓๔๕ ๖๗๘๙๐ ๑๒ ๑")
    assert found.masked == "1-23xx-xxxxx-xx-x"


@pytest.mark.parametrize(
    "text",
    [
        "081-234-5678",
        "08-1234-5678",
        "0812345678",
        "081 234 5678",
        "08 1234 5678",
        "081-2345678",
        "081.234.5678",
        "0-8123-45678",
        "0-8123-4567-8",
        "๐๘๑-๒๓๔-๕๖๗๘",
        "+66 81 234 5678",
        "+66812345678",
        "+66 (0)81-234-5678",
        "0066-8-1234-5678",
        "081-234-5678-9",
        "โทร.0812345678 ต่อ 3",
    ],
)
def test_a_mobile_number_is_found_in_every_usual_form(text):
    """Each form gives the same digits, and the same masked form."""
    [found] = find_mobile_numbers(text)
    assert (found.digits, found.masked) == ("0812345678", "081-xxx-xx78")


@pytest.mark.parametrize("prefix", ["06", "08", "09"])
def test_the_beginnings_of_mobile_numbers_are_known(prefix):
    """06, 08 and 09 are mobile."""
    assert [found.digits for found in find_mobile_numbers(f"{prefix}1-234-5678")] == [f"{prefix}12345678"]


@pytest.mark.parametrize(
    "text",
    [
        "0-2000-0000",
        "02-081-2345",
        "053-123-456",
        "0712345678",
        "081-234-567",
        "0812345678901",
        "0.812345678",
        "0 80 100 90 85 1",
        "06-09-2565 10",
        "https://www.example.go.th/0812345678",
        "99-0812345678",
        "081-234-5678-123",
        "10812345678",
    ],
)
def test_other_numbers_are_no_mobile_numbers(text):
    """Lines of offices, numbers too short or too long, decimals, rows of figures, days and addresses."""
    assert list(find_mobile_numbers(text)) == []


def test_numbers_in_a_row_are_found_each():
    """A comma or a slash between two numbers hides neither."""
    digits = [found.digits for found in find_mobile_numbers("081-234-5678,0892345678/061 234 5678")]
    assert digits == ["0812345678", "0892345678", "0612345678"]


@given(st.text("0123456789 -./:a๑", max_size=200))
def test_whatever_is_found_is_where_it_is_said(text):
    """The place of a number is that of its first sign, and what is shown never holds all its digits."""
    for found in [*find_identity_numbers(text), *find_mobile_numbers(text)]:
        assert text[found.start] in "0123456789+๑"
        assert found.digits not in found.masked.replace("-", "")
