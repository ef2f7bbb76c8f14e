"""Cells that a document merges with the one above."""

import pytest

from prongsai.model.edition import Edition
from prongsai.model.measures import Measures
from prongsai.model.site import FiscalYear
from prongsai.model.stated import Absence

MERGED = "รวมกับช่องบน"


def last_of(*periods):
    """The last of measures with these periods, one below the other."""
    made = [{"id": f"m{n:02d}", "title": "มาตรการ", "period": period} for n, period in enumerate(periods, start=1)]
    edition = Edition.model_validate({"scheme": "TEST", "fiscal_year": "2568"})
    measures = Measures.model_validate({"fiscal_year": "2568", "measures": tuple(made)})
    return FiscalYear(2568, edition, measures=measures).measure_facts[-1]


@pytest.mark.parametrize(
    ("periods", "printed", "merged"),
    [
        (("ไตรมาส 1",), "ไตรมาส 1", False),
        (("ไตรมาส 1", MERGED), "ไตรมาส 1", True),
        (("ไตรมาส 1", MERGED, MERGED), "ไตรมาส 1", True),
        (("ไตรมาส 1", "ไตรมาส 2", MERGED), "ไตรมาส 2", True),
    ],
)
def test_a_merged_cell_holds_what_is_above(periods, printed, merged):
    """The nearest cell above that is not merged itself gives the value."""
    last = last_of(*periods)
    assert (last.value("period").printed, last.is_merged("period")) == (printed, merged)


def test_a_merged_cell_with_nothing_above_stays_merged():
    """The first row cannot be merged with anything: nothing is guessed."""
    first = last_of(MERGED)
    assert (first.value("period"), first.is_merged("period")) == (Absence.MERGED, False)
