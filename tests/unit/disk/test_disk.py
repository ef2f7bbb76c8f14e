"""Folders are listed and files are read so that nothing in them can hang, harm or lead elsewhere."""

from __future__ import annotations

import os

import pytest

from prongsai import addresses
from prongsai.disk.names import Names, differences, is_left_behind, read_as_thai, shown
from prongsai.disk.read import TooLargeError, read_head, read_inside, read_plain
from prongsai.disk.spreadsheet import find_garbled, find_mark, is_most
from prongsai.disk.walk import FileType, walk_site
from prongsai.ledger.rows import plain_address
from prongsai.loading.stray_files import _year_meant

on_posix = pytest.mark.skipif(os.name == "nt", reason="Windows has neither FIFOs nor such links")


@pytest.fixture
def root(tmp_path):
    """A folder of a site next to another one."""
    (tmp_path / "site/content/files").mkdir(parents=True)
    (tmp_path / "site/content/files/a.csv").write_text("ก\n", "utf-8")
    (tmp_path / "site-2/content").mkdir(parents=True)
    (tmp_path / "site-2/content/secret.csv").write_text("ข\n", "utf-8")
    return tmp_path / "site"


def kinds(root):
    """The kinds found, by name."""
    return walk_site(root).kinds


@on_posix
@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("a.csv", FileType.FILE),
        ("../files/a.csv", FileType.FILE),
        ("../../../site-2/content", FileType.OUTSIDE),
        ("../../../site-2/content/secret.csv", FileType.OUTSIDE),
        ("../../../gone", FileType.OUTSIDE),
        ("gone", FileType.DEAD),
        (".", FileType.CIRCLE),
        ("../..", FileType.CIRCLE),
        ("link", FileType.CIRCLE),
        ("/dev/null", FileType.OUTSIDE),
    ],
)
def test_a_link_is_what_it_leads_to(root, target, kind):
    """Inside the site it counts as the file; a folder next to it whose name begins alike is outside."""
    (root / "content/files/link").symlink_to(target)
    assert kinds(root)["content/files/link"] is kind


@on_posix
def test_folders_that_link_each_other_end(root):
    """The way through one into the other and back is a circle, reported where it closes."""
    for one, other in (("x", "y"), ("y", "x")):
        (root / f"content/{one}").mkdir()
        (root / f"content/{one}/to").symlink_to(f"../{other}")
    found = kinds(root)
    assert found["content/x/to"] is FileType.FOLDER
    assert found["content/x/to/to"] is FileType.CIRCLE


def test_a_walk_ends_where_there_is_too_much(root):
    """So many entries as were asked for, and that this was not all."""
    for number in range(50):
        (root / f"content/{number}.md").touch()
    tree = walk_site(root, most=20)
    assert (len(tree.entries), tree.is_complete) == (20, False)
    assert walk_site(root).is_complete


@on_posix
@pytest.mark.parametrize("what", ["fifo", "device", "folder"])
def test_only_plain_files_are_read(root, what):
    """Everything else is refused at once, without waiting for somebody who writes."""
    place = root / "content/thing"
    if what == "fifo":
        os.mkfifo(place)
    elif what == "device":
        place.symlink_to("/dev/zero")
    else:
        place.mkdir()
    with pytest.raises(OSError, match="ไม่ใช่แฟ้มธรรมดา"):
        read_plain(place)
    assert read_head(place, 10) == b""


@on_posix
def test_nothing_is_read_through_a_link_that_leaves_the_site(root):
    """Nor is a file of another site whose folder begins with the same name."""
    (root / "content/x.csv").symlink_to(root.parent / "site-2/content/secret.csv")
    with pytest.raises(OSError, match="ออกนอกโฟลเดอร์"):
        read_inside(root, "content/x.csv")
    assert read_inside(root, "content/files/a.csv") == "ก\n".encode()


def test_a_file_over_its_bound_is_not_read(root):
    """The error says how large it is."""
    with pytest.raises(TooLargeError) as failure:
        read_plain(root / "content/files/a.csv", 3)
    assert failure.value.size == 4
    assert read_head(root / "content/files/a.csv", 3) == "ก".encode()


@pytest.mark.parametrize(
    ("name", "other", "found"),
    [
        ("ก  ข", "ก ข", ("blanks",)),
        ("ก\u00a0ข", "ก ข", ("blanks",)),
        ("ก\u200bข", "กข", ("unseen",)),
        ("คํา", "คำ", ("sara-am",)),
        ("น้ํา", "น้ำ", ("sara-am",)),
        ("เเผน", "แผน", ("sara-ae",)),
        ("e\u0301", "é", ("unicode",)),
        ("A", "a", ("capitals",)),
        ("a–b", "a-b", ("dashes",)),
        ("๒", "2", ("digits",)),
        ("a%20b", "a b", ("escapes",)),
        ("A  ๒", "a 2", ("blanks", "capitals", "digits")),
        ("a", "a", ()),
        ("a", "b", ()),
    ],
)
def test_what_two_names_differ_in_is_known(name, other, found):
    """In both directions, and a name is found by one that differs in that alone."""
    assert differences(name, other) == found
    assert differences(other, name) == found
    assert (Names([other]).nearly(name) == other) is (found != () or name == other)


def test_any_name_can_be_printed():
    """Wrong bytes and signs that nobody sees are replaced, and what Windows-874 would make of the bytes is said."""
    name = os.fsdecode("รายงาน.pdf".encode("cp874"))
    shown(name).encode()
    assert "\ufffd" in shown(name)
    assert read_as_thai(name) == "รายงาน.pdf"
    assert read_as_thai(os.fsdecode(b"\xff\xfe.pdf")) == ""
    assert shown("แผน ปี.pdf") == "แผน ปี.pdf"
    assert shown("a\u202eb\n") == "a\ufffdb\ufffd"


@pytest.mark.parametrize("name", ["~$a.xlsx", ".~lock.a.ods#", ".#a.yml", "a.yml~", "a.swp", "Thumbs.db", ".DS_Store"])
def test_locks_and_thumbnails_are_known(name):
    """They are nobody's data."""
    assert is_left_behind(name)
    assert not is_left_behind(f"x{name}x")


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("2025", 2568),
        ("๒๕๖๘", 2568),
        ("ปี 2568", 2568),
        ("ปี๒๕๖๘", 2568),
        ("ปีงบประมาณ พ.ศ. 2568", 2568),
        ("FY2568", 2568),
        ("fy 68", 2568),
        ("ITA 2568", 2568),
        (" 2568", 2568),
        ("2568 ", 2568),
        ("2568\u00a0", 2568),
        ("2568_", 2568),
        ("68", 2568),
        ("2568 (1)", None),
        ("2568-2569", None),
        ("old 2568", None),
        ("12", None),
        ("1234", None),
        ("ภาพ", None),
    ],
)
def test_a_folder_that_is_named_after_nothing_but_a_year_is_known(name, year):
    """Whatever word is before the year; copies and other folders are none."""
    assert _year_meant(name) == year


HEADER = ("path", "day")


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("path,day", ","),
        ('"Path";"Day"', ";"),
        ("path\tday", "\t"),
        ("path,day,,", ","),
        ("path,tag", ""),
        ("", ""),
        ("path,day,x", ""),
    ],
)
def test_the_mark_between_the_fields_is_found(line, mark):
    """Also behind quotes, capital letters and fields that were added empty."""
    assert find_mark(line, HEADER) == mark


def test_letters_that_were_read_in_another_encoding_are_known():
    """Both encodings that Excel takes for a file without a mark; right Thai is never taken for wrong."""
    text = "/files/แผนปฏิบัติราชการ.csv,2569-11-28"
    assert find_garbled(f"path\n{text}\n") is None
    for encoding in ("cp874", "cp1252"):
        read = "".join(bytes([one]).decode(encoding, "ignore") or chr(one) for one in text.encode())
        assert find_garbled(f"path\n{read}\n") == (2, read.split()[0][:60])


def test_most_lines_are_at_least_half_of_them_and_two():
    """A single wrong line is reported as itself."""
    assert [is_most({1}, 1), is_most({1, 2}, 4), is_most({1, 2}, 5), is_most({1, 2, 3}, 3)] == [
        False,
        True,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("name", "path", "web"),
    [
        ("2565/แผน.pdf", "/files/2565/แผน.pdf", "/files/2565/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf"),
        ("a#b?.pdf", "/files/a%23b%3F.pdf", "/files/a%23b%3F.pdf"),
        ("100%.pdf", "/files/100%25.pdf", "/files/100%25.pdf"),
        ("a%20b.pdf", "/files/a%2520b.pdf", "/files/a%2520b.pdf"),
        ("a\\b.pdf", "/files/a%5Cb.pdf", "/files/a%5Cb.pdf"),
    ],
)
def test_a_mark_in_a_name_means_nothing_in_its_address(name, path, web):
    """It is escaped where addresses are made, found again, and typed or copied it is the address of the ledger."""
    assert addresses.file_path(name) == path
    assert addresses.content_name(path) == f"files/{name}"
    assert addresses.web_path(path) == web
    assert plain_address(f"https://ita.example.go.th{web}") == path
    assert plain_address(path) == path
