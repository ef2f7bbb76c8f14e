"""Items of another scheme keep the codes of that scheme, from the register to their addresses."""

import pytest

from prongsai import addresses
from prongsai.pipeline.check import check_folder
from prongsai.thai.codes import follows, item_key, parse_own_code
from unit.makers import SITE, check_files, codes_of, shipped_edition, write_files

CODES = ("MOIT1", "MOIT2", "MOIT10", "EB1", "OIT1", "4.2", "O43.1")
EDITION = "scheme: กระทรวงสมมติ\nfiscal_year: 2567\nitems:\n" + "".join(
    f'  "{code}": {{title: ข้อ {code}}}\n' for code in CODES
)
TYPED = ("moit1", "MOIT 2", "MOIT๑๐", "eb1", "OIT1", "๔.๒", "o43.1")  # as documents print them, in the same order
REGISTER = "fiscal_year: 2567\nitems:\n" + "".join(
    f'  "{code}": {{answer: has, links: [{{url: "https://www.example.go.th/{place}"}}]}}\n'
    for place, code in enumerate(TYPED)
)
OWN = {**SITE, "site_config/editions/2567.yml": EDITION, "data/2567/oit.yml": REGISTER}


def test_codes_of_a_scheme_are_read_in_every_spelling_and_have_safe_addresses(tmp_path):
    """Each item has its page under its own code, in the order of the edition, without a problem of its code."""
    checked = check_folder(write_files(tmp_path, OWN))
    assert [one for one in codes_of(checked.problems) if "item" in one] == []
    pages = [page.path for page in checked.planned.pages if page.path.startswith("/2567/oit/")]
    slugs = ("moit1", "moit2", "moit10", "eb1", "oit1", "4-2", "o43-1")
    assert pages == ["/2567/oit/", *(f"/2567/oit/{slug}/" for slug in slugs)]
    assert tuple(checked.results.site.year(2567).register.items) == CODES
    assert {f"/2567/oit/#{slug}" for slug in slugs} <= checked.planned.addresses.declared


@pytest.mark.parametrize("code", ["MOIT99", "O13", "EB"])
def test_a_code_that_the_scheme_does_not_have_is_no_code(tmp_path, code):
    """A code that the edition does not declare is as wrong as before; a code of the NACC alone is read everywhere."""
    found = codes_of(
        check_files(tmp_path, {**OWN, "data/2567/oit.yml": f"fiscal_year: 2567\nitems: {{{code}: {{}}}}\n"})
    )
    assert ("not-an-item-code" in found) == (code != "O13")


def test_the_codes_of_the_nacc_are_as_they_were(tmp_path):
    """A year of the NACC takes no code of another scheme, and counts its own up."""
    files = {"data/2566/oit.yml": "fiscal_year: 2566\nitems: {MOIT1: {answer: has}, ๐๑๓: {answer: has_not}}\n"}
    assert "not-an-item-code" in codes_of(check_files(tmp_path, files))
    edition = shipped_edition(2566)
    assert edition.in_order(["O44"]) == (*(f"O{number}" for number in range(1, 45)),)
    assert addresses.item_path(2566, "O13") == "/2566/oit/o13/"


def test_codes_are_sorted_and_follow_each_other_by_their_numbers():
    """Numbers count as numbers, and letters keep them apart."""
    assert sorted(["4.10", "O13", "4.2", "O2", "EB1"], key=item_key) == ["4.2", "4.10", "EB1", "O2", "O13"]
    assert [follows("O2", "O3"), follows("MOIT9", "MOIT10"), follows("4.1", "4.2")] == [True] * 3
    assert [follows("O2", "O4"), follows("MOIT1", "EB2"), follows("O2", "O2")] == [False] * 3
    assert [parse_own_code(text) for text in ("IIT", "หนึ่ง", "A1B", "")] == [None] * 4
