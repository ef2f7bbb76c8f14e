"""A save writes all of its files or none of them, and only what was checked over what was read."""

from __future__ import annotations

import os
import resource
import shutil
from pathlib import Path

import pytest

import sites
from prongsai.disk.refusals import Refusal, refusal_of
from prongsai.pipeline.preview.site_copy import PreviewCopy
from prongsai.pipeline.save import propose_texts, save
from prongsai.pipeline.undo.places import ChangedMeanwhileError, NotAFileError
from prongsai.pipeline.undo.records import UNDO, list_saves
from prongsai.writing.change import Put, RefusedError

MEASURES, REPORTS, NEW = "data/2565/measures.yml", "data/2565/follow-up.yml", "data/2566/measures.yml"
AGENCY = "site_config/agency.yml"
WHAT = "prongsai import แบบ-2565.xlsx"


@pytest.fixture
def root(tmp_path) -> Path:
    """The smallest valid site."""
    return sites.copy_base(tmp_path / "root")


def put(text: bytes, old: str, new: str) -> bytes:
    """The text with something else in a place."""
    assert old.encode() in text
    return text.replace(old.encode(), new.encode())


def texts_for(root: Path) -> dict[str, bytes | None]:
    """A change of two files, a new year and a file that goes."""
    measures, reports = (root / MEASURES).read_bytes(), (root / REPORTS).read_bytes()
    return {
        MEASURES: put(measures, "เผยแพร่บนเว็บไซต์", "เผยแพร่บนเว็บไซต์ทุกเดือน"),
        REPORTS: put(reports, "เผยแพร่ครบแล้ว", "เผยแพร่แล้ว"),
        NEW: put(measures, "2565", "2566"),
        "data/2565/memo.yml": None,
    }


def kept(root: Path) -> dict[str, str]:
    """The files that people keep of a site: all of it apart from the records of saves."""
    return {name: mark for name, mark in sites.snapshot(root).items() if not name.startswith(".prongsai")}


def test_a_proposal_writes_nothing(root):
    """Not even a record or a cache."""
    before = sites.snapshot(root)
    assert propose_texts(root, texts_for(root)).after
    assert sites.snapshot(root) == before


def test_a_proposal_says_which_problems_are_new(root):
    """A mistake of the new text is new, one that was there is not, wherever its line has moved to."""
    text = put((root / MEASURES).read_bytes(), "lead: [clerk]", "lead: [clerc]")
    (root / MEASURES).write_bytes(text)
    changed = b"# a line above\n" + put(text, "number: 1", "number: 1\n    colour: red")
    found = propose_texts(root, {MEASURES: changed})
    assert [one.code for one in found.new_problems] == ["unknown-key"]
    assert found.has_new_errors
    assert {"unknown-unit", "unknown-key"} <= {one.code for one in found.problems}
    assert found.hashes.keys() == {MEASURES}


def test_a_proposal_without_new_errors_may_be_saved(root):
    """A site that had errors before can still be improved step by step."""
    text = put((root / MEASURES).read_bytes(), "number: 1", "number: 1\n    colour: red")
    (root / MEASURES).write_bytes(text)
    found = propose_texts(root, {MEASURES: put(text, "ทุกไตรมาส", "ทุกเดือน")})
    assert found.checked.has_errors
    assert not found.has_new_errors


def test_a_save_writes_what_was_proposed_and_nothing_else(root):
    """The files have the bytes of the proposal, all others those that they had."""
    before, texts = kept(root), texts_for(root)
    saved = save(root, propose_texts(root, texts), WHAT)
    after = kept(root)
    assert {*saved.names} == {*texts}
    assert {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} == {
        *texts,
        "data/2566",
    }
    assert all((root / name).read_bytes() == data for name, data in texts.items() if data is not None)
    assert not (root / "data/2565/memo.yml").exists()
    assert list_saves(root).sound[0].what == WHAT


def test_a_save_without_a_change_writes_nothing(root):
    """Not even a record that could be taken back."""
    before = sites.snapshot(root)
    assert save(root, propose_texts(root, {MEASURES: (root / MEASURES).read_bytes()}), WHAT).names == ()
    assert sites.snapshot(root) == before


@pytest.mark.parametrize("changed", [MEASURES, NEW, "data/2565/memo.yml"])
def test_a_file_that_somebody_changed_meanwhile_is_never_overwritten(root, changed):
    """Changed, appeared or vanished: the file is named, and nothing of the save is written."""
    proposed = propose_texts(root, texts_for(root))
    if changed == "data/2565/memo.yml":
        (root / changed).unlink()
    else:
        (root / changed).parent.mkdir(exist_ok=True)
        (root / changed).write_bytes(b"fiscal_year: 2565\n")
    before = kept(root)
    with pytest.raises(ChangedMeanwhileError, match=changed):
        save(root, proposed, WHAT)
    assert kept(root) == before
    assert not list_saves(root).sound


def test_a_file_keeps_its_permissions(root):
    """People who could read or write it before can do so afterwards."""
    (root / MEASURES).chmod(0o664)
    save(root, propose_texts(root, texts_for(root)), WHAT)
    assert (root / MEASURES).stat().st_mode & 0o777 == 0o664


def test_an_open_preview_notices_a_save(root):
    """It sees the files that were written as after any edit, and nothing of the records."""
    preview = PreviewCopy(root)
    before = preview.look()
    save(root, propose_texts(root, texts_for(root)), WHAT)
    now = preview.look()
    changed = {name for name in before.keys() | now.keys() if before.get(name) != now.get(name)}
    assert changed == {MEASURES, REPORTS, NEW, "data/2566", "data/2565/memo.yml"}


def test_a_link_inside_the_site_stays_one(root):
    """The file behind it is written."""
    (root / "data/2565/shared.txt").write_bytes((root / MEASURES).read_bytes())
    (root / MEASURES).unlink()
    (root / MEASURES).symlink_to("shared.txt")
    save(root, propose_texts(root, {MEASURES: texts_for(root)[MEASURES]}), WHAT)
    assert (root / MEASURES).is_symlink()
    assert "ทุกเดือน" in (root / "data/2565/shared.txt").read_text("utf-8")


def _folder(place: Path) -> None:
    place.unlink()
    place.mkdir()


def _outside(place: Path) -> None:
    outside = place.parents[3] / "outside.yml"
    place.rename(outside)
    place.symlink_to(outside)


def _folder_outside(place: Path) -> None:
    outside = place.parents[3] / "outside"
    place.parent.rename(outside)
    place.parent.symlink_to(outside, target_is_directory=True)


def _hidden(place: Path) -> None:
    (place.parents[2] / ".git").mkdir()
    place.rename(place.parents[2] / ".git/config")
    place.symlink_to("../../.git/config")


def _year_is_a_file(place: Path) -> None:
    shutil.rmtree(place.parent)
    place.parent.write_bytes(b"")


@pytest.mark.parametrize("make", [_folder, _outside, _folder_outside, _hidden, _year_is_a_file])
def test_what_is_no_file_of_the_site_is_neither_read_nor_written(root, make):
    """A folder, a link out of the site or into .git, a file in the place of a year."""
    make(root / MEASURES)
    before = sites.snapshot(root.parent)
    with pytest.raises(NotAFileError, match=MEASURES):
        propose_texts(root, {MEASURES: b"fiscal_year: 2565\n"})
    assert sites.snapshot(root.parent) == before


def test_two_names_of_one_file_are_not_both_written(root):
    """One of the two texts would be lost."""
    (root / "data/2565/other.yml").symlink_to("measures.yml")
    text = (root / MEASURES).read_bytes()
    proposed = propose_texts(root, {MEASURES: text + b"# one\n", "data/2565/other.yml": text + b"# two\n"})
    with pytest.raises(NotAFileError, match="other"):
        save(root, proposed, WHAT)
    assert (root / MEASURES).read_bytes() == text


def test_a_file_that_may_only_be_read_is_not_replaced(root):
    """Its owner has said so."""
    proposed, before = propose_texts(root, texts_for(root)), kept(root)
    (root / REPORTS).chmod(0o444)
    with pytest.raises(PermissionError, match="follow-up"):
        save(root, proposed, WHAT)
    assert kept(root) == before


def test_a_full_disk_leaves_everything_as_it_was(root):
    """Neither half a file nor a record of it."""
    proposed, before = propose_texts(root, {**texts_for(root), NEW: b"# " + b"x" * 90_000}), kept(root)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, limits[1]))
    try:
        with pytest.raises(OSError, match="large") as full:
            save(root, proposed, WHAT)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert refusal_of(full.value) is Refusal.FULL
    assert kept(root) == before
    assert not [*(root / UNDO).iterdir()]


def test_a_file_that_cannot_be_put_in_the_middle_takes_back_the_others(root):
    """The last name leads to the folder that the save has just made for another of its files."""
    (root / "data/2565/other.yml").symlink_to("../2566")
    proposed, before = propose_texts(root, {**texts_for(root), "data/2565/other.yml": b"a: b\n"}), kept(root)
    with pytest.raises(NotAFileError, match="other"):
        save(root, proposed, WHAT)
    assert kept(root) == before
    assert not [*(root / UNDO).iterdir()]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("closed", ["data/2565", "site_config", "data", ".prongsai"])
def test_a_folder_that_may_only_be_read_leaves_everything_as_it_was(root, closed):
    """Also when files of other folders have been written by then."""
    (root / ".prongsai").mkdir()
    texts = {**texts_for(root), AGENCY: (root / AGENCY).read_bytes() + b"# new\n"}
    proposed, before = propose_texts(root, texts), kept(root)
    (root / closed).chmod(0o555)
    try:
        with pytest.raises(PermissionError):
            save(root, proposed, WHAT)
    finally:
        (root / closed).chmod(0o755)
    assert kept(root) == before
    assert not list_saves(root).sound


def test_changes_are_made_to_the_texts(root):
    """The changes of a workbook, a table or a form become a proposal; nothing but the value is touched."""
    pytest.importorskip("prongsai.writing.apply")
    from prongsai.pipeline.save import propose

    proposed = propose(root, [Put(MEASURES, ("measures", 0, "number"), "2")])
    assert proposed.after == {MEASURES: put((root / MEASURES).read_bytes(), "number: 1", "number: 2")}
    assert not proposed.new_problems


def test_a_file_that_is_no_utf_8_is_refused_with_its_line(root):
    """A text that cannot be read cannot be changed without loss."""
    pytest.importorskip("prongsai.writing.apply")
    from prongsai.pipeline.save import propose

    (root / MEASURES).write_bytes("fiscal_year: 2565\nsource: ผล\n".encode("cp874"))
    with pytest.raises(RefusedError) as refused:
        propose(root, [Put(MEASURES, ("source",), "result")])
    assert (refused.value.reason, refused.value.line) == ("not-utf8", 2)
