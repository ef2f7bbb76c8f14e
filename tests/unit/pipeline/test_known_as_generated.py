"""Generated files are known by what they carry, also when the working folder and every list of them are lost."""

from __future__ import annotations

import hashlib
import json
import shutil

import pytest

import sites
from prongsai.pipeline.build import build_folder
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.content.owners import EARLIER_LIST, GENERATED_LIST, IGNORE_LIST, read_list
from prongsai.pipeline.content.page_mark import read_mark, sign_page, without_mark
from prongsai.pipeline.generate import generate_folder

NOTE = "\nข้อความที่เจ้าหน้าที่เขียนเพิ่ม\n"
PAGE, TABLE, BOOK = "content/2564/index.md", "content/data/tables/scores.csv", "content/data/all-tables.xlsx"
LISTS = {"the working folder": [".prongsai"], "the list": [".prongsai", GENERATED_LIST]}
LISTS |= {"every list": [".prongsai", GENERATED_LIST, IGNORE_LIST]}


def lose(root, names):
    """Take files and folders away, as a backup does that leaves them out."""
    for name in names:
        path = root / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def change_data(root):
    """Another score, which many pages and files of data show."""
    scores = root / "data/2564/scores.yml"
    scores.write_text(scores.read_text("utf-8").replace("85.10", "85.11"), "utf-8")


def generate(root):
    """Generate the pages of a site; what was written."""
    return generate_folder(root, check_folder(root)).written


def found_in(written):
    """The problems of writing, as code and file."""
    return [(one.code, one.where.file) for one in written.problems]


def as_of_first_version(root):
    """Make the generated files as version 0.1.0 left them: pages without a mark, the list in the working folder."""
    for page in (root / "content").rglob("*.md"):
        page.write_bytes(without_mark(page.read_bytes()))
    marks = {name: [hashlib.sha256((root / name).read_bytes()).hexdigest()] for name in read_list(root)}
    (root / EARLIER_LIST).write_text(json.dumps(marks), "utf-8")
    lose(root, [GENERATED_LIST])


def files_in(folder):
    """Every file below a folder with a hash of what it holds."""
    return {name: mark for name, mark in sites.snapshot(folder).items() if mark}


def expected(root, tmp_path):
    """The generated files as a site without any history has them."""
    fresh = sites.copy_site(root, tmp_path / "fresh")
    assert not generate(fresh).problems
    return files_in(fresh / "content")


@pytest.mark.parametrize("lost", LISTS)
def test_a_site_without_its_working_folder_builds_after_an_edit(built, tmp_path, lost):
    """Nothing is in the way of what changed, and the result is that of a fresh site."""
    lose(built, ["site", *LISTS[lost]])
    change_data(built)
    written = generate(built)
    assert found_in(written) == ([] if lost == "the working folder" else [("pages-set-aside", "set-aside/1")])
    assert files_in(built / "content") == expected(built, tmp_path)


@pytest.mark.parametrize("lost", LISTS)
def test_an_edited_page_is_still_reported_and_kept(built, lost):
    """A page that somebody wrote into is not one of our pages, whatever else is lost; nothing at all is written."""
    (built / PAGE).write_text((built / PAGE).read_text("utf-8") + NOTE, "utf-8")
    lose(built, ["site", *LISTS[lost]])
    change_data(built)
    before = sites.snapshot(built / "content")
    written = generate(built)
    assert (written.has_errors, found_in(written)) == (True, [("generated-page-edited", PAGE)])
    assert sites.snapshot(built / "content") == before


def test_edited_data_files_are_known_by_the_list_that_travels_with_them(built):
    """Tables and workbooks carry none of our lines: the list in content/ shows that they were edited."""
    for name in (TABLE, BOOK):
        (built / name).write_bytes((built / name).read_bytes() + b"1")
    lose(built, [".prongsai"])
    written = generate(built)
    assert sorted(found_in(written)) == sorted(("generated-page-edited", name) for name in (TABLE, BOOK))


@pytest.mark.parametrize("lost", ["the list", "every list"])
def test_what_nothing_can_tell_is_copied_aside_first(built, lost):
    """An edited table whose list is lost does not stop the officer, and what she wrote is in the copy."""
    (built / TABLE).write_text(NOTE, "utf-8")
    lose(built, LISTS[lost])
    written = generate(built)
    assert (written.has_errors, found_in(written)) == (False, [("pages-set-aside", "set-aside/1")])
    assert (built / "set-aside/1" / TABLE).read_text("utf-8") == NOTE
    (built / TABLE).write_text("อีกครั้ง", "utf-8")
    lose(built, LISTS[lost])
    assert found_in(generate(built)) == [("pages-set-aside", "set-aside/2")]
    assert (built / "set-aside/1" / TABLE).read_text("utf-8") == NOTE


def test_a_file_of_ones_own_is_never_taken_for_a_generated_one(built):
    """It says nothing of the generator, so it is in the way, also when every list is lost."""
    lose(built, LISTS["every list"])
    (built / "content/2564/index.md").write_text("# เขียนเอง {#own}\n", "utf-8")
    assert found_in(generate(built)) == [("page-not-ours", PAGE)]


def test_pages_of_the_first_version_are_written_again(built, tmp_path):
    """An upgrade with its list needs no word, and the list then is in content/ alone."""
    as_of_first_version(built)
    change_data(built)
    written = generate(built)
    assert (written.has_errors, found_in(written)) == (False, [])
    assert (built / GENERATED_LIST).is_file()
    assert not (built / EARLIER_LIST).exists()
    assert files_in(built / "content") == expected(built, tmp_path)


def test_an_edited_page_of_the_first_version_is_known_by_its_list(built):
    """As that version reported it."""
    as_of_first_version(built)
    (built / PAGE).write_text((built / PAGE).read_text("utf-8") + NOTE, "utf-8")
    assert found_in(generate(built)) == [("generated-page-edited", PAGE)]


def test_pages_of_the_first_version_without_any_list(built):
    """Those that say the same are ours, those that do not are copied aside: one of them was edited by hand."""
    as_of_first_version(built)
    text = (built / PAGE).read_text("utf-8") + NOTE
    (built / PAGE).write_text(text, "utf-8")
    lose(built, [".prongsai"])
    written = generate(built)
    assert (written.has_errors, found_in(written)) == (False, [("pages-set-aside", "set-aside/1")])
    aside = files_in(built / "set-aside")
    assert list(aside) == [f"1/{PAGE}"]
    assert (built / "set-aside/1" / PAGE).read_text("utf-8") == text


def test_a_build_that_fails_leaves_no_copies(built):
    """Files copied aside are taken back with the rest."""
    (built / TABLE).write_text(NOTE, "utf-8")
    (built / "content/own.md").write_text("# ก {#a}\n\n[ไม่มี](missing.md)\n", "utf-8")
    lose(built, [GENERATED_LIST])
    assert not build_folder(built, built / "site").done
    assert not (built / "set-aside").exists()
    assert (built / TABLE).read_text("utf-8") == NOTE


def test_what_is_not_needed_any_more_is_removed_without_a_list(built):
    """A page that is as it was signed goes; one that was edited is kept and reported."""
    for name in ("follow-up", "memo", "measures"):
        (built / f"data/2565/{name}.yml").unlink()
    kept = built / "content/2565/memo/index.md"
    kept.write_text(kept.read_text("utf-8") + NOTE, "utf-8")
    lose(built, LISTS["every list"])
    written = generate(built)
    assert "content/2565/measures/m01/index.md" in written.removed
    assert ("pages-set-aside", "set-aside/1") in found_in(written)  # tables that say less now
    assert found_in(written)[1:] == [("stale-page-kept", "content/2565/memo/index.md")]


SIGNED = sign_page(PAGE, '---\ntitle: "ก"\ngenerated_by: "prongsai"\nmade_from: []\n---\n# ก\n'.encode())
EDITS = {
    "as it was": (lambda data: data, "whole"),
    "line ends of Windows": (lambda data: data.replace(b"\n", b"\r\n"), "whole"),
    "the mark of an encoding": (lambda data: b"\xef\xbb\xbf" + data, "whole"),
    "a line more": (lambda data: data + b"\n", "broken"),
    "another title": (lambda data: data.replace(b'title: "', b'title: "x'), "broken"),
    "two marks": (
        lambda data: data.replace(b"\nmade_from", b'\nfingerprint: "' + b"0" * 32 + b'"\nmade_from'),
        "broken",
    ),
    "a mark of another form": (lambda data: data.replace(b'fingerprint: "', b'fingerprint: "0'), "none"),
    "no mark": (without_mark, "none"),
    "a page of one's own": (lambda _data: b"# own\n", "none"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_mark_holds_for_the_page_alone(edit):
    """Every change of a page breaks its mark, but for line ends and the mark of an encoding, which copying changes."""
    change, mark = EDITS[edit]
    assert read_mark(PAGE, change(SIGNED)) == mark


def test_a_mark_holds_at_its_place_alone():
    """A copy of a page under another name is somebody's own; signing again gives the same page."""
    assert read_mark("content/copy/index.md", SIGNED) == "broken"
    assert sign_page(PAGE, without_mark(SIGNED)) == SIGNED
    assert sign_page(PAGE, b"# own\n") == b"# own\n"


def test_a_list_names_nothing_outside_the_content(tmp_path):
    """Lists travel with folders of others; no file elsewhere is removed or replaced by one."""
    names = [
        "../outside.txt",
        "content/../mkdocs.yml",
        "content\\..\\a",
        "/etc/hosts",
        "data/2564/scores.yml",
        "content",
    ]
    (tmp_path / "content").mkdir()
    (tmp_path / GENERATED_LIST).write_text(json.dumps({key: ["a"] for key in [*names, PAGE]}), "utf-8")
    assert read_list(tmp_path) == {PAGE: ["a"]}
