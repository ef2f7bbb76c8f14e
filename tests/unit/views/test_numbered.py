"""The number of a row is before its title, but never right before a number of the title's own."""

import pytest

from prongsai.views.names import numbered
from prongsai.views.speech import Speech


@pytest.mark.parametrize(
    ("number", "title", "said"),
    [
        (3, "ทำคู่มือ", "๓. ทำคู่มือ"),
        (1, "๑. ให้มีแผน", "ลำดับที่ ๑: ๑. ให้มีแผน"),
        (10, "๑.การใช้ ๒.การกำกับ", "ลำดับที่ ๑๐: ๑.การใช้ ๒.การกำกับ"),
        (2, "(1) ทำ", "ลำดับที่ ๒: (1) ทำ"),
        (2, "2 ครั้งต่อปี", "๒. 2 ครั้งต่อปี"),
        (None, "๑. ให้มีแผน", "๑. ให้มีแผน"),
    ],
)
def test_no_two_numbers_are_side_by_side(number, title, said):
    """A title that counts its own points keeps them."""
    assert numbered(number, title, Speech("thai")) == said
