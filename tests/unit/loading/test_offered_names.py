"""Names of near years for what the rules of a year lack: offered as such, and nothing else."""

import ast

import pytest

from prongsai import paths
from prongsai.loading.load_editions import EditionLibrary
from prongsai.views.names import indicator_name, instrument_name, nearest_title
from prongsai.views.speech import Speech
from unit.makers import YEARS, check_files, codes_of, write_files

PACKAGE = paths.EDITIONS.parent
ARABIC = Speech("arabic")


def library(folder, **own):
    """The shipped editions with own ones: y2570="items: …"."""
    write_files(folder, {f"own/{name[1:]}.yml": text for name, text in own.items()})
    return EditionLibrary(paths.EDITIONS, folder / "own", "site_config/editions")


def head(year, rest=""):
    """The first lines of an edition."""
    return f"scheme: NACC-ITA\nfiscal_year: {year}\n{rest}"


@pytest.mark.parametrize("year", [*YEARS, 2571])
def test_nothing_is_offered_for_what_a_year_knows(tmp_path, year):
    """An offer fills a gap; it is never next to a fact of the year itself."""
    edition = library(tmp_path).rules(year)
    assert not edition.offered.instruments.keys() & edition.instruments.keys()
    assert not (edition.offered.indicators and edition.indicators)
    assert not (edition.offered.subindicators and edition.subindicators)
    assert not [code for code in edition.offered.items if code in edition.items and edition.items[code].title]
    assert edition.fiscal_year not in edition.offered.years


def test_names_of_2569_come_from_2568_and_say_so(tmp_path):
    """The instruments and indicators that nobody verified for 2569 have names, each with the year that it is of."""
    edition = library(tmp_path).rules(2569)
    assert instrument_name(edition, "IIT", ARABIC).endswith("(ตามหลักเกณฑ์ปี 2568)")
    assert indicator_name(edition, "2", ARABIC) == "ตัวชี้วัดที่ 2 การใช้งบประมาณ (ตามหลักเกณฑ์ปี 2568)"
    assert nearest_title(edition, "O2", ARABIC) == "ข้อมูลผู้บริหาร (ตามหลักเกณฑ์ปี 2568)"
    assert instrument_name(edition, "OIT", ARABIC).endswith("สาธารณะ")
    assert edition.names_for("instruments")["IIT"].endswith("(ตามหลักเกณฑ์ปี 2568 ยังไม่ยืนยันสำหรับปี 2569)")


def test_an_item_without_a_meaning_is_only_named_between_two_that_did_not_move(tmp_path):
    """O2 and O6 of 2569 are between items of the same number and meaning; behind the last of these nothing is."""
    assert set(library(tmp_path).rules(2569).offered.items) == {"O2", "O6"}
    assert set(library(tmp_path).rules(2568).offered.items) == {"O5"}


def test_a_year_without_items_gets_the_list_of_one_year(tmp_path):
    """Numbers of different years do not fit together."""
    edition = library(tmp_path).rules(2570)
    assert {one.year for one in edition.offered.items.values()} == {2569}
    assert list(edition.names_for("items"))[:3] == ["O1", "O3", "O4"]


def test_a_year_whose_rules_the_agency_gave_gets_nothing_more(tmp_path):
    """Rules that continue another year, or of another scheme, lack nothing that a near year of the NACC could say."""
    based = library(tmp_path / "one", y2570=head(2570, "based_on: 2564\n")).rules(2570)
    other = library(tmp_path / "two", y2570="scheme: LTA\nfiscal_year: 2570\n").rules(2570)
    assert (based.offered.years, other.offered.years) == ((), ())


def test_a_faulty_near_year_is_no_problem_of_this_one(tmp_path):
    """Rules that nobody asked for are read for their names alone; what is wrong in them is said when they are used."""
    made = library(tmp_path, y2568="scheme: NACC-ITA\nfiscal_year: 2568\nlevels: [x]\n")
    assert made.rules(2569).offered.indicators
    assert made.problems == []


def test_nothing_is_judged_by_what_is_offered(tmp_path):
    """Wrong names, an indicator and an item that near years do not have: without verified rules nobody can say so."""
    files = {
        "data/2569/scores.yml": "fiscal_year: 2569\ntotal: 80.00\n"
        "indicators: {2: {value: 80.00, printed_name: การใช้เงิน}, 11: 70.00}\nitems: {O99: {score: 50}}\n"
    }
    assert not {*codes_of(check_files(tmp_path, files))} - {"year-half-known", "indicator-unknown", "no-site-url"}


def test_no_rule_reads_an_offer():
    """Rules, prose and what is computed do not know that anything is offered."""
    judging = [file for name in ("rules", "prose", "analysis") for file in sorted((PACKAGE / name).rglob("*.py"))]
    names = {"offered", "names_for", "Offers", "Offer"}
    used = {
        file.name: found
        for file in judging
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if (found := getattr(node, "attr", getattr(node, "id", ""))) in names
    }
    assert len(judging) > 40
    assert used == {}
