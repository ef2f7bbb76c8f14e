"""The files of the open data of six sites: described whole, the same in every form, and nothing said for the agency."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

import sites
from prongsai.exports.open_data import export_dictionary
from prongsai.model.stated import known
from prongsai.pipeline.check import check_folder
from prongsai.views.links.states import NO_MEMORY
from prongsai.views.open_data.tables import open_tables
from unit.exports.shown import SITES, files_of, rows_of

MODEL, DOCUMENTS = SITES[[root.name for root in SITES].index("model")], [one for one in SITES if one.name != "model"]
FIELDS = (
    *("data_type", "title", "owner_org", "maintainer", "maintainer_email", "tag_string", "notes", "objective"),
    *("update_frequency_unit", "geo_coverage", "data_source", "data_format", "data_category", "license_id"),
)
EACH = pytest.mark.parametrize("root", SITES, ids=lambda root: root.name)


def package(root):
    """The description of the tables."""
    return json.loads(files_of(root)["/data/datapackage.json"])


def dictionary(root):
    """Every column of every table as (table, column)."""
    text = files_of(root)["/data/dictionary.csv"].decode("utf-8-sig")
    return [(row["table"], row["column"]) for row in csv.DictReader(io.StringIO(text, newline=""))]


@EACH
def test_every_column_of_every_file_is_described(root):
    """Package, dictionary and heads of the CSV files name the same columns in the same order."""
    heads = {
        path.removeprefix("/data/tables/").removesuffix(".csv"): text.decode("utf-8-sig")
        .partition("\r\n")[0]
        .split(",")
        for path, text in files_of(root).items()
        if path.startswith("/data/tables/") and path.endswith(".csv")
    }
    described = {
        one["name"]: [field["name"] for field in one["schema"]["fields"]] for one in package(root)["resources"]
    }
    assert heads == described
    assert dictionary(root) == [(table, column) for table, columns in described.items() for column in columns]


def test_no_column_that_was_handed_out_is_lost():
    """Programs of others name tables and columns: what is in the list stays, and new ones are added by a release."""
    listed = (line.split() for line in (sites.CASES / "open-data-columns.txt").read_text("utf-8").splitlines())
    promised = {(table.rstrip(":"), column) for table, *columns in listed for column in columns}
    handed_out = {place for root in SITES for place in dictionary(root)}
    assert len(promised) > 250
    assert promised - handed_out == set()


@EACH
def test_heads_are_english_and_meanings_are_thai(root):
    """data.go.th asks for English heads without blanks; people ask what they mean."""
    for table in package(root)["resources"]:
        for field in table["schema"]["fields"]:
            assert re.fullmatch("[a-z][a-z0-9_]*", field["name"])
            assert re.search("[ก-ฮ]", field["title"]), field
            assert field["description"], (table["name"], field)


@EACH
def test_json_says_what_csv_says(root):
    """Row by row and value by value, numbers with their decimals."""
    for table in package(root)["resources"]:
        text = files_of(root)[f"/data/tables/{table['name']}.json"].decode()
        rows = json.loads(text, parse_float=str, parse_int=str)
        said = [{key: _as_text(value) for key, value in row.items()} for row in rows]
        assert said == [{key: _bare(value) for key, value in row.items()} for row in rows_of(root, table["name"])]


def _as_text(value):
    return {None: "", True: "true", False: "false"}.get(value, value)


def _bare(value):
    return value[1:-1] if re.match("“[=+@-]", value) else value


@EACH
def test_what_a_row_refers_to_is_there(root):
    """A measure, an item or a year that a row names is a row of its own table; keys are there and single."""
    for table in package(root)["resources"]:
        rows = rows_of(root, table["name"])
        keys = [tuple(row[name] for name in table["schema"]["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys)
        assert all(map(all, keys))
        for one in table["schema"].get("foreignKeys", []):
            there = {tuple(row[name] for name in one["fields"]) for row in rows_of(root, one["reference"]["resource"])}
            assert {tuple(row[name] for name in one["fields"]) for row in rows} <= there


@EACH
def test_every_file_is_in_the_plan_of_addresses(root):
    """Files handed out are a promise like a page; the page of the data links all of them."""
    declared = sites.checked(root).planned.addresses.declared
    files = {path for path in files_of(root) if path.startswith("/data/")}
    assert files <= declared
    page = files_of(root)["/data/"].decode()
    files -= {"/data/", *(path for path in files if path.startswith("/data/dictionary/"))}
    assert [path for path in sorted(files) if f'href="{path.removeprefix("/data/")}"' not in page] == []


@EACH
def test_tables_are_the_same_for_every_site(root):
    """Tables have the same columns in the same order on every site, so that sites can be stacked; one that nothing is
    known of, and that never was published, is not there. Rows of a year have the agency's name of that year.
    """
    names = [(one["name"], [field["name"] for field in one["schema"]["fields"]]) for one in package(root)["resources"]]
    of_model = [(one["name"], [f["name"] for f in one["schema"]["fields"]]) for one in package(MODEL)["resources"]]
    assert names == [one for one in of_model if one[0] in dict(names)]
    assert all(rows_of(MODEL, name) for name, _ in of_model if name not in dict(names))
    agencies = {row["agency"] for table, _ in names for row in rows_of(root, table)}
    agency = sites.checked(root).results.site.agency
    assert len(agencies) == 1 + len(agency.names)
    assert agencies >= {*filter(None, [known(agency.name)]), *(former.name for former in agency.names)}
    assert "" not in agencies


@EACH
def test_the_catalogue_has_its_fourteen_fields(root):
    """The fields of the government's catalogue, in its own words."""
    assert tuple(json.loads(files_of(root)["/data/catalogue.json"])) == FIELDS


@pytest.mark.parametrize("root", DOCUMENTS, ids=lambda root: root.name)
def test_nothing_is_said_for_an_agency_that_did_not_say_it(root):
    """A site made from documents has no owner, no contact and no licence of its own making."""
    found = json.loads(files_of(root)["/data/catalogue.json"])
    unsaid = {"owner_org", "maintainer", "maintainer_email", "objective", "geo_coverage"}
    assert {key for key in FIELDS if found[key] is None} == unsaid
    assert (found["license_id"], found["update_frequency_unit"]) == ("License not specified", "ไม่ทราบ")
    assert "licenses" not in package(root)
    page = files_of(root)["/data/"].decode()
    assert "เอกสารที่ใช้จัดทำเว็บไซต์นี้ไม่ได้ระบุสัญญาอนุญาต" in page
    assert '"publisher"' not in page


def test_what_the_agency_says_is_in_the_catalogue():
    """The invented agency fills every field; licence and contact are on the page too."""
    found = json.loads(files_of(MODEL)["/data/catalogue.json"])
    assert None not in found.values()
    assert found["license_id"] == "Creative Commons Attributions"
    assert package(MODEL)["licenses"][0]["path"] == "https://creativecommons.org/licenses/by/4.0/"
    assert found["maintainer"] in files_of(MODEL)["/data/"].decode()


def test_the_files_are_the_same_twice():
    """The same facts give the same bytes, the workbook too."""
    again = check_folder(MODEL).planned.files
    for path, content in files_of(MODEL).items():
        if path.startswith("/data/"):
            assert again[f"content{path}{'index.md' if path.endswith('/') else ''}"] == content, path


def test_the_dictionary_page_explains_every_column():
    """Each table has its section, and each column but the remarks its row there or among those that all tables have."""
    checked = sites.checked(MODEL)
    tables = open_tables(checked.results, checked.problems, NO_MEMORY)
    pages = [text.decode() for path, text in files_of(MODEL).items() if path.startswith("/data/dictionary/")]
    assert export_dictionary(tables).encode() == files_of(MODEL)["/data/dictionary.csv"]
    for table in tables:
        head = f"{{ #{table.name} }}"
        [page] = [text for text in pages if head in text]
        of_all, of_table = page.partition("\n## ")[0], page.partition(head)[2].partition("\n## ")[0]
        for name in table.names:
            is_remark = name.removesuffix("_note") in table.names and name.endswith("_note")
            row = f">{name.replace('_', '&#95;')}</th>"
            assert is_remark or (row in of_all) + (row in of_table) == 1, (table.name, name)
