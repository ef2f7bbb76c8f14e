"""Short names are explained as the year's edition allows, and figures that differ are explained in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.model.agency import Agency, SiteOptions
from prongsai.model.site import FiscalYear, Site
from prongsai.views.assessment import explain_instruments, explain_level, explain_result
from prongsai.views.scores.causes import word_bounds
from prongsai.views.scores.differences import BY_ROUNDING, NOT_BY_ROUNDING, word_difference, word_total_difference
from prongsai.views.speech import Speech
from unit.makers import YEARS, make_edition, make_scores, shipped_edition

ARABIC = Speech("arabic")
HUNDRED_EACH = {"1": "90.00", "2": "80.00", "3": "70.00"}  # 27 + 24 + 28 = 79


def result_of(edition=None, **scores):
    """The result of one year."""
    year = FiscalYear(2564, edition or make_edition(), scores=make_scores(**scores))
    return analyse_site(Site(Agency(), SiteOptions(title="x"), {}, (year,))).years[2564]


@pytest.mark.parametrize("year", YEARS)
def test_every_edition_has_its_names_explained(year):
    """Two plain lines for each instrument and for the level, whatever the edition itself knows."""
    edition = shipped_edition(year)
    found = [*explain_instruments(edition), explain_level(edition, None, ARABIC)]
    assert [one.name for one in found] == ["IIT", "EIT", "OIT", "ระดับ"]
    assert all(len(one.lines) == 2 and all(one.lines) for one in found)


def test_all_names_of_a_result_are_explained():
    """ITA, the three instruments and the level."""
    found = explain_result(FiscalYear(2564, shipped_edition(2564)), ARABIC)
    assert [one.name for one in found] == ["ITA", "IIT", "EIT", "OIT", "ระดับ"]


@pytest.mark.parametrize(
    ("year", "level", "means"),
    [
        (2564, "AA", "ระดับ AA ตามเกณฑ์ที่เว็บไซต์นี้ใช้ คือคะแนนรวมตั้งแต่ 95.00 คะแนน"),
        (2564, "B", "ระดับ B ตามเกณฑ์ที่เว็บไซต์นี้ใช้ คือคะแนนรวมตั้งแต่ 75.00 คะแนน แต่ไม่ถึง 85.00 คะแนน"),
        (2564, "E", "แหล่งข้อมูลระบุเกณฑ์ของระดับ E ไว้ไม่ตรงกัน"),
        (
            2567,
            "ผ่านดี",
            "ระดับ ผ่านดี ตามเกณฑ์ที่เว็บไซต์นี้ใช้ คือคะแนนรวมตั้งแต่ 85.00 คะแนน และทุกเครื่องมือได้ตั้งแต่ 85.00 คะแนน",
        ),
        (
            2567,
            "ผ่าน",
            "ระดับ ผ่าน ตามเกณฑ์ที่เว็บไซต์นี้ใช้ คือคะแนนรวมตั้งแต่ 85.00 คะแนน แต่มีบางเครื่องมือต่ำกว่า 85.00 คะแนน",
        ),
        (2567, "ดีมาก", "เกณฑ์ของแต่ละระดับอยู่ในหน้าหลักเกณฑ์ของปีงบประมาณ พ.ศ. 2567"),
    ],
)
def test_a_level_means_what_the_year_says(year, level, means):
    """Its bounds by that year's scale; a conflict of sources and a foreign word are not decided."""
    assert explain_level(shipped_edition(year), level, ARABIC).lines[1] == means


def test_a_year_without_a_verified_scale_says_so():
    """No level is explained by the scale of another year."""
    assert explain_level(make_edition(), "B", ARABIC).lines[1].startswith("เว็บไซต์นี้ยังไม่มีเกณฑ์ระดับ")


def test_what_agrees_is_not_spoken_of():
    """The published total, instruments and level as computed: not a word."""
    result = result_of(total="79.00", indicators=HUNDRED_EACH)
    assert result.computed.total == Decimal("79.00")
    assert word_difference(result, ARABIC) == ()
    assert word_total_difference(result, ARABIC) == ""


@pytest.mark.parametrize(("total", "why"), [("79.01", BY_ROUNDING), ("80.50", NOT_BY_ROUNDING)])
def test_a_total_that_differs_is_reported_with_its_distance(total, why):
    """Both figures, by how much, and whether rounding can be the reason; no other reason is guessed."""
    found = word_difference(result_of(total=total, indicators=HUNDRED_EACH), ARABIC)
    apart = Decimal(total) - Decimal(79)
    assert found[0].startswith(f"เอกสารระบุคะแนนรวม {total} คะแนน แต่เมื่อคำนวณทวน")
    assert found[0].endswith(f"ได้ 79.00 คะแนน ตัวเลขในเอกสารสูงกว่า {apart} คะแนน")
    assert found[1:] == (why,)


@pytest.mark.parametrize(
    ("stated", "sentence"),
    [
        ({"total": "80.00"}, "คะแนนรวมตามเอกสารเท่ากับค่าเฉลี่ยธรรมดาของคะแนนตัวชี้วัด 3 รายการ โดยไม่ได้ถ่วงน้ำหนักเครื่องมือ"),
        ({"total": "97.00"}, "ตัวเลขในเอกสารตรงกันเมื่อคะแนนรวมเป็น 79.00 ซึ่งมีตัวเลขสองหลักสลับกัน"),
        (
            {"total": "79.00", "instruments": {"IIT": "90.00", "EIT": "70.00", "OIT": "80.00"}},
            "ตัวเลขในเอกสารตรงกันเมื่อสลับคะแนนเครื่องมือ EIT กับคะแนนเครื่องมือ OIT",
        ),
        (
            {"total": "79.00", "instruments": {"IIT": "27.00", "EIT": "24.00", "OIT": "28.00"}},
            "ตัวเลขในเอกสารตรงกันเมื่ออ่านคะแนนเครื่องมือ IIT, EIT, OIT เป็นคะแนนที่ถ่วงน้ำหนักแล้ว",
        ),
    ],
)
def test_a_slip_that_is_seen_is_named_instead_of_no_cause(stated, sentence):
    """Page and banner name the slip, and nothing says that the figures tell no cause."""
    result = result_of(indicators=HUNDRED_EACH, **stated)
    found = word_difference(result, ARABIC)
    assert found[-1] == sentence
    assert NOT_BY_ROUNDING not in found
    if "instruments" not in stated:
        assert word_total_difference(result, ARABIC).endswith(sentence)


@pytest.mark.parametrize(
    ("year", "stated", "sentence"),
    [
        (
            2568,
            {"total": "99.15"},
            "คะแนนรวมตามเอกสารคือ 99.15 แต่คะแนนเครื่องมือ IIT, EIT, OIT ให้อยู่ระหว่าง 88.20 ถึง 96.60 คะแนน",
        ),
        (2568, {"total": "90.15"}, ""),
    ],
)
def test_a_total_without_weights_is_compared_with_its_bounds(year, stated, sentence):
    """Page and banner say in which range a total must be that is not computed, and the page gives the range."""
    tools = {"IIT": "90.10", "EIT": "88.20", "OIT": "96.60"}
    result = result_of(shipped_edition(year), instruments=tools, **stated)
    assert " ".join(word_difference(result, ARABIC)) == sentence
    assert word_total_difference(result, ARABIC) == sentence
    reason = "น้ำหนักของเครื่องมือในปีนี้ยังไม่มีเอกสารยืนยัน"
    assert word_bounds(result, ARABIC) == f"{reason} คะแนนย่อยที่มีบอกได้เพียงว่าคะแนนรวมอยู่ระหว่าง 88.20 ถึง 96.60 คะแนน"


def test_an_instrument_that_differs_is_named():
    """An instrument that differs is named with both figures."""
    found = word_difference(result_of(total="79.00", instruments={"IIT": "89"}, indicators=HUNDRED_EACH), ARABIC)
    assert found == ("คะแนน IIT: เอกสารระบุ 89.00 คะแนน คำนวณทวนได้ 90.00 คะแนน ตัวเลขในเอกสารต่ำกว่า 1.00 คะแนน",)


def test_a_level_that_differs_from_its_own_scale_is_reported():
    """The stated level next to the one that the scale gives for the stated total."""
    levels = [{"name": "A", "total_from": "75"}, {"name": "B", "total_from": "0"}]
    found = word_difference(
        result_of(make_edition(levels=levels), total="79.00", level="B", indicators=HUNDRED_EACH), ARABIC
    )
    assert found == ("เอกสารระบุระดับ B แต่เกณฑ์ของปีนั้นที่เว็บไซต์นี้ใช้ให้คะแนนรวมตามเอกสารอยู่ในระดับ A",)
