"""Change between years and the lists that rules give."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.analysis.comparison import FALLEN, RISEN, SAME, Movement, compare, indicator_values, indicators_by_rules
from prongsai.model.analysis import StatedList
from unit.makers import make_scores

figures = st.integers(min_value=0, max_value=10_000).map(lambda n: Decimal(n).scaleb(-2))
NOW = {"1": Decimal(90), "2": Decimal(70), "3": Decimal(90), "4": Decimal(80)}
BEFORE = {"1": Decimal(80), "2": Decimal(75), "3": Decimal(90)}


def rules(*raw):
    """Rules as a file gives them."""
    return StatedList.model_validate({"text": "รายการ", "rules": list(raw)}).rules


@given(figures, figures)
def test_a_change_is_worded_as_documents_word_it(before, after):
    """More is เพิ่มขึ้น, less is ลดลง, the same is เท่าเดิม."""
    change = compare(before, after)
    assert change is not None
    assert change.difference == after - before
    assert change.word == (RISEN if after > before else FALLEN if after < before else SAME)


def test_the_same_figure_with_other_places_is_no_change():
    """69.2 and 69.20 are the same."""
    assert Movement(Decimal("69.2"), Decimal("69.20")).word == SAME


@pytest.mark.parametrize(("before", "after"), [(None, Decimal(1)), (Decimal(1), None), (None, None)])
def test_there_is_no_change_from_or_to_what_is_not_known(before, after):
    """An unknown figure is not taken for zero."""
    assert compare(before, after) is None


def test_only_known_indicators_are_compared():
    """Figures that are absent or only printed are left out."""
    scores = make_scores(indicators={"1": "80", "2": "เอกสารไม่ได้ระบุ", "3": {"printed": "?"}})
    assert indicator_values(scores) == {"1": Decimal(80)}
    assert indicator_values(None) == {}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (["highest"], ("1", "3")),
        (["lowest"], ("2",)),
        (["risen"], ("1",)),
        (["fallen"], ("2",)),
        ([{"above": "80"}], ("1", "3")),
        ([{"below": "80"}], ("2",)),
        (["risen", {"above": "95"}], ()),
        (["risen", {"above": "85"}], ("1",)),
        ([{"above": "70"}, {"below": "90"}], ("4",)),
    ],
)
def test_a_list_holds_all_that_fulfil_its_rules(raw, expected):
    """Ties belong to the highest together, bounds are not part of above and below, and all rules must hold."""
    assert indicators_by_rules(rules(*raw), NOW, BEFORE) == expected


@pytest.mark.parametrize(
    ("raw", "now", "before"),
    [
        ([], NOW, BEFORE),
        (["without_score"], NOW, BEFORE),
        (["without_score", "lowest"], NOW, BEFORE),
        (["highest"], {}, BEFORE),
        (["risen"], NOW, {}),
        (["fallen", {"above": "80"}], NOW, {}),
    ],
)
def test_a_list_is_not_made_from_what_is_not_known(raw, now, before):
    """Without a rule on indicators, or without the scores that it needs, nothing is said of a list."""
    assert indicators_by_rules(rules(*raw), now, before) is None


def test_bounds_need_no_earlier_year():
    """A list by score alone is given without anything to compare with."""
    assert indicators_by_rules(rules({"below": "80"}), NOW, {}) == ("2",)
