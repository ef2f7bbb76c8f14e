"""A save can be taken back as long as its files are what it left, and nothing is lost by that."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import sites
from prongsai.pipeline.save import propose_texts, save
from prongsai.pipeline.undo.records import MOST_SAVES, UNDO, DamagedRecordError, list_saves
from prongsai.pipeline.undo.take_back import (
    EditedSinceError,
    NothingToUndoError,
    OtherSaveError,
    count_lines,
    plan_undo,
    undo,
)
from prongsai.pipeline.undo.write_all import Step, write_all

MEASURES, NEW = "data/2565/measures.yml", "data/2566/measures.yml"


@pytest.fixture
def root(tmp_path) -> Path:
    """The smallest valid site."""
    return sites.copy_base(tmp_path / "root")


def kept(root: Path) -> dict[str, str]:
    """The files that people keep of a site: all of it apart from the records of saves."""
    return {name: mark for name, mark in sites.snapshot(root).items() if not name.startswith(".prongsai")}


def save_text(root: Path, name: str, data: bytes | None) -> int:
    """Save one file; the number of the save."""
    before = (root / name).read_bytes() if (root / name).exists() else None
    return write_all(root, [Step(name, before, data)], "prongsai fmt").number


def versions(root: Path, count: int) -> list[bytes]:
    """Save a file so many times; what it held each time, the first text first."""
    found = [(root / MEASURES).read_bytes()]
    for number in range(count):
        found.append(found[0] + f"# {number}\n".encode())
        save_text(root, MEASURES, found[-1])
    return found


def test_a_save_that_is_taken_back_leaves_the_site_as_it_was(root):
    """Files changed, made and taken away, and the folder of a year that was made for one of them."""
    before = kept(root)
    texts = {MEASURES: b"fiscal_year: 2565\n", NEW: b"fiscal_year: 2566\n", "data/2565/memo.yml": None}
    save(root, propose_texts(root, texts), "prongsai import")
    undo(root)
    assert kept(root) == before
    undo(root, again=True)
    assert (root / MEASURES).read_bytes() == b"fiscal_year: 2565\n"
    assert (root / NEW).exists()
    assert not (root / "data/2565/memo.yml").exists()
    undo(root)
    assert kept(root) == before


def test_saves_are_taken_back_from_the_newest_to_the_oldest(root):
    """And made again in the other direction."""
    texts = versions(root, 4)
    for text in reversed(texts[:-1]):
        undo(root)
        assert (root / MEASURES).read_bytes() == text
    with pytest.raises(NothingToUndoError):
        undo(root)
    for text in texts[1:]:
        undo(root, again=True)
        assert (root / MEASURES).read_bytes() == text
    with pytest.raises(NothingToUndoError):
        undo(root, again=True)


def test_what_was_taken_back_cannot_be_made_again_after_another_save(root):
    """The files below it are others by then; the other save can be taken back, and the one before both."""
    texts = versions(root, 2)
    undo(root)
    save_text(root, MEASURES, b"fiscal_year: 2565\n")
    with pytest.raises(NothingToUndoError):
        undo(root, again=True)
    undo(root)
    assert (root / MEASURES).read_bytes() == texts[1]
    undo(root)
    assert (root / MEASURES).read_bytes() == texts[0]


@pytest.mark.parametrize("edit", ["changed", "gone", "there again"])
def test_what_somebody_edited_since_is_never_taken_back(root, edit):
    """The file is named, and stays; the copy of what was there before can still be found."""
    before = (root / MEASURES).read_bytes()
    number = save_text(root, MEASURES, None if edit == "there again" else b"fiscal_year: 2565\n")
    if edit == "gone":
        (root / MEASURES).unlink()
    else:
        (root / MEASURES).write_bytes(b"edited: by hand\n")
    state = kept(root)
    with pytest.raises(EditedSinceError) as refused:
        undo(root)
    assert refused.value.names == (MEASURES,)
    assert kept(root) == state
    assert (root / UNDO / f"{number:04}" / "before" / MEASURES).read_bytes() == before


def test_another_save_than_the_one_shown_is_not_taken_back(root):
    """Somebody else may have saved between the question and the answer."""
    versions(root, 1)
    shown = plan_undo(root).record.number
    save_text(root, "data/2565/memo.yml", None)
    with pytest.raises(OtherSaveError):
        undo(root, number=shown)


def test_the_last_fifty_saves_are_kept(root):
    """Older records are removed, and those that are kept can all be taken back."""
    texts = versions(root, MOST_SAVES + 5)
    assert len(list_saves(root).sound) == MOST_SAVES
    for text in reversed(texts[5:-1]):
        undo(root)
        assert (root / MEASURES).read_bytes() == text
    with pytest.raises(NothingToUndoError):
        undo(root)


def test_going_back_and_forth_fills_no_disk(root):
    """A save that was made again needs no record of having been taken back."""
    versions(root, 3)
    for _ in range(10):
        undo(root)
        undo(root, again=True)
    assert [one.takes_back for one in list_saves(root).sound] == [0, 0, 0]


def test_records_that_were_forgotten_by_half_mislead_nobody(root):
    """Of going back and forth the first record is gone and the second is still there, as a kill leaves it."""
    texts = versions(root, 1)
    shutil.copytree(root / UNDO / "0001", root / UNDO / "0003")
    stored = json.loads((root / UNDO / "0003/save.json").read_bytes())
    (root / UNDO / "0003/save.json").write_text(json.dumps({**stored, "takes_back": 2}), "utf-8")
    with pytest.raises(NothingToUndoError):
        plan_undo(root, again=True)
    undo(root)
    assert (root / MEASURES).read_bytes() == texts[0]
    assert [one.takes_back for one in list_saves(root).sound] == [0, 1]


def _cut(record: Path) -> None:
    (record / "save.json").write_bytes((record / "save.json").read_bytes()[:40])


def _no_record(record: Path) -> None:
    (record / "save.json").unlink()


def _other_form(record: Path) -> None:
    (record / "save.json").write_text('{"files": {"a": 1}}', "utf-8")


def _leads_out(record: Path) -> None:
    stored = json.loads((record / "save.json").read_bytes())
    stored["files"][0]["name"] = "../../etc/passwd"
    (record / "save.json").write_text(json.dumps(stored), "utf-8")


def _deep(record: Path) -> None:
    (record / "save.json").write_text("[" * 100_000, "utf-8")


def _folder(record: Path) -> None:
    _no_record(record)
    (record / "save.json").mkdir()


@pytest.mark.parametrize("damage", [_cut, _no_record, _other_form, _leads_out, _deep, _folder])
def test_a_damaged_record_is_skipped_and_named(root, damage):
    """Nothing is written by it, and the other saves are still there."""
    texts = versions(root, 1)
    number = save_text(root, "data/2565/memo.yml", None)
    damage(root / UNDO / f"{number:04}")
    records = list_saves(root)
    assert records.damaged == (f"{UNDO}/{number:04}",)
    assert len(records.sound) == 1
    undo(root)
    assert (root / MEASURES).read_bytes() == texts[0]
    assert save_text(root, MEASURES, texts[1]) > number


@pytest.mark.parametrize("damage", [Path.unlink, lambda copy: copy.write_bytes(b"other: text\n")])
def test_a_copy_that_is_not_what_was_kept_is_not_put_back(root, damage):
    """A backup that somebody edited is no backup."""
    texts = versions(root, 1)
    damage(root / UNDO / "0001" / "before" / MEASURES)
    with pytest.raises(DamagedRecordError):
        undo(root)
    assert (root / MEASURES).read_bytes() == texts[1]


def test_foreign_things_in_the_folder_of_records_are_left_alone(root):
    """Files, other folders and links neither count nor go."""
    folder = root / UNDO
    (folder / "mine").mkdir(parents=True)
    (folder / "note.txt").write_text("x", "utf-8")
    (folder / "0009").write_text("x", "utf-8")
    versions(root, 2)
    assert [one.number for one in list_saves(root).sound] == [10, 11]
    assert (folder / "mine").is_dir()
    assert (folder / "note.txt").is_file()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"", b"a\nb\n", (2, 0)),
        (b"a\nb\nc\n", b"a\nc\n", (0, 1)),
        (b"a\nb\n", b"b\na\n", (1, 1)),
        (b"a\r\nb\r\n", b"a\r\nx\r\n", (1, 1)),
        (b"a\n" * 2, b"a\n" * 3, (1, 0)),
        (b"x\n" * 9_000, b"x\n" * 9_000 + b"y\n", (1, 0)),
        (b"x\n" * 9_000, b"y\n" * 9_000, (9_000, 9_000)),
        (b"a\n" + b"x\ny\n" * 9_000 + b"b\n", b"c\n" + b"x\ny\n" * 9_000 + b"d\n", (2, 2)),
    ],
)
def test_lines_are_counted_as_people_see_them(old, new, expected):
    """Those that come and those that go."""
    assert count_lines(old, new) == expected
