"""The scores of a year for machines: the same keys always, figures as texts with two decimals."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.analysis.results import analyse_site
from prongsai.exports.year_json import export_scores, scores_document
from prongsai.model.agency import Agency, SiteOptions
from prongsai.model.site import FiscalYear, Site
from unit.makers import make_edition, make_scores

EMPTY = {
    "fiscal_year": 2564,
    "published": {
        "total": None,
        "level": None,
        "level_verdict": "unknown",
        "level_by_scale": [],
        "instruments": {"IIT": None, "EIT": None, "OIT": None},
        "indicators": {"1": None, "2": None, "3": None},
    },
    "computed": {
        "total": None,
        "level": None,
        "instruments": {"IIT": None, "EIT": None, "OIT": None},
        "indicators": {"1": None, "2": None, "3": None},
        "subindicators": {},
        "path": None,
    },
    "otherwise": None,
    "items": {},
}


def document_of(scores=None, **edition):
    """The file handed out for a year with these scores."""
    year = FiscalYear(2564, make_edition(**edition), scores=scores)
    return scores_document(analyse_site(Site(Agency(), SiteOptions(title="x"), {}, (year,))).years[2564])


@pytest.mark.parametrize("scores", [None, make_scores(), make_scores(total="เอกสารไม่ได้ระบุ", level="ไม่มี")])
def test_every_key_is_there_when_nothing_is_known(scores):
    """A figure that is not entered, not stated or not there is null alike."""
    assert document_of(scores) == EMPTY


def test_figures_have_two_decimals():
    """Also whole numbers and those with one decimal; as texts, so that no zero is lost."""
    found = document_of(make_scores(total="90", indicators={"1": "90", "2": "80.5", "3": "70.25"}))
    assert found["published"]["total"] == "90.00"
    assert found["published"]["indicators"] == {"1": "90.00", "2": "80.50", "3": "70.25"}


def test_a_value_as_printed_is_no_figure():
    """A figure that a document prints illegibly is null; its page shows it."""
    found = document_of(make_scores(total={"printed": "๘๕.?"}, indicators={"1": {"printed": "x"}}))
    assert found["published"]["total"] is None
    assert found["published"]["indicators"]["1"] is None


def test_fractions_are_rounded_half_up():
    """Two items of three are 66.67, and the indicator above them too."""
    found = document_of(
        make_scores(
            items={"O1": {"score": "100"}, "O2": {"score": "100"}, "O3": {"score": "0", "reasons": ["ก", "ข"]}}
        ),
        subindicators={"3.1": {"name": "ย่อย", "indicator": "3"}},
        items={code: {"subindicator": "3.1"} for code in ("O1", "O2", "O3")},
    )
    assert found["computed"]["subindicators"] == {"3.1": "66.67"}
    assert found["computed"]["indicators"]["3"] == "66.67"
    assert found["items"]["O3"] == {"score": "0.00", "reason": "ก ข", "basis": "stated"}
    assert found["items"]["O1"] == {"score": "100.00", "reason": None, "basis": "stated"}


@given(st.lists(st.decimals(0, 100, places=2), min_size=3, max_size=3))
def test_published_figures_come_out_as_they_went_in(values):
    """No figure with two decimals is changed by being handed out."""
    entered = {str(number): f"{value:.2f}" for number, value in enumerate(values, start=1)}
    assert document_of(make_scores(indicators=entered))["published"]["indicators"] == entered


def test_the_file_is_readable_as_it_is():
    """Thai stays Thai, and the file ends with a line end."""
    year = FiscalYear(2564, make_edition(), scores=make_scores(level="ผ่าน"))
    text = export_scores(analyse_site(Site(Agency(), SiteOptions(title="x"), {}, (year,))).years[2564])
    assert json.loads(text)["published"]["level"] == "ผ่าน"
    assert '"ผ่าน"' in text
    assert text.endswith("}\n")
