"""The values that figures may have, from whatever else is stated."""

import pytest

from prongsai.analysis.bounds import SCALE
from prongsai.analysis.possible import bounds_of_total, possible_values
from prongsai.model.judged_edition import without_inferred
from unit.makers import make_scores, shipped_edition


def possible(year, **stated):
    """The values of a year by the rules that ship."""
    return possible_values(make_scores(fiscal_year=str(year), **stated), without_inferred(shipped_edition(year)))


def ends(interval):
    """The ends of an interval with two decimals."""
    return tuple(map(str, interval.in_cents))


@pytest.mark.parametrize(
    ("stated", "tool", "left"),
    [
        ({"total": "91.20", "instruments": {"IIT": "90.10", "EIT": "88.20"}}, "OIT", ("94.24", "94.31")),
        ({"total": "91.20"}, "IIT", ("70.63", "100.00")),
        ({"total": "91.20"}, "OIT", ("77.97", "100.00")),
        ({"total": "10.00"}, "OIT", ("0.00", "25.03")),
        ({"indicators": {"6": "90.00", "7": "80.00"}}, "EIT", ("56.66", "90.00")),
        ({"weighted": {"EIT": "25.04"}}, "EIT", ("83.44", "83.49")),
        ({"parts": {"EIT-1": "90.00", "EIT-2": "80.00"}}, "EIT", ("79.99", "90.01")),
        ({"instruments": {"EIT": "88.20"}, "parts": {"EIT-1": "90.00"}}, "EIT", ("88.20", "88.20")),
        ({}, "EIT", ("0.00", "100.00")),
    ],
)
def test_an_instrument_is_left_what_the_others_allow(stated, tool, left):
    """Figures above, below and next to it bound it; a stated one is itself."""
    assert ends(possible(2567, **stated).instruments[tool]) == left


def test_a_part_reaches_what_the_other_does_not():
    """With one part above the instrument the other one is at most the instrument, and the other way round."""
    stated = {"instruments": {"EIT": "84.20"}, "parts": {"EIT-1": "90.00"}}
    assert ends(possible(2567, **stated).parts["EIT-2"]) == ("0.00", "84.21")
    stated = {"instruments": {"EIT": "84.20"}, "parts": {"EIT-1": "80.00"}}
    assert ends(possible(2567, **stated).parts["EIT-2"]) == ("84.19", "100.00")


def test_figures_that_cannot_hold_together_leave_nothing_from_above():
    """A total that the instruments exclude tells nothing of a third one."""
    stated = {"total": "20.00", "instruments": {"IIT": "90.00", "EIT": "90.00"}}
    assert ends(possible(2567, **stated).instruments["OIT"]) == ("0.00", "100.00")


@pytest.mark.parametrize(
    ("instruments", "left"),
    [
        ("90.00 100.00 80.00", "90.00-90.00 80.00-100.00 80.00-100.00"),
        ("27.00 24.00 40.00", "27.00-90.00 24.00-80.00 40.00-100.00"),
        ("90.00 80.00 100.00", "90.00-90.00 80.00-80.00 100.00-100.00"),
    ],
)
def test_a_figure_with_a_slip_may_be_what_would_agree(instruments, left):
    """Exchanged instruments and points of the weight are not taken at their word for what follows from them."""
    tools = dict(zip(("IIT", "EIT", "OIT"), instruments.split(), strict=True))
    found = possible(2567, total="91.00", instruments=tools).instruments
    assert " ".join("-".join(ends(one)) for one in found.values()) == left


def test_an_instrument_that_its_indicators_contradict_may_be_their_mean():
    """One of both is wrong, so what follows from the instrument is open between them."""
    stated = {"instruments": {"EIT": "90.10"}, "indicators": {"6": "80.00", "7": "80.00", "8": "80.00"}}
    assert ends(possible(2567, **stated).instruments["EIT"]) == ("80.00", "90.10")


@pytest.mark.parametrize(
    ("year", "stated", "left"),
    [
        (2565, {"instruments": {"IIT": "90.00", "EIT": "80.00"}}, ("51.00", "91.00")),
        (2568, {"instruments": {"IIT": "90.10", "EIT": "88.20", "OIT": "96.60"}}, ("88.20", "96.60")),
        (2565, {"weighted": {"IIT": "27.00", "EIT": "24.00"}}, ("50.99", "91.01")),
    ],
)
def test_a_total_is_bounded_by_whatever_is_known(year, stated, left):
    """Two of three instruments, instruments without weights, or points of the weight."""
    scores = make_scores(fiscal_year=str(year), total="1.00", **stated)  # the stated total has no part in it
    assert ends(bounds_of_total(scores, without_inferred(shipped_edition(year)))) == left


def test_a_total_of_which_nothing_is_known_may_be_anything():
    """No figure bounds it, and neither do two instruments without weights."""
    for year, stated in ((2565, {}), (2568, {"instruments": {"IIT": "90.10", "EIT": "88.20"}})):
        assert bounds_of_total(make_scores(**stated), without_inferred(shipped_edition(year))) == SCALE
