"""The text of attachments, whatever their bytes are."""

import io
import logging
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sites
from prongsai.loading import read_attachment as reading
from prongsai.loading.read_attachment import read_attachment

PDF = (sites.INVALID / "identity-number--pdf/content/files/2565/executives.pdf").read_bytes()
DOCX = (sites.INVALID / "mobile-number--docx/content/files/2565/names.docx").read_bytes()
PNG = (sites.INVALID / "attachment-not-as-named--own-address/content/files/2565/ผัง.jpg").read_bytes()
MAIN_PART = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}


def make_archive(parts: dict[str, str]) -> bytes:
    """An archive of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()


def make_pdf(pages: int) -> bytes:
    """A PDF of that many empty pages."""
    from pypdf import PdfWriter

    writer, made = PdfWriter(), io.BytesIO()
    for _ in range(pages):
        writer.add_blank_page(100, 100)
    writer.write(made)
    return made.getvalue()


def lines_of(data: bytes) -> list[tuple[int, str]]:
    """The texts of a file with their places."""
    return [(one.place, one.text) for one in read_attachment(data).passages]


@pytest.mark.parametrize(
    ("data", "kind", "state"),
    [
        (b"", "empty", "not-read"),
        (b" \r\n\t", "empty", "not-read"),
        (PDF, "pdf", "text"),
        (b"\n\n" + PDF, "pdf", "text"),
        (PNG, "png", "not-read"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(20), "jpeg", "not-read"),
        (b"Rar!\x1a\x07\x01\x00" + bytes(20), "rar", "not-read"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(20), "7z", "not-read"),
        (DOCX, "docx", "text"),
        (make_archive({"a.csv": "ก,ข"}), "zip", "not-read"),
        (make_archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "ods", "not-read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "ole", "not-read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "ole", "encrypted"),
        (b"{\\rtf1\\ansi}", "rtf", "not-read"),
        ("หัวข้อ,จำนวน\n".encode(), "text", "text"),
        ("หัวข้อ,จำนวน\n".encode("cp874"), "text", "text"),
        ("หัวข้อ,จำนวน\n".encode("utf-16"), "text", "text"),
        (b"<!-- x -->\n<!DOCTYPE html><p>a", "html", "text"),
        (b"\x07\x03\x99abc\x00\x00", "unknown", "unreadable"),
        (DOCX[:200], "unknown", "unreadable"),
        (PDF[:60], "pdf", "unreadable"),
    ],
)
def test_a_file_is_what_its_bytes_are(data, kind, state):
    """The kind and whether there is text follow from the bytes alone."""
    read = read_attachment(data)
    assert (read.kind, read.state) == (kind, state)


def test_the_text_of_a_pdf_is_read_page_by_page():
    """Each page is a passage with its number."""
    assert lines_of(PDF) == [(1, "Executives"), (2, "ID 1234567890121"), (3, "ID 1-2345-67890-12-1")]


def test_the_text_of_a_plain_file_is_read_line_by_line():
    """Lines keep their numbers, also over empty ones, in every encoding."""
    text = "หนึ่ง\r\n\r\nสาม\n"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp874"):
        assert lines_of(text.encode(encoding)) == [(1, "หนึ่ง"), (3, "สาม")]


def test_the_runs_of_a_paragraph_are_one_text():
    """A number that a word processor cuts into runs is whole again; paragraphs stay apart."""
    part = "<w:p><w:r><w:t>081-</w:t></w:r><w:r><w:t>234</w:t></w:r></w:p><w:p><w:t>&lt;ข&gt;</w:t></w:p>"
    assert lines_of(make_archive({MAIN_PART["docx"]: part})) == [(0, "081-234\n<ข>")]


def test_the_cells_of_a_sheet_stay_apart():
    """Digits of two cells never become one number."""
    parts = {MAIN_PART["xlsx"]: "", "xl/worksheets/sheet1.xml": "<row><c><v>12</v></c><c><v>34</v></c></row>"}
    parts["xl/sharedStrings.xml"] = "<si><r><t>ก</t></r><r><t>ข</t></r></si><si><t>ค</t></si>"
    assert lines_of(make_archive(parts)) == [(0, "12\n34"), (0, "กข\nค")]


def test_the_text_of_a_slide_has_its_number():
    """A slide is a passage."""
    parts = {MAIN_PART["pptx"]: "", "ppt/slides/slide7.xml": "<a:p><a:r><a:t>ก</a:t></a:r></a:p>"}
    assert lines_of(make_archive(parts)) == [(7, "ก")]


def test_a_pdf_without_a_password_for_reading_is_read():
    """A PDF that only forbids changes is open to everybody, and so it is read."""
    from pypdf import PdfWriter

    writer, made = PdfWriter(clone_from=io.BytesIO(PDF)), io.BytesIO()
    writer.encrypt("", "owner", algorithm="RC4-128")
    writer.write(made)
    assert read_attachment(made.getvalue()).state == "text"


def test_a_pdf_in_an_unknown_cipher_is_neither_damaged_nor_locked():
    """Nothing can be said of it, and this is what is said."""
    read = read_attachment(PDF.replace(b"/Root 1 0 R", b"/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Other >>"))
    assert (read.state, read.complete) == ("not-read", False)


def test_a_page_that_is_damaged_does_not_hide_the_others():
    """The sound pages are read, and it is said that something is left out."""
    read = read_attachment(PDF.replace(b"(ID 1234567890121) Tj", b"(ID 12345678901 <<Tj "))
    assert ([one.place for one in read.passages], read.complete) == ([1, 3], False)


def test_a_pdf_is_read_up_to_its_bound():
    """Text behind the bound is said to be left out."""
    assert read_attachment(make_pdf(reading.MOST_PAGES)).complete
    assert not read_attachment(make_pdf(reading.MOST_PAGES + 1)).complete


def test_an_archive_that_unpacks_beyond_measure_is_not_unpacked():
    """A part of a hundred million bytes stays packed, and this is said."""
    bomb = make_archive({MAIN_PART["docx"]: " " * 100_000_000})
    assert len(bomb) < 200_000
    read = read_attachment(bomb)
    assert (read.passages, read.complete) == ((), False)


def test_a_damaged_pdf_says_nothing_on_the_terminal(caplog, recwarn):
    """Complaints of the library about damage do not reach people, and its logger is left as it was."""
    for cut in range(50, len(PDF), 40):
        read_attachment(PDF[:cut] + PDF[cut + 5 :])
    assert (caplog.records, list(recwarn)) == ([], [])
    assert logging.getLogger("pypdf").level == logging.NOTSET


HEADS = st.sampled_from([b"", b"%PDF-1.4\n", PDF[:700], DOCX[:150], b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\xff\xfe"])


@given(HEADS, st.binary(max_size=600), st.sampled_from([b"", PDF[-400:], DOCX[-250:]]))
def test_no_bytes_ever_raise(head, noise, tail):
    """Whatever is in a file, reading it ends with a kind and a state."""
    read = read_attachment(head + noise + tail)
    assert read.kind
    assert read.state in {"text", "no-text", "encrypted", "unreadable", "not-read"}


@given(st.sampled_from([PDF, DOCX]), st.integers(0, 2000), st.binary(min_size=1, max_size=8))
def test_no_damage_inside_a_file_ever_raises(data, place, noise):
    """Bytes overwritten anywhere in a sound file do no harm."""
    assert read_attachment(data[:place] + noise + data[place + len(noise) :]).kind


@given(st.dictionaries(st.sampled_from([*MAIN_PART.values(), "xl/sharedStrings.xml"]), st.text("<>&;a0 /w:pt")))
def test_no_part_of_an_office_file_ever_raises(parts):
    """Parts that are no XML give what text they have."""
    assert read_attachment(make_archive(parts)).kind
