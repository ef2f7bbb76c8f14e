"""Rules on numbers that point at a person."""

import json

import pytest

import sites
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.generate import generate_folder
from prongsai.reporting import FORMATS
from unit.makers import SITE, write_files

IDENTITY = "1-2345-67890-12-1"
MOBILE = "081-234-5678"
AGENCY = SITE["site_config/agency.yml"]
CODES = {"identity-number", "mobile-number"}


def found_in(root, files):
    """The problems with numbers in these files, as code, place and the line's number in words."""
    found = check_folder(write_files(root, {**SITE, **files})).problems
    return [(one.code, str(one.where), one.values["at"]) for one in found if one.code in CODES]


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("data/2564/memo.yml", "fiscal_year: 2564\nsubject: เรื่อง NUMBER\n", "2:10"),
        ("data/2564/memo.yml", "fiscal_year: 2564\nsubject: {printed: 'เรื่อง NUMBER'}\n", "2:20"),
        ("data/2564/memo.yml", "fiscal_year: 2564\nnotes:\n  - ก\n  - {text: ข, at: 'หน้า NUMBER'}\n", "4:19"),
        ("data/2564/analysis.yml", "fiscal_year: 2564\nsections:\n  - {id: a, title: ก, points: [ข NUMBER]}\n", "3:32"),
        (
            "data/2564/analysis.yml",
            "fiscal_year: 2564\nsections:\n  - {id: a, title: ก, table: {caption: ข, columns: [ค], rows: [[NUMBER]]}}",
            "3:65",
        ),
        (
            "data/2564/measures.yml",
            "fiscal_year: 2564\nmeasures:\n  - id: m01\n    title: ก\n    steps:\n      - ข NUMBER\n",
            "6:9",
        ),
        ("data/2564/oit.yml", "fiscal_year: 2564\nitems: {O1: {note: NUMBER}}\n", "2:20"),
        (
            "data/2564/measures.yml",
            "fiscal_year: 2564\nmeasures:\n  - {id: m01, title: ก, more: {ผู้ประสาน: NUMBER}}\n",
            "3:43",
        ),
        (
            "data/2564/measures.yml",
            "fiscal_year: 2564\nmeasures:\n  - {id: m01, title: ก, more: {โทร NUMBER: ข}}\n",
            "3:31",
        ),
        (
            "data/2564/follow-up.yml",
            "fiscal_year: 2564\nreports:\n  - {title: ก, persons: ติดต่อ NUMBER, status: done}\n",
            "3:25",
        ),
        ("data/2564/explanations.yml", "fiscal_year: 2564\nexplanations:\n  - {code: x, text: NUMBER}\n", "3:21"),
        ("site_config/agency.yml", f"{AGENCY}address: NUMBER\n", "4:10"),
        ("site_config/site.yml", "title: ก\nsite_url: https://ita.example.go.th/\nnotice: NUMBER\n", "3:9"),
        ("content/deep/page.md", "ก\n\nข NUMBER ค NUMBER\n", "3:3"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(("code", "number"), [("identity-number", IDENTITY), ("mobile-number", MOBILE)])
def test_a_number_is_found_wherever_a_page_would_show_it(tmp_path, name, text, place, code, number):
    """Every file of the data and every page written by hand is read; the place is that of the value or the line."""
    assert found_in(tmp_path, {name: text.replace("NUMBER", number)}) == [(code, f"{name}:{place}", "")]


def test_generated_pages_are_not_read_again(tmp_path):
    """A number in the data is reported there alone, also after its page was generated."""
    files = {"data/2564/memo.yml": f"fiscal_year: 2564\nsubject: เรื่อง {MOBILE}\n"}
    first = found_in(tmp_path, files)
    generate_folder(tmp_path, check_folder(tmp_path))
    assert MOBILE in (tmp_path / "content/2564/memo/index.md").read_text("utf-8").replace("&#45;", "-")
    assert found_in(tmp_path, {}) == first
    (tmp_path / "content/.generated.json").unlink()
    assert found_in(tmp_path, {}) == first


@pytest.mark.parametrize(
    "files",
    [
        {"site_config/agency.yml": f"{AGENCY}channels:\n  - {{kind: phone, value: '+66 81 234 5678'}}\n"},
        {"data/2564/oit.yml": "fiscal_year: 2564\nitems: {O2: {elements: {contact: {value: ๐๘๑ ๒๓๔ ๕๖๗๘}}}}\n"},
    ],
)
def test_what_the_agency_names_for_the_public_is_public_everywhere(tmp_path, files):
    """A channel of the agency, or the contact that an item asks for, may be on any page, in any form."""
    page = {"content/about.md": f"โทร {MOBILE} และ 0812345678\n"}
    assert [code for code, *_ in found_in(tmp_path, page)] == ["mobile-number"]
    assert found_in(tmp_path, {**page, **files}) == []


def test_an_identity_number_is_never_public(tmp_path):
    """Naming it among the channels changes nothing."""
    text = f"{AGENCY}channels:\n  - {{kind: post, value: {IDENTITY}}}\n"
    assert found_in(tmp_path, {"site_config/agency.yml": text}) == [
        ("identity-number", "site_config/agency.yml:5:25", "")
    ]


def test_an_attachment_is_named_once_with_its_first_places(tmp_path):
    """Many lines of a table are one problem, which names the first five and counts the rest."""
    table = "".join(f"{line},{IDENTITY}\n" for line in range(1, 13))
    [(code, place, at)] = found_in(tmp_path, {"content/files/names.csv": table})
    assert (code, place) == ("identity-number", "content/files/names.csv")
    assert at == " (บรรทัด 1, 2, 3, 4, 5 และอีก 7 แห่ง)"


def test_names_of_files_and_addresses_are_no_numbers_of_persons(tmp_path):
    """Systems name uploads by the time in thirteen digits."""
    register = (
        "fiscal_year: 2564\nitems:\n  O1:\n    answer: has\n    links:\n"
        "      - url: https://www.example.go.th/1234567890121.pdf\n"
        "      - file: 1234567890121.csv\n"
    )
    files = {"data/2564/oit.yml": register, "content/files/1234567890121.csv": "ก\n"}
    assert found_in(tmp_path, {**files, "content/about.md": "[ก](files/1234567890121.csv)\n"}) == []


@pytest.mark.parametrize("case", [case for case in sites.invalid_cases() if sites.code_of(case) in CODES])
def test_no_report_repeats_the_number(tmp_path, case):
    """Text, JSON, SARIF and annotations hold the masked form, never the number; and no year's page mentions it."""
    checked = check_folder(sites.make_case(case, tmp_path))
    reports = [write(checked.problems, language) for write in FORMATS.values() for language in ("th", "en")]
    values = json.dumps([dict(one.values) for one in checked.problems])
    for number in ("234567890121", "2345-67890", "2345 67890", "234-5678", "2345678", "234 5678"):
        assert [text for text in [*reports, values] if number in text] == []
    assert {one.year for one in checked.problems} == {None}


def test_a_comment_with_a_reason_excepts_a_number(tmp_path):
    """As every warning on the data, so that a number which is no person's need not stay a warning."""
    text = f"fiscal_year: 2564\nsubject: เรื่อง {MOBILE} # ยกเว้น mobile-number: หมายเลขกลางของโครงการ\n"
    assert found_in(tmp_path, {"data/2564/memo.yml": text}) == []
