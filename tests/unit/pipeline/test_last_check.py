"""The last check: remembered for just as long as all that it was made from is as it was."""

from __future__ import annotations

import builtins
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import sites
from prongsai.cli import main
from prongsai.pipeline import known_files
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.known_files import STAMPS, KnownFiles, read_memo, write_memo
from prongsai.pipeline.last_check import CHECKED, LastCheck, Report, has_been_made

SCORES = "data/2564/scores.yml"
MODEL = sites.REPOSITORY / "examples" / "model"
KEPT = Report("ผลครั้งก่อน\n", has_errors=False)
PLAINLY = "INHERIT: .prongsai/mkdocs.yml\ndocs_dir: content\nsite_dir: site\n"


@pytest.fixture
def root(tmp_path) -> Path:
    """A site with something of every kind that a check reads."""
    made = sites.copy_small(tmp_path / "root")
    for name in ("site_config/published", "site_config/frozen", "site_config/submitted/kept", "content/files/2565"):
        (made / name).mkdir(parents=True)
    (made / "content" / "about.md").write_text("# เกี่ยวกับ\n", "utf-8")
    (made / "content" / "files" / "2565" / "a.txt").write_text("ก", "utf-8")
    (made / "content" / "files" / "2565" / "b.txt").symlink_to("a.txt")
    (made / "site_config" / "urls.csv").write_text("path\n", "utf-8")
    return made


def keep(root: Path, site_url: str | None = None, *, documents: bool = False) -> None:
    """Have a report remembered that no check would give, so that it is known again."""
    LastCheck(root, site_url).remember("text", "th", KEPT, documents=documents)


def recalled(root: Path, site_url: str | None = None) -> Report | None:
    """The report that the last check would give."""
    return LastCheck(root, site_url).recall("text", "th")


def _write(name: str, text: str = "ข"):
    def write(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")

    return write


def _edit_alike(root: Path) -> None:
    """Change a letter of a file and give it the size and the time of before."""
    place = root / SCORES
    facts, data = place.stat(), place.read_bytes()
    place.write_bytes(data.replace(b"85.10", b"85.20"))
    os.utime(place, ns=(facts.st_atime_ns, facts.st_mtime_ns))


def _retarget(root: Path) -> None:
    link = root / "content" / "files" / "2565" / "b.txt"
    link.unlink()
    link.symlink_to("./a.txt")


CHANGES = {
    "a file of data": _edit_alike,
    "a new file of data": _write("data/2564/memo.yml"),
    "a file of data that is gone": lambda root: (root / SCORES).unlink(),
    "a new empty folder": lambda root: (root / "data" / "2570").mkdir(),
    "a setting of the site": _write("site_config/site.yml", "title: อีกชื่อหนึ่ง\n"),
    "the ledger": _write("site_config/urls.csv", "path,since\n"),
    "a publication": _write("site_config/published/2569-11-21.json", "{}"),
    "frozen links": _write("site_config/frozen/2565-2569-11-21.json", "{}"),
    "a submission": _write("site_config/submitted/2565-2569-11-21.json", "{}"),
    "a copy of a submission": _write("site_config/submitted/kept/00.txt"),
    "the memory of links": _write("site_config/links.csv"),
    "a page written by hand": _write("content/about.md", "# เกี่ยวกับเรา\n"),
    "an attachment": _write("content/files/2565/a.txt"),
    "a link between attachments": _retarget,
    "the list of what was generated": _write("content/.generated.json", "{}"),
    "the list of version 0.1.0": _write(".prongsai/manifest.json", "{}"),
    "that something was made": _write(".prongsai/mkdocs.yml", "{}"),
    "the settings of the engine": _write("mkdocs.yml", f"{PLAINLY}site_name: x\n"),
    "no settings of the engine": lambda root: (root / "mkdocs.yml").unlink(),
    "what the settings rest on": _write("base.yml", "{}"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_each_kind_of_input_is_seen(root, change):
    """Whatever of the site changes that a check reads, nothing is remembered; without a change the report is."""
    keep(root)
    assert recalled(root) == KEPT
    change(root)
    assert recalled(root) is None


def test_what_is_outside_the_site_is_seen_too(root, tmp_path, monkeypatch):
    """The address that was asked for, the account that reads, an installed library and the place of the folder."""
    keep(root, "https://www.example.go.th/")
    assert recalled(root, "https://www.example.go.th/") == KEPT
    assert recalled(root) is None
    keep(root)
    with monkeypatch.context() as other:
        other.setattr(os, "geteuid", lambda: 12_345, raising=False)
        assert recalled(root) is None
    (tmp_path / "library" / "example-1.0.dist-info").mkdir(parents=True)
    with monkeypatch.context() as other:
        other.syspath_prepend(tmp_path / "library")
        assert recalled(root) is None
    assert recalled(root) == KEPT
    shutil.copytree(root, tmp_path / "copy", symlinks=True)
    assert recalled(tmp_path / "copy") is None


def test_a_file_saved_without_a_change_costs_nothing(root):
    """Stamps say what to read again, and what is read decides."""
    keep(root)
    (root / SCORES).write_bytes((root / SCORES).read_bytes())
    assert recalled(root) == KEPT


ODD = {
    "a link that leaves the site": lambda root: (root / "content" / "out.txt").symlink_to("/etc/hostname"),
    "a link to nothing": lambda root: (root / "data" / "gone").symlink_to("nowhere"),
    "extensions of the engine": _write("mkdocs.yml", f"{PLAINLY}markdown_extensions: [toc]\n"),
    "a key in another spelling": _write("mkdocs.yml", f'{PLAINLY}"markdown\\x5fextensions": [toc]\n'),
    "an empty folder of what was made": lambda root: (root / ".prongsai").mkdir(),
}


@pytest.mark.parametrize("make", ODD.values(), ids=ODD)
def test_where_a_check_may_read_anything_nothing_is_remembered(root, make):
    """A whole check is slow and never wrong."""
    make(root)
    keep(root)
    assert recalled(root) is None


def test_what_is_saved_during_a_check_is_seen_by_the_next(root):
    """Neither before nor after it is anything taken for what was read."""
    last = LastCheck(root, None)
    _edit_alike(root)
    last.remember("text", "th", KEPT, documents=False)
    assert recalled(root) is None


def test_the_makers_of_documents_are_asked_again_where_they_may_have_changed(root, monkeypatch):
    """A site that wants documents is remembered as long as they can be made: by the same files, or else by trying."""
    pytest.importorskip("weasyprint.text.fonts")
    keep(root, documents=True)
    assert recalled(root) == KEPT
    monkeypatch.setenv("LD_LIBRARY_PATH", "/elsewhere")
    assert recalled(root) == KEPT
    monkeypatch.setitem(sys.modules, "weasyprint.text.fonts", None)
    assert recalled(root) is None
    monkeypatch.delenv("LD_LIBRARY_PATH")
    assert recalled(root) == (KEPT if Path("/proc/self/maps").exists() else None)


def settle(root: Path, monkeypatch) -> None:
    """Let time pass after which a file is no longer young."""
    later = (root / SCORES).stat().st_ctime_ns + 3_000_000_000
    monkeypatch.setattr(known_files.time, "time_ns", lambda: later)


DAMAGES = {
    "cut": lambda data: data[:-9],
    "empty": lambda _: b"",
    "changed": lambda data: data.replace(b"[", b"[1,").replace(b"false", b"true "),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
@pytest.mark.parametrize("name", [CHECKED, STAMPS])
def test_a_damaged_memory_is_none(root, name, damage, monkeypatch):
    """A memory that was cut off or edited is not believed, and the next check keeps it whole."""
    settle(root, monkeypatch)
    keep(root)
    (root / name).write_bytes(damage((root / name).read_bytes()))
    assert recalled(root) == (None if name == CHECKED else KEPT)
    keep(root)
    assert recalled(root) == KEPT


def test_a_young_file_is_read_again(root, monkeypatch):
    """A file saved within the last seconds may be saved once more within one tick of the disk's clock."""
    files = KnownFiles(root)
    files.fingerprint(SCORES)
    files.keep()
    assert not read_memo(root / STAMPS)
    settle(root, monkeypatch)
    files.fingerprint(SCORES)
    files.keep()
    assert list(read_memo(root / STAMPS)) == [SCORES]


def test_a_known_file_is_not_opened(root, monkeypatch):
    """Of thousands of files the unchanged ones cost a look at their stamps."""
    settle(root, monkeypatch)
    keep(root)
    opened = [name for _, name in reads_of(root, lambda: recalled(root), monkeypatch) if name.startswith("data/")]
    assert SCORES in opened, "its stamp is looked at"
    again = {name for kind, name in reads_of(root, lambda: recalled(root), monkeypatch) if kind == "open"}
    assert not {name for name in again if name.startswith(("data/", "content/", "site_config/"))}


def reads_of(root: Path, do, monkeypatch) -> set[tuple[str, str]]:
    """All that is opened, listed or looked at below a site's folder, and with which call."""
    found: set[tuple[str, str]] = set()

    def noting(kind, call):
        def noted(path, *args, **named):
            if isinstance(path, str | bytes | os.PathLike):
                text = os.fsdecode(path)
                if text == str(root) or text.startswith(f"{root}{os.sep}"):
                    found.add((kind, text[len(str(root)) + 1 :].replace(os.sep, "/")))
            return call(path, *args, **named)

        return noted

    with monkeypatch.context() as watch:
        calls = [(os, one) for one in ("open", "stat", "lstat", "listdir", "scandir", "readlink")]
        for module, name in (*calls, (io, "open"), (builtins, "open")):
            watch.setattr(module, name, noting(name, getattr(module, name)))
        do()
    return found


def test_a_check_reads_nothing_that_its_memory_does_not_know(tmp_path, monkeypatch):
    """Besides the folders of a site these are its settings, the store and the list of version 0.1.0; no clock."""
    root = sites.copy_site(MODEL, tmp_path / "site")
    monkeypatch.setattr("time.time", lambda: pytest.fail("the clock was asked"))
    found = {name for _, name in reads_of(root, lambda: check_folder(root, can_draw=True), monkeypatch)}
    assert {SCORES.replace("2564", "2565"), "site_config/urls.csv", "content/about.md"} <= found
    known = ("data", "site_config", "content")
    others = {name for name in found if name.partition("/")[0] not in known}
    store = {f".prongsai/store/{kind}/all" for kind in ("readings", "claims")}
    assert others - {"", "mkdocs.yml", ".prongsai", ".prongsai/manifest.json", *store} == set()


def call(*words) -> tuple[int, str]:
    """The status and the output of the command."""
    told = CliRunner().invoke(main, [str(one) for one in words], prog_name="prongsai")
    return told.exit_code, told.output


WAYS = [("text", "th"), ("json", "th"), ("sarif", "en")]


@pytest.mark.parametrize("is_faulty", [False, True])
def test_a_remembered_check_prints_what_a_whole_one_does(tmp_path, is_faulty):
    """Byte for byte and with the same status, in every format; so does the check behind an edit, and with an edit."""
    root = sites.copy_small(tmp_path / "root")
    place = root / SCORES
    if is_faulty:
        place.write_text(place.read_text("utf-8").replace("85.10", "185.10"), "utf-8")
    asked = [("check", "-C", root, "--format", form, "--lang", lang) for form, lang in WAYS]
    first = [call(*words) for words in asked]
    assert {status for status, _ in first} == {int(is_faulty)}
    assert LastCheck(root, None).recall("json", "th") is not None
    assert [call(*words) for words in asked] == first
    assert call(*asked[-1], "--no-cache") == first[-1]
    place.write_text(f"{place.read_text('utf-8')}หมายเหตุ: ก\n", "utf-8")
    after = call(*asked[0])
    assert after != first[0]
    assert after == call(*asked[0], "--no-cache")


def test_without_the_memory_all_is_checked_and_kept_right(root):
    """The option for whoever doubts: a report that was falsified is not printed, and gone afterwards."""
    keep(root)
    assert call("check", "-C", root) == (0, KEPT.text)
    whole = call("check", "-C", root, "--no-cache")
    assert "ผิดพลาด" in whole[1]
    assert call("check", "-C", root) == whole


def test_a_folder_of_data_alone_stays_one(tmp_path):
    """That it was checked makes no site of it, which would need settings; one that nobody may write in is checked."""
    root = sites.copy_small(tmp_path / "root")
    (root / "mkdocs.yml").unlink()
    first = call("check", "-C", root)
    assert (first[0], (root / CHECKED).is_file(), has_been_made(root)) == (0, True, False)
    assert call("check", "-C", root, "--format", "github")[0] == 0
    assert call("check", "-C", root, "--no-cache") == first
    shutil.rmtree(root / ".prongsai")
    (root / ".prongsai").write_text("", "utf-8")
    assert call("check", "-C", root) == first
    assert call("check", "-C", root) == first


HEAVY = ("jinja2", "markdown", "mkdocs", "pydantic", "prongsai.model", "prongsai.rules", "prongsai.pages")
PROGRAM = "import sys\ntry:\n from prongsai.cli import main; main(sys.argv[1:])\nfinally:\n print(sorted(sys.modules))"


def test_an_unchanged_site_is_known_without_the_program_that_checks(root):
    """Models, rules, templates and engine are not even imported."""
    keep(root)
    words = [sys.executable, "-c", PROGRAM, "check", "-C", str(root)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=True)
    report, loaded = done.stdout.rsplit("[", 1)
    assert report == KEPT.text
    assert [name for name in HEAVY if name in {one.strip(" '\n]") for one in loaded.split(",")}] == []


def test_a_memory_is_whole_or_nothing(tmp_path):
    """Any value comes back as it was, with letters that are no text of any system."""
    value = {"ชื่อ\udcff": [1, None, {"a": "ก\n"}]}
    write_memo(tmp_path / "memo.json", value)
    assert read_memo(tmp_path / "memo.json") == value
    assert json.loads((tmp_path / "memo.json").read_bytes().split(b"\n", 1)[1]) == value
    assert read_memo(tmp_path / "none.json") is None
