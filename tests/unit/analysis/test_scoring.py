"""The chain from items to the total, exactly and along every order of rounding."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.analysis.scoring import Computed, compute_scores, compute_year, mean, rounded, stated_or_none
from prongsai.model.edition_facts import AT_THE_END
from unit.makers import PATHS, THREE_INDICATORS, TOOLS, make_edition, make_scores

fractions = st.fractions(min_value=0, max_value=100, max_denominator=10_000)
cents = st.integers(min_value=0, max_value=10_000).map(lambda n: Decimal(n).scaleb(-2))
SUBS = {"3.1": {"name": "ก", "indicator": "3"}, "3.2": {"name": "ข", "indicator": "3"}}
ITEMS = {
    "O1": {"subindicator": "3.1"},
    "O2": {"subindicator": "3.1"},
    "O3": {"subindicator": "3.2"},
}


@given(st.decimals(min_value=0, max_value=100, places=6))
def test_rounding_agrees_with_decimal_arithmetic(value):
    """A fraction rounds as `decimal` rounds the same number half-up."""
    assert rounded(Fraction(value)) == value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


@given(fractions)
def test_rounding_is_half_up_exactly(value):
    """The part rounded away is between less than half a cent down and just half a cent up, thirds included."""
    assert -Fraction(1, 200) < Fraction(rounded(value)) - value <= Fraction(1, 200)


@given(st.integers(min_value=0, max_value=9_999))
def test_a_half_cent_rounds_up(number):
    """Exactly half a cent always goes up, and anything below it goes down."""
    half = Fraction(2 * number + 1, 200)
    assert rounded(half) == Decimal(number + 1).scaleb(-2)
    assert rounded(half - Fraction(1, 10**9)) == Decimal(number).scaleb(-2)


def test_a_rounded_score_has_two_decimals():
    """A whole number is still shown with two places."""
    assert str(rounded(Fraction(85))) == "85.00"


@given(st.lists(fractions, min_size=1, max_size=12))
def test_a_mean_is_exact_and_is_between(values):
    """The mean times the count is the sum, without any rounding."""
    middle = mean(values)
    assert middle * len(values) == sum(values)
    assert min(values) <= middle <= max(values)


def test_there_is_no_mean_of_nothing():
    """Nothing has no mean, rather than zero."""
    assert mean([]) is None


def test_items_give_subindicators_and_those_give_the_indicator():
    """An indicator is the mean of its sub-indicators, not of its items: 50 and 100 give 75, not 66.67."""
    edition = make_edition(subindicators=SUBS, items=ITEMS)
    computed = compute_scores(
        make_scores(items={"O1": {"score": "0"}, "O2": {"score": "100"}, "O3": {"score": "100"}}), edition
    )
    assert computed.subindicators == {"3.1": 50, "3.2": 100}
    assert computed.indicators == {"3": 75}
    assert computed.exact_instruments == {"OIT": 75}


def test_items_that_are_not_listed_take_the_score_said_of_them():
    """Items that the document does not list have the score given for all others, marked as inferred."""
    edition = make_edition(subindicators=SUBS, items=ITEMS)
    others = {"score": "100", "basis": "inferred", "because": "คะแนนรวมลงตัว"}
    computed = compute_scores(
        make_scores(items={"O1": {"score": "0", "reasons": ["ไม่พบ"]}}, items_not_listed=others), edition
    )
    assert [(code, item.score, item.basis) for code, item in computed.items.items()] == [
        ("O1", 0, "stated"),
        ("O2", 100, "inferred"),
        ("O3", 100, "inferred"),
    ]
    assert computed.items["O1"].reasons == ("ไม่พบ",)
    assert computed.indicators == {"3": 75}


@pytest.mark.parametrize("missing", [{}, {"O2": {"score": "เอกสารไม่ได้ระบุ"}}, {"O2": {"score": {"printed": "-๑"}}}])
def test_one_item_without_a_score_leaves_its_subindicator_open(missing):
    """A sub-indicator is computed only when every item of it has a score; nothing is taken for zero."""
    edition = make_edition(subindicators=SUBS, items=ITEMS)
    items = {"O1": {"score": "0"}, "O3": {"score": "100"}, **missing}
    computed = compute_scores(make_scores(items=items), edition)
    assert computed.subindicators == {"3.2": 100}
    assert computed.indicators == {}
    assert computed.exact_instruments == {}


def test_an_item_that_an_incomplete_edition_does_not_list_is_kept():
    """An item that a document states is shown also where the edition knows only some of its items."""
    edition = make_edition(items={"O3": {}})
    computed = compute_scores(make_scores(items={"O10": {"score": "0"}, "O2": {"score": "100"}}), edition)
    assert list(computed.items) == ["O2", "O10"]
    assert computed.items["O10"].score == 0


def test_the_published_indicator_counts_where_the_items_disagree():
    """Instruments are computed from the published indicator unless the items give just that figure."""
    edition = make_edition(subindicators=SUBS, items=ITEMS)
    items = {code: {"score": "100"} for code in ITEMS}
    assert compute_scores(make_scores(items=items, indicators={"3": "90"}), edition).exact_instruments == {"OIT": 90}


def test_exact_items_are_behind_a_rounded_indicator():
    """The exact value is used on where the items give the published figure: 66.666… and not 66.67."""
    edition = make_edition(
        subindicators={"3.1": SUBS["3.1"]},
        items={"O1": {"subindicator": "3.1"}, "O2": {"subindicator": "3.1"}, "O3": {"subindicator": "3.1"}},
    )
    items = {"O1": {"score": "0"}, "O2": {"score": "100"}, "O3": {"score": "100"}}
    computed = compute_scores(make_scores(items=items, indicators={"3": "66.67"}), edition)
    assert computed.exact_instruments == {"OIT": Fraction(200, 3)}


def test_an_instrument_needs_all_its_indicators():
    """With one of two indicators unknown there is no instrument, and so no total."""
    indicators = {**THREE_INDICATORS, "4": {"name": "สี่", "instrument": "IIT"}}
    computed = compute_scores(
        make_scores(indicators={"1": "80", "2": "70", "3": "60"}), make_edition(indicators=indicators)
    )
    assert computed.exact_instruments == {"EIT": 70, "OIT": 60}
    assert computed.total is None
    assert computed.level.name is None


PARTING = {"1": "50.15", "2": "50.15", "3": "50.40"}
# Three indicators under IIT make thirds, which no order of rounding shows exactly.
THIRDS = {
    "1": {"name": "ก", "instrument": "IIT"},
    "2": {"name": "ข", "instrument": "IIT"},
    "3": {"name": "ค", "instrument": "IIT"},
    "4": {"name": "ง", "instrument": "EIT"},
    "5": {"name": "จ", "instrument": "OIT"},
}


@pytest.mark.parametrize(
    ("rounds", "expected"),
    [([], "50.25"), (["instruments"], "50.25"), (["weighted"], "50.26"), (["instruments", "weighted"], "50.26")],
)
def test_every_order_of_rounding_is_followed(rounds, expected):
    """15.045 + 15.045 + 20.16 is 50.25 when rounded at the end, but 15.05 + 15.05 + 20.16 is 50.26."""
    edition = make_edition(rounding_paths=[{"key": "p", "name": "ทาง", "rounds": rounds}])
    assert compute_scores(make_scores(indicators=PARTING), edition).total == Decimal(expected)


@pytest.mark.parametrize(("rounds", "expected"), [([], "77.84"), (["instruments"], "77.85")])
def test_rounding_the_instruments_first_can_move_the_total(rounds, expected):
    """An OIT of 64.295… weighs 25.718 but, rounded to 64.30 first, 25.72: the total moves by a cent."""
    edition = make_edition(rounding_paths=[{"key": "p", "name": "ทาง", "rounds": rounds}])
    indicators = {"1": "96.618", "2": "77.126667", "3": "64.295635"}
    assert compute_scores(make_scores(indicators=indicators), edition).total == Decimal(expected)


@given(st.tuples(*[cents] * 5))
def test_the_paths_differ_only_where_they_round(values):
    """Each path is the weighted sum, rounded just where it says."""
    edition = make_edition(indicators=THIRDS)
    computed = compute_scores(make_scores(indicators={str(n + 1): str(v) for n, v in enumerate(values)}), edition)
    exact = {"IIT": sum(map(Fraction, values[:3])) / 3, "EIT": Fraction(values[3]), "OIT": Fraction(values[4])}
    weights = {"IIT": Fraction(3, 10), "EIT": Fraction(3, 10), "OIT": Fraction(4, 10)}
    by_key = {found.path.key: found.total for found in computed.paths}
    assert by_key["end"] == rounded(sum(exact[tool] * weights[tool] for tool in exact))
    assert by_key["tools"] == rounded(sum(Fraction(rounded(exact[tool])) * weights[tool] for tool in exact))
    assert by_key["weighted"] == sum(rounded(exact[tool] * weights[tool]) for tool in exact)
    assert computed.instruments == {tool: rounded(value) for tool, value in exact.items()}


@pytest.mark.parametrize(
    ("published", "path", "reproduces"), [("50.25", "end", True), ("50.26", "weighted", True), ("50.30", "end", False)]
)
def test_the_first_path_that_gives_the_published_total_is_shown(published, path, reproduces):
    """Of the paths that reproduce the total the first counts; where none does, the first of all."""
    computed = compute_scores(make_scores(indicators=PARTING, total=published), make_edition())
    assert computed.path is not None
    assert (computed.path.key, computed.reproduces) == (path, reproduces)
    assert computed.total == next(found.total for found in computed.paths if found.path.key == path)


def test_without_a_published_total_nothing_is_reproduced():
    """The first path is shown, and nothing is said to agree."""
    computed = compute_scores(make_scores(indicators=PARTING), make_edition())
    assert computed.path is not None
    assert (computed.path.key, computed.reproduces) == (PATHS[0]["key"], False)


def test_without_weights_there_is_no_total():
    """Instruments are computed but no total where the weights of a year are not verified."""
    tools = {code: {"name": tool["name"]} for code, tool in TOOLS.items()}
    computed = compute_scores(make_scores(indicators=PARTING), make_edition(instruments=tools))
    assert computed.instruments == {"IIT": Decimal("50.15"), "EIT": Decimal("50.15"), "OIT": Decimal("50.40")}
    assert computed.total is None


def test_with_one_weight_missing_there_is_no_total():
    """A sum of only some weights would be no total."""
    tools = {**TOOLS, "OIT": {"name": "เปิดเผย"}}
    assert compute_scores(make_scores(indicators=PARTING), make_edition(instruments=tools)).total is None


def test_where_no_order_of_rounding_is_stated_the_total_alone_is_rounded():
    """Weights are enough for a total; without them neither instruments nor a total are shown."""
    usual, bare = (make_edition(rounding_paths=paths) for paths in (PATHS[:1], []))
    computed = compute_scores(make_scores(indicators=PARTING), bare)
    assert (computed.total, computed.path) == (compute_scores(make_scores(indicators=PARTING), usual).total, AT_THE_END)
    unweighed = make_edition(rounding_paths=[], instruments={key: {"name": "ก"} for key in TOOLS})
    computed = compute_scores(make_scores(indicators=PARTING), unweighed)
    assert (computed.instruments, computed.total, computed.path) == ({}, None, None)


def test_an_edition_that_knows_nothing_computes_nothing():
    """Without instruments there is nothing to weigh, not even a total of zero."""
    edition = make_edition(instruments={}, indicators={})
    computed = compute_scores(make_scores(indicators=PARTING), edition)
    assert (computed.total, computed.level.name) == (None, None)


def test_a_year_without_scores_has_empty_results():
    """Nothing is computed where nothing is stated."""
    assert compute_year(None, make_edition()) == Computed()
    assert compute_year(make_scores(), make_edition()).total is None


def test_a_published_figure_is_found_or_none():
    """A figure is known, absent, only printed, or not there at all."""
    scores = make_scores(indicators={"1": "80", "2": "ช่องว่าง", "3": {"printed": "แปดสิบ"}})
    assert [stated_or_none(scores, "indicators", key) for key in "1234"] == [Decimal(80), None, None, None]
    assert stated_or_none(None, "indicators", "1") is None
