"""Published figures against what they follow from, within what rounding allows."""

import pytest

from unit.makers import check_files, codes_of, only

TEN = {
    1: "90.00",
    2: "90.00",
    3: "90.00",
    4: "90.00",
    5: "90.00",
    6: "80.00",
    7: "80.00",
    8: "80.00",
    9: "50.26",
    10: "18.75",
}


def year(extra="", **changed):
    """The scores of 2564 with ten indicators, some changed, and further lines."""
    figures = {**TEN, **{int(key.removeprefix("i")): value for key, value in changed.items()}}
    lines = "".join(f"  {number}: {value}\n" for number, value in figures.items() if value)
    return {"data/2564/scores.yml": f"fiscal_year: 2564\nindicators:\n{lines}{extra}"}


@pytest.mark.parametrize(
    ("tool", "score", "codes"),
    [
        ("OIT", "34.51", []),  # 34.505, rounded half-up
        ("OIT", "34.50", []),  # rounded down: rounding can explain it too
        ("OIT", "34.52", ["instrument-differs"]),
        ("IIT", "90.00", []),
        ("IIT", "90.02", ["instrument-differs"]),
        ("EIT", "80", []),
    ],
)
def test_an_instrument_is_the_mean_of_its_indicators(tmp_path, tool, score, codes):
    """Only a score that no rounding of its indicators explains is flagged."""
    assert codes_of(check_files(tmp_path, year(f"instruments: {{{tool}: {score}}}\n"))) == codes


@pytest.mark.parametrize(
    ("stated", "codes"),
    [
        ("weighted: {IIT: 27.00, EIT: 24.00, OIT: 13.80}", []),  # 34.505 × 40 % is 13.802
        ("weighted: {IIT: 27, EIT: 24, OIT: 13.8}", []),
        ("weighted: {IIT: 27.10}", ["weighted-points-differ"]),
        ("instruments: {IIT: 88.10}\nweighted: {IIT: 26.43}", ["instrument-differs"]),  # the published score counts
        ("total: 64.80\nweighted: {IIT: 27.00, EIT: 24.00, OIT: 13.80}", []),
        ("total: 64.81\nweighted: {IIT: 27.00, EIT: 24.00, OIT: 13.80}", []),  # within what rounding hides
        (
            "total: 64.80\nweighted: {IIT: 27.00, EIT: 24.00, OIT: 13.70}",
            ["weighted-points-differ"],  # the total follows from the other points and the indicators
        ),
        ("total: 64.80\nweighted: {IIT: 27.00, EIT: 24.00}", []),  # one is not printed: no sum
    ],
)
def test_weighted_points_are_scores_times_weights_and_make_the_total(tmp_path, stated, codes):
    """Only what no rounding explains is flagged, of each instrument and of their sum."""
    assert sorted(codes_of(check_files(tmp_path, year(f"{stated}\n")))) == codes


@pytest.mark.parametrize(("score", "codes"), [("72.00", []), ("92.00", []), ("71.90", ["figure-out-of-reach"])])
def test_an_unknown_indicator_leaves_a_range_for_its_instrument(tmp_path, score, codes):
    """Four indicators of 90 and one from 0 to 100 make 72 to 92; only what is outside is flagged."""
    assert codes_of(check_files(tmp_path, year(f"instruments: {{IIT: {score}}}\n", i3=""))) == codes


@pytest.mark.parametrize("listed", ["8: 87.50", "1: 92.00, 6: 84.70, 8: 87.50"])
def test_an_instrument_whose_indicators_are_not_all_known_is_not_judged(tmp_path, listed):
    """Of FY2568 only some indicators are known to be of an instrument; the mean of those is not its score."""
    scores = f"fiscal_year: 2568\ninstruments: {{EIT: 86.50}}\nindicators: {{{listed}}}\n"
    found = check_files(tmp_path, {"data/2568/scores.yml": scores})
    assert "instrument-differs" not in codes_of(found)


@pytest.mark.parametrize(("score", "codes"), [("97.78", []), ("97.8", []), ("97.77", ["indicator-differs"])])
def test_an_indicator_follows_from_its_items(tmp_path, score, codes):
    """With O2 at 0 and all others at 100, indicator 9 is 97.78; a figure of fewer decimals may hide the rest."""
    items = "items: {O2: {score: 0}}\nitems_not_listed: {score: 100, basis: stated, because: สมมติ}\n"
    found = check_files(tmp_path, year(items, i9=score, i10="100.00"))
    assert [one.code for one in found if one.code != "decimals-dropped"] == codes


def test_a_total_that_is_the_plain_mean_is_said_to_be_it(tmp_path):
    """The ten indicators have the plain mean 75.90, which is far from the weighted total."""
    found = check_files(tmp_path, year("total: 75.90\n"))
    assert only(found, "total-is-plain-mean").values["which"] == ""


def test_a_weighted_total_is_not_called_a_plain_mean(tmp_path):
    """64.80 follows from the weights, whatever else it may equal."""
    assert codes_of(check_files(tmp_path, year("total: 64.80\n"))) == []


def test_two_statements_of_the_indicators_give_two_totals(tmp_path):
    """Each statement is computed by itself, and neither wins."""
    again = "{value: 90.00, also_stated: [{value: 80.00, at: หน้า 2}]}"
    found = check_files(tmp_path, year("", i1=again))
    assert codes_of(found) == ["stated-twice-differently", "total-by-other-figures"]
    assert (found[1].values["first"], found[1].values["other"]) == ("64.80", "64.20")


LISTS = (
    "fiscal_year: 2564\nstrengths: [{text: ก, rules: [{above: 80}]}]\nweaknesses: [{text: ข, rules: [{below: %s}]}]\n"
)


@pytest.mark.parametrize(("bound", "gaps"), [("80", 3), ("70", 0)])
def test_a_score_on_the_bound_is_in_neither_list(tmp_path, bound, gaps):
    """Three indicators have exactly 80: above 80 and below 80 both leave them out; other bounds claim nothing."""
    found = check_files(tmp_path, {**year(), "data/2564/analysis.yml": LISTS % bound})
    assert codes_of(found).count("threshold-gap") == gaps


def test_the_places_are_those_of_the_figures(tmp_path):
    """A wrong instrument is flagged where it is written."""
    found = only(check_files(tmp_path, year("instruments:\n  IIT: 10.00\n")), "instrument-differs")
    assert (found.where.file, found.where.line, found.values["computed"]) == ("data/2564/scores.yml", 14, "90.00")
