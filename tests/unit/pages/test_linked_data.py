"""Statements of pages on the agency and the data in the words of schema.org: only what is stated."""

from __future__ import annotations

import json

from prongsai.model.agency import Agency
from prongsai.model.catalogue import OpenData
from prongsai.pages.head import render_agency, render_dataset
from prongsai.views.open_data.dataset import Dataset

NASTY = "</script><script>alert(1)</script>&<!--\u2028"


def agency(**fields) -> Agency:
    """An agency with a name and some fields."""
    return Agency.model_validate({"name": "เทศบาลตำบลทดสอบ", **fields})


def test_an_agency_says_only_what_its_file_says():
    """A name alone makes no address and no telephone number."""
    found = json.loads(render_agency(agency()))
    assert found == {"@context": "https://schema.org", "@type": "GovernmentOrganization", "name": "เทศบาลตำบลทดสอบ"}


def test_an_agency_without_a_name_says_nothing():
    """Facts that a document does not state are not described."""
    assert render_agency(Agency.model_validate({"name": "เอกสารไม่ได้ระบุ", "province": "ทดสอบ"})) == ""


def test_place_website_and_channels_are_those_of_the_file():
    """Each is under its term; a channel of another kind is none of them."""
    channels = [{"kind": "phone", "value": "0-2000-0000"}, {"kind": "line", "value": "@example"}]
    stated = agency(district="เมือง", main_website="https://www.example.go.th/", channels=channels)
    found = json.loads(render_agency(stated))
    assert found["address"] == {"@type": "PostalAddress", "addressLocality": "เมือง", "addressCountry": "TH"}
    assert (found["url"], found["telephone"]) == ("https://www.example.go.th/", ["0-2000-0000"])
    assert "email" not in found


def test_no_text_ends_the_block():
    """Signs of markup and of line ends are written as escapes, and read back as they were."""
    text = render_agency(agency(address=NASTY))
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text)["address"]["streetAddress"] == NASTY


def dataset(*, is_official: bool, site_url: str = "", **said: str) -> Dataset:
    """A dataset of three years."""
    owner = "เทศบาลตำบลทดสอบ" if is_official else None
    facts = ("ชุดข้อมูล", "เรื่องของข้อมูล", "เทศบาลตำบลทดสอบ", owner, (2564, 2565, 2566), ())
    return Dataset(*facts, OpenData.model_validate(said), is_official, site_url)


def test_only_the_agency_itself_is_a_publisher():
    """A site made from documents is not published by the agency that it is about."""
    own, other = (json.loads(render_dataset(dataset(is_official=one), agency(), ())) for one in (True, False))
    assert own["publisher"]["name"] == "เทศบาลตำบลทดสอบ"
    assert not {"publisher", "creator", "license"} & other.keys()


def test_a_licence_is_the_one_that_is_stated():
    """No address of a licence, no licence."""
    stated = dataset(is_official=True, license_url="https://creativecommons.org/licenses/by/4.0/")
    assert json.loads(render_dataset(stated, agency(), ()))["license"] == stated.said.license_url


def test_years_are_said_in_the_common_era():
    """Fiscal year 2564 begins on 1 October 2020, and 2566 ends on 30 September 2023."""
    found = json.loads(render_dataset(dataset(is_official=True), agency(), ()))
    assert found["temporalCoverage"] == "2020-10-01/2023-09-30"


def test_addresses_are_whole_where_that_of_the_site_is_known():
    """Else they are seen from the page of the data, as its links are."""
    near = json.loads(render_dataset(dataset(is_official=True), agency(), ()))["distribution"][0]
    far = json.loads(render_dataset(dataset(is_official=True, site_url="https://x.example/ita/"), agency(), ()))
    assert near["contentUrl"] == "all-tables.xlsx"
    assert far["distribution"][0]["contentUrl"] == "https://x.example/ita/data/all-tables.xlsx"
