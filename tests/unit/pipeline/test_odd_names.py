"""Whatever is in the folders of a site: each odd thing has its sentence, and no command hangs or breaks."""

from __future__ import annotations

import os
import socket
from html import unescape
from urllib.parse import unquote

import pytest

import sites
from prongsai.ledger.load_ledger import LEDGER, load_ledger
from prongsai.pipeline.build import build_folder
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.fingerprint import content_fingerprint, source_fingerprint
from prongsai.pipeline.publish import publish_folder
from prongsai.wording import message_of

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows holds none of these names and things")
DAY = "2569-11-28"
# What can be in one site together: how it is made, and the code, the place and a piece of the sentence it gets.
TABLE = [
    ("fifo", "content/files/a.csv", "special-file", "FIFO"),
    ("fifo", "content/page.md", "special-file", "FIFO"),
    ("fifo", "content/.hidden", "special-file", "FIFO"),
    ("fifo", "data/2564/questions.yml", "special-file", "FIFO"),
    ("fifo", "site_config/editions/2570.yml", "special-file", "FIFO"),
    ("fifo", "site_config/links.csv", "special-file", "FIFO"),
    ("fifo", "site_config/published/2569-01-01.json", "special-file", "FIFO"),
    ("fifo", "site_config/frozen/2565-2569-01-01.json", "special-file", "FIFO"),
    ("socket", "content/files/s", "special-file", "socket"),
    ("link /dev/zero", "content/zero.md", "link-outside", "/dev/zero"),
    ("link /dev/zero", "data/2565/explanations.yml", "link-outside", "/dev/zero"),
    ("link ../../../other/content", "content/files/other", "link-outside", "../../../other/content"),
    ("link ../../.git", "content/files/git", "link-outside", "../../.git"),
    ("link ..", "content/files/up", "link-circle", ".."),
    ("link ../../..", "content/files/deep/root", "link-circle", "../../.."),
    ("link self", "content/files/self", "link-circle", "self"),
    ("link gone.pdf", "content/files/dead.pdf", "link-dead", "gone.pdf"),
    ("link a@b.1", "content/.#page.md", "", ""),
    ("link a@b.1", "data/2565/.#scores.yml", "", ""),
    ("file", "data/2565/~$scores.xlsx", "", ""),
    ("file", "data/2565/Thumbs.db", "", ""),
    ("file", "data/2565/scores.yml~", "", ""),
    ("file", "content/files/~$plan.docx", "", ""),
    ("file", "data/2565/scan.pdf", "", ""),
    ("file", "data/2565/oit.xlsx", "data-not-yaml", "Excel"),
    ("file", "data/2565/มาตรการ.docx", "data-not-yaml", "Word"),
    ("file", "data/2565/scores.csv", "data-not-yaml", "CSV"),
    ("file", "data/2565/คะแนน.ods", "data-not-yaml", "OpenDocument"),
    ("file", "data/2565/follow-up.pdf", "data-not-yaml", "PDF"),
    ("file", "data/scores.zip", "data-not-yaml", "ZIP"),
    ("file", "site_config/urls - Copy.csv", "data-not-yaml", "CSV"),
    ("file", "data/2025/scores.yml", "year-folder-name", "2025"),
    ("file", "data/๒๕๖๙/scores.yml", "year-folder-name", "๒๕๖๙"),
    ("file", "data/ปี 2570/scores.yml", "year-folder-name", "ปี 2570"),
    ("file", "data/ปีงบประมาณ พ.ศ. ๒๕๗๑/scores.yml", "year-folder-name", "๒๕๗๑"),
    ("file", "data/FY2572/scores.yml", "year-folder-name", "FY2572"),
    ("file", "data/ 2573/scores.yml", "year-folder-name", "“ 2573”"),
    ("file", "data/74/scores.yml", "year-folder-name", "74"),
    ("file", "data/2565-old/scores.yml", "unknown-file", ""),
    ("file", "data/2565 (2)/scores.yml", "unknown-file", ""),
    ("file", "content/files/2565/\udcc3\udcd2\udcc2.csv", "name-not-utf8", "\ufffd"),
    ("file", "data/\udcbb\udcd5/x.yml", "name-not-utf8", "\ufffd"),
    ("file", "content/files/line\nbreak.csv", "name-with-control", "U+000A"),
    ("file", "content/files/a:b.csv", "name-not-for-windows", ":"),
    ("file", "content/files/a\\b.csv", "name-not-for-windows", "\\"),
    ("file", "content/files/LPT1.txt", "name-reserved", "LPT1"),
    ("file", "content/files/dot.", "name-ends-in-blank", "dot."),
    ("file", "content/files/ first.csv", "name-ends-in-blank", " first.csv"),
    ("file", "content/files/plan.pdf.lnk", "shortcut-file", "plan.pdf.lnk"),
    ("file", "content/files/1/B.csv", "", ""),
    ("file", "content/files/1/b.csv", "names-alike", "ตัวพิมพ์เล็กใหญ่"),
    ("file", "content/files/2/ก ข.csv", "", ""),
    ("file", "content/files/2/ก\u00a0ข.csv", "names-alike", "ช่องว่าง"),
    ("file", "content/files/3/คำ.csv", "", ""),
    ("file", "content/files/3/ค\u0e4d\u0e32.csv", "names-alike", "สระอำ"),
    ("file", "content/files/4/เเผน.csv", "", ""),
    ("file", "content/files/4/แผน.csv", "names-alike", "สระแอ"),
    ("file", "content/site/.prongsai-site.json", "built-site-in-content", ""),
    ("file", "content/backup/site_config/site.yml", "site-in-content", ""),
]
FOLDERS = {"year-folder-name", "unknown-file", "built-site-in-content"}


def make(root, how, name):
    """One odd thing in the site."""
    place = root / name
    place.parent.mkdir(parents=True, exist_ok=True)
    if how == "fifo":
        os.mkfifo(place)
    elif how == "socket":
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(os.path.relpath(place))
    elif how.startswith("link "):
        place.symlink_to(how.removeprefix("link "))
    else:
        place.write_text("ก\n", "utf-8")


def place_of(name, code):
    """The place of the problem of an odd thing: some are reported for the folder that it is in."""
    if code == "site-in-content":
        return "content/backup"
    is_of_folder = code in FOLDERS or name.startswith("data/\udcbb")
    return name.rpartition("/")[0] if is_of_folder else name


def readable(text):
    """A name as a report shows it."""
    return os.fsencode(text).decode("utf-8", "replace").replace("\n", "\ufffd")


@pytest.fixture
def odd(tmp_path, monkeypatch):
    """A site with everything of the table."""
    root = sites.copy_base(tmp_path / "root")
    monkeypatch.chdir(root)  # the name of a socket is short
    for how, name, _, _ in TABLE:
        make(root, how, name)
    return root


def test_each_odd_thing_has_its_own_sentence(odd):
    """One problem each with its place and what is wrong with it, and none for what programs leave behind."""
    found = {(one.code, one.where.file): message_of(one.code, one.values) for one in check_folder(odd).problems}
    wanted = {(code, readable(place_of(name, code))): piece for _, name, code, piece in TABLE if code}
    assert found.keys() == wanted.keys()
    assert [(key, piece) for key, piece in wanted.items() if readable(piece) not in found[key]] == []


def test_no_command_touches_an_odd_thing(odd):
    """Build and fingerprints come to an end, and nothing was written."""
    before = sites.snapshot(odd)
    assert content_fingerprint(odd) == content_fingerprint(odd)
    assert source_fingerprint(odd, None) == source_fingerprint(odd, None)
    assert not build_folder(odd, odd / "site").done
    assert sites.snapshot(odd) == before


def test_a_link_that_changes_its_target_changes_the_fingerprint(tmp_path):
    """A file that is not read counts by what it is."""
    root = sites.copy_base(tmp_path)
    make(root, "link a.csv", "content/files/x.csv")
    before = content_fingerprint(root)
    (root / "content/files/x.csv").unlink()
    make(root, "link b.csv", "content/files/x.csv")
    assert content_fingerprint(root) != before


NAMES = [
    "แผน  ปี.csv",
    "ก#ข.csv",
    "100%.csv",
    "a%20b.csv",
    "สรุป?.csv",
    "ค\u0e4d\u0e32สั่ง.csv",
    "two\u00a0blanks.csv",
    "a\\b.csv",
]


def test_every_name_is_linked_as_it_is_and_recorded_once(root, tmp_path):
    """Two blanks, #, %, ? and either sara am: the page leads to the file, and a second publication is quiet."""
    register = (sites.BASE / "data/2565/oit.yml").read_text("utf-8")
    links = "".join(f'      - {{file: "2565/{name}"}}\n' for name in NAMES).replace("\\", "\\\\")
    line = "      - url: https://www.example.go.th/executives\n"
    (root / "data/2565/oit.yml").write_text(register.replace(line, links), "utf-8")
    for name in NAMES:
        make(root, "file", f"content/files/2565/{name}")
    target = tmp_path / "www"
    assert publish_folder(root, target, DAY).built.done
    html = unescape((target / "2565/oit/o2/index.html").read_text("utf-8"))
    addresses = [piece.partition('"')[0] for piece in html.split('href="')[1:]]
    assert {unquote(one).rpartition("files/2565/")[2] for one in addresses if "files/2565/" in one} == set(NAMES)
    recorded = [row.path for row in load_ledger(root).ledger.rows if row.path.startswith("/files/")]
    assert [path for path in recorded if "#" in path or "?" in path] == []
    assert len(recorded) == len(NAMES)
    ledger = (root / LEDGER).read_bytes()
    (root / "content/about.md").write_text("# อื่น\n", "utf-8")
    assert publish_folder(root, target, DAY).built.done
    assert (root / LEDGER).read_bytes() == ledger


@pytest.mark.parametrize("name", ["100%.csv", "ก#ข.csv"])
def test_a_name_in_a_ledger_of_before_counts_as_there(root, name):
    """Earlier versions recorded such a name as it is: it is not lost."""
    make(root, "file", f"content/files/{name}")
    (root / LEDGER).write_text(f"path,first_seen,fate,to,since,reason\n/files/{name},{DAY},live,,,\n", "utf-8")
    assert [one.code for one in check_folder(root).problems if one.code == "url-lost"] == []


def test_a_name_typed_with_another_sara_am_is_the_file(root):
    """The one form of a text is looked up where the typed one is not there."""
    register = (sites.BASE / "data/2565/oit.yml").read_text("utf-8")
    typed = register.replace("url: https://www.example.go.th/executives", "file: ค\u0e4d\u0e32.csv")
    (root / "data/2565/oit.yml").write_text(typed, "utf-8")
    make(root, "file", "content/files/คำ.csv")
    assert [one.code for one in check_folder(root).problems if "attachment" in one.code] == []


def test_settings_of_the_engine_are_asked_before_it_runs(root):
    """Without mkdocs.yml a build says what to put there."""
    (root / "mkdocs.yml").unlink()
    built = build_folder(root, root / "site")
    assert [one.code for one in built.problems] == ["engine-file-missing"]
    assert "INHERIT: .prongsai/mkdocs.yml" in built.problems[0].values["text"]


def test_what_programs_leave_behind_is_not_published(root):
    """Locks of open documents and thumbnails next to attachments."""
    for name in ("~$plan.docx", "Thumbs.db", "desktop.ini", "plan.csv~", "plan.csv"):
        make(root, "file", f"content/files/{name}")
    assert build_folder(root, root / "site").done
    assert [path.name for path in (root / "site/files").iterdir()] == ["plan.csv"]


def test_a_built_site_in_the_pages_is_known_by_its_pages(built):
    """The work of this very program, whole or in part, wherever it was copied to."""
    site = built / "site"
    site.rename(built / "content/old")
    assert [(one.code, one.where.file) for one in check_folder(built).problems] == [
        ("built-site-in-content", "content/old")
    ]
    (built / "content/old/2565").rename(built / "content/2565-old")
    (built / "content/old").rename(built / "elsewhere")
    assert [(one.code, one.where.file) for one in check_folder(built).problems] == [
        ("built-site-in-content", "content/2565-old")
    ]
