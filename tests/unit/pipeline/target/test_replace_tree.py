"""A folder for a site belongs to whoever filled it: only what we put there, unchanged, is replaced or removed."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

import sites
from prongsai.exports.redirect_rules import MARK_ABOVE, MARK_BELOW
from prongsai.pipeline.target import file_moves, patience
from prongsai.pipeline.target.manifest import MANIFEST, STAGING, Manifest, hash_of, read_manifest
from prongsai.pipeline.target.replace_tree import (
    Permission,
    Replaced,
    TargetInUseError,
    check_target,
    recover,
    replace_tree,
)
from prongsai.pipeline.target.steps import OneFile, Steps

FIRST = {"index.html": "1", "a/index.html": "a", "b/index.html": "b", "c/index.html": "c", "assets/x.css": "x"}
SECOND = FIRST | {"a/index.html": "a2", "new/index.html": "n"}
RULES = f"{MARK_ABOVE}\nRedirectMatch 301 ^/alt$ /neu/\n{MARK_BELOW}\n"


@pytest.fixture
def place(tmp_path) -> Path:
    """A folder that holds the first site."""
    put(tmp_path, FIRST)
    return tmp_path / "www"


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write files below a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def put(tmp_path: Path, files: dict[str, str], permission: Permission = Permission(), agency: str = "") -> Replaced:  # noqa: B008
    """Put a site of these files into the folder."""
    new = tmp_path / "new"
    shutil.rmtree(new, ignore_errors=True)
    return replace_tree(write(new, files), tmp_path / "www", tmp_path / "aside", permission, agency)


def held(folder: Path) -> dict[str, str]:
    """The content of a folder, without our manifest."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def test_a_site_appears_whole_and_then_changes_file_by_file(tmp_path):
    """Few changes or most of them: the folder is the same one all the time, and what is unchanged is left alone."""
    assert put(tmp_path, FIRST).is_new
    place = tmp_path / "www"
    folder, kept = place.stat().st_ino, (place / "b/index.html").stat().st_ino
    done = put(tmp_path, SECOND)
    assert (done.put, done.removed, done.is_new) == (2, 0, False)
    assert (place / "b/index.html").stat().st_ino == kept
    other = {name: f"{text}!" for name, text in SECOND.items()}
    assert not put(tmp_path, other).is_new
    assert held(place) == other
    assert place.stat().st_ino == folder


def test_what_is_gone_from_the_site_is_gone_from_the_folder(tmp_path, place):
    """With the folders that are empty then."""
    assert put(tmp_path, {name: text for name, text in FIRST.items() if name != "c/index.html"}).removed == 1
    assert not (place / "c").exists()


FOREIGN = {
    ".well-known/acme-challenge/x": "token",
    ".well-known/security.txt": "Contact: mailto:a@example.go.th",
    "google123.html": "google-site-verification",
    "web.config": "<configuration/>",
    "old/photo.jpg": "photo",
    "a/private.txt": "theirs",
    "ชื่อ ไทย.pdf": "x",
    "assets/x.css.bak": "x",
}


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.parametrize("files", [SECOND, {name: f"{text}!" for name, text in FIRST.items()}], ids=["few", "most"])
def test_files_of_others_stay(tmp_path, place, name, files):
    """Whatever is next to ours is there after any publication, and is named."""
    write(place, {name: FOREIGN[name]})
    done = put(tmp_path, files)
    assert held(place) == files | {name: FOREIGN[name]}
    assert len(done.foreign) == 1
    assert name.startswith(done.foreign[0])


IN_THE_WAY = {
    "a page of ours that was edited": {"a/index.html": "edited"},
    "a file of others at an address of ours": {"new/index.html": "theirs"},
    "a file where a folder of ours must stand": {"new": "theirs"},
}


@pytest.mark.parametrize("what", IN_THE_WAY)
def test_what_others_keep_at_an_address_of_ours_is_refused(tmp_path, place, what):
    """Before anything is written; with its name it is replaced, as far as it is a file."""
    write(place, IN_THE_WAY[what])
    [name] = IN_THE_WAY[what]
    before = sites.snapshot(place)
    with pytest.raises(TargetInUseError) as refused:
        put(tmp_path, SECOND)
    assert (refused.value.reason, refused.value.names) == ("foreign", (name,))
    assert sites.snapshot(place) == before
    if name in SECOND:
        put(tmp_path, SECOND, Permission(replace=frozenset({name})))
        assert held(place) == SECOND


def test_a_link_at_an_address_of_ours_is_not_written_through(tmp_path, place):
    """Neither a linked file nor a linked folder leads us out of the folder."""
    elsewhere = write(tmp_path / "elsewhere", {"index.html": "theirs"})
    shutil.rmtree(place / "a")
    (place / "a").symlink_to(elsewhere)
    with pytest.raises(TargetInUseError):
        put(tmp_path, SECOND)
    assert held(elsewhere) == {"index.html": "theirs"}


def test_an_edited_page_that_is_not_needed_any_more_stays(tmp_path, place):
    """It is somebody's work now."""
    write(place, {"c/index.html": "edited"})
    put(tmp_path, {name: text for name, text in FIRST.items() if name != "c/index.html"})
    assert (place / "c/index.html").read_text("utf-8") == "edited"


FOLDERS = {
    "a website with a page for what is not found": {"index.html": "main", "404.html": "nf", "images/x.jpg": "x"},
    "one file": {"notes.txt": "x"},
    "a hidden file alone": {".htaccess": "Deny from all"},
    "a manifest of another program": {MANIFEST: '{"files": {}}'},
    "a damaged manifest": {MANIFEST: "{", "index.html": "x"},
}


@pytest.mark.parametrize("what", FOLDERS)
def test_a_folder_without_our_manifest_is_refused_however_it_looks(tmp_path, what):
    """It may be adopted; then files of others stay, and those at our addresses are still refused."""
    place = write(tmp_path / "www", FOLDERS[what])
    before = sites.snapshot(place)
    with pytest.raises(TargetInUseError) as refused:
        check_target(place)
    assert refused.value.reason == "unknown"
    theirs = {name: text for name, text in FOLDERS[what].items() if name != MANIFEST}
    if "index.html" in theirs:
        with pytest.raises(TargetInUseError) as refused:
            put(tmp_path, FIRST, Permission(adopt=True))
        assert refused.value.names == ("index.html",)
        assert sites.snapshot(place) == before
    put(tmp_path, FIRST, Permission(adopt=True, replace=frozenset({"index.html"})))
    assert held(place) == theirs | FIRST


def test_an_older_publication_of_our_own_is_adopted(tmp_path):
    """The versions before wrote no manifest: what is at our addresses is replaced, the rest stays."""
    old = {"404.html": "4", "assets/css/site.css": "c", "data/catalogue.json": "{}", "data/datapackage.json": "{}"}
    place = write(tmp_path / "www", old | {"index.html": "old", "theirs.txt": "x"})
    put(tmp_path, old | {"index.html": "new"}, Permission(adopt=True))
    assert held(place) == old | {"index.html": "new", "theirs.txt": "x"}


def test_the_site_of_another_agency_is_refused(tmp_path):
    """Two sites never take turns in one folder by mistake."""
    put(tmp_path, FIRST, agency="เทศบาลตำบลหนึ่ง")
    with pytest.raises(TargetInUseError) as refused:
        put(tmp_path, SECOND, agency="เทศบาลตำบลสอง")
    assert (refused.value.reason, refused.value.names) == ("other-site", ("เทศบาลตำบลหนึ่ง",))
    put(tmp_path, SECOND, Permission(adopt=True), agency="เทศบาลตำบลสอง")
    assert held(tmp_path / "www") == SECOND


def test_rules_for_apache_are_shared_with_others(tmp_path, place):
    """Text that others wrote around our marks is kept when ours come, change and go."""
    theirs = "AuthType Basic\n"
    write(place, {".htaccess": theirs})
    put(tmp_path, FIRST | {".htaccess": RULES})
    assert held(place)[".htaccess"] == f"{RULES}\n{theirs}"
    write(place, {".htaccess": f"Options -Indexes\n{RULES}{theirs}"})
    changed = RULES.replace("/neu/", "/da/")
    put(tmp_path, SECOND | {".htaccess": changed})
    assert held(place)[".htaccess"] == f"Options -Indexes\n{changed}{theirs}"
    put(tmp_path, SECOND)
    assert held(place)[".htaccess"] == f"Options -Indexes\n{theirs}"
    put(tmp_path, {name: f"{text}!" for name, text in SECOND.items()})
    assert held(place)[".htaccess"] == f"Options -Indexes\n{theirs}"


def test_rules_that_are_ours_alone_go_with_the_last_redirect(tmp_path, place):
    """No empty file is left behind."""
    put(tmp_path, FIRST | {".htaccess": RULES})
    put(tmp_path, FIRST)
    assert held(place) == FIRST


def test_a_folder_takes_the_place_of_a_file_and_a_file_that_of_a_folder(tmp_path, place):
    """As long as all that goes is ours."""
    put(tmp_path, FIRST | {"x": "file"})
    put(tmp_path, FIRST | {"x/index.html": "folder"})
    assert held(place) == FIRST | {"x/index.html": "folder"}
    put(tmp_path, FIRST | {"x": "file"})
    assert held(place) == FIRST | {"x": "file"}


class Killed(BaseException):
    """The machine stops."""


MOST = {name: f"{text}!" for name, text in FIRST.items()}


def fail_at_rename(count: int, failure: BaseException, monkeypatch) -> None:
    """Fail at the rename of a folder with this number."""
    moves: list[Path] = []
    rename = Path.rename

    def failing(path, target):
        moves.append(path)
        if len(moves) == count:
            raise failure
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)


@pytest.mark.parametrize("count", [1, 2])
def test_a_first_site_that_was_broken_off_is_not_seen(tmp_path, monkeypatch, count):
    """Nothing is there, and the next run puts all of it."""
    fail_at_rename(count, Killed(), monkeypatch)
    with pytest.raises(Killed):
        put(tmp_path, FIRST)
    monkeypatch.undo()
    assert not (tmp_path / "www").exists()
    recover(tmp_path / "www", tmp_path / "aside")
    assert put(tmp_path, FIRST).is_new
    assert held(tmp_path / "www") == FIRST
    assert {path.name for path in tmp_path.iterdir()} == {"www"}


def test_a_swap_that_an_earlier_version_broke_off_is_taken_back(tmp_path, place):
    """It had moved the old site aside; the last good one is in place again, and what waited of it goes."""
    place.rename(tmp_path / "aside")
    recover(place, tmp_path / "aside")
    assert held(place) == FIRST
    shutil.copytree(place, tmp_path / "aside")
    recover(place, tmp_path / "aside")
    assert not (tmp_path / "aside").exists()


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("number", [1, 13, 16])
def test_where_no_folder_can_be_moved_it_goes_file_by_file(tmp_path, monkeypatch, count, number):
    """The new site is there, and nothing of the attempt is left."""
    fail_at_rename(count, OSError(number, "no"), monkeypatch)
    put(tmp_path, FIRST)
    assert held(tmp_path / "www") == FIRST
    assert {path.name for path in tmp_path.iterdir()} == {"www", "new"}


def stop_after(count: int, monkeypatch) -> list[str]:
    """Stop the machine at this move; the moves so far."""
    moves: list[str] = []
    move = file_moves.replace_file

    def stopping(step):
        if len(moves) == count:
            raise Killed
        moves.append("")
        move(step)

    monkeypatch.setattr(file_moves, "replace_file", stopping)
    return moves


@pytest.mark.parametrize("count", range(5))
def test_moves_that_were_broken_off_are_finished_by_the_next_run(tmp_path, place, monkeypatch, count):
    """Wherever it stopped; no page ever links to what is not there yet, and no half of a file is seen."""
    site = {"index.html": "1 a2 new", "a/index.html": "a2 new", "new/index.html": "n", "assets/y.css": "y"}
    old = {name: text for name, text in FIRST.items() if name != "c/index.html"}
    old |= {f"same/{number}.html": "same" for number in range(9)}
    put(tmp_path, FIRST | old)
    stop_after(count, monkeypatch)
    with pytest.raises(Killed):
        put(tmp_path, {**old, **site})
    shown = held(place)
    assert "new" not in shown["index.html"] + shown["a/index.html"] or "new/index.html" in shown
    assert "c/index.html" in shown
    monkeypatch.undo()
    recover(place, tmp_path / "aside")
    assert held(place) == {**old, **site}
    assert set(read_manifest(place).files) == {**old, **site}.keys()


@pytest.mark.parametrize("count", range(4))
@pytest.mark.parametrize(
    "files", [{"x": "file"}, {"x/index.html": "folder", "x/y/z.html": "z"}], ids=["file", "folder"]
)
def test_a_file_for_a_folder_and_a_folder_for_a_file_that_were_broken_off(tmp_path, place, monkeypatch, files, count):
    """No empty folder of the old site is in the way of the next run, wherever it stopped."""
    other = {"x/index.html": "folder", "x/y/z.html": "z"} if "x" in files else {"x": "file"}
    put(tmp_path, FIRST | other)
    stop_after(count, monkeypatch)
    with pytest.raises(Killed):
        put(tmp_path, MOST | files)
    monkeypatch.undo()
    for name in other:
        if "/" in name and not (place / name).exists() and not (place / "x").is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)  # stopped before the folder went too
    recover(place, tmp_path / "aside")
    assert held(place) == MOST | files
    folders = {path.name for path in place.rglob("*") if path.is_dir()}
    assert folders == {"a", "b", "c", "assets", *([] if "x" in files else ["x", "y"])}


def test_an_empty_folder_of_others_is_not_taken_for_ours(tmp_path, place):
    """None of our files takes its place, before or after the moves are planned."""
    put(tmp_path, FIRST | {"x/index.html": "folder"})
    (place / "x" / "theirs").mkdir()
    with pytest.raises(TargetInUseError) as refused:
        put(tmp_path, FIRST | {"x": "file"})
    assert refused.value.names == ("x",)


@pytest.mark.parametrize("name", ["x/theirs.txt", "new"])
def test_what_is_in_the_way_since_a_stop_stays_and_the_rest_is_finished(tmp_path, place, monkeypatch, name):
    """A folder with a file of others, or their file where our folder must be, stops no later run."""
    put(tmp_path, FIRST | {"x/index.html": "folder"})
    stop_after(0, monkeypatch)
    with pytest.raises(Killed):
        put(tmp_path, SECOND | {"x": "file"})
    monkeypatch.undo()
    write(place, {name: "theirs"})
    recover(place, tmp_path / "aside")
    shown = held(place)
    assert (shown[name], shown["a/index.html"]) == ("theirs", "a2")
    assert not (place / STAGING).exists()


def test_moves_of_an_earlier_version_are_finished(tmp_path, place):
    """Its new files wait by their own names."""
    journal = {"put": ["a/index.html", "new/index.html"], "removed": ["c/index.html"], "before": {}}
    journal["before"] = {name: hash_of(place / name) for name in (*journal["put"], *journal["removed"])}
    write(place / STAGING, {"journal.json": json.dumps(journal), "files/a/index.html": "a2"})
    write(place / STAGING, {"files/new/index.html": "n"})
    recover(place, tmp_path / "aside")
    assert held(place) == {name: text for name, text in SECOND.items() if name != "c/index.html"}


TWINS = {"b/index.html.gz": "packed", "new/index.html.gz": "packed", "style.css.gz": "packed", "style.css": "s"}


def test_pages_come_after_what_they_show_and_twins_with_their_files():
    """No page that was there before links to what is not there yet, also where its twin is sent in its place."""
    put = ("b/index.html", "a/index.html", "new/index.html", "feed.xml", "new.png", *TWINS)
    added = frozenset({"new/index.html", "new.png", *TWINS})
    assert Steps(put, added, ()).in_order() == [
        "new.png",
        "style.css",
        "style.css.gz",
        "new/index.html",
        "new/index.html.gz",
        "feed.xml",
        "a/index.html",
        "b/index.html",
        "b/index.html.gz",
    ]


def test_names_that_differ_in_letters_alone_are_two_files_here(tmp_path, place):
    """The one comes and the other goes, on a disk that tells them apart."""
    put(tmp_path, FIRST | {"files/Plan.pdf": "plan"})
    put(tmp_path, FIRST | {"Files/plan.pdf": "plan"})
    assert held(place) == FIRST | {"Files/plan.pdf": "plan"}


def test_on_a_disk_that_takes_both_for_one_a_file_gets_its_new_letters(tmp_path, place):
    """It is neither taken for somebody else's nor removed: a second link to it is that one file under both names."""
    put(tmp_path, FIRST | {"Plan.pdf": "plan"})
    (place / "plan.pdf").hardlink_to(place / "Plan.pdf")
    done = put(tmp_path, FIRST | {"plan.pdf": "plan"})
    assert (done.put, done.removed) == (0, 0)
    assert held(place)["plan.pdf"] == "plan"
    assert {*read_manifest(place).files} == {*FIRST, "plan.pdf"}
    assert OneFile(place, ["plan.pdf"]).other_name("PLAN.pdf") == "PLAN.pdf"  # this one is not there


def test_a_file_that_somebody_put_there_after_a_stop_stays(tmp_path, place, monkeypatch):
    """The next run finishes its own moves only."""
    stop_after(0, monkeypatch)
    with pytest.raises(Killed):
        put(tmp_path, SECOND)
    monkeypatch.undo()
    write(place, {"new/index.html": "theirs"})
    recover(place, tmp_path / "aside")
    assert held(place) == SECOND | {"new/index.html": "theirs"}


def test_a_journal_never_leads_out_of_the_folder(tmp_path, place):
    """Whoever can write into a web root cannot make us touch other files."""
    write(tmp_path, {"outside.txt": "theirs"})
    journal = '{"put": ["../outside.txt"], "removed": [], "before": {}}'
    write(place / STAGING, {"journal.json": journal, "files/x": "bad"})
    recover(place, tmp_path / "aside")
    assert (tmp_path / "outside.txt").read_text("utf-8") == "theirs"
    assert not (place / STAGING).exists()


def across(monkeypatch, disk: Path) -> None:
    """Have a folder be another disk, to and from which nothing can be moved."""
    replace, rename = Path.replace, Path.rename

    def refuse(step):
        def move(path, target):
            if path.is_relative_to(disk) != target.is_relative_to(disk):
                raise OSError(18, "Invalid cross-device link")
            return step(path, target)

        return move

    monkeypatch.setattr(Path, "replace", refuse(replace))
    monkeypatch.setattr(Path, "rename", refuse(rename))


def test_a_full_disk_leaves_the_old_site_and_nothing_else(tmp_path, place, monkeypatch):
    """The bytes are on the disk before any of them is shown."""
    before = sites.snapshot(place)
    across(monkeypatch, tmp_path / "new")

    def full(_source, _target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(OSError, match="No space left"):
        put(tmp_path, SECOND)
    assert sites.snapshot(place) == before


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_everybody_reads_the_site_whatever_the_umask(tmp_path):
    """Both ways of putting it there."""
    umask = os.umask(0o077)
    try:
        put(tmp_path, FIRST)
        put(tmp_path, SECOND | {"deep/er/index.html": "d"})
    finally:
        os.umask(umask)
    place = tmp_path / "www"
    modes = {path: path.stat().st_mode & 0o777 for path in (place, *place.rglob("*"))}
    assert {
        path.name: oct(mode) for path, mode in modes.items() if mode & (0o555 if path.is_dir() else 0o444) == 0
    } == {}
    assert all(mode & 0o044 == 0o044 for mode in modes.values())
    assert all(mode & 0o055 == 0o055 for path, mode in modes.items() if path.is_dir())


def test_a_file_that_is_open_elsewhere_is_tried_again(monkeypatch):
    """On Windows a virus scanner lets go soon; what stays open is said."""
    monkeypatch.setattr(patience.time, "sleep", lambda _seconds: None)
    busy = PermissionError(13, "in use")
    busy.winerror = 32
    tries: list[int] = []

    def move():
        tries.append(1)
        if len(tries) < 3:
            raise busy

    patience.replace_file(move)
    assert len(tries) == 3
    with pytest.raises(PermissionError):
        patience.replace_file(lambda: (_ for _ in ()).throw(busy))


def test_a_folder_that_is_there_already_is_filled(tmp_path):
    """A mount point or a web root whose parent is root's stays the folder that it is."""
    place = tmp_path / "www"
    place.mkdir()
    folder = place.stat().st_ino
    assert not put(tmp_path, FIRST).is_new
    assert held(place) == FIRST
    assert place.stat().st_ino == folder


def test_another_disk_gets_a_copy(tmp_path, monkeypatch):
    """Nothing can be moved there from here; what the disk refuses is reported with its own reason."""
    across(monkeypatch, tmp_path / "new")
    put(tmp_path, FIRST)
    assert held(tmp_path / "www") == FIRST == held(tmp_path / "new")
    put(tmp_path, SECOND)
    assert held(tmp_path / "www") == SECOND == held(tmp_path / "new")

    def full(_source, _target):
        raise OSError(28, "No space left on device", "x")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(OSError, match="No space left") as told:
        put(tmp_path, MOST)
    assert told.value.errno == 28
    assert held(tmp_path / "www") == SECOND
    assert {path.name for path in tmp_path.iterdir()} == {"www", "new"}


def test_a_folder_of_the_site_may_be_another_disk(tmp_path, place, monkeypatch):
    """Its files are copied next to their places first."""
    across(monkeypatch, place / "a")
    put(tmp_path, SECOND)
    assert held(place) == SECOND
    assert {path.name for path in (place / "a").iterdir()} == {"index.html"}


def put_changes(tmp_path: Path, files: dict[str, str], kept: set[str]) -> Replaced:
    """Put what changed of a site into the folder, and keep these of its files."""
    new = tmp_path / "changes"
    shutil.rmtree(new, ignore_errors=True)
    return replace_tree(write(new, files), tmp_path / "www", tmp_path / "aside", kept=frozenset(kept))


def test_of_changes_alone_what_is_kept_stays_and_what_is_neither_goes(tmp_path, place):
    """Much changes or little; a file that is kept and is among the changes is as it is there."""
    before = {name: (place / name).stat().st_ino for name in FIRST}
    done = put_changes(
        tmp_path, {"a/index.html": "a2", "new/index.html": "n", "b/index.html": "b"}, {"b/index.html", "index.html"}
    )
    assert (done.put, done.removed) == (2, 2)
    assert held(place) == {"index.html": "1", "a/index.html": "a2", "b/index.html": "b", "new/index.html": "n"}
    assert {name for name in held(place) if (place / name).stat().st_ino == before.get(name)} == {
        "index.html",
        "b/index.html",
    }
    assert read_manifest(place) == read_manifest_of_whole(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} >= {"www", "changes"}


def read_manifest_of_whole(tmp_path: Path) -> Manifest | None:
    """The manifest of the same site where it was put as a whole."""
    other = tmp_path / "other"
    replace_tree(write(tmp_path / "whole", held(tmp_path / "www")), other, tmp_path / "aside")
    return read_manifest(other)


def test_changes_alone_never_touch_what_is_not_ours(tmp_path, place):
    """Files of others stay and are named; one at one of our addresses is refused before any step."""
    write(place, {"theirs.txt": "x"})
    assert put_changes(tmp_path, {"a/index.html": "a2"}, {*FIRST}).foreign == ("theirs.txt",)
    write(place, {"a/index.html": "edited"})
    before = sites.snapshot(place)
    with pytest.raises(TargetInUseError) as refused:
        put_changes(tmp_path, {"a/index.html": "a3"}, {*FIRST})
    assert refused.value.names == ("a/index.html",)
    assert sites.snapshot(place) == before


@pytest.mark.parametrize("count", range(4))
def test_changes_alone_that_were_broken_off_are_finished_by_the_next_run(tmp_path, place, monkeypatch, count):
    """Each address is old or new meanwhile, and what is kept was never touched."""
    stop_after(count, monkeypatch)
    with pytest.raises(Killed):
        put_changes(tmp_path, {"a/index.html": "a2", "new/index.html": "n"}, {*FIRST} - {"c/index.html"})
    shown = held(place)
    assert {shown[name] for name in ("index.html", "b/index.html", "assets/x.css")} == {"1", "b", "x"}
    assert shown["a/index.html"] in {"a", "a2"}
    assert shown.get("new/index.html", "n") == "n"
    monkeypatch.undo()
    recover(place, tmp_path / "aside")
    assert held(place) == {name: text for name, text in SECOND.items() if name != "c/index.html"}
    assert set(read_manifest(place).files) == held(place).keys()
