"""The typed scalars: what each reads, and with which code it refuses."""

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from prongsai.model import types
from prongsai.thai.dates import BuddhistDate


def read(kind, raw):
    """A raw value as a typed one."""
    return TypeAdapter(kind).validate_python(raw)


def refusal(kind, raw):
    """The code with which a raw value is refused."""
    with pytest.raises(ValidationError) as refused:
        read(kind, raw)
    [error] = refused.value.errors()
    return error["type"]


@pytest.mark.parametrize(
    ("kind", "raw", "expected"),
    [
        (types.Text, "ข้อความ", "ข้อความ"),
        (types.Texts, "ย่อหน้าเดียว", ("ย่อหน้าเดียว",)),
        (types.Texts, ["หนึ่ง", "สอง"], ("หนึ่ง", "สอง")),
        (types.Score, "0", Decimal(0)),
        (types.Score, "๑๐๐.๐๐", Decimal(100)),
        (types.Count, "๕", 5),
        (types.Count, "9,999,999", 9_999_999),
        (types.Offset, "-1", -1),
        (types.Year, "๒๕๖๔", 2564),
        (types.Year, "64", 2564),
        (types.Day, "๓๑ มีนาคม ๒๕๖๖", BuddhistDate(2566, 3, 31)),
        (types.ItemCode, "๐๔๒", "O42"),
        (types.QuestionCode, "E๑", "e1"),
        (types.Ident, "analysis-2564", "analysis-2564"),
        (types.Key, "๙.๑", "9.1"),
        (types.Link, "https://www.example.go.th/แผน?x=1#y", "https://www.example.go.th/แผน?x=1#y"),
        (types.Link, "HTTP://EXAMPLE.go.th", "HTTP://EXAMPLE.go.th"),
        (types.Flag, "true", True),
        (types.Flag, "False", False),
        (types.Flag, True, True),
    ],
)
def test_a_right_value_is_read(kind, raw, expected):
    """Thai and Arabic digits, printed spellings and both cases are read as one value."""
    assert read(kind, raw) == expected


NO_SITES = (
    "https://a.go.th/?page=1",
    "https://a.go.th/#top",
    "https://a.go.th/?",
    "https://a:b@a.go.th/",
    "https://a.go.th/a//b/",
    "https://a.go.th/../b/",
    "https://a'b.go.th/",
    "https://a.go.th/a'onclick=b",
    "https://-a.go.th/",
)


@pytest.mark.parametrize(
    ("kind", "raw", "code"),
    [
        (types.Text, "", "empty-text"),
        (types.Text, None, "empty-text"),
        (types.Text, ["ก"], "not-a-text"),
        (types.Score, "สิบ", "not-a-number"),
        (types.Score, "100.01", "score-out-of-range"),
        (types.Score, "-1", "score-out-of-range"),
        (types.Score, "9770", "score-out-of-range"),
        (types.Score, "97.70%", "not-a-number"),
        (types.Count, "1.5", "not-a-count"),
        (types.Count, "-1", "not-a-count"),
        (types.Count, "10000000", "not-a-count"),
        (types.Offset, "6", "not-a-count"),
        (types.Offset, "x", "not-a-count"),
        (types.Year, "2023", "year-common-era"),
        (types.Year, "๒๐๒๓", "year-common-era"),
        (types.Year, "12", "not-a-year"),
        (types.Year, "ปีหน้า", "not-a-year"),
        (types.Day, "31 กุมภาพันธ์ 2566", "day-not-in-month"),
        (types.Day, "31 มีนาคม 2023", "year-common-era"),
        (types.ItemCode, "10", "item-code-ambiguous"),
        (types.ItemCode, "X2", "not-an-item-code"),
        (types.QuestionCode, "๑๕", "question-code-ambiguous"),
        (types.QuestionCode, "eb", "not-a-question-code"),
        (types.Ident, "M01", "not-an-id"),
        (types.Ident, "มาตรการ", "not-an-id"),
        (types.Ident, "a--b", "not-an-id"),
        (types.Ident, "-a", "not-an-id"),
        (types.Ident, "1a", "not-an-id"),
        (types.Ident, "a/../b", "not-an-id"),
        (types.Ident, "a" * 41, "not-an-id"),
        (types.Ident, "con", "reserved-id"),
        (types.Ident, "lpt9", "reserved-id"),
        (types.Link, "www.example.go.th/plan", "link-without-scheme"),
        (types.Link, "example.go.th:8080/plan", "link-without-scheme"),
        (types.Link, "/plan", "link-without-scheme"),
        (types.Link, "javascript:alert(1)", "link-scheme-not-allowed"),
        (types.Link, "data:text/html,x", "link-scheme-not-allowed"),
        (types.Link, "https://", "not-a-link"),
        (types.Link, "https://[::1", "not-a-link"),
        (types.Link, "https://a.go.th/a b", "link-needs-coding"),
        (types.Link, 'https://a.go.th/"><script>', "link-needs-coding"),
        (types.Link, "https://a b.go.th/", "not-a-link"),
        (types.Link, "#", "link-is-place-holder"),
        (types.SiteAddress, "www.example.go.th/ita/", "link-without-scheme"),
        (types.SiteAddress, "ftp://example.go.th/", "link-scheme-not-allowed"),
        (types.SiteAddress, "http://[", "not-a-link"),
        (types.SiteAddress, "http://a b/", "not-a-link"),
        (types.SiteAddress, "https://a.go.th:port/", "not-a-link"),
        (types.SiteAddress, '"><script>', "link-without-scheme"),
        *((types.SiteAddress, address, "not-a-site-address") for address in NO_SITES),
        (types.Flag, "อาจจะ", "not-a-flag"),
        (types.ByKey[types.Text], {"1": "ก", "๑": "ข"}, "same-key-twice"),
        (types.ByItem[types.Text], {"O2": "ก", "๐๒": "ข"}, "same-key-twice"),
        (types.ByItem[types.Text], {"zz": "ก"}, "not-an-item-code"),
    ],
)
def test_a_wrong_value_is_refused_with_its_own_code(kind, raw, code):
    """Each mistake has a sentence of its own, so that the officer learns what to fix."""
    assert refusal(kind, raw) == code


def test_a_code_of_an_item_is_suggested_where_only_the_letter_lacks():
    """The refusal of ๑๐ carries the number, so that O10 can be offered."""
    with pytest.raises(ValidationError) as refused:
        read(types.ItemCode, "๑๐")
    assert refused.value.errors()[0]["ctx"]["number"] == "10"


def test_the_buddhist_year_is_offered_for_one_of_the_common_era():
    """2023 is met with 2566."""
    with pytest.raises(ValidationError) as refused:
        read(types.Day, "31/3/2023")
    assert refused.value.errors()[0]["ctx"]["suggestion"] == "2566"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.go.th",
        "https://www.example.go.th/ita/",
        "http://192.0.2.1:8080/ita",
        "http://[2001:db8::1]/",
        "https://เทศบาลทดสอบ.ไทย/โปร่งใส/",
    ],
)
def test_a_site_may_be_below_any_host_and_path(address):
    """Names in Thai letters, numbers, ports and folders are as good as any other address."""
    assert read(types.SiteAddress, address) == address


KINDS = (types.Text, types.Score, types.Count, types.Offset, types.Year, types.Day, types.Period)
KINDS += (types.ItemCode, types.QuestionCode, types.Ident, types.Key, types.Link, types.SiteAddress, types.Flag)
KINDS += (types.Texts,)
KINDS += (types.ByKey[types.Text], types.ByItem[types.Score])
short = st.text(max_size=5)


@given(st.sampled_from(KINDS), st.one_of(st.text(), st.none(), st.lists(short), st.dictionaries(short, short)))
def test_any_text_is_read_or_refused_and_nothing_raises_otherwise(kind, raw):
    """Whatever is in a file, a typed value or a refusal comes of it."""
    with contextlib.suppress(ValidationError):
        read(kind, raw)
