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
        ("O18", "", "s.php?year=2566", "สถิติ", ["link-year-unverified"]),  # a query names its year as a title does
        ("O18", "", "2569/s.pdf", "สถิติ", []),  # a folder named after the day of uploading
        ("O18", "", "2567/s.pdf", "สถิติ", []),
        ("O18", "", "2566/s.pdf", "สถิติ ปี 2568", []),
        ("O18", "", "uploads/2023/s.pdf", "สถิติ", ["link-address-of-other-year"]),
        ("O18", "", "uploads/2025/11/s.pdf", "สถิติ", []),
        ("O9", "", "2566/m.pdf", "คู่มือ", []),
    ],
)
def test_the_years_in_a_link_are_checked_against_what_is_known(tmp_path, item, keys, link, title, codes):
    """Title, file name, fragment and folders of a register of 2569; one right year among them is enough."""
    assert found(tmp_path, 2569, item, keys, link, title) == codes


WARNED, REMARKED = ["oit-link-names-other-year"], ["link-address-of-other-year"]


@pytest.mark.parametrize(
    ("link", "codes"),
    [
        ("page#procurment-2564", WARNED),
        ("page#procurement-2021", WARNED),  # of the Common Era
        ("report.php?year=2564", WARNED),
        ("report.php?fiscal_year=2021", WARNED),
        ("report.php?ปีงบประมาณ=๒๕๖๔", WARNED),
        ("page#procurement-2565", []),
        ("report.php?year=2022", []),
        ("2564/report.pdf", REMARKED),
        ("ita-2564/report.pdf", REMARKED),
        ("plan/2021/report", REMARKED),
        ("oit-2021/report.pdf", REMARKED),
        ("plan/2564", REMARKED),
        ("index.php?page=plan-2564", REMARKED),
        ("uploads/2562/03/report.pdf", REMARKED),  # nothing of the year was there to be uploaded
        ("wp-content/uploads/2019/03/report.pdf", REMARKED),
        ("uploads/2564/10/report.pdf", []),  # as the year began
        ("uploads/2566/03/report.pdf", []),
        ("wp-content/uploads/2023/03/report.pdf", []),
        ("2565/report.pdf", []),
        ("2564/2565/report.pdf", []),  # one right year is enough
        ("ita-2564/report-2565.pdf", []),
        ("news/2564", []),  # a number of a content
        ("node/2564/view", []),
        ("index.php?id=2564", []),
        ("doc/12564/report.pdf", []),
        ("theme2019/report.pdf", []),  # the age of a website
        ("doc/2564001/report.pdf", []),
        ("doc/order-7-2564/report.pdf", []),  # the number of an order
        ("page#order-7/2564", []),
        ("page#as-of-2021-03-15", []),
    ],
)
def test_the_years_in_an_address_are_checked_against_the_year_of_the_item(tmp_path, link, codes):
    """Item O18 of 2565 is certain to be of that year: what names another is warned of, a folder remarked upon."""
    assert found(tmp_path, 2565, "O18", "", link, "รายงาน") == codes


@pytest.mark.parametrize(
    ("link", "codes"),
    [
        ("report.php?year=2563", ["link-year-unverified"]),
        ("report.php?year=2565", []),
        ("report.php?year=2021", []),
        ("ita-2565/report.pdf", []),
    ],
)
def test_an_address_may_name_the_year_of_the_assessment(tmp_path, link, codes):
    """Item O12 of 2565 shows what was done in 2564; pages of the assessment are called after 2565 all the same."""
    assert found(tmp_path, 2565, "O12", "", link, "รายงาน") == codes
