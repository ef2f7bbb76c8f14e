"""Points that were lost, and what the next level asks for."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

import sites
from prongsai.analysis.lost_points import lost_by_indicator, lost_by_item, next_level
from prongsai.analysis.results import YearResult
from prongsai.analysis.scoring import compute_year
from prongsai.model.site import FiscalYear
from unit.makers import make_scores, shipped_edition

ROOT = Path(__file__).resolve().parents[3]


def result_of(year, **fields):
    """The result of a year by its shipped edition."""
    scores = make_scores(**{**fields, "fiscal_year": str(year)})
    edition = shipped_edition(year)
    return YearResult(FiscalYear(year, edition, scores), compute_year(scores, edition), None)


TEN = {str(number): "90.00" for number in range(1, 11)}


def test_the_losses_of_all_indicators_make_the_whole_distance_from_100():
    """For Mueang Klaeng in FY2564 the ten losses add up to what the total lacks, within the rounding of its inputs."""
    result = sites.checked(ROOT).results.years[2564]
    whole = sum((loss.points for loss in lost_by_indicator(result)), Fraction(0))
    assert abs(whole - (100 - Fraction("77.85"))) < Fraction(2, 100)


def test_the_largest_loss_comes_first():
    """Indicator 10 (43.75) costs Mueang Klaeng most: 0.4 of 56.25, halved, is 11.25 points of the total."""
    losses = lost_by_indicator(sites.checked(ROOT).results.years[2564])
    assert (losses[0].key, losses[0].score, losses[0].points) == ("10", Decimal("43.75"), Fraction("11.25"))
    assert [loss.points for loss in losses] == sorted((loss.points for loss in losses), reverse=True)


def test_the_losses_of_items_make_those_of_their_indicators():
    """The nine items without score explain all that indicators 9 and 10 lost."""
    result = sites.checked(ROOT).results.years[2564]
    items = sum((loss.points for loss in lost_by_item(result)), Fraction(0))
    exact = sum((100 - result.computed.indicators[number]) * Fraction(40, 100) / 2 for number in ("9", "10"))
    assert items == exact


def test_a_missing_score_gives_no_table_at_all():
    """Losses are shown for all indicators or for none, so that nobody adds up a part."""
    some = {key: value for key, value in TEN.items() if key != "4"}
    assert lost_by_indicator(result_of(2564, indicators=some)) == ()
    assert lost_by_indicator(result_of(2568, indicators=TEN)) == ()


@pytest.mark.parametrize(
    ("year", "total", "expected"),
    [
        (2564, "77.85", ("A", Decimal("7.15"), ())),
        (2564, "97.00", None),
        (2567, "93.71", ("ผ่านดีเยี่ยม", Decimal("1.29"), ("IIT", "EIT"))),
    ],
)
def test_the_next_level_names_what_lacks(year, total, expected):
    """The bound of the total and, where the scale asks it, the instruments below theirs; nothing above the top."""
    indicators = TEN if year == 2564 else {**TEN, "9": "100.00", "10": "100.00"}
    parts = {} if year == 2564 else {"EIT-1": "90.00", "EIT-2": "87.00"}
    level = next_level(result_of(year, total=total, indicators=indicators, parts=parts))
    assert (level and (level.name, level.lacking, level.instruments_below)) == expected


def test_no_total_gives_no_next_level():
    """A total that is not stated has no level above it."""
    assert next_level(result_of(2564, indicators=TEN)) is None


def test_there_is_no_next_level_while_the_own_one_is_open():
    """Without the parts of EIT nobody knows which level is the next."""
    indicators = {**TEN, "9": "100.00", "10": "100.00"}
    assert next_level(result_of(2567, total="93.71", indicators=indicators)) is None
