"""A publication can be kept as one ZIP and restored where nothing of it is, and nothing else is taken for a backup."""

from __future__ import annotations

import json
import shutil
import stat
import zipfile
from pathlib import Path

import pytest

import sites
from prongsai.forms.file_head import SCHEMAS
from prongsai.loading.load_site import load_site
from prongsai.pipeline.backup import restore as restoring
from prongsai.pipeline.backup.files import NOTE, NewerBackupError, NotABackupError, find_backup_files
from prongsai.pipeline.backup.make_backup import BackupInsideError, name_target, read_backup_note, write_backup
from prongsai.pipeline.backup.restore import (
    DamagedBackupError,
    FolderNotEmptyError,
    NoRoomError,
    UnsafeBackupError,
    restore_backup,
)
from prongsai.pipeline.begin import new_site
from prongsai.pipeline.build import build_folder

DAY = "2569-11-28"


def files_in(folder):
    """Every file below a folder with a hash of what it holds."""
    return {name: mark for name, mark in sites.snapshot(folder).items() if mark}


def keep(root, out, day=DAY):
    """A backup of the site in `root`."""
    return write_backup(root, out, day, published=root.parent / "www")


@pytest.fixture
def backup(built, tmp_path) -> Path:
    """A backup of a small site that was built."""
    return keep(built, tmp_path / "out").path


def test_a_restored_site_gives_the_same_bytes(built, backup, tmp_path):
    """The files that people keep come back, none that was generated does, and the site built from them is the same."""
    restore_backup(backup, tmp_path / "restored")
    kept = files_in(tmp_path / "restored")
    assert {"content/about.md", "mkdocs.yml", "data/2564/scores.yml", "site_config/agency.yml"} <= kept.keys()
    assert not any(name.startswith(("site/", ".prongsai/", "content/2564")) for name in kept)
    assert build_folder(tmp_path / "restored", tmp_path / "restored/site").done
    assert files_in(tmp_path / "restored/site") == files_in(built / "site")


def test_a_new_site_can_be_restored(tmp_path):
    """Also one that has no fact yet; empty folders of years count, since a year is one."""
    new_site(tmp_path / "new", "เทศบาลตำบลใหม่", 2568)
    (tmp_path / "new/data/2570").mkdir()
    kept = keep(tmp_path / "new", tmp_path / "out").path
    shutil.rmtree(tmp_path / "new" / SCHEMAS.partition("/")[0])  # is made again by the next build
    (tmp_path / "here").mkdir()
    note = restore_backup(kept, tmp_path / "here")
    assert sites.snapshot(tmp_path / "here") == sites.snapshot(tmp_path / "new")
    assert (note.agency, note.day, note.target) == ("เทศบาลตำบลใหม่", DAY, (tmp_path / "www").as_posix())
    assert [one.year for one in load_site(tmp_path / "here").site.years] == [2568, 2569, 2570]


def test_the_same_content_is_kept_once(built, tmp_path):
    """The ZIP is the same to the byte; other content gets a name of its own, and none is ever written over."""
    first, again = keep(built, tmp_path / "out"), keep(built, tmp_path / "elsewhere")
    assert first.path.read_bytes() == again.path.read_bytes()
    assert first.path.name == "prongsai-built-2569-11-28.zip"
    assert keep(built, tmp_path / "out", "2569-12-01") == type(first)(first.path, is_new=False)
    before = first.path.read_bytes()
    (built / "content/about.md").write_text("# อื่น {#a}\n", "utf-8")
    second = keep(built, tmp_path / "out")
    assert (second.path.name, second.is_new) == ("prongsai-built-2569-11-28-2.zip", True)
    assert first.path.read_bytes() == before
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [second.path.name, first.path.name]


def test_nothing_secret_and_nothing_outside_is_kept(built, tmp_path):
    """Hidden files, keys and links that lead out are left out, links are reported; what mkdocs.yml names is kept."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.yml").write_text("x", "utf-8")
    secrets = [".env", ".git/config", "data/.env", "site_config/server.key", "content/.htpasswd", "passwords.txt"]
    kept = [
        "look/main.html",
        "hooks/hook.py",
        "hooks/words.py",
        "other.yml",
        "content/.htaccess",
        "content/files/a.key",
    ]
    for name in (*secrets, *kept):
        (built / name).parent.mkdir(parents=True, exist_ok=True)
        (built / name).write_text("x: 1\n", "utf-8")
    (built / "data/linked").symlink_to(tmp_path / "outside")
    (built / "data/env.yml").symlink_to(built / ".env")
    (built / "data/circle").symlink_to(built / "data")
    (built / "data/gone.yml").symlink_to(built / "no-such-file")
    config = (built / "mkdocs.yml").read_text("utf-8")
    extra = (
        "theme: {custom_dir: look}\nhooks: [hooks/hook.py]\nplugins: [a: {from: other.yml, tag: !ENV X, up: ../../x}]\n"
    )
    (built / "mkdocs.yml").write_text(config + extra, "utf-8")
    found = find_backup_files(built)
    assert set(kept) <= found.files.keys()
    assert not set(secrets) & found.files.keys()
    assert sorted(found.left_out) == ["data/env.yml", "data/gone.yml", "data/linked"]
    with zipfile.ZipFile(keep(built, tmp_path / "out").path) as pack:
        assert {about.external_attr >> 16 for about in pack.infolist()} == {stat.S_IFREG | 0o644}


def test_the_note_names_neither_a_person_nor_a_password(built, tmp_path):
    """Whoever was logged in, and what an address carries before its host."""
    kept = write_backup(
        built,
        tmp_path / "out",
        DAY,
        published=Path("/home", "somchai", "www"),
        site_url="https://u:secret@ita.go.th/x/?k=1",
    )
    note = read_backup_note(kept.path)
    assert note is not None
    assert (note.target, note.site_url) == ("~/www", "https://ita.go.th/x/")
    assert name_target(Path("/root")) == "~"
    assert name_target(Path("/srv/www/ita")) == "/srv/www/ita"


@pytest.mark.parametrize("place", ["www", "www/files", "built", "built/content/files", "built/site", "built/data"])
def test_a_backup_is_never_in_what_is_published_or_kept(built, tmp_path, place):
    """It would be published, or be kept by the next one."""
    with pytest.raises(BackupInsideError):
        write_backup(built, tmp_path / place, DAY, published=tmp_path / "www")


def test_a_full_disk_leaves_no_half_of_a_backup(built, tmp_path, monkeypatch):
    """The backups that are there stay as they are."""
    before = keep(built, tmp_path / "out").path.read_bytes()
    (built / "content/about.md").write_text("# อื่น {#a}\n", "utf-8")

    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("prongsai.pipeline.backup.make_backup.add_file", full)
    with pytest.raises(OSError, match="No space"):
        keep(built, tmp_path / "out")
    assert [path.read_bytes() for path in (tmp_path / "out").iterdir()] == [before]


def changed(source, target, *, note=None, name=None, data=b"", attributes=0, drop=""):
    """A copy of a backup that somebody changed: its note, or a file more or less."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        stored = json.loads(old.read(NOTE))
        for about in old.infolist():
            if about.filename not in {NOTE, drop}:
                new.writestr(about, old.read(about))
        if name is not None:
            about = zipfile.ZipInfo(name)
            about.external_attr = attributes << 16
            new.writestr(about, data)
            stored["files"][name] = stored["files"].get(name, "")
        new.writestr(NOTE, json.dumps({**stored, **(note or {})}))
    return target


UNSAFE = [
    "../evil.yml",
    "/etc/evil",
    "data/../../evil",
    "data\\evil.yml",
    "C:/evil",
    "data/a:b",
    ".git/hooks/post-commit",
]
UNSAFE += ["content/.env", "data/nul.yml", "data/a\x1b[2J.yml", "data/a. ", "data//a", ".prongsai/manifest.json"]
UNSAFE += ["data/2564/scores.yml"]  # twice


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_backup_with_names_that_none_has_is_refused(backup, tmp_path):
    """Ways out of the folder, hidden files, devices and doubles: nothing is written, neither there nor elsewhere."""
    for name in UNSAFE:
        made = changed(backup, tmp_path / "changed.zip", name=name)
        before = sites.snapshot(tmp_path)
        with pytest.raises(UnsafeBackupError):
            restore_backup(made, tmp_path / "restored")
        assert sites.snapshot(tmp_path) == before


def test_links_in_a_backup_are_refused(backup, tmp_path):
    """A link would let the next file be written anywhere."""
    made = changed(backup, tmp_path / "x.zip", name="data/link", data=b"/etc", attributes=stat.S_IFLNK | 0o777)
    with pytest.raises(UnsafeBackupError):
        restore_backup(made, tmp_path / "restored")


def test_a_backup_that_unpacks_without_end_is_refused(backup, tmp_path, monkeypatch):
    """By what it says to hold, and by what the disk has room for."""
    data = changed(backup, tmp_path / "x.zip", name="data/zeros.yml", data=bytes(50_000_000))
    monkeypatch.setattr(restoring.shutil, "disk_usage", lambda _place: shutil._ntuple_diskusage(10**9, 10**9, 10**6))
    with pytest.raises(NoRoomError):
        restore_backup(data, tmp_path / "restored")
    with zipfile.ZipFile(tmp_path / "dense.zip", "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("data/zeros.yml", bytes(3_000_000))
        pack.writestr(NOTE, zipfile.ZipFile(backup).read(NOTE))
    monkeypatch.setattr(restoring, "_DENSEST", 10)
    with pytest.raises(UnsafeBackupError):
        restore_backup(tmp_path / "dense.zip", tmp_path / "restored")
    assert not (tmp_path / "restored").exists()


def test_a_damaged_backup_is_refused(backup, tmp_path):
    """A file that is missing, one more, one that says something else, a byte that tipped over, and half a ZIP."""
    whole = backup.read_bytes()
    place = whole.index(b"data/2564/scores.yml") + 200
    (tmp_path / "tipped.zip").write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
    (tmp_path / "half.zip").write_bytes(whole[: len(whole) // 2])
    damaged = [
        (changed(backup, tmp_path / "less.zip", drop="data/2564/scores.yml"), DamagedBackupError),
        (changed(backup, tmp_path / "more.zip", name="data/new.yml"), DamagedBackupError),
        (tmp_path / "tipped.zip", DamagedBackupError),
        (tmp_path / "half.zip", NotABackupError),
    ]
    for made, error in damaged:
        with pytest.raises(error):
            restore_backup(made, tmp_path / "restored")
        assert not (tmp_path / "restored").exists()
    assert not list(tmp_path.glob(".prongsai-restore-*"))


@pytest.mark.parametrize(
    ("note", "error"),
    [
        ({"program": "other"}, NotABackupError),
        ({"files": []}, NotABackupError),
        ({"files": {"a": 1}}, NotABackupError),
        ({"folders": "data"}, NotABackupError),
        ({"folders": ["../x"]}, UnsafeBackupError),
        ({"format": 2, "version": "9.0"}, NewerBackupError),
    ],
)
def test_a_note_of_another_kind_is_refused(backup, tmp_path, note, error):
    """ZIPs of others, broken notes, and those of a later version, which has other rules."""
    with pytest.raises(error):
        restore_backup(changed(backup, tmp_path / "x.zip", note=note), tmp_path / "restored")
    assert not (tmp_path / "restored").exists()


def test_what_is_there_is_never_restored_over(built, backup, tmp_path):
    """A folder with anything in it, a file and a link are left alone."""
    (tmp_path / "file").write_text("x", "utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for target in (built, tmp_path / "file", tmp_path / "link"):
        before = sites.snapshot(tmp_path)
        with pytest.raises(FolderNotEmptyError):
            restore_backup(backup, target)
        assert sites.snapshot(tmp_path) == before
