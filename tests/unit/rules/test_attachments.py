"""Rules on the attachments in content/files."""

import pytest

import sites
from prongsai.pipeline.check import check_folder
from prongsai.views.oit.answers import answers_of
from prongsai.wording import REASONS, message_of
from unit.makers import SITE, write_files

PDF = (sites.INVALID / "identity-number--pdf/content/files/2565/executives.pdf").read_bytes()
DOCX = (sites.INVALID / "attachment-not-viewable/content/files/2565/plan.docx").read_bytes()
SCAN = (sites.INVALID / "attachment-scan/content/files/2565/order.pdf").read_bytes()
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the mark of Office files until 2003


def found_in(root, files, register="{}", codes="attachment-"):
    """The problems of these attachments with the items of a register, as code and place; and the check itself."""
    data = {"data/2564/oit.yml": f"fiscal_year: 2564\nitems: {register}\n"}
    write_files(root, {**SITE, **data})
    for name, content in files.items():
        path = root / "content/files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    checked = check_folder(root)
    found = [one for one in checked.problems if one.code.startswith(codes)]
    return [(one.code.removeprefix(codes), str(one.where)) for one in found], found, checked


@pytest.mark.parametrize(
    ("name", "content", "codes"),
    [
        ("a.pdf", SCAN, ["scan"]),
        ("a.pdf", DOCX, ["not-as-named"]),
        ("a.docx", PDF, ["not-as-named", "not-viewable"]),
        ("a.xls", b"<table><tr><td>1</td></tr></table>", ["not-as-named", "not-viewable"]),
        ("a.xls", OLD + bytes(99), ["not-viewable"]),
        ("a.docx", OLD + "EncryptedPackage".encode("utf-16-le"), ["locked", "not-viewable"]),
        ("a.doc", b"{\\rtf1}", ["not-viewable"]),
        ("a.zip", DOCX, ["not-viewable"]),
        ("a.csv", PDF, ["not-as-named"]),
        ("a.csv", "ก,ข\n".encode("cp874"), []),
        ("a.csv", b"\x00\x01\x02", []),
        ("a.JPG", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(20), []),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", []),
        ("a.xyz", b"\x00\x01\x02", []),
        ("a.pdf", PDF.replace(b"1234567890121", b"plan").replace(b"1-2345-67890-12-1", b"plan"), []),
        (".hidden.pdf", b"", []),
    ],
)  # fmt: skip
def test_each_attachment_gets_the_problems_of_its_kind(tmp_path, name, content, codes):
    """The fault of a file follows from its bytes and its ending together."""
    assert [code for code, _ in found_in(tmp_path, {f"2564/{name}": content})[0]] == codes


def test_a_file_that_browsers_download_is_fine_next_to_the_same_as_pdf(tmp_path):
    """Only the folder and the name count; the spreadsheet itself may stay."""
    text = PDF.replace(b"1234567890121", b"plan").replace(b"1-2345-67890-12-1", b"plan")
    assert found_in(tmp_path, {"2564/a.docx": DOCX, "2564/a.pdf": text})[0] == []


def test_a_problem_is_where_the_register_links_the_file(tmp_path):
    """It belongs to the year of the register; a file that nothing links belongs to the year of its folder."""
    register = "{O1: {answer: has, links: [{file: 2564/a.pdf}]}, O2: {answer: has, links: [{file: 2564/a.pdf}]}}"
    places, found, _ = found_in(tmp_path, {"2564/a.pdf": SCAN, "2564/b.pdf": SCAN, "c.pdf": SCAN}, register)
    assert places == [
        ("scan", "content/files/2564/b.pdf"),
        ("scan", "content/files/c.pdf"),
        ("scan", "data/2564/oit.yml:2:42"),
    ]
    assert [one.year for one in found] == [2564, None, 2564]


def test_an_empty_attachment_counts_for_every_item_that_links_it(tmp_path):
    """Each item is reported once, as a reason that may cost it its score."""
    link = "{answer: has, links: [{file: a.csv}, {url: 'https://ita.example.go.th/files/a.csv'}]}"
    _, found, checked = found_in(tmp_path, {"a.csv": b""}, f"{{O1: {link}, O3: {link}}}")
    assert [(one.code, one.values["item"]) for one in found] == [("attachment-empty", "O1"), ("attachment-empty", "O3")]
    answers = answers_of(checked.results, 2564, checked.problems)
    assert [answers.of(code).state for code in ("O1", "O3")] == ["lacking", "lacking"]


@pytest.mark.parametrize(
    ("content", "code"),
    [(OLD + "EncryptedPackage".encode("utf-16-le"), "attachment-locked"), (b"%PDF-1.7 cut", "attachment-unreadable")],
)
def test_an_attachment_that_nobody_can_open_counts_for_every_item(tmp_path, content, code):
    """As an empty one does: the page of each item that links it says so."""
    name = "a.docx" if code == "attachment-locked" else "a.pdf"
    link = f"{{answer: has, links: [{{file: {name}}}]}}"
    _, found, checked = found_in(tmp_path, {name: content}, f"{{O1: {link}, O3: {link}}}")
    assert [one.values["item"] for one in found if one.code == code] == ["O1", "O3"]
    answers = answers_of(checked.results, 2564, checked.problems)
    assert [answers.of(item).state for item in ("O1", "O3")] == ["lacking", "lacking"]


def test_a_page_that_is_not_there_counts_for_its_item(tmp_path):
    """The plan of the site knows its pages: an answer with another one is said before anything is built."""
    link = "{{answer: has, links: [{{page: {}}}]}}"
    register = f"{{O1: {link.format('/2564/nowhere/')}, O3: {link.format('/2564/oit/')}}}"
    _, found, checked = found_in(tmp_path, {}, register, "oit-page-missing")
    assert [one.values["item"] for one in found] == ["O1"]
    answers = answers_of(checked.results, 2564, checked.problems)
    assert [answers.of(item).state for item in ("O1", "O3")] == ["lacking", "ready"]


def test_an_error_is_no_reason():
    """A missing attachment stops the build, so that no page could show it as a reason."""
    assert "attachment-empty" in REASONS
    assert "attachment-missing" not in REASONS


@pytest.mark.parametrize(
    ("link", "suggestion"),
    [
        ("{file: 2564/plan-2564.csv}", "2564/Plan-2564.csv"),
        ("{file: 2564/budget.pdf}", ""),
        ("{file: 2565/Plan-2564.csv}", "2564/Plan-2564.csv"),
        ("{file: เอกสารเผยแพร่ทั้งหมดของปีงบประมาณ/plan-2564.csv}", "2564/Plan-2564.csv"),
        ("{page: /files/2564/plam-2564.csv}", "2564/Plan-2564.csv"),
        ("{file: 2564/Plan-2564.csv}", None),
        ("{page: '/files/2564/Plan-2564.csv#row2'}", None),
        ("{url: 'https://ita.example.go.th/files/2564/other.csv'}", None),
        ("{url: 'https://www.example.go.th/files/2564/other.csv'}", None),
    ],
)
def test_a_missing_attachment_is_named_with_the_nearest_there_is(tmp_path, link, suggestion):
    """Capital letters, another folder and a letter off are found; web addresses are not looked up in the folder."""
    register = f"{{O1: {{answer: has, links: [{link}]}}}}"
    _, found, _ = found_in(tmp_path, {"2564/Plan-2564.csv": "ก,ข".encode()}, register)
    assert [(one.code, one.values["suggestion"]) for one in found] == (
        [] if suggestion is None else [("attachment-missing", suggestion)]
    )


def test_a_page_that_is_too_long_to_be_read_is_named(tmp_path):
    """Also a page written by hand says when its end was not looked at."""
    write_files(tmp_path, {"content/about.md": "x" * 5_000_001 + "\n"})
    [(_, place)], [found], _ = found_in(tmp_path, {}, codes="attachment-not-read")
    assert place == "content/about.md"
    assert "about.md" in message_of(found.code, found.values)
