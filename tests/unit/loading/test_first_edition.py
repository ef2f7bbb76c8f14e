"""Histories may begin at FY2562: its totals are computed, and nothing is claimed that is not verified."""

from prongsai.pipeline.check import check_folder
from unit.makers import SITE, write_files

TEN = "total: {total}\nlevel: {level}\n"
TEN += "indicators: {{1: 90, 2: 80, 3: 80, 4: 80, 5: 80, 6: 70, 7: 70, 8: 70, 9: 60, 10: 60}}\n"


def found_in(tmp_path, text):
    """The codes of the problems of a site with a result of that year, and the result."""
    files = {**SITE, "data/2562/scores.yml": f"fiscal_year: 2562\n{text}"}
    checked = check_folder(write_files(tmp_path, files))
    return {one.code for one in checked.problems}, checked.results.years[2562]


def test_a_total_of_ten_indicators_is_computed(tmp_path):
    """30, 30 and 40 per cent give 69.60; another total is reported, the right one is not."""
    codes, result = found_in(tmp_path / "right", TEN.format(total="69.60", level="B"))
    assert str(result.computed.total) == "69.60"
    assert not codes & {"edition-missing", "total-outside-interval", "level-differs-from-scale"}
    assert "total-outside-interval" in found_in(tmp_path / "wrong", TEN.format(total="78.00", level="B"))[0]


def test_a_total_alone_begins_a_history(tmp_path):
    """A total without anything else is shown and its level is not checked against the scale of another year."""
    codes, result = found_in(tmp_path, "total: 71.25\nlevel: B\n")
    assert not codes & {"edition-missing", "level-differs-from-scale", "level-unknown"}
    assert not result.level.candidates
