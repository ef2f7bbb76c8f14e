"""The memory of a run for attachments."""

import json

import pytest

import sites
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.generate import generate_folder
from prongsai.pipeline.read_content import READINGS, read_content
from prongsai.pipeline.store import STORE, Store

SCAN = "content/files/2565/order.pdf"


@pytest.fixture
def site(tmp_path):
    """A site with one PDF, checked and generated."""
    root = sites.make_case("attachment-scan", tmp_path / "site")
    generate_folder(root, check_folder(root))
    return root


def remembered(site):
    """The entry of the PDF in the store."""
    return json.loads(Store(site).find(READINGS, (site / SCAN).read_bytes()))


def remember(site, entry):
    """Have the store say this of the PDF."""
    store = Store(site)
    store.put(READINGS, (site / SCAN).read_bytes(), entry)
    store.keep()


def codes(site):
    """The codes that a check reports."""
    return [one.code for one in check_folder(site).problems]


def test_checking_writes_nothing(tmp_path):
    """The store is written by a run that writes anyway."""
    root = sites.make_case("attachment-scan", tmp_path)
    before = sites.snapshot(root)
    check_folder(root)
    assert sites.snapshot(root) == before


def test_the_next_check_takes_a_reading_from_the_store(site):
    """The store's reading of a PDF is believed, and one that says the same is not written again."""
    assert (remembered(site)["kind"], remembered(site)["state"]) == ("pdf", "no-text")
    place = site / STORE / READINGS.name / "all"
    stamp = place.stat().st_mtime_ns
    generate_folder(site, check_folder(site))
    assert place.stat().st_mtime_ns == stamp
    remember(site, json.dumps({**remembered(site), "state": "encrypted"}).encode())
    assert codes(site) == ["attachment-locked"]


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b"3",
        b"null",
        b"\xff\xfe\x00",
        b'{"kind": "pdf", "state": "text", "complete": true}',
        b'{"kind": "pdf", "state": "sound", "complete": true, "passages": []}',
        b'{"kind": 1, "state": "text", "complete": true, "passages": []}',
        b'{"kind": "pdf", "state": [], "complete": true, "passages": []}',
        b'{"kind": "pdf", "state": "text", "complete": "yes", "passages": []}',
        b'{"kind": "pdf", "state": "text", "complete": true, "passages": [["1", "a"]]}',
        b'{"kind": "pdf", "state": "text", "complete": true, "passages": [[1, "a", 2]]}',
        b'{"kind": "pdf", "state": "text", "complete": true, "passages": 7}',
    ],
)
def test_a_damaged_reading_changes_nothing(site, damage):
    """A check that finds something else says the same, and the next run fixes it."""
    sound = remembered(site)
    remember(site, damage)
    checked = check_folder(site)
    assert [one.code for one in checked.problems] == ["attachment-scan"]
    generate_folder(site, checked)
    assert remembered(site) == sound


def test_nothing_stays_of_files_that_are_gone(site):
    """After a file was taken away nothing of its text stays, also where nothing is read any more."""
    data = (site / SCAN).read_bytes()
    (site / SCAN).unlink()
    generate_folder(site, check_folder(site))
    assert Store(site).find(READINGS, data) is None


def test_a_site_without_attachments_gets_no_store(tmp_path):
    """Nothing to remember, nothing written."""
    store = Store(tmp_path)
    read_content(tmp_path, store)
    store.keep()
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_quickly_read_is_not_remembered(tmp_path):
    """A page and a table are read again, and so is a PDF that changed."""
    (tmp_path / "content/files").mkdir(parents=True)
    (tmp_path / "content/about.md").write_text("# เกี่ยวกับ\n", "utf-8")
    (tmp_path / "content/files/a.csv").write_text("ก,ข\n", "utf-8")
    store = Store(tmp_path)
    assert [one.kind for one in read_content(tmp_path, store).files] == ["text", "text"]
    store.keep()
    assert not (tmp_path / STORE).exists()


def test_text_that_is_no_text_is_remembered(site):
    """A half of a sign, as damaged PDFs give, is kept and found again."""
    passages = [[1, "\ud800"]]
    entry = {**remembered(site), "state": "text", "passages": passages}
    remember(site, json.dumps(entry, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    [read] = [one for one in read_content(site, Store(site)).files if one.name == SCAN.removeprefix("content/")]
    assert [(one.place, one.text) for one in read.passages] == [(1, "\ud800")]
