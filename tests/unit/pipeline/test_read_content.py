"""What a run remembers of attachments."""

import json

import pytest

import sites
from prongsai.loading import load_content
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.generate import generate_folder
from prongsai.pipeline.read_content import MEMORY, read_content, remember_readings


@pytest.fixture
def site(tmp_path):
    """A site with one PDF, checked and generated."""
    root = sites.make_case("attachment-scan", tmp_path / "site")
    generate_folder(root, check_folder(root))
    return root


def test_checking_writes_nothing(tmp_path):
    """The memory is written by a run that writes anyway."""
    root = sites.make_case("attachment-scan", tmp_path)
    before = sites.snapshot(root)
    check_folder(root)
    assert sites.snapshot(root) == before


def test_the_next_check_takes_a_reading_from_the_memory(site):
    """What the memory says of a PDF is believed, and a memory that says the same is not written again."""
    stored = json.loads((site / MEMORY).read_text("utf-8"))
    [entry] = stored["readings"].values()
    assert (entry["kind"], entry["state"]) == ("pdf", "no-text")
    stamp = (site / MEMORY).stat().st_mtime_ns
    generate_folder(site, check_folder(site))
    assert (site / MEMORY).stat().st_mtime_ns == stamp
    entry["state"] = "encrypted"
    (site / MEMORY).write_text(json.dumps(stored), "utf-8")
    assert [one.code for one in check_folder(site).problems] == ["attachment-locked"]


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"\xff\xfe\x00", b'{"format": 1}', b'{"format": 1, "readings": 3}']
)
def test_a_damaged_memory_changes_nothing(site, damage):
    """A check with a broken memory says the same, and the next run mends it."""
    (site / MEMORY).write_bytes(damage)
    checked = check_folder(site)
    assert [one.code for one in checked.problems] == ["attachment-scan"]
    generate_folder(site, checked)
    assert json.loads((site / MEMORY).read_bytes())["readings"] == checked.readings


def test_a_memory_of_another_form_is_not_believed(site):
    """A new way of reading reads everything anew."""
    stored = json.loads((site / MEMORY).read_bytes())
    stored["format"] = load_content.FORMAT + 1
    (site / MEMORY).write_text(json.dumps(stored).replace("no-text", "encrypted"), "utf-8")
    assert [one.code for one in check_folder(site).problems] == ["attachment-scan"]


def test_the_memory_forgets_files_that_are_gone(site):
    """After a file was taken away nothing of its text stays."""
    (site / "content/files/2565/order.pdf").unlink()
    generate_folder(site, check_folder(site))
    assert json.loads((site / MEMORY).read_bytes())["readings"] == {}


def test_a_site_without_attachments_gets_no_memory(tmp_path):
    """Nothing to remember, nothing written."""
    remember_readings(tmp_path, read_content(tmp_path).readings)
    assert list(tmp_path.iterdir()) == []


def test_text_that_is_no_text_is_remembered(tmp_path):
    """A half of a sign, as damaged PDFs give, is kept and found again."""
    readings = {"a": {"passages": [[1, "\ud800"]]}}
    remember_readings(tmp_path, readings)
    stamp = (tmp_path / MEMORY).stat().st_mtime_ns
    remember_readings(tmp_path, readings)
    assert (tmp_path / MEMORY).stat().st_mtime_ns == stamp
