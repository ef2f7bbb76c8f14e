"""The record of a submission: kept whole, the same bytes for the same answers, and sealed."""

from __future__ import annotations

import json

import pytest

from prongsai.submissions.notes import Notes, Release, Zero, read_notes, write_notes
from prongsai.submissions.record import (
    Evidence,
    Submission,
    SubmittedItem,
    SubmittedLink,
    read_submission,
    write_sealed,
    write_submission,
)
from prongsai.submissions.seen import Seen, read_seen, remember_seen, write_seen

HASH = "ab" * 32
LINKS = (
    SubmittedLink("https://www.example.go.th/a", "https://www.example.go.th/a", "web", "แผน", ("หน้าแรก", "เมนู")),
    SubmittedLink(
        "/files/2565/ก#1.pdf", "https://ita.example.go.th/files/x", "file", sha256=HASH, size=7, kept=f"{HASH}.pdf"
    ),
    SubmittedLink(
        "/2565/measures/#m01", "https://ita.example.go.th/2565/measures/#m01", "page", evidence=Evidence("fine")
    ),
)
ITEMS = (SubmittedItem("O1", "โครงสร้าง", "has", "สำนักปลัด", "ลิงก์ที่ 1\nแผน", LINKS), SubmittedItem("O2", "", "has_not"))
ONE = Submission(2565, "2565-04-30", "https://ita.example.go.th/", "1.0", ITEMS)


def test_a_record_is_read_as_it_was_written():
    """Nothing of the answers is lost on the way, and writing again gives the same text."""
    text = write_submission(ONE)
    assert read_submission(text) == ONE
    assert write_submission(read_submission(text)) == text


def test_the_path_of_a_page_has_no_fragment_and_that_of_a_file_is_whole():
    """The name of a file may hold a number sign."""
    assert [link.path for link in LINKS[1:]] == ["/files/2565/ก#1.pdf", "/2565/measures/"]


@pytest.mark.parametrize("change", ["seal", "answer", "link", "format", "kind"])
def test_a_record_changed_by_hand_is_none(change):
    """Whatever is edited, also with a well-formed value, the seal no longer fits."""
    stored = json.loads(write_submission(ONE))
    edits = {
        "seal": lambda: stored.pop("seal"),
        "answer": lambda: stored["items"][1].update(answer="has"),
        "link": lambda: stored["items"][0]["links"][0].update(url="https://www.example.go.th/b"),
        "format": lambda: stored.update(format=2),
        "kind": lambda: stored["items"][0]["links"][0].update(kind="other"),
    }
    edits[change]()
    with pytest.raises(ValueError):  # noqa: PT011  the reason is nobody's business but the reader's
        read_submission(json.dumps(stored))


@pytest.mark.parametrize("text", ["", "[]", "null", "{", '{"format": 1}', "[" * 10_000])
def test_a_text_that_is_no_record_is_refused_without_more(text):
    """Nothing but ValueError comes of damaged texts, of whichever of the three files."""
    for read in (read_submission, read_notes, read_seen):
        with pytest.raises(ValueError):  # noqa: PT011  as above
            read(text)


def test_a_layout_of_another_program_is_no_change():
    """A file that was only laid out again still fits its seal."""
    assert read_submission(json.dumps(json.loads(write_submission(ONE)), indent=4)) == ONE


def test_notes_are_read_as_they_were_written():
    """Reasons that people typed come back letter by letter."""
    notes = Notes(2565, {"O2": Release("2565-05-10", "มี “ข้อมูล” ส่วนบุคคล")}, {"O1": Zero("เปิดไม่ได้", "ผล.xlsx")})
    assert read_notes(write_notes(notes)) == notes


def test_what_was_published_is_remembered_by_the_day_of_its_change():
    """The same content adds nothing, of a day the last publication counts, and what came back has its own day."""
    seen = Seen(2565)
    for day, content in (("2565-05-01", "a"), ("2565-05-02", "a"), ("2565-05-03", "b"), ("2565-05-03", "c")):
        seen = remember_seen(seen, {"/x/": content}, day)
    assert seen.paths == {"/x/": (("2565-05-01", "a"), ("2565-05-03", "c"))}
    assert (seen.since("/x/", "c"), seen.since("/x/", "a"), seen.since("/y/", "a")) == ("2565-05-03", "", "")
    assert read_seen(write_seen(seen)) == seen


def _with_link(**changed: object) -> str:
    """A record whose second link has other values, sealed again."""
    stored = json.loads(write_submission(ONE))
    stored["items"][0]["links"][1].update(changed)
    return write_sealed({name: value for name, value in stored.items() if name != "seal"})


@pytest.mark.parametrize(
    "href",
    [
        "/files/../../outside.pdf",
        "/files/2565/../../../outside.pdf",
        "//outside.pdf",
        "/data/2565/oit.yml",
        "/files/",
        "/files/..%5C..%5Coutside.pdf",
        "/files/\0.pdf",
    ],
)
def test_a_record_names_no_file_but_attachments(href):
    """A record from elsewhere, sealed like one of ours, cannot lead a file that is put back out of content/files."""
    assert read_submission(_with_link()) == ONE
    with pytest.raises(ValueError):  # noqa: PT011
        read_submission(_with_link(href=href))


@pytest.mark.parametrize(
    ("name", "value"), [("size", "7"), ("title", 7), ("steps", [7]), ("kept", 7), ("evidence", {"state": 7})]
)
def test_a_sealed_record_with_other_kinds_of_values_is_none(name, value):
    """Texts are texts for whatever reads the record later."""
    with pytest.raises(ValueError):  # noqa: PT011
        read_submission(_with_link(**{name: value}))


@pytest.mark.parametrize("year", ["2565", None, True, float("inf"), [2565]])
@pytest.mark.parametrize(
    ("read", "more"),
    [
        (read_submission, {"day": "2565-04-30", "site_url": "", "version": "1", "recorded_on": "", "items": []}),
        (read_notes, {"released": {}, "zeros": {}}),
        (read_seen, {"paths": {}}),
    ],
)
def test_a_year_that_is_no_number_makes_no_record(read, more, year):
    """Any other value is refused as damage is."""
    assert read(write_sealed({"format": 1, "year": 2565, **more})).year == 2565
    with pytest.raises(ValueError):  # noqa: PT011
        read(write_sealed({"format": 1, "year": year, **more}))


@pytest.mark.parametrize("days", [[[5, HASH]], [["2565-04-30", 5]]])
def test_days_and_hashes_seen_are_texts(days):
    """Others are refused."""
    with pytest.raises(ValueError):  # noqa: PT011
        read_seen(write_sealed({"format": 1, "year": 2565, "paths": {"/files/a.pdf": days}}))
