"""The copy in which the preview builds: equal to the sources, apart from what is generated, and never a way back."""

from __future__ import annotations

import json
import os
import shutil
import time

import pytest

import sites
from prongsai.pipeline.build import build_folder
from prongsai.pipeline.content.write_files import digest
from prongsai.pipeline.preview.site_copy import PreviewCopy

needs_posix = pytest.mark.skipif(os.name == "nt", reason="links and pipes are made freely elsewhere only")
not_as_root = pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root reads everything")
CONFIG = "INHERIT: .prongsai/mkdocs.yml\ndocs_dir: content\nsite_dir: site\n"


@pytest.fixture
def root(tmp_path):
    """A small site with a page and an attachment of its own."""
    made = sites.copy_base(tmp_path / "root")
    (made / "mkdocs.yml").write_text(CONFIG, "utf-8")
    put(made / "content/files/scan.txt", "scan")
    put(made / "content/history.md", "# ประวัติ\n")
    return made


@pytest.fixture
def copy(root):
    """Its copy, up to date."""
    made = PreviewCopy(root)
    renew(made)
    return made


def put(path, text):
    """Write a file, as an editor saves it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def age(path):
    """Have a file saved an hour ago, so that its time shows every later save."""
    hour_ago = time.time() - 3600
    os.utime(path, (hour_ago, hour_ago), follow_symlinks=False)


def renew(copy):
    """Bring a copy up to date, as before each build."""
    copy.update(copy.look())


def generate(root, names):
    """Write files as the generator does: with their fingerprints in the manifest."""
    for name, text in names.items():
        put(root / name, text)
    marks = {name: [digest(text.encode())] for name, text in names.items()}
    put(root / ".prongsai/manifest.json", json.dumps(marks))


def held(copy):
    """The files and links of a copy, apart from what builds keep there."""
    found = (path.relative_to(copy.folder).as_posix() for path in copy.folder.rglob("*") if not path.is_dir())
    return sorted(name for name in found if not name.startswith(".prongsai/"))


def test_what_is_saved_renamed_and_removed_is_so_in_the_copy(root, copy):
    """After any change the copy holds what the site holds, byte for byte."""
    put(root / "content/files/scan.txt", "another scan")
    (root / "content/history.md").rename(root / "content/past.md")
    put(root / "content/news/first.md", "# ข่าว\n")
    (root / "data/2599").mkdir()
    renew(copy)
    assert (copy.folder / "data/2599").is_dir()
    shutil.rmtree(root / "content/news")
    (root / "data/2599").rmdir()
    renew(copy)
    for name in ("data", "site_config", "content"):
        assert sites.snapshot(copy.folder / name) == sites.snapshot(root / name)


def test_what_is_unchanged_is_not_copied_again(root, copy):
    """An attachment is copied once, also by the next run; a change next to it does not touch it."""
    scan = copy.folder / "content/files/scan.txt"
    number = scan.stat().st_ino
    put(root / "content/history.md", "# ประวัติของเรา\n")
    renew(copy)
    renew(PreviewCopy(root))
    assert scan.stat().st_ino == number
    assert (copy.folder / "content/history.md").read_text("utf-8") == "# ประวัติของเรา\n"


def test_a_file_is_never_shared_with_the_site(root, copy):
    """Writing into the copy does not reach the file it was made from."""
    (copy.folder / "content/history.md").write_text("ผิด", "utf-8")
    assert (root / "content/history.md").read_text("utf-8") == "# ประวัติ\n"


def test_what_the_site_generated_is_not_copied(root, copy):
    """Pages and files of the site's own builds stay out, by the manifest or, where it is lost, by what pages say."""
    generate(root, {"content/index.md": "หน้าแรก", "content/feed.xml": "<feed/>"})
    put(root / "content/feed.xml.part", "<fe")
    put(root / "content/2564/index.md", '---\ngenerated_by: "prongsai"\n---\nปี\n')
    renew(copy)
    assert [name for name in held(copy) if name.startswith("content/")] == [
        "content/files/scan.txt",
        "content/history.md",
    ]


def test_an_edited_page_is_reported_in_the_preview_as_by_a_build(root, copy):
    """An edit of a generated page is not passed over, and is forgotten once the page is put back."""
    site = root / "site"
    assert build_folder(root, site).done
    generated = (root / "content/years/index.md").read_text("utf-8")
    put(root / "content/years/index.md", generated + "เติม\n")
    theirs = [(one.code, one.where) for one in build_folder(root, site).problems]
    renew(copy)
    assert [(one.code, one.where) for one in build_folder(copy.folder, copy.site).problems] == theirs
    assert theirs[0][0] == "generated-page-edited"
    put(root / "content/years/index.md", generated)
    renew(copy)
    assert build_folder(copy.folder, copy.site).done


def test_a_page_of_ones_own_in_the_place_of_a_generated_one_is_reported_as_by_a_build(root, copy):
    """Pages that the preview generated before do not make the page another's."""
    assert build_folder(copy.folder, copy.site).done
    put(root / "content/years/index.md", "# ของเรา\n")
    renew(copy)
    assert [one.code for one in build_folder(copy.folder, copy.site).problems] == ["page-not-ours"]
    (root / "content/years/index.md").unlink()
    renew(copy)
    assert build_folder(copy.folder, copy.site).done


def test_while_another_command_writes_nothing_counts_as_edited(root, copy):
    """A page that is just being put back or replaced is the work of that command."""
    generate(root, {"content/index.md": "หน้าแรก"})
    put(root / ".prongsai/site.holder.json", "{}")
    put(root / "content/index.md", "หน้าแรกรุ่นถัดไป")
    renew(copy)
    assert "content/index.md" not in held(copy)
    (root / ".prongsai/site.holder.json").unlink()
    renew(copy)
    assert "content/index.md" in held(copy)


def test_a_file_saved_twice_within_one_tick_of_the_clock_is_copied_twice(root, copy):
    """On a disk whose times are coarse a change may show in nothing but the bytes."""
    page = root / "content/history.md"
    put(page, "คะแนน 85.10")
    renew(copy)
    time_before = page.stat().st_mtime_ns
    put(page, "คะแนน 85.11")
    os.utime(page, ns=(time_before, time_before))
    found = copy.look()
    assert not copy.is_whole()
    copy.update(found)
    assert (copy.folder / "content/history.md").read_text("utf-8") == "คะแนน 85.11"
    assert copy.is_whole()


@pytest.mark.parametrize("lost", [".prongsai", ".prongsai/preview/copy", ".prongsai/preview/copied.json"])
def test_a_deleted_copy_is_made_again(root, copy, lost):
    """Whatever is taken away below .prongsai, the next update puts everything there again."""
    before = held(copy)
    path = root / lost
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    renew(copy)
    assert held(copy) == before
    assert copy.is_whole()


def test_what_was_left_of_an_earlier_version_goes(root):
    """A folder of that name without a record is no copy."""
    put(root / ".prongsai/preview/index.html", "เก่า")
    copy = PreviewCopy(root)
    renew(copy)
    assert not (root / ".prongsai/preview/index.html").exists()
    assert "content/history.md" in held(copy)


def test_what_slow_work_the_site_remembers_is_borrowed(root):
    """Files in the store are not made a second time, and nothing else is taken over."""
    for name in ("store/pages/all", "store/pictures/a", "store/papers/b", "manifest.json", "last-build.json"):
        put(root / ".prongsai" / name, name)
    copy = PreviewCopy(root)
    copy.borrow()
    kept = copy.folder / ".prongsai"
    found = sorted(path.relative_to(kept).as_posix() for path in kept.rglob("*") if path.is_file())
    assert found == ["store/pages/all", "store/papers/b", "store/pictures/a"]


@needs_posix
def test_links_and_pipes_neither_hang_nor_lead_out(root, tmp_path):
    """A pipe stays a pipe, a link to elsewhere a link, a circle a circle; only files that the copy lacks are copied."""
    files = root / "content/files"
    put(tmp_path / "elsewhere/private.txt", "private")
    put(root / "scans/paper.pdf", "paper")
    os.mkfifo(files / "pipe")
    (files / "zero").symlink_to("/dev/zero")
    (files / "loop").symlink_to("..")
    (files / "self").symlink_to("self")
    (files / "outside").symlink_to(tmp_path / "elsewhere")
    (files / "dead").symlink_to(tmp_path / "nothing")
    (files / "inside.txt").symlink_to("scan.txt")
    (files / "paper.pdf").symlink_to(root / "scans/paper.pdf")
    copy = PreviewCopy(root)
    renew(copy)
    made = copy.folder / "content/files"
    assert (made / "pipe").is_fifo()
    links = {path.name: str(path.readlink()) for path in made.iterdir() if path.is_symlink()}
    assert links == {
        "zero": "/dev/zero",
        "loop": "..",
        "self": "self",
        "outside": str(tmp_path / "elsewhere"),
        "dead": str(tmp_path / "nothing"),
        "inside.txt": "scan.txt",
    }
    assert (made / "paper.pdf").read_text("utf-8") == "paper"


@needs_posix
def test_two_circles_of_links_do_not_multiply(root):
    """Links that are not followed cannot make an endless tree."""
    for name in ("a", "b", "c", "d"):
        (root / "content" / name).mkdir()
        for other in ("a", "b", "c", "d"):
            (root / "content" / name / other).symlink_to(f"../{other}")
    assert len(PreviewCopy(root).look()) < 100


@needs_posix
def test_nothing_is_written_or_removed_through_a_link(root, tmp_path):
    """A linked folder is one of ours where pages are generated; one that became a link is not cleared through it."""
    put(tmp_path / "elsewhere/index.md", "# ของคนอื่น\n")
    put(root / "content/news/index.md", "# ข่าว\n")
    copy = PreviewCopy(root)
    (root / "content/years").symlink_to(tmp_path / "elsewhere")
    renew(copy)
    assert not (copy.folder / "content/years").is_symlink()
    assert (copy.folder / "content/years/index.md").is_symlink()
    assert not build_folder(copy.folder, copy.site).done  # a page in the place of a generated one
    # A run that was killed after the folder had become a link, before its record said so.
    shutil.rmtree(copy.folder / "content/news")
    (copy.folder / "content/news").symlink_to(tmp_path / "elsewhere")
    shutil.rmtree(root / "content/news")
    renew(copy)
    assert (tmp_path / "elsewhere/index.md").read_text("utf-8") == "# ของคนอื่น\n"


@needs_posix
def test_a_folder_at_the_top_that_is_a_link_is_copied(root, tmp_path):
    """Data kept on another disk is the site's own; the copy holds files, not the way to them."""
    shutil.move(root / "content", tmp_path / "other-disk")
    (root / "content").symlink_to(tmp_path / "other-disk")
    copy = PreviewCopy(root)
    renew(copy)
    assert not (copy.folder / "content").is_symlink()
    assert (copy.folder / "content/history.md").read_text("utf-8") == "# ประวัติ\n"


@needs_posix
@not_as_root
def test_what_cannot_be_read_cannot_be_read_in_the_copy(root):
    """The preview says of it what a check says."""
    (root / "content/files/scan.txt").chmod(0)
    (root / "content/closed").mkdir(mode=0)
    copy = PreviewCopy(root)
    renew(copy)
    with pytest.raises(PermissionError):
        (copy.folder / "content/files/scan.txt").read_bytes()
    with pytest.raises(PermissionError):
        list((copy.folder / "content/closed").iterdir())
    (root / "content/files/scan.txt").chmod(0o600)
    (root / "content/closed").chmod(0o700)
    put(root / "content/closed/page.md", "# เปิดแล้ว\n")
    renew(copy)
    assert {"content/closed/page.md", "content/files/scan.txt"} <= {*held(copy)}
    assert (copy.folder / "content/files/scan.txt").read_text("utf-8") == "scan"


def test_what_vanishes_between_look_and_copy_is_left_out(root, copy):
    """A temporary file of an editor is gone before it is copied."""
    put(root / "content/4913", "")
    found = copy.look()
    (root / "content/4913").unlink()
    copy.update(found)
    renew(copy)
    assert "content/4913" not in held(copy)


def test_a_name_in_any_bytes_is_copied(root):
    """Files that a ZIP from an older Windows leaves on a disk do not stop the preview."""
    name = os.fsdecode(b"content/files/\xc3\xd2\xc2.pdf")
    try:
        put(root / name, "x")
    except OSError:
        pytest.skip("this disk takes only UTF-8")
    renew(PreviewCopy(root))
    renew(PreviewCopy(root))
    assert (root / ".prongsai/preview/copy" / name).is_file()
