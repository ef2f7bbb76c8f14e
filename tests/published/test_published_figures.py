"""Official facts: what this repository's data and other published documents must give."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from prongsai.analysis.comparison import compare, indicator_values
from prongsai.analysis.interval import total_interval
from prongsai.analysis.printed_comparison import words_of_change
from prongsai.analysis.results import analyse_site
from prongsai.analysis.scoring import compute_scores, rounded
from prongsai.loading.load_site import load_site
from prongsai.pipeline.judge import every_rule
from prongsai.rules import Context, check_by
from published.official_figures import CASES
from unit.makers import make_scores, shipped_edition

ROOT = Path(__file__).resolve().parents[2]
CONTRADICTIONS = {  # of the document of 2564, in its figures, its lists, its names and its references
    "item-called-indicator",
    "item-code-form",
    "item-title-differs",
    "list-differs-from-rule",
    "printed-scale-differs",
    "prose-agency-name",
    "self-reference",
    "stated-twice-differently",
}
ZERO_ITEMS = ["O2", "O8", "O15", "O17", "O18", "O23", "O38", "O42", "O43"]


@pytest.fixture(scope="module")
def loaded():
    """The site of this repository."""
    return load_site(ROOT)


@pytest.fixture(scope="module")
def results(loaded):
    """The results of this repository's data."""
    return analyse_site(loaded.site)


@pytest.fixture(scope="module")
def problems(loaded, results):
    """Everything that the rules find in this repository's data."""
    return check_by(every_rule(), Context(results, loaded.unreadable))


def two_places(figures):
    """Exact figures as they are shown."""
    return {key: str(rounded(Fraction(value))) for key, value in figures.items()}


def test_the_data_of_this_repository_is_read_whole(loaded):
    """Nothing of it is unreadable or unknown."""
    assert loaded.problems == []
    assert [year.year for year in loaded.site.years] == [2563, 2564, 2565]


def test_2564_is_computed_from_items_to_indicators(results):
    """The nine items without score give the sub-indicators and indicators that the document prints."""
    computed = results.years[2564].computed
    assert [code for code, item in computed.items.items() if item.score == 0] == ZERO_ITEMS
    assert len(computed.items) == 43
    assert two_places(computed.subindicators) == {
        "9.1": "77.78",
        "9.2": "75.00",
        "9.3": "71.43",
        "9.4": "100.00",
        "9.5": "100.00",
        "10.1": "87.50",
        "10.2": "0.00",
    }
    assert two_places(computed.indicators) == {"9": "84.84", "10": "43.75"}
    published = indicator_values(results.years[2564].year.scores)
    assert two_places(computed.indicators) == {key: str(published[key]) for key in ("9", "10")}


def test_2564_comes_to_its_total_and_level_by_rounding_the_instruments_first(results):
    """OIT 64.30 and total 77.85, level B; rounding only at the end would give 77.84."""
    computed = results.years[2564].computed
    assert two_places(computed.instruments) == {"IIT": "96.62", "EIT": "77.13", "OIT": "64.30"}
    assert (computed.total, computed.level.name) == (Decimal("77.85"), "B")
    assert computed.path.key == "instruments-rounded-first"
    assert computed.reproduces
    assert {found.path.key: str(found.total) for found in computed.paths} == {
        "rounded-at-the-end": "77.84",
        "instruments-rounded-first": "77.85",
    }


def test_2564_is_flagged_for_what_contradicts_it_and_not_for_its_total(problems):
    """77.85 and level B are right; OIT stated as 43.75 elsewhere and the list of five strengths are not."""
    codes = {found.code for found in problems if found.year == 2564}
    assert codes >= CONTRADICTIONS
    assert codes.isdisjoint({"total-outside-interval", "level-differs-from-scale"})
    [listed] = [found for found in problems if found.code == "list-differs-from-rule"]
    assert listed.values["expected"] == "1, 3, 4, 5, 7, 9"
    [twice] = [found for found in problems if found.code == "stated-twice-differently"]
    assert (twice.values["first"], twice.values["other"]) == ("64.30", "43.75")


def test_2563_does_not_come_to_its_published_total_and_level(results):
    """Published are 64.68 and C; the indicators give 64.66, and the scale gives D."""
    result = results.years[2563]
    computed = result.computed
    assert two_places(computed.instruments) == {"IIT": "97.29", "EIT": "72.23", "OIT": "34.51"}
    assert (result.year.scores.total.value, result.year.scores.level.value) == (Decimal("64.68"), "C")
    assert {str(found.total) for found in computed.paths} == {"64.66"}
    assert not computed.reproduces
    assert (computed.level.name, result.level.name) == ("D", "D")


def test_2563_is_flagged_for_its_total_and_its_level(problems):
    """64.68 is outside what rounding explains, and C does not follow from it."""
    found = {one.code: one for one in problems if one.year == 2563 and one.code != "remark"}
    assert set(found) == {"total-outside-interval", "level-differs-from-scale", "decimals-dropped"}
    total = found["total-outside-interval"].values
    assert (total["published"], total["computed"], total["difference"]) == ("64.68", "64.66", "0.02")
    assert Decimal(total["highest"]) < Decimal("64.68")
    assert found["level-differs-from-scale"].values["expected"] == "D"


def test_every_word_of_change_in_the_document_is_right(results):
    """Indicator 2 fell and the nine others rose, as the document says of 2563 and 2564."""
    now = indicator_values(results.years[2564].year.scores)
    before = indicator_values(results.years[2563].year.scores)
    words = {number: compare(before[number], now[number]).word for number in now}
    assert words == {key: word for key, word, _ in words_of_change(results.years[2564].year.scores.comparison, 2564)}
    assert [number for number, word in words.items() if word == "ลดลง"] == ["2"]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_official_result_is_recomputed_by_the_chain(case):
    """Instruments, exact total, interval and verdict are those of an independent reckoning."""
    edition = shipped_edition(case.year)
    scores = make_scores(
        fiscal_year=str(case.year),
        indicators={str(number): value for number, value in enumerate(case.indicators, start=1)},
        total=case.total,
    )
    computed = compute_scores(scores, edition)
    assert tuple(str(value) for value in computed.instruments.values()) == case.instruments
    exact = sum(computed.exact_instruments[tool] * Fraction(weight) / 100 for tool, weight in edition.weights.items())
    assert f"{float(exact):.4f}" == case.exact_total
    interval = total_interval(scores, computed, edition)
    assert (f"{float(interval.lowest):.4f}", f"{float(interval.highest):.4f}") == case.interval
    assert interval.allows(Decimal(case.total)) is case.is_explained
    assert computed.reproduces is case.is_explained
