"""The year of an answer and of its links, where no official source says of which year the item must be."""

import pytest

from unit.makers import check_files

CODES = {
    "answer-of-other-year",
    "answer-year-unverified",
    "answer-year-far",
    "oit-link-names-other-year",
    "link-year-differs",
    "link-year-unverified",
    "link-address-of-other-year",
}


def found(root, year, item, keys="", link="", title=""):
    """The codes on years that one answer gives."""
    titled = f", title: '{title}'" if title else ""
    links = f", links: [{{url: 'https://www.example.go.th/{link}'{titled}}}]" if link else ""
    text = f"fiscal_year: {year}\nitems:\n  {item}: {{answer: has{keys}{links}}}\n"
    return [one.code for one in check_files(root, {f"data/{year}/oit.yml": text}) if one.code in CODES]


@pytest.mark.parametrize(
    ("year", "item", "stated", "codes"),
    [
        (2569, "O18", 2568, []),  # by the sources at hand
        (2569, "O18", 2566, ["answer-year-unverified"]),
        (2569, "O18", 2569, ["answer-year-unverified"]),
        (2568, "O13", 2567, []),  # by the year in the title of the item
        (2568, "O13", 2566, ["answer-year-unverified"]),
        (2569, "O9", 2569, []),  # not known, so only what is far is remarked upon
        (2569, "O9", 2568, []),
        (2569, "O9", 2566, ["answer-year-far"]),
        (2569, "O9", 2570, ["answer-year-far"]),
        (2565, "O18", 2563, ["answer-of-other-year"]),  # certain, and judged as ever
    ],
)
def test_the_stated_year_is_checked_against_what_is_known(tmp_path, year, item, stated, codes):
    """The more is verified the graver it is, and what may be right is silent."""
    assert found(tmp_path, year, item, f", fiscal_year: {stated}") == codes


@pytest.mark.parametrize(
    ("item", "keys", "link", "title", "codes"),
    [
        ("O18", "", "s-2566.pdf", "สถิติ", ["link-year-unverified"]),
        ("O18", "", "s.pdf", "สถิติ ปี 2566", ["link-year-unverified"]),
        ("O18", "", "page#complaints-2566", "สถิติ", ["link-year-unverified"]),
        ("O18", "", "s-2568.pdf", "สถิติ", []),
        ("O18", "", "s.pdf", "สถิติ ปี 2566 ถึง 2568", []),
        ("O18", "", "s.pdf", "สถิติ", []),
        ("O9", ", fiscal_year: 2569", "m.pdf", "คู่มือ ปี 2566", ["link-year-differs"]),
        ("O9", ", fiscal_year: 2569", "m.pdf", "คู่มือ ปี 2569", []),
        ("O9", "", "m.pdf", "คู่มือ ปี 2566", []),  # no year is known for this item
        ("O9", ", fiscal_year: 2569", "m.pdf", "พระราชบัญญัติ พ.ศ. 2562", []),
        ("O18", ", fiscal_year: 2566", "s-2566.pdf", "สถิติ ปี 2566", ["answer-year-unverified"]),  # said once
        ("O18", "", "2566/s.pdf", "สถิติ", ["link-address-of-other-year"]),
        ("O18", "", "s.php?year=2566", "สถิติ", ["link-address-of-other-year"]),
        ("O18", "", "2569/s.pdf", "สถิติ", []),  # a folder named after the day of uploading
        ("O18", "", "2567/s.pdf", "สถิติ", []),
        ("O18", "", "2566/s.pdf", "สถิติ ปี 2568", []),
        ("O9", "", "2566/m.pdf", "คู่มือ", []),
    ],
)
def test_the_years_in_a_link_are_checked_against_what_is_known(tmp_path, item, keys, link, title, codes):
    """Title, file name, fragment and folders of a register of 2569; one right year among them is enough."""
    assert found(tmp_path, 2569, item, keys, link, title) == codes
