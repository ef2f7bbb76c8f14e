"""First and last days of windows, as documents write them."""

from __future__ import annotations

import pytest

from prongsai.thai.dates import BuddhistDate
from prongsai.thai.day_spans import days_of


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1 มี.ค. ถึง 30 เม.ย. 2565", (2565, 3, 1), (2565, 4, 30)),
        ("1 ถึง 31 พ.ค. 2565", (2565, 5, 1), (2565, 5, 31)),
        ("15 ธ.ค. ถึง 31 ม.ค. 2569", (2568, 12, 15), (2569, 1, 31)),
        ("1 ธันวาคม 2568 - 31 มกราคม 2569", (2568, 12, 1), (2569, 1, 31)),
        ("๒๖ ส.ค. ๒๕๖๔", (2564, 8, 26), (2564, 8, 26)),
        ("ก.พ. ถึง มี.ค. 2564", (2564, 2, 1), (2564, 3, 31)),
        ("สิงหาคม 2570", (2570, 8, 1), (2570, 8, 31)),
    ],
)
def test_windows_are_read_as_documents_write_them(text, first, last):
    """Month and year of the last day hold for the first; months have their first and their last day."""
    assert days_of(text) == (BuddhistDate(*first), BuddhistDate(*last))


@pytest.mark.parametrize("text", ["31 เม.ย. 2565", "ภายในเดือนสิงหาคม", "เร็ว ๆ นี้", ""])
def test_what_names_no_day_has_none(text):
    """No day is made up."""
    assert days_of(text) is None
