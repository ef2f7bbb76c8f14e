"""The fiscal years that a text names."""

import pytest

from prongsai.links.fiscal_years import find_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("ประจำปีงบประมาณ พ.ศ. ๒๕๖๔", {2564}),
        ("ปีงบประมาณ พ.ศ.2565", {2565}),
        ("ปีงบประมาณ(พ.ศ. 2565)", {2565}),
        ("งบประมาณ รายจ่าย ปี 2565", set()),
        ("ป งบ ประมาณ พ . ศ . 2564", {2564}),
        ("ป\uf701งบประมาณ 2564", {2564}),
        ("ประจําปี 2564", {2564}),
        ("ปีงบประมาณ ค.ศ. 2021", {2564}),
        ("Fiscal Year 2022", {2565}),
        ("FY2022", {2565}),
        ("งบประมาณ 2565 บาท", set()),
        ("ปีงบประมาณ 64", set()),
        ("ปีงบประมาณ 2564, 2565 และ 2566", {2564, 2565, 2566}),
        ("ปีงบประมาณ พ.ศ. 2561 - 2565", {2561, 2562, 2563, 2564, 2565}),
        ("งบประมาณ 2,565 บาท", set()),
        ("งบประมาณ 2565.50 บาท", set()),
        ("งบประมาณ 25650 บาท", set()),
        ("ได้รับงบประมาณ 85 %", set()),
        ("งบประมาณ 64,000 บาท", set()),
        ("", set()),
    ],
)
def test_years_that_are_called_fiscal(text, years):
    """In either digits and era, in lists and ranges, with the gaps that PDF text has; amounts are no years."""
    assert find_years(text).fiscal == years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)", {2566, 2567, 2568, 2569, 2570}),
        ("ปี พ.ศ. ๒๕๖๕", {2565}),
        ("ปีงบประมาณ 64", {2564}),
        ("ปีงบประมาณ 85 %", set()),
        ("ณ วันที่ 31 มีนาคม 2565", set()),
        ("15/03/2565", set()),
        ("ธ.ค. ๒๕๖๔", set()),
        ("1 ตุลาคม 2564 ถึง 30 กันยายน 2565", {2565}),
        ("report_2565", {2565}),
        ("โทร 0 2565 1234", {2565}),
        ("12565", set()),
    ],
)
def test_years_that_may_be_meant(text, years):
    """A date names no fiscal year, the period of a whole one does; what only may be meant never accuses."""
    found = find_years(text)
    assert (found.any, found.fiscal) == (years, set())


def test_a_text_of_any_length_is_read_at_once():
    """Text that surrounds no digits is not looked at, and hostile repetitions take no longer."""
    for text in ("งบประมาณ ( " * 40_000, "2565 และ " * 40_000, "1" * 400_000, "ประจำปี" + " " * 400_000 + "2565"):
        find_years(text)
    assert find_years("ก" * 300_000 + " ปีงบประมาณ 2564").fiscal == {2564}
