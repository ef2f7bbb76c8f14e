"""The ledger is read as people and spreadsheet programs write it, and written in one form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ledger.load_ledger import LEDGER, SNAPSHOTS, load_ledger
from prongsai.ledger.read_ledger import read_ledger
from prongsai.ledger.rows import Ledger, Row, is_address, plain_address, record_addresses, write_ledger

DAY = "2569-11-21"
HEADER = "path,first_seen,fate,to,since,reason\n"
ADDRESSES = ["/", "/2565/measures/", "/2565/measures/#m04", "/files/2565/แผน งาน.pdf", "/a,b/", "/files/ก'ข (1).pdf"]
NO_ADDRESSES = [
    "",
    "2565/",
    "//www.example.com/",
    "/a//b/",
    "/a/../b/",
    "/a/./",
    "/a?b",
    "/a#b#c",
    "/a/#b c",
    '/a"b/',
    "/a\\b",
    "/a\nb/",
    "/#",
    "/ a/",
    "/a/#<x>",
    "/" + "a" * 1000,
]


@pytest.mark.parametrize("text", ADDRESSES)
def test_what_people_read_is_an_address(text):
    """Thai letters, blanks inside of names and marks that files have are no obstacle."""
    assert is_address(text)


@pytest.mark.parametrize("text", NO_ADDRESSES)
def test_what_could_lead_elsewhere_is_no_address(text):
    """Other hosts, ways upwards, queries, and whatever a page or a rule of a server could read as its own."""
    assert not is_address(text)


def test_an_address_can_be_copied_from_a_browser():
    """The host is dropped and the percent signs are read."""
    assert plain_address("https://www.example.go.th/files/%E0%B8%81.pdf") == "/files/ก.pdf"
    assert plain_address("2565/measures/#m04") == "/2565/measures/#m04"


texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20).map(str.strip)


@given(st.dictionaries(st.sampled_from([*ADDRESSES, "/2564/", "/2563/"]), texts.filter(bool)))
def test_what_is_written_is_read_again(reasons):
    """Any reason comes back as it was, and the same rows are always the same text."""
    rows = tuple(Row(path, DAY, "withdrawn", "", DAY, reason) for path, reason in reasons.items())
    text = write_ledger(Ledger(rows))
    assert text == write_ledger(Ledger(rows[::-1]))
    read = read_ledger(text, LEDGER)
    assert read.problems == ()
    assert [(row.path, row.reason) for row in read.ledger.rows] == sorted(reasons.items())


@given(st.text())
def test_any_text_is_read_or_refused(text):
    """Nothing that is in the file raises."""
    read = read_ledger(HEADER + text, LEDGER)
    assert read.problems or all(is_address(row.path) for row in read.ledger.rows)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_lines_of_every_system_are_counted(end):
    """A problem is at its line, also behind empty ones."""
    text = f"{HEADER}/,{DAY},live,,,\n\n,,,,,\n/x/,{DAY},dead,,,\n".replace("\n", end)
    read = read_ledger(text, LEDGER)
    assert [row.path for row in read.ledger.rows] == ["/"]
    assert [(one.code, one.where.line, one.where.column) for one in read.problems] == [("ledger-fate-unknown", 5, 16)]


def test_a_quoted_field_is_found_at_its_column():
    """A comma inside of quotes parts nothing."""
    read = read_ledger(f'{HEADER}"/a,b/",{DAY},redirect,"//x",{DAY},\n', LEDGER)
    assert [(one.code, one.where.column) for one in read.problems] == [("ledger-path-form", 29)]


@pytest.mark.parametrize(
    ("typed", "meant"), [("21/11/2569", DAY), ("2026-11-21", DAY), ("21 พ.ย. 2569", DAY), ("2569-11-31", ""), ("", "")]
)
def test_a_day_that_a_spreadsheet_rewrote_is_recognised(typed, meant):
    """The form that the ledger wants is suggested."""
    [found] = read_ledger(f"{HEADER}/,{typed},live,,,\n", LEDGER).problems
    assert (found.code, found.values["suggestion"]) == ("ledger-date-form", meant)


def test_each_circle_is_reported_once():
    """Also for the redirects that lead into it."""
    rows = [("/a/", "/b/"), ("/b/", "/c/"), ("/c/", "/b/"), ("/d/", "/d/"), ("/e/", "/a/")]
    text = HEADER + "".join(f"{path},{DAY},redirect,{to},{DAY},\n" for path, to in rows)
    found = read_ledger(text, LEDGER).problems
    assert [one.values["found"] for one in found] == ["/b/ > /c/ > /b/", "/d/ > /d/"]


def test_a_file_saved_by_excel_with_a_mark_is_read(tmp_path):
    """The mark at its beginning belongs to no field."""
    (tmp_path / LEDGER).parent.mkdir()
    (tmp_path / LEDGER).write_bytes(b"\xef\xbb\xbf" + f"{HEADER}/,{DAY},live,,,\r\n".encode())
    read = load_ledger(tmp_path)
    assert ([row.path for row in read.ledger.rows], read.problems) == (["/"], ())


def test_a_site_without_ledger_has_an_empty_one(tmp_path):
    """Nothing was published, so nothing can be lost."""
    assert load_ledger(tmp_path) == read_ledger(HEADER, LEDGER)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"addresses": "5"}'])
def test_a_damaged_snapshot_says_nothing(text, tmp_path):
    """Only a number counts."""
    (tmp_path / SNAPSHOTS).mkdir(parents=True)
    (tmp_path / SNAPSHOTS / f"{DAY}.json").write_text(text, "utf-8")
    assert load_ledger(tmp_path).problems == ()


def test_the_newest_snapshot_is_found_by_its_number(tmp_path):
    """The tenth publication of a day comes behind its second."""
    (tmp_path / SNAPSHOTS).mkdir(parents=True)
    for name, count in ((f"{DAY}-2", 2), (f"{DAY}-10", 10), ("2569-01-30", 30)):
        (tmp_path / SNAPSHOTS / f"{name}.json").write_text(f'{{"addresses": {count}}}', "utf-8")
    [found] = load_ledger(tmp_path).problems
    assert (found.code, found.values["known"]) == ("ledger-lost-rows", "10")


def test_a_folder_in_the_place_of_the_ledger_is_reported(tmp_path):
    """A ledger that cannot be read is no empty ledger."""
    (tmp_path / LEDGER).mkdir(parents=True)
    assert [one.code for one in load_ledger(tmp_path).problems] == ["file-unreadable"]


def test_a_publication_adds_rows_and_takes_none_out():
    """New addresses are live since that day, what is there again is live again, and the rest stays."""
    before = Ledger(
        (
            Row("/a/", "2569-01-01"),
            Row("/b/", "2569-01-01", "redirect", "/a/", "2569-02-01"),
            Row("/c/", "2569-01-01", "withdrawn", "", "2569-02-01", "ซ้ำ"),
        )
    )
    after = record_addresses(before, {"/b/", "/d/", "/files/a?b.pdf"}, DAY)
    assert after.rows == (
        Row("/a/", "2569-01-01"),
        Row("/b/", "2569-01-01", "live", "", DAY),
        before.rows[2],
        Row("/d/", DAY),
    )
    assert record_addresses(after, {"/a/", "/b/", "/d/"}, "2569-12-01") is after
