"""A save that was broken off goes on or back as a whole, and never over what somebody has typed since."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import sites
from prongsai.pipeline.site_lock import hold_lock
from prongsai.pipeline.undo.finish_saves import Finished
from prongsai.pipeline.undo.records import UNDO, has_unfinished, list_saves
from prongsai.pipeline.undo.write_all import Step, write_all

NAMES = ("data/2564/scores.yml", "data/2565/measures.yml", "data/2565/memo.yml", "data/2571/memo.yml")
FOLDER = f"{UNDO}/0001-unfinished"


@pytest.fixture
def root(tmp_path) -> Path:
    """The smallest valid site."""
    return sites.copy_base(tmp_path / "root")


def after(name: str) -> bytes | None:
    """The bytes of a file after the save; one goes, and one is new."""
    return None if name == "data/2565/memo.yml" else f"# {name}\n".encode()


def break_off(root: Path, count: int) -> dict[str, bytes | None]:
    """A save of the four files broken off when so many were written, as a kill leaves it; what was there before."""
    before = {name: (root / name).read_bytes() if (root / name).exists() else None for name in NAMES}
    write_all(root, [Step(name, before[name], after(name)) for name in NAMES], "prongsai import")
    (root / UNDO / "0001").rename(root / FOLDER)
    for name in NAMES:
        if data := after(name):
            place = root / FOLDER / "after" / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
    for name in NAMES[:count]:
        (root / FOLDER / "after" / name).unlink(missing_ok=True)
    for name in NAMES[count:]:
        if (data := before[name]) is not None:
            (root / name).write_bytes(data)
        else:
            shutil.rmtree((root / name).parent)
    return before


def finish(root: Path) -> tuple[Finished, ...]:
    """The next command that writes the site."""
    with hold_lock(root, "prongsai build") as finished:
        assert not has_unfinished(root)
        return finished


def found(root: Path) -> dict[str, bytes | None]:
    """The bytes of the four files."""
    return {name: (root / name).read_bytes() if (root / name).exists() else None for name in NAMES}


@pytest.mark.parametrize("count", range(5))
def test_it_goes_on_from_wherever_it_was_broken_off(root, count):
    """The rest of the files is written, and the save can be taken back as any other."""
    break_off(root, count)
    (end,) = finish(root)
    assert (end.outcome, end.left) == ("gone-on", ())
    assert found(root) == {name: after(name) for name in NAMES}
    assert [one.is_finished for one in list_saves(root).sound] == [True]
    assert finish(root) == ()


@pytest.mark.parametrize("count", range(4))
def test_it_goes_back_where_a_copy_is_gone(root, count):
    """Nothing is left of it, neither a file nor the folder of a new year nor a record."""
    before = break_off(root, count)
    shutil.rmtree(root / FOLDER / "after")
    (end,) = finish(root)
    assert (end.outcome, end.left) == ("taken-back", ())
    assert found(root) == before
    assert not (root / "data/2571").exists()
    assert list_saves(root).sound == ()


def test_what_somebody_edited_since_stays(root):
    """The other files go on, the edited one is named, and what it held before can be found."""
    before = break_off(root, 1)
    (root / NAMES[1]).write_bytes(b"edited: by hand\n")
    (end,) = finish(root)
    assert (end.outcome, end.left) == ("gone-on", (NAMES[1],))
    assert found(root) == {name: after(name) for name in NAMES} | {NAMES[1]: b"edited: by hand\n"}
    assert (root / end.folder / "before" / NAMES[1]).read_bytes() == before[NAMES[1]]


def test_what_somebody_edited_since_stays_also_where_it_goes_back(root):
    """The record is kept for whoever edited."""
    before = break_off(root, 2)
    (root / NAMES[0]).write_bytes(b"edited: by hand\n")
    shutil.rmtree(root / FOLDER / "after")
    (end,) = finish(root)
    assert (end.outcome, end.left) == ("taken-back", (NAMES[0],))
    assert found(root) == before | {NAMES[0]: b"edited: by hand\n"}
    assert (root / end.folder / "before" / NAMES[0]).read_bytes() == before[NAMES[0]]


def test_without_any_copies_it_says_what_is_left(root):
    """No file is touched, and no later command stumbles over it."""
    break_off(root, 2)
    state = found(root)
    shutil.rmtree(root / FOLDER / "after")
    shutil.rmtree(root / FOLDER / "before")
    (end,) = finish(root)
    assert (end.outcome, end.left) == ("stuck", NAMES[2:])
    assert found(root) == state
    assert finish(root) == ()


def test_a_record_that_cannot_be_read_is_set_apart(root):
    """It is reported once, and hinders no command; its copies stay."""
    break_off(root, 2)
    state = found(root)
    (root / FOLDER / "save.json").write_bytes(b"{")
    (end,) = finish(root)
    assert (end.outcome, end.record, end.folder) == ("damaged", None, f"{UNDO}/0001")
    assert found(root) == state
    assert finish(root) == ()
    assert list_saves(root).damaged == (f"{UNDO}/0001",)


def test_a_save_that_was_only_staged_is_forgotten(root):
    """No file of the site was touched by it."""
    (root / UNDO / "new/after/data").mkdir(parents=True)
    assert finish(root) == ()
    assert not [*(root / UNDO).iterdir()]


def test_a_save_finishes_the_one_before_it(root):
    """Also for whoever calls it without having asked."""
    break_off(root, 4)
    write_all(root, [Step(NAMES[0], after(NAMES[0]), b"a: b\n")], "prongsai fmt")
    assert [one.is_finished for one in list_saves(root).sound] == [True, True]


def test_a_lock_of_another_kind_finishes_nothing(root):
    """The preview and the watch over links write nothing of the site."""
    break_off(root, 1)
    with hold_lock(root, "prongsai serve", kind="preview") as finished:
        assert finished == ()
    assert has_unfinished(root)
