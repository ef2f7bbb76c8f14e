"""The agency and its units are called as at the end of a fiscal year, and any of their names means them."""

import pytest

from prongsai.loading.load_site import load_site
from prongsai.model.agency import Agency
from prongsai.model.lifetimes import AgencyName, name_at_end
from prongsai.model.names_in_year import agency_in_year
from prongsai.thai.bounds import parse_bound
from unit.makers import SITE, write_files


@pytest.mark.parametrize(
    ("text", "is_last", "day", "fiscal_year"),
    [
        ("24 สิงหาคม ๒๕๖๓", True, "2563-08-24", None),
        ("24/8/2563", False, "2563-08-24", None),
        ("2563", True, "2563-09-30", 2563),
        ("2563", False, "2562-10-01", 2563),
        ("ปีงบประมาณ พ.ศ. ๒๕๖๓", True, "2563-09-30", 2563),
        ("2020", True, None, None),
        ("สิงหาคม 2563", True, None, None),
    ],
)
def test_a_bound_is_a_day_or_a_fiscal_year(text, is_last, day, fiscal_year):
    """A fiscal year is its first day where something begins, its last where something ends."""
    found = parse_bound(text, is_last=is_last)
    assert (found.day.in_digits() if found else None, found.fiscal_year if found else None) == (day, fiscal_year)


def name(called, **days):
    return AgencyName.model_validate({"name": called, **days})


@pytest.mark.parametrize(
    ("names", "by_year"),
    [
        ([name("ก", to="24 สิงหาคม 2563")], {2562: "ก", 2563: None, 2564: None}),
        ([name("ก", to="30 กันยายน 2563")], {2563: "ก", 2564: None}),
        ([name("ก", to="2563")], {2563: "ก", 2564: None}),
        ([name("ก", to="1 ตุลาคม 2563")], {2563: "ก", 2564: None}),
        ([name("ข", to="2565"), name("ก", to="2563")], {2563: "ก", 2564: "ข", 2565: "ข", 2566: None}),
        ([name("ก"), name("ข", **{"from": "2564", "to": "2565"})], {2563: None, 2564: "ข", 2566: None}),
        ([name("ก", **{"from": "2550"}), name("ข", **{"from": "2564", "to": "2565"})], {2563: "ก", 2565: "ข"}),
        ([name("ก", **{"from": "2550"})], {2560: None}),
        ([name("ก")], {2560: None}),
    ],
)
def test_the_name_of_a_year_is_that_of_its_last_day(names, by_year):
    """None is the present one; a name without a last day ends before the next begins, or is of no year at all."""
    found = {year: name_at_end(names, year) for year in by_year}
    assert {year: one.name if one else None for year, one in found.items()} == by_year


def test_what_else_was_different_goes_with_the_name():
    """The kind that the former name begins with, its district and province; what is not stated is as today."""
    agency = Agency.model_validate(
        {
            "name": "เทศบาลตำบลดี",
            "type": "เทศบาลตำบล",
            "district": "เมือง",
            "province": "ใหม่",
            "names": [{"name": "องค์การบริหารส่วนตำบลดี", "to": "2563", "province": "เก่า"}],
        }
    )
    then = agency_in_year(agency, 2563)
    assert (then.name, then.type, then.district, then.province) == (
        *("องค์การบริหารส่วนตำบลดี", "องค์การบริหารส่วนตำบล", "เมือง", "เก่า"),
    )
    assert agency_in_year(agency, 2564) is agency


UNITS = """name: เทศบาลตำบลทดสอบ
units:
  old: {name: กองคลัง, to: 2563, successor: [new]}
  new: {name: กองคลัง, from: 2564}
  plan: {name: กองแผน, aliases: [แผน], names: [{name: กองวิชาการ, to: 2564, aliases: [วิชาการ]}, งานนโยบาย]}
"""
BY_YEAR = {
    "กองคลัง": ("old", "new", "new"),
    "กองแผน": ("plan", "plan", "plan"),
    "แผน": ("plan", "plan", "plan"),
    "กองวิชาการ": ("plan", "plan", "plan"),
    "วิชาการ": ("plan", "plan", "plan"),
    "งานนโยบาย": ("plan", "plan", "plan"),
    "old": ("old", "old", "old"),
    "กองอื่น": (None, None, None),
}


def test_any_name_means_its_unit_and_the_same_name_that_of_its_year(tmp_path):
    """Ids, names and aliases of today and of the past; of two units with one name the one of the year."""
    site = load_site(write_files(tmp_path, {**SITE, "site_config/agency.yml": UNITS})).site
    in_years = [site.in_year(2563), site.in_year(2564), site]
    assert {text: tuple(one.unit_of(text) for one in in_years) for text in BY_YEAR} == BY_YEAR
    assert [one.agency.units["plan"].name for one in in_years] == ["กองวิชาการ", "กองวิชาการ", "กองแผน"]
    assert in_years[0].in_year(2563) is in_years[0]


def test_a_site_without_former_names_is_the_same_in_every_year(tmp_path):
    """Nothing is copied where nothing was called otherwise."""
    site = load_site(write_files(tmp_path, SITE)).site
    assert site.in_year(2563) is site
