"""Cells that a document merges with the one above."""

import pytest

from prongsai.analysis.merged import effective
from prongsai.model.measures import Measure
from prongsai.model.stated import Absence

MERGED = "รวมกับช่องบน"


def measures(*periods):
    """Measures with these periods, one below the other."""
    made = [{"id": f"m{n:02d}", "title": "มาตรการ", "period": period} for n, period in enumerate(periods, start=1)]
    return tuple(Measure.model_validate(one) for one in made)


@pytest.mark.parametrize(
    ("periods", "printed", "merged"),
    [
        (("ไตรมาส 1",), "ไตรมาส 1", False),
        (("ไตรมาส 1", MERGED), "ไตรมาส 1", True),
        (("ไตรมาส 1", MERGED, MERGED), "ไตรมาส 1", True),
        (("ไตรมาส 1", "ไตรมาส 2", MERGED), "ไตรมาส 2", True),
    ],
)
def test_a_merged_cell_holds_what_stands_above(periods, printed, merged):
    """The nearest cell above that is not merged itself gives the value."""
    listed = measures(*periods)
    value, is_merged = effective(listed, listed[-1], "period")
    assert (value.printed, is_merged) == (printed, merged)


def test_a_merged_cell_with_nothing_above_stays_merged():
    """The first row cannot be merged with anything: nothing is guessed."""
    [first] = measures(MERGED)
    assert effective((first,), first, "period") == (Absence.MERGED, False)
