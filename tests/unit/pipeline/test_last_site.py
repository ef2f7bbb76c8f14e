"""An edit makes what it changes, from what is known of the site in place; the result is that of a whole build."""

from __future__ import annotations

import json
import shutil

import pytest

import sites
from prongsai.engines.engine import Made
from prongsai.engines.mkdocs import make_pages
from prongsai.pipeline import build
from prongsai.pipeline.build import build_folder
from prongsai.pipeline.fingerprint import output_fingerprint
from prongsai.pipeline.last_site import SITES, Known, LastSite, find_last_site, keep_last_site
from prongsai.pipeline.make_site import pack_site
from prongsai.pipeline.publish import publish_folder
from prongsai.pipeline.store import STORE, Store
from prongsai.pipeline.target.manifest import read_manifest
from unit.makers import codes_of
from unit.pipeline.test_build import change

SCORES, MEASURES = "data/2564/scores.yml", "data/2565/measures.yml"
TITLE, OTHER = "เผยแพร่ช่องทางติดต่อผู้บริหาร", "แจ้งช่องทางติดต่อผู้บริหาร"


@pytest.fixture
def made(monkeypatch):
    """The generated pages that are made from now on."""
    names: list[str] = []
    make = make_pages._make

    def note(session, pages, read, file):
        names.append(file.dest_uri)
        return make(session, pages, read, file)

    monkeypatch.setattr(make_pages, "_make", note)
    return names


def rebuilt(root, **words):
    """Build again; the result, which has to be a site."""
    result = build_folder(root, root / "site", **words)
    assert result.done, result.problems
    assert not result.unchanged
    return result


def known(root):
    """The record of the site in place, where it counts."""
    return find_last_site(Store(root), root, root / "site", packs=False)


def test_one_measure_makes_the_pages_that_show_it(built, made):
    """The site is that of a whole build where nothing was made before, to the byte and with its manifest."""
    change(built / MEASURES, TITLE, OTHER)
    result = rebuilt(built)
    assert 0 < len(made) < 20
    assert "2565/measures/m01/index.html" in made
    elsewhere = shutil.copytree(built, built.parent / "new", ignore=shutil.ignore_patterns("site", ".prongsai"))
    whole = build_folder(elsewhere, elsewhere / "site")
    assert sites.snapshot(built / "site") == sites.snapshot(elsewhere / "site")
    assert codes_of(result.problems) == codes_of(whole.problems)
    assert not (built / build.CHANGES).exists()


def test_an_edit_there_and_back_comes_to_the_same_site(built, made):
    """A title, and a file that comes and goes."""
    first = sites.snapshot(built / "site")
    own = built / "content/files/a.csv"
    change(built / MEASURES, TITLE, OTHER)
    own.parent.mkdir()
    own.write_text("ก,ข\n", "utf-8")
    rebuilt(built)
    assert (built / "site/files/a.csv").is_file()
    change(built / MEASURES, OTHER, TITLE)
    own.unlink()
    rebuilt(built)
    assert sites.snapshot(built / "site") == first
    assert 0 < len(made) < 40


def test_a_page_that_stays_and_links_to_what_is_gone_is_found(built, made):
    """An answer leads to a place on a page written by hand: when that is gone the pages with the answer are named."""
    shutil.copy(sites.CASES / "base/data/2565/oit.yml", built / "data/2565/oit.yml")
    change(built / "data/2565/oit.yml", "url: https://www.example.go.th/executives", "page: /about/#about")
    rebuilt(built)
    before = sites.snapshot(built / "site")
    made.clear()
    change(built / "content/about.md", "{#about}", "{#us}")
    found = [one for one in build_folder(built, built / "site").problems if one.code == "broken-link"]
    assert {(one.where.file, one.values["found"]) for one in found} >= {
        ("site/2565/oit/o2/index.html", "../../../about/#about")
    }
    assert made == []
    assert sites.snapshot(built / "site") == before


def damage(root):
    """One bit of what is known of the site."""
    [record] = (root / STORE / SITES.name).iterdir()
    data = bytearray(record.read_bytes())
    data[len(data) // 2] ^= 1
    record.write_bytes(bytes(data))


def touch(root):
    """A page of the site written again with the same bytes."""
    page = root / "site/index.html"
    page.write_bytes(page.read_bytes())


def say(text):
    """A record that says something else."""

    def write(root):
        store = Store(root)
        store.put(SITES, "site", text.encode())
        store.keep()

    return write


DOUBTS = {
    "what is known is damaged": damage,
    "what is known is gone": lambda root: shutil.rmtree(root / STORE),
    "it is a list": say("[]"),
    "it says too little": say("{}"),
    "it says it in another form": say('{"keys": {}, "facts": {"a": 1}, "twins": [], "packs": false, "output": ""}'),
    "somebody touched the site": touch,
    "a file of the site is gone": lambda root: (root / "site/2564/index.html").unlink(),
    "somebody put a file there": lambda root: (root / "site/theirs.txt").write_text("x", "utf-8"),
    "the manifest is gone": lambda root: (root / "site/.prongsai-site.json").unlink(),
}


@pytest.mark.parametrize("what", DOUBTS)
def test_in_doubt_nothing_is_known(built, what):
    """It counts only for the very site that it was known of; then the next build makes every page."""
    assert known(built) is not None
    DOUBTS[what](built)
    assert known(built) is None


def test_what_is_known_moves_with_the_folder(built):
    """A site that was copied with its times is the same site; one with packed files is another."""
    there = shutil.copytree(built, built.parent / "there")
    assert known(there) == LastSite(there / "site", known(built).files, known(built).known)
    assert find_last_site(Store(built), built, built / "site", packs=True) is None


def test_each_folder_has_its_own(built):
    """A site that is built into two folders in turn knows each of them."""
    there = shutil.copytree(built / "site", built.parent / "there")
    store = Store(built)
    keep_last_site(store, built, there, output_fingerprint(there), Known({"index.md": "key"}))
    found = find_last_site(Store(built), built, there, packs=False)
    assert found == LastSite(there, read_manifest(there).files, Known({"index.md": "key"}))
    assert len(known(built).known.keys) > 30


def test_without_the_cache_everything_is_made_and_is_the_same(built, made):
    """Also where nothing changed."""
    before = sites.snapshot(built / "site")
    rebuilt(built, cached=False)
    assert len(made) > 30
    assert sites.snapshot(built / "site") == before


def test_a_publication_makes_everything(built, made):
    """It is worth the seconds; the build after it takes up from there."""
    change(built / MEASURES, TITLE, OTHER)
    assert publish_folder(built, built / "site", "2569-11-21").built.done
    assert len(made) > 30
    made.clear()
    change(built / "content/about.md", "เขียนเอง", "แก้แล้ว")
    rebuilt(built)
    assert "2564/index.html" not in made


def test_a_build_that_fails_leaves_what_is_known(built):
    """Neither an error of the data nor one of a page costs the next build anything."""
    change(built / SCORES, "85.10", "185.10")
    assert not build_folder(built, built / "site").done
    change(built / SCORES, "185.10", "85.10")
    (built / "content/wrong.md").write_text("# ก\n\n[ไม่มี](#missing)\n", "utf-8")
    assert not build_folder(built, built / "site").done
    assert known(built) is not None


def test_packed_twins_follow_their_files(tmp_path):
    """Of what changed and of what stays; one takes the place of a file of the agency with its name that is gone."""
    site, changes, text = tmp_path / "site", tmp_path / "changes", "ก,ข\n" * 1000
    for folder, names in ((site, ("a.csv", "b.csv", "c.csv")), (changes, ("d.csv", "e.csv", "e.csv.gz"))):
        folder.mkdir()
        for name in names:
            (folder / name).write_text(text, "utf-8")
    before = ("a.csv", "a.csv.gz", "b.csv", "b.csv.gz", "c.csv", "e.csv", "e.csv.gz", "f.csv", "f.csv.gz")
    last = LastSite(site, dict.fromkeys(before, ""), Known(twins=frozenset({"a.csv.gz", "e.csv.gz", "f.csv.gz"})))
    kept = frozenset({"a.csv", "b.csv", "c.csv"})
    assert pack_site(Made([], changes, kept=kept), last) == {"a.csv.gz", "b.csv.gz", "d.csv.gz"}
    assert {path.name for path in changes.iterdir()} == {"b.csv", "b.csv.gz", "d.csv", "d.csv.gz", "e.csv", "e.csv.gz"}
    assert (changes / "e.csv.gz").read_text("utf-8") == text


def test_what_is_known_is_plain_and_small(built):
    """JSON below the folder that git ignores, without the text of any page."""
    [record] = (built / STORE / SITES.name).iterdir()
    said = json.loads(record.read_bytes().partition(b"\n")[2])
    assert said.keys() == {"output", "keys", "facts", "twins", "packs"}
    assert record.stat().st_size < sum(path.stat().st_size for path in (built / "site").rglob("*.html")) / 3
