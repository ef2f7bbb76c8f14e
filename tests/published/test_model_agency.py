"""The model agency shows what full data look like: nothing is to be said against it."""

from __future__ import annotations

from prongsai.pipeline.check import check_folder
from published.rendered import ROOT


def test_the_model_agency_has_no_error_no_warning_and_no_note():
    """`prongsai check` reports nothing at all."""
    checked = check_folder(ROOT / "examples" / "model")
    assert [year.year for year in checked.results.site.years] == [2564, 2565, 2566, 2567]
    assert [f"{found.where}: {found.code}" for found in checked.problems] == []
