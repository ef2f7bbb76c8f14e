"""The interval that a published total must be in."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.analysis.interval import Interval, half_of_last_place, total_interval
from prongsai.analysis.scoring import compute_scores
from unit.makers import TOOLS, make_edition, make_scores

FIGURES = {"1": "80.00", "2": "70.00", "3": "60.00"}


def interval_of(scores, edition):
    """The interval of a year."""
    return total_interval(scores, compute_scores(scores, edition), edition)


@pytest.mark.parametrize(
    ("value", "half"), [("69.2", "0.05"), ("69.20", "0.005"), ("69", "0.5"), ("69.123", "0.0005"), ("100", "0.5")]
)
def test_a_printed_figure_hides_half_of_its_last_place(value, half):
    """69.2 may stand for anything from 69.15 to 69.25."""
    assert half_of_last_place(Decimal(value)) == Fraction(half)


def test_the_interval_carries_the_doubt_of_every_figure():
    """Half a cent of each figure, half a cent of rounding on the way and half a cent of the printed total."""
    interval = interval_of(make_scores(indicators=FIGURES), make_edition())
    assert interval == Interval(Fraction(69) - Fraction(15, 1000), Fraction(69) + Fraction(15, 1000))


def test_a_figure_with_fewer_decimals_widens_the_interval():
    """An indicator printed as 80 instead of 80.00 weighs 0.3 of half a point."""
    narrow = interval_of(make_scores(indicators=FIGURES), make_edition())
    wide = interval_of(make_scores(indicators={**FIGURES, "1": "80"}), make_edition())
    assert narrow is not None
    assert wide is not None
    assert wide.highest - narrow.highest == Fraction("0.495") * Fraction(3, 10)


def test_a_figure_that_the_items_prove_carries_no_doubt():
    """Rounding hid nothing where the items give the indicator exactly."""
    edition = make_edition(
        subindicators={"3.1": {"name": "ก", "indicator": "3"}}, items={"O1": {"subindicator": "3.1"}}
    )
    without_figure = {"1": "80.00", "2": "70.00"}
    for indicators in (without_figure, {**without_figure, "3": "100.00"}):
        interval = interval_of(make_scores(indicators=indicators, items={"O1": {"score": "100"}}), edition)
        assert interval is not None
        assert (interval.highest - interval.lowest) / 2 == Fraction("0.005") * Fraction(6, 10) + Fraction(1, 100)


def test_a_figure_that_the_items_contradict_keeps_its_doubt():
    """A published figure that contradicts the items is still known only to its last place."""
    edition = make_edition(
        subindicators={"3.1": {"name": "ก", "indicator": "3"}}, items={"O1": {"subindicator": "3.1"}}
    )
    interval = interval_of(make_scores(indicators=FIGURES, items={"O1": {"score": "0"}}), edition)
    assert interval is not None
    assert (interval.highest - interval.lowest) / 2 == Fraction(15, 1000)


@pytest.mark.parametrize(
    ("scores", "edition"),
    [
        (make_scores(indicators={"1": "80"}), make_edition()),
        (make_scores(indicators=FIGURES), make_edition(instruments={code: {"name": "ก"} for code in TOOLS})),
        (make_scores(indicators=FIGURES), make_edition(instruments={**TOOLS, "OIT": {"name": "ก"}})),
    ],
)
def test_without_every_figure_and_weight_there_is_no_interval(scores, edition):
    """Nothing can be said of a total of which a part is unknown."""
    assert interval_of(scores, edition) is None


cents = st.integers(min_value=0, max_value=10_000).map(lambda n: Decimal(n).scaleb(-2))


@given(st.tuples(cents, cents, cents))
def test_every_order_of_rounding_falls_inside(values):
    """Whatever rounding path an office took, a right total is never flagged."""
    edition = make_edition()
    scores = make_scores(indicators={str(n + 1): str(value) for n, value in enumerate(values)})
    computed = compute_scores(scores, edition)
    interval = total_interval(scores, computed, edition)
    for path in computed.paths:
        assert interval.allows(path.total), path


@given(st.tuples(*[st.integers(min_value=0, max_value=1_000_000)] * 3))
def test_the_total_of_the_hidden_figures_falls_inside(hidden):
    """A total computed from the exact figures behind the printed ones is never flagged."""
    exact = [Decimal(n).scaleb(-4) for n in hidden]
    printed = make_scores(indicators={str(n + 1): f"{value:.2f}" for n, value in enumerate(exact)})
    real = make_scores(indicators={str(n + 1): str(value) for n, value in enumerate(exact)})
    interval = interval_of(printed, make_edition())
    total = compute_scores(real, make_edition()).total
    assert interval is not None
    assert total is not None
    assert interval.allows(total)
