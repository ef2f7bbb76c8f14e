"""Pages that people wrote are reported, never overwritten and never removed."""

from __future__ import annotations

import json
import shutil

import pytest

import sites
from prongsai.pipeline.build import build_folder
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.content.owners import GENERATED_LIST
from prongsai.pipeline.content.write_files import write_file, write_files
from prongsai.pipeline.generate import generate_folder

NOTE = "\nข้อความที่เจ้าหน้าที่เขียนเพิ่ม\n"
PAGE = "# หน้าที่เขียนเอง {#own}\n\nข้อความ\n"

# What the check read in texts, for the next run: it is the same whatever becomes of the pages.
REMEMBERED = {".prongsai", ".prongsai/store", ".prongsai/store/claims", ".prongsai/store/claims/all"}


def generate(root):
    """Generate the pages of a site."""
    return generate_folder(root, check_folder(root))


def found_in(made):
    """The problems of a run of generating, as code and file."""
    return [(one.code, one.where.file) for one in made.written.problems]


def test_an_edited_page_is_reported_and_kept(built):
    """The text that somebody put into a generated page is still there after the build."""
    page = built / "content/2565/measures/m01/index.md"
    page.write_text(page.read_text("utf-8") + NOTE, "utf-8")
    before = sites.snapshot(built)
    result = build_folder(built, built / "site")
    assert not result.done
    assert ("generated-page-edited", "content/2565/measures/m01/index.md") in [
        (one.code, one.where.file) for one in result.problems
    ]
    assert sites.snapshot(built) == before


def test_nothing_is_written_when_one_page_is_not_ours(built):
    """A change of the data that touches many pages waits until the edited one is put right."""
    page = built / "content/2564/index.md"
    page.write_text(page.read_text("utf-8") + NOTE, "utf-8")
    scores = built / "data/2564/scores.yml"
    scores.write_text(scores.read_text("utf-8").replace("85.10", "85.11"), "utf-8")
    before = sites.snapshot(built)
    assert found_in(generate(built)) == [("generated-page-edited", "content/2564/index.md")]
    assert sites.snapshot(built) == before


@pytest.mark.parametrize("name", ["2564/index.md", "2564.md", "2564/README.md", "README.md", "data/2564/scores.json"])
def test_a_page_in_the_way_is_reported_and_kept(root, name):
    """A hand-written page at the place of a generated one, under any name that would become the same page."""
    path = root / "content" / name
    write_file(path, PAGE.encode())
    before = sites.snapshot(root)
    assert found_in(generate(root)) == [("page-not-ours", f"content/{name}")]
    assert {path: one for path, one in sites.snapshot(root).items() if path not in REMEMBERED} == before


def without_measure(root):
    """Take the measure and all that names it out of the data."""
    for name in ("data/2565/follow-up.yml", "data/2565/memo.yml"):
        (root / name).unlink()
    (root / "data/2565/measures.yml").write_text("fiscal_year: 2565\nfrom_fiscal_year: 2564\nmeasures: []\n", "utf-8")


def test_pages_that_are_not_needed_any_more_are_removed(built):
    """With the folders that they leave empty."""
    without_measure(built)
    made = generate(built)
    assert {"content/2565/measures/m01/index.md", "content/2565/memo/index.md"} <= set(made.written.removed)
    assert not (built / "content/2565/measures/m01").exists()
    assert not (built / "content/2565/memo").exists()
    assert not (built / "content/2565/measures").exists()  # nothing is known of measures, and nothing was published
    assert (built / "content/about.md").is_file()


def test_an_edited_page_that_is_not_needed_any_more_is_kept(built):
    """It is reported once, and then it is a page like any that people write."""
    page = built / "content/2565/measures/m01/index.md"
    page.write_text(page.read_text("utf-8") + NOTE, "utf-8")
    without_measure(built)
    assert found_in(generate(built)) == [("stale-page-kept", "content/2565/measures/m01/index.md")]
    assert NOTE in page.read_text("utf-8")
    assert found_in(generate(built)) == []
    assert NOTE in page.read_text("utf-8")


@pytest.mark.parametrize("name", ["contact/index.md", "contact.md", "methodology.md", "accessibility/index.md"])
def test_some_pages_can_be_written_by_hand(root, name):
    """Contact, methodology and accessibility: the agency's own page is the one that is published."""
    write_file(root / "content" / name, PAGE.encode())
    assert build_folder(root, root / "site").done
    stem = name.removesuffix(".md").removesuffix("/index")
    assert 'id="own"' in (root / "site" / stem / "index.html").read_text("utf-8")
    assert (root / "content" / name).read_bytes() == PAGE.encode()
    assert name not in json.loads((root / GENERATED_LIST).read_text("utf-8"))


def test_a_page_written_by_hand_takes_over_from_a_generated_one(built):
    """Once the agency writes its own contact page, the generated one goes."""
    write_file(built / "content/contact.md", PAGE.encode())
    assert build_folder(built, built / "site").done
    assert not (built / "content/contact/index.md").exists()
    assert 'id="own"' in (built / "site/contact/index.html").read_text("utf-8")


def test_a_lost_manifest_is_made_again(built):
    """After the working folder was deleted, what is generated is still known as generated."""
    before = sites.snapshot(built / "content")
    manifest = (built / GENERATED_LIST).read_bytes()
    shutil.rmtree(built / ".prongsai")
    made = generate(built)
    assert (found_in(made), made.written.changed, made.written.removed) == ([], [], [])
    assert sites.snapshot(built / "content") == before
    assert (built / GENERATED_LIST).read_bytes() == manifest


@pytest.mark.parametrize("text", ["", "[]", "{", "\x00", '{"content/x.md": 1}', '{"content/x.md": ["a"]}'])
def test_a_broken_manifest_costs_nobody_a_page(built, text):
    """Whatever is in it, the pages stay what they are."""
    before = sites.snapshot(built / "content")
    (built / GENERATED_LIST).write_text(text, "utf-8")
    assert found_in(generate(built)) == []
    assert sites.snapshot(built / "content") == before


def test_generating_that_was_broken_off_is_taken_up(built, monkeypatch):
    """Pages of the new and of the old generation both count as ours."""
    scores = built / "data/2564/scores.yml"
    scores.write_text(scores.read_text("utf-8").replace("85.10", "85.11"), "utf-8")
    written: list[str] = []

    def stopping(path, data):
        if len(written) == 3:
            raise KeyboardInterrupt
        written.append(path.name)
        write_file(path, data)

    monkeypatch.setattr("prongsai.pipeline.content.write_files.write_file", stopping)
    with pytest.raises(KeyboardInterrupt):
        generate(built)
    monkeypatch.undo()
    made = generate(built)
    assert found_in(made) == []
    assert made.written.changed
    assert generate(built).written.changed == []


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    """The old file is kept when the disk is full."""
    path = tmp_path / "page.md"
    write_file(path, b"old")

    def full(_path, _data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_folder_in_the_place_of_a_page_is_not_overwritten(tmp_path):
    """It is reported like any other thing that is not ours."""
    (tmp_path / "content/index.md").mkdir(parents=True)
    written = write_files(tmp_path, {"content/index.md": b"x"}, always_ours=b"#")
    assert [(one.code, one.where.file) for one in written.problems] == [("page-not-ours", "content/index.md")]
