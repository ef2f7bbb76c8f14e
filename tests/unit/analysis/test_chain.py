"""The chain of a year: every stated figure against every other that it bounds."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.analysis.findings import find_conflicts
from prongsai.analysis.scoring import compute_scores
from prongsai.model.judged_edition import without_inferred
from unit.makers import make_edition, make_scores, shipped_edition

TOOLS = {"IIT": "90.00", "EIT": "80.00", "OIT": "100.00"}
SUBS = {"9.1": "90", "9.2": "80", "9.3": "70", "9.4": "60", "9.5": "50"}
NINE = {str(number): "90.00" if number < 6 else "80.00" for number in range(1, 10)}
BOTH = {"EIT-1": "90.00", "EIT-2": "85.00"}
POINTS = {"IIT": "25.04", "EIT": "26.41", "OIT": "22.85"}


def found(year, around=(), **stated):
    """The findings in the scores of a year by the rules that ship."""
    edition = without_inferred(shipped_edition(year))
    others = [(other, make_scores(fiscal_year=str(other), **scores)) for other, scores in around]
    return find_conflicts(make_scores(fiscal_year=str(year), **stated), edition, others)


def slips(findings):
    """The slips of findings, None where none is seen."""
    return [one.cause.slip if one.cause else None for one in findings]


@pytest.mark.parametrize("year", [2562, 2563, 2564, 2565, 2566, 2567])
def test_total_and_instruments_are_checked_in_every_year_with_weights(year):
    """91.00 follows from 90, 80 and 100 and 50.00 does not, and the total is computed without any indicator."""
    assert found(year, total="91.00", instruments=TOOLS) == ()
    assert slips(found(year, total="50.00", instruments=TOOLS)) == [None]
    scores = make_scores(fiscal_year=str(year), total="50.00", instruments=TOOLS)
    assert compute_scores(scores, shipped_edition(year)).total == Decimal("91.00")


@pytest.mark.parametrize(
    ("year", "stated", "is_possible"),
    [
        (2565, {"subindicators": SUBS, "indicators": {"9": "90.00"}}, False),
        (2565, {"subindicators": SUBS, "indicators": {"9": "70.00"}}, True),
        (2565, {"subindicators": {"9.1": "90", "9.2": "80"}, "indicators": {"9": "30.00"}}, False),  # 34 to 94
        (2565, {"subindicators": {"9.1": "90", "9.2": "80"}, "indicators": {"9": "35.00"}}, True),
        (2565, {"indicators": NINE, "total": "30.00"}, False),  # 67 to 87 is all that the tenth can make of it
        (2565, {"indicators": NINE, "total": "67.00"}, True),
        (2565, {"indicators": NINE, "total": "87.00"}, True),
        (2565, {"indicators": NINE, "total": "87.02"}, False),
        (2565, {"instruments": {"IIT": "90.00"}, "total": "26.90"}, False),
        (2565, {"instruments": {"IIT": "90.00"}, "total": "27.00"}, True),
        (2565, {"instruments": {"IIT": "90.00"}, "total": "97.00"}, True),
        (2565, {"instruments": {"IIT": "90.00"}, "total": "97.10"}, False),
        (2565, {"instruments": {"IIT": "71.00"}, "indicators": {str(n): "90.00" for n in (1, 2, 3, 4)}}, False),
        (2565, {"instruments": {"IIT": "72.00"}, "indicators": {str(n): "90.00" for n in (1, 2, 3, 4)}}, True),
        (2564, {"items": {"O2": {"score": "0"}}, "subindicators": {"9.1": "95.00"}}, False),  # eight of nine at most
        (2564, {"items": {"O2": {"score": "0"}}, "subindicators": {"9.1": "88.89"}}, True),
        (2564, {"items": {"O42": {"score": "0"}, "O43": {"score": "0"}}, "indicators": {"10": "60.00"}}, False),
        (2564, {"items": {"O42": {"score": "0"}, "O43": {"score": "0"}}, "indicators": {"10": "43.75"}}, True),
        (2567, {"instruments": {"EIT": "95.00"}, "parts": BOTH}, False),
        (2567, {"instruments": {"EIT": "87.50"}, "parts": BOTH}, True),
        (2567, {"instruments": {"EIT": "95.00"}, "parts": {"EIT-1": "90.00"}}, True),  # the other one may be above
        (2567, {"indicators": {"6": "95.00", "7": "95.00", "8": "95.00"}, "parts": BOTH}, False),
        (2567, {"total": "96.00", "parts": {"EIT-1": "80.00", "EIT-2": "85.00"}}, False),  # 95.50 with 100 in all else
        (2567, {"total": "95.50", "parts": {"EIT-1": "80.00", "EIT-2": "85.00"}}, True),
        (2566, {"instruments": {"EIT": "95.00"}, "parts": BOTH}, True),  # that 2566 counted parts is only inferred
        (2568, {"total": "99.15", "instruments": {"IIT": "90.10", "EIT": "88.20", "OIT": "96.60"}}, False),
        (2569, {"total": "99.15", "instruments": {"IIT": "90.10", "EIT": "88.20", "OIT": "96.60"}}, False),
        (2568, {"total": "96.60", "instruments": {"IIT": "90.10", "EIT": "88.20", "OIT": "96.60"}}, True),
        (2568, {"total": "80.00", "instruments": {"IIT": "90.10", "EIT": "88.20"}}, True),  # the third one decides
        (2568, {"total": "95.00", "indicators": {"3": "80.00", "8": "85.00"}}, True),  # two of ten tell nothing
        (2568, {"total": "95.00", "indicators": {**NINE, "10": "80.00"}}, False),
        (2564, {"total": "74.30", "weighted": POINTS}, True),
        (2564, {"total": "75.30", "weighted": POINTS}, False),
        (2564, {"instruments": {"IIT": "83.47"}, "weighted": {"IIT": "25.04"}}, True),
        (2564, {"instruments": {"IIT": "83.67"}, "weighted": {"IIT": "25.04"}}, False),
        (2568, {"total": "75.30", "weighted": POINTS}, False),  # a sum needs no weights
        (2565, {"total": "91", "instruments": TOOLS}, True),
        (2565, {"total": "91.4", "instruments": {"IIT": "91", "EIT": "80", "OIT": "100"}}, True),  # 91 may be 91.49
        (2565, {"total": "91.00", "level": "A"}, True),
        (2565, {"total": "91.00"}, True),
        (2570, {"total": "91.00", "instruments": TOOLS}, True),  # a year without rules: between 80 and 100
    ],
)
def test_what_is_missing_widens_an_interval_and_ends_no_check(year, stated, is_possible):
    """Only what no value of the missing figures allows is found."""
    assert (found(year, **stated) == ()) is is_possible


FIVE = {"1": "91.43", "2": "76.39", "3": "80.98", "4": "73.95", "5": "70.20"}
TEN = {**FIVE, "6": "84.80", "7": "79.60", "8": "73.84", "9": "100.00", "10": "100.00"}
THREE = {"IIT": "78.59", "EIT": "79.41", "OIT": "100.00"}


@pytest.mark.parametrize(
    ("year", "stated", "slip"),
    [
        (2565, {"total": "91.00", "instruments": {**TOOLS, "EIT": "100.00", "OIT": "80.00"}}, "exchanged"),
        (
            2566,
            {"total": "87.40", "indicators": TEN, "instruments": {**THREE, "EIT": "100.00", "OIT": "79.41"}},
            "exchanged",
        ),
        (2566, {"indicators": {**TEN, "5": "84.80", "6": "70.20"}, "instruments": THREE}, "exchanged"),
        (2565, {"total": "74.30", "instruments": POINTS}, "points"),
        (2568, {"total": "74.30", "instruments": POINTS}, "points"),
        (2566, {"indicators": TEN, "instruments": {"IIT": "23.58", "EIT": "23.82", "OIT": "40.00"}}, "points"),
        (2566, {"indicators": TEN, "instruments": {"IIT": "23.58"}}, "points"),
        (2565, {"total": "90.00", "instruments": TOOLS}, "plain-mean"),
        (2566, {"total": "83.12", "indicators": TEN}, "plain-mean"),
        (2566, {"total": "78.40", "indicators": TEN}, "digits"),
        (2566, {"total": "87.40", "indicators": TEN, "instruments": {**THREE, "EIT": "97.41"}}, "digits"),
    ],
)
def test_a_slip_is_named_once(year, stated, slip):
    """However many figures a slip contradicts, it is one finding."""
    assert slips(found(year, **stated)) == [slip]


def test_points_of_an_instrument_that_was_rounded_first_are_right():
    """OIT is 51.3869 by its items, of which 40 per cent are 20.55 points; of 51.39 they are 20.56."""
    full = {3, 5, 9, 12, 23, 25, 28, 31, 32, 33, 35, 36, 38, 42, 43}
    items = {f"O{number}": {"score": "100" if number in full else "0"} for number in range(1, 44)}
    for points, is_possible in (("20.55", True), ("20.56", True), ("20.53", False), ("20.58", False)):
        assert (found(2564, items=items, weighted={"OIT": points}) == ()) is is_possible


def test_points_of_some_instruments_make_no_total():
    """Of four instruments the points of three are stated; what the fourth adds is not known."""
    tools = {code: {"name": code, "weight": "25"} for code in ("A", "B", "C", "D")}
    edition = make_edition(instruments=tools, indicators={})
    points = {"A": "20.00", "B": "20.00", "C": "20.00"}
    assert find_conflicts(make_scores(total="80.00", weighted=points), edition) == ()
    assert len(find_conflicts(make_scores(total="90.00", weighted=points), edition)) == 1  # 85 with all of the fourth


def test_a_second_statement_that_agrees_is_named():
    """EIT is 72.31 and again 79.41, of which only the second fits; a list that was chosen is not doubted."""
    twice = {"value": "72.31", "also_stated": [{"value": "79.41", "at": "ตารางที่ 2"}]}
    stated = {"total": "87.40", "indicators": TEN, "instruments": {**THREE, "EIT": twice}}
    [finding] = found(2566, **stated)
    assert (finding.cause.slip, finding.cause.figures) == ("other-list", (("instruments", "EIT"),))
    chosen = {"at": "ตารางที่ 1", "because": "ตามประกาศ"}
    assert slips(found(2566, **stated, valid_list=chosen)) == [None]


def test_a_second_list_of_indicators_that_agrees_is_named():
    """Two indicators are stated twice; the total follows from the second statement of both."""
    second = {key: {"value": "60.00", "also_stated": [{"value": TEN[key], "at": "ตารางที่ 2"}]} for key in ("1", "6")}
    [finding] = found(2566, total="87.40", indicators={**TEN, **second})
    assert (finding.cause.slip, finding.cause.figures) == ("other-list", (("indicators", "1"), ("indicators", "6")))


def test_a_figure_of_the_year_before_is_named():
    """83.21 contradicts the instruments and is what the year before had; a full score that both have says nothing."""
    around = [(2564, {"total": "83.21", "instruments": {"OIT": "100.00"}})]
    [finding] = found(2565, around, total="83.21", instruments=TOOLS)
    assert (finding.cause.slip, finding.cause.year) == ("other-year", 2564)
    assert slips(found(2565, around, total="84.21", instruments=TOOLS)) == [None]
    around = [(2564, {"instruments": {"OIT": "80.00"}})]  # an exchange tells the right value too, so it speaks louder
    exchanged = {**TOOLS, "EIT": "100.00", "OIT": "80.00"}
    assert slips(found(2565, around, total="91.00", instruments=exchanged)) == ["exchanged"]


def test_one_wrong_figure_is_one_finding():
    """An instrument that fits neither its indicators nor the total is the one that is wrong."""
    [finding] = found(2566, total="87.40", indicators=TEN, instruments={**THREE, "EIT": "72.31"})
    assert (finding.suspect, len(finding.conflicts)) == (("instruments", "EIT"), 2)
    assert finding.told.node == ("instruments", "EIT")


def test_an_exchange_that_fits_by_chance_is_not_named():
    """Of two rows that only a total speaks for, some pair would always do."""
    stated = {"total": "87.40", "indicators": {**TEN, "5": "84.80", "6": "70.20"}}
    assert slips(found(2566, **stated)) == [None]


def test_the_exchange_of_equal_figures_is_no_slip():
    """Exchanging what is the same changes nothing, so nothing is named."""
    assert slips(found(2565, total="50.00", instruments={"IIT": "90.00", "EIT": "90.00", "OIT": "90.00"})) == [None]


def _printed(value):
    cents = Decimal(value.numerator * 100) / Decimal(value.denominator)
    return str((cents.quantize(Decimal(1), ROUND_HALF_UP) / 100).quantize(Decimal("0.01")))


def _mean(values):
    return sum(values, Fraction(0)) / len(values)


results = st.tuples(
    st.lists(st.booleans(), min_size=43, max_size=43),
    st.lists(st.integers(0, 100_000), min_size=8, max_size=8),
    st.booleans(),
    st.frozensets(st.sampled_from(["total", "instruments", "indicators", "subindicators", "weighted", "items"])),
    st.frozensets(st.integers(1, 10)),
)


@settings(max_examples=80, deadline=None)
@given(results)
def test_a_right_result_is_never_found_fault_with(drawn):
    """Whatever a result is, by either order of rounding, and whichever of its figures are stated, nothing is found."""
    items, asked, rounds_first, groups, left_out = drawn
    edition = without_inferred(shipped_edition(2564))
    scored = {code: 100 * Fraction(full) for code, full in zip(edition.items, items, strict=True)}
    subs = {key: _mean([scored[code] for code in edition.items_under(key)]) for key in edition.subindicators}
    numbers = {str(place + 1): Fraction(value, 1000) for place, value in enumerate(asked)}
    for number in ("9", "10"):
        numbers[number] = _mean([subs[key] for key, one in edition.subindicators.items() if one.indicator == number])
    tools = {
        tool: _mean([numbers[number] for number, one in edition.indicators.items() if one.instrument == tool])
        for tool in edition.instruments
    }
    used = {tool: Fraction(_printed(value)) if rounds_first else value for tool, value in tools.items()}
    shares = {tool: used[tool] * Fraction(weight) / 100 for tool, weight in edition.weights.items()}
    stated = {
        "total": _printed(sum(shares.values(), Fraction(0))),
        "instruments": {key: _printed(value) for key, value in tools.items()},
        "indicators": {key: _printed(value) for key, value in numbers.items() if int(key) not in left_out},
        "subindicators": {key: _printed(value) for key, value in subs.items()},
        "weighted": {key: _printed(value) for key, value in shares.items()},
        "items": {key: {"score": str(int(value))} for key, value in scored.items()},
    }
    assert find_conflicts(make_scores(**{key: value for key, value in stated.items() if key in groups}), edition) == ()
